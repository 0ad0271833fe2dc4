"""What targets ask of a parcel."""

from __future__ import annotations

import hashlib

from ..errors import TargetError
from .target import Parcel


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


def sha256(content: bytes) -> str:
    """Its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def bytes_told(size: int) -> str:
    """ "2,880,044 bytes"."""
    return f"{size:,} {'byte' if size == 1 else 'bytes'}"
