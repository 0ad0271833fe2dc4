"""Weather, markets: the figures that a station names, read and judged; what is stale or wrong is not spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from .. import script, wire
from ..errors import SourceError, StationError
from ..station import Figures, Station

MOST_BYTES = 200_000
SLACK = timedelta(minutes=10)  # between two clocks


@dataclass(frozen=True)
class Read:
    """The figures that may be spoken of, by name, and why others may not."""

    values: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


def figures_of(station: Station, *, now: datetime, at: datetime) -> Read:
    """All figures of a station.  One that cannot be had never stops a bulletin: it is a warning."""
    values, warnings = {}, []
    for name, wanted in station.figures.items():
        try:
            content, known = _content(wanted, station, now)
            value = script.figures_from(content, name)
            said = _asof(value) or known
            if said > now + SLACK:
                raise SourceError(f"they are of {said:%H:%M on %d %B}, which is yet to come")
            if (at - said).total_seconds() > wanted.stale_minutes * 60:
                old = (at - said).total_seconds() / 60
                raise SourceError(f"{old:.0f} minutes old, and {wanted.stale_minutes:g} is the most")
            values[name] = value
        except (SourceError, StationError) as error:
            warnings.append(f"figures.{name}: {error}; they are not spoken of")
    return Read(values, tuple(warnings))


def _content(wanted: Figures, station: Station, now: datetime) -> tuple[bytes, datetime]:
    """The JSON and since when it is known."""
    if wanted.url:
        got = wire.fetch(wanted.url, station, now=now)
        if not isinstance(got, wire.Fetched):
            raise SourceError(got.reason)
        return got.body, got.fetched
    path = station.path(wanted.file)
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror or error}") from None
    if len(content) > MOST_BYTES:
        raise SourceError(f"{path}: larger than {MOST_BYTES // 1000} kB")
    return content, changed


def _asof(value: Any) -> datetime | None:
    """When the figures themselves say they are from."""
    said = value.get("asof") if isinstance(value, dict) else None
    if not isinstance(said, str):
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        raise SourceError(f'"{said[:40]}" is no time; write 2026-11-22T14:00+01:00') from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
