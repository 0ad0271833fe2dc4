"""All wires at once, over real sockets; summaries made whole from their pages; feeds as sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from news_server import News, news_server

from bulletin.model import Article, Rejected
from bulletin.station import Fetching, Folders, Station, Wire
from bulletin.wire import collect, complete, gather

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LEAD = "The new ferry left Ikorodu at six on Monday with 120 people and a brass band on board, and nobody was late."
REST = "It will cross the lagoon every hour, the agency said, and the fare stays as it was until the end of next year."
PAGE = "<html lang='{lang}'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{text}</article></body></html>"


@pytest.fixture
def news() -> Iterator[News]:
    with news_server() as served:
        yield served


def station(news: News, cache: Path, *wires: Wire, **how: object) -> Station:
    fetching = Fetching(seconds=2.0, private_hosts=(news.host,), at_once_per_host=16, **how)  # type: ignore[arg-type]
    return Station(timezone="UTC", folders=Folders(cache=str(cache)), fetching=fetching, wires=wires)


def feed(*items: tuple[str, str, str], title: str = "Coast Courier") -> bytes:
    """A feed with items of a title, a link and a description."""
    told = "".join(
        f"<item><guid isPermaLink='false'>{link or name}</guid><title>{name}</title><link>{link}</link>"
        f"<pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><description>{text}</description></item>"
        for name, link, text in items
    )
    return f"<rss><channel><title>{title}</title>{told}</channel></rss>".encode()


def page(title: str, *paragraphs: str, head: str = "", lang: str = "en") -> bytes:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return PAGE.format(title=title, text=text, head=head, lang=lang).encode()


def test_one_bad_wire_never_stops_the_others(news: News, tmp_path: Path) -> None:
    good = [news.put(f"/{n}.xml", feed((f"Story {n}", f"/{n}", LEAD))) for n in range(4)]
    bad = {
        news.put("/hang.xml", does="hang"): "gave no whole answer within 2 s",
        news.put("/picture.xml", b"\x89PNG" + bytes(99)): "a PNG picture, not text",
        news.put("/deep.xml", b"<rss><channel>" + b"<a>" * 100_000): "a feed that is nested too deeply",
        news.put("/gone.xml", b"", status=410): "answered 410",
        "http://10.0.0.1/feed": "",
    }
    wires = [Wire(url) for pair in zip(good, bad, strict=False) for url in pair] + [Wire(list(bad)[-1])]
    found = collect(wires, station(news, tmp_path), now=NOW)

    assert [article.headline for article in found.articles] == [f"Story {n}" for n in range(4)]
    assert [article.wire for article in found.articles] == good
    reasons = {rejected.origin: rejected.reason for rejected in found.rejected}
    assert reasons.keys() == bad.keys()
    assert [url for url, reason in bad.items() if not reasons[url].startswith(reason)] == []
    assert [told.articles for told in found.told] == [1, 0, 1, 0, 1, 0, 1, 0, 0]


def test_many_wires_are_read_by_several_and_come_back_in_order(news: News, tmp_path: Path) -> None:
    text = f"{LEAD} {REST} " * 15
    urls = [news.put(f"/{n}.xml", feed(*((f"Story {n} {m}", f"/{n}/{m}", text) for m in range(25)))) for n in range(30)]
    found = collect([Wire(url, name=url[-8:]) for url in urls], station(news, tmp_path), now=NOW)

    assert found.rejected == ()
    assert [article.headline for article in found.articles] == [f"Story {n} {m}" for n in range(30) for m in range(25)]


def test_a_page_leads_to_its_feed_and_no_further(news: News, tmp_path: Path) -> None:
    names = '<link rel="alternate" type="application/rss+xml" href="{}">'
    news.put("/feed.xml", feed(("Story", "/1", LEAD)))
    home = news.put("/", page("Coast Courier", LEAD, REST, head=names.format("/feed.xml")))
    loop = news.put("/loop", page("Loop", LEAD, REST, head=names.format("/")))
    again = news.put("/again", page("Again", LEAD, REST, head=names.format("/feed.xml")))
    found = collect([Wire(home, category="local"), Wire(loop)], station(news, tmp_path), now=NOW)

    assert [(article.wire, article.category) for article in found.articles] == [(home, "local")]
    assert found.told[0].feed == f"{news.url}/feed.xml"
    assert "is a wire already" in found.rejected[0].reason
    twice = collect([Wire(home), Wire(again)], station(news, tmp_path), now=NOW)
    assert [rejected.origin for rejected in twice.rejected] == [again]


def test_what_has_not_changed_is_told(news: News, tmp_path: Path) -> None:
    wire = Wire(news.put("/feed.xml", feed(("Story", "/1", LEAD))))
    where = station(news, tmp_path)

    first, second, third = (collect([wire], where, now=NOW, anew=anew) for anew in (False, False, True))

    assert [found.told[0].unchanged for found in (first, second, third)] == [False, True, True]
    assert first.articles == second.articles == third.articles
    assert len(news.requests("/feed.xml")) == 2


# ---------------------------------------------------------------- summaries made whole

SUMMARY = "The new ferry left Ikorodu at six on Monday."
TITLE = "New ferry begins on the lagoon"


def completed(news: News, tmp_path: Path, summary: str = SUMMARY, **wire: object) -> Article | Rejected:
    listed = Wire(news.put("/feed.xml", feed((TITLE, "/ferry", summary))), weight=2.0, category="local", **wire)  # type: ignore[arg-type]
    where = station(news, tmp_path, listed)
    (whole,) = complete(collect([listed], where, now=NOW).articles, where, now=NOW)
    return whole


def test_a_summary_is_made_whole_from_its_page(news: News, tmp_path: Path) -> None:
    other = '<link rel="canonical" href="https://elsewhere.example/x">'
    news.put("/ferry", page("BREAKING: New ferry begins on lagoon", LEAD, REST, head=other))
    whole = completed(news, tmp_path)

    assert isinstance(whole, Article)
    assert whole.paragraphs == (LEAD, REST)
    assert (whole.headline, whole.source, whole.guid) == ("New ferry begins on lagoon", "Coast Courier", "/ferry")
    assert (whole.url, whole.category, whole.weight, whole.partial) == (f"{news.url}/ferry", "local", 2.0, False)
    assert whole.published == datetime(2026, 11, 23, 10, tzinfo=UTC)


def test_what_is_whole_is_left_alone(news: News, tmp_path: Path) -> None:
    article = completed(news, tmp_path, summary=f"{LEAD} {REST} " * 3)

    assert isinstance(article, Article)
    assert not article.partial
    assert [asked.path for asked in news.asked] == ["/feed.xml"]


@pytest.mark.parametrize("gap", [" ", "&lt;/p&gt;&lt;p&gt;"])
def test_a_long_item_is_made_whole_without_its_page(news: News, tmp_path: Path, gap: str) -> None:
    lines = [f"{line} It is the {number}th of its kind." for number in range(12) for line in (LEAD, REST)]
    listed = Wire(news.put("/feed.xml", feed((TITLE, "/ferry", f"&lt;p&gt;{gap.join(lines)}&lt;/p&gt;"))))
    where = station(news, tmp_path, listed)
    found = collect([listed], where, now=NOW)
    (whole,) = complete(found.articles, where, now=NOW)

    assert found.articles[0].partial
    assert sum(map(len, found.articles[0].paragraphs)) < 900
    assert found.told[0].partial == 0
    assert isinstance(whole, Article)
    assert not whole.partial
    assert " ".join(whole.paragraphs) == " ".join(lines)
    assert whole.guid == found.articles[0].guid
    assert [asked.path for asked in news.asked] == ["/feed.xml"]


LONGER = f"{SUMMARY} It had 120 people and a brass band on board, and nobody was late, the agency says. The fare"


@pytest.mark.parametrize(
    ("put", "reason"),
    [
        ({"status": 404}, "answered 404"),
        ({"body": page(TITLE, "Too short.")}, "cannot be used: no article in the page, only 0 words of prose"),
        (
            {
                "body": page(
                    "Our cookies", *[f"{word} {REST.replace('lagoon', 'site')}" for word in ("One.", "Two.", "Three.")]
                )
            },
            "cannot be used: it tells another story",
        ),
        ({"body": b"%PDF-1.7"}, "cannot be used: a PDF document, not text"),
    ],
)
def test_where_the_page_cannot_be_had_the_summary_stays(
    news: News, tmp_path: Path, put: dict[str, object], reason: str
) -> None:
    news.put("/ferry", **put)  # type: ignore[arg-type]
    kept = completed(news, tmp_path, summary=f"{LONGER}…")

    assert isinstance(kept, Article)
    assert kept.paragraphs == (LONGER.removesuffix(" The fare"),)
    assert [line for line in kept.warnings if line.startswith(f"told from a summary; its page {reason}")], kept.warnings
    assert kept.guid == "/ferry"


def test_a_summary_that_is_too_little_is_refused(news: News, tmp_path: Path) -> None:
    refused = completed(news, tmp_path)

    assert isinstance(refused, Rejected)
    assert refused.origin == f"Coast Courier: {TITLE}"
    assert refused.reason.startswith("only a summary of 9 words of prose (20 are needed); its page answered 404")


def test_pages_are_only_asked_for_where_they_may_be(news: News, tmp_path: Path) -> None:
    news.put("/ferry", page(TITLE, LEAD, REST))
    assert isinstance(completed(news, tmp_path / "a", full_text=False), Rejected)
    assert news.requests("/ferry") == []

    news.put("/robots.txt", b"User-agent: *\nDisallow: /ferry\n", media_type="text/plain")
    refused = completed(news, tmp_path / "b")
    assert isinstance(refused, Rejected)
    assert "robots.txt does not allow it" in refused.reason
    assert news.requests("/ferry") == []


def test_an_embargo_on_the_page_counts(news: News, tmp_path: Path) -> None:
    news.put("/ferry", page(TITLE, "EMBARGOED UNTIL 18:00 GMT, 23 November 2026", LEAD, REST))
    whole = completed(news, tmp_path / "a")
    assert isinstance(whole, Article)
    assert whole.embargo == datetime(2026, 11, 23, 18, tzinfo=UTC)

    news.put("/ferry", page(TITLE, "EMBARGOED UNTIL THE MINISTER SAYS SO", LEAD, REST))
    refused = completed(news, tmp_path / "b", summary=LONGER)
    assert isinstance(refused, Rejected)
    assert refused.reason.startswith("its embargo is not understood")


# ---------------------------------------------------------------- as sources


def test_feeds_pages_and_lists_are_sources_of_a_station(news: News, tmp_path: Path) -> None:
    news.put("/ferry", page(TITLE, LEAD, REST))
    news.put("/feed.xml", feed((TITLE, "/ferry", SUMMARY)))
    news.put("/other.xml", feed(("Rail line opens", "/rail", LEAD.replace("ferry", "train"))))
    other = news.put("/story", page("Bridge opens", LEAD.replace("ferry", "bridge"), REST))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.opml").write_text(f"<opml><body><outline xmlUrl='{news.url}/other.xml'/></body></opml>")
    (folder / "b.xml").write_bytes(
        feed(("Market opens", "https://a.example/", f"{LEAD} {REST}".replace("ferry", "market")))
    )
    (folder / "c.txt").write_text(f"Road opens\n\n{LEAD.replace('ferry', 'road')}\n\n{REST}")
    found = gather(
        [f"{news.url}/feed.xml", other, folder, f"{news.url}/none"], station=station(news, tmp_path), now=NOW
    )

    assert [article.headline for article in found.articles] == [
        TITLE, "Bridge opens", "Rail line opens", "Market opens", "Road opens",
    ]  # fmt: skip
    assert found.articles[0].paragraphs == (LEAD, REST)
    assert [rejected.origin for rejected in found.rejected] == [f"{news.url}/none"]


def test_without_a_station_nothing_is_fetched(news: News, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(feed((TITLE, "/ferry", SUMMARY)))
    found = gather([news.put("/story", page(TITLE, LEAD)), tmp_path / "feed.xml"])

    assert [rejected.reason.partition(":")[0] for rejected in found.rejected] == [
        "web addresses are not fetched", "a feed or site map, not an article",
    ]  # fmt: skip
    assert news.asked == []
