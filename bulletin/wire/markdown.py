"""Markdown: its headings, paragraphs, quotations and lists as blocks of lines; links keep their words alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .tags import untagged

BRACKETS = 5000  # more than this is no article, and the search for links in it takes long
STOPPED = re.compile(r"[.!?…][\"”’')]{0,2}\s*$")
SKIPPED = frozenset({"image", "html_inline"})


@dataclass(frozen=True)
class Blocks:
    """The first heading, where the text opens with one of the first level; other headings; the blocks of lines."""

    headline: str
    headings: tuple[str, ...]
    blocks: tuple[list[str], ...]


def blocks(text: str) -> Blocks:
    """What a Markdown text is made of."""
    reader = MarkdownIt("commonmark").enable("table")
    reader.disable(["code", "lheading"])  # indented lines and underlines of scraped text are no code, no headings
    if text.count("[") > BRACKETS:
        reader.disable(["link", "image", "reference"])
    headline = ""
    headings: list[str] = []
    found: list[list[str]] = []
    tokens = reader.parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "html_block":
            found.append(untagged(token.content).split("\n"))
        elif token.type == "inline":
            lines = _words(token)
            if not before or before.type != "heading_open":
                found.append(lines)
            elif before.tag == "h1" and not (headline or any(found)):
                headline = " ".join(lines)
            else:
                headings.append(" ".join(lines))
    return Blocks(headline, tuple(headings), tuple(block for block in found if any(line.strip() for line in block)))


def _words(token: Token) -> list[str]:
    """The lines of a block: by Markdown's rule one, unless each line of it is whole (a paragraph a line)."""
    words = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type not in SKIPPED:
            words.append(child.content)
    lines = "".join(words).split("\n")
    return lines if all(STOPPED.search(line) for line in lines[:-1]) else [" ".join(lines)]
