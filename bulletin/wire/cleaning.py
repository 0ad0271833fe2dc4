"""From raw text to clean copy: the order in which the rules are applied.  The rules stand in their own files.

Blocks of lines go first, then fields and headline are found, then spans inside paragraphs, then sentences, then
labels between paragraphs.  Each thing taken out is a Removal with the name of its rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Article, Removal
from . import captions, characters, doubts, embeds, furniture, glue, openings, spans, tags, widgets
from .raw import Raw
from .standing import Standing, found_in, headline_of, same

STOPPED_SHARE = 0.6  # of the paragraphs: where fewer end in full stops, a line without one proves nothing
SHORTEST_REPEAT = 40  # characters: a shorter line may well be said twice

LINE_RULES = (*embeds.LINE_RULES, *captions.LINE_RULES, *furniture.LINE_RULES)
INLINE_RULES = (
    *embeds.INLINE_RULES,
    openings.agency_credit,
    openings.end_mark,
    captions.scroll_line,
    captions.photo_pointer,
    captions.heading_in_capitals,
)
LABEL_RULES = (captions.sub_heading, captions.label_line)
OPENING_RULES = (openings.byline_and_date, openings.breaking_label, openings.dateline)


def clean(raw: Raw) -> Article:
    """The article in a Raw, without furniture; what its file did not tell is taken from its text.  No id yet."""
    removed = list(raw.removed)
    copy = _lines_of(raw.paragraphs)
    copy = _without_blocks(copy, removed)
    copy = _without_lines(copy, removed)
    standing, copy = found_in(copy, removed)
    headline, copy = headline_of(raw.headline, copy, removed)
    copy = _without_openings(copy, removed)
    copy = [glue.apostrophes(text) for text in copy]
    quoted = [glue.quotations(text) for text in copy]
    guessed = (doubts.QUOTATIONS,) if quoted != copy else ()
    copy = [glue.spaced(text) for text in quoted]
    whole = set(copy)
    copy = [glue.spaced(text) for text in _without_spans(copy, removed)]
    copy = _without_sentences(copy, removed)
    copy = _without_labels(copy, headline, whole, removed)
    copy = glue.closed(copy)
    return _article(raw, standing, glue.spaced(glue.apostrophes(headline)), copy, removed, guessed)


def _article(
    raw: Raw,
    standing: Standing,
    headline: str,
    copy: Sequence[str],
    removed: Sequence[Removal],
    guessed: tuple[str, ...],
) -> Article:
    return Article(
        id="",
        headline=headline,
        paragraphs=tuple(copy),
        source=raw.source or standing.source,
        url=raw.url,
        byline=raw.byline or standing.byline,
        published=raw.published or standing.published,
        language=raw.language or "en",
        section=raw.section,
        licence=raw.licence,
        origin=raw.origin,
        removed=tuple(removed),
        warnings=(*raw.warnings, *guessed, *doubts.warnings(copy)),
    )


def _lines_of(paragraphs: Sequence[str]) -> list[str]:
    """Paragraphs without stray tags and doubled spaces, each on one line."""
    lines = (line for text in paragraphs for line in tags.untagged(text).split("\n"))
    return [line for text in lines if (line := " ".join(characters.repaired(text).split()))]


def _without_blocks(copy: list[str], removed: list[Removal]) -> list[str]:
    for rule in widgets.BLOCK_RULES:
        gone = set(rule(copy))
        removed.extend(Removal(copy[number], spans.reason(rule)) for number in sorted(gone))
        copy = [text for number, text in enumerate(copy) if number not in gone]
    return copy


def _without_lines(copy: list[str], removed: list[Removal]) -> list[str]:
    kept = []
    for text in copy:
        if rule := next((rule for rule in LINE_RULES if rule(text)), None):
            removed.append(Removal(text, spans.reason(rule)))
        else:
            kept.append(text)
    return kept


def _without_openings(copy: list[str], removed: list[Removal]) -> list[str]:
    """Datelines and labels, at the start of the first two paragraphs only."""
    opened = [_cut(text, OPENING_RULES, removed) for text in copy[:2]]
    return [text for text in opened if text] + copy[2:]


def _without_spans(copy: list[str], removed: list[Removal]) -> list[str]:
    cut = (_cut(text, INLINE_RULES, removed) for text in copy)
    return [text for text in cut if text and not embeds.lone_mark(text)]


def _cut(text: str, rules: Sequence[spans.Cut], removed: list[Removal]) -> str:
    for rule in rules:
        found = list(rule(text))
        if found:
            text, gone = spans.without(text, found)
            removed.extend(Removal(words, spans.reason(rule)) for words in gone)
    return text


def _without_sentences(copy: list[str], removed: list[Removal]) -> list[str]:
    kept = []
    for text in copy:
        places = []
        for start, end in spans.sentences(text):
            sentence = text[start:end].strip()
            if rule := next((rule for rule in furniture.SENTENCE_RULES if rule(sentence)), None):
                places.append((start, end))
                removed.append(Removal(sentence, spans.reason(rule)))
        if rest := spans.without(text, places)[0] if places else text:
            kept.append(rest)
    return kept


def _without_labels(copy: list[str], headline: str, whole: set[str], removed: list[Removal]) -> list[str]:
    """Sub-headings, captions and titles of links, where the other lines show what a paragraph looks like; repeats.

    Only lines that are whole as they came are judged: one that something was cut from may have lost its full stop there.
    """
    stopped = sum(bool(re.search(r"[.!?…][\"”’')]{0,2}$", text)) for text in copy)
    prose = len(copy) > 2 and stopped >= STOPPED_SHARE * len(copy)
    kept: list[str] = []
    seen: set[str] = set()
    for number, text in enumerate(copy, 1):
        rules = LABEL_RULES if number < len(copy) else LABEL_RULES[:1]  # the last line may have lost its full stop
        reason = ""
        if same(text, headline):
            reason = "headline again"
        elif len(text) >= SHORTEST_REPEAT and text in seen:
            reason = "said before"
        elif prose and text in whole and not doubts.begins_inside(text):
            reason = next((spans.reason(rule) for rule in rules if rule(text)), "")
        seen.add(text)
        if reason:
            removed.append(Removal(text, reason))
        else:
            kept.append(text)
    return kept
