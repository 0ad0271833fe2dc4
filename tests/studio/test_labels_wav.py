"""The WAV file: read back by libsndfile, by ffmpeg and at the offsets that AES46 gives."""

import io
import struct
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import av
import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.studio.timeline import RATE, Part
from bulletin.wav import Cart, airable, wav

SAMPLES = np.random.default_rng(4).integers(-9000, 9000, (3 * RATE, 2), dtype=np.int16)
PARTS = (Part("opening", "Opening", 0, RATE), Part("rains", "Rains at Ẹdẹ", RATE, 3 * RATE))
CART = Cart(
    title="Savanna Radio news", artist="Rádio Ọ̀ṣun", cut_id="osun-20261122T1400-hourly",
    at=datetime(2026, 11, 22, 0, 5, tzinfo=ZoneInfo("Africa/Lagos")), until=datetime(2026, 11, 22, 0, 5, tzinfo=UTC),
    out_cue="the news from Osun.", cue_in=441, cue_out=3 * RATE - 882, first_words=RATE,
    text="Good evening.\nThe rains – late.", chapters=PARTS,
)  # fmt: skip


def chunks(file: bytes) -> dict[bytes, bytes]:
    """The chunks of a RIFF file by name (of LISTs with their kind), walked by their sizes."""
    assert (file[:4], struct.unpack("<I", file[4:8])[0], file[8:12]) == (b"RIFF", len(file) - 8, b"WAVE")
    found, at = {}, 12
    while at < len(file):
        name, size = struct.unpack("<4sI", file[at : at + 8])
        body = file[at + 8 : at + 8 + size]
        found[name + body[:4] if name == b"LIST" else name] = body
        at += 8 + size + size % 2
    assert at == len(file)
    return found


def field(cart: bytes, at: int, size: int = 64) -> str:
    return cart[at : at + size].split(b"\x00")[0].decode("ascii")


@pytest.mark.parametrize("channels", [1, 2])
def test_the_samples_come_back_as_they_were(channels: int) -> None:
    file = wav(SAMPLES[:, :channels], RATE, CART)
    read, rate = soundfile.read(io.BytesIO(file), dtype="int16", always_2d=True)
    assert (rate, read.shape) == (RATE, (3 * RATE, channels))
    assert np.array_equal(read, SAMPLES[:, :channels])


def test_the_cart_at_the_offsets_of_aes46() -> None:
    cart = chunks(wav(SAMPLES, RATE, CART))[b"cart"]
    places = {"title": 4, "artist": 68, "cut": 132, "client": 196, "category": 260, "class": 324, "out cue": 388}
    assert cart[:4] == b"0101"
    assert {name: field(cart, at) for name, at in places.items()} == {
        "title": "Savanna Radio news",
        "artist": "Radio Osun",
        "cut": "osun-20261122T1400-hourly",
        "client": "",
        "category": "NEWS",
        "class": "",
        "out cue": "the news from Osun.",
    }
    assert cart[452:488] == b"2026-11-2123:50:002026-11-2201:05:00"  # from a quarter of an hour early to the next
    assert field(cart, 488) == "bulletin"
    assert struct.unpack("<i", cart[680:684]) == (32768,)
    timers = [struct.unpack("<4sI", cart[at : at + 8]) for at in range(684, 748, 8)]
    out = 3 * RATE - 882
    assert timers[:6] == [
        (b"AUDs", 441), (b"AUDe", out), (b"INTs", 441), (b"INTe", RATE), (b"SEGs", out), (b"SEGe", out),
    ]  # fmt: skip
    assert cart[732:2048] == bytes(1316)
    assert cart[2048:] == b"Good evening.\r\nThe rains - late.\x00\x00"


@pytest.mark.parametrize(
    ("at", "minutes", "written"),
    [
        ("2026-10-25T00:50", 65, "02:35 02:55"),  # the clock is put back at three to two: UTC 01:55 is 02:55 again
        ("2026-10-25T00:50", 20, "02:35 03:10"),  # it would end at 02:10, before its start
        ("2026-03-29T00:30", 65, "01:15 03:35"),
    ],
)
def test_a_cart_never_ends_before_it_starts(at: str, minutes: int, written: str) -> None:
    slot = datetime.fromisoformat(at).replace(tzinfo=UTC)
    zone = ZoneInfo("Europe/Berlin")
    for until in (slot + timedelta(minutes=minutes), (slot + timedelta(minutes=minutes)).astimezone(zone)):
        starts, ends = airable(slot.astimezone(zone), until)
        assert f"{starts:%H:%M} {ends:%H:%M}" == written


def test_libsndfile_reads_the_same_cart() -> None:
    with soundfile.SoundFile(io.BytesIO(wav(SAMPLES, RATE, CART))) as file:
        found = soundfile._ffi.new("char[]", 2048 + 4 + 256)  # SF_CART_INFO: the chunk, with a size before its text
        get_cart_info = 0x1401
        assert soundfile._snd.sf_command(file._file, get_cart_info, found, len(found)) == 1
    cart = bytes(soundfile._ffi.buffer(found))
    assert (field(cart, 4), field(cart, 388)) == ("Savanna Radio news", "the news from Osun.")
    assert struct.unpack("<4sI", cart[692:700]) == (b"AUDe", 3 * RATE - 882)


def test_ffmpeg_reads_names_and_sound() -> None:
    with av.open(io.BytesIO(wav(SAMPLES, RATE, CART))) as file:
        assert (file.metadata["title"], file.metadata["artist"]) == ("Savanna Radio news", "Rádio Ọ̀ṣun")
        assert file.metadata["date"] == "2026-11-22"
        assert (file.streams.audio[0].codec_context.name, file.duration) == ("pcm_s16le", 3_000_000)


def test_a_mark_for_each_story() -> None:
    found = chunks(wav(SAMPLES, RATE, CART))
    count, *points = struct.unpack("<I" + "II4sIII" * 2, found[b"cue "])
    assert (count, points) == (2, [1, 0, b"data", 0, 0, 0, 2, RATE, b"data", 0, 0, RATE])
    assert "Rains at Ẹdẹ\x00".encode() in found[b"LISTadtl"]
    assert b"cue " not in chunks(wav(SAMPLES, RATE, replace(CART, chapters=())))


def test_hostile_words_stay_in_their_fields() -> None:
    long = replace(
        CART, title="\x00\nA" * 99, out_cue="one word " + "x" * 70 + " and that was the news at two o'clock", text=""
    )
    cart = chunks(wav(SAMPLES[:1], RATE, long))[b"cart"]
    assert len(cart) == 2050
    assert field(cart, 4, 200) == ("A " * 32)[:63]
    assert field(cart, 388) == "and that was the news at two o'clock"


@given(st.text(max_size=200), st.text(max_size=99), st.lists(st.text(max_size=50), max_size=4))
@settings(max_examples=60, deadline=None)  # the first run loads what reads it
def test_any_words_leave_a_whole_file(title: str, said: str, stories: list[str]) -> None:
    parts = tuple(Part("s", story, number, number + 1) for number, story in enumerate(stories))
    cart = replace(CART, title=title, artist=said, out_cue=title, text=said, chapters=parts)
    file = wav(SAMPLES[:9], RATE, cart)
    found = chunks(file)[b"cart"]
    assert len(found) % 2 == 0 and (found[:680] + found[2048:]).isascii() and found[452:462] == b"2026-11-21"
    assert soundfile.info(io.BytesIO(file)).frames == 9
