"""Model files: which one it is, and what their runtime raises."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path


def digest(path: Path) -> str:
    """The SHA-256 of a model file, hashed once a process for as long as the file stays as it is.  Raises OSError."""
    known = path.stat()
    return _digest(path, known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=8)
def _digest(path: Path, size: int, changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def neural_failures() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: its errors have no common class but Exception (onnxruntime 1.32)."""
    from onnxruntime.capi import onnxruntime_pybind11_state as ort

    return (ort.Fail, ort.InvalidArgument, ort.InvalidGraph, ort.InvalidProtobuf, ort.NoSuchFile, ort.RuntimeException)
