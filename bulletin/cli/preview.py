"""bulletin preview: sources -> the script, in the terminal, before anything is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..newsroom import Found


class Format(StrEnum):
    """What a preview can look like."""

    text = "text"
    markdown = "markdown"
    html = "html"
    json = "json"


def preview(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    sources: options.Sources = None,
    station: options.StationFile = None,
    at: options.At = None,
    template: options.Template = None,
    length: options.Length = None,
    fit: options.Fitting = None,
    voice: options.Voice = None,
    out: options.Out = None,
    form: Annotated[Format, typer.Option("--format", help="How to show it.")] = Format.text,
    why: Annotated[
        bool, typer.Option("--why", help="Show what each line came from, what was cut and what was changed.")
    ] = False,
    as_json: options.Json = False,
) -> None:
    """Show a bulletin's script before it is read.

    Laid against the clock as it will be aired; nothing is read aloud or written, but for --out.

    \b
    Examples:
      bulletin preview article.txt
      bulletin preview                                   the next bulletin, from the station's wires
      bulletin preview article.txt --why                 where each line came from, and what was cut
      bulletin preview news/ --length 90s --fit exactly  how the slot is filled
      bulletin preview news/ --format html > script.html
      bulletin preview news/ --out .                     also write the script under ./scripts, to edit
    """
    from .. import newsroom
    from . import views

    where = options.station(station, template=template, length=length, voice=voice, out=out, fit=fit)
    now = datetime.now(UTC)
    from_wires = options.from_wires(sources, where)
    when = options.slot(at, where, now, template if from_wires else None)
    asked: newsroom.Asked = {"now": now, "at": when, "template": template, "voice": voice, "length": length}
    if from_wires:
        draft = newsroom.previewed(where, **asked)
    else:
        draft = newsroom.draft(sources or (), where, **asked, stdin=sys.stdin.buffer)
    remarks = newsroom.check(draft, where)
    plan = views.planned(draft, where)
    told = (*draft.warnings, *plan.rundown.warnings)
    draft = replace(draft, warnings=(*told, *_untold(remarks, told)))
    form = Format.json if as_json else form
    typer.echo(views.VIEWS[form.value](replace(plan, draft=draft), why), nl=False)
    if form is not Format.json:
        for warning in draft.warnings:
            typer.secho(f"bulletin: {printable(warning)}", fg="yellow", err=True)
    if out is not None:
        typer.echo(f"script: {newsroom.save_script(draft, where)}", err=True)


def _untold(remarks: Iterable[Found], warnings: Sequence[str]) -> Iterable[str]:
    """The desk's errors and warnings that are not told yet; notes are left to `bulletin check`."""
    for found in remarks:
        if found.remark.severity != "note" and not any(found.remark.why in warning for warning in warnings):
            yield str(found)
