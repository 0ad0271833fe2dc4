"""The running order, rule by rule: what goes in, what does not, and the line that says why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from told_for_order import AT, ago, aired, article, digest, event, of

from bulletin.desk import decide, nothing
from bulletin.model import Choice, Event, Mark
from bulletin.station.tables import Quota, RunningOrder, Wire

RULES = RunningOrder()
FREE = replace(RULES, quotas={}, lead=(), weights={"other": 1.0})  # nothing but age counts


def decided(*events: Event, order: RunningOrder = FREE, most: int = 8, at: datetime = AT, **more: Any) -> list[str]:
    """Each choice as "name: reason", the bulletin's first."""
    return [f"{named(choice)}: {choice.reason}" for choice in decide(events, order, at=at, most=most, **more)]


def running(*events: Event, order: RunningOrder = FREE, most: int = 8, **more: Any) -> list[str]:
    """The names of what is in, in running order."""
    return [named(choice) for choice in decide(events, order, at=AT, most=most, **more) if choice.place]


def named(choice: Choice) -> str:
    return choice.event.articles[0].headline.split()[0]


@pytest.mark.parametrize(
    ("told", "more", "reason"),
    [
        (event("Amo", 12, breaking=True), {}, "leads: breaking, 12 min old"),
        (event("Amo", 125, "local"), {}, "leads: local, 2 h old"),
        (event("Amo", 24 * 60), {}, "leads: world, 24 h old"),
        (event("Amo", 24 * 60 + 1), {}, "not in: stale, 24 h 1 min old and 24 h is the most for world"),
        (event("Amo", 25 * 60 + 9), {}, "not in: stale, 25 h old and 24 h is the most for world"),
        (event("Amo", 20 * 60, "sport"), {}, "not in: stale, 20 h old and 14 h is the most for sport"),
        (event("Amo", 60 * 24 * 9), {}, "not in: stale, 9 days old and 24 h is the most for world"),
        (event("Amo", embargo=ago(-60)), {}, "not in: embargoed until 14:00"),
        (event("Amo", embargo=AT), {}, "leads: world, under 1 min old"),
        (event("Amo", -60), {}, "not in: embargoed until 14:00, the date on its copy"),
        (event("Amo", -60 * 24 * 2), {}, "not in: embargoed until 13:00 on Friday 30 October, the date on its copy"),
        (event("Amo", embargo=datetime(2099, 1, 1, tzinfo=UTC)), {}, "not in: embargoed until 1 January 2099"),
        (event("Amo", expires=ago(60)), {}, "not in: expired at 12:00"),
        (event("Amo", expires=AT), {}, "not in: expired at 13:00"),
        (event("Amo", None), {}, "not in: no date, and its wire's undated is never"),
        (event("Amo", language="fr"), {}, "not in: there is no version in English, only in French"),
        (event("Amo", language="en-GB"), {}, "leads: world, 1 h old"),
        (event("Amo"), {"language": "fr-SN"}, "not in: there is no version in French, only in English"),
        (event("Amo"), {"flash": True}, "not in: a flash is for breaking news only"),
        (event("Amo"), {"without": {digest("Amo"): "HTTP\n 500"}}, "not in: its text could not be had: HTTP 500"),
        (event("Amo"), {"elsewhere": {digest("Amo"): "world"}}, "not in: another kind: world"),
        (event("Amo"), {"most": 0}, "not in: no room, it came 1st"),
    ],
)
def test_one_story_alone(told: Event, more: dict[str, Any], reason: str) -> None:
    assert decided(told, **more) == [f"Amo: {reason}"]


@pytest.mark.parametrize(
    ("before", "update", "reason"),
    [
        ((600, 480, 360, 240), False, "not in: aired 4 times in 24 hours, which is the most"),
        ((600, 480, 360, 240), True, "not in: aired 4 times in 24 hours, which is the most"),
        ((1440, 480, 360, 240), False, "not in: aired 4 times in 24 hours, which is the most"),
        ((1441, 480, 360, 240), False, "not in: stale, 24 h 2 min old and 24 h is the most for world"),
        ((480, 360, 240), False, "leads: world, 10 h old"),
        ((30,), False, "not in: aired at 12:30, 30 min ago, with no news since: it rests 50 min"),
        ((50,), False, "leads: world, 10 h old"),
        ((30,), True, "leads: world, has news since it was aired at 12:30, 5 min old"),
        ((0, -60), False, "leads: world, 10 h old"),  # this very hour and the next, made before: as if they were not
    ],
)
def test_rotation(before: tuple[float, ...], update: bool, reason: str) -> None:
    minutes = 1442 if 1441 in before else 600
    one = article("Amo", minutes, updated=ago(5) if update else None)
    assert decided(of(one, aired=aired("Amo", *before), update=update)) == [f"Amo: {reason}"]


@pytest.mark.parametrize(
    ("mark", "minutes", "reason"),
    [
        (Mark("amo", "kill", None, "wrong\nname"), 60, "not in: an editor killed it: wrong name"),
        (Mark("amo", "kill", ago(-120)), 60, "not in: an editor killed it until 15:00"),
        (Mark("amo", "kill", ago(1)), 60, "leads: world, 1 h old"),
        (Mark("amo", "pin", ago(-120), "vote"), 60, "leads: pinned until 15:00 (vote), world, 1 h old"),
        (Mark("amo", "pin"), 47 * 60, "leads: pinned, world, 47 h old"),
        (Mark("amo", "pin"), 49 * 60, "not in: stale, 49 h old and 48 h is the most for world, even with a pin"),
        (Mark("amo", "pin", AT), 47 * 60, "not in: stale, 47 h old and 24 h is the most for world"),
    ],
)
def test_marks(mark: Mark, minutes: float, reason: str) -> None:
    assert decided(event("Amo", minutes), marks=[replace(mark, event=digest("Amo"))]) == [f"Amo: {reason}"]


def test_a_kill_an_embargo_and_an_expiry_beat_a_pin() -> None:
    pin, kill = Mark(digest("Amo"), "pin"), Mark(digest("Amo"), "kill")
    assert running(event("Amo"), marks=[pin, kill]) == []
    assert running(event("Amo", embargo=ago(-1)), marks=[pin]) == []
    assert running(event("Amo", expires=ago(1)), marks=[pin]) == []


def test_a_pin_airs_in_each_bulletin_and_does_not_wait() -> None:
    told = of(article("Amo"), aired=aired("Amo", 50, 40, 30, 20, 10))
    assert running(told, marks=[Mark(digest("Amo"), "pin")]) == ["Amo"]


def test_a_mark_may_name_any_article_of_the_event() -> None:
    both = of(article("Amo"), article("Bede"))
    assert running(both, marks=[Mark(digest("Bede"), "kill")]) == []


# ---------------------------------------------------------------- how old it is


def test_the_same_text_with_a_new_date_is_as_old_as_it_was() -> None:
    old, new = (
        article("Amo", 1500),
        replace(article("Amo", 5), id=digest("Bede"), headline="UPDATED: Amo opens a bridge"),
    )
    assert decided(of(new, old)) == ["UPDATED:: not in: stale, 25 h old and 24 h is the most for world"]


def test_an_update_with_news_is_fresh() -> None:
    old = article("Amo", 1500)
    new = replace(
        article("Amo", 5), id=digest("Bede"), paragraphs=("Engineers closed it again after cracks appeared.",)
    )
    assert decided(of(new, old)) == ["Amo: leads: world, 5 min old"]


def test_what_is_stale_by_itself_is_not_read_where_another_tells_it_newly() -> None:
    old, new = article("Amo", 1500), article("Bede", 30)
    assert decided(of(old, new)) == ["Bede: leads: world, 30 min old, from 2 sources"]


def test_a_date_later_than_our_first_sight_of_it_is_a_lie() -> None:
    seen = {digest("Amo"): ago(1500)}
    assert decided(event("Amo", 5), first_seen=seen) == ["Amo: not in: stale, 25 h old and 24 h is the most for world"]
    assert decided(event("Amo", 5), first_seen={digest("Amo"): ago(9)}) == ["Amo: leads: world, 5 min old"]


def test_a_later_date_without_news_does_not_make_an_aired_story_younger() -> None:
    told = of(article("Amo", 5), aired=aired("Amo", 1500, 300))
    assert decided(told) == ["Amo: not in: stale, 25 h old and 24 h is the most for world"]


def test_undated_copy_is_as_old_as_our_first_sight_of_it_where_its_wire_may() -> None:
    wires = [Wire("https://amo.example/feed", undated="seen")]
    assert decided(event("Amo", None), wires=wires, first_seen={digest("Amo"): ago(90)}) == [
        "Amo: leads: world, 1 h old"
    ]
    assert decided(event("Amo", None), wires=wires) == [
        "Amo: not in: no date, and it is not known when it was first seen"
    ]


def test_freshness_has_the_half_life_of_its_category() -> None:
    scores = {
        choice.event.articles[0].category: choice.score
        for choice in decide(
            [event("Amo", 360, "world"), event("Bede", 240, "sport"), event("Cera", 0, "africa")], FREE, at=AT, most=8
        )
    }
    assert scores == pytest.approx({"world": 0.5, "sport": 0.5, "africa": 1.0})


def test_ages_are_true_across_daylight_saving() -> None:
    london = ZoneInfo("Europe/London")  # the clock goes back at 2:00 on 25 October: this day has 25 hours
    told = event("Amo", published=datetime(2026, 10, 24, 12, 30, tzinfo=london))
    noon = datetime(2026, 10, 25, 12, 0, tzinfo=london)
    assert decided(told, at=noon) == ["Amo: not in: stale, 24 h 30 min old and 24 h is the most for world"]
    again = of(article("Bede", published=noon - timedelta(hours=2)), aired=aired("Bede"))
    held = replace(again.articles[0], embargo=datetime(2026, 10, 25, 14, 0, tzinfo=UTC))
    assert decided(of(held), at=noon.astimezone(london)) == ["Bede: not in: embargoed until 14:00"]


# ---------------------------------------------------------------- breaking


def many(count: int, minutes: float = 20) -> Event:
    return of(*(article(name, minutes) for name in ("Amo", "Bede", "Cera", "Dore", "Esk")[:count]))


@pytest.mark.parametrize(
    ("told", "breaking"),
    [
        (many(4), True),
        (many(3), False),
        (many(5, minutes=61), False),
        (event("Amo", 60, breaking=True), True),
        (event("Amo", 61, breaking=True), False),
        (of(article("Amo", 5, breaking=True), article("Bede", 90)), False),  # first told 90 minutes ago
    ],
)
def test_breaking(told: Event, breaking: bool) -> None:
    assert [choice.breaking for choice in decide([told], FREE, at=AT, most=8)] == [breaking]


def test_one_text_in_four_papers_is_one_source() -> None:
    words = (
        "The council said that trucks heavier than eight tonnes must use the northern road until repairs end in May.",
    )
    papers = [article(name, 20, paragraphs=words) for name in ("Amo", "Bede", "Cera", "Dore")]
    assert [choice.breaking for choice in decide([of(*papers)], FREE, at=AT, most=8)] == [False]


def test_a_wire_that_the_station_does_not_believe_breaks_nothing() -> None:
    wires = [Wire("https://amo.example/feed", breaking=False)]
    assert decided(event("Amo", breaking=True), wires=wires) == ["Amo: leads: world, 1 h old"]


def test_a_wire_that_calls_everything_breaking_is_not_believed() -> None:
    def crying(count: int) -> list[bool]:
        told = [event(f"Amo{number}", breaking=True, wire="https://amo.example/feed") for number in range(count)]
        return [choice.breaking for choice in decide(told, FREE, at=AT, most=8)]

    assert crying(3) == [True] * 3
    assert crying(4) == [False] * 4


def test_breaking_goes_first_then_pins_then_a_lead_then_the_best() -> None:
    told = [event("Best", 1), event("Local", 300, "local"), event("Pin", 600), event("Now", 50, breaking=True)]
    assert running(*told, order=RULES, marks=[Mark(digest("Pin"), "pin")]) == ["Now", "Pin", "Local", "Best"]


def test_breaking_does_not_rest_after_its_flash() -> None:
    assert running(of(article("Amo", 40, breaking=True), aired=aired("Amo", 20))) == ["Amo"]


def test_a_flash_is_one_breaking_story_that_was_never_aired() -> None:
    new = [event("Amo", 10, breaking=True), event("Bede", 5, breaking=True)]
    old = of(article("Cera", 10, breaking=True), aired=aired("Cera", 5))
    assert decided(*new, old, flash=True) == [
        "Bede: leads: breaking, 5 min old",
        "Amo: not in: no room, though breaking, it came 2nd",
        "Cera: not in: a flash tells what is new, and this was aired at 12:55",
    ]


# ---------------------------------------------------------------- balance


def test_the_lead_is_of_a_lead_category_where_one_is_worth_it() -> None:
    assert running(event("World", 5), event("Africa", 300, "africa"), order=RULES) == ["Africa", "World"]
    assert running(event("World", 5), event("Africa", 23 * 60, "africa"), order=RULES) == ["World", "Africa"]


def test_the_least_of_a_quota_comes_before_better_stories() -> None:
    order = replace(FREE, quotas={"sport": Quota(1, 1)})
    told = [event("Amo", 1), event("Bede", 2), event("Ball", 600, "sport"), event("Bat", 700, "sport")]
    assert decided(*told, order=order, most=2) == [
        "Amo: leads: world, 1 min old",
        "Ball: 2nd: sport, 10 h old, for the quota of sport",
        "Bede: not in: no room, it came 2nd",
        "Bat: not in: the quota of sport is full",
    ]


def test_breaking_and_pins_count_in_a_quota_but_are_not_held_back_by_it() -> None:
    order = replace(FREE, quotas={"other": Quota(0, 1)})
    told = [event("Now", 5, breaking=True), event("Pin", 5), event("Amo", 1)]
    assert running(*told, order=order, marks=[Mark(digest("Pin"), "pin")]) == ["Now", "Pin"]


def test_among_near_equals_the_one_goes_first_that_was_aired_longest_ago() -> None:
    told = [
        of(article("Amo", 60), aired=aired("Amo", 60)),
        of(article("Bede", 62), aired=aired("Bede", 61)),
        event("Cera", 64),
        event("Dore", 600),
    ]
    assert running(*told) == ["Cera", "Bede", "Amo", "Dore"]


def test_weights_of_wire_and_category_and_the_number_of_sources_count() -> None:
    assert running(event("Amo"), event("Bede", weight=2.0)) == ["Bede", "Amo"]
    assert running(event("Amo"), event("Bede", category="local"), order=replace(RULES, lead=())) == ["Bede", "Amo"]
    assert running(event("Amo"), of(article("Bede"), article("Cera"))) == ["Bede", "Amo"]


# ---------------------------------------------------------------- neighbours

DEATH = {"paragraphs": ("Four miners died when a shaft fell in.",)}


def test_the_kicker_is_at_the_end_and_beside_nothing_sensitive() -> None:
    told = [event("Fun", 1, "light"), event("Amo", 2), event("Bede", 3, **DEATH), event("Cera", 4, **DEATH)]
    order = replace(FREE, lead=("africa",))
    assert running(*told, order=order) == ["Bede", "Cera", "Amo", "Fun"]


def test_a_kicker_that_could_only_follow_a_sensitive_story_is_not_in() -> None:
    told = [event("Fun", 1, "light"), event("Bede", 3, **DEATH)]
    assert decided(*told) == [
        "Bede: leads: world, 3 min old",
        "Fun: not in: no place for it: it is light, and only a sensitive story could stand beside it",
    ]
    assert running(*told, asked=True) == ["Bede", "Fun"]


def test_its_place_goes_to_another_story() -> None:
    told = [event("Fun", 1, "light"), event("Bede", 3, **DEATH), event("Cera", 600, **DEATH)]
    assert running(*told, most=2) == ["Bede", "Cera"]


# ---------------------------------------------------------------- which article


def test_the_best_version_in_the_stations_language_is_read() -> None:
    french, english = article("Amo", language="fr"), article("Bede")
    (choice,) = decide([of(french, english)], FREE, at=AT, most=8)
    assert choice.event.articles == (english, french)


def test_a_version_under_embargo_or_expired_is_not_among_those_that_can_be_read() -> None:
    held, over, free = article("Amo", embargo=ago(-60)), article("Bede", expires=ago(1)), article("Cera")
    (choice,) = decide([of(held, over, free)], FREE, at=AT, most=8)
    assert choice.event.articles == (free,)


def test_what_a_person_asked_for_may_be_old_undated_and_aired_but_not_embargoed() -> None:
    told = [
        event("Amo", 9000),
        of(article("Bede", None), aired=aired("Bede", 5, 4, 3, 2, 1)),
        *(event(f"Ball{number}", 60, "sport") for number in range(3)),
        event("Cera", embargo=ago(-60)),
        event("Dore"),
    ]
    kill = Mark(digest("Dore"), "kill")
    assert set(running(*told, order=RULES, asked=True, marks=[kill])) == {"Amo", "Bede", "Ball0", "Ball1", "Ball2"}


def test_an_event_that_is_there_twice_is_told_once() -> None:
    assert decided(event("Amo"), event("Amo")) == [
        "Amo: leads: world, 1 h old",
        "Amo: not in: the same copy is in another story already",
    ]


# ---------------------------------------------------------------- nothing


def test_nothing_sums_up_why_there_is_no_story() -> None:
    told = [event("Amo", 9000), event("Bede", 9000), event("Cera", embargo=ago(-1)), event("Dore", None)]
    told.append(of(article("Esk"), aired=aired("Esk", 240, 180, 120, 60)))
    assert nothing(decide(told, FREE, at=AT, most=8)) == (
        "no story: 2 stale, 1 aired too often, 1 embargoed, 1 without a date"
    )
    assert nothing(decide([], FREE, at=AT, most=8)) == "no story: nothing came in"
    assert nothing(decide([event("Amo")], FREE, at=AT, most=8)) == ""


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        decide([], FREE, at=datetime(2026, 10, 28, 13, 0), most=8)
