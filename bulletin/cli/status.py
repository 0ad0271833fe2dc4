"""bulletin status: what is on air, what is next, what failed; and an exit code for monitors."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import BulletinError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..onair.judging import Verdict
    from ..onair.state import Standing
    from ..playlog import Delivery, Entry

COLOURS = ("green", "yellow", "red", "magenta")
SHOWN = 5  # of what failed lately
LONGEST = 200  # letters of a line
HAS = {
    "delivered": "has it",
    "withdrawn": "has given it back",
    "failed": "has not got it",
    "trying": "is being given it",
}

Row = tuple["Standing | None", "Verdict", str]  # None: it cannot be told how it stands; the name


def status(
    station: options.StationFile = None,
    every: Annotated[bool, typer.Option("--all", help="Each station in stations/.")] = False,
    as_json: options.Json = False,
    as_metrics: Annotated[
        bool, typer.Option("--metrics", help="Print Prometheus' text, for a textfile collector.")
    ] = False,
) -> None:
    """Tell what is on air, what is next and what failed; times are the station's.

    \b
    Exit codes, as monitors have them:
      0 well
      1 a warning: late, a target has not got it, a draft waits and time is short, half of the wires are silent
      2 critical: nothing fresh is on air, or `bulletin onair` does not go round
      3 unknown: the station or the playlog cannot be read, or nothing was ever on air
    A wrong option gives 2 too.  With --all it is the worst: critical, warning, unknown, well.  --metrics gives 0.

    \b
    Examples:
      bulletin status
      bulletin status --all --json | jq '.[] | select(.code > 0)'
      bulletin status --metrics > bulletin.prom.new && mv bulletin.prom.new bulletin.prom
    """
    from ..onair import judging

    now = datetime.now(UTC)
    if every and station:
        raise UsageError("--all is for the stations in stations/: leave --station out")
    rows = [_row(file, now) for file in (_all() if every else [station])]
    if as_metrics:
        from ..onair import metrics

        typer.echo(metrics.text([standing for standing, _, _ in rows if standing]), nl=False)
        return  # with 0: `... > FILE.new && mv FILE.new FILE` must go on when all is not well
    if as_json:
        objects = [_object(*row) for row in rows]
        typer.echo(json.dumps(objects if every else objects[0], ensure_ascii=False, indent=1))
    else:
        for row in rows:
            _tell(*row)
    raise typer.Exit(judging.worst([verdict for _, verdict, _ in rows]))


def _all() -> list[Path]:
    from .. import station as stations

    if found := list(stations.stations_in(Path())):
        return found
    raise UsageError("there is no station in stations/: put their files there, one NAME.toml for each")


def _row(file: Path | None, now: datetime) -> Row:
    """How one station stands.  What cannot be read is a verdict too."""
    from .. import station as stations
    from ..onair import judging, state

    name = file.stem if file else "station"
    try:
        where = stations.load(options.named(file))
        name = where.name
        with options.playlog(where) as log:
            standing = state.look(where, log, now)
    except BulletinError as error:
        return None, judging.Verdict(judging.UNKNOWN, (str(error),)), name
    return standing, judging.verdict(standing), standing.name


# ---------------------------------------------------------------- for people


def _tell(standing: Standing | None, verdict: Verdict, name: str) -> None:
    """The first line says it all: a monitor may show no more."""
    typer.secho(verdict.name, fg=COLOURS[verdict.code], bold=True, nl=False)
    first = verdict.reasons[0] if verdict.reasons else _well(standing)
    typer.echo(_short(f" {name}: {first}"))
    for reason in verdict.reasons[1:]:
        typer.echo(_short(f"{'':10}{reason}"))
    for head, line in _lines(standing) if standing else ():
        typer.secho(f"{head:10}", bold=bool(head), nl=False)
        typer.echo(_short(line))


def _short(line: str) -> str:
    """A line as it is shown: what is longer is in --json."""
    shown = printable(line)
    return shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"


def _well(standing: Standing | None) -> str:
    if standing is None or standing.on_air is None:
        return "nothing is to be on air now"
    return f"the {_clock(standing.on_air.slot, standing)} bulletin is on air"


def _lines(of: Standing) -> list[tuple[str, str]]:
    """Heads and what stands beside them."""
    from .. import timing

    rows = []
    if of.on_air:
        length = f", {timing.clock(of.on_air.duration_seconds)}" if of.on_air.duration_seconds else ""
        since = f", since {_clock(of.since, of, seconds=True)}" if of.since else ""
        rows.append(("on air", f"{_clock(of.on_air.slot, of)} {of.on_air.template}{since}{length}"))
        rows += [("", headline) for headline in of.on_air.headlines]
        rows += [("", _has(name, of)) for name in of.targets]
    else:
        last = f"the last was that of {_day(of.last.slot, of)}" if of.last else "nothing ever was"
        rows.append(("on air", f"nothing fresh; {last}"))
    rows.append(("next", f"{_clock(of.next, of)} {of.form}, in {_span(of.next - of.now)}: {_coming(of)}"))
    bad = [(entry.slot, _failed(entry, of)) for entry in of.lately if entry.status in ("none", "failed")]
    bad += [(slot, f"{_clock(slot, of)} {d.target}: {d.note}") for slot, d in _undelivered(of)]
    for number, (_, line) in enumerate(sorted(bad, reverse=True)[:SHOWN]):
        rows.append(("" if number else "failed", line))
    if len(bad) > SHOWN:
        rows.append(("", f"and {len(bad) - SHOWN} more since yesterday: `bulletin history`"))
    loop = f"went round {_span(of.now - of.alive)} ago" if of.alive else "has left no heartbeat"
    rows.append(("loop", loop))
    rows.append(("wires", f"{of.wires}" + ("; these gave nothing:" if of.silent else "")))
    return rows + [("", line) for line in of.silent]


def _has(name: str, of: Standing) -> str:
    found = _delivery(name, of)
    if found is None:
        return f"{name} has not got it"
    at = f", asked at {_clock(found.changed, of, seconds=True)}" if found.changed else ""
    note = f": {found.note}" if found.note and found.state != "trying" else ""
    tries = f" after {found.tries} tries" if found.tries > 1 else ""
    return f"{name} {HAS[found.state]}{tries}{at}{note}"


def _delivery(name: str, of: Standing) -> Delivery | None:
    there = of.deliveries.get(of.on_air.slot, ()) if of.on_air else ()
    return next((one for one in there if one.target == name), None)


def _undelivered(of: Standing) -> list[tuple[datetime, Delivery]]:
    on_air = of.on_air.slot if of.on_air else None
    rows = [(entry.slot, one) for entry in of.lately for one in of.deliveries.get(entry.slot, ())]
    return [(slot, one) for slot, one in rows if one.state == "failed" and slot != on_air]


def _coming(of: Standing) -> str:
    """What state the next bulletin is in."""
    from ..onair import state

    entry, minutes = of.entry(of.next), of.onair.make_minutes
    if entry is None:
        ahead = max(minutes, of.approval.draft_minutes) if of.approval.needed else minutes
        verb = "drafted" if of.approval.needed else "made"
        return f"waiting, it is {verb} at {_clock(of.next - timedelta(minutes=ahead), of)}"
    if state.held(entry, of.now):
        return f"being made by {entry.by}"
    delivered = sum(one.state == "delivered" for one in of.deliveries.get(of.next, ()))
    return {
        "making": f"{entry.by} died while making it",
        "scripted": "drafted, awaits approval" if of.approval.needed else "drafted",
        "approved": "approved", "made": f"made, {delivered} of {len(of.targets)} targets have it", "aired": "on air",
        "none": f"there will be none: {entry.reason}", "failed": f"failed, is tried again: {entry.reason}",
    }[entry.status]  # fmt: skip


def _failed(entry: Entry, of: Standing) -> str:
    return f"{_clock(entry.slot, of)} {entry.status}: {entry.reason}"


def _clock(at: datetime, of: Standing, *, seconds: bool = False) -> str:
    return f"{at.astimezone(of.zone):{'%H:%M:%S' if seconds else '%H:%M'}}"


def _day(at: datetime, of: Standing) -> str:
    return f"{at.astimezone(of.zone):%H:%M on %d %B}"


def _span(time: timedelta) -> str:
    seconds = max(0, int(time.total_seconds()))
    if seconds < 100:
        return f"{seconds} s"
    return f"{seconds // 60} min" if seconds < 6000 else f"{seconds // 3600} h"


# ---------------------------------------------------------------- for machines


def _object(of: Standing | None, verdict: Verdict, name: str) -> dict[str, Any]:
    """One station as an object: times as ISO 8601 in UTC."""
    told: dict[str, Any] = {
        "name": name,
        "status": verdict.name,
        "code": verdict.code,
        "reasons": list(verdict.reasons),
    }
    if of is None:
        return told
    entry = of.entry(of.next)
    return {
        "station": of.station, **told, "at": of.now.isoformat(),
        "on_air": _entry(of.on_air, of) | {"since": _iso(of.since)} if of.on_air else None,
        "last": _iso(of.last.slot if of.last else None),
        "next": {"slot": of.next.isoformat(), "template": of.form, "status": entry.status if entry else "waiting",
                 "reason": entry.reason if entry else ""},
        "lately": [_entry(one, of) for one in of.lately],
        "loop": _iso(of.alive), "wires": of.wires, "wires_silent": list(of.silent),
        "making_seconds": of.making_seconds,
    }  # fmt: skip


def _entry(entry: Entry, of: Standing) -> dict[str, Any]:
    return {
        "slot": entry.slot.isoformat(), "template": entry.template, "status": entry.status, "reason": entry.reason,
        "headlines": list(entry.headlines), "seconds": entry.duration_seconds,
        "targets": {one.target: {"state": one.state, "tries": one.tries, "at": _iso(one.changed), "note": one.note}
                    for one in of.deliveries.get(entry.slot, ())},
    }  # fmt: skip


def _iso(at: datetime | None) -> str | None:
    return at.isoformat() if at else None
