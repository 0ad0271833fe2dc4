"""An MP3 from the network, decoded when it is whole."""

from __future__ import annotations

from io import BytesIO

from ..errors import VoiceUnavailable
from .engine import Sound

TAGS = (b"TAG", b"APETAGEX", b"\x00")  # what may follow the last frame
LONGEST = 120.0  # seconds: a hundred characters are ten of them
LOST = 0.1  # seconds that a decoder may drop or add at the ends


def decode(content: bytes) -> Sound:
    """The samples of a whole MP3.  Raises VoiceUnavailable: damage on the way is worth another try.

    A cut MP3 decodes without complaint (measured: libsndfile, PyAV and ffmpeg all do), so its frames are
    walked here, and what its header declares is compared with what comes out.
    """
    import numpy as np
    import soundfile

    declared = _walk(content)
    if declared > LONGEST:
        raise VoiceUnavailable(f"the sound that came lasts {declared:.0f} s")
    try:
        samples, rate = soundfile.read(BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise VoiceUnavailable("the sound that came is damaged") from error
    if samples.shape[0] < (declared - LOST) * rate:
        raise VoiceUnavailable("the sound that came is cut short")
    return Sound(np.mean(samples, axis=1, dtype=np.float32), rate)


def _walk(content: bytes) -> float:
    """The seconds that its frames or its header declare, when the last frame is whole."""
    from mutagen.mp3 import HeaderNotFoundError, MPEGFrame, skip_id3

    file = BytesIO(content)
    skip_id3(file)  # type: ignore[no-untyped-call]  # mutagen ships no types
    total = declared = 0.0
    while (at := file.tell()) < len(content):
        try:
            frame = MPEGFrame(file)  # type: ignore[no-untyped-call]
        except HeaderNotFoundError:
            if at and content[at:].startswith(TAGS):
                break
            raise VoiceUnavailable("the sound that came is damaged or no MP3") from None
        if file.tell() > len(content):
            raise VoiceUnavailable("the sound that came is cut short")
        if frame.sketchy:
            total += (1152 if frame.version == 1 else 576) / frame.sample_rate
        else:  # a header frame that tells how long the whole is
            declared = getattr(frame, "length", 0.0)
    return max(total, declared)
