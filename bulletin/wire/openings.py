"""What stands before the first word of a story: agency, place, date, reporter.  Agency credits at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .dates import MONTHS
from .spans import Span, matches

AGENCIES = (
    "AP|AFP|PTI|ANI|IANS|UNI|NAN|APA|PANA|ANP|GNA|KBC|CNN|CNN Business|CNN Sport|Reuters|REUTERS|Thomson Reuters Foundation|"
    "Bloomberg|Xinhua|UPI|dpa|DPA|EFE|ANSA|TASS|BBC|Al Jazeera|AllAfrica|Kyodo|Anadolu|VOA|RFI|SANEWS|SAnews|MENA|"
    "Associated Press|Agence France-Presse|News Agency of Nigeria|Ghana News Agency|CNN [A-Z][\\wñé]{2,12}|"
    "APP|APS|ACI|AIP|ANGOP|ZNBC|ZANIS|NAMPA|BOPA|ENA|SUNA|LINA|SLENA|Lusa|LUSA|Belga|AAP|Yonhap|Bernama|Antara|WAM|SPA|MAP|TAP|MENAFN|HT"
)
_MONTH = "|".join(month.title() for month in sorted(MONTHS, key=len, reverse=True))
_DATE = rf"(?:(?:{_MONTH})\.? \d{{1,2}}|\d{{1,2}} (?:{_MONTH})\.?)(?:, ?\d{{4}})?"
_WORD = r"[A-Z][\w.’'-]{1,20}"
_PLACE = rf"{_WORD}(?: {_WORD}){{0,3}}(?:, ?{_WORD}(?: {_WORD}){{0,2}}){{0,2}}"
_CAPITALS = r"[A-Z][A-Z.’'-]{2,20}(?: [A-Z][A-Z.’'-]{1,20}){0,3}"
_DASH = r"(?:--?|—|–|:)"

AGENCY_FIRST = re.compile(rf"\((?:{AGENCIES})\)\s{{0,3}}(?:{_DASH}\s{{0,3}})?")
PLACE_DATE_AGENCY = re.compile(
    rf"(?:(?:From|By) (?:(?:{_WORD}|[A-Z]\.?) ){{1,5}})?(?:{_PLACE})(?:,? ?{_DATE} ?\((?:{AGENCIES}|[A-Z]{{2,8}})(?:/[\w ]{{2,20}})?\)|,? ?\((?:{AGENCIES})(?:/[\w ]{{2,20}})?\))\s{{0,3}}(?:{_DASH}\s{{0,3}})?"
)
CAPITALS_DASH = re.compile(
    rf"{_CAPITALS}(?:, {_WORD}(?: {_WORD}){{0,2}})?(?:, {_DATE})?\s{{0,2}}(?:—|–|--|-\s|:\s)\s{{0,2}}(?=[\"“‘A-Z])"
)
PLACE_DASH = re.compile(rf"(?P<place>{_WORD}(?: {_WORD})?(?:, {_WORD})?) (?:—|–|--|-) (?=[\"“‘A-Z])")
NO_PLACE = re.compile(
    r"(?i)(?:watch|video|photos?|listen|breaking|exclusive|revealed|opinion|analysis|explained|live|correction|note)\b"
)
REPORTER_PLACE = re.compile(
    rf"From (?:{_WORD} ){{1,3}}?(?:{_WORD}), (?:{_WORD})(?:\s{{0,2}}{_DASH}\s{{0,2}}|\s+)(?=[A-Z])"
)
LABEL = re.compile(
    r"(?:URGENT UPDATE|URGENT|UPDATED?|BREAKING(?: NEWS)?|JUST IN|EXCLUSIVE|DEVELOPING|FLASH|Breaking(?: News)?|Just in)\s{0,2}[:|–—-]\s{0,2}"
)
STAMPED = re.compile(
    r"(?:Written by|By)\b[.:]?\s(?P<name>.{2,80}?)[.,]?\s{0,3}(?:PUBLISHED|Published|Posted|Last updated at|UPDATED|Updated)\b.{0,160}\b\d{4}\b\.?\s{0,3}"
)
CREDIT = re.compile(
    r"[(\[]?(?i:[-–—]?\s?(?:with|additional|agency) (?:(?:additional |agency )?(?:inputs?|reporting|reports|files)) (?:from|by) )"
    r"(?:[^()\[\]\n.]{2,80}[)\]]|agencies\b\)?\.?|(?:the )?[A-Z][\w ,&]{1,60}\.?$)"
    r"|[(\[](?i:with (?:additional )?(?:agenc(?:y|ies)|wires?) (?:inputs?|reports?)|agenc(?:y|ies) (?:inputs?|reports?)|agencies)[)\]]"
)
PARENTHESIS = re.compile(
    rf"(?<=[.!?\"”’…])\s{{0,3}}(?P<cut>\((?:{AGENCIES})(?:[ /,&]{{1,3}}(?:{AGENCIES}|[A-Z]{{2,4}})){{0,4}}\)|\([^()]{{2,60}}/(?:{AGENCIES})\)|[Ss]ource: (?:{AGENCIES})\.?(?=\s{{0,3}}$))"
)
DASH_AGENCY = re.compile(
    rf"(?:^|(?<=[.!?\"”’…)]))\s{{0,3}}(?P<cut>[—–|-]{{1,2}}\s?(?:{AGENCIES})(?:[/ ][A-Z][\w]{{1,12}})?)\s{{0,3}}$"
)
END_MARK = re.compile(
    r"(?:^|(?<=[.!?\"”’)]))\s{0,3}(?P<cut>-{0,3}/?(?:ENDS?|Ends|30|MORE)/?-{0,3}|#{2,5}|\*{3}|Sent from my \w{3,10})\.?\s{0,3}$"
)
DESK_LETTERS = re.compile(r"(?<=[.!?\"”])\s{0,3}(?P<cut>(?:PTI|ANI|IANS|UNI)(?: [A-Z]{2,5}){0,5})\s{0,3}$")


def dateline(text: str) -> Iterable[Span]:
    """ "LAGOS, Nigeria (AP) —", "New Delhi, Jul 7 (PTI)", "(CNN)", "Abuja – " at the very start."""
    if NO_PLACE.match(text):
        return []
    for pattern in (AGENCY_FIRST, PLACE_DATE_AGENCY, CAPITALS_DASH, REPORTER_PLACE):
        if match := pattern.match(text):
            return [match.span()]
    match = PLACE_DASH.match(text)
    # "Kano – the city's pride – ..." is an aside, not a dateline: a second dash gives it away.
    if match and not re.search(
        r"\s[—–-]{1,2}\s", re.split(r"[.!?]\s", text[match.end() : match.end() + 400], maxsplit=1)[0]
    ):
        return [match.span()]
    return []


def breaking_label(text: str) -> Iterable[Span]:
    """ "URGENT UPDATE:", "BREAKING:" at the start: what is urgent is for the editor to say."""
    return [match.span()] if (match := LABEL.match(text)) else []


def byline_and_date(text: str) -> Iterable[Span]:
    """ "By. A Name. PUBLISHED:. 14:11 EST, 25 October 2013. | UPDATED: ..." at the start, to the last date."""
    return [match.span()] if (match := STAMPED.match(text[:400])) else []


def end_mark(text: str) -> Iterable[Span]:
    """ "ENDS", "-30-", "###" after the last word, as agencies and press offices set it."""
    if not any(mark in text[-60:] for mark in ("END", "End", "30", "MORE", "##", "***", "Sent")):
        return []
    found = matches(END_MARK, text[-60:])
    return [
        (start + max(0, len(text) - 60), end + max(0, len(text) - 60))
        for start, end in found
        if text[-60:][start:end] != "30"
    ]


def agency_credit(text: str) -> Iterable[Span]:
    """ "(With inputs from ANI)" anywhere; "(Reuters)", "— AFP" and "PTI SJR AKJ" after the end of a sentence."""
    lower = text.lower()
    patterns = (  # each only where a word of it is there: they are looked for in every paragraph
        (CREDIT, any(word in lower for word in ("agenc", "input", "reporting", "reports", "files"))),
        (PARENTHESIS, "(" in text or "ource:" in text),
        (DASH_AGENCY, any(mark in text[-70:] for mark in "—–|-")),
        (DESK_LETTERS, any(desk in text[-60:] for desk in ("PTI", "ANI", "IANS", "UNI"))),
    )
    return [place for pattern, likely in patterns if likely for place in matches(pattern, text)]
