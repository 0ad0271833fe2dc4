"""What passes between the newsroom and whoever gave it work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypedDict

from .. import desk, timing
from ..model import Article, Bulletin, Choice, Rejected, Script, Story


class Asked(TypedDict):
    """When a bulletin is made and what a person asked for: None is as the station has it."""

    now: datetime
    at: datetime | None
    template: str | None
    voice: str | None
    length: str | None


Progress = Callable[[str, int, int], None]  # (stage, done, of)


@dataclass(frozen=True)
class Draft:
    """A script and all that led to it; nothing has been read aloud yet."""

    script: Script
    text: str  # the script's text form, exactly as it will be written or was found
    path: Path | None = None  # the script file that it was read from, None when it was written now
    written_for: datetime | None = None  # the air time that the script file names, None when it was written now
    articles: tuple[Article, ...] = ()
    stories: tuple[Story, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    choices: tuple[Choice, ...] = ()  # of every event that the wires had; empty where a person named the articles
    warnings: tuple[str, ...] = ()
    names: tuple[str, ...] | None = None  # those that no lexicon has; None where they were not looked up
    pace: timing.Pace = timing.USUAL
    sounds: dict[str, float] = field(default_factory=dict)  # seconds of each sound by name
    timings: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Found:
    """A remark of the desk's and its place: a row of a script file counted from 1, or 0 where it is about no row."""

    path: str  # the script file, or where the article was read
    line: int
    remark: desk.Remark

    def __str__(self) -> str:
        what = f"{self.remark.rule}: {self.remark.why}" + (
            f"; {self.remark.suggestion}" if self.remark.suggestion else ""
        )
        place = f"line {self.line}" if self.line else self.remark.slug or self.path
        return f"{place}: {what}" if place else what


@dataclass(frozen=True)
class Made:
    """A bulletin that is on disk, and its manifest with real paths."""

    bulletin: Bulletin
    draft: Draft
    script_path: Path
    manifest: dict[str, Any]
