"""The paper that the picture is drawn on: pixels of the finished picture, drawn at twice its size."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from . import lettering

SIZE = (1600, 600)
LEFT, RIGHT = 96, 1568  # the plot
TWICE = 2

Dot = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """The paper that is drawn on, in pixels of the finished picture, and the seconds that its width stands for."""

    image: Image.Image
    pen: ImageDraw.ImageDraw
    extent: float

    def x(self, second: float) -> int:
        """Where a second is."""
        return LEFT + round((RIGHT - LEFT) * max(0.0, min(second / self.extent, 1.0)))

    def box(self, left: float, top: float, right: float, bottom: float, fill: str, radius: float = 0) -> None:
        """Fill a box, with round corners where there is a radius; it is one pixel at least."""
        corners = [round(edge * TWICE) for edge in (left, top, max(left + 1, right), max(top + 1, bottom))]
        corners = [corners[0], corners[1], corners[2] - 1, corners[3] - 1]
        if radius:
            self.pen.rounded_rectangle(corners, radius=radius * TWICE, fill=fill)
        else:
            self.pen.rectangle(corners, fill=fill)

    def write(self, x: float, y: float, text: str, size: int, fill: str) -> None:
        """Write a text from x rightwards, its line's top at y."""
        font, words = lettering.lettered(text, size * TWICE)
        self.pen.text((round(x * TWICE), round((y + size) * TWICE)), words, font=font, fill=fill, anchor="ls")

    def write_left_of(self, x: float, y: float, text: str, size: int, fill: str) -> None:
        """Write a text that ends at x."""
        self.write(x - wide(text, size), y, text, size, fill)

    def point(self, one: Dot, two: Dot, three: Dot, fill: str) -> None:
        """Fill a triangle."""
        self.pen.polygon([(x * TWICE, y * TWICE) for x, y in (one, two, three)], fill=fill)

    def tinted(self, left: int, top: int, right: int, bottom: int, fill: str) -> None:
        """Lay a colour thinly over what is drawn."""
        box = (left * TWICE, top * TWICE, right * TWICE, bottom * TWICE)
        under = self.image.crop(box)
        self.image.paste(Image.blend(under, Image.new("RGB", under.size, fill), 0.16), box)


def wide(text: str, size: int) -> float:
    """How wide a text is."""
    return lettering.width(text, size * TWICE) / TWICE


def fitted(text: str, size: int, room: float) -> str:
    """Text cut with three dots where it is wider than `room`."""
    return lettering.fitted(text, size * TWICE, room * TWICE)


def wrapped(text: str, size: int, room: float) -> tuple[str, str]:
    """Text in two rows of at most `room`, the second cut."""
    return lettering.wrapped(text, size * TWICE, room * TWICE)
