"""Dates as files and pages write them, as aware datetimes.  One without a zone is taken as UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
ZONES = {  # hours east of Greenwich, for the names that news sites write
    **{"utc": 0.0, "gmt": 0.0, "z": 0.0, "wat": 1.0, "cet": 1.0, "bst": 1.0, "cat": 2.0, "sast": 2.0, "cest": 2.0},
    **{"eat": 3.0, "ist": 5.5, "est": -5.0, "edt": -4.0, "cst": -6.0, "cdt": -5.0, "pst": -8.0, "pdt": -7.0},
}
LOCAL_MONTHS = {  # as feeds of other languages write them -> as MONTHS has them
    **{"janvier": "jan", "janv": "jan", "février": "feb", "fevrier": "feb", "févr": "feb", "fév": "feb", "mars": "mar"},
    **{"avril": "apr", "avr": "apr", "mai": "may", "juin": "jun", "juillet": "jul", "juil": "jul", "août": "aug"},
    **{"aout": "aug", "septembre": "sep", "octobre": "oct", "novembre": "nov", "décembre": "dec", "decembre": "dec"},
    **{
        "déc": "dec",
        "janairu": "jan",
        "fabrairu": "feb",
        "maris": "mar",
        "afrilu": "apr",
        "mayu": "may",
        "yuni": "jun",
    },
    **{"yuli": "jul", "agusta": "aug", "satumba": "sep", "oktoba": "oct", "nuwamba": "nov", "disamba": "dec"},
    **{"januari": "jan", "februari": "feb", "machi": "mar", "aprili": "apr", "mei": "may", "juni": "jun"},
    **{"julai": "jul", "agosti": "aug", "septemba": "sep", "novemba": "nov", "desemba": "dec"},
    **{"janeiro": "jan", "fevereiro": "feb", "março": "mar", "abril": "apr", "maio": "may", "junho": "jun"},
    **{"julho": "jul", "setembro": "sep", "outubro": "oct", "novembro": "nov", "dezembro": "dec"},
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
DAY_FIRST = re.compile(rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}({MONTH})\b\.?,?[\s-]{{1,3}}(\d{{4}})\b")
MONTH_FIRST = re.compile(rf"(?i)\b({MONTH})\b\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})\b")
YEAR_FIRST = re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b")
SLASHED = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b")  # day first, as in most of the world
CLOCK = re.compile(
    r"(?i)\b(\d{1,2})[:h](\d{2})(?::\d{2})?(?:\s?(am|pm|a\.m\.|p\.m\.))?"
    r"(?:\s?([a-z]{1,4})\b)?(?:\s?([+-]\d{2}):?(\d{2})\b)?"
)
WORD = re.compile(r"[^\W\d_]{3,10}")
EARLIEST_YEAR = 1995  # no feed is older: a date before it is a field that nobody filled in


def parse(text: object) -> datetime | None:
    """The moment that a text names, aware; None where it names none.  Numbers are seconds since 1970."""
    if isinstance(text, bool):
        return None
    if isinstance(text, int | float):
        return _epoch(text)
    if not isinstance(text, str) or not (text := text.strip()) or len(text) > 200:
        return None
    return _iso(text) or _mail(text) or _written(text) or _elsewhere(text)


def believed(moment: datetime | None) -> datetime | None:
    """A date that a wire gives, or None for one that is a field nobody filled in, such as 1 January 1970."""
    return moment if moment and moment.year >= EARLIEST_YEAR else None


def _epoch(seconds: float) -> datetime | None:
    try:
        if abs(seconds) > 1e11:  # milliseconds
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _iso(text: str) -> datetime | None:
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError:
        return None


def _mail(text: str) -> datetime | None:
    if (zone := text.rpartition(" ")[2].lower()) in ZONES and zone not in _OF_MAIL:
        return None  # the library takes a zone that it does not know for Greenwich's
    try:
        return _aware(parsedate_to_datetime(text)) if ":" in text and not text.startswith(":") else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_OF_MAIL = frozenset({"utc", "gmt", "z", "est", "edt", "cst", "cdt", "pst", "pdt"})


def _elsewhere(text: str) -> datetime | None:
    """A date with the name of its month in another language than English."""
    english = WORD.sub(lambda word: LOCAL_MONTHS.get(word[0].lower(), word[0]), text)
    return _written(english.replace("1er ", "1 ")) if english != text else None


def _written(text: str) -> datetime | None:
    if match := DAY_FIRST.search(text):
        day, month, year = int(match[1]), MONTHS[match[2].lower()], int(match[3])
    elif match := MONTH_FIRST.search(text):
        month, day, year = MONTHS[match[1].lower()], int(match[2]), int(match[3])
    elif match := YEAR_FIRST.search(text):
        year, month, day = map(int, match.groups())
    elif match := SLASHED.search(text):
        day, month, year = map(int, match.groups())
    else:
        return None
    hour, minute, zone = _clock(text)
    try:
        return datetime(year, month, day, hour, minute, tzinfo=zone)
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int, timezone]:
    if not (match := CLOCK.search(text)):
        return 0, 0, UTC
    hour, half = int(match[1]), (match[3] or "").lower()[:1]
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    hours = ZONES.get((match[4] or "").lower(), 0.0)
    if match[5] and abs(int(match[5])) < 15:
        hours = int(match[5]) + (-1 if match[5][0] == "-" else 1) * int(match[6]) / 60
    return hour, int(match[2]), UTC if not hours else timezone(timedelta(hours=hours))


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
