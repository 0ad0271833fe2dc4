"""rivendell, where the contract suite does not say enough: rdimport, what is in the cart, and a dropbox that is stuck."""

from __future__ import annotations

import io
import json
import os
import shlex
import threading
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile
import test_targets as contract
from msgspec import convert
from parcels import NOON, parcel, station
from worlds import World, rivendell
from worlds.rivendell import Carts, Watcher, carts, cut_of

from bulletin.air import Opened, opened
from bulletin.air.playout.rivendell import rivendell as setting_up
from bulletin.air.targets.rivendell import Settings
from bulletin.errors import StationError, TargetError, TargetUnavailable
from bulletin.station import Target as Row

SECONDS = 5.0


@pytest.fixture
def here(tmp_path: Path) -> Iterator[tuple[World, Carts]]:
    with carts(tmp_path) as found:
        yield found


@pytest.fixture
def box(tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "dropbox").mkdir()
    watcher = Watcher(tmp_path / "dropbox")
    watcher.start()
    yield watcher
    watcher.stop()


def target(settings: dict[str, Any], home: Path) -> Opened:
    return opened(Row(kind="rivendell", settings=settings), station(home))


def dropbox(box: Watcher, home: Path, **others: Any) -> Opened:
    return target({"folder": str(box.folder), **others}, home)


def lying(box: Watcher) -> list[str]:
    return sorted(path.name for path in box.folder.iterdir() if not path.name.startswith("."))


# ---------------------------------------------------------------- rdimport


@pytest.mark.parametrize(
    "promise",
    [
        contract.test_what_is_delivered_would_be_played_and_twice_is_once,
        contract.test_a_bulletin_made_anew_for_its_slot_takes_the_place_of_the_first,
        contract.test_hour_after_hour_the_newest_is_there_and_no_heap_grows,
        contract.test_what_is_withdrawn_is_not_played_and_withdrawing_is_as_good_twice,
        contract.test_withdrawing_the_last_hours_bulletin_leaves_the_new_one,
        contract.test_a_hostile_title_does_no_harm,
        contract.test_audio_that_is_not_what_it_was_is_refused,
    ],
)
def test_rdimport_keeps_the_promises_that_all_targets_keep(
    promise: Any, here: tuple[World, Carts], tmp_path: Path
) -> None:
    there, _ = here
    promise("rivendell", contract.Stage(there, target(there.settings, tmp_path), frozenset()), tmp_path)


def test_faults_of_rdimport_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def world(folder: Path) -> Iterator[World]:
        with carts(folder) as (there, _):
            yield there

    monkeypatch.setattr(rivendell, "world", world)
    contract.test_each_fault_is_one_line_leaves_nothing_half_done_and_passes("rivendell", tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("mood", "kind", "words"),
    [
        ("slow", TargetUnavailable, r"did not end within \d s, and was stopped"),
        ("killed", TargetUnavailable, "was ended by signal 9"),
        ("no database", TargetUnavailable, "ended with 2: it cannot open Rivendell's database"),
        ("full", TargetUnavailable, "ended with 13: the import failed"),
        ("no group", TargetError, "ended with 15: there is no such group"),
        ("2.x without a database", TargetUnavailable, "imported nothing: rdimport: unable to connect to database"),
        ("same title", TargetError, 'imported nothing: File ".*" has duplicate title "news", skipping'),
    ],
)
def test_what_rdimport_says_in_words(
    mood: str, kind: type[TargetError], words: str, here: tuple[World, Carts], tmp_path: Path
) -> None:
    there, _ = here
    there.faults[mood]()
    sent = parcel(tmp_path)
    with pytest.raises(TargetError, match=words) as failure:
        target(there.settings, tmp_path).deliver(sent, now=sent.slot, seconds=1.0 if mood == "slow" else 20.0)
    assert type(failure.value) is kind
    assert str(failure.value).isprintable()


def test_a_cart_outside_its_group_and_no_rdimport_are_told(here: tuple[World, Carts], tmp_path: Path) -> None:
    there, sent = here[0], parcel(tmp_path)
    with pytest.raises(TargetError, match="ended with 16: the cart's number is not in the group's range"):
        target({**there.settings, "cart": 99}, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    with pytest.raises(TargetError, match="is not on this machine: install Rivendell here, or use its dropbox"):
        target({**there.settings, "command": "rdimport-of-nobody"}, tmp_path).check(seconds=SECONDS)


def test_the_call_is_a_list_and_its_environment_has_no_keys(
    here: tuple[World, Carts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOOGLE_KEY", "canary-of-a-key")
    there, rivendell_here = here
    sent = replace(parcel(tmp_path), title="$(touch pit) `touch pit`; --delete-source")
    target(there.settings, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    assert rivendell_here.called["call"] == [
        "--verbose", "--to-cart=10042", "--delete-cuts", "--normalization-level=0", "--autotrim-level=0",
        "--set-datetimes=20261122-124500,20261122-140500",  # Lagos is an hour ahead
        "NEWS", "20261122t120000z-hourly.wav",
    ]  # fmt: skip
    assert "canary-of-a-key" not in json.dumps(rivendell_here.called)


def test_what_rdimport_had_started_ends_with_it(tmp_path: Path) -> None:
    """A grandchild that holds the pipe open would keep the hourly loop waiting."""
    script = tmp_path / "rdimport"
    script.write_text("#!/bin/sh\n(sleep 20; true) &\nsleep 20\n")
    script.chmod(0o755)
    ours = target({"by": "rdimport", "cart": 1, "group": "NEWS", "command": str(script)}, tmp_path)
    begun = time.monotonic()
    with pytest.raises(TargetUnavailable):
        ours.check(seconds=0.5)
    assert time.monotonic() - begun < 15
    calls = [process.info["cmdline"] or [] for process in psutil.process_iter(["cmdline"])]
    assert [call for call in calls if str(script) in call] == []


# ---------------------------------------------------------------- what is in the cart


def test_the_cut_is_the_bulletin_to_the_sample_with_its_label(box: Watcher, tmp_path: Path) -> None:
    sent = replace(parcel(tmp_path, title="Ẹkọ News\r\nat noon"), cue_in_seconds=0.1, cue_out_seconds=1.4)
    dropbox(box, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    (cut,) = box.cuts
    heard, rate = soundfile.read(io.BytesIO(cut.wav), dtype="float32")
    made, made_rate = soundfile.read(sent.audio, dtype="float32")
    assert rate == made_rate
    np.testing.assert_allclose(heard, made, atol=1e-4)
    texts = {at: cut.field(at) for at in (4, 68, 132, 260, 388)}
    assert texts == {
        4: "Eko News at noon",
        68: "Harbour FM",
        132: sent.name,
        260: "NEWS",
        388: "this is Harbour FM",
    }
    timers = {cut.chunk[at : at + 4]: int.from_bytes(cut.chunk[at + 4 : at + 8], "little") for at in range(684, 732, 8)}
    assert (timers[b"AUDs"], timers[b"AUDe"]) == (4410, 61740)


def test_a_wav_is_taken_as_well_as_an_mp3(box: Watcher, tmp_path: Path) -> None:
    sent = parcel(tmp_path, audio_format="WAV")
    dropbox(box, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    np.testing.assert_array_equal(
        soundfile.read(io.BytesIO(box.cuts[0].wav), dtype="int16")[0], soundfile.read(sent.audio, dtype="int16")[0]
    )


def test_the_dates_are_of_the_machine_that_plays(box: Watcher, tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    dropbox(box, tmp_path, timezone="America/New_York").deliver(sent, now=sent.slot, seconds=SECONDS)
    assert (f"{box.cuts[0].starts:%H:%M}", f"{box.cuts[0].ends:%H:%M}") == ("06:45", "08:05")


def test_old_news_is_off_the_air_without_anybody(box: Watcher, tmp_path: Path) -> None:
    """What the dates are for: the machine that makes bulletins has died, and its last one lies in the cart."""
    sent = parcel(tmp_path)
    dropbox(box, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    (cut,) = box.cuts
    moments = [timedelta(minutes=minutes) for minutes in (-16, 0, 64, 66)]
    assert [cut.airable(NOON + moment) for moment in moments] == [False, True, True, False]


# ---------------------------------------------------------------- the dropbox


def test_what_is_taken_after_we_gave_up_counts_and_is_not_brought_again(box: Watcher, tmp_path: Path) -> None:
    box.stop()
    ours, sent = dropbox(box, tmp_path), parcel(tmp_path)
    with pytest.raises(TargetUnavailable, match=r"nobody has taken \S+ from \S+ yet: is rdcatchd up"):
        ours.deliver(sent, now=sent.slot, seconds=1.0)
    assert len(lying(box)) == 1
    box.start()
    while lying(box):
        time.sleep(0.02)
    box.stop()  # were it brought again nobody would take it
    assert "has taken" in ours.deliver(sent, now=sent.slot, seconds=SECONDS).note


def test_waiting_goes_on_with_the_same_file_and_a_refused_one_gets_another_name(box: Watcher, tmp_path: Path) -> None:
    box.refuses = True
    ours, sent = dropbox(box, tmp_path), parcel(tmp_path)
    names = []
    for minutes in (0, 0, 2):  # two minutes later it was refused, which rdcatchd tells nobody
        now = time.time() + 60 * minutes
        with pytest.raises(TargetUnavailable):
            ours.deliver(sent, now=NOON.fromtimestamp(now, tz=NOON.tzinfo), seconds=2.0)
        names.append(lying(box))
    assert names[0] == names[1]
    assert len(names[2]) == 1
    assert names[2] != names[1]
    box.refuses = False
    later = NOON.fromtimestamp(time.time() + 240, tz=NOON.tzinfo)
    ours.deliver(sent, now=later, seconds=SECONDS)
    assert [cut.field(132) for cut in box.cuts] == [sent.name]


def test_what_nobody_took_is_gone_when_the_next_one_comes(box: Watcher, tmp_path: Path) -> None:
    """Else rdcatchd, up again at last, would import all of the night's bulletins, one after the other."""
    box.stop()
    ours = dropbox(box, tmp_path, wait=False)
    others = ["harbour-fm-live-20261122t120000z-hourly-01234567.wav", "harbour-fm-jingle.wav", "advert.wav"]
    for name in others:
        (box.folder / name).write_bytes(b"somebody else's")
    for hour in range(5):
        sent = parcel(tmp_path, hour)
        assert "rdcatchd takes them" in ours.deliver(sent, now=sent.slot, seconds=SECONDS).note
    ours_now = [name for name in lying(box) if name not in others]
    assert [name[: len("harbour-fm-20261122t160000z-hourly-")] for name in ours_now] == [
        "harbour-fm-20261122t160000z-hourly-"
    ]
    assert set(others) <= set(lying(box))


def test_what_killed_runs_had_begun_is_swept(box: Watcher, tmp_path: Path) -> None:
    old, fresh = (box.folder / f".part-harbour-fm-{number}.wav-00000000" for number in range(2))
    for part, age in ((old, 7200), (fresh, 60)):
        part.write_bytes(b"half")
        os.utime(part, (NOON.timestamp() - age,) * 2)
    sent = parcel(tmp_path)
    dropbox(box, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    assert (old.exists(), fresh.exists()) == (False, True)


def test_nobody_ever_sees_half_of_a_file(box: Watcher, tmp_path: Path) -> None:
    box.stop()
    ours, sent = dropbox(box, tmp_path, wait=False), parcel(tmp_path, seconds=40.0)
    seen: list[str] = []
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            for path in box.folder.glob("[!.]*.wav"):
                try:
                    cut_of(path.read_bytes())
                except FileNotFoundError:
                    continue
                except ValueError as error:
                    seen.append(str(error))

    watching = threading.Thread(target=look)
    watching.start()
    for hour in range(8):
        each = replace(sent, name=f"20261122t{12 + hour}0000z-hourly")
        ours.deliver(each, now=sent.slot, seconds=SECONDS)
    done.set()
    watching.join()
    assert seen == []


def test_a_lost_memory_does_no_harm(box: Watcher, tmp_path: Path) -> None:
    ours, sent = dropbox(box, tmp_path), parcel(tmp_path)
    ours.deliver(sent, now=sent.slot, seconds=SECONDS)
    (memory,) = box.folder.glob(".bulletin-*.json")
    for damage in (b"", b"\xff\x00", b'{"sha256": 7}', b"[]"):
        memory.write_bytes(damage)
        assert ours.withdraw(sent, now=sent.expires, seconds=SECONDS)  # its dates keep it off the air
        ours.deliver(sent, now=sent.slot, seconds=SECONDS)
    memory.unlink()
    ours.deliver(sent, now=sent.slot, seconds=SECONDS)
    assert rivendell.played(box.cuts, sent)


@pytest.mark.parametrize(
    "wrong",
    [
        {}, {"by": "ftp"}, {"by": "rdimport"}, {"by": "rdimport", "cart": 7}, {"by": "rdimport", "group": "NEWS"},
        {"by": "rdimport", "cart": 7, "group": "NEWS; rm -rf"}, {"by": "rdimport", "cart": 1_000_000, "group": "NEWS"},
        {"by": "rdimport", "cart": 7, "group": "--help"}, {"folder": "box", "timezone": "Mars/Base"},
        {"by": "rdimport", "cart": 7, "group": "NEWS", "command": "rdimport --drop-box"},
    ],
)  # fmt: skip
def test_wrong_settings_are_one_line(wrong: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises((StationError, TargetError)) as failure:
        target(wrong, tmp_path)
    assert "\n" not in str(failure.value)


# ---------------------------------------------------------------- what to set up


@pytest.mark.parametrize(
    "settings",
    [
        {"folder": "/srv/drop box"},
        {"folder": "/srv/it's $(touch pit) `x`", "timezone": "Africa/Lagos"},
        {"by": "rdimport", "cart": 10_042, "group": "NEWS", "command": "/opt/rd/bin/rdimport"},
    ],
)
def test_the_page_says_what_to_set_up_and_its_settings_are_good(settings: dict[str, Any], tmp_path: Path) -> None:
    wanted = convert(settings, Settings)
    page = setting_up(wanted, replace(station(tmp_path), name="Harbour `FM` | <b>\n## News"))
    assert page.splitlines()[0].split() == "# Harbour FM b ## News on Rivendell: what to set up, once".split()
    row = tomllib.loads(page.split("```toml\n")[1].split("```")[0])["targets"][0]
    assert row["kind"] == "rivendell"
    assert convert(row["settings"], Settings) == wanted
    for command in (line for line in page.splitlines() if line.startswith("sudo install")):
        assert shlex.split(command)[-1] == settings["folder"].replace("`", " ")
