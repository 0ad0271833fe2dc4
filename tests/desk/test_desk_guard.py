"""The fact guard: planted errors are found, true lines pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copy_for_desk import BRIDGE, THURSDAY

from bulletin.desk import check, condense
from bulletin.model import Citation, Edit, Line

SOURCE = (
    "Governor Ada Obi told Bola Ige on Tuesday that the state did not pay 2.5 million naira for 26 boats, "
    "as the Herald had claimed."
)


def line(text: str, *edits: Edit) -> Line:
    return Line(text, (Citation("0", 0, 0, len(SOURCE), SOURCE),), edits)


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("26 boats", "36 boats", "number"),
        ("26 boats", "26 houses", "number"),
        ("2.5 million", "2.5 billion", "number"),
        ("naira", "dollars", "number"),
        ("Tuesday", "Wednesday", "day"),
        ("Ada Obi told Bola Ige", "Bola Ige told Ada Obi", "name"),
        ("the Herald", "the Times", "name"),
        ("did not pay", "did pay", "negation"),
        ("had claimed", "had not claimed", "negation"),
        ("the state", "she", "pronoun"),
        ("pay", "steal", "new word"),
        ("as the Herald had claimed", 'as the Herald had "invented"', "quote"),
    ],
)
def test_planted_errors_are_found(before: str, after: str, rule: str) -> None:
    assert before in SOURCE
    assert rule in {finding.rule for finding in check(line(SOURCE.replace(before, after)))}


@pytest.mark.parametrize(
    "text",
    [
        SOURCE,
        "Governor Ada Obi told Bola Ige that the state did not pay 2.5 million naira for 26 boats.",
        "The state did not pay 2.5 million naira.",
        "Ada Obi told Bola Ige on Tuesday that the state did not pay for twenty-six boats.",
    ],
)
def test_what_only_leaves_out_is_true(text: str) -> None:
    assert check(line(text)) == []


def test_an_edit_is_only_believed_when_its_words_are_in_the_source() -> None:
    lie = Edit("aside", "26 boats,", "26 stolen boats,")
    findings = check(line(SOURCE.replace("26 boats,", "26 stolen boats,"), lie))
    assert [finding.rule for finding in findings] == ["edit"]


def test_a_line_changed_by_hand_is_held_against_its_edits() -> None:
    said = condense(replace(BRIDGE, paragraphs=BRIDGE.paragraphs[5:6]), air_time=THURSDAY).copy[0]
    assert said.text == "Governor Ada Obi says repairs will cost N2.5bn and take six months."
    assert check(said) == []
    assert {finding.rule for finding in check(replace(said, text=said.text.replace("six", "nine")))} == {"number"}
    assert check(replace(said, text="Governor Ada Obi says repairs will take six months.")) == []


def test_a_line_may_be_held_against_other_sentences() -> None:
    assert check(Line("Rain fell in Kano."), ["Rain fell in Kano on Monday."]) == []
    assert [finding.rule for finding in check(Line("Rain fell in Kano."))] == ["no source"]
