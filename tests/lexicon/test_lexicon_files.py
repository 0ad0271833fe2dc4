"""A station's own lexicon file: it wins over ours, and what is wrong with it is told by file and line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.errors import StationError
from bulletin.voice.lexicon import apply, load, merged, ours
from bulletin.voice.lexicon.pls import _Parser

HEAD = '<?xml version="1.0"?>\n<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" '
HEAD += 'alphabet="ipa" xml:lang="en">\n'


def written(folder, body, head=HEAD):
    path = folder / "station.pls"
    path.write_text(f"{head}{body}</lexicon>", encoding="utf-8")
    return path


def lexeme(grapheme="Oyo", phoneme="ˈoʊjoʊ", alias="ohyoh"):
    return f"<lexeme><grapheme>{grapheme}</grapheme><phoneme>{phoneme}</phoneme><alias>{alias}</alias></lexeme>\n"


def test_a_stations_own_file_wins_and_the_rest_of_ours_stays(tmp_path):
    both = merged(written(tmp_path, lexeme()))
    assert apply("Oyo, Tinubu", ("misaki",), both)[0] == "[Oyo](/ˈOjO/), [Tinubu](/tinˈubu/)"
    assert apply("Oyo", ("misaki",), ours())[0] == "[Oyo](/ˈɔjɔ/)"


def test_the_preferred_pronunciation_counts_else_the_first(tmp_path):
    body = "<lexeme><grapheme>Aba</grapheme><grapheme>Abba</grapheme><phoneme>aba</phoneme>"
    body += '<phoneme prefer="true">ˈɑːbɑː</phoneme></lexeme>'
    found = load(written(tmp_path, body))
    assert found.get("Abba").ipa == found.get("ABBA").ipa == "ˈɑːbɑː"


def test_a_file_that_changes_is_read_again(tmp_path):
    first = load(written(tmp_path, lexeme())).get("Oyo").ipa
    assert (first, load(written(tmp_path, lexeme(phoneme="ɔjɔ̃"))).get("Oyo").ipa) == ("ˈoʊjoʊ", "ɔjɔ̃")


def test_a_name_tells_where_it_came_from(tmp_path):
    assert load(written(tmp_path, "\n" + lexeme())).get("Oyo").origin == "station.pls, line 4"


BOMB = '<!DOCTYPE lexicon [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>\n<lexicon>'


@pytest.mark.parametrize(
    ("head", "body", "said"),
    [
        (BOMB, lexeme("&b;"), "line 1: has a DOCTYPE"),
        ('<!DOCTYPE lexicon SYSTEM "file:///etc/passwd">\n<lexicon>', "", "line 1: has a DOCTYPE"),
        (HEAD, lexeme("&nope;"), "line 3: is no well-formed XML"),
        (HEAD, "<lexeme>", "line 3: is no well-formed XML"),
        (HEAD, lexeme(phoneme="ˈoʊ/joʊ"), 'line 3: the phoneme "ˈoʊ/joʊ" has "/" in it'),
        (HEAD, lexeme("Oyo 7"), 'line 3: the grapheme "Oyo 7" is not words'),
        (HEAD, lexeme(alias="[x](/y/)"), 'line 3: the alias "[x](/y/)" is not words'),
        (HEAD, lexeme("a" * 121), "line 3: a grapheme of 121 characters"),
        (HEAD, lexeme("a b c d e f g h i"), "is not words"),
        (HEAD, "\n<lexeme><phoneme>a</phoneme></lexeme>", "line 4: a lexeme has no grapheme"),
        (HEAD, "<lexeme><grapheme>Oyo</grapheme></lexeme>", 'line 3: "Oyo" has neither'),
        (HEAD, '<lexeme><phoneme alphabet="x-sampa">o</phoneme></lexeme>', 'line 3: phonemes in "x-sampa"'),
        (HEAD, "<a>" * 100_000, "line 3: elements stand inside one another too deeply"),
        ("<html>\n<lexicon>", "", "line 1: begins with <html>"),
        ('<?xml version="1.0" encoding="klingon"?>\n<lexicon>', "", "line 1: "),
    ],
)
def test_what_is_wrong_is_told_by_file_and_line(tmp_path, head, body, said):
    path = written(tmp_path, body, head)
    with pytest.raises(StationError) as caught:
        load(path)
    assert str(caught.value).startswith(f"{path}") and said in str(caught.value) and "\n" not in str(caught.value)


def test_no_file_a_folder_and_a_huge_file_are_refused(tmp_path):
    huge = tmp_path / "huge.pls"
    huge.write_bytes(b" " * 5_000_001)
    for path, said in ((tmp_path / "no.pls", "no such lexicon"), (tmp_path, "is no file"), (huge, "larger than 5 MB")):
        with pytest.raises(StationError, match=said):
            load(path)


@given(st.binary())
def test_any_bytes_are_read_or_refused(content):
    from pathlib import Path

    try:
        _Parser(Path("any.pls")).parse(content)
    except StationError as error:
        assert "\n" not in str(error)
