"""A language model's answers kept between runs, so that the same question is asked once.

A file is named by a hash of the endpoint and the whole question: the model, the instructions, the budget and the
sentences.  What is read from it is held against the guard like a fresh answer, so a damaged one does no harm.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from pathlib import Path

from bulletin import publish
from bulletin.errors import PublishError

from .asking import LARGEST

MOST = 1_000  # answers: a month of hourly bulletins asks fewer
log = logging.getLogger(__name__)


def name_of(endpoint: str, question: bytes) -> str:
    """The name of the answer to a question."""
    return hashlib.sha256(b"\n".join((endpoint.encode(), question))).hexdigest() + ".txt"


def fetch(folder: Path, name: str) -> str | None:
    """The answer that is kept; None where there is none that can be read."""
    path = folder / name
    try:
        known = path.lstat()
        if not stat.S_ISREG(known.st_mode) or known.st_size > LARGEST:
            return None
        content = path.read_text(encoding="utf-8")
        os.utime(path)  # so that what is used stays longest
    except (OSError, UnicodeDecodeError):
        return None
    return content


def keep(folder: Path, name: str, content: str) -> None:
    """Keep an answer; where the folder cannot be written, a log line tells it and nothing else."""
    try:
        publish.file(folder / name, content.encode("utf-8", "replace"))
    except PublishError as error:
        log.warning("answers are not kept for the next run: %s", error)


def prune(folder: Path) -> None:
    """Remove the answers that were used longest ago, but for MOST."""
    try:
        kept = sorted(folder.glob("*.txt"), key=lambda path: path.stat().st_mtime)
        for path in kept[: max(0, len(kept) - MOST)]:
            path.unlink(missing_ok=True)
    except OSError as error:
        log.info("the kept answers could not be thinned out: %s", error)  # another run was first, or read-only
