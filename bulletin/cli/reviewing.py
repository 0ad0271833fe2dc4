"""bulletin review, approve, reject, edit, draft: a person reads a bulletin before it is aired."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import BulletinError, ScriptError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..newsroom.approving import Read
    from ..playlog import Entry, Playlog
    from ..station import Station

COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
Which = Annotated[
    str,
    typer.Argument(metavar="HOUR|SCRIPT", help="14:00, '2026-11-22 14:00', or the script's file.", show_default=False),
]


def review(
    which: Annotated[
        str | None,
        typer.Argument(metavar="[HOUR|SCRIPT]", help="One of them: the script and what the desk says of it."),
    ] = None,
    station: options.StationFile = None,
    as_json: options.Json = False,
) -> None:
    """Show the drafts that wait for a person, or read one of them.

    With the time left until the last call, a minute before the slot: what happens then to one that nobody approved
    says [approval] in the station file.  docs/approval.md.

    \b
    Examples:
      bulletin review                          all that wait, with their warnings
      bulletin review 14:00                    the script as it will be read, the desk's remarks, and its hash
      bulletin review 14:00 --json | jq .remarks
    """
    from ..newsroom import approving

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        if which is not None:
            _show(approving.read(_found(which, where, log, now), where, log, now), where, now, as_json)
            return
        rows = [_row(entry, where, log, now) for entry in approving.waiting(where, log, now)]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        needed = "" if where.approval.needed else "; [approval] needed = false, so bulletins wait for nobody"
        typer.echo(f"nothing waits{needed}", err=True)
    for row in rows:
        at = datetime.fromisoformat(row["slot"])
        typer.echo(f"{at:%a %d %b %H:%M}  ", nl=False)
        typer.secho(f"{row['status']:9}", fg="green" if row["status"] == "approved" else "yellow", nl=False)
        typer.echo(printable(f"{_left(row['seconds_left']):22} {_counted(row)}  {row['script']}"))


def approve(
    which: Which,
    station: options.StationFile = None,
    shown: Annotated[
        str, typer.Option("--hash", metavar="HEX", help="Only if it is still the script that had this hash.")
    ] = "",
    anyway: Annotated[bool, typer.Option("--anyway", help="Though the desk found errors in it.")] = False,
    as_json: options.Json = False,
) -> None:
    """Say yes to a draft: exactly these words are aired.

    Reads it over first; errors have to be corrected, or --anyway.  Who changes a word after that has to ask again.

    \b
    Examples:
      bulletin approve 14:00
      bulletin approve 14:00 --hash 3f2a9c81d0ab     what `bulletin review 14:00` showed
      bulletin approve scripts/234radio/2026-11-22/1400-hourly.md
    """
    from ..newsroom import approving

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry, by = _found(which, where, log, now), approving.person()
        found = approving.approve(entry, where, log, by=by, now=now, shown=shown, anyway=anyway)
    _done(entry, where, "approved", by, as_json, hash=found.hash, script=entry.script)


def reject(
    which: Which,
    why: Annotated[str, typer.Option("--why", help="For whoever asks later why there was none.")],
    station: options.StationFile = None,
    as_json: options.Json = False,
) -> None:
    """Say no to a draft: there is no bulletin for that slot, and the programme goes on.

    \b
    Examples:
      bulletin reject 14:00 --why "the lead story is wrong"
      bulletin draft --at 14:00                      write another one
    """
    from ..newsroom import approving

    if not why.strip():
        raise UsageError("--why: say why, in a few words")
    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry, by = _found(which, where, log, now), approving.person()
        approving.reject(entry, where, log, by=by, now=now, why=why)
    _done(entry, where, "rejected", by, as_json, reason=why)


def edit(which: Which, station: options.StationFile = None, as_json: options.Json = False) -> None:
    """Correct a draft in your editor ($VISUAL or $EDITOR), and read what the desk says of it then.

    A yes to the words before does not count for yours.  What cannot be read back is kept beside the script, and
    the next `edit` goes on with it.

    \b
    Examples:
      bulletin edit 14:00 && bulletin approve 14:00
      EDITOR="code --wait" bulletin edit 14:00
    """
    from ..newsroom import approving

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry = _found(which, where, log, now)
        before = approving.read(entry, where, log, now).draft.text if _readable(entry) else ""
        approving.correct(entry, where, log, text=before, by=approving.person(), now=now) if before else None
        kept = Path(entry.script).with_suffix(".edited.md")
        text = _edited(kept if kept.exists() else Path(entry.script))
        later = datetime.now(UTC)
        if Path(entry.script).read_text(encoding="utf-8") != before:
            kept.write_text(text, encoding="utf-8")
            raise ScriptError(f"{entry.script} was changed meanwhile; yours is in {kept}: compare them, and edit again")
        try:
            fresh = log.bulletin(where.slug, entry.slot) or entry
            found = approving.correct(fresh, where, log, text=text, by=approving.person(), now=later)
        except BulletinError as error:
            kept.write_text(text, encoding="utf-8")
            raise type(error)(f"{error} (your words are kept in {kept})") from None
        kept.unlink(missing_ok=True)
        _show(found, where, later, as_json)
