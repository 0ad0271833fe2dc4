"""The rules for the ear as tables: what is written, and what is said; what may not be touched stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.desk.abbreviations import unabbreviated, without_honours
from bulletin.desk.contractions import uncontracted
from bulletin.desk.ear import FOR_THE_EAR
from bulletin.desk.jargon import without_here, without_jargon
from bulletin.desk.measures import money_in_words, shares_in_words, units_in_words
from bulletin.desk.rounding import rounded


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It cost $1.5bn.", "It cost 1.5 billion dollars."),
        ("He took N90m from them.", "He took 90 million naira from them."),
        ("He took N250,000 from them.", "He took 250,000 naira from them."),
        ("They paid Rs 2.6 crore.", "They paid 2.6 crore rupees."),
        ("They paid Rs.500, he said.", "They paid 500 rupees, he said."),
        ("It lent USD 50 billion.", "It lent 50 billion US dollars."),
        ("It lent US$3m and €4m.", "It lent 3 million US dollars and 4 million euros."),
        ("It cost R254bn, GH¢5m and KSh300.", "It cost 254 billion rand, 5 million cedis and 300 Kenyan shillings."),
        ("A ₦70,000 minimum wage.", "A 70,000 naira minimum wage."),
        ("She signed a £30m contract.", "She signed a 30 million pound contract."),
        ("They spent £30m a year.", "They spent 30 million pounds a year."),
        ("It needs $5-10 million.", "It needs 5 to 10 million dollars."),
        ("A ticket is £1.", "A ticket is 1 pound."),
        # what may be something else, or is said another way, stays
        ("N95 masks and the N1 road.", "N95 masks and the N1 road."),
        ("It trades at N1,520/$1.", "It trades at N1,520/$1."),
        ("It costs £8.99.", "It costs £8.99."),
        ("R2-D2 rode a BMW R1200.", "R2-D2 rode a BMW R1200."),
        ("Rs 2, 000 was found.", "Rs 2, 000 was found."),
    ],
)
def test_money_in_words(written: str, said: str) -> None:
    assert money_in_words(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It is 70km away.", "It is 70 kilometres away."),
        ("A 12 km road.", "A 12 kilometre road."),
        ("The 5-km walk.", "The 5-kilometre walk."),
        ("He drove at 90km/h.", "He drove at 90 kilometres an hour."),
        ("She won the 100m race.", "She won the 100 metre race."),
        ("It has 5m users.", "It has 5 million users."),
        ("A 500MW plant needs 1kg of fuel.", "A 500 megawatt plant needs 1 kilogram of fuel."),
        ("It is 31°C.", "It is 31 degrees Celsius."),
        ("He ran 5m.", "He ran 5m."),
    ],
)
def test_units_in_words(written: str, said: str) -> None:
    assert units_in_words(written) == said


def test_shares_in_words() -> None:
    assert shares_in_words("It rose 5-10% to 45%.") == "It rose 5 to 10 per cent to 45 per cent."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("The flood drove 2,09,519 people out.", "The flood drove almost 210,000 people out."),
        ("1,532 cases were found.", "More than 1,500 cases were found."),
        ("There were 12,462 new cases.", "There were almost 12,500 new cases."),
        ("The drive reached 2,603,145 children.", "The drive reached more than 2.6 million children."),
        ("The drive reached 2.614 million children.", "The drive reached more than 2.6 million children."),
        # each of these is what it is
        ("About 1,532 people came.", "About 1,532 people came."),
        ("The 1,532 people came.", "The 1,532 people came."),
        ("He won with 1,532 votes.", "He won with 1,532 votes."),
        ("The quake killed 1,532 people.", "The quake killed 1,532 people."),
        ("It paid 1,532 dollars.", "It paid 1,532 dollars."),
        ("In 2019 people left.", "In 2019 people left."),
        ("It rose from 1,532 people to 2,341 people.", "It rose from 1,532 people to 2,341 people."),
        ("It has 1,500 members.", "It has 1,500 members."),
        ('He said: "We had 1,532 people."', 'He said: "We had 1,532 people."'),
    ],
)
def test_round_figures(written: str, said: str) -> None:
    assert rounded(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Gov. Ada Obi met Lt. Gen. Bola Ige.", "Governor Ada Obi met Lieutenant General Bola Ige."),
        ("On Sept. 9 and 14 Feb it rained.", "On September 9 and 14 February it rained."),
        ("It closed on 9 Dec.", "It closed on 9 December."),
        ("He lives in Fresno, Calif., with a dog.", "He lives in Fresno, California, with a dog."),
        ("Marks & Spencer told the govt.", "Marks and Spencer told the government."),
        ("Mr Obi, Dr Ige and Gen Z watched R&B.", "Mr Obi, Dr Ige and Gen Z watched R&B."),
    ],
)
def test_short_forms(written: str, said: str) -> None:
    assert unabbreviated(written) == said


def test_letters_after_a_name() -> None:
    assert without_honours("Ada Obi, MP, KCMG, said no.") == "Ada Obi said no."
    assert without_honours("Labour MP Ada Obi said no.") == "Labour MP Ada Obi said no."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("He didn't kill her and can't swim.", "He did not kill her and cannot swim."),
        ("They won't go.", "They will not go."),
        ("Why didn't he go?", "Why didn't he go?"),
        ('He said: "I didn\'t."', 'He said: "I didn\'t."'),
    ],
)
def test_a_denial_is_heard_whole(written: str, said: str) -> None:
    assert uncontracted(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Police apprehended two men who fled on foot.", "Police arrested two men who ran away."),
        ("A mob apprehended a thief.", "A mob caught a thief."),
        ("Three people sustained serious injuries.", "Three people were seriously injured."),
        ("She sustained injuries.", "She was injured."),
        ("The fire at Ikot sustained injuries.", "The fire at Ikot sustained injuries."),
        ('He said: "We apprehended them."', 'He said: "We apprehended them."'),
    ],
)
def test_jargon(written: str, said: str) -> None:
    assert without_jargon(written) == said


def test_the_listener_is_not_where_the_reporter_was() -> None:
    assert without_here("The minister told reporters here on Friday.") == "The minister told reporters on Friday."
    assert without_here("He said here were the keys.") == "He said here were the keys."


_PIECES = (
    "$",
    "N",
    "Rs ",
    "%",
    "km",
    "1,532",
    "2.6",
    " crore",
    "bn",
    " people",
    '"',
    "Gov. ",
    "n't",
    ", ",
    "-",
    " a ",
    "9",
)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=14).map("".join))
def test_a_rule_changes_a_text_once_and_never_fails(text: str) -> None:
    for name, rule in FOR_THE_EAR:
        once = rule(text)
        if name == "round figure":
            assert rule(once) == once


@pytest.mark.parametrize("name", [name for name, _ in FOR_THE_EAR])
@pytest.mark.parametrize("letter", ["1", ",", " ", "a", "A", ".", '"', "1,", "$1", "N1", "1 ", "A. ", "km ", "n't "])
def test_a_huge_text_of_one_letter_is_no_wait(name: str, letter: str) -> None:
    text = letter * (200_000 // len(letter))
    assert len(dict(FOR_THE_EAR)[name](text)) > 0
