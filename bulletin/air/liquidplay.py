"""What Liquidsoap plays from: a queue that requests are pushed to, or a playlist that is read again.

Both are watched through its requests, which are told apart by the name of their file: every delivery has one of its
own.  Found by running 2.1.3: a push is answered with a number even when there is no such file, and the request is gone
a moment later; the next one may leave the queue long before its turn, and is then open already: only a skip ends it; a
request that was flushed stays in `request.all`, looks just so, and is never played; one in the queue whose file was
removed is passed over.  From 2.3 on no request is called "playing", and there is no `request.on_air`.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from ..errors import TargetError
from ..leash import Deadline
from .asking import one_line
from .disk import put
from .liquidserver import Server, labels_of, unknown

NEWEST = 300  # requests that are looked at; the older ones are its music's


@dataclass(frozen=True)
class Request:
    """A file on its way to the listener, as far as can be told: it may have been flushed."""

    number: int
    status: str  # idle, resolving, ready, playing
    told: str  # all that is known of it, as one text
    file: str  # its path; empty until it was found
    source: str  # where it plays
    waiting: bool  # in the queue; else it is with the source: open, and next, or playing
    playing: bool | None  # None: this Liquidsoap does not tell

    def of(self, files: Collection[str]) -> bool:
        """Whether it plays one of the files, which are told by their names."""
        return any(file in self.told for file in files)


@dataclass(frozen=True)
class Queue:
    """A `request.queue`."""

    name: str

    def check(self, server: Server, folder: Path) -> str:
        """What it is, when it is there.  Raises TargetError."""
        if unknown(server.ask(f"{self.name}.queue")):
            raise TargetError(f'{server.name} has no queue "{self.name}"; {_known(server, "push")}')
        return f"takes bulletins in the queue {self.name}"

    def start(self, server: Server, folder: Path, uri: str, deadline: Deadline) -> None:
        """Push it.  Raises TargetError where that was not answered with a number."""
        answer = server.ask(f"{self.name}.push {uri}")
        if unknown(answer):
            raise TargetError(f'{server.name} has no queue "{self.name}"; {_known(server, "push")}')
        if not re.fullmatch(r"\d{1,12}", answer):
            raise TargetError(f'{server.name} answered the push with "{one_line(answer, 80)}", not with a number')

    def requests(self, server: Server) -> list[Request]:
        """All that Liquidsoap knows."""
        return _requests(server, self.name)

    def stop(self, server: Server, folder: Path, files: Collection[str], deadline: Deadline) -> None:
        """These files, which are no more there, are not heard: what waits is taken out, what plays is ended.

        Where others wait in the queue and it cannot take out a single one (before 2.4.5), what has no file any more
        stays, and is passed over.
        """
        requests = [one for one in self.requests(server) if one.of(files) or one.source in ("", self.name)]
        ours = [one for one in requests if one.of(files)]
        others = [one for one in requests if one not in ours and (one.waiting or one.playing is not False)]
        left = [one for one in ours if one.waiting and unknown(server.ask(f"{self.name}.remove {one.number}"))]
        if left and not others:
            server.ask(f"{self.name}.flush_and_skip")
        elif any(not one.waiting for one in ours) and not any(one.playing for one in others):
            server.ask(f"{self.name}.skip")


@dataclass(frozen=True)
class Playlist:
    """A `playlist` that reads an M3U of ours, which has the one bulletin or none."""

    name: str

    def list_in(self, folder: Path) -> Path:
        """The M3U."""
        return folder / f"{self.name}.m3u"

    def check(self, server: Server, folder: Path) -> str:
        """What it is, when it is there and reads our list.  Raises TargetError."""
        read = server.ask(f"{self.name}.uri")
        if unknown(read):
            raise TargetError(f'{server.name} has no playlist "{self.name}"; {_known(server, "reload")}')
        ours = self.list_in(folder)
        if Path(read).resolve() != ours.resolve():
            raise TargetError(f"the playlist {self.name} of {server.name} reads {one_line(read)}, not {ours}")
        return f"reads {ours} as the playlist {self.name}"

    def start(self, server: Server, folder: Path, uri: str, deadline: Deadline) -> None:
        """List it, and have the list read.  Raises TargetError."""
        self.check(server, folder)
        self._listed(server, folder, [uri], deadline)

    def requests(self, server: Server) -> list[Request]:
        """All that Liquidsoap knows; what is ready is taken to be coming: a playlist keeps no queue that can be asked."""
        return _requests(server, "")

    def stop(self, server: Server, folder: Path, files: Collection[str], deadline: Deadline) -> None:
        """These files, which are no more there, are not heard: the list has none of them, what plays is ended."""
        there = self.list_in(folder)
        if there.is_file() and any(file in there.read_text("utf-8", "replace") for file in files):
            self._listed(server, folder, [], deadline)
        if any(one.of(files) and one.playing is not False for one in self.requests(server)):
            server.ask(f"{self.name}.skip")

    def _listed(self, server: Server, folder: Path, uris: list[str], deadline: Deadline) -> None:
        lines = ["#EXTM3U", *uris]
        put(folder, {self.list_in(folder).name: ("\n".join(lines) + "\n").encode()}, deadline)
        if unknown(server.ask(f"{self.name}.reload")):
            raise TargetError(f'{server.name} has no playlist "{self.name}"; {_known(server, "reload")}')


def _requests(server: Server, queue: str) -> list[Request]:
    """Every request; without a queue that can be asked, what is ready counts as waiting.

    They are asked for in the order in which a request goes its way, so that none slips through between two answers.
    """
    known = server.ask("request.all")
    if unknown(known):
        raise TargetError(f"{server.name} has no command request.all: is it Liquidsoap 2.1 or later?")
    numbers = sorted(_numbers(known))[-NEWEST:]
    told = {number: server.ask(f"request.metadata {number}") for number in numbers}
    waiting = _numbers(server.ask(f"{queue}.queue")) if queue else set()
    answer = server.ask("request.on_air")
    on_air = None if unknown(answer) else _numbers(answer)
    found = []
    for number in numbers:
        labels = labels_of(told[number])
        status, file, source = (labels.get(key, "") for key in ("status", "filename", "source"))
        ready = status in ("ready", "playing")
        if not ready and status not in ("idle", "resolving"):
            continue  # it is gone
        waits = number in waiting if queue else ready
        playing = number in on_air if on_air is not None else None
        found.append(Request(number, status, told[number], file, source, waits, playing))
    return found


def _numbers(answer: str) -> set[int]:
    return {int(word) for word in answer.split() if word.isascii() and word.isdigit()}


def _known(server: Server, command: str) -> str:
    """What there is instead."""
    names = re.findall(rf"^\| ([\w.()-]+)\.{command}\b", server.ask("help"), re.MULTILINE)
    return one_line(f"it has {', '.join(sorted(names))}" if names else "it has none")
