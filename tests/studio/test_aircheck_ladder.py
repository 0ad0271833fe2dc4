"""What becomes of a bulletin that was listened to."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bulletin.studio.aircheck import (
    Air,
    Finding,
    LeaveOut,
    OtherVoice,
    Refuse,
    ReRead,
    Said,
    Tried,
    next_step,
)

LINES = (
    Said("Good morning.", voice="hibari"),
    Said("Rain fell.", slug="rain", voice="hibari"),
    Said("A dam is full.", slug="dam", voice="hibari"),
)
RAIN = Finding("number", "error", "wrong", line="Rain fell.")
OPENING = replace(RAIN, line="Good morning.")
AGAIN = Tried("Rain fell.", "hibari")


def test_down_the_ladder():
    def step(*tried):
        return next_step([RAIN], LINES, tried, re_readings=1, stand_ins=("hibari", "piper"))

    other = Tried("Rain fell.", "piper")
    assert step() == ReRead(("Rain fell.",))
    assert step(AGAIN) == OtherVoice(("Rain fell.",), "piper")
    assert step(AGAIN, other) == OtherVoice(("Rain fell.",), "piper")
    assert isinstance(step(AGAIN, other, other), LeaveOut)
    assert step(AGAIN, other, other).slug == "rain"


def test_what_cannot_be_left_out_is_refused():
    assert isinstance(next_step([OPENING], LINES, re_readings=0), Refuse)
    assert isinstance(next_step([RAIN], LINES[:2], re_readings=0), Refuse)


def test_no_reading_cures_a_cut_file():
    assert isinstance(next_step([Finding("frames", "error", "cut"), RAIN], LINES), Refuse)


def test_warnings_are_aired():
    assert next_step([replace(RAIN, severity="warning")], LINES) == Air()


@given(st.sets(st.sampled_from([line.text for line in LINES]), min_size=1), st.integers(0, 3), st.booleans())
def test_it_always_ends(bad, re_readings, stand_in):
    findings = [replace(RAIN, line=text) for text in bad]
    tried = []
    for _ in range(40):
        step = next_step(findings, LINES, tried, re_readings=re_readings, stand_ins=("piper",) if stand_in else ())
        if isinstance(step, ReRead):
            tried += [Tried(line, "hibari") for line in step.lines]
        elif isinstance(step, OtherVoice):
            tried += [Tried(line, step.voice) for line in step.lines]
        else:
            break
    assert isinstance(step, LeaveOut | Refuse)
