"""What is kept between runs is damaged in every way: it is made anew, and the bulletin is the same to the byte."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "bulletin"
ARTICLE = "\n\n".join(
    f"Traders say the {name} market in Lagos has opened a new hall. The hall has room for {n}0 stalls."
    for n, name in enumerate(["Balogun", "Mushin"], 2)
)
WORDS = [
    COMMAND, "make", "article.txt", "--voice", "tone", "--at", "2026-11-22 14:00", "--length", "40s", "--out", "out",
]  # fmt: skip
AUDIO = "out/demo-radio/*/*/bulletin.mp3"


def made(folder: Path) -> bytes:
    """The bulletin's MP3; what was there before is gone."""
    for old in folder.glob(AUDIO):
        old.unlink()
    env = os.environ | {"BULLETIN_CACHE": str(folder / "cache")}
    subprocess.run(WORDS, cwd=folder, env=env, check=True, capture_output=True)
    (audio,) = folder.glob(AUDIO)
    return audio.read_bytes()


def flipped(content: bytes, _: bytes) -> bytes:
    return content[:-5] + bytes([content[-5] ^ 255]) + content[-4:]


def halved(content: bytes, _: bytes) -> bytes:
    return content[: len(content) // 2]


def emptied(_: bytes, __: bytes) -> bytes:
    return b""


def anothers(_: bytes, other: bytes) -> bytes:
    return other


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "article.txt").write_text(ARTICLE)
    return folder, made(folder)


@pytest.mark.parametrize("damage", [flipped, halved, emptied, anothers])
def test_damaged_entries_are_made_anew(whole: tuple[Path, bytes], damage: Callable[[bytes, bytes], bytes]) -> None:
    folder, before = whole
    kinds = sorted(path for path in (folder / "cache").iterdir() if any(path.glob("*.kept")))
    assert len(kinds) >= 4  # takes, levels, sounds, pressed pieces
    for kind in kinds:
        entries = sorted(kind.glob("*.kept"))
        contents = [entry.read_bytes() for entry in entries]
        for entry, content, other in zip(entries, contents, [*contents[1:], contents[0] + b"!"], strict=True):
            entry.write_bytes(damage(content, other))
    assert made(folder) == before


def test_two_runs_share_a_cache_and_a_slot(whole: tuple[Path, bytes]) -> None:
    folder, before = whole
    env = os.environ | {"BULLETIN_CACHE": str(folder / "shared")}
    runs = [
        subprocess.Popen(WORDS, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(2)
    ]
    assert [run.wait() for run in runs] == [0, 0]
    (audio,) = folder.glob(AUDIO)
    assert audio.read_bytes() == before
    assert list(folder.glob("out/demo-radio/*/.part-*")) == []


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(whole: tuple[Path, bytes]) -> None:
    folder, before = whole
    (folder / "file").write_text("no folder")
    env = os.environ | {"BULLETIN_CACHE": str(folder / "file")}
    subprocess.run(WORDS, cwd=folder, env=env, check=True, capture_output=True)
    (audio,) = folder.glob(AUDIO)
    assert audio.read_bytes() == before
