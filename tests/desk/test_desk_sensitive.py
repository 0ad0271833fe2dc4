"""What an editor must see first, and what is never said."""

from __future__ import annotations

import pytest

from bulletin.desk import condense
from bulletin.desk.sensitive import delicate, minors_in, of_suicide, without_method
from bulletin.model import Article


def warned(*paragraphs: str) -> str:
    return " ".join(condense(Article("0" * 12, "", paragraphs)).warnings)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four miners died when a shaft fell in at Amodu on Monday.", "death"),
        ("A man was jailed in Sokara on Monday for the rape of a neighbour.", "sexual violence"),
        ("A 12-year-old girl won the national chess prize on Monday in Sokara.", "a minor"),
        ("The mayor is accused of taking money from two builders in the town.", "an accusation that is not proven"),
        ("A farmer killed himself in Amodu on Monday, his family said.", "suicide"),
    ],
)
def test_the_editor_is_told_of_a_sensitive_story(text: str, kind: str) -> None:
    assert kind in warned(text)


def test_an_everyday_story_has_no_warning() -> None:
    assert warned("The market in Amodu opened a new hall on Monday, and traders moved in.") == ""


def test_how_somebody_took_his_life_is_not_said() -> None:
    text = "A farmer took his own life by drinking weedkiller in a shed, police said on Monday."
    assert without_method(text) == "A farmer took his own life, police said on Monday."
    assert (
        delicate("He killed himself and was found with a noose in the barn.") == "tells how somebody took his own life"
    )


def test_a_minor_is_not_named_in_a_story_of_crime() -> None:
    story = condense(
        Article(
            "0" * 12,
            "",
            (
                "Police in Amodu arrested a teacher on Monday.",
                "Ada Obi, 13, was abducted on her way home.",
                "Obi is well.",
            ),
        )
    )
    assert [line.text for line in story.copy] == ["Police in Amodu arrested a teacher on Monday."]
    assert story.left_out[0].reason == "names a minor in a story of crime, sex or death"


def test_allegedly_stays() -> None:
    story = condense(
        Article("0" * 12, "", ("The treasurer allegedly took 40 million naira from the union's fund in May.",))
    )
    assert "allegedly" in story.copy[0].text


@pytest.mark.parametrize(
    "text",
    [
        "Ada Obi, 13, was abducted.",
        "Ada Obi (13) was abducted.",
        "Ada Obi, a 13-year-old, was abducted.",
        "Police said 13-year-old Ada Obi was abducted.",
        "The schoolgirl Ada Obi was abducted.",
    ],
)
def test_a_minor_is_known_by_both_names(text: str) -> None:
    assert {"Ada", "Obi"} <= minors_in((text,))


def test_a_date_or_a_winner_is_no_minor() -> None:
    assert minors_in(("The trial for murder began on March 13, in Amodu.",)) == frozenset()
    assert minors_in(("Ada Obi, 13, won the chess prize.",)) == frozenset()


HEADLINES = [
    ("Ada Obi, 13, abducted in Amodu", "Ada Obi, 13, was abducted on Monday."),
    ("Farmer took own life with weedkiller and a noose", "A farmer took his own life in Amodu on Monday."),
    ("Teacher raped pupil in Amodu", "The teacher allegedly raped a pupil."),
]


@pytest.mark.parametrize(("headline", "fact"), HEADLINES)
def test_a_headline_that_may_not_be_said_is_made_from_the_copy(headline: str, fact: str) -> None:
    lead = "Police in Amodu are looking into a case that was told to them on Monday."
    story = condense(Article("0" * 12, headline, (lead, fact)))
    assert story.headline.sources[0].paragraph == 0
    assert story.headline.text in lead


def test_a_headline_never_loses_its_allegedly() -> None:
    lead = (
        "The treasurer of the union allegedly took 40 million naira from a fund for widows and orphans in Amodu in May."
    )
    assert "allegedly" in condense(Article("0" * 12, "", (lead,))).headline.text


def test_a_method_is_not_told_in_any_sentence_of_an_article_on_suicide() -> None:
    assert of_suicide(("A farmer took his own life in Amodu.", "He swallowed weedkiller."))
    assert delicate("He swallowed weedkiller.", suicide=True) == "tells how somebody took his own life"
    assert delicate("He swallowed weedkiller.") == ""
