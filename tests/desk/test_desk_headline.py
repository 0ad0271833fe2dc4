"""Headlines for the ear."""

from __future__ import annotations

import pytest

from bulletin.desk import condense
from bulletin.model import Article

LEAD = "The bridge over the River Amodu was closed on Thursday after engineers found cracks in two of its old pillars."


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Foreign troops would be ‘targets’: Bello", "Bello says foreign troops would be targets"),
        ("Screening finds cancer earlier, trust says", "Trust says screening finds cancer earlier"),
        ("WATCH: Bridge closed in Amodu", "Bridge closed in Amodu"),
        ("EXCLUSIVE: BREAKING: Bridge closed", "Bridge closed"),
        ("Bridge closed in Amodu | BBC News", "Bridge closed in Amodu"),
        ("Bridge closed in Amodu - Vanguard News", "Bridge closed in Amodu"),
        ("BRIDGE CLOSED AFTER ENGINEERS FOUND CRACKS", "Bridge closed after engineers found cracks"),
        ("Amodu's bridge is closed.", "Amodu's bridge is closed"),
        ("", "The bridge over the River Amodu was closed on Thursday"),
        ("What next for the bridge?", "The bridge over the River Amodu was closed on Thursday"),
    ],
)
def test_headlines(headline: str, expected: str) -> None:
    said = condense(Article(id="0", headline=headline, paragraphs=(LEAD,))).headline
    assert said.text == expected
    assert said.sources[0].paragraph == (0 if expected.startswith("The bridge over") else -1)


def test_a_headline_is_never_long() -> None:
    long = "Bridge closed in Amodu as engineers find cracks in two pillars, with traders, schools and drivers all asking who pays"
    assert len(condense(Article(id="0", headline=long, paragraphs=(LEAD,))).headline.text.split()) <= 15
