"""The script is read: each distinct line once, every voice's lines by one reader, and by a stand-in where it fails."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache as once
from types import MappingProxyType

from .. import store
from ..errors import VoiceError, VoiceUnavailable
from ..model import Script, Take
from ..station import Station
from . import cache
from .casting import rest, shown
from .pacing import learn
from .performing import Part, fetched, order, part, perform
from .spoken import spoken

Takes = tuple[tuple[Take, ...], ...]
Progress = Callable[[int, int], None]
Tell = Callable[[str], None]
Attempts = Mapping[tuple[str, str], int]
LONGEST = 5000  # characters in a line, five minutes of speech: more is no line
FIRST: Attempts = MappingProxyType({})


@dataclass(frozen=True)
class Reading:
    """What one call of read is about."""

    language: str
    station: Station
    lines: int  # distinct ones
    attempts: Attempts = field(default_factory=dict)
    without: Collection[str] = ()
    meanwhile: Callable[[], None] = lambda: None
    progress: Progress = lambda done, of: None
    tell: Tell = lambda note: None


@dataclass
class Bench:
    """Who may read a voice's lines: those still untried, best first, and why the others could not."""

    voice: str
    untried: list[str]
    faults: list[VoiceError] = field(default_factory=list)


def read(
    script: Script,
    station: Station,
    *,
    progress: Progress | None = None,
    meanwhile: Callable[[], None] | None = None,
    attempts: Attempts = FIRST,
    without: Collection[str] = (),
    notes: Tell | None = None,
) -> Takes:
    """Read a script aloud: one tuple of takes a cue, one take a line, in the order of the script.

    Equal lines are read once.  Where a voice cannot be used or fails at a line, the first of the station's
    stand-ins that can reads all lines of that voice, and `notes` is called with one line that says so; the takes
    name who read them.  `attempts` asks, by (voice, line), for another reading of a line that was not understood
    (0 is the first; the voice is the one that would read it, a stand-in too); one more than a voice has is a
    failure of that voice.  `without` names voices that are not to read.
    `progress` is called in this thread with the distinct lines done and to do (fewer than before when a stand-in
    begins), and `meanwhile` too, once, when a voice is loaded and other threads are reading: there is time then to
    load packages, which is not safe beside the loading of a voice.
    Raises VoiceError (VoiceUnavailable when a later try may succeed); what was read until then is in the cache.
    """
    wanted = {(cue.voice or script.voice, line.text): None for cue in script.cues for line in cue.lines}
    nothing = Reading(script.language, station, len(wanted))
    asked = Reading(
        script.language, station, len(wanted), attempts, without,
        once(meanwhile or nothing.meanwhile), progress or nothing.progress, notes or nothing.tell,
    )  # fmt: skip
    takes = _read(wanted, asked)
    return tuple(tuple(takes[cue.voice or script.voice, line.text] for line in cue.lines) for cue in script.cues)


def say(text: str, voice: str, station: Station) -> Take:
    """Read one line aloud with that voice or a stand-in.  Raises VoiceError."""
    return _read({(voice, text): None}, Reading(station.language, station, 1))[voice, text]


def _read(wanted: Iterable[tuple[str, str]], asked: Reading) -> dict[tuple[str, str], Take]:
    """The takes by the voice that was asked for and the line."""
    lines: dict[str, dict[str, str]] = {}
    for voice, text in wanted:
        lines.setdefault(voice, {})[text] = _words(text, asked)
    benches = {voice: _bench(voice, asked) for voice in lines}
    first = {voice: _next(bench, asked) for voice, bench in benches.items()}  # all are looked at before one reads
    takes: dict[tuple[str, str], Take] = {}
    if not lines:
        asked.progress(0, 0)
    for number, (voice, texts) in enumerate(lines.items()):
        if number:
            rest()  # one voice in memory is enough
        takes |= {
            (voice, text): take
            for text, take in _by_one(first[voice], benches[voice], texts, asked, len(takes)).items()
        }
    if not all(take.cached for take in takes.values()):
        store.prune(asked.station.cache, asked.station.folders.cache_megabytes * 1_000_000)
    return takes


def _by_one(reader: Part, bench: Bench, texts: dict[str, str], asked: Reading, before: int) -> dict[str, Take]:
    """Every line by the same reader: the finished takes of one that failed are read again by the next."""
    while True:
        try:
            return _lines(reader, texts, asked, before)
        except VoiceError as fault:
            bench.faults.append(fault)
            reader = _next(bench, asked)


def _lines(reader: Part, texts: dict[str, str], asked: Reading, before: int) -> dict[str, Take]:
    takes: dict[str, Take] = {}
    to_read = {}
    for text, words in texts.items():
        wanted = order(reader, text, words, _attempt(reader, text, asked.attempts))
        if kept := fetched(wanted):
            takes[text] = kept
        else:
            to_read[text] = wanted
    if takes:
        asked.progress(before + len(takes), asked.lines)
    if not to_read:
        return takes
    keeping = True
    with closing(perform(reader, tuple(to_read.values()), asked.meanwhile)) as performed:
        for take in performed:
            takes[take.text] = take
            keeping = keeping and cache.keep(asked.station.cache / "takes", take.key, take.pcm, take.sample_rate)
            asked.progress(before + len(takes), asked.lines)
    learn(reader.casting, (takes[text] for text, wanted in to_read.items() if not wanted.attempt), asked.station.cache)
    return takes


def _bench(voice: str, asked: Reading) -> Bench:
    return Bench(
        voice, [name for name in dict.fromkeys((voice, *asked.station.stand_ins)) if name not in asked.without]
    )


def _next(bench: Bench, asked: Reading) -> Part:
    """The best who is left and can be used here.  Raises VoiceError with the faults of all others."""
    while bench.untried:
        name = bench.untried.pop(0)
        try:
            found = part(name, asked.language, asked.station)
        except VoiceError as fault:
            bench.faults.append(fault)
            continue
        if name != bench.voice:
            why = "; ".join(map(str, bench.faults)) if bench.faults else f"{shown(bench.voice)} is not to read"
            asked.tell(f"{why}; {name} reads in its place")
        return found
    if len(bench.faults) == 1:
        raise bench.faults[0]
    if not bench.faults:
        raise VoiceError(f"nobody is left to read for {shown(bench.voice)}: name more stand_ins in the station file")
    told = "; nor could a stand-in: ".join(map(str, bench.faults))
    later = [fault for fault in bench.faults if isinstance(fault, VoiceUnavailable)]
    raise VoiceUnavailable(told, later[0].retry_after) if later else VoiceError(told)


def _attempt(reader: Part, text: str, attempts: Attempts) -> int:
    full = f"{reader.casting.engine.card.name}:{reader.casting.voice}"
    return max(attempts.get((name, text), 0) for name in (reader.name, full))


def _words(text: str, asked: Reading) -> str:
    """The line as it is spoken.  Raises VoiceError where no voice could read it."""
    if len(text) > LONGEST:
        raise VoiceError(f'a line of {len(text)} characters is too long to read: split "{shown(text)}"')
    words = spoken(text, asked.language, words=asked.station.words)
    if not any(c.isalnum() for c in words):
        raise VoiceError(f'there are no words to read in "{shown(text)}": take the line out of the script')
    return words
