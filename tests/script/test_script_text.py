"""A script goes to text and back: whatever is in it, and whatever an editor does to it."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import script
from bulletin.errors import ScriptError
from bulletin.model import Citation, Cue, Edit, Line, Script

AT = datetime(2026, 9, 11, 14, 0, tzinfo=timezone(timedelta(hours=1)))

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60).map(lambda s: " ".join(s.split()))
said = words.filter(bool) | st.sampled_from(
    ["# not a heading", "> not a note", "--- x", "<!-- said -->", "a [^1] b", "\\", "a\\[^1]", "## opening", "[^1]:"]
)
name = st.text("abcdefghij0123456789-", max_size=12)
label = st.text("abcXYZ09.:@-_", max_size=10)
rule = st.lists(label, min_size=1, max_size=3).map(" ".join).map(str.strip)
silence = st.floats(0, 10)
citations = st.builds(
    Citation,
    label,
    st.integers(-1, 50),
    st.integers(0, 999),
    st.integers(0, 9999),
    st.text(st.characters(exclude_categories=["Cs"])),
)
anything = st.text(st.characters(exclude_categories=["Cs"]))
lines = st.builds(
    Line,
    said,
    st.lists(citations, max_size=2).map(tuple),
    st.lists(st.builds(Edit, rule, anything, anything), max_size=2).map(tuple),
)
cues = st.builds(
    Cue,
    st.sampled_from(["opening", "headline", "story", "sting", "back", "closing"]),
    name,
    words,
    words,
    st.lists(lines, max_size=4).map(tuple),
    label,
    label,
    label,
    silence,
    silence,
)
scripts = st.builds(
    Script,
    words,
    words,
    st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(AT.tzinfo)),
    label,
    label,
    st.floats(10, 3600),
    st.lists(cues, max_size=5).map(tuple),
)


@given(scripts)
def test_text_parses_back_to_the_same_script(s):
    assert script.from_text(script.to_text(s)) == s


@given(st.text())
def test_any_text_is_a_script_or_one_clear_error(text):
    front = "---\nbulletin: 1\nstation: S\ntemplate: t\nair_time: 2026-09-11T14:00:00+01:00\nlanguage: en\nvoice: v\nslot_seconds: 60\n---\n"
    try:
        assert script.from_text(front + text).station == "S"
    except ScriptError as error:
        assert str(error).startswith("script, line ")


EDITED = """---
bulletin: 1
station: 234Radio
template: hourly
air_time: 2026-09-11T14:00:00+01:00
language: en
voice: hibari
slot_seconds: 180
---

# For the reader's eye

## opening {sound=ident pause=0.4}

Good afternoon.
It's two o'clock.

<!-- a remark for
the next shift -->

## story: bridge {voice=piper:joe}
> title: A new bridge
> call the minister again before three

The bridge is open. [^1]

And this was written by hand.

[^1]:
    from abc 0:0-19 "The bridge is open."
"""


def test_an_edited_script_is_read_as_it_stands():
    s = script.from_text(EDITED)
    opening, story = s.cues
    assert opening == Cue("opening", lines=(Line("Good afternoon. It's two o'clock."),), sound="ident", pause=0.4)
    assert (story.slug, story.title, story.voice) == ("bridge", "A new bridge", "piper:joe")
    assert [line.text for line in story.lines] == ["The bridge is open.", "And this was written by hand."]
    assert story.lines[0].sources == (Citation("abc", 0, 0, 19, "The bridge is open."),)
    assert story.lines[1].sources == ()


def test_windows_line_ends_and_a_byte_order_mark_change_nothing():
    assert script.from_text("\ufeff" + EDITED.replace("\n", "\r\n")) == script.from_text(EDITED)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("## story: bridge", "## storry: bridge", 's.md, line 21: there is no cue "storry"; did you mean "## story"?'),
        ("pause=0.4", "pause=forty", "s.md, line 13: pause=forty: a pause is 0 to 10 seconds"),
        ("pause=0.4", "volume=3", 's.md, line 13: "volume=3" is no setting; use voice=, sound=, bed=, breath= or pause='),
        ("open. [^1]", "open. [^7]", "s.md, line 25: [^7] leads to no source note; take the mark out, or add the note"),
        ("station: 234Radio\n", "", "s.md, line 1: the settings have no station"),
        ("# For the", "Words\n\n# For the", "s.md, line 11: words before the first cue; begin a cue with a line such as `## opening`"),
        ("from abc", "form abc", 's.md, line 30: a source note reads `from ARTICLE PARAGRAPH:START-END SEAL "words"` or `edit RULE "before" -> "after"`'),
    ],
)  # fmt: skip
def test_a_slip_of_the_pen_is_named_with_its_line(before, after, message):
    with pytest.raises(ScriptError) as caught:
        script.from_text(EDITED.replace(before, after), "s.md")
    assert str(caught.value) == message


def test_a_list_of_articles_is_no_script():
    assert script.is_script(EDITED)
    assert not script.is_script("---\ntitle: An article\n---\n\nbulletin: 1\n")
