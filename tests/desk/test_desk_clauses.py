"""Clauses that become sentences of their own: whose clause it is must be certain, else the sentence stays whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.desk.clauses import at_clauses
from bulletin.desk.facts import Facts, facts_of
from bulletin.desk.splitting import parts_of
from bulletin.desk.subjects import named_again


def facts(text: str) -> Facts:
    return facts_of([text], "en", None, None)


CUT = [
    # behind the subject
    (
        "The bishop of Sokara, who took office in May, has told the farmers of the valley that the church will give back"
        " their land.",
        "The bishop of Sokara has told the farmers of the valley that the church will give back their land.",
        "The bishop took office in May.",
    ),
    (
        "The finance minister Ada Obi, who opposed the loan, resigned on Monday after a vote in which her own party left"
        " the hall.",
        "The finance minister Ada Obi resigned on Monday after a vote in which her own party left the hall.",
        "The finance minister Ada Obi opposed the loan.",
    ),
    # at the end: a name, a thing, people
    (
        "The engineers of the roads agency sent three boats on Monday to Ikot, which has had no bridge since the storm in"
        " June.",
        "The engineers of the roads agency sent three boats on Monday to Ikot.",
        "Ikot has had no bridge since the storm in June.",
    ),
    (
        "The teacher gave the examination papers in March to a cousin, who sold them to parents in three towns for very"
        " little money.",
        "The teacher gave the examination papers in March to a cousin.",
        "The cousin sold them to parents in three towns for very little money.",
    ),
    (
        "Heavy rain fell on the hills above Amodu all night and filled the lake, which is used by most fishermen of the"
        " district.",
        "Heavy rain fell on the hills above Amodu all night and filled the lake.",
        "That is used by most fishermen of the district.",
    ),
    # an opening
    (
        "Speaking at a rally in Sokara on Sunday, Ada Obi said the new road to the port would be ready long before the"
        " rains.",
        "Ada Obi said the new road to the port would be ready long before the rains.",
        "Ada Obi was speaking at a rally in Sokara on Sunday.",
    ),
    # participles: what happened, and what somebody did
    (
        "A wall of the old brewery fell on the market in Amodu on Monday, killing two traders and a boy who had come to"
        " buy maize.",
        "A wall of the old brewery fell on the market in Amodu on Monday.",
        "That killed two traders and a boy who had come to buy maize.",
    ),
    (
        "The governor of the northern province met the striking drivers on Friday, urging them to go back to work until"
        " the talks end.",
        "The governor of the northern province met the striking drivers on Friday.",
        "The governor urged them to go back to work until the talks end.",
    ),
    # "as": at one time
    (
        "Shoppers queued all morning in front of the mills in Sokara as the price of flour rose for the third time in a"
        " month.",
        "Shoppers queued all morning in front of the mills in Sokara.",
        "The price of flour rose for the third time in a month.",
    ),
    # a dash between two sentences
    (
        "The ferry at Ikot has not crossed the river since the storm in June - the traders have carried their goods over the old"
        " bridge.",
        "The ferry at Ikot has not crossed the river since the storm in June.",
        "The traders have carried their goods over the old bridge.",
    ),
    # "A man who ...", "A man arrested ..."
    (
        "A man who fed stray dogs outside the market in Amodu for eleven years has been given a medal and a flat by the"
        " council.",
        "A man has been given a medal and a flat by the council.",
        "The man fed stray dogs outside the market in Amodu for eleven years.",
    ),
    (
        "Two clerks accused of selling the council's lorries in March have been released on bail until the court meets"
        " again in June.",
        "Two clerks have been released on bail until the court meets again in June.",
        "The clerks were accused of selling the council's lorries in March.",
    ),
    # "some of whom", "it was announced"
    (
        "Rescue workers pulled forty miners from the shaft at Amodu on Tuesday, some of whom had been without water for"
        " two days.",
        "Rescue workers pulled forty miners from the shaft at Amodu on Tuesday.",
        "Some of them had been without water for two days.",
    ),
    (
        "The bank of Sokara will close eleven of its smaller branches and lend no more money to farmers, it was announced"
        " late on Friday.",
        "The bank of Sokara will close eleven of its smaller branches and lend no more money to farmers.",
        "That was announced late on Friday.",
    ),
]


@pytest.mark.parametrize(("text", "first", "second"), CUT)
def test_a_clause_is_cut_where_it_is_certain_whose_it_is(text: str, first: str, second: str) -> None:
    assert parts_of(text, facts(text)) == (first, second)


@pytest.mark.parametrize(
    "text",
    [
        # a condition: "who" is anybody
        "If the mayor meets the men of the union, who closed the port, the ferries of Sokara will sail again on Monday.",
        # inside a quotation
        'The mayor said "the men of the union, who closed the port, lied to every town on the lake" on Monday night.',
        # "as" that tells what somebody is
        "The council has named the oldest trader in the market of Amodu as the head of a new office for lost property.",
        # what may happen is not what happened
        "The storm could reach the coast of Sokara on Monday night, killing cattle and breaking the dams above the town.",
        # two dashes hold an aside
        "The ferry - the council bought it in June - carries forty lorries an hour over the river to the market at Ikot.",
        # whose children, the traders' or the drivers'?
        "The council thanked the traders and the drivers, who have cleared the road of stones and mud since last week.",
    ],
)
def test_a_clause_stays_where_it_is_not(text: str) -> None:
    assert parts_of(text, facts(text)) == (text,)


CLAUSES = (
    "The mayor of Sokara", "Ada Obi", ", who ran the port,", ", which shut in May,", "told reporters", "closed the road",
    "as the rains began", ", killing two men", ", some of whom were hurt", " - ", "if", '"', "said that", "A man who fed dogs",
    "has won", ", it was announced", "after the storm", "and", "on Monday", "Speaking in Amodu,", "that", "not", ",",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(CLAUSES), min_size=2, max_size=9))
def test_what_is_cut_is_whole_and_made_of_the_words_of_the_sentence(pieces: list[str]) -> None:
    text = " ".join(" ".join(pieces).replace(" ,", ",").split()) + "."
    known = {word.strip('.,"-').lower() for word in text.split()}
    put_in = {"the", "that", "was", "were", "them", "killed", "did", ""}
    for pair in at_clauses(text, facts(text), named_again):
        for part in pair:
            assert part[:1].isupper() or not part[:1].isalpha()
            assert part.endswith((".", '"', "!", "?"))
            assert {word.strip('.,"-').lower() for word in part.split()} <= known | put_in
