"""How fast a voice reads, learned from its own takes: until enough is known, its card's figure holds.

timing.seconds is letters / pace + what the commas take; so a line tells its letters and the seconds without its
commas.  What ten minutes taught stays, so that plans do not change from one run to the next.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from pathlib import Path

import msgspec

from .. import store, timing
from ..model import Take
from ..station import Station
from .casting import Casting, cast, cast_any

ENOUGH_SECONDS = 30.0  # of speech, before its own figure replaces the card's
ALL_SECONDS = 600.0  # then no more is learned: the figure of a voice has settled within 0.5 % (measured)
ODD = 0.4  # share of the card's pace by which a line may differ and still be believed
MOST = 0.25  # share of the card's pace by which what is learned may differ
SHORTEST_LETTERS = 12.0  # "Good evening." is no measure

Known = list[tuple[float, float]]  # of each line its letters, and its seconds without commas


def pace(voice: str, station: Station | None = None) -> float:
    """How many letters a second that voice reads: what the station's cache has learned of it, or its card's figure.

    Of an unknown one it is the pace of the stand-in that will read.  Raises VoiceError where there is none.
    """
    casting = cast_any(voice, station) if station else cast(voice)
    if station is None or casting.engine.card.missing():
        return casting.engine.card.pace(casting.voice)
    return learned(casting, station.cache)


def learned(casting: Casting, cache: Path) -> float:
    """The pace of a voice in letters a second."""
    card = casting.engine.card.pace(casting.voice)
    known = _known(casting, cache)
    seconds = sum(lasted for _, lasted in known)
    if seconds < ENOUGH_SECONDS:
        return card
    found = sum(letters for letters, _ in known) / seconds
    return round(min(max(found, card * (1 - MOST)), card * (1 + MOST)), 3)


def learn(casting: Casting, takes: Iterable[Take], cache: Path) -> None:
    """Learn from takes that were read just now, as they come.  Another process may learn too: the last one stays."""
    known = _known(casting, cache)
    if sum(lasted for _, lasted in known) >= ALL_SECONDS:
        return
    card = casting.engine.card.pace(casting.voice)
    new = [line for take in takes if _believed(line := _line(take), card)]
    if new:
        store.keep(cache / "pace", _key(casting), msgspec.json.encode(known + new))


def _line(take: Take) -> tuple[float, float]:
    commas = timing.seconds(take.spoken, inf)
    return timing.seconds(take.spoken, 1.0) - commas, round(take.seconds - commas, 3)


def _believed(line: tuple[float, float], card: float) -> bool:
    letters, seconds = line
    return letters >= SHORTEST_LETTERS and seconds > 0 and abs(letters / seconds / card - 1) <= ODD


def _known(casting: Casting, cache: Path) -> Known:
    try:
        return msgspec.json.decode(store.fetch(cache / "pace", _key(casting)) or b"[]", type=Known)
    except msgspec.DecodeError:
        return []


def _key(casting: Casting) -> str:
    return store.key(engine=casting.engine.card.name, voice=casting.voice, version=casting.engine.version(), pace=2)
