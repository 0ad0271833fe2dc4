"""What an editor killed after a script was written."""

from __future__ import annotations

from datetime import datetime

from ..model import Script
from ..playlog import Playlog
from ..station import Station


def killed_in(written: Script, station: Station, log: Playlog, at: datetime, now: datetime) -> tuple[str, ...]:
    """The stories of a script that may not be aired any more, as it calls them."""
    killed = {mark.event for mark in log.marks(station.slug, now) if mark.kind == "kill"}
    if not killed:
        return ()
    events = {choice.article: choice.event for choice in log.choices(station.slug, at)}
    return tuple(
        cue.title or cue.slug
        for cue in written.cues
        if cue.kind == "story"
        and any(events.get(source.article, source.article) in killed for line in cue.lines for source in line.sources)
    )
