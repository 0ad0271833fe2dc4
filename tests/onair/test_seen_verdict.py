"""When a station is well, and when somebody is to be woken: the verdict as a table, and metrics of the same values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bulletin.onair import metrics
from bulletin.onair.judging import Verdict, verdict, worst
from bulletin.onair.state import Standing
from bulletin.playlog import Delivery, Entry
from bulletin.station import Approval, OnAir

TWO = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)  # the slot that is on air
NOW = TWO + timedelta(minutes=20)
HOUR = timedelta(hours=1)


def entry(hour: int, status: Any = "aired", **more: Any) -> Entry:
    slot = TWO.replace(hour=hour)
    return Entry("harbour-fm", slot, status, "vm:1", 1, slot, slot, template="hourly", **more)


def delivered(state: Any = "delivered", target: str = "folder", note: str = "2,880,044 bytes") -> Delivery:
    return Delivery(target, state, "", 1, note, NOW)


WELL = Standing(
    station="harbour-fm",
    name="Harbour FM",
    now=NOW,
    zone=UTC,
    onair=OnAir(),
    approval=Approval(),
    targets=("folder",),
    due=TWO,
    owed=TWO,
    next=TWO + HOUR,
    form="hourly",
    entries=(entry(14), entry(13)),
    deliveries={TWO: (delivered(),), TWO - HOUR: (delivered("withdrawn"),)},
    last=entry(14),
    since=TWO,
    wires=4,
    alive=NOW - timedelta(seconds=20),
)
LATE = replace(WELL, due=TWO + HOUR, owed=TWO + HOUR, now=TWO + HOUR + timedelta(minutes=3), next=TWO + 2 * HOUR,
               alive=TWO + HOUR)  # fmt: skip
NOTHING = replace(LATE, now=TWO + HOUR + timedelta(minutes=9), alive=TWO + HOUR + timedelta(minutes=8),
                  deliveries={TWO: (delivered("withdrawn"),)})  # fmt: skip
NEVER = replace(WELL, entries=(), deliveries={}, last=None, since=None)
SOON = replace(WELL, now=TWO + timedelta(minutes=55), alive=TWO + timedelta(minutes=55))
MOMENT = TWO + timedelta(minutes=59, seconds=10)

TABLE: dict[str, tuple[Standing, int, str]] = {
    "made at the last moment, as the station wants it": (
        replace(SOON, now=MOMENT, alive=MOMENT, onair=OnAir(make_minutes=0.5)), 0, "",
    ),
    "never heard, and its loop never started, a moment before the slot": (
        replace(NEVER, now=MOMENT, alive=None), 3, "`bulletin onair` does not run: it has left no heartbeat",
    ),
    "all is well": (WELL, 0, ""),
    "between two bulletins, when the clock asks for none": (
        replace(WELL, now=TWO + timedelta(minutes=70), due=None, owed=None, next=TWO + 3 * HOUR, alive=TWO + timedelta(minutes=70),
                deliveries={TWO: (delivered("withdrawn"),)}), 0, ""),
    "the loop is dead": (replace(WELL, alive=NOW - timedelta(minutes=4)), 2,
                         "`bulletin onair` is dead or hangs: its last heartbeat was at 14:16"),
    "the heartbeat is of tomorrow": (replace(WELL, alive=NOW + HOUR), 2,
                                     "`bulletin onair` is dead or hangs: its last heartbeat was at 15:20"),
    "the loop never ran, and something was on air": (replace(WELL, alive=None), 2,
                                                     "`bulletin onair` does not run: it has left no heartbeat"),
    "a new station": (NEVER, 3, "nothing was ever on air; the first bulletin is due at 15:00"),
    "a new station that fails": (replace(NEVER, entries=(entry(14, "none", reason="the wires are silent"),)), 2,
                                 "nothing fresh is on air: the 14:00 bulletin was not made: the wires are silent"),
    "late, but the last one is still fresh": (
        LATE, 1, "the 15:00 bulletin is not made; that of 14:00 is still on air"),
    "late by seconds": (replace(LATE, now=TWO + HOUR + timedelta(seconds=30), owed=TWO, entries=(entry(15, "made"), entry(14))),
                        0, ""),
    "nothing fresh on air": (NOTHING, 2, "nothing fresh is on air: the 15:00 bulletin is not made"),
    "made, and no target takes it": (
        replace(NOTHING, entries=(entry(15, "made"), entry(14)),
                deliveries={TWO + HOUR: (delivered("failed", note="studio:1234 cannot be connected to"),)}), 2,
        "nothing fresh is on air: the 15:00 bulletin is made but no target has it: studio:1234 cannot be connected to"),
    "one of two targets has not got it": (replace(WELL, targets=("folder", "liquidsoap")), 1,
                                          "liquidsoap has not got the 14:00 bulletin"),
    "one of two targets failed": (
        replace(WELL, targets=("folder", "liquidsoap"),
                deliveries={TWO: (delivered(), delivered("failed", "liquidsoap", "no answer"))}), 1,
        "liquidsoap has not got the 14:00 bulletin: no answer"),
    "a stale one is still there": (
        replace(WELL, deliveries=WELL.deliveries | {TWO - HOUR: (delivered(note="no answer"),)}), 1,
        "folder may still have the 13:00 bulletin, which is stale: no answer"),
    "the last good one": (replace(WELL, last=replace(entry(14), by="vm:1 (last good)")), 1,
                          "the 14:00 bulletin is the last good one, greeted anew"),
    "the next one failed and is tried again": (
        replace(SOON, entries=(entry(15, "failed", reason="the voice hangs"), *WELL.entries)), 1,
        "the 15:00 bulletin failed and is tried again: the voice hangs"),
    "a draft waits and time is short": (
        replace(SOON, approval=Approval(needed=True), entries=(replace(entry(15, "scripted"), until=None), *WELL.entries)), 1,
        "the 15:00 draft waits for approval, and 5 minutes are left"),
    "a draft waits and there is time": (
        replace(WELL, approval=Approval(needed=True), entries=(entry(15, "scripted"), *WELL.entries)), 0, ""),
    "the slot is here, and nothing is made": (
        replace(SOON, now=TWO + HOUR - timedelta(seconds=20), alive=TWO + HOUR - timedelta(seconds=20)), 1,
        "the 15:00 bulletin is not made"),
    "it is made anew while it is on air": (replace(WELL, entries=(entry(14, "making", kept="aired"), entry(13))), 0, ""),
    "one of four wires is silent": (replace(WELL, silent=("Coast Courier: no answer",)), 0, ""),
    "half of the wires are silent": (replace(WELL, silent=("Coast Courier: no answer", "b: 404")), 1,
                                     "2 of 4 wires gave nothing: Coast Courier: no answer"),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_verdict(case: str) -> None:
    standing, code, reason = TABLE[case]
    found = verdict(standing)
    assert (found.code, next(iter(found.reasons), "")) == (code, reason)


def test_the_worst_of_several_stations() -> None:
    assert [worst([Verdict(code) for code in codes]) for codes in ([0, 0], [0, 3], [3, 1], [1, 2, 3], [])] == [
        0,
        3,
        1,
        2,
        3,
    ]


def gauges(*standings: Standing) -> dict[str, float]:
    rows = (line.rsplit(" ", 1) for line in metrics.text(standings).splitlines() if not line.startswith("#"))
    return {name: float(value) for name, value in rows}


def test_the_gauge_that_pages_goes_on_counting_when_nothing_happens_any_more() -> None:
    ages = [
        gauges(replace(WELL, now=NOW + n * HOUR))['bulletin_on_air_age_seconds{station="harbour-fm"}'] for n in (0, 5)
    ]
    assert ages == [20 * 60, 20 * 60 + 5 * 3600]
    assert gauges(NEVER)['bulletin_on_air_age_seconds{station="harbour-fm"}'] == float("inf")


def test_the_other_gauges() -> None:
    found = gauges(replace(WELL, making_seconds=12.5, silent=("b: 404",)), replace(NEVER, station="kano-fm"))
    ours = {
        name.replace('station="harbour-fm"', "").replace(",}", "}").replace("{}", ""): value
        for name, value in found.items()
    }
    expected = {
        "bulletin_on_air": 1, "bulletin_next_slot_seconds": 40 * 60, "bulletin_making_seconds": 12.5, "bulletin_wires": 4,
        "bulletin_wires_silent": 1, "bulletin_loop_age_seconds": 20, "bulletin_status": 0,
        "bulletin_on_air_slot_timestamp_seconds": TWO.timestamp(), "bulletin_playlog_readable": 1,
    }  # fmt: skip
    assert {name: ours.get(name) for name in expected} == expected
    assert found['bulletin_slots_last_day{state="aired",station="harbour-fm"}'] == 2
    assert found['bulletin_deliveries_last_day{state="withdrawn",station="harbour-fm",target="folder"}'] == 1
    assert found['bulletin_on_air{station="kano-fm"}'] == 0
