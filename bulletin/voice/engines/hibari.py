"""The embedded voice: hibari, an 8 MB model inside its package that reads a hundred times faster than real time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ...cores import cores
from ...errors import VoiceError
from ...station import Station
from ..engine import Card, Reader, Sound
from ..weights import digest, neural_failures, optimised

SEED = 0  # of the breath noise: the same seed gives the same samples
BUNDLED = "heart"
BRITISH = ("emma", "fable")
SPEEDS = (1.0, 0.95, 1.05, 0.9)  # of the first reading and of those that follow: another seed is not to be heard


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
        british=BRITISH,
        speed_range=(0.5, 2.0),
        deterministic=True,
        letters_per_second=14.0,
        readings=len(SPEEDS),
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
        """Load the model and the pronunciation (half a second); once a process."""
        return _Reader(_load(voice, station.cache), cores())

    def rest(self) -> None:
        """Let go of what is loaded."""
        from ..misaki import phonemizer

        _load.cache_clear()
        phonemizer.cache_clear()


@dataclass(frozen=True)
class _Reader:
    tts: Any
    hands: int  # sessions of one thread share the cores better than one session of many (measured)

    def read(self, text: str, attempt: int = 0) -> Sound:
        from ..misaki import dotted

        try:
            return Sound(self.tts(dotted(text), seed=SEED + attempt, speed=SPEEDS[attempt]), self.tts.sample_rate)
        except neural_failures() as error:
            raise VoiceError(f"its model failed ({error})") from error

    def close(self) -> None:
        pass


@lru_cache(maxsize=2)  # 200 MB each: a presenter and a second voice
def _load(voice: str, cache: Path) -> Any:
    from hibari import Hibari as Model

    from ..misaki import phonemizer

    path = _model(voice)
    try:
        model = optimised(digest(path), path.read_bytes, cache)
        tts = Model(voice=voice, model=model, threads=1, g2p=phonemizer(voice in BRITISH))
        tts("Go.", seed=SEED)  # makes its tables before threads meet
    except neural_failures() as error:
        raise VoiceError(f"hibari's model {path} is damaged: install hibari-tts anew, or copy it again") from error
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
