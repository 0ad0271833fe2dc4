"""What goes last, and only from a sentence that is still too long to be heard: each rule gives it back shorter or as it was.

No rule touches a sentence with a denial, a doubt, a condition or a superlative: there the last phrase may be the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .doubts import DOUBT, DOUBT_TAIL, LIMITED, RANKED, SHORTEST, stands
from .editing import tidy
from .last_clauses import without_last_clause
from .openers import hangs
from .patterns import regex
from .quotes import short_enough
from .words import LONG, PREPOSITIONS, STOP, WORD, count, finite, has_verb

_OPENING = regex(
    r"^(?:(?:In|At|On|During|Under|From|For|With|Amid|Due to|Following|Despite|Dressed|Taking to|Just|To|[A-Z][a-z]{2,}ing) (?:[^,\"]|,(?=\d)){3,140}"
    r"|(?:Recently|Meanwhile|Notably|Interestingly)), (?=[A-Za-z0-9])"
)
_WHEN_IT_WAS = regex(
    r"(?i)\b(?:\d{4}|yesterday|tomorrow|last|next|ago|earlier|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|case of)\b"
)
_NAMED = regex(r", (?<=[a-z], )(?:an?|the|one of) [^,\"]{4,90},(?= [a-z])")
_NAMED_LAST = regex(r", an? [^,\"]{10,120}\.$|, the (?:first|second|third|largest|biggest|latest) [^,\"]{6,120}\.$")
_AGREED_AT = regex(
    r"\b(?P<verb>agreed|pledged|promised|vowed|decided|voted|resolved) (?:at|during) an? (?:[\w'’-]+ ){0,3}?"
    r"(?:summit|meeting|conference|congress|forum|session|ceremony|talks)\b[^,;]{0,60}?(?= on [A-Z][a-z]+day\b| to [a-z]+ )"
)
_SAID_WHILE = regex(
    r"\b(?P<verb>said|says|told [a-z ]{3,30})(?: in [A-Za-z' ]{3,40}?)? while [a-z]+ing [^,\"]{3,90}? that (?=\w)"
)
_WHILE = regex(r"(?:, | )(?:while|after|before|when|by|as|since) (?:also )?[a-z]+ing (?P<rest>[^\",]{3,160})\.$")
_PHRASE_OPENS = (
    "(?:in|at|during|under|within|amid|following|near|across|along with|as well as|through|because of|including|such as"
    "|despite|ahead of|as part of|due to|after|before|around|over the (?:past|last|next|coming)) "
)
_PHRASE = regex(rf",? {_PHRASE_OPENS}[^\",]{{3,70}}\.$")
_DOING = regex(r", (?!according|including|saying)[a-z]+ing [^\",]{6,160}\.$")
_NOUN_END = regex(r"[A-Za-z0-9][\w'’%)-]*$")


def without_opening(text: str) -> str:
    """ "In a step towards ..., " and "Speaking in Parliament, " before the main clause."""
    match = _OPENING.match(text)
    if not match or DOUBT.search(match[0]) or _WHEN_IT_WAS.search(match[0]):
        return text
    if has_verb(match[0].partition(" ")[2].rstrip(", ")) and not match[0].partition(" ")[0].endswith("ing"):
        return text
    rest = text[match.end() :]
    main = rest[:1].upper() + rest[1:]
    whole = has_verb(rest.partition(", ")[0]) and not hangs(main) and not finite(rest.partition(" ")[0])
    return tidy(main) if whole and stands(main) else text


def without_apposition(text: str) -> str:
    """ "..., a mining company with offices in Sokara, ..." between two commas."""
    match = _NAMED.search(text)
    if not match or DOUBT.search(match[0]) or (" and " in match[0] and not _TWO_ROLES.match(match[0])):
        return text
    behind, following, *_ = (*text[match.end() :].split(maxsplit=2), "", "")
    if not finite(behind) and not (behind.endswith("ly") and finite(following)):
        return text
    short = f"{text[: match.start()]}{text[match.end() :]}"
    return tidy(short) if stands(short) and not has_verb(match[0]) else text


_TWO_ROLES = regex(r", (?:an?|the) [^,]+? and (?:an?|the|former) [^,]+,$")
_SET_OFF = regex(
    r", (?:in|on|at|for|during|after|with|by|from|along with|as well as|including|alongside|under) [^,\"]{3,70},(?= (?!and |or )[a-z])"
)


def without_set_off(text: str) -> str:
    """ "The analyst, in a series of tweets, said ...": what stands between two commas and tells how or where."""
    for match in _SET_OFF.finditer(text):
        short = f"{text[: match.start()]}{text[match.end() :]}"
        behind = text[match.end() :].lstrip().partition(" ")[0]
        if finite(behind) and not DOUBT.search(match[0]) and not has_verb(match[0]) and stands(short):
            return tidy(short)
    return text


_BESIDE_SUBJECT = regex(
    r"^(?P<who>[A-Z][^,\"]{2,60}?) (?:appearing|speaking|talking|working|living|hailing|belonging|addressing|representing|studying"
    r"|travelling|coming|standing|sitting|serving|playing|posted|based|employed) (?P<how>[^,\"]{3,90}?) (?=(?P<verb>said|says|told|pointed|was|were|has|have|had|is|are|will|claimed|added|asked) )"
)


def without_beside(text: str) -> str:
    """ "Mrs Bello appearing for the union said ...": what stands between a subject and its verb."""
    match = _BESIDE_SUBJECT.match(text)
    if not match or has_verb(match["who"]) or DOUBT.search(match["how"]) or has_verb(match["how"]):
        return text
    if match["how"].rpartition(" ")[2].lower() in PREPOSITIONS | {"who", "that", "which", "and", "to"}:
        return text
    return tidy(f"{match['who']} {text[match.end() :]}")


_BEHIND_SAID = regex(
    r"^(?P<rest>.*, [^,\"]{2,80} (?:said|says|told [a-z]+|added)(?: on [A-Z]\w+day| today| yesterday)?), [a-z]+ing [^\"]{5,200}\.$"
)


def without_act_of_saying(text: str) -> str:
    """ "..., the ministry said on Tuesday, threatening to ...": the attribution can then go to the front."""
    match = _BEHIND_SAID.match(text) if count(text) > LONG else None
    return f"{match['rest']}." if match and not DOUBT.search(text[match.end("rest") :]) else text


_ANY_DASH = regex(r" [-–—]{1,2} ")
_DASH_LAST = regex(r" [-–—]{1,2} [^-–—\"]{5,200}[.!]$")


def without_dash_last(text: str) -> str:
    """ "... - a tournament six years in the making." at the end."""
    match = _DASH_LAST.search(text)
    if not match or DOUBT.search(match[0]) or not stands(text[: match.start()]):
        return text
    head = text[: match.start()]
    return text if _ANY_DASH.search(head) else tidy(head)  # of two dashes the second ends an aside


_QUOTED_LAST = regex(r'^(?P<lead>[^"]{3,120}:) "(?P<quote>[^"]{20,400}?)[.!]?"$')


def shorter_quotation(text: str) -> str:
    """A quotation that is said with its introduction in one breath, up to a place where its speaker takes one."""
    match = _QUOTED_LAST.match(text)
    first = match and short_enough(match["quote"], LONG - count(match["lead"]))
    return f'{match["lead"]} "{first.strip(" ,.")}."' if match and first else text


def without_last_apposition(text: str) -> str:
    """ "..., a decision certain to rock the church." at the end."""
    match = _NAMED_LAST.search(text)
    if not match or " and " in match[0] or DOUBT.search(match[0]):
        return text
    if has_verb(re.split(r" (?:that|which|who) ", match[0])[0]):
        return text
    return tidy(text[: match.start()]) if stands(text[: match.start()]) else text


def without_occasion(text: str) -> str:
    """ "X said while taking part in a debate that ...": "X said that ..."; "agreed at a summit of ... to": "agreed to"."""
    if " while " in text:
        text = _SAID_WHILE.sub(r"\g<verb> that ", text, count=1)
    if " at " in text and (match := _AGREED_AT.search(text)) and match[0].count('"') % 2 == 0:
        text = tidy(f"{text[: match.start()]}{match['verb']}{text[match.end() :]}")
    return text


def without_gerund(text: str) -> str:
    """ "... while hearing a petition" at the end."""
    match = _WHILE.search(text)
    if not match or DOUBT_TAIL.search(match[0]) or any(finite(word) for word in WORD.findall(match["rest"])[:3]):
        return text
    return tidy(text[: match.start()]) if stands(text[: match.start()]) else text


def without_doing(text: str) -> str:
    """ ", delivering a farewell speech ..." at the end."""
    match = _DOING.search(text)
    if not match or DOUBT_TAIL.search(match[0]) or " said" in match[0] or not stands(text[: match.start()]):
        return text
    return tidy(text[: match.start()])


@lru_cache(maxsize=256)  # asked again of a sentence that it leaves as it is: whole, and as a part of itself
def without_last_phrase(text: str) -> str:
    """ "... in the past year" or "... at the end of her ban": the last phrase of place, time or manner."""
    if text.count('"') % 2:
        return text
    for match in _last_phrases(text):
        head, phrase = text[: match.start()], match[0]
        if count(text) - count(head) > 12 or count(head) < SHORTEST:
            break
        word = head.rpartition(" ")[2]
        if not _NOUN_END.search(word) or word.endswith(("ing", "ed", "ly")) or word.lower() in STOP or _leans(head):
            continue
        if word[:1].isupper() and phrase.split()[1][:1].isupper():
            continue  # "Make in India", "Bank of Sokara"
        if RANKED.search(phrase):
            continue  # "at half their capacity"
        if has_verb(phrase) or not stands(head):
            continue
        if not (DOUBT.search(phrase) or LIMITED.search(head) or RANKED.search(head)):
            return tidy(head)
    return text


def _last_phrases(text: str) -> Iterator[re.Match[str]]:
    """The phrases that run to the end of the text, the last first."""
    near = max(0, len(text) - LONGEST_PHRASE)
    for start in reversed(list(_PHRASE_START.finditer(text, near))):
        if match := _PHRASE.match(text, start.start()):
            yield match


LONGEST_PHRASE = 100  # letters, with the words that it opens with
_PHRASE_START = regex(rf"(?:, | )(?={_PHRASE_OPENS})")
_LEANING = frozenset(
    "is was are were be been being led live lives lived stay stayed based born held found interested involved believe set put"
    " result resulted resulting participate specialise engaged place engage succeed succeeded fall rise increase drop role part"
    " interest difference change growth hike cut decline crisis take took came come comes go goes went lie lies put keep kept"
    " locked trapped caught spent spend invested worth years months weeks days".split()
)


def _leans(head: str) -> bool:
    """Whether the last word asks for the phrase: "increase in", "based in", "took place in"."""
    return head.rpartition(" ")[2].lower() in _LEANING


def _risky(text: str) -> bool:
    return bool(DOUBT.search(text) or RANKED.search(text))


STILL_LONG = (
    ("shorter quotation", shorter_quotation),
    ("dashes", without_dash_last),
    ("opening", without_opening),
    ("apposition", without_apposition),
    ("set off", without_set_off),
    ("beside the subject", without_beside),
    ("apposition", without_last_apposition),
    ("occasion", without_occasion),
    ("gerund", without_gerund),
    ("last clause", without_last_clause),
    ("last clause", without_doing),
    *(("last phrase", without_last_phrase),) * 5,
)
