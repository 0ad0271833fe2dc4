"""A parcel as a cart: WAV with a cart chunk, whose dates keep old news off the air; and what we brought last."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
import soundfile

from .. import publish, wav
from ..errors import PublishError, TargetError, TargetUnavailable
from .parcels import later, slot_of
from .target import Parcel

LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
NEVER = LONG_AGO, LONG_AGO + timedelta(hours=1)  # from when to when what is withdrawn may be aired
RATE = 44_100  # hertz


@dataclass(frozen=True)
class Known:
    """What a cart should have, for nobody can ask it: a memory, and as good as one."""

    sha256: str = ""  # of the bulletin that is in it; empty: none that is ever aired
    coming: str = ""  # of one that was brought, and nobody said yet that it is in it
    name: str = ""  # of the bulletin that was brought last

    def has(self, parcel: Parcel) -> bool:
        """Whether it may have that bulletin: the same files, or others of its slot (they may be made anew, or lost)."""
        return self.name == parcel.name or bool(parcel.sha256 and parcel.sha256 in (self.sha256, self.coming))

    def later(self, parcel: Parcel, now: datetime) -> bool:
        """Whether it has one that the parcel does not take the place of."""
        return later(slot_of(self.name), parcel, now)


def known(memory: Path) -> Known:
    """What is remembered there; nothing where that is lost."""
    try:
        return msgspec.json.decode(memory.read_bytes(), type=Known)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Known()


def remember(memory: Path, what: Known) -> None:
    """Raises TargetUnavailable."""
    try:
        publish.file(memory, msgspec.json.encode(what))
    except PublishError as error:
        raise TargetUnavailable(str(error)) from error


def of(parcel: Parcel, content: bytes, zone: ZoneInfo) -> bytes:
    """The parcel's audio, MP3 or WAV, as a cart; `zone` is the playout machine's.  Raises TargetError."""
    try:
        heard, rate = soundfile.read(io.BytesIO(content), dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        raise TargetError(f"the bulletin {parcel.name} is no sound that can be read: make it again") from error
    samples = np.rint(np.clip(heard, -1.0, 1.0) * 32767).astype(np.int16)
    cue_in, cue_out = (
        min(max(round(seconds * rate), 0), len(samples)) for seconds in (parcel.cue_in_seconds, parcel.cue_out_seconds)
    )
    label = wav.Cart(
        title=parcel.title.strip() or parcel.artist.strip() or parcel.station,
        artist=parcel.artist,
        cut_id=parcel.name,
        at=parcel.slot.astimezone(zone),
        until=parcel.expires,
        out_cue=str(parcel.manifest.get("out_cue") or ""),
        cue_in=cue_in,
        cue_out=cue_out,
        first_words=cue_in,
    )
    return wav.wav(samples, int(rate), label)


def never(parcel: Parcel) -> bytes:
    """A second of a tone that no playout system airs: it was over in the year 2000.

    It takes the place of a bulletin that is withdrawn.  A tone and no silence, which some trim to nothing.
    """
    tone = 3000 * np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    label = wav.Cart(
        title="withdrawn",
        artist=parcel.artist,
        cut_id=f"{parcel.name}-withdrawn",
        at=NEVER[0],
        until=NEVER[1],
        out_cue="",
        cue_in=0,
        cue_out=RATE,
        first_words=0,
    )
    return wav.wav(tone.astype(np.int16).reshape(-1, 1), RATE, label)
