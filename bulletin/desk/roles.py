"""Who it is before the name: "Dmitry Peskov, a Kremlin spokesman" is "a Kremlin spokesman, Dmitry Peskov"."""

from __future__ import annotations

from .editing import tidy
from .patterns import regex
from .words import finite

_ROLE = regex(
    r"^(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'.-]*){1,3}), (?P<role>(?:(?:the|a|an) )?[\w'’-]+(?: [\w'’-]+){0,7}), (?=(?P<verb>[\w']+))"
)


def role_first(text: str) -> str:
    """ "Dmitry Peskov, a Kremlin spokesman, said": the listener hears who it is before the name."""
    match = _ROLE.match(text)
    if not match or not finite(match["verb"]):
        return text
    role = match["role"]
    words = role.split()
    low = [word.lower() for word in words]
    known = any(word in _ROLES or word.endswith(("or", "er", "ist", "man", "woman", "ian")) for word in low)
    if (
        not known
        or {"and", "who", "which", "aged", "or", "one", "said"} & set(low)
        or any(finite(word) for word in words)
    ):
        return text
    rest = text[match.end() :]
    article = low[0] in {"the", "a", "an"}
    long = article or {"of", "for", "at", "in", "from"} & set(low)
    if long:
        lead = role if article else f"the {role}"
        return tidy(f"{lead[:1].upper()}{lead[1:]}, {match['name']}, {rest}")
    return tidy(f"{role[:1].upper()}{role[1:]} {match['name']} {rest}")


_ROLES = frozenset(
    "president chief head principal founder chair general minister king queen prince captain boss judge coach mayor ceo secretary".split()
)
