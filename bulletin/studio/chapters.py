"""The chapters as podcast players and web pages read them."""

from __future__ import annotations

import json

from ..model import Rundown
from ..plain import plain


def podcast(rundown: Rundown, title: str) -> str:
    """A chapter a segment, as JSON Chapters 1.2 of the podcast namespace (times in seconds)."""
    marks = [
        {"startTime": round(segment.start_seconds, 3), "title": plain(segment.title)} for segment in rundown.segments
    ]
    return json.dumps({"version": "1.2.0", "title": plain(title), "chapters": marks}, ensure_ascii=False, indent=1)
