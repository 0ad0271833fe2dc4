"""French, Hausa and Swahili: what is said for figures, and who says it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from gtts_server import google
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import voice
from bulletin.errors import VoiceError
from bulletin.model import Cue, Line, Script
from bulletin.script.languages import words_of
from bulletin.station import Folders, Gtts, Station
from bulletin.voice import espeak
from bulletin.voice.spoken import spoken

TABLE = {
    "fr": {
        "Il a 3,5 % et 1 200 €.": "Il a trois virgule cinq pour cent et mille deux cents euros.",
        "3 millions €, 5,5 Mds €": "trois millions d'euros, cinq virgule cinq milliards d'euros",
        "500 FCFA ou 1 500 F CFA": "cinq cents francs CFA ou mille cinq cents francs CFA",
        "₦2 500, 4 milliards de nairas": "deux mille cinq cents nairas, quatre milliards de nairas",
        "21 personnes, 1 femme, 80 000 habitants": "vingt et une personnes, une femme, quatre-vingt mille habitants",
        "à 14h30, à 9 h, à 0h04, à 18:05 GMT": "à quatorze heures trente, à neuf heures, à minuit quatre, à dix-huit heures cinq GMT",
        "le 1er mai 2026 et le 11/09/1998": "le premier mai deux mille vingt-six et le onze septembre mille neuf cent quatre-vingt-dix-huit",
        "la 2e fois, la 1re, le XXIe siècle": "la deuxième fois, la première, le vingt et unième siècle",
        "Léon XIV et Mohammed VI.": "Léon quatorze et Mohammed six.",
        "M. Diallo, Mme Koné, n° 5": "monsieur Diallo, madame Koné, numéro cinq",
        "2-1, 10-15 %, -5 °C, 12,05": "deux à un, dix à quinze pour cent, moins cinq degrés, douze virgule zéro cinq",
        "Rien de US ou de N.": "Rien de US ou de N.",  # no English rule: no "U-S"
    },
    "ha": {
        "mutane 115 a shekarar 1996": "mutane ɗari da goma sha biyar a shekarar dubu ɗaya da ɗari tara da casa'in da shida",
        "N500, ₦1.5bn, $9.5 biliyan, sefa 2,000": "naira ɗari biyar, naira biliyan ɗaya da rabi, dala biliyan tara da rabi, sefa dubu biyu",
        "GH¢40, 5,000 FCFA": "sidi arba'in, sefa dubu biyar",
        "20%, kashi 5%, kashi 77 cikin 100": "kashi ashirin cikin ɗari, kashi biyar cikin ɗari, kashi saba'in da bakwai cikin ɗari",
        "ƙarfe 2:30 na rana": "ƙarfe biyu da rabi na rana",
        "24 ga watan Agusta, 11/09/2026": "ashirin da huɗu ga watan Agusta, goma sha ɗaya ga Satumba dubu biyu da ashirin da shida",
        "Sun ci 2-1, 5-10": "Sun ci biyu da ɗaya, biyar zuwa goma",
        "3.25": "uku ɗigo biyu biyar",
    },
    "sw": {
        "watu 25, miaka 2, vijiji 8, watu wengine 5": "watu ishirini na watano, miaka miwili, vijiji vinane, watu wengine watano",
        "mwaka 2026, mwaka 1, watu milioni 3": "mwaka elfu mbili na ishirini na sita, mwaka mmoja, watu milioni tatu",
        "$3 milioni, KSh 2.5bn, TSh900, Sh500": "dola milioni tatu, shilingi bilioni mbili na nusu za Kenya, shilingi mia tisa za Tanzania, shilingi mia tano",
        "20%, asilimia 48.85, 10-15%": "asilimia ishirini, asilimia arobaini na nane nukta nane tano, asilimia kumi hadi kumi na tano",
        "saa 2:30 usiku, saa 8 mchana": "saa mbili na nusu usiku, saa nane mchana",  # by its own clock as they stand
        "14:30, 08:00, 8:00 PM": "saa nane na nusu mchana, saa mbili asubuhi, saa mbili usiku",  # by the other clock
        "rais wa 1, nafasi ya 2": "rais wa kwanza, nafasi ya pili",
        "11/09/2026": "tarehe kumi na moja Septemba mwaka elfu mbili na ishirini na sita",
        "bao 2-1": "bao mbili kwa moja",
    },
}
ROWS = [(language, raw, said) for language, table in TABLE.items() for raw, said in table.items()]


@pytest.mark.parametrize(("language", "raw", "said"), ROWS)
def test_is_said_so(language: str, raw: str, said: str) -> None:
    assert spoken(raw, language) == said


FIGURES = st.from_regex(
    r"([$€₦£N]|KSh |FCFA )?-?[0-9]{1,3}([., ][0-9]{3}){0,3}([.,][0-9]{1,3})?( ?%| ?milioni| ?M€| km| h| FCFA|:[0-9]{2}|-[0-9]{1,2}|/[0-9]{2}/[0-9]{4}|er|e)?",
    fullmatch=True,
)


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(TABLE)),
    st.lists(FIGURES, min_size=1, max_size=4),
    st.sampled_from(["{}", "watu {}", "saa {}", "kashi {}"]),
)
def test_no_figure_is_left(language: str, figures: list[str], around: str) -> None:
    said = spoken(around.format(" ".join(figures)), language)
    assert not any(character.isdigit() for character in said)
    assert spoken(said, language) == said


@pytest.mark.parametrize("junk", ["1", "1 000 ", "N1", "2-", "watu 1 ", "saa 1:", "XIV ", "1e", "$1", "12/", "1,"])
@pytest.mark.parametrize("language", sorted(TABLE))
def test_long_junk_is_no_trouble(language: str, junk: str) -> None:
    assert spoken(junk * 5_000, language) is not None


# ---------------------------------------------------------------- who says it

WORDS = {"fr": "Le pont rouvre lundi.", "ha": "An buɗe gadar.", "sw": "Daraja limefunguliwa."}


@pytest.mark.parametrize(("language", "asked"), [("fr", "fr"), ("fr-CI", "fr"), ("fr-CA", "fr-CA"), ("ha", "ha"), ("sw", "sw"), ("sw-KE", "sw")])  # fmt: skip
def test_google_is_asked_for_the_station_s_language(language: str, asked: str, tmp_path: Path) -> None:
    text = WORDS[language[:2]]
    with google("good") as seen:
        station = Station(
            language=language, voice="gtts", folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=seen.url)
        )
        take = voice.say(text, "gtts", station)
    assert seen.texts == [text]
    assert [path.rpartition(" ")[2] for path in seen.paths] == [asked]
    assert take.seconds > 0


def test_google_gets_the_figures_in_words(tmp_path: Path) -> None:
    with google("good") as seen:
        station = Station(language="sw", folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=seen.url))
        voice.say("Watu 25 wamefika saa 2:30.", "gtts", station)
    assert "".join(seen.texts) == "Watu ishirini na watano wamefika saa mbili na nusu."


def test_google_has_our_languages() -> None:
    from gtts.lang import tts_langs

    assert {"en", "fr", "ha", "sw"} <= set(tts_langs())


@pytest.mark.parametrize("language", sorted(TABLE))
def test_the_clock_s_words_pass_the_voice_unchanged(language: str) -> None:
    from datetime import datetime

    for minute in range(0, 1440, 7):
        time = words_of(language).time(datetime(2026, 1, 1, minute // 60, minute % 60))
        assert spoken(time, language) == time


def test_an_english_voice_says_what_to_do(tmp_path: Path) -> None:
    station = Station(language="fr", folders=Folders(cache=str(tmp_path)))
    with pytest.raises(VoiceError) as failure:
        voice.say("Bonjour.", "hibari", station)
    assert str(failure.value) == 'the voice hibari reads English only; for fr use voice = "gtts"'
    assert voice.lacking("hibari", replace(station, language="pcm")).endswith(
        "reads English only; no voice here reads pcm"
    )


def test_a_stand_in_that_reads_the_language_takes_over(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    notes: list[str] = []
    with google("good") as seen:
        station = Station(
            language="ha", stand_ins=("piper", "gtts"), folders=Folders(cache=str(tmp_path)), gtts=Gtts(url=seen.url)
        )
        cue = Cue("story", lines=(Line(WORDS["ha"]),))
        written = Script("x", "hourly", datetime(2026, 1, 1, tzinfo=UTC), "ha", "hibari", 60.0, (cue,))
        takes = voice.read(written, station, notes=notes.append)
    assert takes[0][0].engine == "gtts"
    assert notes[0].endswith("gtts reads in its place")


def test_kokoro_s_french_voice_reads_french_alone() -> None:
    from bulletin.voice.casting import cast

    card = cast("kokoro").engine.card
    assert card.languages_of("ff_siwis") == ("fr",)
    assert card.languages_of("bf_emma") == ("en",)


def test_french_as_phonemes() -> None:
    pytest.importorskip("piper")
    from bulletin.voice.engines.kokoro import _numbers

    said = espeak.phonemes("Bonjour. Il est quatorze heures, à Kordou.")
    assert said.startswith("bɔ̃ʒˈuʁ. il ɛ katˈɔʁz ˈœʁ,")
    assert set(said) - {" "} <= set(_numbers())


def test_without_espeak_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak, "find_spec", lambda name: None)
    assert espeak.missing().endswith("pip install 'bulletin-radio[piper]'")
