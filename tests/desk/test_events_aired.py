"""What was aired is known again; news in it goes first; the best version is read and the others credited."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import desk
from bulletin.model import Airing, Article, Event

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
LEAD = "At least seven people died when a bridge collapsed in Zangon Kataf, Kaduna State, on Sunday."
TOLL = "Governor Danladi Usko said that the death toll had risen to 11. He named the builder as Dantiye Works."


def article(name: str, headline: str, *paragraphs: str, hours: float = 6.0, **more: object) -> Article:
    made = Article(f"{name:0>12}", headline, paragraphs, published=NOW - timedelta(hours=hours))
    return replace(made, **more)  # type: ignore[arg-type]


FIRST = article(
    "a", "Bridge collapse in Kaduna kills seven", LEAD, "Rescuers were looking for survivors.", source="BBC News"
)
AIRED = Airing(
    "demo", NOW - timedelta(hours=3), "e" * 12, FIRST.id, "bridge", FIRST.headline, " ".join(FIRST.paragraphs)
)
NEWS = article(
    "b", "Kaduna bridge collapse: toll rises to 11", LEAD, "It was sad.", TOLL, hours=0.5, source="The Courier"
)
REWORDED = article(
    "c",
    "Kaduna bridge collapse leaves seven dead",
    "Seven died in Zangon Kataf, Kaduna State, on Sunday as a bridge collapsed.",
    hours=2.5,
)


def only(*articles: Article, aired: tuple[Airing, ...] = (AIRED,)) -> Event:
    (event,) = desk.events(articles, aired, now=NOW)
    return event


def test_news_since_it_was_aired_makes_an_update_and_goes_first() -> None:
    event = only(FIRST, NEWS)
    assert (event.id, event.update, event.articles[0], event.aired) == (AIRED.event, True, NEWS, (AIRED,))


def test_other_words_are_no_update() -> None:
    assert not only(REWORDED).update
    assert not only(FIRST, REWORDED).update
    assert not only(FIRST).update


def test_what_was_written_before_the_aired_article_is_no_update() -> None:
    assert not only(FIRST, replace(NEWS, published=NOW - timedelta(hours=9))).update


OTHER_WORDS = article(
    "d", "Engineers blame sand", "Too little cement went into it.", wire="http://w/", guid="7", hours=1
)
ITEM = replace(AIRED, items=(("http://w/", "7"), ("http://w/", "8")))


def test_an_item_that_told_an_aired_event_joins_it_whatever_it_says_now() -> None:
    assert only(OTHER_WORDS, aired=(ITEM,)).id == AIRED.event
    for stranger in (
        replace(OTHER_WORDS, wire="http://v/"),
        replace(OTHER_WORDS, guid=""),
        replace(OTHER_WORDS, guid="9"),
    ):
        assert only(stranger, aired=(ITEM,)).id == stranger.id


def test_an_item_that_is_many_texts_or_in_two_aired_events_is_not_believed() -> None:
    words = "cocoa bridge choir tanker cholera lecture".split()
    many = [
        article(str(n), f"The {word}", f"About a {word}.", wire="http://w/", guid="7")
        for n, word in enumerate(words, 1)
    ]
    assert {event.id for event in desk.events(many, (ITEM,), now=NOW)} == {one.id for one in many}
    earlier = tuple(replace(ITEM, article=str(n) * 12, slot=NOW - timedelta(hours=n)) for n in (1, 2, 4, 5))
    assert only(OTHER_WORDS, aired=earlier).id == OTHER_WORDS.id
    two = (ITEM, replace(ITEM, event="c" * 12, article="c" * 12, headline="Cocoa price set", copy="Farmers get more."))
    assert only(OTHER_WORDS, aired=two).id == OTHER_WORDS.id


def test_two_aired_events_stay_two() -> None:
    other = replace(AIRED, event="d" * 12, article=NEWS.id)
    assert {event.id for event in desk.events((FIRST, NEWS), (AIRED, other), now=NOW)} == {AIRED.event, other.event}


def test_an_airing_to_come_is_not_known() -> None:
    assert only(FIRST, aired=(replace(AIRED, slot=NOW + timedelta(hours=1)),)).id == FIRST.id


def test_an_event_without_airings_is_called_by_its_first_article() -> None:
    assert only(NEWS, REWORDED, FIRST, aired=()).id == FIRST.id


def test_the_new_paragraph_goes_first() -> None:
    assert desk.news_first(NEWS, AIRED.copy) == replace(NEWS, paragraphs=(TOLL, LEAD, "It was sad."))


def test_a_new_sentence_takes_the_rest_of_its_paragraph_with_it() -> None:
    glued = replace(NEWS, paragraphs=(f"{LEAD} {TOLL}",))
    assert desk.news_first(glued, AIRED.copy).paragraphs == (TOLL, LEAD)


def test_an_article_without_news_that_can_stand_alone_is_left_as_it_is() -> None:
    hanging = replace(
        NEWS, paragraphs=(LEAD, "He said that the toll had risen to 11 in Kachia.", "It was 1,200 metres long.")
    )
    for same in (FIRST, hanging, replace(NEWS, paragraphs=(TOLL, LEAD)), replace(NEWS, paragraphs=())):
        assert desk.news_first(same, AIRED.copy) == same
    assert desk.news_first(NEWS, "") == NEWS


@given(st.lists(st.text(max_size=60), max_size=4).map(tuple), st.text(max_size=80))
def test_nothing_is_lost_or_made_up(paragraphs: tuple[str, ...], said: str) -> None:
    found = desk.news_first(replace(NEWS, paragraphs=paragraphs), said)
    assert sorted("".join("".join(found.paragraphs).split())) == sorted("".join("".join(paragraphs).split()))


LONG = " ".join(["The governor of Kaduna State visited the bridge in Zangon Kataf that collapsed on Sunday."] * 8)


def test_the_whole_text_of_the_weightier_wire_is_read() -> None:
    whole = article("1", FIRST.headline, LEAD, LONG, hours=2)
    assert only(replace(whole, id="2" * 12, partial=True), whole, aired=()).articles[0] == whole
    heavy = replace(whole, id="3" * 12, partial=True, url="https://courier.example/1", weight=2.0)
    assert only(heavy, whole, aired=()).articles[0] == heavy
    assert only(replace(heavy, url="", weight=1.5), whole, aired=()).articles[0] == whole
    assert only(replace(heavy, language="fr"), whole, aired=()).articles[0] == whole


def test_others_are_credited_once_and_copies_not_at_all() -> None:
    best = article("1", FIRST.headline, LEAD, LONG, source="The Courier")
    agency = replace(best, id="2" * 12, source="Delta Post", weight=0.5)
    bbc = article("3", REWORDED.headline, *REWORDED.paragraphs, source="BBC Sport", weight=0.4)
    bbc_too = article("4", NEWS.headline, *NEWS.paragraphs, source="BBC News", weight=0.1)
    event = only(best, agency, bbc, bbc_too, aired=())
    assert event.articles[0] == best
    assert desk.credits_of(event) in {("BBC Sport",), ("BBC News",)}
    assert "The Courier" in desk.credits_of(event, bbc)


FIRE = "A fire broke out at a textile mill in Kaduna on Tuesday night, the fire service said."
QUIET = article("1", "Fire at Kaduna textile mill", FIRE, "Nobody was hurt.", hours=5)
SIX = article("2", "Six dead in Kaduna textile mill fire", FIRE, "Six people were killed.", hours=2)
NEWS_OR_NOT = {
    "a denial no longer holds": ((QUIET,), "Six dead in Kaduna textile mill fire", "Six people were killed.", True),
    "without a number": ((QUIET,), "Fire at Kaduna textile mill", "A night watchman died.", True),
    "an arrest": ((QUIET, SIX), "Two men arrested over Kaduna textile mill fire", "Police are holding two men.", True),
    "more dead": ((QUIET, SIX), "Kaduna textile mill fire: death toll rises to eight", "It was six at first.", True),
    "the first report again": ((QUIET, SIX), "Blaze at Kaduna textile mill", "No one was injured.", False),
    "fewer dead": ((QUIET, SIX), "Five killed in Kaduna textile mill fire", "Five people died.", False),
    "other words": ((QUIET, SIX), "Half a dozen die in Kaduna textile mill fire", "6 were killed.", False),
    "an earlier fire": ((QUIET,), "Blaze at Kaduna textile mill", "In 2019 nine people died.", False),
    "an age": ((QUIET, SIX), "Kaduna textile mill fire", "Musa Danladi, 32, is among the six who died.", False),
}


@pytest.mark.parametrize("name", NEWS_OR_NOT)
def test_dead_and_arrested_who_were_not_told_are_an_update(name: str) -> None:
    before, headline, said, expected = NEWS_OR_NOT[name]
    aired = tuple(
        replace(
            AIRED,
            article=one.id,
            slot=NOW - timedelta(hours=4 - n),
            headline=one.headline,
            copy=" ".join(one.paragraphs),
        )
        for n, one in enumerate(before)
    )
    assert only(*before, article("9", headline, FIRE, said, hours=0.2), aired=aired).update is expected


def test_a_contradiction_of_what_was_aired_goes_first() -> None:
    told = article("9", "Kaduna textile mill fire", FIRE, "Six people were killed.")
    assert desk.news_first(told, " ".join(QUIET.paragraphs)).paragraphs == ("Six people were killed.", FIRE)
