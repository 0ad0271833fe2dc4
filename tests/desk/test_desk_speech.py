"""Whose words they are, what may be said at all, and what an editor is warned of."""

from __future__ import annotations

import pytest

from bulletin.desk import check, condense
from bulletin.desk.sentences import sentences_of
from bulletin.desk.usable import unusable
from bulletin.model import Article

LEAD = "The council of Amodu will close the old bridge for a year."


def article(*paragraphs: str) -> Article:
    return Article("0" * 12, "", paragraphs)


def said(*paragraphs: str, words: int = 90) -> list[str]:
    """What is said behind the lead."""
    story = condense(article(LEAD, *paragraphs), words)
    assert [check(line) for line in story.copy] == [[] for _ in story.copy]
    assert story.copy[0].text == LEAD
    return [line.text for line in story.copy[1:]]


def test_a_quotation_of_several_paragraphs_has_one_speaker() -> None:
    """Each paragraph opens with a mark, and only the last one closes."""
    assert said(
        'Ada Obi told reporters: "The pillars are cracked in nine places. The river has eaten the stone.',
        '"The work will take a year. It will cost nine million naira."',
        "The traders of Amodu were not asked.",
    ) == [
        "Ada Obi told reporters that the pillars are cracked in nine places.",
        "Ada Obi added that the river has eaten the stone.",
        "Ada Obi told reporters that the work will take a year.",
        "Ada Obi added that it will cost nine million naira.",
        "The traders of Amodu were not asked.",
    ]


def test_a_quotation_begun_before_its_speaker_is_named() -> None:
    assert said('"The pillars are cracked. The river has eaten the stone," Ada Obi said.') == [
        "Ada Obi said the pillars are cracked.",
        "Ada Obi said the river has eaten the stone.",
    ]


def test_two_speakers_keep_their_own_words() -> None:
    assert said(
        '"The pillars are cracked in nine places," Ada Obi said.',
        '"The ferry is too small for the market," said Musa Bello. "The drivers have lost an hour on it."',
    ) == [
        "Ada Obi said the pillars are cracked in nine places.",
        "Musa Bello said the ferry is too small for the market.",
        "Musa Bello added the drivers have lost an hour on it.",
    ]


def test_each_line_put_in_a_mouth_cites_the_sentence_that_names_the_speaker() -> None:
    paragraph = 'Ada Obi told reporters: "The pillars are cracked. The river has eaten the stone."'
    last = condense(article(LEAD, paragraph), 90).copy[-1]
    assert [source.text for source in last.sources] == [
        'The river has eaten the stone."',
        'Ada Obi told reporters: "The pillars are cracked.',
    ]


LOST = 'Ada Obi said: "We begin on Monday. The river is high. Our men are ready. Traders shut their stalls. A "ferry" left.'


def test_behind_a_lost_closing_mark_only_the_first_person_is_taken_as_quoted() -> None:
    quoted = [sentence.text for sentence in sentences_of(article(LOST)) if sentence.quoted]
    assert quoted == ["Our men are ready."]


def test_behind_a_lost_closing_mark_news_is_nobodys_words() -> None:
    lines = said(LOST)
    assert "Traders shut their stalls." in lines
    assert not any("Obi said traders" in line or line.startswith("Our") for line in lines)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The shit hit the fan at the council meeting on Monday.", "has words in it that cannot be said on air"),
        ("A driver called the mayor of Amodu a motherfucker on Monday.", "has words in it that cannot be said on air"),
        ("Find BBC Amodu on Facebook, X and Instagram.", "is not news but furniture"),
        ("Find the Amodu Herald on WhatsApp for more.", "is not news but furniture"),
        ("I saw the bridge fall with my own eyes on Monday.", "is in the first person"),
        ("The mayor gave us the keys of the bridge on Monday.", "is in the first person"),
        ("A Phase I project on the lake was opened on Monday.", ""),
        ("World War I graves were found beneath the bridge on Monday.", ""),
        ("The US sent nine boats to Sokara on Monday.", ""),
        ("Mr I. Bello opened the market in Amodu on Monday.", ""),
        ('"We cannot pay for it," said Ada Obi on Monday.', ""),
        ("Police hope to find three men on Facebook who sold the stolen boats.", ""),
        ("Hitchcock lovers met in Cockermouth on Monday to see nine films.", ""),
    ],
)
def test_what_may_be_said(text: str, reason: str) -> None:
    assert unusable(text) == reason


@pytest.mark.parametrize(
    ("text", "sensitive"),
    [
        ("Four miners died when a shaft fell in at Amodu on Monday.", True),
        ("Police in Amodu arrested a clerk who is accused of selling the council's boats.", True),
        ("A 12-year-old girl won the chess prize of Sokara on Monday.", True),
        ("The market in Amodu opened a new hall on Monday, and traders moved in.", False),
        ("A record harvest of maize filled the barns of Sokara on Monday.", False),
    ],
)
def test_no_light_sound_stands_beside_a_sensitive_story(text: str, sensitive: bool) -> None:
    story = condense(article(text))
    assert story.sensitive == sensitive
    assert bool(story.warnings) == sensitive
