"""Which engine and voice a name means: "engine" or "engine:voice"."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from typing import cast as typed

from ..errors import VoiceError
from ..station import Station
from .engine import Card, Engine

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "bulletin.engines"
LANGUAGES = {"en": "English", "fr": "French", "ha": "Hausa", "sw": "Swahili"}  # as a message names them


@dataclass(frozen=True)
class Casting:
    """An engine and one of its voices."""

    engine: Engine
    voice: str


def cards() -> tuple[Card, ...]:
    """The cards of all registered engines, by name; a plug-in that cannot be loaded has its fault on its card."""
    return tuple(_card(plug) for _, plug in sorted(plugs().items()))


def missing(voice: str) -> str:
    """Empty when that engine's packages are here; else one line that says what to install.

    Raises VoiceError for an unknown engine.
    """
    return _card(_plug(voice.partition(":")[0])).missing()


def cast(name: str) -> Casting:
    """The engine and voice that `name` means.  Raises VoiceError that names the nearest right one."""
    wanted, _, voice = name.strip().partition(":")
    plug = _plug(wanted)
    try:
        engine = typed(Engine, plug.load())
    except (ImportError, AttributeError, SyntaxError) as error:
        raise VoiceError(f'the engine "{wanted}" cannot be loaded ({error}): update or remove its package') from error
    if isinstance(engine, type):
        raise VoiceError(f'the engine "{wanted}" is a class: its entry point must name an object of it')
    voices = engine.card.voices
    if voice and voice not in voices:
        raise VoiceError(f'{wanted} has no voice "{shown(voice)}"{_nearest(voice, voices, f"{wanted}:")}')
    return Casting(engine, voice or (voices[0] if voices else ""))


def cast_any(name: str, station: Station) -> Casting:
    """What `name` means, or the first of the station's stand-ins that is known.  Raises VoiceError about `name`."""
    try:
        return cast(name)
    except VoiceError:
        for other in station.stand_ins:
            with suppress(VoiceError):
                return cast(other)
        raise


def speechless(name: str, casting: Casting, language: str, station: Station) -> str:
    """Empty when that voice reads that language; else one line that says which it reads, and which voice to use.

    `name` is the voice as it was asked for.
    """
    code = language.replace("_", "-").partition("-")[0].lower()
    reads = casting.engine.card.languages_of(casting.voice)
    if not reads or code in reads:
        return ""
    said = ", ".join(LANGUAGES.get(one, one) for one in reads[:4]) + (", …" if len(reads) > 4 else " only")
    others = " or ".join(f'voice = "{other}"' for other in _readers(code, station))
    return f"the voice {shown(name)} reads {said}; {f'for {code} use {others}' if others else f'no voice here reads {code}'}"


def _readers(code: str, station: Station) -> list[str]:
    """Voices that read a language and can be used here, the offline ones first; a tone is no voice."""
    found: list[str] = []
    for card in sorted(cards(), key=lambda card: card.needs_network):
        names = [card.name] if code in card.languages else []
        for name in (*names, *(f"{card.name}:{voice}" for voice, own in card.tongues if own == code)):
            with suppress(VoiceError):
                other = cast(name)
                other.engine.fingerprint(other.voice, station)
                found += [] if card.missing() else [name]
    return found


def rest(engine: str = "") -> None:
    """Let that engine, or every one, go of what it has loaded: some hundred megabytes, and a second to load again."""
    for name, plug in plugs().items():
        if name == engine or (not engine and plug.module in sys.modules):
            with suppress(ImportError, AttributeError, SyntaxError):
                getattr(plug.load(), "rest", lambda: None)()


@lru_cache(maxsize=1)
def plugs() -> dict[str, EntryPoint]:
    """The registered engines by name; ours come before another package's of the same name."""
    from importlib.metadata import entry_points  # 20 ms

    found = sorted(entry_points(group=GROUP), key=lambda plug: plug.module.startswith("bulletin."))
    return {plug.name: plug for plug in found}


def shown(words: str, most: int = 40) -> str:
    """Words from outside as they can stand in a one-line message: printable, single-spaced and short."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in words[: 4 * most]).split())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()}…"


def _plug(engine: str) -> EntryPoint:
    found = plugs()
    if engine not in found:
        raise VoiceError(f'there is no engine "{shown(engine)}"{_nearest(engine, sorted(found))}')
    return found[engine]


def _card(plug: EntryPoint) -> Card:
    try:
        return typed(Engine, plug.load()).card
    except (ImportError, AttributeError, SyntaxError) as error:
        return Card(plug.name, "cannot be loaded", fault=f"cannot be loaded ({error}): update or remove its package")


def _nearest(name: str, names: Sequence[str], before: str = "") -> str:
    if close := difflib.get_close_matches(name[:80].lower(), names, n=1, cutoff=0.6):
        return f'; did you mean "{before}{close[0]}"?'
    if not names:
        return ": it has one voice only, and its name is enough"
    return f"; there are {', '.join(before + other for other in names[:12])}{', …' if len(names) > 12 else ''}"
