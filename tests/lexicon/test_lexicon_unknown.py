"""Names that nobody has said how to say are found, and ordinary words are not."""

import subprocess
import sys

import pytest

from bulletin.voice.lexicon import ours, unknown
from bulletin.voice.lexicon.strangers import _dictionaries, _has


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gbolahan Zubairu met Simon in London.", ("Gbolahan", "Zubairu")),
        ("Zubairu's men and Zubairu", ("Zubairu",)),
        ("Tinubu and Okonjo-Iweala are in the lexicon", ()),
        ("Redeploying Nurses Overran The Markets", ()),
        ("The WAT and MPs used TikTok, and don't", ()),
        ("Port Harcourt and Kofi are read right already", ()),
        ("the zubairu in lower case", ()),
        ("", ()),
    ],
)
def test_unknown(text, expected):
    assert unknown(text, ours()) == expected


def test_every_word_of_the_dictionaries_is_found_by_halving_and_others_are_not():
    import json

    for file in _dictionaries():
        words = list(json.loads(file))[::97]
        assert [word for word in words if not _has(file, word) or _has(file, word + "qqx")] == []


def test_no_neural_or_audio_package_is_loaded():
    code = (
        "import sys; from bulletin.voice.lexicon import *; unknown('Gbolahan', ours()); apply('Oyo', ('misaki',), ours());"
        "print([m for m in ('hibari', 'onnxruntime', 'numpy', 'soundfile') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
