"""The log: everything that the loop tells as one line, for people on a terminal and for machines anywhere else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from ..station import Station
from .hiding import hider
from .telling import Told

Event = MutableMapping[str, Any]
COLOURS = {"info": "", "warning": "\x1b[33m", "error": "\x1b[31m"}
FAINT, PLAIN = "\x1b[2m", "\x1b[0m"
WORST = ("none", "stumbled", "reread failed")  # what no later try makes good; all else that is bad is tried again


class Journal:
    """Lines on a stream.  A stream that is gone (a terminal that was closed, a full disk) never stops the news."""

    def __init__(self, station: Station, out: TextIO) -> None:
        self._out = out
        self.reread(station)

    def reread(self, station: Station) -> None:
        """Write with another name and zone from now on."""
        import structlog

        form = for_people(station.zone) if self._out.isatty() else structlog.processors.JSONRenderer()
        self._station, self._hide = station.slug, hider(station)
        self._log = structlog.wrap_logger(
            structlog.WriteLogger(self._out),
            processors=[structlog.processors.add_log_level, form],
            wrapper_class=structlog.BoundLogger,
        )

    def tell(self, told: Told) -> None:
        """Write one line."""
        words = {"target": told.target, "kind": told.kind, "note": told.note}
        line = {"at": told.at.astimezone(UTC).isoformat(timespec="milliseconds"), "station": self._station}
        line |= {"slot": told.slot.astimezone(UTC).isoformat()} if told.slot else {}
        line |= {name: self._hide(value) for name, value in words.items() if value}
        with contextlib.suppress(OSError, ValueError):
            getattr(self._log, level_of(told))(self._hide(told.what), **line)


def level_of(told: Told) -> str:
    """error: this is not made good by itself; warning: it is tried again; info: all the rest."""
    return "info" if not told.bad else "error" if told.what in WORST else "warning"


def for_people(zone: ZoneInfo) -> Callable[[Any, str, Event], str]:
    """A line for a terminal: time, station, what, of which slot, where, and why; times in the station's zone."""

    def line(_: Any, __: str, event: Event) -> str:
        at = datetime.fromisoformat(event["at"]).astimezone(zone)
        slot = f"{datetime.fromisoformat(event['slot']).astimezone(zone):%H:%M}" if "slot" in event else ""
        colour = COLOURS[event["level"]]
        where = " ".join(filter(None, (event.get("kind", ""), event.get("target", ""))))
        note = ": ".join(filter(None, (where, event.get("note", ""))))
        head = f"{FAINT}{at:%H:%M:%S} {event['station']}{PLAIN} {slot:5}"
        return f"{head} {colour}{event['event']:15}{note}{PLAIN if colour else ''}".rstrip()

    return line
