"""bulletin draft, review, approve, reject, edit: a person reads a bulletin before it is aired."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import PlaylogError, PublishError, ScriptError, UsageError
from . import drafts, options
from .printable import printable

if TYPE_CHECKING:
    from ..playlog import Entry, Playlog
    from ..station import Station

Which = Annotated[
    str,
    typer.Argument(metavar="HOUR|SCRIPT", help="14:00, '2026-11-22 14:00', or the script's file.", show_default=False),
]


def draft(
    station: options.StationFile = None,
    at: options.At = None,
    again: Annotated[bool, typer.Option("--again", help="In the place of a draft that waits already.")] = False,
    as_json: options.Json = False,
) -> None:
    """Write a bulletin's script for a person to read; nothing is read aloud.

    `bulletin onair` does it by itself where the station file has [approval] needed = true; this is for one who wants it
    sooner, or another after a no.  Approved, it is aired as it stands, on a station that needs no approval too.

    \b
    Examples:
      bulletin draft                           the next slot's, from the station's wires
      bulletin draft --at 18:00 && bulletin edit 18:00 && bulletin approve 18:00
    """
    from .. import newsroom
    from ..script import next_slot

    now, where = datetime.now(UTC), options.station(station)
    options.from_wires(None, where)
    slot = options.air_time(at, where, now) or next_slot(where, now)
    if slot <= now:
        raise UsageError(f"--at: {slot:%H:%M on %d %B} is past; name a slot that is to come")
    with options.playlog(where) as log:
        there = log.bulletin(where.slug, slot)
    if there and there.status in ("scripted", "approved") and not again:
        raise UsageError(f"a draft of {slot:%H:%M} waits already, {there.script}; --again writes another")
    done = newsroom.draft_slot(where, now=now, at=slot, template=None, voice=None, length=None)
    if not isinstance(done, newsroom.Draft):
        raise PlaylogError(done.reason)
    with options.playlog(where) as log:
        if entry := log.bulletin(where.slug, slot):
            drafts.show(newsroom.approving.read(entry, where, log, now), where, now, as_json)


def review(
    which: Annotated[
        str | None,
        typer.Argument(metavar="[HOUR|SCRIPT]", help="One of them: the script and what the desk says of it."),
    ] = None,
    station: options.StationFile = None,
    as_json: options.Json = False,
) -> None:
    """Show the drafts that wait for a person, or read one of them.

    With the time that is left until the last call, a minute before the slot: what happens then to one that nobody
    approved says [approval] in the station file.  More: docs/approval.md.

    \b
    Examples:
      bulletin review                          all that wait
      bulletin review 14:00                    the script as it will be read, the desk's remarks, and its hash
      bulletin review 14:00 --json | jq .remarks
    """
    from ..newsroom import approving

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        if which is not None:
            entry = drafts.found(which, where, log, now)
            drafts.show(approving.read(entry, where, log, now), where, now, as_json)
            return
        rows = [drafts.row(entry, where, log, now) for entry in approving.waiting(where, log, now)]
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    if not rows:
        needed = "" if where.approval.needed else ": [approval] needed is false, so bulletins wait for nobody"
        typer.echo(f"no draft waits{needed}", err=True)
    for row in rows:
        typer.echo(f"{datetime.fromisoformat(row['slot']):%a %d %b %H:%M}  ", nl=False)
        typer.secho(f"{row['status']:9}", fg="green" if row["status"] == "approved" else "yellow", nl=False)
        typer.echo(printable(f"{row['left']:24} {row['remarks']:24} {row['script']}"))


def approve(
    which: Which,
    station: options.StationFile = None,
    shown: Annotated[
        str, typer.Option("--hash", metavar="HEX", help="Only if it is still the script that had this hash.")
    ] = "",
    anyway: Annotated[bool, typer.Option("--anyway", help="Though the desk finds errors in it.")] = False,
    as_json: options.Json = False,
) -> None:
    """Say yes to a draft: exactly these words are aired.

    The desk reads it over first: errors are to be corrected, or --anyway.  If a word is changed after that, it has to
    be approved again.

    \b
    Examples:
      bulletin approve 14:00
      bulletin approve 14:00 --hash 3f2a9c81d0ab     only what `bulletin review 14:00` showed
      bulletin approve scripts/234radio/2026-11-22/1400-hourly.md
    """
    from ..newsroom import approving

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry, by = drafts.found(which, where, log, now), approving.person()
        found = approving.approve(entry, where, log, by=by, now=now, shown=shown, anyway=anyway)
    _done(entry, where, "approved", by, as_json, hash=found.hash, script=entry.script)


def reject(
    which: Which,
    why: Annotated[str, typer.Option("--why", help="For whoever asks later why there was none.", show_default=False)],
    station: options.StationFile = None,
    as_json: options.Json = False,
) -> None:
    """Say no to a draft: there is no bulletin for that slot, and the programme goes on.

    \b
    Examples:
      bulletin reject 14:00 --why "the lead story is wrong"
      bulletin draft --at 14:00                      another one
    """
    from ..newsroom import approving

    if not why.strip():
        raise UsageError("--why: say why, in a few words")
    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry, by = drafts.found(which, where, log, now), approving.person()
        approving.reject(entry, where, log, by=by, now=now, why=why)
    _done(entry, where, "rejected", by, as_json, why=" ".join(why.split()))


def edit(which: Which, station: options.StationFile = None, as_json: options.Json = False) -> None:
    """Correct a draft in your editor ($VISUAL or $EDITOR), and read what the desk says of it then.

    A yes to the words before does not count for the new ones.  What cannot be read back as a script is kept beside it,
    and the next `edit` goes on with that.

    \b
    Examples:
      bulletin edit 14:00 && bulletin approve 14:00
      EDITOR="code --wait" bulletin edit 14:00
    """
    from ..newsroom import approving
    from .editor import edited

    now = datetime.now(UTC)
    with _desk(station) as (where, log):
        entry, by = drafts.found(which, where, log, now), approving.person()
        approving.may(entry, "corrected")
        path = approving.script_of(entry)
        kept, before = path.with_suffix(".edited.md"), path.read_bytes()
        text = edited(kept if kept.exists() else path)
        later = datetime.now(UTC)
        try:
            if path.read_bytes() != before:
                raise ScriptError(f"{path} was changed meanwhile, and is not written over; compare them")
            fresh = log.bulletin(where.slug, entry.slot) or entry
            found = approving.correct(fresh, where, log, text=text, by=by, now=later)
        except (ScriptError, PlaylogError, PublishError) as error:
            kept.write_text(text, encoding="utf-8")
            raise type(error)(f"{error}.  Your words are in {kept}") from None
        kept.unlink(missing_ok=True)
        if text.encode() == before and found.hash == entry.script_hash:
            typer.echo("nothing was changed", err=True)
        drafts.show(found, where, later, as_json)


@contextmanager
def _desk(file: Path | None) -> Iterator[tuple[Station, Playlog]]:
    """The station and its playlog."""
    where = options.station(file)
    with options.playlog(where) as log:
        yield where, log


def _done(entry: Entry, where: Station, what: str, by: str, as_json: bool, **more: str) -> None:
    at = entry.slot.astimezone(where.zone)
    if as_json:
        typer.echo(json.dumps({"slot": at.isoformat(), "status": what, "by": by, **more}, ensure_ascii=False))
        return
    typer.echo(printable(f"{at:%a %d %b %H:%M}  {what} by {by}" + (f": {more['why']}" if "why" in more else "")))
