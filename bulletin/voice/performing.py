"""One reader reads lines: each is ordered, fetched from the cache or spoken, several at a time, and looked at."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace

from ..errors import VoiceError, VoiceUnavailable
from ..model import Take
from ..station import Station
from . import cache
from .casting import Casting, cast, shown, speechless
from .engine import Reader
from .naming import with_names
from .phrasing import phrases

FAILURES = (OSError, RuntimeError, ValueError, LookupError, ArithmeticError, MemoryError)


@dataclass(frozen=True)
class Part:
    """A voice that can be used here, and all but the words that decides how it sounds."""

    name: str  # by which it was asked for: "hibari", "hibari:heart"
    casting: Casting
    mark: str
    language: str
    station: Station


@dataclass(frozen=True)
class Order:
    """A reading that is wanted: `blank` is its take with no samples yet; from attempt 1 on it is another one."""

    part: Part
    blank: Take
    attempt: int = 0


def part(name: str, language: str, station: Station) -> Part:
    """The engine and voice, when they can be used here for that language.  Raises VoiceError."""
    casting = cast(name)
    card = casting.engine.card
    if why := card.missing():
        raise VoiceError(f'the voice "{card.name}" cannot be used: {why}')
    if why := speechless(name, casting, language, station):
        raise VoiceError(why)
    try:
        mark = f"{casting.engine.version()} {casting.engine.fingerprint(casting.voice, station)}"
    except FAILURES as error:
        raise VoiceError(f"{card.name} cannot be used: {shown(str(error), 300)}") from error
    return Part(name, casting, mark, language, station)


def lacking(name: str, station: Station) -> str:
    """Empty when that voice can read here; else one line that says what is missing or wrong, and what to do."""
    try:
        part(name, station.language, station)
    except VoiceError as error:
        return str(error)
    return ""


def order(part: Part, text: str, words: str, attempt: int = 0) -> Order:
    """A reading of the line `text`, whose spoken words are `words`.  Raises VoiceError: it has no such attempt."""
    card, voice = part.casting.engine.card, part.casting.voice
    if not 0 <= attempt < card.readings:
        raise VoiceError(f'{card.name} has no reading {attempt + 1} of "{shown(text)}": it reads in {card.readings}')
    again = {"attempt": attempt} if attempt else {}
    key = cache.key(
        engine=card.name, voice=voice, mark=part.mark, language=part.language,
        spoken=with_names(words, part.casting, part.language, part.station)[0], max_chars=card.max_chars, **again,
    )  # fmt: skip
    return Order(part, Take(text, words, b"", 1, card.name, voice, key), attempt)


def fetched(order: Order) -> Take | None:
    """The take that is kept from another run."""
    kept = cache.fetch(order.part.station.cache / "takes", order.blank.key)
    return replace(order.blank, pcm=kept[0], sample_rate=kept[1], cached=True) if kept else None


def perform(part: Part, orders: Sequence[Order], meanwhile: Callable[[], None]) -> Generator[Take, None, None]:
    """Read lines with one voice, each given out as soon as it is done; closed early, it ends soon."""
    card, voice = part.casting.engine.card, part.casting.voice
    try:
        reader = part.casting.engine.open(voice, part.language, part.station)
    except FAILURES as error:
        raise VoiceError(f"{card.name} could not be opened: {shown(str(error), 300)}") from error
    from . import sound  # noqa: F401  # here, so that no thread of the pool has anything to import

    pool = ThreadPoolExecutor(max(1, min(reader.hands, len(orders))), thread_name_prefix="voice")
    try:
        under_way = [pool.submit(_take, reader, order) for order in orders]
        meanwhile()
        for done in as_completed(under_way):
            yield done.result()
    finally:
        reader.close()
        pool.shutdown(cancel_futures=True)


def _take(reader: Reader, order: Order) -> Take:
    from .sound import checked, joined, pcm

    casting, words = order.part.casting, order.blank.spoken
    card = casting.engine.card
    again = (order.attempt,) if order.attempt else ()  # a reader of one way takes the words alone
    try:
        parts = [
            (checked(reader.read(_given(phrase, order.part), *again), phrase, card.pace(casting.voice)), silence)
            for phrase, silence in phrases(words, card.max_chars)
        ]
        sound = joined(parts)
    except (VoiceError, TypeError, *FAILURES) as error:
        message = f'{card.name} could not read "{shown(order.blank.text)}": {shown(str(error), 300)}'
        if isinstance(error, VoiceUnavailable):
            raise VoiceUnavailable(message, error.retry_after) from error
        raise VoiceError(message) from error
    return replace(order.blank, pcm=pcm(sound.samples), sample_rate=sound.sample_rate)


def _given(phrase: str, part: Part) -> str:
    return with_names(phrase, part.casting, part.language, part.station)[0]
