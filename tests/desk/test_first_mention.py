"""Whom the copy has not named is named in full at first mention; two of a name, and a minor, are left as they are."""

from __future__ import annotations

import pytest

from bulletin.desk.first_mention import named_in_full
from bulletin.desk.sentences import sentences_of
from bulletin.model import Article, Line

MANAGER = "Manager Hauwa Sani took 240 people back."
SAID = 'Ms Sani said: "We measure it every week."'


def told(*sentences: str, copy: str = SAID, minors: frozenset[str] = frozenset()) -> str:
    article = Article("a", "Vats", (" ".join((*sentences, copy)),))
    found = sentences_of(article)
    place = next(place for place, sentence in enumerate(found) if sentence.text == copy)
    [line] = named_in_full([Line(copy, (found[place].source,))], [s.text for s in found], found, minors)
    return line.text


def test_named_in_full() -> None:
    assert told(MANAGER) == 'Hauwa Sani said: "We measure it every week."'
    assert told("Dr Umar Ali Bello runs it.", copy="It was Dr Bello's plan.") == "It was Dr Umar Ali Bello's plan."


@pytest.mark.parametrize(
    "sentences",
    [(), (MANAGER, "Her sister Zainab Sani paid."), ("In Kano Sani is a name.",), ("The British Emma Sani came.",)],
    ids=["nobody", "two", "a place", "doubtful"],
)
def test_left_as_it_is(sentences: tuple[str, ...]) -> None:
    assert told(*sentences) == SAID


def test_a_minor_is_not_named() -> None:
    assert told(MANAGER, minors=frozenset({"Hauwa"})) == SAID
