"""What a listener can do without: each rule takes a sentence and gives it back, shorter or as it was.

No rule touches a condition, a denial or a doubt: what stands beside "if", "not", "denied" or "alleged" stays.
"""

from __future__ import annotations

import re

from .editing import tidy
from .patterns import regex
from .words import DETERMINERS, LONG, PREPOSITIONS, PRONOUNS, WORD, bag, count, finite, has_verb

_PARENTHESES = regex(r"\s?[(\[][^()\[\]]{0,300}[)\]]")
_POINTER = regex(
    r"(?i), (?:as )?(?:seen|shown|pictured) (?:here|above|below|left|right|together|in \d{4})(?:,(?= )|(?=\.))|, pictured(?:,(?= )|(?=\.))|,? ?\bsee (?:picture|photo|video)s?(?: (?:above|below))?(?=[,.])"
)
_AGE = regex(r", (?<=[A-Za-z'], )(?:(?:who is )?(?:aged )?\d{1,3}(?: years old)?,(?= )|(?:aged )?\d{1,3}(?=\.$))")
_INITIAL = regex(r"(?<=\b[A-Z][a-z]) [A-Z]\. (?=[A-Z][a-z])|(?<=[a-z]{2}) [A-Z]\. (?=[A-Z][a-z]+)")
_COMPANY = regex(
    r"(?<=[a-zA-Z])(?:,? (?:Inc|Ltd|PLC|Plc|LLC|GmbH|Corp)\.?|,? (?:Limited|Pvt\.? Ltd\.?|Incorporated))(?=[ ,;.]|'s|$)"
)
_FIRMS = frozenset("Inc Ltd PLC Plc LLC GmbH Corp Limited Pvt Incorporated".split())
_ASIDE = regex(r", (?:which|who|whose|whom|where|when)\b")
_DASHES = regex(r" [-–—]{1,2} [^-–—]{3,160}? [-–—]{1,2} ")
_DATELINE = regex(
    r"^(?:By [A-Z]\w+ [A-Z]\w+ )?(?:From [A-Z]\w*(?: [A-Z]\w*){1,3} )?[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){0,2}(?:, [A-Z]\w+)?, (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?!\d)(?:, \d{4})?,? ?(?:\([A-Za-z/ ]{2,20}\))? ?[-–—:.]* ?(?=[A-Z\"'0-9])"
    r"|^(?:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2}(?:, [A-Z][a-z]+)? ?)?\((?:CNN|AP|AFP|PTI|ANI|IANS|NAN|UPI|DPA|dpa|TASS|GNA|PANA|KUNA|MENA|EFE|Reuters|Bloomberg|Xinhua)\) ?[-–—:]* ?(?=[A-Z\"'0-9])"
    r"|^[A-Z]{4,}(?: [A-Z]{3,})?(?:, [A-Z][a-z]+)? ?[-–—]+ "
)
_HEADING = regex(r"^(?:[A-Z]{3,}[:,]? ){2,6}(?=(?:The|An?|In|On|At|For|It|He|She|They|This|Mr|Mrs|Ms) [A-Za-z])")
_KEEP = regex(
    r"(?i)\b(?:if|unless|except|not|no|never|without|but|although|though|den(?:y|ies|ied|ying)|alleg\w+|accus\w+|suspect\w*|claim\w*|only|until|n't|reportedly|dispute[ds]?)\b|n't\b"
)
_TAIL = regex(
    r", (?:adding|saying|leaving|making|including|leading|prompting|raising|sparking|bringing|becoming|causing|"
    r"forcing|giving|using|calling|describing|noting|following|with|amid|despite|such as|as well as|along with|"
    r"even as|just|days|weeks|months|hours)\b"
)
_FILLER = regex(r"(?<=[a-z,]) (?:also|actually|basically|essentially)\b(?= )", re.IGNORECASE)
_SAID_COMMA = regex(r"^([^,]{2,60} (?:said|says|added|adds|told (?:reporters|journalists))),(?= [a-z][^,]{24})")
_SET_OFF = regex(
    r", (?:meanwhile|however|though|too|in turn|for his part|for her part|for its part|of course),(?= )", re.IGNORECASE
)


def without_dateline(text: str) -> str:
    """ "London, Jan 19 (PTI)" and "(CNN) --" before the first word of a report."""
    match = _DATELINE.match(text)
    return tidy(text[match.end() :]) if match and has_verb(text[match.end() :]) else text


def without_heading(text: str) -> str:
    """A sub-heading in capitals that was glued to its first sentence."""
    match = _HEADING.match(text)
    return text[match.end() :] if match else text


def without_dashes(text: str) -> str:
    """What stands between two dashes, where the sentence stands without it."""
    match = _DASHES.search(text)
    if match is None or _KEEP.search(match[0]) or not has_verb(text[: match.start()] + " " + text[match.end() :]):
        return text
    return tidy(f"{text[: match.start()]} {text[match.end() :]}")


def without_parentheses(text: str) -> str:
    """What stands in brackets is for the eye."""
    if "(" not in text and "[" not in text:
        return text
    shorter = tidy(_PARENTHESES.sub("", text))
    last = shorter.rstrip('."').rpartition(" ")[2].lower()
    return text if last in PREPOSITIONS or last in DETERMINERS or last.endswith("ing") else shorter


def without_pointer(text: str) -> str:
    """A listener cannot look at the picture."""
    if not any(word in text for word in ("seen", "shown", "ictured", "see ")):
        return text
    return tidy(_POINTER.sub("", text)) if _POINTER.search(text) else text


def without_age(text: str) -> str:
    """An age between commas after a name."""
    match = _AGE.search(text)
    if not match:
        return text
    comma = "," if _NAMED.search(text[: match.start()]) or text[match.end() :].startswith((" who ", " which ")) else ""
    return tidy(f"{text[: match.start()]}{comma}{text[match.end() :]}")


_NAMED = regex(r", [A-Z][^,]{2,60}$")  # "The mayor, Ada Obi, 54, said" keeps its second comma


def without_initial(text: str) -> str:
    """A middle initial: "Joseph R. Biden" is Joseph Biden."""
    return _INITIAL.sub(" ", text) if ". " in text else text


def without_company(text: str) -> str:
    """Inc., Ltd and the like, which nobody says."""
    if _FIRMS.isdisjoint(bag(text)) or not (match := _COMPANY.search(text)) or match.start() == 0:
        return text
    new = _COMPANY.sub("", text)
    return tidy(new) if has_verb(new) else text


def without_filler(text: str) -> str:
    """Adverbs that point to a sentence which the listener did not hear."""
    if "," in text:
        if any(said in text for said in ("said,", "says,", "added,", "adds,", "reporters,", "journalists,")):
            text = _SAID_COMMA.sub(r"\1", text)
        text = _SET_OFF.sub("", text)
    low = text.lower()
    return _FILLER.sub("", text) if "also" in low or "ally" in low else text


def without_aside(text: str) -> str:
    """ ", which ... ," and ", who ... ," between commas or at the end, where the sentence stands without it."""
    for match in _ASIDE.finditer(text):
        if text.count('"', 0, match.start()) % 2:
            continue
        end = _end_of_aside(text, match.end())
        if end is None or _KEEP.search(text, match.start(), end):
            continue
        head, rest = text[: match.start()], text[end:]
        if has_verb(head + rest) and not (rest in (".", "") and not has_verb(head)):
            return tidy(head + (" " if rest and rest[0].isalnum() else "") + rest)
    return text


def _end_of_aside(text: str, start: int) -> int | None:
    """Behind the comma at which the main verb comes, or the final full stop; None where neither is certain."""
    for comma in re.finditer(r", ", text[start:]):
        at = start + comma.start()
        words = WORD.findall(text[at + 2 : at + 40])
        if words and finite(words[0]) and not has_verb(text[: start - 6].rpartition(".")[2]):
            return at + 1
        if words and finite(words[0]):
            return None  # a verb whose subject stands before the aside
        if words and words[0].lower() in {"and", "but", "or", "while", "said", "says"}:
            return None
        if (
            words
            and not has_verb(text[: start - 6])
            and len(words) > 1
            and words[0].endswith("ly")
            and finite(words[1])
        ):
            return at + 1
    tail = text[start:]
    return len(text.rstrip('.!"')) if has_verb(text[: start - 6]) and '"' not in tail and tail.count(", ") < 2 else None


def without_tail(text: str) -> str:
    """A last clause that hangs on a comma: ", leaving ...", ", with ...", ", adding ..."."""
    match = None
    for match in _TAIL.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    if match is None or match.start() < 30 or _KEEP.search(text, match.start()):
        return text
    head, tail = text[: match.start()], text[match.start() + 2 :]
    if "," in tail.rstrip(".") and any(finite(word) for word in WORD.findall(tail.rpartition(",")[2])[:3]):
        return text  # the clause closes and the sentence goes on
    if '"' in tail or "according to" in tail or not has_verb(head) or count(head) < 7:
        return text
    return tidy(head)


_TO = regex(r"(?<=[a-z]) to (?=[a-z]+ )")
_WANTS_TO = frozenset(
    "want wants wanted try tries tried trying going able ready set due likely unlikely forced expected have has had need needs"
    " needed began begin continue continued plan plans planned agree agreed refuse refused refuses hope hopes hoped how seem"
    " seems seemed failed fail fails used allowed asked ordered urged told bound up back close according is are was were be"
    " right decision ability attempt chance efforts effort bid move powers power duty way".split()
)


_ASKS = regex(
    r"(?i)\b(?:ask|urg|order|tell|told|allow|forc|want|invit|help|advis|encourag|enabl|requir|caus|direct|permit|lead|led|get|expect|persuad|instruct|appeal|call)\w*\b"
)


def _helped(between: list[str]) -> bool:
    """Whether the words before the last "to" need it: "by not allowing her to enter"."""
    return any(
        word.endswith("ing") or word.lower() in PRONOUNS or word.startswith(("allow", "ask", "forced", "urg"))
        for word in between
    )


def without_purpose(text: str) -> str:
    """A second "to ..." at the end of a very long sentence: "to send forces to deter further attacks"."""
    if count(text) <= LONG:
        return text
    places = list(_TO.finditer(text))
    if not places:
        return text
    head, tail = text[: places[-1].start()], text[places[-1].start() :]
    between = (text[places[-2].end() : places[-1].start()] if len(places) > 1 else head).split()
    first = places[-1].string[places[-1].end() :].partition(" ")[0]
    if (
        _helped(between)
        or len(between) < 2
        or between[-1].lower() in _WANTS_TO
        or between[-1].endswith(("ed", "ing"))
        or finite(between[-1])
        or first in {"the", "a", "an", "his", "her", "its", "their", "be", "have"}
    ):
        return text
    if (
        not 4 <= count(tail) <= 14
        or "," in tail
        or _KEEP.search(tail)
        or any(finite(word) for word in WORD.findall(tail))
        or (len(places) == 1 and _ASKS.search(head))
    ):
        return text
    return tidy(head)


REDUNDANT = {
    "in order to": "to", "due to the fact that": "because",  "prior to": "before",
    "at this point in time": "now", "at the present time": "now", "a total of ": "", "with regard to": "about",
    "with regards to": "about", "on a daily basis": "every day", "subsequent to": "after",
    "in close proximity to": "near", "approximately": "about", "in excess of": "more than", "upwards of": "more than",
    "despite the fact that": "although", "in spite of": "despite", "a number of": "several",
    "has the ability to": "can", "have the ability to": "can", "was in possession of": "had",

    "ATM machine": "ATM", "per cent of the time": "per cent of the time",
    "past history": "history", "completely destroyed": "destroyed", "new record": "record", "close down": "close",
    "end result": "result", "free gift": "gift", "future plans": "plans", "joined together": "joined",
    "first and foremost": "first", "each and every": "every", "as a consequence of": "because of",
    "for the purpose of": "for", "in the vicinity of": "near", "on the occasion of": "on", "with the exception of": "except",
}  # fmt: skip
_TELLING = frozenset(max(phrase.split(), key=len) for phrase in REDUNDANT)  # one word of each phrase, its longest
_REDUNDANT = regex(r"\b(?:" + "|".join(sorted(map(re.escape, REDUNDANT), key=len, reverse=True)) + r")(?!\w)")


def plainer(text: str) -> str:
    """Fewer words for the same thing, from the list REDUNDANT."""
    return text if _TELLING.isdisjoint(bag(text)) else _REDUNDANT.sub(lambda match: REDUNDANT[match[0]], text)


ALWAYS = (
    ("heading", without_heading),
    ("dateline", without_dateline),
    ("parentheses", without_parentheses),
    ("photo pointer", without_pointer),
    ("age", without_age),
    ("middle initial", without_initial),
    ("company suffix", without_company),
    ("filler", without_filler),
    ("redundancy", plainer),
)
WHEN_LONG = (
    ("dashes", without_dashes),
    ("aside", without_aside),
    ("aside", without_aside),
    ("tail", without_tail),
    ("tail", without_tail),
    ("purpose", without_purpose),
)
