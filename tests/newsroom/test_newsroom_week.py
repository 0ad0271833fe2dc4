"""A simulated week of an unattended newsroom: real feeds on loopback, the real playlog, a moving clock; no audio.

168 hours in London in which summer time ends, with duplicates, updates, embargoes, old copy with new dates, two
breaking stories with a flash each, and six hours in which no wire answers.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from invented_week import BREAKING, SILENT, Item, Papers, week

from bulletin import newsroom, playlog, station
from bulletin.errors import NoNews
from bulletin.model import Airing, Bulletin, Rundown
from bulletin.newsroom.choosing import airings_of
from bulletin.playlog import Claim, Entry

START = datetime(2026, 10, 21, 23, 0, tzinfo=UTC)  # midnight in London; the clock goes back on the 25th
LEAD = timedelta(minutes=5)  # a bulletin is made so long before its slot

STATION = """name = "Week Radio"
voice = "tone"
timezone = "Europe/London"
[folders]
cache = "cache"
"""


class Newsroom:
    """A station whose bulletins are drafted and written down hour by hour, but not read aloud."""

    def __init__(self, folder: Path, papers: Papers) -> None:
        (folder / "station.toml").write_text(STATION + papers.wires())
        self.station = station.load(folder / "station.toml")
        self.papers = papers

    def bulletin(self, slot: datetime, template: str | None = None) -> str:
        """Draft the bulletin of a slot as `make` does; the script's text, or the reason why there is none."""
        now = slot - (timedelta() if template else LEAD)
        with playlog.opened(self.station.playlog_url) as log:
            claim = log.claim(self.station.slug, slot, by="test", now=now)
            assert isinstance(claim, Claim)
            where = self.station if template is None else newsroom_with(self.station, template)
            try:
                draft = newsroom.draft((), where, now=now, at=slot, template=template, log=log)
            except NoNews as error:
                log.nothing(claim, str(error), now)
                return str(error)
            said = {
                cue.slug: " ".join(line.text for line in cue.lines) for cue in draft.script.cues if cue.kind == "story"
            }
            log.scripted(
                claim,
                path="script.md",
                script_hash="0" * 64,
                template=template or "hourly",
                choices=draft.choices,
                now=now,
            )
            log.finished(claim, _bulletin(slot), airings_of(draft.stories, said, where, slot), now)
        return draft.text

    def week(self, hours: int) -> list[str]:
        """All bulletins of so many hours, and the flashes between them."""
        texts = []
        for hour in range(hours):
            slot = START + timedelta(hours=hour)
            self.papers.now = None if hour in SILENT else slot - LEAD
            texts.append(self.bulletin(slot))
            if hour in BREAKING:
                self.papers.now = slot + timedelta(minutes=25)
                texts.append(self.bulletin(slot + timedelta(minutes=25), "flash"))
        return texts

    def aired(self) -> tuple[Airing, ...]:
        with playlog.opened(self.station.playlog_url) as log:
            return log.airings(self.station.slug, START - timedelta(days=1))

    def entries(self) -> tuple[Entry, ...]:
        with playlog.opened(self.station.playlog_url) as log:
            return log.history(self.station.slug, START - timedelta(days=1), START + timedelta(days=9), 1000)


def newsroom_with(where: station.Station, template: str) -> station.Station:
    from dataclasses import replace

    return replace(where, template=template)


def _bulletin(slot: datetime) -> Bulletin:
    return Bulletin(
        f"{slot:%H%M}", "Week Radio", slot, "hourly", "tone", 180, "/", "bulletin.mp3", 180, -16, -1, Rundown(180, 180)
    )


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return week(START)


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, items: list[Item]) -> Newsroom:
    with Papers(items) as papers:
        room = Newsroom(tmp_path_factory.mktemp("week"), papers)
        room.week(168)
        return room


def versions(airing: Airing, items: list[Item]) -> list[Item]:
    """What the airing told: every version of its event that was in a feed by then."""
    events = {item.event for item in items if item.place in airing.copy or item.place in airing.headline}
    assert len(events) == 1, airing
    return [item for item in items if item.event in events and item.told <= airing.slot]


def test_no_stale_and_no_embargoed_story_airs(lived: Newsroom, items: list[Item]) -> None:
    most = lived.station.running_order.latest_hours
    wrong = []
    for airing in lived.aired():
        told = versions(airing, items)
        age = (airing.slot - max(item.new for item in told)).total_seconds() / 3600
        if age > most.get(told[0].category, most["other"]):
            wrong.append(f"stale: {age:.0f} h: {airing.headline}")
        if any(item.embargo and item.embargo > airing.slot for item in told):
            wrong.append(f"embargoed: {airing.headline}")
    assert wrong == []


def test_no_story_twice_in_a_bulletin_and_none_too_often(lived: Newsroom, items: list[Item]) -> None:
    aired = [(airing.slot, versions(airing, items)[0].event) for airing in lived.aired()]
    assert [twice for twice, times in Counter(aired).items() if times > 1] == []
    most = lived.station.running_order.most_airings
    often = [
        event
        for slot, event in aired
        if sum(e == event and slot - timedelta(hours=24) < s <= slot for s, e in aired) > most
    ]
    assert often == []


def test_quotas_hold_and_the_kicker_comes_last(lived: Newsroom) -> None:
    quotas = lived.station.running_order.quotas
    bulletins: dict[datetime, list[str]] = {}
    for airing in lived.aired():
        bulletins.setdefault(airing.slot, []).append(airing.category)
    over = [
        (slot, name)
        for slot, told in bulletins.items()
        for name, quota in quotas.items()
        if told.count(name) > quota.most
    ]
    assert over == []
    assert [told for told in bulletins.values() if "light" in told[:-1]] == []


def test_every_hour_has_its_bulletin_or_a_stated_reason(lived: Newsroom) -> None:
    entries = {entry.slot: entry for entry in lived.entries()}
    hours = [START + timedelta(hours=hour) for hour in range(168)]
    assert [slot for slot in hours if slot not in entries] == []
    none = {slot for slot in hours if entries[slot].status != "made"}
    assert none == {START + timedelta(hours=hour) for hour in SILENT}
    assert [entries[slot].reason for slot in none if "nothing came in on the wires" not in entries[slot].reason] == []


def test_breaking_news_has_a_flash_and_leads_the_next_hour(lived: Newsroom, items: list[Item]) -> None:
    aired = lived.aired()
    for hour in BREAKING:
        slot = START + timedelta(hours=hour, minutes=25)
        flash = [versions(airing, items)[0].headline for airing in aired if airing.slot == slot]
        assert [headline.startswith("BREAKING") for headline in flash] == [True]
        next_hour = [versions(a, items)[0].headline for a in aired if a.slot == START + timedelta(hours=hour + 1)]
        assert next_hour[0] == flash[0]


def test_an_update_is_told_as_news(lived: Newsroom, items: list[Item]) -> None:
    """An event that was aired, and has news: the later airing has the news in it."""
    aired = lived.aired()
    later = [a for a in aired if any(item.headline.split()[1] == "charged" for item in versions(a, items))]
    assert len(later) > 3
    stale_words = [a.copy for a in later if "questioned" not in a.copy]
    assert stale_words == []


def test_the_same_inputs_give_the_same_scripts(tmp_path: Path, items: list[Item]) -> None:
    with Papers(items) as papers:
        both = []
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            both.append(Newsroom(tmp_path / name, papers).week(12))
    assert both[0] == both[1]
