"""bulletin targets: where a station's bulletins are brought to."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import BulletinError, TargetError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..station import Station, Target

SECONDS = 20.0  # for one target to answer

targets = typer.Typer(
    name="targets",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _names(incomplete: str) -> list[str]:
    from .. import station as stations

    return [name for row in stations.load(None).targets if (name := row.name or row.kind).startswith(incomplete)]


Which = Annotated[
    list[str] | None,
    typer.Option("--target", metavar="NAME", help="Only this one.", show_default=False, autocompletion=_names),
]


@targets.callback()
def _targets() -> None:
    """The places that a station's bulletins are brought to: list, test.

    \b
    Examples:
      bulletin targets list
      bulletin targets test
    """


@targets.command("list")
def list_targets(station: options.StationFile = None, as_json: options.Json = False) -> None:
    """List the station's targets, and the kinds that there are.

    \b
    Examples:
      bulletin targets list
      bulletin targets list --json | jq -r '.kinds[] | select(.missing == "") | .name'
    """
    from .. import air

    where = options.station(station)
    kinds = [
        {"name": card.name, "summary": card.summary, "needs_network": card.needs_network, "missing": card.missing()}
        for card in air.cards()
    ]
    ours = [{"name": row.name or row.kind, "kind": row.kind, "settings": dict(row.settings)} for row in where.targets]
    if as_json:
        typer.echo(json.dumps({"targets": ours, "kinds": kinds}, ensure_ascii=False, indent=1))
        return
    if not ours:
        typer.echo("no targets yet: [[targets]] in the station file, as docs/targets.md has them", err=True)
    for one in ours:
        typer.secho(printable(str(one["name"])), bold=True, nl=False)
        typer.echo(printable(f"  {one['kind']}  {json.dumps(one['settings'], ensure_ascii=False)}"))
    typer.echo("kinds:")
    for kind in kinds:
        typer.echo(f"  {kind['name']:11} {kind['summary']}" + (f" ({kind['missing']})" if kind["missing"] else ""))


@targets.command("test")
def test(which: Which = None, station: options.StationFile = None, as_json: options.Json = False) -> None:
    """Ask each target whether it would take a bulletin; nothing is left there.

    Exits with 12 where one would not.

    \b
    Examples:
      bulletin targets test
      bulletin targets test --target azuracast
      bulletin targets test --json | jq '.[] | select(.reason != "")'
    """
    where = options.station(station)
    found = [_asked(row, where) for row in rows(which, where)]
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for one in found:
            tell(one["name"], one["found"], one["reason"])
    refuse([one["name"] for one in found if one["reason"]], "would not take a bulletin")


def rows(which: list[str] | None, where: Station) -> list[Target]:
    """The station's targets, or those that are named.  Raises UsageError where there are none."""
    known = {row.name or row.kind: row for row in where.targets}
    if not known:
        raise UsageError(f"{where.name} has no [[targets]]: docs/targets.md says which there are")
    if lost := [name for name in which or () if name not in known]:
        raise UsageError(f'--target: there is no target "{lost[0]}"; there are {", ".join(known)}')
    return [known[name] for name in dict.fromkeys(which or known)]


def tell(name: str, good: str, reason: str) -> None:
    """What became of one target, as soon as it is known."""
    typer.secho("bad   " if reason else "good  ", fg="red" if reason else "green", nl=False)
    typer.echo(printable(f"{name}: {reason or good}"))


def refuse(bad: list[str], what: str) -> None:
    """Raises TargetError where some are bad."""
    if bad:
        raise TargetError(f"{', '.join(bad)} {what}; see above for what to do")


def _asked(row: Target, where: Station) -> dict[str, Any]:
    from .. import air

    told = {"name": row.name or row.kind, "kind": row.kind, "found": "", "reason": ""}
    try:
        return told | {"found": air.opened(row, where).check(seconds=SECONDS)}
    except BulletinError as error:
        return told | {"reason": str(error)}
