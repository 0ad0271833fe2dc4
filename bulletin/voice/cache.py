"""Takes kept between runs: the sample rate and the samples of one, in the store under the take's key."""

from __future__ import annotations

import struct
from pathlib import Path

from .. import store

FORMAT = 1  # raise it when the trimming or the packing changes
RATE = struct.Struct("<I")


def key(**made_of: str | float | int) -> str:
    """The name of a take: a hash of everything that made it, values and names."""
    return store.key(**made_of, take=FORMAT)


def fetch(folder: Path, key: str) -> tuple[bytes, int] | None:
    """The samples and rate that are kept under `key`; None when there are none, or none that are sound."""
    payload = store.fetch(folder, key)
    if payload is None or len(payload) <= RATE.size:
        return None
    return payload[RATE.size :], RATE.unpack_from(payload)[0]


def keep(folder: Path, key: str, pcm: bytes, sample_rate: int) -> bool:
    """Keep a take; False when the folder cannot be written."""
    return store.keep(folder, key, RATE.pack(sample_rate) + pcm)
