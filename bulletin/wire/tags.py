"""Stray HTML in text: tags go, entities become what they stand for."""

from __future__ import annotations

import re

from .characters import unescaped

HIDDEN = re.compile(r"(?is)<(script|style|figure|iframe|noscript)\b[^<>]{0,2000}>.*?</\1\s{0,9}>")
BREAK = re.compile(r"(?i)<(?:br|/p|/div|/h[1-6]|/li|/blockquote)\b[^<>]{0,200}>")
TAG = re.compile(r"(?i)</?(?:[a-z][a-z0-9]{0,15})(?:\s[^<>]{0,2000})?/?>|<!--[^<>]{0,2000}-->")


def untagged(text: str) -> str:
    """Text without HTML tags: paragraphs' ends and line breaks become line breaks."""
    if "<" in text:
        if text.count("<") < 20_000:  # each opening tag searches for its end: in honest text there are few
            text = HIDDEN.sub(" ", text)
        text = TAG.sub("", BREAK.sub("\n", text))
    return unescaped(text)
