"""A listener at Icecast, who tells what is on air by its pitch, tenth of a second by tenth."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from itertools import groupby

import av
import numpy as np
from playing import PATIENCE, until

RATE = 44_100
LOOK = RATE // 10  # samples
SILENCE = 0
OTHER = -1  # no steady pitch: speech, or one thing giving way to another


class Listener:
    """Hears a mount from now on."""

    def __init__(self, port: int, mount: str) -> None:
        self.port, self.mount = port, mount
        self.connection, self.stream = self._connected()
        self.pieces: list[np.ndarray] = []
        self.pitches: list[int] = []
        self.rest = np.zeros(0, np.float32)
        self.over = False
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()
        until(lambda: self.pitches or self.over, f"sound comes from {mount}")

    def _connected(self) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
        """Icecast knows no mount before its source is there."""
        end = time.monotonic() + PATIENCE
        while True:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
            connection.request("GET", self.mount)
            answer = connection.getresponse()
            if answer.status == 200:
                return connection, answer
            connection.close()
            assert time.monotonic() < end, f"Icecast has no {self.mount}: {answer.status}"
            time.sleep(0.1)

    def _listen(self) -> None:
        decoder = av.CodecContext.create("mp3float", "r")
        try:
            while not self.over and (piece := self.stream.read1(8192)):
                for packet in decoder.parse(piece):
                    with suppress(av.InvalidDataError):  # the first frame leans on some that we have not heard
                        for frame in decoder.decode(packet):
                            self._heard(frame.to_ndarray().mean(axis=0))
        except (OSError, http.client.HTTPException):
            pass  # it went off the air, or we hung up
        self.over = True

    def _heard(self, samples: np.ndarray) -> None:
        self.pieces.append(samples)
        self.rest = np.concatenate([self.rest, samples])
        while self.rest.size >= LOOK:
            self.pitches.append(pitch(self.rest[:LOOK]))
            self.rest = self.rest[LOOK:]

    def now(self) -> int:
        """How far the programme is, in tenths of a second."""
        return len(self.pitches)

    def heard(self, start: int = 0) -> list[tuple[int, float]]:
        """What was on air since, in order: its pitch in hertz, and for how many seconds.  Blinks are left out."""
        runs = [(tone, len(list(run))) for tone, run in groupby(self.pitches[start:])]
        steady = [(tone, length) for tone, length in runs if length >= 3]
        merged = [(tone, sum(length for _, length in run)) for tone, run in groupby(steady, key=lambda one: one[0])]
        return [(tone, length / 10) for tone, length in merged]

    def order(self, start: int = 0) -> list[int]:
        """The pitches alone."""
        return [tone for tone, _ in self.heard(start)]

    def until(self, happened: Callable[[list[int]], object], what: str, start: int = 0) -> None:
        until(lambda: happened(self.order(start)) or self.over, what)
        assert happened(self.order(start)), f"it never happened: {what}; heard was {self.heard(start)}"

    def samples(self, start: int, end: int) -> np.ndarray:
        """The sound itself, mono."""
        return np.concatenate(self.pieces)[start * LOOK : end * LOOK].astype(np.float32)

    def close(self) -> None:
        self.over = True
        self.connection.close()
        self.thread.join(5)


def pitch(samples: np.ndarray) -> int:
    """To 10 Hz."""
    if np.sqrt((samples**2).mean()) < 1e-3:
        return SILENCE
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(samples.size))) ** 2
    peak = int(np.argmax(spectrum))
    steady = spectrum[max(0, peak - 2) : peak + 3].sum() > 0.9 * spectrum.sum()
    return round(peak * RATE / samples.size / 10) * 10 if steady else OTHER
