"""All that is measured on one finished file, without recognising a word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..timeline import RATE
from .labels import label, labelled
from .levels import levelled
from .opened import Opened, form_of, opened, wrapping
from .silences import hot, levels, silent, unheard
from .values import Finding, Meters, Wanted

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

HEADER_WITHIN = 0.03  # seconds: about one MP3 frame
LENGTH_WITHIN = 0.05  # seconds


def measured(content: bytes, wanted: Wanted) -> tuple[Finding, ...]:
    """See `bulletin.studio.aircheck.technical`."""
    file = opened(content)
    return (*file.findings, *_wrapping(file, wanted), *labelled(label(content, file.format), wanted),
            *sounding(file.samples, file.sample_rate, wanted))  # fmt: skip


def wrapped(content: bytes, samples: npt.NDArray[np.int16], wanted: Wanted) -> tuple[Finding, ...]:
    """The findings on a file of ours, but for its sound: that was decoded already, and are `samples`."""
    form = form_of(content)
    declared, kbps, findings = wrapping(content, form)
    file = Opened(form, samples, RATE, declared, kbps, findings)
    return (*findings, *_wrapping(file, wanted), *labelled(label(content, form), wanted))


def sounding(
    samples: npt.NDArray[np.int16], sample_rate: int, wanted: Wanted, meters: Meters | None = None
) -> Iterator[Finding]:
    """The findings on decoded samples, frames x channels; what `meters` know already is not measured again."""
    seconds = len(samples) / sample_rate
    if wanted.length_seconds is not None and abs(seconds - wanted.length_seconds) > LENGTH_WITHIN:
        yield Finding("length", "error", f"it lasts {seconds:.2f} s and should last {wanted.length_seconds:.2f} s")
    yield from levelled(samples, sample_rate, wanted, meters)
    cells = levels(samples, sample_rate)
    yield from silent(cells, wanted)
    yield from unheard(cells, wanted.spans)
    yield from hot(cells, wanted)


def _wrapping(file: Opened, wanted: Wanted) -> Iterator[Finding]:
    seconds, channels = len(file.samples) / file.sample_rate, file.samples.shape[1]
    if file.declared_seconds and abs(seconds - file.declared_seconds) > HEADER_WITHIN:
        why = f"its header says {file.declared_seconds:.2f} s and it lasts {seconds:.2f} s"
        yield Finding("header", "error", why)
    if wanted.format is not None and file.format != wanted.format:
        yield Finding("format", "error", f"it is {file.format.upper()} and should be {wanted.format.upper()}")
    if wanted.sample_rate is not None and file.sample_rate != wanted.sample_rate:
        yield Finding("sample rate", "error", f"{file.sample_rate} hertz, and should be {wanted.sample_rate}")
    if wanted.channels is not None and channels != wanted.channels:
        names = {1: "mono", 2: "stereo"}
        told = names.get(channels, f"{channels} channels")
        yield Finding("channels", "error", f"it is {told} and should be {names[wanted.channels]}")
    if wanted.bitrate_kbps is not None and file.kbps and abs(file.kbps / wanted.bitrate_kbps - 1) > 0.02:
        yield Finding("bitrate", "error", f"{file.kbps:.0f} kbit/s, and should be {wanted.bitrate_kbps}")
