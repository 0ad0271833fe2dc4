"""What was seen, decided and aired, and how it is found again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from copy_in import HOUR, NOON, airing, article, bulletin, choice, make

from bulletin.errors import PlaylogError
from bulletin.model import Choice, Event, Mark
from bulletin.playlog import Delivery

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def test_first_seen_is_first_seen(log):
    bridge, market = article("Bridge opens"), article("Market opens")
    assert log.see([bridge], NOON) == {bridge.id: NOON}
    assert log.see([bridge, market, bridge], NOON + HOUR) == {bridge.id: NOON, market.id: NOON + HOUR}
    elsewhere = replace(bridge, wire="https://other.example/feed")
    assert log.see([elsewhere], NOON + 2 * HOUR) == {bridge.id: NOON}
    assert log.see([], NOON) == {}


def test_what_is_changed_under_the_same_id_is_told(log):
    log.see([article("Three are hurt", guid="a-1")], NOON)
    log.see([article("Four are hurt", guid="a-1"), article("Bridge opens", guid="a-2")], NOON + HOUR)
    [told] = log.told("demo", "four are hurt")
    assert [(one.headline, one.first_seen) for one in told.seen] == [
        ("Three are hurt", NOON), ("Four are hurt", NOON + HOUR),
    ]  # fmt: skip
    assert (told.event, told.choices, told.airings) == ("", (), ())


HOSTILE = [
    "NUL \0 in it",
    "half a character \ud800 in it",
    "\N{PILE OF POO}" * 3_000_000,
    "'; DROP TABLE seen; --",
    "%_\\",
    "\x1b[31m\u202eright to left",
    "",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_kept_short_and_whole(log, words):
    bad = article(
        words,
        guid=words,
        url=words,
        source=words,
        category=words,
        language=words,
        published=datetime.min.replace(tzinfo=UTC),
    )
    assert log.see([bad], NOON) == {bad.id: NOON}
    claim = log.claim("demo", NOON, by=words, now=NOON)
    decided = [Choice(Event(bad.id, (bad,)), None, words, float("nan")), Choice(Event(words[:90], ()), 1, words)]
    log.scripted(claim, path=words, script_hash=words, template=words, choices=decided, now=NOON)
    spoilt = replace(airing("x"), slug=words, headline=words, copy=words, category=words)
    log.finished(claim, bulletin(words, title=words, loudness_lufs=float("-inf")), [spoilt], NOON)
    log.mark("demo", Mark(bad.id, "kill", None, words), NOON)
    log.deliver("demo", NOON, Delivery("folder", "failed", words, 1, words), by=words, now=NOON)
    log.told("demo", words)
    kept = [
        log.bulletin("demo", NOON),
        *log.choices("demo", NOON),
        *log.airings("demo", NOON),
        *log.marks("demo", NOON),
    ]
    assert max(len(text) for value in kept for text in vars(value).values() if isinstance(text, str)) <= 20_000
    assert log.bulletin("demo", NOON).loudness_lufs is None
    with pytest.raises(PlaylogError, match="is no name of a station"):
        log.claim("demo\0" if words else "", NOON, by="x", now=NOON)


def test_airings_are_those_of_bulletins_that_were_made(log):
    make(log, NOON - 2 * HOUR, "Old bridge closes")
    make(log, NOON, "Bridge opens", "Market opens")
    make(log, NOON + HOUR, "Elsewhere", station="other")
    log.happened("demo", NOON, "aired", by="liquidsoap", now=NOON)
    log.failed(log.claim("demo", NOON + HOUR, by="x", now=NOON), "no voice", NOON)
    found = log.airings("demo", NOON - HOUR)
    assert found == tuple(
        replace(airing(name), items=(("https://wire.example/feed", name),)) for name in ("Bridge opens", "Market opens")
    )
    assert log.airings("demo", NOON - 2 * HOUR)[0].headline == "Old bridge closes"


def test_history_is_the_latest_first(log):
    for hour in range(5):
        make(log, NOON + hour * HOUR, f"Story {hour}")
    make(log, NOON, "Elsewhere", station="other")
    assert [entry.headlines for entry in log.history("demo", limit=2)] == [("Story 4",), ("Story 3",)]
    between = log.history(None, NOON, NOON + HOUR)
    assert [(entry.station, entry.slot, entry.headlines) for entry in between] == [
        ("demo", NOON, ("Story 0",)), ("other", NOON, ("Elsewhere",)),
    ]  # fmt: skip
    entry = log.bulletin("demo", NOON)
    assert (entry.status, entry.title, entry.duration_seconds, entry.considered) == ("made", "", 179.5, 1)
    assert log.bulletin("demo", NOON + DAY) is None


def test_a_story_is_told_of_by_each_of_its_names(log):
    first = article("Rains reach Kano", guid="kano", url="https://wire.example/kano", source="Radio Kano")
    later = article("Rains reach Kano, roads are cut", guid="kano", url="https://wire.example/kano")
    other = article(
        "Côte d’Ivoire: pluies à Abidjan", wire="https://autre.example/feed", url="https://autre.example/a?b=1"
    )
    cup = article("Cup final is moved to Kano")
    log.see([first, cup], NOON - HOUR)
    event = Event(first.id, (later, other, first))
    for hour, (place, reason) in enumerate([(1, "leads: breaking"), (None, "aired this hour")]):
        slot = NOON + hour * HOUR
        claim = log.claim("demo", slot, by="x", now=slot - MINUTE)
        decided = [Choice(Event(cup.id, (cup,)), None, "stale: 25 h old"), Choice(event, place, reason, 2.0)]
        log.scripted(claim, path="s.md", script_hash="", template="hourly", choices=decided, now=slot - MINUTE)
        told = replace(airing("Rains cut roads in Kano"), event=event.id, article=later.id, slot=slot)
        log.finished(claim, bulletin(), [told] if place else [], slot)
    [story] = log.told("demo", "rains-cut-roads-in-kano")
    assert [(one.slot, one.place, one.reason) for one in story.choices] == [
        (NOON, 1, "leads: breaking"), (NOON + HOUR, None, "aired this hour"),
    ]  # fmt: skip
    assert story.seen[0].source == "Radio Kano"
    assert {one.article for one in story.seen} == {first.id, later.id, other.id}
    assert [one.slot for one in story.airings] == [NOON]
    names = [
        "rains-reach-kano", event.id, later.id, other.id, "https://wire.example/kano#top", "https://autre.example/a?b=1/",
        "cote ivoire PLUIES", "roads rains", "Rains reach Kano,", "rains-cut",
    ]  # fmt: skip
    assert [log.told("demo", name) for name in names] == [(story,)] * len(names)
    assert [one.headline for one in log.told("demo", "kano")] == [
        "Rains cut roads in Kano",
        "Cup final is moved to Kano",
    ]
    assert [one.reason for one in log.choices("demo", NOON)] == ["leads: breaking", "stale: 25 h old"]
    for nothing in ("", "  ", "%", "ano", "no-such-story", "!?"):
        assert log.told("demo", nothing) == ()
    assert [one.choices for one in log.told("other", "rains roads")] == [()]  # seen, and no more


def test_marks_hold_until_their_time(log):
    log.mark("demo", Mark("e1", "pin", NOON + HOUR, "lead with it"), NOON)
    log.mark("demo", Mark("e2", "kill"), NOON + MINUTE)
    log.mark("demo", Mark("e1", "pin", NOON + 2 * HOUR, "still"), NOON + MINUTE)
    assert log.marks("demo", NOON + HOUR) == (Mark("e1", "pin", NOON + 2 * HOUR, "still"), Mark("e2", "kill"))
    assert log.marks("demo", NOON + 2 * HOUR) == (Mark("e2", "kill"),)
    assert log.marks("other", NOON) == ()
    assert (log.unmark("demo", "e2", "kill"), log.unmark("demo", "e2", "kill")) == (True, False)


def test_what_a_target_has_is_of_the_bulletin_that_stands(log):
    make(log, NOON, "Bridge opens")
    for state, tries in [("trying", 1), ("failed", 1), ("trying", 2), ("delivered", 2)]:
        log.deliver("demo", NOON, Delivery("azuracast", state, "file-17", tries, ""), by="x", now=NOON)
    assert log.deliveries("demo", NOON) == (Delivery("azuracast", "delivered", "file-17", 2, "", NOON),)
    whats = [happening.what for happening in log.happenings("demo", NOON)]
    assert whats == ["claimed", "scripted", "made", "delivery failed", "delivered"]
    log.finished(log.claim("demo", NOON, by="x", now=NOON, again=True), bulletin(), [], NOON)
    [anew] = log.deliveries("demo", NOON)
    assert (anew.state, anew.identity, anew.tries) == ("trying", "file-17", 0)


def test_what_is_old_is_forgotten_and_what_is_still_on_its_wire_is_not(log):
    evergreen = article("How to vote")
    log.see([evergreen], NOON)
    make(log, NOON, "Bridge opens")
    claim = log.claim("demo", NOON + 50 * DAY, by="x", now=NOON)
    decided = [choice("Market opens"), choice("How to vote", None, "stale")]
    log.scripted(claim, path="s.md", script_hash="", template="", choices=decided, now=NOON + 50 * DAY)
    log.mark("demo", Mark("e1", "pin", NOON), NOON - HOUR)
    log.see([evergreen], NOON + 80 * DAY)
    assert log.prune(NOON + 20 * DAY, 30) == 0
    # a bulletin, its choice, airing and 3 happenings; an article and who told it; a mark; why one was left out
    assert log.prune(NOON + 70 * DAY, 30) == 10
    assert [one.reason for one in log.choices("demo", NOON + 50 * DAY)] == ["leads"]
    assert [entry.slot for entry in log.history()] == [NOON + 50 * DAY]
    assert log.see([evergreen], NOON + 81 * DAY) == {evergreen.id: NOON}
    assert log.told("demo", "bridge") == ()
