"""A bulletin whose files were damaged before it was delivered is made once more, in the words that it had."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from .. import playlog
from ..errors import PlaylogError
from ..playlog import Entry, Taken
from ..station import Station
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


def _script(entry: Entry) -> Path | None:
    """A file that has the words of the bulletin still: nobody corrected them since."""
    for path in (Path(entry.script), Path(entry.folder) / "script.md"):
        try:
            if hash_of(path.read_text(encoding="utf-8")) == entry.script_hash:
                return path
        except (OSError, ValueError):
            continue
    return None
