"""One bulletin for one (station, slot), whoever tries."""

from __future__ import annotations

from datetime import timedelta, timezone
from itertools import count

import pytest
from copy_in import HOUR, NOON, airing, bulletin, choice, make
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletin.errors import PlaylogError
from bulletin.playlog import Claim, Playlog, Taken

MINUTE = timedelta(minutes=1)


def claim(log: Playlog, by: str = "here:1", now=NOON - 5 * MINUTE, **more) -> Claim:
    made = log.claim("demo", NOON, by=by, now=now, **more)
    assert isinstance(made, Claim)
    return made


def whats(log: Playlog) -> list[str]:
    return [happening.what for happening in log.happenings("demo", NOON)]


def test_a_slot_is_one_whatever_the_zone(log):
    claim(log)
    taken = log.claim("demo", NOON.astimezone(timezone(HOUR)), by="there:2", now=NOON - 4 * MINUTE)
    assert isinstance(taken, Taken)
    assert (
        taken.reason == "the bulletin of demo at 2026-03-09 12:00 UTC is being made by here:1, for 840 s more at most"
    )
    assert (taken.entry.by, taken.entry.slot) == ("here:1", NOON)
    assert isinstance(log.claim("other", NOON, by="there:2", now=NOON), Claim)


def test_a_slot_without_a_zone_is_no_slot(log):
    with pytest.raises(ValueError, match="has no time zone"):
        log.claim("demo", NOON.replace(tzinfo=None), by="here:1", now=NOON)


def test_a_claim_whose_process_died_is_taken_over_by_one_and_the_dead_cannot_write(log):
    dead = claim(log, lease_seconds=600)
    assert isinstance(log.claim("demo", NOON, by="b:2", now=dead.until - MINUTE), Taken)
    heir = log.claim("demo", NOON, by="b:2", now=dead.until)
    assert (heir.attempt, heir.by) == (2, "b:2")
    assert isinstance(log.claim("demo", NOON, by="c:3", now=dead.until), Taken)
    lost = "was taken over by b:2 at 12:05:00 UTC; what here:1 made is not used"
    for write in (
        lambda: log.renew(dead, NOON),
        lambda: log.scripted(dead, path="x", script_hash="", template="", choices=[choice("A thing")], now=NOON),
        lambda: log.finished(dead, bulletin(), [airing("A thing")], NOON),
        lambda: log.nothing(dead, "no news", NOON),
        lambda: log.failed(dead, "no voice", NOON),
        lambda: log.release(dead, NOON),
    ):
        with pytest.raises(PlaylogError, match=lost):
            write()
    assert log.choices("demo", NOON) == ()
    log.finished(heir, bulletin(), [airing("Bridge opens")], NOON + 6 * MINUTE)
    assert whats(log) == ["claimed", "taken over", "made"]


def test_who_renews_is_not_taken_over(log):
    held = claim(log, lease_seconds=60)
    held = log.renew(held, held.until - timedelta(seconds=1))
    assert isinstance(log.claim("demo", NOON, by="b:2", now=NOON - 4 * MINUTE), Taken)
    log.finished(held, bulletin(), [], NOON)


def test_what_failed_or_was_none_may_be_tried_again_and_what_is_made_only_on_demand(log):
    log.failed(claim(log), "the voice failed", NOON)
    log.nothing(claim(log), "all is stale", NOON)
    entry = log.bulletin("demo", NOON)
    assert (entry.status, entry.reason, entry.attempt) == ("none", "all is stale", 2)
    log.finished(claim(log), bulletin(), [], NOON)
    assert log.bulletin("demo", NOON).reason == ""
    assert log.claim("demo", NOON, by="b:2", now=NOON).reason.endswith("is already made")
    assert log.claim("demo", NOON, by="b:2", now=NOON, again=True).attempt == 4


def test_a_bulletin_stands_until_the_one_made_anew_is_finished(log):
    make(log, NOON, "Bridge opens")
    before = log.airings("demo", NOON)
    held = claim(log, by="b:2", again=True)
    assert log.airings("demo", NOON) == before
    log.failed(held, "the voice failed", NOON)
    assert (log.bulletin("demo", NOON).status, log.airings("demo", NOON)) == ("made", before)
    log.finished(claim(log, again=True), bulletin(), [airing("Market opens")], NOON)
    assert [one.headline for one in log.airings("demo", NOON)] == ["Market opens"]
    assert whats(log) == ["claimed", "scripted", "made", "claimed", "failed", "claimed", "made"]


def test_a_script_that_waits_for_a_person_is_approved_as_it_was_read(log):
    held = claim(log)
    log.scripted(held, path="scripts/noon.md", script_hash="a" * 64, template="hourly", now=NOON)
    log.release(held, NOON)
    with pytest.raises(PlaylogError, match="was changed since it was read"):
        log.happened("demo", NOON, "approved", by="Ada", now=NOON, script_hash="b" * 64)
    log.happened("demo", NOON, "approved", by="Ada", now=NOON, script_hash="a" * 64)
    held = claim(log, by="b:2")
    assert (held.status, held.script, held.script_hash) == ("approved", "scripts/noon.md", "a" * 64)
    log.scripted(held, path="scripts/noon.md", script_hash="a" * 64, template="hourly", now=NOON)
    assert log.bulletin("demo", NOON).status == "approved"
    log.scripted(held, path="scripts/noon.md", script_hash="c" * 64, template="hourly", now=NOON)
    assert (log.bulletin("demo", NOON).status, log.bulletin("demo", NOON).approved_hash) == ("scripted", "")
    log.happened("demo", NOON, "rejected", by="Ada", note="it is the wrong bridge", now=NOON)
    assert (log.bulletin("demo", NOON).status, log.bulletin("demo", NOON).reason) == ("none", "it is the wrong bridge")
    with pytest.raises(PlaylogError, match="is already none"):
        log.finished(held, bulletin(), [], NOON)


def test_a_corrected_script_keeps_what_was_decided(log):
    make(log, NOON, "Bridge opens")
    held = claim(log, again=True)
    log.scripted(held, path="mine.md", script_hash="d" * 64, template="hourly", now=NOON)
    log.finished(held, bulletin(), [airing("Bridge opens")], NOON)
    assert [one.reason for one in log.choices("demo", NOON)] == ["number 1"]
    assert (log.bulletin("demo", NOON).script, log.bulletin("demo", NOON).considered) == ("mine.md", 1)


def test_what_cannot_have_happened_is_refused(log):
    with pytest.raises(PlaylogError, match="there is no bulletin of demo at 2026-03-09 12:00 UTC"):
        log.happened("demo", NOON, "aired", by="x", now=NOON)
    claim(log)
    with pytest.raises(PlaylogError, match="cannot be aired: it is making"):
        log.happened("demo", NOON, "aired", by="x", now=NOON)
    with pytest.raises(PlaylogError, match='cannot be "sung"'):
        log.happened("demo", NOON, "sung", by="x", now=NOON)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["claim", "claim", "again", "renew", "finish", "fail", "release", "wait", "wait"]),
        st.integers(0, 2),
        st.integers(-90, 400),
    ),
    max_size=25,
)
_slots = count(1)


@given(STEPS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_order_only_the_last_to_claim_can_write(log, steps):
    """Three processes, one slot, and a clock that also goes back, beside a model: an owner, a time, made or not."""
    slot, now, until = NOON + next(_slots) * HOUR, NOON, NOON
    owner: Claim | None = None
    made = let_go = False
    held: dict[int, Claim] = {}
    writes = {
        "renew": lambda claim: log.renew(claim, now),
        "finish": lambda claim: log.finished(claim, bulletin(), [], now),
        "fail": lambda claim: log.failed(claim, "it failed", now),
        "release": lambda claim: log.release(claim, now),
    }
    for verb, who, seconds in steps:
        if verb == "wait":
            now += timedelta(seconds=seconds)
        elif verb in ("claim", "again"):
            free = now >= until if owner else let_go or verb == "again" or not made
            got = log.claim("demo", slot, by=str(who), now=now, lease_seconds=300, again=verb == "again")
            assert isinstance(got, Claim) == free
            if isinstance(got, Claim):
                owner, held[who], until, let_go = got, got, got.until, False
        elif who in held and held[who] is not owner:
            with pytest.raises(PlaylogError):
                writes[verb](held[who])
        elif who in held:
            got = writes[verb](held[who])
            if verb == "renew":
                owner, held[who], until = got, got, got.until
            else:
                owner, let_go, made = None, verb == "release", made or verb == "finish"
