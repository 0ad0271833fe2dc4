"""A bulletin is produced and listened to, and what came out wrong is done again, as the air-check's ladder says."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from .. import studio
from .. import voice as voices
from ..errors import StudioError, VoiceError
from ..model import Bulletin, Script
from ..station import Station
from ..studio import aircheck

Tell = Callable[[str], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Good:
    """A bulletin that may be aired: `script` is what was read, and `aired` the same against the clock."""

    bulletin: Bulletin
    script: Script
    aired: Script
    takes: voices.Takes


def produced(script: Script, takes: voices.Takes, station: Station, folder: Path, tell: Tell) -> Good:
    """Produce a bulletin into the empty `folder`; where the station wants its words recognised, until they are right.

    What is read again, by whom, and what is left out is told in warnings by `tell`.  Raises StudioError: it must not
    be aired, and VoiceError.
    """
    own = {(cue.voice or script.voice, line.text) for cue in script.cues for line in cue.lines}
    tried: list[aircheck.Tried] = []
    while True:
        bulletin, aired = studio.produce(script, takes, station, folder)
        good = Good(bulletin, script, aired, takes)
        if not station.aircheck.recognise:
            return good
        lines = _lines(good)
        findings = _heard(folder / bulletin.audio, lines, station)
        step = aircheck.next_step(
            findings, lines, tried, re_readings=station.aircheck.re_readings, stand_ins=station.stand_ins
        )
        if isinstance(step, aircheck.Air):
            for finding in findings:
                tell(f'air-check: {finding.check}: {finding.why} ("{finding.line}")')
            understood = f"the words of all {len(lines)} lines are understood"
            return replace(good, bulletin=replace(bulletin, checks=(*bulletin.checks, understood)))
        if isinstance(step, aircheck.Refuse):
            raise StudioError(f"not aired, the last good bulletin stays: air-check: {step.reason}")
        for left in folder.iterdir():
            left.unlink()
        script, wanted = _changed(step, good, tried, tell)
        try:
            takes = voices.read(script, station, attempts=_attempts(wanted, own), notes=tell)
        except VoiceError as error:
            if not isinstance(step, aircheck.ReRead):
                raise
            log.info("there is no other reading, so on with the next rung: %s", error)
            wanted += wanted[len(tried) :] * station.aircheck.re_readings
        tried = wanted


def _changed(
    step: aircheck.ReRead | aircheck.OtherVoice | aircheck.LeaveOut,
    good: Good,
    tried: Sequence[aircheck.Tried],
    tell: Tell,
) -> tuple[Script, list[aircheck.Tried]]:
    """The script as `step` wants it, and what will have been tried when it is read."""
    script = good.script
    if isinstance(step, aircheck.LeaveOut):
        tell(f"left out: {step.slug}: air-check: {step.why}")
        return replace(script, cues=tuple(cue for cue in script.cues if cue.slug != step.slug)), list(tried)
    if isinstance(step, aircheck.OtherVoice):
        voice = step.voice
        cues = tuple(
            replace(cue, voice=voice) if any(line.text in step.lines for line in cue.lines) else cue
            for cue in script.cues
        )
        script = replace(script, cues=cues)
        tell(f"{voice} reads what was not understood: {_quoted(step.lines)}")
    else:
        tell(f"read again, because it was not understood: {_quoted(step.lines)}")
    readers = {line.text: cue.voice or script.voice for cue in script.cues for line in cue.lines}
    return script, [*tried, *(aircheck.Tried(line, readers[line]) for line in step.lines)]


def _attempts(tried: Sequence[aircheck.Tried], own: Collection[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """Which reading of a line is wanted, by voice and line: its own voice has read it once before, a stand-in not."""
    counts = Counter((one.voice, one.line) for one in tried)
    return {key: count if key in own else count - 1 for key, count in counts.items()}


def _lines(good: Good) -> list[aircheck.Said]:
    spoken = {take.text: take.spoken for row in good.takes for take in row}
    cues = good.aired.cues
    return [
        aircheck.Said(
            span.words,
            spoken[span.words],
            span.start_seconds,
            span.end_seconds,
            cues[span.cue].slug,
            cues[span.cue].voice or good.aired.voice,  # who was asked to, even where a stand-in reads
        )
        for span in good.bulletin.rundown.spans
        if span.kind == "voice"
    ]


def _heard(path: Path, lines: Sequence[aircheck.Said], station: Station) -> tuple[aircheck.Finding, ...]:
    words = partial(voices.spoken, language=station.language, words=station.words)
    asked = station.aircheck
    return aircheck.heard(
        path.read_bytes(), lines, words=words, model=asked.model, most_word_errors=asked.most_word_errors
    )


def _quoted(lines: Sequence[str]) -> str:
    return "; ".join(f'"{line}"' for line in lines)
