"""The targets that are registered, and a station's own, opened with its settings."""

from __future__ import annotations

import difflib
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from ..errors import StationError, TargetError
from ..station import Station
from ..station import Target as Row
from .target import Card, Opened, Target

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "bulletin.targets"
FAULTS = (  # of a plug-in that is broken
    ImportError, AttributeError, NameError, TypeError, ValueError, LookupError, SyntaxError, RuntimeError, OSError,
)  # fmt: skip


@lru_cache(maxsize=1)
def plugs() -> dict[str, EntryPoint]:
    """The registered targets by name."""
    from importlib.metadata import entry_points

    return {plug.name: plug for plug in entry_points(group=GROUP)}


def cards() -> tuple[Card, ...]:
    """The cards of all registered targets, by name; those that cannot be loaded are left out."""
    found = []
    for name in sorted(plugs()):
        try:
            found.append(target(name).card)
        except TargetError:
            continue
    return tuple(found)


def target(kind: str) -> Target:
    """The target plug-in of that name.  Raises TargetError."""
    if kind not in plugs():
        near = difflib.get_close_matches(kind, plugs(), n=1)
        hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(sorted(plugs()))}"
        raise TargetError(f'there is no target "{kind}"; {hint}')
    try:
        return cast("Target", plugs()[kind].load())
    except FAULTS as error:
        raise TargetError(f"the target {kind} cannot be loaded ({type(error).__name__}: {error})") from error


def opened(row: Row, station: Station) -> Opened:
    """A station's target, ready.  Raises StationError for its settings, TargetError for what is not installed."""
    plug = target(row.kind)
    if lack := plug.card.missing():
        raise TargetError(f"the target {row.name or row.kind}: {lack}")
    return plug.open(settings_of(row, plug.card), station)


def settings_of(row: Row, card: Card) -> Any:
    """A row's settings as the card's own type.  Raises StationError, which names the key and the nearest right one."""
    import msgspec

    known = {place.name for place in fields(card.settings)}
    called = row.name or row.kind
    for key in row.settings:
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f'did you mean "{near[0]}"?' if near else f"it has {', '.join(sorted(known)) or 'none'}"
            raise StationError(f'[[targets]] {called}: unknown setting "{key}"; {hint}')
    try:
        return msgspec.convert(row.settings, card.settings, strict=True)
    except msgspec.ValidationError as error:
        what = str(error).replace("Object missing required field", "it needs the setting")
        raise StationError(f"[[targets]] {called}: {what[:1].lower()}{what[1:]}") from error
