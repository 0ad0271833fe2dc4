"""Hours on air at speed: a moved clock, real processes that make, real files, a folder as target; what grows, and what is left.

    python benchmarks/soak.py                    48 simulated hours
    python benchmarks/soak.py --hours 12 --no-liquidsoap

The clock stands still while anything is at work and jumps over every wait.  The verdict is the last line: each slot
has a bulletin that was on air or a stated reason, the loop's memory grew by under 5 % (after the first quarter), its
open files did not grow, and no temporary file is left.  Where Liquidsoap is installed a real one plays from the folder's playlist.
"""

from __future__ import annotations

import argparse
import gc
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil

sys.path.append(str(Path(__file__).parents[1] / "tests" / "faults"))

from air_station import HOUR, MINUTE, START, Moving, Stage, half_written, home, leads_nowhere, printed

FROM = START + 6 * HOUR
MOST_GROWTH = 0.05


@dataclass(frozen=True)
class Measure:
    """The loop's process at one moment."""

    rss_mb: float
    files: int
    threads: int
    temporary: int  # files and folders of ours in the temporary folder, and hidden parts beside what is published


def measured(there: Path, temporary: Path) -> Measure:
    """What the loop's process has, and what lies about."""
    gc.collect()
    me = psutil.Process()
    parts = [path for pattern in (".part-*", ".old-*", ".staged") for path in there.rglob(pattern)]
    return Measure(
        me.memory_info().rss / 1e6, me.num_fds(), me.num_threads(), len(parts) + len(list(temporary.iterdir()))
    )


LIQ = """
music = sine(220.)
news = playlist(reload=2, reload_mode="seconds", loop=false, "{air}/news.m3u")
output.dummy(fallback(track_sensitive=false, [news, music]))
"""


@contextmanager
def playing(air: Path, wanted: bool) -> Any:
    """A Liquidsoap that plays the folder's playlist; what it complained of is told in the end."""
    if not wanted or not shutil.which("liquidsoap"):
        yield None
        return
    air.mkdir(exist_ok=True)
    script = air.parent / "radio.liq"
    script.write_text(LIQ.format(air=air))
    other = (
        ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if psutil.Process().uids().real == 0 else []
    )
    with (air.parent / "liquidsoap.log").open("w") as log:
        run = subprocess.Popen([*other, "liquidsoap", str(script)], stdout=log, stderr=log, cwd="/")
        try:
            yield run
        finally:
            run.terminate()
            run.wait(20)


def soak(hours: int, liquidsoap: bool) -> bool:
    """Run it, print what is seen; whether all is well."""
    there = Path(tempfile.mkdtemp(prefix="soak-"))
    there.chmod(0o755)
    (there / "tmp").mkdir()
    tempfile.tempdir = str(there / "tmp")  # of the loop; its children have their own of the same name
    began = time.monotonic()
    measures: list[Measure] = []
    with printed(hours + 12) as papers, playing(there / "air", liquidsoap) as player:
        file = home(there, papers)
        file.write_text(file.read_text().replace('template = "short"', 'template = "headlines"'))
        clock = Moving(FROM - 6 * MINUTE, papers)
        stage = Stage(file, clock)
        waited, lines = clock.wait, Counter[str]()

        def wait(seconds: float, *, busy: bool) -> None:
            waited(seconds, busy=busy)
            if not busy and clock.at >= FROM + len(measures) * HOUR + 20 * MINUTE:
                measures.append(measured(there, there / "tmp"))
                lines["nowhere"] += len(leads_nowhere(stage.air))
                if len(measures) % 4 == 0:
                    told = Counter(one.what for one in stage.told)
                    print(
                        f"{len(measures):3} h  on air {told['on air']:3}  none {told['none']:2}  failed {told['failed']:2}"
                        f"  {measures[-1]}  {time.monotonic() - began:.0f} s",
                        flush=True,
                    )

        clock.wait = wait  # type: ignore[method-assign]
        stage.until(FROM + (hours - 1) * HOUR + 30 * MINUTE)
        played = player is None or player.poll() is None
    slots = [FROM + number * HOUR for number in range(hours)]
    entries = [stage.entry(slot) for slot in slots]
    aired = sum(bool(entry and entry.status == "aired") for entry in entries)
    reasons = [entry.reason for entry in entries if entry and entry.status == "none" and entry.reason]
    settled = measures[len(measures) // 4]
    growth = measures[-1].rss_mb / settled.rss_mb - 1
    broken = len(half_written(there))
    well = (
        aired + len(reasons) == hours
        and growth < MOST_GROWTH
        and measures[-1].files <= settled.files
        and measures[-1].temporary == 0
        and broken == lines["nowhere"] == 0
        and played
    )
    print(
        f"{'good' if well else 'NOT GOOD'}: {aired} bulletins and {len(reasons)} stated reasons in {hours} h; memory "
        f"{settled.rss_mb:.1f} -> {measures[-1].rss_mb:.1f} MB ({growth:+.1%}); open files {settled.files} -> "
        f"{measures[-1].files}; temporary files left {measures[-1].temporary}; half-written {broken}; playlist entries "
        f"that lead nowhere {lines['nowhere']}; {timedelta(seconds=round(time.monotonic() - began))}"
        + ("" if player is None else f"; Liquidsoap {'played on' if played else 'DIED'}")
    )
    shutil.rmtree(there)
    return well


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--hours", type=int, default=48)
    words.add_argument("--liquidsoap", action=argparse.BooleanOptionalAction, default=bool(shutil.which("liquidsoap")))
    asked = words.parse_args()
    sys.exit(0 if soak(asked.hours, asked.liquidsoap) else 1)
