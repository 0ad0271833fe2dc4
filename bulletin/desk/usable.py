"""What may be said at all: prose that stands on its own feet.  Each test gives its reason in a few words, or "".

The wire takes furniture out with far more care; these are for raw text given to `brief` and for what slips through.
"""

from __future__ import annotations

import re
import unicodedata

from .sentences import LONGEST, Sentence
from .words import WORD, count, has_verb

_FURNITURE = re.compile(
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
        | is\ (?:africa|nigeria|ghana|kenya)['’]?s?\ premium
      ) )""",
)
_TAGLINE = re.compile(
    r"(?i)\b(?:premium|leading|number one|no\. ?1|favou?rite)\b[^.]{0,80}\b(?:radio|station|newspaper|website|platform|channel)\b"
    r"[^.]{0,80}\bthat (?:seeks|brings|aims|delivers)"
)
_WEB = re.compile(r"https?://|www\.|@\w|#\w|\.com/|[{}<>\\]|\b[A-Z0-9._%+-]+@[A-Z0-9.-]+\b", re.IGNORECASE)
_CONTRIBUTED = re.compile(r"(?i)\bcontributed (?:to|reporting)\b")
_BULLET = re.compile(r"^\s*(?:[•*▪‣·●➤►✓–—-]|\d{1,2}[.)]\s)|[•▪‣●➤►|]")
_QUESTION = re.compile(r"\?[\"'”’)]*$")
_END = re.compile(r"[.!…][\"'”’)\]]*$")
_COLON_END = re.compile(r"[:;,\-–—][\"'”’]*$")
_FIRST_PERSON = re.compile(r"(?<![\w'’.])(?:I|me|[Mm]y|[Ww]e|us|[Oo]ur|I['’]m|I['’]ve|[Ww]e['’]re|[Ww]e['’]ve|[Ll]et['’]s)(?![\w'’.])")
_QUOTED = re.compile(r"[\"“][^\"“”]{1,900}[\"”]")
_DIRT = re.compile(r"[�]|â\?|Ã.|\?\?|\b[A-Z]{5,}[a-z]{2,}|[a-z]\?[a-z]")
_CLOSES = re.compile(r"^[^\"“”]{3,}[\"”],? [^\"“”]{4,}[.!]$")  # the last sentence of a quotation, with who said it
_HALF = re.compile(r"(?:While|Although|Though|Because|When|Whereas|Unless|Until|Since|If|Even though|As (?:the|he|she|it|they)) ")
_CAPS = re.compile(r"(?:\b[A-Z][A-Z’']{2,}\b[\s,:&-]+){3}")


def unusable(sentence: Sentence, english: bool = True) -> str:
    """Why a sentence may not be said, or "" where it may."""
    text = sentence.text
    first = text.lstrip("\"'“‘(…")[:1]
    reasons = (
        (len(text) > LONGEST or count(text) > 90, "is too long to be one sentence"),
        (sentence.quoted and not _CLOSES.search(text), "is inside a quotation that began before it"),
        (bool(_FURNITURE.search(text) or _TAGLINE.search(text) or _CONTRIBUTED.search(text)), "is not news but furniture"),
        (bool(_WEB.search(text)), "has a web address, handle or code in it"),
        (bool(_DIRT.search(text)), "has broken letters or a heading stuck in it"),
        (bool(_BULLET.search(text)), "is an entry of a list"),
        (first.islower(), "has lost its beginning"),
        (not first.isalnum() and first not in "$£€₦", "begins with a symbol"),
        (bool(_QUESTION.search(text)), "is a question"),
        (bool(_COLON_END.search(text)) or text.endswith(("...", "…")), "is not finished"),
        (bool(_CAPS.search(text)), "has a heading in capitals in it"),
        (_strange(text), "has hardly any words in it"),
        (english and bool(_FIRST_PERSON.search(_QUOTED.sub("", text))), "is in the first person"),
        (english and bool(_HALF.match(text)) and "," not in text, "is only half a sentence"),
        (english and not _END.search(text) and count(text) < 6, "is no whole sentence"),
        (english and not has_verb(text) and (count(text) < 12 or not _END.search(text)), "has no verb"),
        (english and count(text) < 3, "is too short to tell anything"),
    )
    return next((reason for holds, reason in reasons if holds), "")


def _strange(text: str) -> bool:
    """Mostly signs, digits or one endless word."""
    words = WORD.findall(text)
    letters = sum(character.isalpha() or unicodedata.category(character) == "Mn" for character in text)
    return not words or letters < len(text) * 0.55 or max(map(len, words)) > 45
