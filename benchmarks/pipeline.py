"""How long a bulletin takes, as ratios within one run: `python benchmarks/pipeline.py`.

Machines are noisy, so no figure stands alone: start-up is told against Python with Typer, a whole cold
`make` against its bare parts (loading the voice, synthesis, MP3), a warm one against the cold one.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
SAMPLES = Path(__file__).parent.parent / "samples"
RUNS = 5


def seconds(*words: object, cwd: str, cache: str = "cache") -> float:
    """One whole process."""
    env = os.environ | {"BULLETIN_CACHE": str(Path(cwd) / cache)}
    start = time.perf_counter()
    subprocess.run([str(word) for word in words], cwd=cwd, env=env, check=True, capture_output=True)
    return time.perf_counter() - start


def median(*words: object, cwd: str) -> float:
    """The middle of several runs, after one that does not count."""
    seconds(*words, cwd=cwd)
    return statistics.median(seconds(*words, cwd=cwd) for _ in range(RUNS))


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as cwd:
        python = median(sys.executable, "-c", "pass", cwd=cwd)
        typer = median(sys.executable, "-c", "import typer", cwd=cwd)
        help_ = median(BIN / "bulletin", "--help", cwd=cwd)
        article = sorted(SAMPLES.iterdir())[0]
        preview = median(BIN / "bulletin", "preview", article, cwd=cwd)
        make = [BIN / "bulletin", "make", SAMPLES, "--at", "14:00"]
        cold = statistics.median(seconds(*make, cwd=cwd, cache=f"cold{n}") for n in range(RUNS))
        warm = median(*make, cwd=cwd)
        manifest = next(Path(cwd).glob("audio_out/*/*/*/manifest.json"))
        made = json.loads(manifest.read_text())
        rows = [
            ("bulletin --help / python -c 'import typer'", help_ / typer, help_),
            ("bulletin preview ARTICLE / python -c pass", preview / python, preview),
            ("bulletin make, nothing cached / seconds of audio made", cold / made["duration_seconds"], cold),
            ("bulletin make again / the first time", warm / cold, warm),
        ]
        for name, ratio, took in rows:
            print(f"{name:58} {ratio:6.2f}   ({took:.2f} s)")
        print(f"the bulletin: {made['duration_seconds']:.1f} s of audio; its timings: {made['timings']}")


if __name__ == "__main__":
    main()
