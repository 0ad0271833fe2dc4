"""The picture in the tags: made for any name, and never more of a station's file than its colours."""

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from bulletin.errors import StudioError
from bulletin.station import Sound, Station
from bulletin.studio import cover


def pixels(picture: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(picture))
    image.load()
    assert (image.format, image.mode) == ("JPEG", "RGB")
    return image


def of_file(path: Path) -> bytes:
    return cover.cover(Station(sound=Sound(cover=str(path))))


def png_of(wide: int, high: int) -> bytes:
    """A PNG that claims a size and has next to nothing in it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "tagline"),
    [
        ("Savanna Radio", "The voice of the plains"),
        ("Q", ""),
        ("Rádio Ọ̀ṣun, Ɗan Ƙasa", "إذاعة \U0001f4fb"),
        ("\u202e\x00", "\x00"),
        ("Donaudampfschifffahrtsgesellschaft" * 5, "W" * 4000),
        ("The Community Service of " * 40, "from dawn until well after dusk " * 40),
    ],
)
def test_any_name_gets_a_picture(name: str, tagline: str) -> None:
    made = cover.cover(Station(name=name, tagline=tagline))
    picture = pixels(made)
    assert picture.size == (600, 600)
    assert len(made) <= cover.MOST_BYTES
    edge = np.asarray(picture)[:, -6:].astype(int)
    assert edge.mean() < 120  # letters end before the edge


def test_each_name_has_its_own_colour_and_the_same_each_time() -> None:
    tones = [pixels(cover.cover(Station(name=name))).getpixel((4, 4)) for name in ("Savanna", "Harbour", "Ridge")]
    assert len(set(tones)) == 3
    assert cover.cover(Station(name="Savanna")) == cover.cover(Station(name="Savanna"))


def test_white_reads_well_on_every_ground() -> None:
    for name in map(str, range(60)):
        for tone in cover._tones(name)[:2]:
            light = sum(w * ((c / 255) ** 2.2) for w, c in zip((0.2126, 0.7152, 0.0722), tone, strict=True))
            assert 1.05 / (light + 0.05) > 5  # WCAG asks 4.5


def test_a_stations_own_picture_is_drawn_anew(tmp_path: Path) -> None:
    picture = Image.new("RGB", (1600, 900), "red")
    exif = picture.getexif()
    exif[0x010E] = "taken at 12 Hidden Street"
    exif[0x0112] = 6  # lies on its side
    picture.save(tmp_path / "c.anything", "JPEG", exif=exif, comment=b"Hidden Street")
    made = of_file(tmp_path / "c.anything")
    assert pixels(made).size == (337, 600)
    assert b"Hidden" not in made
    assert not pixels(made).getexif()


def test_what_is_see_through_becomes_white(tmp_path: Path) -> None:
    Image.new("RGBA", (300, 300), (255, 0, 0, 0)).save(tmp_path / "c.png")
    assert pixels(of_file(tmp_path / "c.png")).getpixel((150, 150)) == (255, 255, 255)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16"])
def test_every_kind_of_png_is_read(mode: str, tmp_path: Path) -> None:
    grey = Image.new("L", (100, 100), 128)
    image = Image.fromarray(np.full((100, 100), 32896, np.uint16)) if mode == "I;16" else grey.convert(mode)
    image.save(tmp_path / "c.png")
    red, green, blue = pixels(of_file(tmp_path / "c.png")).resize((1, 1)).getpixel((0, 0))
    assert red == green == blue
    assert abs(red - 128) < 6


def test_noise_is_made_small_enough(tmp_path: Path) -> None:
    noise = np.random.default_rng(4).integers(0, 256, (900, 900, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "c.png")
    assert len(of_file(tmp_path / "c.png")) <= cover.MOST_BYTES


def test_a_file_that_is_no_picture_is_refused_in_one_line(tmp_path: Path) -> None:
    whole = io.BytesIO()
    Image.fromarray(np.random.default_rng(4).integers(0, 256, (200, 200, 3), dtype=np.uint8)).save(whole, "PNG")
    gif = io.BytesIO()
    Image.new("RGB", (100, 100)).save(gif, "GIF")
    contents = {
        "empty.png": b"",
        "text.jpg": b"not a picture\n" * 99,
        "page.png": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "gif.png": gif.getvalue(),
        "cut.png": whole.getvalue()[: len(whole.getvalue()) // 2],
        "cut.jpg": cover.cover(Station())[:3000],
        "bomb.png": png_of(60_000, 60_000),
        "wide.png": png_of(60_000, 1000),
        "warned.png": png_of(10_000, 10_000),
        "sliver.png": png_of(5000, 2),
        "hollow.png": png_of(500, 500),
    }
    refused = {}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StudioError) as error:
            of_file(tmp_path / name)
        refused[name] = str(error.value)
    assert all(told.startswith(f"sound.cover: {tmp_path / name}: ") for name, told in refused.items())
    assert not [told for told in refused.values() if "\n" in told]
    assert refused["wide.png"].endswith("it is 60000 x 1000; 64 a side to 25 million pixels are read")
    assert refused["warned.png"].endswith("it is 10000 x 10000; 64 a side to 25 million pixels are read")
    assert refused["bomb.png"].endswith("it would unfold to far too many pixels")
    assert refused["gif.png"].endswith("it is not a JPEG or PNG that can be read whole")


@pytest.mark.parametrize("name", ["missing.png", ".", "a\x00b", "x" * 5000])
def test_a_file_that_is_not_there_is_refused(name: str, tmp_path: Path) -> None:
    station = replace(Station(sound=Sound(cover=name)), home=str(tmp_path))
    with pytest.raises(StudioError, match=r"^sound\.cover: .*: (there is no such file|it cannot be opened)"):
        cover.cover(station)
