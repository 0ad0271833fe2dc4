"""What was heard against what should have been: strict with numbers and denials, kind to names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.studio.aircheck import Said
from bulletin.studio.aircheck.aligning import runs
from bulletin.studio.aircheck.judging import Word, judged
from bulletin.studio.aircheck.likeness import ALIKE, alike, tokens
from bulletin.voice import spoken

LINE = "Commissioner Funke Adeleke said that 24 ferries will not be sold in Badagry this year."
GOOD = "Commissioner Funke Adeleke said that twenty four ferries will not be sold in Badagry this year"


def checks(heard, *lines):
    said = [Said(text, spoken(text)) for text in lines or (LINE,)]
    words = [Word(word, n, n + 0.4) for n, word in enumerate(heard.split())]
    return [(found.check, found.severity) for verdict in judged(said, words, spoken) for found in verdict.findings]


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        (GOOD, []),
        (GOOD.replace("Funke Adeleke", "funk at a lake").replace("Badagry", "bad agree"), []),
        (GOOD.replace("ferries", "fairies"), []),
        (GOOD.replace("twenty four", "forty two"), [("number", "error")]),
        (GOOD.replace("twenty four", "twenty for"), []),
        (GOOD.replace("not ", ""), [("denial", "error")]),
        (GOOD.replace("Adeleke", "Okonkwo"), [("name", "error")]),
        (GOOD.replace("sold", "painted"), [("words", "warning")]),
        (GOOD.replace("sold", "year").removesuffix("year") + "sold", [("words", "error")]),
        (GOOD.replace("ferries", "cabins").replace("sold", "painted"), [("words", "error")] * 2),
        (GOOD.removesuffix("sold in Badagry this year"), [("missing words", "error")]),
        (f"{GOOD} {GOOD}", [("doubled", "error")]),
        (f"{GOOD} and thank you all for watching", [("extra words", "error")]),
        ("Maize is dear at the market of Onitsha", [("words", "error")]),
        ("", [("missing line", "error")]),
    ],
)  # fmt: skip
def test_a_line(heard, expected):
    assert sorted(set(checks(heard)), key=str) == sorted(set(expected), key=str)


def test_only_the_line_that_is_missing_is_told():
    lines = ("Rain came three weeks late in Oromia.", "Nobody was hurt.", "Buses will run every 10 minutes.")
    heard = "Rain came three weeks late in Oromia Buses will run every ten minutes"
    said = [Said(text, spoken(text)) for text in lines]
    words = [Word(word, n, n + 0.4) for n, word in enumerate(heard.split())]
    found = [finding for verdict in judged(said, words, spoken) for finding in verdict.findings]
    assert [(one.check, one.line) for one in found] == [("missing line", "Nobody was hurt.")]


def test_a_line_read_twice_is_doubled_and_not_the_one_before_it():
    lines = ("Rain came three weeks late in Oromia.", "Buses will run every 10 minutes.")
    heard = "Rain came three weeks late in Oromia Buses will run every ten minutes Buses will run every ten minutes"
    said = [Said(text, spoken(text)) for text in lines]
    words = [Word(word, n, n + 0.4) for n, word in enumerate(heard.split())]
    found = [finding for verdict in judged(said, words, spoken) for finding in verdict.findings]
    assert [(one.check, one.line) for one in found] == [("doubled", lines[1])]


def test_where_the_recogniser_is_not_sure_the_reader_is_right():
    said, words = [Said(LINE, spoken(LINE))], [Word(word, 0, 0) for word in GOOD.replace("four", "one").split()]
    asked = []
    (verdict,) = judged(said, words, spoken, lambda heard, written: bool(asked.append((heard, written))))
    assert verdict.findings == ()
    ((heard, written),) = asked
    assert (heard.replace("twenty one", "twenty four"), written) == (written, GOOD.lower())


def test_numbers_are_compared_as_they_are_said():
    assert tokens("1,200 boats, 7.5 percent", spoken) == tokens(
        "one thousand two hundred boats, seven point five per cent", spoken
    )
    assert tokens("two hundred and five", str) == ["two", "hundred", "five"]


def test_alike_is_by_sound():
    assert alike("lagos", "lay goss") >= ALIKE
    assert alike("fifteen", "okonkwo") < ALIKE


WORDS = st.lists(st.sampled_from("rain fell on Jos and nobody saw it".split()), max_size=12)


@given(WORDS, WORDS)
def test_runs_turn_one_into_the_other(said, heard):
    out, at = [], 0
    for run in runs(said, heard):
        out += said[at : run.first] + heard[run.begin : run.end]
        at = run.last
    assert out + said[at:] == heard


@given(WORDS)
def test_what_is_as_it_should_be_has_no_runs(said):
    assert runs(said, said) == []
