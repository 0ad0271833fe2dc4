"""A script read over: what an editor changed is found, what is wrong for the ear is told, and clean copy is let be."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import desk
from bulletin.desk import ear, guard
from bulletin.model import Citation, Cue, Edit, Line, Script, Story

AT = datetime(2026, 9, 11, 14, 0, tzinfo=UTC)
SOURCE = "Governor Ada Bello won the vote in Kanem on Tuesday, and 26 states recognised the result."


def cited(text, source=SOURCE, *edits):
    return Line(text, (Citation("0a1b2c3d4e5f", 0, 0, len(source), source),), edits)


def scripted(*lines, kind="story", **settings):
    return Script("Demo", "hourly", AT, "en", "tone", 180.0, (Cue(kind, "vote", lines=lines, **settings),))


def rules(*lines, **settings):
    return [remark.rule for remark in desk.inspect(scripted(*lines, **settings))]


def told(text, source=SOURCE):
    return [(r.severity, r.rule, r.why, r.suggestion) for r in desk.untrue(scripted(cited(text, source)))]


def test_a_line_as_its_source_has_it_is_clean():
    assert rules(cited(SOURCE)) == []
    assert told("Governor Ada Bello won the vote in Kanem on Tuesday.") == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "why", "suggestion"),
    [
        (
            "26",
            "36",
            "number",
            'the source does not have "36 states recognised"',
            'the source has "26 states recognised"',
        ),
        ("Tuesday", "Monday", "day", 'the source does not have "Monday"', 'the source has "Tuesday"'),
        ("Ada Bello", "Ada Okoro", "name", 'the source does not have "Ada Okoro"', 'the source has "Ada Bello"'),
        ("won", "lost", "opposite", '"lost", where the source has "won"', f'the source says "{SOURCE}"'),
    ],
)
def test_a_changed_fact_is_an_error_that_tells_what_the_source_has(old, new, rule, why, suggestion):
    assert told(SOURCE.replace(old, new)) == [("error", rule, why, suggestion)]


def test_a_negation_that_came_in_is_an_error():
    assert [(s, r) for s, r, *_ in told(SOURCE.replace("won", "did not win"))][:1] == [("error", "negation")]


def test_a_word_of_the_editors_is_a_warning():
    assert [(s, r, w) for s, r, w, _ in told(SOURCE.replace("won", "narrowly won"))] == [
        ("warning", "new word", 'no source sentence has "narrowly"')
    ]


def test_a_source_note_that_was_changed_with_the_line_is_told():
    changed = SOURCE.replace("26", "126")
    line = Line(changed, (Citation("0a1b2c3d4e5f", 0, 0, len(SOURCE), changed),))
    assert [r.rule for r in desk.untrue(scripted(line))] == ["source note"]


def test_an_editors_own_words_are_a_note_and_a_script_of_them_is_one_note():
    own = Line("The count went on all night.")
    mixed = desk.untrue(scripted(cited(SOURCE), own))
    assert [(r.severity, r.rule, r.text) for r in mixed] == [("note", "no source", own.text)]
    assert [(r.rule, r.line) for r in desk.untrue(scripted(own, own))] == [("no source", -1)]


def test_a_templates_words_are_no_copy_but_their_numbers_are_held():
    recap = "And the main story again: Ada Bello won the vote in Kanem, and 26 states recognised it."
    assert rules(cited(recap), kind="closing") == []
    assert rules(cited(recap.replace("26", "36")), kind="closing") == ["number"]
    assert rules(Line("But here he is again with more."), kind="opening") == []


def test_an_edit_of_the_desks_is_believed_and_a_forged_one_is_not():
    day = Edit("day", "on Tuesday,", "today,")
    assert told(SOURCE.replace("on Tuesday", "today")) != []
    assert desk.untrue(scripted(cited(SOURCE.replace("on Tuesday", "today"), SOURCE, day))) == []
    forged = Edit("day", "26 states", "36 states")
    assert "error" in {r.severity for r in desk.untrue(scripted(cited(SOURCE.replace("26", "36"), SOURCE, forged)))}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("But the governor of Kanem has resigned.", "opener"),
        ("He has resigned as governor of Kanem.", "opener"),
        ('"We are leaving tonight," the governor of Kanem said.', "quotation first"),
        ("Who will govern Kanem now?", "question"),
        ("There is a new governor in Kanem.", "there is"),
        ("40 houses fell in Kanem overnight.", "number first"),
        ("Ada Bello said the road would open.", "name first"),
        ("After a night of talks between the three unions and the ministry, teachers went back to work.", "slow start"),
        ("The road opens soon, see www.example.org for the map.", "for the eye"),
        ("The road [^4 opens soon.", "stray mark"),
        ('from 0a1b2c3d4e5f 0:0-12 "The road opens."', "stray mark"),
        ("The **road** opens soon.", "markup"),
        ("The road\u202e opens soon.", "garbled"),
        ("The cafÃ© opens soon.", "garbled"),
        ("The road (the old one) opens soon.", "brackets"),
        ("It is believed that the minister took money.", "unattributed claim"),
        ("The minister, Ada Bello, 34, has resigned.", "age after name"),
        ("The road took 12 men, 14 lorries and 300 days to build.", "many numbers"),
        ("The minister didn't resign.", "contraction"),
        (
            "The road from the old market to the new harbour will be closed to cars and lorries on two nights of the"
            " week until the men who mend it have gone home.",
            "long sentence",
        ),
    ],
)
def test_each_rule_for_the_ear_hears_its_fault_and_nothing_else(text, rule):
    assert [found for found in rules(Line(text)) if found != "no source"] == [rule]


def test_a_pronoun_needs_somebody_in_the_line_before():
    assert "pronoun" in rules(Line("The road opens soon."), Line("She has resigned."))
    assert "pronoun" not in rules(Line("The minister, Ada Bello, is ill."), Line("She has resigned."))


def test_a_story_closes_on_a_fact():
    assert "last line" in rules(Line("The road opens soon."), Line("More to follow."))
    assert "last line" in rules(Line("The road opens soon."), Line("Will it last?"))


def test_two_lines_that_cannot_both_be_true():
    one = Line("Twenty-six countries pledged to send troops to the new force.")
    two = Line("Hundreds of nations pledged to send troops to the new force.")
    assert "conflict" in rules(one, two)


def test_stories_beside_each_other():
    first = (Line("The old bridge in Kanem fell into the river during a heavy storm this week."),)
    again = (Line("The old bridge in Kanem fell into the river in a heavy storm."),)
    other = (Line("Farmers in the north will be paid more for their onions from January."),)

    def found(*stories):
        cues = tuple(Cue("story", f"s{at}", lines=lines) for at, lines in enumerate(stories))
        return [(r.rule, r.cue) for r in desk.inspect(replace(scripted(), cues=cues)) if r.rule != "no source"]

    assert found(first, other) == []
    assert found(first, again) == [("two stories alike", 1)]
    assert ("said twice", 2) in found(first, other, first)


def test_what_was_written_for_another_time_is_stale():
    def stale(written_for):
        lines = (Line("Good afternoon. It's two o'clock."),)
        cues = (Cue("opening", lines=lines), Cue("story", lines=(cited(SOURCE),)))
        return [r.rule for r in desk.untrue(replace(scripted(), cues=cues), written_for)]

    assert stale(AT) == []
    assert stale(AT - timedelta(hours=1)) == ["stale time"]
    assert stale(AT - timedelta(days=1, hours=1)) == ["stale time", "stale day"]


def test_what_is_known_besides_is_told_once():
    sensitive = "a sensitive story (suicide): read it before it is aired, and put no light sting beside it"
    story = Story("vote", Line("A title"), (), warnings=(sensitive, "the text is cut off at its end"))
    line = cited("The mayor of Kanem died, Oyelaran says.", "The mayor of Kanem died, Oyelaran says.")
    found = desk.inspect(scripted(line), stories=[story], seconds=191.0, names=["Oyelaran"])
    assert [(r.severity, r.rule) for r in found] == [
        ("warning", "sensitive"), ("warning", "article"), ("warning", "too long for slot"), ("note", "hard name"),
    ]  # fmt: skip


def test_other_languages_are_only_held_against_their_sources():
    text = "Mais il n'y a pas (encore) de gouverneur, et on ne sait pas quand il y en aura un dans la ville de Kanem cette semaine, dit-on."
    assert [r.rule for r in desk.inspect(replace(scripted(cited(text, text)), language="fr"))] == ["brackets"]


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"])).map(lambda s: " ".join(s.split())).filter(bool), max_size=4
    )
)
def test_any_words_at_all_can_be_read_over(texts):
    for remark in desk.inspect(scripted(*(cited(text) for text in texts))):
        assert remark.text in ("", *texts)


@pytest.mark.parametrize("piece", ["a", "(", '"', "[^", "1,", "No. ", "A's ", ", and ", "**", "n't "])
def test_a_huge_line_is_one_error_and_no_wait(piece):
    found = desk.inspect(scripted(cited(("W" + piece * 1_000_000)[:1_000_000].strip())))
    assert ("long sentence", "error") in {(r.rule, r.severity) for r in found}


def test_a_script_without_end_is_read_as_far_as_one_can_be_aired():
    endless = (Citation("0a1b2c3d4e5f", 0, 0, 6, "words " * 100_000),) * 1_000
    lines = tuple(Line(f"Line {number} of a story.", endless) for number in range(5_000))
    assert "long script" in rules(*lines)


def test_every_rule_is_in_the_docs():
    room = Path(desk.__file__).parent
    written = "".join(
        (room / name).read_text() for name in ("listening.py", "retelling.py", "sourcing.py", "checking.py")
    )
    known = {*re.findall(r'(?:Heard|Remark)\(\s*"([a-z ]+)"', written), *(name for name, _ in ear.FOR_THE_EAR)}
    page = (Path(__file__).parents[2] / "docs" / "checking.md").read_text()
    assert {*known, *get_args(guard.Rule)} - set(re.findall(r"`([a-z ]+)`", page)) == set()
