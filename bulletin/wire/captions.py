"""Pictures are not for the radio: captions, their credits, pointers to them, and headings between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .spans import Span, matches

_AGENCY = r"(?:AFP|AP|AP Photo|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|Anadolu(?: Agency)?|Xinhua|Shutterstock|iStock|Alamy|PA(?: Media| Wire)?|ANI|PTI|File(?: photo)?|Courtesy|Handout)"
CAPTION = re.compile(
    r"(?i)\W{0,2}(?:(?:image|photo|picture|video|graphic|media) (?:source|caption|credits?|by|courtesy)\b|(?:file photo|file picture|photo|image|picture|photograph|pictures|photos|credits?|caption)\s{0,2}(?:[:|]|/|courtesy\b)|(?:pictures|photos?|images?) (?:via|courtesy of|from) [A-Z].{2,80}|getty images\b|(?:crédit )?(?:photo|foto)s? ?: ?.{2,80})"
)
CREDITED = re.compile(
    rf".{{0,400}}(?P<credit>\[[^\[\]]{{0,100}}\b{_AGENCY}\]|\|\s?[^()|]{{0,60}}\b{_AGENCY}"
    rf"|\((?:(?:[Pp]hotos?|[Ii]mage|[Pp]icture|[Cc]redit)\b[^()]{{0,60}}|[^()]{{0,60}}/)\s?\b{_AGENCY}\)"
    r"|\b[Pp]hoto(?: credit)?:\s?[^.]{2,60})\s?$"
)
CAPTION_CHARACTERS = 350  # what is longer has run into the story
POINTER = re.compile(
    r"\s?\[(?i:pictured|file|photo|image|picture|credit|inset)\b[^\[\]]{0,80}\]"
    r"|\s?\((?:(?i:pictured|circled|in the picture|file (?:photo|image|picture|pic)|seen here|photo|stock image|inset)(?:[ ,:/][^()]{0,60})?"
    r"|(?i:above|below|(?:far |top |bottom |centre |front |(?:second|third|fourth) (?:from )?(?:the )?)?(?:left|right)|top|bottom|centre|center)(?: and (?:left|right|above|below))?"
    r"|(?:[A-Z][\w.]{1,20} ){0,2}(?:PHOTO|Photo|photo|Photograph|Image|Picture|Pic)s?(?:[:/ ][^()]{0,60})?|[^()]{0,40}\bGetty(?: Images)?)\)"
)
SCROLL = re.compile(r"(?i:scroll down for (?:videos?|more)\b)\.?(?:\s{1,3}[A-Z][a-z]{2,15}: [^.!?]{5,250}[.!?]?)?")
CAPITAL_RUN = re.compile(
    r"(?:(?<=[.!?][\"”’'])|(?<=[.!?]))\s{0,3}(?P<cut>['‘]?[A-Z][A-Z’'&-]{0,20}(?:[,:?]? [A-Z0-9][A-Z0-9’'&-]{0,20}){2,8}?['’]?[:?!]?)(?=[A-Z][a-z]|[A-Z] [a-z]|[\"“]|\s{1,3}[\"“]?[A-Z][a-z]|\s{0,3}$)"
)
BRACKETED = re.compile(r"\[[^\[\].!?]{2,60}\]")
REPORTED = re.compile(r"\b(?:said|says|told|added|announced|according to)\b")  # a sentence that lost its full stop
QUOTED_HEADING = re.compile(r"‘[^‘’.,]{2,40}’|'[^'.,]{2,40}'")
HEADING_WORDS = 6  # a heading between paragraphs has no more
LABEL_WORDS = 14  # a caption, or the title of a link, has no more


def photo_caption(text: str) -> bool:
    """ "Image source, ...", "Photo: ...", "Traffic in Kano [File: A Name/Reuters]"."""
    if len(text) <= CAPTION_CHARACTERS and CAPTION.match(text):
        return True
    credited = CREDITED.fullmatch(text) if len(text) < 400 else None
    if credited and not re.search(r"[.!?][\"”’']?\s?[\[(]?\s?$", text[: credited.start("credit")]):
        return True  # after a full stop, a credit belongs to the story
    return "(pictured" in text and not re.search(r"[.!?][\"”’')]{0,2}$", text)


def bracketed_line(text: str) -> bool:
    """ "[ZNBC News]": a few words in square brackets, alone on their line."""
    return bool(BRACKETED.fullmatch(text))


def photo_pointer(text: str) -> Iterable[Span]:
    """ "(pictured)", "(left)", "(File photo)", "(HT Photo)" within a sentence."""
    return matches(POINTER, text) if "(" in text or "[" in text else []


def scroll_line(text: str) -> Iterable[Span]:
    """ "Scroll down for video. Emotional: The family said ..."."""
    return matches(SCROLL, text) if "scroll" in text.lower() else []


def heading_in_capitals(text: str) -> Iterable[Span]:
    """ "… he said.THE OVAL INCIDENTLast week …": capitals between two sentences, two long words at least."""
    found = (match for match in CAPITAL_RUN.finditer(text))
    return [m.span("cut") for m in found if sum(len(word) >= 4 for word in re.findall(r"[A-Z]+", m["cut"])) >= 2]


def sub_heading(text: str) -> bool:
    """ "Uncertain": a line of a few words that does not end as a sentence does."""
    if QUOTED_HEADING.fullmatch(text):
        return True
    return len(text.split()) <= HEADING_WORDS and bool(re.search(r"[\w)!?:]$", text)) and _no_sentence(text)


def label_line(text: str) -> bool:
    """A caption or a link: the length of a title, with no full stop, among paragraphs that have theirs."""
    if REPORTED.search(text):
        return False
    return len(text.split()) <= LABEL_WORDS and bool(re.search(r"[\w)]$", text)) and _no_sentence(text)


def _no_sentence(text: str) -> bool:
    """No quotation, no full stop inside, no list that a colon leads into: nothing that is being told."""
    if text[:1] in "\"“‘'•-*":
        return False
    return not re.search(r"[.!?][\"”’')]{0,2}\s|[,.]$|\d{1,3}-\d{1,3}\b", text)


LINE_RULES = (photo_caption, bracketed_line)
