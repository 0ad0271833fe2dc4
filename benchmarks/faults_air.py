"""kill -9 at 200 random moments of make + deliver: what a player could have seen, and what the next round made of it.

python benchmarks/faults_air.py --kills 200
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "tests" / "faults"))

from air_kills import Counts, killed
from air_station import home, printed


def main(kills: int) -> Counts:
    """Kill, and print what was seen as it goes."""
    with tempfile.TemporaryDirectory() as folder, printed(2 * kills + 24) as papers:
        return killed(home(Path(folder), papers), papers, kills, tell=partial(print, flush=True))


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--kills", type=int, default=200)
    found = main(words.parse_args().kills)
    print(found)
    sys.exit(bool(found.half_written or found.lead_nowhere or found.damaged_playlogs or found.not_one))
