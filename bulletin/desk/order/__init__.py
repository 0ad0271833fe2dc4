"""The running order: which events a bulletin tells, in which order, and why (docs/running-order.md).

decide(events, order, at=..., most=...)   a Choice for every event, the bulletin's first
category_of(article, order)               the category that an article is filed under
nothing(choices)                          why no story could be used, in one line

Pure: no clock, no disk but our own list of names, and the same whatever the order of the events.
"""

from __future__ import annotations

from .deciding import decide
from .filing import category_of
from .wording import nothing

__all__ = ["category_of", "decide", "nothing"]
