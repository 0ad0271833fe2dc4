"""Scores, ranges, fractions, ordinals, and at the end every number that no other rule has said."""

from __future__ import annotations

import re

from .numerals import MOST_DIGITS, NUMBER, cardinal, many, ordinal, plain, said, singly, year
from .rule import DIGITS, Match, Rule, clause_before, to, word_after, word_before

_GAME = re.compile(
    r"\b(?:beat|beaten|beats|beating|defeat\w{0,4}|won|wins?|winning|lost|loss|lose|losing|draw|drew|drawn|held|trail\w{0,3}|led"
    r"|leads?|leading|score\w{0,5}|victory|aggregate|penalt\w{1,4}|shoot-?out|thrash\w{0,3}|edged?|stunned|hammered|crushed|goals?"
    r"|half-time|full-time|finished|ended|downed|outclassed|equalis\w{1,4}|match|goalless|walloped|tied|tie|set|sets|final|vs|versus)\b"
)
_GAME_AFTER = frozenset(
    "win victory defeat loss draw lead scoreline triumph thrashing drubbing hammering rout result on in against over"
    " home away score aggregate stalemate success margin vote".split()
)
_PRESSURE = re.compile(r"\b(?:blood pressure|bp)\b")
_DEGREES = frozenset(("2:1", "2:2", "1:1"))
_HUNDREDS = {
    "10": "tens", "100": "hundreds", "1000": "thousands", "10000": "tens of thousands", "100000": "hundreds of thousands",
}  # fmt: skip
_FRACTIONS = {2: "half", 4: "quarter"}
_KNOWN = {
    "24/7": "twenty-four seven",
    "9/11": "nine eleven",
    "7/7": "seven seven",
    "20/20": "twenty twenty",
    "50/50": "fifty-fifty",
}


def _score_number(digits: str) -> str:
    return "nil" if digits == "0" else cardinal(int(digits))


def _pair(match: Match) -> str | None:
    """2-1 is a score, 5-10 a range: a range goes up, a score need not."""
    first, second = match["a"], match["b"]
    low, high = int(first), int(second)
    if low >= high:
        if low == high and low >= 20:
            return f"{cardinal(low)}-{cardinal(high)}"
        if low < 20 or match["b"].startswith("0"):
            return f"{cardinal(low) if low else 'nil'} {_score_number(second)}"
        return f"{cardinal(low)} to {cardinal(high)}"
    game = low == 0 or _GAME.search(clause_before(match)) or word_after(match).lower() in _GAME_AFTER
    if game and high < 20 and word_before(match).lower() not in ("aged", "between", "ages", "about", "some", "within"):
        return f"{_score_number(first)} {cardinal(high)}"
    return f"{cardinal(low)} {to(match)} {cardinal(high)}"


def _triple(match: Match) -> str:
    return " ".join(cardinal(int(part)) for part in re.findall(r"\d+", match.group()))


def _range(match: Match) -> str:
    return f"{said(match['a'])} {to(match)} {said(match['b'])}"


def _fraction(match: Match) -> str | None:  # noqa: PLR0911 - a table of cases, read top to bottom
    whole, top, bottom = match["whole"], int(match["top"]), int(match["bottom"])
    if f"{top}/{bottom}" in _KNOWN and not whole:
        return _KNOWN[f"{top}/{bottom}"]
    if not top or not bottom or bottom > 1000:
        return None  # Bill 21/2023
    if 40 <= bottom <= 200 and _PRESSURE.search(clause_before(match)):
        return f"{cardinal(top)} over {cardinal(bottom)}"
    if top < bottom and (bottom <= 12 or bottom in (16, 20, 32, 50, 100, 1000)):
        if top / bottom > 0.5 and bottom >= 16 and top > 3:
            return f"{cardinal(top)} out of {cardinal(bottom)}"  # a mark: 15/20
        share = _FRACTIONS.get(bottom) or ordinal(bottom)
        share = share if top == 1 else many(share)
        if whole:
            return f"{cardinal(int(whole))} and {'a' if top == 1 else cardinal(top)} {share}"
        return f"{cardinal(top)} {share}"
    if whole:
        return None
    if top >= 30 and bottom <= 10:
        return f"{cardinal(top)} for {cardinal(bottom)}"  # cricket: 245/6
    if top <= bottom:
        return f"{cardinal(top)} out of {cardinal(bottom)}"
    return None


def _ordinal(match: Match) -> str:
    return ordinal(int(plain(match[1]))) + ("s" if match[2] else "")


def _long(match: Match) -> str:
    return f" {singly(match.group())} "


def _version(match: Match) -> str:
    space = " " if match.start() and match.string[match.start() - 1].isalpha() else ""
    return space + " point ".join(
        cardinal(int(part)) if part == "0" or part[0] != "0" else singly(part) for part in match.group().split(".")
    )


def _ages(match: Match) -> str:
    return f"{cardinal(int(match[1]))} to {many(cardinal(int(match[2])))}"


def _ratio(match: Match) -> str:
    if match[1] == match[2] and len(match[1]) == 2:
        return f"{cardinal(int(match[1]))}-{cardinal(int(match[2]))}"  # "split 50:50"
    if match[2] == "0":
        return f"{cardinal(int(match[1]))} nil"
    if match.group() in _DEGREES and word_before(match) == "a" and word_after(match) in ("in", "from", "at", "degree"):
        return f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}"  # an honours degree
    return f"{cardinal(int(match[1]))} to {cardinal(int(match[2]))}"


def _times(match: Match) -> str:
    if match[2].isdigit() or match[2][:1].isdigit():
        return f"{said(match[1])} by {match[2]}"
    return f"{said(match[1])} times "


def _numbered(match: Match) -> str | None:
    """21/2023 is no fraction: a bill or a case by number and year."""
    years = len(match[2]) == 4 and match[2][:2] in ("19", "20")
    return f"{match[1]} slash {year(int(match[2])) if years else match[2]}"


def _number(match: Match) -> str:
    text, start, end = match.string, match.start(), match.end()
    minus = "minus " if match["minus"] else ""
    number = match["number"]
    if number.count(",") and not re.fullmatch(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?", number):
        words = ", ".join(said(part) for part in number.split(","))
    else:
        words = said(number.replace(" ", ""))
    words = f"{minus}{words}"
    if start and text[start - 1].isalnum():
        words = " " + words
    following = text[end : end + 1]
    if match["joined"]:
        return words + (" " if " " in words or "-" in words else "-")  # "twelve-year-old", "forty-one year-old"
    return words + " " if following.isalpha() or following == "(" else words


_A_TO_B = rf"(?<![\w.,:/$£€₦-])(?P<a>{NUMBER}) ?(?:-|–|—) ?(?P<b>{NUMBER})(?![\w/:]|-\d|[.,]\d)"
DECIMAL_COMMA = Rule(
    "decimal comma",
    re.compile(
        r"(?<![\w.,])(\d{1,3}(?:\.\d{3}){1,4}),(\d{1,2})(?![\d,])|(?<![\w.,])(\d{1,3}),(\d{1,2})(?= ?%| (?:million|billion|trillion|percent|per cent)\b)"
    ),
    lambda match: f"{match[1].replace('.', '')}.{match[2]}" if match[1] else f"{match[3]}.{match[4]}",
    DIGITS,
)
HUNDREDS = Rule(
    "hundreds of",
    re.compile(r"(?<![\w.,$£€₦])(10{1,2}|1,?0{3}|10{1,2},?0{3})s(?= of\b)"),
    lambda match: _HUNDREDS[match[1].replace(",", "")],
    DIGITS,
)
LONG = Rule("long number", re.compile(rf"\d{{{MOST_DIGITS + 1},}}"), _long, DIGITS)
MULTIPLIED = Rule(
    "times",
    re.compile(r"(?<!\w)(?<![\d)] )[x×*](\d{1,2})(?![\w.,]?\d|\w)"),
    lambda match: f"{said(match[1])} times",
    DIGITS,
)
BY = Rule("by", re.compile(rf"(?<![\w.,])({NUMBER}) ?[x×*] ?(\d{{1,6}}(?!\d)|(?![\w(]))"), _times, DIGITS)
LOOSE_THOUSANDS = Rule("number", re.compile(r"(?<=\d), (?=000(?!\d))"), lambda _: ",", DIGITS)  # "11, 000"
ORDINALS = Rule(
    "range",
    re.compile(r"(?<=\d)(st|nd|rd|th) ?[-–] ?(?=\d{1,3}(?:st|nd|rd|th)\b)"),
    lambda match: f"{match[1]} to ",
    DIGITS,
)
CLASSES = Rule(
    "range", re.compile(r"(?<!\w)(([A-Z]{1,3})\d{1,2})[-–](?=\2\d{1,2}(?!\w))"), lambda match: f"{match[1]} to ", DIGITS
)
RULES = (
    Rule("fraction", re.compile(r"(?<![\w.,/$£€₦])(?:(?P<whole>\d{1,3})[ -])?(?P<top>\d{1,3})/(?P<bottom>\d{1,4})(?![\w/]|[.,]\d)"), _fraction, DIGITS),
    Rule("numbered", re.compile(r"(?<![\w.,/])(\d{1,6})/(\d{1,6})(?![\w/]|[.,]\d)"), _numbered, DIGITS),
    Rule("line-up", re.compile(r"(?<![\w.,/-])\d{1,2}-\d{1,2}-\d{1,2}(?:-\d{1,2})?(?![\w/-]|[.,]\d)"), _triple, DIGITS),
    Rule("score or range", re.compile(r"(?<![\w.,:/$£€₦-])(?P<a>\d{1,3})(?:[-–]| [-–] )(?P<b>\d{1,3})(?![\w/:]|[.,]\d|-\d)"), _pair, DIGITS),
    Rule("ages", re.compile(r"(?<![\w.,:/-])(\d\d)[-–](\d\d)s(?!\w)"), _ages, DIGITS),
    Rule("ratio", re.compile(r"(?<![\w.,:/-])(\d{1,4}):(\d{1,4})(?![\w:]|[.,]\d)"), _ratio, DIGITS),
    Rule("range", re.compile(_A_TO_B), _range, DIGITS),
)  # fmt: skip
ORDINAL = Rule(
    "ordinal",
    re.compile(r"(?<![\w.,])(\d{1,3}(?:,\d{3}){0,3}|\d{1,9})(?:st|nd|rd|th|ST|ND|RD|TH)(s?)(?![\w])"),
    _ordinal,
    DIGITS,
)
VERSION = Rule("version", re.compile(r"(?<![\d.,])\d{1,9}(?:\.\d{1,9}){2,8}(?![\w]|\.\d)"), _version, DIGITS)
NUMBERS = Rule(
    "number",
    re.compile(
        rf"(?P<minus>(?<![\w)\].])-)?(?P<number>\d{{1,3}}(?: \d{{3}}){{1,4}}(?!\d|,\d)|{NUMBER}|\.\d{{1,15}})(?P<joined>-(?=[A-Za-z]))?"
    ),
    _number,
    "digits",
)
