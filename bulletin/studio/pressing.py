"""Pieces are mixed, mastered and pressed, each once: what was made before comes from the store.

A bulletin's segments are its pieces, so that the bulletin is their frames end to end (mp3.joined) and nothing is
encoded twice; and a bulletin of which one story changed mixes and presses that story alone.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from .. import store
from ..station import Sound
from . import mp3
from .loudness import master, metered, true_peak
from .mix import mixed
from .pieces import Board, Piece, recipe

if TYPE_CHECKING:
    from .loudness import Samples

FORMAT = 1  # raise it when mastering changes
STEP = 0.1  # dB: gains are whole numbers of these
NEAR = 2  # steps: a gain so near is as good, when pieces pressed with it are kept


@dataclass
class Pressing:
    """A piece on its way; its mix is made when it is first needed."""

    piece: Piece
    board: Board
    recipe: str
    momentary: Sequence[float] = ()  # its loudness before it is mastered
    mix: Samples | None = field(default=None, repr=False)

    def mixed(self) -> Samples:
        """The mix of the piece."""
        if self.mix is None:
            self.mix = mixed(self.piece, self.board)
        return self.mix


def measured(piece: Piece, board: Board, folder: Path) -> Pressing:
    """A piece with its loudness, from `folder` or from its mix."""
    pressing = Pressing(piece, board, recipe(piece, board))
    key = store.key(loudness_of=pressing.recipe)
    pressing.momentary = _once(folder, key, lambda: metered(pressing.mixed()).momentary)
    return pressing


@dataclass(frozen=True)
class Reading:
    """What the meters show of a pressed piece, as it is decoded."""

    true_peak_dbtp: float
    momentary: tuple[float, ...]  # LUFS, ten a second


def read(audio: bytes, heard: Samples, folder: Path) -> Reading:
    """The reading of a piece that decodes to `heard`: measured once, and kept in `folder` under its own bytes."""
    key = store.key(pressed=hashlib.sha256(audio).hexdigest(), made=FORMAT)
    peak, *momentary = _once(folder, key, lambda: (true_peak(heard), *metered(heard).momentary))
    return Reading(peak, tuple(momentary))


def _once(folder: Path, key: str, measure: Callable[[], Sequence[float]]) -> Sequence[float]:
    """What `measure` gives, from `folder` where it was measured before."""
    if kept := store.fetch(folder, key):
        return struct.unpack(f"<{len(kept) // 4}f", kept)
    found = measure()
    store.keep(folder, key, struct.pack(f"<{len(found)}f", *found))
    return found


def press(
    pressings: Sequence[Pressing],
    gain_db: float,
    ceiling_dbtp: float,
    sound: Sound,
    folder: Path,
    pool: ThreadPoolExecutor,
    *,
    near: int = NEAR,
) -> tuple[list[bytes], float]:
    """Press pieces by the threads of `pool`: bare MP3 frames or PCM of each, and their gain in dB.

    The gain is the nearest tenth to `gain_db`, or one up to `near` steps from it with which more pieces are kept in
    `folder`.
    """
    ceiling = round(ceiling_dbtp, 2)
    found = []
    for step in sorted(range(-near, near + 1), key=abs):
        gain = round((round(gain_db / STEP) + step) * STEP, 1)
        keys = [_key(pressing.recipe, gain, ceiling, sound) for pressing in pressings]
        found.append((gain, keys, [store.fetch(folder, key) for key in keys]))
    gain, keys, kept = max(found, key=lambda one: sum(map(bool, one[2])))  # of equals the first, which is the nearest

    def pressed(pressing: Pressing, key: str, old: bytes | None) -> bytes:
        if old:
            return old
        out = master(pressing.mixed(), gain, ceiling)
        new = out.tobytes() if sound.format == "wav" else mp3.encode(out.tobytes(), out.shape[1], sound.bitrate_kbps)
        store.keep(folder, key, new)
        return new

    made = pool.map(pressed, pressings, keys, kept)
    return [_rested(audio, one, sound) for audio, one in zip(made, pressings, strict=True)], gain


def _rested(audio: bytes, pressing: Pressing, sound: Sound) -> bytes:
    """What was pressed, and the silence after it."""
    piece, channels = pressing.piece, pressing.board.channels
    if not piece.rest:
        return audio
    silence = bytes(piece.rest * channels * 2)
    if sound.format == "wav":
        return audio + silence
    return mp3.joined([(audio, piece.length), (mp3.encode(silence, channels, sound.bitrate_kbps), piece.rest)])


def _key(recipe: str, gain: float, ceiling: float, sound: Sound) -> str:
    return store.key(
        recipe=recipe,
        gain=gain,
        ceiling=ceiling,
        format=sound.format,
        kbps=sound.bitrate_kbps if sound.format == "mp3" else 0,
        encoder=version("lameenc"),
        made=FORMAT,
    )
