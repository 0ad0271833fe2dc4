"""s3, where the contract suite does not say enough: what stays, what caches and players are told, and the keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from parcels import parcel, station
from worlds import s3
from worlds.s3 import Bucket, serving

from bulletin.air import Opened, Parcel, opened
from bulletin.errors import StationError, TargetError
from bulletin.station import Target as Row

SECONDS = 10.0


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def emptied(bucket: Bucket) -> None:
    for key in bucket.names():
        bucket.client.delete_object(Bucket=bucket.name, Key=key)


def target(bucket: Bucket, home: Path, **others: Any) -> Opened:
    return opened(Row(kind="s3", settings=s3.settings(bucket, **others)), station(home))


def bring(ours: Opened, sent: Parcel) -> str:
    return ours.deliver(sent, now=sent.slot - timedelta(minutes=3), seconds=SECONDS).identity


def head(bucket: Bucket, key: str) -> dict[str, Any]:
    found: dict[str, Any] = bucket.client.head_object(Bucket=bucket.name, Key=key)
    return found


def test_the_newest_copies_stay_by_slot_and_nobody_elses_are_touched(bucket: Bucket, tmp_path: Path) -> None:
    others = [
        "news/harbour-fm-live-20261122t120000z-hourly-0123456789ab.mp3",  # another station's
        "news/harbour-fm-20261122t110000z-hourly.mp3",
        "news/harbour-fm-anthem.mp3",
        "harbour-fm-20200101t000000z-hourly-0123456789ab.mp3",
    ]
    for key in others:
        bucket.client.put_object(Bucket=bucket.name, Key=key, Body=b"not ours")
    ours = target(bucket, tmp_path, keep=2)
    for hour in (0, 1, 3, 2):  # the last one is late: 15:00 stays on air
        bring(ours, parcel(tmp_path, hour))
    copies = [key for key in bucket.names() if key not in others]
    slots = [match[1] for key in copies if (match := re.search(r"t(\d\d)0000z", key))]
    assert slots == ["13", "15"]
    assert set(others) <= set(bucket.names())


def test_one_copy_is_kept_and_it_is_the_one_on_air(bucket: Bucket, tmp_path: Path) -> None:
    ours = target(bucket, tmp_path, keep=1, playlist="")
    bring(ours, parcel(tmp_path, 50))  # by a clock that was wrong
    bring(ours, parcel(tmp_path, 0))
    names = [key.rpartition("/")[2] for key in bucket.names()]
    assert [name[:27] for name in names] == ["harbour-fm-20261122t120000z", "harbour-fm-20261124t140000z", "news.mp3"]


def test_a_copy_may_be_kept_by_caches_and_the_name_never(bucket: Bucket, tmp_path: Path) -> None:
    sent = parcel(tmp_path)
    bring(target(bucket, tmp_path), sent)
    copy = f"news/harbour-fm-{sent.name}-{sent.sha256[:12]}.mp3"
    told = {key: head(bucket, f"news/{key}")["CacheControl"] for key in ("news.mp3", "news.m3u")}
    assert told == {"news.mp3": "no-cache", "news.m3u": "no-cache"}
    assert head(bucket, copy)["CacheControl"] == f"max-age={68 * 60}, immutable"
    assert head(bucket, "news/news.mp3")["ContentType"] == "audio/mpeg"


def test_labels_are_ascii_whatever_the_title(bucket: Bucket, tmp_path: Path) -> None:
    title = "Ẹ káàrọ̀: Ɓunza\r\nX-Evil: 1 \u202e日本 " + "long " * 1000
    bring(target(bucket, tmp_path), replace(parcel(tmp_path, artist="Rádio Ọ̀ṣun"), title=title))
    labels = head(bucket, "news/news.mp3")["Metadata"]
    assert labels["title"].startswith("E kaaro: Bunza X-Evil: 1 long long")
    assert len(labels["title"]) <= 200
    assert labels["artist"] == "Radio Osun"
    assert set(labels) == {"title", "artist", "slot", "expires", "sha256"}


def test_the_playlist_leads_to_the_copy_and_then_to_nothing(bucket: Bucket, tmp_path: Path) -> None:
    ours, sent = target(bucket, tmp_path), parcel(tmp_path)
    bring(ours, sent)
    copy = f"harbour-fm-{sent.name}-{sent.sha256[:12]}.mp3"
    assert (bucket.content("news/news.m3u") or b"").decode().splitlines() == [
        "#EXTM3U",
        "#EXTINF:2,Harbour FM - Harbour FM news at 12:00",
        copy,
    ]
    ours.withdraw(sent, now=sent.expires, seconds=SECONDS)
    assert bucket.content("news/news.m3u") == b"#EXTM3U\n"
    assert bucket.content(f"news/{copy}") is not None  # an archive, which nothing leads to


def test_no_upload_in_parts_is_ever_begun(bucket: Bucket, tmp_path: Path) -> None:
    sent = parcel(tmp_path, seconds=150.0, audio_format="WAV")  # 13 MB: above what s3fs itself would send at once
    bucket.door.asked.clear()
    ours = target(bucket, tmp_path)
    bring(ours, sent)
    assert bucket.content("news/news.mp3") == sent.audio.read_bytes()
    assert [asked for asked in bucket.door.asked if "upload" in asked.lower()] == []
    assert bucket.client.list_multipart_uploads(Bucket=bucket.name).get("Uploads", []) == []


def test_each_request_is_made_once(bucket: Bucket, tmp_path: Path) -> None:
    """The hourly loop tries again, and keeps the clock; what s3fs and aiobotocore would repeat themselves is off."""
    bucket.door.asked.clear()
    bucket.door.mood = "503 SlowDown"
    try:
        with pytest.raises(TargetError):
            bring(target(bucket, tmp_path), parcel(tmp_path))
    finally:
        bucket.door.mend()
    assert len(bucket.door.asked) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"url": "https://bucket/news"}, {"url": "s3://bucket/../other"}, {"url": "s3://bucket/a b"},
        {"url": "s3://UPPER/news"}, {"endpoint": "http://user:word@host"}, {"endpoint": "host:9000"},
        {"file": "../news.mp3"}, {"file": "news.wav"}, {"playlist": "news.txt"}, {"keep": 0},
        {"secret_env": ""}, {"key_env": "NOBODY_SET_THIS"},
    ],
)  # fmt: skip
def test_wrong_settings_are_one_line(bucket: Bucket, tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises((StationError, TargetError)) as failure:
        target(bucket, tmp_path, **wrong)
    assert "\n" not in str(failure.value)


def test_a_key_that_nobody_has_is_one_line(bucket: Bucket, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No key named, none in the environment, no file, and no machine that would give one."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    with pytest.raises(TargetError, match="is asked without a key: set key_env and secret_env"):
        bring(target(bucket, tmp_path, key_env="", secret_env=""), parcel(tmp_path))
