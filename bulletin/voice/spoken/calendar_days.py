"""Dates, years and decades."""

from __future__ import annotations

import re

from .numerals import many, ordinal, year, year_of
from .rule import CAPITALS, DETERMINERS, DIGITS, Match, Rule, full_stop, to, word_after, word_before

MONTHS = (
    "January February March April May June July August September October November December"
).split()  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH = (
    r"(?P<month>(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?))(?![A-Za-z])"
)
_SHORT = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_TO_DAY = r"(?: ?(?:-|–|—|/|to|and|&) ?(?P<last>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?)?"
_YEAR = r"(?:,? ?(?P<year>1\d{3}|20\d\d)(?![\d%]|[.,:]\d|[A-Za-z]))?"
_NO_MORE = r"(?![\d%:°]|[.,/]\d| ?(?:[ap]\.?m\b|per ?cent|million|billion|trillion|naira|km|kg|people|men|women))"

# Before a four-digit number these make it a year, and these make it a count
YEAR_BEFORE = frozenset(
    "in since from by until till before after during of the year circa late early mid around between to and for or"
    " spring summer autumn winter season act constitution ended ending".split()
)
OLD_YEAR_BEFORE = frozenset("in since circa year until before after late early around".split())
COUNT_BEFORE = frozenset(
    "about some over nearly almost than least most another only additional extra approximately roughly exactly"
    " around killed killing injured displaced hired sacked employs employed recruited these those all up".split()
)
COUNTED = frozenset(
    "people persons men women children voters votes students pupils workers soldiers troops officers police seats"
    " homes houses households families farmers refugees passengers patients cases deaths victims residents members"
    " delegates candidates schools hospitals vehicles cars buses bags barrels cattle head miles metres meters feet"
    " kilometres hectares acres tonnes tons litres megawatts naira dollars pounds euros cedis shillings rand years"
    " months weeks days hours minutes jobs staff civilians migrants fans supporters protesters civil-servants".split()
)
# Nouns that a year stands before ("2023 elections") and verbs ("2024 sees"): not counted by it
_NOT_COUNTED = frozenset(
    "elections polls games olympics paralympics finals championships awards results was is has does its this as"
    " sees saw marks remains brings looks shows plus perhaps always towards across thus his us rules regulations"
    " accounts prices estimates protests riots floods talks qualifiers primaries".split()
)


def _full(short: str) -> str:
    return next(month for month in MONTHS if month.startswith(short))


def _month(match: Match) -> str:
    return next(month for month in MONTHS if month.lower().startswith(match["month"].lower().rstrip(".")[:3]))


def _years(match: Match) -> str:
    return f" {year(int(match['year']))}" if match["year"] else ""


def _day_month(match: Match) -> str | None:
    if not match["month"][0].isupper() or (match["last"] and int(match["last"]) <= int(match["day"])):
        return None
    the = "" if word_before(match).lower() in DETERMINERS else "the "
    last = f" to the {ordinal(int(match['last']))}" if match["last"] else ""
    if (match["last"] and re.search(r"and|&", match.group()[: match.start("month") - match.start()])) or to(
        match
    ) == "and":
        last = last.replace(" to ", " and ")
    return f"{the}{ordinal(int(match['day']))}{last} of {_month(match)}{_years(match)}" + _stop(match)


def _month_day(match: Match) -> str | None:
    if not match["month"][0].isupper():
        return None
    if word_before(match).lower() == "in" and not match["year"] and not match["last"]:
        return None  # "in March 12 people died"
    if match["last"] and int(match["last"]) <= int(match["day"]):
        return None
    last = f" to {ordinal(int(match['last']))}" if match["last"] else ""
    if match["last"] and re.search(r"and|&", match.group()):
        last = last.replace(" to ", " and ")
    return f"{_month(match)} {ordinal(int(match['day']))}{last}{_years(match)}"


def _short_year(match: Match) -> str:
    return f"{match[1]} {year_of(match[2])}"


def _days_on(match: Match) -> str:
    return f"{match[1]} to "


def _month_year(match: Match) -> str | None:
    return f"{_month(match)}{_years(match)}" if match["month"][0].isupper() else None


def _bare_month(match: Match) -> str:
    return _month(match) + full_stop(match)


def _stop(match: Match) -> str:
    return full_stop(match) if match["year"] is None else ""


def _iso(match: Match) -> str | None:
    return _day_of(match, match["d"], match["m"], match["y"]) + (" " if match["t"] else "")


def _numeric(match: Match) -> str | None:
    day, month = match["d"], match["m"]
    if int(month) > 12 and int(day) <= 12:
        day, month = month, day  # an American date that can only be one
    if int(month) > 12 or int(day) > 31:
        return None
    return _day_of(match, day, month, match["y"])


def _day_of(match: Match, day: str, month: str, digits: str) -> str:
    the = "" if word_before(match).lower() in DETERMINERS else "the "
    return f"{the}{ordinal(int(day))} of {MONTHS[int(month) - 1]} {year_of(digits)}"


def _weekday(match: Match) -> str:
    return next(day for day in DAYS if day.startswith(match[1][:3])) + full_stop(match)


def _season(match: Match) -> str | None:
    """2025/26 and 2023-24: the second year in two digits."""
    first, second = match["a"], match["b"]
    following = int(second) if len(second) == 4 else int(first[:2] + second)
    if following <= int(first):
        return None
    says = year(following) if len(second) == 4 or second[0] == "0" else year_of(second).split(" ", 1)[1]
    if len(second) == 2 and int(first) < 2000:
        says = year(int(second)) if second[0] != "0" else year(following)
    join = ", " if match["sign"] == "/" else " to "
    return f"{year(int(first))}{join}{says}"


def _decade(match: Match) -> str | None:
    digits = match["year"]
    if match["own"] and len(digits) == 4 and word_before(match).lower() not in ("the", "early", "late", "mid"):
        return None  # "by 2030's end"
    if len(digits) == 4:
        number = int(digits)
        if number % 100 == 0:
            return "two thousands" if number == 2000 else f"{year(number)}s"
        return many(year(number))
    return many(year(int(digits)))


def _year(match: Match) -> str | None:
    number = int(match["year"])
    before, after = word_before(match).lower(), word_after(match)
    if before.endswith("-") or match.string[match.end() : match.end() + 1] == "-":
        return year(number)
    if after in COUNTED and before not in ("the", "of"):
        return None
    if before in COUNT_BEFORE or (before == "of" and after in COUNTED):
        return None
    if number < 1900 or number == 2100:
        return year(number) if before in (OLD_YEAR_BEFORE if number < 1900 else YEAR_BEFORE) else None
    if before in YEAR_BEFORE or before.endswith("'s") or before.title() in MONTHS:
        return year(number)
    plural = after.islower() and len(after) > 3 and after.endswith("s") and not after.endswith("ss")
    return None if plural and after not in _NOT_COUNTED else year(number)


def _era(match: Match) -> str:
    return f"{year(int(match[1])) if len(match[1]) == 4 else match[1]} {'-'.join(match[2].replace('.', ''))}"


RULES = (
    Rule(
        "date",
        re.compile(
            r"(?<![\w/.-])(?P<y>1\d{3}|20\d\d)(?P<by>[-/])(?P<m>0[1-9]|1[0-2])(?P=by)(?P<d>0[1-9]|[12]\d|3[01])(?P<t>T(?=\d\d:))?(?![\d-])"
        ),
        _iso,
        DIGITS,
    ),
    Rule(
        "date",
        re.compile(
            r"(?<![\w/.-])(?P<d>0?[1-9]|[12]\d|3[01])([/.-])(?P<m>0?[1-9]|[12]\d|3[01])\2(?P<y>\d{4}|\d\d)(?![\w/-]|[.,]\d)"
        ),
        _numeric,
        DIGITS,
    ),
    Rule(
        "day of the week",
        re.compile(
            r"(?<![\w.])(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.|(?=,? \d{1,2} [A-Z][a-z]{2}|,? [A-Z][a-z]{2,8}\.? \d|,? \d{1,2}[:.]\d\d))"
        ),
        _weekday,
        CAPITALS,
    ),
    Rule(
        "days",
        re.compile(
            rf"(\b(?:{_SHORT})[a-z]{{0,6}}\.?(?: \d{{1,2}})?) ?[-–—] ?(?=\d{{1,2}} (?:{_SHORT})|(?:{_SHORT})[a-z]{{0,6}}\.? \d)"
        ),
        _days_on,
        DIGITS,
    ),
    Rule("date", re.compile(rf"(?<![\w/.,:-]){_DAY}{_TO_DAY}(?:-| of | ){_MONTH}{_YEAR}"), _day_month, DIGITS),
    Rule("date", re.compile(rf"(?<![\w-]){_MONTH} {_DAY}{_TO_DAY}{_NO_MORE}{_YEAR}(?![\w-])"), _month_day, DIGITS),
    Rule(
        "date",
        re.compile(rf"(?<![\w-]){_MONTH},? (?P<year>1\d{{3}}|20\d\d)(?![\d%]|[.,:]\d|[A-Za-z])"),
        _month_year,
        DIGITS,
    ),
    Rule("date", re.compile(r"\b([A-Z][a-z]{2,8}\.?) '(\d\d)(?![\w'])"), _short_year, "'"),
    Rule("quarter", re.compile(r"(?<!\w)([QH][1-4])'(\d\d)(?!\w)"), _short_year, "'"),
    Rule(
        "months",
        re.compile(rf"\b({_SHORT})[-–](?={_SHORT})(?!Mar[a-z]|May[a-z])"),
        lambda match: f"{_full(match[1])} to ",
        CAPITALS,
    ),
    Rule("months", re.compile(rf"(?<=[a-z] to )({_SHORT})\b(?!\.)"), lambda match: _full(match[1]), CAPITALS),
    Rule("month", re.compile(r"(?<![\w-])(?P<month>Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\."), _bare_month, "."),
)
YEARS = (
    Rule("years", re.compile(r"(?<![\w/.,:-])(?P<a>1[1-9]\d\d|20\d\d) ?(?P<sign>[/–—-]) ?(?P<b>\d{4}|\d\d)(?![\w/%-]|[.,]\d)"), _season, DIGITS),
    Rule("decade", re.compile(r"(?<![\w.,$£€])'?(?P<year>1\d\d0|20\d0|[1-9]0)(?P<own>'?)s(?![\w])"), _decade, DIGITS),
    Rule("era", re.compile(r"(?<![\w.,])(\d{1,4}) ?(BCE?|AD|CE|B\.C\.|A\.D\.)(?!\w)"), _era, DIGITS),
    Rule("year", re.compile(r"(?<![\w/.,:$£€₦%+])(?<!\d-)(?P<year>1\d{3}|20\d\d|2100)(?![\w/%°]|[.,:]\d|-\d)"), _year, DIGITS),
)  # fmt: skip
