"""When everything is heard: the plan, in samples, without any sound."""

from datetime import UTC, datetime
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bulletin import timing
from bulletin.model import Cue, Line, Script
from bulletin.studio.timeline import FRAME, LAP, MOST_SILENCE, RATE, TAIL, Timeline, plan, samples_of

WORDS = (Line("Something is said."),)
SECONDS = {"ident": 4.0, "divider": 1.2, "closing": 3.0, "bed": 20.0, "pips": 5.0}
SOUNDS = {name: samples_of(seconds) for name, seconds in SECONDS.items()}


def laid(*cues: Cue, line: int = 2 * RATE) -> Timeline:
    return plan(cues, [[line] * len(cue.lines) for cue in cues], SOUNDS)


def ms(samples: int) -> int:
    return round(samples * 1000 / RATE)


def test_a_cue_is_its_sound_then_its_lines_with_breaths_then_its_pause() -> None:
    plan = laid(Cue("opening", lines=WORDS * 2, sound="divider", breath=0.35, pause=0.6))
    assert [(h.line, ms(h.start), ms(h.end)) for h in plan.heard] == [(-1, 0, 1200), (0, 1200, 3200), (1, 3550, 5550)]
    assert ms(plan.length) == 6150


def test_a_long_sound_rings_on_under_what_follows_but_not_the_pips() -> None:
    assert [h.start for h in laid(Cue("opening", lines=WORDS, sound="ident")).heard] == [0, 4 * RATE - LAP]
    assert [h.start for h in laid(Cue("opening", lines=WORDS, sound="pips")).heard] == [0, 5 * RATE]


def test_a_sound_that_rings_on_over_the_last_words_is_not_cut() -> None:
    short = laid(Cue("story", lines=WORDS, sound="ident", pause=0), line=RATE // 10)
    assert short.length == 4 * RATE


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
    assert [part.slug for part in plan.parts] == ["opening", "bridge", "rains", "closing"]
    starts = [plan.heard[0], plan.heard[3], plan.heard[5], plan.heard[7]]  # ident, divider, divider, back
    assert [part.start for part in plan.parts] == [heard.start for heard in starts] == list(plan.joints)


def test_a_last_sting_after_a_story_is_the_closing() -> None:
    plan = laid(Cue("story", slug="bridge", lines=WORDS), Cue("sting", sound="closing"))
    assert [part.slug for part in plan.parts] == ["bridge", "closing"]


def test_the_bed_comes_in_under_the_tail_of_the_ident() -> None:
    (bed,) = laid(Cue("opening", lines=WORDS, sound="ident", bed="bed"), Cue("headline", lines=WORDS, bed="bed")).beds
    assert (ms(bed.start), ms(bed.end)) == (2200, 8900)
    assert [(ms(start), ms(end)) for start, end in bed.speech] == [(3700, 5700), (6300, 8300)]


def test_the_bed_never_comes_in_under_words_that_do_not_have_it() -> None:
    (bed,) = laid(Cue("opening", lines=WORDS, pause=0.5), Cue("headline", lines=WORDS, bed="bed")).beds
    assert (bed.start, bed.speech[0][0]) == (2 * RATE, 5 * RATE // 2)


def test_the_bed_of_the_sign_off_plays_on_and_goes_out_under_the_closing_sting() -> None:
    plan = laid(Cue("closing", lines=WORDS, bed="bed", pause=20), Cue("sting", sound="closing", pause=0))
    (bed,) = plan.beds
    assert (plan.heard[-1].start, bed.end, plan.warnings) == (22 * RATE, 23 * RATE, ())


def test_dead_air_is_cut_and_told() -> None:
    plan = laid(Cue("opening", lines=WORDS, pause=5), Cue("sting", pause=3), Cue("opening", lines=WORDS, pause=0))
    assert plan.length == 2 * RATE + MOST_SILENCE + 2 * RATE
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
    sound=st.sampled_from(["", "ident", "divider", "pips"]),
    bed=st.sampled_from(["", "", "bed"]),
    breath=st.floats(),
    pause=st.floats(),
)


@given(st.lists(cues, max_size=12), st.integers(1, 4 * RATE))
def test_segments_tile_the_bulletin_and_no_words_overlap_or_fall_silent(cues: list[Cue], line: int) -> None:
    plan = laid(*cues, line=line)
    edges = [0, *(part.end for part in plan.parts)]
    assert [part.start for part in plan.parts] == edges[:-1]
    assert not plan.parts or edges[-1] == plan.length
    spoken = [h for h in plan.heard if h.line >= 0]
    assert all(a.end <= b.start for a, b in pairwise(spoken))
    assert all(0 <= heard.start < heard.end <= plan.length for heard in plan.heard)
    gaps = [b.start - a.end for a, b in pairwise(plan.heard)]
    assert plan.beds or all(-LAP <= gap <= MOST_SILENCE + TAIL + FRAME for gap in gaps)
    assert all(0 <= bed.start < bed.end <= plan.length for bed in plan.beds)
    assert all(joint % FRAME == 0 for joint in plan.joints)
    for joint in plan.joints[1:]:
        before = [heard.end for heard in plan.heard if heard.start < joint]
        assert max(before, default=0) + TAIL <= joint  # silence, which an encoder's delay may push over the edge


tame = st.builds(
    Cue,
    kind=st.sampled_from(["opening", "headline", "story", "back", "closing"]),
    lines=st.integers(1, 3).map(lambda count: WORDS * count),
    sound=st.sampled_from(["", "", "ident", "divider", "pips"]),
    breath=st.floats(0.2, 0.6),
    pause=st.floats(0.3, 1.5),
)


@given(st.lists(tame, min_size=1, max_size=12))
def test_what_is_predicted_is_what_is_planned(cues: list[Cue]) -> None:
    """But for the frames that segments are rounded up to."""
    script = Script("Radio", "hourly", datetime(2026, 9, 11, 13, tzinfo=UTC), "en", "tone", 180.0, tuple(cues))
    takes = [[samples_of(seconds) for seconds in timing.line_seconds(cue)] for cue in cues]
    found = plan(cues, takes, SOUNDS)
    assert 0 <= found.length / RATE - timing.script_seconds(script, sounds=SECONDS) + 0.001 <= 0.001 + 0.027 * len(cues)
