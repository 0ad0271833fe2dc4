"""How long a bulletin takes to the air, in one run: `python benchmarks/studio.py [--runs 3] [--growth]`.

Every figure is of whole processes and stands beside another of the same run, because machines are noisy:
  cold         `bulletin make SCRIPT` with nothing cached
  one story    the same after one story's copy was changed: everything else comes from the cache
  bare parts   hibari on the same lines from as many threads as there are cores, and one LAME encode of the whole
  usual chain  hibari line by line, pydub concatenation, ffmpeg export, two-pass ffmpeg loudnorm
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bulletin import timing

BULLETIN = [sys.executable, "-c", "from bulletin.cli import main; main()"]
STATION = """name = "Bench Radio"\nlength = "{length}"\n[clock]\ntoo_little = "short"\n[desk]\nstories = 60\n"""
PLACES = "Lagos Accra Nairobi Kampala Dakar Lusaka Kigali Gaborone Freetown Banjul Abuja Maseru".split()
FRAMES = (
    "Engineers in {place} have opened a bridge of {n} metres that took {few} years to build.",
    "The city council of {place} says {n} homes will have clean water before the rains begin.",
    "A survey of {n} farmers near {place} found that two in three expect a better harvest this year.",
    "Traders at the main market in {place} say the price of rice has fallen by {few} per cent.",
    "The university in {place} has given {n} students a place in its new school of nursing.",
    "Organisers of the film festival in {place} have chosen {few} films from {n} that were sent to them.",
)
LINES = 4  # of a story
BREATH_SECONDS = 0.35
AROUND_SECONDS = 32.0  # ident, greeting, headlines, sign-off and closing


@dataclass(frozen=True)
class Run:
    """A whole process: how long it took, the most memory that it had, and what it printed."""

    seconds: float
    megabytes: float
    printed: str


def script(minutes: float, changed: int = -1) -> str:
    """A script that fills so many minutes with sentences of ours, no two alike; `changed` is a story to word anew."""
    left = minutes * 60 * 0.97 - AROUND_SECONDS
    stories: list[list[str]] = []
    while left > 0:
        number = len(stories)
        lines = [sentence(number, place, anew=number == changed) for place in range(LINES)]
        took = [timing.seconds(sentence(number, place)) + BREATH_SECONDS for place in range(LINES)]
        stories.append([line for place, line in enumerate(lines) if sum(took[: place + 1]) < left] or lines[:1])
        left -= sum(took) + 2
    cues = ["## opening {sound=ident pause=0.4}\n\nGood afternoon. This is the news on Bench Radio.\n"]
    cues += [f"## headline: story-{n} {{bed=bed pause=0.5}}\n\n{sentence(n, 5)}\n" for n in range(min(3, len(stories)))]
    for number, lines in enumerate(stories):
        cues.append("## sting {sound=divider pause=0.25}\n")
        words = "\n\n".join(lines)
        cues.append(f"## story: story-{number} {{pause=0.8}}\n\n> title: Story {number}\n\n{words}\n")
    cues.append("## closing {bed=bed pause=0.3}\n\nThat is the news. This is Bench Radio.\n")
    cues.append("## sting {sound=closing pause=0}\n")
    head = "---\nbulletin: 1\nstation: Bench Radio\ntemplate: hourly\nair_time: '2026-11-22T14:00:00+01:00'\n"
    head += f"language: en\nvoice: hibari\nslot_seconds: {minutes * 60:.1f}\n---\n\n"
    return head + "\n".join(cues)


def sentence(story: int, place: int, anew: bool = False) -> str:
    """One line of copy; `anew` has other facts in about as many words."""
    frame = FRAMES[(story + place) % len(FRAMES)]
    n, town = 211 + 7 * story + place, (story * 5 + place) % len(PLACES)
    return frame.format(place=PLACES[town - anew], n=n + 3 * anew, few=2 + story % 9)


def run(words: list[str], cwd: Path, cache: Path) -> Run:
    """One whole process, measured."""
    env = os.environ | {"BULLETIN_CACHE": str(cache)}
    start = time.perf_counter()
    with subprocess.Popen(words, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as made:
        printed, told = made.communicate()
    took = time.perf_counter() - start
    if made.returncode:
        raise SystemExit(f"{' '.join(words)}: {told}")
    memory = json.loads(printed).get("peak_megabytes", 0.0) if printed.startswith("{") else 0.0
    return Run(took, memory, printed)


MAKE = """
import resource, sys, json, io, contextlib
sys.argv = ["bulletin", "make", "script.md", "--station", "station.toml", "--json"]
from bulletin.cli.app import app
import typer
out = io.StringIO()
with contextlib.redirect_stdout(out):
    typer.main.get_command(app)(standalone_mode=False)
made = json.loads(out.getvalue())
made["peak_megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20)
print(json.dumps(made))
"""

BARE = """
import json, os, wave
from concurrent.futures import ThreadPoolExecutor
from hibari import Hibari
import lameenc
lines = json.load(open("lines.json"))
tts = Hibari(threads=1)
tts("Ready.")
with ThreadPoolExecutor(os.cpu_count()) as pool:
    list(pool.map(lambda line: tts(line, seed=0), lines))
encoder = lameenc.Encoder()
encoder.silence()
encoder.set_bit_rate(128)
encoder.set_in_sample_rate(44100)
encoder.set_channels(2)
encoder.set_quality(5)
with wave.open("whole.wav") as sound:
    encoder.encode(sound.readframes(sound.getnframes()))
encoder.flush()
"""

CHAIN = """
import json, re, subprocess
import numpy as np
from hibari import Hibari
from pydub import AudioSegment
lines = json.load(open("lines.json"))
tts = Hibari()
whole = AudioSegment.silent(500, frame_rate=44100)
for line in lines:
    pcm = (np.clip(tts(line, seed=0), -1, 1) * 32767).astype("<i2").tobytes()
    whole += AudioSegment(pcm, sample_width=2, frame_rate=24000, channels=1).set_frame_rate(44100)
    whole += AudioSegment.silent(350, frame_rate=44100)
whole = whole.set_channels(2)
whole.export("chain.mp3", format="mp3", bitrate="128k")
wanted = "loudnorm=I=-16:TP=-1:LRA=11"
first = subprocess.run(["ffmpeg", "-hide_banner", "-y", "-i", "chain.mp3", "-af", wanted + ":print_format=json",
                        "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
found = json.loads(first[first.rindex("{"):first.rindex("}") + 1])
known = ":".join(f"measured_{name}={found['input_' + key]}" for name, key in
                 (("I", "i"), ("TP", "tp"), ("LRA", "lra"), ("thresh", "thresh")))
subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-i", "chain.mp3", "-af",
                f"{wanted}:{known}:offset={found['target_offset']}:linear=true", "-ar", "44100", "-b:a", "128k", "out.mp3"],
               check=True)
"""


def prepared(folder: Path, minutes: float) -> None:
    """A station and a script in `folder`."""
    (folder / "station.toml").write_text(STATION.format(length=f"{round(minutes * 60)}s"))
    (folder / "script.md").write_text(script(minutes))


def parts(folder: Path, made: dict) -> None:
    """What the bare parts and the usual chain are given: the same words, and as much sound to encode."""
    lines = [line["spoken"] for line in made["rundown"]["lines"]]
    (folder / "lines.json").write_text(json.dumps(list(dict.fromkeys(lines))))
    decode = "import sys, soundfile; soundfile.write('whole.wav', *soundfile.read(sys.argv[1], dtype='int16'))"
    subprocess.run([sys.executable, "-c", decode, made["audio"]], cwd=folder, check=True)


def middle(runs: list[Run]) -> float:
    """The middle one's seconds."""
    return statistics.median(one.seconds for one in runs)


def rows(minutes: float, runs: int, folder: Path) -> Iterator[str]:
    """What is printed of a bulletin of so many minutes."""
    make, bare, chain = ([sys.executable, "-c", code] for code in (MAKE, BARE, CHAIN))
    cold, warm, bares, chains = [], [], [], []
    for turn in range(runs):
        prepared(folder, minutes)
        cache = folder / f"cache{turn}"
        cold.append(run(make, folder, cache))
        (folder / "script.md").write_text(script(minutes, changed=1))
        warm.append(run(make, folder, cache))
        parts(folder, json.loads(cold[-1].printed))
        bares.append(run(bare, folder, cache))
        if turn == 0:
            chains.append(run(chain, folder, cache))
    made = json.loads(cold[0].printed)
    stages = ", ".join(f"{name} {seconds:.2f}" for name, seconds in made["timings"].items() if seconds >= 0.01)
    yield f"{minutes:g} min: {made['duration_seconds']:.2f} s of audio; one cold run: {stages}"
    yield f"  cold         {middle(cold):6.2f} s   {middle(cold) / middle(bares):5.2f} x bare parts"
    yield f"  one story    {middle(warm):6.2f} s   {middle(warm) / middle(cold):5.2f} x cold"
    yield f"  bare parts   {middle(bares):6.2f} s"
    yield f"  usual chain  {middle(chains):6.2f} s   {middle(chains) / middle(cold):5.2f} x cold"
    yield f"  most memory  {max(one.megabytes for one in cold):6.0f} MB"
    prepared(folder, minutes)
    yield foreseen(folder, made)


def foreseen(folder: Path, made: dict) -> str:
    """Predicted against real seconds of speech, by what the voice's card says: nothing is learned yet."""
    words = [*BULLETIN, "preview", "script.md", "--station", "station.toml", "--json"]
    plan = json.loads(run(words, folder, folder / "nothing").printed)
    foretold, lasted = lengths(plan["rundown"]["lines"]), lengths(made["rundown"]["lines"])
    both = foretold.keys() & lasted.keys()  # the plan may leave out another line
    expected, real = sum(foretold[text] for text in both), sum(lasted[text] for text in both) * made["tempo"]
    return f"  foreseen     {expected:6.1f} s of speech, and it was {real:.1f} s ({expected / real - 1:+.1%})"


def lengths(lines: list[dict]) -> dict[str, float]:
    """The seconds of each line."""
    return {line["text"]: line["end_seconds"] - line["start_seconds"] for line in lines}


def growth(folder: Path) -> Iterator[str]:
    """Time and memory from 1 to 30 minutes."""
    make = [sys.executable, "-c", MAKE]
    for minutes in (1, 3, 10, 30):
        prepared(folder, minutes)
        one = run(make, folder, folder / f"growth{minutes}")
        real = json.loads(one.printed)["duration_seconds"] / 60
        yield f"  {real:5.1f} min  {one.seconds:6.1f} s ({one.seconds / real:4.2f} a minute)  {one.megabytes:5.0f} MB"


def main() -> None:
    """Print the tables."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, nargs="*", default=[1, 3, 5])
    asked.add_argument("--runs", type=int, default=3, help="of each; the middle one is told")
    asked.add_argument("--growth", action="store_true", help="1 to 30 minutes, too")
    options = asked.parse_args()
    for minutes in options.minutes:
        with tempfile.TemporaryDirectory() as place:
            for row in rows(minutes, options.runs, Path(place)):
                print(row, flush=True)
    if options.growth:
        print("growth, cold:")
        with tempfile.TemporaryDirectory() as place:
            for row in growth(Path(place)):
                print(row, flush=True)


if __name__ == "__main__":
    main()
