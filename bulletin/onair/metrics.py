"""Prometheus: gauges that are read from the playlog and counted against the clock when they are asked for.

So they go on telling the truth while the loop hangs, a restart forgets nothing, and `bulletin status --metrics` prints
the same text for a textfile collector.  docs/onair.md has an alert rule for each.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from math import inf
from typing import TYPE_CHECKING

from .. import __version__
from ..errors import BulletinError, UsageError
from .judging import verdict
from .state import Standing, stands

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

HERE = "127.0.0.1"
STATES = ("made", "aired", "failed", "none")
DELIVERED = ("delivered", "failed", "trying", "withdrawn")

Look = Callable[[], Standing]
Sample = tuple[tuple[str, ...], float]  # the labels after the station's, and the value


def text(standings: Sequence[Standing]) -> str:
    """The gauges of some stations in Prometheus' text format."""
    from prometheus_client import CollectorRegistry, generate_latest

    registry = CollectorRegistry()
    registry.register(_Collector(lambda: standings))
    return generate_latest(registry).decode()


class Metrics:
    """A server for one station's gauges, on this machine only, in threads of its own."""

    def __init__(self, look: Look, clock: Callable[[], datetime]) -> None:
        self._look, self._clock = look, clock
        self._last: Standing | None = None
        self._close: Callable[[], None] | None = None
        self.port = 0

    def serve(self, port: int) -> None:
        """Serve there from now on, and nowhere at 0.  Raises UsageError where somebody else has the port."""
        if port == self.port:
            return
        self.close()
        if not port:
            return
        from prometheus_client import CollectorRegistry, start_http_server

        registry = CollectorRegistry()
        registry.register(_Collector(self._standings))
        try:
            server, thread = start_http_server(port, HERE, registry)
        except OSError as error:
            why = f"no metrics on port {port} ({error.strerror}): choose another in [onair] metrics_port"
            raise UsageError(why) from None
        self.port = port

        def close() -> None:
            threading.Thread(target=server.shutdown, daemon=True).start()  # it waits for its own next look
            thread.join(2)
            server.server_close()

        self._close = close

    def close(self) -> None:
        """Serve no more."""
        if self._close:
            self._close()
        self._close, self.port = None, 0

    def _standings(self) -> Sequence[Standing]:
        """How things stand now; as they last stood, counted against the clock, when the playlog cannot be read."""
        from dataclasses import replace

        try:
            self._last = self._look()
        except BulletinError:
            if self._last is None:
                return ()
            return (replace(self._last, now=self._clock().astimezone(UTC), readable=False),)
        return (self._last,)


class _Collector:
    """What the package asks for the gauges, at each scrape."""

    def __init__(self, standings: Callable[[], Sequence[Standing]]) -> None:
        self._standings = standings

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """The gauges."""
        yield from _families(self._standings())


def _families(standings: Sequence[Standing]) -> Iterator[GaugeMetricFamily]:
    from prometheus_client.core import GaugeMetricFamily

    build = GaugeMetricFamily("bulletin_build_info", "The version that runs", labels=("version",))
    build.add_metric((__version__,), 1)
    yield build
    for name, labels, what, samples in GAUGES:
        family = GaugeMetricFamily(f"bulletin_{name}", what, labels=("station", *labels))
        for standing in standings:
            for values, number in samples(standing):
                family.add_metric((standing.station, *values), number)
        yield family


def _age(of: Standing) -> Iterator[Sample]:
    yield (), (of.now - of.last.slot).total_seconds() if of.last else inf


def _on_air(of: Standing) -> Iterator[Sample]:
    if of.last:
        yield (), of.last.slot.timestamp()


def _slots(of: Standing) -> Iterator[Sample]:
    found = Counter(stands(entry) for entry in of.lately)
    yield from (((state,), found[state]) for state in STATES)


def _deliveries(of: Standing) -> Iterator[Sample]:
    there = (d for entry in of.lately for d in of.deliveries.get(entry.slot, ()))
    found: Counter[tuple[str, str]] = Counter((d.target, d.state) for d in there)
    yield from (((name, state), found[name, state]) for name in of.targets for state in DELIVERED)


def _target(of: Standing) -> Iterator[Sample]:
    there = of.on_air and {d.target for d in of.deliveries.get(of.on_air.slot, ()) if d.state == "delivered"}
    yield from (((name,), float(name in (there or ()))) for name in of.targets)


def _optional(value: float | None) -> Iterator[Sample]:
    if value is not None:
        yield (), value


GAUGES: tuple[tuple[str, tuple[str, ...], str, Callable[[Standing], Iterator[Sample]]], ...] = (
    ("on_air_age_seconds", (), "Since the slot of the newest bulletin that was on air; +Inf: none ever was", _age),
    ("on_air_slot_timestamp_seconds", (), "The slot of the newest bulletin that was on air", _on_air),
    ("on_air", (), "1 while a bulletin that is fresh is on air", lambda of: _optional(float(of.on_air is not None))),
    ("target_on_air", ("target",), "1 for a target that has the bulletin that is on air", _target),
    ("next_slot_seconds", (), "Until the next slot", lambda of: _optional((of.next - of.now).total_seconds())),
    ("slots_last_day", ("state",), "Slots of the last 24 hours by what became of them", _slots),
    ("deliveries_last_day", ("target", "state"), "Deliveries of the last 24 hours by their state", _deliveries),
    ("making_seconds", (), "How long the newest bulletin took to make", lambda of: _optional(of.making_seconds)),
    ("wires", (), "The wires of the station", lambda of: _optional(of.wires)),
    ("wires_silent", (), "Wires that gave nothing for the newest bulletin", lambda of: _optional(len(of.silent))),
    ("loop_age_seconds", (), "Since `bulletin onair` last went round; +Inf: it never did",
     lambda of: _optional((of.now - of.alive).total_seconds() if of.alive else inf)),
    ("playlog_readable", (), "0 while the playlog cannot be read and all this is as it last was",
     lambda of: _optional(float(of.readable))),
    ("status", (), "What `bulletin status` exits with: 0 well, 1 warning, 2 critical, 3 unknown",
     lambda of: _optional(verdict(of).code)),
)  # fmt: skip
