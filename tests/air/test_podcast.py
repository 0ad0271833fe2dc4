"""A feed that feed readers, directories and the rules of RSS all take."""

from __future__ import annotations

import json
import sys
import uuid
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

sys.path.append(str(Path(__file__).parents[1] / "contract"))

from deliveries import target_of
from parcels import parcel

from bulletin.air.feed import ITUNES, PODCAST, Channel, Episode, feed, guid_of
from bulletin.air.targets.podcast import headlines
from bulletin.errors import TargetError

BASE = "https://harbourfm.example/news"


def podcast(home: Path, **settings: Any) -> Any:
    return target_of("podcast", home, **{"path": "feed", "base_url": BASE, **settings})


def items(folder: Path) -> list[etree._Element]:
    return list(etree.parse(folder / "feed.xml").iterfind("channel/item"))


def seen(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def check(folder: Path) -> None:
    """The rules of RSS 2.0, iTunes and the podcast namespace, one a line."""
    tree = etree.parse(folder / "feed.xml")
    (channel,) = tree.getroot()
    assert (tree.getroot().tag, tree.getroot().get("version"), channel.tag) == ("rss", "2.0", "channel")
    for needed in ("title", "link", "description", "language"):
        assert channel.findtext(needed)
    assert channel.find("{http://www.w3.org/2005/Atom}link").get("href") == f"{BASE}/feed.xml"
    assert channel.findtext(f"{{{ITUNES}}}explicit") in ("true", "false")
    assert channel.find(f"{{{ITUNES}}}category").get("text")
    assert channel.find(f"{{{ITUNES}}}image").get("href").startswith("https://")
    assert str(uuid.UUID(channel.findtext(f"{{{PODCAST}}}guid"))) == channel.findtext(f"{{{PODCAST}}}guid")
    dates = []
    for item in channel.iterfind("item"):
        assert item.findtext("title")
        assert item.find("guid").get("isPermaLink") == "false"
        date = parsedate_to_datetime(item.findtext("pubDate"))
        assert item.findtext("pubDate") == date.strftime("%a, %d %b %Y %H:%M:%S +0000")  # RFC 822 with a whole year
        dates.append(date)
        (enclosure,) = item.iterfind("enclosure")
        file = folder / enclosure.get("url").removeprefix(f"{BASE}/")
        assert (enclosure.get("type"), int(enclosure.get("length"))) == ("audio/mpeg", file.stat().st_size)
        assert item.findtext(f"{{{ITUNES}}}duration").isdigit()
        transcript, chapters = item.find(f"{{{PODCAST}}}transcript"), item.find(f"{{{PODCAST}}}chapters")
        if transcript is not None:
            assert (transcript.get("type"), transcript.get("language")) == ("text/vtt", "en")
            assert (folder / transcript.get("url").removeprefix(f"{BASE}/")).read_text().startswith("WEBVTT")
        if chapters is not None:
            assert chapters.get("type") == "application/json+chapters"
            assert json.loads((folder / chapters.get("url").removeprefix(f"{BASE}/")).read_text())["version"] == "1.2.0"
    assert dates == sorted(dates, reverse=True)
    guids = [item.findtext("guid") for item in channel.iterfind("item")]
    assert len(set(guids)) == len(guids)


def test_three_hours_in_any_order_are_three_episodes_newest_first(tmp_path: Path) -> None:
    ready, folder = (
        podcast(tmp_path, email="news@harbourfm.example", link="https://harbourfm.example/"),
        tmp_path / "feed",
    )
    for hour in (1, 2, 0):
        sent = parcel(tmp_path, hour)
        ready.deliver(sent, now=sent.slot, seconds=10)
        check(folder)
    read = feedparser.parse((folder / "feed.xml").read_bytes())
    assert not read.bozo
    assert (read.feed.title, read.feed.language, read.feed.author) == ("Harbour FM", "en", "Harbour FM")
    assert [entry.title for entry in read.entries] == [f"Harbour FM news at {hour}:00" for hour in (14, 13, 12)]
    assert [entry.published_parsed[3] for entry in read.entries] == [14, 13, 12]
    assert read.entries[0].id == "bulletin:harbour-fm:20261122t140000z-hourly"
    assert read.entries[0].description == "<ul><li>Twelve ferries for the lagoon</li></ul>"
    assert read.entries[0].itunes_duration == "2"
    assert {path.stat().st_mode & 0o777 for path in folder.glob("[!.]*")} == {0o644}


def test_made_anew_an_episode_is_the_same_one(tmp_path: Path) -> None:
    ready, folder = podcast(tmp_path), tmp_path / "feed"
    for seconds, title in ((1.2, "The one o'clock news"), (2.0, "The one o'clock news, corrected")):
        sent = parcel(tmp_path, 1, title=title, seconds=seconds)
        receipt = ready.deliver(sent, now=sent.slot, seconds=10)
        assert receipt.identity == "bulletin:harbour-fm:20261122t130000z-hourly"
        check(folder)
    assert [item.findtext("title") for item in items(folder)] == ["The one o'clock news, corrected"]


def test_only_so_many_episodes_stay_and_nothing_of_the_others(tmp_path: Path) -> None:
    ready, folder = podcast(tmp_path, episodes=2), tmp_path / "feed"
    for hour in (1, 2, 3, 0):
        sent = parcel(tmp_path, hour)
        receipt = ready.deliver(sent, now=sent.slot, seconds=10)
    assert receipt.note == "not in the feed: 2 later ones are"
    check(folder)
    names = ("20261122t140000z-hourly", "20261122t150000z-hourly")
    ours = [f"{name}{ending}" for name in names for ending in (".chapters.json", ".episode.json", ".mp3", ".vtt")]
    assert seen(folder) == [*ours, "cover.jpg", "feed.xml"]


def test_an_episode_stays_when_its_bulletin_is_stale_unless_the_station_says_no(tmp_path: Path) -> None:
    sent, folder = parcel(tmp_path), tmp_path / "feed"
    podcast(tmp_path).deliver(sent, now=sent.slot, seconds=10)
    assert (
        podcast(tmp_path).withdraw(sent, now=sent.expires, seconds=10).note
        == "a podcast is not on air: the episode stays"
    )
    assert len(items(folder)) == 1
    podcast(tmp_path, keep_stale=False).withdraw(sent, now=sent.expires, seconds=10)
    assert seen(folder) == ["cover.jpg", "feed.xml"]
    assert items(folder) == []


def test_what_is_not_beside_the_audio_is_not_promised(tmp_path: Path) -> None:
    sent, folder = parcel(tmp_path), tmp_path / "feed"
    (sent.folder / "transcript.vtt").unlink()
    (sent.folder / "chapters.json").write_text("{half")
    (sent.folder / "cover.jpg").unlink()
    podcast(tmp_path, image="https://harbourfm.example/cover.png").deliver(sent, now=sent.slot, seconds=10)
    check(folder)
    assert seen(folder) == ["20261122t120000z-hourly.episode.json", "20261122t120000z-hourly.mp3", "feed.xml"]
    assert b"podcast:transcript" not in (folder / "feed.xml").read_bytes()


def test_an_episode_without_a_title_is_described_all_the_same(tmp_path: Path) -> None:
    sent = replace(parcel(tmp_path), title="", manifest={})
    podcast(tmp_path).deliver(sent, now=sent.slot, seconds=10)
    item = items(tmp_path / "feed")[0]
    assert item.findtext("title") == item.findtext("description") == "22 November 2026 12:00 UTC"


def test_a_damaged_folder_mends_itself(tmp_path: Path) -> None:
    ready, folder = podcast(tmp_path), tmp_path / "feed"
    for hour in (0, 1, 2):
        sent = parcel(tmp_path, hour)
        ready.deliver(sent, now=sent.slot, seconds=10)
    (folder / "20261122t120000z-hourly.episode.json").write_text('{"name": [')
    (folder / "20261122t130000z-hourly.mp3").write_bytes(b"cut")
    (folder / "feed.xml").write_text("<rss")
    sent = parcel(tmp_path, 3)
    ready.deliver(sent, now=sent.slot, seconds=10)
    check(folder)
    assert [item.findtext("guid")[-23:] for item in items(folder)] == [
        "20261122t150000z-hourly",
        "20261122t140000z-hourly",
    ]


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("base_url", "harbourfm.example"),
        ("base_url", "file:///srv/www"),
        ("base_url", "https://harbourfm.example:99999/news"),
        ("base_url", "https://me:secret@harbourfm.example"),
        ("link", "javascript:alert(1)"),
        ("image", 'https://x.example/"><script>'),
    ],
)
def test_an_address_that_the_world_cannot_use_is_refused(tmp_path: Path, setting: str, value: str) -> None:
    with pytest.raises(TargetError, match=f"^{setting} is an address such as https://") as failure:
        podcast(tmp_path, **{setting: value})
    assert "secret" not in str(failure.value)


@pytest.mark.parametrize("base_url", ["https://harbourfm.example/get?f=", "https://harbourfm.example/news#top"])
def test_an_address_that_no_name_can_stand_behind_is_refused(tmp_path: Path, base_url: str) -> None:
    with pytest.raises(TargetError, match="base_url has no question mark"):
        podcast(tmp_path, base_url=base_url)


def test_the_feeds_guid_is_made_as_the_namespace_says() -> None:
    assert guid_of("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"  # its own example
    assert guid_of("http://podnews.net/rss/") == guid_of("https://podnews.net/rss")


CHANNEL = Channel(
    base_url=BASE, title="News", description="News", author="Harbour FM", language="en", link=BASE, image="", email="",
    category="News", subcategory="", explicit=False, guid="",
)  # fmt: skip
EPISODE = Episode("a", "g", datetime(2026, 11, 22, tzinfo=UTC), "", (), 1.5, "a.mp3", 5)
HOSTILE = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "&lt;img src=x onerror=y&gt;",
        "]]>",
        "<![CDATA[",
        "a\x00\x08\ud800b",
        "\u202eabc",
        "&#60;b>",
    ]
)


@given(HOSTILE, st.lists(HOSTILE, max_size=3), HOSTILE)
def test_whatever_the_words_the_feed_is_well_formed_and_its_titles_are_no_html(
    title: str, lines: list[str], about: str
) -> None:
    episode = replace(EPISODE, title=title, headlines=tuple(lines))
    content = feed(replace(CHANNEL, title=title, author=title, description=about), [episode])
    root = etree.fromstring(content)
    assert [child.tag for child in root] == ["channel"]
    told = root.findtext("channel/item/title")
    assert not {"<", ">"} & set(told)
    assert told.isprintable()
    read = feedparser.parse(content)
    assert not read.bozo
    for words in (read.entries[0].title, read.entries[0].description, read.feed.get("title", "")):
        assert "<script" not in words
        assert "<img" not in words
    page = etree.fromstring(f"<div>{root.findtext('channel/item/description')}</div>")
    assert {element.tag for element in page.iter()} <= {"div", "ul", "li"}


@pytest.mark.parametrize("values", [{}, {"stories": None}, {"stories": [1, {"headline": None}, {"headline": ["x"]}]}])
def test_a_strange_manifest_has_no_headlines_that_break_anything(values: dict[str, Any]) -> None:
    assert all(headline.isprintable() for headline in headlines(values))
