"""The embedded voice: hibari, an 8 MB model inside its package that reads a hundred times faster than real time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...errors import VoiceError
from ...station import Station
from ..engine import Card, Reader, Sound, cores
from ..weights import digest, neural_failures

SEED = 0  # of the breath noise: the same seed gives the same samples
BUNDLED = "heart"
# It says "A-P-C" with the article "a", and "A.P.C" with the letter; a last dot would end the sentence.
LETTERS = re.compile(r"\b[A-Z](?:-[A-Z])+\b")


@dataclass(frozen=True)
class Hibari:
    """American and British voices; "heart" is in the package, the others are copied to its folder by hand."""

    card = Card(
        name="hibari",
        summary="Embedded neural voice, offline: heart (US, female); emma, fable (UK), fenrir, kore (US) once copied",
        voices=(BUNDLED, "emma", "fenrir", "fable", "kore"),
        languages=("en",),
        licence="Apache-2.0",
        max_chars=300,  # its own limit is 400 phonemes, past which it cuts at commas only
        alphabets=("misaki",),
        british=("emma", "fable"),
        speed_range=(0.5, 2.0),
        deterministic=True,
        letters_per_second=14.0,
        packages=("hibari", "onnxruntime"),
        install="pip install hibari-tts",
    )

    def version(self) -> str:
        """The package's version: it decides how words are pronounced."""
        return version("hibari-tts")

    def fingerprint(self, voice: str, station: Station) -> str:
        """The model's hash and the seed."""
        return f"{digest(_model(voice))} seed={SEED} speed=1 letters=dotted"

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """Load the model and the pronunciation (about a second); once a process."""
        return _Reader(_load(voice), cores())


@dataclass(frozen=True)
class _Reader:
    tts: Any
    hands: int  # sessions of one thread share the cores better than one session of many (measured)

    def read(self, text: str) -> Sound:
        try:
            return Sound(self.tts(LETTERS.sub(_dotted, text), seed=SEED), self.tts.sample_rate)
        except neural_failures() as error:
            raise VoiceError(f"its model failed ({error})") from error

    def close(self) -> None:
        pass


def _dotted(letters: re.Match[str]) -> str:
    return letters[0].replace("-", ".")


@lru_cache(maxsize=2)  # 200 MB each: a presenter and a second voice
def _load(voice: str) -> Any:
    from hibari import Hibari as Model

    model = _model(voice)
    try:
        tts = Model(voice=voice, model=str(model), threads=1)
        tts("Zxqv is a word.", seed=SEED)  # loads its lexicon and its net for unknown words before threads meet
    except neural_failures() as error:
        raise VoiceError(f"hibari's model {model} is damaged: install hibari-tts anew, or copy it again") from error
    return tts


def _model(voice: str) -> Path:
    """The model of a voice, found without importing the package.  Raises VoiceError where it is not here."""
    if voice == BUNDLED:
        spec = find_spec("hibari")
        if spec is None or spec.origin is None:
            raise VoiceError(f"hibari is not installed: {Hibari.card.install}")
        path = Path(spec.origin).parent / "assets" / "hibari.onnx"
    else:
        from hibari.voices import voice_path

        try:
            return Path(voice_path(voice, download_missing=False))
        except FileNotFoundError as error:
            path = Path(str(error))
    if not path.is_file():
        raise VoiceError(
            f'the voice "hibari:{voice}" is not on this machine: run `hibari --voice {voice} --phonemes hello` once '
            f"while online (it keeps 8 MB in {path}), or use hibari:{BUNDLED}"
        )
    return path


engine = Hibari()
