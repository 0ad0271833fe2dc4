"""The bulletin is finished: takes and sounds are mixed, levelled, pressed to MP3, tagged and checked.

Cheap to import: everything heavy (numpy, soundfile, pydub, scipy) is loaded when `produce` is called.
"""

from __future__ import annotations

from pathlib import Path

from ..model import Bulletin, Script, Take
from ..station import Station
from .carts import seconds as sound_seconds

__all__ = ["produce", "sound_seconds", "warm_up"]


def produce(script: Script, takes: tuple[tuple[Take, ...], ...], station: Station, folder: Path) -> Bulletin:
    """Finish a bulletin into the existing, empty `folder`; `takes` has one take a line, cue by cue.

    Writes bulletin.mp3, one MP3 a segment, transcript.vtt and waveform.png; the names in the result are
    relative to `folder`.  Raises StudioError: a sound that is missing or no sound, a silent take or mix, or
    a finished file that fails a check.  An OSError from the disk is left to the publisher.
    """
    from .finish import finish

    return finish(script, takes, station, folder)


def warm_up() -> None:
    """Load the heavy packages (a second, mostly scipy); there is time for it while other threads read aloud."""
    from . import finish

    finish.warm_up()
