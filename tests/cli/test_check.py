"""`bulletin check` as an editor and an engineer meet it: what it prints, what it exits with, what it never sends to a terminal."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

needs_ffmpeg = pytest.mark.skipif(not shutil.which("ffmpeg"), reason="ffmpeg is the stranger")
COMMAND = Path(sys.executable).parent / "bulletin"
ARTICLE = """Ferries return to the Badagry lagoon

Passenger ferries will cross the lagoon at Badagry again from Monday, the Lagos waterways agency says. The service
stopped in March after two jetties were damaged in a storm.

The agency says that 26 states sent engineers to repair them.

Source: Lagoon Wire
"""


@pytest.fixture
def bulletin(tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")

    def run(*words, code=0):
        done = subprocess.run(
            [COMMAND, *map(str, words)], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
            env=os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache"), "COLUMNS": "100"},
        )  # fmt: skip
        assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
        return done

    run.home = tmp_path
    return run


@pytest.fixture
def script(bulletin):
    """A script as the desk drafts it, in a file `script.md`; calling it changes words, but not in the source notes."""
    done = bulletin("preview", "article.txt", "--at", "2026-11-22 14:00", "--voice", "tone", "--format", "markdown")
    path = bulletin.home / "script.md"
    drafted = done.stdout.split("\n")

    def changed(old="", new=""):
        rows = [row if row.startswith("    from ") else row.replace(old, new) for row in drafted]
        path.write_text("\n".join(rows), encoding="utf-8")
        return next((n for n, row in enumerate(rows, 1) if new and new in row), 0)

    return changed


def test_a_drafted_script_has_no_errors(bulletin, script):
    script()
    assert ": error " not in bulletin("check", "script.md").stdout


def test_a_number_that_was_changed_is_an_error_at_its_line(bulletin, script):
    row = script("26 states", "36 states")
    done = bulletin("check", "script.md", code=10)
    assert f'script.md:{row}: error number: the source does not have "36 states' in done.stdout
    assert 'the source has "26 states' in done.stdout
    assert done.stderr.startswith("1 error")
    (found,) = [
        one
        for one in json.loads(bulletin("check", "script.md", "--json", code=10).stdout)
        if one["severity"] == "error"
    ]
    assert (found["path"], found["line"], found["rule"]) == ("script.md", row, "number")
    assert set(found) == {"path", "line", "slug", "severity", "rule", "why", "suggestion", "text"}


def test_preview_and_make_warn_of_it_and_go_on(bulletin, script):
    row = script("26 states", "36 states")
    warning = f'line {row}: number: the source does not have "36 states'
    assert warning in bulletin("preview", "script.md").stderr
    assert any(warning in told for told in json.loads(bulletin("preview", "script.md", "--json").stdout)["warnings"])
    assert warning in bulletin("make", "script.md").stderr


def test_warnings_fail_only_a_strict_check(bulletin, script):
    script("Passenger ferries", "But ferries")
    assert "warning opener" in bulletin("check", "script.md").stdout
    bulletin("check", "script.md", "--strict", code=10)


def test_sources_are_checked_as_preview_would_say_them(bulletin):
    done = bulletin("check", "article.txt", "missing.txt")
    assert "missing.txt: warning not used: " in done.stdout
    assert ": error " not in done.stdout
    assert "missing.txt" in bulletin("check", "missing.txt", code=4).stderr


def test_a_script_that_cannot_be_read_is_an_error_at_its_line_and_the_others_are_read(bulletin, script):
    row = script("## closing", "## clsing")
    (bulletin.home / "broken.md").write_text((bulletin.home / "script.md").read_text())
    script("26 states", "36 states")
    done = bulletin("check", "broken.md", "script.md", code=10)
    assert f'broken.md:{row}: error unreadable: there is no cue "clsing"' in done.stdout
    assert "error number" in done.stdout


def test_what_was_written_for_another_hour_is_told(bulletin, script):
    script()
    assert "stale" not in bulletin("check", "script.md").stdout
    assert "stale time" in bulletin("check", "script.md", "--at", "2026-11-22 18:00").stdout


def test_nothing_that_a_terminal_obeys_is_printed(bulletin, script):
    script("26 states", "\x1b[31m36\x1b]0;owned\x07 \u202estates")
    for verb in ("check", "preview"):
        done = bulletin(verb, "script.md", code=10 if verb == "check" else 0)
        assert [c for c in done.stdout + done.stderr if not c.isprintable() and c != "\n"] == []
    (bulletin.home / "evil\x1b[2J.md").write_text(
        (bulletin.home / "script.md").read_text().replace("## closing", "## \x1b[2J")
    )
    done = bulletin("check", "evil\x1b[2J.md", code=10)
    assert "\x1b" not in done.stdout + done.stderr


def test_a_check_loads_no_audio_and_no_neural_package(bulletin, script):
    script()
    asked = "import sys; sys.argv = ['bulletin', 'check', 'script.md']; from bulletin.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    heavy = (
        "print(sorted({'numpy', 'scipy', 'soundfile', 'onnxruntime', 'hibari', 'pydub', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked + heavy], cwd=bulletin.home, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_finished_file_is_listened_to(bulletin):
    import wave

    with wave.open(str(bulletin.home / "quiet.wav"), "wb") as file:
        file.setparams((1, 2, 44_100, 0, "NONE", ""))
        file.writeframes(bytes(2 * 44_100 * 3))
    (bulletin.home / "list.mp3").write_text("#EXTM3U\nnews.mp3\n")
    rows = bulletin("check", "quiet.wav", "list.mp3", "--quick", code=10).stdout
    assert "quiet.wav 0:00: error silence: 3.0 s of silence" in rows
    assert "quiet.wav: error channels: it is mono and should be stereo" in rows
    assert "list.mp3: error unreadable: it is neither MP3 nor WAV" in rows
    found = json.loads(bulletin("check", "quiet.wav", "--quick", "--json", code=10).stdout)
    assert {"path", "severity", "rule", "why", "start_seconds", "end_seconds", "text"} <= set(found[0])
    assert "no such file" in bulletin("check", "missing.mp3", code=4).stderr


@needs_ffmpeg
def test_a_file_of_a_stranger_is_checked_without_a_plan(bulletin):
    """48 kHz, of variable bitrate, under another name's tags."""
    made = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=330:d=4", "-ar", "48000", "-q:a", "4", "theirs.mp3"]
    subprocess.run(made, cwd=bulletin.home, check=True)
    done = bulletin("check", "theirs.mp3", code=10)
    assert "theirs.mp3: error sample rate: 48000 hertz, and should be 44100" in done.stdout
    assert "theirs.mp3: the words were not checked: there is no manifest.json beside it" in done.stderr
    folder = bulletin.home / "carts"
    folder.mkdir()
    (bulletin.home / "theirs.mp3").rename(folder / "one.mp3")
    assert "carts/one.mp3: error sample rate" in bulletin("check", "carts", "--quick", code=10).stdout


@needs_ffmpeg
def test_no_file_makes_it_wait_or_chatter(bulletin):
    """A pipe that nobody writes to, a damaged MP3, an empty one: one line each, and nothing of a decoder's own."""
    os.mkfifo(bulletin.home / "pipe.mp3")
    (bulletin.home / "empty.mp3").touch()
    made = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=330:d=9", "-b:a", "128k", "whole.mp3"]
    subprocess.run(made, cwd=bulletin.home, check=True)
    whole = (bulletin.home / "whole.mp3").read_bytes()
    (bulletin.home / "bad.mp3").write_bytes(whole[:70_000] + bytes(range(256)) * 20 + whole[70_000:])
    done = bulletin("check", "pipe.mp3", "empty.mp3", "bad.mp3", "--quick", code=10)
    assert "pipe.mp3: error unreadable: it is no file" in done.stdout
    assert "empty.mp3: error unreadable: it is empty" in done.stdout
    assert "bad.mp3 0:04: error frames: the MP3 is damaged at 0:04" in done.stdout
    assert len(done.stderr.splitlines()) == 1


def test_a_bulletin_with_a_part_missing_or_a_broken_manifest_is_found_out(bulletin):
    folder = Path(json.loads(bulletin("make", "article.txt", "--voice", "tone", "--json").stdout)["audio"]).parent
    (folder / "03-closing.mp3").unlink()
    missing = bulletin("check", folder, "--quick", code=10).stdout
    assert f"{folder / '03-closing.mp3'}: error missing: manifest.json names it, and it is not there" in missing
    (folder / "manifest.json").write_text("{")
    broken = bulletin("check", folder / "bulletin.mp3", "--quick", code=10).stdout
    assert "error manifest: the manifest.json beside it cannot be read" in broken
