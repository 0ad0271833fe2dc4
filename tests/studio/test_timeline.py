"""When everything is heard: the plan, in milliseconds, without any sound."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin.model import Cue, Line
from bulletin.studio.timeline import GRID, MOST_SILENCE, Timeline, plan

WORDS = (Line("Something is said."),)
SOUNDS = {"ident": 4000, "divider": 1200, "closing": 3000, "bed": 20_000}


def laid(*cues: Cue, line: int = 2000) -> Timeline:
    return plan(cues, [[line] * len(cue.lines) for cue in cues], SOUNDS)


def test_a_cue_is_its_sound_then_its_lines_with_breaths_then_its_pause() -> None:
    plan = laid(Cue("opening", lines=WORDS * 2, sound="ident", breath=0.35, pause=0.6))
    assert [(h.line, h.start, h.end) for h in plan.heard] == [(-1, 0, 4000), (0, 4000, 6000), (1, 6350, 8350)]
    assert plan.length == 8950


def test_a_story_is_cut_out_with_the_sting_that_leads_it() -> None:
    plan = laid(
        Cue("opening", lines=WORDS, sound="ident"),
        Cue("headline", lines=WORDS, bed="bed"),
        Cue("sting", sound="divider", pause=0.3),
        Cue("story", slug="bridge", title="The bridge", lines=WORDS),
        Cue("sting", sound="divider", pause=0.3),
        Cue("story", slug="rains", title="The rains", lines=WORDS),
        Cue("back", lines=WORDS),
        Cue("closing", lines=WORDS),
        Cue("sting", sound="closing", pause=0),
    )
    assert [(p.slug, p.start, p.end) for p in plan.parts] == [
        ("opening", 0, 9200),
        ("bridge", 9200, 13_300),
        ("rains", 13_300, 17_400),
        ("closing", 17_400, 25_600),
    ]


def test_a_last_sting_after_a_story_is_the_closing() -> None:
    plan = laid(Cue("story", slug="bridge", lines=WORDS), Cue("sting", sound="closing"))
    assert [part.slug for part in plan.parts] == ["bridge", "closing"]


def test_the_bed_comes_in_under_the_tail_of_the_ident() -> None:
    (bed,) = laid(Cue("opening", lines=WORDS, sound="ident", bed="bed"), Cue("headline", lines=WORDS, bed="bed")).beds
    assert (bed.start, bed.end, bed.speech) == (2500, 9200, ((4000, 6000), (6600, 8600)))


def test_the_bed_never_comes_in_under_words_that_do_not_have_it() -> None:
    (bed,) = laid(Cue("opening", lines=WORDS, pause=0.5), Cue("headline", lines=WORDS, bed="bed")).beds
    assert (bed.start, bed.speech) == (2000, ((2500, 4500),))


def test_dead_air_is_cut_and_told() -> None:
    plan = laid(Cue("opening", lines=WORDS, pause=5), Cue("sting", pause=3), Cue("closing", lines=WORDS, pause=0))
    assert plan.length == 2000 + MOST_SILENCE + 2000
    assert plan.warnings == (
        "cue 1: 5 s of silence cut to 1.8 s (dead air)",
        "cue 2: 3 s of silence cut to 0 s (dead air)",
    )


cues = st.builds(
    Cue,
    kind=st.sampled_from(["opening", "headline", "story", "sting", "back", "closing"]),
    slug=st.text(max_size=8),
    title=st.text(max_size=8),
    lines=st.integers(0, 3).map(lambda count: WORDS * count),
    sound=st.sampled_from(["", "ident", "divider"]),
    bed=st.sampled_from(["", "", "bed"]),
    breath=st.floats(),
    pause=st.floats(),
)


@given(st.lists(cues, max_size=12), st.integers(1, 400))
def test_segments_tile_the_bulletin_and_nothing_overlaps_or_falls_silent(cues: list[Cue], line: int) -> None:
    plan = laid(*cues, line=line * GRID)
    edges = [0, *(part.end for part in plan.parts)]
    assert [part.start for part in plan.parts] == edges[:-1]
    assert not plan.parts or edges[-1] == plan.length
    gaps = [b.start - a.end for a, b in zip(plan.heard, plan.heard[1:], strict=False)]
    assert all(0 <= gap <= MOST_SILENCE for gap in gaps)
    assert all(0 <= bed.start < bed.end <= plan.length for bed in plan.beds)
    assert all(time % GRID == 0 for heard in plan.heard for time in (heard.start, heard.end))
