"""Chapter and verse: John 3:16, Matt. 5:3-12, Surah 2:255."""

from __future__ import annotations

import re

from .numerals import cardinal
from .rule import DIGITS, Match, Rule

SHORT = {
    "Gen": "Genesis", "Ex": "Exodus", "Exod": "Exodus", "Lev": "Leviticus", "Num": "Numbers", "Deut": "Deuteronomy", "Josh": "Joshua",
    "Sam": "Samuel", "Chron": "Chronicles", "Ps": "Psalm", "Prov": "Proverbs", "Eccl": "Ecclesiastes", "Isa": "Isaiah", "Jer": "Jeremiah",
    "Ezek": "Ezekiel", "Dan": "Daniel", "Matt": "Matthew", "Mt": "Matthew", "Lk": "Luke", "Jn": "John", "Rom": "Romans",
    "Cor": "Corinthians", "Gal": "Galatians", "Eph": "Ephesians", "Phil": "Philippians", "Col": "Colossians", "Thess": "Thessalonians",
    "Tim": "Timothy", "Heb": "Hebrews", "Jas": "James", "Pet": "Peter", "Rev": "Revelation",
}  # fmt: skip
BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|Psalms?|Proverbs|Ecclesiastes|"
    "Isaiah|Jeremiah|Lamentations|Ezekiel|Daniel|Hosea|Joel|Amos|Jonah|Micah|Zechariah|Malachi|Matthew|Mark|Luke|John|Acts|Romans|Corinthians|"
    "Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|James|Peter|Jude|Revelation|Surah?|Sura|Qur'?an|Quran|Koran"
)
_NUMBERED = {"1": "First", "2": "Second", "3": "Third"}


def _verse(match: Match) -> str:
    book = SHORT.get(match["book"], match["book"])
    number = f"{_NUMBERED[match['number']]} " if match["number"] else ""
    last = f" to {cardinal(int(match['last']))}" if match["last"] else ""
    return f"{number}{book} {cardinal(int(match['chapter']))} {cardinal(int(match['verse']))}{last}"


RULES = (
    Rule(
        "verse",
        re.compile(
            rf"(?<![\w.])(?:(?P<number>[1-3]) )?(?P<book>{BOOKS}|{'|'.join(SHORT)})\.? "
            r"(?P<chapter>\d{1,3}):(?P<verse>\d{1,3})(?:[-–](?P<last>\d{1,3}))?(?![\w:]|[-–]\d)"
        ),
        _verse,
        DIGITS,
    ),
)
