"""Before and after the rules: odd characters become plain ones, and what no voice can say goes."""

from __future__ import annotations

import re
import unicodedata

# Read before NFKC, which would turn a square kilometre into "km2" and a half into "1⁄2".
_FIRST = {
 "½": " 1/2", "⅓": " 1/3", "⅔": " 2/3", "¼": " 1/4", "¾": " 3/4", "⅕": " 1/5", "⅖": " 2/5",
    "⅗": " 3/5", "⅘": " 4/5", "⅙": " 1/6", "⅚": " 5/6", "⅛": " 1/8", "⅜": " 3/8", "⅝": " 5/8", "⅞": " 7/8",
    "⅐": " 1/7", "⅑": " 1/9", "⅒": " 1/10", "↉": " 0/3",  "™": "", "℠": "", "©": "", "®": "", "℗": "",
    "⁄": "/", "∕": "/", "…": "...",
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "´": "'", "`": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"', "«": '"', "»": '"', "‹": '"', "›": '"', "＂": '"',
    "‐": "-", "‑": "-", "‒": "–", "−": "-", "﹣": "-", "－": "-", "―": "—", "⁓": "–", "〜": "–",
    "。": ". ", "、": ", ", "،": ",", "؛": ";", "؟": "?", "۔": ".", "।": ".", "॥": ".", "።": ".", "፣": ",", "፤": ";",
    "፥": ":", "፧": "?", "·": ",", "٫": ".", "٬": ",", "℃": "°C", "℉": "°F",
}  # fmt: skip
# Tangut letters, unread since 1502: they mark a station's own words, so none is let in
MARKS = ("\U00017000", "\U000187f7")
_BULLET = frozenset("•◦▪▫●○■□‣⁃∙►▶➤➢✓✔★☆◆◇→⇒➔➜←↑↓↔")
_BREAK = re.compile(r"(?<=[\w\d%\"')\]])[ \t]*(?:\r?\n[ \t]*\r?\n|\r?\n(?=[ \t]*[,*–-] ))\s*")
_RULED_LINE = re.compile(r"([^\w\s.,'!?-])\1{2,}|([¼½¾⅐-⅞])\2{2,}")  # ===== and $$$: drawn, not said
_SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]+")
_PAUSES = ".,;:?!–—"


class _Plain(dict[int, str]):
    """str.translate's table: what each character is before the rules.  Built as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = _plain(chr(code))
        if code < 0x3000:
            self[code] = plain
        return plain


class _Sayable(dict[int, str]):
    """str.translate's table: what is left of each character after the rules."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in _KEPT or unicodedata.category(character) in _LETTERS:
            sayable = character
        else:
            sayable = ", " if character in "()[]{}|\\" else " "
        if code < 0x3000:
            self[code] = sayable
        return sayable


_LETTERS = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc"))
_KEPT = frozenset(" '-" + _PAUSES)


def _plain(character: str) -> str:  # noqa: PLR0911 - a table of cases, read top to bottom
    if character in _FIRST:
        return _FIRST[character]
    if MARKS[0] <= character <= MARKS[1]:
        return " "
    if character in _BULLET:
        return " , "
    category = unicodedata.category(character)
    if category in ("Cf", "Me") or 0xFE00 <= ord(character) <= 0xFE0F:  # variation selectors
        return ""
    if category[0] == "C":
        return character if character in "\n\r\t" else " "
    if category in ("Zl", "Zp"):
        return "\n"
    if category[0] == "Z":
        return " "
    if category[0] == "N" and not character.isascii():
        return _digits(character, category)
    if category[0] in "LM" or character.isascii():
        return character
    return unicodedata.normalize("NFKC", character)


def _power(match: re.Match[str]) -> str:
    """10⁶ and km² are powers; a raised number after a word is a footnote's mark, and goes."""
    digits = unicodedata.normalize("NFKC", match.group())
    before = match.string[match.start() - 1 : match.start()]
    power = before.isdigit() or (digits in ("2", "3") and (before.isalpha() or before == ")"))
    return f"^{digits}" if power else " "


def _digits(character: str, category: str) -> str:
    """A numeral of any script as 0-9; what NFKC knows how to write (①, Ⅳ) as it writes it."""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    known = unicodedata.normalize("NFKC", character)
    if known.isascii():
        return known
    value = unicodedata.numeric(character, -1)
    return f" {int(value)} " if value >= 0 and value == int(value) else " "


PLAIN = _Plain()
SAYABLE = _Sayable()


def plain(text: str) -> str:
    """The text in plain characters on one line: NFKC, 0-9 for every script's digits, a full stop at a paragraph's end."""
    text = _RULED_LINE.sub(" , ", text)
    if not text.isascii():
        text = _SUPERSCRIPT.sub(_power, text)
        text = unicodedata.normalize("NFKC", text.translate(PLAIN))
        if not text.isascii():
            text = text.translate(PLAIN)  # NFKC itself can give what is not plain: a ligature with a digit in it
    else:
        text = text.translate(_CONTROLS)
    if "\n" in text:
        text = _BREAK.sub(". ", text)
    return " ".join(text.split())


_CONTROLS = {code: " " for code in (*range(32), 127) if chr(code) not in "\n\r\t"} | {ord("`"): "'"}

_OPENED = re.compile(r"(?:^|(?<=[\s(\[,–—-]))'(?=\w)")
_SPACED_HYPHEN = re.compile(r"(?:^|(?<= ))-+(?= |$)")
_LOOSE_HYPHEN = re.compile(r"(?<![^\W_])(?<![\u0300-\u036f])-+|-+(?![^\W_])")
_LOOSE_APOSTROPHE = re.compile(r"(?<![^\W_])(?<![\u0300-\u036f])'(?!(?:tis|twas|til|em|cause|n)\b)|'(?![^\W_])")
_LOOSE_EXCEPT_PLURAL = re.compile(
    r"(?<![^\W_])(?<![\u0300-\u036f])'(?!(?:tis|twas|til|em|cause|n)\b)|(?<!s)'(?![^\W_])"
)
_DOTS = re.compile(r"(?<!\.)(?<!\. )\.(?: ?\.)++ ?")
_CLUSTER = re.compile(r"[ .,;:?!–—]*[.,;:?!–—][ .,;:?!–—]*")


def sayable(text: str) -> str:
    """Only letters with their accents, spaces, apostrophes, hyphens inside words and . , ; : ? ! – — are left."""
    text = _DOTS.sub(lambda dots: ", " if dots.string[dots.end() : dots.end() + 1].islower() else ". ", text)
    text = text.translate(SAYABLE)
    if not text.isascii():
        text = _without_loose_marks(text)
    text = _SPACED_HYPHEN.sub("–", " ".join(text.split()))
    opened = _OPENED.search(text) is not None
    text = (_LOOSE_APOSTROPHE if opened else _LOOSE_EXCEPT_PLURAL).sub("", text)
    text = _LOOSE_HYPHEN.sub(" ", text)
    text = " ".join(text.split())
    text = _CLUSTER.sub(_one_pause, text)
    return " ".join(text.split()).strip(" ,;:–—")


def _without_loose_marks(text: str) -> str:
    """Accents that sit on no letter go."""
    if not any(unicodedata.category(character)[0] == "M" for character in text):
        return text
    kept: list[str] = []
    on_letter = False
    for character in text:
        mark = unicodedata.category(character)[0] == "M"
        if not mark:
            on_letter = unicodedata.category(character)[0] == "L"
        if not mark or on_letter:
            kept.append(character)
    return "".join(kept)


def _one_pause(match: re.Match[str]) -> str:
    """Of several marks in a row, the one that an engine phrases by."""
    marks = match.group()
    start, end = match.span()
    packed = marks.replace(" ", "")
    if len(packed) == 1:
        mark, dash = packed, packed in "–—"
        tight = dash and " " not in marks
    else:
        ends = [mark for mark in packed if mark in "?!"] or [mark for mark in packed if mark == "."]
        mark = ends[0] if ends else next((mark for mark in packed if mark in ";:–—"), ",")
        dash, tight = mark in "–—", False
    if start == 0:
        return ""
    if end == len(match.string):
        return mark if mark in ".?!" else ""
    if dash:
        return mark if tight else f" {mark} "
    if len(packed) == 1 and " " not in marks:
        return mark + " "
    return f"{mark} "
