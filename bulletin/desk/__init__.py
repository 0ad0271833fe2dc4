"""Copy is condensed: an article becomes a story for the ear, and every line of it can be traced.

condense(article, words=60)     one article -> Story
brief(text, title, max_words)   the same as one plain call: text in, copy out
choose(stories, most)           the running order
events(articles, aired, now)    one event, one story: versions of the same together, the best first
news_first(article, said)       an update with what is new in front
credits_of(event)               who else reports an event
decide(events, order, ...)      the running order from what came in: a Choice, with its reason, for every event
category_of(article, order)     what an article is filed under: local, africa, sport ...
nothing(choices)                why no story could be used, in one line
check(line, sources)            what a line says that its sources do not
reworded(stories, ...)          optional: a language model chooses and cuts, the fact guard decides
rules()                         the names of the rules that a station can switch off
not_for(article, language)      why a station of that language does not air an article, or ""
language_of(text)               which language a text is in, by its small words, or ""
inspect(script)                 a script read over: facts, and every rule for the ear
untrue(script)                  the same for facts alone
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .checking import Remark, inspect, untrue
    from .event import credits_of, events, news_first
    from .guard import Finding, check
    from .language import language_of, not_for
    from .order import category_of, decide, nothing
    from .running import brief, choose, rules
    from .story import condense
    from .subeditor import reworded

__all__ = [
    "Finding",
    "Remark",
    "brief",
    "category_of",
    "check",
    "choose",
    "condense",
    "credits_of",
    "decide",
    "events",
    "inspect",
    "language_of",
    "news_first",
    "not_for",
    "nothing",
    "reworded",
    "rules",
    "untrue",
]

_ROOMS = {
    "Finding": "guard", "Remark": "checking", "brief": "running", "check": "guard", "choose": "running",
    "condense": "story", "inspect": "checking", "reworded": "subeditor", "rules": "running", "untrue": "checking",
    "language_of": "language", "not_for": "language", "category_of": "order", "decide": "order", "nothing": "order",
    "events": "event", "news_first": "event", "credits_of": "event",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """The rules are read in when the desk is first asked for one of them: they are many patterns, and take a while."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f".{_ROOMS[name]}", __name__), name)
    globals()[name] = found
    return found
