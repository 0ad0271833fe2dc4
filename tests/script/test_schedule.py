"""Which form a bulletin has at an air time, and what a template says of itself."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bulletin import script
from bulletin.errors import StationError, TemplateError
from bulletin.model import Line, Story
from bulletin.script import templates
from bulletin.station import Scheduled, Station

LAGOS = Station(
    timezone="Africa/Lagos",
    second_voice="tone",
    schedule=(
        Scheduled("long", hours=(7, 13), days=("mon", "tue", "wed", "thu", "fri")),
        Scheduled("headlines", minute=30, length="45s"),
        Scheduled("sport", hours=(18,), voice="gtts"),
        Scheduled("nightly", hours=(23,), minute=15),
    ),
)
STORY = Story("s", Line("It rains"), (Line("It rains a lot."),))


@pytest.fixture
def own(tmp_path):
    """Write a template of the station's own; gives the station."""
    station = replace(LAGOS, home=str(tmp_path))

    def write(name, text):
        file = tmp_path / "templates" / f"{name}.md.j2"
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(text, encoding="utf-8")
        return file

    write.station = station
    return write


@pytest.mark.parametrize(
    ("utc", "form"),
    [
        ("2026-09-11T06:00", ("long", "5m", "hibari", "tone")),  # seven in Lagos, a Friday
        ("2026-09-12T06:00", ("hourly", "3m", "hibari", "tone")),  # a Saturday
        ("2026-09-11T06:30", ("headlines", "45s", "hibari", "tone")),
        ("2026-09-11T17:00", ("sport", "2m", "gtts", "")),  # its voice reads all of it
        ("2026-09-11T08:00", ("hourly", "3m", "hibari", "tone")),
    ],
)
def test_the_station_at_an_air_time(utc, form):
    at = script.station_at(LAGOS, datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert (at.template, at.length, at.voice, at.second_voice) == form


def test_a_template_that_says_no_length_has_the_stations(own):
    own("nightly", "## opening\n\nHello.\n")
    at = datetime(2026, 9, 11, 22, 15, tzinfo=UTC)
    assert script.station_at(replace(own.station, length="4m"), at).length == "4m"
    own("nightly", "{# length: 90s #}\n## opening\n\nHello.\n")
    assert script.station_at(own.station, at).slot_seconds == 90


def test_a_row_whose_template_is_not_there_is_named_when_its_time_comes_and_when_all_are_checked():
    message = r'^\[\[schedule\]\] row 4 \(nightly, at 23:15\): there is no template "nightly" in '
    with pytest.raises(StationError, match=message):
        script.check_schedule(LAGOS)
    with pytest.raises(StationError, match=message):
        script.station_at(LAGOS, datetime(2026, 9, 11, 22, 15, tzinfo=UTC))


def test_the_next_slot_is_said_in_the_bulletin():
    at = script.next_slot(LAGOS, datetime(2026, 9, 11, 12, 0, tzinfo=UTC))
    assert at.isoformat() == "2026-09-11T13:30:00+01:00"
    cues = script.write([STORY], LAGOS, datetime(2026, 9, 11, 12, 0, tzinfo=UTC)).cues
    assert "That's the news. The next bulletin is at half past one." in [
        line.text for cue in cues for line in cue.lines
    ]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("{# length: 3m #}\n{# What it is. #}\n## opening", ("3m", (), "What it is.")),
        ("\ufeff\n{#- categories: sport, light; length: 1:30 -#}\n", ("1:30", ("sport", "light"), "")),
        ("{# Ours, changed. #}{# length: 90s #}", ("90s", (), "Ours, changed.")),
        ("## opening\n\n{# length: 3m #}", ("", (), "")),
        ("{# length: 3m", ("", (), "")),
    ],
)
def test_what_a_template_says_of_itself(own, text, about):
    own("mine", text)
    found = script.about("mine", own.station)
    assert (found.length, found.categories, found.summary) == about


def test_a_length_that_is_none_is_named_with_its_file(own):
    file = own("mine", "{# length: 3x #}\n")
    with pytest.raises(TemplateError) as caught:
        script.about("mine", own.station)
    assert str(caught.value) == f'{file}, line 1: "3x" is not a length; write "3m", "90s", "2m30s" or "1:30"'


def test_templates_are_looked_for_in_the_stations_language_first_and_ours_are_never_english_by_mistake(own, monkeypatch, tmp_path):  # fmt: skip
    monkeypatch.setattr(templates, "OURS", tmp_path / "ours")  # with two languages of its own
    for name in ("hourly", "flash", "xx/hourly"):
        (tmp_path / "ours" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ours" / f"{name}.md.j2").write_text("{# length: 2m #}\n## opening\n\nHi.\n", encoding="utf-8")
    foreign = replace(own.station, language="xx-NG")
    assert script.about("hourly", own.station).file == tmp_path / "ours" / "hourly.md.j2"
    assert script.about("hourly", foreign).file == tmp_path / "ours" / "xx" / "hourly.md.j2"
    with pytest.raises(TemplateError, match=r"English is not put in the place of xx-NG: write .*xx-NG/flash\.md\.j2"):
        script.about("flash", foreign)
    for name in ("flash", "xx/flash", "xx-NG/flash"):  # each goes before those above
        file = own(name, "x")
        assert script.about("flash", foreign).file == file
    assert script.template_names(tmp_path / "templates", "xx-NG") == ("flash", "hourly")
    assert script.languages_of("hourly", foreign) == ("en", "xx")


@pytest.mark.parametrize("name", script.template_names(templates.OURS / "none"))
def test_every_template_of_ours_passes_its_check(name):
    sounds = dict.fromkeys(("ident", "bed", "divider", "pips", "closing", "flash"), 3.0)
    assert script.tried(name, Station(timezone="UTC"), datetime(2026, 9, 11, 13, tzinfo=UTC), sounds=sounds) == ()
    assert script.about(name, Station()).length
    assert script.about(name, Station()).summary
