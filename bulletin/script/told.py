"""What a template is told: a bulletin's station, time, stories and figures as plain values (docs/templates.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..model import Line, Story
from ..station import Station
from . import figures as shapes
from .languages import words_of
from .sandbox import Copy
from .schedule import next_slot
from .templates import full_stop


def values(
    stories: Sequence[Story], station: Station, at: datetime, figures: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Line]]:
    """All that a template can say, and the lines that the Copies in it stand for by their numbers."""
    lines: list[Line] = []
    words = words_of(station.language)
    told = [_told(story, lines) for story in stories]
    found = {
        "station": {
            "name": _one_line(station.name), "tagline": _one_line(station.tagline), "language": station.language
        },
        "stories": told,
        "sources": list(dict.fromkeys(story["source"] for story in told if story["source"])),
        "greeting": words.greeting(at),
        "time": words.time(at),
        "day": words.day(at),
        "next_time": words.time(next_slot(station, at)),
        "air_time": at,
        "slot_seconds": station.slot_seconds,
        "figures": dict(figures),
        "weather": shapes.weather(figures.get("weather")),
        "markets": shapes.markets(figures.get("markets")),
    }  # fmt: skip
    return found, lines


def _told(story: Story, lines: list[Line]) -> dict[str, Any]:
    """A story as templates see it: its headline and each line of its copy remember where they came from."""

    def copy(line: Line) -> Copy:
        lines.append(full_stop(line))
        return Copy(lines[-1].text, len(lines) - 1)

    source = _one_line(story.source)
    others = (_one_line(name) for name in story.also)
    return {
        "slug": story.slug,
        "title": story.headline.text.rstrip("."),
        "headline": copy(story.headline),
        "copy": [copy(line) for line in story.copy or (story.headline,)],
        "source": source,
        "also": [name for name in dict.fromkeys(others) if name and name.casefold() != source.casefold()],
        "category": story.category,
        "sensitive": story.sensitive,
        "update": story.update,
        "breaking": story.breaking,
    }


def _one_line(words: str) -> str:
    return " ".join(words.split())
