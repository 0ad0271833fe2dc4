"""Long sentences: cut in two where both halves stand, else shortened by what a listener can miss; else left alone."""

from __future__ import annotations

import pytest

from bulletin.desk import brief, check, condense
from bulletin.desk.facts import Facts, facts_of
from bulletin.desk.splitting import parts_of
from bulletin.desk.tightening import without_apposition, without_last_phrase, without_opening
from bulletin.model import Article


def facts(text: str) -> Facts:
    return facts_of([text], "en", None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Police in Amodu arrested eight people from two small villages on Friday for allegedly stealing five million litres"
            " of oil from a field near the border.",
            (
                "Police in Amodu arrested eight people from two small villages on Friday.",
                "That was for allegedly stealing five million litres of oil from a field near the border.",
            ),
        ),
        (
            "A day after the governor praised the new bridge over the river at Sokara in a long speech, the engineers of"
            " the state closed it to all lorries and buses.",
            (
                "The engineers of the state closed it to all lorries and buses.",
                "That was a day after the governor praised the new bridge over the river at Sokara in a long speech.",
            ),
        ),
        (
            "While the northern districts of the country celebrated the first rain of the year with songs, farmers in the"
            " south lost most of their young maize to floods.",
            (
                "The northern districts of the country celebrated the first rain of the year with songs.",
                "But farmers in the south lost most of their young maize to floods.",
            ),
        ),
        (
            "A man arrested by the police in Amodu on Thursday night for possessing four illegal guns and a large box of"
            " cartridges has turned out to be a retired guard.",
            (
                "A man has turned out to be a retired guard.",
                "The man was arrested by the police in Amodu on Thursday night for possessing four illegal guns and a large"
                " box of cartridges.",
            ),
        ),
        (
            "If the council had repaired the bridge at Amodu before the rain, the lorries would have crossed the river and"
            " the market would have had enough food for all.",
            None,
        ),
    ],
)
def test_a_long_sentence_in_parts(text: str, expected: tuple[str, ...] | None) -> None:
    assert parts_of(text, facts(text)) == (expected or (text,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm will close its works at Amodu and move to a new site after 33 years in the north of the state.",
            "The firm will close its works at Amodu and move to a new site.",
        ),
        ("The old bridge at Amodu has not been opened to the public in the past seven years.", None),
        ("The mine near Amodu is now the biggest employer of young people in the north of the state.", None),
    ],
)
def test_a_last_phrase_goes_only_where_it_does_not_bear_the_news(text: str, expected: str | None) -> None:
    assert without_last_phrase(text) == (expected or text)


def test_an_opening_and_an_apposition() -> None:
    opening = "In a step towards better roads, the council of Sokara bought ten lorries on Monday."
    assert without_opening(opening) == "The council of Sokara bought ten lorries on Monday."
    apposition = "Ada Obi, a correspondent with the river station, was talking to two traders when the roof fell in."
    assert without_apposition(apposition) == "Ada Obi was talking to two traders when the roof fell in."


def test_a_quotation_over_several_sentences_has_its_speaker_in_front() -> None:
    paragraphs = (
        "The council will close the bridge at Amodu for a year.",
        'Ada Obi told reporters: "I do not agree with it. It is bad for every trader in the town."',
    )
    story = condense(Article("0" * 12, "", paragraphs))
    assert [line.text for line in story.copy] == [
        "The council will close the bridge at Amodu for a year.",
        'Ada Obi told reporters: "I do not agree with it."',
        "Ada Obi told reporters that it is bad for every trader in the town.",
    ]
    assert not any(check(line) for line in story.copy)


def test_what_cannot_be_turned_is_said_as_it_stands() -> None:
    text = "The market in Amodu opened a new hall on Monday, its traders said. It has room for 20 stalls."
    assert brief(text) == text


def test_where_the_lead_was_said_is_told() -> None:
    paragraphs = (
        "Ada Obi warned that foreign boats on the lake would be seized and their crews jailed.",
        "At the Fishery Forum in Sokara, Obi said that if foreign boats came to the lake, especially at night or in the"
        " rainy months when nobody can see them from the shore, their crews would be jailed.",
    )
    lines = condense(Article("0" * 12, "", paragraphs), 40).copy
    assert lines[1].text == "That was at the Fishery Forum in Sokara."
    assert lines[1].sources[0].paragraph == 1
