"""What holds for whatever comes in on a wire."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.errors import SourceError
from bulletin.model import Article, Rejected
from bulletin.station import Wire
from bulletin.wire.embargoes import found_in
from bulletin.wire.feeds import opml
from bulletin.wire.feeds.reading import Arrived, read

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WIRE = Wire("https://wire.example/feed")
GOLDEN = [
    p.read_bytes()
    for p in sorted((Path(__file__).parents[1] / "golden" / "feeds").glob("*.[xj]*"))
    if "expected" not in p.name
]
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\ufeff\u00ad]")
ODD = (
    "\u202e",
    "\x00",
    "\ud800",
    "&#0;",
    "&bogus;",
    "<![CDATA[",
    "]]>",
    "<item>",
    "</item>",
    "<",
    "&",
    "%",
    "1e999",
    "{",
    '"',
)


def safely_read(body: bytes, charset: str = "") -> tuple[Article, ...]:
    """The articles of some bytes; none where they are refused in a line."""
    try:
        found = read(Arrived(body, WIRE.url, charset), WIRE, most=50, now=NOW)
    except SourceError as error:
        assert str(error) == " ".join(str(error).split())
        return ()
    for article in found.articles:
        assert sound(article) == []
    for rejected in found.rejected:
        assert isinstance(rejected, Rejected)
        assert rejected.origin.isprintable()
        assert "\n" not in rejected.reason
    return found.articles


def sound(article: Article) -> list[str]:
    """What is wrong with an article's words."""
    fields = ("headline", "source", "url", "byline", "language", "section", "licence", "origin", "guid", "category")
    wrong = [name for name in fields if not getattr(article, name).isprintable()]
    wrong += [line for line in article.paragraphs if not line or line != " ".join(line.split()) or UNSEEN.search(line)]
    wrong += ["id"] if not re.fullmatch("[0-9a-f]{12}", article.id) else []
    wrong += ["url"] if article.url and not article.url.startswith(("http://", "https://")) else []
    wrong += [w for w in (article.published, article.embargo, article.expires) if w and not w.tzinfo]
    article.headline.encode(), "".join(article.paragraphs).encode()
    return wrong


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "utf-8", "latin-1", "utf-16", "hex", "cp037", "no such"]))
def test_any_bytes_are_survived(body: bytes, charset: str) -> None:
    safely_read(body, charset)
    safely_read(b"<rss><channel><item>" + body, charset)
    safely_read(b"{" + body, charset)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(GOLDEN), st.data())
def test_any_damage_to_a_feed_is_survived(feed: bytes, data: st.DataObject) -> None:
    text = feed.decode()
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 5, 60]))
        text = text[:start] + data.draw(st.sampled_from(ODD) | st.text(max_size=6)) + text[end:]
    safely_read(text.encode("utf-8", errors="surrogatepass"))


STRANGE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([10**400, "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "html", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)
FIELDS = "id guid url title content_html content_text summary date_published date_modified expires authors tags language".split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.dictionaries(st.sampled_from(FIELDS), STRANGE), max_size=4), STRANGE)
def test_any_json_is_survived(items: list[dict[str, object]], title: object) -> None:
    safely_read(json.dumps({"title": title, "items": items}).encode())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(st.characters(categories=["L", "Nd"]), min_size=3, max_size=30), min_size=1, max_size=20, unique=True
    )
)
def test_every_item_becomes_an_article_once_and_in_order(titles: list[str]) -> None:
    titles = list(dict.fromkeys(" ".join(title.split()) for title in titles))
    items = "".join(f"<item><guid>{n}</guid><title>Story {n} {title}</title></item>" for n, title in enumerate(titles))
    found = safely_read(f"<rss><channel>{items}</channel></rss>".encode())

    assert [article.guid for article in found] == [f"https://wire.example/{n}" for n in range(len(titles))]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), st.lists(st.text(max_size=60), max_size=3))
def test_no_line_about_an_embargo_is_passed_over(words: str, lines: list[str]) -> None:
    """It is understood, or refused: never a text that begins so and has no embargo."""
    for label in ("EMBARGOED UNTIL ", "NOT FOR PUBLICATION BEFORE "):
        try:
            found = found_in("Talks end", (f"{label}{words}", *lines), NOW)
        except SourceError:
            continue
        assert found.until is not None or re.match(r"[\s:–—-]*(?i:none|no|nil|lifted|is|was|has|levé|immediate)", words)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=100))
def test_any_list_of_feeds_is_survived(body: bytes, name: str) -> None:
    for data in (body, f"<opml><body><outline text='{name}' xmlUrl='https://a.example/'/>".encode("utf-8", "replace")):
        try:
            assert opml.read(data)
        except SourceError as error:
            assert "\n" not in str(error)


def test_a_list_of_feeds_comes_back_as_it_went() -> None:
    wires = [
        Wire("https://a.example/?x=1&y=2", 'A "quoted" & <b>', "africa"),
        Wire("https://b.example/", "B", "sport"),
    ]
    outlines = opml.read(opml.write(wires, "Ours & theirs").encode())

    assert [(one.url, one.name, one.category) for one in outlines] == [
        (wire.url, wire.name, wire.category) for wire in wires
    ]
