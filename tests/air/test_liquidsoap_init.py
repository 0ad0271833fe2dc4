"""What `bulletin init --playout liquidsoap` writes, on air as it is but for its port: Icecast, Liquidsoap, the safe file."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from listening import SILENCE, Listener
from loopback import MUSIC, TRACK, news, now, tone, tone_of
from playing import Program, ask, free_port, lack, open_to_player, place, until

from bulletin import station as stations
from bulletin.air import opened

NAME = "../../etc \"#{process.run('touch pit')} Radio Co."
COMMAND = Path(sys.executable).parent / "bulletin"


@pytest.fixture
def written() -> Iterator[tuple[Path, int]]:
    """A station's folder as init left it, the player's own, and the port of its Icecast."""
    if why := lack("icecast2", "liquidsoap"):
        pytest.skip(why)
    with place() as above:
        home, port = open_to_player(above / "radio"), free_port()
        subprocess.run([COMMAND, "init", NAME, "--playout", "liquidsoap"], cwd=home, check=True, capture_output=True)
        for name, was, is_ in (
            ("icecast.xml", "<port>8000<", f"<port>{port}<"),
            ("station.liq", "port=8000", f"port={port}"),
        ):
            text = (home / name).read_text()
            assert text.count(was) == 1
            (home / name).write_text(text.replace(was, is_))
        if not os.geteuid():
            for path in home.iterdir():
                shutil.chown(path, "liquidsoap", "liquidsoap")
        yield home, port


def test_init_alone_makes_a_station_that_is_heard(written: tuple[Path, int], tmp_path: Path) -> None:
    """No music: the safe file.  Then music, then the news and the music again.  Its name is only a name."""
    home, port = written
    password = dict(line.split("=", 1) for line in (home / "playout.env").read_text().splitlines())
    icecast = Program(["icecast2", "-c", str(home / "icecast.xml")], tmp_path / "icecast.log")
    player = Program(["liquidsoap", str(home / "station.liq")], tmp_path / "liquidsoap.log", password)
    with ExitStack() as end:
        for program in (icecast, player):
            end.callback(program.kill)
            program.start()
        until(lambda: "Connection setup was successful" in player.printed(), f"they are connected: {player.log}")
        audience = Listener(port, "/live.mp3")
        end.callback(audience.close)
        until(lambda: audience.now() > 30, "something is on air")
        assert set(audience.pitches) - {SILENCE, *MUSIC}
        assert audience.pitches.count(SILENCE) < 10  # tenths of a second: the first ones

        tone(home / "music" / "one.wav", MUSIC[0], TRACK)
        ask(home / "liquidsoap.sock", "music.reload")
        audience.until(lambda order: order[-1:] == [MUSIC[0]], "music")

        station = stations.load(home / "station.toml")
        start = audience.now()
        opened(station.targets[0], station).deliver(news(tmp_path, 1), now=now(), seconds=30.0)
        audience.until(lambda order: order[-2:] == [tone_of(1), MUSIC[0]], "the news, and the music after it", start)
    assert not list(home.rglob("pit"))
