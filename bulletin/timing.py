"""How long words take: predicted before anything is read aloud.

Letters predict speech better than words do.  Measured with hibari on 100 news sentences: seconds =
letters / 14 + 0.1 a comma, with a mean error of 6% a sentence and under 1% over a bulletin; by words alone
the error of a sentence is 12%.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo

from .model import Cue, Line, Script

LETTERS_PER_SECOND = 14.0  # hibari's pace; an engine's card gives its own
COMMA_SECONDS = 0.1
LETTERS_PER_DIGIT = 5.0  # "7" is "seven": what a digit costs when it is said
WORDS_PER_SECOND = 2.8  # to turn a slot into a budget of words
LAP_SECONDS = 0.3  # the studio lets a sound of LAPPED_SECONDS ring on under the words after it; but not the pips
LAPPED_SECONDS = 2.0

Pace = float | Mapping[str, float]  # letters a second: of all, or by voice with "" for the script's own


def seconds(text: str, letters_per_second: float = LETTERS_PER_SECOND) -> float:
    """How long `text` takes to say."""
    letters = sum(c.isalpha() for c in text) + LETTERS_PER_DIGIT * sum(c.isdigit() for c in text)
    return letters / letters_per_second + COMMA_SECONDS * len(re.findall(r"[,;:—–]", text))


def line_seconds(cue: Cue, pace: Pace = LETTERS_PER_SECOND) -> tuple[float, ...]:
    """How long each line of a cue takes, at the pace of the voice that reads it."""
    rate = pace if isinstance(pace, float | int) else pace.get(cue.voice) or pace.get("", LETTERS_PER_SECOND)
    return tuple(seconds(line.text, rate) for line in cue.lines)


def cue_seconds(cue: Cue, pace: Pace = LETTERS_PER_SECOND, sounds: Mapping[str, float] | None = None) -> float:
    """How long a cue takes: its sound (`sounds` gives seconds by name), its lines, breaths and pause."""
    sound = (sounds or {}).get(cue.sound, 0.0)
    lapped = LAP_SECONDS if cue.lines and sound >= LAPPED_SECONDS and cue.sound != "pips" else 0.0
    breaths = cue.breath * max(0, len(cue.lines) - 1)
    return sound - lapped + sum(line_seconds(cue, pace)) + breaths + cue.pause


def script_seconds(script: Script, pace: Pace = LETTERS_PER_SECOND, sounds: Mapping[str, float] | None = None) -> float:
    """How long a whole script takes, with its pauses as they are written."""
    return sum(cue_seconds(cue, pace, sounds) for cue in script.cues)


def words(lines: tuple[Line, ...]) -> int:
    """How many words there are in some lines."""
    return sum(len(line.text.split()) for line in lines)


def clock(seconds: float) -> str:
    """Seconds as a person reads them: 0:07, 3:00, 1:02:03."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def next_slot(after: datetime, zone: tzinfo, every_minutes: int = 60) -> datetime:
    """The first time later than `after` when the station's clock shows a multiple of `every_minutes` from midnight.

    Counted in real minutes, so that it is strictly later on days when the clock changes too.
    """
    at = after.astimezone(UTC).replace(second=0, microsecond=0)
    for _ in range(2 * 24 * 60):
        at += timedelta(minutes=1)
        local = at.astimezone(zone)
        if local.second == 0 and (local.hour * 60 + local.minute) % every_minutes == 0:
            return local
    raise AssertionError("every two days have a midnight")
