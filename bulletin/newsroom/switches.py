"""The desk's rules that a station does without."""

from __future__ import annotations

from .. import desk
from ..errors import StationError
from ..station import Station


def switched_off(station: Station) -> tuple[str, ...]:
    """The rules that the station does without.  Raises StationError where there is no such rule."""
    if unknown := sorted(set(station.desk.without) - set(desk.rules())):
        raise StationError(f'[desk] without: there is no rule "{unknown[0]}"; the rules are {", ".join(desk.rules())}')
    return station.desk.without
