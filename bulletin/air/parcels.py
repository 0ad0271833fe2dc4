"""What targets ask of a parcel."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta

from ..errors import TargetError
from .target import Parcel

AHEAD = timedelta(days=1)  # what is for a slot so far ahead was made by a clock that was wrong
_TIME = re.compile(r"(\d{8}t\d{6}z)-[a-z0-9-]+")


def audio_of(parcel: Parcel) -> bytes:
    """The bulletin's audio, as it was made.  Raises TargetError where it is gone, or is another since."""
    try:
        content = parcel.audio.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise TargetError(f"the bulletin {parcel.name} cannot be read ({why}): make it again") from error
    if sha256(content) != parcel.sha256:
        raise TargetError(f"the bulletin {parcel.name} was changed since it was made: make it again")
    return content


def slot_of(name: str) -> datetime | None:
    """The slot of the bulletin of that name, UTC; None where it is no such name."""
    found = _TIME.fullmatch(name)
    try:
        return datetime.strptime(found[1], "%Y%m%dt%H%M%Sz").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None


def later(slot: datetime | None, parcel: Parcel, now: datetime) -> bool:
    """Whether what is there, of that slot, keeps its place: it is for a later one than the parcel."""
    return slot is not None and parcel.slot < slot <= now + AHEAD


def sha256(content: bytes) -> str:
    """Its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def bytes_told(size: int) -> str:
    """ "2,880,044 bytes"."""
    return f"{size:,} {'byte' if size == 1 else 'bytes'}"
