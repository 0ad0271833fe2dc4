"""bulletin voices: who can read."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from . import options


def voices(as_json: options.Json = False) -> None:
    """List the engines and voices.

    And whether each can be used here, or what it lacks.

    \b
    Examples:
      bulletin voices
      bulletin voices --json | jq -r '.[] | select(.missing == "") | .name'
    """
    from .. import voice

    cards = voice.cards()
    if as_json:
        typer.echo(json.dumps([asdict(card) | {"missing": card.missing()} for card in cards], indent=1))
        return
    for card in cards:
        lack = card.missing()
        typer.secho(card.name, bold=True, nl=False)
        typer.echo(f"  {card.summary}")
        typer.echo(f"  voices: {', '.join(card.voices)}; languages: {', '.join(card.languages)}; {card.licence}")
        typer.secho(f"  {'missing: ' + lack if lack else 'ready'}", fg="yellow" if lack else "green")
