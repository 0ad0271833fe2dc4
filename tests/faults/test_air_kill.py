"""kill -9 at random moments of make + deliver, and between the two halves of a delivery: the next round goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from air_kills import killed, one  # its folder is on the path: pytest puts it there
from air_station import MINUTE, NOON, Moving, Stage, home, made, printed

KILLS = 50  # of each draw; there are four
CUT_OFF = """
import os, sys
sys.path.insert(0, sys.argv[1])
from datetime import datetime
from pathlib import Path
from air_station import delivered
from bulletin.playlog import Playlog
Playlog.deliver = lambda *words, **more: os.kill(os.getpid(), 9)  # the machine is gone before this is written
delivered(Path(sys.argv[2]), datetime.fromisoformat(sys.argv[3]))
"""


class Patient(Moving):
    """A clock that stands still while somebody else makes the bulletin of noon."""

    stage: Stage

    def wait(self, seconds: float, *, busy: bool) -> None:
        while (entry := self.stage.entry(NOON)) and entry.status in ("making", "scripted"):
            time.sleep(0.1)
        super().wait(seconds, busy=busy)


@pytest.mark.parametrize("seed", range(234, 238))
def test_two_hundred_kills_at_random_moments(tmp_path: Path, seed: int) -> None:
    with printed() as papers:
        counts = killed(home(tmp_path, papers), papers, KILLS, seed=seed)
    assert counts.kills >= KILLS
    assert min(counts.while_making, counts.while_delivering) > 0
    seen = counts.half_written, counts.lead_nowhere, counts.damaged_playlogs, counts.not_one
    assert seen == (0, 0, 0, 0)


def test_power_lost_between_the_rename_and_the_playlog_leaves_one(tmp_path: Path) -> None:
    with printed() as papers:
        file = home(tmp_path, papers)
        made(file, NOON)
        words = [sys.executable, "-c", CUT_OFF, str(Path(__file__).parent), str(file), NOON.isoformat()]
        assert subprocess.run(words, check=False).returncode == -signal.SIGKILL
        stage = Stage(file, Moving(NOON - 3 * MINUTE, papers))
        assert [one.state for one in stage.deliveries(NOON)] == ["trying"]
        there = (tmp_path / "air" / "latest.mp3").stat()
        stage.until(NOON + MINUTE)
        assert one(stage, NOON)
        again = (tmp_path / "air" / "latest.mp3").stat()
        assert (again.st_ino, again.st_mtime_ns) == (there.st_ino, there.st_mtime_ns)  # nothing is played anew


def test_a_loop_that_is_killed_while_its_child_works_is_followed_by_one_that_goes_on(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from air_station import *; from pathlib import Path\n"
        "import os, bulletin.onair.loop as l\n"
        "def tell(t): print(t.what, flush=True)\n"
        "l.Loop(Path(sys.argv[2]), Moving(NOON - 5 * MINUTE), tell).run(NOON + MINUTE)"
    )
    with printed() as papers:
        file = home(tmp_path, papers)
        words = [sys.executable, "-c", code, str(Path(__file__).parent), str(file)]
        run = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert run.stdout is not None
        while run.stdout.readline().strip() != "making":
            pass
        run.kill()  # its child, in a session of its own, is not killed and goes on
        run.wait()
        run.stdout.close()
        stage = Stage(file, Patient(NOON - 5 * MINUTE + timedelta(seconds=20), papers))
        stage.clock.stage = stage
        stage.until(NOON + MINUTE)
        assert one(stage, NOON)
