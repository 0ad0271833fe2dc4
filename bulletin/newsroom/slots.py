"""One bulletin for one slot: claimed in the playlog, made from the wires, written down; whoever tries, it is made once."""

from __future__ import annotations

import hashlib
import os
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Unpack

from .. import playlog, script
from ..errors import BulletinError, NoNews, PlaylogError
from ..model import Airing
from ..playlog import Claim, Playlog, Taken
from ..station import Station
from .choosing import airings_of
from .drafting import FLASH, draft
from .making import make
from .places import save_script
from .values import Asked, Draft, Made, Progress

LEASE_SECONDS = 900.0  # a process that died gives its slot back after so long

MOST_CHOICES = 2000  # that are written down: those that are in, then the best of the others


def who() -> str:
    """This process, as the playlog names it: host and process."""
    return f"{socket.gethostname()}:{os.getpid()}"


def make_slot(
    station: Station,
    *,
    again: bool = False,
    progress: Progress | None = None,
    **asked: Unpack[Asked],
) -> Made | Taken:
    """The bulletin of the slot `at`, by default the next, from the station's wires.

    Taken where it was made already, or another process is making it now; `again` makes it anew.  Raises NoNews with
    the reason, which the playlog has then too, and whatever the rooms raise.
    """
    now = asked["now"]
    slot = asked["at"] = asked["at"] or script.next_slot(station, now)
    clock = _clock(now)
    with playlog.opened(station.playlog_url) as log:
        flash = draft((), station, **asked, log=log) if station.template == FLASH else None  # mostly there is none
        claim = log.claim(station.slug, slot, by=who(), now=now, again=again, lease_seconds=LEASE_SECONDS)
        if isinstance(claim, Taken):
            return claim
        try:
            made_of = flash or draft((), station, **asked, log=log)
            path = save_script(made_of, station)
            digest = hashlib.sha256(made_of.text.encode()).hexdigest()
            log.scripted(
                claim, path=str(path), script_hash=digest, template=made_of.script.template,
                choices=made_of.choices[:MOST_CHOICES], now=clock(),
            )  # fmt: skip
            made = make(made_of, station, progress=_renewing(log, claim, clock, progress))
            log.finished(claim, made.bulletin, aired(made, station, slot), clock())
        except NoNews as error:
            log.nothing(claim, str(error), clock(), getattr(error, "choices", ())[:MOST_CHOICES])
            raise
        except BulletinError as error:
            log.failed(claim, str(error), clock())
            raise
        except KeyboardInterrupt:
            log.failed(claim, "stopped by a person or by the system", clock())
            raise
        log.prune(now, station.playlog.keep_days)
    return made


def make_script(made_of: Draft, station: Station, *, now: datetime, progress: Progress | None = None) -> Made:
    """A bulletin from a script that a person wrote or corrected, and written down where the station keeps a playlog.

    What an editor makes goes before what was made of that slot.  Raises PlaylogError where it is being made just now.
    """
    station = replace(station, name=made_of.script.station)
    if not _has_playlog(station):
        return make(made_of, station, progress=progress)
    slot, clock = made_of.script.air_time, _clock(now)
    with playlog.opened(station.playlog_url) as log:
        claim = log.claim(station.slug, slot, by=who(), now=now, again=True, lease_seconds=LEASE_SECONDS)
        if isinstance(claim, Taken):
            raise PlaylogError(f"{claim.reason}; wait for it, then make yours")
        try:
            made = make(made_of, station, progress=_renewing(log, claim, clock, progress))
            digest = hashlib.sha256(made_of.text.encode()).hexdigest()
            log.scripted(
                claim, path=str(made.script_path), script_hash=digest, template=made_of.script.template, now=clock()
            )
            log.finished(claim, made.bulletin, _told(made, station, slot), clock())
        except (BulletinError, KeyboardInterrupt) as error:
            log.failed(claim, str(error) or "stopped", clock())
            raise
    return made


def _told(made: Made, station: Station, slot: datetime) -> tuple[Airing, ...]:
    """The stories of a script: its source notes say which article each was made from."""
    said = {row["slug"]: row for row in made.manifest["stories"]}
    found = []
    for slug, row in said.items():
        article = next((note["article"] for line in row["copy"] for note in line["sources"]), "")
        if article:
            copy = " ".join(line["text"] for line in row["copy"])
            found.append(Airing(station.slug, slot, article, article, slug, row["headline"], copy))
    return tuple(found)


def _has_playlog(station: Station) -> bool:
    file = station.playlog_url.removeprefix("sqlite:///")
    return file == station.playlog_url or Path(file).exists()


def previewed(station: Station, **asked: Unpack[Asked]) -> Draft:
    """The draft of a bulletin from the station's wires, as things stand; nothing is claimed.

    Where there is no playlog yet none is made: then nothing was aired before.
    """
    with playlog.opened(station.playlog_url if _has_playlog(station) else "sqlite://") as log:
        return draft((), station, **asked, log=log)


def aired(made: Made, station: Station, slot: datetime) -> tuple[Airing, ...]:
    """The stories that are in a bulletin, with the words that were said."""
    said = {row["slug"]: " ".join(line["text"] for line in row["copy"]) for row in made.manifest["stories"]}
    return airings_of(made.draft.stories, said, station, slot)


def _clock(now: datetime) -> Callable[[], datetime]:
    """What time it is, counted from `now`: a clock that is moved meanwhile does not matter."""
    start = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - start)


def _renewing(log: Playlog, claim: Claim, clock: Callable[[], datetime], progress: Progress | None) -> Progress:
    """Progress that also holds on to the claim: a slow voice is not a dead process."""
    held = clock()

    def tell(stage: str, done: int, of: int) -> None:
        nonlocal held
        if clock() - held > timedelta(seconds=LEASE_SECONDS / 4):
            held = clock()
            log.renew(claim, held)
        if progress:
            progress(stage, done, of)

    return tell
