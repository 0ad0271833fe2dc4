"""The playlog itself: what can be asked of it and told to it.  How each is done stands in the file that it names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Literal

from ..model import Airing, Article, Bulletin, Choice, Mark
from .values import Chosen, Claim, Delivery, Entry, Happening, Taken, Told

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

Happens = Literal["corrected", "approved", "rejected", "delivered", "aired", "withdrawn"]


def opened(url: str) -> Playlog:
    """The playlog at sqlite:///FILE or postgresql://HOST/NAME; it is made, or brought up to date, where it must be.

    "sqlite://" is one in memory, which is empty, and forgotten when it is closed.
    Raises PlaylogError where it cannot be opened, is no playlog, or is one of a newer version of this program.
    """
    # all of it, here and now: nothing is read in for the first time in a second thread
    from . import claiming, happening, making, marking, pruning, recalling, seeing, telling  # noqa: F401
    from .migrating import bring_up_to_date
    from .opening import engine_of

    engine = engine_of(url)
    try:
        bring_up_to_date(engine)
    except BaseException:
        engine.dispose()
        raise
    return Playlog(engine)


class Playlog:
    """An open playlog; `opened` makes one.  Any thread may use it, but no process that was forked from this one.

    All times are aware.  Every call is a transaction of its own, on disk when it returns, and raises PlaylogError.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Close its connections."""
        self._engine.dispose()

    def __enter__(self) -> Playlog:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------ what came in: seeing.py

    def see(self, articles: Sequence[Article], now: datetime) -> dict[str, datetime]:
        """Write down articles that are new; when each was first seen, by its id."""
        from .seeing import see

        return see(self._engine, articles, now)

    # ------------------------------------------------------------ one bulletin: claiming.py, making.py, happening.py

    def claim(
        self, station: str, slot: datetime, *, by: str, now: datetime, lease_seconds: float = 900, again: bool = False
    ) -> Claim | Taken:
        """The right to make the bulletin of that slot, for one process; Taken where another has it or it is made.

        A claim whose lease ran out is given to one other, and a bulletin that failed or is "none" may be claimed
        again; `again` also one that is made, which stands until the new one is finished.
        """
        from .claiming import claim

        return claim(self._engine, station, slot, by, now, lease_seconds, again)

    def renew(self, claim: Claim, now: datetime) -> Claim:
        """Hold it for another lease, from `now`."""
        from .claiming import renew

        return renew(self._engine, claim, now)

    def release(self, claim: Claim, now: datetime) -> None:
        """Let go of it, and leave the bulletin as far as it is: a script that waits for a person."""
        from .claiming import release

        release(self._engine, claim, now)

    def scripted(
        self,
        claim: Claim,
        *,
        path: str,
        script_hash: str,
        template: str,
        choices: Sequence[Choice] = (),
        now: datetime,
    ) -> None:
        """The script is written, at `path`; `script_hash` is the SHA-256 of its text, in hex.

        Of the choices so much is kept that they can be told of when the wires have forgotten them.
        """
        from .making import scripted

        scripted(self._engine, claim, path, script_hash, template, choices, now)

    def finished(self, claim: Claim, bulletin: Bulletin, airings: Sequence[Airing], now: datetime) -> None:
        """The bulletin is made, and these stories are in it."""
        from .making import finished

        finished(self._engine, claim, bulletin, airings, now)

    def nothing(self, claim: Claim, reason: str, now: datetime, choices: Sequence[Choice] = ()) -> None:
        """There is no bulletin for this slot, and this is why."""
        from .making import over

        over(self._engine, claim, "none", reason, choices, now)

    def failed(self, claim: Claim, reason: str, now: datetime, choices: Sequence[Choice] = ()) -> None:
        """It could not be made."""
        from .making import over

        over(self._engine, claim, "failed", reason, choices, now)

    def orphaned(self, station: str, slot: datetime, *, by: str, reason: str, now: datetime) -> bool:
        """A claim of a process that is known to be dead: it failed now; False where it was not that process's."""
        from .making import orphaned

        return orphaned(self._engine, station, slot, by, reason, now)

    def happened(
        self,
        station: str,
        slot: datetime,
        what: Happens,
        *,
        by: str,
        now: datetime,
        note: str = "",
        script_hash: str = "",
    ) -> None:
        """Something happened to a bulletin later.

        "approved" needs the hash of the script that the person read, "corrected" that of the person's own words: with
        it an approval of other words is gone.
        """
        from .happening import happened

        happened(self._engine, station, slot, what, by, note, now, script_hash)

    def deliver(self, station: str, slot: datetime, delivery: Delivery, *, by: str, now: datetime) -> None:
        """Write down what one target has of a bulletin."""
        from .happening import deliver

        deliver(self._engine, station, slot, delivery, by, now)

    def begin_delivery(
        self, station: str, slot: datetime, target: str, *, by: str, now: datetime, lease_seconds: float = 120
    ) -> Delivery | None:
        """The right to bring a bulletin to a target, for one process; None where it is there, or another is at it."""
        from .happening import begin

        return begin(self._engine, station, slot, target, by, now, lease_seconds)

    # ------------------------------------------------------------ an editor's marks: marking.py

    def mark(self, station: str, mark: Mark, now: datetime) -> None:
        """Mark an event; a mark of the same kind is replaced."""
        from .marking import mark as marked

        marked(self._engine, station, mark, now)

    def unmark(self, station: str, event: str, kind: str) -> bool:
        """Take a mark away; False where there was none."""
        from .marking import unmark

        return unmark(self._engine, station, event, kind)

    def marks(self, station: str, now: datetime) -> tuple[Mark, ...]:
        """The marks that hold at `now`, in the order in which they were made."""
        from .marking import marks_at

        return marks_at(self._engine, station, now)

    # ------------------------------------------------------------ what is known: recalling.py, telling.py

    def airings(self, station: str, since: datetime) -> tuple[Airing, ...]:
        """What was in bulletins that were made or aired, of slots from `since` on, oldest first."""
        from .recalling import aired

        return aired(self._engine, station, since)

    def history(
        self,
        station: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 100,
    ) -> tuple[Entry, ...]:
        """The latest bulletins of a station, or of all, with slots from `since` and before `until`; the latest first."""
        from .recalling import history

        return history(self._engine, station, since, until, limit)

    def bulletin(self, station: str, slot: datetime) -> Entry | None:
        """One bulletin; None where there is none."""
        from .recalling import entry

        return entry(self._engine, station, slot)

    def choices(self, station: str, slot: datetime) -> tuple[Chosen, ...]:
        """What was decided for a bulletin: the running order, then what was left out."""
        from .recalling import decided

        return decided(self._engine, station, slot)

    def happenings(self, station: str, slot: datetime) -> tuple[Happening, ...]:
        """All that happened to a bulletin, oldest first."""
        from .recalling import happened_to

        return happened_to(self._engine, station, slot)

    def deliveries(self, station: str, slot: datetime) -> tuple[Delivery, ...]:
        """What the targets have of a bulletin, by their names."""
        from .happening import delivered

        return delivered(self._engine, station, slot)

    def told(self, station: str, name: str) -> tuple[Told, ...]:
        """What is known of a story, by slug, event, article, address or words of its headline; the latest first."""
        from .telling import told

        return told(self._engine, station, name)

    def prune(self, now: datetime, keep_days: int) -> int:
        """Forget what is older, and after 14 days why stories were not chosen; how many rows went."""
        from .pruning import prune

        return prune(self._engine, now, keep_days)
