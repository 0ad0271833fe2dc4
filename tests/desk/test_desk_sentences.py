"""Where sentences end, with glued ones cut and abbreviations kept whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.sentences import sentences_of, spans
from bulletin.model import Article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was shared on social media.The union was told.",
            ["It was shared on social media.", "The union was told."],
        ),
        ("He quit the BJP.Talks go on.", ["He quit the BJP.", "Talks go on."]),
        ('He "stood for him."The strike goes on.', ['He "stood for him."', "The strike goes on."]),
        ('They left."We won," he said.', ["They left.", '"We won," he said.']),
        ("Alh. Musa met Engr. Ade of St. John.", ["Alh. Musa met Engr. Ade of St. John."]),
        ("Gov. Obi and Sen. Bello paid N2.5trn.", ["Gov. Obi and Sen. Bello paid N2.5trn."]),
        ("Lt. Col. Ade spoke to J. K. Omole.", ["Lt. Col. Ade spoke to J. K. Omole."]),
        ("It fell in the U.S. The end came.", ["It fell in the U.S.", "The end came."]),
        ("Money.co.uk rose 2.5% at 9 a.m. on Monday.", ["Money.co.uk rose 2.5% at 9 a.m. on Monday."]),
        ("“Stop!” she cried. They ran.", ["“Stop!” she cried.", "They ran."]),
    ],
)
def test_sentence_ends(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in spans(text)] == expected


@given(st.text(alphabet="aB .!?\"'“”\n7,", max_size=200))
def test_spans_are_in_order_and_hold_every_letter(text: str) -> None:
    found = list(spans(text))
    assert all(start < end for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())


def test_one_lost_quote_mark_does_not_spoil_the_page() -> None:
    article = Article(
        id="0",
        headline="",
        paragraphs=('He said "the dam was safe. Engineers left at noon. The dam broke. It "held for years" before.',),
    )
    assert [sentence.quoted for sentence in sentences_of(article)] == [False] * 4


def test_sentences_that_begin_inside_speech_are_known() -> None:
    article = Article(
        id="0", headline="", paragraphs=('"The dam was safe. Nobody knew. It broke," he said. They ran.',)
    )
    assert [sentence.quoted for sentence in sentences_of(article)] == [False, True, True, False]  # the first opens it
