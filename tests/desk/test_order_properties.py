"""What holds of every running order, whatever came in."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise, permutations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from told_for_order import AT, ago, aired, article, digest

from bulletin.desk import category_of, decide, nothing
from bulletin.desk.order.filing import is_sensitive
from bulletin.desk.order.neighbours import ALL, HARD, Tone, apart
from bulletin.model import Event, Mark
from bulletin.station.tables import Quota, RunningOrder, Wire

CATEGORIES = ("local", "africa", "world", "business", "sport", "light")
minutes = st.integers(-300, 5000)
moments = st.none() | minutes.map(ago)
leads = st.sampled_from(["A bridge opened.", "Four miners died.", "A man was arrested in Ghana.", "A choir sang."])


@st.composite
def told(draw: st.DrawFn) -> Event:
    name = f"N{draw(st.integers(0, 40))}"
    articles = tuple(
        article(
            f"{name}v{version}",
            draw(st.none() | minutes),
            draw(st.sampled_from(CATEGORIES)),
            paragraphs=(draw(leads), f"{name} {version} " * 3),
            embargo=draw(moments),
            expires=draw(moments),
            updated=draw(moments),
            breaking=draw(st.booleans()),
            language=draw(st.sampled_from(["en", "en", "en", "fr", ""])),
            wire=draw(st.sampled_from(["https://a.example/", "https://b.example/", "https://c.example/"])),
        )
        for version in range(draw(st.integers(1, 3)))
    )
    airings = aired(name, *sorted(draw(st.lists(st.integers(0, 2000), max_size=5, unique=True)), reverse=True))
    return Event(digest(name), articles, airings, draw(st.booleans()) and bool(airings))


orders = st.builds(
    RunningOrder,
    quotas=st.dictionaries(
        st.sampled_from((*CATEGORIES, "other")),
        st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda pair: Quota(min(pair), max(pair))),
    ),
    last=st.sampled_from(["light", "sport"]),
    lead=st.sampled_from([("local", "africa"), (), ("sport", "light")]),
    most_airings=st.integers(1, 4),
)
marks = st.lists(
    st.builds(
        Mark,
        st.integers(0, 40).map(lambda number: digest(f"N{number}")),
        st.sampled_from(["pin", "kill"]),
        moments,
        st.text(max_size=20),
    ),
    max_size=4,
)
WIRES = (Wire("https://a.example/", undated="seen"), Wire("https://b.example/", breaking=False))


@settings(max_examples=150, deadline=None)
@given(
    events=st.lists(told(), max_size=25),
    order=orders,
    most=st.integers(0, 9),
    marks=marks,
    seen=st.dictionaries(st.integers(0, 40).map(lambda number: digest(f"N{number}v0")), minutes.map(ago), max_size=20),
    without=st.dictionaries(st.integers(0, 40).map(lambda number: digest(f"N{number}")), st.text(), max_size=3),
    flash=st.booleans(),
    seed=st.integers(0, 9),
)
def test_every_running_order(
    events: list[Event],
    order: RunningOrder,
    most: int,
    marks: list[Mark],
    seen: dict[str, object],
    without: dict[str, str],
    flash: bool,
    seed: int,
) -> None:
    given_ = {"at": AT, "most": most, "first_seen": seen, "wires": WIRES, "without": without, "flash": flash}
    choices = decide(events, order, marks=marks, **given_)  # type: ignore[arg-type]
    shuffled = Random(seed).sample(events, len(events))
    again = decide(shuffled, order, marks=marks[::-1], **given_)  # type: ignore[arg-type]
    assert [(c.event, c.place, c.reason, c.score) for c in choices] == [
        (c.event, c.place, c.reason, c.score) for c in again
    ]
    assert Counter(choice.event.id for choice in choices) == Counter(event.id for event in events)
    assert all(choice.reason and choice.reason.splitlines() == [choice.reason] for choice in choices)
    inside = [choice for choice in choices if choice.place is not None]
    assert [choice.place for choice in choices] == [*range(1, len(inside) + 1)] + [None] * (len(choices) - len(inside))
    assert len(inside) <= (min(most, 1) if flash else most)
    assert (nothing(choices) == "") == bool(inside)
    outside_scores = [choice.score for choice in choices[len(inside) :]]
    assert outside_scores == sorted(outside_scores, reverse=True)
    assert len({choice.event.id for choice in inside}) == len(inside)
    assert not any(choice.event.id in without for choice in inside)
    kills = {mark.event for mark in marks if mark.kind == "kill" and (mark.until is None or mark.until > AT)}
    pins = {mark.event for mark in marks if mark.kind == "pin" and (mark.until is None or mark.until > AT)}
    free: Counter[str] = Counter()
    for choice in inside:
        assert choice.event.id not in kills
        first = choice.event.articles[0]
        category = category_of(first, order)
        assert first.language in ("en", "")
        for one in choice.event.articles:
            assert one.embargo is None or one.embargo <= AT
            assert one.expires is None or one.expires > AT
            assert one.published is None or one.published <= AT
        if choice.event.id in pins and not flash:
            continue
        limit = order.latest_hours.get("breaking" if choice.breaking else category, order.latest_hours["other"])
        oldest = AT - timedelta(hours=limit)
        dates = [first.published, first.updated, first.embargo, seen.get(first.id)]
        assert any(date and date >= oldest for date in dates)  # type: ignore[operator]
        assert len({a.slot for a in choice.event.aired if timedelta() < AT - a.slot <= timedelta(hours=24)}) < (
            order.most_airings
        )
        free[category] += not choice.breaking
    for category, count in free.items():
        assert count <= order.quotas.get(category, order.quotas.get("other", Quota())).most
    kickers = [
        choice.place
        for choice in inside
        if not choice.breaking and category_of(choice.event.articles[0], order) == order.last
    ]
    assert kickers == [*range(len(inside) - len(kickers) + 1, len(inside) + 1)]
    tones = [
        "sensitive"
        if is_sensitive(choice.event.articles[0])
        else "light"
        if not choice.breaking and category_of(choice.event.articles[0], order) in (order.last, "light")
        else ""
        for choice in inside
    ]
    assert ("sensitive", "light") not in list(pairwise(tones))


@given(
    st.lists(st.sampled_from(["sensitive", "light", ""]), max_size=6),
    st.sampled_from(["sensitive", "light", ""]),
    st.sampled_from(["sensitive", "light", ""]),
)
def test_neighbours_are_kept_apart_wherever_they_can_be(tones: list[Tone], before: Tone, after: Tone) -> None:
    """Against every order that there is: the first one, in the given order, that has no clash."""
    expected: list[int] | None = None
    for clashes in (ALL, HARD):
        for order in permutations(range(len(tones))):
            if clashes.isdisjoint(pairwise([before, *(tones[place] for place in order), after])):
                expected = list(order)
                break
        if expected is not None:
            break
    assert apart(range(len(tones)), lambda place: tones[place], before, after) == expected
