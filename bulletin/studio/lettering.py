"""Words set into a picture: in Pillow's own font, or in one of the system's where that lacks a letter."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from PIL import ImageFont

from ..plain import plain

if TYPE_CHECKING:
    Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

WIDE = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial.ttf", "arial.ttf")
_CURLS = str.maketrans("‘’“”–—", "''\"\"--")  # what the own font lacks; its plain sisters do as well
_BARE = str.maketrans(  # letters that Unicode does not take apart
    {"ɓ": "b", "Ɓ": "B", "ɗ": "d", "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ŋ": "ng", "ɛ": "e", "ɔ": "o", "ø": "o", "Ø": "O",
     "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ł": "l", "Ł": "L", "đ": "d", "ı": "i", "₦": "N", "€": "EUR "}
)  # fmt: skip


def lettered(text: str, size: int) -> tuple[Font, str]:
    """A font of `size` pixels and the words that it can write: `text` itself, or as near to it as letters allow.

    Accents are kept where the system has a font with them, and dropped, not boxed, where it has none.
    """
    words = plain(text, most=200).translate(_CURLS)
    own = _own(size)
    if all(_has(own, c) for c in words):
        return own, words
    words = unicodedata.normalize("NFC", words)
    wide = _wide(size)
    if wide and all(_has(wide, c) for c in words):
        return wide, words
    bare = unicodedata.normalize("NFKD", words.translate(_BARE))
    return own, " ".join("".join(c for c in bare if c.isascii() or c == "·").split())


def width(text: str, size: int) -> float:
    """How wide a text is in pixels."""
    font, words = lettered(text, size)
    return float(font.getlength(words))


def fitted(text: str, size: int, room: float) -> str:
    """Text cut with three dots where it is wider than `room` pixels; empty where there is no room at all."""
    text = lettered(text, size)[1]
    if width(text, size) <= room:
        return text
    few, many = 0, len(text)
    while few < many:  # the most letters that fit: widths grow with letters
        some = (few + many + 1) // 2
        few, many = (some, many) if width(f"{text[:some].rstrip()}...", size) <= room else (few, some - 1)
    return f"{text[:few].rstrip()}..." if few else ""


def wrapped(text: str, size: int, room: float) -> tuple[str, str]:
    """Text in two rows, the second cut where it is wider than `room` pixels."""
    words = lettered(text, size)[1].split(" ")
    count = next((n for n in range(len(words), 1, -1) if width(" ".join(words[:n]), size) <= room), 1)
    return fitted(" ".join(words[:count]), size, room), fitted(" ".join(words[count:]), size, room)


@cache
def _own(size: int) -> Font:
    return ImageFont.load_default(size)


@cache
def _wide(size: int) -> Font | None:
    for name in WIDE:
        try:
            return ImageFont.truetype(name, round(size * 0.92))  # they are wider and taller than ours
        except OSError:
            continue
    return None


@cache
def _has(font: Font, character: str) -> bool:
    """Whether a font has a letter: what it lacks is drawn as the same box as any other that it lacks."""
    if character.isascii():
        return True
    return bytes(font.getmask(character)) != bytes(font.getmask("\uffff")) and font.getlength(character) > 0
