"""The transcript: WebVTT, one caption a line, timed by the timeline."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Cue
from .timeline import Timeline
from .words import plain


def webvtt(timeline: Timeline, cues: Sequence[Cue]) -> str:
    """The captions of a bulletin as a WebVTT file (W3C, https://www.w3.org/TR/webvtt1/)."""
    captions = [
        f"{_time(heard.start)} --> {_time(heard.end)}\n{_escaped(cues[heard.cue].lines[heard.line].text)}\n"
        for heard in timeline.heard
        if heard.line >= 0
    ]
    return "\n".join(["WEBVTT\n", *captions])


def _time(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def _escaped(text: str) -> str:
    text = plain(text, most=10_000)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
