"""Where the cues and lines of a script stand in its file, so that an editor can be told which row is meant."""

from __future__ import annotations

from dataclasses import dataclass

from .parsing import _FRONT, _is_silent, _paragraphs


@dataclass(frozen=True, slots=True)
class Place:
    """The rows of a file, counted from 1, on which a cue's heading and each of its lines begin."""

    heading: int
    lines: tuple[int, ...] = ()


def places(text: str) -> list[Place]:
    """One Place for each cue of a script's text form, as `from_text` reads it: in its order, and with as many lines."""
    front = _FRONT.match(text)
    start = front.end() if front else 0
    found: list[tuple[int, list[int]]] = []
    for number, rows in _paragraphs(text[start:], text[:start].count("\n") + 1):
        if rows[0].startswith("## "):
            found.append((number, []))
        elif found and not _is_silent(rows):
            said = [n for n, row in enumerate(rows, number) if not row.startswith(">")]
            found[-1][1].extend(said[:1])
    return [Place(heading, tuple(lines)) for heading, lines in found]
