"""What comes out wrong is read again, by another voice, or left out: with a reader who mumbles, and a real recogniser."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin import voice
from bulletin.errors import StudioError
from bulletin.model import Cue, Line, Script
from bulletin.newsroom.listening import Good, produced
from bulletin.station import Aircheck, Clock, Folders, Station
from bulletin.voice import casting

MUMBLING = """
    from dataclasses import replace
    from bulletin.voice.engine import Card
    from bulletin.voice.engines.hibari import engine as hibari

    class Reader:
        hands = 1
        def __init__(self, mumbles, reader):
            self.mumbles, self.reader = mumbles, reader
        def read(self, text, attempt=0):
            if "ferries" in text and (self.mumbles == "always" or attempt == 0):
                text = "Sixty two old buses were painted green this morning by nobody."
            return self.reader.read(text)
        def close(self):
            pass

    class Engine:
        card = Card(name="mumbler", summary="hibari, with wrong words", voices=("once", "always"), readings=2)
        def version(self):
            return "1"
        def fingerprint(self, voice, station):
            return voice
        def open(self, voice, language, station):
            return Reader(voice, hibari.open("heart", language, station))

    engine = Engine()
"""
FERRIES = "The city will put twenty four new ferries on the lagoon by March."
RAINS = "The rains will begin a week early, the weather office said."
AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def news(reader: str) -> Script:
    cues = (
        Cue("opening", lines=(Line("Good afternoon. This is the news."),)),
        Cue("headline", slug="rains", lines=(Line("The rains will be early."),)),
        Cue("story", slug="rains", title="Rains", lines=(Line(RAINS),)),
        Cue("story", slug="ferries", title="Ferries", lines=(Line(FERRIES),)),
        Cue("closing", lines=(Line("That is the news."),)),
    )
    return Script("Savanna Radio", "hourly", AT, "en", reader, 60, cues)


@pytest.fixture(scope="module", autouse=True)
def mumbler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    site = tmp_path_factory.mktemp("site")
    described = site / "mumbler-1.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: mumbler\nVersion: 1\n")
    (described / "entry_points.txt").write_text("[bulletin.engines]\nmumbler = mumbler_voice:engine\n")
    (site / "mumbler_voice.py").write_text(textwrap.dedent(MUMBLING))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(site))
        casting.plugs.cache_clear()
        yield
    casting.plugs.cache_clear()
    sys.modules.pop("mumbler_voice", None)


@pytest.fixture(scope="module")
def station(tmp_path_factory: pytest.TempPathFactory) -> Station:
    cache = str(tmp_path_factory.mktemp("cache"))
    asked = Aircheck(recognise=True)
    return Station(name="Savanna Radio", clock=Clock("at most"), aircheck=asked, folders=Folders(cache=cache))


def listened(written: Script, station: Station, folder: Path) -> tuple[Good, list[str]]:
    told: list[str] = []
    return produced(written, voice.read(written, station), station, folder, told.append), told


def test_what_is_right_is_aired_at_once(station: Station, tmp_path: Path) -> None:
    good, told = listened(news("hibari"), station, tmp_path)
    assert told == []
    assert good.bulletin.checks[-1] == "the words of all 5 lines are understood"


def test_a_line_that_came_out_wrong_is_read_again(station: Station, tmp_path: Path) -> None:
    good, told = listened(news("mumbler:once"), station, tmp_path)
    assert told == [f'read again, because it was not understood: "{FERRIES}"']
    assert good.script == news("mumbler:once")
    assert {path.name for path in tmp_path.iterdir() if path.suffix == ".mp3"} == {
        "bulletin.mp3", "01-opening.mp3", "02-rains.mp3", "03-ferries.mp3", "04-closing.mp3",
    }  # fmt: skip


def test_then_another_voice_reads_it(station: Station, tmp_path: Path) -> None:
    good, told = listened(news("mumbler:always"), replace(station, stand_ins=("hibari",)), tmp_path)
    assert told[-1] == f'hibari reads what was not understood: "{FERRIES}"'
    assert [cue.voice for cue in good.script.cues] == ["", "", "", "hibari", ""]


def test_then_the_story_is_left_out(station: Station, tmp_path: Path) -> None:
    good, told = listened(news("mumbler:always"), station, tmp_path)
    assert told[-1].startswith("left out: ferries: air-check: ")
    assert [cue.slug for cue in good.aired.cues] == ["", "rains", "rains", ""]
    assert not list(tmp_path.glob("*ferries*"))


def test_and_where_it_was_the_only_one_nothing_is_aired(station: Station, tmp_path: Path) -> None:
    only = news("mumbler:always")
    only = replace(only, cues=tuple(cue for cue in only.cues if cue.slug != "rains"))
    with pytest.raises(StudioError, match="not aired, the last good bulletin stays: air-check: "):
        listened(only, station, tmp_path)
