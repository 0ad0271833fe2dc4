"""A language model's lines held against the lines that it was offered, whatever the desk offers today."""

from __future__ import annotations

import json

import pytest

from bulletin.desk.holding import held
from bulletin.desk.offered import Offer, Offered
from bulletin.model import Citation, Line

TEXTS = (
    "The harbour of Sokara, a town of fishermen, reopened on Monday.",
    "Musa Danladi, who runs the harbour, said that he would hire 30 men.",
    '"The boats are ready," said Ada Bello.',
    "On Monday, she opened the gate.",
    "The council of the town and the union of the boatmen and the owners of the two mills on the river and the school"
    " agreed on the price of fish.",
)


def offer(*, after: int | None = None, own: bool = False, minors: frozenset[str] = frozenset()) -> Offer:
    lines = [Line(text, (Citation("a" * 12, place, 0, len(text), text),)) for place, text in enumerate(TEXTS)]
    offered = [Offered(line, after if place == 1 else None, own) for place, line in enumerate(lines)]
    return Offer(tuple(offered), TEXTS, minors)


def answer(*lines: tuple[str, int]) -> str:
    return json.dumps({"lines": [{"text": text, "sources": [number]} for text, number in lines]})


def test_a_line_carries_its_source_and_the_cut() -> None:
    (line,), wrong = held(answer(("The harbour of Sokara reopened on Monday.", 1)), offer(), 60, 7)
    assert wrong == []
    assert line.sources[0].text == TEXTS[0]
    assert [(edit.before, edit.after) for edit in line.edits] == [("Sokara, a town of fishermen,", "Sokara")]


@pytest.mark.parametrize(
    ("lines", "given", "why"),
    [
        ([(TEXTS[4], 5)], offer(), "it has 30 words; a listener can hold 25"),
        ([(TEXTS[2], 3)], offer(), "it opens the story with a quotation"),
        ([("She opened the gate.", 4)], offer(), 'it opens with "She", which needs a sentence before it'),
        ([(TEXTS[1], 2)], offer(after=0), "it can only be said after sentence 1"),
        ([("said that he would hire 30 men.", 2)], offer(), "whole phrases left out"),
        ([(TEXTS[1], 2)], offer(minors=frozenset({"Danladi"})), "names a minor"),
    ],
)
def test_what_the_desk_would_not_say_does_not_hold(lines: list[tuple[str, int]], given: Offer, why: str) -> None:
    _, wrong = held(answer(*lines), given, 60, 5)
    assert any(why in reason for reason in wrong)


def test_a_long_line_of_the_desks_own_is_as_good_as_it_was() -> None:
    assert held(answer((TEXTS[4], 5)), offer(own=True), 60, 28)[1] == []


def test_the_number_of_lines_is_bounded() -> None:
    _, wrong = held(answer(*[("Aliens landed in Amodu.", 1)] * 20), offer(), 60, 40)
    assert len(wrong) == 21  # and it is too short as a whole
    assert held(answer(*[("Aliens landed in Amodu.", 1)] * 21), offer(), 60, 40)[1] == [
        "its answer is not the JSON that was asked for"
    ]
