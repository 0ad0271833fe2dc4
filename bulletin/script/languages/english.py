"""English, as a presenter says it."""

from __future__ import annotations

from datetime import datetime

from .words import Words, listing

HOURS = "twelve one two three four five six seven eight nine ten eleven".split()
MINUTES = {
    5: "five", 10: "ten", 15: "a quarter", 20: "twenty", 25: "twenty-five", 30: "half",
}  # fmt: skip


def greeting(at: datetime) -> str:
    """Good morning, afternoon or evening.  Nobody on air says good night to a listener who stays."""
    if at.hour < 12:
        return "Good morning"
    return "Good afternoon" if at.hour < 18 else "Good evening"


def time(at: datetime) -> str:
    """Such as "two o'clock", "half past two", "a quarter to three", "seven minutes past two", "midnight"."""
    if at.minute == 0:
        return {0: "midnight", 12: "midday"}.get(at.hour, f"{HOURS[at.hour % 12]} o'clock")
    past = at.minute <= 30
    minutes = at.minute if past else 60 - at.minute
    hour = HOURS[(at.hour + (0 if past else 1)) % 12]
    return f"{_minutes(minutes)} {'past' if past else 'to'} {hour}"


def _minutes(minutes: int) -> str:
    if minutes in MINUTES:
        return MINUTES[minutes]
    return "one minute" if minutes == 1 else f"{number(minutes)} minutes"


def day(at: datetime) -> str:
    """Such as "Friday 11 September"."""
    return f"{at:%A} {at.day} {at:%B}"


def number(number: int) -> str:
    """1532 -> one thousand five hundred and thirty-two."""
    from num2words import num2words

    return str(num2words(number)).replace(",", "")


WORDS = Words("en", greeting, time, day, listing("and"), number)
