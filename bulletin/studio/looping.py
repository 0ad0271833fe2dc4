"""A bed that goes round: its end runs into its beginning, whether it was made for that or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .timeline import RATE

if TYPE_CHECKING:
    import numpy.typing as npt

    Frames = npt.NDArray[np.int16]  # frames x channels

OVERLAP = RATE  # samples that the end and the beginning of a round share, where there are so many
_WINDOW = RATE // 10  # over which the level is taken
_DROP_DB = 8.0  # below its usual level, a bed is fading


def looped(music: Frames, length: int) -> Frames:
    """`length` frames of `music`, round after round where it is shorter.

    It goes round in its steady part: a slow start is heard once, and a fade at the end never.  An end that is the
    same sound as the beginning (ours is) is joined exactly; another is cross-faded at equal power, and what lies
    between, between: weights (1 - t) and t, divided by the level that they give for the two parts' correlation.
    """
    if length <= len(music):
        return music[:length]
    first, last = _steady(music)
    overlap = min(OVERLAP, (last - first) // 2)
    joint = _crossed(music[last - overlap : last], music[first : first + overlap])
    one_round = np.concatenate([joint, music[first + overlap : last - overlap]])
    lead = music[: last - overlap]
    rounds = -(-(length - len(lead)) // len(one_round))
    return np.concatenate([lead, *[one_round] * rounds])[:length]


def _steady(music: Frames) -> tuple[int, int]:
    """From where to where a bed has its usual level: the most of it, or all."""
    count = len(music) // _WINDOW
    if count < 4:
        return 0, len(music)
    cells = music[: count * _WINDOW].reshape(count, -1).astype(np.float32)
    powers = np.maximum((cells**2).mean(axis=1), 1e-3)
    loud = np.flatnonzero(powers > np.median(powers) * 10 ** (-_DROP_DB / 10))
    first = int(loud[0]) * _WINDOW
    last = len(music) if loud[-1] == count - 1 else int(loud[-1] + 1) * _WINDOW
    return (first, last) if last - first >= len(music) // 2 else (0, len(music))


def _crossed(out: Frames, into: Frames) -> Frames:
    """One part faded into the other, both of one length; no louder or softer on the way than they are."""
    a, b = out.astype(np.float32), into.astype(np.float32)
    alike = float((a * b).sum() / max(1.0, float(np.sqrt((a * a).sum() * (b * b).sum()))))
    t = (np.arange(len(a), dtype=np.float32) / max(1, len(a)))[:, None]
    level = np.sqrt((1 - t) ** 2 + t**2 + 2 * max(0.0, alike) * t * (1 - t))
    return np.asarray(np.clip(np.rint((a * (1 - t) + b * t) / level), -32768, 32767).astype(np.int16))
