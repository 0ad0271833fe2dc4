"""Whatever comes in: no digit and no symbol comes out, and what has been said is not said again."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin.voice.spoken import changes, spoken

PIECES = (
    "N ₦ $ US I II XIV King Leo Gov. St. No. 5 12 2025 1.5 2-1 bn m km °C % a.m. Sept. 3rd EFCC INEC - – / . , the ( ) 's @ #"
    " www. com A. U.S. ET302 ' \" K R x per WHO WE ARE 30s ½ +234 Q3 H1 FY D K P5 ¥ 88' 6°27' 50/50 pts USD/NGN x2 No. RC  0803 GMT 17:00 May of v etc. Ltd. é ọ̀ ² ٣ 𝟙 Ⅳ * & ="
).split()
NEWSY = st.lists(st.sampled_from([*PIECES, " ", "\n", "\u200b"]), max_size=14)
ANYTHING = st.one_of(st.text(max_size=60), NEWSY.map("".join), NEWSY.map(" ".join))
LANGUAGES = ("en", "fr", "pt", "sw", "ha", "ar", "yo", "am", "ru", "th", "ja", "x", "")


def unsayable(text: str) -> list[str]:
    """The characters in it that no voice should be given."""
    return [
        character
        for character in text
        if character not in " '-.,;:?!–—"
        and unicodedata.category(character) not in ("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc")
    ]


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_only_words_come_out_and_saying_them_again_changes_nothing(text: str) -> None:
    said = spoken(text)
    assert unsayable(said) == []
    assert said == " ".join(said.split())
    assert spoken(said) == said


@settings(max_examples=150, deadline=None)
@given(ANYTHING, st.sampled_from(LANGUAGES))
def test_so_in_every_language(text: str, language: str) -> None:
    said = spoken(text, language)
    assert unsayable(said) == []
    assert spoken(said, language) == said


@settings(max_examples=150, deadline=None)
@given(ANYTHING, st.dictionaries(st.text(max_size=6), st.text(max_size=8), max_size=4))
def test_so_with_any_words_of_a_station(text: str, words: dict[str, str]) -> None:
    assert unsayable(spoken(text, words=words)) == []


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.from_regex(r"[a-z]{1,9}", fullmatch=True).filter(lambda word: word not in ("v", "vs", "etc", "aka")),
        min_size=1,
    )
)
def test_plain_lower_case_words_stay(words: list[str]) -> None:
    prose = " ".join(words)
    if not changes(prose):  # but for the few abbreviations in the tables
        assert spoken(prose) == prose


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_a_grouped_number_is_said_as_the_plain_one(number: int) -> None:
    from num2words import num2words

    assert spoken(f"{number:,} votes").removesuffix(" votes") == num2words(number).replace(",", "")


@pytest.mark.parametrize(
    "junk", ["1", "a", "A.", "a@", "½", "+1", "1^", "$1-", "N1 ", "AB-", "...", "(", "'", "St. ", "\ufdfa", "🎉"]
)
def test_long_junk_is_no_trouble(junk: str) -> None:
    assert unsayable(spoken(junk * 20_000)) == []
