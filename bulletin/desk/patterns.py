"""Patterns that are compiled when they are first used: the desk has over two hundred, and one article needs half of them."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "split")


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern to search, match, find, substitute and split with, as `re.compile` gives it; compiled on first use."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> object:
        """Asked only for what is not there yet: the first time all methods are taken over from the compiled pattern."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(self, name)
