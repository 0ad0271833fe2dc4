"""The hourly loop: looks at what is due, does it, tells it, and waits for what is next.

Everything that must outlive this process is in the playlog, so it may be killed at any moment: the next one goes on
where this one stopped.  Bulletins are made in processes of their own (child.py) and delivered in threads.
"""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Protocol

from .. import newsroom, playlog, publish, script
from ..errors import BulletinError, PlaylogError, PublishError, StationError, UsageError
from ..playlog import Entry, Taken
from ..station import Target as Row
from .children import Child, begun
from .deciding import TOLD, Slot, Step, next_time, steps
from .looking import BEHIND, FLASH, file_of, heartbeat, known, ready
from .telling import Told

LONGEST_WAIT = 30.0  # seconds between two looks: an editor may have approved, or marked, something
MAKING = timedelta(minutes=8)  # no bulletin takes so long: its engine hangs
LEAST = timedelta(minutes=1)  # that a bulletin is given

Tell = Callable[[Told], None]


class Clock(Protocol):
    """The time, and the art of waiting."""

    def now(self) -> datetime:
        """What time it is, aware."""

    def wait(self, seconds: float, *, busy: bool) -> None:
        """Let time pass, until something calls for attention; `busy`: while a child or a delivery is at work."""


@dataclass
class Loop:
    """One station's loop; `run` goes round until `stop` is set."""

    file: Path | None
    clock: Clock
    tell: Tell
    stop: threading.Event = field(default_factory=threading.Event)
    reread: threading.Event = field(default_factory=threading.Event)
    making: timedelta = MAKING

    def __post_init__(self) -> None:
        self.station, self.places = ready(self.file)
        self.child: Child | None = None
        self.threads: dict[tuple[datetime, str], threading.Thread] = {}
        self.flash_at: datetime | None = None
        self.hung: datetime | None = None  # the slot whose voice came to no end
        self.damaged: set[datetime] = set()  # slots whose files are not what was made
        self.by = f"{socket.gethostname()}:{os.getpid()}"

    def run(self, until: datetime | None = None) -> None:
        """Go round until `stop` is set, or the clock shows `until`.  Raises UsageError where another loop runs here."""
        from filelock import FileLock, Timeout

        try:
            lock = FileLock(self.station.path(f".onair-{self.station.slug}.lock")).acquire(timeout=0)
        except Timeout:
            raise UsageError(
                f"`bulletin onair` is running for {self.station.name} already: stop that one first"
            ) from None
        with lock, playlog.opened(self.station.playlog_url) as log:
            self.log, self.log_file = log, file_of(self.station)
            self._orphans(known(self.station, log, self.clock.now()))
            self._missed()
            self.tell(Told("started", self.clock.now(), note=f"{len(self.places)} targets, pid {os.getpid()}"))
            try:
                while not self.stop.is_set() and (until is None or self.clock.now() < until):
                    self.clock.wait(self._round(), busy=bool(self.child or self.threads))
            finally:
                self._end()
                self.tell(Told("stopped", self.clock.now()))

    def _round(self) -> float:
        """Do what is due; the seconds until there may be more."""
        if self.reread.is_set():
            self._reread()
        if file_of(self.station) != self.log_file:
            # the bulletins that are being made are written down in that one
            raise PlaylogError("the playlog's file is gone, or another one: it is opened anew")
        now = self.clock.now()
        self._reap(now)
        slots = known(self.station, self.log, now)
        self._orphans(slots)
        self._air(slots, now)
        for step in steps(slots, list(self.places), self.station.onair, self.station.approval, now=now):
            self._do(step, slots, now)
        self._again(now)
        self._flash(now)
        with suppress(PublishError):  # a full disk: whoever looks at the file's age is told so by that
            publish.file(heartbeat(self.station), f"{now.isoformat()}\n", durable=False)
        due = next_time(slots, list(self.places), self.station.onair, self.station.approval, now=now)
        wait = (due - self.clock.now()).total_seconds() if due else LONGEST_WAIT
        return 0.2 if self.child or self.threads else max(0.0, min(wait, LONGEST_WAIT))

    # ------------------------------------------------------------ steps

    def _do(self, step: Step, slots: Sequence[Slot], now: datetime) -> None:
        if step.kind == "none":
            self._none(step, now)
        elif step.kind in ("draft", "make"):
            taken_back = any(slot == step.slot for slot, _ in self.threads)  # it would be written down of the new one
            self._make(step, now) if not (step.killed and taken_back) else None
        elif (step.slot, step.target) not in self.threads:
            entry = next(slot.entry for slot in slots if slot.at == step.slot)
            row = self.places[next(place for place in self.places if place.name == step.target)]
            self._in_thread(step, entry, row, now) if entry else None

    def _make(self, step: Step, now: datetime, template: str = "", *, again: bool = False) -> None:
        """Begin a bulletin in a process of its own, if none is being made."""
        if self.child is not None or self.stop.is_set():
            return
        asked = {
            "kind": step.kind, "station": str(self.file or "station.toml"), "now": now.isoformat(),
            "at": step.slot.isoformat(), "rung": step.rung, "approved": step.approved, "template": template,
            "hung": step.slot == self.hung, "again": again, "killed": step.killed,
        }  # fmt: skip
        self.child = begun(step, self.station, asked, seconds=self._given(step, now).total_seconds(), now=now)
        self.tell(Told("making", now, step.slot, note=step.rung, kind=template or step.kind))

    def _given(self, step: Step, now: datetime) -> timedelta:
        """How long a bulletin may take: half of the time that is left at most, the rest is for the other rungs."""
        left = step.slot + timedelta(minutes=self.station.onair.late_minutes) - now
        return min(self.making, max(LEAST, left / 2))

    def _reap(self, now: datetime) -> None:
        """See what became of the child, and of the threads."""
        self.threads = {key: thread for key, thread in self.threads.items() if thread.is_alive()}
        child = self.child
        if child is None:
            return
        if child.process.poll() is None:
            if monotonic() > child.until and not child.why:
                self.hung, child.why = child.step.slot, "the making hung and was stopped"
                self._orphan(child, child.why, now)  # first: what it says when it is stopped is not the reason
                child.end()
            return
        self.child, result = None, child.result()
        flash = child.step.slot == self.flash_at
        if child.process.returncode == 0:
            what = "drafted" if child.step.kind == "draft" else "taken" if "taken" in result else "made"
            self.tell(Told(what, now, child.step.slot, note=str(result.get("taken") or result.get("folder") or "")))
        elif flash and result.get("kind") in ("NothingToTell", "NoNews"):
            return  # nothing is breaking: that is how it should be
        else:
            why = child.why or str(result.get("error") or f"the process ended with {child.process.returncode}")
            self._orphan(child, why, now)
            self.tell(Told("failed", now, child.step.slot, note=why, bad=True))

    def _none(self, step: Step, now: datetime) -> None:
        """No bulletin for this slot: the reason stands in the playlog, and the programme goes on."""
        if self.child and self.child.step.slot == step.slot:
            return  # it is at it, though it may not have its claim yet
        claim = self.log.claim(self.station.slug, step.slot, by=self.by, now=now)
        if not isinstance(claim, Taken):
            self.log.nothing(claim, step.reason, now)
            self.tell(Told("none", now, step.slot, note=step.reason, bad=True))

    def _in_thread(self, step: Step, entry: Entry, row: Row, now: datetime) -> None:
        """Deliver, or withdraw, without waiting for it: one target that hangs holds up no other."""

        def work() -> None:
            do = newsroom.deliver if step.kind == "deliver" else newsroom.withdraw
            try:
                of = do(entry, row, self.station, self.log, by=self.by, now=now)
            except BulletinError as error:
                if isinstance(error, PublishError) and step.kind == "deliver":
                    self.damaged.add(step.slot)
                self.tell(Told(f"{step.kind} failed", now, step.slot, step.target, str(error), bad=True))
                return
            if of is not None:
                self.tell(Told(of.state, now, step.slot, step.target, of.note))

        thread = threading.Thread(target=work, name=f"{step.kind} {step.target}", daemon=True)
        self.threads[step.slot, step.target] = thread
        thread.start()

    def _air(self, slots: Sequence[Slot], now: datetime) -> None:
        """What is made, delivered and due is on the air."""
        for slot in slots:
            there = any(of.state == "delivered" for of in slot.deliveries.values())
            if slot.entry and slot.entry.status == "made" and there and slot.at <= now:
                self.log.happened(self.station.slug, slot.at, "aired", by=self.by, now=now)
                self.tell(Told("on air", now, slot.at, note="; ".join(slot.entry.headlines)))

    def _again(self, now: datetime) -> None:
        """A bulletin whose files were damaged before it was delivered is made once more, while it is worth it."""
        late = timedelta(minutes=self.station.onair.late_minutes)
        for slot in sorted(self.damaged):
            if self.child is None or now >= slot + late:
                self.damaged.discard(slot)
                self._make(Step("make", slot), now, again=True) if now < slot + late else None

    def _flash(self, now: datetime) -> None:
        """Ask the wires, now and then, for what cannot wait."""
        rules = self.station.onair
        due = self.flash_at is None or now - self.flash_at >= timedelta(minutes=rules.flash_minutes)
        if rules.flash and due and self.child is None:
            self.flash_at = now.replace(second=0, microsecond=0)
            self._make(Step("make", self.flash_at), now, FLASH)

    # ------------------------------------------------------------ beginnings and ends

    def _orphans(self, slots: Sequence[Slot]) -> None:
        """Work of processes of this machine that are dead is free at once, not when its lease ends."""
        now = self.clock.now()
        for slot in slots:
            entry = slot.entry
            if entry is None:
                continue
            for of in slot.deliveries.values():
                if of.state == "trying" and newsroom.dead(of.note):
                    died = replace(of, state="failed", note="its process died")
                    self.log.deliver(entry.station, entry.slot, died, by=self.by, now=now)
            if entry.until and newsroom.dead(entry.by):
                self.log.orphaned(entry.station, entry.slot, by=entry.by, reason="its process died", now=now)
                self.tell(Told("orphaned", now, entry.slot, note=entry.by, bad=True))

    def _missed(self) -> None:
        """Slots of the last day that nobody made get their reason."""
        now, late = self.clock.now(), timedelta(minutes=self.station.onair.late_minutes)
        there = self.log.history(self.station.slug, now - TOLD, now + BEHIND, 2000)
        if not there:
            return
        done = {entry.slot for entry in there}
        slot = script.next_slot(self.station, min(done))
        while slot < now - late:
            if slot not in done:
                self._none(Step("none", slot, reason="missed: `bulletin onair` was not running"), now)
            slot = script.next_slot(self.station, slot)

    def _reread(self) -> None:
        self.reread.clear()
        try:
            station, places = ready(self.file)
            if (station.slug, station.playlog_url) != (self.station.slug, self.station.playlog_url):
                raise StationError("with another name or playlog `bulletin onair` must be started anew")  # lock, slots
            self.station, self.places = station, places
            self.tell(Told("reread", self.clock.now()))
        except BulletinError as error:
            self.tell(Told("reread failed", self.clock.now(), note=f"{error}; the old one stays", bad=True))

    def _end(self) -> None:
        if self.child:
            self.child.end()
            self._orphan(self.child, "stopped with `bulletin onair`", self.clock.now())
            self.child = None

    def _orphan(self, child: Child, why: str, now: datetime) -> None:
        """What a child held and did not write an end to has failed; so has what it never came to."""
        if self.log.orphaned(self.station.slug, child.step.slot, by=child.holder, reason=why, now=now):
            return
        entry = self.log.bulletin(self.station.slug, child.step.slot)
        if entry is None or (entry.status == "failed" and entry.changed < child.began):
            # it ended before it had a claim: it is tried again after a pause, not at once
            claim = self.log.claim(self.station.slug, child.step.slot, by=self.by, now=now)
            if not isinstance(claim, Taken):
                self.log.failed(claim, why, now)


__all__ = ["Clock", "Loop"]
