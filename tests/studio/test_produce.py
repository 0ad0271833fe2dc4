"""A bulletin finished from takes that are made here, and judged by what is in its files."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from PIL import Image

from bulletin.errors import StudioError
from bulletin.model import Bulletin, Cue, Line, Script, Take
from bulletin.station import Clock, Sound, Station
from bulletin.studio import produce
from bulletin.studio.loudness import RATE, loudness, true_peak

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
STATION = Station(name="Savanna Radio", clock=Clock(fit="at most"))


def said(text: str, seconds: float = 2.0, hertz: float = 220.0, level: float = 0.05, rate: int = 24_000) -> Take:
    """A buzz that comes and goes as syllables do."""
    t = np.arange(int(seconds * rate)) / rate
    buzz = sum(np.sin(2 * np.pi * hertz * n * t) / n for n in range(1, 9))
    wave = level * buzz * (0.25 + np.abs(np.sin(2 * np.pi * 2 * t)))
    pcm = (np.clip(wave, -1, 1) * 32767).astype("<i2").tobytes()
    return Take(text, text, pcm, rate, "tone", f"{hertz:g}", "key")


def cue(kind: str, *texts: str, **more) -> Cue:
    return Cue(kind, lines=tuple(Line(text) for text in texts), **more)


CUES = (
    cue("opening", "Good afternoon.", sound="ident"),
    cue("headline", "A bridge is open.", bed="bed"),
    cue("headline", "The rains are late.", bed="bed", pause=1.0),
    cue("sting", sound="divider", pause=0.3),
    cue("story", "The bridge <is> open & safe.", "It took --> two months.", slug="bridge", title="A bridge"),
    cue("sting", sound="divider", pause=0.3),
    cue("story", "The rains are late.", slug="../../etc/rains", title="Rains\x00\n at Ẹdẹ\ud800"),
    cue("closing", "That is the news."),
    cue("sting", sound="closing", pause=0.3),
)


def scripted(*cues: Cue) -> Script:
    return Script("Savanna Radio", "hourly", AT, "en", "tone", 180, cues)


def reading(script: Script, **more) -> tuple[tuple[Take, ...], ...]:
    return tuple(tuple(said(line.text, **more) for line in cue.lines) for cue in script.cues)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bulletin, Path]:
    folder = tmp_path_factory.mktemp("made")
    script = scripted(*CUES)
    return produce(script, reading(script), STATION, folder)[0], folder


def heard(path: Path) -> np.ndarray:
    return soundfile.read(path, dtype="int16", always_2d=True)[0]


def test_the_folder_holds_the_bulletin_and_nothing_else(made: tuple[Bulletin, Path]) -> None:
    bulletin, folder = made
    assert {path.name for path in folder.iterdir()} == {
        "bulletin.mp3",
        "01-opening.mp3",
        "02-bridge.mp3",
        "03-etc-rains.mp3",
        "04-closing.mp3",
        "transcript.vtt",
        "chapters.json",
        "waveform.png",
        "cover.jpg",
        "bulletin.html",
    }
    assert (bulletin.id, bulletin.audio, bulletin.folder) == (
        "savanna-radio-20261122T1400-hourly",
        "bulletin.mp3",
        str(folder),
    )


def test_the_segments_are_the_bulletin_cut_up(made: tuple[Bulletin, Path]) -> None:
    bulletin, folder = made
    whole = heard(folder / bulletin.audio)
    assert len(whole) == round(bulletin.duration_seconds * RATE)
    assert sum(segment.duration_seconds for segment in bulletin.segments) == pytest.approx(bulletin.duration_seconds)
    for segment in bulletin.segments:
        cut = heard(folder / segment.audio)
        start = round(segment.start_seconds * RATE)
        same = whole[start : start + len(cut)].astype(float)
        assert len(cut) == round(segment.duration_seconds * RATE)
        assert np.std(cut - same) < 0.1 * np.std(same)


def test_it_is_as_loud_as_the_station_wants(made: tuple[Bulletin, Path]) -> None:
    bulletin, folder = made
    whole = heard(folder / bulletin.audio)
    assert loudness(whole) == pytest.approx(-16, abs=0.3)
    assert bulletin.loudness_lufs == pytest.approx(loudness(whole), abs=0.1)  # measured in pieces
    assert max(true_peak(heard(path)) for path in folder.glob("*.mp3")) == pytest.approx(
        bulletin.true_peak_dbtp, abs=0.01
    )
    assert bulletin.true_peak_dbtp <= -1


@pytest.mark.parametrize(
    "sound",
    [
        Sound(loudness_lufs=-23, bitrate_kbps=64),
        Sound(loudness_lufs=-12, true_peak_dbtp=-2, bitrate_kbps=96),
        Sound(true_peak_dbtp=0, bitrate_kbps=320),
    ],
)
def test_other_stations_want_it_otherwise(tmp_path: Path, sound: Sound) -> None:
    script = scripted(*CUES[3:5])
    bulletin, _ = produce(script, reading(script), replace(STATION, sound=sound), tmp_path)
    assert loudness(heard(tmp_path / "bulletin.mp3")) == pytest.approx(sound.loudness_lufs, abs=0.3)
    assert bulletin.true_peak_dbtp <= sound.true_peak_dbtp
    assert MP3(tmp_path / "bulletin.mp3").info.bitrate == pytest.approx(sound.bitrate_kbps * 1000, abs=2)


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is the independent meter, where there is one")
def test_ffmpeg_hears_the_same(made: tuple[Bulletin, Path]) -> None:
    bulletin, folder = made
    meter = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(folder / "bulletin.mp3")]
    report = subprocess.run(
        [*meter, "-af", "ebur128=peak=true", "-f", "null", "-"], capture_output=True, text=True, check=True
    )
    summary = report.stderr.rpartition("Summary:")[2].split()
    assert float(summary[summary.index("I:") + 1]) == pytest.approx(-16, abs=0.5)
    assert float(summary[summary.index("Peak:") + 1]) <= -1
    probe = ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0"]
    shown = subprocess.run([*probe, str(folder / "bulletin.mp3")], capture_output=True, text=True, check=True)
    assert float(shown.stdout) == pytest.approx(bulletin.duration_seconds, abs=0.06)


def test_headers_tell_the_length_that_is_heard(made: tuple[Bulletin, Path]) -> None:
    for path in made[1].glob("*.mp3"):
        assert MP3(path).info.length == pytest.approx(len(heard(path)) / RATE, abs=0.001)


def test_tags_and_chapters(made: tuple[Bulletin, Path]) -> None:
    bulletin, folder = made
    tag = ID3(folder / "bulletin.mp3", translate=False)
    assert tag.version == (2, 3, 0)
    assert tag["TIT2"].text == ["Savanna Radio news, 22 November 2026, 14:00"]
    assert (tag["TPE1"].text, tag["TCON"].text, tag["TLAN"].text) == (["Savanna Radio"], ["News"], ["eng"])
    assert tag["TLEN"].text == [str(round(bulletin.duration_seconds * 1000))]
    assert "The bridge <is> open & safe." in tag.getall("USLT")[0].text
    chapters = [tag[f"CHAP:{name}"] for name in tag["CTOC:toc"].child_element_ids]
    assert [(c.start_time, c.sub_frames["TIT2"].text[0]) for c in chapters] == [
        (round(segment.start_seconds * 1000), segment.title) for segment in bulletin.segments
    ]
    assert bulletin.segments[2].title == "Rains at Ẹdẹ"
    assert ID3(folder / "02-bridge.mp3")["TRCK"].text == ["2/4"]


def test_the_transcript_is_webvtt(made: tuple[Bulletin, Path]) -> None:
    text = (made[1] / "transcript.vtt").read_text(encoding="utf-8")
    blocks = text.rstrip().split("\n\n")
    assert blocks[0] == "WEBVTT"
    assert blocks[1].split("\n")[1] == "Good afternoon."
    assert "The bridge &lt;is&gt; open &amp; safe." in text
    assert text.count("-->") == 7  # one a line; the one that is said is escaped


def test_the_picture_has_its_size(made: tuple[Bulletin, Path]) -> None:
    with Image.open(made[1] / "waveform.png") as picture:
        assert (picture.format, picture.size) == ("PNG", (1600, 600))
        assert len(picture.convert("RGB").resize((160, 60)).getcolors(10_000)) > 50


def test_the_same_takes_give_the_same_bytes(made: tuple[Bulletin, Path], tmp_path: Path) -> None:
    script = scripted(*CUES)
    produce(script, reading(script), STATION, tmp_path)
    assert all(path.read_bytes() == (made[1] / path.name).read_bytes() for path in tmp_path.iterdir())


def level(samples: np.ndarray, start: float, end: float) -> float:
    return 20 * np.log10(np.std(samples[int(start * RATE) : int(end * RATE)]) + 1e-9)


def test_the_bed_goes_down_under_speech_and_goes_round(tmp_path: Path) -> None:
    # the bed is a steady tone of its own pitch, two seconds long, so it is found again under everything
    t = np.arange(2 * RATE) / RATE
    soundfile.write(tmp_path / "bed.wav", 0.1 * np.sin(2 * np.pi * 3000 * t), RATE)
    station = replace(STATION, home=str(tmp_path), sound=Sound(bed="bed.wav", bed_under_speech_db=-18))
    script = scripted(cue("headline", bed="bed", pause=1.8), cue("headline", "One.", bed="bed"), cue("closing", "Two."))
    out = tmp_path / "out"
    out.mkdir()
    takes = ((), (said("One.", 6, hertz=100),), (said("Two.", 2, hertz=100),))
    produce(script, takes, station, out)
    samples = heard(out / "bulletin.mp3")[:, 0].astype(float)
    spectrum = np.array(
        [
            np.abs(np.fft.rfft(samples[at : at + 4410] * np.hanning(4410)))[290:311].max()
            for at in range(0, len(samples) - 4410, 4410)
        ]
    )
    bed = 20 * np.log10(spectrum + 1)
    open_level, under = bed[8], np.median(bed[25:60])
    assert open_level - under == pytest.approx(18, abs=1.5)
    assert np.ptp(bed[25:55]) < 3  # no hole and no bump where it goes round
    assert bed[90:].max() < under - 15  # gone before the words that do not have it


def test_two_voices_are_equally_loud(tmp_path: Path) -> None:
    script = scripted(cue("story", "One.", slug="a", pause=0), cue("story", "Two.", slug="b", pause=0))
    takes = ((said("One.", 3, hertz=150, level=0.2),), (said("Two.", 3, hertz=300, level=0.01, rate=22_050),))
    produce(script, takes, STATION, tmp_path)
    levels = [loudness(heard(path)) for path in sorted(tmp_path.glob("0*.mp3"))]
    assert levels[0] == pytest.approx(levels[1], abs=0.5)


def test_no_part_begins_or_ends_with_a_click(made: tuple[Bulletin, Path]) -> None:
    for path in made[1].glob("*.mp3"):
        samples = heard(path).astype(int)
        assert np.abs(samples[:20]).max() < 2000 and np.abs(samples[-20:]).max() < 2000


def test_a_bulletin_shorter_than_a_gating_block(tmp_path: Path) -> None:
    script = scripted(cue("story", "Fire.", slug="a", pause=0))
    bulletin, _ = produce(script, ((said("Fire.", 0.25),),), STATION, tmp_path)
    assert bulletin.duration_seconds == 0.25
    assert len(heard(tmp_path / "bulletin.mp3")) == RATE // 4


def refused(script: Script, takes, folder: Path, station: Station = STATION) -> str:
    with pytest.raises(StudioError) as refusal:
        produce(script, takes, station, folder)
    assert not list(folder.iterdir())
    assert "\n" not in str(refusal.value)
    return str(refusal.value)


def test_a_silent_take_is_refused_and_never_made_loud(tmp_path: Path) -> None:
    script = scripted(cue("story", "Nobody speaks.", slug="a"))
    for level in (0.0, 0.00005):
        found = refused(script, ((said("Nobody speaks.", level=level),),), tmp_path)
        assert found.startswith('tone gave silence for "Nobody speaks."')


@pytest.mark.parametrize(("pcm", "rate"), [(b"", 24_000), (b"abc", 24_000), (b"abcd", 0), (b"abcd", 10**9)])
def test_a_damaged_take_is_refused(tmp_path: Path, pcm: bytes, rate: int) -> None:
    script = scripted(cue("story", "Words.", slug="a"))
    take = replace(said("Words."), pcm=pcm, sample_rate=rate)
    assert "is damaged" in refused(script, ((take,),), tmp_path)


def test_takes_that_do_not_fit_the_script_are_refused(tmp_path: Path) -> None:
    script = scripted(cue("story", "One.", "Two.", slug="a"))
    assert "2 lines in 1 cues" in refused(script, ((said("One."),),), tmp_path)


def test_a_script_without_words_is_refused(tmp_path: Path) -> None:
    assert "nothing to say" in refused(scripted(cue("sting", sound="divider")), ((),), tmp_path)


def test_an_unknown_sound_is_refused(tmp_path: Path) -> None:
    script = scripted(cue("story", "One.", slug="a", sound="fanfare"))
    assert 'no sound "fanfare"' in refused(script, ((said("One."),),), tmp_path)


def test_dead_air_inside_a_take_fails_the_check(tmp_path: Path) -> None:
    script = scripted(cue("story", "One.", slug="a"))
    once, gap = said("One."), bytes(24_000 * 2 * 3)
    found = refused(script, ((replace(once, pcm=once.pcm + gap + once.pcm),),), tmp_path)
    assert found.startswith("check failed (silence): bulletin.mp3 at 0:02: 3.0 s of silence")


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("frames", [1, 575, 1152, 44_100, 44_101])
def test_every_sample_goes_through_mp3_and_comes_back(frames: int, channels: int) -> None:
    from bulletin.studio import mp3

    file = mp3.whole(mp3.encode(bytes(frames * 2 * channels), channels, 128), frames)
    assert mp3.decode(file).shape == (frames, channels)
    assert MP3(io.BytesIO(file)).info.length == pytest.approx(frames / RATE, abs=0.0001)


@pytest.mark.parametrize("channels", [1, 2])
def test_pressings_join_without_a_seam(channels: int) -> None:
    """Three pieces that end in silence, pressed apart, are as true to the sound as one pressing of the whole."""
    from bulletin.studio import mp3
    from bulletin.studio.timeline import FRAME, TAIL

    rng = np.random.default_rng(0)
    pieces = [
        (rng.standard_normal((FRAME * count + more, channels)) * 2000) for count, more in ((40, 0), (57, 0), (30, 500))
    ]
    for piece in pieces:
        piece[-TAIL:] = 0
    pieces = [piece.astype(np.int16) for piece in pieces]
    sound = np.concatenate(pieces)
    pressed = [(mp3.encode(piece.tobytes(), channels, 320), len(piece)) for piece in pieces]
    apart = mp3.decode(mp3.whole(mp3.joined(pressed), len(sound))).astype(float) - sound
    at_once = mp3.decode(mp3.whole(mp3.encode(sound.tobytes(), channels, 320), len(sound))).astype(float) - sound
    for seam in (40 * FRAME, 97 * FRAME):
        near = slice(seam - 2 * FRAME, seam + 2 * FRAME)
        assert np.std(apart[near]) < 1.1 * np.std(at_once[near])
