"""Copy that is not English: said as it was told, whole; and which language copy is in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin.desk import check, condense, language_of, not_for
from bulletin.desk.language import told_in
from bulletin.errors import NoNews
from bulletin.model import Article

FRENCH = Article(
    "f" * 12,
    "Vidéo : « Nous n'avons plus d'eau », disent les habitants de Kordou | Radio Lac",
    (
        "Les habitants de Kordou, au nord du pays, n'ont plus d'eau depuis lundi, après la rupture d'une conduite (la plus vieille de la ville).",
        "À lire aussi : la ville de Kordou fête ses cent ans",
        "« Nous allons chercher l'eau à la rivière. C'est loin », a dit Mme Aïssa Doumbé, commerçante. M. Sow, le maire, promet une réparation avant vendredi.",
        "« La conduite sera changée », a-t-il dit.",
        "La société des eaux a envoyé 3 équipes et 40 camions. Le gouverneur n'a pas répondu.",
    ),
    source="Radio Lac",
)
HAUSA = Article(
    "a" * 12,
    "Gwamnan Talo ya buɗe sabuwar gada",
    (
        "Gwamnan jihar Talo ya buɗe sabuwar gada a kan kogin Baru ranar Litinin, bayan shekaru uku ana ginin ta.",
        "Asalin hoton, Radio Talo",
        "Mutum biyu ne suka mutu a lokacin aikin ginin, in ji hukumar.",
    ),
)
SWAHILI = Article(
    "5" * 12,
    "Mafuriko Mto Kesi",
    (
        "Mafuriko yamewaua watu watano katika kijiji cha Kesi baada ya mvua kubwa kunyesha usiku kucha, amesema mkuu wa wilaya.",
        "Chanzo cha picha, Redio Kesi",
        "Nyumba zaidi ya 40 zimeharibiwa na barabara kuu imefungwa.",
    ),
)
PIDGIN = Article("9" * 12, "Govnor don close bridge", ("Di govnor don close di bridge for Amodu on Tuesday. Dem say di pillar don crack for two place, and pipo wey dey use am go find anoda road.",))  # fmt: skip
ENGLISH = Article("e" * 12, "Bridge at Amodu is closed", ("The bridge at Amodu was closed on Monday after engineers had found cracks in two of its pillars, and traders say the detour takes an hour.",))  # fmt: skip
ALL = {"fr": FRENCH, "ha": HAUSA, "sw": SWAHILI, "pcm": PIDGIN, "en": ENGLISH}


def said(article: Article, words: int = 60) -> list[str]:
    return [line.text for line in condense(article, words).copy]


def test_sentences_are_said_whole_and_first_things_first() -> None:
    assert said(FRENCH, 55) == [
        "Les habitants de Kordou, au nord du pays, n'ont plus d'eau depuis lundi, après la rupture d'une conduite (la plus vieille de la ville).",
        "M. Sow, le maire, promet une réparation avant vendredi.",
        "« La conduite sera changée », a-t-il dit.",
        "La société des eaux a envoyé 3 équipes et 40 camions.",
    ]


def test_what_is_left_out_has_its_reason() -> None:
    left = {omission.text: omission.reason for omission in condense(FRENCH, 55).left_out}
    assert left["À lire aussi : la ville de Kordou fête ses cent ans"] == "is not news but furniture"
    assert left["« Nous allons chercher l'eau à la rivière."] == "is a part of a quotation"
    assert left["C'est loin », a dit Mme Aïssa Doumbé, commerçante."] == "is a part of a quotation"
    assert left["Le gouverneur n'a pas répondu."] == "there was no room for it"


def test_the_headline_stands_as_it_is_but_cleaned() -> None:
    assert condense(FRENCH).headline.text == "Nous n'avons plus d'eau, disent les habitants de Kordou"
    assert condense(replace(FRENCH, headline="")).headline.text == said(FRENCH)[0]


@pytest.mark.parametrize("article", [FRENCH, HAUSA, SWAHILI])
def test_every_line_is_its_source_sentence(article: Article) -> None:
    story = condense(article)
    for line in (*story.copy, story.headline):
        assert check(line) == []
    for line in story.copy:
        (source,) = line.sources
        assert article.paragraphs[source.paragraph][source.start : source.end] == line.text


def test_a_label_of_english_does_not_bring_english_rules() -> None:
    """What has no label is put down as English; its words say otherwise."""
    assert FRENCH.language == "en"
    assert said(FRENCH) == said(replace(FRENCH, language="fr"))


def test_a_label_of_another_language_is_believed() -> None:
    assert told_in(replace(ENGLISH, language="de-AT")) == "de"
    assert said(replace(ENGLISH, language="de-AT")) == list(ENGLISH.paragraphs)


@pytest.mark.parametrize(("article", "kind"), [(HAUSA, "death"), (SWAHILI, "death")])
def test_a_grave_story_is_known(article: Article, kind: str) -> None:
    story = condense(article)
    assert story.sensitive
    assert kind in " ".join(story.warnings)


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("fr", "Un bébé a été tué, un homme est soupçonné de viol.", "sexual violence, a minor, death, an accusation"),
        ("fr", "Le violon et le violet se vendent bien, la tuile aussi.", ""),
        ("ha", "An kashe yara uku, ana zargin wani da fyaɗe.", "sexual violence, a minor, death, an accusation"),
        ("ha", "An sayar da shinkafa da masara a kasuwa.", ""),
        ("sw", "Mtoto amefariki, mtu mmoja amekamatwa kwa tuhuma za ubakaji.", "sexual violence, a minor, death, an accusation"),
        ("sw", "Wakulima wameuza mahindi na kahawa sokoni.", ""),
        ("yo", "Ọmọ kan kú.", ""),
    ],
)  # fmt: skip
def test_words_of_grave_stories(language: str, text: str, kinds: str) -> None:
    from bulletin.desk.sensitive_words import sensitive_in

    warnings = " ".join(sensitive_in([text], language))
    assert f"({kinds}" in warnings if kinds else warnings == ""


def test_a_first_sentence_that_is_too_long_is_told() -> None:
    story = condense(FRENCH, 16)
    assert [line.text for line in story.copy] == ["M. Sow, le maire, promet une réparation avant vendredi."]
    assert story.warnings[0].startswith("the first sentence has 24 words, more than the story may have")
    with pytest.raises(NoNews, match="no sentence fits in 5 words"):
        condense(replace(FRENCH, paragraphs=FRENCH.paragraphs[:1]), 5)
    with pytest.raises(NoNews, match="no sentence in it that can be said"):
        condense(replace(FRENCH, paragraphs=("À lire aussi : tout", "Abonnez-vous"), language="fr"))


@pytest.mark.parametrize("language", ALL)
def test_the_language_by_its_words(language: str) -> None:
    assert language_of("\n".join(ALL[language].paragraphs)) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Le pont est fermé depuis lundi.",  # too few words
        "El alcalde dijo que los vecinos de la ciudad no van a recibir el agua hasta el final de la semana, según un diario.",
        "Der Bürgermeister hat gesagt, dass die Leute in der Stadt das Wasser erst am Ende der Woche wieder bekommen werden.",
        "Olórí ìlú náà sọ pé àwọn ará ìlú yóò rí omi gbà ní ìparí ọ̀sẹ̀ yìí, gẹ́gẹ́ bí ìwé ìròyìn kan ṣe sọ fún wa ní àná.",
    ],
)
def test_in_doubt_it_is_no_language(text: str) -> None:
    assert language_of(text) == ""


def test_a_station_airs_its_own_language_only() -> None:
    assert not_for(PIDGIN, "en-NG") == "it is in Nigerian Pidgin, and the station speaks English"
    assert not_for(FRENCH, "sw") == "it is in French, and the station speaks Swahili"
    assert not_for(replace(ENGLISH, language="pt-BR"), "en") == "it is in pt, and the station speaks English"
    assert [not_for(article, language) for language, article in ALL.items()] == [""] * 5
    assert not_for(replace(PIDGIN, language="pcm"), "pcm") == ""


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([FRENCH, HAUSA, SWAHILI]), st.lists(st.text(max_size=80), max_size=4), st.integers(5, 90))
@example(FRENCH, [",", "«»"], 90)
def test_whatever_comes_in_no_story_is_too_long_and_no_line_is_new(
    article: Article, junk: list[str], words: int
) -> None:
    article = replace(article, language="fr", paragraphs=(*junk, *article.paragraphs))
    try:
        story = condense(article, words)
    except NoNews:
        return
    assert sum(len(line.text.split()) for line in story.copy) <= words
    assert all(check(line) == [] for line in story.copy)
    assert "-" not in [line.text for line in story.copy]
