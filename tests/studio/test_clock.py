"""A bulletin is brought to its slot, to the sample, and never by cutting speech."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model import Cue, Line
from bulletin.station import Clock
from bulletin.studio.clock import (
    CLOSED,
    GRAVE_PAUSE,
    LONGEST_BREATH,
    LONGEST_PAUSE,
    SHORTEST_BREATH,
    SHORTEST_PAUSE,
    STRETCHED,
    Fitted,
    at_tempo,
    fit,
)  # fmt: skip
from bulletin.studio.timeline import MOST_SILENCE, RATE, plan

SOUNDS = {
    "ident": 49 * RATE // 10,
    "divider": 14 * RATE // 10,
    "closing": 39 * RATE // 10,
    "bed": 19 * RATE,
    "pips": RATE,
}
ALL_OF_IT = Clock()
AT_MOST = Clock(fit="at most")
STEADY = Clock(most_tempo=0.0)


def line(text: str = "Something is said.") -> Line:
    return Line(text)


def hourly(*lines: int) -> tuple[Cue, ...]:
    """An hourly bulletin with so many lines in each story."""
    stories = [f"story-{n}" for n in range(len(lines))]
    return (
        Cue("opening", lines=(line(),) * 2, sound="ident", pause=0.4),
        *(Cue("headline", slug, lines=(line(),), bed="bed", pause=0.5) for slug in stories[:3]),
        *(
            cue
            for slug, count in zip(stories, lines, strict=True)
            for cue in (
                Cue("sting", sound="divider", pause=0.25),
                Cue("story", slug, slug.title(), "A Wire", tuple(line(f"Line {n}.") for n in range(count)), pause=0.8),
            )
        ),
        Cue("back", lines=(line("Those reports came from A Wire."),), pause=0.5),
        Cue("closing", lines=(line(),) * 2, bed="bed", pause=0.3),
        Cue("sting", sound="closing", pause=0.0),
    )


def read(cues: tuple[Cue, ...], seconds: float = 4.0) -> list[list[int]]:
    """A take for each line, no two equally long."""
    return [
        [round((seconds + 0.013 * n + 0.1 * m) * RATE) for m in range(len(cue.lines))] for n, cue in enumerate(cues)
    ]


def natural(cues: tuple[Cue, ...]) -> float:
    """Seconds, with pauses as they are written."""
    return plan(cues, read(cues), SOUNDS).length / RATE


def fitted(cues: tuple[Cue, ...], more: float = 0.0, clock: Clock = ALL_OF_IT) -> tuple[Fitted, int]:
    """`cues` in a slot that is `more` seconds longer than they are, and that slot in samples."""
    slot = natural(cues) + more
    return fit(cues, read(cues), SOUNDS, slot, clock), round(slot * RATE)


def pauses(cues: tuple[Cue, ...]) -> list[float]:
    return [cue.pause for cue in cues]


NEWS = hourly(3, 3, 2)


def test_a_little_too_long_closes_pauses_and_a_little_too_short_stretches_them():
    closed, slot = fitted(NEWS, -1.5)
    wide, long_slot = fitted(NEWS, 2.0)
    assert (closed.timeline.length, wide.timeline.length) == (slot, long_slot)
    assert (closed.tempo, closed.dropped, wide.tempo, wide.dropped) == (1.0, (), 1.0, ())
    told = [n for n, cue in enumerate(NEWS) if cue.kind == "story"]
    assert all(closed.cues[n].pause < NEWS[n].pause < wide.cues[n].pause for n in told)
    assert len({round(closed.cues[n].pause / NEWS[n].pause, 6) for n in told}) == 1  # not all in one place


def test_what_pauses_cannot_fill_the_bed_does_after_the_last_words():
    full, slot = fitted(NEWS, 15.0)
    assert full.timeline.length == slot
    assert 5 < full.cues[-2].pause < 15
    bed = full.timeline.beds[-1]
    assert bed.start < full.timeline.heard[-2].start  # under the sign-off, and on until the closing sting sounds
    assert full.timeline.heard[-1].start < bed.end
    assert full.warnings == ()


def test_much_music_is_told():
    full, slot = fitted(NEWS, 75.0)
    assert full.timeline.length == slot
    assert full.warnings == (
        "1:08 of news is missing to fill the slot of 2:42, so music plays it out; give it more articles, more words a "
        "story, a shorter --length or --fit at-most",
    )


def test_a_station_may_rather_end_early():
    short, _ = fitted(NEWS, 30.0, Clock(too_little="short"))
    assert short.timeline.length == plan(NEWS, read(NEWS), SOUNDS).length
    assert "0:30 of news is missing" in short.warnings[0]
    assert "it ends early" in short.warnings[0]
    little, slot = fitted(NEWS, 8.0, Clock(too_little="short"))
    assert (little.timeline.length, little.warnings) == (slot, ())


def test_a_sign_off_without_music_gets_it_where_it_must():
    plain = (*NEWS[:-2], replace(NEWS[-2], bed=""), NEWS[-1])
    full, slot = fitted(plain, 20.0)
    assert full.timeline.length == slot
    assert (full.cues[-2].bed, full.cues[-2].lines) == ("bed", plain[-2].lines)


def test_after_a_last_story_music_is_put_in_but_not_under_it():
    story_last = tuple(cue for cue in NEWS if cue.kind not in ("back", "closing"))
    full, slot = fitted(story_last, 20.0)
    assert full.timeline.length == slot
    assert [(cue.kind, cue.bed, cue.lines) for cue in full.cues[-2:-1]] == [("closing", "bed", ())]
    assert full.kept[-2] == (-1, ())
    assert full.cues[-3].bed == ""


def test_a_little_more_is_read_faster_and_then_nothing_is_dropped():
    faster, slot = fitted(NEWS, -4.0)
    assert 1 < faster.tempo <= 1.03
    assert faster.dropped == ()
    assert faster.timeline.length == slot
    takes = [[at_tempo(take, faster.tempo) for take in row] for row in read(NEWS)]
    lines = [heard for heard in faster.timeline.heard if heard.line >= 0]
    assert [heard.end - heard.start for heard in lines] == [take for row in takes for take in row]


def test_then_the_last_line_of_the_last_story_goes():
    less, slot = fitted(NEWS, -6.0, STEADY)
    assert less.dropped == ('the last line of "Story-2": "Line 1."',)
    assert less.kept[9] == (9, (0,))
    assert (less.timeline.length, less.tempo) == (slot, 1.0)


def test_then_the_last_story_with_its_headline_and_its_divider():
    less, slot = fitted(NEWS, -18.0)
    assert less.dropped == ('the story "Story-2"',)
    assert [cue.slug for cue in less.cues if cue.slug] == ["story-0", "story-1", "story-0", "story-1"]
    assert [number for number, _ in less.kept] == [0, 1, 2, 4, 5, 6, 7, 10, 11, 12]
    assert less.timeline.length == slot


def test_a_source_that_is_thanked_for_a_story_that_is_left_out_is_told():
    other = tuple(replace(cue, source="Lake News") if cue.slug == "story-2" else cue for cue in NEWS)
    other = tuple(replace(c, lines=(line("From A Wire and Lake News."),)) if c.kind == "back" else c for c in other)
    less, _ = fitted(other, -18.0)
    assert less.warnings == ("Lake News is still named at the end, and its story was left out for time",)


def test_one_line_of_one_story_always_stays_and_runs_over_if_it_must():
    over = fit(NEWS, read(NEWS), SOUNDS, 10.0, ALL_OF_IT)
    assert [len(cue.lines) for cue in over.cues if cue.kind == "story"] == [1]
    length = over.timeline.length / RATE
    assert over.warnings == (
        f"the bulletin is {length - 10:.1f} s longer than its slot of 0:10 and nothing more can be left out; "
        "give it a longer slot (--length) or shorter copy",
    )


def test_at_most_is_shorter_and_no_longer():
    loose, _ = fitted(NEWS, 40.0, AT_MOST)
    assert (loose.cues, loose.warnings) == (NEWS, ())
    tight, slot = fitted(NEWS, -1.0, AT_MOST)
    assert slot - RATE // 20 < tight.timeline.length <= slot


def test_a_silence_round_a_grave_story_is_not_closed():
    grave = tuple(replace(cue, pause=1.2) if cue.slug == "story-1" and cue.kind == "story" else cue for cue in NEWS)
    closed, _ = fitted(grave, -1.5)
    assert closed.cues[7].pause == 1.2


@pytest.mark.parametrize("cues", [(), (Cue("sting", sound="closing"),), (Cue("story"),)])
def test_nothing_to_say_is_no_fault_of_the_clock(cues):
    assert fit(cues, read(cues), SOUNDS, 60.0, ALL_OF_IT).dropped == ()


cues = st.builds(
    Cue,
    kind=st.sampled_from(["opening", "headline", "story", "story", "story", "sting", "back", "closing"]),
    slug=st.sampled_from(["", "a", "b", "c"]),
    lines=st.integers(0, 3).map(lambda count: (line(),) * count),
    sound=st.sampled_from(["", "", "ident", "divider", "pips"]),
    bed=st.sampled_from(["", "", "bed"]),
    breath=st.floats(0, 10),
    pause=st.floats(0, 10),
)
clocks = st.builds(
    Clock,
    fit=st.sampled_from(["exactly", "at most"]),
    too_little=st.sampled_from(["bed", "short"]),
    most_tempo=st.sampled_from([0.0, 0.01, 0.03]),
)


@given(st.lists(cues, min_size=1, max_size=12).map(tuple), st.floats(0.2, 9), st.floats(10, 240), clocks)
def test_never_over_never_cut_and_all_that_goes_is_told(cues, seconds, slot_seconds, clock):
    takes, slot = read(cues, seconds), round(slot_seconds * RATE)
    found = fit(cues, takes, SOUNDS, slot_seconds, clock)
    length = found.timeline.length
    over = [warning for warning in found.warnings if "longer than its slot" in warning]
    early = [warning for warning in found.warnings if "ends early" in warning]
    assert (length > slot) == bool(over)
    if clock.fit == "exactly" and clock.too_little == "bed" and not over:
        assert length == slot
    assert (length < slot) == bool(early) or clock.fit == "at most" or over

    was = [(cues[n].lines[m], at_tempo(takes[n][m], found.tempo)) for n, kept in found.kept for m in kept]
    spoken = [h for h in found.timeline.heard if h.line >= 0]
    assert [(found.cues[h.cue].lines[h.line], h.end - h.start) for h in spoken] == was  # nothing cut, in order
    assert [n for n, _ in found.kept if n >= 0] == sorted(n for n, _ in found.kept if n >= 0)
    lost = sum(len(cue.lines) for cue in cues) - len(was)
    assert bool(found.dropped) == (lost > 0 or len([n for n, _ in found.kept if n >= 0]) < len(cues))
    assert any(cue.kind == "story" and cue.lines for cue in cues) == any(
        c.kind == "story" and c.lines for c in found.cues
    )
    assert 1 - clock.most_tempo - 1e-9 <= found.tempo <= 1 + clock.most_tempo + 1e-9

    signing_off = max((n for n, cue in enumerate(found.cues) if cue.lines), default=0)
    for cue, (n, _) in list(zip(found.cues, found.kept, strict=True))[:signing_off]:
        if n >= 0:
            shortest, longest = min(cues[n].pause, SHORTEST_PAUSE), max(cues[n].pause, LONGEST_PAUSE)
            assert shortest - 1e-9 <= cue.pause <= longest + 1e-9
            assert CLOSED * cues[n].pause - 1e-9 <= cue.pause <= STRETCHED * cues[n].pause + 1e-9
            assert cue.bed or cues[n].pause < GRAVE_PAUSE or cue.pause >= cues[n].pause
            shortest, longest = min(cues[n].breath, SHORTEST_BREATH), max(cues[n].breath, LONGEST_BREATH)
            assert shortest - 1e-9 <= cue.breath <= longest + 1e-9
    silences = [b.start - a.end for a, b in pairwise(found.timeline.heard)]
    assert all(silence <= MOST_SILENCE + 2 * 2304 or found.timeline.beds for silence in silences)
