"""`bulletin draft`, `review`, `edit`, `approve` and `reject` as an editor meets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "newsroom"))

from invented_week import Papers, week

COMMAND = Path(sys.executable).parent / "bulletin"
HOUR = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
AT = f"{HOUR + timedelta(hours=3):%Y-%m-%d %H:%M}"  # far enough: the clock is the real one

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    with Papers(week(HOUR - timedelta(hours=11), hours=12)) as papers:
        papers.now = HOUR
        yield papers


@pytest.fixture
def bulletin(tmp_path: Path, papers: Papers) -> Run:
    """Run `bulletin ...` in a station's folder."""
    (tmp_path / "station.toml").write_text(
        'name = "Slot Radio"\nvoice = "tone"\ntimezone = "UTC"\nlength = "30s"\n[clock]\nfit = "at most"\n'
        '[desk]\nstories = 2\nwords = 20\n[folders]\ncache = "cache"\n[approval]\nneeded = true\n' + papers.wires()
    )

    def run(*words: str, code: int = 0, editor: str = "") -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [COMMAND, *words], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60,
            env={**os.environ, "VISUAL": editor, "EDITOR": "", "COLUMNS": "100"},
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        assert code == 0 or done.stderr.count("\n") == 1, done.stderr
        return done

    return run


def waiting(bulletin: Run) -> dict[str, str]:
    [row] = json.loads(bulletin("review", "--json").stdout)
    return dict(row)


def test_drafted_read_corrected_and_approved(bulletin: Run) -> None:
    assert "no draft waits" in bulletin("review").stderr

    shown = bulletin("draft", "--at", AT).stdout
    row = waiting(bulletin)
    assert (row["status"], row["script"] in shown, row["hash"][:12] in shown) == ("scripted", True, True)
    assert "last call in" in bulletin("review").stdout
    assert "That's the news" in bulletin("review", AT[-5:]).stdout
    assert "waits already" in bulletin("draft", "--at", AT, code=2).stderr

    edited = bulletin("edit", AT, editor="sed -i s/That.s/Here.ends/")
    assert "Here.ends the news" in edited.stdout
    after = waiting(bulletin)
    assert after["hash"] != row["hash"]
    assert f"not {row['hash'][:12]}" in bulletin("approve", AT, "--hash", row["hash"][:12], code=11).stderr
    assert "approved by" in bulletin("approve", row["script"], "--hash", after["hash"][:12]).stdout
    assert waiting(bulletin)["status"] == "approved"

    [entry] = json.loads(bulletin("history", "--json").stdout)
    assert (entry["status"], entry["approved_hash"]) == ("approved", after["hash"])


def test_a_script_that_was_changed_by_hand_is_approved_only_by_its_hash(bulletin: Run) -> None:
    bulletin("draft", "--at", AT)
    script = Path(waiting(bulletin)["script"])
    script.write_text(script.read_text().replace("That's", "There was"))
    assert "changed by hand" in bulletin("review").stdout

    refused = bulletin("approve", AT, code=11).stderr
    assert "was changed since it was written" in refused
    assert "approved by" in bulletin("approve", AT, "--hash", refused.split()[-1]).stdout


def test_errors_are_corrected_or_meant(bulletin: Run) -> None:
    bulletin("draft", "--at", AT)
    bulletin("edit", AT, editor=r"sed -i 's/[.] \[^1]$/ and 98765 people died. [^1]/'")
    assert "1 error" in waiting(bulletin)["remarks"]

    refused = bulletin("approve", AT, code=10).stderr
    assert refused.startswith("bulletin: not approved: line ")
    assert "approved by" in bulletin("approve", AT, "--anyway").stdout


def test_an_editor_that_breaks_the_script_loses_nothing(bulletin: Run) -> None:
    bulletin("draft", "--at", AT)
    row = waiting(bulletin)
    script = Path(row["script"])
    before = script.read_bytes()

    broken = bulletin("edit", AT, editor="sed -i 1d", code=6).stderr
    kept = script.with_suffix(".edited.md")
    assert str(kept) in broken
    assert (script.read_bytes(), waiting(bulletin)["hash"]) == (before, row["hash"])
    assert kept.read_bytes() == before.partition(b"\n")[2]
    assert "so nothing is changed" in bulletin("edit", AT, editor="false", code=2).stderr

    bulletin("edit", AT, editor="sed -i 1i---")  # goes on with what was kept
    assert (script.read_bytes(), kept.exists()) == (before, False)


def test_a_no_and_another_draft(bulletin: Run) -> None:
    bulletin("draft", "--at", AT)
    assert "say why" in bulletin("reject", AT, "--why", " ", code=2).stderr
    told = json.loads(bulletin("reject", AT, "--why", "the lead is wrong", "--json").stdout)
    assert (told["status"], told["why"], "@" in told["by"]) == ("rejected", "the lead is wrong", True)

    assert "no draft waits" in bulletin("review").stderr
    assert "rejected by" in bulletin("history").stdout
    assert "the lead is wrong" in bulletin("approve", AT, code=11).stderr
    bulletin("draft", "--at", AT)
    assert waiting(bulletin)["status"] == "scripted"


def test_what_is_not_there_is_said_in_one_line(bulletin: Run) -> None:
    assert "there is no draft" in bulletin("approve", AT, code=2).stderr
    assert "is not a time" in bulletin("edit", "99:99", code=2).stderr
    assert "is past" in bulletin("draft", "--at", "2020-01-01 10:00", code=2).stderr
