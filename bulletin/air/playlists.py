"""Playlists as players read them: M3U, M3U8, PLS and XSPF, from titles that may be hostile.

What they must be, found in the players' own sources and by running Liquidsoap 2.1.3: the seconds of an EXTINF are whole;
`[playlist]` are the very first bytes of a PLS; a line of its own that begins with `process:` is run as a command; a title
with `#{` in it makes the whole entry unplayable; what is read as `Artist - Title` has just one hyphen between spaces; and
escapes in an XSPF's locations (%20) are not undone, so those are best relative.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from .asking import one_line

MOST = 200  # letters of a title
XSPF = "http://xspf.org/ns/0/"
_PLAINER = str.maketrans({"–": "-", "—": "-", "‘": "'", "’": "'", "“": "'", "”": "'", "…": "..."})
_TAME = str.maketrans({'"': "'", "\\": "/", "{": "(", "}": ")"})


@dataclass(frozen=True)
class Entry:
    """One thing to play.  `location` is our own path or address, `title` and `artist` anything at all."""

    location: str
    title: str
    artist: str
    seconds: float

    def label(self, form: Callable[[str], str] = str) -> str:
        """`Artist - Title`: what players take apart at the one hyphen that stands between spaces."""
        both = (re.sub(r"(^| )-+(?= |$)", ",", form(tame(words))).strip(" ,-") for words in (self.artist, self.title))
        return " - ".join(words for words in both if words)

    @property
    def uri(self) -> str:
        """The location as a URI, relative where it is."""
        return uri_of(self.location)


def tame(text: str) -> str:
    """One printable line without what ends, escapes or reckons in a command language."""
    return one_line(text.translate(_TAME), MOST)


def uri_of(location: str) -> str:
    r"""A path of POSIX (/a b) or Windows (C:\a, \\host\a), or an http address, as a URI; a bare name stays relative."""
    from pathlib import PurePosixPath, PureWindowsPath
    from urllib.parse import quote

    if urlsplit(location).scheme in ("http", "https"):
        return quote(location, safe=":/%?&=~")
    if location.startswith("/"):
        return PurePosixPath(location).as_uri()
    windows = PureWindowsPath(location)
    return windows.as_uri() if windows.is_absolute() else quote(location)


def m3u(entries: Sequence[Entry]) -> bytes:
    """M3U: the titles in ASCII, which every reader takes for what it is, whatever its encoding."""
    return _m3u(entries, _ascii)


def m3u8(entries: Sequence[Entry]) -> bytes:
    """M3U in UTF-8."""
    return _m3u(entries, str)


def pls(entries: Sequence[Entry]) -> bytes:
    """PLS, version 2."""
    lines = ["[playlist]"]
    for number, entry in enumerate(entries, 1):
        lines += [
            f"File{number}={entry.location}",
            f"Title{number}={entry.label()}",
            f"Length{number}={whole(entry.seconds)}",
        ]
    return _text([*lines, f"NumberOfEntries={len(entries)}", "Version=2"])


def xspf(entries: Sequence[Entry]) -> bytes:
    """XSPF, version 1: locations are URIs, durations milliseconds."""
    from lxml import etree

    root = etree.Element(f"{{{XSPF}}}playlist", {"version": "1"}, nsmap={None: XSPF})  # type: ignore[dict-item]  # None is the default
    tracks = etree.SubElement(root, f"{{{XSPF}}}trackList")
    for entry in entries:
        track = etree.SubElement(tracks, f"{{{XSPF}}}track")
        told = {
            "location": entry.uri,
            "title": tame(entry.title),
            "creator": tame(entry.artist),
            "duration": str(round(entry.seconds * 1000)),
        }
        for name, words in told.items():
            if words:
                etree.SubElement(track, f"{{{XSPF}}}{name}").text = words
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


FORMS: dict[str, Callable[[Sequence[Entry]], bytes]] = {  # by the name of the file
    "news.m3u": m3u,
    "news.m3u8": m3u8,
    "news.pls": pls,
    "news.xspf": xspf,
}


def whole(seconds: float) -> int:
    """Whole seconds, never none: 0 means unknown to some players, and a stream to others."""
    return max(1, round(seconds))


def _m3u(entries: Sequence[Entry], form: Callable[[str], str]) -> bytes:
    lines = ["#EXTM3U"]
    for entry in entries:
        lines += [f"#EXTINF:{whole(entry.seconds)},{entry.label(form)}", entry.location]
    return _text(lines)


def _ascii(words: str) -> str:
    """Without accents; what has no plainer form is left out."""
    import unicodedata

    bare = unicodedata.normalize("NFKD", words.translate(_PLAINER))
    return " ".join("".join(sign for sign in bare if sign.isascii()).split()).translate(_TAME)


def _text(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")
