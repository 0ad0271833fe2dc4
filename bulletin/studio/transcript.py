"""The transcript: WebVTT, the lines as they are heard, in captions that fit on a screen."""

from __future__ import annotations

import math
import re
import textwrap
from collections.abc import Iterator

from ..model import Rundown, Span
from ..plain import plain

ROW = 42  # characters of a caption's row, as subtitlers have it
ROWS = 2
DIGIT = 2  # letters that a digit takes more than it shows: "24" is said as twenty-four
MARKS = ",;:.?!–—"
PAUSE = 6  # letters' time that a voice rests at a comma or a full stop; half a second was measured

_PAUSES = re.compile(rf"[{MARKS}](?=\s|$)")


def webvtt(rundown: Rundown) -> str:
    """The captions of a bulletin as a WebVTT file (W3C, https://www.w3.org/TR/webvtt1/).

    A line is one caption, or several where it is longer than ROWS rows: they share its time by how long their letters
    take to say.  Where there is more than one reader, each caption names its own.
    """
    spoken = [span for span in rundown.spans if span.kind == "voice"]
    several = len({span.voice for span in spoken}) > 1
    captions = [
        f"{_time(start)} --> {_time(end)}\n{_reader(span.voice) if several else ''}{words}\n"
        for span in spoken
        for start, end, words in _captions(span)
        if round(end * 1000) > round(start * 1000)
    ]
    return "\n".join(["WEBVTT\n", *captions])


def rows_of(text: str) -> list[str]:
    """Text in as few rows of ROW characters as it fits in, all about as long."""
    rows = textwrap.wrap(text, ROW, break_on_hyphens=False)
    for width in range(math.ceil(len(text) / len(rows)) if rows else ROW, ROW):
        evener = textwrap.wrap(text, width, break_on_hyphens=False)
        if len(evener) <= len(rows):
            return evener
    return rows


def _captions(span: Span) -> Iterator[tuple[float, float, str]]:
    """Start and end in seconds and the escaped words of each caption of a line."""
    rows = rows_of(plain(span.words, most=10_000))
    pages = [rows[first : first + ROWS] for first in range(0, len(rows), ROWS)]
    weights = [_weight(" ".join(page)) for page in pages]
    if weights:
        weights[-1] -= PAUSE * (rows[-1][-1] in MARKS)  # the rest after a line is no part of it
    length, said, start = span.end_seconds - span.start_seconds, 0, span.start_seconds
    for page, weight in zip(pages, weights, strict=True):
        said += weight
        end = span.start_seconds + length * said / sum(weights)
        yield start, end, _escaped("\n".join(page))
        start = end


def _weight(text: str) -> int:
    """How long words take to say, in letters."""
    return len(text) + DIGIT * sum(map(str.isdigit, text)) + PAUSE * len(_PAUSES.findall(text))


def _reader(voice: str) -> str:
    """The tag that names who speaks: of "engine:voice" the voice."""
    engine, _, name = plain(voice).partition(":")
    return f"<v {_escaped(name or engine)}>"


def _time(seconds: float) -> str:
    minutes, ms = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{ms // 1000:02}.{ms % 1000:03}"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
