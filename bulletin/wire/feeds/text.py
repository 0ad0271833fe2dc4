"""The HTML of an item as paragraphs, and whether they are the whole story."""

from __future__ import annotations

import re

from .. import characters, plain, tags

MOST = 100_000  # characters of HTML that are looked at in one item
BLOCK = re.compile(r"(?i)<(?:p|br|div|h[1-6]|li|ul|ol|blockquote|table|tr|section|article)\b[^<>]{0,2000}>")
MARKUP = re.compile(
    r"(?i)</?(?:p|br|div|h[1-6]|li|ul|ol|blockquote|table|section|article|figure|img|a|b|i|em|strong|span|script|style)\b[^<>]{0,2000}>"
)
ESCAPED = re.compile(r"(?i)&lt;/?(?:p|br|div|strong|em|a|img|span)\b")
POST = re.compile(r"(?i)<blockquote\b[^<>]{0,500}(?:twitter|instagram|tiktok)-[^<>]{0,500}>")
ASIDE = re.compile(
    r"(?i)<(script|style|figure|iframe|noscript|table|form|nav|aside|audio|video|svg|object|select|button)\b[^<>]{0,2000}>"
)
CUT_OFF = re.compile(
    r"(?i)(?:\.\.\.|…|\[\s?(?:\.\.\.|…|&hellip;)\s?\]|\(\s?(?:\.\.\.|…|more)\s?\)|\[\+\d+ chars\])\s{0,3}"
    r"(?:(?:continue reading|keep reading|read (?:more|on|full|the rest)|more|lire (?:la suite|plus)|en savoir plus|ci gaba"
    r"|karanta|soma zaidi|endelea|leia mais|seguir leyendo)\b.{0,160})?[\W_]{0,5}$"
)
GO_ON = re.compile(
    r"(?i)(?:continue reading|keep reading|read (?:more|the (?:full|whole|rest))|lire la suite|en savoir plus|ci gaba da karatu"
    r"|karanta cikakken|soma zaidi|leia mais|seguir leyendo)\b.{0,160}"
)
ELLIPSIS = re.compile(r"\s{0,3}(?:\[\s?(?:\.\.\.|…)\s?\]|\(\s?(?:\.\.\.|…)\s?\)|\.\.\.|…|\[\+\d+ chars\])\s{0,3}$")
SHORT_SUMMARY = 100  # words: a summary with more is the story
SHORT_CONTENT = 45  # words: a text that calls itself the whole and has fewer is not
WHOLE = re.compile(r"[.!?][\"”’»)\]]{0,3}$")
SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]{0,3}(?=\s|$)")


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of an item's text, HTML or plain."""
    text = text[:MOST]
    if not MARKUP.search(text) and ESCAPED.search(text):
        text = characters.unescaped(text)  # HTML that was escaped twice
    if MARKUP.search(text):
        text = " ".join(text.split())  # in HTML a line break is a space
        text = _without(POST, _without(ASIDE, text))
        text = BLOCK.sub(r"<br>\g<0>", text)
        text = characters.unescaped(tags.TAG.sub("", tags.BREAK.sub("\n", text)))
        blocks = [[line] for line in text.split("\n")]
    else:
        text = characters.repaired(characters.unescaped(text))
        blocks = [block.split("\n") for block in re.split(r"\n[ \t\xa0]*\n", text)]
    return tuple(plain.paragraphs(blocks))


def _without(opening: re.Pattern[str], text: str) -> str:
    """Text without the elements that begin so; one that is never closed loses its tag only.  Linear in the text."""
    kept: list[str] = []
    at = 0
    unclosed: set[str] = set()
    while match := opening.search(text, at):
        name = match[1].lower() if opening.groups else "blockquote"
        end = None if name in unclosed else re.compile(rf"(?i)</{name}\s{{0,9}}>").search(text, match.end())
        if not end:
            unclosed.add(name)
        kept += (text[at : match.start()], "<br>")
        at = end.end() if end else match.end()
    return "".join((*kept, text[at:]))


def is_summary(parts: tuple[str, ...], *, whole: bool) -> bool:
    """True for paragraphs that are not the whole story; `whole` where the feed says that they are."""
    words = sum(len(part.split()) for part in parts)
    last = parts[-1] if parts else ""
    if words < (SHORT_CONTENT if whole else SHORT_SUMMARY):
        return True
    return bool(CUT_OFF.search(last[-400:]) or (len(last) < 300 and GO_ON.fullmatch(last.strip(" [](){}.…»→>"))))


def without_mark(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs without the "[…]" after a whole sentence."""
    bare = ELLIPSIS.sub("", parts[-1]) if parts else ""
    return (*parts[:-1], bare) if WHOLE.search(bare) else parts


def without_broken_end(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs without the sentence that breaks off at their end."""
    if not parts or not ELLIPSIS.search(parts[-1]):
        return parts
    bare = ELLIPSIS.sub("", parts[-1])
    ends = [match.end() for match in SENTENCE_END.finditer(bare)]
    return (*parts[:-1], *([bare[: ends[-1]]] if ends else []))
