"""Lines that say when a text may be used: "EMBARGOED UNTIL 14:00 GMT, 23 November 2026".

What cannot be read is refused: a text that may be under an embargo is never aired.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone

from ..errors import SourceError
from . import dates

TOP, END = 4, 2  # paragraphs at the start and at the end of a text where such a line may stand
REFUSED = "its embargo is not understood"
REACH = 120  # characters after the words "embargoed until" in which its time stands
LEFT = 25  # characters: less than this after the time is no sentence
EVERYWHERE = timezone(timedelta(hours=-12))  # the last place on earth where it becomes that time
UNTIL = r"(?:until|till|til|up to|before|for|jusqu['’]?\s?(?:au|à|a)?|avant|hadi|até|hasta)"
START = re.compile(
    rf"(?i)[\W_]{{0,10}}(?:(?:strictly|under|news|press release|note|sous|strict|\W)\s{{0,3}}){{0,4}}"
    rf"(?:embargo(?:ed|ée?s?)?\s{{0,3}}(?:{UNTIL}\b|[:\])*!–—-]|$|to (?=\d)|\d)"
    rf"|not for (?:publication|release|broadcast|use|airing) (?:before|until|till)\b|hold (?:for release )?until\b"
    rf"|for release (?:at|on|after|:)(?! once)|ne pas (?:diffuser|publier) avant\b)"
)
SENTENCE = re.compile(r"(?<![ap]\.m)[.!?]\s+(?=[A-Z\"“])|[)\]](?=\s*\w)")  # what stands after it is the story
ANYWHERE = re.compile(r"\b(?:EMBARGO|EMBARGOED|SOUS EMBARGO) (?:UNTIL|TILL|TIL|JUSQU)\b")
NONE = re.compile(r"(?i)[\s:–—-]{0,4}(?:none|no|nil|lifted|is lifted|was lifted|has been lifted|levé|immediate)\b")
_MONTHS = "|".join(sorted((*dates.MONTHS, *dates.LOCAL_MONTHS), key=len, reverse=True))
ISO = re.compile(r"(?i)\b\d{4}-\d\d-\d\dT\d\d:?\d\d(?::?\d\d)?(?:\.\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?!\d)")
DAY_MONTH = re.compile(
    rf"(?i)\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?[\s-]{{1,3}}(?:of )?(?P<month>{_MONTHS})\b\.?(?:[\s,-]{{1,3}}(?P<year>\d{{4}})\b)?"
)
MONTH_DAY = re.compile(
    rf"(?i)\b(?P<month>{_MONTHS})\b\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:)(?:,?\s{{1,3}}(?P<year>\d{{4}})\b)?"
)
WEEKDAY = re.compile(r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b")
WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
TODAY = re.compile(r"(?i)\b(today|tonight|tomorrow)\b")
CLOCK = re.compile(
    r"(?i)\b(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))(?!\d|[./]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"|(?P<round>\d{1,2})\s?(?P<half_too>[ap])\.?m\b\.?|(?P<french>\d{1,2})\s?h(?:eures|rs|ours)?\b"
    r"|(?P<four>[0-2]\d[0-5]\d)\s?(?:hrs?|hours|h)?(?=\s?(?:gmt|utc|wat|cat|eat|bst|cet|z)\b)|(?P<word>noon|midday|midnight))"
)
ZONE = re.compile(rf"(?i)\b({'|'.join(sorted(dates.ZONES, key=len, reverse=True))})\b(?:\s?([+-]\d{{1,2}}))?")


@dataclass(frozen=True)
class Found:
    """The latest embargo that a text names (None: it names none), its headline and paragraphs without those lines."""

    until: datetime | None
    headline: str
    paragraphs: tuple[str, ...]
    lines: tuple[str, ...] = ()


def found_in(headline: str, paragraphs: Sequence[str], about: datetime | None) -> Found:
    """Look where embargoes stand.  `about` is when the text was published, for "until 14:00 GMT" without a day.

    Raises SourceError for an embargo whose end cannot be told.
    """
    found = Found(None, headline, tuple(paragraphs))
    places = [-1, *sorted({*range(min(TOP, len(paragraphs))), *range(max(0, len(paragraphs) - END), len(paragraphs))})]
    for place in places:
        text = headline if place < 0 else paragraphs[place]
        if not (match := START.match(text[:400]) or ANYWHERE.search(text[:400])):
            continue
        rest = SENTENCE.split(text[match.end() : match.end() + REACH], maxsplit=1)[0]
        none = NONE.match(rest)
        until, length = (None, none.end()) if none else _until(rest, about, text)
        after = text[match.end() + length :].lstrip(" .,;:–—-)]*|!")
        before = text[: match.start()].rstrip(" ,;:–—-([*|")
        kept = " ".join(part for part in (before, after) if len(part) >= LEFT or (place < 0 and part))
        latest = max(filter(None, (found.until, until)), default=None)
        lines = (*found.lines, text[: match.end() + length][:300])
        if place < 0:
            found = replace(found, until=latest, headline=kept, lines=lines)
        else:
            marked = (*found.paragraphs[:place], kept, *found.paragraphs[place + 1 :])
            found = replace(found, until=latest, paragraphs=marked, lines=lines)
    return replace(found, paragraphs=tuple(filter(None, found.paragraphs))) if found.lines else found


def _until(text: str, about: datetime | None, whole: str) -> tuple[datetime, int]:
    """The moment that a text begins with, and how many characters it takes."""
    if iso := ISO.search(text):
        moment = dates.parse(iso[0])
        if not moment:
            raise _refused(whole)
        return (moment if iso["zone"] else moment.replace(tzinfo=EVERYWHERE)).astimezone(UTC), iso.end()
    clock, zone = CLOCK.search(text), ZONE.search(text)
    east = _zone(zone) if zone else EVERYWHERE
    local = about.astimezone(east) if about and zone else about
    day, end = _day(text, local, at_an_hour=bool(clock))
    if day is None and clock and not end and local:
        day = local.date()
    hour, minute = _hour(clock) if clock else (0, 0)
    if day is None or hour > 24 or minute > 59:
        raise _refused(whole)
    until = datetime(day.year, day.month, day.day, tzinfo=east) + timedelta(hours=hour, minutes=minute)
    if about and not end and until < about:
        until += timedelta(days=1)  # no day was named, and that time is over: it is tomorrow's that is meant
    return until.astimezone(UTC), max(end, *(match.end() for match in (clock, zone) if match), 0)


def _refused(text: str) -> SourceError:
    return SourceError(
        f"its embargo is not understood ({text[:80]!r}): it is not used; give the article with `embargo`"
    )


def _day(text: str, about: datetime | None, *, at_an_hour: bool) -> tuple[date | None, int]:
    """The day that a text names and the end of its words; None and 0 where it names none."""
    if match := dates.YEAR_FIRST.search(text) or dates.SLASHED.search(text):
        moment = dates.parse(match[0])
        return moment.date() if moment else None, match.end()
    if match := DAY_MONTH.search(text) or MONTH_DAY.search(text):
        years = [int(match["year"])] if match["year"] else range(about.year - 1, about.year + 2) if about else []
        found = [moment for year in years if (moment := dates.parse(f"{match['day']} {match['month']} {year}"))]
        nearest = min(found, key=lambda moment: abs(moment - about) if about else timedelta(0), default=None)
        return nearest.date() if nearest else None, match.end()
    if about and (match := TODAY.search(text)):
        return about.date() + timedelta(days=match[1].lower() == "tomorrow"), match.end()
    if about and (match := WEEKDAY.search(text)):
        ahead = (WEEKDAYS.index(match[1].lower()) - about.weekday()) % 7
        return about.date() + timedelta(days=ahead or (0 if at_an_hour else 7)), match.end()
    return None, 0


def _hour(clock: re.Match[str]) -> tuple[int, int]:
    if word := clock["word"]:
        return (24 if word.lower() == "midnight" else 12), 0
    if four := clock["four"]:
        return int(four[:2]), int(four[2:])
    hour = int(clock["hour"] or clock["round"] or clock["french"])
    half = (clock["half"] or clock["half_too"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(clock["minute"] or 0)


def _zone(match: re.Match[str]) -> timezone:
    hours = dates.ZONES[match[1].lower()] + (int(match[2]) if match[2] and abs(int(match[2])) < 15 else 0)
    return timezone(timedelta(hours=hours))
