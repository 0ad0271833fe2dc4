"""A folder in which one bulletin is on air: `latest.*`, what is said of it, dated files, playlists.

What is newest is told by air time, never by a file's: a slot that is made again does not replace a later one.
`latest.json` is written after the audio and tells what is on air; where it and the audio disagree (a run was killed
between two renames) nothing there is trusted, and the next call sets it right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..errors import PublishError, TargetError
from ..leash import Deadline
from ..station import Station
from . import disk
from .asking import one_line
from .parcels import audio_of, bytes_told, later, sha256
from .target import Parcel, Receipt

TOLD = "latest.json"
LATEST = ("latest.wav", "latest.mp3")
_NAME = re.compile(r"[0-9]{8}t[0-9]{6}z-[a-z0-9-]{1,80}")
_DATED = re.compile(rf"({_NAME.pattern})\.(?:mp3|wav)")
_LOST = 0.3  # seconds that a decoder may add or drop at the ends


@dataclass(frozen=True)
class OnAir:
    """What `latest.json` tells: times are UTC, hashes SHA-256 in hex."""

    name: str
    file: str  # the dated file
    station: str
    slot: datetime
    expires: datetime
    title: str
    artist: str
    duration_seconds: float
    cue_in_seconds: float
    cue_out_seconds: float
    replay_gain_db: float
    sha256: str  # of the dated file
    latest: dict[str, str]  # the hash of each latest.*, by its name


def nothing(on_air: OnAir | None) -> dict[str, bytes]:
    """No playlists."""
    return {}


@dataclass(frozen=True)
class Shelf:
    """One such folder.  `playlists` gives the playlists of what is on air, by name; of None: the empty ones."""

    root: Path  # the folder that the station file names
    folder: Path  # that, or one under it
    station: str  # its slug: no other station's bulletin goes there
    wav: bool  # latest.wav too, where the bulletin is an MP3
    keep: int  # dated files; 0: only what is on air
    keep_hours: float  # no dated file is older, but for the newest; 0: by number only
    archive: bool  # a bulletin that was withdrawn stays among the dated files
    playlists: Callable[[OnAir | None], dict[str, bytes]] = nothing

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Put it on air, unless a later one is there, and read it back."""
        return disk.on_time(self.folder, seconds, lambda deadline: self._deliver(parcel, now, deadline))

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Take it off the air: from the playlists first, then the audio."""
        return disk.on_time(self.folder, seconds, lambda deadline: self._withdraw(parcel, now, deadline))

    def check(self, *, seconds: float) -> str:
        """Whether a bulletin could be written there, and what is on air."""
        return disk.on_time(self.folder, seconds, lambda deadline: self._check())

    def _deliver(self, parcel: Parcel, now: datetime, deadline: Deadline) -> Receipt:
        audio, dated = audio_of(parcel), dated_name(parcel)
        if parcel.expires <= now:
            raise TargetError(f"the bulletin {parcel.name} is stale since {parcel.expires:%H:%M} UTC: it is not aired")
        latest = {f"latest{Path(dated).suffix}": audio}
        if self.wav and "latest.mp3" in latest:
            latest = {"latest.wav": pcm(audio, parcel), **latest}
        with disk.alone(self.folder, self.root, deadline):
            before = self._on_air()
            if before and later(before.slot, parcel, now) and before.expires > now:
                also = {dated: audio} if self.archive else {}
                self._put({**also, **self.playlists(before)}, deadline)
                self._clear_out(before, now)
                return Receipt(dated, f"{before.file} is later and stays on air")
            told = _told(parcel, dated, latest)
            files = {dated: audio, **latest, TOLD: _json(told), **self.playlists(told)}
            self._put(files, deadline)
            disk.drop(self.folder, [name for name in LATEST if name not in latest])
            self._clear_out(told, now, before)
            self._read_back(files)
        return Receipt(dated, f"{', '.join(latest)} in {self.folder}: {bytes_told(len(audio))}")

    def _withdraw(self, parcel: Parcel, now: datetime, deadline: Deadline) -> Receipt:
        dated = dated_name(parcel)
        disk.present(self.root)
        if not self.folder.exists():
            return Receipt(dated, f"{self.folder} is not there")
        with disk.alone(self.folder, self.root, deadline):
            before = self._on_air()
            stays = before if before and before.name != parcel.name and before.expires > now else None
            if stays:
                self._put(self.playlists(stays), deadline)
            else:
                self._off_air(deadline)
            if not self.archive:
                disk.drop(self.folder, [f"{parcel.name}.mp3", f"{parcel.name}.wav"])
            self._clear_out(stays, now, before)
            left = [name for name in (TOLD, *LATEST) if not stays and (self.folder / name).exists()]
        if left:
            raise TargetError(
                f"{self.folder} still has {', '.join(left)}, though they were removed: is it written to by others?"
            )
        return Receipt(dated, f"{stays.file} stays on air" if stays else f"nothing is on air in {self.folder}")

    def _off_air(self, deadline: Deadline) -> None:
        """Empty the playlists, then remove the audio; on a full disk too, where not even an empty one can be written."""
        empty = self.playlists(None)
        try:
            self._put(empty, deadline)
        except (OSError, PublishError):
            disk.drop(self.folder, list(empty))
        disk.drop(self.folder, [TOLD, *LATEST])
        self._put(empty, deadline)

    def _check(self) -> str:
        free = disk.room(self.root, self.folder)
        on_air = self._on_air() if self.folder.is_dir() else None
        return f"{self.folder} can be written, {free}; on air: {on_air.file if on_air else 'nothing'}"

    def _on_air(self) -> OnAir | None:
        """What is on air, if all that lies there is of one bulletin.  Raises TargetError for another station's."""
        told = told_in(self.folder)
        if told and told.station != self.station:
            other = f"{self.folder} has the bulletins of {told.station[:60]}: give each station its own path"
            raise TargetError(f"{other} (or, if it was renamed, remove {TOLD} there)")
        there = {name: sha256((self.folder / name).read_bytes()) for name in LATEST if (self.folder / name).is_file()}
        return told if told and told.latest == there and (self.folder / told.file).is_file() else None

    def _put(self, files: dict[str, bytes], deadline: Deadline) -> None:
        """The files that are not there yet as they should be: one that is written anew may be played anew."""
        disk.put(self.folder, {name: new for name, new in files.items() if self._read(name) != new}, deadline)

    def _read(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def _clear_out(self, on_air: OnAir | None, now: datetime, before: OnAir | None = None) -> None:
        """Remove the dated files that are too many or too old; never what is on air, nor the newest of an archive.

        What was on air before stays once more, whatever its slot: somebody may just have read its name.
        """
        dated = sorted((path.name for path in self.folder.iterdir() if _DATED.fullmatch(path.name)), reverse=True)
        oldest = f"{now.astimezone(UTC) - timedelta(hours=self.keep_hours):%Y%m%dt%H%M%Sz}" if self.keep_hours else ""
        kept = [name for name in dated if name >= oldest or name == dated[0]][: self.keep]
        spared = {*kept, on_air.file if on_air else "", before.file if before and self.keep > 1 else ""}
        disk.drop(self.folder, [name for name in dated if name not in spared])

    def _read_back(self, files: dict[str, bytes]) -> None:
        """Ask the disk for what it was given.  Raises TargetError."""
        for name, content in files.items():
            if self._read(name) != content:
                raise TargetError(f"{self.folder / name} is not what was written: is it written to by others?")


def dated_name(parcel: Parcel) -> str:
    """The name of the dated file, which is safe in any playlist.  Raises TargetError where it would not be."""
    suffix = parcel.audio.suffix.lower()
    if not _NAME.fullmatch(parcel.name) or suffix not in (".mp3", ".wav"):
        raise TargetError(
            f"a bulletin's name is as 20261122t130000z-hourly, MP3 or WAV, not {parcel.name[:60]!r}{suffix[:9]!r}"
        )
    return f"{parcel.name}{suffix}"


def root_of(path: str, station: Station) -> Path:
    """The folder that the station file names.  Raises TargetError for one that would break a playlist's lines."""
    root = station.path(path)
    if not path or re.search(r"[\x00-\x1f\x7f]", str(root)):
        raise TargetError(f"path is the name of a folder without line breaks or controls in it, not {path[:60]!r}")
    return root


def told_in(folder: Path) -> OnAir | None:
    """What `latest.json` says; None where there is none, or none that can be read."""
    import msgspec

    try:
        return msgspec.json.decode((folder / TOLD).read_bytes(), type=OnAir)
    except (FileNotFoundError, NotADirectoryError, msgspec.DecodeError, RecursionError):
        return None


def pcm(audio: bytes, parcel: Parcel) -> bytes:
    """An MP3 as a 16-bit WAV.  Raises TargetError where it does not last as long as it should."""
    import io

    import soundfile

    try:
        samples, rate = soundfile.read(io.BytesIO(audio), dtype="int16", always_2d=True)
    except soundfile.SoundFileError as error:
        raise TargetError(f"the bulletin {parcel.name} cannot be decoded for latest.wav: make it again") from error
    lasts = len(samples) / rate
    if abs(lasts - parcel.duration_seconds) > _LOST:
        raise TargetError(
            f"the bulletin {parcel.name} is {lasts:.1f} of {parcel.duration_seconds:.1f} s: make it again"
        )
    made = io.BytesIO()
    soundfile.write(made, samples, rate, format="WAV", subtype="PCM_16")
    return made.getvalue()


def _told(parcel: Parcel, dated: str, latest: dict[str, bytes]) -> OnAir:
    return OnAir(
        name=parcel.name,
        file=dated,
        station=parcel.station,
        slot=parcel.slot.astimezone(UTC),
        expires=parcel.expires.astimezone(UTC),
        title=one_line(parcel.title),
        artist=one_line(parcel.artist),
        duration_seconds=round(parcel.duration_seconds, 3),
        cue_in_seconds=round(parcel.cue_in_seconds, 3),
        cue_out_seconds=round(parcel.cue_out_seconds, 3),
        replay_gain_db=round(parcel.gain_db, 2),
        sha256=parcel.sha256,
        latest={name: sha256(content) for name, content in latest.items()},
    )


def _json(told: OnAir) -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"
