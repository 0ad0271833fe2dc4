"""A radio station on loopback: Liquidsoap with the script that we write for stations, before an Icecast."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import soundfile
from listening import RATE, Listener
from playing import Program, ask, liquidsoap, open_to_player, place, until

from bulletin.air import Opened, Parcel, opened
from bulletin.air.playout.liquidsoap import Script, script
from bulletin.station import Station
from bulletin.station import Target as Row

sys.path.append(str(Path(__file__).parents[1] / "contract"))

from parcels import parcel

MUSIC = (300, 350)  # hertz, one after the other
SAFE = 250
TRACK = 6.0  # seconds
PASSWORD = "a-password-of-these-tests"

ICECAST = """
<icecast><location>here</location><admin>nobody@localhost</admin><hostname>localhost</hostname>
 <limits><clients>40</clients><sources>12</sources><queue-size>524288</queue-size><client-timeout>30</client-timeout>
  <header-timeout>15</header-timeout><source-timeout>20</source-timeout><burst-on-connect>0</burst-on-connect>
  <burst-size>0</burst-size></limits>
 <authentication><source-password>{password}</source-password><admin-user>admin</admin-user>
  <admin-password>{password}</admin-password></authentication>
 <listen-socket><port>{port}</port><bind-address>127.0.0.1</bind-address></listen-socket><fileserve>0</fileserve>
 <paths><basedir>/usr/share/icecast2</basedir><logdir>{folder}</logdir><webroot>/usr/share/icecast2/web</webroot>
  <adminroot>/usr/share/icecast2/admin</adminroot></paths>
 <logging><accesslog>access.log</accesslog><errorlog>error.log</errorlog><loglevel>2</loglevel></logging>
 <security><chroot>0</chroot></security></icecast>
"""


@dataclass(frozen=True)
class OnAir:
    """A station that is heard."""

    home: Path  # with socket, news, music ...
    port: int
    mount: str
    program: Program

    def listener(self) -> Listener:
        return Listener(self.port, self.mount)

    def target(self, **settings: object) -> Opened:
        row = Row(
            "liquidsoap", settings={"socket": str(self.home / "socket"), "folder": str(self.home / "news"), **settings}
        )
        return opened(row, Station(name="Harbour FM", home=str(self.home)))

    def ask(self, *commands: str) -> list[str]:
        return ask(self.home / "socket", *commands)


@contextmanager
def serving(port: int) -> Iterator[None]:
    """An Icecast."""
    with place() as home:
        open_to_player(home)
        (home / "icecast.xml").write_text(ICECAST.format(password=PASSWORD, port=port, folder=home))
        program = Program(["icecast2", "-c", str(home / "icecast.xml")], home / "printed.log")
        program.start()
        try:
            until(lambda: _answers(port), f"Icecast listens; it said {program.printed()[-300:]}")
            yield
        finally:
            program.kill()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def going(port: int, mount: str, *, music: bool = True, **wanted: object) -> Iterator[OnAir]:
    """A station, on air, from the script that `bulletin init` writes."""
    with place() as home:
        open_to_player(home)
        (home / "music").mkdir()
        for pitch in MUSIC if music else ():
            tone(home / "music" / f"{pitch}.wav", pitch, TRACK)
        tone(home / "safe.wav", SAFE, 3.0)
        (home / "news").mkdir(mode=0o755)
        text = script(
            Script(
                station="Harbour FM",
                socket=str(home / "socket"),
                folder=str(home / "news"),
                music=str(home / "music"),
                safe=str(home / "safe.wav"),
                icecast_port=port,
                mount=mount,
                **wanted,  # type: ignore[arg-type]
            )
        )
        with liquidsoap(text, home, {"ICECAST_PASSWORD": PASSWORD}) as program:
            yield OnAir(home, port, mount, program)


def tone(path: Path, pitch: int, seconds: float) -> None:
    time = np.arange(round(seconds * RATE)) / RATE
    soundfile.write(path, (0.25 * np.sin(2 * np.pi * pitch * time)).astype(np.float32), RATE)
    path.chmod(0o644)


def now() -> datetime:
    return datetime.now(UTC)


def news(folder: Path, number: int, *, seconds: float = 2.0, title: str = "") -> Parcel:
    """A bulletin for this minute, with a pitch of its own: 600 Hz and 50 more for each number."""
    made = parcel(folder, 4 + number, seconds=seconds, title=title)
    return replace(made, slot=now(), expires=now() + timedelta(hours=1))


def tone_of(number: int) -> int:
    return 600 + 50 * number
