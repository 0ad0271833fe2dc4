"""Lines that say when a text may be used."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin.errors import SourceError
from bulletin.wire import gather
from bulletin.wire.embargoes import found_in

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGOED UNTIL 14:00 GMT, 23 November 2026", "2026-11-23T14:00"),
        ("STRICTLY EMBARGOED until 00:01 BST on Tuesday 24 November", "2026-11-23T23:01"),
        ("Embargo: 23 Nov 2026 14:00", "2026-11-24T02:00"),  # no zone: when it is two o'clock everywhere
        ("Not for publication before 6pm WAT on 24/11/2026", "2026-11-24T17:00"),
        ("SOUS EMBARGO JUSQU'AU 24 novembre 2026 à 14h00 GMT", "2026-11-24T14:00"),
        ("Embargoed until 2 p.m. GMT", "2026-11-23T14:00"),
        ("Embargoed until 8 a.m. GMT", "2026-11-24T08:00"),  # over when it was sent: tomorrow's
        ("EMBARGOED TILL NOON WAT TOMORROW", "2026-11-24T11:00"),
        ("Embargoed until midnight GMT tonight", "2026-11-24T00:00"),
        ("Under embargo until Monday", "2026-11-30T12:00"),
        ("(EMBARGOED UNTIL 2026-11-24T06:00Z)", "2026-11-24T06:00"),
        ("For release at 1400 GMT, 23 November 2026", "2026-11-23T14:00"),
        ("EMBARGO: NONE", None),
        ("FOR IMMEDIATE RELEASE", None),
        ("EU extends oil embargo until 2027", None),
        ("Embargo on Iranian oil extended", None),
        ("Embargoed goods were seized at the port", None),
    ],
)
def test_until_when(line: str, until: str | None) -> None:
    found = found_in("Ring road opens", (line, "The minister opens the ring road."), MONDAY)

    assert found.until == (until and datetime.fromisoformat(f"{until}:00+00:00"))
    if until:
        assert found.paragraphs == ("The minister opens the ring road.",)


@pytest.mark.parametrize(
    "line",
    [
        "*** EMBARGO *** The minister speaks",
        "EMBARGOED UNTIL FURTHER NOTICE",
        "Embargoed for 25:99 GMT 23 November 2026",
    ],
)
def test_what_cannot_be_told_is_refused(line: str) -> None:
    with pytest.raises(SourceError, match="its embargo is not understood"):
        found_in(line, (), MONDAY)


def test_a_time_without_a_day_is_refused_where_nobody_knows_the_day() -> None:
    with pytest.raises(SourceError):
        found_in("", ("EMBARGOED UNTIL 14:00 GMT",), None)


def test_the_story_after_it_on_the_same_line_stays() -> None:
    line = "(EMBARGOED UNTIL 14:00 GMT 23/11/2026) The minister said on 2 March that the ring road would open."

    assert found_in("", (line,), MONDAY).paragraphs == ("The minister said on 2 March that the ring road would open.",)


COPY = "The minister opens the ring road in the capital this afternoon, and the first cars drive on it before dark."


def test_files_have_embargoes_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Ring road opens\n\nEMBARGOED UNTIL 14:00 GMT, 23 November 2026\n\n{COPY}")
    (tmp_path / "b.md").write_text(f"---\ntitle: Road\nembargo: 2026-11-23T14:00Z\nexpires: 2026-11-24\n---\n{COPY} 2.")
    (tmp_path / "c.json").write_text(f'{{"text": "{COPY} 3.", "embargo": "when the minister says so"}}')
    found = gather([tmp_path])

    assert [a.embargo and a.embargo.isoformat() for a in found.articles] == ["2026-11-23T14:00:00+00:00"] * 2
    assert found.articles[0].paragraphs == (COPY,)
    assert found.articles[1].expires == datetime(2026, 11, 24, tzinfo=UTC)
    assert [r.reason for r in found.rejected] == [
        "its embargo is not understood: 'when the minister says so'; write 2026-11-23T14:00:00+01:00"
    ]
