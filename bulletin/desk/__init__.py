"""Copy is condensed: an article becomes a story for the ear, and every line of it can be traced.

condense(article, words=60)     one article -> Story
brief(text, title, max_words)   the same as one plain call: text in, copy out
choose(stories, most)           the running order
check(line, sources)            what a line says that its sources do not
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .guard import Finding, check
    from .running import brief, choose
    from .story import condense

__all__ = ["Finding", "brief", "check", "choose", "condense"]

_ROOMS = {"Finding": "guard", "brief": "running", "check": "guard", "choose": "running", "condense": "story"}


def __getattr__(name: str) -> object:
    """The rules are read in when the desk is first asked for one of them: they are many patterns, and take a while."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    globals()[name] = found
    return found
