"""Web and mail addresses, handles, hashtags and telephone numbers."""

from __future__ import annotations

import re

from .capitals import LETTERS, ORDINARY
from .numerals import cardinal, singly
from .rule import DIGITS, Match, Rule

ENDINGS = (
    "com|org|net|gov|edu|info|news|radio|africa|online|int|mil|biz|app|dev|live|site|blog|shop|world|media|"
    "co|ng|gh|ke|za|uk|us|ug|tz|rw|et|eg|ma|sn|ci|cm|zw|zm|bw|na|sl|lr|gm|mw|mz|ao|in|fm|tv|io|ai|eu|fr|de|ca|au|me|ly"
)
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})"
_DOMAIN = rf"(?:{_LABEL}\.){{1,6}}(?:{ENDINGS})(?![A-Za-z0-9-]|\.[A-Za-z0-9])"
_PIECE = re.compile(r"[0-9]+|[A-Za-z]+|[._/@+-]")
_SIGNS = {".": "dot", "_": "underscore", "/": "slash", "@": "at", "+": "plus", "-": "dash"}
_CAMEL = re.compile(r"[A-Z]{2,}s?(?![a-z])|[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[A-Z]|[0-9]+|[^\W\d_]+")
_LONGEST_PATH = 30  # characters: a longer one cannot be taken down by ear, so only the site is said


def spelled(address: str) -> str:
    """An address as it is dictated: news24.co.ng -> news twenty-four dot co dot N-G."""
    words: list[str] = []
    for piece in _PIECE.findall(address):
        if piece.isdigit():
            words.append(cardinal(int(piece)) if len(piece) <= 2 and piece[0] != "0" else singly(piece))
        elif piece in _SIGNS:
            words.append(_SIGNS[piece])
        elif (
            piece.lower() == "www"
            or (len(piece) == 2 and words[-1:] == ["dot"] and piece not in ("co", "me"))
            or (piece.upper() in LETTERS and piece.upper() not in ORDINARY)
        ):
            words.append("-".join(piece.upper()))
        else:
            words.append(piece)
    return " ".join(words)


def _web(match: Match) -> str:
    site, rest = match["site"], match["rest"] or ""
    stop = re.search(r"[.,;:!?]+$", rest)
    end = stop[0] if stop else ""
    path = rest[: len(rest) - len(end)].rstrip("/")
    if path and (len(path) > _LONGEST_PATH or not re.fullmatch(r"(?:/[A-Za-z0-9_.-]+)+", path)):
        path = ""
    return f" {spelled(site + path)}{end} "


def _mail(match: Match) -> str:
    return f" {spelled(match.group())} "


def _handle(match: Match) -> str:
    parts = [
        " ".join(singly(word) if word.isdigit() else word for word in _words_in(part)) for part in match[1].split("_")
    ]
    return f" at {' underscore '.join(parts)}"


def _hashtag(match: Match) -> str:
    if match[1].isdigit():
        return f" number {match[1]}"
    return f" hashtag {' '.join(_words_in(match[1]))}"


def _words_in(name: str) -> list[str]:
    return [word for part in name.split("_") for word in _CAMEL.findall(part)]


def _phone(match: Match) -> str:
    text = match.group()
    groups = [singly(group) for group in re.findall(r"\d+", text)]
    return ("plus " if text.startswith("+") else "") + ", ".join(groups)


def _dialled(match: Match) -> str:
    return f"{match[1]} {re.sub(r'[0-9]+', lambda digits: singly(digits[0]), match[2])}"


def _code(match: Match) -> str:
    return ", ".join(singly(group) for group in match.group().split("-"))


def _keyed(match: Match) -> str:
    """*901*00# as it is keyed in."""
    keys = {"*": "star", "#": "hash"}
    return " " + " ".join(keys.get(key) or singly(key) for key in re.findall(r"\d+|[*#]", match.group())) + " "


def _reference(match: Match) -> str | None:
    """FHC/ABJ/CS/123/2024: a case or a file."""
    pieces = match.group().split("/")
    if not any(piece.isdigit() for piece in pieces):
        return None
    return " slash ".join(
        piece if not piece.isdigit() or piece[:2] in ("19", "20") or len(piece) < 3 else singly(piece)
        for piece in pieces
    )


RULES = (
    Rule("keyed", re.compile(r"(?<![\w*])\*\d{2,6}(?:\*\d{1,12}){0,4}#"), _keyed, "*"),
    Rule(
        "reference",
        re.compile(
            r"(?<![\w/.])(?!(?:GMT|UTC|WAT|CAT|EAT|SAST|BST|CET|EST|EDT)/\d)[A-Z]{2,6}(?:/[A-Z0-9]{1,6}){1,7}(?![\w/])"
        ),
        _reference,
        "/",
    ),
    Rule(
        "number of a record",
        re.compile(
            r"\b((?:BVN|NIN|TIN|PIN|RC|IMEI|[Aa]ccount (?:number|no\.?))(?: is| of|:| number)?) (\d{4,20})(?![\d%]|[.,]\d)"
        ),
        lambda match: f"{match[1]} {singly(match[2])}",
        DIGITS,
    ),
    Rule("code", re.compile(r"(?<![\w-])(?=[\d-]{0,60}\d{3})\d{1,7}(?:-\d{1,7}){3,8}(?![\w-])"), _code, DIGITS),
    Rule("mail address", re.compile(rf"(?<![\w.+@-])[\w.+-]{{1,64}}@{_DOMAIN}", re.ASCII), _mail, "@"),
    Rule(
        "web address",
        re.compile(
            rf"(?<![\w.@/-])(?:https?://)?(?P<site>(?:www\.)?{_DOMAIN})(?::\d{{2,5}})?(?P<rest>[/?#][^\s\"'<>()]{{0,2000}})?",
            re.ASCII,
        ),
        _web,
        ".",
    ),
    Rule("handle", re.compile(r"(?<![\w.])@(\w{2,50})"), _handle, "@"),
    Rule("hashtag", re.compile(r"(?<![\w&])#(\w{1,80})"), _hashtag, "#"),
    Rule(
        "telephone number",
        re.compile(
            r"(?<![\w.,+])(?:\+\d{1,3}(?:[ -]?\(?\d{1,5}+\)?){2,6}+|\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,4}"
            r"|0\d{2,4}(?:[ -]\d{3,4}){2,3}|0\d{8,10}|0\d{1,3}-\d{6,8}|234-\d{1,3}-\d{6,8}|[18]-?\d{3}-\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w%]|[.,-]\d)"
        ),
        _phone,
        DIGITS,
    ),
    Rule(
        "number to call",
        re.compile(
            r"\b((?:[Cc]all(?:ing)?|[Dd]ial(?:ling)?|[Tt]ext(?:ing)?(?: [A-Z]{2,12} to)?|[Hh]otline|[Ss]hort ?code|[Tt]oll-free line|on line)"
            r"(?: on| to| the| number| line){0,2}) (\d{3,6}(?:(?:,? or|,? and|,) \d{3,6}(?!\d)){0,4})(?![\w%,.:-]?\d|[a-z]|-[A-Z])"
            r"(?! (?:people|times|men|women|voters|witnesses|members))"
        ),
        _dialled,
        DIGITS,
    ),
)
