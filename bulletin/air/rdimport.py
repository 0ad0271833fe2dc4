"""rdimport, Rivendell's own importer, run on a file: what it is told, and what its answers mean.

Sources: its manual, and utils/rdimport/rdimport.cpp of Rivendell 2.x to 4.x.  Three things are in no manual: the FILE
is a pattern that it expands; 2.x ends with 0 whatever happened; and a file whose title another cart has is skipped
with 0 in all.  So it is run where the file is, and believed only when it says that the import is done.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from ..errors import TargetError, TargetUnavailable
from .asking import one_line

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


def arguments(command: str, cart: int, group: str, dates: tuple[datetime, datetime], name: str) -> list[str]:
    """The call that replaces all cuts of a cart by the file, as it is, airable between two local times."""
    starts, ends = (f"{date:%Y%m%d-%H%M%S}" for date in dates)
    return [
        command,
        "--verbose",
        f"--to-cart={cart}",
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
    try:
        said, _ = process.communicate(timeout=max(0.05, seconds))
    except subprocess.TimeoutExpired:
        raise TargetUnavailable(f"{call[0]} did not end within {seconds:.0f} s, and was stopped") from None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
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
