"""Paragraphs -> sentences, each with the exact place that it came from.

nupunkt (MIT, no dependencies) finds the sentence ends; the repairs here cut what was glued together
("media.The") and join what titles and initials cut apart ("Engr. | Ade").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bulletin.model import Article, Citation

from .patterns import regex
from .words import NEVER_LAST

MOST_LETTERS = 120_000  # read of one article: some 20,000 words; what follows was never news
PIECE = 8_000  # letters given to the splitter at once, as its time grows with the square on text without sentences
LONGEST = 1_200  # letters: no newsreader has a sentence this long; it is a table or a page without full stops

LONGEST_SPEECH = 1_500  # letters of one quotation; what seems longer is a lost mark
_QUOTES = ('"', "“")
_MARK = regex('["“”]')

# "media.The", "free.'For", "him.\"The": a full stop glued to the next sentence, but not "U.S.A", "Money.co.uk" or "p.M".
_GLUED = regex(r"([.!?])([\"'’”“‘]?)(?=[A-Z])")
_BEFORE_GLUE = regex(r"[a-z0-9%)\]'’\"”]$|[A-Z]{2}$")
_AFTER_GLUE = regex(r"[A-Z][a-z]|[A-Z] ")
_CAPITALS_BEFORE = regex(r"[A-Z]{3}$")  # "the BJP.In a post", but not "U.S.In"
_CAPITALS_AFTER = regex(r"[A-Z]{2,}[' -]")
_STRAIGHT = str.maketrans("“”‘’\u00a0\u2028\u2029\t\r\n", "\"\"''      ")  # letter for letter, so that places stay true
_DOTTED_QUOTE = regex(r"[.!?][\"”] (?=[\"“]?[A-Z])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: its words on one line and where they stand."""

    text: str
    source: Citation
    order: int  # its place in the article, counted in sentences from 0
    quoted: bool = False  # it lies inside a quotation that opened in a sentence before


def sentences_of(article: Article) -> list[Sentence]:
    """All sentences of an article in order, at most the first MOST_LETTERS letters."""
    found: list[Sentence] = []
    room = MOST_LETTERS
    for number, paragraph in enumerate(article.paragraphs):
        following = article.paragraphs[number + 1 : number + 2]
        speech = _speech(paragraph[:room], bool(following) and following[0].lstrip()[:1] in _QUOTES)
        for start, end in spans(paragraph[:room]):
            raw = paragraph[start:end]
            source = Citation(article.id, number, start, end, raw)
            while speech and speech[0].end <= start:
                speech.pop(0)
            quoted = bool(speech) and speech[0].start < start and (speech[0].closed or bool(_FIRST_PERSON.search(raw)))
            found.append(Sentence(" ".join(raw.split()), source, len(found), quoted))
        room -= len(paragraph)
        if room <= 0:
            break
    return found


def spans(paragraph: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a paragraph start and end, without the white space around them."""
    text = paragraph if paragraph.isascii() and paragraph.isprintable() else paragraph.translate(_STRAIGHT)
    for low, high in _joined(text, _cut(text)):
        words = paragraph[low:high]
        start = low + len(words) - len(words.lstrip())
        end = low + len(words.rstrip())
        if start < end:
            yield start, end


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Sentence ends as the splitter sees them, in pieces cut at glued full stops."""
    from nupunkt import sent_spans

    for low, high in _pieces(text):
        for start, end in sent_spans(text[low:high]):
            at = low + start
            # The splitter keeps "… it." Then …" in one where the quote mark hides the full stop.
            for match in _DOTTED_QUOTE.finditer(text, at, low + end) if '"' in text else ():
                yield at, match.end()
                at = match.end()
            if at < low + end:
                yield at, low + end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in (*_glued(text), len(text)):
        while cut - at > PIECE:
            space = text.rfind(". ", at + 1, at + PIECE) + 1 or text.rfind(" ", at + 1, at + PIECE)
            step = space if space > at else at + PIECE
            yield at, step
            at = step
        if cut > at:
            yield at, cut
        at = cut


def _glued(text: str) -> Iterator[int]:
    """Where sentences are glued; a quote mark there closes the first of them if one is open, else opens the second."""
    counted, marks = 0, 0
    for match in _GLUED.finditer(text):
        if not _is_glued(text, match.start(), match.end()):
            continue
        if not match[2]:
            yield match.end()
            continue
        marks += text.count('"', counted, match.end(1))
        counted = match.end(1)
        yield match.end() if match[2] == "'" or (match[2] == '"' and marks % 2 == 1) else match.end(1)


def _is_glued(text: str, stop: int, after: int) -> bool:
    before = text[max(0, stop - 3) : stop]
    if _AFTER_GLUE.match(text, after):
        return bool(_BEFORE_GLUE.search(before)) and (
            before[-1:].islower()
            or not before[-2:].isupper()
            or text[after + 2 : after + 3].islower()
            or bool(_CAPITALS_BEFORE.search(before))
        )
    return before.isalpha() and before.islower() and len(before) == 3 and bool(_CAPITALS_AFTER.match(text, after))


def _joined(text: str, cut: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins what an abbreviation or an initial cut apart."""
    held: tuple[int, int] | None = None
    for start, end in cut:
        held = (held[0], end) if held else (start, end)
        if held[1] - held[0] < LONGEST and _unfinished(text, held[1]):
            continue
        yield held
        held = None
    if held:
        yield held


def _unfinished(text: str, end: int) -> bool:
    """Whether the words before `end` stop in a title, an initial or a small word that needs another."""
    tail = text[max(0, end - 24) : end].rstrip()
    if not tail.endswith("."):
        return False
    word = tail[:-1].rpartition(" ")[2].lstrip("(\"'")
    if not word.isalpha():
        return False  # "U.S.", "a.m." and the like may well end a sentence: the splitter knows best
    following = text[end : end + 1]
    initial = len(word) == 1 and word.isupper() and word != "I" and following.isupper()
    return word.lower() in NEVER_LAST or initial or (word.lower() == "st" and following.isupper())


_FIRST_PERSON = regex(r"(?i)(?<![\w'’.-])(?:i|we|my|our|us|me)(?![\w-])|(?<![\w'’.])(?:I|[Ww]e)['’]")


@dataclass(frozen=True, slots=True)
class _Run:
    """Where a quotation runs; where the next one opened before it was `closed`, only the first person shows what is in it."""

    start: int
    end: int
    closed: bool = True


def _speech(paragraph: str, goes_on: bool) -> list[_Run]:
    """Where quotations run, from behind their opening mark to their closing one.

    A mark is known by the space beside it, so that one lost mark spoils one quotation and not the rest of the page.
    A quotation that never closes runs to the end of the paragraph where the next one `goes_on` with a mark.
    """
    runs: list[_Run] = []
    opened: int | None = None
    for mark in _MARK.finditer(paragraph):
        if _opens(paragraph, mark) or (opened is None and _glued_opening(paragraph, mark)):
            if opened is not None and mark.start() - opened <= LONGEST_SPEECH:
                runs.append(_Run(opened, mark.start(), closed=False))
            opened = mark.end()
        elif opened is not None:
            if mark.start() - opened <= LONGEST_SPEECH:
                runs.append(_Run(opened, mark.start()))
            opened = None
    if opened is not None and goes_on:
        runs.append(_Run(opened, len(paragraph)))
    return runs


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark[0] in "“”":
        return mark[0] == "“"
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return bool(not before or before in " (\n\t[:—–-") and bool(after) and not after.isspace()


def _glued_opening(text: str, mark: re.Match[str]) -> bool:
    """'... to reporters."The road is safe': the mark is glued to the stop before it, but none is open that it could close."""
    return text[mark.start() - 1 : mark.start()] in set(".!?)'") and text[mark.end() : mark.end() + 1].isalnum()
