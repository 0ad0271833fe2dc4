"""What `bulletin doctor` looks at: each check is a function from the station to a finding."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import Literal

from .. import __version__, air, newsroom, playlog, script, studio, voice
from .. import station as stations
from ..errors import BulletinError
from ..station import Station

ROOM = 200_000_000  # bytes: a day of hourly bulletins with their segments is about 150 MB


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    state: Literal["good", "optional", "bad"]
    found: str
    todo: str = ""


def examine(file: Path | None) -> list[Finding]:
    """All findings; a station file that is wrong is one of them."""
    findings = [_python(), *_packages()]
    try:
        where = stations.load(file)
        newsroom.switched_off(where)
        script.check_schedule(where)
    except BulletinError as error:
        return [*findings, Finding("station", "bad", str(error), "correct the file; `bulletin init` writes a new one")]
    findings.append(_station(where, file))
    findings += _engines(where)
    if where.rewriting.endpoint:
        findings.append(_model(where))
    findings.append(_sounds(where))
    findings.append(_aircheck(where))
    findings += [
        _folder("scripts", where.path(where.folders.scripts)),
        _folder("audio", where.path(where.folders.audio)),
    ]
    findings.append(_folder("cache", where.cache))
    if where.wires:
        findings += [_wires(where), _playlog(where)]
    findings += _targets(where)
    return findings


def _wires(where: Station) -> Finding:
    several = "wire" if len(where.wires) == 1 else "wires"
    return Finding("wires", "good", f"{len(where.wires)} {several}; `bulletin wires test` asks each")


def _targets(where: Station) -> Iterator[Finding]:
    for row in where.targets:
        what = f"target {row.name or row.kind}"
        try:
            air.opened(row, where)
            yield Finding(what, "good", "its settings are right; `bulletin targets test` asks it")
        except BulletinError as error:
            yield Finding(what, "bad", str(error), "correct the station file, or do what is said here")


def _playlog(where: Station) -> Finding:
    try:
        shown = where.playlog_url.removeprefix("sqlite:///") if not where.playlog.address else "a database of your own"
        if shown.startswith("/") and not Path(shown).exists():
            return Finding("playlog", "good", f"{shown} will be made with the first bulletin")
        with playlog.opened(where.playlog_url) as log:
            last = log.history(where.slug, limit=1)
    except BulletinError as error:
        return Finding("playlog", "bad", str(error), "docs/playlog.md says what can be done")
    known = (
        f"the last bulletin: {last[0].status}, {last[0].slot.astimezone(where.zone):%H:%M on %d %B}"
        if last
        else "empty"
    )
    return Finding("playlog", "good", f"{shown}; {known}")


def _python() -> Finding:
    found = f"{platform.python_version()} on {platform.system()} {platform.machine()}, bulletin {__version__}"
    return Finding("python", "good", found)


def _packages() -> Iterator[Finding]:
    lost = []
    try:
        names = requires("bulletin-radio") or []
    except PackageNotFoundError:
        yield Finding("packages", "bad", "bulletin itself is not installed", "pip install .")
        return
    for name in names:
        if ";" in name:
            continue
        bare = name.split("[")[0].split("=")[0].split(">")[0].split("<")[0].strip()
        try:
            version(bare)
        except PackageNotFoundError:
            lost.append(bare)
    if lost:
        yield Finding("packages", "bad", f"missing: {', '.join(lost)}", f"pip install {' '.join(lost)}")
    else:
        yield Finding("packages", "good", f"all {len([n for n in names if ';' not in n])} are here")


def _station(where: Station, file: Path | None) -> Finding:
    named = file or (Path("station.toml") if Path("station.toml").is_file() else None)
    clock = f"{where.zone} time" if where.timezone == "local" else where.timezone
    found = f"{where.name}, {clock}, {where.length} every {where.every_minutes} minutes"
    if named is None:
        return Finding(
            "station", "optional", f"{found} (the demo station)", "`bulletin init` writes a station.toml of your own"
        )
    return Finding("station", "good", f"{found} ({named})")


def _model(where: Station) -> Finding:
    asked = f"{where.rewriting.model} at {where.rewriting.endpoint}"
    if (name := where.rewriting.key_env) and not os.environ.get(name):
        return Finding("language model", "bad", f"{asked}: its key is not there", f"set {name} in the environment")
    return Finding("language model", "good", f"{asked} (needs the network; not asked now)")


def _engines(where: Station) -> Iterator[Finding]:
    """The voices that the station names, each by itself, and then the other engines."""
    readers = dict.fromkeys(name for name in (where.voice, where.second_voice) if name)
    stand_ins = dict.fromkeys(name for name in where.stand_ins if name not in readers)
    todo = "choose another in the station file, or do what is said here; `bulletin voices` lists all"
    for name in (*readers, *stand_ins):
        what = f"voice {name}" if name in readers else f"stand-in {name}"
        lack = voice.lacking(name, where)
        yield Finding(what, "bad", lack, todo) if lack else Finding(what, "good", f"ready{_network(name)}")
    named = {name.partition(":")[0] for name in (*readers, *stand_ins)}
    for card in voice.cards():
        if card.name not in named:
            lack = voice.lacking(card.name, where)
            what = f"voice {card.name}"
            yield (
                Finding(what, "optional", "not here", lack)
                if lack
                else Finding(what, "good", f"ready{_network(card.name)}")
            )


def _network(name: str) -> str:
    card = next(card for card in voice.cards() if card.name == name.partition(":")[0])
    return " (needs the network)" if card.needs_network else ""


def _sounds(where: Station) -> Finding:
    try:
        sounds = studio.sound_seconds(where)
    except BulletinError as error:
        return Finding("sounds", "bad", str(error), "correct [sound] in the station file")
    return Finding("sounds", "good", ", ".join(f"{name} {seconds:.1f} s" for name, seconds in sounds.items()))


def _aircheck(where: Station) -> Finding:
    asked = where.aircheck
    if studio.aircheck.can_hear(asked.model):
        found = "words are recognised before a bulletin is aired" if asked.recognise else "words could be recognised"
        return Finding("air-check", "good", found)
    lack = f"no model in {asked.model}" if asked.model else "the words of a bulletin cannot be recognised"
    todo = "pip install 'bulletin-radio[aircheck]'"
    return Finding("air-check", "bad" if asked.recognise else "optional", lack, todo)


def _folder(name: str, path: Path) -> Finding:
    there = next(p for p in (path, *path.parents) if p.exists())
    if not there.is_dir():
        return Finding(name, "bad", f"{there} is not a folder", "choose another in [folders] of the station file")
    if not os.access(there, os.W_OK | os.X_OK):
        return Finding(name, "bad", f"{path} cannot be written", "change its owner, or choose another in [folders]")
    free = shutil.disk_usage(there).free
    found = f"{path}, {free / 1e9:.1f} GB free"
    return Finding(name, "good", found) if free > ROOM else Finding(name, "bad", found, "free some disk space")
