"""What the loop never does: properties of any moment, and of any night with a playlog that answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.onair.deciding import FINISHED, Place, Slot, Step, next_time, pause, steps
from bulletin.playlog import Delivery, Entry
from bulletin.station import Approval, OnAir

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLACES = (Place("folder"), Place("live", at_slot=True))


def after(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


# ---------------------------------------------------------------- any moment

ats = st.integers(-180, 180).map(after)
moments = st.integers(-200 * 60, 200 * 60).map(lambda seconds: NOON + timedelta(seconds=seconds))
rules_ = st.builds(
    OnAir,
    make_minutes=st.sampled_from([0.5, 5.0, 20.0, 90.0]),
    fresh_minutes=st.sampled_from([1.0, 12.0, 65.0]),
    late_minutes=st.sampled_from([0.0, 10.0, 90.0]),
    last_good=st.booleans(),
)
approvals = st.builds(
    Approval,
    needed=st.booleans(),
    draft_minutes=st.sampled_from([2.0, 20.0, 100.0]),
    without=st.sampled_from(["air", "last good", "none"]),
)
deliveries = st.builds(
    Delivery,
    target=st.just("?"),
    state=st.sampled_from(["trying", "delivered", "failed", "withdrawn"]),
    tries=st.integers(0, 9),
    changed=st.one_of(st.none(), moments),
)


@st.composite
def slots(draw: st.DrawFn) -> tuple[Slot, ...]:
    found = []
    for at in draw(st.lists(ats, max_size=6, unique=True)):
        status = draw(st.sampled_from(["", "making", "scripted", "approved", "made", "aired", "none", "failed"]))
        of = None
        if status:
            of = Entry(
                "radio", at, status, "host:1", draw(st.integers(1, 9)), at, draw(moments),
                draw(st.one_of(st.none(), moments)) if status in ("making", "scripted", "approved") else None,
                approved_hash="a" if status == "approved" else draw(st.sampled_from(["", "a"])),
                kept=draw(st.sampled_from(["", "made", "aired"])) if status == "making" else "",
            )  # fmt: skip
        names = draw(st.sets(st.sampled_from([place.name for place in PLACES]))) if of else set()
        given = {name: replace(draw(deliveries), target=name) for name in sorted(names)}
        found.append(Slot(at, of, given, draw(st.booleans())))
    return tuple(found)


@settings(max_examples=400, deadline=None)
@given(slots(), rules_, approvals, moments, st.floats(0, 1, exclude_max=True))
def test_at_any_moment(known: tuple[Slot, ...], rules: OnAir, approval: Approval, now: datetime, share: float) -> None:
    found = steps(known, PLACES, rules, approval, now=now)
    by_slot = {slot.at: slot for slot in known}
    made = Counter(step.slot for step in found if step.kind in ("draft", "make", "none"))
    assert not made or max(made.values()) == 1
    assert len(set(found)) == len(found)
    for step in found:
        slot = by_slot[step.slot]
        late = now >= step.slot + timedelta(minutes=min(rules.late_minutes, rules.fresh_minutes))
        if step.kind in ("draft", "make"):
            assert not late
            assert not slot.finished and slot.status != "none"
            assert not (slot.entry and slot.entry.until and slot.entry.until > now)
            assert not any(step.slot < other.at <= now for other in known if not other.flash)
            assert step.rung != "last good" or rules.last_good
        if step.kind == "none":
            assert step.reason or (slot.entry and not slot.entry.reason)
        if step.kind == "deliver":
            assert slot.finished
            assert now < step.slot + timedelta(minutes=rules.fresh_minutes)
            assert step.target == "folder" or step.slot <= now
            theirs = [other for other in known if other.at > step.slot and not other.flash and other.finished]
            assert not any(other.at <= now for other in theirs)
    gone = {(step.slot, step.target) for step in found if step.kind == "withdraw"}
    for slot in known:
        for name, of in slot.deliveries.items():
            rested = of.changed is None or now >= of.changed + pause(of.tries)
            if now >= slot.at + timedelta(minutes=rules.fresh_minutes) and of.state != "withdrawn" and rested:
                assert (slot.at, name) in gone

    later = next_time(known, PLACES, rules, approval, now=now)
    assert later is None or later > now
    until = later - timedelta(microseconds=1) if later else now + timedelta(days=40)
    quiet = now + (until - now) * share
    assert steps(known, PLACES, rules, approval, now=quiet) == found  # nothing is due before the next time


# ---------------------------------------------------------------- any night


@dataclass
class World:
    """A playlog, a station and targets that fail as they are told to."""

    data: st.DataObject
    rules: OnAir
    approval: Approval
    now: datetime
    entries: dict[datetime, Entry | None]
    flashes: frozenset[datetime]
    given: dict[tuple[datetime, str], Delivery] = field(default_factory=dict)
    child: tuple[Step, datetime, str] | None = None  # what is made, when it ends, and how
    tries: Counter[datetime] = field(default_factory=Counter)

    def known(self) -> tuple[Slot, ...]:
        ahead = timedelta(minutes=max(self.rules.make_minutes, self.approval.draft_minutes) + 1)
        return tuple(
            Slot(at, of, {name: d for (slot, name), d in self.given.items() if slot == at}, at in self.flashes)
            for at, of in self.entries.items()
            if at <= self.now + (timedelta(0) if at in self.flashes else ahead)
        )

    def do(self, step: Step) -> None:
        of = self.entries[step.slot]
        if step.kind == "none":
            self.become(step.slot, "none", reason=step.reason)
        elif step.kind in ("draft", "make") and self.child is None:
            self.tries[step.slot] += 1
            ends = self.data.draw(st.sampled_from(["good", "good", "failed", "no news"]), label="making")
            seconds = self.data.draw(st.integers(1, 200), label="seconds")
            attempt = (of.attempt if of else 0) + 1
            base = of or Entry("radio", step.slot, "making", "host:1", 0, self.now, self.now)
            held = self.now + timedelta(minutes=15)
            status = base.status if base.status in ("scripted", "approved") else "making"
            self.entries[step.slot] = replace(base, status=status, attempt=attempt, until=held, changed=self.now)
            self.child = (step, self.now + timedelta(seconds=seconds), ends)
        elif step.kind in ("deliver", "withdraw"):
            before = self.given.get((step.slot, step.target), Delivery(step.target, "trying", tries=0))
            good = self.data.draw(st.integers(0, 3), label=step.kind) > 0 or before.tries > 9
            state = {"deliver": "delivered", "withdraw": "withdrawn"}[step.kind]
            if step.kind == "deliver" and good:
                newer = [at for (at, name), d in self.given.items() if name == step.target and d.state == "delivered"]
                assert not any(step.slot < at <= self.now or (at > step.slot and step.slot not in self.flashes)
                               for at in newer if at not in self.flashes), "an older one after a newer one"  # fmt: skip
            kept = state if good else ("failed" if step.kind == "deliver" else before.state)
            self.given[step.slot, step.target] = Delivery(
                step.target,
                kept,
                tries=before.tries + 1,
                changed=self.now,  # type: ignore[arg-type]
            )

    def reap(self) -> None:
        if self.child is None or self.now < self.child[1]:
            return
        step, _, ends = self.child
        self.child = None
        of = self.entries[step.slot]
        assert of is not None
        if of.status == "none":
            return  # a person said no meanwhile
        if ends == "good":
            self.become(step.slot, "scripted" if step.kind == "draft" else "made", script="s.md")
        elif ends == "no news":
            self.become(step.slot, "none", reason="no news")
        else:
            forget = {"approved_hash": ""} if step.rung == "last good" else {}
            self.become(step.slot, "failed", reason="no voice", **forget)

    def become(self, at: datetime, status: Any, **more: Any) -> None:
        of = self.entries[at] or Entry("radio", at, "making", "host:1", 1, self.now, self.now)
        self.entries[at] = replace(of, status=status, changed=self.now, until=None, **more)

    def person(self) -> None:
        """Somebody reads a draft, now and then."""
        for at, of in self.entries.items():
            if of and of.status == "scripted" and not of.until:
                say = self.data.draw(st.sampled_from(["", "", "yes", "no"]), label="a person says")
                if say == "yes":
                    self.become(at, "approved", approved_hash="a")
                elif say == "no":
                    self.become(at, "none", reason="rejected")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data(), rules_, approvals, st.sampled_from([5, 15, 60]))
def test_any_night_ends_with_every_slot_made_or_none(
    data: st.DataObject, rules: OnAir, approval: Approval, every: int
) -> None:
    ats_ = [after(every * number) for number in range(4)]
    flashes = frozenset(
        data.draw(st.sets(st.integers(-3, 4 * every).map(after).filter(lambda at: at not in ats_), max_size=2))
    )
    known = {**dict.fromkeys(ats_), **{at: Entry("radio", at, "made", "host:1", 1, at, at) for at in flashes}}
    world = World(data, rules, approval, after(-130), known, flashes)
    end = max(*ats_, *flashes) + timedelta(minutes=max(rules.fresh_minutes, rules.late_minutes) + 60)
    rounds = 0
    while world.now < end:
        rounds += 1
        assert rounds < 3000, "it hammers"
        world.reap()
        world.person()
        done = steps(world.known(), PLACES, rules, approval, now=world.now)
        for step in done:
            world.do(step)
        times = [next_time(world.known(), PLACES, rules, approval, now=world.now), world.now + timedelta(minutes=1)]
        if world.child:
            times.append(world.child[1])
        later = min(time for time in times if time)
        assert later > world.now
        world.now = later
    for at in ats_:
        of = world.entries[at]
        assert of is not None and of.status in (*FINISHED, "none"), (at, of)
        assert world.tries[at] <= 2 + (approval.draft_minutes + rules.make_minutes + rules.late_minutes + 2) * 2
    assert all(of.state == "withdrawn" for of in world.given.values())
