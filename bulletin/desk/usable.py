"""What may be said at all: prose that stands on its own feet.  Each test gives its reason in a few words, or "".

The wire takes furniture out with far more care; these are for raw text given to `brief` and for what slips through.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from .patterns import regex
from .sentences import LONGEST
from .words import WORD, bag, count, has_verb

_FURNITURE = regex(
    r"""(?ix) ^ \W{0,3} (?:
      (?: source | sources | credit | photo | image | picture | video | caption | tags? | topics? | via | editing\ by
        | reporting\ by | writing\ by | additional\ reporting | also\ read | read\ also | read\ more | see\ also
        | related | watch | listen | more\ on | you\ may\ also | recommended | advertisement | follow\ us | subscribe
        | sign\ up | share\ this | kindly\ share | join\ our | click | download | copyright | published | updated
        | last\ updated | posted | by\ our\ correspondent | text\ ad | support\ our | last\ modified ) \s* [:|©]
      | (?: read\ also | also\ read | read\ more | follow\ us | sign\ up | subscribe\ to | share\ this | kindly\ share
        | click\ (?:here|to) | scroll\ down | list\ of\ \d+ | list\ \d+\ of | end\ of\ list | recommended\ stories
        | all\ rights\ reserved | you\ may\ also | watch\ (?:the\ video|now|live|:) | listen\ to\ this | join\ our
        | this\ article\ (?:was|has\ been|first|originally) | the\ post\ .{1,200}\ appeared\ first | copyright
        | for\ more\ (?:news|stories|updates) | more\ updates | more\ to\ follow | download\ (?:the|our)\ app
        | additional\ reporting | \(?with\ inputs?\ from | \(?this\ story\ has | image\ (?:source|caption)
        | media\ caption | getty\ images | file\ (?:photo|image) | advertisement\b | if\ you\ have\ a\ story
        | send\ your\ story | do\ you\ have\ (?:a|any) | are\ you\ (?:affected|a\ )
        | find\ [^.]{3,60}\ on\ (?:facebook|twitter|instagram|x|whatsapp|telegram)
        | is\ (?:africa|nigeria|ghana|kenya)['’]?s?\ premium
      ) )""",
)
_TAGLINE = regex(
    r"(?i)\b(?:premium|leading|number one|no\. ?1|favou?rite)\b[^.]{0,80}\b(?:radio|station|newspaper|website|platform|channel)\b"
    r"[^.]{0,80}\bthat (?:seeks|brings|aims|delivers)"
)
_WEB = regex(r"https?://|www\.|@\w|#\w|\.com/|[{}<>\\]|\b[A-Z0-9._%+-]+@[A-Z0-9.-]+\b", re.IGNORECASE)
_CONTRIBUTED = regex(r"(?i)\bcontributed (?:to|reporting)\b")
_BULLET = regex(r"^\s*(?:[•*▪‣·●➤►✓–—-]|\d{1,2}[.)]\s)")
_BULLETS = "•▪‣●➤►|"
_NEXT_NUMBER = regex(r"[a-z:.]\d{1,2}\.$")
_QUESTION = regex(r"\?[\"'”’)]*$")
_END = regex(r"[.!…][\"'”’)\]]*$")
_COLON_END = regex(r"[:;,\-–—][\"'”’]*$")
_FIRST_PERSON = regex(
    r"(?<![\w'’.-])(?:(?<!War )(?<!Phase )(?<!Part )I(?!\.)|me|my|^My|[Ww]e|us|[Oo]ur|I['’]m|I['’]ve|[Ww]e['’]re|[Ww]e['’]ve|[Ll]et['’]s)(?![\w'’]|\.\w)"
)
_RUDE = regex(
    r"\b(?:\w*fuck\w*|cunts?|shit(?:s|ty|ting|hole\w*)?|bullshit|cocks?(?= ?\")|wankers?|motherf\w+|pussy|bitch(?:es)?|n[i1]gg\w+)\b"
)
_ME = frozenset("I me Me my My we We us our Our let Let".split())  # one of them is wherever the pattern could match
_RUDE_PARTS = ("fuck", "cunt", "shit", "cock", "wanker", "motherf", "pussy", "bitch", "nigg", "n1gg")
_QUOTED = regex(r"[\"“][^\"“”]{1,900}(?:[\"”]|$)")
_SIGN = regex(r"[@#{}<>\\/�âÃ?]")
_DIRT = regex(r"�|â\?|Ã.|\?\?|[a-z]\?[a-z]")
_SHOUT = regex(r"[A-Z]{3}")
_STUCK = regex(r"\b[A-Z]{5,}[a-z]{2,}")
CLOSES = regex(
    r"^[^\"“”]{3,}[,.!][\"”],? [^\"“”]{4,}[.!]$|^[^\"“”]{3,}[\"”], [^\"“”]{4,}[.!]$"
)  # the last sentence of a quotation, with who said it
_HALF = regex(
    r"(?:While|Although|Though|Because|When|Whereas|Unless|Until|Since|If|Even though|As (?:the|he|she|it|they)) "
)
_AGE_FIRST = regex(r"\d{1,3}-year-olds?(?:,| who\b)")  # "The 25-year-old, who ..." without its article
_ANSWER = regex(r"(?:Yes|No|Well|Sure|OK|Okay|Right|True), ")
_CAPS = regex(r"(?:\b[A-Z][A-Z’']{2,}\b[\s,:&-]+){3}")
_NO_LETTERS = {code: None for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=8)  # asked twice in a row of each sentence
def _odd(text: str) -> bool:
    """Whether there is a sign in it without which neither _DIRT nor _WEB can match."""
    return "www" in text or ".com" in text or bool(_SIGN.search(text))


def _rude(low: str) -> bool:
    return any(part in low for part in _RUDE_PARTS) and bool(_RUDE.search(low))


def _letters(text: str) -> int:
    """How many letters and digits there are; of plain English, of its different words, which are nearly always enough."""
    if not text.isascii():
        return sum(character.isalpha() or unicodedata.category(character) == "Mn" for character in text)
    different = sum(map(len, bag(text)))
    return different if different >= len(text) * 0.55 and "_" not in text else len(text.translate(_NO_LETTERS))


def _strange(text: str) -> bool:
    """Mostly signs, digits or one endless word."""
    words = text.split()
    return (
        not words
        or _letters(text) < len(text) * 0.55
        or (max(map(len, words)) > 45 and max(map(len, WORD.findall(text)), default=0) > 45)
    )


# In the order in which they are tried: the cheap and the common first.
_ANY: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("is too long to be one sentence", lambda text: len(text) > LONGEST or count(text) > 90),
    ("has lost its beginning", lambda text: _first(text).islower()),
    ("begins with a symbol", lambda text: not _first(text).isalnum() and _first(text) not in "$£€₦"),
    ("is a question", lambda text: _QUESTION.search(text[-4:])),
    ("is not finished", lambda text: text.endswith(("...", "…")) or _COLON_END.search(text[-4:])),
    ("has broken letters in it", lambda text: _odd(text) and _DIRT.search(text)),
    ("has a web address, handle or code in it", lambda text: _odd(text) and _WEB.search(text)),
    ("is not news but furniture", lambda text: _FURNITURE.match(text) or ("that" in text and _TAGLINE.search(text))),
    ("is not news but furniture", lambda text: "contributed" in text and _CONTRIBUTED.search(text)),
    (
        "is an entry of a list",
        lambda text: _BULLET.match(text) or _NEXT_NUMBER.search(text[-5:]) or any(sign in text for sign in _BULLETS),
    ),
    (
        "has a heading in capitals in it",
        lambda text: _SHOUT.search(text) and (_STUCK.search(text) or _CAPS.search(text)),
    ),
    ("has words in it that cannot be said on air", lambda text: _rude(text.lower())),
    ("has hardly any words in it", _strange),
)
_ENGLISH: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("is too short to tell anything", lambda text: count(text) < 3),
    ("has lost its first word", _AGE_FIRST.match),
    ("answers a question that nobody asked", _ANSWER.match),
    ("is no whole sentence", lambda text: count(text) < 6 and not _END.search(text[-4:])),
    (
        "is in the first person",
        lambda text: (
            not _ME.isdisjoint(bag(text)) and _FIRST_PERSON.search(_QUOTED.sub("", text) if '"' in text else text)
        ),
    ),
    ("is only half a sentence", lambda text: "," not in text and _HALF.match(text)),
    ("has no verb", lambda text: (count(text) < 8 or not _END.search(text[-4:])) and not has_verb(text)),
)


def unusable(text: str, quoted: bool = False, english: bool = True) -> str:
    """Why a sentence may not be said, or "" where it may; `quoted` where it lies inside a quotation."""
    if quoted and not CLOSES.search(text):
        return "is inside a quotation that began before it"
    if text.count('"') == 1 and (quoted or CLOSES.search(text)):
        text = f'"{text}'
    tests = (*_ANY, *_ENGLISH) if english else _ANY
    return next((reason for reason, holds in tests if holds(text)), "")


def _first(text: str) -> str:
    return text.lstrip("\"'“‘(…")[:1]
