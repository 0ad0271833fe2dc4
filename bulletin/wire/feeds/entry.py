"""What a feed says, before it is an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One item as it stands in its feed; dates are as they are written there.  What it does not say is empty."""

    title: str = ""
    guid: str = ""
    link: str = ""
    content: str = ""  # its whole text, mostly HTML
    summary: str = ""
    published: str | float = ""
    updated: str | float = ""
    embargo: str | float = ""
    expires: str | float = ""
    author: str = ""
    labels: tuple[str, ...] = ()  # its categories
    language: str = ""
    source: str = ""  # who published it first, where the feed collects the work of others
    licence: str = ""


@dataclass(frozen=True)
class Feed:
    """A feed: what it calls itself, its items in its own order, and a line for each thing in it that was not read."""

    title: str = ""
    language: str = ""
    licence: str = ""
    entries: tuple[Entry, ...] = ()
    left_out: tuple[str, ...] = ()


def items(count: int) -> str:
    """A number of items, in words: "1 item", "2,000 items"."""
    return f"{count:,} item{'' if count == 1 else 's'}"
