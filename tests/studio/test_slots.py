"""Slots of all lengths, through the whole house but the reader: each is hit to the sample, or why not is told."""

import itertools
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import soundfile

from bulletin import newsroom
from bulletin.newsroom import Made
from bulletin.station import Clock, Folders, Sound, Station

SAMPLES = Path(__file__).parents[2] / "samples"
AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


@pytest.fixture
def station(tmp_path: Path) -> Station:
    folders = Folders(scripts=str(tmp_path / "scripts"), audio=str(tmp_path / "audio"))
    return Station(name="Savanna Radio", timezone="UTC", voice="tone", folders=folders)


def made(station: Station, *sources: Path, template: str | None = None, length: str | None = None) -> Made:
    draft = newsroom.draft(sources or (SAMPLES,), station, now=AT, at=AT, template=template, length=length)
    return newsroom.make(draft, station)


def seconds(made: Made) -> float:
    """How long it is when it is decoded."""
    with soundfile.SoundFile(Path(made.bulletin.folder) / made.bulletin.audio) as heard:
        return float(heard.frames / heard.samplerate)


@pytest.mark.parametrize("slot", [40, 60, 61.7, 90, 180])
def test_a_slot_is_hit_at_the_tempo_that_was_read(station: Station, slot: float) -> None:
    found = made(replace(station, length=f"{slot}s"))
    assert abs(seconds(found) - slot) < 0.05
    assert found.bulletin.rundown.tempo == 1.0


@pytest.mark.parametrize("template", ["flash", "headlines", "hourly"])
def test_each_template_fills_a_slot(station: Station, template: str) -> None:
    found = made(station, SAMPLES / "1-lagos-ferries.txt", template=template, length="60s")
    assert (found.draft.script.template, abs(seconds(found) - 60) < 0.05) == (template, True)


@pytest.mark.parametrize("clock", [Clock(too_little="short"), Clock(fit="at most")])
def test_little_news_may_end_early(station: Station, clock: Clock) -> None:
    found = made(replace(station, length="3m", clock=clock), SAMPLES / "3-cocoa-price.md")
    told = [warning for warning in found.bulletin.warnings if "ends early" in warning]
    assert seconds(found) < 120
    assert len(told) == (clock.fit == "exactly")


def test_wav_and_mono_hit_it_too(station: Station) -> None:
    found = made(replace(station, length="60s", sound=Sound(format="wav", channels="mono")))
    assert abs(seconds(found) - 60) < 0.05


def test_a_slot_that_nothing_fits_runs_over_and_says_so(station: Station) -> None:
    found = made(replace(station, length="10s"))
    assert seconds(found) > 10
    assert [warning for warning in found.bulletin.warnings if "longer than its slot of 0:10" in warning]


BY_HAND = """---
bulletin: 1
station: Savanna Radio
template: hand
air_time: '2026-11-22T14:00:00+00:00'
language: en
voice: tone
slot_seconds: {slot}
---

# By hand

## opening {{sound=ident pause=10}}

Good afternoon from the newsroom.

## story: hall {{pause=0}}

> title: The hall

The market in Lagos has opened a new hall, and traders say that it is large.

## sting {{sound=divider pause=10}}

## sting {{sound=closing pause={pause}}}
"""


@pytest.mark.parametrize("pause", [0, 1.5, 10])
@pytest.mark.parametrize("slot", [23, 26, 60])
def test_silences_after_sounds_are_never_dead_air(station: Station, tmp_path: Path, slot: int, pause: float) -> None:
    """A sound fades before it ends: what is silent after it is longer than it looks on paper."""
    (tmp_path / "hand.md").write_text(BY_HAND.format(slot=slot, pause=pause))
    found = made(station, tmp_path / "hand.md")
    assert abs(seconds(found) - slot) < 0.05


def test_one_line_over_a_bed_passes_the_air_check(station: Station, tmp_path: Path) -> None:
    """The bed is down in the moment after the line, where the check listens for a hot one."""
    text = BY_HAND.format(slot=30, pause=0).replace("{pause=0}", "{bed=bed pause=0.3}", 1)
    (tmp_path / "hand.md").write_text(text)
    assert abs(seconds(made(station, tmp_path / "hand.md")) - 30) < 0.05


def test_the_manifest_is_on_the_clock_of_the_sound(station: Station) -> None:
    """Segments tile the bulletin, lines lie in it one after the other, and music says where it ends."""
    found = made(replace(station, length="90s"))
    manifest = json.loads((Path(found.bulletin.folder) / "manifest.json").read_text())
    ends = [0.0] + [round(s["start_seconds"] + s["duration_seconds"], 2) for s in manifest["segments"]]
    assert [round(s["start_seconds"], 2) for s in manifest["segments"]] == pytest.approx(ends[:-1], abs=0.011)
    lines = manifest["rundown"]["lines"]
    assert [line["start_seconds"] for line in lines] == sorted(line["start_seconds"] for line in lines)
    assert all(one["end_seconds"] <= other["start_seconds"] for one, other in itertools.pairwise(lines))
    assert manifest["cue_out_seconds"] <= manifest["duration_seconds"] == 90


def test_one_line_and_music_for_the_rest(station: Station, tmp_path: Path) -> None:
    head = BY_HAND.format(slot=40, pause=0).split("## opening")[0]
    (tmp_path / "hand.md").write_text(f"{head}## story: hall\n\nThe hall is open.\n")
    assert abs(seconds(made(station, tmp_path / "hand.md")) - 40) < 0.05
