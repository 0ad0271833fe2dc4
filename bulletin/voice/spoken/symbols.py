"""The signs that no rule has read: &, +, =, %, #, @, /, ~, <, >, °."""

from __future__ import annotations

import re

from .measures import UNITS
from .rule import DIGITS, Match, Rule

SIGNS = {
    "&": "and", "+": "plus", "=": "equals", "%": "percent", "@": "at", "°": "degrees", "×": "times", "÷": "divided by", "±": "plus or minus",
    "≈": "about", "≠": "is not equal to", "≤": "at most", "≥": "at least", "√": "square root of", "∞": "infinity", "§": "section", "¶": "paragraph",
    "‰": "per mille", "π": "pi", "Ω": "ohms", "µ": "micro",
}  # fmt: skip
_PER = "second|minute|hour|day|night|week|month|year|litre|liter|person|barrel|kg|kilogram|km|kilometre|bag|bottle|unit|head|share|tonne|kWh|MWh|mmbtu|bbl|bag|ha|hectare|acre|sqm|metre|household|capita|annum|inch|oz|ounce|hr|yr|wk|mth|L|l|lb|t"


def _sign(match: Match) -> str:
    return f" {SIGNS[match.group()]} "


def _either(match: Match) -> str:
    return f"{match[1]} or {match[2]}"


def _squared(match: Match) -> str:
    return {"2": " squared", "3": " cubed"}.get(match[1], f" to the power {match[1]}")


def _square_unit(match: Match) -> str:
    """Without a number before it: per km²."""
    unit = UNITS[f"{match[1]}^{match[2]}"]
    return f"per {unit.one}" if match.group().startswith("per ") else unit.many


def _bearing(match: Match) -> str:
    """6°27'14"N: a place on the map."""
    seconds = f" {match[3]} seconds" if match[3] else ""
    point = f" {_COMPASS[match[4]]} " if match[4] else " "
    return f"{match[1]} degrees {match[2]} minutes{seconds}{point}"


_APPROXIMATE = {"~": "about ", "<": "less than ", ">": "more than ", "<=": "at most ", ">=": "at least "}

_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_RISE = "rose|risen|rises?|gained|gains?|grew|grown|grows?|climbed|jumped|increased|advanced"
_FALL = "fell|fallen|falls?|dropped|drops?|shrank|shrunk|contracted|declined|decreased|slipped|dipped|plunged"

# Before the numbers are said
EARLY = (
    Rule("per", re.compile(r"(?<=\w)(?<!g) ?/ ?(?=(?:km|cm|m|ft)\^[23])"), lambda _: " per ", "/"),
    Rule(
        "degrees and minutes",
        re.compile(r"(?<![\w.])(\d{1,3}) ?° ?(\d{1,2})'(?: ?(\d{1,2}(?:\.\d{1,3})?)(?:\"|''))? ?([NSEW])?(?![A-Za-z])"),
        _bearing,
        "°",
    ),
    Rule(
        "point of the compass",
        re.compile(r"(?<=\d) ?° ?([NSEW])(?![A-Za-z])"),
        lambda match: f" degrees {_COMPASS[match[1]]}",
        "°",
    ),
    Rule(
        "said by the verb",
        re.compile(rf"(?<!\w)((?:{_RISE})(?: by)?) \+(?=[\d.$£€₦])"),
        lambda match: f"{match[1]} ",
        "+",
    ),
    Rule(
        "said by the verb",
        re.compile(rf"(?<!\w)((?:{_FALL})(?: by)?) [-–](?=[\d.$£€₦])"),
        lambda match: f"{match[1]} ",
        DIGITS,
    ),
    Rule("power", re.compile(r"(?<=\d)\^(\d{1,4})(?!\d)"), _squared, DIGITS),
    Rule("minus", re.compile(r"(?<![\w)])[–—](?=\d{1,3}(?:\.\d{1,2})? ?[°%])"), lambda _: "-", DIGITS),
    Rule(
        "square unit",
        re.compile(r"(?<![\w^])(?<!g/)(?:per )?(?<!\d )(km|cm|mm|m|ft|mi)\^([23])(?!\d|/s)"),
        _square_unit,
    ),
    Rule("about", re.compile(r"(?<![\w<>=])(~|[<>]=?) ?(?=[\d$£€₦.])"), lambda match: _APPROXIMATE[match[1]], DIGITS),
    Rule("per", re.compile(rf"(?<=\w)(?<![\d ]g) ?/ ?(?=(?:{_PER})\b)"), lambda _: " per ", "/"),
)
POWER = Rule("power", re.compile(r"(?<=[\w)])\^(\d{1,4})(?!\d)"), _squared, DIGITS)
RULES = (
    Rule(
        "either",
        re.compile(
            r"(?<![\w/])([Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Yy]es|[Nn]o)/(he|she|his|her|hers|him|no|yes)(?![\w/])"
        ),
        _either,
        "/",
    ),
    Rule("sign", re.compile("[" + re.escape("".join(SIGNS)) + "]"), _sign),
    Rule("slash", re.compile(r"/"), lambda _: " ", "/"),
)
