"""The picture in the tags: the station's own, or one made from its name.

A station's picture is hostile until proven otherwise: it is judged by its content, and drawn anew, so that
nothing of the file but its colours goes out.
"""

from __future__ import annotations

import colorsys
import hashlib
import io
import struct
import warnings
import zlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from ..errors import StudioError
from ..plain import plain
from ..station import Station
from . import lettering

Tone = tuple[int, int, int]  # red, green, blue

SIDE = 600  # pixels
MOST_BYTES = 60_000  # it stands in each file of a bulletin
MOST_FILE_BYTES = 20_000_000
LEAST_SIDE = 64
MOST_PIXELS = 25_000_000
MARGIN = 48
ACROSS = SIDE - 2 * MARGIN
LEADING = 1.12  # of a row, to the size of its letters
NAME_SIZES = (150, 120, 96, 84, 72, 62, 54, 48, 42, 36)
NAME_ROOM = 330
TAGLINE_SIZES = (30, 26, 22)
TAGLINE_ROOM = 76
RINGS = 6
PAPER: Tone = (250, 248, 243)
_TWICE = 2  # drawn so much larger, and made smaller, for smooth edges
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, zlib.error)  # what Pillow raises


def cover(station: Station) -> bytes:
    """The station's front cover as a JPEG of at most SIDE pixels a side and MOST_BYTES; the same bytes each time.

    Raises StudioError, which names the key: the station's own file is no JPEG or PNG, damaged, or too large.
    """
    if station.sound.cover:
        return _from_file(station.path(station.sound.cover))
    return _made(plain(station.name), plain(station.tagline))


@cache
def _made(name: str, tagline: str) -> bytes:
    dark, mid, light = _tones(name)
    picture = Image.new("RGB", (SIDE * _TWICE, SIDE * _TWICE), dark)
    pen = ImageDraw.Draw(picture)
    _rings(pen, dark, mid, light)
    size, rows = _set(name, NAME_SIZES, NAME_ROOM)
    y = _write(pen, MARGIN - size // 8, name, size, rows, PAPER) + 24
    pen.rectangle([place * _TWICE for place in (MARGIN, y, MARGIN + 64, y + 6)], fill=light)
    size, rows = _set(tagline, TAGLINE_SIZES, TAGLINE_ROOM)
    _write(pen, y + 26, tagline, size, rows, light)
    return _jpeg(picture.resize((SIDE, SIDE), Image.Resampling.LANCZOS))


def _tones(name: str) -> list[Tone]:
    """A ground, a half-tone and a light tone of one hue, by the name; white reads well on the first two."""
    hue = int.from_bytes(hashlib.sha256(name.casefold().encode()).digest()[:2], "big") / 65536
    tones = []
    for lightness, saturation in ((0.17, 0.52), (0.27, 0.45), (0.78, 0.50)):
        red, green, blue = colorsys.hls_to_rgb(hue, lightness, saturation)
        tones.append((round(255 * red), round(255 * green), round(255 * blue)))
    return tones


def _rings(pen: ImageDraw.ImageDraw, dark: Tone, mid: Tone, light: Tone) -> None:
    """What leaves a transmitter: rings around the lower right corner, fainter the further out."""
    centre = ((SIDE - MARGIN) * _TWICE, (SIDE - MARGIN) * _TWICE)
    for ring in range(RINGS, 0, -1):
        share = 1 - (ring - 1) / RINGS
        red, green, blue = (round(d + (m - d) * share) for d, m in zip(dark, mid, strict=True))
        pen.circle(centre, (18 + ring * 44) * _TWICE, outline=(red, green, blue), width=14 * _TWICE)
    pen.circle(centre, 20 * _TWICE, fill=light)


def _set(text: str, sizes: Sequence[int], room: int) -> tuple[int, list[str]]:
    """The largest size at which a text stands in whole words in so many pixels of height, and its rows there.

    What has no room at the smallest is cut with three dots.
    """
    for size in sizes:
        rows = _rows(text, size)
        if len(rows) * size * LEADING <= room and max(map(_wide(text, size), rows), default=0) <= ACROSS:
            return size, rows
    most = int(room / size / LEADING)
    broken = [piece for row in rows for piece in _pieces(row, _wide(text, size))]
    if len(broken) > most:
        broken[most - 1] = lettering.fitted(f"{broken[most - 1]} {broken[most]}", size, ACROSS)
    return size, broken[:most]


def _rows(text: str, size: int) -> list[str]:
    wide = _wide(text, size)
    rows: list[str] = []
    for word in lettering.lettered(text, size)[1].split():
        if rows and wide(f"{rows[-1]} {word}") <= ACROSS:
            rows[-1] = f"{rows[-1]} {word}"
        else:
            rows.append(word)
    return rows


def _pieces(word: str, wide: Callable[[str], float]) -> list[str]:
    """A word that is wider than the picture, in pieces that are not."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and wide(pieces[-1] + letter) > ACROSS:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _wide(text: str, size: int) -> Callable[[str], float]:
    """How wide words are in the font that can write the whole of `text`."""
    return lettering.lettered(text, size)[0].getlength


def _write(pen: ImageDraw.ImageDraw, y: float, text: str, size: int, rows: Sequence[str], tone: Tone) -> float:
    """Write rows of `text` from `y` down; returns where they end."""
    font, _ = lettering.lettered(text, size * _TWICE)
    for row in rows:
        place = (MARGIN * _TWICE, round(y * _TWICE))
        pen.text(place, row, font=font, fill=tone, stroke_width=size // 40, stroke_fill=tone)
        y += size * LEADING
    return y


def _from_file(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _refusal(path, "there is no such file")
        if path.stat().st_size > MOST_FILE_BYTES:
            raise _refusal(path, f"it is larger than {MOST_FILE_BYTES // 1_000_000} MB")
        image = path.read_bytes()
    except (OSError, ValueError) as error:  # a name that is too long, or has a null character in it
        raise _refusal(path, f"it cannot be opened ({error})") from error
    try:
        with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):  # refused here
            found = Image.open(io.BytesIO(image), formats=("JPEG", "PNG"))
        if found.width * found.height > MOST_PIXELS or min(found.size) < LEAST_SIDE:
            most = f"{MOST_PIXELS // 1_000_000} million pixels"
            raise _refusal(path, f"it is {found.width} x {found.height}; {LEAST_SIDE} a side to {most} are read")
        found.draft("RGB", (SIDE * 2, SIDE * 2))  # a JPEG is decoded small
        upright = ImageOps.exif_transpose(found)
        upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
        colours = _on_white(upright)
    except Image.DecompressionBombError as error:
        raise _refusal(path, "it would unfold to far too many pixels") from error
    except _BROKEN as error:
        raise _refusal(path, "it is not a JPEG or PNG that can be read whole") from error
    return _jpeg(colours)


def _on_white(picture: Image.Image) -> Image.Image:
    """Its colours alone, on a new picture: what is see-through becomes white, and no word of the file stays."""
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda level: level / 256).convert("L")  # 16 bits of grey; Pillow would cut off at 255
    whole = picture.convert("RGBA")
    ground = Image.new("RGB", whole.size, "white")
    ground.paste(whole, mask=whole)
    return ground


def _jpeg(picture: Image.Image) -> bytes:
    """As good a JPEG as MOST_BYTES allow; plain baseline, which every car radio shows."""
    for side, quality in ((SIDE, 88), (SIDE, 75), (SIDE, 60), (400, 60), (300, 40), (200, 30)):
        picture.thumbnail((side, side), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=quality, subsampling=0 if quality > 80 else 2)
        if out.tell() <= MOST_BYTES:
            break
    return out.getvalue()


def _refusal(path: Path, reason: str) -> StudioError:
    return StudioError(f"sound.cover: {plain(str(path), 200)}: {reason}")
