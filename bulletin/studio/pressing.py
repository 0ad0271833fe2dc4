"""Pieces of the mix are mastered and pressed, each once: what was pressed before comes from the store.

A bulletin's segments are its pieces, so that the bulletin is their frames end to end (mp3.joined) and nothing is
encoded twice; and a bulletin of which one story changed presses that story alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from .. import store
from ..station import Sound
from . import mp3
from .loudness import master

if TYPE_CHECKING:
    from .loudness import Samples

FORMAT = 1  # raise it when mastering changes
STEP = 0.1  # dB: gains are whole numbers of these
NEAR = 2  # steps: a gain so near is as good, when pieces pressed with it are kept


def press(
    pieces: Sequence[Samples],
    gain_db: float,
    ceiling_dbtp: float,
    sound: Sound,
    folder: Path,
    pool: ThreadPoolExecutor,
    *,
    near: int = NEAR,
) -> tuple[list[bytes], float]:
    """Press `pieces` (frames x channels) by the threads of `pool`: bare MP3 frames or PCM of each, and their gain in dB.

    The gain is the nearest tenth to `gain_db`, or one up to `near` steps from it with which more pieces are kept in
    `folder`.
    """
    marks = list(pool.map(lambda piece: hashlib.sha256(piece.data).hexdigest(), pieces))
    ceiling = round(ceiling_dbtp, 2)
    found = []
    for step in sorted(range(-near, near + 1), key=abs):
        gain = round((round(gain_db / STEP) + step) * STEP, 1)
        keys = [_key(mark, gain, ceiling, sound) for mark in marks]
        found.append((gain, keys, [store.fetch(folder, key) for key in keys]))
    gain, keys, kept = max(found, key=lambda one: sum(map(bool, one[2])))  # of equals the first, which is the nearest

    def pressed(piece: Samples, key: str, old: bytes | None) -> bytes:
        if old:
            return old
        out = master(piece, gain, ceiling)
        new = out.tobytes() if sound.format == "wav" else mp3.encode(out.tobytes(), out.shape[1], sound.bitrate_kbps)
        store.keep(folder, key, new)
        return new

    return list(pool.map(pressed, pieces, keys, kept)), gain


def _key(mark: str, gain: float, ceiling: float, sound: Sound) -> str:
    return store.key(
        mix=mark,
        gain=gain,
        ceiling=ceiling,
        format=sound.format,
        channels=sound.channels,
        kbps=sound.bitrate_kbps if sound.format == "mp3" else 0,
        encoder=version("lameenc"),
        made=FORMAT,
    )
