"""A person reads it first: the real loop, processes, wires, voice and target, with a clock that is moved on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_week import Papers, week

from bulletin import playlog, station
from bulletin.errors import PlaylogError
from bulletin.model import Mark
from bulletin.newsroom import approving
from bulletin.onair import Loop, Told
from bulletin.playlog import Entry

HOUR = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
SLOT = HOUR + timedelta(hours=1)
ADA = "ada@studio"

Act = Callable[["Night"], object]


@dataclass
class Night:
    """A station, its loop, and what people do at which minutes from the slot; a clock for the loop, too."""

    home: Path
    papers: Papers
    plan: list[tuple[datetime, Act]]
    at: datetime
    told: list[Told] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at

    def wait(self, seconds: float, *, busy: bool) -> None:
        """While somebody works time goes by as it does; else it leaps to what is next."""
        start = time.monotonic()
        if busy:
            time.sleep(0.05)
            self.at += timedelta(seconds=time.monotonic() - start)
        else:
            later = self.at + timedelta(seconds=max(seconds, 0.05))
            self.at = min([later, *(moment for moment, _ in self.plan if moment > self.at)])
        self.papers.now = self.at
        while self.plan and self.plan[0][0] <= self.at:
            _, act = self.plan.pop(0)
            with playlog.opened(self.station.playlog_url) as self.log:
                act(self)

    @property
    def station(self) -> station.Station:
        return station.load(self.home / "station.toml")

    def entry(self, slot: datetime = SLOT) -> Entry:
        with playlog.opened(self.station.playlog_url) as log:
            found = log.bulletin(self.station.slug, slot)
        assert found is not None
        return found

    def aired(self) -> str | None:
        """The script of what the target has; None where it has nothing."""
        latest, folder = self.home / "air" / "latest.mp3", Path(self.entry().folder)
        if not latest.exists():
            return None
        assert latest.read_bytes() == (folder / "bulletin.mp3").read_bytes()
        return (folder / "script.md").read_text()

    def whats(self) -> list[str]:
        return [told.what for told in self.told if told.slot == SLOT]


Run = Callable[..., Night]


@pytest.fixture(scope="module")
def papers() -> Iterator[Papers]:
    with Papers(week(HOUR - timedelta(hours=11), hours=13)) as papers:
        yield papers


@pytest.fixture
def night(tmp_path: Path, papers: Papers) -> Run:
    def run(plan: dict[float, Act], *, without: str = "none", hours: int = 0) -> Night:
        """The loop from 21 minutes before the slot, or `hours` before that, to a minute after it."""
        (tmp_path / "station.toml").write_text(
            'name = "Slot Radio"\nvoice = "tone"\ntimezone = "UTC"\nlength = "30s"\n[clock]\nfit = "at most"\n'
            '[desk]\nstories = 2\nwords = 20\n[folders]\ncache = "cache"\n'
            f'[approval]\nneeded = true\nwithout = "{without}"\n'
            '[[targets]]\nkind = "folder"\nsettings = { path = "air" }\n' + papers.wires()
        )
        acts = [(SLOT + timedelta(minutes=minutes), act) for minutes, act in sorted(plan.items())]
        one = Night(tmp_path, papers, acts, SLOT - timedelta(hours=hours, minutes=21))
        papers.now = one.at
        loop = Loop(tmp_path / "station.toml", one, one.told.append)
        loop.run(until=SLOT + timedelta(minutes=1))
        return one

    return run


def yes(one: Night) -> None:
    approving.approve(one.entry(), one.station, one.log, by=ADA, now=one.at)


def yes_an_hour_before(one: Night) -> None:
    approving.approve(one.entry(SLOT - timedelta(hours=1)), one.station, one.log, by=ADA, now=one.at)


def yes_to_what_is_there(one: Night) -> None:
    shown = approving.read(one.entry(), one.station, one.log, one.at).hash[:12]
    approving.approve(one.entry(), one.station, one.log, by=ADA, now=one.at, shown=shown)


def no(one: Night) -> None:
    approving.reject(one.entry(), one.station, one.log, by=ADA, now=one.at, why="the lead is\nwrong ")


def by_hand(one: Night) -> None:
    """With an editor of their own, past us."""
    path = Path(one.entry().script)
    path.write_text(path.read_text().replace("That's the news", "That was the news"))


def other_words(one: Night) -> None:
    text = Path(one.entry().script).read_text().replace("That's the news", "And that is the news")
    approving.correct(one.entry(), one.station, one.log, text=text, by=ADA, now=one.at)


def kill_the_leader(one: Night) -> None:
    leader = next(choice for choice in one.log.choices(one.station.slug, SLOT) if choice.place)
    one.log.mark(one.station.slug, Mark(leader.event, "kill"), one.at)


def both(*acts: Act) -> Act:
    return lambda one: [act(one) for act in acts]


def happened(one: Night) -> list[tuple[str, str]]:
    with playlog.opened(one.station.playlog_url) as log:
        return [(one.what, one.by) for one in log.happenings(one.station.slug, SLOT)]


def test_what_was_approved_is_aired_word_for_word(night: Run) -> None:
    one = night({-15: yes})

    script = Path(one.entry().script).read_text()
    assert one.aired() == script
    assert "That's the news" in script
    assert one.entry().status == "aired"
    assert ("approved", ADA) in happened(one)
    assert one.whats() == ["making", "drafted", "making", "made", "delivered", "on air"]


def test_words_that_were_changed_after_the_yes_are_not_aired(night: Run) -> None:
    one = night({-15: both(yes, by_hand)})

    assert one.aired() is None
    assert (one.entry().status, one.entry().reason) == ("none", "nobody approved it in time")
    [failed] = [told for told in one.told if told.what == "failed"]
    assert "was changed since it was approved: read it and approve it again" in failed.note


def test_they_are_when_they_are_approved(night: Run) -> None:
    one = night({-15: both(yes, by_hand), -10: yes_to_what_is_there})
    assert "That was the news" in (one.aired() or "")


def test_corrected_words_are_aired_when_they_are_approved(night: Run) -> None:
    one = night({-15: both(yes, other_words), -14: yes})
    assert "And that is the news" in (one.aired() or "")

    happenings = [what for what, by in happened(one) if by == ADA]
    assert happenings == ["approved", "corrected", "approved"]


def test_a_yes_to_earlier_words_is_none_to_the_corrected_ones(night: Run) -> None:
    one = night({-15: both(yes, other_words)})
    assert (one.aired(), one.entry().status) == (None, "none")


def test_nobody_said_a_word_and_the_station_wants_none(night: Run) -> None:
    one = night({})
    assert (one.aired(), one.entry().status, one.entry().reason) == (None, "none", "nobody approved it in time")
    assert one.whats() == ["making", "drafted", "none"]


def test_nobody_said_a_word_and_the_station_airs_it(night: Run) -> None:
    one = night({-15: other_words}, without="air")
    assert "And that is the news" in (one.aired() or "")
    assert (one.entry().status, one.entry().approved_hash) == ("aired", "")


def test_nobody_said_a_word_and_the_last_good_one_is_greeted_anew(night: Run) -> None:
    one = night({-75: yes_an_hour_before}, without="last good", hours=1)

    before = one.entry(SLOT - timedelta(hours=1))
    assert (before.status, one.entry().status) == ("aired", "aired")
    assert one.entry().headlines == before.headlines != ()
    assert f"{SLOT:%Y-%m-%dT%H:%M}" in (one.aired() or "")
    assert one.entry().by.endswith("(last good)")


def test_where_there_is_no_last_good_one_there_is_none(night: Run) -> None:
    one = night({}, without="last good")
    assert (one.aired(), one.entry().status) == (None, "none")
    assert "no good bulletin" in one.entry().reason


def test_a_no_is_final_and_says_why(night: Run) -> None:
    one = night({-15: no}, without="air")
    assert (one.aired(), one.entry().status) == (None, "none")
    assert one.entry().reason == f"rejected by {ADA}: the lead is wrong"
    assert one.whats() == ["making", "drafted"]


def test_a_story_that_was_killed_since_is_not_aired_unread(night: Run) -> None:
    one = night({-15: kill_the_leader}, without="air")
    assert one.aired() is None
    assert "killed since the script was written" in next(told.note for told in one.told if told.what == "failed")


def test_a_story_that_is_killed_after_the_yes_is_not_aired(night: Run) -> None:
    one = night({-15: yes, -3: kill_the_leader})
    assert (one.aired(), one.entry().status) == (None, "made")
    assert one.whats()[-1] == "failed"
    assert "killed since it was approved" in next(told.note for told in one.told if told.what == "failed")


def test_what_is_on_the_air_is_past_saying_anything(night: Run) -> None:
    refused: list[str] = []

    def try_all(one: Night) -> None:
        for act in (yes, no, other_words):
            with pytest.raises(PlaylogError) as error:
                act(one)
            refused.append(str(error.value))

    night({-15: yes, 0.5: try_all})
    assert refused == [
        f"it cannot be {what}: it is on the air already" for what in ("approved", "rejected", "corrected")
    ]


def test_what_is_read_aloud_just_now_is_not_corrected(tmp_path: Path) -> None:
    with playlog.opened(f"sqlite:///{tmp_path / 'playlog.sqlite'}") as log:
        claim = log.claim("radio", SLOT, by="host:1", now=HOUR)
        assert isinstance(claim, playlog.Claim)
        log.scripted(claim, path="s.md", script_hash="a", template="hourly", now=HOUR)
        say = {"by": ADA, "now": HOUR}
        with pytest.raises(PlaylogError, match="is being made by host:1"):
            log.happened("radio", SLOT, "corrected", script_hash="b", **say)
        log.release(claim, HOUR)
        log.happened("radio", SLOT, "approved", script_hash="a", **say)
        log.happened("radio", SLOT, "corrected", script_hash="b", **say)

        entry = log.bulletin("radio", SLOT)
        assert entry is not None
        assert (entry.status, entry.script_hash, entry.approved_hash) == ("scripted", "b", "")
        with pytest.raises(PlaylogError, match="was changed since it was read"):
            log.happened("radio", SLOT, "approved", script_hash="a", **say)
