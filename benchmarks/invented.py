"""A world of invented news for benchmarks and tests: events, each told by one or more papers in words of its own.

Everything is drawn from a seed, so that the same seed gives the same world.  Names are made of syllables: no place or
person here exists.
"""

from __future__ import annotations

import html
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

SYLLABLES = "ba da ga ka la ma na ra sa ta wa ya bo do go ko lo mo no ro so to wo bu du gu ku lu mu nu ru su tu ke le me".split()
ENDS = "ni dan mere shi gori lade ndu pe wara ton vik sted".split()

# Each kind of event: headlines and leads as different papers would write them, then sentences that all could have.
KINDS = [
    (
        ["{n} hurt as {place} market roof falls", "Market roof collapse injures {n} in {place}"],
        ["Part of the roof of the main market in {place} fell on Thursday and injured {n} traders, the {agency} said.",
         "{n} traders were taken to hospital in {place} after a section of the market roof came down, according to the {agency}."],
        ["{person}, who sells yams there, said that the beams had been creaking for weeks.",
         "The council closed the market and sent engineers to look at the other {m} stalls."],
    ),
    (
        ["{place} opens {m}-bed hospital", "New hospital with {m} beds opens its doors in {place}"],
        ["A hospital with {m} beds opened in {place} on Wednesday after {n} years of building, the {agency} announced.",
         "After {n} years of work, patients entered the new {m}-bed hospital at {place} for the first time, the {agency} said."],
        ["The director, {person}, said that nurses from three districts had been hired.",
         "The nearest operating theatre used to be four hours away by road."],
    ),
    (
        ["Court in {place} jails {person} for fraud", "{person} sent to prison by {place} judge over fraud"],
        ["A court in {place} sentenced the contractor {person} to {n} years in prison for taking {m} million from a road fund.",
         "The contractor {person} will spend {n} years in prison, a judge in {place} ruled, for taking {m} million meant for roads."],
        ["The {agency} had brought the case after an audit of the fund.",
         "The defence said that it would appeal within thirty days."],
    ),
    (
        ["Ferry service returns to {place} after {n} months", "{place} ferries sail again, {n} months on"],
        ["Ferries sailed from {place} again on Monday, {n} months after the jetty burned down, the {agency} said.",
         "The jetty at {place} has been rebuilt and the first ferry in {n} months left on Monday with {m} people aboard."],
        ["The captain, {person}, sounded the horn as the boat left.",
         "The fare stays as it was before the fire, the {agency} said."],
    ),
    (
        ["Teachers in {place} end {n}-day strike", "{place} pupils back in class as {n}-day strike ends"],
        ["Teachers in {place} ended a strike of {n} days on Tuesday after the {agency} agreed to pay {m} months of arrears.",
         "Schools in {place} reopened on Tuesday when teachers called off their {n}-day strike over unpaid wages."],
        ["The union's secretary, {person}, said that the first payment had arrived.",
         "Examinations that were put off will be held next month."],
    ),
    (
        ["{place} farmers harvest record {m} tonnes of millet", "Record millet harvest for {place}"],
        ["Farmers around {place} have brought in {m} tonnes of millet, the most in {n} years, the {agency} reported.",
         "The {agency} said on Friday that the millet harvest at {place} reached {m} tonnes, a record for {n} years."],
        ["{person}, who farms by the river, said that the rain had come at the right time.",
         "Prices in the town's market fell by a fifth within a week."],
    ),
    (
        ["{person} scores twice as {place} reach final", "{place} in the final after {person} double"],
        ["{person} scored twice as {place} United won by {n} goals on Saturday and reached the cup final before {m}00 people.",
         "Two goals from {person} took {place} United to the cup final on Saturday in front of {m}00 spectators."],
        ["The final is to be played in the capital in a fortnight.",
         "The coach praised a defence that had not let in a goal since the spring."],
    ),
    (
        ["Police in {place} find {m} stolen goats", "{m} stolen goats recovered near {place}"],
        ["Police found {m} stolen goats on a farm near {place} on Sunday and arrested {n} men, the {agency} said.",
         "{n} men were arrested near {place} after officers discovered {m} goats that had been reported stolen."],
        ["The owner, {person}, knew each of them by the notch in its ear.",
         "The animals had been missing since the night of the festival."],
    ),
    (
        ["Flood cuts road to {place}", "{place} cut off as river takes road"],
        ["The river Lo{place} washed away {n} kilometres of the road to {place} on Friday and cut off {m}00 households, the {agency} said.",
         "{m}00 households in {place} can be reached by boat only, after the river took {n} kilometres of road, the {agency} said."],
        ["{person} of the {agency} said that a bridge of pontoons would be laid by Monday.",
         "No one was hurt, but the clinic has medicine for three days."],
    ),
    (
        ["{place} port hires {m} dockers", "{m} jobs for dockers at {place} port"],
        ["The port of {place} will hire {m} dockers before the end of the year, its manager {person} said on Wednesday.",
         "{person}, who runs the port at {place}, said that {m} more dockers were needed for the new berth."],
        ["The berth cost {n} million and can take ships of any length.",
         "The union welcomed the decision and asked for proper gloves."],
    ),
]  # fmt: skip


@dataclass(frozen=True)
class Told:
    """An event as one paper tells it."""

    event: int
    paper: int
    headline: str
    lead: str
    rest: tuple[str, ...]
    published: datetime

    @property
    def text(self) -> str:
        """The whole copy, a paragraph a line."""
        return "\n".join((self.lead, *self.rest))


def events(count: int, *, now: datetime, papers: int = 100, seed: int = 1, shared: float = 0.3) -> Iterator[Told]:
    """`count` tellings of invented events, none older than half a day; `shared` is the part that retell the one before."""
    draw = random.Random(seed)  # noqa: S311 - a world, not a secret
    event, told = -1, 0
    used: set[str] = set()
    while told < count:
        event += 1
        kind = KINDS[event % len(KINDS)]
        values = {
            "place": _name(draw, used),
            "person": f"{_name(draw, used)} {_name(draw, used)}",
            "agency": f"{_name(draw, used)} {draw.choice(['Council', 'Agency', 'Ministry', 'Board'])}",
            "n": draw.randint(3, 29),
            "m": draw.randint(31, 990),
        }
        at = now - timedelta(minutes=draw.randint(5, 700))
        paper = draw.randrange(papers)
        for version in range(2 if draw.random() < shared else 1):
            if told == count:
                return
            headline, lead = (rows[version % len(rows)].format(**values) for rows in (kind[0], kind[1]))
            rest = tuple(row.format(**values) for row in kind[2])
            yield Told(event, (paper + version * 7) % papers, headline, lead, rest, at + timedelta(minutes=version))
            told += 1


def rss(title: str, told: list[Told]) -> bytes:
    """A feed of RSS 2.0 with the whole copy of each."""
    items = "".join(
        f"<item><title>{html.escape(one.headline)}</title>"
        f"<guid isPermaLink='false'>paper-{one.paper}-event-{one.event}</guid>"
        f"<pubDate>{format_datetime(one.published.astimezone(UTC))}</pubDate>"
        f"<description>{html.escape(''.join(f'<p>{row}</p>' for row in (one.lead, *one.rest)))}</description></item>"
        for one in told
    )
    return f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><title>{html.escape(title)}</title>{items}</channel></rss>".encode()


def _name(draw: random.Random, used: set[str]) -> str:
    while True:
        name = "".join(draw.choices(SYLLABLES, k=3)) + draw.choice(ENDS)
        if name not in used:
            used.add(name)
            return name.capitalize()
