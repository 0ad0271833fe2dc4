"""A person reads a bulletin before it is aired: which wait, and yes, no, or other words to one of them.

What is approved are the words of the script file at that moment, by their hash: other words wait for a person again.
"""

from __future__ import annotations

import os
import socket
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from .. import publish, script
from ..errors import CopyErrors, PlaylogError, ScriptError
from ..playlog import Entry, Playlog, Taken
from ..station import Station, slug_of
from .checking import check
from .claims import claimed
from .drafting import draft
from .killed import killed_in
from .places import is_script
from .slots import hash_of
from .values import Draft, Found

SHORT = 12  # hex digits of a hash, for people
LEAST = 6  # that a person has to give
AHEAD = timedelta(days=8)  # a draft may be asked for so long before its slot


@dataclass(frozen=True)
class Read:
    """A script that waits, as it stands in its file now, and what the desk has to say of it."""

    entry: Entry
    draft: Draft
    remarks: tuple[Found, ...]
    killed: tuple[str, ...]  # stories in it that an editor killed since
    hash: str  # of its words, in hex

    @property
    def errors(self) -> tuple[str, ...]:
        """What must not go on air, a line each."""
        told = [str(found) for found in self.remarks if found.remark.severity == "error"]
        return (*told, *(f"killed by an editor: {title}" for title in self.killed))

    @property
    def changed(self) -> bool:
        """Its file has other words than the playlog knows of: somebody corrected it by hand."""
        return self.hash != self.entry.script_hash


def waiting(station: Station, log: Playlog, now: datetime) -> tuple[Entry, ...]:
    """The drafts that wait for a person, or were approved and wait to be made; the next first."""
    since = now - timedelta(minutes=station.onair.late_minutes)
    found = log.history(station.slug, since, now + AHEAD, 500)
    return tuple(sorted((entry for entry in found if waits(entry)), key=lambda entry: entry.slot))


def read(entry: Entry, station: Station, log: Playlog, now: datetime) -> Read:
    """A script with the desk's remarks.  Raises ScriptError where its file cannot be read, PlaylogError."""
    path = script_of(entry)
    if not is_script(path):
        raise ScriptError(f"{path}: it is no script any more; `bulletin edit` it, or `bulletin draft --again`")
    made_of = draft([path], station, now=now, at=entry.slot.astimezone(station.zone))
    if slug_of(made_of.script.station) != station.slug:
        raise ScriptError(f"{path}: it is a script of {made_of.script.station}, not of {station.name}")
    killed = killed_in(made_of.script, station, log, entry.slot, now)
    return Read(entry, made_of, tuple(check(made_of, station)), killed, hash_of(made_of.text))


def approve(
    entry: Entry, station: Station, log: Playlog, *, by: str, now: datetime, shown: str = "", anyway: bool = False
) -> Read:
    """Say yes to the words that stand in the script now; `shown` is the beginning of the hash of those that were read.

    Raises PlaylogError where they are others, or it is too late; CopyErrors for what must not go on air, but `anyway`.
    """
    may(entry, "approved")
    found = read(entry, station, log, now)
    hour = f"{entry.slot.astimezone(station.zone):%H:%M}"
    if shown and len(shown) < LEAST:
        raise PlaylogError(f'a hash of "{shown}" is too short to tell scripts apart: give {LEAST} digits, or all')
    if not found.hash.startswith(shown.lower()):
        raise PlaylogError(
            f"the script has the hash {found.hash[:SHORT]} now, not {shown[:SHORT]}: `bulletin review {hour}` shows it"
        )
    if found.changed and not shown:
        raise PlaylogError(
            f"{entry.script} was changed since it was written: read it, `bulletin review {hour}`, "
            f"and approve it with --hash {found.hash[:SHORT]}"
        )
    if found.errors and not anyway:
        raise CopyErrors(f"not approved: {'; '.join(found.errors[:3])}{_more(found)}; correct it, or --anyway")
    if found.changed:
        _note_corrected(entry, log, found.hash, by, now)
    note = f"{found.hash[:SHORT]}{f' with {len(found.errors)} errors' if found.errors else ''}"
    log.happened(station.slug, entry.slot, "approved", by=by, now=now, note=note, script_hash=found.hash)
    return found


def reject(entry: Entry, station: Station, log: Playlog, *, by: str, now: datetime, why: str) -> None:
    """Say no: there is no bulletin for that slot, and this is why.  Raises PlaylogError where it is too late."""
    reason = f"rejected by {by}: {' '.join(why.split())}"
    if entry.status != "failed":
        may(entry, "rejected")
        log.happened(station.slug, entry.slot, "rejected", by=by, now=now, note=reason)
        return
    claim = claimed(log, station.slug, entry.slot, now=now)
    if isinstance(claim, Taken):
        raise PlaylogError(claim.reason)
    log.nothing(claim, reason, now)


def correct(entry: Entry, station: Station, log: Playlog, *, text: str, by: str, now: datetime) -> Read:
    """Put other words into the script; a yes to those before is gone.

    Raises ScriptError where they cannot be read as a script of this station, PlaylogError where it is too late.
    """
    path = script_of(entry)
    found = script.from_text(text, str(path))
    if slug_of(found.station) != station.slug or not any(cue.lines for cue in found.cues):
        raise ScriptError(f"{path}: it is no script of {station.name} with words to read")
    if hash_of(text) != entry.script_hash:  # first: where it is too late the file stays as it was read aloud
        may(entry, "corrected")
        _note_corrected(entry, log, hash_of(text), by, now)
    if path.read_bytes() != text.encode():
        publish.file(path, text)
    return read(log.bulletin(station.slug, entry.slot) or entry, station, log, now)


def may(entry: Entry, what: str) -> None:
    """Raises PlaylogError, which says what can be done, where a draft cannot be `what`: it is too late."""
    if waits(entry) and not (what == "approved" and entry.status == "failed"):
        return
    now_what = {
        "making": "it is being written or made just now; look again in a minute",
        "made": f"it is made already; `bulletin make {entry.script}` takes its place, while it is not aired",
        "aired": "it is on the air already",
        "none": f"there is none: {entry.reason}; `bulletin draft` writes another, `bulletin make {entry.script}` makes this",
        "failed": f"it failed: {entry.reason}"
        + ("; it was approved, and is tried again" if entry.approved_hash else ""),
    }[entry.status]
    raise PlaylogError(f"it cannot be {what}: {now_what}")


def waits(entry: Entry) -> bool:
    """Whether a person can still say something of it."""
    return entry.status in ("scripted", "approved") or (entry.status == "failed" and bool(entry.approved_hash))


def person() -> str:
    """Who sits here: user@host."""
    import pwd

    try:
        name = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:  # in a container, mostly
        name = str(os.geteuid())
    return f"{name}@{socket.gethostname()}"


def script_of(entry: Entry) -> Path:
    """Its script's file, whatever is in it.  Raises ScriptError where there is none."""
    path = Path(entry.script)
    if not path.is_file():
        raise ScriptError(f"{entry.script or 'its script'} is not there; `bulletin draft --again` writes another")
    return path


def _note_corrected(entry: Entry, log: Playlog, script_hash: str, by: str, now: datetime) -> None:
    log.happened(
        entry.station, entry.slot, "corrected", by=by, now=now, note=script_hash[:SHORT], script_hash=script_hash
    )


def _more(found: Read) -> str:
    return f"; and {len(found.errors) - 3} more" if len(found.errors) > 3 else ""
