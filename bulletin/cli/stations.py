"""bulletin stations: the stations of this installation."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer

from ..errors import StationError, UsageError
from . import options
from .printable import printable


def stations(as_json: options.Json = False) -> None:
    """List the stations in stations/: name, clock, voice, wires and the next slot.

    Each has a file stations/NAME.toml, and `--station NAME` names it.  Wires and takes that they share are fetched
    and made once.

    \b
    Examples:
      bulletin stations
      bulletin make --station 234radio
      bulletin make --all
    """
    from .. import script
    from .. import station as known

    now = datetime.now(UTC)
    files = known.stations_in(Path())
    if not files:
        raise UsageError("there is no station in stations/: `bulletin init NAME --file stations/NAME.toml` writes one")
    rows: list[dict[str, Any]] = []
    wrong = ""
    for file in files:
        try:
            found = known.load(file)
            at = script.next_slot(found, now)
        except StationError as error:
            wrong = wrong or str(error)
            rows.append({"station": file.stem, "file": str(file), "error": str(error)})
            continue
        form = script.station_at(found, at)
        rows.append({
            "station": file.stem, "file": str(file), "name": found.name, "language": found.language,
            "voice": form.voice, "wires": len(found.wires), "next": at.isoformat(), "template": form.template,
        })  # fmt: skip
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            typer.echo(printable(_told(row)))
    if wrong:
        raise StationError(wrong)


def _told(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"{row['station']:20} {row['error']}"
    at = datetime.fromisoformat(row["next"])
    return f"{row['station']:20} {row['name']}; {row['wires']} wires, {row['voice']}; next: {row['template']} at {at:%H:%M}"
