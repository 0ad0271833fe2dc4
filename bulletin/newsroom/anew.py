"""A bulletin is made once more before its slot: in the words that it had, or without a story that was killed since."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from .. import playlog
from ..errors import PlaylogError
from ..playlog import Entry, Taken
from ..station import Station
from .claims import claimed, clock_from, written_down
from .drafting import draft
from .last_good import AGAIN
from .slots import hash_of, make_script, make_slot
from .values import Made


def make_anew(station: Station, *, now: datetime, at: datetime) -> Made | Taken:
    """The bulletin of the slot `at` from the script that it was made of; from the wires where that is lost.

    What a person approved is never told in other words: raises PlaylogError where those are lost, and whatever the
    rooms raise.
    """
    with playlog.opened(station.playlog_url) as log:
        entry = log.bulletin(station.slug, at)
    script = _script(entry) if entry else None
    if script and entry and not entry.by.endswith(AGAIN):
        return make_script(draft([script], station, now=now, at=at), station, now=now)
    if station.approval.needed:
        raise PlaylogError(
            f"the bulletin of {at:%H:%M} is damaged and its approved script lost: `bulletin draft --again`"
        )
    return make_slot(station, again=True, ladder=True, now=now, at=at, template=None, voice=None, length=None)


def make_without(station: Station, *, now: datetime, at: datetime) -> Made | Taken:
    """The bulletin of the slot `at` from the wires once more: a story in it was killed.

    Where a person has to say yes nobody has said it to another: raises PlaylogError, which is in the playlog then, too.
    """
    if not station.approval.needed:
        return make_slot(station, again=True, ladder=True, now=now, at=at, template=None, voice=None, length=None)
    with playlog.opened(station.playlog_url) as log:
        entry = log.bulletin(station.slug, at)
        claim = claimed(log, station.slug, at, now=now, again=True)
        if isinstance(claim, Taken):
            return claim
        with written_down(log, claim, clock_from(now)):
            raise PlaylogError(
                f"a story in it was killed since it was approved: take it out of {entry.script if entry else 'its script'}, "
                "and `bulletin make` that"
            )


def _script(entry: Entry) -> Path | None:
    """A file that has the words of the bulletin still: nobody corrected them since."""
    for path in (Path(entry.script), Path(entry.folder) / "script.md"):
        try:
            if hash_of(path.read_text(encoding="utf-8")) == entry.script_hash:
                return path
        except (OSError, ValueError):
            continue
    return None
