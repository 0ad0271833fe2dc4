"""How well the air-check hears: `python benchmarks/aircheck.py [FOLDER] [--quick] [--shift N]`.

Makes 30 good bulletins of different content and sound with `bulletin make` (in FOLDER, where they are kept for the
next time), plants every fault of faults.py into the audio of one of them, and has each judged against its own
manifest.  A fault is found when the right check finds it, within 1 s of where it is.  With --quick no word is
recognised, and faults that are about words alone are left out; with --shift each fault is planted in another
bulletin.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
import wave
from functools import partial
from pathlib import Path

import numpy as np
from faults import FAULTS
from planted import Fault, Recording, recording

from bulletin import station, voice
from bulletin.errors import StudioError
from bulletin.studio import aircheck
from bulletin.studio.aircheck import Finding, Plan

NEWS = Path(__file__).with_name("aircheck_news.txt")
GOOD = 30
WITHIN = 1.0  # seconds
WHOLE = ("length", "header", "tags", "loudness")  # checks that have no place
STATIONS = (  # as different as stations are
    "",
    'second_voice = "piper:joe"',
    '[sound]\nchannels = "mono"',
    '[sound]\nformat = "wav"',
    '[sound]\nbed = "organ.wav"\nbed_under_speech_db = -14',
    'voice = "piper:joe"\n[sound]\nloudness_lufs = -23\nbitrate_kbps = 192',
    "[sound]\nloudness_lufs = -14\nbitrate_kbps = 64",
)


def made(folder: Path) -> list[Path]:
    """The good bulletins, those that `folder` has not yet made by the command."""
    stories = NEWS.read_text(encoding="utf-8").strip().split("\n\n")
    for number in range(GOOD):
        home = folder / f"{number:02}"
        if list(home.glob("out/*/*/*/manifest.json")):
            continue
        (home / "news").mkdir(parents=True, exist_ok=True)
        for turn in range(2 + number % 2):
            headline, *lines = stories[(3 * number + 5 * turn + number // 8) % len(stories)].split("\n")
            (home / "news" / f"{turn}.txt").write_text(f"{headline}\n\n{' '.join(lines)}\n", encoding="utf-8")
        length = 45 + 5 * (number % 6)
        asked = f'name = "Radio {number}"\nlength = "{length}s"\n{STATIONS[number % len(STATIONS)]}\n'
        (home / "station.toml").write_text(asked, encoding="utf-8")
        organ(home / "organ.wav")
        when = f"2026-11-{1 + number // 24:02} {number % 24:02}:00"
        bulletin = Path(sys.executable).parent / "bulletin"
        command = [str(bulletin), "make", "news", "--at", when, "--out", "out"]
        subprocess.run(command, check=True, capture_output=True, cwd=home)
    found = sorted(folder.glob("*/out/*/*/*/manifest.json"))
    return [next(one.parent.glob(f"bulletin.{form}")) for one in found for form in forms(one.parent)]


def forms(folder: Path) -> list[str]:
    """The format of the bulletin in a folder."""
    return [form for form in ("mp3", "wav") if (folder / f"bulletin.{form}").exists()]


def organ(path: Path) -> None:
    """A bed of another kind than ours: a loud held chord, 20 s."""
    t = np.arange(20 * 44_100) / 44_100
    chord = sum(np.sin(2 * np.pi * hertz * t) * (1 + 0.3 * np.sin(t)) for hertz in (196.0, 246.9, 293.7, 392.0))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 44_100, 0, "NONE", ""))
        file.writeframes((np.asarray(chord) * 5000).astype("<i2").tobytes())


def plan_of(path: Path) -> Plan:
    """What a bulletin should be, by its station file and its manifest."""
    return aircheck.planned(path, station.load(path.parents[4] / "station.toml").sound)


def measured(content: bytes, plan: Plan) -> list[Finding]:
    """What is found without recognising a word: errors only."""
    try:
        found = aircheck.technical(content, plan.wanted)
    except StudioError as error:
        return [Finding("unreadable", "error", str(error))]
    return [one for one in found if one.severity == "error"]


def heard(content: bytes, plan: Plan) -> list[Finding]:
    """What the recogniser finds: errors only."""
    try:
        found = aircheck.heard(content, plan.lines, words=partial(voice.spoken, language="en"))
    except StudioError as error:
        return [Finding("unreadable", "error", str(error))]
    return [one for one in found if one.severity == "error"]


def right(found: list[Finding], checks: tuple[str, ...], at: tuple[float, float] | None) -> list[Finding]:
    """Those of the right check at the right time; a fault of the whole file has none."""
    named = [one for one in found if one.check in checks]
    if at is None:
        return named
    return [one for one in named if one.check in WHOLE or at[0] - WITHIN <= one.start_seconds <= at[1] + WITHIN]


def told(found: list[Finding]) -> str:
    """Findings on one row."""
    return "; ".join(f"{one.start_seconds:.1f} {one.check}: {one.why}" for one in found)


def planted(fault: Fault, number: int, paths: list[Path]) -> Recording:
    """The fault in the first bulletin from `number` on that it fits."""
    for turn in range(len(paths)):
        path = paths[(number + turn) % len(paths)]
        try:
            return fault.plant(recording(path, plan_of(path)))
        except LookupError:
            continue
    raise LookupError(f"{fault.name}: no bulletin that it fits")


def faults(paths: list[Path], quick: bool, shift: int) -> None:
    """Plant them all, and print what is found of each."""
    counts = {"measured": [0, 0], "with words": [0, 0]}
    for number, fault in enumerate(FAULTS, shift):
        if quick and not fault.measured:
            continue
        bad = planted(fault, number, paths)
        technical = measured(bad.content, bad.plan)
        own = right(technical, fault.measured, bad.at)
        if fault.measured:
            counts["measured"][0] += bool(own)
            counts["measured"][1] += 1
        everything = technical
        if fault.words and not quick:
            words = heard(bad.content, bad.plan)
            everything = technical + words
            own = right(words, fault.words, bad.at) or own
        counts["with words"][0] += bool(own)
        counts["with words"][1] += 1
        row = f"{bad.name:5} {fault.name:32} {'FOUND' if own else 'MISSED':7}"
        print(
            row,
            told(own or everything)[:160],
            "" if not own or len(own) == len(everything) else f"(+{len(everything) - len(own)})",
            flush=True,
        )
    for name, (found, of) in counts.items():
        print(f"{name}: found {found} of {of} faults", flush=True)


def good(paths: list[Path], quick: bool) -> None:
    """Listen to the good ones, and print the false alarms."""
    alarms = {"measured": 0, "heard": 0}
    times: dict[str, list[float]] = {"measured": [], "heard": []}
    for path in paths:
        content, plan = path.read_bytes(), plan_of(path)
        for name, check in (("measured", measured), *(() if quick else (("heard", heard),))):
            start = time.perf_counter()
            found = check(content, plan)
            times[name].append((time.perf_counter() - start) / (plan.wanted.length_seconds or 1))
            alarms[name] += bool(found)
            if found:
                print(f"{path.parents[4].name} false alarm: {told(found)[:200]}", flush=True)
    for name, all_times in times.items():
        if all_times:
            share = statistics.median(all_times)
            print(f"{name}: {alarms[name]} false alarms on {len(paths)} good bulletins, real time / {1 / share:.0f}")


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="How well the air-check hears.")
    asked.add_argument("folder", nargs="?", type=Path, help="where the good bulletins are, or will be")
    asked.add_argument("--quick", action="store_true", help="recognise no word")
    asked.add_argument("--shift", type=int, default=0, help="plant each fault in another bulletin")
    wishes = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        paths = made(wishes.folder or Path(home))
        good(paths, wishes.quick)
        faults(paths, wishes.quick, wishes.shift)


if __name__ == "__main__":
    main()
