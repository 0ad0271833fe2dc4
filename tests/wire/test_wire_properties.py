"""What holds for every input, however strange."""

import io
import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.wire import gather

SENTENCES = (
    "The council met on Monday and agreed to mend the road to the hospital.",
    "Ada Obi, who leads the traders, said that it was good news for everyone.",
    "“We have waited nine years for this,” she told reporters at the gate.",
    "It will cost N2.5 billion, or about $1.6m, and take until 3 March.",
    "Nobody was hurt when the old bridge fell in 2019.",
    "The U.S. embassy in Accra said it had no comment.",
    "Dr. Mensah-Hart called it “a first step, not the last one”.",
    "Rain is expected in the north; farmers there began planting early.",
    "The match ended 2-1 after extra time.",
)
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\ufeff\u00ad]")
MARKUP = ("<p>", "</p>", "{", '"', "“", "\n", "\n\n", "---\n", "title: ", "# ", "- ", "(AP) ", "By ", "LAGOS — ")
ODD = ("ALSO READ: ", "https://t.co/", "@a ", "?", "\u200b", "\U0001f620", "\x00", "\x1b[1m", "list of 3 items", "Â£")
PIECES = st.sampled_from((*MARKUP, *ODD, *SENTENCES))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join))
def test_any_text_gives_clean_paragraphs_or_a_reason(text: str) -> None:
    gathered = gather(["-"], stdin=io.BytesIO(text.encode("utf-8", errors="surrogatepass")))

    assert len(gathered.articles) + len(gathered.rejected) == 1
    for article in gathered.articles:
        assert all(line == " ".join(line.split()) and not UNSEEN.search(line) for line in article.paragraphs)
        assert all(article.paragraphs)
    for rejected in gathered.rejected:
        assert rejected.reason == " ".join(rejected.reason.split())


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data: bytes) -> None:
    gathered = gather(["-"], stdin=io.BytesIO(data))

    assert len(gathered.articles) + len(gathered.rejected) >= 1


@settings(max_examples=60, deadline=None)
@given(st.lists(st.permutations(SENTENCES).map(lambda said: " ".join(said[:3])), min_size=2, max_size=6, unique=True))
def test_clean_prose_comes_through_whole(paragraphs: list[str]) -> None:
    article = gather(["-"], stdin=io.BytesIO("\n\n".join(("Road to be mended", *paragraphs)).encode())).articles[0]

    assert article.paragraphs == tuple(paragraphs)
    assert article.removed == ()


@pytest.mark.parametrize(
    "piece", ["a", "A", '"', "“", " ", "(", "[", "{", "<", "?", "@", "#", "é", "Ã", "-", ".", "A. ", "![", "&#", "a: "]
)
def test_a_great_deal_of_one_thing_ends(piece: str) -> None:
    data = (f"{' '.join(itertools.islice(SENTENCES, 2))}\n\n" + piece * 100_000).encode()

    assert gather(["-"], stdin=io.BytesIO(data)) is not None  # a rule that is not linear would not come back
