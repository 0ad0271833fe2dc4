"""How names are said: the lexicons that count for a station, and what they do to its words."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Edit
from ..station import Station
from . import lexicon
from .casting import Casting, cast_any
from .spoken import changes, spoken

MOST_NAMES = 8  # an editor who is told of more reads none


def with_names(words: str, casting: Casting, language: str, station: Station) -> tuple[str, tuple[Edit, ...]]:
    """Spoken words with their names spelled as the engine takes them, and an edit for each name.

    The lexicons are English: other languages stay as they are.  Raises StationError: a lexicon file is wrong.
    """
    alphabets = casting.engine.card.alphabets_of(casting.voice)
    if not alphabets or language.partition("-")[0].lower() != "en":
        return words, ()
    return lexicon.apply(words, alphabets, _names(station))


def said(text: str, voice: str, language: str, station: Station) -> tuple[str, tuple[Edit, ...]]:
    """What an engine is given for `text`, and every change on the way with its rule.  Raises VoiceError."""
    words = spoken(text, language, words=station.words)
    given, names = with_names(words, cast_any(voice, station), language, station)
    return given, (*changes(text, language, words=station.words), *names)


def hard_names(texts: Iterable[str], voice: str, language: str, station: Station) -> tuple[str, ...]:
    """Names that no lexicon and no dictionary has, so that a person may listen to them.  Raises VoiceError."""
    casting = cast_any(voice, station)
    if not casting.engine.card.alphabets_of(casting.voice) or language.partition("-")[0].lower() != "en":
        return ()
    names = _names(station)
    found = dict.fromkeys(name for text in texts for name in lexicon.unknown(text, names))
    return tuple(found)[:MOST_NAMES]


def _names(station: Station) -> lexicon.Lexicon:
    return lexicon.merged(*(station.path(file) for file in station.lexicon))
