"""`bulletin init --playout`: a station that opens, and for its player a text in which a name is only a name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bulletin import air, station
from bulletin.air.playout import KINDS, rendered, row
from bulletin.cli.init import _written
from bulletin.errors import PublishError, TargetError
from bulletin.station import Station

COMMAND = Path(sys.executable).parent / "bulletin"
PIECES = {"liquidsoap": "station.liq", "azuracast": "azuracast.md", "libretime": "libretime.md"}
PIECES |= {"rivendell": "rivendell.md"}
HOSTILE = ["../../etc", '"; system("touch x") #', "#{process.run('touch x')}", "a\nsystem('x')", "\\", '\\"', "```\n# x",
           "{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "%include 'x'", "|x|<script>", "\u202egnp", "process:sh,x", "\\#{1}"]  # fmt: skip


def init(home: Path, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run([COMMAND, "init", *words], cwd=home, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == code, done.stdout + done.stderr
    return done


@pytest.mark.parametrize("kind", KINDS)
def test_a_station_that_delivers_to_its_player(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = init(tmp_path, "Harbour FM", "--timezone", "Africa/Lagos", "--playout", kind)
    also = ["safe.ogg", PIECES[kind], "icecast.xml", "playout.env"] if kind == "liquidsoap" else [PIECES[kind]]
    assert done.stdout.split() == ["station.toml", *(str(tmp_path / name) for name in also)]
    assert "Harbour FM" in (tmp_path / PIECES[kind]).read_text()

    found = station.load(tmp_path / "station.toml")
    [target] = found.targets
    assert (found.name, found.timezone, target.kind) == ("Harbour FM", "Africa/Lagos", kind)
    assert found.sound.format == ("wav" if kind == "rivendell" else "mp3")
    for name in ("AZURACAST_KEY", "LIBRETIME_KEY"):
        monkeypatch.setenv(name, "key-of-somebody")
    air.opened(target, found)


def test_stations_of_one_installation_do_not_meet(tmp_path: Path) -> None:
    (tmp_path / "stations").mkdir()
    for name in ("one", "two"):
        init(tmp_path, f"Radio {name}", "--file", f"stations/{name}.toml", "--playout", "liquidsoap")
    one, two = (station.load(path).targets[0].settings for path in station.stations_in(tmp_path))
    assert (one["folder"], two["socket"]) == ("radio-one/news", "radio-two/liquidsoap.sock")
    script = (tmp_path / "radio-two" / "station.liq").read_text()
    assert str(tmp_path / "radio-two" / "music") in script
    assert 'mount="/radio-two.mp3"' in script


def test_the_stations_of_one_installation_share_an_icecast_and_its_password_is_nobody_elses(tmp_path: Path) -> None:
    (tmp_path / "stations").mkdir()
    kept, told = [tmp_path / name for name in ("icecast.xml", "playout.env")], []
    for name in ("one", "two"):
        init(tmp_path, f"Radio {name}", "--file", f"stations/{name}.toml", "--playout", "liquidsoap")
        told.append([path.read_text() for path in kept])
    password = told[0][1].removeprefix("ICECAST_PASSWORD=").strip()
    assert (len(password), told[0][0].count(f">{password}<"), told[1]) == (32, 3, told[0])
    assert [path.stat().st_mode & 0o777 for path in kept] == [0o600, 0o600]


def test_nothing_is_written_over_and_nothing_by_half(tmp_path: Path) -> None:
    (tmp_path / "azuracast.md").write_text("my notes")
    refused = init(tmp_path, "X", "--playout", "azuracast", code=2)
    assert "azuracast.md is there already" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["azuracast.md"]
    assert init(tmp_path, "a\nb", code=2).stderr.count("\n") == 1

    init(tmp_path, "X", "--playout", "azuracast", "--force")
    assert "my notes" not in (tmp_path / "azuracast.md").read_text()


def test_what_cannot_be_finished_is_as_before(tmp_path: Path) -> None:
    old, new, blocked = tmp_path / "old", tmp_path / "new", tmp_path / "old" / "under a file"
    old.write_text("as it was")
    with pytest.raises(PublishError):
        _written({old: "changed", new: "new", blocked: "never"})
    assert old.read_text() == "as it was"
    assert not new.exists()


def test_an_unknown_player_and_a_deep_folder_are_named() -> None:
    with pytest.raises(TargetError, match="there are liquidsoap, azuracast"):
        row("winamp", Station())
    with pytest.raises(TargetError, match="too long for a socket"):
        rendered("liquidsoap", Station(), Path("/" + "a" * 100))


STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def bones(script: str) -> tuple[str, int]:
    """A Liquidsoap script without its strings and remarks, and how many programs begin in its strings."""
    rows = (row.strip() for row in script.splitlines())
    code = "\n".join(row for row in rows if not row.startswith("#"))
    programs = sum(found.count("#{") for found in STRING.findall(code))
    return re.sub(r"S( \^ S)+", "S", STRING.sub("S", code)), programs


names = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=200))


@settings(max_examples=200, deadline=None)
@given(names)
@example('x" ^ process.read("id") ^ "')
def test_a_name_is_no_program(name: str) -> None:
    plain, hostile = _called("X"), _called(name)
    folder = Path("/srv/radio")

    [script] = rendered("liquidsoap", hostile, folder).values()
    [usual] = rendered("liquidsoap", plain, folder).values()
    assert bones(script) == bones(usual)
    assert len(script.splitlines()) == len(usual.splitlines())

    for kind in KINDS[1:]:
        [page] = rendered(kind, hostile, folder).values()
        [usual] = rendered(kind, plain, folder).values()
        assert len(page.splitlines()) == len(usual.splitlines())
        changed = [row for row, other in zip(page.splitlines(), usual.splitlines(), strict=True) if row != other]
        assert not any(re.search(r"[`|<>\[\]]", row.replace("`", "", 2)) for row in changed if row.startswith("#"))


def liquidsoap(script: str, *words: str) -> subprocess.CompletedProcess[str]:
    user = {"user": "nobody"} if os.geteuid() == 0 else {}  # it refuses root
    return subprocess.run(
        ["liquidsoap", *words, "-"], input=script, capture_output=True, text=True, check=False, timeout=60, cwd="/",
        env={"PATH": os.environ["PATH"], "ICECAST_PASSWORD": "x", "HOME": "/", "LC_ALL": "C.UTF-8"}, **user,  # type: ignore[call-overload]
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("liquidsoap") is None, reason="liquidsoap is not installed")
def test_liquidsoap_reads_a_name_as_it_is(tmp_path: Path) -> None:
    proof = tmp_path / "proof"
    tmp_path.chmod(0o777)
    hostile = [*HOSTILE, f"#{{process.run('touch {proof}')}}", f'" ^ process.read("touch {proof}") ^ "', "Ràdio ɗaya"]
    scripts = [one for name in hostile for one in rendered("liquidsoap", _called(name), Path("/srv/radio")).values()]
    literals = [next(re.finditer(r"\n  name=(.*),\n", script))[1] for script in scripts]

    printed = liquidsoap("\n".join(f"print({literal})" for literal in literals)).stdout
    assert printed.splitlines()[: len(hostile)] == [" ".join(_plain(name).split()) for name in hostile]
    assert not proof.exists()
    assert [liquidsoap(script, "--check").returncode for script in scripts[:3]] == [0, 0, 0]


def _called(name: str) -> Station:
    return replace(Station(), name=name)


def _plain(name: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in name)
