"""Every name of ours is said by hibari as the lexicon has it (its G2P alone: nothing is synthesised)."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from bulletin.voice import spoken
from bulletin.voice.lexicon import apply, ours
from bulletin.voice.lexicon.ipa import misaki, plural
from bulletin.voice.lexicon.names import INITIALS, key

ENTRIES = sorted({(name.graphemes, name.ipa, name.alias) for name in ours().names.values()})
VOCAB = json.loads((Path(str(find_spec("hibari").origin)).parent / "assets" / "vocab.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def american():
    from hibari.g2p import G2P

    return G2P()


def test_there_are_names_enough_and_the_six_that_voices_stumble_over():
    assert len(ENTRIES) >= 320
    six = ["Zelenskyy", "Okonjo-Iweala", "Maiduguri", "Ouagadougou", "N'Djamena", "Azikiwe"]
    assert [name for name in six if ours().get(name) is None] == []


def test_what_is_read_right_already_is_left_alone():
    text = "Vladivostok, Kyiv, Abuja, Kenya, Nigeria, Cairo and London."
    assert apply(text, ("misaki",), ours()) == (text, ())


def test_each_entry_has_a_stress_a_respelling_and_only_phonemes_that_the_model_knows():
    strange = [
        (graphemes, phonemes)
        for graphemes, ipa, alias in ENTRIES
        for phonemes in (misaki(ipa), misaki(ipa, british=True))
        if set(phonemes) - set(VOCAB) or "ˈ" not in phonemes or not alias.replace(" ", "").isalpha()
    ]
    assert strange == []


def test_each_name_in_a_sentence_is_said_as_the_lexicon_has_it(american):
    start = "The mayor said on Monday that"
    wrong = []
    for graphemes, ipa, _ in ENTRIES:
        for name in graphemes:
            text, _edits = apply(f"{start} {name} met {name}'s men in {name.upper()}.", ("misaki",), ours())
            said = misaki(ipa)
            last = american(f"in {name.upper()}.")[3:-1] if len(name) <= INITIALS else said  # "XI" is no "Xi"
            wanted = f"{american(start)} {said} mˈɛt {plural(said)} mˈɛn ɪn {last}."
            if american(text) != wanted:
                wrong.append((name, wanted, american(text)))
    assert wrong == []


def test_the_desk_and_the_lexicon_agree_on_what_a_name_is():
    lost = [
        name
        for graphemes, *_ in ENTRIES
        for name in graphemes
        if key(spoken(f"men of {name} said")) != key(f"men of {name} said")
    ]
    assert lost == []


def test_at_either_end_of_a_sentence_and_between_marks(american):
    text, _ = apply(
        'Tinubu met "Zelenskyy", Touadéra (Bangui) and pro-Ouattara men in Nouakchott.', ("misaki",), ours()
    )
    assert american(text) == "tinˈubu mˈɛt zəlˈɛnski, twˌɑdAɹˈɑ (bˌɑŋɡˈi) ænd pɹˈOwɑtˈɑɹə mˈɛn ɪn nwɑkʃˈɔt."
