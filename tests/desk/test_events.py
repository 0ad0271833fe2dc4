"""One event, one story: what stands together, what does not, and what holds of any articles."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import desk
from bulletin.model import Airing, Article

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
_TELLINGS = Path(__file__).parents[2] / "benchmarks" / "events.jsonl"


def article(name: str, headline: str, *paragraphs: str, **more: object) -> Article:
    return replace(Article(f"{name:0>12}", headline, paragraphs), **more)  # type: ignore[arg-type]


def ids(articles: list[Article], *aired: Airing) -> list[set[str]]:
    """The articles' ids, an event a set."""
    return [{one.id.lstrip("0") for one in event.articles} for event in desk.events(articles, aired, now=NOW)]


SAME = {
    "Pidgin": (("Tarila sack minister", ""), ("President Tarila sacks power minister Adebo", "President Bayo Tarila has sacked the minister of power, Kola Adebo.")),
    "a question in Pidgin": (("Wetin cause fire for Onitsha market", ""), ("Fire destroys goods at Onitsha Main Market", "Fire on Tuesday destroyed goods worth millions at the Onitsha Main Market.")),
    "initials": (("NDLEA seizes tramadol at Apapa port", "The agency found 2.4 tonnes of it."), ("Tramadol worth millions found at Apapa", "The National Drug Law Enforcement Agency has intercepted 2,400 kilograms of tramadol at Apapa port.")),
    "a later toll": (("Seven feared dead as bridge collapses in Kaduna", "A bridge in Zangon Kataf, Kaduna State, caved in on Sunday."), ("Kaduna bridge collapse: death toll rises to 11", "The number killed when a bridge gave way in Zangon Kataf, Kaduna State, has risen to 11.")),
    "French beside English": (("Mali ferry sinks near Mopti, 22 dead", "At least 22 people drowned when a ferry sank near Mopti in Mali."), ("Mali: au moins 22 morts dans un naufrage près de Mopti", "Au moins 22 personnes sont mortes dans le naufrage d'un bateau près de Mopti, au Mali.")),
    "money in words": (("Senate approves $2.2bn loan for Lagos rail", ""), ("Senators back 2.2 billion dollar Lagos rail loan", "")),
}  # fmt: skip
OTHERS = {
    "two countries": (("Ghana votes for new president", "Ghanaians began voting on Saturday for a president."), ("Nigeria votes for new president", "Nigerians began voting on Saturday for a president.")),
    "two places": (("Fire guts market in Kano", "Fire destroyed 80 shops in Kano on Tuesday."), ("Fire guts market in Ibadan", "Fire destroyed 40 shops in Ibadan on Tuesday.")),
    "two matches": (("Arsenal beat Leeds 3-1", "Two goals by Tobias Renn gave Arsenal a 3-1 win over Leeds on Saturday."), ("Arsenal held 1-1 by Aston Villa", "Arsenal drew 1-1 at Aston Villa on Wednesday.")),
    "one person": (("Senator Oruka weds in Lagos", "Senator Blessing Oruka was married in Lagos."), ("Senate suspends Oruka for six months", "The Senate suspended Blessing Oruka over a row about seats.")),
    "one word": (("Nigeria", "Cocoa farmers met buyers."), ("Nigeria", "A choir sang.")),
    "a series": (("Story 12", "It goes on."), ("Story 13", "It goes on.")),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_of_one_event(name: str) -> None:
    (one, lead), (other, other_lead) = SAME[name]
    assert ids([article("a", one, lead), article("b", other, other_lead)]) == [{"a", "b"}]


@pytest.mark.parametrize("name", OTHERS)
def test_of_two_events(name: str) -> None:
    (one, lead), (other, other_lead) = OTHERS[name]
    assert len(ids([article("a", one, lead), article("b", other, other_lead)])) == 2


def test_our_own_labelled_pairs_stay_as_well_told_as_the_docs_say() -> None:
    rows = [json.loads(line) for line in _TELLINGS.read_text("utf-8").splitlines()]
    tellings = [row for row in rows if row["set"] == "near misses"]
    articles = [article(str(n + 1), row["headline"], row["lead"]) for n, row in enumerate(tellings)]
    story = {one.id: row["story"] for one, row in zip(articles, tellings, strict=True)}
    right = wrong = 0
    for event in desk.events(articles, now=NOW):
        told = [story[one.id] for one in event.articles]
        pairs = [(a, b) for n, a in enumerate(told) for b in told[:n]]
        right += sum(a == b for a, b in pairs)
        wrong += sum(a != b for a, b in pairs)
    each = [sum(row["story"] == name for row in tellings) for name in {row["story"] for row in tellings}]
    missed = sum(count * (count - 1) // 2 for count in each) - right
    assert 2 * right / (2 * right + wrong + missed) > 0.85


def test_the_same_item_of_a_wire_is_one_event_however_it_is_rewritten() -> None:
    first = article("a", "Talks in Accra", "Ministers met.", wire="http://w/", guid="7")
    later = article("b", "Cocoa price set", "Farmers get more.", wire="http://w/", guid="7")
    assert ids([first, later]) == [{"a", "b"}]


def test_a_feed_that_calls_all_its_items_the_same_is_not_believed() -> None:
    words = "cocoa bridge choir tanker cholera lecture".split()
    items = [article(str(n), f"The {word}", f"About a {word}.", wire="w", guid="1") for n, word in enumerate(words, 1)]
    assert len(ids(items)) == len(items)


FRONT = ("Kovarsk Belina Dosny Martisk Olvany Rudenka Sumat Telmin Ustrev Vasily Yarema Zhelny Lipova Kremin Drohov"
    " Novary Pilava Skadov Torez Izmar").split()  # fmt: skip
HAPPENED = (
    ("{} apartment block hit by drone", "A Russian drone struck a block of flats in {}, Ukraine, on Tuesday and killed {} people, the governor said."),
    ("Ukraine's troops pull back from {}", "Ukrainian soldiers have withdrawn from the town of {} after {} days of fighting with Russian forces, the general staff said."),
)  # fmt: skip


def test_a_day_of_one_war_is_not_one_event() -> None:
    stories = [
        article(str(n + 1), head.format(town), lead.format(town, n + 3))
        for n, (town, (head, lead)) in enumerate((town, told) for town in FRONT for told in HAPPENED)
    ]
    again = article(
        "99",
        "Drone kills people in Kovarsk flats",
        "Three people died when a Russian drone hit an apartment block in Kovarsk, Ukraine.",
    )
    found = ids([*stories, again])
    assert {"1", "99"} in found
    assert max(map(len, found)) <= 2
    assert len(found) >= 38


def test_a_day_of_cup_matches_in_one_paper_s_words_is_not_one_event() -> None:
    stories = [
        article(str(n), f"{scorer} scores twice as {town} reach final", f"Two goals from {scorer} took {town} United to the cup final on Saturday.")
        for n, (scorer, town) in enumerate(((name[::-1].title(), name) for name in FRONT), 1)
    ]  # fmt: skip
    assert len(ids(stories)) == len(stories)


# ---------------------------------------------------------------- any articles

_WORDS = st.lists(
    st.sampled_from("Kano Ghana police fire 12 Oruka N2.5bn don minister sacks ‘ 3-1 the \u202e 9999999999999999 market É".split()),
    max_size=9,
).map(" ".join)  # fmt: skip
_ARTICLES = st.lists(
    st.builds(
        Article,
        id=st.integers(0, 40).map("{:012x}".format),
        headline=st.one_of(_WORDS, st.text(max_size=40)),
        paragraphs=st.lists(_WORDS, max_size=3).map(tuple),
        source=st.sampled_from(("", "BBC News", "The Courier")),
        published=st.one_of(st.none(), st.integers(0, 100).map(lambda hours: NOW - timedelta(hours=hours))),
        guid=st.sampled_from(("", "1", "2")),
        language=st.sampled_from(("en", "fr", "")),
        weight=st.sampled_from((0.0, 1.0, 3.0)),
    ),
    max_size=14,
)


@settings(deadline=None)
@given(_ARTICLES, st.randoms(use_true_random=False))
def test_every_article_is_in_one_event_in_whatever_order_they_come(
    articles: list[Article], draw: random.Random
) -> None:
    events = desk.events(articles, now=NOW)
    assert sorted(map(repr, (one for event in events for one in event.articles))) == sorted(map(repr, articles))
    shuffled = list(articles)
    draw.shuffle(shuffled)
    assert desk.events(shuffled, now=NOW) == events
    assert len({event.id for event in events}) == len(events)


@settings(deadline=None)
@given(_ARTICLES, st.integers(0, 13))
def test_an_exact_copy_joins(articles: list[Article], which: int) -> None:
    if articles:
        one = articles[which % len(articles)]
        copy = replace(one, id="f" * 12, source="Another", published=NOW, guid="")
        event = next(event for event in desk.events([*articles, copy], now=NOW) if copy in event.articles)
        assert one in event.articles


@settings(deadline=None)
@given(st.sampled_from("Nigeria police Oruka minister 2025 market".split()))
def test_one_word_in_common_joins_nothing(word: str) -> None:
    articles = [
        article("a", f"{word} harvest", "Yams came early."),
        article("b", f"Choir of {word}", "They sang loud."),
    ]
    assert len(ids(articles)) == 2


def test_many_articles_of_few_words_are_all_grouped() -> None:
    articles = [article(str(n), f"police {n}") for n in range(3_000)] + [article("c", "News")] * 3_000
    assert sum(map(len, (event.articles for event in desk.events(articles, now=NOW)))) == 6_000
