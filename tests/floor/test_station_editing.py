"""Wires put into a station file and taken out again: all else stays as it was, byte for byte."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.errors import StationError
from bulletin.station import Wire, commented, load
from bulletin.station.editing import add_wires, remove_wires

A, B, C, D = (Wire(f"https://{letter}.example/feed", name=letter.upper()) for letter in "abcd")
FILE = """# Ours.
name = "Harbour FM"   # as it is said

# Lagos
[[wires]]
url = "https://a.example/feed"  # the first
name = "A"

# Accra
[[wires]]
url = "https://b.example/feed"
name = "B"

# What it sounds like.
[sound]
format = "wav"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "station.toml"
    path.write_text(FILE)
    return path


def test_a_wire_stands_after_the_others(file: Path) -> None:
    found = add_wires(file, [Wire(C.url, 'C "news" é', "africa", 1.5, undated="seen"), D])

    assert found == load(file)
    assert file.read_text() == FILE.replace(
        'name = "B"\n',
        'name = "B"\n\n[[wires]]\nurl = "https://c.example/feed"\nname = "C \\"news\\" é"\ncategory = "africa"\nweight = 1.5\n'
        'undated = "seen"\n\n[[wires]]\nurl = "https://d.example/feed"\nname = "D"\n',
    )


@pytest.mark.parametrize("text", [FILE, FILE.replace("\n", "\r\n"), "", 'wires = [{url = "https://a.example/feed"}]\n'])
def test_what_was_added_can_be_taken_out_again(file: Path, text: str) -> None:
    file.write_bytes(text.encode())
    add_wires(file, [C, D])
    remove_wires(file, [C.url, D.url])

    assert file.read_bytes().decode() == text


@pytest.mark.parametrize("gone", [[A], [B], [A, B]])
def test_comments_stay(file: Path, gone: list[Wire]) -> None:
    found = remove_wires(file, [wire.url for wire in gone])

    assert [wire.url for wire in found.wires] == [wire.url for wire in (A, B) if wire not in gone]
    text = file.read_text()
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Ours.", "# Lagos", "# Accra", "# What it sounds like.",
    ]  # fmt: skip
    assert text.endswith('# What it sounds like.\n[sound]\nformat = "wav"\n')


def test_the_file_that_init_writes_takes_wires(file: Path) -> None:
    file.write_text(commented("Harbour FM", "Africa/Lagos"))
    before = file.read_text()
    add_wires(file, [C])

    assert file.read_text() == before + '\n[[wires]]\nurl = "https://c.example/feed"\nname = "C"\n'


@pytest.mark.parametrize(
    ("wires", "reason"),
    [
        ([A], "is there twice"),
        ([Wire("https://c.example/feed", category="Top News")], 'expected something like "world"'),
        ([Wire("file:///etc/passwd")], "is no address"),
        ([Wire("https://c.example/feed", weight=99)], "weight"),
    ],
)
def test_what_would_not_load_is_not_written(file: Path, wires: list[Wire], reason: str) -> None:
    with pytest.raises(StationError, match=reason) as error:
        add_wires(file, wires)

    assert str(error.value).startswith(f"{file}, line ")
    assert file.read_text() == FILE
    assert [path.name for path in file.parent.iterdir()] == ["station.toml"]


def test_who_may_read_the_file_stays_as_it_was(file: Path) -> None:
    file.chmod(0o600)
    link = file.with_name("linked.toml")
    link.symlink_to(file)
    add_wires(link, [C])

    assert link.is_symlink()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(load(file).wires) == 3


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8), st.sets(st.sampled_from("abcdefgh")))
def test_any_wires_can_be_added_and_removed(
    tmp_path_factory: pytest.TempPathFactory, letters: list[str], gone: set[str]
) -> None:
    path = tmp_path_factory.mktemp("station") / "station.toml"
    path.write_text(FILE.partition("# Lagos")[0] + "# What it sounds like.\n[sound]\nformat = 'wav'\n")
    for letter in letters:
        add_wires(path, [Wire(f"https://{letter}.example/")])
    found = remove_wires(path, [f"https://{letter}.example/" for letter in gone])

    assert [wire.url for wire in found.wires] == [f"https://{c}.example/" for c in letters if c not in gone]
    assert found.sound.format == "wav"
