"""A station on air for tests and benchmarks: its home, a clock that is moved, its papers, and what may be seen of it."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

TESTS = Path(__file__).parents[1]
sys.path += [str(TESTS / "newsroom"), str(TESTS / "contract")]

from invented_week import Item, Papers, week  # noqa: E402
from worlds.folder import LISTS, listed  # noqa: E402

from bulletin import newsroom, playlog  # noqa: E402
from bulletin import station as stations  # noqa: E402
from bulletin.newsroom.claims import who  # noqa: E402
from bulletin.onair import Loop, Told, child  # noqa: E402
from bulletin.playlog import Delivery, Entry  # noqa: E402

START = datetime(2026, 11, 23, tzinfo=UTC)  # the papers' week
NOON = START + timedelta(hours=12)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
HEAD = """name = {name}
timezone = "UTC"
voice = "tone"
template = "short"
length = "20s"
{top}
[desk]
stories = 2
[sound]
channels = "mono"
bitrate_kbps = 64
[clock]
fit = "at most"
[folders]
cache = "cache"
[[targets]]
kind = "folder"
settings = {{ path = "air" }}
"""
SHORT = """{# length: 20s #}
## opening {pause=0.2}

{{ greeting }}. It is {{ time }}, on {{ station.name }}.

{% for story in stories %}
## story: {{ story.slug }} {pause=0.2}

> title: {{ story.title }}
> source: {{ story.source }}

{{ story.copy[0] }}

{% endfor %}
"""


def home(folder: Path, papers: Papers, *, name: str = "Harbour FM", top: str = "", more: str = "") -> Path:
    """A station file in `folder`; `top` is put before its first table, `more` after its last."""
    (folder / "templates").mkdir(parents=True, exist_ok=True)
    (folder / "templates" / "short.md.j2").write_text(SHORT)
    file = folder / "station.toml"
    file.write_text(HEAD.format(name=json.dumps(name), top=top) + papers.wires() + more)
    return file


@contextmanager
def printed(hours: int = 60) -> Iterator[Papers]:
    """The papers of a few days, as they stand at noon of the first."""
    with Papers(week(START, hours=hours)) as papers:
        papers.now = NOON
        yield papers


@dataclass
class Moving:
    """A clock that jumps over every wait, and stands still while anything is at work."""

    at: datetime
    papers: Papers | None = None
    silent: tuple[datetime, datetime] | None = None  # no paper answers between these
    slowest: float = 0.02

    def __post_init__(self) -> None:
        self._print()

    def now(self) -> datetime:
        return self.at

    def wait(self, seconds: float, *, busy: bool) -> None:
        if busy:
            time.sleep(self.slowest)
        else:
            self.at += timedelta(seconds=max(seconds, 0.05))
            self._print()

    def _print(self) -> None:
        if self.papers:
            gone = self.silent and self.silent[0] <= self.at < self.silent[1]
            self.papers.now = None if gone else self.at


@dataclass
class Stage:
    """One loop after the other on the same station."""

    file: Path
    clock: Moving
    told: list[Told] = field(default_factory=list)

    def until(self, at: datetime, **settings: Any) -> Loop:
        """Be on air until the clock shows `at`."""
        loop = Loop(self.file, self.clock, self.told.append, **settings)
        loop.run(at)
        return loop

    def count(self, what: str, slot: datetime | None = None) -> int:
        return sum(one.what == what and slot in (None, one.slot) for one in self.told)

    @property
    def station(self) -> stations.Station:
        return stations.load(self.file)

    def entry(self, slot: datetime) -> Entry | None:
        with playlog.opened(self.station.playlog_url) as log:
            return log.bulletin(self.station.slug, slot)

    def deliveries(self, slot: datetime) -> tuple[Delivery, ...]:
        with playlog.opened(self.station.playlog_url) as log:
            return log.deliveries(self.station.slug, slot)

    @property
    def air(self) -> Path:
        return self.file.parent / "air"

    def script(self, slot: datetime) -> str:
        found = self.entry(slot)
        return (Path(found.folder) / "script.md").read_text() if found else ""


def asked(file: Path, slot: datetime, now: datetime | None = None, rung: str = "whole") -> dict[str, Any]:
    """What the loop asks a child."""
    before = now or slot - 5 * MINUTE
    return {
        "kind": "make", "station": str(file), "now": before.isoformat(), "at": slot.isoformat(), "rung": rung,
        "approved": False, "template": "",
    }  # fmt: skip


def made(file: Path, slot: datetime) -> Entry:
    """A bulletin made as a child makes it, but in this process, which is quicker."""
    child.done(asked(file, slot))
    station = stations.load(file)
    with playlog.opened(station.playlog_url) as log:
        entry = log.bulletin(station.slug, slot)
    assert entry is not None
    return entry


def delivered(file: Path, slot: datetime, now: datetime | None = None) -> Delivery | None:
    """That bulletin brought to the first target."""
    station = stations.load(file)
    with playlog.opened(station.playlog_url) as log:
        entry = log.bulletin(station.slug, slot)
        assert entry is not None
        return newsroom.deliver(entry, station.targets[0], station, log, by=who(), now=now or slot - 4 * MINUTE)


def whole(audio: Path) -> bool:
    """It decodes, and is as long as its header says."""
    import mutagen.mp3
    import soundfile

    try:
        samples, rate = soundfile.read(audio)
        return bool(len(samples) > rate and abs(len(samples) / rate - mutagen.mp3.MP3(audio).info.length) < 0.06)
    except (soundfile.SoundFileError, mutagen.mp3.HeaderNotFoundError):
        return False


def half_written(folder: Path, since: float = 0.0) -> list[Path]:
    """The MP3s that a player could find and that are not whole, of those written `since` then, seconds of the epoch."""
    found = [path for path in folder.rglob("*.mp3") if path.stat().st_mtime >= since - 1]
    seen = [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    return [path for path in seen if not whole(path)]


def leads_nowhere(air: Path) -> list[tuple[str, Path]]:
    """The playlist entries without a file that plays."""
    lists = [air / name for name in LISTS if (air / name).exists()]
    return [(path.name, file) for path in lists for file in listed(path) if not (file.is_file() and whole(file))]


def sound_playlog(file: Path) -> str:
    """What SQLite says of the playlog's file: "ok"."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(file.parent / "playlog.sqlite")) as connection:
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])


__all__ = ["HOUR", "MINUTE", "NOON", "START", "Item", "Moving", "Stage", "home", "printed", "week"]
