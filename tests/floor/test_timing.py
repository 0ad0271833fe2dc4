"""When the next bulletin is: by the station's clock and its schedule, right across daylight saving."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import timing

ZONES = [
    "Africa/Lagos",
    "Europe/London",
    "America/St_Johns",
    "Africa/Casablanca",
    "Australia/Lord_Howe",
    "Africa/Cairo",
]


@dataclass(frozen=True)
class Row:
    minute: int = 0
    hours: tuple[int, ...] = ()
    days: tuple[str, ...] = tuple(timing.DAYS)


moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))
schedules = st.lists(
    st.builds(Row, st.integers(0, 59), st.lists(st.integers(0, 23), max_size=3).map(tuple), st.sets(st.sampled_from(timing.DAYS)).map(tuple)),
    max_size=4,
)  # fmt: skip


def is_slot(at, every, rows):
    return (at.hour * 60 + at.minute) % every == 0 or timing.form(rows, at) is not None


@given(moments, st.sampled_from([15, 30, 60, 240, 1440]), st.sampled_from(ZONES), schedules)
def test_the_next_slot_is_the_first_that_is_later(after, every, zone, rows):
    at = timing.next_slot(after, ZoneInfo(zone), every, rows)
    assert after < at <= after + timedelta(days=2)
    assert is_slot(at, every, rows)
    between = after.replace(second=0, microsecond=0) + timedelta(minutes=1)
    while between < min(at, after + timedelta(minutes=90)):
        assert not is_slot(between.astimezone(ZoneInfo(zone)), every, rows)
        between += timedelta(minutes=1)


@pytest.mark.parametrize(("day", "slots"), [((2026, 3, 29), 46), ((2026, 6, 1), 48), ((2026, 10, 25), 50)])
def test_a_day_of_headlines_at_half_past_has_as_many_as_it_has_hours(day, slots):
    """In London: 23 hours in March, 25 in October."""
    zone = ZoneInfo("Europe/London")
    at, seen = datetime(*day, tzinfo=zone) - timedelta(seconds=1), []
    while (at := timing.next_slot(at, zone, 60, [Row(30)])).day == day[2]:
        seen.append(at.astimezone(UTC))
    assert len(seen) == len(set(seen)) == slots
    assert {(b - a) for a, b in pairwise(seen)} == {timedelta(minutes=30)}


def test_a_time_that_the_clock_leaves_out_has_no_bulletin_that_day():
    zone, row = ZoneInfo("Europe/London"), Row(15, (1,))
    at = timing.next_slot(datetime(2026, 3, 29, 0, 59, tzinfo=zone), zone, 1440, [row])
    assert at == datetime(2026, 3, 30, 0, 0, tzinfo=zone)
    assert timing.next_slot(at, zone, 1440, [row]) == datetime(2026, 3, 30, 1, 15, tzinfo=zone)


def test_the_first_row_that_matches_gives_the_form():
    weekend, seven, half = Row(0, (7,), ("sat", "sun")), Row(0, (7,)), Row(30)
    rows = [weekend, seven, half]
    at = datetime(2026, 9, 11, 7, 0, tzinfo=UTC)  # a Friday
    assert timing.form(rows, at) is seven
    assert timing.form(rows, at + timedelta(days=1)) is weekend
    assert timing.form(rows, at + timedelta(minutes=30)) is half
    assert timing.form(rows, at + timedelta(hours=1)) is None
