"""What a text says about itself: its headline, its source, who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..model import Removal
from . import dates, furniture, names, openings
from .plain import without_by

HEADLINE_WORDS = 25
HEADLINE_CHARACTERS = 200
TOP = 5  # lines at the start of a text where a byline or a date may stand
END = 5  # lines at its end where its source may stand

SOURCE_LINE = re.compile(r"(?i)(?:source|culled from|first published by)\s?:\s?(?P<name>[^:]{2,60}?)\.?")
FEED_TRAILER = re.compile(
    r"(?i)the post (?:.{1,300} )?(?:appeared first on|first appeared on|was first published on) (?P<name>[^.]{2,60})\.?"
)
BYLINE = re.compile(r"(?:By|BY|Written by|Author:)\s(?P<name>[A-Z][^.!?:]{1,100})")
NAMED = re.compile(
    r"(?i)\W{0,3}(?:published|posted|updated|last updated|modified|last modified|date|created|publi(?:cation|shed) date)\b(?: on| at|:)?.{0,80}"
)
NAME_AND_DATE = re.compile(
    r"(?P<name>[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{1,20}){1,3})\s?[|•·]\s?(?P<date>(?=[^|]{0,40}\d{4}).{6,50})"
)
DAY_NAME = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
DATE_ALONE = re.compile(rf"(?i)\W{{0,3}}(?:{DAY_NAME}\b,?\s?)?[\w\s.,:/+-]{{6,50}}")


@dataclass(frozen=True)
class Standing:
    """Fields found in the text; empty where it does not say."""

    source: str = ""
    byline: str = ""
    published: datetime | None = None


def found_in(copy: Sequence[str], removed: list[Removal]) -> tuple[Standing, list[str]]:
    """Take the lines that tell source, writer and date out of a text, and tell what they say."""
    source = byline = ""
    published: datetime | None = None
    kept: list[str] = []
    for number, text in enumerate(copy):
        top, end = number < TOP, number >= len(copy) - END
        reason = ""
        if end and not source and (trailer := FEED_TRAILER.search(text[-400:])) and trailer.end() == len(text[-400:]):
            source = names.spoken(trailer["name"])  # the sentence itself goes with the syndication notes
        if name := end and _source(text):
            source, reason = source or names.spoken(name), "source line"
        elif (top or end) and (name := _byline(text)):
            byline, reason = byline or name, "byline"
            published = published or dates.parse(text[-60:])
        elif top and (match := NAME_AND_DATE.fullmatch(text)) and (moment := dates.parse(match["date"])):
            byline, published, reason = byline or match["name"], published or moment, "byline"
        elif (top or end) and (moment := _date(text)):
            published, reason = published or moment, "date line"
        if reason:
            removed.append(Removal(text, reason))
        else:
            kept.append(text)
        if top and (stamped := openings.STAMPED.match(text[:400])):
            byline, published = byline or stamped["name"].strip(), published or dates.parse(stamped[0][-150:])
    return Standing(source, byline, published), kept


def _source(text: str) -> str:
    match = SOURCE_LINE.fullmatch(text) or FEED_TRAILER.fullmatch(text)
    return match["name"] if match else ""


def _byline(text: str) -> str:
    match = BYLINE.fullmatch(text)
    if not match or len(text.split()) > 16:
        return ""
    return without_by(re.split(r"\s[|•·–—-]\s|\s\d", match["name"])[0])


def _date(text: str) -> datetime | None:
    if not (NAMED.fullmatch(text) or DATE_ALONE.fullmatch(text)) or len(text.split()) > 10:
        return None
    return dates.parse(text)


def headline_of(given: str, copy: list[str], removed: list[Removal]) -> tuple[str, list[str]]:
    """The headline, and the text without it: as given, else the first line, short and without a full stop."""
    headline = given
    if not given and copy:
        if len(copy) > 2 and _site_alone(copy[0]) and like_headline(copy[1]):
            removed.append(Removal(copy[0], "site name"))
            copy = copy[1:]
        if len(copy) > 1 and like_headline(copy[0]):
            headline, copy = copy[0], copy[1:]
    again = [text for text in copy[:3] if headline and same(text, headline)]
    removed.extend(Removal(text, "headline again") for text in again)
    return headline, [text for text in copy if text not in again]


def _site_alone(text: str) -> bool:
    return names.known(text) or bool(re.fullmatch(r"(?=\S*\d)[A-Z0-9]\w{2,20}(?: (?:Radio|News|TV|FM|Online))?", text))


def like_headline(text: str) -> bool:
    """True for a line that may be a headline: short, no full stop at its end, no sentence inside."""
    if len(text) > HEADLINE_CHARACTERS or len(text.split()) > HEADLINE_WORDS or text[:1].islower():
        return False
    if any(rule(text) for rule in furniture.SENTENCE_RULES):
        return False
    return not re.search(r"[.,;:…][\"”’')]?$|[.!?]\s[A-Z].*[.!?]", text) and not text.endswith(('."', ".”"))


def same(one: str, other: str) -> bool:
    """True for two lines with the same words, whatever their marks and capitals."""
    if abs(len(one) - len(other)) > 20:
        return False
    return re.findall(r"\w+", one.lower()) == re.findall(r"\w+", other.lower())
