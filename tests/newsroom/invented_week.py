"""A week of invented news as five papers tell it, and a server that has each paper's feed as it stands at an hour."""

from __future__ import annotations

import html
import random
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAPERS = ("local", "africa", "world", "sport", "light")  # each paper's category is its name
A_DAY = {"local": 22, "africa": 20, "world": 24, "sport": 10, "light": 4}  # events
KEPT = 25  # items in a feed
SILENT = range(75, 81)  # the six hours in which no paper answers
BREAKING = {58: "Dam at {p} gives way", 130: "President of {p} resigns"}  # by hour of the week, at 20 minutes past

SYLLABLES = "ba da ga ka la ma na ra sa ta wa bo do go ko lo mo no ro so to bu du gu ku lu mu nu ru su".split()
DEEDS = {
    "local": ["{p} council opens a bridge of {n} metres after {m} months", "Traders in {p} block road over levy of {n} shillings",
              "{p} clinic runs out of vaccine for {n} children", "Judge in {p} orders {n} houses pulled down"],
    "africa": ["{p} assembly passes budget of {n} billion", "Ministers meet at {p} over {n} stranded ships",
               "{p} signs rail contract worth {n} million", "Drought in {p} region leaves {n} wells dry"],
    "world": ["Talks in {p} end after {n} hours without accord", "{p} factory of {n} workers to close",
              "Storm off {p} sinks {n} boats", "Parliament of {p} votes out minister by {n} votes"],
    "sport": ["{p} Rovers beat rivals with goal in minute {n}", "{p} runner wins by {n} seconds", "Coach of {p} United leaves after {n} matches"],
    "light": ["Parrot of {p} learns {n} songs", "{p} baker makes loaf of {n} metres"],
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """One paper's version of one event."""

    event: int
    paper: str
    category: str
    guid: str
    headline: str
    lead: str
    place: str  # a name that no other event has: by it a story is known on air
    told: datetime  # from when it is in the feed
    dated: datetime  # what the feed says
    new: datetime  # the truth: when what it tells was news
    embargo: datetime | None = None
    note: str = ""


def week(start: datetime, *, hours: int = 168, seed: int = 7) -> list[Item]:
    """Everything that the papers tell in a week, in the order in which they tell it."""
    draw = random.Random(seed)
    places = _places(draw)
    items: list[Item] = []
    number = 0
    for hour in range(-12, hours):
        for category, count in A_DAY.items():
            for _ in range(count // 24 + (draw.random() < count % 24 / 24)):
                number += 1
                at = start + timedelta(hours=hour, minutes=draw.randrange(60))
                items += _event(draw, number, category, next(places), at)
        if hour in BREAKING:
            number += 1
            place, at = next(places), start + timedelta(hours=hour, minutes=20)
            headline = BREAKING[hour].format(p=place)
            lead = f"{headline} on the {number}th day of rain, the ministry of {place} said, and people were told to leave."
            items.append(Item(number, "local", "local", f"b{number}", f"BREAKING: {headline}", lead, place, at, at, at))
    return sorted(items, key=lambda item: (item.told, item.guid))


def _event(draw: random.Random, number: int, category: str, place: str, at: datetime) -> Iterator[Item]:
    """An event with its retellings: by another paper, with news of it later, again with a new date, embargoed, or old."""
    n, m = draw.randrange(31, 990), draw.randrange(3, 30)
    headline = draw.choice(DEEDS[category]).format(p=place, n=n, m=m)
    lead = f"{headline}, the office of {place} said on the record. It had been expected for {m} weeks by those who live there."
    first = Item(number, category, category, f"{category}-{number}", headline, lead, place, at, at, at)
    kind = draw.random()
    if kind < 0.06:  # a press release that may not be said yet
        until = at + timedelta(hours=5)
        words = f"EMBARGOED UNTIL {until:%H:%M} GMT, {until.day} {until:%B} {until.year}"
        yield replace(first, embargo=until, note=words)
        return
    if kind < 0.12:  # an old story that a paper puts into its feed today
        old = at - timedelta(days=4)
        yield replace(first, dated=old, new=old)
        return
    yield first
    if kind < 0.27:
        other = draw.choice([paper for paper in PAPERS if paper not in (category, "light")])
        later = at + timedelta(minutes=25)
        yield replace(first, paper=other, guid=f"{other}-{number}", told=later, dated=later)
    elif kind < 0.36:  # news of it, under the same id
        later = at + timedelta(hours=4)
        words = f"{headline}: {n + m} officials of {place} have now been questioned and {m} were charged with fraud, prosecutors said. The hearing begins on the spot."
        yield replace(
            first,
            headline=f"{m} charged in {place} after {n + m} questioned",
            lead=words,
            told=later,
            dated=later,
            new=later,
        )
    elif kind < 0.44:  # the same words with a new date
        for again in (6, 12, 30):
            later = at + timedelta(hours=again)
            yield replace(first, told=later, dated=later)


def _places(draw: random.Random) -> Iterator[str]:
    used: set[str] = set()
    while True:
        name = "".join(draw.choices(SYLLABLES, k=4)).capitalize()
        if name not in used:
            used.add(name)
            yield name


def feed(paper: str, items: list[Item], now: datetime) -> bytes:
    """The feed of a paper as it stands at `now`: the newest version of each item, the newest first."""
    latest = {item.guid: item for item in items if item.paper == paper and item.told <= now}
    shown = sorted(latest.values(), key=lambda item: item.told, reverse=True)[:KEPT]
    rows = "".join(
        f"<item><title>{html.escape(item.headline)}</title><guid isPermaLink='false'>{item.guid}</guid>"
        f"<pubDate>{format_datetime(item.dated)}</pubDate><description>"
        + html.escape("".join(f"<p>{row}</p>" for row in (item.note, item.lead) if row))
        + "</description></item>"
        for item in shown
    )
    return f"<rss version='2.0'><channel><title>Paper {paper}</title>{rows}</channel></rss>".encode()


class Papers:
    """The papers' server on loopback: `now` is the hour that its feeds show; None: nobody answers."""

    def __init__(self, items: list[Item]) -> None:
        self.now: datetime | None = None
        papers = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                name = self.path.strip("/").removesuffix(".xml")
                body = feed(name, items, papers.now) if papers.now and name in PAPERS else b""
                self.send_response(200 if body else 503)
                self.send_header("Content-Type", "application/rss+xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self) -> Papers:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *why: object) -> None:
        self.server.shutdown()
        self.server.server_close()

    def wires(self) -> str:
        """The papers as [[wires]] of a station file."""
        rows = (
            f'[[wires]]\nurl = "http://{self.host}/{name}.xml"\nname = "Paper {name}"\ncategory = "{name}"\n'
            for name in PAPERS
        )
        return f'[fetching]\nprivate_hosts = ["{self.host}"]\nrefresh_minutes = 0\n' + "".join(rows)
