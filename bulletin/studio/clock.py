"""The clock: a bulletin is brought to its slot the way a producer does it.  Pure: cues and lengths in, a plan out.

In this order: pauses and breaths are stretched or closed within limits, all by the same share; the bed plays on
under and after the sign-off; the lines are read up to 3% faster or slower; the last line of the last story goes, or
the last story.  Speech is never cut: what still does not fit runs over, and is told.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ..model import Cue, Rundown, Script
from ..plain import plain
from ..station import Clock, Station
from ..timing import clock as clocked
from .rundown import rundown
from .timeline import LAP, MOST_SILENCE, RATE, Timeline, plan, rests, samples_of

SHORTEST_BREATH, LONGEST_BREATH = 0.2, 0.6  # seconds between two lines
SHORTEST_PAUSE, LONGEST_PAUSE = 0.3, 1.5  # ... and after a cue; one that is written shorter or longer may stay so
CLOSED, STRETCHED = 0.5, 2.0  # times its own length that a pause becomes at least, and at most
GRAVE_PAUSE = 1.0  # seconds: so long a silence was meant, and is not closed
BED = "bed"  # the sound that plays a slot out
LITTLE_MUSIC = 4 * RATE  # samples of it after the last words that nobody takes for a gap in the news
MUCH_MUSIC = 20 * RATE  # ... and from where on it is told
STEPS = 1000  # in which tempo is sought: parts of it
HALVINGS = 24  # that find the share of the pauses


@dataclass(frozen=True)
class Fitted:
    """A bulletin that is laid against the clock.

    `kept` has for each of `cues` the number of the cue that it was and of those of its lines that stayed; -1 for music
    that was put in.  Where `tempo` is not 1.0 the lines are to be read so much faster (tempo.py), and `fit` asked
    again with their new lengths; `timeline` foresees these.
    """

    cues: tuple[Cue, ...]
    kept: tuple[tuple[int, tuple[int, ...]], ...]
    tempo: float
    dropped: tuple[str, ...]
    warnings: tuple[str, ...]
    timeline: Timeline


@dataclass(frozen=True)
class _Copy:
    """What is said, with the lengths of its lines and of all sounds in samples."""

    cues: tuple[Cue, ...]
    takes: tuple[tuple[int, ...], ...]
    kept: tuple[tuple[int, tuple[int, ...]], ...]
    sounds: dict[str, int]
    dropped: tuple[str, ...] = ()
    tempo: float = 1.0

    @property
    def timeline(self) -> Timeline:
        return plan(self.cues, self.takes, self.sounds)

    def paused(self, between: float, within: float) -> _Copy:
        """With the pauses between segments and those within them closed (share -1), as written (0) or stretched (1)."""
        ends = rests(self.cues)
        cues = (_paused(cue, between if n in ends else within, within) for n, cue in enumerate(self.cues))
        return replace(self, cues=tuple(cues))

    def at(self, tempo: float) -> _Copy:
        """Read so much faster."""
        return replace(self, takes=tuple(tuple(at_tempo(n, tempo) for n in row) for row in self.takes), tempo=tempo)

    def done(self, *warnings: str) -> Fitted:
        return Fitted(self.cues, self.kept, self.tempo, self.dropped, warnings, self.timeline)


def fit(
    cues: Sequence[Cue],
    takes: Sequence[Sequence[int]],
    sounds: Mapping[str, int],
    slot_seconds: float,
    clock: Clock,
) -> Fitted:
    """Bring `cues` to `slot_seconds`, as `clock` says: to the sample in "exactly", never longer in "at most".

    `takes` are the lengths of the lines, cue by cue, and `sounds` those of the named sounds, "bed" among them, all in
    samples.
    """
    slot, steps = samples_of(slot_seconds), round(clock.most_tempo * STEPS)
    kept = tuple((number, tuple(range(len(row)))) for number, row in enumerate(takes))
    whole = _Copy(tuple(cues), tuple(map(tuple, takes)), kept, dict(sounds))
    copy = whole
    for copy in _less_and_less(whole):
        if fitting := _quickened(copy, slot, steps):
            exact = clock.fit == "exactly"
            settled = _filled(fitting, slot, clock, steps) if exact else _settled(fitting, slot, most=0).done()
            return replace(settled, warnings=(*settled.warnings, *_still_named(whole, copy)))
    over = copy.paused(-1, -1)
    return over.done(
        f"the bulletin is {(over.timeline.length - slot) / RATE:.1f} s longer than its slot of {clocked(slot / RATE)} and "
        "nothing more can be left out; give it a longer slot (--length) or shorter copy",
        *_still_named(whole, copy),
    )


def planned(
    script: Script, line_seconds: Sequence[Sequence[float]], sound_seconds: Mapping[str, float], station: Station
) -> tuple[Script, Rundown]:
    """The script as it would be aired, and its rundown: `line_seconds` is what each line will take, cue by cue."""
    takes = [[samples_of(seconds) for seconds in row] for row in line_seconds]
    sounds = {name: samples_of(seconds) for name, seconds in sound_seconds.items()}
    fitted = fit(script.cues, takes, sounds, script.slot_seconds, station.clock)
    laid = rundown(
        fitted.timeline, fitted.cues, script.slot_seconds, voice=script.voice, tempo=fitted.tempo,
        dropped=fitted.dropped, warnings=fitted.warnings,
    )  # fmt: skip
    return replace(script, cues=fitted.cues), laid


def at_tempo(samples: int, tempo: float) -> int:
    """How long so many samples are when they are read `tempo` times as fast."""
    return math.ceil(samples / tempo)


def _paused(cue: Cue, share: float, of_breaths: float) -> Cue:
    """A cue with its pause and its breaths closed or stretched by that share of what they can be."""
    shortest = cue.pause if cue.pause >= GRAVE_PAUSE and not cue.bed else SHORTEST_PAUSE
    return replace(
        cue,
        breath=_between(cue.breath, SHORTEST_BREATH, LONGEST_BREATH, of_breaths),
        pause=_between(cue.pause, shortest, LONGEST_PAUSE, share),
    )


def _between(seconds: float, shortest: float, longest: float, share: float) -> float:
    if not 0 < seconds < math.inf:  # none is wanted
        return seconds
    if share > 0:
        return seconds + share * max(0.0, min(longest, STRETCHED * seconds) - seconds)
    return seconds + share * max(0.0, seconds - max(shortest, CLOSED * seconds))


def _fits(copy: _Copy, slot: int) -> bool:
    """Whether it is no longer than the slot with its pauses closed."""
    return copy.paused(-1, -1).timeline.length <= slot


def _quickened(copy: _Copy, slot: int, steps: int) -> _Copy | None:
    """The copy, read as much faster as it must be to fit; None where it does not."""
    if _fits(copy, slot):
        return copy
    step = bisect_left(range(1, steps + 1), True, key=lambda step: _fits(copy.at(1 + step / STEPS), slot)) + 1
    return copy.at(1 + step / STEPS) if step <= steps else None


def _settled(copy: _Copy, slot: int, *, most: float) -> _Copy:
    """The copy with its pauses as near to the slot as they come, none stretched by more than the share `most`.

    Those between segments go first, and a little music at the end; only then those within, in steps: so that a line
    that is worded anew leaves all segments but its own, and the closing, as they were pressed.
    """
    ending = list(zip(copy.cues, copy.takes, strict=True))[-2:]
    room = LITTLE_MUSIC if most and any(cue.bed and row for cue, row in ending) else 0
    for within in sorted((n / 4 for n in range(-4, 5) if n / 4 <= most), key=lambda share: (abs(share), share)):
        enough = not most or copy.paused(most, within).timeline.length >= slot - room
        if enough and copy.paused(-1, within).timeline.length <= slot:
            return _nearest(lambda share, within=within: copy.paused(share, within), slot, most)  # type: ignore[misc] # bound now
    return _nearest(lambda share: copy.paused(share, share), slot, most)


def _nearest(paused: Callable[[float], _Copy], slot: int, most: float) -> _Copy:
    """The longest that is no longer than the slot, of what shares from -1 to `most` give; shares grow with length."""
    if paused(most).timeline.length <= slot:
        return paused(most)
    least = -1.0
    for _ in range(HALVINGS):
        middle = (least + most) / 2
        least, most = (middle, most) if paused(middle).timeline.length <= slot else (least, middle)
    return paused(least)


def _filled(copy: _Copy, slot: int, clock: Clock, steps: int) -> Fitted:
    """A copy that fits, made as long as the slot; shorter where the station does not want so much music."""
    most = slot if clock.too_little == "bed" and BED in copy.sounds else LITTLE_MUSIC
    for step in range(steps + 1 if copy.tempo == 1.0 else 1):
        slower = copy.at(1 - step / STEPS) if step else copy
        settled = _settled(slower, slot, most=1)
        if slot - settled.timeline.length <= most and (full := _played_out(settled, slot)):
            music = slot - settled.timeline.length
            return full.done(*([_too_little(music, slot, "music plays it out")] if music > MUCH_MUSIC else []))
    short = _settled(copy, slot, most=0)
    return short.done(_too_little(slot - short.timeline.length, slot, "it ends early"))


def _too_little(missing: int, slot: int, outcome: str) -> str:
    return (
        f"{clocked(missing / RATE)} of news is missing to fill the slot of {clocked(slot / RATE)}, so {outcome}; "
        "give it more articles, more words a story, a shorter --length or --fit at-most"
    )


def _played_out(copy: _Copy, slot: int) -> _Copy | None:
    """The copy as long as the slot to the sample: a silence where it is short, else music.  None where there is none."""
    last = max((n for n, row in enumerate(copy.takes) if row), default=len(copy.cues) - 1)
    ends = [number for number in (last, len(copy.cues) - 1) if number >= 0]
    for trial in (*(_longer(copy, number, slot) for number in ends), *_with_music(copy, last, slot)):
        if trial.timeline.length == slot:
            return trial
    return None


def _longer(copy: _Copy, number: int, slot: int) -> _Copy:
    """With the pause after that cue as long as it must be, if music lies under it or it is no dead air."""
    cue, length = copy.cues[number], copy.timeline.length

    def waiting(pause: int) -> _Copy:
        longer = replace(cue, pause=pause / RATE)
        return replace(copy, cues=(*copy.cues[:number], longer, *copy.cues[number + 1 :]))

    now = samples_of(cue.pause)
    hidden = LAP - (waiting(now + LAP).timeline.length - length)  # by a sound that rings on over the last words
    pause = now + slot - length + hidden
    return waiting(pause) if slot > length and (cue.bed or pause <= MOST_SILENCE) else copy


def _with_music(copy: _Copy, last: int, slot: int) -> Iterator[_Copy]:
    """With the bed under the last words; where these are a story's, after it."""
    if BED not in copy.sounds or last < 0:
        return
    cue = copy.cues[last]
    if cue.kind != "story":
        under = replace(copy, cues=(*copy.cues[:last], replace(cue, bed=cue.bed or BED), *copy.cues[last + 1 :]))
        yield _longer(under, last, slot)
    alone = Cue("closing", bed=BED, breath=0.0, pause=0.0)
    for after in (last + 1, len(copy.cues)):
        put = replace(
            copy,
            cues=(*copy.cues[:after], alone, *copy.cues[after:]),
            takes=(*copy.takes[:after], (), *copy.takes[after:]),
            kept=(*copy.kept[:after], (-1, ()), *copy.kept[after:]),
        )
        yield _longer(put, after, slot)


def _less_and_less(copy: _Copy) -> Iterator[_Copy]:
    """The copy, then with less and less of its last story, then without it, and so on down to one line of one story."""
    yield copy
    while stories := [n for n, cue in enumerate(copy.cues) if cue.kind == "story" and copy.takes[n]]:
        last, shorter = stories[-1], copy
        while len(shorter.takes[last]) > 1:
            shorter = _without_line(shorter, last)
            yield shorter
        if len(stories) == 1:
            return
        copy = _without_story(copy, last)
        yield copy


def _without_line(copy: _Copy, number: int) -> _Copy:
    cue, (was, lines) = copy.cues[number], copy.kept[number]
    told = f'the last line of "{_name(cue)}": "{plain(cue.lines[-1].text)}"'
    return replace(
        copy,
        cues=(*copy.cues[:number], replace(cue, lines=cue.lines[:-1]), *copy.cues[number + 1 :]),
        takes=(*copy.takes[:number], copy.takes[number][:-1], *copy.takes[number + 1 :]),
        kept=(*copy.kept[:number], (was, lines[:-1]), *copy.kept[number + 1 :]),
        dropped=(*copy.dropped, told),
    )


def _without_story(copy: _Copy, number: int) -> _Copy:
    """Without that story, the stings that lead it, and all that names it by its slug."""
    first = number
    while first and copy.cues[first - 1].kind == "sting":
        first -= 1
    slug = copy.cues[number].slug
    twins = sum(cue.kind == "story" and cue.slug == slug for cue in copy.cues) > 1
    gone = {n for n, cue in enumerate(copy.cues) if slug and not twins and cue.slug == slug} | {
        *range(first, number + 1)
    }
    stays = [n for n in range(len(copy.cues)) if n not in gone]
    return replace(
        copy,
        cues=tuple(copy.cues[n] for n in stays),
        takes=tuple(copy.takes[n] for n in stays),
        kept=tuple(copy.kept[n] for n in stays),
        dropped=(*copy.dropped, f'the story "{_name(copy.cues[number])}"'),
    )


def _name(cue: Cue) -> str:
    return plain(cue.title) or plain(cue.slug) or "Story"


def _still_named(whole: _Copy, copy: _Copy) -> list[str]:
    """A warning for each source that is thanked for a story which was left out."""
    told = {cue.source for cue in copy.cues if cue.kind == "story"}
    gone = dict.fromkeys(cue.source for cue in whole.cues if cue.kind == "story" and cue.source not in told | {""})
    said = " ".join(line.text for cue in copy.cues if cue.kind in ("back", "closing") for line in cue.lines)
    return [
        f"{plain(name)} is still named at the end, and its story was left out for time" for name in gone if name in said
    ]
