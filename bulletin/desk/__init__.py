"""Copy is condensed: an article becomes a story for the ear, and every line of it can be traced.

condense(article, words=60)     one article -> Story
brief(text, title, max_words)   the same as one plain call: text in, copy out
choose(stories, most)           the running order
check(line, sources)            what a line says that its sources do not
"""

from __future__ import annotations

from .guard import Finding, check
from .running import brief, choose
from .story import condense

__all__ = ["Finding", "brief", "check", "choose", "condense"]
