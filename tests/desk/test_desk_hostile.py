"""Hostile text: a clean result or nothing, and never a hang (pytest's own run would show it)."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bulletin.desk import brief, condense
from bulletin.errors import NoNews
from bulletin.model import Article

MILLION = 1_000_000


UNITS = (
    "a", " ", ".", '"', "'", "(", "[", ",", "-", " - ", "A", "A. ", "?! ", "1", "0,", "\n", "\0", "\u200b", "😀", "Mr. ",
    ", which ", " and he was", 'He said, "x', " on Monday", "'a ", "http://", "word ", "- one\n", "\ud800", "to go ",
)  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_a_million_letters_of_one_thing(unit: str) -> None:
    text = unit * (MILLION // len(unit))
    assert len(brief(text, text[:5_000]).split()) <= 60


def test_a_sentence_of_ten_thousand_words_is_not_cut_in_the_middle() -> None:
    with pytest.raises(NoNews):
        condense(Article(id="0", headline="Endless", paragraphs=("the man said that " * 2_500 + "it.",)))


def test_other_scripts_and_emoji_come_through_whole() -> None:
    assert brief("هذا خبر جديد عن المدينة.") == "هذا خبر جديد عن المدينة."
    assert brief("The road is open again 🙂 today, police said.") == "Police said the road is open again today."


def test_control_signs_do_not_reach_a_line() -> None:
    assert brief("The road\x07 was \u202eclosed\u202c on\u00a0Monday\ufeff.") == "The road was closed on Monday."


def test_the_room_opens_fast_and_loads_no_audio_or_neural_package() -> None:
    code = (
        "import sys, bulletin.desk\n"
        "print(sorted({'numpy', 'onnxruntime', 'soundfile', 'pydub', 'trafilatura', 'lxml', 'scipy', 'nupunkt'}"
        " & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
