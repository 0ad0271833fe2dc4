"""One bulletin for one slot: claimed in the playlog, made from the wires, written down; whoever tries, it is made once."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Unpack

from .. import playlog, script
from ..errors import PlaylogError
from ..model import Airing
from ..playlog import Chosen, Claim, Playlog, Taken
from ..station import Station
from .choosing import airings_of
from .claims import MOST_CHOICES, claimed, clock_from, renewing, written_down
from .drafting import FLASH, draft
from .killed import killed_in
from .making import make
from .places import save_script
from .values import Asked, Draft, Made, Progress


def make_slot(
    station: Station,
    *,
    again: bool = False,
    ladder: bool = False,
    progress: Progress | None = None,
    **asked: Unpack[Asked],
) -> Made | Taken:
    """The bulletin of the slot `at`, by default the next, from the station's wires.

    `ladder`: silent wires are a failure that is tried again.
    Taken where it was made already, or another process is making it now; `again` makes it anew.  Raises NoNews with
    the reason, which the playlog has then too, and whatever the rooms raise.
    """
    now = asked["now"]
    slot = asked["at"] = asked["at"] or script.next_slot(station, now)
    clock = clock_from(now)
    with playlog.opened(station.playlog_url) as log:
        flash = draft((), station, **asked, log=log) if station.template == FLASH else None  # mostly there is none
        claim = claimed(log, station.slug, slot, now=now, again=again)
        if isinstance(claim, Taken):
            return claim
        with written_down(log, claim, clock, ladder=ladder):
            made_of = flash or draft((), station, **asked, log=log)
            script_kept(made_of, station, claim, log, clock())
            made = make(made_of, station, progress=renewing(log, claim, clock, progress))
            log.finished(claim, made.bulletin, aired(made, station, slot), clock())
        log.prune(now, station.playlog.keep_days)
    return made


def draft_slot(station: Station, *, ladder: bool = False, **asked: Unpack[Asked]) -> Draft | Taken:
    """The script of the slot `at`, kept for a person to read; the bulletin is not made.  As `make_slot`."""
    now = asked["now"]
    slot = asked["at"] = asked["at"] or script.next_slot(station, now)
    clock = clock_from(now)
    with playlog.opened(station.playlog_url) as log:
        claim = claimed(log, station.slug, slot, now=now)
        if isinstance(claim, Taken):
            return claim
        with written_down(log, claim, clock, ladder=ladder):
            made_of = draft((), station, **asked, log=log)
            script_kept(made_of, station, claim, log, clock())
            log.release(claim, clock())
    return made_of


def make_drafted(station: Station, *, now: datetime, at: datetime, progress: Progress | None = None) -> Made | Taken:
    """The bulletin of a script that waits in the playlog, as it stands in its file now.

    Where a person approved it, it is made only if it is what was approved; else it waits for a person again.  Where
    nobody did, no story in it may have been killed since.  Raises PlaylogError where there is none or it cannot be,
    and whatever the rooms raise.
    """
    clock = clock_from(now)
    with playlog.opened(station.playlog_url) as log:
        entry = log.bulletin(station.slug, at)
        if entry is None or not entry.script:
            raise PlaylogError(f"no script waits for the bulletin of {at:%H:%M on %d %B}")
        claim = claimed(log, station.slug, at, now=now)
        if isinstance(claim, Taken):
            return claim
        approved = (log.bulletin(station.slug, at) or entry).approved_hash
        with written_down(log, claim, clock):
            made_of = draft([Path(entry.script)], station, now=now, at=at)
            if not approved and (killed := killed_in(made_of.script, station, log, at, now)):
                raise PlaylogError(f"it was killed since the script was written: {'; '.join(killed)}")
        if approved and approved != (now_is := hash_of(made_of.text)):  # it waits for a person again
            log.scripted(claim, path=entry.script, script_hash=now_is, template=made_of.script.template, now=clock())
            log.release(claim, clock())
            raise PlaylogError(f"{entry.script} was changed since it was approved: read it and approve it again")
        with written_down(log, claim, clock):
            made = make(made_of, station, progress=renewing(log, claim, clock, progress))
            log.finished(claim, made.bulletin, told(made, station, at, log.choices(station.slug, at)), clock())
    return made


def make_script(made_of: Draft, station: Station, *, now: datetime, progress: Progress | None = None) -> Made:
    """A bulletin from a script that a person wrote or corrected, and written down where the station keeps a playlog.

    What an editor makes goes before what was made of that slot.  Raises PlaylogError where it is being made just now.
    """
    station = replace(station, name=made_of.script.station)
    if not _has_playlog(station):
        return make(made_of, station, progress=progress)
    slot, clock = made_of.script.air_time, clock_from(now)
    with playlog.opened(station.playlog_url) as log:
        claim = claimed(log, station.slug, slot, now=now, again=True)
        if isinstance(claim, Taken):
            raise PlaylogError(f"{claim.reason}; wait for it, then make yours")
        with written_down(log, claim, clock):
            made = make(made_of, station, progress=renewing(log, claim, clock, progress))
            log.scripted(
                claim, path=str(made.script_path), script_hash=hash_of(made_of.text), template=made_of.script.template,
                now=clock(),
            )  # fmt: skip
            log.finished(claim, made.bulletin, told(made, station, slot, log.choices(station.slug, slot)), clock())
    return made


def previewed(station: Station, **asked: Unpack[Asked]) -> Draft:
    """The draft of a bulletin from the station's wires, as things stand; nothing is claimed.

    Where there is no playlog yet none is made: then nothing was aired before.
    """
    with playlog.opened(station.playlog_url if _has_playlog(station) else "sqlite://") as log:
        return draft((), station, **asked, log=log)


def script_kept(made_of: Draft, station: Station, claim: Claim, log: Playlog, now: datetime) -> Path:
    """A draft's script where scripts are kept, and in the playlog with all that was decided."""
    path = save_script(made_of, station)
    log.scripted(
        claim, path=str(path), script_hash=hash_of(made_of.text), template=made_of.script.template,
        choices=made_of.choices[:MOST_CHOICES], now=now,
    )  # fmt: skip
    return path


def hash_of(text: str) -> str:
    """What a script's approval is bound to: the SHA-256 of its text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def aired(made: Made, station: Station, slot: datetime) -> tuple[Airing, ...]:
    """The stories that are in a bulletin, with the words that were said."""
    said = {row["slug"]: " ".join(line["text"] for line in row["copy"]) for row in made.manifest["stories"]}
    return airings_of(made.draft.stories, said, station, slot)


def told(made: Made, station: Station, slot: datetime, chosen: Sequence[Chosen]) -> tuple[Airing, ...]:
    """The stories of a script: its source notes say which article each was made from, `chosen` which event that tells."""
    events = {choice.article: choice for choice in chosen}
    found = []
    for row in made.manifest["stories"]:
        article = next((note["article"] for line in row["copy"] for note in line["sources"]), "")
        if article:
            event = events[article].event if article in events else article
            category = events[article].category if article in events else ""
            copy = " ".join(line["text"] for line in row["copy"])
            found.append(Airing(station.slug, slot, event, article, row["slug"], row["headline"], copy, category))
    return tuple(found)


def _has_playlog(station: Station) -> bool:
    file = station.playlog_url.removeprefix("sqlite:///")
    return file == station.playlog_url or Path(file).expanduser().exists()
