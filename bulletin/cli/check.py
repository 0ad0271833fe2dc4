"""bulletin check: what an editor should look at before a script is aired, as a linter tells it."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import CopyErrors, ScriptError
from ..timing import clock
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..newsroom import Found
    from ..station import Station

COLOURS = {"error": "red", "warning": "yellow", "note": "blue"}
_LINE = re.compile(r", line (\d+): ")


def check(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Scripts, articles as `preview` takes them, or finished MP3s and WAVs.",
            show_default=False,
        ),
    ],
    station: options.StationFile = None,
    at: options.At = None,
    template: options.Template = None,
    length: options.Length = None,
    voice: options.Voice = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Of audio: measure it, and do not recognise the words.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 10 for warnings, too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a list of objects, and nothing else.")] = False,
) -> None:
    """Read a script over as a sub-editor would, or listen to a finished bulletin.

    Holds each line against the sentences that it came from, and against the rules for the ear; changes nothing.
    An error must not go on air, a warning is for an editor to look at, a note is advice.
    docs/checking.md has every rule.  Exits with 10 where there are errors.

    Finished audio, or the folder of a bulletin, is measured: length, loudness, peaks, silences, tags; and with the
    extra [aircheck] its words are recognised and held against the script.  docs/aircheck.md has every check.

    \b
    Examples:
      bulletin check scripts/234radio/2026-11-22/1400-hourly.md     a script, as you edited it
      bulletin check news/                                          what the desk would make of articles
      bulletin check script.md --json | jq '.[] | select(.severity == "error")'
      bulletin check audio_out/234radio/2026-11-22/1400-hourly/     listen to a finished bulletin and its segments
      bulletin check latest.mp3 --quick                             any file, without recognising words
      bulletin check script.md --strict && bulletin make script.md  air it only if nothing needs a look
    """
    from .. import newsroom
    from . import aircheck

    where = options.station(station, template=template, length=length, voice=voice)
    now = datetime.now(UTC)
    when = options.air_time(at, where, now)
    recordings = {source: files for source in sources if (files := aircheck.files(source))}
    scripts = [source for source in sources if newsroom.is_script(Path(source))]
    articles = [source for source in sources if source not in scripts and source not in recordings]
    found: list[dict[str, Any]] = []
    for path in dict.fromkeys(path for files in recordings.values() for path in files):
        found += aircheck.listened(path, where, quick=quick)
    for batch in (*([path] for path in dict.fromkeys(scripts)), *([articles] if articles else [])):
        found += _checked(batch, where, now=now, at=when, template=template, voice=voice, length=length)
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for row in _grouped(found) if sys.stdout.isatty() else map(_row, found):
            typer.echo(row)
    counts = Counter(remark["severity"] for remark in found)
    clean = "nothing to say: clean copy" if scripts or articles else "nothing is wrong with what was checked"
    typer.echo(_summary(counts) or clean, err=True)
    if counts["error"] or (strict and counts["warning"]):
        raise typer.Exit(CopyErrors.exit_code)


def _checked(sources: Sequence[str], where: Station, **wishes: Any) -> Iterator[dict[str, Any]]:
    """The remarks on one script, or on some articles, as plain objects; a script that cannot be read is one of them."""
    from .. import newsroom

    try:
        draft = newsroom.draft(sources, where, stdin=sys.stdin.buffer, **wishes)
    except ScriptError as error:
        yield _unreadable(str(sources[0]), str(error))
        return
    yield from map(_object, newsroom.check(draft, where))


def _object(found: Found) -> dict[str, Any]:
    remark = found.remark
    return {
        "path": found.path,
        "line": found.line or None,
        "slug": remark.slug,
        "severity": remark.severity,
        "rule": remark.rule,
        "why": remark.why,
        "suggestion": remark.suggestion,
        "text": remark.text,
    }


def _unreadable(path: str, message: str) -> dict[str, Any]:
    row = _LINE.search(message)
    line = int(row[1]) if row else None
    why = message[row.end() :] if row else message.removeprefix(f"{path}: ")
    told = {"path": path, "line": line, "slug": "", "severity": "error", "rule": "unreadable", "why": why}
    return told | {"suggestion": "", "text": ""}


def _row(found: dict[str, Any]) -> str:
    """`path:line: severity rule: why; suggestion`, and the words themselves where there is no row to look up."""
    place = f"{found['path']}:{found['line']}" if found["line"] else found["slug"] or found["path"]
    if "start_seconds" in found and found["end_seconds"]:
        place += f" {clock(found['start_seconds'])}"
    words = f" [{_short(found['text'])}]" if found["text"] and not found["line"] else ""
    lead = f"{printable(place)}: " if place else ""
    return f"{lead}{found['severity']} {found['rule']}: {printable(_told(found) + words)}"


def _grouped(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    """For a terminal: file by file, in colours, each remark below the words that it is about."""
    for path, remarks in groupby(found, key=lambda one: one["path"] or "the script"):
        yield typer.style(printable(path), bold=True)
        for (line, text), same in groupby(remarks, key=lambda one: (one["line"], one["text"])):
            if text or line:
                row = f"{line:>5}" if line else " " * 5
                yield f"{row}  " + typer.style(printable(_short(text)), dim=True)
            for one in same:
                severity = typer.style(f"{one['severity']} {one['rule']}", fg=COLOURS[one["severity"]])
                yield f"{'':7}{severity}: {printable(_told(one))}"
        yield ""


def _told(found: dict[str, Any]) -> str:
    return "; ".join(filter(None, (found["why"], found["suggestion"])))


def _short(text: str) -> str:
    return text if len(text) <= 100 else text[:97] + "..."


def _summary(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[kind]} {kind if counts[kind] == 1 else kind + 's'}" for kind in COLOURS if counts[kind])
