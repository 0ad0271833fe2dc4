"""kill -9 at random moments of `bulletin make`: what can be seen is whole, and latest.mp3 always plays."""

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "bulletin"
KILLS = int(os.environ.get("BULLETIN_TEST_KILLS", "30"))
ARTICLE = "\n\n".join(
    f"Traders say the {name} market in Lagos has opened a new hall. The hall has room for {n}0 stalls."
    for n, name in enumerate(["Balogun", "Mushin", "Oyingbo", "Ajah"], 2)
)


def whole(audio: Path) -> bool:
    """It decodes, and is as long as its header says."""
    import mutagen.mp3
    import soundfile

    samples, rate = soundfile.read(audio)
    return len(samples) > rate and abs(len(samples) / rate - mutagen.mp3.MP3(audio).info.length) < 0.06


def visible(folder: Path) -> list[Path]:
    """The MP3s that a player could find: none in or under a hidden name."""
    found = folder.rglob("*.mp3")
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def test_what_a_killed_run_leaves_is_whole_or_hidden(tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE)
    words = [COMMAND, "make", "article.txt", "--voice", "tone", "--at", "14:00", "--out", "out", "--json"]
    env = os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache")}
    start = time.monotonic()
    subprocess.run(words, cwd=tmp_path, env=env, check=True, capture_output=True)
    lasts = time.monotonic() - start
    chance = random.Random(234)
    cut_short = 0
    for _ in range(KILLS):
        run = subprocess.Popen(words, cwd=tmp_path, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(chance.uniform(0.1, 0.8) * lasts)
        except subprocess.TimeoutExpired:
            run.kill()
            cut_short += 1
        run.wait()
        out = tmp_path / "out"
        assert [path for path in visible(out) if not whole(path)] == []
        assert (out / "demo-radio" / "latest.mp3").exists()
        for manifest in out.glob("demo-radio/*/*/manifest.json"):
            names = [segment["audio"] for segment in json.loads(manifest.read_text())["segments"]]
            assert [name for name in names if not (manifest.parent / name).exists()] == []
    assert cut_short >= KILLS / 6  # the others had ended: what is kept makes later runs quicker
    subprocess.run(words, cwd=tmp_path, env=env, check=True, capture_output=True)
    hidden = [path.name for path in (tmp_path / "out").rglob(".part-*")]
    assert hidden == []


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting a small disk takes root on Linux")
@pytest.mark.parametrize("kilobytes", [16, 200, 700])
def test_a_full_disk_is_one_line_and_leaves_nothing_half_made(tmp_path, kilobytes):
    (tmp_path / "article.txt").write_text(ARTICLE)
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", small], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    try:
        words = [COMMAND, "make", "article.txt", "--voice", "tone", "--out", "small"]
        env = os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache")}
        done = subprocess.run(words, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 9
        assert "the disk is full: free some space and run it again" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert visible(small) == []
    finally:
        subprocess.run(["umount", small], check=True)
