"""Playlists say what they were given, in every form, and hostile titles stay titles."""

from __future__ import annotations

import configparser
import re

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from bulletin.air.playlists import FORMS, Entry, m3u, m3u8, pls, tame, uri_of, xspf

NAMES = st.from_regex(r"[0-9]{8}t[0-9]{6}z-[a-z]{1,8}\.mp3", fullmatch=True)
PLACES = NAMES | NAMES.map("/srv/radio news/".__add__) | NAMES.map("Z:\\news\\".__add__)
_WORD = r"[A-Za-z0-9ÀÉßłŋ北京'!?.:;%&=<>#|()]{1,9}"
WORDS = st.from_regex(rf"{_WORD}( {_WORD}){{0,4}}", fullmatch=True)
HOSTILE = st.text(st.characters(codec=None), max_size=60) | st.sampled_from(
    [
        "a\nprocess:wav,touch x",
        "a\r\n/etc/passwd",
        "\u2028process:x",
        "[playlist]\nFile2=/etc/passwd",
        "</title><location>process:x</location>",
        'annotate:a="b":x',
        "#{process.run('x')}",
        " - - ",
        "\ud800\x00\x85",
        "x" * 10_000,
    ]
)
SECONDS = st.floats(0, 4000)


def entries(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[Entry]]:
    return st.lists(st.builds(Entry, PLACES, words, words, SECONDS), max_size=4)


def extended(text: str) -> list[tuple[str, str, str]]:
    """(seconds, label, location) of each entry of an M3U; raises ValueError where it is not made of just those."""
    header, *lines = text.removesuffix("\n").split("\n")
    assert header == "#EXTM3U"
    found = []
    for told, place in zip(lines[::2], lines[1::2], strict=True):
        match = re.fullmatch(r"#EXTINF:([0-9]+),([^\n]*)", told)
        assert match, told
        found.append((match[1], match[2], place))
    return found


def listed(text: str) -> list[tuple[str, str, str]]:
    """(seconds, label, location) of each entry of a PLS."""
    read = configparser.ConfigParser(interpolation=None, strict=True)
    read.read_string(text)
    assert read.sections() == ["playlist"]
    rows = dict(read["playlist"])
    count = int(rows.pop("numberofentries"))
    assert rows.pop("version") == "2"
    found = [(rows.pop(f"length{n}"), rows.pop(f"title{n}"), rows.pop(f"file{n}")) for n in range(1, count + 1)]
    assert rows == {}
    return found


def tracks(content: bytes) -> list[dict[str, str]]:
    """The fields of each track of an XSPF."""
    space = "{http://xspf.org/ns/0/}"
    root = ElementTree.fromstring(content)
    assert root.tag == f"{space}playlist"
    return [{field.tag.removeprefix(space): field.text for field in track} for track in root.iter(f"{space}track")]


@given(entries(WORDS))
def test_what_is_written_is_read_again(given: list[Entry]) -> None:
    expected = [(str(max(1, round(e.seconds))), f"{e.artist} - {e.title}", e.location) for e in given]
    assert extended(m3u8(given).decode()) == expected
    assert listed(pls(given).decode()) == expected
    assert tracks(xspf(given)) == [
        {
            "location": uri_of(e.location),
            "title": e.title,
            "creator": e.artist,
            "duration": str(round(e.seconds * 1000)),
        }
        for e in given
    ]


@given(entries(HOSTILE))
def test_hostile_titles_add_nothing(given: list[Entry]) -> None:
    places = [entry.location for entry in given]
    for form in (m3u, m3u8):
        found = extended(form(given).decode())
        assert [place for _, _, place in found] == places
        assert [label for _, label, _ in found if label.count(" - ") > 1] == []
        assert [label for _, label, _ in found if re.search(r'["\\{}]', label)] == []
    assert m3u(given).decode("utf-8").isascii() or not all(place.isascii() for place in places)
    assert [place for _, _, place in listed(pls(given).decode())] == places
    assert [track["location"] for track in tracks(xspf(given))] == [uri_of(place) for place in places]


@given(HOSTILE)
def test_what_is_tame_is_one_short_printable_line_without_escapes(text: str) -> None:
    assert re.fullmatch(r'[^"\\{}\n]{0,200}', tame(text))
    assert tame(text).isprintable()
    assert tame(tame(text)) == tame(text)


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_playlist_is_one_still(name: str) -> None:
    assert FORMS[name]([]).decode().split("\n")[0] in (
        "#EXTM3U",
        "[playlist]",
        "<?xml version='1.0' encoding='UTF-8'?>",
    )
    assert b"mp3" not in FORMS[name]([])


@pytest.mark.parametrize(
    ("place", "uri"),
    [
        ("a.mp3", "a.mp3"),
        ("/srv/a b/ü.mp3", "file:///srv/a%20b/%C3%BC.mp3"),
        ("Z:\\news\\a.mp3", "file:///Z:/news/a.mp3"),
        ("\\\\studio\\news\\a.mp3", "file://studio/news/a.mp3"),
        ("https://harbourfm.example/a b.mp3", "https://harbourfm.example/a%20b.mp3"),
    ],
)
def test_a_place_as_a_uri(place: str, uri: str) -> None:
    assert uri_of(place) == uri


def test_an_artist_with_a_hyphen_is_still_told_from_the_title() -> None:
    entry = Entry("a.mp3", "News - at - two", "Radio – Harbour", 59.6)
    assert extended(m3u([entry]).decode()) == [("60", "Radio, Harbour - News, at, two", "a.mp3")]
    assert extended(m3u8([entry]).decode()) == [("60", "Radio – Harbour - News, at, two", "a.mp3")]
