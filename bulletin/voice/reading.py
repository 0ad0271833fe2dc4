"""The script is read: each distinct line once, from the cache or by its engine, several at a time."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import closing
from dataclasses import dataclass, replace

from ..errors import VoiceError, VoiceUnavailable
from ..model import Script, Take
from ..station import Station
from . import cache
from .casting import Casting, cast, shown
from .engine import Reader
from .naming import with_names
from .phrasing import phrases
from .spoken import spoken

Takes = tuple[tuple[Take, ...], ...]
Progress = Callable[[int, int], None]
LONGEST = 5000  # characters in a line, five minutes of speech: more is no line
FAILURES = (OSError, RuntimeError, ValueError, LookupError, ArithmeticError, MemoryError)


@dataclass(frozen=True)
class Order:
    """A reading that is wanted: `blank` is its take with no samples yet."""

    casting: Casting
    language: str
    station: Station
    blank: Take


def read(
    script: Script,
    station: Station,
    *,
    progress: Progress | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> Takes:
    """Read a script aloud: one tuple of takes a cue, one take a line, in the order of the script.

    Equal lines are read once.  `progress` is called in this thread with the distinct lines done and to do, and
    `meanwhile` too, once a voice is loaded and other threads are reading: there is time then to load packages,
    which is not safe beside the loading of a voice.
    Raises VoiceError (VoiceUnavailable when a later try may succeed); what was read until then is in the cache.
    """
    wanted = {(cue.voice or script.voice, line.text): None for cue in script.cues for line in cue.lines}
    takes = _read(wanted, script.language, station, progress, meanwhile)
    return tuple(tuple(takes[cue.voice or script.voice, line.text] for line in cue.lines) for cue in script.cues)


def say(text: str, voice: str, station: Station) -> Take:
    """Read one line aloud with that voice.  Raises VoiceError."""
    return _read([(voice, text)], station.language, station)[voice, text]


def _read(
    wanted: Iterable[tuple[str, str]],
    language: str,
    station: Station,
    progress: Progress | None = None,
    meanwhile: Callable[[], None] | None = None,
) -> dict[tuple[str, str], Take]:
    """The takes by voice and text."""
    castings = {voice: _ready(voice, language) for voice, _ in wanted}
    marks = {voice: _fingerprint(casting, station) for voice, casting in castings.items()}
    orders = {(voice, text): _order(text, castings[voice], marks[voice], language, station) for voice, text in wanted}
    folder = station.cache / "takes"
    takes: dict[tuple[str, str], Take] = {}
    to_read: dict[str, dict[str, Order]] = {}
    for (voice, text), order in orders.items():
        if kept := cache.fetch(folder, order.blank.key):
            takes[voice, text] = replace(order.blank, pcm=kept[0], sample_rate=kept[1], cached=True)
        else:
            to_read.setdefault(voice, {})[text] = order
    if progress and (takes or not orders):
        progress(len(takes), len(orders))
    keeping = True
    for voice, lines in to_read.items():
        with closing(_perform(castings[voice], lines, language, station, meanwhile)) as performed:
            for text, take in performed:
                takes[voice, text] = take
                keeping = keeping and cache.keep(folder, take.key, take.pcm, take.sample_rate)
                if progress:
                    progress(len(takes), len(orders))
    if to_read and keeping:
        cache.prune(folder)
    return takes


def _perform(
    casting: Casting,
    lines: dict[str, Order],
    language: str,
    station: Station,
    meanwhile: Callable[[], None] | None,
) -> Generator[tuple[str, Take], None, None]:
    """Read lines with one voice, each given out as soon as it is done; closed early, it ends soon."""
    try:
        reader = casting.engine.open(casting.voice, language, station)
    except FAILURES as error:
        raise VoiceError(f"{casting.engine.card.name} could not be opened: {shown(str(error), 300)}") from error
    from . import sound  # noqa: F401  # here, so that no thread of the pool has anything to import

    pool = ThreadPoolExecutor(max(1, min(reader.hands, len(lines))), thread_name_prefix="voice")
    try:
        under_way = {pool.submit(_take, reader, order): text for text, order in lines.items()}
        if meanwhile:
            meanwhile()
        for done in as_completed(under_way):
            yield under_way[done], done.result()
    finally:
        reader.close()
        pool.shutdown(cancel_futures=True)


def _take(reader: Reader, order: Order) -> Take:
    from .sound import checked, joined, pcm

    card, words = order.casting.engine.card, order.blank.spoken
    try:
        parts = [
            (checked(reader.read(_given(phrase, order)), phrase, card.letters_per_second), silence)
            for phrase, silence in phrases(words, card.max_chars)
        ]
        sound = joined(parts)
    except (VoiceError, *FAILURES) as error:
        message = f'{card.name} could not read "{shown(order.blank.text)}": {shown(str(error), 300)}'
        if isinstance(error, VoiceUnavailable):
            raise VoiceUnavailable(message, error.retry_after) from error
        raise VoiceError(message) from error
    return replace(order.blank, pcm=pcm(sound.samples), sample_rate=sound.sample_rate)


def _given(phrase: str, order: Order) -> str:
    return with_names(phrase, order.casting, order.language, order.station)[0]


def _ready(name: str, language: str) -> Casting:
    """The engine and voice, when they can be used here for that language."""
    casting = cast(name)
    card = casting.engine.card
    if why := card.missing():
        raise VoiceError(f'the voice "{card.name}" cannot be used: {why}')
    if card.languages and language.partition("-")[0].lower() not in card.languages:
        raise VoiceError(f'{card.name} does not read "{language}"; it reads {", ".join(card.languages)}')
    return casting


def _fingerprint(casting: Casting, station: Station) -> str:
    try:
        return f"{casting.engine.version()} {casting.engine.fingerprint(casting.voice, station)}"
    except FAILURES as error:
        raise VoiceError(f"{casting.engine.card.name} cannot be used: {shown(str(error), 300)}") from error


def _order(text: str, casting: Casting, mark: str, language: str, station: Station) -> Order:
    if len(text) > LONGEST:
        raise VoiceError(f'a line of {len(text)} characters is too long to read: split "{shown(text)}"')
    words = spoken(text, language, words=station.words)
    if not any(c.isalnum() for c in words):
        raise VoiceError(f'there are no words to read in "{shown(text)}": take the line out of the script')
    card = casting.engine.card
    key = cache.key(
        engine=card.name, voice=casting.voice, mark=mark, language=language,
        spoken=with_names(words, casting, language, station)[0], max_chars=card.max_chars,
    )  # fmt: skip
    return Order(casting, language, station, Take(text, words, b"", 1, card.name, casting.voice, key))
