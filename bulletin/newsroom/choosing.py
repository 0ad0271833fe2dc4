"""From the wires to the stories of one bulletin: collect, see, cluster, decide, complete, condense.

What is decided stays decided by values: the same wires, playlog and clock give the same running order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from .. import desk, script, wire
from ..errors import NoNews, SourceError
from ..model import Airing, Article, Choice, Event, Mark, Rejected, Story
from ..playlog import Playlog
from ..station import Quota, Station
from .switches import switched_off
from .timed import timed

ROUNDS = 7  # times that it is decided anew because a story's text could not be had, each time trying twice as many
VERSIONS = 3  # of one event that are tried
OVERTAKEN = timedelta(hours=2)  # a version that is so much older than the best is not read in its stead
MEMORY = timedelta(days=4)  # of what was aired: longer than any story lives


class NothingToTell(NoNews):
    """Everything that came in has a reason not to be aired; `choices` has each."""

    def __init__(self, message: str, choices: tuple[Choice, ...] = ()) -> None:
        super().__init__(message)
        self.choices = choices


@dataclass(frozen=True)
class News:
    """All that came in for one bulletin and was worked on; `texts` are the whole articles, by event and article id."""

    articles: tuple[Article, ...]
    rejected: tuple[Rejected, ...]
    events: tuple[Event, ...]
    seen: Mapping[str, datetime]
    marks: tuple[Mark, ...]
    notes: tuple[str, ...] = ()  # what was not read of a wire
    texts: dict[str, list[Article]] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)  # events that this template is not for, and why
    without: dict[str, str] = field(default_factory=dict)  # events that cannot be told, and why


@dataclass(frozen=True)
class Chosen:
    """The running order: stories in their order, the choice of every event, and the articles they were made from."""

    stories: tuple[Story, ...]
    choices: tuple[Choice, ...]
    articles: tuple[Article, ...]


def news(station: Station, log: Playlog, *, now: datetime, at: datetime, timings: dict[str, float]) -> News:
    """What the station's wires have, one event once, with what was aired of each.  Raises NoNews where nothing came."""
    with timed(timings, "wire"):
        collected = wire.collect(station.wires, station, now=now)
    if not collected.articles:
        raise NoNews(_silent(station, collected.rejected))
    with timed(timings, "playlog"):
        seen = log.see(collected.articles, now)
        aired = [airing for airing in log.airings(station.slug, at - MEMORY) if airing.slot < at]
        marks = log.marks(station.slug, now)
    with timed(timings, "desk"):
        events = [
            _onwards(event, seen) for event in desk.events(collected.articles, aired, now=at, language=station.language)
        ]
        elsewhere = _of_another_kind(events, station)
    return News(
        tuple(collected.articles), tuple(collected.rejected), tuple(events), seen, tuple(marks),
        notes=tuple(_notes(collected)), elsewhere=elsewhere,
    )  # fmt: skip


def _notes(collected: wire.Collected) -> Iterator[str]:
    """What was not read of a wire that was read: the end of a feed that never ends, a doubtful encoding."""
    for told in collected.told:
        lines = [] if told.reason else [line for line in told.left_out if not line.startswith("refused: ")]
        yield from (f"{told.name or told.wire.url}: {line}" for line in lines)


def chosen(
    found: News, station: Station, *, now: datetime, at: datetime, words: int, most: int, flash: bool,
    timings: dict[str, float],
) -> Chosen:  # fmt: skip
    """The stories of a bulletin of at most `most`, each at most `words` long.

    An event whose text cannot be had or told is left out, and it is decided anew.  Raises NoNews, with the sum of
    the reasons.
    """

    def tried(wider: int) -> tuple[tuple[Choice, ...], list[Story | None]]:
        with timed(timings, "desk"):
            choices = _decided(found, _wider(station, wider), at, most * wider, flash)
        told = [choice for choice in choices if choice.place]
        with timed(timings, "wire"):
            _complete([choice.event for choice in told], found, station, now)
        with timed(timings, "desk"):
            return choices, [_story(choice, found, station, at, words) for choice in told]

    choices, stories = tried(1)
    for number in range(1, ROUNDS):
        if all(stories):
            break
        tried(
            2**number
        )  # a wire of nothing but headlines has many that cannot be told, and they come one after another
        choices, stories = tried(1)
    choices = _numbered(_untold(choice, found) for choice in choices)
    if not any(stories):
        raise NothingToTell(desk.nothing(choices), choices)
    made = [story for story in stories if story]
    used = {article.id: article for event in found.texts.values() for article in event}
    return Chosen(_distinct(made), choices, tuple(used[story.article] for story in made if story.article in used))


def _wider(station: Station, times: int) -> Station:
    """The station with quotas that let in so many times as many stories."""
    order = station.running_order
    quotas = {name: Quota(one.least, one.most * times) for name, one in order.quotas.items()}
    return replace(station, running_order=replace(order, quotas=quotas))


def _of_another_kind(events: Sequence[Event], station: Station) -> dict[str, str]:
    """The events that the station's template has no place for: a bulletin of sport has nothing else."""
    wanted = script.about(station.template, station).categories
    if not wanted:
        return {}
    kinds = {event.id: desk.category_of(event.articles[0], station.running_order) for event in events}
    why = f"{station.template} is for {', '.join(wanted)}"
    return {event: f"{kind}, and {why}" for event, kind in kinds.items() if kind not in wanted}


def _decided(found: News, station: Station, at: datetime, most: int, flash: bool) -> tuple[Choice, ...]:
    return desk.decide(
        found.events,
        station.running_order,
        at=at.astimezone(station.zone),
        most=most,
        marks=found.marks,
        first_seen=found.seen,
        wires=station.wires,
        language=station.language,
        flash=flash,
        without=found.without,
        elsewhere=found.elsewhere,
    )


def _complete(events: Sequence[Event], found: News, station: Station, now: datetime) -> None:
    """Read the pages of what has only a summary, once."""
    wanted = {event.id: _versions(event) for event in events if event.id not in found.texts}
    whole = iter(wire.complete([article for versions in wanted.values() for article in versions], station, now=now))
    for event, versions in wanted.items():
        texts, reasons = [], []
        for _ in versions:
            got = next(whole)
            if isinstance(got, Rejected):
                reasons.append(got.reason)
            else:
                texts.append(got)
        found.texts[event] = texts
        if not texts:
            found.without[event] = reasons[0] if reasons else "there is no text of it"


def _versions(event: Event) -> tuple[Article, ...]:
    """Those that may be read: the best, and others as new as it, so that nobody hears what has been overtaken."""
    best = event.articles[0]
    told = best.published
    as_new = (a for a in event.articles[1:] if told is None or (a.published and a.published >= told - OVERTAKEN))
    return (best, *as_new)[:VERSIONS]


def _story(choice: Choice, found: News, station: Station, at: datetime, words: int) -> Story | None:
    """The first version of an event that can be told; None, and why in `without`, where none can."""
    event, reason = choice.event, found.without.get(choice.event.id, "")
    texts = found.texts.get(event.id, [])
    for article in texts:
        try:
            wrong = unfit(article, station, at) or desk.not_for(article, station.language)
            if wrong := wrong or _older(article, event, station, at):
                raise SourceError(wrong)
            told = desk.news_first(article, _said(event)) if event.update else article
            story = desk.condense(told, words, air_time=at, without=switched_off(station))
        except SourceError as error:
            reason = reason or str(error)
            continue
        return replace(
            story,
            also=desk.credits_of(_still_true(event, article, found.seen), article),
            event=event.id,
            category=desk.category_of(event.articles[0], station.running_order),  # as it was counted
            update=event.update,
            breaking=choice.breaking,
        )
    found.without[event.id] = reason or "there is no text of it"
    return None


def _onwards(event: Event, seen: Mapping[str, datetime]) -> Event:
    """The event with what came in since it was last told otherwise in front: what was overtaken is not heard again."""
    last = event.aired[-1].article if event.aired else ""
    before = [airing.slot for airing in event.aired if airing.article != last]
    if not before:
        return event
    late = [one for one in event.articles if one.id == last or seen.get(one.id, max(before)) > max(before)]
    kept = {id(one) for one in late}
    rest = [one for one in event.articles if id(one) not in kept]
    return replace(event, articles=(*late, *rest))


def _still_true(event: Event, read: Article, seen: Mapping[str, datetime]) -> Event:
    """The event without what came in before it was last aired, where the article that is read came in after that.

    "Nobody was hurt", they wrote: they are no witnesses of what was found out later.
    """

    def came(article: Article) -> datetime | None:
        return seen.get(article.id, article.published)

    item = next((one for one in event.articles if (one.wire, one.guid) == (read.wire, read.guid)), read)
    told = came(item)
    before = [airing.slot for airing in event.aired if told and airing.slot < told]
    if not before:
        return event
    return replace(event, articles=tuple(one for one in event.articles if (when := came(one)) and when > max(before)))


def unfit(article: Article, station: Station, at: datetime) -> str:
    """Why an article may not be aired on this station at that time; "" where it may."""
    if article.embargo and article.embargo > at:
        return f"embargoed until {article.embargo.astimezone(station.zone):%H:%M, %d %B %Y}"
    if article.expires and article.expires <= at:
        return f"expired at {article.expires.astimezone(station.zone):%H:%M, %d %B %Y}"
    return ""


def _older(article: Article, event: Event, station: Station, at: datetime) -> str:
    """Why an article is stale by the date of its own page, where its feed gave it a newer one; "" where it is not."""
    best, hours = event.articles[0], station.running_order.latest_hours
    if not article.published or (best.published and article.published >= best.published):
        return ""
    age = (at - article.published).total_seconds() / 3600
    most = hours.get(desk.category_of(best, station.running_order), hours.get("other", 24.0))
    return f"stale, its page is {age:.0f} h old and {most:g} h is the most" if age > most else ""


def airings_of(
    stories: Sequence[Story], said: Mapping[str, str], station: Station, slot: datetime
) -> tuple[Airing, ...]:
    """What of these stories was in a bulletin; `said` is the copy that was read of each, by slug."""
    return tuple(
        Airing(station.slug, slot, s.event, s.article, s.slug, s.headline.text, said[s.slug], s.category)
        for s in stories
        if s.slug in said
    )


def _untold(choice: Choice, found: News) -> Choice:
    """A choice as it stands after the last round: what could not be told then is not in."""
    why = found.without.get(choice.event.id)
    return replace(choice, place=None, reason=f"not in: {why}") if choice.place and why else choice


def _numbered(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """The choices with their places counted anew where one fell out."""
    places = count(1)
    return tuple(replace(choice, place=next(places)) if choice.place else choice for choice in choices)


def _said(event: Event) -> str:
    return "\n".join(f"{airing.headline}\n{airing.copy}" for airing in event.aired)


def _distinct(stories: Sequence[Story]) -> tuple[Story, ...]:
    """The stories with slugs that are each its own."""
    taken: set[str] = set()

    def named(slug: str) -> Iterator[str]:
        yield slug
        yield from (f"{slug[:36]}-{number}" for number in range(2, 1000))

    found = []
    for story in stories:
        slug = next(name for name in named(story.slug) if name not in taken)
        taken.add(slug)
        found.append(story if slug == story.slug else replace(story, slug=slug))
    return tuple(found)


def _silent(station: Station, rejected: Sequence[Rejected]) -> str:
    if not station.wires:
        return "the station has no wires: `bulletin wires add URL`, or name the articles"
    reasons = "; ".join(f"{r.origin}: {r.reason}" for r in rejected[:3])
    more = f"; and {len(rejected) - 3} more" if len(rejected) > 3 else ""
    return f"nothing came in on the wires: {reasons}{more}" if rejected else "nothing came in on the wires"
