"""`bulletin wires` as a user meets it, over a real server."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "wire"))

from news_server import News, news_server

COMMAND = Path(sys.executable).parent / "bulletin"
GOLDEN = Path(__file__).parents[1] / "golden" / "feeds"
STATION = """# Ours.
name = "Harbour FM"   # on air

[folders]
cache = "cache"

[fetching]
seconds = 3.0
private_hosts = ["{host}"]

# The wires stand below.
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def news(tmp_path: Path) -> Iterator[News]:
    with news_server() as served:
        for name in ("rss2.xml", "hausa.xml", "pidgin.json"):
            served.put(f"/{name}", (GOLDEN / name).read_bytes())
        (tmp_path / "station.toml").write_text(STATION.format(host=served.host))
        yield served


@pytest.fixture
def wires(tmp_path: Path) -> Run:
    """Run `bulletin wires ...` in a folder of its own."""

    def run(*words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [COMMAND, "wires", *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
            env=os.environ | {"COLUMNS": "100"},
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run


def listed(wires: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(wires("list", "--json").stdout)
    return found


def test_a_feed_is_added_after_a_look_at_it_and_removed_again(news: News, wires: Run, tmp_path: Path) -> None:
    before = (tmp_path / "station.toml").read_text()
    said = wires("add", f"{news.url}/rss2.xml", "--category", "local", "--weight", "1.5", "--no-full-text").stdout

    assert said.startswith(f"added  Lagoon Courier  {news.url}/rss2.xml  (3 items, the newest")
    (wire,) = listed(wires)
    assert (wire["name"], wire["category"], wire["weight"], wire["full_text"]) == (
        "Lagoon Courier",
        "local",
        1.5,
        False,
    )
    assert (tmp_path / "station.toml").read_text().startswith(before)
    assert "is a wire already" in wires("add", f"{news.url}/rss2.xml").stderr

    assert wires("remove", "lagoon courier").stdout.startswith("removed  Lagoon Courier")
    assert (tmp_path / "station.toml").read_text().strip() == before.strip()


def test_a_page_adds_its_feed(news: News, wires: Run) -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/rss2.xml"><meta property="og:type" content="article">'
    )
    wires("add", news.put("/", f"<html><head>{head}</head><body><p>Hello.</p></body></html>".encode()))

    assert [wire["url"] for wire in listed(wires)] == [f"{news.url}/rss2.xml"]


def test_what_is_bad_is_not_added_unless_nobody_looks(news: News, wires: Run) -> None:
    bad = news.put("/bad.xml", status=500)

    assert f"bad   {bad}: answered 500" in wires("add", bad, f"{news.url}/hausa.xml", code=4).stderr
    assert [wire["name"] for wire in listed(wires)] == ["Muryar Kano"]
    wires("add", bad, "--untested", "--name", "Not Yet")
    assert [wire["name"] for wire in listed(wires)] == ["Muryar Kano", "Not Yet"]


def test_lists_of_feeds_come_and_go(news: News, wires: Run, tmp_path: Path) -> None:
    outlines = (
        f'<outline text="Afrique"><outline text="Kano" xmlUrl="{news.url}/hausa.xml"/></outline>'
        f'<outline title="Tori" category="/News/Sports" xmlUrl="{news.url}/pidgin.json"/>'
    )
    (tmp_path / "feeds.opml").write_text(f'<?xml version="1.0"?><opml version="1.1"><body>{outlines}</body></opml>')
    wires("add", "feeds.opml")

    assert [(wire["name"], wire["category"]) for wire in listed(wires)] == [("Kano", "africa"), ("Tori", "sport")]
    (tmp_path / "out.opml").write_text(wires("list", "--opml").stdout)
    (tmp_path / "station.toml").write_text(STATION.format(host=news.host))
    wires("add", "out.opml", "--untested")
    assert [(wire["name"], wire["category"]) for wire in listed(wires)] == [("Kano", "africa"), ("Tori", "sport")]


def test_each_wire_is_told_of(news: News, wires: Run) -> None:
    hanging = news.put("/hang.xml", does="hang")
    wires("add", f"{news.url}/pidgin.json", hanging, "--untested")

    found = json.loads(wires("test", "--json", code=4).stdout)
    assert [(one["name"], one["items"], one["partial"], one["languages"]) for one in found] == [
        ("Area Tori", 2, 1, ["pcm"]), ("", 0, 0, []),
    ]  # fmt: skip
    assert found[0]["newest"] == "2026-11-23T07:15:00+01:00"
    assert found[1]["reason"].startswith("gave no whole answer within 3 s")
    done = wires("test", f"{news.url}/pidgin.json")
    assert done.stdout.startswith("good  Area Tori: 2 items, the newest")
    assert "1 item with no fields" in done.stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("remove", "Muryar Kanoo"), 2, 'there is no wire "Muryar Kanoo"; did you mean "Muryar Kano"?'),
        (("test", "xyzzy"), 2, "`bulletin wires list` lists them"),
        (("add", "example.org/feed"), 2, "did you mean https://example.org/feed?"),
        (("add", "https://a.example/", "https://b.example/", "--name", "X"), 2, "--name is for one wire"),
        (("add", "https://a.example/", "--untested", "--category", "Top News"), 3, '"wires.category": expected'),
        (("add", "station.toml"), 4, "station.toml: a list of feeds that is not well-formed"),
        (("add", "http://10.0.0.1/feed"), 4, "bad   http://10.0.0.1/feed: "),
    ],
)
def test_slips_are_told_in_a_line(
    news: News, wires: Run, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    wires("add", f"{news.url}/hausa.xml", "--untested", "--name", "Muryar Kano")
    before = (tmp_path / "station.toml").read_text()

    assert said in wires(*words, code=code).stderr
    assert (tmp_path / "station.toml").read_text() == before


def test_without_a_station_file_nothing_can_be_added(wires: Run) -> None:
    assert "`bulletin init` writes one" in wires("add", "https://a.example/", code=3).stderr
    assert "the station has no wires" in wires("test", code=2).stderr
