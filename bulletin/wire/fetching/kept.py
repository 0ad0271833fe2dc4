"""What is kept of an address between runs: its last good body with its marks, and how it has failed since."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from ... import store
from ...station import Station

if TYPE_CHECKING:
    from .faults import Unfetched

FORM = 1  # of the entries: an entry of another form is none
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=30)  # after a failure; doubled by each that follows
LONGEST_ASKED = timedelta(days=1, minutes=1)  # what a Retry-After may bring

Aware = Annotated[datetime, msgspec.Meta(tz=True)]


@dataclass(frozen=True)
class Kept:
    """What is known of an address.  `fetched` is None when there is no body."""

    final_url: str = ""
    body: bytes = b""
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    fetched: Aware | None = None  # when the body was last known to be so
    failures: int = 0  # in a row, since
    failed: Aware | None = None  # the last of them
    wait_until: Aware | None = None  # before, it is not asked again
    trouble: str = ""  # the last failure, in words

    def fresh(self, now: datetime, minutes: float) -> bool:
        """Whether it is too young to be asked for again."""
        return (
            self.fetched is not None
            and not self.failures
            and timedelta(0) <= now - self.fetched < timedelta(minutes=minutes)
        )

    def waits(self, now: datetime) -> bool:
        """Whether it failed so lately that its server is left alone; a clock that was put back ends that."""
        return (
            self.wait_until is not None
            and self.failed is not None
            and self.failed <= now < self.wait_until <= now + LONGEST_ASKED
        )


def failed(known: Kept, fault: Unfetched, now: datetime) -> Kept:
    """What is known after one more failure."""
    doubled = FIRST_WAIT * 2 ** min(known.failures, 10)
    wait = max(min(doubled, LONGEST_WAIT), timedelta(seconds=fault.retry_after))
    return replace(known, failures=known.failures + 1, failed=now, wait_until=now + wait, trouble=str(fault))


def load(address: str, station: Station) -> Kept:
    """What is kept of an address; an empty Kept when nothing is, or nothing that is sound."""
    content = store.fetch(_folder(station), _key(address, station))
    if content is None:
        return Kept()
    head, _, body = content.partition(b"\n")
    try:
        return replace(msgspec.json.decode(head, type=Kept), body=body)
    except (msgspec.DecodeError, ValueError):
        return Kept()


def save(address: str, station: Station, known: Kept) -> None:
    """Keep it; a folder that cannot be written is told by a log line, and nothing is kept."""
    head = msgspec.json.encode(replace(known, body=b""))
    store.keep(_folder(station), _key(address, station), head + b"\n" + known.body)


def _folder(station: Station) -> Path:
    return station.cache / "web"


def _key(address: str, station: Station) -> str:
    """Stations share what they fetch, but not with one that may go where the others may not."""
    return store.key(web=address, private=" ".join(sorted(station.fetching.private_hosts)), form=FORM)
