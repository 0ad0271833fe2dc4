"""kill -9 at random moments of make + deliver, and what the next round makes of it."""

from __future__ import annotations

import multiprocessing
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from air_station import (
    HOUR,
    MINUTE,
    NOON,
    Moving,
    Stage,
    delivered,
    half_written,
    leads_nowhere,
    made,
    sound_playlog,
)
from invented_week import Papers

HEAVY = ("air_kills", "bulletin.onair.child", "soundfile", "soxr", "lameenc", "feedparser", "trafilatura", "av", "PIL.Image",
         "sqlalchemy", "alembic", "jinja2", "nupunkt", "rapidfuzz", "num2words", "requests", "lxml.etree")  # fmt: skip


@dataclass
class Counts:
    """What was seen."""

    kills: int = 0
    looked: float = 0.0  # when, in seconds of the epoch: what is older was whole
    while_making: int = 0  # of these
    while_delivering: int = 0
    slots: int = 0
    half_written: int = 0
    lead_nowhere: int = 0
    damaged_playlogs: int = 0
    not_one: int = 0  # slots that had not exactly one bulletin in the end, or it was not on air once


def work(file: str, slot: datetime) -> None:
    """A bulletin made as by a child of the loop, and brought to the target."""
    made(Path(file), slot)
    delivered(Path(file), slot)


def killed(
    file: Path, papers: Papers, kills: int, *, seed: int = 234, tell: Callable[[str], None] = lambda line: None
) -> Counts:
    """Kill so many runs, about five a slot; after each look at what is there, after each slot let the loop go on."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*HEAVY])
    draw, counts, slot, lasts = random.Random(seed), Counts(), NOON, 0.0
    while counts.kills < kills:
        papers.now = slot - 5 * MINUTE
        for _ in range(draw.choice((4, 5, 6)) if counts.slots > 1 else 0):
            _shot(
                context.Process(target=work, args=(str(file), slot)),
                draw.uniform(0.02, 1.15) * lasts,
                file,
                slot,
                counts,
            )
        begun = time.monotonic()
        run = context.Process(target=made, args=(file, slot))
        run.start()
        run.join()
        lasts = time.monotonic() - begun if not lasts else min(lasts, time.monotonic() - begun)
        if counts.slots % 2:  # a delivery is short: some shots are aimed at it alone
            _shot(context.Process(target=delivered, args=(file, slot)), draw.uniform(0.02, 0.3), file, slot, counts)
        stage = Stage(file, Moving(slot - 4 * MINUTE, papers))
        stage.until(slot + MINUTE)
        look(file, counts)
        counts.slots += 1
        counts.not_one += not one(stage, slot)
        tell(f"{slot:%H:%M} {counts}")
        slot += HOUR
    return counts


def _shot(run: BaseProcess, seconds: float, file: Path, slot: datetime, counts: Counts) -> None:
    """Kill a run after so long, if it has not ended by then."""
    run.start()
    run.join(seconds)
    if run.is_alive():
        run.kill()
        counts.kills += 1
        before = Stage(file, Moving(slot)).entry(slot)
        there = bool(before and before.status == "made")
        counts.while_delivering += there
        counts.while_making += not there
    run.join()
    look(file, counts)


def look(file: Path, counts: Counts) -> None:
    """Count what must not be there."""
    counts.half_written += len(half_written(file.parent, counts.looked))
    counts.looked = time.time()
    counts.lead_nowhere += len(leads_nowhere(file.parent / "air"))
    counts.damaged_playlogs += sound_playlog(file) != "ok"


def one(stage: Stage, slot: datetime) -> bool:
    """There is one bulletin of the slot, it is on air, and no other is."""
    entry = stage.entry(slot)
    folders = list((stage.file.parent / "audio_out").glob(f"*/{slot:%Y-%m-%d}/{slot:%H%M}*"))
    [delivery] = stage.deliveries(slot)
    dated = sorted(path.name for path in stage.air.glob("2*.mp3"))
    return (
        entry is not None
        and entry.status == "aired"
        and len(folders) == 1
        and delivery.state == "delivered"
        and [name for name in dated if name.startswith(f"{slot:%Y%m%dt%H%M}")] == dated[-1:]
        and stage.count("on air", slot) == 1
    )
