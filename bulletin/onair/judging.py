"""Whether a station is well: a pure function from how it stands to a verdict, as monitors understand it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..playlog import Delivery, Entry
from .state import AT_ONCE, Standing, held, stands

Code = int
WELL, WARNING, CRITICAL, UNKNOWN = 0, 1, 2, 3  # as Nagios and all who came after it count
NAMES = ("OK", "WARNING", "CRITICAL", "UNKNOWN")
WEIGHT = (0, 2, 3, 1)  # of each code, among the stations of one installation
DEAD = timedelta(minutes=3)  # the loop goes round every half minute, or more often
STUCK = timedelta(minutes=5)  # after it was to be withdrawn
SHORT = timedelta(minutes=10)  # before its slot a draft that waits for a person has little time left


@dataclass(frozen=True)
class Verdict:
    """The worst that there is to say, and everything that there is, the worst first."""

    code: Code
    reasons: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """OK, WARNING, CRITICAL or UNKNOWN."""
        return NAMES[self.code]


def verdict(standing: Standing) -> Verdict:
    """Whether a station is well.  Times in the reasons are the station's."""
    found = [*_loop(standing), *_air(standing), *_targets(standing), *_coming(standing), *_wires(standing)]
    found.sort(key=lambda one: -WEIGHT[one[0]])
    return Verdict(found[0][0] if found else WELL, tuple(reason for _, reason in found))


def worst(verdicts: list[Verdict]) -> Code:
    """The code of several stations: critical before warning before unknown before well."""
    return max((one.code for one in verdicts), key=lambda code: WEIGHT[code], default=UNKNOWN)


Finding = tuple[Code, str]


def _loop(standing: Standing) -> Iterator[Finding]:
    if standing.alive is None:
        unheard = standing.last is None
        yield (UNKNOWN if unheard else CRITICAL), "`bulletin onair` does not run: it has left no heartbeat"
    elif abs(standing.now - standing.alive) > DEAD:
        yield (
            CRITICAL,
            f"`bulletin onair` is dead or hangs: its last heartbeat was at {_time(standing, standing.alive)}",
        )


def _air(standing: Standing) -> Iterator[Finding]:
    """Whether what ought to be heard is heard."""
    due, last = standing.due, standing.last
    if last is None and not any(entry.slot <= standing.now for entry in standing.entries):
        yield UNKNOWN, f"nothing was ever on air; the first bulletin is due at {_time(standing, standing.next)}"
        return
    if due is None or (last and last.slot >= due):
        if standing.on_air and standing.on_air.by.endswith("(last good)"):
            yield WARNING, f"the {_time(standing, standing.on_air.slot)} bulletin is the last good one, greeted anew"
        return
    entry = standing.entry(due)
    why = f"the {_time(standing, due)} bulletin {_became(entry, standing)}"
    if standing.on_air:
        if standing.now >= due + AT_ONCE:
            yield WARNING, f"{why}; that of {_time(standing, standing.on_air.slot)} is still on air"
    elif standing.owed:
        yield CRITICAL, f"nothing fresh is on air: {why}"
    elif not (entry and stands(entry) in ("made", "aired")):
        yield WARNING, why


def _targets(standing: Standing) -> Iterator[Finding]:
    """Whether every target has what is on air, and none has what is stale."""
    entry = standing.on_air
    if entry and standing.now >= entry.slot + AT_ONCE:
        there = {of.target: of for of in standing.deliveries.get(entry.slot, ())}
        for name in standing.targets:
            of = there.get(name)
            if of is None or of.state != "delivered":
                yield WARNING, f"{name} has not got the {_time(standing, entry.slot)} bulletin{_why(of)}"
    end = timedelta(minutes=standing.onair.fresh_minutes) + STUCK
    for slot, deliveries in standing.deliveries.items():
        for of in deliveries:
            if of.state == "delivered" and of.target in standing.targets and standing.now >= slot + end:
                yield (
                    WARNING,
                    f"{of.target} may still have the {_time(standing, slot)} bulletin, which is stale{_why(of)}",
                )


def _coming(standing: Standing) -> Iterator[Finding]:
    """Whether the next bulletin is on its way."""
    entry, left = standing.entry(standing.next), standing.next - standing.now
    soon = min(AT_ONCE, timedelta(minutes=standing.onair.make_minutes) / 2)
    if entry and entry.status == "failed":
        yield WARNING, f"the {_time(standing, standing.next)} bulletin failed and is tried again: {entry.reason}"
    elif entry and entry.status == "none":
        yield WARNING, f"there will be no {_time(standing, standing.next)} bulletin: {entry.reason}"
    elif standing.approval.needed and left <= SHORT and entry and entry.status == "scripted":
        minutes = max(0, int(left.total_seconds() // 60))
        yield WARNING, f"the {_time(standing, standing.next)} draft waits for approval, and {minutes} minutes are left"
    elif left <= soon and standing.alive and not (entry and stands(entry) in ("made", "aired")):
        yield WARNING, f"the {_time(standing, standing.next)} bulletin {_became(entry, standing)}"


def _wires(standing: Standing) -> Iterator[Finding]:
    """One that is silent is a remark in the status; half of them are a warning."""
    if standing.silent and 2 * len(standing.silent) >= standing.wires:
        first = standing.silent[0]
        yield WARNING, f"{len(standing.silent)} of {standing.wires} wires gave nothing: {first}"


def _became(entry: Entry | None, standing: Standing) -> str:
    """What became of a bulletin that is not on air."""
    if entry is None:
        return "is not made"
    if held(entry, standing.now):
        return "is being made"
    reason = f": {entry.reason}" if entry.reason else ""
    tried = next(filter(None, map(_why, standing.deliveries.get(entry.slot, ()))), "")
    return {
        "making": "is not made: its process died", "scripted": "waits for approval", "approved": "is approved but not made",
        "made": f"is made but no target has it{tried}", "aired": "is withdrawn", "none": f"was not made{reason}",
        "failed": f"failed and is tried again{reason}",
    }[stands(entry)]  # fmt: skip


def _why(of: Delivery | None) -> str:
    return f": {of.note}" if of and of.note and of.state != "trying" else ""


def _time(standing: Standing, at: datetime) -> str:
    return f"{at.astimezone(standing.zone):%H:%M}"
