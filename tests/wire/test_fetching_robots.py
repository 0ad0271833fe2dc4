"""robots.txt says which pages are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from asking_station import NOW, after, one
from hypothesis import given
from hypothesis import strategies as st
from news_server import News, news_server

from bulletin.model import Rejected
from bulletin.station import Station
from bulletin.wire.fetching import Fetched, allowed, fetch_pages, robots

ROBOTS = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""  # as in RFC 9309, 5.1


@pytest.mark.parametrize(
    ("name", "path", "expected"),
    [
        ("foobot", "/example/page.html", True),
        ("foobot", "/other", False),
        ("barbot", "/example/page.html", False),
        ("bazbot", "/other.gif", True),
        ("quxbot", "/example/", True),
        ("another", "/publications/a.gif", True),
        ("another", "/example/a", False),
        ("another", "/a.gif", False),
        ("another", "/a.gif?b", True),
        ("another", "", True),
    ],
)
def test_robots_txt_is_read_as_the_rfc_says(name: str, path: str, expected: bool) -> None:
    assert robots.permits(ROBOTS, f"https://example.com{path}", name) is expected


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /\nAllow: /a", "/a", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: Bulletin/2.0 # us\nDisallow: /a", "/a", False),
        ("User-agent: *\nDisallow: /\nUser-agent: bulletin\nAllow: /a", "/b", True),
        ("User-agent: *\nDisallow: /*/print$", "/2026/print", False),
        ("User-agent: *\nDisallow: /*/print$", "/2026/print/", True),
        ("User-agent: *\nDisallow: /*?s=", "/?q=1&s=2", True),
        ("User-agent: *\nDisallow: /*?s=", "/x?s=2", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/café/1", False),
        ("User-agent: *\nDisallow: /a b", "/a%20b", False),
        ("User-agent: *\nDisallow: //[", "/a", True),
        ("\ufeffUser-agent: *\r\nDisallow: /a\r\n", "/a", False),
        ("Disallow: /a", "/a", True),
        ("<html>User-agent: nothing</html>", "/a", True),
    ],
)
def test_rules_of_robots_txt(rules: str, path: str, expected: bool) -> None:
    assert robots.permits(rules, f"https://example.com{path}") is expected


@pytest.fixture
def news() -> Iterator[News]:
    with news_server() as server:
        yield server


@pytest.fixture
def station(news: News, tmp_path: Path) -> Station:
    return one(tmp_path, news.host)


def test_pages_are_read_where_their_site_allows_it(news: News, station: Station) -> None:
    news.put("/robots.txt", b"User-agent: *\nDisallow: /private/")
    good, bad = news.put("/story", b"page"), news.put("/private/story", b"page")
    answers = list(fetch_pages([good, bad, "file:///etc/passwd"], station, now=NOW))
    assert {answer.origin: answer.reason for answer in answers if isinstance(answer, Rejected)} == {
        bad: "is not read, because its site's robots.txt does not allow it: set full_text = false for its wire",
        "file:///etc/passwd": "is no web address: write one that begins with https:// or http://",
    }
    assert [answer.url for answer in answers if isinstance(answer, Fetched)] == [good]
    assert not allowed(bad, station, now=after(hours=20))
    assert (len(news.requests("/robots.txt")), news.requests("/private/story")) == (1, [])


@pytest.mark.parametrize(
    ("status", "expected"), [(404, True), (410, True), (403, True), (429, False), (500, False), (302, False)]
)
def test_a_site_without_robots_txt_allows_and_one_whose_fails_does_not(
    news: News, station: Station, status: int, expected: bool
) -> None:
    page = news.put("/story", b"page")
    news.put("/robots.txt", status=status)
    assert allowed(page, station, now=NOW) is expected
    (answer,) = fetch_pages([page], station, now=after(hours=1))
    assert isinstance(answer, Fetched) is expected


@given(st.text("uUser-agent: *dislow/$\n#abp%2F", max_size=200), st.text("/ab*$%?", max_size=30))
def test_any_robots_txt_is_read(rules: str, path: str) -> None:
    assert robots.permits(f"User-agent: *\n{rules}", f"http://example.com/{path}") in (True, False)
