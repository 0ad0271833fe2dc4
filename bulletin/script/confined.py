"""The parent of a template's own process: starts it, asks it with a deadline, and ends it.

Nothing that the process does can hang the newsroom: every answer is waited for so long, and no longer; every answer is
looked at before it is believed.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import TemplateError
from . import rendering, sandbox
from .templates import About

MOST_BYTES = 12 * sandbox.MOST_CHARACTERS  # of an answer: JSON may write six for a letter, and there are the numbers


@dataclass(frozen=True)
class Bounds:
    """What a station's own template may take, over all that it writes for one bulletin."""

    seconds: float = 5.0  # of a processor
    megabytes: int = 256  # besides what Python takes
    wait_seconds: float = 20.0  # for one answer: other work may be going on


class Confined:
    """A template that is ready to write, in a process apart; it is a context that ends the process."""

    def __init__(self, found: About, folders: Sequence[Path], language: str, bounds: Bounds) -> None:
        self.file = str(found.file)
        self.bounds = bounds
        self._process = _start(self.file)
        try:
            asked = {"name": found.name, "folders": [str(folder) for folder in folders], "language": language}
            self._ask(asked | {"seconds": bounds.seconds, "megabytes": bounds.megabytes})
        except BaseException:
            self.close()
            raise

    def write(self, values: dict[str, Any]) -> tuple[str, list[int]]:
        """The text that it writes of those values, and the numbers of the lines in it.  Raises TemplateError."""
        answer = self._ask(rendering.plain(values))
        match answer:
            case {"text": str(text), "refs": [*refs]} if all(type(ref) is int and ref >= 0 for ref in refs):
                return text, refs
        raise TemplateError(f"{self.file}: its process answered nonsense, and was stopped")

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()
        self._process.wait()

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        row = self._exchange(json.dumps(question).encode() + b"\n")
        try:
            answer = json.loads(row)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TemplateError(f"{self.file}: its process answered nonsense, and was stopped")
        if "fault" in answer:
            told = " ".join(str(answer["fault"]).split())[:600]
            raise TemplateError(told if self.file in told or sandbox.SUFFIX in told else f"{self.file}: {told}")
        return answer

    def _exchange(self, question: bytes) -> bytes:
        """Send a row and get one back.  Raises TemplateError where none comes in time."""
        until, answer, left = time.monotonic() + self.bounds.wait_seconds, bytearray(), memoryview(question)
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin and stdout  # noqa: S101 - both are pipes
        with selectors.DefaultSelector() as ready:
            ready.register(stdout, selectors.EVENT_READ)
            ready.register(stdin, selectors.EVENT_WRITE)
            while not answer.endswith(b"\n"):
                events = ready.select(max(0.0, until - time.monotonic()))
                if not events or len(answer) > MOST_BYTES:
                    self._process.kill()
                    what = "answered without end" if events else f"gave no answer for {self.bounds.wait_seconds:g} s"
                    raise TemplateError(f"{self.file}: the template {what}, and was stopped: does it loop?")
                for key, _ in events:
                    if key.fileobj is stdin:
                        left = left[_sent(stdin.fileno(), left) :]
                        if not left:
                            ready.unregister(stdin)
                    elif part := os.read(stdout.fileno(), 1 << 16):
                        answer += part
                    else:
                        raise TemplateError(f"{self.file}: {self._died()}")
        return bytes(answer)

    def _died(self) -> str:
        """Why the process has ended without an answer."""
        try:
            code = self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            seconds, megabytes = self.bounds.seconds, self.bounds.megabytes
            return f"the template ran for more than {seconds:g} s (does it loop?), or took more than {megabytes} MB"
        assert self._process.stderr  # noqa: S101 - a pipe
        os.set_blocking(self._process.stderr.fileno(), False)
        said = (self._process.stderr.read(1 << 16) or b"").decode("utf-8", "replace").strip().splitlines()
        why = " ".join(said[-1].split())[:300] if said else f"exit status {code}"
        return f"the template's process stopped: {why}"


def _sent(pipe: int, left: memoryview) -> int:
    """How many bytes the pipe took."""
    try:
        return os.write(pipe, left)
    except BlockingIOError:
        return 0
    except BrokenPipeError:
        return len(left)  # the other pipe will tell why


def _start(file: str) -> subprocess.Popen[bytes]:
    """The process: this Python, our code from where it is, no shell, no environment, no files of ours."""
    ours = str(Path(__file__).parents[2])
    path = os.pathsep.join(dict.fromkeys([ours, *(folder for folder in sys.path if Path(folder).is_absolute())]))
    try:
        process = subprocess.Popen(  # noqa: S603 - this very Python
            [sys.executable, "-P", "-s", "-B", "-X", "utf8", "-m", rendering.__name__],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={"PYTHONPATH": path}, cwd="/", close_fds=True, bufsize=0,
        )  # fmt: skip
    except OSError as error:
        raise TemplateError(f"{file}: no process can be started to render it ({error.strerror})") from error
    assert process.stdin and process.stdout  # noqa: S101 - both are pipes
    os.set_blocking(process.stdin.fileno(), False)
    return process
