"""Model files: which one it is, how it is opened soon, and what their runtime raises."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from .. import store


def digest(path: Path) -> str:
    """The SHA-256 of a model file, hashed once a process for as long as the file stays as it is.  Raises OSError."""
    known = path.stat()
    return _digest(path, known.st_size, known.st_mtime_ns)


@lru_cache(maxsize=8)
def _digest(path: Path, size: int, changed: int) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def optimised(mark: str, model: Callable[[], bytes], cache: Path) -> bytes:
    """A model as onnxruntime has it when its graph is optimised: opened five times sooner, the same samples.

    It is kept under `mark`, the model's hash; `model` gives the model itself when nothing is kept.  The "extended"
    level, so that what one machine keeps is good for another (onnxruntime, "Graph optimizations").  Raises
    neural_failures() where the model is none.
    """
    import onnxruntime

    folder, key = cache / "models", store.key(model=mark, onnxruntime=onnxruntime.__version__, form="ort extended")
    if kept := store.fetch(folder, key):
        return kept
    whole = model()
    options = session_options()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        path = Path(place) / "model.ort"
        options.optimized_model_filepath = str(path)
        onnxruntime.InferenceSession(whole, options, providers=["CPUExecutionProvider"])
        try:
            made = path.read_bytes()
        except OSError:
            return whole
    store.keep(folder, key, made)
    return made


def session_options() -> Any:
    """For one thread a session: sessions that threads share use the cores better than one of many (measured)."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return options


def neural_failures() -> tuple[type[Exception], ...]:
    """What onnxruntime raises: its errors have no common class but Exception (onnxruntime 1.32)."""
    from onnxruntime.capi import onnxruntime_pybind11_state as ort

    return (ort.Fail, ort.InvalidArgument, ort.InvalidGraph, ort.InvalidProtobuf, ort.NoSuchFile, ort.RuntimeException)
