"""Feeds of every dialect, and the pages that belong to them (docs/wires.md).  Loaded when they are first asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ...model import Article, Rejected
from ...station import Station, Wire
from .told import Collected, Told, age

__all__ = ["Collected", "Told", "age", "collect", "complete"]


def collect(
    wires: Sequence[Wire], station: Station, *, now: datetime, anew: bool = False, named: bool = False
) -> Collected:
    """Fetch all wires and read what they have: an article for each item, clean, summaries too.

    A feed or page that fails is in `rejected` by its address, with the reason, and never stops the others.  The
    order is that of the wires, whenever they came in.  `anew` asks even for what was fetched just now; with `named`
    a page's feed goes before the article that it is.
    """
    from . import collecting

    return collecting.collect(wires, station, now=now, anew=anew, named=named)


def complete(
    articles: Sequence[Article], station: Station, *, now: datetime, most: int | None = None
) -> tuple[Article | Rejected, ...]:
    """The articles in their order, those that are summaries with the text of their pages.

    A page keeps its article's guid, wire, category and weight; its text has an id of its own.  Where it cannot be had
    the summary is given with a warning, or a Rejected where it has too little prose to be told.  Of more than `most`
    pages the newest are asked for.
    """
    from . import completing

    return completing.complete(articles, station, now=now, most=most)
