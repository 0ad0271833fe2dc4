"""The station's sounds by name: its own files, or ours.  (A cart is a short sound, ready to play.)

A station's file is hostile until proven otherwise: it is judged by its content, never by its name.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .. import store
from ..errors import StudioError
from ..station import Station
from ..timing import clock
from .sniffing import NoSound, container, opened
from .timeline import RATE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NAMES = ("ident", "bed", "divider", "pips", "closing", "flash")
OURS = Path(__file__).parent / "sounds"
LONGEST = 300.0  # seconds: longer than this is a programme, not a sound
SHORTEST = 0.05
LEVEL = -24.0  # LUFS while mixing: speech at this level peaks near -6 dBFS
HIGHEST = -1.0  # dBFS: nothing is raised above this to reach LEVEL
FAINTEST = -60.0  # LUFS: what is fainter would be noise when it is raised
VERSION = 1  # raise it when a sound would be made ready in another way
SILENT = 0.001  # of full scale, -60 dBFS: a sound that never gets above this is none
_UNKNOWN_SIZE = 0x7FF00000  # bytes: what programs that write a WAV to a pipe put into its header
_LENGTH = struct.Struct("<Q")
_CROSSING = RATE // 100  # frames: less silence than this is part of a wave


def seconds(station: Station) -> dict[str, float]:
    """How long each named sound lasts: exactly where it was made ready before, else by its header.

    Raises StudioError naming key, file and reason.  Loads no audio package but for a file whose header is no help.
    """
    return {name: _seconds(name, station) for name in NAMES}


def ready(name: str, station: Station) -> npt.NDArray[np.int16]:
    """A named sound ready to mix: frames x 2 at 44.1 kHz and LEVEL, read-only.

    Silence at its ends is gone, no peak is above HIGHEST, and it begins and ends without a click.  It is decoded
    once and kept under the station's cache.  Raises StudioError naming key, file and reason.
    """
    import numpy as np

    with _file(name, station) as file:
        mark = _mark(file)
        if kept := store.fetch(_folder(station), store.key(sound=mark, version=VERSION)):
            return np.frombuffer(kept, dtype="<i2").reshape(-1, 2)
        from .decoding import decode

        kind, declared = container(file), _header_seconds(file)
        samples = _levelled(decode(file, kind, declared, LONGEST))
    samples.setflags(write=False)
    if store.keep(_folder(station), store.key(sound=mark, version=VERSION), samples.astype("<i2").tobytes()):
        store.keep(_folder(station), store.key(length=mark, version=VERSION), _LENGTH.pack(len(samples)))
    return samples


def path_of(name: str, station: Station) -> Path:
    """Where a named sound is looked for.  Raises StudioError for a name that there is none of."""
    if name not in NAMES:
        raise StudioError(f'there is no sound "{_short(name)}"; the sounds are {", ".join(NAMES)}')
    own = getattr(station.sound, name, "")
    return station.path(own) if own else OURS / f"{name}.ogg"


def _seconds(name: str, station: Station) -> float:
    with _file(name, station) as file:
        kept = store.fetch(_folder(station), store.key(length=_mark(file), version=VERSION))
        if kept and len(kept) == _LENGTH.size:
            return float(_LENGTH.unpack(kept)[0]) / RATE
        container(file)
        length = _header_seconds(file)
    return length or len(ready(name, station)) / RATE


def _header_seconds(file: io.BufferedReader) -> float:
    """How long an opened file lasts by its header; 0 where that does not tell.  Raises NoSound for what is too long."""
    from tinytag import TinyTag, TinyTagException

    try:  # tinytag would go by the name of a file; of an open one it knows only content
        known = TinyTag.get(file_obj=file, tags=False)
    except (TinyTagException, OSError, ValueError, OverflowError, struct.error):
        return 0.0
    finally:
        file.seek(0)
    length = float(known.duration or 0)
    if known.is_lossless and length * 125 * (known.bitrate or 0) >= _UNKNOWN_SIZE:
        return 0.0
    if length > LONGEST:
        raise NoSound(f"it lasts {clock(min(length, 1e8))}; a sound lasts up to {clock(LONGEST)}")
    return max(0.0, length)


@contextmanager
def _file(name: str, station: Station) -> Iterator[io.BufferedReader]:
    """The opened file of a named sound; whatever is wrong with it is told with key and path."""
    path = path_of(name, station)
    try:
        with opened(path) as file:
            yield file
    except FileNotFoundError as error:
        raise _refusal(name, path, "there is no such file") from error
    except NoSound as error:
        raise _refusal(name, path, str(error)) from error
    except OSError as error:
        raise _refusal(name, path, f"it cannot be read ({error.strerror or error})") from error


def _levelled(samples: npt.NDArray[np.float32]) -> npt.NDArray[np.int16]:
    """Without the silence at its ends, at LEVEL, edges faded.  Raises NoSound."""
    import numpy as np

    from .loudness import amplitude, loudness

    _refuse_short(len(samples))
    high = np.abs(samples).max(axis=1)
    peak = float(high.max())
    if peak < SILENT:
        raise NoSound("it is silent")
    loud = np.flatnonzero(high > peak / 1000)  # 60 dB below
    first, last = int(loud[0]), int(loud[-1]) + 1
    first = first if first > _CROSSING else 0
    last = last if len(samples) - last > _CROSSING else len(samples)
    _refuse_short(last - first)
    measured = loudness(samples[first:last])
    if measured < FAINTEST:
        raise NoSound("it is all but silent")
    gain = min(amplitude(LEVEL - measured), amplitude(HIGHEST) / peak)
    return _edged(np.rint(samples[first:last] * np.float32(gain * 32767)).astype(np.int16))


def _refuse_short(frames: int) -> None:
    if frames < SHORTEST * RATE:
        raise NoSound(f"there are only {frames / RATE:.3f} seconds of sound in it")


def _edged(samples: npt.NDArray[np.int16]) -> npt.NDArray[np.int16]:
    """Begun in 3 ms and ended in 10, so that nothing clicks."""
    import numpy as np

    for part, ms in ((samples, 3), (samples[::-1], 10)):
        frames = ms * RATE // 1000
        part[:frames] = np.rint(part[:frames] * (np.arange(frames) / frames)[:, None])
    return samples


def _mark(file: io.BufferedReader) -> str:
    """A hash of an opened file's content."""
    mark = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return mark


def _folder(station: Station) -> Path:
    return station.cache / "sounds"


def _refusal(name: str, path: Path, reason: str) -> StudioError:
    return StudioError(f"sound.{name}: {_short(str(path), 200)}: {reason}")


def _short(text: str, most: int = 40) -> str:
    """Text from outside as one printable line."""
    return "".join(c if c.isprintable() else "?" for c in text[:most])
