"""What is kept between runs: whole, sound, and no more than there is room for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import publish, store

KEY = store.key(words="The bridge is open.")

made_of = st.dictionaries(st.sampled_from(["voice", "engine", "spoken"]), st.text(max_size=8), min_size=3)


@given(made_of, made_of)
def test_what_differs_in_any_value_has_another_key(one: dict[str, str], other: dict[str, str]) -> None:
    assert (store.key(**one) == store.key(**other)) == (one == other)


@settings(deadline=None)  # files are written
@given(payload=st.binary(max_size=200))
def test_what_is_kept_is_what_is_fetched(tmp_path_factory: pytest.TempPathFactory, payload: bytes) -> None:
    folder = tmp_path_factory.mktemp("kept")
    assert store.fetch(folder, KEY) is None
    assert store.keep(folder, KEY, payload)
    assert store.fetch(folder, KEY) == payload


@settings(deadline=None)
@given(at=st.integers(0), bit=st.integers(0, 7))
def test_one_wrong_bit_is_noticed_and_the_entry_removed(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    store.keep(folder, KEY, b"some samples")
    (path,) = folder.iterdir()
    content = bytearray(path.read_bytes())
    content[at % len(content)] ^= 1 << bit
    path.write_bytes(content)
    assert store.fetch(folder, KEY) is None
    assert not path.exists()


def test_an_entry_under_anothers_name_is_none(tmp_path: Path) -> None:
    store.keep(tmp_path, KEY, b"one")
    other = store.key(words="It rained.")
    (tmp_path / f"{KEY}.kept").rename(tmp_path / f"{other}.kept")
    assert store.fetch(tmp_path, other) is None


def aged(path: Path, when: float) -> Path:
    os.utime(path, (when, when))
    return path


def test_what_was_used_longest_ago_goes_first_over_all_folders(tmp_path: Path) -> None:
    keys = [store.key(n=n) for n in range(4)]
    for n, key in enumerate(keys):
        folder = tmp_path / ("takes" if n % 2 else "pressed")
        store.keep(folder, key, b"x" * 1000)
        aged(folder / f"{key}.kept", 1000 - n)
    assert store.fetch(tmp_path / "takes", keys[3]) is not None  # the oldest, but used now
    store.prune(tmp_path, 2500)
    assert {path.stem for path in tmp_path.rglob("*.kept")} == {keys[0], keys[3]}


def test_what_killed_runs_left_goes_and_nothing_of_others_does(tmp_path: Path) -> None:
    takes = tmp_path / "takes"
    store.keep(takes, KEY, b"x" * 1000)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    left = takes / f"{publish.PART}{KEY}.kept-0badf00d"
    left.write_bytes(b"half")
    aged(left, 1000)
    others = [
        tmp_path / "model.onnx",
        takes / "notes.txt",
        tmp_path / "deep" / "er" / f"{KEY}.kept",
        tmp_path / f"{publish.PART}x",
    ]
    for path in others:
        path.write_bytes(b"x")
        aged(path, 1000)
    (tmp_path / "link").symlink_to(tmp_path / "deep" / "er")
    store.prune(tmp_path, 0)
    assert not left.exists()
    assert list(takes.glob("*.kept")) == []
    assert all(path.exists() for path in others)


def test_a_folder_that_cannot_be_used_is_told_and_gone_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert not store.keep(tmp_path / "file", KEY, b"x")
    assert "nothing is kept" in caplog.text
    assert store.fetch(tmp_path / "file", KEY) is None
    store.prune(tmp_path / "file", 0)
    store.prune(tmp_path / "nowhere", 0)
