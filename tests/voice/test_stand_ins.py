"""A voice that cannot read is replaced for the whole bulletin; a line that was not understood is read again."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_reading import cue, script

from bulletin import voice
from bulletin.errors import VoiceError, VoiceUnavailable
from bulletin.station import Folders, Station
from bulletin.voice import casting

LINES = [f"This is line {n} of the news." for n in "one two three four five six seven eight nine".split()]
NEWS = script(cue(*LINES[:4]), cue(*LINES[4:]))

FALTERING = """
    from bulletin.errors import VoiceUnavailable
    from bulletin.voice.engine import Card
    from bulletin.voice.engines import tone

    class Reader:
        hands = 1
        def __init__(self):
            self.tone = tone._Reader("plain", 1)
        def read(self, text):
            if "seven" in text:
                raise VoiceUnavailable("the line went dead", retry_after=9)
            return self.tone.read(text)
        def close(self):
            pass

    class Engine:
        card = Card(name="faltering", summary="Fails at line seven", voices=("one",), licence="CC0")
        def version(self):
            return "1"
        def fingerprint(self, voice, station):
            return "1"
        def open(self, voice, language, station):
            return Reader()

    engine = Engine()
"""


@pytest.fixture(autouse=True)
def faltering(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An engine of a stranger's that fails at line seven, and one that reads in one way only."""
    site = tmp_path / "site"
    described = site / "faltering-1.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: faltering\nVersion: 1\n")
    (described / "entry_points.txt").write_text("[bulletin.engines]\nfaltering = faltering_voice:engine\n")
    (site / "faltering_voice.py").write_text(textwrap.dedent(FALTERING))
    monkeypatch.syspath_prepend(str(site))
    casting.plugs.cache_clear()
    yield
    casting.plugs.cache_clear()
    sys.modules.pop("faltering_voice", None)


def readers(takes: voice.Takes) -> set[str]:
    return {f"{take.engine}:{take.voice}" for part in takes for take in part}


def test_a_voice_that_fails_at_line_seven_is_replaced_in_the_whole_bulletin(station: Station) -> None:
    notes: list[str] = []
    counts: list[tuple[int, int]] = []
    manned = replace(station, stand_ins=("no-such", "tone:low"))
    news = replace(NEWS, voice="faltering")
    takes = voice.read(news, manned, notes=notes.append, progress=lambda done, of: counts.append((done, of)))
    assert readers(takes) == {"tone:low"}
    assert [[take.text for take in part] for part in takes] == [LINES[:4], LINES[4:]]
    assert counts[-1] == (9, 9)
    assert len(notes) == 1
    assert notes[0].startswith('faltering could not read "This is line seven of the news.": the line went dead; ')
    assert notes[0].endswith("; tone:low reads in its place")


def test_without_a_stand_in_the_failure_is_told_and_may_be_tried_later(station: Station) -> None:
    with pytest.raises(VoiceUnavailable, match='faltering could not read "This is line seven') as failure:
        voice.read(replace(NEWS, voice="faltering"), station)
    assert failure.value.retry_after == 9


def test_when_the_stand_ins_fail_too_every_fault_is_told_in_one_line(station: Station) -> None:
    manned = replace(station, stand_ins=("hibary",))
    with pytest.raises(VoiceUnavailable) as failure:
        voice.read(replace(NEWS, voice="faltering"), manned)
    assert "the line went dead; nor could a stand-in: there is no engine" in str(failure.value)
    assert "\n" not in str(failure.value)


def test_a_voice_that_cannot_be_used_at_all_is_replaced_too(station: Station) -> None:
    notes: list[str] = []
    takes = voice.read(replace(NEWS, voice="tone:lo"), replace(station, stand_ins=("tone",)), notes=notes.append)
    assert readers(takes) == {"tone:plain"}
    assert notes == ['tone has no voice "lo"; did you mean "tone:low"?; tone reads in its place']


def test_a_plan_too_is_made_with_the_stand_in(station: Station) -> None:
    manned = replace(station, stand_ins=("nobody", "piper"))
    assert voice.pace("hibary", manned) == voice.pace("piper", manned)
    assert voice.hard_names(["It rained."], "hibary", "en", manned) == ()
    with pytest.raises(VoiceError, match="hibary"):
        voice.pace("hibary", station)


def test_the_other_reader_of_a_bulletin_goes_on(station: Station) -> None:
    manned = replace(station, stand_ins=("tone:low",))
    takes = voice.read(script(cue(*LINES), cue("It rained.", voice_name="tone"), voice_name="faltering"), manned)
    assert [readers(takes[:1]), readers(takes[1:])] == [{"tone:low"}, {"tone:plain"}]


def test_a_line_that_no_voice_could_read_is_no_fault_of_the_voice(station: Station) -> None:
    with pytest.raises(VoiceError, match=r"^there are no words to read"):
        voice.read(script(cue("...")), replace(station, stand_ins=("tone:low",)))


def test_a_voice_may_be_kept_from_reading(station: Station) -> None:
    manned = replace(station, stand_ins=("tone:low",))
    assert readers(voice.read(NEWS, manned, without={"tone"})) == {"tone:low"}
    with pytest.raises(VoiceError, match=r"^nobody is left to read for tone"):
        voice.read(NEWS, station, without={"tone"})


def test_another_attempt_is_another_take_of_that_line_alone(station: Station) -> None:
    first = voice.read(NEWS, station)
    again = voice.read(NEWS, station, attempts={("tone", LINES[2]): 1})
    changed = [a.text for p, q in zip(first, again, strict=True) for a, b in zip(p, q, strict=True) if a.pcm != b.pcm]
    assert changed == [LINES[2]]
    assert [take.cached for part in again for take in part].count(False) == 1
    assert voice.read(NEWS, station, attempts={("tone:plain", LINES[2]): 1})[0][2].cached
    assert voice.read(NEWS, station)[0][2].pcm == first[0][2].pcm


def test_a_voice_with_no_further_reading_fails_and_its_stand_in_reads(station: Station) -> None:
    wanted = {("faltering", LINES[0]): 1}
    one = script(cue(LINES[0], LINES[1]), voice_name="faltering")
    with pytest.raises(VoiceError, match=r'^faltering has no reading 2 of "This is line one'):
        voice.read(one, station, attempts=wanted)
    assert readers(voice.read(one, replace(station, stand_ins=("tone",)), attempts=wanted)) == {"tone:plain"}


@settings(max_examples=25, deadline=None)  # files are written
@given(st.lists(st.sampled_from(["tone", "tone:low", "faltering", "nobody", "tone:lo"]), max_size=4, unique=True))
def test_whoever_reads_every_line_is_read_once_by_one_reader_or_the_failure_is_told(
    tmp_path_factory: pytest.TempPathFactory, stand_ins: list[str]
) -> None:
    station = Station(folders=Folders(cache=str(tmp_path_factory.mktemp("c"))), stand_ins=tuple(stand_ins))
    able = [name for name in stand_ins if name in ("tone", "tone:low")]
    try:
        takes = voice.read(replace(NEWS, voice="faltering"), station)
    except VoiceError:
        assert not able
    else:
        assert readers(takes) == {{"tone": "tone:plain"}.get(able[0], able[0])}
        assert [take.text for part in takes for take in part] == LINES
