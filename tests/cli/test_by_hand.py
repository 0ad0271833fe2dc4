"""`bulletin targets`, `deliver` and `withdraw`: an engineer brings a bulletin to the air by hand, and takes it off."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

sys.path.append(str(Path(__file__).parents[1] / "faults"))

from air_station import HOUR, Stage, home, made, printed

from bulletin.cli import app
from bulletin.onair import RealClock

FOLDER = '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n'


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, list(words))
    return done.exit_code, done.stdout + done.stderr


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_target_is_asked_and_nothing_is_left_there(here: Path) -> None:
    file = here / "station.toml"
    file.write_text(FOLDER)
    assert json.loads(run("targets", "list", "--json")[1])["targets"] == [
        {"name": "folder", "kind": "folder", "settings": {"path": "air"}}
    ]
    code, printed = run("targets", "test")
    assert (code, printed.startswith("good  folder: "), (here / "air").exists()) == (0, True, False)

    file.write_text(FOLDER.replace("air", "not/there") + FOLDER.replace("kind", 'name = "other"\nkind'))
    code, printed = run("targets", "test")
    assert [line[:12] for line in printed.splitlines()] == ["bad   folder", "good  other:", "bulletin: fo"]
    assert (code, run("targets", "test", "--target", "other")[0]) == (12, 0)
    assert "there are folder, other" in run("targets", "test", "--target", "othr")[1]


def test_a_bulletin_goes_on_air_and_off_it_by_hand_and_the_loop_leaves_it_so(here: Path) -> None:
    with printed() as papers:
        papers.now = now = datetime.now(UTC)
        file = home(here, papers)
        slot = now.replace(minute=0, second=0, microsecond=0)
        made(file, slot)
        assert run("deliver")[0] == 0
        [of] = Stage(file, RealClock()).deliveries(slot)
        assert ((here / "air" / "latest.mp3").is_file(), of.state) == (True, "delivered")

        assert run("withdraw", f"{slot:%H:%M}")[0] == 0
        stage = Stage(file, RealClock())
        stage.until(now + timedelta(seconds=2))
        assert ((here / "air" / "latest.mp3").exists(), stage.deliveries(slot)[0].state) == (False, "withdrawn")

        made(file, old := slot - 3 * HOUR)
        code, told = run("deliver", f"{old:%Y-%m-%d %H:%M}")
        assert (code, "is stale since" in told, "folder has it not" in told) == (12, True, True)


def test_a_bulletin_of_no_playlog_is_delivered_from_its_folder(here: Path) -> None:
    (here / "station.toml").write_text(f'name = "Harbour FM"\nvoice = "tone"\n[clock]\nfit = "at most"\n{FOLDER}')
    sample = Path(__file__).parents[2] / "samples" / "1-lagos-ferries.txt"
    assert run("make", str(sample), "--at", "now", "--length", "30s")[0] == 0
    folder = next((here / "audio_out" / "harbour-fm").glob("*/*/manifest.json")).parent
    assert run("deliver", str(folder))[0] == 0
    assert (here / "air" / "latest.mp3").read_bytes() == (folder / "bulletin.mp3").read_bytes()

    code, printed = run("deliver", "audio_out")
    assert (code, "audio_out: no finished bulletin is there" in printed) == (4, True)
    assert not list(here.glob("*.sqlite"))
