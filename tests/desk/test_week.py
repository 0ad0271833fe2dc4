"""A simulated week on air: 168 hours with a moving clock, and everything that wires do wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from random import Random
from zoneinfo import ZoneInfo

import pytest
from week_of_news import HOUR, WIRES, Happening, Newsroom, happenings

from bulletin.desk import category_of, decide, nothing
from bulletin.desk.order.filing import is_sensitive
from bulletin.model import Choice, Event, Mark
from bulletin.station.tables import Quota, RunningOrder

HOURS = 168
MOST = 8
ORDER = RunningOrder()
SILENT = range(60, 66)  # hours without any feed
KILLED, PINNED = 50, 110  # hours at which the editor acts
START = datetime(2026, 10, 21, 23, 0, tzinfo=UTC)  # the clocks of London go back on the 25th


@dataclass
class Aired:
    """One story of one bulletin, with what was true of it."""

    at: datetime
    choice: Choice
    truth: Happening
    pinned: bool


@dataclass
class Week:
    """What was on air, and what was said of the hours in which nothing was."""

    stories: list[Aired] = field(default_factory=list)
    rundowns: list[list[str]] = field(default_factory=list)  # one an hour: event id and reason of each story
    reasons: dict[int, str] = field(default_factory=dict)  # of hours without a story
    flashes: list[Aired] = field(default_factory=list)
    killed: str = ""
    killed_at: datetime = START
    pinned: str = ""


@cache
def on_air(zone: ZoneInfo, shuffle: int = 0, hours: int = HOURS) -> Week:
    """The week as a station in this zone airs it; `shuffle` changes the order in which events come in, and no more."""
    told = happenings(7, START, HOURS)
    flagged = Happening(9001, "africa", "", (START + 30 * HOUR + timedelta(minutes=12),), flagged=True)
    everywhere = Happening(9002, "world", "", (START + 90 * HOUR + timedelta(minutes=2),), papers=5)
    room = Newsroom([*told, flagged, everywhere], {}, {}, {}, [])
    week, random = Week(), Random(shuffle)
    for hour in range(hours):
        for minute in (0, 20, 40):
            now = START + hour * HOUR + timedelta(minutes=minute)
            found = {} if hour in SILENT else room.events(now)
            events = [event for event, _ in found.values()]
            if shuffle:
                random.shuffle(events)
            choices = decide(
                events, ORDER, at=now.astimezone(zone), most=MOST, marks=room.marks, first_seen=room.seen,
                wires=WIRES, flash=minute > 0,
            )  # fmt: skip
            assert len(choices) == len(events)
            chosen = [
                Aired(now, choice, found[choice.event.id][1], choice.event.id in {m.event for m in room.marks})
                for choice in choices
                if choice.place
            ]
            for one in chosen:
                room.air(one.choice.event, one.truth, now)
            if minute:
                week.flashes += chosen
                continue
            week.stories += chosen
            week.rundowns.append([f"{one.choice.event.id} {one.choice.reason}" for one in chosen])
            if not chosen:
                week.reasons[hour] = nothing(choices)
            _edit(hour, now, chosen, room, week)
    return week


def _edit(hour: int, now: datetime, chosen: list[Aired], room: Newsroom, week: Week) -> None:
    """What the editor does after some of the bulletins."""
    if hour == KILLED:
        week.killed, week.killed_at = chosen[0].choice.event.id, now
        room.marks.append(Mark(week.killed, "kill", None, "wrong name"))
    if hour == PINNED:
        week.pinned = chosen[-1].choice.event.id
        room.marks.append(Mark(week.pinned, "pin", now + 9 * HOUR))


@pytest.fixture(scope="module", params=["Europe/London", "Africa/Lagos"])
def week(request: pytest.FixtureRequest) -> Week:
    return on_air(ZoneInfo(request.param))


def everything(week: Week) -> list[Aired]:
    return sorted([*week.stories, *week.flashes], key=lambda one: one.at)


def by_event(week: Week) -> dict[str, list[Aired]]:
    found: dict[str, list[Aired]] = {}
    for one in everything(week):
        found.setdefault(one.choice.event.id, []).append(one)
    return found


def test_every_hour_has_its_bulletin_or_a_stated_reason(week: Week) -> None:
    assert len(week.rundowns) == HOURS
    assert week.reasons == dict.fromkeys(SILENT, "no story: nothing came in")
    assert all(3 <= len(rundown) <= MOST for hour, rundown in enumerate(week.rundowns) if hour not in SILENT)


def test_nothing_stale_is_aired(week: Week) -> None:
    def limit(one: Aired) -> timedelta:
        most = ORDER.latest_hours.get(one.truth.subject, ORDER.latest_hours["other"])
        return timedelta(hours=most) * (2 if one.pinned else 1)

    assert [one for one in everything(week) if one.at - one.truth.latest_news(one.at) > limit(one)] == []


def test_nothing_embargoed_expired_undated_or_foreign_is_aired(week: Week) -> None:
    for one in everything(week):
        assert one.truth.embargo is None or one.at >= one.truth.embargo
        assert one.truth.expires is None or one.at < one.truth.expires
        assert one.truth.trick not in ("careless", "french")
        assert one.choice.event.articles[0].language == "en"
    tricks = {one.truth.trick for one in everything(week)}
    assert {"embargoed", "dated ahead", "expires", "dateless", "both languages", "retitled", "aired anew"} <= tricks


def test_no_story_is_in_a_bulletin_twice(week: Week) -> None:
    for rundown in week.rundowns:
        assert len({line.split()[0] for line in rundown}) == len(rundown)


def test_no_story_is_aired_more_often_than_the_station_allows(week: Week) -> None:
    for airings in by_event(week).values():
        for place, one in enumerate(airings):
            day = [other for other in airings[: place + 1] if one.at - other.at <= timedelta(hours=24)]
            assert one.pinned or len(day) <= ORDER.most_airings
        for one, other in pairwise(airings):
            rested = other.at - one.at >= timedelta(minutes=ORDER.rest_minutes)
            assert rested or other.pinned or other.choice.breaking or other.choice.event.update


def test_quotas_hold(week: Week) -> None:
    bulletins: dict[datetime, list[Aired]] = {}
    for one in week.stories:
        bulletins.setdefault(one.at, []).append(one)
    for stories in bulletins.values():
        free = [one for one in stories if not one.choice.breaking and not one.pinned]
        count = Counter(category_of(one.choice.event.articles[0], ORDER) for one in free)
        assert all(number <= ORDER.quotas.get(category, Quota()).most for category, number in count.items())
        kickers = [category_of(one.choice.event.articles[0], ORDER) == "light" for one in stories]
        assert not any(kickers[:-1])
        for one, other in pairwise(stories):
            light = category_of(other.choice.event.articles[0], ORDER) == "light"
            assert not (light and is_sensitive(one.choice.event.articles[0]))


def test_both_breaking_stories_are_flashed_once_and_lead_the_next_hour(week: Week) -> None:
    assert [(one.truth.number, one.at - START) for one in week.flashes] == [
        (9001, 30 * HOUR + timedelta(minutes=20)),
        (9002, 90 * HOUR + timedelta(minutes=40)),  # its fourth paper has it at 23 minutes past
    ]
    assert week.rundowns[31][0].startswith(f"{9001:012x} leads: breaking")
    assert week.rundowns[91][0].startswith(f"{9002:012x} leads: breaking")


def test_a_killed_story_is_never_heard_again(week: Week) -> None:
    airings = by_event(week)[week.killed]
    assert airings
    assert max(one.at for one in airings) <= week.killed_at


def test_a_pinned_story_is_in_every_bulletin_until_its_pin_ends(week: Week) -> None:
    for hour in range(PINNED + 1, PINNED + 9):
        assert any(line.startswith(week.pinned) and "pinned" in line for line in week.rundowns[hour])


def test_updates_are_aired_as_updates(week: Week) -> None:
    assert any("has news since it was aired" in line for rundown in week.rundowns for line in rundown)


def test_the_same_news_gives_the_same_rundowns() -> None:
    zone = ZoneInfo("Europe/London")
    assert on_air(zone, 3, 72).rundowns == on_air(zone).rundowns[:72]


def test_an_hour_that_comes_twice_has_two_bulletins() -> None:
    """At two in the morning of 25 October London's clocks go back to one: both hours are told apart in reasons too."""
    london = ZoneInfo("Europe/London")
    first = datetime(2026, 10, 25, 1, 0, tzinfo=london)
    second = first.replace(fold=1)
    assert second.astimezone(UTC) - first.astimezone(UTC) == HOUR
    room = Newsroom(happenings(7, START, HOURS), {}, {}, {}, [])
    event = next(event for event, truth in room.events(first.astimezone(UTC)).values() if truth.trick == "")
    room_aired = Event(event.id, event.articles)

    def age(at: datetime) -> str:
        return decide([room_aired], ORDER, at=at, most=1)[0].reason

    assert age(first) != age(second)
