"""Copy is condensed: an article becomes a story for the ear, and every line of it can be traced.

condense(article, words=60)     one article -> Story
brief(text, title, max_words)   the same as one plain call: text in, copy out
choose(stories, most)           the running order
check(line, sources)            what a line says that its sources do not
reworded(stories, ...)          optional: a language model chooses and cuts, the fact guard decides
rules()                         the names of the rules that a station can switch off
inspect(script)                 a script read over: facts, and every rule for the ear
untrue(script)                  the same for facts alone
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checking import Remark, inspect, untrue
    from .guard import Finding, check
    from .running import brief, choose, rules
    from .story import condense
    from .subeditor import reworded

__all__ = ["Finding", "Remark", "brief", "check", "choose", "condense", "inspect", "reworded", "rules", "untrue"]

_ROOMS = {
    "Finding": "guard", "Remark": "checking", "brief": "running", "check": "guard", "choose": "running",
    "condense": "story", "inspect": "checking", "reworded": "subeditor", "rules": "running", "untrue": "checking",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """The rules are read in when the desk is first asked for one of them: they are many patterns, and take a while."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    globals()[name] = found
    return found
