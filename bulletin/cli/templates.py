"""bulletin templates: the forms that a bulletin can have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import TemplateError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..station import Station

templates = typer.Typer(
    name="templates",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="As `list` has it.", show_default=False, autocompletion=options._templates)
]


@templates.callback()
def _templates() -> None:
    """List, show, copy and check the templates that bulletins are written with.

    \b
    Examples:
      bulletin templates list
      bulletin templates copy hourly      into your templates folder, to change it
      bulletin templates check            all of them, with sample stories
    """


@templates.command("list")
def list_templates(station: options.StationFile = None, as_json: options.Json = False) -> None:
    """List the templates there are.

    Whose each is, its usual length, its languages, and when the schedule uses it.

    \b
    Examples:
      bulletin templates list
      bulletin templates list --json | jq -r '.[] | select(.ours | not) | .name'
    """
    from .. import station as stations

    where = stations.load(station)
    found = list(_listed(where))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    wide = max((len(one["name"]) for one in found), default=0)
    for one in found:
        typer.secho(f"{one['name']:{wide}}", bold=True, nl=False)
        whose = "ours" if one["ours"] else "yours"
        told = (whose, one["length"] or "no usual length", ", ".join(one["languages"]))
        typer.echo(f"  {'; '.join(told)}; {'; '.join(one['used'])}" if one["used"] else f"  {'; '.join(told)}")
        if one["wrong"] or one["summary"]:
            typer.echo(f"{'':{wide}}  {printable(one['wrong'] or one['summary'])}")


def _listed(where: Station) -> Iterator[dict[str, Any]]:
    from .. import script

    for name in script.template_names(where.path(where.folders.templates), where.language):
        used = [*(["the station's own form"] if name == where.template else []), *script.rows_of(name, where)]
        told = {"name": name, "languages": list(script.languages_of(name, where)), "used": used}
        try:
            about = script.about(name, where)
        except TemplateError as error:
            yield told | {"ours": False, "length": "", "categories": [], "summary": "", "file": "", "wrong": str(error)}
            continue
        yield told | {
            "ours": about.ours, "length": about.length, "categories": list(about.categories),
            "summary": about.summary, "file": str(about.file), "wrong": "",
        }  # fmt: skip


@templates.command()
def show(name: Name, station: options.StationFile = None) -> None:
    """Print a template.

    Yours, where you have one of that name.

    \b
    Examples:
      bulletin templates show hourly
      bulletin templates show long | less
    """
    from .. import script
    from .. import station as stations

    about = script.about(name, stations.load(station))
    typer.echo(script.template_text(about.file), nl=False)


@templates.command()
def copy(
    name: Name,
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="What it is to be called.  [default: the same]")
    ] = None,
    station: options.StationFile = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Copy a template, to change it.

    Into the station's templates folder, whole.  Under the same name it goes before ours from then on.

    \b
    Examples:
      bulletin templates copy hourly
      bulletin templates copy hourly breakfast     under a name of its own: template = "breakfast"
    """
    from .. import publish, script
    from .. import station as stations

    where = stations.load(station)
    about = script.about(name, where, own=bool(new) and new != name)
    to = script.own_file(new or name, where)
    if (to.exists() or to.is_symlink()) and not force:
        raise UsageError(f"{to} is there already; use --force to replace it, or give it another name")
    typer.echo(str(publish.file(to, script.template_text(about.file))))
    typer.echo(f"  edit it, then: bulletin templates check {new or name}", err=True)


@templates.command()
def check(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="[default: all]", show_default=False)
    ] = None,
    station: options.StationFile = None,
    as_json: options.Json = False,
) -> None:
    """Try templates with sample stories.

    What they write is read as a script, and measured against its slot.  One story, many, a sensitive one, updates, stories without a source, hostile words.  Exits with 5 where a template
    is wrong, or where the schedule names one that is not there.

    \b
    Examples:
      bulletin templates check
      bulletin templates check breakfast
      bulletin templates check --json | jq -r '.[] | "\\(.file):\\(.line): \\(.why)"'
    """
    from .. import script, studio
    from .. import station as stations
    from ..errors import StationError

    where = stations.load(station)
    wanted = names or script.template_names(where.path(where.folders.templates), where.language)
    sounds, now = studio.sound_seconds(where), datetime.now(UTC)
    at = script.next_slot(where, now)
    found = [asdict(flaw) for name in dict.fromkeys(wanted) for flaw in script.tried(name, where, at, sounds=sounds)]
    if not names:
        try:
            script.check_schedule(where)
        except StationError as error:
            path = str(station or Path("station.toml"))
            found.append({"template": "", "file": path, "line": 0, "why": str(error), "sample": ""})
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    for one in found if not as_json else ():
        place = ":".join(str(part) for part in (one["file"] or one["template"], one["line"]) if part)
        typer.echo(printable(f"{place}: {one['why']}" + (f" (with {one['sample']})" if one["sample"] else "")))
    count = len(dict.fromkeys(wanted))
    told = "nothing is wrong" if not found else f"{len(found)} {'fault' if len(found) == 1 else 'faults'}"
    typer.echo(f"{count} {'template' if count == 1 else 'templates'}: {told}", err=True)
    if found:
        raise typer.Exit(TemplateError.exit_code)
