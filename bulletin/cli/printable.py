"""What others wrote, made safe for a terminal."""

from __future__ import annotations


def printable(text: str) -> str:
    """The text with every character that a terminal would obey, or nobody could see, as its escape: `\\\\x1b`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
