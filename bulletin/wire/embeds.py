"""Pieces of other things inside the text: posts from social media, code, short links, emoji, lone marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .dates import MONTHS
from .spans import SENTENCE_END, Span, matches

_MONTH = "|".join(month.title() for month in sorted(MONTHS, key=len, reverse=True))
POST_END = re.compile(
    r"(?:A (?:post|photo|video|reel) (?:shared|posted) by|Une publication partagée par|(?:Una publicación compartida|Uma publicação compartilhada) por) [^\n]{1,120}?"
    r"(?:\(@[\w.]{1,40}\)(?: on [^\n.!?]{6,40}?\b(?:PDT|PST|UTC|GMT))?|\b(?:PDT|PST|UTC|GMT))"
)
TWEET_END = re.compile(
    rf"(?:[?—–\"”-]\s{{0,2}})?[^.!?\n()]{{1,60}}\(@\w{{1,20}}\)\s(?:(?:{_MONTH})\.? \d{{1,2}}, \d{{4}}|\d{{1,2}} (?:{_MONTH}),? \d{{4}})"
)
SHORT_LINK = re.compile(
    r"https?://t\.co/[A-Za-z0-9]{10}|[Pp]ic\.(?:twitter|x)\.com/[A-Za-z0-9]{10}|https?://(?:bit\.ly|ow\.ly|buff\.ly|dlvr\.it|goo\.gl|tinyurl\.com)/[A-Za-z0-9]{4,12}"
)
ADDRESS_ALONE = re.compile(
    r"(?:^|(?<=[.!?…\"”’')\]])\s)\s{0,3}(?P<cut>(?:https?://|www\.)[^\s<>\"“”]{4,400})(?=\s{1,3}[\"“‘'A-Z]|\s{0,3}$)"
)
VIEW_POST = re.compile(
    r"(?i)\W{0,3}(?:view (?:this post|more) on (?:instagram|threads|x|twitter)|voir (?:cette|la) publication sur|ver (?:esta|essa) (?:publicaci[óo]n|publicação|foto)|see more on (?:facebook|instagram)).{0,40}"
)
FOLLOW = re.compile(r"[\"“]?\s?Follow\s?@\w{1,30}(?: for more(?=Follow|\b))?")
EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u231a-\u23ff\U000e0020-\U000e007f\ufe0f\u200d\u20e3\U0001f1e6-\U0001f1ff]{1,99}"
)
SHORTCODE = re.compile(
    r"\[/?(?:caption|embed|gallery|video|audio|vc_\w{1,30}|ad|adrotate|youtube|tweet|su_\w{1,30})\b[^\[\]\n]{0,500}\]"
)
CODE_LINE = re.compile(
    r"\W{0,2}(?:window\.|googletag|document\.|var \w+\s?=|let \w+\s?=|const \w+\s?=|function\s?\w{0,30}\s?\(|\(function|jQuery\(|\$\(|<script|@media\b|\.\w[\w-]{1,40}\s?\{|!function)"
)
UNBROKEN = re.compile(r"[!-~]{200,}")
LONE_MARK = re.compile(r"[\"“”‘’'`«»•·*_=~|>–—.,;:!?()\[\]#+\\/-]{1,80}")
LINK_LABEL = re.compile(
    r"(?:(?<=[.!?\"”’')\]|…])|(?<=[a-z0-9](?=[A-Z]))|^)\s{0,5}[|]{0,2}\s{0,3}(?P<label>(?:ALSO READ|Also [Rr]ead|READ ALSO|Read [Aa]lso|READ MORE|Read [Mm]ore|MUST READ|ALSO WATCH|Also [Ww]atch|(?:[ÀA] )?[Ll]ire aussi|(?:[ÀA] )?LIRE AUSSI|Leia [Tt]ambém|LEIA TAMBÉM|Lea [Tt]ambién|LEA TAMBIÉN|Voir aussi|Veja também|SEE ALSO|See also|ALSO SEE|Also see|RELATED|WATCH(?: VIDEO)?|Watch(?: [Vv]ideo)?|PHOTOS?|VIDEO|READ|Read)\s{0,3}(?::|\||>{1,3}|»|\s[–—-]\s))"
)
LINK_IN_BRACKETS = re.compile(
    r"\(\s?(?i:also read|read also|read more|read|watch|see also|related)\s{0,2}[:|][^()]{3,250}\)"
)
LINK_STOP = re.compile(
    r"(?<=[a-z0-9’'\"”)])(?=[A-Z](?:[a-z]{0,14},? |[’'][a-z]))|\|\||[.!?][\"”]?\s{1,3}(?=[\"“A-Z])|(?=ALSO READ|Also [Rr]ead|READ MORE|Read more|WATCH:|PHOTOS:|Follow @)"
)
LINK_CHARACTERS = 220  # a link's title is shorter
INNER_CAPITALS = re.compile(r"(?<![A-Za-z])(?:Mc|Mac|i|You|Face|Linked|Whats|Pay|Java|Git|De|La|Le|O’|O')$")


def embedded_post(text: str) -> Iterable[Span]:
    """An Instagram or Twitter post: its last line, and the sentences with hashtags and names before it."""
    if "@" not in text and "ed by " not in text:
        return
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    for pattern in (POST_END, TWEET_END):
        last = 0
        for match in pattern.finditer(text):
            yield max(last, _post_start(text, starts, match.start())), match.end()
            last = match.end()


def _post_start(text: str, starts: list[int], at: int) -> int:
    """Back over the sentences before `at` while they have a hashtag, a name or a link in them, five at most."""
    from bisect import bisect_left

    start = at
    for begin in reversed(starts[max(0, bisect_left(starts, at) - 5) : bisect_left(starts, at)]):
        if at - begin > 1000 or not re.search(r"[#@]\w|https?:", text[begin:start]):
            break
        start = begin
    return start


def also_read_inside(text: str) -> Iterable[Span]:
    """ "… last year.ALSO READ: Title of another storyThe minister …": from the label to the title's end."""
    if "(" in text:
        yield from matches(LINK_IN_BRACKETS, text)
    for match in LINK_LABEL.finditer(text) if any(mark in text for mark in ":|>»–—-") else ():
        start = match.start("label")
        yield start, _link_end(text, match.end())


def _link_end(text: str, start: int) -> int:
    limit = min(len(text), start + LINK_CHARACTERS)
    for stop in LINK_STOP.finditer(text, start + 4, limit):
        if not INNER_CAPITALS.search(text[max(start, stop.start() - 9) : stop.start()]):
            return stop.end()
    return len(text) if len(text) <= limit else start


def follow_handle(text: str) -> Iterable[Span]:
    """ "Follow @name for more", glued to the last sentence or said twice."""
    return matches(FOLLOW, text) if "@" in text else []


def short_link(text: str) -> Iterable[Span]:
    """ "https://t.co/" and ten characters, exactly: the next word may be glued to it."""
    return matches(SHORT_LINK, text) if "/" in text else []


def address_alone(text: str) -> Iterable[Span]:
    """ "https://..." as a sentence of its own: nobody can take it down by ear."""
    return matches(ADDRESS_ALONE, text) if "http" in text or "www." in text else []


def shortcode(text: str) -> Iterable[Span]:
    """ "[caption id=...]": what WordPress would have turned into something."""
    return matches(SHORTCODE, text) if "[" in text else []


def unbroken_run(text: str) -> Iterable[Span]:
    """Two hundred characters without a space: a picture or a key written as text."""
    return matches(UNBROKEN, text)


def emoji(text: str) -> Iterable[Span]:
    """Pictures of faces and things; the punctuation around them stays."""
    return [] if text.isascii() else matches(EMOJI, text)


def leaked_code(text: str) -> Iterable[Span]:
    """A JSON object in the prose, from its brace to the brace that closes it, else to the end."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        if not re.match(r"\{\s{0,5}[\"'“][@\w$ -]{1,40}[\"'”]\s{0,5}:", text[start : start + 60]):
            at = start + 1
            continue
        at = _closing(text, start)
        listed = text[start - 1 : start] == "[" and text[at : at + 3].strip().startswith("]")
        yield (start - 1, text.index("]", at) + 1) if listed else (start, at)


def _closing(text: str, start: int) -> int:
    depth = 0
    for match in re.finditer(r"[{}]", text[start:]):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return start + match.end()
    return len(text)


def code_line(text: str) -> bool:
    """A line of a page's script or style sheet."""
    return bool(CODE_LINE.match(text)) and bool(re.search(r"[{};=(]", text))


def view_post(text: str) -> bool:
    """ "View this post on Instagram"."""
    return bool(VIEW_POST.fullmatch(text))


def lone_mark(text: str) -> bool:
    """A line that holds only a quote mark, a dash, a bullet."""
    return bool(LONE_MARK.fullmatch(text.replace(" ", "")[:100]))


INLINE_RULES = (
    leaked_code,
    unbroken_run,
    shortcode,
    embedded_post,
    also_read_inside,
    short_link,
    address_alone,
    follow_handle,
    emoji,
)
LINE_RULES = (code_line, lone_mark, view_post)
