"""What is told to people, and what is not: once when it fails for good, once when it is well again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bulletin.onair import Told
from bulletin.onair.troubles import Notice, Trouble, Troubles, after, lasting

NOW = datetime(2026, 11, 22, 13, 55, tzinfo=UTC)
SLOT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)


def told(*whats: str) -> list[tuple[int, str, str]]:
    """The notices that come of what the loop tells, each with the number of what brought it.

    "failed", "made", "making:last good", "deliver failed@liquidsoap"
    """
    troubles, found = Troubles(), []
    for number, words in enumerate(whats):
        what, _, target = words.partition("@")
        what, _, note = what.partition(":")
        bad = "failed" in what or what in ("none", "stumbled")
        one = Told(what, NOW + timedelta(seconds=number), SLOT, target, note or "why", bad=bad)
        troubles, notices = after(troubles, one)
        found += [(number, notice.kind, notice.what) for notice in notices]
    return found


def test_a_failure_that_the_next_try_mends_is_nobodys_business() -> None:
    assert told("making:whole", "failed", "making:whole", "made", "on air") == []


def test_the_second_in_a_row_is_told_once_and_so_is_the_recovery() -> None:
    assert told("failed", "failed", "failed", "none", "failed", "made", "made") == [
        (1, "failure", "making"),
        (5, "recovery", "making"),
    ]


def test_no_bulletin_is_told_at_once() -> None:
    assert told("none", "making:whole", "made") == [(0, "failure", "making"), (2, "recovery", "making")]


def test_the_last_good_bulletin_is_no_recovery() -> None:
    assert told("failed", "failed", "making:last good", "made", "making:whole", "made") == [
        (1, "failure", "making"),
        (5, "recovery", "making"),
    ]


def test_each_target_has_troubles_of_its_own() -> None:
    assert told("deliver failed@a", "deliver failed@b", "deliver failed@a", "delivered@b", "delivered@a") == [
        (2, "failure", "deliver a"),
        (4, "recovery", "deliver a"),
    ]


def test_what_was_withdrawn_does_not_show_that_it_takes_another() -> None:
    assert told("deliver failed@a", "withdraw failed@a", "withdraw failed@a", "withdrawn@a", "deliver failed@a") == [
        (2, "failure", "withdraw a"),
        (3, "recovery", "withdraw a"),
        (4, "failure", "deliver a"),
    ]


def test_a_station_file_that_is_wrong_and_a_loop_that_stumbles_are_told_at_once() -> None:
    assert told("reread failed", "reread failed", "reread", "stumbled", "started", "on air") == [
        (0, "failure", "station file"),
        (2, "recovery", "station file"),
        (3, "failure", "loop"),
        (5, "recovery", "loop"),
    ]


def test_one_failure_that_lasts_is_told() -> None:
    troubles, _ = after(Troubles(), Told("failed", NOW, SLOT, note="the wires are silent", bad=True))
    soon, late = NOW + timedelta(seconds=80), NOW + timedelta(seconds=100)
    assert lasting(troubles, soon) == (troubles, ())

    troubles, notices = lasting(troubles, late)
    assert notices == (Notice("failure", "making", "the wires are silent", NOW, late, SLOT),)
    assert troubles.now == {"making": Trouble(NOW, "the wires are silent", SLOT, 1, told=True)}
    assert lasting(troubles, late + timedelta(hours=1)) == (troubles, ())
