"""Stories are laid into a template, within the slot, and nothing in them can write a cue."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import script, timing
from bulletin.errors import NoNews, TemplateError
from bulletin.model import Citation, Line, Story
from bulletin.station import Clock, Station

AT = datetime(2026, 9, 11, 13, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent.parent / "golden"
LAGOS = Station(name="234Radio", timezone="Africa/Lagos")


def story(n: int, lines: int = 3, source: str = "The Sample Wire") -> Story:
    cited = (Citation(f"article{n}", 0, 0, 9, "A source."),)
    copy = tuple(
        Line(f"Sentence {i} of story {n} tells what happened in a dozen plain words.", cited) for i in range(lines)
    )
    return Story(f"story-{n}", Line(f"Something happened to story {n}", cited), copy, f"article{n}", source)


FIGURES = {
    "weather": {
        "places": [
            {"name": "Lagos", "words": "sunny spells", "high": 31.4, "low": 24},
            {"name": "Jos", "high": -1, "low": None},
            {"name": "Kano", "words": "harmattan haze"},
        ],
        "outlook": "dry until Sunday.",
    },
    "markets": {
        "markets": [
            {"name": "the naira", "value": 1534.25, "unit": "to the dollar", "change": -0.4},
            {"name": "Brent crude", "value": 79.44, "unit": "dollars a barrel", "change": 0.02},
            {"name": "the All-Share Index", "value": 204567},
        ]
    },
}
THREE = (story(1), story(2, source="Lake News"), story(3))
NEWS = (
    replace(story(1), breaking=True, also=("the BBC", "Al Jazeera")),
    replace(story(2, source="Lake News"), update=True, also=("the BBC",)),
    replace(story(3), breaking=True, update=True, sensitive=True, also=("A", "B", "C", "D")),
    replace(story(4), category="light"),
)


@pytest.mark.parametrize(
    ("golden", "template", "stories", "figures"),
    [
        ("hourly", "hourly", THREE, {}),
        ("headlines", "headlines", THREE, {}),
        ("flash", "flash", THREE, {}),
        ("long", "long", THREE, FIGURES),
        ("sport", "sport", tuple(replace(one, category="sport") for one in THREE), {}),
        ("updates", "hourly", NEWS, {}),
        ("updates-headlines", "headlines", NEWS, {}),
        ("updates-flash", "flash", NEWS[1:], {}),
    ],
)
def test_golden(golden, template, stories, figures, request):
    """Run pytest with --golden to write these anew, and read the difference."""
    station = Station(name="234Radio", timezone="Africa/Lagos", template=template)
    text = script.to_text(script.write(stories, station, AT, figures=figures))
    file = GOLDEN / f"{golden}.md"
    if request.config.getoption("--golden"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@settings(deadline=None)  # machines are noisy
@given(st.lists(st.integers(1, 8), min_size=1, max_size=30), st.integers(10, 600))
def test_a_script_is_never_longer_than_its_slot_while_there_is_anything_to_take_out(lengths, slot):
    station = Station(timezone="UTC", length=f"{slot}s")
    written = script.write([story(n, lines) for n, lines in enumerate(lengths)], station, AT)
    told = [cue for cue in written.cues if cue.kind == "story"]
    fits = timing.script_seconds(written) <= slot
    assert fits or [len(cue.lines) for cue in told] == [1]


def test_what_is_taken_out_is_the_least_important_and_what_room_is_left_goes_to_the_first():
    written = script.write([story(n, 4) for n in range(6)], Station(timezone="UTC", length="70s"), AT)
    told = {cue.slug: len(cue.lines) for cue in written.cues if cue.kind == "story"}
    assert told == {"story-0": 3, "story-1": 2, "story-2": 2, "story-3": 2, "story-4": 2}


def test_nothing_in_an_article_can_write_a_cue():
    hostile = "Calm.\n\n## closing {sound=x}\n\n{{ station }} [^1] ## sting"
    line = Line(" ".join(hostile.split()))
    written = script.write([Story("s", line, (line,), source="## opening")], LAGOS, AT)
    kinds = [cue.kind for cue in written.cues]
    assert kinds == ["opening", "story", "back", "closing", "sting"]
    told = next(cue for cue in written.cues if cue.kind == "story")
    assert told.lines[0].text == line.text + "."
    assert told.source == "## opening"


def test_the_clock_of_the_station_is_said():
    written = script.write([story(1)], LAGOS, AT)
    assert written.cues[0].lines[0].text == "Good afternoon. It's two o'clock."
    assert "The next bulletin is at three o'clock." in written.cues[-2].lines[0].text


def test_without_stories_there_is_no_script():
    with pytest.raises(NoNews):
        script.write([], LAGOS, AT)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("## opening\n\nHello.\n\n{{ statoin.name }}\n", "line 5: 'statoin' is undefined"),
        ("## opening\n\n{% for %}\n", "line 3: Expected an expression, got 'end of statement block'"),
        ("## opening\n\n{{ station.nmae }}\n", "line 3: 'dict object' has no attribute 'nmae'"),
        ("## opning\n\nHello.\n", 'line 1: there is no cue "opning"; did you mean "## opening"? (in what the template wrote)'),
        ("## opening\n\n{{ ''.__class__.__mro__ }}\n", "line 3: access to attribute '__class__' of 'str' object is unsafe."),
        ("## opening\n\n{{ 1 / 0 }}\n", "line 3: division by zero"),
        ("## opening\n\n{% for n in range(99999) %}{{ 'x' * 50 }}{% endfor %}\n", None),
        ("nothing", "line 1: words before the first cue; begin a cue with a line such as `## opening` (in what the template wrote)"),
    ],
)  # fmt: skip
def test_a_template_that_is_wrong_is_named_with_its_line(tmp_path, template, message):
    (tmp_path / "templates").mkdir()
    file = tmp_path / "templates" / "mine.md.j2"
    file.write_text(template)
    with pytest.raises(TemplateError) as caught:
        script.write([story(1)], Station(timezone="UTC", template="mine", home=str(tmp_path)), AT)
    assert "\n" not in str(caught.value)
    if message:
        assert str(caught.value) == f"{file}, {message}"


def test_a_stations_own_template_goes_first(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "hourly.md.j2").write_text(
        "## opening\n\n{{ stories[0].headline }} {{ at }}\n".replace(" {{ at }}", "")
    )
    written = script.write([story(1)], Station(timezone="UTC", home=str(tmp_path)), AT)
    assert [line.text for cue in written.cues for line in cue.lines] == ["Something happened to story 1."]
    assert written.cues[0].lines[0].sources == story(1).headline.sources


def test_an_unknown_template_names_those_there_are():
    with pytest.raises(TemplateError, match="there are flash, headlines, hourly, long, sport"):
        script.write([story(1)], Station(template="nightly"), AT)


@pytest.mark.parametrize("template", ["hourly", "headlines", "flash", "long", "sport"])
def test_no_light_sound_stands_beside_a_sensitive_story(template):
    """Story 2 of 3 is sensitive: no sting before or behind it, no music under it, a longer silence round it."""
    stories = [story(1), replace(story(2), sensitive=True, breaking=True), story(3), story(4)]
    if template == "flash":
        stories = stories[1:]
    cues = script.write(stories, replace(LAGOS, template=template), AT).cues
    place = next(n for n, cue in enumerate(cues) if cue.kind == "story" and cue.slug == "story-2")
    assert (cues[place].bed, cues[place].sound) == ("", "")
    assert {"divider"}.isdisjoint({cues[place - 1].sound, cues[place + 1].sound, cues[-1].sound})
    if template == "hourly":
        assert [cue.slug or cue.sound for cue in cues if cue.kind in {"story", "sting"}] == [
            *("divider", "story-1", "", "story-2", "story-3", "divider", "story-4", "closing")
        ]
        assert [cue.pause for cue in cues if cue.kind == "story"] == [1.2, 1.2, 0.8, 0.8]


def test_a_template_of_some_categories_tells_those_only():
    sport = replace(LAGOS, template="sport")
    stories = [replace(story(1), category="world"), replace(story(2), category="sport"), story(3)]
    told = [cue.slug for cue in script.write(stories, sport, AT).cues if cue.kind == "story"]
    assert told == ["story-2", "story-3"]  # what has no category may be any
    with pytest.raises(NoNews, match="no story for the template sport: it tells sport only"):
        script.write(stories[:1], sport, AT)


def test_a_source_is_not_credited_twice_nor_by_its_own_story():
    one = replace(story(1), also=("the sample wire", "Lake News", "Lake  News", ""))
    said = [line.text for cue in script.write([one], LAGOS, AT).cues for line in cue.lines]
    assert "Lake News reports this too." in said


def test_two_readers_take_headlines_and_stories_in_turn():
    two = replace(LAGOS, second_voice="tone")
    written = script.write([story(n) for n in range(4)], two, AT)
    heard = [(cue.kind, cue.voice) for cue in written.cues if cue.lines]
    assert heard == [
        ("opening", ""),
        *[("headline", ""), ("headline", "tone"), ("headline", "")],
        *[("story", ""), ("story", "tone"), ("story", ""), ("story", "tone")],
        *[("back", ""), ("closing", ""), ("closing", "")],
    ]
    assert script.from_text(script.to_text(written)) == written


def test_one_reader_is_named_once():
    written = script.write([story(n) for n in range(3)], replace(LAGOS, second_voice=LAGOS.voice), AT)
    assert {cue.voice for cue in written.cues} == {""}


def test_a_minute_has_no_time_for_headlines():
    kinds = {cue.kind for cue in script.write([story(1), story(2)], replace(LAGOS, length="60s"), AT).cues}
    assert "headline" not in kinds


def test_music_lies_under_the_sign_off_but_not_behind_a_sensitive_story():
    def bed(*stories):
        return [cue.bed for cue in script.write(stories, LAGOS, AT).cues if cue.kind == "closing"]

    assert bed(story(1), story(2)) == ["", "bed"]  # not under the main story, which is said again
    assert bed(story(1), replace(story(2), sensitive=True)) == ["", ""]


def test_too_little_news_asks_for_more_words_a_story_but_not_without_end():
    def words(length, *stories, fit="exactly"):
        station = replace(LAGOS, length=length, clock=Clock(fit=fit))
        return script.words_for(script.write(stories, station, AT), station)

    few, many = [story(n) for n in range(3)], [story(n, 8) for n in range(20)]
    assert words("2m", *many) == 60  # enough
    assert 60 < words("100s", *few) < 150
    assert words("10m", *few) == 150
    assert words("10m", *few, fit="at most") == 60


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12), st.integers(60, 400))
def test_the_slot_is_full_where_there_is_news_enough(lengths, slot):
    """Or there is nothing left to say, or nothing that is left fits in."""
    station = Station(timezone="UTC", length=f"{slot}s")
    stories = [story(n, lines) for n, lines in enumerate(lengths)]
    written = script.write(stories, station, AT)
    told = {cue.slug: len(cue.lines) for cue in written.cues if cue.kind == "story"}
    if told != {one.slug: len(one.copy) for one in stories}:
        assert slot - timing.script_seconds(written) < 14  # a story of two lines, its headline and its divider
