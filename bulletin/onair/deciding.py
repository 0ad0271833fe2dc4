"""What is to be done now: a pure decider over values.  It reads no clock, no disk and no network.

A slot's life: its script is drafted (where a person reads it first), the bulletin made, brought to each target, and
withdrawn when it is stale.  When making fails, the ladder: again -> fewer stories -> the last good bulletin, greeted
anew, while that is fresh -> none, and the programme goes on.  (Another voice is the reading's own rung: stand_ins.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from ..playlog import Delivery, Entry
from ..station import Approval, OnAir

Rung = Literal["whole", "fewer", "last good"]
RUNGS: tuple[Rung, ...] = ("whole", "whole", "fewer", "last good")
APPROVED: tuple[Rung, ...] = ("whole", "whole", "whole", "last good")  # the draft was the first try
Kind = Literal["draft", "make", "deliver", "withdraw", "none"]
LAST_CALL = timedelta(minutes=1)  # before the slot: who has not approved by then has not
PAUSE = timedelta(seconds=15)  # after a failure, doubled each time
LONGEST_PAUSE = timedelta(minutes=4)
TOLD = timedelta(hours=24)  # slots that were missed are written down so far back


@dataclass(frozen=True)
class Place:
    """A target as the decider sees it."""

    name: str
    at_slot: bool = False  # it plays what it is given at once: so it is given it at its time, not before


@dataclass(frozen=True)
class Slot:
    """A slot and what the playlog has of it."""

    at: datetime
    entry: Entry | None = None
    deliveries: Mapping[str, Delivery] = field(default_factory=dict)
    flash: bool = False


@dataclass(frozen=True)
class Step:
    """One thing to do.  `rung` for making; `target` for delivering and withdrawing; `reason` for none."""

    kind: Kind
    slot: datetime
    rung: Rung = "whole"
    target: str = ""
    reason: str = ""
    approved: bool = False  # the script that waits in the playlog is to be made, not a new one


def steps(
    slots: Sequence[Slot], places: Sequence[Place], rules: OnAir, approval: Approval, *, now: datetime
) -> tuple[Step, ...]:
    """All that is due at `now`: what must be off the air first, then deliveries, then making, the newest slot first."""
    off, there, make = list[Step](), list[Step](), list[Step]()
    newest = max((slot.at for slot in slots if slot.at <= now and not slot.flash), default=None)
    finished = [slot for slot in slots if slot.entry and slot.entry.status in ("made", "aired") and not slot.flash]
    made = max((slot.at for slot in finished), default=None)
    for slot in sorted(slots, key=lambda slot: slot.at, reverse=True):
        status = slot.entry.status if slot.entry else ""
        if now >= slot.at + timedelta(minutes=rules.fresh_minutes):
            off += _withdrawals(slot, places, now)
        elif status in ("made", "aired"):
            if slot.at == made or slot.flash:  # an older one never goes where a newer one is
                there += _deliveries(slot, places, rules, now)
        elif newest and slot.at < newest and status not in ("none", "failed"):
            make.append(Step("none", slot.at, reason="missed: a newer one was due already"))
        else:
            make += _making(slot, rules, approval, now)
    return (*off, *there, *make)


def next_time(
    slots: Sequence[Slot], places: Sequence[Place], rules: OnAir, approval: Approval, *, now: datetime
) -> datetime | None:
    """When something that is not due yet will be: the earliest time after `now` at which `steps` may say more."""
    times = []
    for slot in slots:
        times += [slot.at - _ahead(rules, approval), slot.at - timedelta(minutes=rules.make_minutes), slot.at]
        times += [slot.at - LAST_CALL, slot.at + timedelta(minutes=rules.fresh_minutes)]
        if slot.entry and slot.entry.status == "failed":
            times.append(slot.entry.changed + pause(slot.entry.attempt))
        if slot.entry and slot.entry.until:
            times.append(slot.entry.until)
        times += [of.changed + pause(of.tries) for of in slot.deliveries.values() if of.changed]
    return min((time for time in times if time > now), default=None)


def pause(tries: int) -> timedelta:
    """How long is waited after so many failures."""
    return min(PAUSE * float(2 ** min(max(0, tries - 1), 10)), LONGEST_PAUSE)


def rung_of(tries: int, *, approved: bool = False) -> Rung | None:
    """How a bulletin is tried after so many tries; None: no more.  What a person approved is never made otherwise."""
    rungs = APPROVED if approved else RUNGS
    return rungs[tries] if tries < len(rungs) else None


def _making(slot: Slot, rules: OnAir, approval: Approval, now: datetime) -> list[Step]:
    entry = slot.entry
    late = now > slot.at + timedelta(minutes=rules.late_minutes)
    if entry and entry.status == "none":
        return []
    if late:
        why = entry.reason if entry and entry.reason else "missed: nobody made it in time"
        return [Step("none", slot.at, reason=why)]
    if entry and entry.until and entry.until > now:  # somebody is at it
        return []
    if approval.needed and not slot.flash:
        return _with_approval(slot, rules, approval, now)
    if now < slot.at - timedelta(minutes=rules.make_minutes) and not slot.flash:
        return []
    return _try(slot, now)


def _try(slot: Slot, now: datetime, *, approved: bool = False) -> list[Step]:
    """The next rung of the ladder, when its time has come."""
    entry = slot.entry
    tries = entry.attempt if entry and entry.status == "failed" else 0
    if entry and entry.status == "failed" and now < entry.changed + pause(tries):
        return []
    rung = rung_of(tries, approved=approved)
    if rung is None:
        return [Step("none", slot.at, reason=entry.reason if entry else "")]
    return [Step("make", slot.at, rung, approved=approved and rung == "whole")]


def _with_approval(slot: Slot, rules: OnAir, approval: Approval, now: datetime) -> list[Step]:
    """A draft in good time; made when a person has said yes, and a minute before the slot what the station says."""
    status = slot.entry.status if slot.entry else ""
    if status == "approved" or (slot.entry and status == "failed" and slot.entry.approved_hash):
        return _try(slot, now, approved=True)
    if now >= slot.at - LAST_CALL:
        return _unapproved(slot, approval, now, status)
    waits = status == "scripted" or now < slot.at - _ahead(rules, approval)
    failed = slot.entry if status == "failed" else None
    if waits or (failed and now < failed.changed + pause(failed.attempt)):
        return []
    return [Step("draft", slot.at)]


def _unapproved(slot: Slot, approval: Approval, now: datetime, status: str) -> list[Step]:
    if approval.without == "air":
        return _try(slot, now, approved=status == "scripted")
    if approval.without == "last good":
        return [Step("make", slot.at, "last good")]
    return [Step("none", slot.at, reason="nobody approved it in time")]


def _deliveries(slot: Slot, places: Sequence[Place], rules: OnAir, now: datetime) -> list[Step]:
    """To each target that has not got it: again with longer and longer pauses, as long as it is news."""
    due = []
    for place in places:
        of = slot.deliveries.get(place.name)
        if of and (of.state in ("delivered", "withdrawn") or not _rested(of, now)):
            continue
        late = now > slot.at + timedelta(minutes=rules.late_minutes)
        if place.at_slot and (now < slot.at or late):
            continue
        due.append(Step("deliver", slot.at, target=place.name))
    return due


def _withdrawals(slot: Slot, places: Sequence[Place], now: datetime) -> list[Step]:
    """From each target that may have it; one that could not be asked is asked again after a pause."""
    names = {place.name for place in places}
    return [
        Step("withdraw", slot.at, target=name)
        for name, of in sorted(slot.deliveries.items())
        if name in names and of.state != "withdrawn" and _rested(of, now)
    ]


def _rested(of: Delivery, now: datetime) -> bool:
    return of.changed is None or now >= of.changed + pause(of.tries)


def _ahead(rules: OnAir, approval: Approval) -> timedelta:
    """How long before its slot a bulletin is begun."""
    return timedelta(minutes=max(rules.make_minutes, approval.draft_minutes if approval.needed else 0))
