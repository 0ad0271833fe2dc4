"""Files appear whole or not at all, whatever happens to the writer."""

import os
import signal
import subprocess
import sys
import textwrap
import threading

import pytest

from bulletin import publish
from bulletin.errors import PublishError


def test_a_file_is_there_whole_and_readable_by_all(tmp_path):
    path = publish.file(tmp_path / "a" / "b.txt", "hello")
    assert path.read_text() == "hello"
    assert path.stat().st_mode & 0o777 == 0o644
    assert [p.name for p in path.parent.iterdir()] == ["b.txt"]


def test_a_folder_is_replaced_as_one(tmp_path):
    for round_ in ("one", "two"):
        with publish.folder(tmp_path / "f") as part:
            (part / round_).write_text(round_)
    assert [p.name for p in (tmp_path / "f").iterdir()] == ["two"]
    assert sorted(p.name for p in tmp_path.iterdir()) == [publish.SWAP, "f"]


def test_a_block_that_fails_leaves_all_as_it_was(tmp_path):
    with publish.folder(tmp_path / "f") as part:
        (part / "good").write_text("good")
    with pytest.raises(ZeroDivisionError), publish.folder(tmp_path / "f") as part:
        (part / "bad").write_text("bad")
        raise ZeroDivisionError
    assert [p.name for p in (tmp_path / "f").iterdir()] == ["good"]
    assert not list(tmp_path.glob(f"{publish.PART}*"))


def test_what_a_killed_run_left_is_swept_by_the_next(tmp_path):
    killed = f"""
        import os, signal
        from pathlib import Path
        from bulletin import publish
        with publish.folder(Path({str(tmp_path)!r}) / "f") as part:
            (part / "half").write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(killed)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert list(tmp_path.glob(f"{publish.PART}*"))
    with publish.folder(tmp_path / "g"):
        pass
    assert sorted(p.name for p in tmp_path.iterdir()) == [publish.SWAP, "g"]


def test_work_that_is_under_way_is_not_swept(tmp_path):
    with publish.folder(tmp_path / "f") as part:
        (part / "mine").write_text("mine")
        other = threading.Thread(target=publish.sweep, args=(tmp_path,))
        other.start()
        other.join()
    assert (tmp_path / "f" / "mine").read_text() == "mine"


def test_a_replacement_that_was_cut_short_is_finished(tmp_path):
    old = tmp_path / f"{publish.OLD}1400-hourly-abcdef01"
    old.mkdir()
    (old / "bulletin.mp3").write_text("old")
    publish.sweep(tmp_path)
    assert (tmp_path / "1400-hourly" / "bulletin.mp3").read_text() == "old"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_no_permission_is_one_line(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(PublishError, match="permission denied: choose another folder"):
        publish.file(tmp_path / "x", "x")


def test_a_file_in_the_place_of_a_folder_is_one_line(tmp_path):
    (tmp_path / "f").write_text("")
    with pytest.raises(PublishError, match=r"cannot write .*/f/x: "):
        publish.file(tmp_path / "f" / "x", "x")
