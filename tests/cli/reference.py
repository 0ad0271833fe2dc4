"""docs/commands.md, as the commands describe themselves: `python tests/cli/reference.py > docs/commands.md`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

from bulletin.cli import app

WIDE = 100  # letters


def page() -> str:
    """The whole page."""
    parts = [f"\n## {name}\n\n```\n{text}\n```\n" for name, text in shown()]
    return "".join(["# Commands\n\nMade by `make docs`; a test keeps it true.\n", *parts])


def shown() -> list[tuple[str, str]]:
    """Every command by its full name, and its help."""
    return list(_helps(typer.main.get_command(app), "bulletin", None))


def _helps(command: Any, name: str, above: Any) -> Iterator[tuple[str, str]]:
    with command.make_context(
        name.rpartition(" ")[2], [], parent=above, resilient_parsing=True, terminal_width=WIDE
    ) as here:
        yield name, "\n".join(line.rstrip() for line in command.get_help(here).strip().splitlines())
        for verb, inner in getattr(command, "commands", {}).items():
            yield from _helps(inner, f"{name} {verb}", here)


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - it is for a shell
