"""What is wrong, since when, and whether somebody is to be told: a pure function over what the loop tells.

A first failure is the loop's own to mend: it tries again.  Told is the second in a row, one that lasts, and at once
what no try will mend; then nothing more until all is well again, which is told too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal

from .telling import Told

MAKING, LOOP, FILE = "making", "loop", "station file"
MOST = 1  # failures in a row that are not told
LASTING = timedelta(seconds=90)  # one that is not mended for so long is told
AT_ONCE = ("none", "stumbled", "reread failed")
FAILS = {"failed": MAKING, "none": MAKING, "stumbled": LOOP, "reread failed": FILE}
MENDS = {"made": (MAKING, LOOP), "on air": (LOOP,), "reread": (FILE,)}
LAST_GOOD = "last good"  # a bulletin that is made so mends nothing: the next one is not made yet


@dataclass(frozen=True)
class Trouble:
    """Something that fails."""

    since: datetime
    reason: str
    slot: datetime | None = None
    count: int = 1
    told: bool = False


@dataclass(frozen=True)
class Notice:
    """What is told to a person, or to a machine that tells one."""

    kind: Literal["failure", "recovery"]
    what: str  # making, deliver TARGET, withdraw TARGET, loop, station file
    reason: str  # why it failed
    since: datetime
    at: datetime
    slot: datetime | None = None


@dataclass(frozen=True)
class Troubles:
    """What fails now, by what it is; and the rung of the bulletin that is being made."""

    now: Mapping[str, Trouble] = field(default_factory=dict)
    rung: str = ""


def after(troubles: Troubles, told: Told) -> tuple[Troubles, tuple[Notice, ...]]:
    """What is wrong after something was told, and who is to know of it."""
    if told.what == "making":
        return replace(troubles, rung=told.note), ()
    if what := _fails(told):
        return _failed(troubles, what, told)
    mended = [what for what in _mends(troubles, told) if what in troubles.now]
    notices = tuple(
        Notice("recovery", what, of.reason, of.since, told.at, told.slot or of.slot)
        for what, of in ((what, troubles.now[what]) for what in mended)
        if of.told
    )
    return replace(troubles, now={what: of for what, of in troubles.now.items() if what not in mended}), notices


def lasting(troubles: Troubles, now: datetime) -> tuple[Troubles, tuple[Notice, ...]]:
    """What has not been told, and lasts."""
    late = {what: of for what, of in troubles.now.items() if not of.told and now - of.since >= LASTING}
    notices = tuple(Notice("failure", what, of.reason, of.since, now, of.slot) for what, of in late.items())
    told = {what: replace(of, told=True) for what, of in late.items()}
    return replace(troubles, now={**troubles.now, **told}), notices


def _failed(troubles: Troubles, what: str, told: Told) -> tuple[Troubles, tuple[Notice, ...]]:
    before = troubles.now.get(what)
    of = Trouble(told.at, told.note, told.slot)
    if before:
        of = replace(of, since=before.since, count=before.count + 1, told=before.told)
    tell = not of.told and (of.count > MOST or told.what in AT_ONCE)
    of = replace(of, told=of.told or tell)
    notice = Notice("failure", what, of.reason, of.since, told.at, of.slot)
    return replace(troubles, now={**troubles.now, what: of}), (notice,) if tell else ()


def _fails(told: Told) -> str:
    verb = told.what.removesuffix(" failed")
    if told.target and verb != told.what:
        return f"{verb} {told.target}"
    return FAILS.get(told.what, "") if told.bad else ""


def _mends(troubles: Troubles, told: Told) -> tuple[str, ...]:
    if told.target:
        verb = {"delivered": "deliver", "withdrawn": "withdraw"}.get(told.what, "")
        return (f"{verb} {told.target}",) if verb else ()
    found = MENDS.get(told.what, ())
    return tuple(what for what in found if what != MAKING or troubles.rung != LAST_GOOD)
