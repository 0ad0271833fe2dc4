"""bulletin wires: where a station's copy comes from."""

from __future__ import annotations

import difflib
import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import SourceError, StationError, UsageError
from . import options
from .printable import printable

if TYPE_CHECKING:
    from ..station import Station, Wire
    from ..wire import Told

wires = typer.Typer(
    name="wires",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Undated(StrEnum):
    """What --undated can be."""

    never = "never"
    seen = "seen"


def _names(incomplete: str) -> list[str]:
    from .. import station as stations

    return [wire.name for wire in stations.load(None).wires if wire.name.startswith(incomplete)]


Which = Annotated[
    list[str] | None,
    typer.Argument(metavar="NAME|URL...", help="Wires, as `list` has them.", show_default=False, autocompletion=_names),
]


@wires.callback()
def _wires() -> None:
    """The feeds and pages that a station's copy comes from: add, list, remove, test.

    \b
    Examples:
      bulletin wires add https://example.org/feed.xml --category africa
      bulletin wires list
      bulletin wires test
    """


@wires.command("add")
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="URL|FILE...", help="Feeds, pages, or lists of feeds (OPML).", show_default=False),
    ],
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="As it is credited on air.  [default: its own]")
    ] = None,
    category: Annotated[
        str | None, typer.Option("--category", metavar="WORD", help="local, africa, world, business, sport, light ...")
    ] = None,
    weight: Annotated[
        float | None, typer.Option("--weight", min=0, max=10, help="How much its copy counts.  [default: 1]")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="en, fr, ha ...  [default: what it says]")
    ] = None,
    full_text: Annotated[
        bool, typer.Option("--full-text/--no-full-text", help="Read the pages of what comes as a summary.")
    ] = True,
    breaking: Annotated[
        bool, typer.Option("--breaking/--no-breaking", help="Believe it when it calls something breaking.")
    ] = True,
    undated: Annotated[
        Undated, typer.Option("--undated", help="Copy without a date: not aired, or as old as our first sight of it.")
    ] = Undated.never,
    untested: Annotated[bool, typer.Option("--untested", help="Do not fetch it first.")] = False,
    station: options.StationFile = None,
) -> None:
    """Add feeds to the station file, after a look at what they have.

    A page that names its feed adds that.  A list of feeds, as feed readers export it, adds all of them; its folders
    become categories.

    \b
    Examples:
      bulletin wires add https://example.org/feed.xml --name "Coast Courier" --category local --weight 1.5
      bulletin wires add https://example.org/          a page: its feed is found
      bulletin wires add subscriptions.opml --untested
    """
    from ..station import editing

    file, where = _station(station)
    there = {wire.url for wire in where.wires}
    asked = list({wire.url: wire for source in sources for wire in _wires_of(source)}.values())
    if name and len(asked) > 1:
        raise UsageError(f"--name is for one wire, and these are {len(asked)}: add them one by one")
    given = {"name": name, "category": category, "weight": weight, "language": language}
    kept: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    asked = [replace(w, full_text=full_text, breaking=breaking, undated=undated.value, **kept) for w in asked]
    for wire in [wire for wire in asked if wire.url in there]:
        typer.echo(f"{wire.url}: is a wire already", err=True)
    asked = [wire for wire in asked if wire.url not in there]
    told: Sequence[Told] = ()
    if asked and not untested:
        told = _told(asked, where, named=True)
        asked = [replace(t.wire, url=t.feed or t.wire.url, name=t.wire.name or t.name) for t in told if not t.reason]
        asked = list({wire.url: wire for wire in asked if wire.url not in there}.values())
    if asked:
        editing.add_wires(file, asked)
    for wire in asked:
        typer.secho("added  ", fg="green", nl=False)
        what = next((_what(one) for one in told if wire.url in (one.feed, one.wire.url)), "not tested")
        typer.echo(printable(f"{wire.name or wire.url}  {wire.url}  ({what})"))
    for one in told:
        if not one.reason and (one.feed or one.wire.url) in there:
            typer.echo(printable(f"{one.wire.url}: its feed {one.feed} is a wire already"), err=True)
    _bad(told)


@wires.command("list")
def list_wires(
    station: options.StationFile = None,
    as_json: options.Json = False,
    as_opml: Annotated[bool, typer.Option("--opml", help="Print a list of feeds for other programs.")] = False,
) -> None:
    """List the station's wires.

    \b
    Examples:
      bulletin wires list
      bulletin wires list --opml > subscriptions.opml
      bulletin wires list --json | jq -r '.[].url'
    """
    from .. import station as stations

    where = stations.load(options.named(station))
    if as_opml:
        from .. import wire

        typer.echo(wire.write_opml(where.wires, f"{where.name}: wires"), nl=False)
    elif as_json:
        typer.echo(json.dumps([asdict(one) for one in where.wires], ensure_ascii=False, indent=1))
    else:
        if not where.wires:
            typer.echo("no wires yet: bulletin wires add URL", err=True)
        wide = max((len(one.name) for one in where.wires), default=0)
        for one in where.wires:
            typer.secho(f"{printable(one.name):{wide}}", bold=True, nl=False)
            typer.echo(f"  {one.category:9} {one.weight:4g}  {one.url}")


@wires.command("remove")
def remove(which: Which, station: options.StationFile = None) -> None:
    """Take wires out of the station file.  Comments in it stay.

    \b
    Examples:
      bulletin wires remove "Coast Courier"
      bulletin wires remove https://example.org/feed.xml
    """
    from ..station import editing

    file, where = _station(station)
    gone = _chosen(which or [], where, strangers=False)
    editing.remove_wires(file, [wire.url for wire in gone])
    for wire in gone:
        typer.echo(printable(f"removed  {wire.name or wire.url}  {wire.url}"))


@wires.command("test")
def test(which: Which = None, station: options.StationFile = None, as_json: options.Json = False) -> None:
    """Fetch wires now and tell what they have; without a name, all of them.

    How many items, how old the newest is, how many are only summaries, in which language, and what is wrong.  An
    address that is no wire is tested too.  Exits with 4 where any is bad.

    \b
    Examples:
      bulletin wires test
      bulletin wires test "Coast Courier"
      bulletin wires test https://example.org/feed.xml
      bulletin wires test --json | jq '.[] | select(.reason != "")'
    """
    from .. import station as stations

    where = stations.load(options.named(station))
    chosen = _chosen(which, where, strangers=True) if which else list(where.wires)
    if not chosen:
        raise UsageError("the station has no wires: `bulletin wires add URL`")
    told = _told(chosen, where)
    if as_json:
        typer.echo(json.dumps([_object(one) for one in told], ensure_ascii=False, indent=1))
        if any(one.reason for one in told):
            raise typer.Exit(SourceError.exit_code)
        return
    for one in told:
        if one.reason:
            continue
        typer.secho("good  ", fg="green", nl=False)
        typer.echo(printable(f"{one.name or one.wire.url}: {_what(one)}"))
        for line in (*([f"its page names {one.feed}: add that"] if one.feed else []), *one.left_out):
            typer.echo(printable(f"      {line}"))
    _bad(told)


def _bad(told: Sequence[Told]) -> None:
    """Say what is wrong; exits with 4 where anything is."""
    wrong = [one for one in told if one.reason]
    for one in wrong:
        typer.secho("bad   ", fg="red", nl=False, err=True)
        typer.echo(printable(f"{one.wire.url}: {one.reason}"), err=True)
    if wrong:
        raise typer.Exit(SourceError.exit_code)


def _told(chosen: Sequence[Wire], where: Station, *, named: bool = False) -> Sequence[Told]:
    from .. import wire

    return wire.collect(chosen, where, now=datetime.now(UTC), anew=True, named=named).told


def _what(one: Told) -> str:
    """What a wire has, in a line."""
    from ..wire import age

    if not one.articles:
        return "empty"
    newest = f"the newest {age(one.newest, datetime.now(UTC))}" if one.newest else "none with a date"
    parts = [f"{one.articles} item{'s' if one.articles > 1 else ''}", newest]
    parts += [f"summaries: {one.partial}"] if one.partial else []
    parts += [", ".join(one.languages)]
    return ", ".join([*parts, *(["unchanged since it was last fetched"] if one.unchanged else [])])


def _object(one: Told) -> dict[str, Any]:
    told = asdict(one) | {"newest": one.newest.isoformat() if one.newest else None}
    return {"url": told.pop("wire")["url"], "items": told.pop("articles"), **told}


def _station(given: Path | None) -> tuple[Path, Station]:
    """The station file that is to be changed."""
    from .. import station as stations

    file = options.named(given) or Path("station.toml")
    if not file.is_file():
        raise StationError(f"{file}: there is no such station file; `bulletin init` writes one")
    return file, stations.load(file)


def _wires_of(source: str) -> list[Wire]:
    """An address as one wire, a list of feeds as all of its own."""
    from .. import wire
    from ..station import Wire as Feed

    if source.startswith(("https://", "http://")):
        return [Feed(source)]
    path = Path(source)
    if not path.is_file():
        like = f"; did you mean https://{source}?" if "." in source and " " not in source else ""
        raise UsageError(f'"{source}" is neither an address nor a file{like}')
    try:
        outlines = wire.read_opml(path.read_bytes())
    except SourceError as error:
        raise SourceError(f"{source}: {error}") from None
    return [Feed(one.url, one.name, one.category or Feed.category) for one in outlines]


def _chosen(which: Sequence[str], where: Station, *, strangers: bool) -> list[Wire]:
    """The wires that some names and addresses mean.  Raises UsageError, with the nearest name."""
    from ..station import Wire as Feed

    found = {}
    for wanted in which:
        same = [one for one in where.wires if wanted == one.url or wanted.casefold() == one.name.casefold()]
        if len(same) > 1:
            raise UsageError(f'{len(same)} wires are called "{wanted}": give the address of one ({same[0].url} ...)')
        if not same and strangers and wanted.startswith(("https://", "http://")):
            same = [Feed(wanted)]
        if not same:
            known = {name.casefold(): name for one in where.wires for name in (one.url, one.name) if name}
            close = difflib.get_close_matches(wanted.casefold(), known, n=1, cutoff=0.5)
            like = f'; did you mean "{known[close[0]]}"?' if close else "; `bulletin wires list` lists them"
            raise UsageError(f'there is no wire "{wanted}"{like}')
        found[same[0].url] = same[0]
    return list(found.values())
