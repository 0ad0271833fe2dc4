"""What the loop does when: a table of moments."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bulletin.onair.deciding import Place, Slot, Step, steps
from bulletin.playlog import Delivery, Entry
from bulletin.station import Approval, OnAir

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PLACES = (Place("folder"), Place("live", at_slot=True))
ASKED = {choice: Approval(needed=True, without=choice) for choice in ("air", "last good", "none")}


def after(minutes: float) -> datetime:
    """So many minutes after noon."""
    return NOON + timedelta(minutes=minutes)


def entry(status: Any, at: datetime = NOON, *, changed: float = -10, held: float | None = None, **more: Any) -> Entry:
    """A bulletin that came to that status `changed` minutes from noon."""
    until = None if held is None else after(held)
    return Entry("radio", at, status, "host:1", more.pop("attempt", 1), at, after(changed), until, **more)


def told(at: float, *slots: Slot, approval: Approval | None = None, rules: OnAir | None = None) -> list[str]:
    """The steps at so many minutes from noon, in short."""
    found = steps(slots, PLACES, rules or OnAir(), approval or Approval(), now=after(at))
    return [_short(step) for step in found]


def _short(step: Step) -> str:
    words = [step.kind, f"{step.slot:%H:%M}", step.target, step.rung if step.kind == "make" else "", step.reason]
    return " ".join(word for word in (*words, "as approved" if step.approved else "") if word)


MADE = [
    (-5.1, None, []),
    (-5, None, ["make 12:00 whole"]),
    (-4, entry("making", held=10), []),
    (-4, entry("making", held=-4.5), ["make 12:00 whole"]),  # its process died
    (-4, entry("failed", changed=-4.1), []),  # a pause first
    (-4, entry("failed", changed=-4.3), ["make 12:00 whole"]),
    (-4, entry("failed", changed=-4.6, attempt=2), ["make 12:00 fewer"]),
    (-3, entry("failed", changed=-4, attempt=3), ["make 12:00 last good"]),
    (-2, entry("failed", changed=-3, attempt=4, reason="no voice"), ["none 12:00 no voice"]),
    (9.9, None, ["make 12:00 whole"]),
    (10, None, ["none 12:00 missed: nobody made it in time"]),
    (11, entry("making", held=12), []),  # let them finish
    (11, entry("failed", reason="no voice"), ["none 12:00 no voice"]),
    (11, entry("none"), []),
    (70, entry("failed", reason="no voice"), ["none 12:00 no voice"]),  # left over: nothing ran for an hour
    (70, entry("scripted"), ["none 12:00 missed: nobody made it in time"]),
]


@pytest.mark.parametrize(("at", "of", "due"), MADE)
def test_a_bulletin_is_made_by_the_ladder_until_it_is_late(at: float, of: Entry | None, due: list[str]) -> None:
    assert told(at, Slot(NOON, of)) == due


YES = {"approved_hash": "a", "script_hash": "a", "script": "s.md"}
APPROVED = [
    ("none", -20.1, None, []),
    ("none", -20, None, ["draft 12:00"]),
    ("none", -19, entry("failed", changed=-19.3), ["draft 12:00"]),
    ("none", -2, entry("failed", changed=-3, attempt=9), ["draft 12:00"]),
    ("none", -10, entry("scripted"), []),
    ("none", -1, entry("scripted"), ["none 12:00 nobody approved it in time"]),
    ("none", -1, entry("failed", changed=-3, reason="no wires"), ["none 12:00 no wires"]),
    ("none", -15, entry("approved", **YES), ["make 12:00 whole as approved"]),
    ("none", -15, entry("approved", held=-5, **YES), []),
    ("none", -9, entry("failed", attempt=9, **YES), ["make 12:00 whole as approved"]),  # drafting it took eight
    ("none", -1, entry("failed", changed=-2, attempt=5, **YES), ["make 12:00 whole as approved"]),
    ("none", 1, entry("failed", changed=0, attempt=5, **YES), ["make 12:00 last good"]),
    ("air", -1.1, entry("scripted"), []),
    ("air", -1, entry("scripted"), ["make 12:00 whole as approved"]),
    ("air", -1, None, ["make 12:00 whole"]),
    ("air", -1, entry("failed", changed=-3, attempt=9), ["make 12:00 whole"]),  # nine drafts failed
    ("air", 0, entry("failed", changed=-0.9, attempt=2), ["make 12:00 last good"]),
    ("last good", -1, entry("scripted"), ["make 12:00 last good"]),
    ("last good", 0, entry("failed", changed=-0.9, attempt=9), []),  # never without a pause
    ("last good", 0.2, entry("failed", changed=-0.9, attempt=9), ["make 12:00 last good"]),
    ("last good", 10, entry("failed", changed=8, reason="no voice"), ["none 12:00 no voice"]),
]


@pytest.mark.parametrize(("without", "at", "of", "due"), APPROVED)
def test_without_a_yes_the_station_decides_a_minute_before(
    without: str, at: float, of: Entry | None, due: list[str]
) -> None:
    assert told(at, Slot(NOON, of), approval=ASKED[without]) == due


def test_a_yes_counts_on_a_station_that_needs_none() -> None:
    assert told(-15, Slot(NOON, entry("approved", **YES))) == ["make 12:00 whole as approved"]
    assert told(-15, Slot(NOON, entry("scripted"))) == []


def test_where_the_last_good_is_not_wanted_there_is_none() -> None:
    rules = OnAir(last_good=False)
    failed = Slot(NOON, entry("failed", changed=-4, attempt=3, reason="no voice"))
    assert told(-3, failed, rules=rules) == ["none 12:00 no voice"]
    due = told(-1, Slot(NOON, entry("scripted")), rules=rules, approval=ASKED["last good"])
    assert due == ["none 12:00 the last good bulletin is not aired again here ([onair] last_good)"]


def test_only_the_newest_of_the_missed_is_made() -> None:
    quarter = [Slot(after(15 * n)) for n in range(3)]
    assert told(31, *quarter, rules=OnAir(late_minutes=40)) == [
        "make 12:30 whole",
        "none 12:15 missed: a newer one was due already",
        "none 12:00 missed: a newer one was due already",
    ]
    failed = Slot(NOON, entry("failed", changed=14, attempt=1, reason="no voice"))
    assert told(16, failed, Slot(after(15), entry("made", after(15)), _everywhere())) == ["none 12:00 no voice"]


def test_a_flash_that_failed_is_no_hourly_bulletin() -> None:
    flash = Slot(after(7), entry("failed", after(7), changed=7), flash=True)
    assert told(8, Slot(NOON, entry("aired"), _everywhere()), flash) == []
    assert told(18, Slot(NOON, entry("aired"), _everywhere()), flash) == ["none 12:07 missed: nobody made it in time"]


def _everywhere(state: Any = "delivered") -> dict[str, Delivery]:
    return {place.name: Delivery(place.name, state) for place in PLACES}


def test_each_target_is_given_it_when_it_wants_it() -> None:
    made = Slot(NOON, entry("made"))
    assert told(-6, made) == []  # approved early; its forerunner is still news
    assert told(-5, made) == ["deliver 12:00 folder"]
    assert told(0, made) == ["deliver 12:00 folder", "deliver 12:00 live"]
    assert told(10, made) == ["deliver 12:00 folder"]  # what breaks in does not break in at ten past
    assert told(64, replace(made, deliveries=_everywhere())) == []
    assert told(65, replace(made, deliveries=_everywhere())) == ["withdraw 12:00 folder", "withdraw 12:00 live"]
    assert told(65, replace(made, deliveries=_everywhere("withdrawn"))) == []


def test_a_bulletin_that_is_approved_long_before_its_time_keeps_no_other_off_the_air() -> None:
    now, early = Slot(NOON, entry("made")), Slot(after(60), entry("made", after(60)))
    assert told(0, now, early) == ["deliver 12:00 folder", "deliver 12:00 live"]
    assert told(55, now, early) == ["deliver 13:00 folder"]


def test_five_minutes_apart_each_is_given_to_what_plays_at_once() -> None:
    now, soon = Slot(NOON, entry("made"), {"folder": Delivery("folder", "delivered")}), Slot(after(5), entry("made"))
    assert told(0, now, soon) == ["deliver 12:05 folder", "deliver 12:00 live"]


def test_what_is_made_anew_stands_until_then() -> None:
    """`make --again` of what is on the air: the one before it does not come back."""
    before = Slot(after(-60), entry("aired", after(-60)), {"folder": Delivery("folder", "failed", changed=after(-59))})
    anew = Slot(NOON, entry("making", held=15, kept="aired"), _everywhere())
    assert told(3, before, anew) == []


def test_a_flash_goes_before_the_hour_it_is_in_and_after_none_that_is_due() -> None:
    flash = Slot(after(-2), entry("made", after(-2)), flash=True)
    hour = Slot(NOON, entry("made"), {"folder": Delivery("folder", "delivered")})
    assert told(-1, flash, hour) == ["deliver 11:58 folder", "deliver 11:58 live"]
    assert told(0, flash, hour) == ["deliver 12:00 live"]


def test_a_story_that_is_killed_before_the_slot_is_taken_back_and_made_anew_without() -> None:
    killed = Slot(NOON, entry("made", changed=-4), killed=True)
    given = replace(killed, deliveries={"folder": Delivery("folder", "delivered", changed=after(-4), tries=1)})
    back = replace(killed, deliveries={"folder": Delivery("folder", "withdrawn", changed=after(-3), tries=1)})
    anew = replace(back, entry=entry("making", held=10, kept="made"))
    moments = (-3, given), (-3, back), (-2, anew), (1, killed), (11, killed), (-3, replace(given, killed=False))
    assert [told(at, slot) for at, slot in moments] == [
        ["withdraw 12:00 folder"], ["make 12:00 whole"], [], ["make 12:00 whole"], [], [],
    ]  # fmt: skip


def test_what_is_on_the_air_when_a_story_is_killed_is_not_played_twice() -> None:
    there = {name: Delivery(name, "delivered", changed=after(0), tries=1) for name in ("folder", "live")}
    assert told(3, Slot(NOON, entry("aired"), there, killed=True)) == []
