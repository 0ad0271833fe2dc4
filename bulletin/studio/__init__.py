"""The bulletin is finished: takes and sounds are mixed, levelled, pressed to MP3, tagged and checked.

Cheap to import: everything heavy (numpy, PyAV, pydub, soundfile) is loaded when `produce` is called.
"""

from __future__ import annotations

from pathlib import Path

from ..model import Bulletin, Script, Take
from ..station import Station
from . import aircheck
from .carts import seconds as sound_seconds
from .clock import planned

__all__ = ["aircheck", "planned", "produce", "sound_seconds", "warm_up"]


def produce(
    script: Script, takes: tuple[tuple[Take, ...], ...], station: Station, folder: Path
) -> tuple[Bulletin, Script]:
    """Finish a bulletin into the existing, empty `folder`; `takes` has one take a line, cue by cue.

    Returns it with the script as it is aired: brought to its slot.  Writes the bulletin and one file a segment
    (MP3 or WAV), transcript.vtt, chapters.json, cover.jpg and waveform.png; the names in the result are relative to
    `folder`.  Raises StudioError: a sound that is missing or no sound, a silent take or mix, or
    a finished file that fails a check.  An OSError from the disk is left to the publisher.
    """
    from .finish import finish

    return finish(script, takes, station, folder)


def warm_up(script: Script, station: Station) -> None:
    """Load the heavy packages and make the script's sounds ready, while other threads read aloud.

    Raises StudioError: a sound is missing or no sound.
    """
    from . import finish

    finish.warm_up(script, station)
