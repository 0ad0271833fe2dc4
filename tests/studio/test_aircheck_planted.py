"""A real bulletin is made and listened to; then faults are planted in its audio, and each is found where it is."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import numpy as np
import pytest
import soxr

from bulletin import manifest
from bulletin.errors import StudioError
from bulletin.model import Cue, Line, Script
from bulletin.station import Clock, Station
from bulletin.studio import aircheck, mp3, produce
from bulletin.studio.loudness import RATE
from bulletin.voice import say, spoken

STATION = Station(name="Lagoon Radio", clock=Clock(fit="at most"))
FERRIES = "The ministry will put 24 new ferries on the lagoon by March."
JETTY = "The old jetty at Badagry will not be closed."
FARMERS = "Cocoa farmers in Ghana will be paid 15 percent more from Monday."
BOARD = "The board in Accra said the price had not changed since 2023."
HURT = "Nobody was hurt when the roof of the stadium in Abidjan fell."
CUES = (
    Cue("opening", lines=(Line("This is Lagoon Radio."),), sound="ident"),
    Cue("story", slug="ferries", title="Ferries", lines=(Line(FERRIES), Line(JETTY))),
    Cue("story", slug="cocoa", title="Cocoa", lines=(Line(FARMERS), Line(BOARD), Line(HURT))),
    Cue("closing", lines=(Line("That is the news."),), bed="bed", pause=2.0),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The finished bulletin: its bytes, its samples, its tag and its plan."""
    folder = tmp_path_factory.mktemp("made")
    script = Script("Lagoon Radio", "hourly", datetime(2026, 11, 22, 14, tzinfo=UTC), "en", "hibari", 180, CUES)
    takes = tuple(tuple(say(line.text, "hibari", STATION) for line in cue.lines) for cue in CUES)
    bulletin, aired = produce(script, takes, STATION, folder)
    told = manifest.of_bulletin(bulletin, aired, "script.md", None, {}, takes)
    (folder / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    content = (folder / "bulletin.mp3").read_bytes()
    size = 10 + sum((byte & 0x7F) << 7 * place for place, byte in zip((3, 2, 1, 0), content[6:10], strict=True))
    plan = aircheck.planned(folder / "bulletin.mp3", STATION.sound)
    return SimpleNamespace(content=content, samples=mp3.decode(content), tag=content[:size], plan=plan)


def place(made, text):
    """Where a line is, in samples."""
    said = next(one for one in made.plan.lines if one.text == text)
    return slice(round(said.start_seconds * RATE), round(said.end_seconds * RATE))


def pressed(made, samples):
    raised = np.clip(np.rint(samples * 10 ** (0.4455 / 20)), -32768, 32767).astype("<i2")  # LAME turns it down
    return made.tag + mp3.whole(mp3.encode(raised.tobytes(), raised.shape[1], 128), len(raised))


def with_line(made, text, change):
    out = made.samples.copy()
    out[place(made, text)] = change(out[place(made, text)])
    return pressed(made, out)


def voiced(text, samples):
    """Another text at the level of these samples, cut or filled up to their length."""
    take = say(text, "hibari", STATION)
    mono = soxr.resample(np.frombuffer(take.pcm, "<i2").astype(np.float64), take.sample_rate, RATE)
    mono = np.pad(mono[: len(samples)], (0, max(0, len(samples) - len(mono))))
    mono *= np.sqrt(np.mean(samples.astype(np.float64) ** 2) / np.mean(mono**2))
    return np.rint(mono).astype("<i2")[:, None].repeat(samples.shape[1], axis=1)


def found(made, content):
    return {(one.check, one.line) for one in aircheck.technical(content, made.plan.wanted) if one.severity == "error"}


def test_a_good_bulletin_is_fit_for_air(made):
    assert aircheck.technical(made.content, made.plan.wanted) == ()
    assert aircheck.heard(made.content, made.plan.lines, words=spoken) == ()


def test_every_word_that_is_misread_is_found_in_its_line(made):
    out = made.samples.copy()
    for text, misread in {
        FERRIES: FERRIES.replace("24", "42"),
        JETTY: JETTY.replace("not ", ""),
        FARMERS: FARMERS.replace("Monday", "Friday"),
        BOARD: "Nine goats crossed the road to the market.",
    }.items():
        out[place(made, text)] = voiced(misread, out[place(made, text)])
    heard = aircheck.heard(pressed(made, out), made.plan.lines, words=spoken)
    errors = [(one.check, one.line) for one in heard if one.severity == "error" and one.line]
    assert errors == [("number", FERRIES), ("denial", JETTY), ("name", FARMERS), ("words", BOARD)]
    for one, text in zip(heard, (FERRIES, JETTY, FARMERS, BOARD), strict=False):
        span = place(made, text)
        assert span.start / RATE - 1 < one.start_seconds < span.stop / RATE + 1


def test_a_line_that_is_lost_is_missing_and_one_read_twice_is_doubled(made):
    twice = np.insert(made.samples, place(made, JETTY).stop, made.samples[place(made, JETTY)], axis=0)
    heard = aircheck.heard(pressed(made, twice), made.plan.lines, words=spoken)
    assert ("doubled", JETTY) in [(one.check, one.line) for one in heard]
    without = with_line(made, FARMERS, np.zeros_like)
    heard = aircheck.heard(without, made.plan.lines, words=spoken)
    assert [(one.check, one.line) for one in heard if one.line] == [("missing line", FARMERS)]
    assert found(made, without) >= {("voice", FARMERS)}


def clipped(samples):
    top = np.abs(samples.astype(np.int32)).max()
    return np.clip(samples * 6.0, -top, top) * 0.6


def half_silent(samples):
    return samples * (np.arange(len(samples)) < len(samples) // 2)[:, None]


@pytest.mark.parametrize(
    ("check", "change"), [("clipping", clipped), ("voice", half_silent), ("voice", lambda line: line * 0.3)]
)
def test_a_line_that_sounds_wrong_is_named(made, check, change):
    assert (check, BOARD) in found(made, with_line(made, BOARD, change))


@pytest.mark.parametrize(
    ("check", "change"),
    [
        ("length", lambda x: x[: -RATE // 10]),
        ("loudness", lambda x: x * 0.9),
        ("silence", lambda x: np.where((np.arange(len(x)) // RATE % 12 < 3)[:, None], 0, x)),
        ("channels", lambda x: x * np.array([1, -1])),
        ("DC offset", lambda x: x + 300.0),
    ],
)
def test_what_is_wrong_with_the_whole_is_found(made, check, change):
    assert check in {name for name, _ in found(made, pressed(made, change(made.samples)))}


def test_a_damaged_file_is_told_with_its_place(made, capfd):
    half = len(made.tag) + (len(made.content) - len(made.tag)) // 2
    noise = np.random.default_rng(7).integers(0, 256, 3000, np.uint8).tobytes()
    for bad in (
        made.content[:half] + noise + made.content[half:],
        made.content[:half] + noise + made.content[half + 3000 :],
    ):
        (one,) = (one for one in aircheck.technical(bad, made.plan.wanted) if one.check == "frames")
        assert one.start_seconds == pytest.approx(len(made.samples) / RATE / 2, abs=0.5)
    assert "frames" in {name for name, _ in found(made, made.content[:half])}
    assert capfd.readouterr() == ("", "")  # decoders write what they think of a file to the standard error


def test_a_header_that_lies_and_a_label_of_another_are_found(made):
    at = made.content.index(b"Info", len(made.tag)) + 8
    frames = int.from_bytes(made.content[at : at + 4], "big") + 80
    lying = made.content[:at] + frames.to_bytes(4, "big") + made.content[at + 4 :]
    assert found(made, lying) == {("header", "")}
    assert found(made, made.content[len(made.tag) :]) == {("tags", "")}
    other = replace(made.plan.wanted, title="Another")
    assert [one.check for one in aircheck.technical(made.content, other)] == ["tags"]


def test_more_than_an_hour_is_refused_before_it_is_decoded():
    second = mp3.encode(bytes(RATE * 2), 1, 64)
    with pytest.raises(StudioError, match="more than an hour"):
        aircheck.technical(mp3.whole(second, RATE)[:0] + second * 3800, aircheck.wanted(STATION.sound))
