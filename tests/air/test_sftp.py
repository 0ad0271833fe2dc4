"""sftp, where the contract suite does not say enough: whom it trusts, what is left over, and servers of other kinds."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import paramiko
import pytest
from parcels import parcel, station
from worlds import sftp
from worlds.sftp import Server, serving

from bulletin.air import Opened, opened
from bulletin.errors import StationError, TargetError, TargetUnavailable
from bulletin.station import Sound
from bulletin.station import Target as Row

SECONDS = 5.0
ENV = "HARBOUR_PASSWORD"
WORD = "s3cret-of-the-harbour"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path) as running:
        yield running


def target(server: Server, home: Path, **others: Any) -> Opened:
    return opened(Row(kind="sftp", settings=sftp.settings(server, home, **others)), station(home))


def names(server: Server) -> list[str]:
    return sorted(path.name for path in (server.root / "media").iterdir())


def known_hosts(server: Server, file: Path, key: paramiko.PKey | None = None) -> str:
    shown = key or server.key
    file.write_text(f"[127.0.0.1]:{server.port} {shown.get_name()} {shown.get_base64()}\n")
    return str(file)


def test_a_key_in_known_hosts_is_enough(server: Server, tmp_path: Path) -> None:
    file = known_hosts(server, tmp_path / "known_hosts")
    assert target(server, tmp_path, host_key="", known_hosts=file).check(seconds=SECONDS)


def test_another_key_than_in_known_hosts_is_refused(server: Server, tmp_path: Path) -> None:
    file = known_hosts(server, tmp_path / "known_hosts", paramiko.ECDSAKey.generate())
    with pytest.raises(TargetError, match=r"shows another key \(SHA256:\S+\) than known_hosts has"):
        target(server, tmp_path, host_key="", known_hosts=file).check(seconds=SECONDS)


def test_a_server_that_nobody_knows_is_told_with_its_key(server: Server, tmp_path: Path) -> None:
    (tmp_path / "known_hosts").touch()
    ours = target(server, tmp_path, host_key="", known_hosts="known_hosts")
    with pytest.raises(TargetError) as failure:
        ours.deliver(parcel(tmp_path), now=parcel(tmp_path).slot, seconds=SECONDS)
    assert f'set host_key = "{server.key.fingerprint}"' in str(failure.value)
    assert names(server) == []


def test_a_password_from_the_environment(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server.password = WORD
    monkeypatch.setenv(ENV, WORD)
    ours = target(server, tmp_path, key_file="", password_env=ENV)
    assert ours.check(seconds=SECONDS)
    assert WORD not in repr(ours)
    server.password = "another"
    with pytest.raises(TargetError, match="does not let harbour in") as failure:
        ours.check(seconds=SECONDS)
    assert WORD not in str(failure.value)
    monkeypatch.delenv(ENV)
    with pytest.raises(TargetError, match="the environment has no password_env of that name"):
        target(server, tmp_path, key_file="", password_env=ENV)


def test_a_key_with_a_password(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    server.client_key.write_private_key_file(str(tmp_path / "locked"), password=WORD)
    monkeypatch.setenv(ENV, WORD)
    ours = target(server, tmp_path, key_file="locked", password_env=ENV)
    assert ours.check(seconds=SECONDS)
    with pytest.raises(TargetError, match="is no private key that can be opened"):
        target(server, tmp_path, key_file="locked").check(seconds=SECONDS)


@pytest.mark.parametrize(
    "wrong",
    [
        {"file": "../news.mp3"}, {"file": "/etc/news.mp3"}, {"file": ".news.mp3"}, {"file": "a\nb.mp3"},
        {"file": "news.wav"}, {"folder": "media/../../etc"}, {"folder": "a\nb"}, {"host": "-oProxyCommand=x"},
        {"host_key": "MD5:aa:bb"}, {"user": "a b"}, {"port": 0}, {"key_file": ""},
    ],
)  # fmt: skip
def test_settings_that_lead_astray_are_refused(server: Server, tmp_path: Path, wrong: dict[str, Any]) -> None:
    with pytest.raises((StationError, TargetError)) as failure:
        target(server, tmp_path, **wrong)
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize("folder", ["", "media", "media/", "/media", "/"])
def test_a_folder_may_be_written_in_several_ways(server: Server, tmp_path: Path, folder: str) -> None:
    sent = parcel(tmp_path)
    receipt = target(server, tmp_path, folder=folder).deliver(sent, now=sent.slot, seconds=SECONDS)
    place = server.root / folder.strip("/") / "news.mp3"
    assert place.read_bytes() == sent.audio.read_bytes()
    assert receipt.identity.partition(" ")[0].endswith("news.mp3")


def test_no_such_folder_is_one_line(server: Server, tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="has no folder archive: make it there"):
        target(server, tmp_path, folder="archive").check(seconds=SECONDS)


def test_what_killed_uploads_left_is_swept_and_nothing_else(server: Server, tmp_path: Path) -> None:
    media = server.root / "media"
    old, fresh = ".part-news.mp3-00000000", ".part-news.mp3-11111111"
    others = (".part-other.mp3-00000000", ".htaccess", "music.mp3", "part-news.mp3-00000000")
    for name in (old, fresh, *others):
        (media / name).write_bytes(b"half")
    for name in (old, *others):
        os.utime(media / name, (time.time() - 7200,) * 2)
    sent = parcel(tmp_path)
    target(server, tmp_path).deliver(sent, now=sent.slot, seconds=SECONDS)
    assert names(server) == sorted((fresh, *others, "news.mp3"))


def test_a_server_without_posix_rename_never_loses_the_last_bulletin(server: Server, tmp_path: Path) -> None:
    """draft-ietf-secsh-filexfer-02's own rename replaces nothing: the first is taken, the second refused."""
    server.mood.posix = False
    ours, last, new = target(server, tmp_path), parcel(tmp_path, 0), parcel(tmp_path, 1)
    ours.deliver(last, now=last.slot, seconds=SECONDS)
    with pytest.raises(TargetError, match="it needs posix-rename"):
        ours.deliver(new, now=new.slot, seconds=SECONDS)
    assert (server.root / "media" / "news.mp3").read_bytes() == last.audio.read_bytes()
    assert names(server) == ["news.mp3"]


def test_a_large_file_on_a_slow_line_may_be_checked_by_its_size(server: Server, tmp_path: Path) -> None:
    sent = parcel(tmp_path, seconds=120.0, audio_format="WAV")
    wav = replace(station(tmp_path), sound=Sound(format="wav"))
    row = Row(kind="sftp", settings=sftp.settings(server, tmp_path, read_back=False))
    receipt = opened(row, wav).deliver(sent, now=sent.slot, seconds=30)
    assert "its size read back" in receipt.note
    assert (server.root / "media" / "news.wav").read_bytes() == sent.audio.read_bytes()


@pytest.mark.parametrize("says", [b"", b"SSH-2.0-harbour\r\n", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\0" * 50_000])
def test_what_is_no_ssh_server_costs_no_more_than_the_time(says: bytes, tmp_path: Path) -> None:
    paramiko.ECDSAKey.generate().write_private_key_file(str(tmp_path / "id"))
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            while True:
                try:
                    line, _ = listening.accept()
                    line.sendall(says)
                except OSError:
                    return
                lines.append(line)

        lines: list[socket.socket] = []
        threading.Thread(target=talk, daemon=True).start()
        settings = {"host": "127.0.0.1", "port": listening.getsockname()[1], "user": "harbour", "key_file": "id"}
        ours = opened(Row(kind="sftp", settings=settings), station(tmp_path))
        with pytest.raises(TargetUnavailable) as failure:
            ours.check(seconds=1.0)
        assert str(failure.value).isprintable()
    for line in lines:
        line.close()


def test_no_thread_and_no_socket_is_left(server: Server, tmp_path: Path) -> None:
    ours, sent = target(server, tmp_path), parcel(tmp_path)
    ours.deliver(sent, now=sent.slot, seconds=SECONDS)
    for _ in range(5):
        ours.deliver(sent, now=sent.slot, seconds=SECONDS)
    end = time.monotonic() + 5
    while any(thread.name == "delivering" for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.02)
    assert [thread.name for thread in threading.enumerate() if thread.name == "delivering"] == []
