"""An MP3 from the network, decoded when it is whole."""

from __future__ import annotations

from io import BytesIO

from .. import mp3frames
from ..errors import VoiceUnavailable
from .engine import Sound

LONGEST = 120.0  # seconds: a hundred characters are ten of them
LOST = 0.1  # seconds that a decoder may drop or add at the ends


def decode(content: bytes) -> Sound:
    """The samples of a whole MP3.  Raises VoiceUnavailable: damage on the way is worth another try.

    A cut MP3 decodes without complaint, so its frames are walked, and what its header declares is compared
    with what comes out.
    """
    import numpy as np
    import soundfile

    try:
        length = mp3frames.walk(content)
    except mp3frames.Damaged as error:
        raise VoiceUnavailable(f"the sound that came is {error}") from None
    declared = length.declared or length.seconds
    if declared > LONGEST:
        raise VoiceUnavailable(f"the sound that came lasts {declared:.0f} s")
    try:
        samples, rate = soundfile.read(BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise VoiceUnavailable("the sound that came is damaged") from error
    if samples.shape[0] < (declared - LOST) * rate:
        raise VoiceUnavailable("the sound that came is cut short")
    return Sound(np.mean(samples, axis=1, dtype=np.float32), rate)
