"""Labels that say that something is breaking: BREAKING, JUST IN, DERNIÈRE MINUTE, DA ƊUMI-ƊUMI."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = (  # label -> it says that something is happening now
    r"BREAKING(?: NEWS)?|Breaking(?: News| news)?|JUST IN|Just [Ii]n|(?:NEWS )?ALERT|URGENT(?: UPDATE)?|Urgent|(?:NEWS ?)?FLASH|DEVELOPING(?: STORY)?"
    r"|DERNI[ÈE]RE (?:MINUTE|HEURE)|Derni[èe]re (?:minute|heure)|ALERTE(?: INFO)?|Alerte info|D[ÉE]VELOPPEMENT(?: EN COURS)?|FLASH INFO"
    r"|(?:LABARI )?DA [ƊD]UMI-?\s?[ƊD]UMI|Da [ɗd]umi-?\s?[ɗd]umi|HABARI (?:ZA HIVI PUNDE|MPYA|ZILIZOTUFIKIA)|Habari za hivi punde"
    r"|[ÚU]LTIMA HORA|Última hora|E DON HAPPEN|TORI WEY DEY HOT"
)
_OTHER = r"EXCLUSIVE|Exclusive|EXCLUSIF|UPDATED?(?: \d)?|Updated?|VIDEO|Video|LIVE|EN DIRECT|JUST NOW|WATCH|Watch"
_MARKS = r"[\s\W_]{0,6}"
LABEL = re.compile(
    rf"{_MARKS}(?:(?P<breaking>{_WORDS})|(?:{_OTHER}))(?:\s{{0,2}}[\])|:!…–—-]{{1,3}}\s{{0,2}}|\s{{1,2}}[|:–—-]\s{{1,2}})(?=\S)"
)
SECTION = re.compile(
    r"(?i)breaking|breaking[ -]news|just[ -]in|news[ -]?flash|urgent|flash[ -]info|derni[èe]re (?:minute|heure)|da [ɗd]umi-[ɗd]umi"
)


def without_label(headline: str) -> tuple[str, bool]:
    """A headline without the labels before it, and whether one of them says that it is breaking."""
    breaking = False
    for _ in range(3):  # "UPDATE: BREAKING: ..."
        if not (match := LABEL.match(headline)):
            break
        breaking = breaking or bool(match["breaking"])
        headline = headline[match.end() :].strip()
        headline = headline[:1].upper() + headline[1:]
    return headline, breaking


def filed_so(sections: Sequence[str]) -> bool:
    """True where one of an item's categories says that it is breaking."""
    return any(SECTION.fullmatch(section.strip()) for section in sections)
