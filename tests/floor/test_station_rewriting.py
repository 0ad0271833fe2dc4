"""[rewriting] in station.toml: what cannot be, or would give the key away, is refused when the file is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletin.errors import StationError
from bulletin.station import Rewriting, Station, load


def written(folder: Path, text: str) -> Station:
    path = folder / "station.toml"
    path.write_text(f'name = "Radio Amodu"\n[rewriting]\n{text}\n')
    return load(path)


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://models.example/v1",
        "http://localhost:11434/v1",
        "http://127.0.0.1:8080/v1",
        "http://[::1]:8080/v1",
        "http://192.168.1.20:8000/v1",
        "http://gpu:8000/v1",
        "http://gpu.local/v1/",
    ],
)
def test_an_endpoint_is_https_or_near(endpoint: str, tmp_path: Path) -> None:
    station = written(tmp_path, f'endpoint = "{endpoint}"\nmodel = "m"')
    assert station.rewriting == Rewriting(endpoint=endpoint, model="m")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('endpoint = "http://models.example/v1"\nmodel = "m"', "would send the key in the open: write https://"),
        ('endpoint = "http://8.8.8.8/v1"\nmodel = "m"', "would send the key in the open"),
        ('endpoint = "https://me:pass@models.example/v1"\nmodel = "m"', "without name, password"),
        ('endpoint = "https://models.example/v1?key=1"\nmodel = "m"', "without name, password, question mark"),
        ('endpoint = "https://models.example:port/v1"\nmodel = "m"', "is no address"),
        ('endpoint = "file:///etc/passwd"\nmodel = "m"', "is no address"),
        ('endpoint = "models.example/v1"\nmodel = "m"', "is no address"),
        ('endpoint = "https://models.example/v1"', "needs a model"),
        ('key_env = "sk-12345-abc"', "never the key itself"),
        ('key = "12345"', 'unknown key "rewriting.key"'),
    ],
)
def test_what_cannot_be_is_told_with_its_line_and_without_secrets(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(StationError) as told:
        written(tmp_path, text)
    assert why in str(told.value)
    assert "station.toml, line " in str(told.value)
    assert "12345" not in str(told.value)
    assert "pass@" not in str(told.value)


def test_the_key_is_read_from_the_environment_and_is_no_part_of_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AMODU_KEY", " k3y\n")
    asked = Rewriting(key_env="AMODU_KEY")
    assert asked.key == "k3y"
    assert "k3y" not in repr(Station(rewriting=asked))
