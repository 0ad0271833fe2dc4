"""What an editor must see first, and what is never said."""

from __future__ import annotations

import pytest

from bulletin.desk import condense
from bulletin.desk.sensitive import delicate, without_method
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
    assert story.left_out[0].reason == "names a minor in a story of crime or sex"


def test_allegedly_stays() -> None:
    story = condense(
        Article("0" * 12, "", ("The treasurer allegedly took 40 million naira from the union's fund in May.",))
    )
    assert "allegedly" in story.copy[0].text
