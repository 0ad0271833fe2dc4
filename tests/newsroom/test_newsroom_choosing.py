"""From real feeds to the stories of a bulletin: what was overtaken, headlines without copy, and what a template is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from bulletin import newsroom, station
from bulletin.errors import NoNews
from bulletin.newsroom import Made

TEN = datetime(2026, 11, 23, 9, 50, tzinfo=UTC)  # ten minutes before the bulletin
Item = tuple[str, str, datetime, Sequence[str]]  # guid, title, date, paragraphs
Make = Callable[..., Made]

FIRE = [
    "Hundreds of traders lost their goods when a fire tore through the textile market of Kaduna.",
    "It took fire crews four hours to put the blaze out, officials said.",
    "Nobody was injured, the emergency agency said.",
]
OTHERS = [
    "A fire has swept through the textile market in Kaduna, leaving hundreds of stalls in ruins.",
    "Emergency crews needed four hours to bring it under control.",
    "There were no injuries.",
]
DEAD = [
    "The death toll from a fire at a textile market in Kaduna has risen to six.",
    "Rescuers found the bodies in a collapsed warehouse, the state emergency agency said.",
    "The governor ordered an inquiry into the fire.",
]
HELD = [
    "Two night watchmen have been arrested after a fire destroyed a textile market in Kaduna.",
    "Police suspect them of arson, a spokesman said.",
    "Six people died in the fire at the market.",
]


def feed(name: str, items: Sequence[Item]) -> str:
    rows = "".join(
        f"<item><guid>{guid}</guid><title>{escape(title)}</title><pubDate>{format_datetime(told)}</pubDate>"
        f"<description>{escape(''.join(f'<p>{one}</p>' for one in copy))}</description></item>"
        for guid, title, told, copy in items
    )
    return f'<rss version="2.0"><channel><title>{name}</title>{rows}</channel></rss>'


@pytest.fixture
def make(tmp_path: Path, httpserver: HTTPServer) -> Make:
    """Makes the next bulletin from the feeds of some papers as they stand at a time."""

    def made(
        now: datetime, papers: dict[str, Sequence[Item]], *, template: str = "hourly", weight: float = 1.0
    ) -> Made:
        wires = ""
        for number, (name, items) in enumerate(papers.items()):
            httpserver.expect_request(f"/{number}").respond_with_data(feed(name, items))
            wires += f'[[wires]]\nurl = "{httpserver.url_for(f"/{number}")}"\nweight = {1.0 if number else weight}\n'
        (tmp_path / "station.toml").write_text(
            f'name = "Up"\nvoice = "tone"\ntimezone = "UTC"\ntemplate = "{template}"\nlength = "60s"\n'
            f'[clock]\nfit = "at most"\n[folders]\ncache = "cache"\n[fetching]\nrefresh_minutes = 0.0\n'
            f'private_hosts = ["{httpserver.host}:{httpserver.port}"]\n{wires}'
        )
        where = station.load(tmp_path / "station.toml")
        found = newsroom.make_slot(where, now=now, at=None, template=None, voice=None, length=None)
        httpserver.clear()
        assert isinstance(found, Made)
        return found

    return made


def test_who_wrote_before_the_news_is_not_credited_with_it_and_not_read_again(make: Make) -> None:
    first = {
        "Coast Courier": [("1", "Fire tears through Kaduna market", TEN - timedelta(minutes=40), FIRE)],
        "Lantern": [("2", "Kaduna textile market destroyed by fire", TEN - timedelta(minutes=50), OTHERS)],
    }
    assert [story.also for story in make(TEN, first).draft.stories] == [("Lantern",)]

    hour = timedelta(hours=1)
    second = first | {"Herald": [("3", "Six dead in Kaduna market fire", TEN + hour - timedelta(minutes=9), DEAD)]}
    told = make(TEN + hour, second).draft.stories
    assert [(story.headline.text, story.also) for story in told] == [("Six dead in Kaduna market fire", ())]

    third = first | {"Herald": [("3", "Two held after Kaduna fire", TEN + 2 * hour - timedelta(minutes=9), HELD)]}
    [story] = make(TEN + 2 * hour, third).draft.stories
    assert "Nobody was injured" not in " ".join(line.text for line in story.copy)
    assert story.also == ()


def test_a_wire_of_nothing_but_headlines_does_not_keep_the_others_out(make: Make) -> None:
    bare = [
        (f"h{n}", f"{'Aba Bama Cala Doro Eket Funt Gwoz Hade'.split()[n % 8]}{n} votes on {n} roads", TEN, ())
        for n in range(50)
    ]
    copy = [
        "Kenya launched a small satellite to track drought across the Horn of Africa.",
        "The satellite was built by engineers in Nairobi and will orbit for five years.",
        "Officials said that its images would be free for farmers.",
    ]
    whole = [("k", "Kenya launches satellite", TEN - timedelta(hours=3), copy)]
    made = make(TEN, {"Headlines": bare, "Courier": whole}, weight=9.0)
    assert [story.slug for story in made.draft.stories] == ["kenya-launches-satellite"]
    assert [choice.place for choice in made.draft.choices[:2]] == [1, None]


def test_what_a_template_has_no_place_for_is_told_so(make: Make) -> None:
    with pytest.raises(NoNews, match="no story: 1 of another kind"):
        make(TEN, {"Courier": [("1", "Fire tears through Kaduna market", TEN, FIRE)]}, template="sport")
