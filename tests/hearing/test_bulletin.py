"""A whole bulletin made by the command and heard by an offline Whisper: what it says is what the script says."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from bulletin import script
from bulletin.voice import spoken

COMMAND = Path(sys.executable).parent / "bulletin"
SAMPLES = Path(__file__).parents[2] / "samples"
MOST_ERRORS = 0.12  # of all words: the recogniser mishears some names too


def words(text: str) -> list[str]:
    """The words of a text as they are said, without what is only a matter of spelling."""
    return re.sub(r"[^a-z ]", "", spoken(text).lower().replace("-", " ")).split()


def errors(said: list[str], heard: list[str]) -> int:
    """How many words are wrong, missing or too many: the edit distance."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        last, row[0] = row[:], i
        for j, other in enumerate(heard, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word != other))
    return row[-1]


def test_what_is_heard_is_what_the_script_says(tmp_path, hear):
    env = os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        [COMMAND, "make", SAMPLES, "--at", "14:00", "--json"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    made = json.loads(done.stdout)
    written = script.from_text(Path(made["script"]).read_text(encoding="utf-8"))
    said = words(" ".join(line.text for cue in written.cues for line in cue.lines))
    heard = words(hear(made["audio"]))
    assert errors(said, heard) / len(said) <= MOST_ERRORS
    assert len(made["stories"]) == 4
    assert [segment["slug"] for segment in made["segments"]][0::5] == ["opening", "closing"]
    assert abs(made["loudness_lufs"] + 16) <= 0.3
    assert made["true_peak_dbtp"] <= -1
