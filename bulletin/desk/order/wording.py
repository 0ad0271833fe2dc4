"""Why, in plain words: every reason that the decider gives, with times by the station's clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, tzinfo

from bulletin.model import Choice

NOT_IN = "not in: "
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
# How a reason against a story begins, and what `nothing` calls such stories.
SUMS = (
    ("stale", "stale"), ("embargoed", "embargoed"), ("expired", "expired"), ("an editor killed", "killed"),
    ("aired at", "aired a short while ago"), ("aired", "aired too often"), ("no date", "without a date"),
    ("there is no version", "in another language"), ("its text", "without a text"), ("the quota", "over their quota"),
    ("another kind", "of another kind"),
    ("a flash", "not for a flash"), ("no room", "without room"), ("pinned", "without room"), ("the same", "told twice"),
)  # fmt: skip
LANGUAGES = {
    "en": "English", "fr": "French", "ha": "Hausa", "sw": "Swahili", "pcm": "Pidgin", "yo": "Yoruba", "ig": "Igbo",
    "ar": "Arabic", "pt": "Portuguese", "es": "Spanish", "de": "German", "am": "Amharic", "so": "Somali", "zu": "Zulu",
    "af": "Afrikaans", "it": "Italian", "nl": "Dutch", "zh": "Chinese", "ru": "Russian", "tr": "Turkish", "hi": "Hindi",
}  # fmt: skip


def nothing(choices: Sequence[Choice]) -> str:
    """Why no story could be used, in one line: "no story: 40 stale, 3 embargoed, 2 aired too often"; "" where one was."""
    if any(choice.place is not None for choice in choices):
        return ""
    if not choices:
        return "no story: nothing came in"
    sums = Counter(_sum(choice.reason.removeprefix(NOT_IN)) for choice in choices)
    return "no story: " + ", ".join(
        f"{count} {word}" for word, count in sorted(sums.items(), key=lambda sum: (-sum[1], sum[0]))
    )


def _sum(reason: str) -> str:
    return next((word for start, word in SUMS if reason.startswith(start)), "left out")


def utc(moment: datetime) -> datetime:
    """The same moment in UTC; what lies outside of the calendar becomes its first or last moment.

    Two times of one zone are compared and subtracted by the wall clock, which is an hour off across daylight saving.
    """
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return FIRST if moment.year < 2 else LAST


def clock(moment: datetime, at: datetime, zone: tzinfo | None) -> str:
    """A moment for an editor who reads it at `at`: "14:00", "14:00 on Friday 30 October", "1 January 2031"."""
    try:
        there, here = moment.astimezone(zone), at.astimezone(zone)
    except OverflowError:
        return f"the year {moment.year}"
    if there.date() == here.date():
        return f"{there:%H:%M}"
    if abs(there - here) < timedelta(days=180):
        return f"{there:%H:%M on %A} {there.day} {there:%B}"
    return f"{there.day} {there:%B} {there.year}"


def span(long: timedelta) -> str:
    """How long: "12 min", "2 h", "5 days"; what is over is left away."""
    minutes = int(max(long, timedelta()).total_seconds() // 60)
    if minutes < 60:
        return f"{minutes} min" if minutes else "under 1 min"
    return f"{minutes // 60} h" if minutes < 72 * 60 else f"{minutes // 1440} days"


def exact(long: timedelta) -> str:
    """A length without rounding down to hours: "24 h", "1 h 30 min", "50 min"."""
    minutes = round(long.total_seconds() / 60)
    parts = (
        f"{minutes // 60} h" if minutes >= 60 else "",
        f"{minutes % 60} min" if minutes % 60 or not minutes else "",
    )
    return " ".join(filter(None, parts))


def stale(age: timedelta, most: timedelta, category: str) -> str:
    """Such as "stale, 25 h old and 24 h is the most for world"."""
    old = span(age)
    if old == span(most):
        old = exact(max(age, most + timedelta(minutes=1)))
    return f"stale, {old} old and {exact(most)} is the most for {category}"


def nth(number: int) -> str:
    """Such as 1st, 2nd, 3rd, 11th."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def language_name(code: str) -> str:
    """What a language is called in English, or its code where we do not know."""
    main = code.split("-", maxsplit=1)[0].lower()
    return LANGUAGES.get(main, one_line(main) or "an unknown language")


def one_line(text: str, most: int = 160) -> str:
    """Words of others in one line that can be shown: no line breaks, no control characters, not too many."""
    if len(text) <= most and text.isprintable() and "  " not in text:
        return text.strip()
    shown = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return shown if len(shown) <= most else shown[: most - 1].rstrip() + "…"
