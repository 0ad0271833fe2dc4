"""What is said to Liquidsoap, whatever the words are; and what must not be said twice."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin.air.asking import one_line
from bulletin.air.liquidserver import annotated, labels_of
from bulletin.air.playout.liquidsoap import Script, script, text
from bulletin.air.pushed import Pushed, heard
from bulletin.errors import TargetError

AT = datetime(2026, 11, 22, 13, tzinfo=UTC)
ANNOTATED = re.compile(r'annotate:(\w+="(?:[^"\\]|\\["\\])*")(,\w+="(?:[^"\\]|\\["\\])*")*:/srv/news/a\.mp3')
HOSTILE = st.text() | st.lists(st.sampled_from(['"', "\\", "#{", "{", "\n", "\r", ":", ",", "process:", "END"])).map(
    "".join
)


@given(title=HOSTILE, artist=HOSTILE)
@example(title='x"\r\nnews.push process:wav,touch /tmp/pit', artist="")
@example(title='\\",y="', artist="\\")
def test_hostile_words_stay_one_line_inside_their_quotes(title: str, artist: str) -> None:
    uri = annotated({"title": title, "artist": artist, "bulletin": "b"}, "/srv/news/a.mp3")
    assert uri.isprintable()
    assert "#{" not in uri
    assert ANNOTATED.fullmatch(uri)
    said = labels_of(uri[len("annotate:") : uri.rindex(":/srv")].replace('",', '"\n'))
    if "," not in title + artist:
        assert said.get("title", "") == one_line(title, 200).replace("#{", "#(")


@given(words=HOSTILE)
def test_a_string_of_a_script_ends_where_it_should(words: str) -> None:
    parts = text(words).split('" ^ "{')
    assert all("#{" not in part for part in parts)
    assert re.fullmatch(r'"(?:[^"\\]|\\["\\]|" \^ "\{)*"', text(words))


@pytest.mark.parametrize(
    ("taken", "later", "up", "expected"),
    [
        (True, 60.0, 3600.0, True),  # it had it, and runs since: it was played, or somebody flushed it
        (True, 300.0, 10.0, True),  # started anew after it had ended
        (True, 60.0, 30.0, False),  # started anew before it can have ended
        (False, 2.0, 3600.0, False),  # nobody knows that it had it, and it cannot have ended
        (False, 300.0, 3600.0, True),  # nobody knows, and there was time: better not at all than twice
        (False, 300.0, 10.0, True),
    ],
)
def test_what_must_be_taken_for_heard(taken: bool, later: float, up: float, expected: bool) -> None:
    pushed = Pushed("a.mp3", "", AT, AT + timedelta(hours=1), seconds=180.0, taken=taken)
    assert heard(pushed, AT + timedelta(seconds=later), up) is expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"music": "relative"},
        {"folder": "/srv/\nnews"},
        {"queue": "news", "playlist": "news"},
        {"queue": ""},
        {"window": "0m-5m or "},
        {"mount": '/x")'},
        {"icecast_host": 'x" ^ "'},
    ],
)
def test_no_script_is_made_from_a_value_that_cannot_stand_in_it(wrong: dict[str, str]) -> None:
    good = {"station": "Harbour FM", "socket": "/run/radio/socket", "folder": "/srv/news", "music": "/srv/music"}
    assert 'id="news"' in script(Script(**good))
    with pytest.raises(TargetError, match=r"^[^\n]+$"):
        script(Script(**{**good, **wrong}))
