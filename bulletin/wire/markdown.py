"""Markdown: its headings, paragraphs, quotations and lists as blocks of lines; links keep their words alone."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

BRACKETS = 5000  # more than this is no article, and the search for links in it takes long
SKIPPED = frozenset({"image", "html_inline"})


def blocks(text: str) -> tuple[str, list[list[str]]]:
    """The first heading of the first level, if the text opens with it, and the blocks of lines."""
    reader = MarkdownIt("commonmark").enable("table")
    reader.disable(["code", "lheading"])  # indented lines and underlines of scraped text are no code, no headings
    if text.count("[") > BRACKETS:
        reader.disable(["link", "image", "reference"])
    headline = ""
    found: list[list[str]] = []
    tokens = reader.parse(text)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "html_block":
            found.append([_untagged(token.content)])
        elif token.type == "inline":
            lines = _words(token).split("\n")
            if before and before.type == "heading_open" and before.tag == "h1" and not (headline or any(found)):
                headline = " ".join(lines)
            else:
                found.append(lines)
    return headline, [block for block in found if any(line.strip() for line in block)]


def _words(token: Token) -> str:
    words = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            words.append("\n")
        elif child.type not in SKIPPED:
            words.append(child.content)
    return "".join(words)


def _untagged(source: str) -> str:
    from .tags import untagged

    return untagged(source)
