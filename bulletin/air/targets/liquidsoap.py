"""Liquidsoap: the bulletin is pushed to a queue of it, or listed in a playlist, at the moment when it is to be heard."""

from __future__ import annotations

import ipaddress
import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from ...errors import TargetError, TargetUnavailable
from ...leash import Deadline
from ...station import Station
from ..asking import one_line
from ..disk import alone, drop, on_time, put, room
from ..liquidplay import Playlist, Queue, Request
from ..liquidserver import Door, Server, annotated, talking
from ..parcels import audio_of
from ..pushed import Pushed, Pushes, heard
from ..target import Card, Parcel, Receipt

Name = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.()-]{0,60}$")]
_SAFE = re.compile(r"[a-z0-9][a-z0-9-]{0,119}")
_FILE = re.compile(r"(.+)-[0-9a-f]{6}\.(?:mp3|wav)")  # what one is called here, for one push
LOOK = 0.1  # seconds between two looks at a request
LOOKS = 3  # in which a request that is there is seen
COMING = ("ready", "playing")  # a request that is heard, or will be
SHARE = 0.2  # of the time is kept for taking back what was not taken


@dataclass(frozen=True)
class Settings:
    """The keys of the station file."""

    folder: Annotated[str, Meta(min_length=1, max_length=500)]  # Liquidsoap must be able to read it, at the same path
    socket: Annotated[str, Meta(max_length=100)] = ""  # of its server, which only its own user may speak to; or
    host: Annotated[str, Meta(max_length=100)] = "127.0.0.1"  # of its telnet server, which asks nobody who he is
    port: Annotated[int, Meta(ge=1, le=65535)] = 1234
    far: bool = False  # host may be another machine: anybody between here and there can run programs on it
    queue: Name = ""  # the id of a request.queue; or
    playlist: Name = ""  # the id of a playlist that reads FOLDER/ID.m3u
    at_slot: bool = True  # given at its time; else before, to a script that has a clock of its own
    interrupt: bool = True  # the station's script breaks into the music; else: at the end of a track.  Only told


class Liquidsoap:
    """The plug-in."""

    card = Card(
        name="liquidsoap",
        summary="Liquidsoap: a queue or a playlist of it, over its command server",
        settings=Settings,
    )

    def open(self, settings: Settings, station: Station) -> _Opened:
        """Ready it.  Raises TargetError for a folder, a host or a name that cannot be."""
        folder = station.path(settings.folder)
        if not str(folder).isprintable() or "#{" in str(folder):
            raise TargetError(f"Liquidsoap cannot be told of the folder {str(folder)!r}: choose a plain name")
        if not settings.socket and not settings.far and not _near(settings.host):
            raise TargetError(
                f'Liquidsoap\'s telnet asks for no password, so host = "{settings.host}" is refused: '
                "use a socket on its own machine, or set far = true"
            )
        lines = [Queue(settings.queue)] * bool(settings.queue) + [Playlist(settings.playlist)] * bool(settings.playlist)
        if not lines:
            raise TargetError('liquidsoap needs queue = "ID" or playlist = "ID", as the station\'s script calls it')
        socket = str(station.path(settings.socket)) if settings.socket else ""
        return _Opened(settings, folder, Door(socket, settings.host, settings.port), tuple(lines))


@dataclass(frozen=True)
class _Opened:
    settings: Settings
    folder: Path
    door: Door
    lines: tuple[Queue | Playlist, ...]

    @property
    def at_slot(self) -> bool:
        """Whether it plays what it is given: so it is given it at its time, not before."""
        return self.settings.at_slot

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Put the file where Liquidsoap reads it, push it, and wait until the request has found it."""
        audio = audio_of(parcel)
        if not _SAFE.fullmatch(parcel.name) or parcel.audio.suffix.lower() not in (".mp3", ".wav"):
            raise TargetError(f"a bulletin has the name {parcel.name[:60]!r}: it is not given to Liquidsoap")
        if parcel.expires <= now:
            raise TargetError(f"the bulletin {parcel.name} is stale: it is not given to Liquidsoap")
        return self._on_time(seconds, lambda server, deadline: self._delivered(server, deadline, parcel, audio, now))

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Remove its file; take it out of the queue where it waits, end it where it plays."""
        return self._on_time(seconds, lambda server, deadline: self._withdrawn(server, deadline, parcel, now))

    def check(self, *, seconds: float) -> str:
        """Whether the server answers, has the queue, and the folder can be written."""

        def asked(deadline: Deadline) -> str:
            with talking(self.door, deadline) as server:
                version = re.sub(r"[^\w. +-]", "", server.ask("version"))[:40]
                told = " and ".join(line.check(server, self.folder) for line in self.lines)
                return f"{version or 'Liquidsoap'} {told}; {room(self.folder, self.folder)} in {self.folder}"

        return on_time(self.folder, seconds, asked)

    def _on_time(self, seconds: float, work: Callable[[Server, Deadline], Receipt]) -> Receipt:
        def done(deadline: Deadline) -> Receipt:
            with talking(self.door, deadline) as server, alone(self.folder, self.folder, deadline):
                return work(server, deadline)

        return on_time(self.folder, seconds, done)

    def _delivered(self, server: Server, deadline: Deadline, parcel: Parcel, audio: bytes, now: datetime) -> Receipt:
        notes = [_Line(self, line, server, deadline, now).given(parcel, audio) for line in self.lines]
        return Receipt(self._identity, "; ".join(notes))

    def _withdrawn(self, server: Server, deadline: Deadline, parcel: Parcel, now: datetime) -> Receipt:
        for line in self.lines:
            _Line(self, line, server, deadline, now).stopped({parcel.name})
        return Receipt(self._identity, "it is not there")

    @property
    def _identity(self) -> str:
        return " ".join(line.name for line in self.lines)


class _Line:
    """A queue or a playlist while it is spoken of."""

    def __init__(
        self, target: _Opened, line: Queue | Playlist, server: Server, deadline: Deadline, now: datetime
    ) -> None:
        self.folder, self.interrupt = target.folder, target.settings.interrupt
        self.line, self.server, self.deadline, self.now = line, server, deadline, now
        self.record = Pushes(self.folder, line.name)
        self.entries = self.record.read()

    def given(self, parcel: Parcel, audio: bytes) -> str:
        """What became of it, in one line.  Raises TargetError, TargetUnavailable."""
        before = self.entries.get(parcel.name)
        if before and before.sha256 == parcel.sha256:
            there, over = self._found(before.file), heard(before, self.now, self._up())
            # a playlist that reads its list again looks for a moment at what it has played
            if there and (there.status in COMING or not over):
                return self._taken(parcel.name, before)
            if over:
                return f"{self.line.name} had it at {before.at:%H:%M:%S} UTC, and is not given it twice"
        self.stopped({name for name, one in self.entries.items() if _past(name, one, parcel, self.now)})
        file = f"{parcel.name}-{uuid.uuid4().hex[:6]}{parcel.audio.suffix.lower()}"
        pushed = Pushed(file, parcel.sha256, self.now, parcel.expires, parcel.duration_seconds)
        self._noted(parcel.name, pushed)
        put(self.folder, {file: audio}, self.deadline)
        uri = annotated(_labels(parcel), str(self.folder / file))
        self.line.start(self.server, self.folder, uri, self.deadline)
        try:
            return self._taken(parcel.name, pushed)
        except TargetError:
            self.stopped({parcel.name})
            raise

    def stopped(self, names: set[str]) -> None:
        """These bulletins have no file any more, and are not heard.  Raises TargetError, TargetUnavailable."""
        files = [one.file for name, one in self.entries.items() if name in names]
        files += [
            path.name for path in self.folder.iterdir() if (ours := _FILE.fullmatch(path.name)) and ours[1] in names
        ]
        if not files:
            return
        complaint = f"{self.server.name} was asked to end a bulletin that is past, and still plays it"
        drop(self.folder, files)  # first: whatever Liquidsoap does then, it has nothing to play
        self.line.stop(self.server, self.folder, files, self.deadline)
        for _ in range(LOOKS):
            known = [one for one in self.line.requests(self.server) if one.of(files)]
            if not known:
                break
            if any(one.playing for one in known):  # it began just now
                self.line.stop(self.server, self.folder, files, self.deadline)
            self._wait(complaint)
        if any(one.of(files) and one.playing for one in self.line.requests(self.server)):
            raise TargetUnavailable(complaint)
        self.entries = {name: one for name, one in self.entries.items() if name not in names}
        self.record.write(self.entries, self.now, self.deadline)

    def _taken(self, name: str, pushed: Pushed) -> str:
        """What became of the request, when it is ready or plays.  Raises TargetError, TargetUnavailable."""
        path = self.folder / pushed.file
        until, looks = SHARE * self.server.left(), 0
        while True:
            request = self._found(pushed.file)
            if request and request.status in COMING:
                break
            looks = 0 if request else looks + 1
            if looks > LOOKS and isinstance(self.line, Queue):
                raise TargetError(f"{self.server.name} cannot play {path}: may its user read it? It was taken back")
            self._wait(f"{self.server.name} did not get {path} ready in time: it was taken back", until)
        if Path(request.file).name != pushed.file:
            raise TargetError(f"{self.server.name} has {one_line(request.file)} in the place of {path}: taken back")
        self._noted(name, replace(pushed, taken=True))
        when = "breaks in" if self.interrupt else "waits for the end of the track"
        does = "plays it" if request.playing else f"has it ready and {when}"
        return f"{self.line.name} {does}, as request {request.number}"

    def _found(self, file: str) -> Request | None:
        """The request for it that is or will be heard: what was taken back has no file any more."""
        ours = [one for one in self.line.requests(self.server) if one.of([file])]
        return ours[-1] if ours and (self.folder / file).is_file() else None

    def _noted(self, name: str, pushed: Pushed) -> None:
        self.entries = {**self.entries, name: pushed}
        self.record.write(self.entries, self.now, self.deadline)

    def _up(self) -> float:
        """The seconds for which Liquidsoap has been running."""
        days, hours, minutes, seconds = (
            int(n) for n in (re.findall(r"\d{1,9}", self.server.ask("uptime")) + ["0"] * 4)[:4]
        )
        return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds).total_seconds()

    def _wait(self, complaint: str, until: float = 0.0) -> None:
        """A moment.  Raises TargetUnavailable with the complaint when only `until` seconds are left."""
        try:
            enough = self.server.left() > until + LOOK
        except TimeoutError:
            enough = False
        if not enough:
            raise TargetUnavailable(complaint)
        sleep(LOOK)


def _past(name: str, pushed: Pushed, parcel: Parcel, now: datetime) -> bool:
    """Whether the parcel takes its place, or it is stale: a flash does not push the hour's bulletin out."""
    return pushed.expires <= now or name.partition("-")[2] == parcel.name.partition("-")[2]


def _labels(parcel: Parcel) -> dict[str, str]:
    """What Liquidsoap is told of it, by the keys that it and the station's script know."""
    start, end = parcel.cue_in_seconds, parcel.cue_out_seconds
    return {
        "title": parcel.title,
        "artist": parcel.artist,
        "liq_cue_in": f"{start:.3f}" if start > 0 else "",
        "liq_cue_out": f"{end:.3f}" if start < end < parcel.duration_seconds else "",
        "replaygain_track_gain": f"{parcel.gain_db:.2f} dB",
        "bulletin": parcel.name,
        "bulletin_expires": f"{parcel.expires.timestamp():.0f}",
    }


def _near(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


target = Liquidsoap()
