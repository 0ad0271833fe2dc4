"""Whole phrases may be left out of a sentence, and nothing else may be done to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.cuts import miscut

BRIDGE = "On Monday, the mayor of Sokara, Ada Bello, who is 41, opened a bridge in Sokara, joining two towns."


@pytest.mark.parametrize(
    "line",
    [
        BRIDGE,
        "The mayor of Sokara, Ada Bello, who is 41, opened a bridge in Sokara, joining two towns.",
        "On Monday, the mayor of Sokara, Ada Bello, opened a bridge in Sokara, joining two towns.",
        "On Monday, the mayor of Sokara, Ada Bello, who is 41, opened a bridge, joining two towns.",
        "On Monday, the mayor of Sokara, Ada Bello, who is 41, opened a bridge in Sokara.",
        "The mayor of Sokara, Ada Bello, opened a bridge.",
    ],
)
def test_a_whole_phrase_may_go(line: str) -> None:
    assert miscut(line, BRIDGE) == ""


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Rebels killed police.", "Police killed rebels."),
        ("Five soldiers killed rebels.", "Five soldiers were killed by rebels."),
        ("Police were killed by three rebels.", "Police killed three rebels."),
        ("The president resigned.", "The president of the students' union resigned."),
        ("Tunde Alade resigned.", "Tunde Alade's spokesman resigned."),
        ("Bisi died.", "Ada, sister of Bisi, died."),
        ("Ada and Chi died.", "Ada, Bisi and Chi died."),
        ("Amodu Iru and Sokara flooded.", "Amodu, Lune, Iru and Sokara flooded."),
        ("Iru and Lune, shops closed.", "In Sokara, Iru and Lune, shops closed."),
        ("Police said Ada stole the car.", "Police, said Ada, stole the car."),
        ("Police, say the thief, stole the car.", "Police say the thief stole the car."),
        ("The bridge was safe.", "The minister said the bridge was safe."),
        ("The bridge was safe.", "The bridge was safe, according to the minister."),
        ("Obi was arrested.", "Obi, who denies the charge, was arrested."),
        ("Obi killed Ada.", "Obi allegedly killed Ada."),
        ("The match is off.", "If it rains, the match is off."),
        ("He won the vote.", "He won the vote, but the court annulled it."),
        ("Amodu beat Sokara.", "In 2019, Amodu beat Sokara."),
        ("It is the largest bank.", "It is the largest bank in Amodu."),
        ("All shops closed.", "All shops closed in Amodu."),
        ("Two died.", "Two died. Three died."),
        ("Two died", "Two died."),
        ("", "Two died."),
    ],
)
def test_what_would_say_something_else_is_found(line: str, source: str) -> None:
    assert miscut(line, source) or not line


words = st.lists(st.sampled_from([*BRIDGE.replace(",", " ,").replace(".", " .").split(), "not", "rebels"]), max_size=25)


@given(words)
def test_what_passes_has_the_words_of_the_source_in_their_order(chosen: list[str]) -> None:
    line = " ".join(chosen)
    if chosen and not miscut(line, BRIDGE):
        true = iter(BRIDGE.lower().replace(",", " ,").replace(".", " .").split())
        assert all(word.lower() in true for word in chosen)


@given(st.text(max_size=200), st.text(max_size=200))
def test_it_never_fails(line: str, source: str) -> None:
    miscut(line, source)


def test_a_megabyte_of_one_letter_is_no_trouble() -> None:
    for piece in ("a", "a ", ", a in K", '"', "in K "):
        long = piece * (1_000_000 // len(piece))
        assert miscut(long, long)[:1] in {piece[:1], ""}
