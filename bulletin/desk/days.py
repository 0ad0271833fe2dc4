"""Days are said as they are true at air time: "today", "yesterday", "on Thursday"; a day that is not certain is not said."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .editing import tidy
from .facts import Facts
from .patterns import regex
from .words import DAYS, DETERMINERS, MONTHS, PREPOSITIONS

_DAY = "|".join(day.title() for day in DAYS)
_MONTH = "|".join(month.title() for month in MONTHS)
_ANY_DAY = regex(
    rf"(?P<space> ?)(?:(?P<lead>\b(?:[Oo]n |[Tt]his |[Ll]ast |[Nn]ext )?)\b(?P<day>{_DAY})\b(?!-|'s|s\b| (?:morning|afternoon|evening|night)'s)"
    rf"(?P<part> (?:morning|afternoon|evening|night))?(?P<date>,? \(?(?:(?:{_MONTH}) \d{{1,2}}|\d{{1,2}} (?:{_MONTH}))\)?(?:,? \d{{4}})?)?"
    r"|(?i:\b(?P<word>today|yesterday|tomorrow|tonight|last night|this morning|this afternoon|this evening|"
    r"(?:earlier|later) (?:today|this week)|this week|last week|next week|earlier this month|last month|next month)\b(?!'s)))"
)
_WHOSE = regex(rf"\b(?P<day>{_DAY})(?: (?:morning|afternoon|evening|night))?'s (?=[a-z])")
UNCERTAIN = "\ufffd"  # stands where a day could neither be resolved nor left out; such a sentence is not said
_SHIFT = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "last night": -1,
    "tonight": 0,
}
_FUTURE = regex(r"\b(?:will|shall|would|is to|are to|due|scheduled|expected|plans?|planned|set to|going to|is going)\b")


def days_true(text: str, facts: Facts) -> str:
    """The days of a sentence resolved against the day of the article and said against air time.

    Without an air time the words stay.  With one, a day that cannot be resolved, or lies more than six days off, goes.
    """
    if facts.air_time is None:
        return text
    published = facts.published.astimezone(facts.air_time.tzinfo).date() if facts.published else None
    air = facts.air_time.date()

    def weekday(match: re.Match[str]) -> str:
        if _bound(match.string, match):
            return match[0]
        if match["date"]:
            return match[0] if published and not _contradicts(match, published) else _dropped(match)
        return _told(match, _resolved(match, published, match.string), air)

    def relative(match: re.Match[str]) -> str:
        word = match["word"].lower()
        if published is None:
            return _dropped(match)
        if word not in _SHIFT:
            same_week = published.isocalendar()[:2] == air.isocalendar()[:2]
            same_month = (published.year, published.month) == (air.year, air.month)
            return match[0] if (same_month if "month" in word else same_week) else _dropped(match)
        if published == air:
            return match[0]
        return _told(match, published + timedelta(days=_SHIFT[word]), air)

    # One pass over both, so that "yesterday" which was put in is not itself resolved again.
    new = _WHOSE.sub(lambda match: _whose(match, published, air), text)
    new = _ANY_DAY.sub(lambda match: weekday(match) if match["day"] else relative(match), new)
    return text if new == text else tidy(new)


def _whose(match: re.Match[str], published: date | None, air: date) -> str:
    """ "Tuesday's vote" is "the vote", where it is not certain which Tuesday that was, or it is long ago."""
    before = match.string[: match.start()].split()
    if before and (before[-1].lower() in DETERMINERS or before[-1].lower() in {"last", "next", "every"}):
        return match[0]
    if published is not None and abs((published - air).days) <= 6:
        return match[0]
    return "the " if before else "The "


def _bound(text: str, match: re.Match[str]) -> bool:
    """ "Every Monday", "Black Friday", "Sunday Times": a name or a habit, not a day."""
    before = text[: match.start()].rpartition(" ")[2].lower()
    after = text[match.end() :].lstrip()
    return before in {"every", "each", "black", "good", "easter", "ash", "super", "palm", "bloody"} or (
        after[:1].isupper()
        and not match["lead"]
        and after.split(" ")[0] in {"Times", "Night", "Mirror", "World", "School", "Premier", "Telegraph"}
    )


def _resolved(match: re.Match[str], published: date | None, text: str) -> date | None:
    if published is None:
        return None
    place = DAYS.index(match["day"].lower())
    lead = match["lead"].strip().lower()
    if lead == "next" or (_FUTURE.search(text, max(0, match.start() - 80), match.start()) and lead != "last"):
        ahead = (place - published.weekday()) % 7
        return published + timedelta(days=ahead + (7 if lead == "next" and ahead == 0 else 0))
    back = (published.weekday() - place) % 7
    return published - timedelta(days=back or (7 if lead == "last" else 0))


def _told(match: re.Match[str], day: date | None, air: date) -> str:
    if day is None or abs((day - air).days) > 6:
        return _dropped(match)
    part = (match.groupdict().get("part") or "").strip()
    if not part and (word := match.groupdict().get("word")):
        part = {"last night": "night", "tonight": "night"}.get(
            word.lower(), word.lower().removeprefix("this ") if word.lower().startswith("this ") else ""
        )
    name = DAYS[day.weekday()].title()
    before = match.string[: match.start()].rpartition(" ")[2].lower()
    if not (match.groupdict().get("lead") or match.groupdict().get("word")) and before in DETERMINERS:
        return match[0]  # "the Thursday meeting"
    on = "" if before in PREPOSITIONS | {"until", "till", "and", "or", "between"} else "on "
    words = {
        0: f"this {part}" if part and part != "night" else "tonight" if part else "today",
        -1: "last night" if part == "night" else f"yesterday {part}".strip(),
        1: f"tomorrow {part}".strip(),
    }.get((day - air).days, f"{on}{name} {part}".strip())
    at_start = not match.string[: match.start()].strip()
    return match["space"] + (words[:1].upper() + words[1:] if at_start else words)


def _dropped(match: re.Match[str]) -> str:
    """Nothing where the day can go; UNCERTAIN where the sentence would fall apart without it."""
    before = match.string[: match.start()].rpartition(" ")[2].lower().strip(",")
    after, _, rest = match.string[match.end() :].lstrip(" ,").partition(" ")
    if after == "to" and rest[:1].islower():
        after = ""  # "agreed on Thursday to send ..." is no span as "from Thursday to Sunday" is
    held = before in PREPOSITIONS | DETERMINERS | {"until", "till", "and", "or", "between", "earlier", "later"}
    return (
        match["space"] + UNCERTAIN
        if held or after.lower() in {"and", "to", "or", "until"} or not match.string[: match.start()].strip()
        else ""
    )


def _contradicts(match: re.Match[str], published: date) -> bool:
    """Whether a weekday and the date beside it are not the same day."""
    digits = re.findall(r"\d+", match["date"])
    month = next(place for place, name in enumerate(MONTHS, 1) if name.title() in match["date"])
    year = int(digits[1]) if len(digits) > 1 else published.year
    try:
        return date(year, month, int(digits[0])).weekday() != DAYS.index(match["day"].lower())
    except ValueError:
        return True
