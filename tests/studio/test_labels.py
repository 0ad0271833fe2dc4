"""What stands on a bulletin's MP3, its transcript and its chapters: read back by others, and held to the plan."""

import io
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3

from bulletin.model import Cue, Line, Rundown, Script, Segment, Span
from bulletin.plain import ascii_of
from bulletin.studio import chapters, cuepoints, tags, transcript
from bulletin.studio.timeline import RATE, Part
from bulletin.studio.transcript import ROW, ROWS, rows_of

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
COVER = b"\xff\xd8\xff\xe0 not read here \xff\xe3"
PARTS = (Part("opening", "Opening", 0, 9 * 1152), Part("rains", "Rains at Ẹdẹ", 9 * 1152, 2 * RATE))
LABEL = tags.Label(
    title="News", station="Savanna Radio", album="Savanna Radio news", at=AT, language="en", comment="c", words="w",
    ms=2000, chapters=PARTS, cover=COVER, gain_db=-2.0, peak=0.8912509,
)  # fmt: skip


@pytest.fixture(scope="module")
def mp3() -> bytes:
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(2)
    pcm = (np.sin(np.arange(4 * RATE) / 20) * 8000).astype("<i2").tobytes()
    return bytes(encoder.encode(pcm) + encoder.flush())


def voiced(words: str, start: float, end: float, voice: str = "hibari:alba") -> Span:
    return Span("voice", words, start, end, cue=0, line=0, voice=voice)


def captions(text: str) -> list[tuple[float, float, str]]:
    """Start, end and words of each caption, read as a browser does."""

    def seconds(stamp: str) -> float:
        hours, minutes, rest = stamp.split(":")
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    header, *blocks = text.rstrip("\n").split("\n\n")
    assert header == "WEBVTT"
    read = []
    for block in blocks:
        times, words = block.split("\n", 1)
        start, end = times.split(" --> ")
        read.append((seconds(start), seconds(end), words))
    return read


# ---------------------------------------------------------------- ID3


def test_a_player_finds_cover_gain_and_chapters(mp3: bytes) -> None:
    tag = ID3(io.BytesIO(tags.tagged(mp3, LABEL)), translate=False)
    cover = tag.getall("APIC")[0]
    assert (cover.mime, cover.type, cover.desc, cover.data) == ("image/jpeg", 3, "", COVER)
    assert tag["TXXX:replaygain_track_gain"].text == ["-2.00 dB"]
    assert tag["TXXX:replaygain_track_peak"].text == ["0.891251"]
    assert [(c.start_time, c.end_time) for c in map(tag.__getitem__, ("CHAP:chp000", "CHAP:chp001"))] == [
        (0, 235),
        (235, 2000),
    ]


def test_ffmpeg_reads_the_chapters_and_the_sound_behind_them(mp3: bytes) -> None:
    with av.open(io.BytesIO(tags.tagged(mp3, replace(LABEL, cover=b"")))) as file:
        marks = [(c["start"], c["end"], c["metadata"]["title"]) for c in file.chapters()]
        assert marks == [(0, 235, "Opening"), (235, 2000, "Rains at Ẹdẹ")]
        assert file.metadata["replaygain_track_gain"] == "-2.00 dB"
        assert sum(frame.samples for frame in file.decode(audio=0)) >= 2 * RATE


def test_without_a_peak_no_gain_is_told_and_the_bytes_are_the_same_each_time(mp3: bytes) -> None:
    bare = replace(LABEL, peak=0.0)
    assert not ID3(io.BytesIO(tags.tagged(mp3, bare))).getall("TXXX")
    assert tags.tagged(mp3, LABEL) == tags.tagged(mp3, LABEL)


def test_replay_gain_is_counted_from_minus_18_lufs() -> None:
    assert tags.replay_gain_db(-16.0) == -2.0


# ---------------------------------------------------------------- transcript


def test_a_short_line_is_one_caption_at_the_time_it_is_said() -> None:
    plan = Rundown(9, 9, spans=(voiced("Rain & wind <now>.", 1.2345, 2.5), Span("bed", "bed", 0, 9)))
    assert transcript.webvtt(plan) == "WEBVTT\n\n00:00:01.234 --> 00:00:02.500\nRain &amp; wind &lt;now&gt;.\n"


def test_two_readers_are_named_and_one_is_not() -> None:
    two = Rundown(9, 9, spans=(voiced("Good evening.", 0, 1), voiced("Good evening.", 1, 2, "kokoro")))
    assert [words for *_, words in captions(transcript.webvtt(two))] == [
        "<v alba>Good evening.",
        "<v kokoro>Good evening.",
    ]


def test_a_long_line_is_shared_out_by_what_takes_long_to_say() -> None:
    line = "Commissioner Bisola Ajanaku-Reed said on Friday that the boats would carry 36,000 passengers a day when all of them are at work."
    read = captions(transcript.webvtt(Rundown(99, 99, spans=(voiced(line, 20.547, 28.642),))))
    assert " ".join(words.replace("\n", " ") for *_, words in read) == line
    assert (read[0][0], read[-1][1], len(read)) == (20.547, 28.642, 2)
    assert read[0][1] == read[1][0] == pytest.approx(24.24, abs=0.15)  # where hibari's reading of it is


@given(st.text(st.sampled_from("abc é<>&-→\n\u202e"), max_size=400), st.floats(0, 7200), st.floats(0, 60))
def test_captions_fit_the_screen_and_tile_their_line(text: str, start: float, length: float) -> None:
    said = transcript.webvtt(Rundown(1, 1, spans=(voiced(text, start, start + length),)))
    read = captions(said)
    for begun, ended, words in read:
        rows = re.sub("&(amp|lt|gt);", "x", words).split("\n")
        assert begun < ended and len(rows) <= ROWS and all(0 < len(row) <= ROW for row in rows)
    assert all(one[1] == pytest.approx(two[0], abs=0.002) for one, two in pairwise(read))
    assert not read or start - 0.001 <= read[0][0] <= read[-1][1] <= start + length + 0.001


def test_rows_are_about_as_long_as_each_other() -> None:
    assert rows_of("The ferry to the islands is cancelled until Friday.") == [
        "The ferry to the islands",
        "is cancelled until Friday.",
    ]


# ---------------------------------------------------------------- chapters and cue points


def test_podcast_chapters() -> None:
    plan = Rundown(
        9, 9, segments=(Segment("opening", "Opening", "", 0, 4), Segment("b", "Bridge\x00 open", "", 4.0004, 5))
    )
    assert json.loads(chapters.podcast(plan, "News at two")) == {
        "version": "1.2.0",
        "title": "News at two",
        "chapters": [{"startTime": 0, "title": "Opening"}, {"startTime": 4.0, "title": "Bridge open"}],
    }


def test_playout_comes_in_with_the_first_sound_and_goes_out_after_the_last() -> None:
    sound = np.zeros((5 * RATE, 2), dtype=np.int16)
    sound[RATE : 3 * RATE, 1] = (np.sin(np.arange(2 * RATE) / 10) * 5000).astype(np.int16)  # in one ear only
    sound[4 * RATE :] = np.random.default_rng(4).integers(-5, 6, (RATE, 2))  # hiss, 60 dB lower
    assert cuepoints.cue_points(sound, RATE, -16.0) == (pytest.approx(1, abs=0.011), pytest.approx(3, abs=0.011))
    assert cuepoints.cue_points(sound[:100], RATE, -16.0) == (0, 100 / RATE)


def test_the_out_cue_is_the_end_of_the_last_line() -> None:
    said = Cue("closing", lines=(Line("More at three."), Line("This was the news from Savanna Radio.")))
    script = Script("Savanna Radio", "hourly", AT, "en", "tone", 180, (said, Cue("sting", sound="closing")))
    assert cuepoints.out_cue(script) == "the news from Savanna Radio."
    assert cuepoints.out_cue(replace(script, cues=())) == ""


@given(st.text())
def test_ascii_is_one_line_that_any_system_reads(text: str) -> None:
    assert ascii_of(text).isascii() and ascii_of(text).isprintable()


def test_letters_have_a_plainer_form() -> None:
    assert ascii_of("Ẹdẹ, Ɗan Ƙasa – “₦5” Øst") == 'Ede, Dan Kasa - "N5" Ost'


@given(st.text(max_size=99), st.text(max_size=400), st.lists(st.text(max_size=50), max_size=3))
@settings(max_examples=60, deadline=None)  # the first run loads what reads it
def test_any_words_leave_a_whole_tag(title: str, said: str, stories: list[str]) -> None:
    parts = tuple(Part("s", story, number * RATE, (number + 1) * RATE) for number, story in enumerate(stories))
    file = io.BytesIO(tags.tagged(bytes(999), replace(LABEL, title=title, words=said, chapters=parts)))
    tag = ID3(file, translate=False)
    assert tag.getall("APIC")[0].data == COVER
    assert len(tag.getall("CHAP")) == len(stories)
    assert tag["TXXX:replaygain_track_gain"].text == ["-2.00 dB"]
