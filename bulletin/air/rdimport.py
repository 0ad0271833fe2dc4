"""rdimport, Rivendell's own importer, run on a file: what it is told, and what its answers mean.

Sources: its manual, and utils/rdimport/rdimport.cpp of Rivendell 2.x to 4.x.  Three things are in no manual: the FILE
is a pattern that it expands; 2.x ends with 0 whatever happened; and a file whose title another cart has is skipped
with 0 in all.  So it is run where the file is, and believed only when it says that the import is done.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from .. import wav
from ..errors import TargetError, TargetUnavailable
from . import cart
from .asking import one_line
from .parcels import audio_of, bytes_told
from .target import Parcel, Receipt

KEPT = ("PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "TZ", "TMPDIR", "XDG_RUNTIME_DIR")  # of the environment
PASSES = {  # exit codes after which a later try may succeed
    1: "another one of it is running",
    2: "it cannot open Rivendell's database",
    3: "a service of Rivendell's is not running",
    13: "the import failed: is Rivendell's audio store full, and its web service up?",
}
STAYS = {
    4: "it does not know an option: bulletin needs Rivendell 2.17 or later",
    11: "its user may not create carts: see RDAdmin, Manage Users",
    15: "there is no such group: see RDAdmin, Manage Groups",
    16: "the cart's number is not in the group's range: see RDAdmin, Manage Groups",
}


@dataclass(frozen=True)
class Importer:
    """A cart of the Rivendell that runs on this machine."""

    command: str  # its name, or its path
    number: int
    group: str
    memory: Path
    zone: ZoneInfo

    @property
    def identity(self) -> str:
        """The cart's name for people."""
        return f"cart {self.number:06}"

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Replace what is in the cart."""
        until = time.monotonic() + seconds
        content = cart.of(parcel, audio_of(parcel), self.zone)
        dates = wav.airable(parcel.slot.astimezone(self.zone), parcel.expires)
        known = cart.known(self.memory)
        if known.later(parcel, now):
            return Receipt(self.identity, f"{known.name} is later and stays")
        cart.remember(self.memory, cart.Known(known.sha256, parcel.sha256, parcel.name))
        self._bring(parcel, content, dates, until)
        cart.remember(self.memory, cart.Known(parcel.sha256, name=parcel.name))
        return Receipt(self.identity, f"rdimport has put {bytes_told(len(content))} into {self.identity}")

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Replace it by what is never aired; where another is in the cart, that one stays."""
        until = time.monotonic() + seconds
        known = cart.known(self.memory)
        if not known.has(parcel):
            return Receipt(self.identity, f"{parcel.name} is not in {self.identity}")
        self._bring(parcel, cart.never(parcel), wav.airable(*cart.NEVER), until)
        cart.remember(self.memory, cart.Known())
        return Receipt(self.identity, f"a cut that is never aired took the place of {parcel.name} in {self.identity}")

    def check(self, *, seconds: float) -> str:
        """Whether the command runs; what it may do is seen when it does."""
        with tempfile.TemporaryDirectory() as folder:
            said = run([self.command, "--version"], Path(folder), seconds)
        return f"{self.command} runs here: {one_line(said, 60) or 'it says nothing'}"

    def _bring(self, parcel: Parcel, content: bytes, dates: tuple[datetime, datetime], until: float) -> None:
        with tempfile.TemporaryDirectory(prefix="bulletin-") as made:
            folder = Path(made)
            folder.chmod(0o755)  # rdimport and Rivendell's services may be other users
            file = folder / f"{parcel.name}.wav"
            try:
                file.write_bytes(content)
            except OSError as error:
                raise TargetUnavailable(f"cannot write {file} ({error.strerror}): free some space") from error
            file.chmod(0o644)
            call = arguments(self.command, self.number, self.group, dates, file.name)
            confirmed(self.command, run(call, folder, until - time.monotonic()))


def arguments(command: str, number: int, group: str, dates: tuple[datetime, datetime], name: str) -> list[str]:
    """The call that replaces all cuts of a cart by the file, as it is, airable between two local times."""
    starts, ends = (f"{date:%Y%m%d-%H%M%S}" for date in dates)
    return [
        command,
        "--verbose",
        f"--to-cart={number}",
        "--delete-cuts",
        "--normalization-level=0",
        "--autotrim-level=0",
        f"--set-datetimes={starts},{ends}",
        group,
        name,
    ]


def run(call: Sequence[str], folder: Path, seconds: float) -> str:
    """Run it in `folder`; what it said.  Raises TargetUnavailable or TargetError.

    It has an environment without anybody's keys, and is ended with all that it started when the time is up.
    """
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    try:
        process = subprocess.Popen(  # noqa: S603  # a list, so no shell reads it
            call, cwd=folder, env=kept, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
    except FileNotFoundError:
        raise TargetError(f"{call[0]} is not on this machine: install Rivendell here, or use its dropbox") from None
    except OSError as error:
        raise TargetError(f"{call[0]} cannot be run ({error.strerror})") from None
    with process:
        try:
            said, _ = process.communicate(timeout=max(0.05, seconds))
        except subprocess.TimeoutExpired:
            raise TargetUnavailable(f"{call[0]} did not end within {seconds:.0f} s, and was stopped") from None
        finally:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(process.pid, signal.SIGKILL)
    words = said.decode("utf-8", "replace")
    if process.returncode:
        raise _refusal(call[0], process.returncode, words)
    return words


def confirmed(command: str, said: str) -> None:
    """Whether it said that the import is done.  Raises TargetUnavailable or TargetError."""
    if "done." in said and "skipping" not in said:
        return
    why = _last_line(said)
    kind = TargetUnavailable if "database" in why else TargetError
    raise kind(f"{command} ended as if all were well, and imported nothing: {why or 'it gives no reason'}")


def _refusal(command: str, code: int, said: str) -> TargetError:
    why = _last_line(said)
    also = f" ({why})" if why else ""
    if code < 0:
        return TargetUnavailable(f"{command} was ended by signal {-code}{also}")
    if code in PASSES:
        return TargetUnavailable(f"{command} ended with {code}: {PASSES[code]}{also}")
    return TargetError(f"{command} ended with {code}: {STAYS.get(code, 'see its manual')}{also}")


def _last_line(said: str) -> str:
    """The last thing that it said, but for its own good-bye."""
    lines = [line for line in said.splitlines() if line.strip() and "rdimport finished" not in line]
    return one_line(lines[-1], 120) if lines else ""
