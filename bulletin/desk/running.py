"""The desk's plain calls: `brief` for one text, `choose` for the running order."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from bulletin.errors import SourceError
from bulletin.model import Article, Story

from .editing import plain
from .story import condense

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


def brief(text: str, title: str = "", max_words: int = 60) -> str:
    """A text condensed into copy for the ear, on one line: the library's front door.

    >>> brief("The bridge at Amodu was closed on Monday. Engineers had found cracks in two pillars.")
    'The bridge at Amodu was closed on Monday. Engineers had found cracks in two pillars.'

    Never more than `max_words` words; "" only where there is no prose that can be said in so many.
    """
    paragraphs = paragraphs_of(text)
    name = hashlib.sha256("\n".join((title, *paragraphs)).encode("utf-8", "replace")).hexdigest()[:12]
    try:
        story = condense(Article(id=name, headline=title, paragraphs=paragraphs), max_words)
    except SourceError:
        return ""
    return " ".join(line.text for line in story.copy)


def rules() -> tuple[str, ...]:
    """The names of the rules that a station can do without: `[desk] without` in its file, `without` of `condense`."""
    from .rewriting import RULES

    return RULES


def paragraphs_of(text: str) -> tuple[str, ...]:
    """Raw text as paragraphs: at each line break, but lines that were wrapped at a width are joined first."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    blocks = _BLANK_LINE.split(text)
    paragraphs: list[str] = []
    for block in blocks:
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        paragraphs.extend([" ".join(lines)] if _wrapped(lines) else lines)
    return tuple(paragraphs)


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of a block are one paragraph set to a width: most end in mid-sentence and are about as long."""
    if len(lines) < 2:
        return False
    body = lines[:-1]
    longest = max(map(len, body))
    open_ended = sum(not re.search(r"[.!?:;\"”’)]$", line) for line in body)
    return (
        open_ended * 2 > len(body)
        and min(map(len, body)) >= 40
        and longest <= 120
        and longest - min(map(len, body)) <= 30
    )


def choose(stories: Sequence[Story], most: int) -> tuple[Story, ...]:
    """The running order: highest priority first, then as given; one story a headline; slugs made unique; at most `most`."""
    chosen: list[Story] = []
    headlines: set[str] = set()
    slugs: set[str] = set()
    for story in sorted(stories, key=lambda story: -story.priority):
        if len(chosen) >= most:
            break
        headline = re.sub(r"\W+", " ", plain(story.headline.text).lower()).strip()
        if headline and headline in headlines:
            continue
        headlines.add(headline)
        slug, number = story.slug, 2
        while slug in slugs:
            slug, number = f"{story.slug[:36]}-{number}", number + 1
        slugs.add(slug)
        chosen.append(story if slug == story.slug else replace(story, slug=slug))
    return tuple(chosen)
