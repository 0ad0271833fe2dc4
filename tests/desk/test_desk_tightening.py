"""What goes last: each rule takes one kind of phrase, and none where the phrase bears the news."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.desk.tightening import (
    STILL_LONG,
    shorter_quotation,
    without_act_of_saying,
    without_apposition,
    without_beside,
    without_dash_last,
    without_doing,
    without_gerund,
    without_last_apposition,
    without_last_clause,
    without_occasion,
    without_opening,
    without_set_off,
)

Rule = Callable[[str], str]

SHORTER: list[tuple[Rule, str, str]] = [
    (
        without_set_off,
        "The analyst Bola Ige, in a series of letters to the bank, said the loan would never be repaid.",
        "The analyst Bola Ige said the loan would never be repaid.",
    ),
    (
        without_beside,
        "Mrs Bello appearing for the drivers' union told the court that nobody had been paid since January.",
        "Mrs Bello told the court that nobody had been paid since January.",
    ),
    (
        without_last_clause,
        "The council sold the old ferry to a firm in Ikot and the harbour master bought two tugs.",
        "The council sold the old ferry to a firm in Ikot.",
    ),
    (
        without_last_clause,
        "The governor closed the road to Amodu on Monday after engineers had found cracks in a bridge.",
        "The governor closed the road to Amodu on Monday.",
    ),
    (
        without_act_of_saying,
        "The port of Sokara will stay closed to all lorries and all ferries until the storm has gone, the harbour master"
        " said on Tuesday, warning drivers to keep away.",
        "The port of Sokara will stay closed to all lorries and all ferries until the storm has gone, the harbour master"
        " said on Tuesday.",
    ),
    (
        without_dash_last,
        "The women of Amodu won the cup on Saturday in Sokara - a first title for the town in eleven years.",
        "The women of Amodu won the cup on Saturday in Sokara.",
    ),
    (
        shorter_quotation,
        'Ada Obi said: "The bridge is not safe for lorries, and the men who say that it is safe have not looked at the'
        ' pillars since the storm in June."',
        'Ada Obi said: "The bridge is not safe for lorries."',
    ),
    (
        without_apposition,
        "The pilot, a father of three from a village in the hills, landed the aircraft on a road.",
        "The pilot landed the aircraft on a road.",
    ),
    (
        without_last_apposition,
        "The court in Sokara freed nine drivers of the union on Monday, a decision certain to anger the port.",
        "The court in Sokara freed nine drivers of the union on Monday.",
    ),
    (
        without_opening,
        "In a step towards better roads, the council of Sokara bought ten lorries on Monday.",
        "The council of Sokara bought ten lorries on Monday.",
    ),
    (
        without_occasion,
        "The minister said while opening a new hall in Amodu that the road would be ready in May.",
        "The minister said that the road would be ready in May.",
    ),
    (
        without_gerund,
        "The judge in Sokara fined the port nine million naira while hearing a petition of the drivers.",
        "The judge in Sokara fined the port nine million naira.",
    ),
    (
        without_doing,
        "The bishop of Sokara left the town for the last time on Monday, handing his house to the poor.",
        "The bishop of Sokara left the town for the last time on Monday.",
    ),
]


@pytest.mark.parametrize(("rule", "text", "shorter"), SHORTER)
def test_the_phrase_goes(rule: Rule, text: str, shorter: str) -> None:
    assert rule(text) == shorter
    assert rule(shorter) == shorter


STAYS: list[tuple[Rule, str]] = [
    # the first half is only true under a condition
    (
        without_last_clause,
        "The lorries of Sokara will cross the river on Monday if the council has paid for the bridge.",
    ),
    (without_last_clause, "Both the mayor of Amodu and the harbour master said no and the drivers have gone home."),
    # it would say the opposite
    (without_last_clause, "The mayor of Amodu said on Monday that she had been told that the bridge was safe."),
    (without_last_clause, "The council will not pay for the bridge because the drivers of Amodu have broken it."),
    (without_doing, "The chief clerk of Sokara left the council on Monday, denying that he had taken any money."),
    (without_dash_last, "The council of Amodu says that the bridge is safe - but its own engineers have left it."),
    (
        without_act_of_saying,
        "The port will open on Monday, the mayor said, denying that it had ever been closed at all.",
    ),
    (without_apposition, "Bola Ige, the only witness of the storm, told the court in Sokara what he had seen."),
    (without_set_off, "The drivers, except for the men from Ikot, have gone back to work at the port of Sokara."),
    # when it was is a fact of its own
    (without_opening, "In June 2019, the council of Sokara bought ten lorries for the port."),
    # what is left would not stand
    (without_opening, "Under the bridge, three."),
    (without_beside, "Mrs Bello speaking for the union and was told to sit down by the judge in Sokara."),
]


@pytest.mark.parametrize(("rule", "text"), STAYS)
def test_the_phrase_stays_where_it_bears_the_news(rule: Rule, text: str) -> None:
    assert rule(text) == text


PIECES = (
    "The council of Sokara", "sold the ferry", "on Monday", "and the drivers have gone", "if it rains", "but", '"', " - ",
    ", a decision certain to anger the port", "which shut in May", "after they had met", "In a step towards peace,", ",",
    "while hearing a petition", "the mayor said", ", denying it", "said: ", "in the past year", "not", "until June",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=10))
def test_no_rule_adds_or_moves_a_word(pieces: list[str]) -> None:
    text = " ".join(" ".join(pieces).replace(" ,", ",").split()) + "."
    words = [word.strip('.,:"-').lower() for word in text.split()]
    for _, rule in STILL_LONG:
        shorter = rule(text)
        left = iter([*words, ""])
        said = [word.strip('.,:"-').lower() for word in shorter.split()]
        assert all(word in left for word in said if word)  # the same words in the same order
        assert len(shorter) <= len(text)
