"""LibreTime: the bulletin is a new file of its library each time, found by a smart block that takes the newest.

Every upload makes a new file there, so the one before is deleted, but only after the new one is imported.  Ours are
known by the names of their files, which LibreTime keeps.  Read in its source (4.x): importing goes on after the answer,
errors are plain text with 400, and a file that is being played or is scheduled is not deleted.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep
from typing import Annotated

import msgspec
from msgspec import Meta

from ...errors import TargetError, TargetUnavailable
from ...station import Station
from ..asking import Answer, Door, ask, door, form, key_of, reason, refusal, told
from ..parcels import audio_of, bytes_told, later, slot_of
from ..target import Card, Parcel, Receipt

IMPORTED, PENDING, FAILED = 0, 1, 2
NEWEST = 100  # files that are looked through for ours
FIRST_PAUSE, LONGEST_PAUSE = 0.2, 2.0  # seconds between two questions whether it is imported
KINDS = {".mp3": "audio/mpeg", ".wav": "audio/x-wav"}
# what LibreTime puts behind a name that it has already: a date, a UUID
AGAIN = r"(_\d{2}-\d{2}-\d{4}-\d{2}-\d{2}-\d{2})?(_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?\.(mp3|wav)"


@dataclass(frozen=True)
class Settings:
    """What a station file says of its LibreTime."""

    url: str  # https://HOST, as in the browser
    key_env: str  # the NAME of the environment variable that has the api_key of its configuration
    library: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,16}$")] = ""  # the code of a track type; empty: its default
    seconds: Annotated[float, Meta(gt=0, le=3600)] = 300.0  # the most for one delivery, importing included


class File(msgspec.Struct):
    """A file of the library, as the older API lists it and as the newer one tells it."""

    id: int
    import_status: int = IMPORTED
    filepath: str | None = None
    md5: str | None = None
    length: str | None = None  # "HH:MM:SS.ffffff"
    size: int | None = None
    filesize: int | None = None
    library: int | str | None = None

    @property
    def name(self) -> str:
        """The last part of its path."""
        return (self.filepath or "").rpartition("/")[2]


class Library(msgspec.Struct):
    """A track type."""

    id: int
    code: str


class LibreTime:
    """The plug-in."""

    card = Card(
        name="libretime",
        summary="LibreTime's library, over its API; a smart block brings the newest into the schedule",
        settings=Settings,
        needs_network=True,
    )

    def open(self, settings: Settings, station: Station) -> _Opened:
        """Ready it.  Raises TargetError for an address or a key that is none."""
        return _Opened(settings, station)


class _Opened:
    def __init__(self, settings: Settings, station: Station) -> None:
        key = key_of(settings.key_env, station)
        basic = base64.b64encode(f"{key}:".encode()).decode()
        self.settings = settings
        self.older = door(settings.url, station, {"Authorization": f"Basic {basic}"}, [key, basic])
        self.newer = door(settings.url, station, {"Authorization": f"Api-Key {key}"}, [key, basic])

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Upload, wait until it is imported, compare; then delete all of ours that were there before."""
        audio, calls = audio_of(parcel), self._calls(seconds, now)
        before = calls.ours(parcel)
        newest = max(before, key=lambda one: one.name, default=None)
        if newest and later(slot_of(newest.name.partition(".")[0].partition("_")[0]), parcel, now):
            return Receipt(str(newest.id), f"file {newest.id} is later and stays: {newest.name}")
        library = calls.library()
        number = calls.uploaded(parcel, audio, library)
        if number in [one.id for one in before]:  # which must not be taken back for it
            raise TargetError(f"{self.older.host} says that the upload is file {number}, which was there before")
        try:
            file = calls.imported(number)
            compared = _compared(file, audio, parcel, self.newer.host)
            if library and file.library not in (library.id, str(library.id), library.code):
                raise TargetError(f"{self.newer.host} did not give the bulletin the track type {library.code}")
        except TargetError:
            with contextlib.suppress(TargetError):  # what may be broken is not left to be chosen; the one before stays
                calls.deleted(number)
            raise
        kept = [one.id for one in before if one.id != number and not calls.deleted(one.id)]
        if number not in [one.id for one in calls.listed(NEWEST)]:
            raise TargetError(f"{self.older.host} has imported file {number} and does not list it")
        note = f"file {number}, {bytes_told(len(audio))}, {compared}"
        if kept:
            note += f"; {len(kept)} before it cannot be deleted yet, as it is scheduled: with the next one"
        return Receipt(str(number), note)

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Delete the files of this bulletin, and of no other."""
        calls = self._calls(seconds, now)
        wanted = [one.id for one in calls.ours(parcel) if re.fullmatch(re.escape(_stem(parcel)) + AGAIN, one.name)]
        if not wanted:
            return Receipt("", "it is not there")
        if kept := [number for number in wanted if not calls.deleted(number)]:
            raise TargetUnavailable(
                f"{self.older.host} does not delete file {kept[0]}: it is scheduled, or being played"
            )
        if left := {one.id for one in calls.ours(parcel)} & {*wanted}:
            raise TargetUnavailable(f"{self.older.host} was asked to delete file {min(left)}, and still has it")
        return Receipt("", f"deleted: file {', '.join(map(str, wanted))}")

    def check(self, *, seconds: float) -> str:
        """Whether the key is taken by both APIs, and the track type is there."""
        calls = self._calls(seconds)
        calls.listed(1)
        calls.library(always=True)
        return f"{self.older.host} takes the key" + (
            f" and has the track type {self.settings.library}" if self.settings.library else ""
        )

    def _calls(self, seconds: float, now: datetime | None = None) -> _Calls:
        most = min(seconds, self.settings.seconds)
        return _Calls(self.older, self.newer, self.settings, monotonic() + most, most, now)


@dataclass(frozen=True)
class _Calls:
    """The calls of one delivery, all with one end."""

    older: Door
    newer: Door
    settings: Settings
    until: float  # time.monotonic
    seconds: float  # from its beginning to then
    now: datetime | None = None

    def ours(self, parcel: Parcel) -> list[File]:
        """This station's bulletins among the newest files; and the last one, though a hundred came after it."""
        pattern = re.compile(rf"\d{{8}}t\d{{6}}z-[a-z0-9-]+-{_short(parcel.station)}{AGAIN}")
        files, before = self.listed(NEWEST), parcel.identity
        if before.isdecimal() and int(before) not in [file.id for file in files]:
            answer = ask(self.newer, "GET", f"/api/v2/files/{before}", until=self.until, now=self.now, also=(404,))
            files += [told(answer, File, self.newer)] if answer.status != 404 else []
        return [file for file in files if pattern.fullmatch(file.name)]

    def listed(self, most: int) -> list[File]:
        """The newest files that are imported."""
        return told(self._old("GET", f"/rest/media?limit={most}&sort_dir=DESC"), list[File], self.older)

    def library(self, always: bool = False) -> Library | None:
        """The track type that the station file names, if it names one.  Raises TargetError where it is not there."""
        code = self.settings.library
        if not code and not always:
            return None
        answer = ask(self.newer, "GET", "/api/v2/libraries", until=self.until, now=self.now)
        found = told(answer, list[Library], self.newer)
        one = next((one for one in found if one.code.casefold() == code.casefold()), None)
        if code and one is None:
            there = ", ".join(one.code for one in found[:10]) or "none"
            raise TargetError(f'LibreTime has no track type with the code "{code}"; it has {there}')
        return one

    def uploaded(self, parcel: Parcel, audio: bytes, library: Library | None) -> int:
        """Upload it; LibreTime's number for the new file, which is not imported yet."""
        suffix = parcel.audio.suffix.lower()
        if suffix not in KINDS:
            raise TargetError(f"LibreTime takes mp3 and wav, and the bulletin is {suffix}")
        body, kind = form({}, "file", (f"{_stem(parcel)}{suffix}", audio, KINDS[suffix]))
        cookie = {"Cookie": f"tt_upload={library.id}"} if library else {}  # that is how its own page says it
        return told(self._old("POST", "/rest/media", body, kind, headers=cookie), File, self.older).id

    def imported(self, number: int) -> File:
        """The file when it is imported.  Raises TargetError where that fails, TargetUnavailable where it lasts."""
        pause = FIRST_PAUSE
        last = self.until - 0.2 * self.seconds  # so that there is time to take it back
        while True:
            answer = ask(self.newer, "GET", f"/api/v2/files/{number}", until=self.until, now=self.now)
            file = told(answer, File, self.newer)
            if file.import_status == IMPORTED:
                return file
            if file.import_status == FAILED:
                raise TargetError(f"{self.newer.host} could not import the bulletin: see its analyzer's log")
            if monotonic() + pause > last:
                raise TargetUnavailable(
                    f"{self.newer.host} has the bulletin and has not imported it yet: is its analyzer running?"
                )
            sleep(pause)
            pause = min(LONGEST_PAUSE, 1.5 * pause)

    def deleted(self, number: int) -> bool:
        """Delete a file; whether it is gone.  It is not when it is scheduled."""
        return self._old("DELETE", f"/rest/media/{number}", also=(400, 403, 404, 409)).status in (204, 200, 404)

    def _old(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        kind: str = "",
        also: Sequence[int] = (),
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """A call of the older API, whose refusals are all 400: those that ask for another try are told apart."""
        answer = ask(
            self.older, method, path, until=self.until, now=self.now,
            body=body, kind=kind, also=(400, *also), headers=headers,
        )  # fmt: skip
        if answer.status == 400 and 400 not in also:
            said = reason(answer, self.older)
            if re.search(r"try again|quota", said, re.IGNORECASE):
                raise TargetUnavailable(f"{self.older.host} does not take it: {said}")
            raise refusal(answer, self.older, self.now)
        return answer


def _compared(file: File, audio: bytes, parcel: Parcel, host: str) -> str:
    """Hold the imported file against what was sent; tells what was compared.  Raises TargetError where it is another."""
    size = file.size if file.size is not None else file.filesize
    if size not in (None, 0, len(audio)):
        raise TargetError(f"{host} has {size:,} bytes of the bulletin, and {len(audio):,} were sent")
    seconds = _seconds(file.length)
    if seconds is not None and abs(seconds - parcel.duration_seconds) > 0.5:
        raise TargetError(f"{host} has {seconds:.1f} s of the bulletin, and {parcel.duration_seconds:.1f} s were sent")
    if file.md5:
        if file.md5.lower() != hashlib.md5(audio, usedforsecurity=False).hexdigest():
            raise TargetError(f"{host} has another file than was sent: its MD5 is not the bulletin's")
        return "compared by MD5"
    return "compared by size" if size else "compared by length" if seconds is not None else "imported"


def _seconds(length: str | None) -> float | None:
    """ "HH:MM:SS.ffffff" or a number of seconds, in seconds; None for anything else."""
    found = re.fullmatch(r"(?:(?:(\d{1,4}):)?(\d{1,2}):)?(\d{1,6}(?:\.\d{1,9})?)", (length or "").strip())
    return 3600 * int(found[1] or 0) + 60 * int(found[2] or 0) + float(found[3]) if found else None


def _stem(parcel: Parcel) -> str:
    """What its file is called there, without its suffix; LibreTime cuts it after 48 characters."""
    name = parcel.name if len(parcel.name) <= 39 else f"{parcel.name[:30]}-{_short(parcel.name)}"
    return f"{name}-{_short(parcel.station)}"


def _short(text: str) -> str:
    """Eight characters that stand for it."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


target = LibreTime()
