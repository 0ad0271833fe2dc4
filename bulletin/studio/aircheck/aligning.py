"""The words that were heard are laid beside those that should have been: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .likeness import ALIKE, alike

GAP = 1.0  # what a missing or an extra word costs
UNLIKE = 1.6  # and a wrong one: less than a missing and an extra one, so that wrong words stand side by side
SIMILAR = 0.5  # and one that sounds like it
BAND = 250  # words that the two may be apart


@dataclass(frozen=True)
class Run:
    """Words in a row that are not the same: `said`[first:last] of the script for `heard`[begin:end]."""

    first: int
    last: int
    begin: int
    end: int


def runs(said: Sequence[str], heard: Sequence[str], edges: Sequence[int] = ()) -> list[Run]:
    """Where the two differ, in order; no run goes over an edge (a place in `said` where a line begins)."""
    found: list[Run] = []
    cuts = set(edges)
    for first, last, begin, end in _steps(said, heard):
        if last > first and end > begin and said[first] == heard[begin]:
            continue
        same_run = found and found[-1].last == first and found[-1].end == begin
        if same_run and not (first in cuts and last > first):
            found[-1] = Run(found[-1].first, last, found[-1].begin, end)
        else:
            found.append(Run(first, last, begin, end))
    return found


def _steps(said: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """The cheapest way through both (Needleman and Wunsch 1970), in a band around the diagonal."""
    rows, columns = len(said), len(heard)
    slope = columns / rows if rows else 0.0
    costs: list[dict[int, tuple[float, int]]] = [{j: (j * GAP, 2) for j in range(min(columns, BAND) + 1)}]
    for i in range(1, rows + 1):
        middle = int(i * slope)
        above = costs[-1]
        row: dict[int, tuple[float, int]] = {}
        for j in range(max(0, middle - BAND), min(columns, middle + BAND) + 1):
            ways = []
            if j and j - 1 in above:
                ways.append((above[j - 1][0] + _cost(said[i - 1], heard[j - 1]), 0))
            if j in above:
                ways.append((above[j][0] + GAP, 1))
            if j and j - 1 in row:
                ways.append((row[j - 1][0] + GAP, 2))
            row[j] = min(ways) if ways else (i * GAP + j * GAP, 1)
        costs.append(row)
    i, j, back = rows, columns, []
    while i or j:
        way = costs[i][j][1] if j in costs[i] else 1
        way = 2 if not i else 1 if not j else way
        step = (i - (way != 2), i, j - (way != 1), j)
        back.append(step)
        i, j = step[0], step[2]
    return back[::-1]


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    return SIMILAR if alike(one, other) >= ALIKE else UNLIKE
