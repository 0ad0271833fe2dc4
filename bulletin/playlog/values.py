"""The values that the playlog takes and gives.  All times are aware; those that it gives are in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from ..model import Airing

Status = Literal["making", "scripted", "approved", "made", "aired", "none", "failed"]
Delivered = Literal["trying", "delivered", "failed", "withdrawn"]


@dataclass(frozen=True)
class Entry:
    """One bulletin as the playlog has it.  What is not known yet is empty, 0 or None."""

    station: str  # its slug
    slot: datetime
    status: Status
    by: str  # who has it, or had it last: "host:process"
    attempt: int  # how often it was claimed
    began: datetime  # when it was claimed last
    changed: datetime  # when it came to this status
    until: datetime | None = None  # it is somebody's until then; None: nobody's
    template: str = ""
    script: str = ""  # path
    script_hash: str = ""  # SHA-256 of the script's text, in hex
    approved_hash: str = ""  # of the script that a person approved
    name: str = ""  # the bulletin's id
    title: str = ""
    voice: str = ""
    folder: str = ""
    audio: str = ""  # path within `folder`
    duration_seconds: float | None = None
    loudness_lufs: float | None = None
    true_peak_dbtp: float | None = None
    reason: str = ""  # why there is none, or why it failed
    considered: int = 0  # events that were decided on
    headlines: tuple[str, ...] = ()  # of the stories in it, in their order
    kept: str = ""  # the status of the finished bulletin that stands until this one, made anew, is finished


@dataclass(frozen=True)
class Claim:
    """The right to make one bulletin, until `until`.  `status` and the script are what an earlier claim got to."""

    station: str
    slot: datetime
    by: str
    token: str  # what is written under another token than the row's is refused
    until: datetime
    lease_seconds: float
    attempt: int = 1
    status: Status = "making"
    script: str = ""
    script_hash: str = ""


@dataclass(frozen=True)
class Taken:
    """A bulletin that is not ours to make, and why, in one line."""

    entry: Entry
    reason: str


@dataclass(frozen=True)
class Happening:
    """Something that happened to a bulletin."""

    station: str
    slot: datetime
    at: datetime
    what: str  # claimed, taken over, released, scripted, corrected, approved, rejected, made, delivered, aired, withdrawn, none, failed
    by: str
    note: str = ""


@dataclass(frozen=True)
class Delivery:
    """What one target has of a bulletin."""

    target: str  # its name on the station
    state: Delivered
    identity: str = ""  # what the target calls it: the same on every replace
    tries: int = 1
    note: str = ""
    changed: datetime | None = None  # the playlog's to say


@dataclass(frozen=True)
class Seen:
    """An article as it came in on a wire."""

    article: str  # its id
    wire: str
    guid: str
    url: str
    source: str
    headline: str
    slug: str
    category: str
    language: str
    published: datetime | None
    first_seen: datetime
    last_seen: datetime  # to within a day


@dataclass(frozen=True)
class Chosen:
    """What was decided of one event for one bulletin.  `place` is None where it was left out."""

    station: str
    slot: datetime
    event: str
    article: str
    place: int | None
    reason: str
    score: float
    breaking: bool
    update: bool
    status: Status  # of the bulletin
    headline: str = ""
    slug: str = ""
    url: str = ""
    source: str = ""
    category: str = ""
    published: datetime | None = None


@dataclass(frozen=True)
class Told:
    """All that is known of one story: its articles and their versions, what was decided, and where it was heard."""

    event: str  # "" where it was only seen
    headline: str
    slug: str
    seen: tuple[Seen, ...]  # oldest first; what one wire changed under one guid stands here more than once
    choices: tuple[Chosen, ...]  # oldest first
    airings: tuple[Airing, ...]  # oldest first
