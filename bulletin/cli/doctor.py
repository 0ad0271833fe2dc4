"""bulletin doctor: what is installed, what is missing, what to do."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from ..errors import BulletinError
from . import options


class Unwell(BulletinError):
    """Something that is needed does not work."""


def doctor(station: options.StationFile = None, as_json: options.Json = False) -> None:
    """Check the installation.

    Python, packages, voices, sounds, folders and the station file; what is missing, and what to do.

    \b
    Examples:
      bulletin doctor
      bulletin doctor --station station.toml --json
    """
    from . import checkup

    findings = checkup.examine(station)
    if as_json:
        typer.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        colours = {"good": "green", "optional": "blue", "bad": "red"}
        for finding in findings:
            typer.secho(f"{finding.state:9}", fg=colours[finding.state], nl=False)
            typer.echo(f"{finding.what}: {finding.found}")
            if finding.todo:
                typer.echo(f"{'':9}  -> {finding.todo}")
    bad = [finding.what for finding in findings if finding.state == "bad"]
    if bad:
        raise Unwell(f"not well: {', '.join(bad)}; see above for what to do")
