"""One bulletin made in a process of its own: `python -m bulletin.onair.child JSON`.

An engine that hangs, a leak or a crash ends with this process and never with the loop, which can always stop it.
What is asked comes as one JSON object and what became of it goes out as one.
"""

from __future__ import annotations

import json
import signal
import sys
import traceback
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

import msgspec

from .. import newsroom, script
from .. import station as stations
from ..errors import BulletinError, NoNews
from ..station import Station


def main() -> None:
    """Do what the first argument asks for; the exit code is that of the command line."""
    signal.signal(signal.SIGTERM, _stop)
    sys.excepthook = _bug
    asked, station = json.loads(sys.argv[1]), msgspec.json.decode(sys.stdin.buffer.read(), type=Station)
    try:
        print(json.dumps(done(asked, station)), flush=True)  # noqa: T201 - it is for the loop
    except BulletinError as error:
        print(json.dumps({"error": str(error), "kind": type(error).__name__}), flush=True)  # noqa: T201
        sys.exit(error.exit_code)


def done(asked: dict[str, Any], station: Station | None = None) -> dict[str, Any]:
    """Draft or make what is asked: `kind`, `station` (a file), `now`, `at`, `rung`, `approved`, `template`, `hung`, `again`,
    `killed`.

    `station` goes before its file, which may have been changed since, or be half edited.
    """
    station = station or stations.load(Path(asked["station"]))
    if asked.get("hung") and station.stand_ins:  # the voice never came to an end: it is not asked again
        first, *others = station.stand_ins
        station = replace(station, voice=first, second_voice="", stand_ins=tuple(others))
    now, at = (datetime.fromisoformat(asked[name]).astimezone(station.zone) for name in ("now", "at"))
    if asked["kind"] == "draft":
        drafted = newsroom.draft_slot(station, ladder=True, now=now, at=at, template=None, voice=None, length=None)
        return (
            {"script": drafted.text[:0] or "drafted"}
            if isinstance(drafted, newsroom.Draft)
            else {"taken": drafted.reason}
        )
    made = _made(asked, station, now, at)
    if not isinstance(made, newsroom.Made):
        return {"taken": made.reason}
    return {
        "folder": made.bulletin.folder,
        "seconds": made.bulletin.duration_seconds,
        "warnings": list(made.bulletin.warnings),
    }


def _made(asked: dict[str, Any], station: Station, now: datetime, at: datetime) -> Any:
    if asked["rung"] == "last good":
        if not station.onair.last_good:
            raise NoNews("the last good bulletin is not aired again here ([onair] last_good)")
        return newsroom.make_last_good(station, now=now, at=at)
    if asked.get("killed"):
        return newsroom.make_without(station, now=now, at=at)
    if asked.get("again"):
        return newsroom.make_anew(station, now=now, at=at)
    if asked["approved"]:
        return newsroom.make_drafted(station, now=now, at=at)
    if asked["rung"] == "fewer":
        station = replace(station, desk=replace(station.desk, stories=max(1, station.desk.stories // 2)))
    template = asked["template"] or None
    if template:
        station = replace(station, template=template, length=script.about(template, station).length or station.length)
    return newsroom.make_slot(station, ladder=True, now=now, at=at, template=template, voice=None, length=None)


def _bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """An error that is ours is a reason, too: the loop has it written down."""
    where = traceback.extract_tb(trace)[-1:]
    at = f" at {Path(where[0].filename).name}:{where[0].lineno}" if where else ""
    print(json.dumps({"error": f"a bug of ours: {kind.__name__}: {error}{at}", "kind": kind.__name__}), flush=True)  # noqa: T201


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
