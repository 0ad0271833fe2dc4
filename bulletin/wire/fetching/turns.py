"""Whose turn it is: addresses in lines before their hosts, a few of a host at once and with a breath between them.

Pure but for its own state: `at` is a reading of a monotonic clock, in seconds.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from ...station import Fetching

GAP_SECONDS = 0.25  # between two requests to one host
HANGS = 2  # so many addresses of a host in a row that keep us waiting to the end, and the others are not asked


@dataclass
class Line:
    """The addresses that wait before one host."""

    host: str
    own: bool  # the station's own host, by private_hosts: it is asked as fast as it goes
    waiting: deque[str] = field(default_factory=deque)
    under_way: int = 0
    hung: int = 0  # in a row
    next_start: float = 0.0


class Turns:
    """All lines of one run."""

    def __init__(self, fetching: Fetching) -> None:
        self._fetching = fetching
        self._lines: dict[str, Line] = {}
        self._line_of: dict[str, Line] = {}
        self.waiting = 0

    def wait(self, address: str, host: str, own: bool) -> None:
        """Put an address at the end of its host's line."""
        line = self._lines.setdefault(host, Line(host, own))
        self._line_of[address] = line
        line.waiting.append(address)
        self.waiting += 1

    def next(self, at: float) -> str | None:
        """The address whose turn it is now, None when there is none yet."""
        for host, line in self._lines.items():
            if line.waiting and at >= line.next_start and line.under_way < self._most(line):
                line.under_way += 1
                line.next_start = at + (0.0 if line.own else GAP_SECONDS)
                self.waiting -= 1
                self._lines[host] = self._lines.pop(host)  # the others first
                return line.waiting.popleft()
        return None

    def soonest(self, at: float) -> float | None:
        """The seconds until a turn comes for no other reason than that time has passed; None when none will."""
        starts = [
            line.next_start
            for line in self._lines.values()
            if line.waiting and line.under_way < self._most(line) and line.next_start > at
        ]
        return min(starts) - at if starts else None

    def ended(self, address: str, hung: bool) -> list[str]:
        """An address is done with; gives those of its host that are not asked any more, because it only hangs."""
        line = self._line_of[address]
        line.under_way -= 1
        line.hung = line.hung + 1 if hung else 0
        if line.own or line.hung < max(HANGS, self._fetching.at_once_per_host):
            return []
        given_up = list(line.waiting)
        self.waiting -= len(given_up)
        line.waiting.clear()
        return given_up

    def _most(self, line: Line) -> int:
        return self._fetching.at_once if line.own else self._fetching.at_once_per_host
