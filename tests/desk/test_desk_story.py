"""A story: within its budget, traceable to the letter, never starting in the air."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from copy_for_desk import BRIDGE, SUMMIT, THURSDAY
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.desk import brief, check, choose, condense
from bulletin.errors import NoNews, SourceError
from bulletin.model import Article, Line, Story
from bulletin.timing import words

SENTENCES = (
    "The minister of works opened a clinic in Kano on Monday.",
    "He said it would serve 3,000 people a week.",
    "However, nurses at the clinic have not been paid since June.",
    '"We cannot go on like this," said Amina Bello, a nurse.',
    "Mrs Bello, 41, has worked there for nine years.",
    "The ministry, which runs 14 clinics, did not answer questions.",
    "This was the third clinic to open this year.",
    "Is it the last?",
    "police said the road was blocked.",
    "Two people were arrested, according to the police.",
    "They were released after a night in custody, the Herald reported.",
    "Work on the clinic began in 2021 and cost N1.2bn (£600,000), and the state paid half of it.",
    "Read also: Five clinics to avoid",
    "She told reporters: “I am tired.”",
    "Dr. T. A. Musa of St. Luke's agreed.",
    "“The roof leaks.",
    "",
    "🙂 nice",
)
articles = st.builds(
    lambda headline, paragraphs: Article(id="0123456789ab", headline=headline, paragraphs=tuple(paragraphs)),
    st.sampled_from(("", "Clinic opens in Kano", "WATCH: Clinic opens | Kano Herald", "Clinic 'a shame': nurses")),
    st.lists(st.lists(st.sampled_from(SENTENCES), max_size=4).map(" ".join), max_size=8),
)


def told(article: Article, words: int = 60) -> Story | None:
    try:
        return condense(article, words, air_time=THURSDAY)
    except NoNews:
        return None


@settings(max_examples=150, deadline=None)
@given(articles, st.integers(15, 120))
def test_a_story_keeps_its_budget_and_every_line_can_be_traced(article: Article, most: int) -> None:
    story = told(article, most)
    if story is None:
        return
    assert 0 < words(story.copy) <= most
    for line in (*story.copy, story.headline):
        for source in line.sources:
            text = article.headline if source.paragraph == -1 else article.paragraphs[source.paragraph]
            assert text[source.start : source.end] == source.text
        assert line.sources
    assert [check(line) for line in story.copy] == [[] for _ in story.copy]
    assert story == told(article, most)


@settings(max_examples=150, deadline=None)
@given(articles)
def test_a_story_never_starts_in_the_air(article: Article) -> None:
    story = told(article)
    if story is None:
        return
    first = story.copy[0].text
    assert first.split()[0] not in {"He", "She", "They", "It", "This", "However,", "But", "We", "I"}
    assert first[0] not in "\"'“" and not first.endswith("?")
    for line in story.copy:
        assert line.text[0].isupper() or line.text[0].isdigit()
        assert line.text.count('"') % 2 == 0
        assert "Read also" not in line.text


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60), st.integers(5, 80))
def test_any_text_gives_clean_copy_or_nothing(text: str, title: str, most: int) -> None:
    copy = brief(text, title, most)
    assert len(copy.split()) <= most
    assert copy == " ".join(copy.split())


def test_the_bridge_story_reads_as_a_newsreader_would_have_it() -> None:
    story = condense(BRIDGE, 75, air_time=THURSDAY)
    assert [line.text for line in story.copy] == [
        "The bridge over the River Amodu was closed today after engineers found cracks in two of its pillars.",
        'The head of the state roads agency, Engineer Bola Ige, said: "We found cracks that nobody had reported to us before."',
        "Engineer Bola Ige ordered lorries to use the ferry at Ikot, which carries 40 vehicles an hour.",
        "Traders at the Ikot market said the ferry could not carry their goods before the weekend.",
    ]
    assert story.headline.text == "Amodu bridge closed after cracks found"
    assert (story.slug, story.source) == ("amodu-bridge-closed-after-cracks-found", "The Amodu Times")


def test_what_is_left_out_says_why() -> None:
    reasons = {left.text: left.reason for left in condense(BRIDGE, 200).left_out}
    assert reasons["Who will pay for them?"] == "is a question"
    assert reasons["Read also: Ten bridges to see before you die"] != ""
    assert reasons["Source: The Amodu Times"] != ""


def test_edits_name_what_was_changed() -> None:
    without_quote = replace(BRIDGE, paragraphs=BRIDGE.paragraphs[:1] + BRIDGE.paragraphs[3:])
    story = condense(without_quote, 75, air_time=THURSDAY)
    assert [tuple((edit.rule, edit.before, edit.after) for edit in line.edits)[:1] for line in story.copy] == [
        (("day", "on Thursday", "today"),),
        (("connective", "However, traders", "Traders"),),
        (
            (
                "attribution first",
                "bridge was built in 1974 and carries 9,000 vehicles a day, according to the roads agency.",
                "roads agency says the bridge was built in 1974 and carries 9,000 vehicles a day.",
            ),
        ),
        (("parentheses", "(about $1.6m)", ""),),
    ]


def test_of_two_counts_the_exact_one_is_said_and_the_editor_is_warned() -> None:
    story = condense(SUMMIT, 60)
    said = " ".join(line.text for line in story.copy)
    assert "14 countries" in said
    assert "Dozens" not in said
    assert len(story.warnings) == 1
    assert "Dozens of countries" in story.warnings[0]


def test_condensed_copy_condenses_to_itself() -> None:
    once = brief("\n\n".join(BRIDGE.paragraphs), max_words=75)
    assert brief(once, max_words=75) == once


def test_an_article_with_nothing_to_say_is_one_clear_error() -> None:
    empty = Article(id="0", headline="Photos of the day", paragraphs=("Advertisement", "Read also: more photos"))
    with pytest.raises(NoNews, match="Photos of the day"):
        condense(empty)
    with pytest.raises(NoNews, match="no sentence fits in 6 words"):
        condense(BRIDGE, 6)
    with pytest.raises(SourceError, match="at least 15"):
        condense(BRIDGE, 0)


def test_pidgin_is_left_as_it_was_written() -> None:
    text = "Di govnor don close di bridge for Amodu on Tuesday. Dem say di pillar don crack (for two place)."
    story = condense(Article(id="0", headline="", paragraphs=(text,), language="pcm"), 60)
    assert story.copy[0].text == "Di govnor don close di bridge for Amodu on Tuesday."


def test_brief_joins_wrapped_lines_and_splits_paragraphs() -> None:
    wrapped = (
        "The council of Amodu voted on Monday night to close its\n"
        "three oldest markets until the drains beneath them have\n"
        "been repaired.\n\nSource: Amodu Times\n"
    )
    assert brief(wrapped) == (
        "The council of Amodu voted on Monday night to close its three oldest markets "
        "until the drains beneath them have been repaired."
    )


def story_of(slug: str, headline: str, priority: int = 0) -> Story:
    return Story(slug=slug, headline=Line(headline), copy=(Line(f"{headline}."),), priority=priority)


def test_the_running_order_is_by_priority_then_as_given() -> None:
    stories = [story_of("a", "First"), story_of("b", "Second", 5), story_of("c", "Third")]
    assert [story.slug for story in choose(stories, 2)] == ["b", "a"]


def test_one_headline_is_one_story_and_slugs_are_unique() -> None:
    stories = [story_of("a", "Rain in Kano"), story_of("a", "Rain in Jos"), story_of("b", "RAIN in Kano!")]
    assert [story.slug for story in choose(stories, 9)] == ["a", "a-2"]


def test_old_copy_does_not_say_today() -> None:
    story = condense(BRIDGE, 60, air_time=THURSDAY + timedelta(days=9))
    assert "Thursday" not in story.copy[0].text
    assert "today" not in story.copy[0].text


def test_the_source_label_of_an_article_is_never_read_as_copy() -> None:
    unlabelled = replace(BRIDGE, source="")
    assert condense(unlabelled).copy == condense(BRIDGE).copy
