"""Many addresses asked at once: what is fresh is not asked for, what failed is left alone, the others on their leashes."""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from queue import Empty, SimpleQueue
from time import monotonic
from typing import TYPE_CHECKING

from ...leash import Deadline
from ...model import Rejected
from ...station import Station
from . import agent, kept, reach
from .faults import Unfetched, late
from .turns import Turns

if TYPE_CHECKING:
    from .hops import Answer, Question


@dataclass(frozen=True)
class Fetched:
    """What an address gave."""

    url: str  # as asked
    final_url: str  # where the redirects ended, without what follows a "#"
    body: bytes  # unpacked
    media_type: str  # in lower case, "application/rss+xml"; "" unknown
    charset: str  # in lower case, one that Python knows; "" unknown
    fetched: datetime  # when it was last known to be so
    unchanged: bool  # the server said so (304), or it is so fresh that it was not asked


@dataclass(frozen=True)
class Ask:
    """How an address is asked for."""

    address: str
    minutes: float  # what was fetched so lately is not asked for again; negative: asked even if it failed lately
    empty_if_missing: bool = False  # that there is nothing is an answer too


def fetch_all(
    addresses: Sequence[str], station: Station, *, now: datetime, anew: bool = False
) -> Iterator[Fetched | Rejected]:
    """What each address gives, each once, as they come in; a Rejected's origin is the address as asked.

    Nothing is raised for a bad address.  `anew` asks for what is fresh too, and for what failed lately.
    """
    minutes = -1.0 if anew else station.fetching.refresh_minutes
    yield from answers([Ask(address, minutes) for address in dict.fromkeys(addresses)], station, now)


def fetch(address: str, station: Station, *, now: datetime, anew: bool = False) -> Fetched | Rejected:
    """What one address gives."""
    return next(fetch_all([address], station, now=now, anew=anew))


def answers(asks: Sequence[Ask], station: Station, now: datetime) -> Iterator[Fetched | Rejected]:
    """What each gives, as they come in."""
    by_address = {ask.address: ask for ask in asks}
    turns, settled = Turns(station.fetching), deque[str]()
    for address, ask in by_address.items():
        try:
            reach.policy_for(address, station.fetching.private_hosts)
            host, own = reach.host_of(address), reach.is_own(address, station.fetching.private_hosts)
        except Unfetched:
            settled.append(address)
            continue
        known = kept.load(address, station)
        if _fresh(ask, known, station, now) or (ask.minutes >= 0 and known.waits(now)):
            settled.append(address)
        else:
            turns.wait(address, host, own)
    with contextlib.closing(_as_they_come(turns, settled, station, now)) as coming:
        for address, known, outcome in coming:
            if outcome is None:
                yield _settled(by_address[address], station, now)
            else:
                yield _concluded(by_address[address], known, outcome, station, now)


def _as_they_come(
    turns: Turns, settled: deque[str], station: Station, now: datetime
) -> Generator[tuple[str, kept.Kept, Answer | Unfetched | None], None, None]:
    """The addresses with what is known of them and what came; None for those that were settled beforehand.

    At most `at_once` are asked or wait to be taken: whoever takes slowly does not fill the memory.
    """
    ended: SimpleQueue[tuple[Deadline, Answer | Unfetched]] = SimpleQueue()
    under_way: dict[Deadline, Question] = {}
    ready: deque[tuple[str, kept.Kept, Answer | Unfetched]] = deque()

    def done(deadline: Deadline, outcome: Answer | Unfetched) -> None:
        question = under_way.pop(deadline)
        ready.append((question.address, question.known, outcome))
        for address in turns.ended(question.address, isinstance(outcome, Unfetched) and outcome.hung):
            host = reach.host_of(address)
            why = Unfetched(
                f"was not asked: other addresses of {host} gave no answer, so it seems to hang", asked=False
            )
            ready.append((address, kept.Kept(), why))

    wait = 0.0
    try:
        while turns.waiting or under_way or ready or settled:
            for deadline, outcome in _taken(ended, wait):
                if deadline in under_way:  # and was not given up
                    done(deadline, outcome)
            for deadline in [deadline for deadline in under_way if monotonic() >= deadline.until]:
                deadline.end()
                done(deadline, late(deadline.seconds))
            while len(under_way) + len(ready) < station.fetching.at_once and (address := turns.next(monotonic())):
                deadline, question = _begun(address, station, now, ended)
                under_way[deadline] = question
            wait = 0.0
            if ready:
                yield ready.popleft()
            elif settled:
                yield settled.popleft(), kept.Kept(), None
            else:
                wait = _until_next(under_way, turns)
    finally:
        for deadline in under_way:
            deadline.end()


def _taken(
    ended: SimpleQueue[tuple[Deadline, Answer | Unfetched]], seconds: float
) -> Iterator[tuple[Deadline, Answer | Unfetched]]:
    """What has ended by now; the first is waited for."""
    with contextlib.suppress(Empty):
        yield ended.get(timeout=seconds)
        while True:
            yield ended.get_nowait()


def _until_next(under_way: Iterable[Deadline], turns: Turns) -> float:
    """The seconds until something is to be done even if nothing ends."""
    at = monotonic()
    waits = [deadline.until - at for deadline in under_way]
    if (soonest := turns.soonest(at)) is not None:
        waits.append(soonest)
    return max(0.001, min(waits, default=0.001))


def _begun(
    address: str, station: Station, now: datetime, ended: SimpleQueue[tuple[Deadline, Answer | Unfetched]]
) -> tuple[Deadline, Question]:
    """One address on its way; what comes of it is put into `ended`."""
    from ...leash import pinned  # here, in the caller's thread: no import is begun in another
    from . import hops

    pinned.trust()
    fetching = station.fetching
    question = hops.Question(
        address, kept.load(address, station), agent.headers(station), fetching.private_hosts,
        round(fetching.megabytes * 1e6), now,
    )  # fmt: skip
    deadline = Deadline(fetching.seconds)

    def work() -> None:
        outcome: Answer | Unfetched = Unfetched(
            "could not be fetched for a reason unknown to this program; its log says more"
        )
        try:
            outcome = hops.answer(question, deadline)
        except Unfetched as why:
            outcome = why
        finally:
            ended.put((deadline, outcome))

    threading.Thread(target=work, name="fetching", daemon=True).start()
    return deadline, question


def _fresh(ask: Ask, known: kept.Kept, station: Station, now: datetime) -> bool:
    return known.fresh(now, ask.minutes) and len(known.body) <= station.fetching.megabytes * 1e6


def _settled(ask: Ask, station: Station, now: datetime) -> Fetched | Rejected:
    """What is said of an address that is not asked."""
    try:
        reach.policy_for(ask.address, station.fetching.private_hosts)
    except Unfetched as error:
        return Rejected(ask.address, str(error))
    known = kept.load(ask.address, station)
    if _fresh(ask, known, station, now) and known.fetched:
        return _fetched(ask.address, known, known.fetched, unchanged=True)
    return Rejected(ask.address, _waits(known, station))


def _concluded(
    ask: Ask, known: kept.Kept, outcome: Answer | Unfetched, station: Station, now: datetime
) -> Fetched | Rejected:
    """What is said of an address that was asked; it is kept for the next time."""
    if isinstance(outcome, Unfetched) and outcome.missing and ask.empty_if_missing:
        nothing = kept.Kept(ask.address, fetched=now)
        kept.save(ask.address, station, nothing)
        return _fetched(ask.address, nothing, now, unchanged=False)
    if isinstance(outcome, Unfetched):
        if not outcome.asked:
            return Rejected(ask.address, str(outcome))
        known = kept.failed(known, outcome, now)
        kept.save(ask.address, station, known)
        return Rejected(ask.address, f"{outcome}{_old(known, station)}")
    known = kept.Kept(
        outcome.final_url, outcome.body, outcome.media_type, outcome.charset, outcome.etag, outcome.modified, now
    )
    kept.save(ask.address, station, known)
    return _fetched(ask.address, known, now, outcome.unchanged)


def _fetched(address: str, known: kept.Kept, fetched: datetime, unchanged: bool) -> Fetched:
    return Fetched(address, known.final_url, known.body, known.media_type, known.charset, fetched, unchanged)


def _waits(known: kept.Kept, station: Station) -> str:
    """Why an address is left alone."""
    if known.failed is None or known.wait_until is None:
        return "was not asked, and what was kept of it is gone: try again"
    times = f", {known.failures} times in a row" if known.failures > 1 else ""
    return (
        f"{known.trouble} (at {_clock(known.failed, station)}{times}; "
        f"it is asked again after {_clock(known.wait_until, station)}){_old(known, station)}"
    )


def _old(known: kept.Kept, station: Station) -> str:
    """What it gave before it failed is no news, and never aired as if it were."""
    return f"; what it gave at {_clock(known.fetched, station)} is not used as news" if known.fetched else ""


def _clock(at: datetime, station: Station) -> str:
    return at.astimezone(station.zone).strftime("%d %b %H:%M")
