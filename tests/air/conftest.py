"""What the tests of playout share: an Icecast, stations before it, and listeners."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from listening import Listener
from loopback import OnAir, going, serving
from playing import free_port, lack, listens, until


@pytest.fixture(scope="session")
def icecast() -> Iterator[int]:
    """Its port."""
    if why := lack("icecast2", "liquidsoap"):
        pytest.skip(why)
    port = free_port()
    with serving(port):
        yield port


@pytest.fixture(scope="module")
def breaking_in(icecast: int) -> Iterator[OnAir]:
    """The news breaks in."""
    with going(icecast, "/breaking-in.mp3") as station:
        yield station


@pytest.fixture(scope="module")
def waiting(icecast: int) -> Iterator[OnAir]:
    """The news waits for the end of the track."""
    with going(icecast, "/waiting.mp3", interrupt=False) as station:
        yield station


@pytest.fixture
def listener(request: pytest.FixtureRequest) -> Iterator[Callable[[OnAir], Listener]]:
    """A listener for a station, who hangs up when the test ends."""
    with ExitStack() as stack:

        def of(station: OnAir) -> Listener:
            until(lambda: listens(station.home / "socket"), "the station is there")
            one = station.listener()
            stack.callback(one.close)
            return one

        yield of
