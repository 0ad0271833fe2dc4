"""The values of the air-check: what should be heard, and what was found instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ...model import Span

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a finished file, and where; both times are 0 where it is the whole file.

    `check` names the check (docs/aircheck.md has them all) and `line` the text of the line it is about, if any.
    """

    check: str
    severity: Severity
    why: str
    start_seconds: float = 0.0
    end_seconds: float = 0.0
    line: str = ""


@dataclass(frozen=True)
class Wanted:
    """What a file should be.  None: not known, or of no concern, and so not checked."""

    format: Literal["mp3", "wav"] | None = None
    sample_rate: int | None = None  # hertz
    channels: int | None = None
    bitrate_kbps: int | None = None  # of MP3
    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None  # the most
    length_seconds: float | None = None
    title: str | None = None  # "": any, but one
    artist: str | None = None  # "": any, but one
    chapters: tuple[tuple[str, float], ...] | None = None  # title and start in seconds
    spans: tuple[Span, ...] = ()  # where voices, sounds and beds are heard
    bed_under_speech_db: float = -18.0


@dataclass(frozen=True)
class Finished:
    """A finished file, and what it should be."""

    name: str
    content: bytes
    wanted: Wanted


@dataclass(frozen=True)
class Meters:
    """What was measured on a bulletin already, and its sound."""

    lufs: float
    true_peak_dbtp: float
    samples: npt.NDArray[np.int16]  # frames x channels


@dataclass(frozen=True)
class Said:
    """A line that should be heard: as it is written, as it is said in words, and where, if that is known."""

    text: str
    spoken: str = ""
    start_seconds: float | None = None
    end_seconds: float | None = None
    slug: str = ""  # the story it belongs to; empty for opening and closing
    voice: str = ""
