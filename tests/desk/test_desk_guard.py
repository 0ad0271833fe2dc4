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
    assert said.text == "Governor Ada Obi says repairs will cost 2.5 billion naira and take six months."
    assert check(said) == []
    assert {finding.rule for finding in check(replace(said, text=said.text.replace("six", "nine")))} == {"number"}
    assert check(replace(said, text="Governor Ada Obi says repairs will take six months.")) == []


def test_a_line_may_be_held_against_other_sentences() -> None:
    assert check(Line("Rain fell in Kano."), ["Rain fell in Kano on Monday."]) == []
    assert [finding.rule for finding in check(Line("Rain fell in Kano."))] == ["no source"]


ROUND = "Floods drove 2,09,519 people from their homes and there were 1,532 cases of cholera."


@pytest.mark.parametrize(
    ("said", "rules"),
    [
        ("Floods drove almost 210,000 people from their homes.", set()),
        ("There were more than 1,500 cases of cholera.", set()),
        ("There were about 1,500 cases of cholera.", set()),
        ("There were 1,500 cases of cholera.", {"number"}),
        ("There were more than 1,600 cases of cholera.", {"number"}),
        ("There were almost 1,500 cases of cholera.", {"number"}),
        ("There were 15,000 cases of cholera.", {"number"}),
        ("There were more than 1,000 cases of cholera.", {"number"}),
        ("There were more than 1,532 cases of cholera.", {"number"}),
        ("There were more than 1,500 homes.", {"number"}),
    ],
)
def test_a_true_round_figure_passes_by_hand_and_by_rule(said: str, rules: set[str]) -> None:
    cited = Line(said, (Citation("0", 0, 0, len(ROUND), ROUND),))
    assert {finding.rule for finding in check(cited)} == rules
    forged = replace(cited, edits=(Edit("round figure", ROUND, said),))
    assert {finding.rule for finding in check(forged)} == ({"edit"} if rules else set())


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("It cost $1.5bn.", "It cost 1.5 billion dollars."),
        ("Gov. Obi didn't pay 45% of N90m on Sept. 9.", "Governor Obi did not pay 45 per cent of 90 million naira on September 9."),
        ("It is 70km off.", "It is 70 kilometres off."),
        ("On Monday the council in Amodu shut the bridge.", "The council in Amodu shut the bridge on Monday."),
        ("Twenty-five men ran 100m.", "25 men ran 100 metres."),
        ("Police arrested three men.", "Three men were arrested by police."),
    ],
)  # fmt: skip
def test_other_words_for_the_same_thing_are_true(source: str, said: str) -> None:
    assert check(Line(said), [source]) == []


@pytest.mark.parametrize(
    ("source", "said", "rule", "has"),
    [
        ("It cost $1.5bn.", "It cost 1.5 billion naira.", "number", "1.5 billion dollars"),
        ("It cost $1.5bn.", "It cost 1.5 million dollars.", "number", "1.5 billion dollars"),
        ("It is 70km off.", "It is 70 miles off.", "number", "70 kilometres"),
        ("Almost 200 people came.", "200 people came.", "number", "200 people"),
        ("Sales rose by a fifth.", "Sales fell by a fifth.", "new word", "rose"),
        ("More men than women came.", "Less men than women came.", "opposite", "more"),
        ("He went from Kano to Lagos.", "He went to Kano from Lagos.", "opposite", ""),
        ("Some schools will close.", "All schools will close.", "opposite", "some"),
        ("Ige allegedly stole a car.", "Ige stole a car.", "doubt", "allegedly stole a"),
        ("The former president spoke.", "The president spoke.", "doubt", "former president spoke"),
        ("The bridge will be closed.", "The bridge was closed.", "tense", "will"),
        ("The bridge may close.", "The bridge will close.", "tense", "may"),
        ("The police shot the farmers.", "The farmers shot the police.", "order", ""),
        ("He won the second race.", "He won the first race.", "number", "second race"),
        ("A five-storey house fell.", "A six-storey house fell.", "number", ""),
        ("He came on Friday.", "He came on Sunday.", "day", "Friday"),
    ],
)
def test_small_words_turned_round_are_found(source: str, said: str, rule: str, has: str) -> None:
    found = {finding.rule: finding.source for finding in check(Line(said), [source])}
    assert rule in found
    assert has in found[rule]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("did not pay", "did pay"),
        ("26 boats", "27 boats"),
        ("2.5 million naira", "2.5 million dollars"),
        ("on Tuesday", "on Wednesday"),
        ("26 boats", "more than 26 boats"),
    ],
)
@pytest.mark.parametrize("rule", ["day", "round figure", "jargon", "split"])
def test_a_forged_edit_is_not_believed(before: str, after: str, rule: str) -> None:
    text = SOURCE.replace(before, after)
    assert check(line(text, Edit(rule, before, after))) != []
