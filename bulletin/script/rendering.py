"""A station's own template is rendered here, in a process of its own that can be stopped: confined.py starts it.

Its standard input and output carry JSON, one object a line: first {"name", "folders", "language", "megabytes",
"seconds"}, answered by {"file"}; then values as often as they come, each answered by {"text", "refs"}.  What is wrong
is answered by {"fault"}, and ends the process.  A line (Copy) travels as {"": [number, words]}, a time as {"": "iso"}.
"""

from __future__ import annotations

import json
import math
import os
import signal
import sys
import time
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

from . import sandbox

SPARE = 32  # megabytes more, in which to say that there was not enough


def plain(value: Any) -> Any:
    """Values as JSON can carry them."""
    if isinstance(value, sandbox.Copy):
        return {"": [value.ref, str(value)]}
    if isinstance(value, datetime):
        return {"": value.isoformat()}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def unplain(table: dict[str, Any]) -> Any:
    """A JSON object as the value that it stands for."""
    match table:
        case {"": [int(ref), str(words)], **rest} if not rest:
            return sandbox.Copy(words, ref)
        case {"": str(at), **rest} if not rest:
            return datetime.fromisoformat(at)
    return table


def main() -> None:
    """Serve until the input ends."""
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else would print must not be taken for an answer
    wish = json.loads(asked.readline())
    try:
        _confine(wish["seconds"], wish["megabytes"])
        template = sandbox.opened(wish["name"], [Path(folder) for folder in wish["folders"]], wish["language"])
        _answer(answers, {"file": str(template.template.filename)})
        for row in asked:
            text, refs = template.write(json.loads(row, object_hook=unplain))
            _answer(answers, {"text": text, "refs": refs})
    except sandbox.Fault as fault:
        _roomy()
        _answer(answers, {"fault": str(fault).replace(sandbox.NO_ROOM, _too_much(wish["megabytes"]))})
    except sandbox.Overrun as error:  # at its very end
        _answer(answers, {"fault": str(error)})
    except MemoryError:  # where even the telling of it found no room
        _roomy()
        _answer(answers, {"fault": _too_much(wish["megabytes"])})


def _answer(answers: BinaryIO, found: dict[str, Any]) -> None:
    answers.write(json.dumps(found).encode() + b"\n")
    answers.flush()


def _too_much(megabytes: int) -> str:
    return f"the template took more than {megabytes} MB"


# ---------------------------------------------------------------- limits


def _confine(seconds: float, megabytes: int) -> None:
    """From here on, so many seconds of a processor and so much more memory; no file can be written."""
    import resource

    soft = math.ceil(time.process_time() + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, soft + 2))  # the second, where no Python runs that could tell
    signal.signal(signal.SIGXCPU, lambda *_: _overrun(seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    try:
        most = _held() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, most + SPARE * 2**20))
    except (OSError, ValueError):  # macOS has it by name only
        Thread(target=_watch, args=(megabytes,), daemon=True).start()


def _overrun(seconds: float) -> None:
    raise sandbox.Overrun(f"the template ran for more than {seconds:g} s: does it loop?")


def _held() -> int:
    """The bytes of address space that Python itself takes."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        raise ValueError("no /proc here") from None


def _roomy() -> None:
    """Raise the limit of memory to its last."""
    import resource

    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _watch(megabytes: int) -> None:
    """Where no limit can be set: end the process when it has taken too much, and say so."""
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    first = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    while (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - first) * unit < megabytes * 2**20:
        time.sleep(0.02)
    sys.stderr.write(f"{_too_much(megabytes)}\n")
    sys.stderr.flush()
    os._exit(1)


if __name__ == "__main__":
    main()
