"""Speech a little faster or slower, at the same pitch: ffmpeg's atempo filter, through PyAV."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .clock import at_tempo

if TYPE_CHECKING:
    import numpy.typing as npt


def stretched(mono: npt.NDArray[np.int16], rate: int, tempo: float) -> npt.NDArray[np.int16]:
    """`mono` read `tempo` times as fast (0.5 to 2), its pitch unchanged: exactly `at_tempo(len(mono), tempo)` samples.

    atempo overlaps windows of the same wave (WSOLA); what it is short of, or has too many, at the end is a few
    milliseconds of silence or of a take's own fading edge.
    """
    import av
    from av.filter import Graph

    if tempo == 1.0 or not len(mono):
        return mono
    graph = Graph()
    graph.link_nodes(
        graph.add_abuffer(sample_rate=rate, format="s16", layout="mono"),
        graph.add("atempo", f"{tempo:.6f}"),
        graph.add("abuffersink"),
    ).configure()
    frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(mono[None, :]), format="s16", layout="mono")
    frame.sample_rate = rate
    frame.pts = 0
    graph.push(frame)
    graph.push(None)
    pieces = []
    while True:
        try:
            pieces.append(graph.pull().to_ndarray()[0])
        except (av.error.BlockingIOError, av.error.EOFError):
            break
    out = np.concatenate(pieces) if pieces else np.zeros(0, np.int16)
    wanted = at_tempo(len(mono), tempo)
    return np.pad(out[:wanted], (0, max(0, wanted - len(out))))
