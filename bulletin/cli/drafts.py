"""Drafts that wait for a person: which one is meant, and how they are shown."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ..errors import ScriptError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..newsroom.approving import Read
    from ..playlog import Entry, Playlog
    from ..station import Station

COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
BACK, AHEAD = timedelta(hours=26), timedelta(days=8)  # slots that are looked through


def found(which: str, where: Station, log: Playlog, now: datetime) -> Entry:
    """The bulletin that is meant: by its script, or by its hour, which is the waiting one's, or the nearest one's.

    Raises UsageError where there is none, or two: the hour that comes twice when summer time ends.
    """
    every = log.history(where.slug, now - BACK, now + AHEAD, 5000)
    if which.endswith(".md"):
        found = [entry for entry in every if entry.script and Path(entry.script).resolve() == Path(which).resolve()]
    else:
        at = options.air_time(which, where, now, "HOUR") or now
        found = [entry for entry in every if entry.slot == at.astimezone(UTC)]
        if len(which.strip()) <= 5 and which.strip().lower() != "now":
            same = [entry for entry in every if f"{entry.slot.astimezone(where.zone):%H:%M}" == f"{at:%H:%M}"]
            found = [entry for entry in same if entry.slot > now and entry.status in ("scripted", "approved")]
            found = found or sorted(same, key=lambda entry: abs(entry.slot - now))[:1]
    if not found:
        raise UsageError(f'there is no draft for "{which}": `bulletin review` lists those that wait')
    if len(found) > 1:
        hours = " or ".join(f'"{entry.slot.astimezone(where.zone).isoformat(" ", "minutes")}"' for entry in found)
        raise UsageError(f"{which} may be {hours}: say which")
    return found[0]


def row(entry: Entry, where: Station, log: Playlog, now: datetime) -> dict[str, Any]:
    """A draft that waits, on one row."""
    from ..newsroom import approving

    try:
        told = _counted(approving.read(entry, where, log, now))
    except ScriptError as error:
        told = f"unreadable: {error}"
    seconds = _seconds_left(entry, now)
    return {
        "slot": entry.slot.astimezone(where.zone).isoformat(),
        "status": entry.status,
        "seconds_left": round(seconds),
        "left": "" if entry.approved_hash else _left(seconds),
        "remarks": told,
        "script": entry.script,
        "hash": entry.script_hash,
        "headlines": list(entry.headlines),
    }


def _seconds_left(entry: Entry, now: datetime) -> float:
    from ..onair.deciding import LAST_CALL

    return (entry.slot - LAST_CALL - now).total_seconds()


def _left(seconds: float) -> str:
    if seconds <= 0:
        return "the last call is past"
    minutes = int(seconds // 60)
    long = f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{minutes} min"
    return f"last call in {long if minutes else f'{seconds:.0f} s'}"


def _counted(found: Read) -> str:
    """ "2 errors, 1 warning"."""
    warnings = sum(one.remark.severity == "warning" for one in found.remarks)
    counts = ((len(found.errors), "error"), (warnings, "warning"))
    told = [f"{count} {word if count == 1 else word + 's'}" for count, word in counts if count]
    return ", ".join([*told, *(["changed by hand"] if found.changed else [])]) or "no warnings"


def show(found: Read, where: Station, now: datetime, as_json: bool) -> None:
    """One draft: the script as `preview` shows it, the desk's remarks, and what a yes is bound to."""
    from ..newsroom import approving
    from . import views
    from .history import of_entry

    plan = views.planned(found.draft, where)
    hour, short = f"{found.entry.slot.astimezone(where.zone):%H:%M}", found.hash[: approving.SHORT]
    if as_json:
        remarks = [{"path": one.path, "line": one.line or None, **asdict(one.remark)} for one in found.remarks]
        told = {"hash": found.hash, "seconds_left": round(_seconds_left(found.entry, now)), "remarks": remarks}
        told |= {"killed": list(found.killed), "script": json.loads(views.as_json(plan, why=False))}
        typer.echo(
            json.dumps({**of_entry(found.entry), "path": found.entry.script, **told}, ensure_ascii=False, indent=1)
        )
        return
    typer.echo(views.text(plan, why=False))
    for title in found.killed:
        typer.echo(typer.style("error killed", fg="red") + f": {printable(title)}")
    for one in found.remarks:
        typer.echo(typer.style(one.remark.severity, fg=COLOURS[one.remark.severity]) + f" {printable(str(one))}")
    typer.echo(printable(f"{found.entry.script}  {_counted(found)}"))
    if found.entry.status == "approved" and not found.changed:
        typer.secho(f"approved, as {short}", fg="green")
    elif not approving.waits(found.entry):
        typer.echo(printable(f"it waits no more: it is {found.entry.status} {found.entry.reason}"))
    else:
        typer.echo(f"{_left(_seconds_left(found.entry, now))}: bulletin approve {hour} --hash {short}")
