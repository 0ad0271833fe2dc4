"""LibreTime: when the bulletin before is deleted, whose files are left alone, and what a delivery waits for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parcels import parcel, station
from worlds.doubles import Asked, Double, Reply, serving
from worlds.libretime import BUSY_NOW, KEY, NEWS, Held, Library, contract, settings

from bulletin.air import Opened, Parcel, Receipt, opened
from bulletin.air.playout import clicks
from bulletin.air.targets.libretime import AGAIN, Settings, _seconds, _stem
from bulletin.errors import TargetError, TargetUnavailable
from bulletin.station import Target as Row

Libre = tuple[Double, Library]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRETIME_KEY", KEY)


@pytest.fixture
def there() -> Iterator[Libre]:
    library = Library()
    with serving(contract(), library.answer) as double:
        yield double, library


def ours(double: Double, folder: Path, **more: Any) -> Opened:
    return opened(Row(kind="libretime", settings=settings(double, **more)), station(folder))


def deliver(double: Double, sent: Parcel, folder: Path, seconds: float = 20, **more: Any) -> Receipt:
    return ours(double, folder, **more).deliver(sent, now=sent.slot, seconds=seconds)


def withdraw(double: Double, sent: Parcel, folder: Path) -> Receipt:
    return ours(double, folder).withdraw(sent, now=sent.expires, seconds=20)


def made(double: Double) -> list[str]:
    return [f"{asked.method} {asked.path}" for asked in double.seen]


def test_the_one_before_is_deleted_after_the_new_one_is_imported(there: Libre, tmp_path: Path) -> None:
    double, library = there
    first = deliver(double, parcel(tmp_path), tmp_path)
    double.seen.clear()
    second = deliver(double, parcel(tmp_path, 1, identity=first.identity), tmp_path)
    assert made(double) == [
        "GET /rest/media", "GET /api/v2/libraries", "POST /rest/media", "GET /api/v2/files/102",
        "GET /api/v2/files/102", "DELETE /rest/media/101", "GET /rest/media",
    ]  # fmt: skip
    assert (first.identity, second.identity) == ("101", "102")
    assert re.fullmatch(r"file 102, [\d,]+ bytes, compared by MD5", second.note)
    assert [held.path for held in library.news()] == ["imported/1/20261122t130000z-hourly-ea9869d9.mp3"]
    assert library.news()[0].library == NEWS


def test_one_that_is_scheduled_is_deleted_with_the_next(there: Libre, tmp_path: Path) -> None:
    double, library = there
    deliver(double, parcel(tmp_path), tmp_path)
    library.files[101].scheduled = True
    receipt = deliver(double, parcel(tmp_path, 1), tmp_path)
    assert receipt.note.endswith("; 1 before it cannot be deleted yet, as it is scheduled: with the next one")
    assert [held.id for held in library.news()] == [102, 101]
    with pytest.raises(TargetUnavailable, match="does not delete file 101: it is scheduled, or being played"):
        withdraw(double, parcel(tmp_path), tmp_path)
    library.files[101].scheduled = False
    deliver(double, parcel(tmp_path, 2), tmp_path)
    assert [held.id for held in library.news()] == [103]


def test_one_that_has_a_hundred_files_before_it_is_found_by_its_number(there: Libre, tmp_path: Path) -> None:
    double, library = there
    sent = parcel(tmp_path)
    identity = deliver(double, sent, tmp_path).identity
    music = {number: replace(library.files[101], id=number, path=f"{number}.mp3") for number in range(102, 230)}
    library.files.update(music)
    assert withdraw(double, replace(sent, identity=identity), tmp_path).note == "deleted: file 101"
    withdraw(double, replace(sent, identity="102"), tmp_path)  # somebody else's, whatever the playlog says
    assert library.files == music


def test_an_upload_and_a_deletion_that_are_only_said_to_be_are_told(there: Libre, tmp_path: Path) -> None:
    double, library = there
    sent = parcel(tmp_path)
    identity = deliver(double, sent, tmp_path).identity
    double.faulty(Reply(201, b'{"id": 101}', lies=True), "POST")()
    with pytest.raises(TargetError, match="says that the upload is file 101, which was there before"):
        deliver(double, parcel(tmp_path, 1, identity=identity), tmp_path)
    double.faulty(Reply(204, lies=True), "DELETE")()
    with pytest.raises(TargetUnavailable, match="was asked to delete file 101, and still has it"):
        withdraw(double, sent, tmp_path)
    assert list(library.files) == [101]


def test_one_that_is_never_imported_is_taken_back_and_the_one_before_stays(there: Libre, tmp_path: Path) -> None:
    double, library = there
    deliver(double, parcel(tmp_path), tmp_path)
    library.imports = 1
    with pytest.raises(TargetUnavailable, match="has not imported it yet: is its analyzer running"):
        deliver(double, parcel(tmp_path, 1), tmp_path, seconds=1.5)
    assert list(library.files) == [101]


def test_a_run_that_was_killed_after_its_upload_leaves_nothing_for_good(there: Libre, tmp_path: Path) -> None:
    double, library = there
    lost = parcel(tmp_path)
    library.files[90] = Held(90, f"imported/1/{_stem(lost)}.mp3", lost.audio.read_bytes(), NEWS, 0, status=0)
    deliver(double, lost, tmp_path)
    assert len(library.news()) == 1
    assert withdraw(double, lost, tmp_path).note == "deleted: file 101"


def test_files_of_others_are_left_alone(there: Libre, tmp_path: Path) -> None:
    double, library = there
    sent = parcel(tmp_path)
    others = (
        _stem(replace(sent, station="another-station")),
        "20261122t120000z-hourly",
        f"my-{_stem(sent)}",
        "song",
    )
    for number, name in enumerate(others, 1):
        library.files[number] = Held(number, f"imported/1/{name}.mp3", sent.audio.read_bytes(), 1, 0, status=0)
    deliver(double, sent, tmp_path)
    deliver(double, parcel(tmp_path, 1), tmp_path)
    withdraw(double, parcel(tmp_path, 1), tmp_path)
    assert sorted(library.files) == [1, 2, 3, 4]


def test_a_track_type_that_is_not_there_is_told_before_anything_is_sent(there: Libre, tmp_path: Path) -> None:
    double, library = there
    for call in (
        lambda: deliver(double, parcel(tmp_path), tmp_path, library="NWS"),
        lambda: ours(double, tmp_path, library="NWS").check(seconds=9),
    ):
        with pytest.raises(TargetError, match='no track type with the code "NWS"; it has MUS, NEWS'):
            call()
    assert library.files == {}
    deliver(double, parcel(tmp_path), tmp_path, library="")
    assert [held.library for held in library.files.values()] == [None]


def test_a_refusal_that_may_pass_is_told_from_one_that_will_not(there: Libre, tmp_path: Path) -> None:
    double, library = there
    for refusal, kind in (
        (BUSY_NOW, TargetUnavailable),
        ("ERROR: Disk Quota reached.", TargetUnavailable),
        ("No.", TargetError),
    ):
        library.refusal = refusal
        with pytest.raises(TargetError, match=re.escape(refusal)) as failure:
            deliver(double, parcel(tmp_path), tmp_path)
        assert type(failure.value) is kind


def test_a_name_that_libretime_would_cut_is_still_its_own(there: Libre, tmp_path: Path) -> None:
    double, _ = there
    forms = ("a-form-with-a-name-that-has-no-end-one", "a-form-with-a-name-that-has-no-end-two")
    sent = [replace(parcel(tmp_path), name=f"20261122t120000z-{form}") for form in forms]
    assert len({_stem(one) for one in sent}) == 2
    deliver(double, sent[0], tmp_path)
    assert withdraw(double, sent[1], tmp_path).note == "it is not there"
    assert withdraw(double, sent[0], tmp_path).note == "deleted: file 101"


@given(
    st.from_regex(r"\d{8}t\d{6}z-[a-z0-9][a-z0-9-]{0,100}", fullmatch=True),
    st.from_regex(r"[a-z0-9-]{1,80}", fullmatch=True),
)
def test_any_bulletin_has_a_name_that_is_not_cut(name: str, of: str) -> None:
    stem = _stem(replace(PARCEL, name=name, station=of))
    assert len(stem) <= 48
    assert re.fullmatch(re.escape(stem) + AGAIN, f"{stem}_0b1d2f6e-1a2b-4c3d-8e9f-001122334455.mp3")


PARCEL = Parcel(*["x"] * 3, *[Path("x")] * 2, *["x"] * 2, *[0.0] * 4, "x", "x")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("length", "seconds"),
    [
        ("00:03:00.125000", 180.125),
        ("3:00", 180.0),
        ("01:00:00", 3600.0),
        ("180.5", 180.5),
        ("", None),
        (None, None),
        ("soon", None),
    ],
)
def test_a_length_is_read_however_it_is_written(length: str | None, seconds: float | None) -> None:
    assert _seconds(length) == seconds


def test_the_contract_bites() -> None:
    """The double would not pass a request that LibreTime does not know."""
    older, newer = {"authorization": "Basic eDo="}, {"authorization": f"Api-Key {KEY}"}
    assert contract().wrong(Asked("GET", "/rest/media", {"limit": "9"}, older, b"")) == ""
    for asked in (
        Asked("GET", "/rest/media", {"limit": "9"}, {}, b""),
        Asked("GET", "/rest/media", {"limit": "all"}, older, b""),
        Asked("GET", "/rest/media", {"limit": "9"}, newer, b""),
        Asked("GET", "/api/v2/files/none", {}, newer, b""),
        Asked("PUT", "/rest/media/3", {}, older, b"{}"),
        Asked("POST", "/rest/media", {}, older | {"content-type": "application/json"}, b"{}"),
    ):
        assert contract().wrong(asked), asked


def test_the_page_of_clicks_has_a_station_file_that_says_the_same(tmp_path: Path) -> None:
    page = clicks.libretime(Settings("https://radio.example", "LIBRETIME_KEY", "JOURNAL"), station(tmp_path))
    written = tomllib.loads(page.partition("```toml\n")[2].partition("```")[0])["targets"][0]
    assert written["settings"] == {"url": "https://radio.example", "key_env": "LIBRETIME_KEY", "library": "JOURNAL"}
    assert "code **JOURNAL**" in page
