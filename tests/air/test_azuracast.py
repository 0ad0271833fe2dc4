"""AzuraCast: what a delivery changes there, what it leaves alone, and that each request is as its OpenAPI says."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from parcels import parcel, station
from worlds.azuracast import KEY, ROOT, Held, Library, contract, published, settings, stocked
from worlds.doubles import Asked, Double, Reply, serving

from bulletin.air import Opened, Parcel, Receipt, opened
from bulletin.air.azuracast import Settings
from bulletin.air.playout import clicks
from bulletin.errors import StationError, TargetError
from bulletin.station import Target as Row

CONTRACTS = [
    pytest.param(published(), id="published", marks=pytest.mark.skipif(published() is None, reason="no copy of it")),
    pytest.param(None, id="ours"),
]


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURACAST_KEY", KEY)


@pytest.fixture(params=CONTRACTS)
def there(request: pytest.FixtureRequest) -> Iterator[tuple[Double, Library]]:
    """AzuraCast, over its own OpenAPI and over ours."""
    library = stocked()
    with serving(contract(request.param), library.answer) as double:
        yield double, library


def ours(double: Double, folder: Path, **more: Any) -> Opened:
    return opened(Row(kind="azuracast", settings=settings(double, **more)), station(folder))


def deliver(double: Double, sent: Parcel, folder: Path, **more: Any) -> Receipt:
    return ours(double, folder, **more).deliver(sent, now=sent.slot, seconds=20)


def withdraw(double: Double, sent: Parcel, folder: Path, **more: Any) -> Receipt:
    return ours(double, folder, **more).withdraw(sent, now=sent.expires, seconds=20)


def made(double: Double) -> list[str]:
    return [f"{asked.method} {asked.path.removeprefix(ROOT)}" for asked in double.seen]


Azura = tuple[Double, Library]


def test_the_file_is_compared_before_its_title_is_set_and_asked_after_then(there: Azura, tmp_path: Path) -> None:
    double, library = there
    receipt = deliver(double, parcel(tmp_path), tmp_path)
    assert made(double) == [
        "GET /playlists", "GET /files/list",
        "POST /files", "GET /file/41/play", "GET /file/41", "PUT /file/41", "GET /file/41",
    ]  # fmt: skip
    assert receipt.identity == "41"
    assert receipt.note.endswith("bytes, read back byte for byte; in the playlist News")
    held = library.files["bulletins/news.mp3"]
    assert (held.title, held.artist, held.album) == (
        "Harbour FM news at 12:00",
        "Harbour FM",
        "20261122t120000z-hourly",
    )
    assert held.extra_metadata == {"cue_in": 0.0, "cue_out": 1.5}


def test_the_number_the_other_playlists_and_what_an_editor_set_stay(there: Azura, tmp_path: Path) -> None:
    double, library = there
    first = deliver(double, parcel(tmp_path), tmp_path)
    held = library.files["bulletins/news.mp3"]
    held.playlists.add(8)
    held.extra_metadata["fade_in"] = 0.5
    second = deliver(double, parcel(tmp_path, 1, identity=first.identity), tmp_path)
    assert second.identity == first.identity
    assert held.playlists == {5, 8}
    assert held.extra_metadata == {"cue_in": 0.0, "cue_out": 1.5, "fade_in": 0.5}
    assert withdraw(double, parcel(tmp_path, 1), tmp_path).note == "it is out of the playlist News"
    assert held.playlists == {8}


def test_a_withdrawn_bulletin_is_deleted_only_where_the_station_says_so(there: Azura, tmp_path: Path) -> None:
    double, library = there
    deliver(double, parcel(tmp_path), tmp_path)
    assert withdraw(double, parcel(tmp_path), tmp_path, delete=True).note == "it is deleted"
    assert library.files == {}
    assert withdraw(double, parcel(tmp_path), tmp_path, delete=True).note == "it is not there"


def test_a_later_bulletin_is_never_withdrawn_for_an_earlier_one(there: Azura, tmp_path: Path) -> None:
    double, library = there
    deliver(double, parcel(tmp_path, 1), tmp_path)
    for delete in (False, True):
        receipt = withdraw(double, parcel(tmp_path, 0), tmp_path, delete=delete)
        assert receipt.note == "a later one has its place: 20261122t130000z-hourly"
    assert [held.playlists for held in library.heard()] == [{5}]


@pytest.mark.parametrize(
    ("path", "reply"),
    [
        (r"/playlists$", Reply(body=b"[]", lies=True)),
        (r"/files/list$", Reply(body=b"[]", lies=True)),
        (r"/file/\d+$", Reply(201, b'{"success": false, "message": "no"}', lies=True)),
        (r"/file/\d+$", Reply(204, lies=True)),
        (r"/file/\d+$", Reply(body=b'{"id": "41"}', lies=True)),
        (r"/file/\d+$", Reply(body=b'{"id": 3, "path": "bulletins/news.mp3", "playlists": []}', lies=True)),
    ],
)
def test_what_is_withdrawn_is_gone_or_told_to_be_there(path: str, reply: Reply, there: Azura, tmp_path: Path) -> None:
    double, library = there
    sent = parcel(tmp_path)
    identity = deliver(double, sent, tmp_path).identity
    double.faulty(reply, "GET", path)()
    with suppress(TargetError):
        withdraw(double, replace(sent, identity=identity), tmp_path)
        assert library.heard() == []


def test_a_playlist_is_made_only_where_the_station_says_so(there: Azura, tmp_path: Path) -> None:
    double, library = there
    missing = ours(double, tmp_path, playlist="Top of the hour")
    for call in (
        lambda: missing.check(seconds=9),
        lambda: missing.deliver(parcel(tmp_path), now=parcel(tmp_path).slot, seconds=9),
    ):
        with pytest.raises(TargetError, match='has no playlist "Top of the hour": make it there'):
            call()
    assert library.files == {}
    wanted = {"playlist": "Top of the hour", "create_playlist": True, "minute": 30, "interrupt": True}
    assert "with the first bulletin" in ours(double, tmp_path, **wanted).check(seconds=9)
    deliver(double, parcel(tmp_path), tmp_path, **wanted)
    deliver(double, parcel(tmp_path, 1), tmp_path, **wanted)
    assert sorted(library.playlists) == [3, 5, 8, 9]
    new = library.playlists[9]
    assert (new["type"], new["play_per_hour_minute"], new["backend_options"]) == ("once_per_hour", 30, ["interrupt"])
    assert library.files["bulletins/news.mp3"].playlists == {9}


def test_a_playlist_is_found_by_its_number_too_and_one_that_is_off_is_told(there: Azura, tmp_path: Path) -> None:
    double, library = there
    library.playlists[5]["is_enabled"] = False
    receipt = deliver(double, parcel(tmp_path), tmp_path, playlist="5")
    assert receipt.note.endswith("in the playlist News, which is switched off in AzuraCast")
    with pytest.raises(TargetError, match="the playlist News is switched off"):
        ours(double, tmp_path).check(seconds=9)


def test_a_custom_field_gets_the_name_and_the_others_are_kept(there: Azura, tmp_path: Path) -> None:
    double, library = there
    library.fields = {"bulletin", "licence"}
    deliver(double, parcel(tmp_path), tmp_path)
    held = library.files["bulletins/news.mp3"]
    held.custom_fields["licence"] = "ours"
    deliver(double, parcel(tmp_path, 1), tmp_path, custom_field="bulletin")
    assert held.custom_fields == {"licence": "ours", "bulletin": "20261122t130000z-hourly"}
    with pytest.raises(TargetError, match='has no custom field "nowhere"'):
        deliver(double, parcel(tmp_path, 2), tmp_path, custom_field="nowhere")
    assert library.heard() == []


def test_what_had_the_bulletin_before_at_another_path_is_not_played_any_more(there: Azura, tmp_path: Path) -> None:
    double, library = there
    first = deliver(double, parcel(tmp_path), tmp_path, path="old/place.mp3")
    deliver(double, parcel(tmp_path, 1, identity=first.identity), tmp_path)
    assert [held.path for held in library.heard()] == ["bulletins/news.mp3"]


def test_lists_that_come_in_pages_and_an_azuracast_that_gives_no_file(there: Azura, tmp_path: Path) -> None:
    double, library = there
    library.pages, library.gives_sound = True, False
    assert "its size compared" in deliver(double, parcel(tmp_path), tmp_path).note
    withdraw(double, parcel(tmp_path), tmp_path)
    assert library.heard() == []


def test_a_file_that_is_in_music_too_and_another_of_a_like_name_are_left_alone(there: Azura, tmp_path: Path) -> None:
    double, library = there
    library.files["old/bulletins/news.mp3"] = Held(7, "old/bulletins/news.mp3", b"", b"", 3.0, playlists={5})
    deliver(double, parcel(tmp_path), tmp_path)
    withdraw(double, parcel(tmp_path), tmp_path, delete=True)
    assert [(held.id, held.playlists) for held in library.files.values()] == [(7, {5})]


def test_a_large_bulletin_goes_as_a_form_and_one_that_is_too_large_not_at_all(
    there: Azura, tmp_path: Path, small: None
) -> None:
    double, library = there
    long = parcel(tmp_path, seconds=1.5)
    receipt = deliver(double, long, tmp_path)
    assert "POST /files/upload" in made(double)
    assert (receipt.identity, "read back byte for byte" in receipt.note) == ("41", True)
    assert library.files["bulletins/news.mp3"].audio == long.audio.read_bytes()
    with pytest.raises(TargetError, match=r"MB, and AzuraCast takes .*: write \[sound\] format"):
        deliver(double, parcel(tmp_path, 1, seconds=9.0), tmp_path)


def test_a_failure_told_as_http_200_after_a_form_is_one(there: Azura, tmp_path: Path, small: None) -> None:
    double, library = there
    broken = parcel(tmp_path)
    broken.audio.write_bytes(b"no sound" * 1000)
    with pytest.raises(TargetError, match="File type cannot be processed"):
        deliver(double, replace(broken, sha256=sha256(broken.audio.read_bytes()).hexdigest()), tmp_path)
    assert library.heard() == []


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """An AzuraCast whose web server takes little, so that a bulletin of a second is a large one."""
    monkeypatch.setattr("bulletin.air.azuracast.BASE64_MOST", 2_000)
    monkeypatch.setattr("bulletin.air.azuracast.FORM_MOST", 30_000)


def test_a_path_and_a_bulletin_of_two_kinds_are_told_before_anything_is_asked(there: Azura, tmp_path: Path) -> None:
    double, _ = there
    with pytest.raises(TargetError, match=r'the setting path = "bulletins/news.mp3" has to end with .wav'):
        deliver(double, parcel(tmp_path, audio_format="WAV"), tmp_path)
    assert double.seen == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"path": "../../etc/passwd.mp3"}, "path"),
        ({"path": "/news.mp3"}, "path"),
        ({"path": "news.mp3"}, "path"),
        ({"station": "a/../b"}, "station"),
        ({"minute": 60}, "minute"),
        ({"key_env": KEY}, "never the key itself"),
        ({"key_env": "NOT_SET"}, "the environment has no NOT_SET"),
        ({"url": "http://radio.example"}, "in the open"),
    ],
)
def test_settings_that_cannot_be_are_told_at_once(wrong: dict[str, Any], why: str, tmp_path: Path) -> None:
    row = {"url": "https://radio.example", "station": "harbour", "key_env": "AZURACAST_KEY", **wrong}
    with pytest.raises((StationError, TargetError), match=why) as failure:
        opened(Row(kind="azuracast", settings=row), station(tmp_path))
    assert "\n" not in str(failure.value)


def test_the_key_is_in_no_address_and_an_address_with_api_at_its_end_is_understood(
    there: Azura, tmp_path: Path
) -> None:
    double, _ = there
    deliver(double, parcel(tmp_path), tmp_path, url=f"{double.url}/api/")
    assert [asked.path for asked in double.seen if "canary" in asked.path + str(dict(asked.query))] == []
    assert {asked.headers["x-api-key"] for asked in double.seen} == {KEY}


@pytest.mark.parametrize("place", CONTRACTS)
def test_the_contract_bites(place: Path | None) -> None:
    """The double would not pass a request that AzuraCast does not know, nor an answer that it would not give."""
    held = contract(place)
    key, kind = {"x-api-key": KEY}, {"content-type": "application/json"}
    assert held.wrong(Asked("GET", f"{ROOT}/playlists", {}, key, b"")) == ""
    for asked in (
        Asked("GET", f"{ROOT}/playlists", {}, {}, b""),
        Asked("GET", f"{ROOT}/file/none/play", {}, key, b""),
        Asked("GET", f"{ROOT}/files/list", {}, key, b""),
        Asked("PATCH", f"{ROOT}/file/3", {}, key, b""),
        Asked("POST", f"{ROOT}/files", {}, key | kind, b'{"path": "a.mp3"}'),
        Asked("POST", f"{ROOT}/files", {}, key | kind, b"not json"),
        Asked("PUT", f"{ROOT}/file/3", {}, key | kind, b'{"playlists": "News"}'),
        Asked("POST", f"{ROOT}/playlists", {}, key | kind, b'{"name": "News", "type": "hourly"}'),
    ):
        assert held.wrong(asked), asked


def test_the_page_of_clicks_has_a_station_file_that_says_the_same(tmp_path: Path) -> None:
    wanted = {"url": "https://radio.example", "station": "harbour", "key_env": "AZURACAST_KEY", "playlist": 'A "news" \\ list',
              "path": "a/b.mp3", "create_playlist": True, "minute": 30, "interrupt": True, "delete": True}  # fmt: skip
    page = clicks.azuracast(Settings(**wanted), replace(station(tmp_path), name="Harbour\n# | `FM` <b>"))
    written = tomllib.loads(page.partition("```toml\n")[2].partition("```")[0])["targets"][0]
    assert written == {"kind": "azuracast", "settings": wanted}
    assert page.splitlines()[0].split() == "# Harbour # FM b on AzuraCast: what to click, once".split()
    assert "Delete Station Media" in page
