"""What came in on the wires, all together and wire by wire."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from ...model import Article, Rejected
from ...station import Wire


@dataclass(frozen=True)
class Told:
    """What came in on one wire."""

    wire: Wire
    name: str = ""  # as it is credited
    articles: int = 0
    partial: int = 0  # of them are summaries
    newest: datetime | None = None
    languages: tuple[str, ...] = ()  # of its articles, the most frequent first
    unchanged: bool = False  # since it was last asked
    feed: str = ""  # the address of the feed that its page names
    left_out: tuple[str, ...] = ()  # a line for each thing in it that was not read
    reason: str = ""  # why nothing came in


@dataclass(frozen=True)
class Collected:
    """What came in: the articles in the order of the wires, what was refused (a wire, by its address, or an item), and
    a word about each wire.
    """

    articles: tuple[Article, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    told: tuple[Told, ...] = ()


def age(moment: datetime, now: datetime) -> str:
    """How old something is, as a person says it: "12 min old", "3 h old", "5 days old", "from the future"."""
    old = now - moment
    if old < timedelta(0):
        return "from the future"
    if old < timedelta(hours=1):
        return f"{old // timedelta(minutes=1)} min old"
    return f"{old // timedelta(hours=1)} h old" if old < timedelta(days=2) else f"{old.days} days old"
