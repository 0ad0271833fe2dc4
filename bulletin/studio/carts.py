"""The station's sounds by name: its own files, or ours.  (A cart is a short sound, ready to play.)

A station's file is hostile until proven otherwise: it is judged by its content, never by its name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import StudioError
from ..station import Station
from ..timing import clock

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NAMES = ("ident", "bed", "divider", "pips", "closing")
OURS = Path(__file__).parent / "sounds"
LONGEST = 300.0  # seconds: longer than this is a programme, not a sound
KINDS = "WAV, FLAC, MP3 and OGG"
STARTS = (
    b"RIFF",
    b"fLaC",
    b"OggS",
    b"ID3",
    *(bytes((0xFF, second)) for second in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2)),
)
NO_AUDIO = f"it is not audio that can be read ({KINDS} are)"


def seconds(station: Station) -> dict[str, float]:
    """How long each named sound lasts, read from the files' headers.  Raises StudioError."""
    return {name: _header_seconds(name, station) for name in NAMES}


def path_of(name: str, station: Station) -> Path:
    """The file of a named sound.  Raises StudioError: no such name, no such file, an empty one, or one that does not begin as audio does."""
    if name not in NAMES:
        raise StudioError(f'there is no sound "{_short(name)}"; the sounds are {", ".join(NAMES)}')
    own = getattr(station.sound, name)
    path: Path = station.path(own) if own else OURS / f"{name}.ogg"
    try:
        if not path.is_file():
            raise _refusal(name, path, "there is no such file")
        if path.stat().st_size == 0:
            raise _refusal(name, path, "the file is empty")
        with path.open("rb") as file:
            if not file.read(4).startswith(STARTS):
                raise _refusal(name, path, NO_AUDIO)
    except (OSError, ValueError) as error:  # a name that is too long, or has a null character in it
        raise _refusal(name, path, f"it cannot be opened ({error})") from error
    return path


def load(name: str, station: Station) -> tuple[npt.NDArray[np.float32], int]:
    """Decode a named sound: frames x 2 of float32 in -1..1, silence trimmed at both ends, and its sample rate.

    Raises StudioError naming key, file and reason.
    """
    import numpy as np
    import soundfile

    path = path_of(name, station)
    try:
        with soundfile.SoundFile(path) as file:
            if file.format not in {"WAV", "WAVEX", "FLAC", "MP3", "MPEG", "OGG"}:
                raise _refusal(name, path, f"it is {_short(file.format)}; {KINDS} are read")
            rate = int(file.samplerate)
            if not 8000 <= rate <= 192_000:
                raise _refusal(name, path, f"its sample rate is {rate} Hz; 8000 to 192000 are read")
            _refuse_length(name, path, file.frames / rate)
            samples = file.read(int(LONGEST * rate), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise _refusal(name, path, NO_AUDIO) from error
    if samples.shape[1] != 2:
        samples = np.repeat(samples.mean(axis=1, keepdims=True), 2, axis=1)
    samples = np.clip(np.nan_to_num(samples), -1, 1)
    loud = np.flatnonzero(np.abs(samples).max(axis=1) > 0.001)  # -60 dBFS
    if not loud.size:
        raise _refusal(name, path, "it is silent")
    return samples[loud[0] : loud[-1] + 1], rate


def _header_seconds(name: str, station: Station) -> float:
    from tinytag import TinyTag, TinyTagException

    path = path_of(name, station)
    try:
        with path.open("rb") as file:  # tinytag would go by the name of a file; of an open one it knows only content
            length = TinyTag.get(file_obj=file, tags=False).duration
    except (TinyTagException, OSError, ValueError, OverflowError) as error:
        raise _refusal(name, path, NO_AUDIO) from error
    if not length:
        raise _refusal(name, path, NO_AUDIO)
    _refuse_length(name, path, float(length))
    return float(length)


def _refuse_length(name: str, path: Path, length: float) -> None:
    if not 0 < length <= LONGEST:
        reason = "there is no sound in it" if not length > 0 else f"it lasts {clock(min(length, 1e8))}"
        raise _refusal(name, path, f"{reason}; a sound lasts up to {clock(LONGEST)}")


def _refusal(name: str, path: Path, reason: str) -> StudioError:
    return StudioError(f"sound.{name}: {_short(str(path), 200)}: {reason}")


def _short(text: str, most: int = 40) -> str:
    """Text from outside as one printable line."""
    return "".join(c if c.isprintable() else "?" for c in text[:most])
