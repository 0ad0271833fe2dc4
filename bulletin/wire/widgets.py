"""Blocks of several lines that are no story: lists of links, and the site's lines about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

HEADING = re.compile(
    r"(?i)\W{0,3}(?:recommended(?: stories| for you| articles| reading)?|related(?: stories| articles| news| posts| topics| content| links)?|more (?:on this story|stories|from .{2,40}|news|top stories|like this|in .{2,30})|most (?:read|popular|viewed|shared)|"
    r"(?:top|latest|trending|other|featured|popular|must-read) (?:stories|news|articles|posts|headlines|now)|you (?:may|might) (?:also )?(?:like|be interested in|want to read)(?: .{2,30})?|see also|read (?:also|more|next)|also read|editor.?s.? picks?|don.t miss|up next|around the (?:web|bbc)|elsewhere on .{2,20}|further reading|trending|what to read next|"
    # French, Portuguese, Spanish, Swahili
    r"articles? (?:recommandés?|liés|similaires)|[àa] lire aussi|lire aussi|sur le même (?:sujet|thème)|les plus lus|voir aussi|leia (?:também|mais)|"
    r"(?:artigos|notícias) relacionad[ao]s|veja também|mais lidas|lea también|noticias relacionadas|te puede interesar|soma (?:pia|zaidi)|habari zinazohusiana)\W{0,3}"
)
_LIST = r"(?i)[-•*\s]{0,5}(?:list[ae]?|elenco)"  # of screen readers, in the language of the page
LIST_LINE = re.compile(
    rf"{_LIST} (?:(?:of|de|di|von|ya) \d{{1,3}} \w{{4,12}}|\d{{1,3}} (?:of|sur|de|di|von|kati ya) \d{{1,3}}).{{0,300}}"
    r"|(?i:[-•*\s]{0,5}(?:end of list|fin de la liste?a?|fim da lista|fine elenco|ende der liste)).{0,300}"
)
LIST_HEAD = re.compile(
    rf"{_LIST} (?:of|de|di|von|ya) \d{{1,3}} \w{{4,12}}\W{{0,3}}"
)  # its titles follow without numbers
ABOUT = re.compile(
    r"(?i)\b(?:seeks to|dedicated to|committed to|bring(?:s|ing)? you|provid(?:es|ing) (?:you|readers|listeners)|your (?:number one|no\.? ?1|trusted|premier|leading|go-to)|(?:premium|premier|leading|foremost|most trusted|number one|largest|no\.? ?1)\b)"
)
MEDIUM = re.compile(
    r"(?i)\b(?:radio|news|newspapers?|website|blog|magazine|channel|broadcaster|platform|portal|media|station|television|online|publication|tv)\b"
)
LINKS = 12  # the most lines that one heading takes with it
STOPPED = re.compile(r"[.!…][\"”’')\]]{0,2}$")


def link_widget(paragraphs: Sequence[str]) -> Iterator[int]:
    """ "Recommended Stories", "list of 3 items", and the lines of links under such a heading."""
    taken = 0
    inside = False
    for number, text in enumerate(paragraphs):
        if LIST_LINE.fullmatch(text):
            inside, taken = bool(LIST_HEAD.fullmatch(text)), 0
            yield number
        elif HEADING.fullmatch(text):
            inside, taken = True, 0
            yield number
        elif inside and taken < LINKS and is_link(text):
            taken += 1
            yield number
        else:
            inside = False


def is_link(text: str) -> bool:
    """True for a line that is a title and no sentence: no full stop at its end, no longer than a title."""
    return len(text) <= 150 and not STOPPED.search(text) and text[-1:] not in ',;”"'


def about_the_site(paragraphs: Sequence[str]) -> Iterator[int]:
    """a site's bare name, and "<name> is the leading radio that ..." after it, among the last lines."""
    last = len(paragraphs)
    for number in range(max(1, last - 4), last):
        text = paragraphs[number]
        name = re.match(r"(?:About )?(.{2,40}?)(?:,| is| are|:| –| -)\s", text)
        if not name or len(text) > 600 or not (ABOUT.search(text) and MEDIUM.search(text)):
            continue
        bare = number > 1 and _letters(paragraphs[number - 1]) in (_letters(name[1]), _letters(f"about {name[1]}"))
        if bare:
            yield number - 1
        if bare or re.search(
            r"(?i)\b(?:seeks to export|bring(?:s|ing)? you|your \w{2,12}(?: \w{2,12})? (?:source|station|platform|website)|for the latest)\b",
            text,
        ):
            yield number


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


BLOCK_RULES = (link_widget, about_the_site)
