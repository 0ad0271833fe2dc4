"""What the tests of the fetch seam share: a station that may ask our own server, and the two kinds of answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bulletin.model import Rejected
from bulletin.station import Fetching, Folders, Station
from bulletin.wire.fetching import Fetched

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FEED = b"<rss><channel><title>Coast Courier</title></channel></rss>" * 40


def one(cache: Path, *own: str, name: str = "Harbour FM", **how: Any) -> Station:
    fetching = Fetching(**{"seconds": 5.0, "private_hosts": own, **how})
    return Station(name=name, timezone="UTC", folders=Folders(cache=str(cache)), fetching=fetching)


def got(answer: Fetched | Rejected) -> Fetched:
    assert isinstance(answer, Fetched), answer
    return answer


def refused(answer: Fetched | Rejected) -> str:
    assert isinstance(answer, Rejected), answer
    return answer.reason


def after(**time: float) -> datetime:
    return NOW + timedelta(**time)
