"""Pronunciations are put where they belong and nowhere else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.model import Edit
from bulletin.voice import spoken
from bulletin.voice.lexicon import Name, apply, ours
from bulletin.voice.lexicon.ipa import misaki, plural, strange_sign
from bulletin.voice.lexicon.names import lexicon

LEXICON = lexicon(
    [
        Name(("Oyo",), "ˈɔːjɔː", "awyaw"),
        Name(("Xi",), "ʃiː", "shee"),
        Name(("Xi Jinping",), "ˈʃiː dʒɪnˈpɪŋ", "shee jinping"),
        Name(("Zelenskyy", "Zelensky"), "zəˈlɛnski", "zelenski"),
        Name(("Okonjo-Iweala",), "oʊˈkɔːndʒoʊ iːˈweɪlə", "ohkonjo eewayla"),
        Name(("Boys",), "bɔɪs", "boyss"),
        Name(("kobo",), "ˈkoʊboʊ", "kohboh"),
        Name(("Efcc",), "", "ee eff see see"),
    ]
)


def misakied(text):
    return apply(text, ("misaki",), LEXICON)[0]


def respelled(text):
    return apply(text, ("respelling",), LEXICON)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Oyo now", "In [Oyo](/ˈɔjɔ/) now"),
        ("In Ọ̀yọ́ now", "In [Ọ̀yọ́](/ˈɔjɔ/) now"),
        ("ZELENSKYY spoke", "[ZELENSKYY](/zəlˈɛnski/) spoke"),
        ("Zelensky’s men", "[Zelensky’s](/zəlˈɛnskiz/) men"),
        ("the Boys' camp", "the [Boys'](/bˈYs/) camp"),
        ("Xi Jinping met Xi.", "[Xi Jinping](/ʃˈi ʤɪnpˈɪŋ/) met [Xi](/ʃˈi/)."),
        ("Xi, Jinping", "[Xi](/ʃˈi/), Jinping"),
        ("Okonjo Iweala", "[Okonjo Iweala](/OkˈɔnʤO iwˈAlə/)"),
        ("OKONJO-IWEALA'S", "[OKONJO-IWEALA'S](/OkˈɔnʤO iwˈAləz/)"),
        ("pro-Oyo men", "pro-[Oyo](/ˈɔjɔ/) men"),
        ("Kobo and kobo", "[Kobo](/kˈObO/) and [kobo](/kˈObO/)"),
        ("the Efcc says", "the ee eff see see says"),
        ("a XI of oyo, Oyoans, Oyo'o, D'Oyoa", "a XI of oyo, Oyoans, Oyo'o, D'Oyoa"),
    ],
)
def test_misaki(text, expected):
    assert misakied(text) == expected


def test_british_voices_have_their_own_sounds():
    assert apply("Okonjo-Iweala", ("misaki-gb",), LEXICON)[0] == "[Okonjo-Iweala](/QkˈɔːnʤQ iːwˈAlə/)"


def test_a_respelling_keeps_the_possessive_and_the_capital_of_a_sentence():
    assert respelled("Oyo's man left Oyo. Oyo slept.") == "Awyaw's man left awyaw. Awyaw slept."


def test_an_engine_that_declares_nothing_known_gets_the_text_as_it_was():
    assert apply("In Oyo", (), LEXICON) == apply("In Oyo", ("ipa", "x-sampa"), LEXICON) == ("In Oyo", ())


def test_each_change_is_told():
    assert apply("In Oyo", ("respelling",), LEXICON)[1] == (Edit("pronunciation", "Oyo", "awyaw"),)


@given(
    st.lists(st.sampled_from([*"Oyo Xi Jinping kobo a ' ’s - , . ( “ Okonjo Iweala XI\u0301".split(" "), " "])).map(
        "".join
    )
)
def test_nothing_but_names_is_changed(text):
    back = re.sub(r"\[([^\]]*)\]\(/[^)]*/\)", r"\1", misakied(text))
    assert back == text or back == __import__("unicodedata").normalize("NFC", text)


@given(st.text())
def test_no_text_makes_it_fail(text):
    for alphabet in ("misaki", "misaki-gb", "respelling"):
        apply(text, (alphabet,), LEXICON)


@pytest.mark.parametrize("long", ["O", "'", "Oyo ", "Xi-", "Oyo's", "\u0301", "a\u0301", "[", "Xi Jinping "])
def test_a_megabyte_is_read_in_time_linear_in_it(long):
    misakied(long * (1_000_000 if len(long) == 1 else 50_000))


@pytest.mark.parametrize("planted", ["[London](/pˈɛɹɪs/)", "[a](/b/) and [Oyo](/x/)", "］［(/x/)"])
def test_phonemes_that_an_article_brings_never_reach_the_engine(planted):
    words = spoken(f"He said {planted} today")
    assert not re.search(r"\[[^\]]*\]\([^)]*\)", words)
    assert re.findall(r"\(/(.*?)/\)", misakied(words)) in ([], ["ˈɔjɔ"])


@pytest.mark.parametrize(
    ("ipa", "american", "british"),
    [
        ("ˈwɔːtər", "wˈɔtəɹ", "wˈɔːtə"),
        ("tʃaɪˈnuːə", "ʧInˈuə", "ʧInˈuːə"),
        ("ˈɔɪl", "ˈYl", "ˈYl"),
        ("ɡoʊ", "ɡˈO", "ɡˈQ"),
        ("ˈfɑːrm ˈərə", "fˈɑɹm ˈəɹə", "fˈɑːm ˈəɹə"),
        ("ɛl ˈkæt", "ɛl kˈæt", "ɛl kˈat"),
        ("ˈxumɛ̃", "kˈumɛn", "kˈumɛn"),
    ],
)
def test_ipa_to_misaki(ipa, american, british):
    assert (misaki(ipa), misaki(ipa, british=True)) == (american, british)


def test_a_sign_that_is_no_ipa_is_named():
    assert [strange_sign(ipa) for ipa in ("ˈoʊjoʊ", "/oyo/", "o(y)")] == ["", "/", "("]


def test_possessives_by_the_last_sound():
    assert [plural("kˈAt"), plural("ʧˈɑd"), plural("lˈAɡɔs"), plural("lˈAɡɔs", british=True)] == [
        "kˈAts",
        "ʧˈɑdz",
        "lˈAɡɔsᵻz",
        "lˈAɡɔsɪz",
    ]


def test_ours_are_in_order_of_the_alphabet_of_their_groups_and_none_is_written_twice():
    from bulletin.voice.lexicon.pls import OURS

    graphemes = re.findall(r"<grapheme>(.*?)</grapheme>", OURS.read_text("utf-8"))
    assert len(graphemes) == len(set(graphemes)) == len(ours())
