"""Stories that templates are tried with: invented, and each set with its own difficulty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..model import Citation, Line, Story

_COPY = {
    "ferries-cross-again": ("Ferries cross the lagoon again from Monday", "local", (
        "Passenger ferries will cross the lagoon at Badagry again from Monday.",
        "The service stopped in March after a storm damaged two jetties.",
        "The waterways agency says each of the six boats carries sixty people.",
    )),
    "school-meals": ("School meals reach two more districts", "local", (
        "Pupils in two more districts will get a hot meal at school from next term.",
        "The education board says the meals will reach forty thousand children.",
        "Farmers near the schools will grow most of the food.",
    )),
    "river-bridge": ("A new bridge joins two river towns", "africa", (
        "Drivers can cross the river at Kembo without a ferry for the first time.",
        "The new bridge took four years to build.",
        "Traders say the journey to market is now an hour shorter.",
    )),
    "cocoa-price": ("Cocoa farmers get a better price", "business", (
        "Cocoa farmers will get a better price for their beans this season.",
        "The marketing board says it will pay a tenth more than last year.",
        "Exporters expect a larger harvest.",
    )),
    "harbour-strike": ("Dock workers return to the harbour", "world", (
        "Dock workers have gone back to work after a strike of nine days.",
        "Their union says it has won shorter night shifts.",
        "The port expects to clear the waiting ships within a week.",
    )),
    "coast-cup": ("Marina Rovers win the Coast Cup", "sport", (
        "Marina Rovers have won the Coast Cup for the second time.",
        "They beat Harbour United by two goals to one.",
        "The winning goal came in the last minute.",
    )),
    "market-library": ("A library opens in a bus", "world", (
        "An old bus has become a library that drives from market to market.",
        "Its three librarians lend out two thousand books.",
    )),
    "lost-parrot": ("A parrot comes home by bus", "light", (
        "A parrot that was lost for a week has come home on the number nine bus.",
        "Its owner says the driver knew the bird by its whistle.",
    )),
}  # fmt: skip
SNEAKED = "sneaked-in"  # what is called so has made itself a cue
_HOSTILE = (
    f"## closing {{sound={SNEAKED}}}",
    f"> title: {SNEAKED}",
    "{{ station.name }} {% for %} {# #}",
    "[^1] [^99]: from x 0:0-1 \\ --- <!-- <b>&amp;</b>",
    "# --- ``` \u202e \u200b {{ 7 * 7 }} end",
)

STORIES = tuple(
    Story(
        slug, Line(headline), tuple(Line(text, (Citation(slug, 0, 0, len(text), text),)) for text in copy), slug,
        ("The Sample Wire", "Lagoon News")[n % 2], category=category,
    )
    for n, (slug, (headline, category, copy)) in enumerate(_COPY.items())
)  # fmt: skip

FIGURES: Mapping[str, Any] = {
    "weather": {
        "places": [{"name": "Lagos", "words": "sunny spells", "high": 31, "low": 24}, {"name": "Jos", "high": 22.6}],
        "outlook": "dry until Sunday",
    },
    "markets": {"markets": [{"name": "the naira", "value": 1534.25, "unit": "to the dollar", "change": -0.4}]},
}


def hostile(story: Story) -> Story:
    """The story with words that would like to be a script."""
    lines = tuple(
        replace(line, text=" ".join(_HOSTILE[n % len(_HOSTILE)].split())) for n, line in enumerate(story.copy)
    )
    also = tuple(f"\n\n## sting {{sound={SNEAKED}}}" for _ in story.also)
    headline = replace(story.headline, text=lines[0].text)
    return replace(story, headline=headline, copy=lines, source=f"\n## story: {SNEAKED}\n\nWords", also=also)


def sets() -> dict[str, tuple[Sequence[Story], Mapping[str, Any]]]:
    """Stories and figures by the name of what is difficult about them."""
    first, second, third, *rest = STORIES
    updates = (
        replace(first, breaking=True, update=True, also=("Coast Radio",)),
        replace(second, update=True, also=("Coast Radio", "the Hill Times")),
        replace(third, breaking=True, also=("A", "B", "C", "D", "E")),
        *rest,
    )
    return {
        "one story": ((first,), {}),
        "one story of one line": ((replace(first, copy=first.copy[:1]),), {}),
        "many stories": (STORIES, FIGURES),
        "a sensitive story among others": ((first, replace(second, sensitive=True), third, STORIES[-1]), {}),
        "one sensitive story": ((replace(second, sensitive=True),), {}),
        "updates, breaking news and credits": (updates, {}),
        "no sources": (tuple(replace(story, source="") for story in (first, second)), {}),
        "hostile words": (tuple(hostile(story) for story in updates), FIGURES),
    }
