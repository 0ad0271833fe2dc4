"""The station file: every slip is named with its line and the nearest right spelling."""

import re
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin import station
from bulletin.errors import StationError
from bulletin.station import Station


def load(tmp_path, text):
    file = tmp_path / "station.toml"
    file.write_text(text, encoding="utf-8")
    return station.load(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('nmae = "X"', 'line 1: unknown key "nmae"; did you mean "name"?'),
        ("[sound]\n# louder\nloudnes_lufs = -14", 'line 3: unknown key "sound.loudnes_lufs"; did you mean "loudness_lufs"?'),
        ("bitrate_kbps = 128", 'line 1: unknown key "bitrate_kbps"; did you mean "bitrate_kbps" under [sound]?'),
        ("[sond]\nx = 1", 'line 1: unknown key "sond"; did you mean "sound"?'),
        ("name = 234", 'line 1: "name": expected text in quotes, got a whole number'),
        ('[sound]\nloudness_lufs = "loud"', 'line 2: "sound.loudness_lufs": expected a number, got text in quotes'),
        ("[sound]\nbitrate_kbps = 129", 'line 2: "sound.bitrate_kbps": 129 is not one of 64, 80, 96, 112, 128, 160, 192, 224, 256, 320'),
        ("[sound]\nloudness_lufs = 3.0", 'line 2: "sound.loudness_lufs": expected a number <= -9.0'),
        ('[gtts]\ntld = "x/../evil"', 'line 2: "gtts.tld": expected something like "com.ng"'),
        ('timezone = "Africa/Lagoss"', 'line 1: there is no time zone "Africa/Lagoss"; use an IANA name such as "Africa/Lagos"'),
        ('length = "3x"', 'line 1: "3x" is not a length; write "3m", "90s", "2m30s" or "1:30"'),
        ('length = "3h"', 'line 1: "3h" is not a length; write "3m", "90s", "2m30s" or "1:30"'),
        ('length = "5s"', 'line 1: the length "5s" is 5 seconds; a bulletin has 10 seconds to an hour'),
        ('name = "X"\n[[wires]]\nurl = "https://a.example/f"\n[[wires]]\nurl = "https://b.example/f"\nwieght = 2', 'line 6: unknown key "wires.wieght"; did you mean "weight"?'),
        ('[[wires]]\nurl = "https://a.example/f"\nundated = "now"', 'line 3: "wires.undated": \'now\' is not one of never, seen'),
        ('[[wires]]\nurl = "ftp://a.example/f"', 'line 1: the wire "ftp://a.example/f" is no address; write https://HOST/feed.xml, without name and password'),
        ('[running_order.quotas]\nlocal = { least = -1 }', 'line 1: "running_order.quotas.least": expected a whole number >= 0'),
        ('[playlog]\nurl = "postgresql://me:secret@db/x"', "line 1: the playlog's url has a password in it: put it into an environment variable, named in url_env"),
        ('[figures.Weather]\nfile = "x"', 'line 1: "figures": expected a name in small letters'),
        ('[figures.weather]\nstale_minutes = 9.0', "line 1: the figures weather need one place to be read from: file or url"),
        ('[figures.weather]\nurl = "weather"', 'line 1: the figures weather: "weather" is no address; write https://HOST/weather.json'),
        ('home = "/etc"', 'line 1: unknown key "home"; the keys here are ' + ", ".join(station.keys())),
    ],
)  # fmt: skip
def test_a_slip_is_named(tmp_path, text, message):
    with pytest.raises(StationError) as caught:
        load(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'station.toml'}, {message}"


def test_what_is_no_toml_and_what_is_not_there(tmp_path):
    with pytest.raises(StationError, match="not valid TOML"):
        load(tmp_path, "name = ")
    with pytest.raises(StationError, match="there is no such station file; `bulletin init` writes one"):
        station.load(tmp_path / "none.toml")
    (tmp_path / "station.toml").write_bytes(b"name = \xff")
    with pytest.raises(StationError, match="cannot be read as text"):
        station.load(tmp_path / "station.toml")


def test_the_commented_file_has_every_key_with_its_default(tmp_path):
    text = station.commented("Demo Radio", "local")
    assert load(tmp_path, text) == Station(home=str(tmp_path))
    for kind in (Station, *(type(getattr(Station(), f.name)) for f in fields(Station))):
        if hasattr(kind, "__dataclass_fields__"):
            assert all(re.search(rf"\n(# )?(\[+(\w+\.)?{key}\b|{key} = )", text) for key in station.keys(kind)), kind


def test_a_name_with_quotes_in_it_comes_through(tmp_path):
    assert load(tmp_path, station.commented('Radio "Ọjà" \\ FM', "Africa/Lagos")).name == 'Radio "Ọjà" \\ FM'


def test_paths_are_counted_from_the_file(tmp_path):
    found = load(tmp_path, '[folders]\naudio = "out"\n')
    assert found.path(found.folders.audio) == tmp_path / "out"


@given(st.text(max_size=300))
def test_a_slug_is_safe_anywhere(words):
    slug = station.slug_of(words)
    assert len(slug) <= 40
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert station.slug_of(slug) == slug


@pytest.mark.parametrize(
    ("words", "slug"), [("../../etc", "etc"), ("234Radio", "234radio"), ("Radio Ọjà", "radio-oja"), ("日本", "")]
)
def test_slugs(words, slug):
    assert station.slug_of(words) == slug


@pytest.mark.parametrize(
    ("length", "seconds"), [("3m", 180), ("90s", 90), ("2m30s", 150), ("1:30", 90), ("180", 180), ("12.5", 12.5)]
)
def test_lengths(length, seconds):
    assert station.seconds_of(length) == seconds


def test_an_installation_with_several_stations(tmp_path):
    (tmp_path / "stations").mkdir()
    (tmp_path / "stations" / "b.toml").write_text('name = "B"')
    (tmp_path / "stations" / "a.toml").write_text("[running_order.quotas]\nsport = { most = 1 }")
    files = station.stations_in(tmp_path)
    assert [path.name for path in files] == ["a.toml", "b.toml"]
    a, b = map(station.load, files)
    assert a.path("sounds/x.wav") == b.path("sounds/x.wav") == tmp_path / "sounds" / "x.wav"
    assert (a.running_order.quotas["sport"].most, a.running_order.quotas["local"].most) == (1, 4)  # over the defaults


def test_a_language_that_ours_does_not_speak_has_a_voice_that_does(tmp_path):
    assert load(tmp_path, 'language = "ha"').voice == "gtts"
    assert load(tmp_path, 'language = "en-NG"').voice == "hibari"
    assert load(tmp_path, 'language = "fr"\nvoice = "kokoro:ff_siwis"').voice == "kokoro:ff_siwis"


def test_an_environment_without_the_playlogs_address_is_no_playlog_of_ones_own(tmp_path, monkeypatch):
    one = load(tmp_path, '[playlog]\nurl_env = "A_PLAYLOG_OF_SEVERAL"')
    monkeypatch.delenv("A_PLAYLOG_OF_SEVERAL", raising=False)
    with pytest.raises(StationError, match="the environment has no A_PLAYLOG_OF_SEVERAL"):
        _ = one.playlog_url
    monkeypatch.setenv("A_PLAYLOG_OF_SEVERAL", "postgresql://db/news")
    assert one.playlog_url == "postgresql://db/news"
