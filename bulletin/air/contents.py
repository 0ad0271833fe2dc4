"""A parcel's contents: the audio that was checked when it was made, or nothing."""

from __future__ import annotations

import hashlib
import re

from ..errors import TargetError
from .target import Parcel

_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")


def audio_of(parcel: Parcel) -> bytes:
    """The parcel's audio, whole: its bytes are those that the parcel's hash was taken of.  Raises TargetError."""
    try:
        audio = parcel.audio.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise TargetError(f"{parcel.audio} cannot be read: {why}; make the bulletin again") from None
    if hashlib.sha256(audio).hexdigest() != parcel.sha256:
        raise TargetError(f"{parcel.audio} is not what it was when it was checked; make the bulletin again")
    return audio


def file_name(parcel: Parcel) -> str:
    """The parcel's own name for a file, with the suffix of its audio.  Raises TargetError where it is not safe."""
    suffix = parcel.audio.suffix.lower()
    if not _SAFE.fullmatch(parcel.name) or suffix not in (".mp3", ".wav"):
        raise TargetError(f"a bulletin has the name {parcel.name[:60]!r} and is {suffix[:10]!r}: neither goes to a target")
    return f"{parcel.name}{suffix}"
