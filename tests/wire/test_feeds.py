"""Feeds of every dialect as they are read, and what strange ones come to."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin.errors import SourceError
from bulletin.model import Article
from bulletin.station import Wire
from bulletin.wire.feeds.reading import Arrived, Read, read

FEEDS = sorted((Path(__file__).parents[1] / "golden" / "feeds").glob("*.[xj]*"))
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WIRE = Wire("https://wire.example/feed", category="africa", weight=1.5)
UNTOLD = {"id", "wire", "category", "weight", "origin", "removed"}


def read_of(body: str | bytes, wire: Wire = WIRE, charset: str = "", most: int = 200) -> Read:
    data = body.encode() if isinstance(body, str) else body
    return read(Arrived(data, wire.url, charset), wire, most=most, now=NOW)


def told(article: Article) -> dict[str, object]:
    """What an article says that it would not say anyway."""
    silent = asdict(Article("", "", ()))
    fields = {key: value for key, value in asdict(article).items() if key not in UNTOLD and value != silent[key]}
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in fields.items()}


@pytest.mark.parametrize("path", [path for path in FEEDS if ".expected" not in path.name], ids=lambda path: path.name)
def test_a_feed_as_it_is_read(path: Path, request: pytest.FixtureRequest) -> None:
    found = read_of(path.read_bytes())
    shown = {
        "name": found.name,
        "articles": [told(article) for article in found.articles],
        "rejected": [asdict(rejected) for rejected in found.rejected],
        "left_out": found.left_out,
    }
    golden = path.with_name(f"{path.name}.expected.json")
    written = json.dumps(shown, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--golden"):
        golden.write_text(written)

    assert written == golden.read_text()
    assert {(a.wire, a.category, a.weight) for a in found.articles} == {(WIRE.url, "africa", 1.5)}


def rss(*items: str, head: str = "<title>T</title>") -> str:
    return f'<rss version="2.0"><channel>{head}{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'


def one(*inside: str, wire: Wire = WIRE, charset: str = "") -> Article:
    (article,) = read_of(rss("".join(inside)), wire, charset).articles
    return article


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "nothing in it: check the address"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "a PNG picture, not text: check the address"),
        (b"Welcome to our server", "neither a feed nor a page: check the address"),
        (b'<?xml version="1.0"?><urlset><url/></urlset>', "a site map, not a feed"),
        (b'<opml version="2.0"><body/></opml>', "a list of feeds (OPML)"),
        (b'{"status": "ok"}', "JSON without a list of items"),
        (b"[" * 100_000, "its JSON is nested too deeply"),
        (b'{"items": [' + b"1" * 5000, "its JSON cannot be read"),
        (b"<rss><channel>" + b"<a>" * 50_000, "a feed that is nested too deeply to be read"),
        (rss("", " ").encode(), "a feed whose items say nothing"),
        (b"<html><body><p>Hello.</p></body></html>", "no article in the page, only 0 words of prose"),
    ],
)
def test_what_is_no_feed_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(SourceError) as error:
        read_of(body)

    assert str(error.value).startswith(reason)
    assert str(error.value) == " ".join(str(error.value).split())


def test_of_too_many_items_the_newest_are_read_wherever_they_stand() -> None:
    items = [f"<title>Number {n}</title><pubDate>2026-11-{1 + n % 22:02} 10:00</pubDate>" for n in range(5000)]
    found = read_of(rss(*items, "<title>No date</title>"), most=3)

    assert {article.published for article in found.articles} == {datetime(2026, 11, 22, 10, tzinfo=UTC)}
    assert found.left_out == ("4,998 older items: the newest 3 of 5,001 were read",)


@pytest.mark.parametrize(
    "before",
    [
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
    ],
)
def test_a_feed_with_entities_of_its_own_is_refused(before: str) -> None:
    with pytest.raises(SourceError, match="declares entities of its own, as an attack does"):
        read_of(before + rss("<title>&b; &x;</title>"))


def test_a_document_type_elsewhere_is_never_fetched() -> None:
    (article,) = read_of("<!DOCTYPE rss SYSTEM 'http://127.0.0.1/x.dtd'>" + rss("<title>Who laughs</title>")).articles
    assert article.headline == "Who laughs"


@pytest.mark.parametrize(
    "broken",
    [
        rss("<title>First</title>", "<title>Second</titel>"),
        rss("<title>First</title>", "<title>Second") + "<title",
        rss("<title>First</title>", "<title>Second</title><dc:x y:z='1'>&nbsp;&bogus; & </dc:x>"),
        rss("<title>First</title>", "<title>Second\x0b</title>&#0;&#xD800;"),
        rss("<title>First</title>", "<title>Second</title>" + "<a>" * 300),
        rss("<title>First</title>", "<title>Second</title><b " + " ".join(f"a{n}=''" for n in range(5000)) + "/>"),
        "PHP Warning: mail() failed in feed.php\n<?xml version='1.0'?>"
        + rss("<title>First</title>", "<title>Second</title>"),
    ],
    ids=["tags", "cut off", "undeclared", "characters", "deep", "attributes", "chatter"],
)
def test_what_is_broken_is_read_as_far_as_it_goes(broken: str) -> None:
    assert [article.headline for article in read_of(broken).articles] == ["First", "Second"]


def test_an_item_that_is_too_much_is_left_out_alone() -> None:
    found = read_of(rss("<title>Big</title>" + "<a/>" * 50_000, "<title>Small</title>"))

    assert [article.headline for article in found.articles] == ["Small"]
    assert found.left_out == ("1 item: there are more than 40,000 elements in the feed",)


TEXT = "Les marchés d’Abidjan rouvrent après la crue"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        (rss(f"<title>{TEXT}</title>").encode(), "iso-8859-1"),
        (f'<?xml version="1.0" encoding="iso-8859-1"?>{rss(f"<title>{TEXT}</title>")}'.encode(), ""),
        (f'<?xml version="1.0" encoding="utf-8"?>{rss(f"<title>{TEXT}</title>")}'.encode("cp1252"), "utf-8"),
        (f'<?xml version="1.0" encoding="cp1252"?>{rss(f"<title>{TEXT}</title>")}'.encode("cp1252"), "utf-8"),
        (rss(f"<title>{TEXT}</title>").encode("cp1252"), "windows-1252"),
        (f'<?xml version="1.0" encoding="utf-8"?>{rss(f"<title>{TEXT}</title>")}'.encode("utf-16"), "utf-8"),
        (b"\xef\xbb\xbf" + rss(f"<title>{TEXT}</title>").encode(), "windows-1251"),
    ],
)
def test_encodings_that_lie(data: bytes, charset: str) -> None:
    assert [article.headline for article in read_of(data, charset=charset).articles] == [TEXT]


@pytest.mark.parametrize(
    ("date", "published", "embargo"),
    [
        ("Mon, 23 Nov 2026 10:00:00 GMT", "2026-11-23T10:00:00+00:00", None),
        ("Mon, 23 Nov 2026 12:09:00 GMT", "2026-11-23T12:09:00+00:00", None),
        ("Mon, 23 Nov 2026 12:11:00 GMT", "2026-11-23T12:11:00+00:00", "2026-11-23T12:11:00+00:00"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None, None),
        ("1994-05-05", None, None),
        ("Mon, 99 Nov 2026 10:00:00 GMT", None, None),
        ("soon", None, None),
    ],
)
def test_dates_that_lie(date: str, published: str | None, embargo: str | None) -> None:
    article = one(f"<title>A</title><pubDate>{date}</pubDate>")

    assert (article.published and article.published.isoformat()) == published
    assert (article.embargo and article.embargo.isoformat()) == embargo


def test_links_lead_to_the_web_or_nowhere() -> None:
    links = [
        "https://a.example/1",
        "/2",
        "3?x=1",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//a.example/4",
        "ht tp",
    ]
    found = read_of(rss(*(f"<title>Story {n}</title><link>{link}</link>" for n, link in enumerate(links))))

    assert [article.url for article in found.articles] == [
        "https://a.example/1", "https://wire.example/2", "https://wire.example/3?x=1", "", "", "https://a.example/4", "",
    ]  # fmt: skip


def test_what_is_written_anew_keeps_its_guid() -> None:
    before, after = (one(f"<guid>7</guid><title>Talks {state}</title>") for state in ("begin", "end"))

    assert before.guid == after.guid
    assert before.id != after.id


@pytest.mark.parametrize(
    ("title", "category", "headline", "breaking"),
    [
        ("BREAKING: Dam bursts", "", "Dam bursts", True),
        ("Just in | Dam bursts", "", "Dam bursts", True),
        ("🔴 [BREAKING NEWS] Dam bursts", "", "Dam bursts", True),
        ("UPDATE: BREAKING – Dam bursts", "", "Dam bursts", True),
        ("DÉVELOPPEMENT : le barrage cède", "", "Le barrage cède", True),
        ("HABARI ZA HIVI PUNDE: Bwawa lapasuka", "", "Bwawa lapasuka", True),
        ("Dam bursts", "Breaking News", "Dam bursts", True),
        ("EXCLUSIVE: Dam was known to leak", "", "Dam was known to leak", False),
        ("Breaking the silence on dams", "", "Breaking the silence on dams", False),
        ("Alert issued at dam", "Weather", "Alert issued at dam", False),
        ("Update on the dam", "", "Update on the dam", False),
    ],
)
def test_what_is_breaking(title: str, category: str, headline: str, breaking: bool) -> None:
    item = f"<title>{title}</title><category>{category}</category>"

    assert (one(item).headline, one(item).breaking) == (headline, breaking)
    assert not one(item, wire=Wire(WIRE.url, breaking=False)).breaking


SENTENCE = "The council met on Monday and agreed to mend the road to the hospital before the rains. "


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        (f"<description>{SENTENCE}</description>", True),
        (f"<description>{SENTENCE * 8}</description>", False),
        (f"<description>{SENTENCE * 8}[…]</description>", True),
        (f"<description>{SENTENCE * 8}Continue reading</description>", False),
        (f"<description><![CDATA[<p>{SENTENCE * 8}</p><p><a href='/x'>Read more</a></p>]]></description>", True),
        (f"<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'>{SENTENCE * 4}</c:encoded>", False),
        ("", True),
    ],
)
def test_what_is_only_a_summary(text: str, partial: bool) -> None:
    assert one(f"<title>Road to be mended</title>{text}").partial is partial


def test_the_wire_says_what_it_is_called_and_which_language_it_has() -> None:
    wire = Wire(WIRE.url, name="Coast Courier", language="ha")
    article = one("<title>A</title><source url='https://x.example/'>X</source>", wire=wire)

    assert (article.source, article.language) == ("Coast Courier", "ha")
    assert article.origin == "Coast Courier: A"


def test_a_collection_credits_whom_it_collects() -> None:
    article = one(
        "<title>A</title><link>https://x.example/1</link><source url='https://x.example/'>Xanthic Post</source>"
    )

    assert article.source == "Xanthic Post"


PAGE = """<html lang="en"><head><title>{title}</title>{head}</head><body><article><h1>Ferry begins on the lagoon</h1>
<p>The new ferry left Ikorodu at six on Monday with 120 people and a brass band on board, and nobody was late.</p>
<p>It will cross the lagoon every hour, the agency said, and the fare stays as it was until the end of next year.</p>
</article></body></html>"""
NAMES_FEED = '<link rel="alternate" type="application/rss+xml" href="/feed?a=1&amp;b=2">'


@pytest.mark.parametrize(
    ("head", "named", "feed"),
    [
        ("", False, ""),
        (NAMES_FEED, False, "https://wire.example/feed?a=1&b=2"),
        (
            "<link href=/atom.xml type='application/atom+xml' rel='home alternate'>",
            False,
            "https://wire.example/atom.xml",
        ),
        ('<link rel="alternate" type="application/rss+xml" href="/x/comments/feed/">', False, ""),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', False, ""),
        ('<meta property="og:type" content="article">' + NAMES_FEED, False, ""),
        ('<meta property="og:type" content="article">' + NAMES_FEED, True, "https://wire.example/feed?a=1&b=2"),
    ],
)
def test_a_page_is_an_article_or_names_its_feed(head: str, named: bool, feed: str) -> None:
    page = PAGE.format(title="Ferry begins on the lagoon", head=head).encode()
    found = read(Arrived(page, WIRE.url), WIRE, most=9, now=NOW, named=named)

    assert found.feed == feed
    assert [article.headline for article in found.articles] == ([] if feed else ["Ferry begins on the lagoon"])
