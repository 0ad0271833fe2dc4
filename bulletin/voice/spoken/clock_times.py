"""Times of the day and lengths of time."""

from __future__ import annotations

import re

from .numerals import cardinal, said, singly
from .rule import DIGITS, Match, Rule, full_stop, to

ZONES = r"(?:GMT|UTC|WAT|CAT|EAT|SAST|BST|CET|CEST|EST|EDT|PST|PDT|IST|MSK)"
_HALF = r"(?P<half>[AaPp]\.? ?[Mm]\b\.?)"
_CLOCK = r"(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)"
_WEEKDAY = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|" + rf" {ZONES}")


def _hour_minute(hour: int, minute: str) -> str:
    if minute == "00":
        return cardinal(hour)
    return f"{cardinal(hour)} {'oh ' + cardinal(int(minute)) if minute[0] == '0' else cardinal(int(minute))}"


def _half(match: Match) -> str:
    if match["half"] is None:
        return ""
    return f" {match['half'][0].upper()}-M" + full_stop(match)


def _twelve_hour(match: Match) -> str | None:
    hour, minute = int(match["h"]), match["m"] or "00"
    return f"{_hour_minute(hour, minute)}{_half(match)}" if hour <= 24 else None


def _twelve_hour_range(match: Match) -> str:
    first = _hour_minute(int(match["h1"]), match["m1"] or "00")
    if match["half1"]:
        first += f" {match['half1'][0].upper()}-M"
    return f"{first} {to(match)} {_hour_minute(int(match['h']), match['m'] or '00')}{_half(match)}"


def _clock(match: Match) -> str:
    return _of_day(int(match["h"]), match["m"])


def _of_day(hour: int, minute: str) -> str:
    if minute != "00":
        return _hour_minute(hour, minute) if hour else f"zero {_hour_minute(0, minute)[5:]}"
    if hour in (0, 24):
        return "midnight"
    return f"{cardinal(hour)} o'clock" if hour <= 12 else f"{cardinal(hour)} hundred"


def _military(match: Match) -> str:
    hour, minute, unit = match["h"], match["m"], match["unit"]
    first = singly(hour) if hour[0] == "0" else cardinal(int(hour))
    second = "hundred" if minute == "00" else (singly(minute) if minute[0] == "0" else cardinal(int(minute)))
    return f"{first} {second}{' hours' if unit else ''}"


def _length(match: Match) -> str:
    names = ("hour", "minute", "second")
    parts = [
        f"{said(number.lstrip('0') or '0')} {name}{'' if int(float(number)) == 1 else 's'}"
        for number, name in zip(match.groups(), names, strict=True)
    ]
    return f"{parts[0]}, {parts[1]} and {parts[2]}"


RULES = (
    Rule("two times", re.compile(rf"(?<=\d)( ?[ap]\.?m\.?(?: {ZONES})?| {ZONES})/(?=\d)"), lambda match: f"{match[1]}, ", DIGITS),
    Rule("hours", re.compile(r"(?<![\w:.,])(\d{1,2}:[0-5]\d) ?[-–—] ?(?=\d{1,2}:[0-5]\d(?![\d:]))"), lambda match: f"{match[1]} to ", DIGITS),
    Rule("length of time", re.compile(r"(?<![\w:.,])(\d{1,2}):([0-5]\d):([0-5]\d)(?![\w:])"), _length, DIGITS),
    Rule(
        "hours",
        re.compile(
            rf"(?<![\w:.,])(?P<h1>1?\d|2[0-4])(?:[:.](?P<m1>[0-5]\d))? ?(?P<half1>[AaPp]\.?[Mm]\b\.?)? ?(?:-|–|—) ?(?P<h>1?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))? ?{_HALF}"
        ),
        _twelve_hour_range,
        DIGITS,
    ),
    Rule("time", re.compile(rf"(?<![\w:.,])(?P<h>[01]?\d|2[0-4])(?:[:.](?P<m>[0-5]\d))? ?{_HALF}"), _twelve_hour, DIGITS),
    Rule(
        "time",
        re.compile(r"(?<![\w:.,])(?P<h>[01]\d|2[0-4]):?(?P<m>[0-5]\d) ?(?P<unit>[Hh](?:(?:ou)?rs?)?\b\.?)(?!\w)"),
        _military,
        DIGITS,
    ),
    Rule("time", re.compile(rf"(?<![\w:.,])(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)(?P<unit>)(?= ?{ZONES}\b)"), _military, DIGITS),
    Rule("time", re.compile(rf"(?<![\w:.,])(?P<h>[01]?\d|2[0-4])[:.](?P<m>[0-5]\d)(?= ?{ZONES}\b)"), _clock, DIGITS),
    Rule("time", re.compile(r"(?<![\w:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![\w:])"), _clock, DIGITS),
)  # fmt: skip
