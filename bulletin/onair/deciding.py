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
Kind = Literal["draft", "make", "deliver", "withdraw", "none"]
LAST_CALL = timedelta(minutes=1)  # before the slot: who has not approved by then has not
PAUSE = timedelta(seconds=15)  # after a failure, doubled each time
LONGEST_PAUSE = timedelta(minutes=4)
LONGEST_REST = timedelta(minutes=1)  # between two tries at making: a slot has its time
TRYING = timedelta(minutes=2)  # a delivery that is under way is somebody's for so long, as newsroom.deliver has it
TOLD = timedelta(hours=24)  # slots that were missed are written down so far back
FINISHED = ("made", "aired")
SET_BACK = timedelta(minutes=5)  # what happened so long after now happened before the clock was set back


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
    killed: bool = False  # an editor killed a story that is in it

    @property
    def status(self) -> str:
        """What its bulletin is; one that is being made anew is what stands until then."""
        return (self.entry.kept or self.entry.status) if self.entry else ""

    @property
    def finished(self) -> bool:
        """There is a bulletin that can be heard."""
        return self.status in FINISHED

    @property
    def failed(self) -> Entry | None:
        """The entry of a bulletin whose last try failed."""
        return self.entry if self.entry and self.status == "failed" else None


@dataclass(frozen=True)
class Step:
    """One thing to do.  `rung` for making; `target` for delivering and withdrawing; `reason` for none."""

    kind: Kind
    slot: datetime
    rung: Rung = "whole"
    target: str = ""
    reason: str = ""
    approved: bool = False  # the script that waits in the playlog is to be made, not a new one
    killed: bool = False  # it is made, and to be made anew without a story that was killed since


def steps(
    slots: Sequence[Slot], places: Sequence[Place], rules: OnAir, approval: Approval, *, now: datetime
) -> tuple[Step, ...]:
    """All that is due at `now`: what must be off the air first, then deliveries, then making, the newest slot first."""
    off, there, make = list[Step](), list[Step](), list[Step]()
    due = max((slot.at for slot in slots if slot.at <= now and not slot.flash), default=None)
    for slot in sorted(slots, key=lambda slot: slot.at, reverse=True):
        stale = now >= slot.at + timedelta(minutes=rules.fresh_minutes)
        if stale:
            off += _withdrawals(slot, places, now)
        elif slot.killed and slot.status == "made":
            off += (back := _taken_back(slot, places, now))
            make += [] if back or _held(slot, now) or (due and slot.at < due) else _made_anew(slot, rules, now)
        elif slot.finished:
            there += [
                Step("deliver", slot.at, target=place.name)
                for place in places
                if _newest_there(slot, place, slots, rules, now) and _deliverable(slot, place, rules, now)
            ]
        if slot.finished or slot.status == "none" or _held(slot, now):
            continue
        if due and slot.at < due:
            make.append(_given_up(slot, "missed: a newer one was due already"))
        elif stale or now >= slot.at + timedelta(minutes=rules.late_minutes):
            make.append(_given_up(slot, "missed: nobody made it in time"))
        elif slot.flash:
            continue  # the wires are asked again for what is breaking, with a slot of its own
        elif approval.needed or (slot.status in ("approved", "failed") and slot.entry and slot.entry.approved_hash):
            make += _with_approval(slot, rules, approval, now)
        elif now >= slot.at - timedelta(minutes=rules.make_minutes):
            make += _try(slot, rules, now)
    return (*off, *there, *make)


def next_time(
    slots: Sequence[Slot], places: Sequence[Place], rules: OnAir, approval: Approval, *, now: datetime
) -> datetime | None:
    """When something that is not due yet will be: the earliest time after `now` at which `steps` may say more."""
    times = []
    for slot in slots:
        times += [slot.at - _ahead(rules, approval), slot.at - timedelta(minutes=rules.make_minutes), slot.at]
        times += [slot.at + timedelta(minutes=minutes) for minutes in (rules.late_minutes, rules.fresh_minutes)]
        times.append(slot.at - LAST_CALL)
        if slot.failed:
            times += [slot.failed.changed + _rest(slot.failed), slot.failed.changed - SET_BACK]
        if slot.entry and slot.entry.until:
            times.append(slot.entry.until)
        for of in slot.deliveries.values():
            rests = (pause(of.tries), TRYING, -SET_BACK)
            times += [of.changed + rest for rest in rests] if of.changed else []
    return min((time for time in times if time > now), default=None)


def pause(tries: int) -> timedelta:
    """How long is waited after so many failures."""
    return min(PAUSE * float(2 ** min(max(0, tries - 1), 10)), LONGEST_PAUSE)


def rung_of(tries: int) -> Rung | None:
    """How a bulletin is tried after so many tries; None: no more."""
    return RUNGS[tries] if tries < len(RUNGS) else None


# ---------------------------------------------------------------- making


def _held(slot: Slot, now: datetime) -> bool:
    """Somebody is at it."""
    return bool(slot.entry and slot.entry.until and slot.entry.until > now)


def _made_anew(slot: Slot, rules: OnAir, now: datetime) -> list[Step]:
    """Once more, while it is worth it; until then it is given to nobody."""
    late = now >= slot.at + timedelta(minutes=rules.late_minutes)
    rested = slot.entry and _past(slot.entry.changed, now, _rest(slot.entry))
    return [Step("make", slot.at, killed=True)] if rested and not late else []


def _taken_back(slot: Slot, places: Sequence[Place], now: datetime) -> list[Step]:
    """From each target that has it, but while it is being made anew: those are given the new one."""
    there = {name for name, of in slot.deliveries.items() if of.state == "delivered"}
    return [step for step in _withdrawals(slot, places, now) if step.target in there and not _held(slot, now)]


def _given_up(slot: Slot, reason: str) -> Step:
    return Step("none", slot.at, reason=(slot.entry.reason if slot.entry else "") or reason)


def _rest(failed: Entry) -> timedelta:
    """How long nothing is tried."""
    return min(pause(failed.attempt), LONGEST_REST)


def _try(slot: Slot, rules: OnAir, now: datetime) -> list[Step]:
    """The next rung of the ladder, when its time has come."""
    if slot.failed and not _past(slot.failed.changed, now, _rest(slot.failed)):
        return []
    rung = rung_of(slot.failed.attempt if slot.failed else 0)
    if rung is None:
        return [_given_up(slot, "")]
    return _made(Step("make", slot.at, rung), slot, rules)


def _made(step: Step, slot: Slot, rules: OnAir) -> list[Step]:
    """That step, unless it is the last good bulletin and the station does not want that."""
    if step.rung == "last good" and not rules.last_good:
        return [_given_up(slot, "the last good bulletin is not aired again here ([onair] last_good)")]
    return [step]


def _with_approval(slot: Slot, rules: OnAir, approval: Approval, now: datetime) -> list[Step]:
    """A draft in good time; made when a person has said yes, and a minute before the slot what the station says.

    What a person approved is tried again and again until then, in those words; then once more, then the last good one.
    """
    if slot.failed and not _past(slot.failed.changed, now, _rest(slot.failed)):
        return []
    last_call = now >= slot.at - LAST_CALL
    if slot.entry and slot.entry.approved_hash and (slot.failed or slot.status == "approved"):
        whole = Step("make", slot.at, approved=True)
        return _after_last_call(slot, whole, rules) if last_call else [whole]
    if last_call:
        return _unapproved(slot, rules, approval)
    waits = slot.status == "scripted" or now < slot.at - _ahead(rules, approval)
    return [] if waits else [Step("draft", slot.at)]


def _unapproved(slot: Slot, rules: OnAir, approval: Approval) -> list[Step]:
    if approval.without == "none":
        return [_given_up(slot, "nobody approved it in time")]
    drafted = slot.status == "scripted"
    rung: Rung = "whole" if approval.without == "air" else "last good"
    return _after_last_call(slot, Step("make", slot.at, rung, approved=drafted and rung == "whole"), rules)


def _after_last_call(slot: Slot, first: Step, rules: OnAir) -> list[Step]:
    """Once what is wanted, then the last good bulletin, until it is too late."""
    again = slot.failed and slot.failed.changed >= slot.at - LAST_CALL
    return _made(Step("make", slot.at, "last good") if again else first, slot, rules)


# ---------------------------------------------------------------- delivering and withdrawing


def _newest_there(slot: Slot, place: Place, slots: Sequence[Slot], rules: OnAir, now: datetime) -> bool:
    """Whether it is the one for that target: an older one never goes where a newer one is, or is to be.

    A bulletin goes to its targets no sooner than one that nobody approves is made: until then its forerunner is news.
    A flash goes before that of its hour, and after none that was due since.
    """
    ahead = timedelta(0) if place.at_slot or slot.flash else timedelta(minutes=rules.make_minutes)
    others = [other.at for other in slots if other.finished and not other.flash and other.at <= now + ahead]
    newest = max(others, default=None)
    return (slot.flash and (newest is None or newest <= slot.at)) or slot.at == newest


def _deliverable(slot: Slot, place: Place, rules: OnAir, now: datetime) -> bool:
    """Whether a target has not got it, and may be given it now: again with longer and longer pauses."""
    of = slot.deliveries.get(place.name)
    if of and (of.state in ("delivered", "withdrawn") or _under_way(of, now) or not _rested(of, now)):
        return False
    return not place.at_slot or slot.at <= now < slot.at + timedelta(minutes=rules.late_minutes)


def _withdrawals(slot: Slot, places: Sequence[Place], now: datetime) -> list[Step]:
    """From each target that may have it; one that could not be asked is asked again after a pause."""
    names = {place.name for place in places}
    return [
        Step("withdraw", slot.at, target=name)
        for name, of in sorted(slot.deliveries.items())
        if name in names and of.state != "withdrawn" and _rested(of, now)
    ]


def _under_way(of: Delivery, now: datetime) -> bool:
    """Whether somebody is at it; without a try the bulletin was made anew, and nobody is."""
    return of.state == "trying" and of.tries > 0 and of.changed is not None and now < of.changed + TRYING


def _rested(of: Delivery, now: datetime) -> bool:
    return of.changed is None or _past(of.changed, now, pause(of.tries))


def _past(since: datetime, now: datetime, rest: timedelta) -> bool:
    """Whether so long has passed."""
    return now >= since + rest or now < since - SET_BACK


def _ahead(rules: OnAir, approval: Approval) -> timedelta:
    """How long before its slot a bulletin is begun."""
    return timedelta(minutes=max(rules.make_minutes, approval.draft_minutes if approval.needed else 0))
