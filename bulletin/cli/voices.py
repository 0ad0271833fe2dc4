"""bulletin voices: who can read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from . import options

if TYPE_CHECKING:
    from ..station import Station
    from ..voice import Card


def voices(station: options.StationFile = None, as_json: options.Json = False) -> None:
    """List the engines and voices.

    And whether each can be used here, or what it lacks.

    \b
    Examples:
      bulletin voices
      bulletin voices --json | jq -r '.[] | select(.missing == "") | .name'
    """
    from .. import station as stations
    from .. import voice

    where = stations.load(station)
    found = [(card, voice.lacking(card.name, where), *_sorted(card, where)) for card in voice.cards()]
    if as_json:
        told = [asdict(card) | {"missing": lack, "voices_here": here} for card, lack, here, _ in found]
        typer.echo(json.dumps(told, indent=1))
        return
    for card, lack, here, absent in found:
        typer.secho(card.name, bold=True, nl=False)
        typer.echo(f"  {card.summary}")
        typer.echo(
            f"  voices: {', '.join(card.voices)}; languages: {', '.join(card.languages) or 'any'}; {card.licence}"
        )
        typer.secho(f"  {lack if lack else 'ready'}", fg="yellow" if lack else "green")
        if here and absent:
            typer.echo(f"  here: {', '.join(here)}; {voice.lacking(f'{card.name}:{absent[0]}', where)}")


def _sorted(card: Card, where: Station) -> tuple[list[str], list[str]]:
    """The voices of an engine that can be used here, and the others."""
    from .. import voice

    lacks = {name: voice.lacking(f"{card.name}:{name}", where) for name in card.voices}
    return [name for name, lack in lacks.items() if not lack], [name for name, lack in lacks.items() if lack]
