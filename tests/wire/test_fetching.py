"""The one fetch seam: what it gives, and what it keeps."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking_station import FEED, NOW, after, got, one, refused
from hypothesis import given
from hypothesis import strategies as st
from news_server import News, Packing, news_server, packed

from bulletin import __version__
from bulletin.model import Rejected
from bulletin.station import Fetching, Station
from bulletin.wire.fetching import Fetched, fetch, fetch_all, reach, unpacking
from bulletin.wire.fetching.faults import Unfetched, seconds_asked_for
from bulletin.wire.fetching.turns import Turns


@pytest.fixture
def news() -> Iterator[News]:
    with news_server() as server:
        yield server


@pytest.fixture
def station(news: News, tmp_path: Path) -> Station:
    return one(tmp_path, news.host)


# ---------------------------------------------------------------- what it gives


@pytest.mark.parametrize("how", ["", "gzip", "two members", "deflate", "raw deflate"])
def test_a_feed_comes_in_whole(news: News, station: Station, how: Packing) -> None:
    address = news.put("/feed.xml", FEED, media_type="Application/RSS+xml", charset='"UTF-8"', packed=how)
    expected = Fetched(address, address, FEED, "application/rss+xml", "utf-8", NOW, unchanged=False)
    assert fetch(address, station, now=NOW) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("text/html", ("text/html", "")),
        ("text/html; charset=windows-1252", ("text/html", "windows-1252")),
        ("text/html; x=y; Charset='Big5'; charset=utf-8", ("text/html", "big5")),
        ("text/html; charset=no-such", ("text/html", "")),
        ("text/html; charset=zip", ("text/html", "")),
        ("text/html; charset=unicode_escape", ("text/html", "")),
        ("nonsense", ("", "")),
        ("", ("", "")),
    ],
)
def test_kind_and_charset_are_those_of_the_header(
    news: News, station: Station, kind: str, expected: tuple[str, str]
) -> None:
    answer = got(fetch(news.put("/page", b"page", media_type=kind), station, now=NOW))
    assert (answer.media_type, answer.charset) == expected


def test_redirects_are_followed_five_times(news: News, station: Station) -> None:
    end = news.put("/5", b"the end")
    for number in range(5):
        news.send_on(f"/{number}", f"/{number + 1}#part", status=(301, 302, 303, 307, 308)[number])
    news.send_on("/start", "/0")
    assert got(fetch(f"{news.url}/0#top", station, now=NOW)).final_url == end
    assert "sends on more than 5 times" in refused(fetch(f"{news.url}/start", station, now=NOW))


def test_each_address_is_answered_once(news: News, station: Station) -> None:
    good = [news.put(f"/{number}", b"%d" % number) for number in range(40)]
    bad = [news.put("/bad", status=500), "ftp://example.com/", "", "http://[/", good[0] + "\n", "http://127.0.0.1:1/"]
    answers = list(fetch_all([*good, *bad, *good], station, now=NOW))
    assert sorted(answer.url for answer in answers if isinstance(answer, Fetched)) == sorted(good)
    assert sorted(answer.origin for answer in answers if isinstance(answer, Rejected)) == sorted(bad)


def test_a_request_says_who_asks_in_plain_ascii(news: News, tmp_path: Path) -> None:
    name = "Rádio (Été)\r\nX-Evil: 1; 電台"
    station = one(tmp_path, news.host, name=name, contact="desk@example.org\r\n")
    fetch(news.put("/feed.xml", FEED), station, now=NOW)
    headers = news.asked[0].headers
    assert headers["user-agent"] == f"bulletin/{__version__} (Radio Ete X-Evil: 1; +desk@example.org)"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert not {"x-evil", "authorization", "cookie", "referer"} & set(headers)


def test_cookies_are_not_sent_back(news: News, station: Station) -> None:
    news.put("/page", b"page")
    news.put("/login", status=302, headers={"Location": "/page", "Set-Cookie": "who=you; Path=/"})
    got(fetch(f"{news.url}/login", station, now=NOW))
    assert "cookie" not in news.requests("/page")[0].headers


# ---------------------------------------------------------------- what it keeps


def test_what_is_fresh_is_not_asked_for_and_what_is_unchanged_not_sent(news: News, station: Station) -> None:
    address = news.put("/feed.xml", FEED, packed="gzip", charset="utf-8")
    first = got(fetch(address, station, now=NOW))
    fresh = got(fetch(address, station, now=after(minutes=3)))
    known = got(fetch(address, station, now=after(minutes=5)))
    news.put("/feed.xml", FEED + b"more")
    changed = got(fetch(address, station, now=after(minutes=10)))
    assert (fresh.body, fresh.charset, fresh.unchanged, fresh.fetched) == (first.body, first.charset, True, NOW)
    assert (known.body, known.charset, known.unchanged, known.fetched) == (FEED, "utf-8", True, after(minutes=5))
    assert (changed.body, changed.unchanged) == (FEED + b"more", False)
    assert [bool(asked.headers.get("if-none-match")) for asked in news.asked] == [False, True, True]


def test_stations_share_a_fetch_unless_one_may_go_where_the_other_may_not(news: News, tmp_path: Path) -> None:
    address = news.put("/feed.xml", FEED)
    got(fetch(address, one(tmp_path, news.host), now=NOW))
    assert got(fetch(address, one(tmp_path, news.host, name="Other FM"), now=NOW)).unchanged
    assert "not public" in refused(fetch(address, one(tmp_path), now=NOW))
    assert len(news.asked) == 1


def test_a_kept_body_that_is_damaged_is_fetched_anew(news: News, station: Station) -> None:
    address = news.put("/feed.xml", FEED)
    fetch(address, station, now=NOW)
    for entry in (station.cache / "web").iterdir():
        entry.write_bytes(entry.read_bytes()[:-1] + b"?")
    assert got(fetch(address, station, now=after(minutes=1))).body == FEED


def test_marks_are_sent_only_where_they_came_from(news: News, station: Station) -> None:
    news.put("/new.xml", FEED)
    address = news.send_on("/old.xml", "/new.xml")
    assert [got(fetch(address, station, now=after(hours=hour))).unchanged for hour in (0, 1)] == [False, True]
    assert not any("if-none-match" in asked.headers for asked in news.requests("/old.xml"))


def test_marks_that_no_header_can_carry_are_not_sent_back(news: News, station: Station) -> None:
    marks = {"ETag": '"é"', "Last-Modified": "x" * 501}
    address = news.put("/feed.xml", FEED, marked=False, headers=marks)
    assert [got(fetch(address, station, now=after(hours=hour))).body for hour in (0, 1)] == [FEED, FEED]
    assert not {"if-none-match", "if-modified-since"} & set(news.asked[1].headers)


def test_old_news_is_not_given_for_new_when_the_server_fails(news: News, station: Station) -> None:
    address = news.put("/feed.xml", FEED)
    fetch(address, station, now=NOW)
    news.put("/feed.xml", status=503)
    assert refused(fetch(address, station, now=after(minutes=10))) == (
        "answered 503 (service unavailable): a fault on its side: try later; "
        "what it gave at 21 Nov 12:00 is not used as news"
    )
    news.put("/feed.xml", FEED)
    assert got(fetch(address, station, now=after(hours=1))).unchanged


def test_a_server_that_fails_is_left_alone_longer_each_time(news: News, station: Station) -> None:
    address = news.put("/feed.xml", status=500)
    asked = []
    for minute in range(120):
        reason = refused(fetch(address, station, now=after(minutes=minute)))
        if len(news.asked) > len(asked):
            asked.append(minute)
    assert asked == [0, 1, 3, 7, 15, 31, 61, 91]
    assert reason == (
        "answered 500 (internal server error): a fault on its side: try later "
        "(at 21 Nov 13:31, 8 times in a row; it is asked again after 21 Nov 14:01)"
    )
    news.put("/feed.xml", FEED)
    assert got(fetch(address, station, now=after(minutes=119), anew=True)).body == FEED


@pytest.mark.parametrize("retry_after", ["3600", "Sat, 21 Nov 2026 13:00:00 GMT"])
def test_retry_after_is_honoured(news: News, station: Station, retry_after: str) -> None:
    address = news.put("/feed.xml", status=429, headers={"Retry-After": retry_after})
    for minute in (0, 30, 59, 60):
        fetch(address, station, now=after(minutes=minute))
    assert len(news.asked) == 2


@pytest.mark.parametrize(
    ("value", "seconds"),
    [("120", 120.0), ("9" * 60, 86_400.0), ("-5", 0.0), ("²", 0.0), ("soon", 0.0), ("", 0.0), (None, 0.0),
     ("Sat, 21 Nov 2026 11:00:00 GMT", 0.0), ("Sat, 21 Nov 9999 13:00:00 +9999", 0.0)],
)  # fmt: skip
def test_retry_after_is_read_with_distrust(value: str | None, seconds: float) -> None:
    assert seconds_asked_for(value, NOW) == seconds


# ---------------------------------------------------------------- properties


@given(st.text(max_size=60) | st.text("htps:/@[]\\.#?%127x0localhost ", max_size=40).map("http://".__add__))
def test_any_text_is_an_address_or_is_refused_in_one_line(text: str) -> None:
    try:
        policy = reach.policy_for(text, ())
    except Unfetched as error:
        assert str(error).isprintable()
    else:
        assert policy.check_url(text).host.rstrip(".") in policy.allowed_hosts


@given(st.binary(max_size=3000), st.sampled_from(["", "gzip", "two members", "deflate", "raw deflate"]), st.data())
def test_what_is_packed_comes_out_however_it_is_cut(body: bytes, how: Packing, data: st.DataObject) -> None:
    whole = packed(body, how)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(whole)), max_size=6)))
    pieces = [whole[start:end] for start, end in itertools.pairwise([0, *cuts, len(whole)])]
    encoding = {"": "", "gzip": "gzip", "two members": "X-GZIP"}.get(how, "deflate")
    assert unpacking.unpacked(pieces, encoding, 3000) == body


@given(st.lists(st.binary(max_size=200), max_size=5), st.sampled_from(["gzip", "deflate", "identity", "br", ""]))
def test_noise_is_unpacked_or_refused(pieces: list[bytes], encoding: str) -> None:
    try:
        assert len(unpacking.unpacked(pieces, encoding, 500)) <= 500
    except Unfetched as error:
        assert str(error)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=60), st.integers(1, 4))
def test_turns_are_fair_and_few_at_once(asked: list[tuple[int, bool]], at_once: int) -> None:
    turns = Turns(Fetching(at_once_per_host=at_once))
    hung = {}
    for number, (host, hangs) in enumerate(asked):
        turns.wait(str(number), str(host), own=False)
        hung[str(number)] = hangs
    done, under_way, at = [], [], 0.0
    while turns.waiting or under_way:
        while (address := turns.next(at)) is not None:
            under_way.append(address)
        hosts = [asked[int(address)][0] for address in under_way]
        assert max(map(hosts.count, hosts), default=0) <= at_once
        if under_way:
            address = under_way.pop(0)
            done += [address, *turns.ended(address, hung[address])]
        at += 0.1
    assert sorted(done, key=int) == [str(number) for number in range(len(asked))]
