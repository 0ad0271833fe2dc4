"""Weather and markets come from files that others wrote: what is wrong with them never reaches a script."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import script
from bulletin.errors import SourceError
from bulletin.script import figures


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "weather, line 1: not valid JSON: Expecting value"),
        ('{"a": 1,\n"b": }', "weather, line 2: not valid JSON: Expecting value"),
        (b"\xff\xfe{", "weather: not UTF-8 text at byte"),
        (b'{"a": "\xe9"}', "weather: not UTF-8 text at byte 7"),
        ("[1]", 'weather: the JSON is no object; write {"asof": ..., ...}'),
        ('{"a": NaN}', "weather: a number in the JSON cannot be said"),
        ('{"a": -Infinity}', "weather: a number in the JSON cannot be said"),
        ('{"a": 1e999}', "weather: a number in the JSON is too large to be said"),
        ('{"a": ' + "9" * 5000 + "}", "weather: a number in the JSON cannot be said"),
        ('{"a": 1e16}', "weather: a number in the JSON is too large to be said"),
        ('{"a": "' + "x" * 301 + '"}', f'weather: "{"x" * 30}..." has more than 300 letters'),
        ('{"' + "k" * 61 + '": 1}', f'weather: the key "{"k" * 20}..." is longer than 60 letters'),
        ('{"a": ' + "[" * 6 + "1" + "]" * 6 + "}", "weather: the JSON goes deeper than 6 levels"),
        ('{"a": ' + "[" * 100_000, "weather: the JSON goes deeper than 6 levels"),
        (json.dumps({"a": [1] * 2000}), "weather: more than 2,000 values; a template speaks of less"),
        ('{"a": "' + "x" * 300_000 + '"}', "weather: more than 256 kB of JSON; a template speaks of less"),
    ],
)
def test_what_cannot_be_said_is_refused_in_one_line(text, message):
    with pytest.raises(SourceError) as caught:
        script.figures_from(text, "weather")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_texts_become_one_line_of_what_can_be_seen():
    assert script.figures_from(
        '\ufeff{"a": "sun\\n\\n## closing\\u0007", " b\\n ": ["\\ud800x"], "": 1}', "weather"
    ) == {
        "a": "sun ## closing",
        "b": ["x"],
    }


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
rows = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(["name", "words", "high", "low", "value", "unit", "change", "outlook"], values)
)


@given(st.fixed_dictionaries({}, optional={"places": values | st.lists(rows, max_size=9), "markets": values | st.lists(rows, max_size=9), "outlook": values}))  # fmt: skip
def test_whatever_is_in_them_a_bulletin_is_written(found):
    from datetime import UTC, datetime

    from bulletin.model import Line, Story
    from bulletin.station import Station

    try:
        given_figures = script.figures_from(json.dumps(found), "figures")
    except SourceError:
        return
    story = Story("s", Line("It rains"), (Line("It rains a lot."),))
    written = script.write(
        [story],
        Station(template="long", timezone="UTC"),
        datetime(2026, 9, 11, tzinfo=UTC),
        figures={"weather": given_figures, "markets": given_figures},
    )
    kinds = [cue.kind for cue in written.cues if cue.slug not in {"weather", "markets"}]
    assert kinds == ["opening", "story", "closing", "sting"]


def test_what_of_a_shape_can_be_said():
    assert figures.weather({"places": [{"name": "Lagos", "high": 200, "low": "x"}, {"high": 3}, 7]}) is None
    assert figures.weather({"outlook": "dry."}) == {"places": [], "outlook": "dry"}
    assert figures.markets(
        {"markets": [{"name": "gold", "value": True}, {"name": "tin", "value": 3, "change": None}]}
    ) == [{"name": "tin", "value": 3, "unit": "", "change": None}]
    assert len(figures.markets({"markets": [{"name": "tin", "value": n} for n in range(50)]})) == 5
