"""The command line as a user meets it: a process of its own, in a folder of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import reference

COMMAND = Path(sys.executable).parent / "bulletin"
ARTICLE = """Ferries return to the Badagry lagoon

Passenger ferries will cross the lagoon at Badagry again from Monday, the Lagos waterways agency says. The service
stopped in March after two jetties were damaged in a storm.

The agency says the repairs cost 1.2 billion naira and that each of the six boats carries 60 people.

Source: Lagoon Wire
"""


@pytest.fixture
def bulletin(tmp_path):
    """Run the command in an empty folder, with a cache of its own."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")

    def run(*words, code=0, stdin=None, **env):
        done = subprocess.run(
            [COMMAND, *map(str, words)],
            cwd=tmp_path, capture_output=True, text=True, input=stdin, check=False, timeout=120,
            env=os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache"), "COLUMNS": "100"} | env,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    run.home = tmp_path
    return run


def made(bulletin, *words):
    return json.loads(bulletin("make", *words, "--voice", "tone", "--json").stdout)


def test_make_prints_one_object_and_puts_everything_in_its_place(bulletin):
    found = made(bulletin, "article.txt", "--at", "2026-11-22 14:00")
    folder = bulletin.home / "audio_out" / "demo-radio" / "2026-11-22" / "1400-hourly"
    assert sorted(p.name for p in folder.iterdir()) == [
        "01-opening.mp3", "02-ferries-return-to-the-badagry-lagoon.mp3", "03-closing.mp3",
        "bulletin.html", "bulletin.mp3", "chapters.json", "cover.jpg", "manifest.json", "script.md", "transcript.vtt",
        "waveform.png",
    ]  # fmt: skip
    assert found["audio"] == str(folder / "bulletin.mp3")
    assert found["script"] == str(bulletin.home / "scripts" / "demo-radio" / "2026-11-22" / "1400-hourly.md")
    assert Path(found["script"]).read_text() == (folder / "script.md").read_text()
    assert (folder.parent.parent / "latest.mp3").read_bytes() == (folder / "bulletin.mp3").read_bytes()
    assert set(found) >= {
        "id", "station", "air_time", "template", "voice", "audio", "script", "duration_seconds", "loudness_lufs",
        "true_peak_dbtp", "segments", "stories", "timings", "warnings",
    }  # fmt: skip
    assert set(found["timings"]) == {"wire", "desk", "script", "voice", "studio"}
    assert found["stories"][0]["source"] == "Lagoon Wire"
    for line in found["stories"][0]["copy"]:
        assert line["sources"]
        assert set(line["sources"][0]) == {"article", "paragraph", "start", "end", "text", "changed"}


def test_the_segments_tile_the_bulletin(bulletin):
    found = made(bulletin, "article.txt")
    ends = [round(s["start_seconds"] + s["duration_seconds"], 3) for s in found["segments"]]
    assert [s["start_seconds"] for s in found["segments"]] == pytest.approx([0, *ends[:-1]], abs=0.002)
    assert [s["slug"] for s in found["segments"]] == ["opening", "ferries-return-to-the-badagry-lagoon", "closing"]


def test_an_edited_script_airs_as_edited_and_the_second_time_nothing_is_read(bulletin):
    bulletin("preview", "article.txt", "--at", "14:00", "--out", ".", "--voice", "tone")
    script = next((bulletin.home / "scripts").rglob("*.md"))
    script.write_text(script.read_text().replace("## closing", "And one line by hand.\n\n## closing"))
    first = json.loads(bulletin("make", script, "--json").stdout)
    assert first["script"] == str(script)
    assert "And one line by hand." in (Path(first["audio"]).parent / "transcript.vtt").read_text()
    takes = {path: path.stat().st_ino for path in (bulletin.home / "cache").rglob("*") if path.is_file()}
    bulletin("make", script, "--json")
    assert {path: path.stat().st_ino for path in takes} == takes
    assert {path for path in (bulletin.home / "cache").rglob("*") if path.is_file()} == set(takes)


def test_a_script_that_somebody_worked_on_is_kept_aside(bulletin):
    script = Path(made(bulletin, "article.txt", "--at", "14:00")["script"])
    script.write_text(script.read_text().replace("Good afternoon", "Good day"))
    found = made(bulletin, "article.txt", "--at", "14:00")
    assert any(script.with_name("1400-hourly~1.md").name in warning for warning in found["warnings"])
    assert "Good day" in script.with_name("1400-hourly~1.md").read_text()


def test_one_bad_source_is_told_and_the_others_are_used(bulletin):
    (bulletin.home / "empty.txt").write_text("")
    found = made(bulletin, "article.txt", "empty.txt", "missing.txt")
    assert len(found["stories"]) == 1
    assert [w.split(": ")[1] for w in found["warnings"] if w.startswith("not used")] == ["empty.txt", "missing.txt"]


def test_standard_input(bulletin):
    assert "ferries" in bulletin("preview", "-", stdin=ARTICLE).stdout.lower()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["make", "missing.txt"], 4, "missing.txt"),
        (["make", "article.txt", "--voice", "hibary"], 7, 'did you mean "hibari"?'),
        (["make", "article.txt", "--template", "nightly"], 5, "there are flash, headlines, hourly"),
        (["make", "article.txt", "--length", "3x"], 2, '"3x" is not a length'),
        (["make", "article.txt", "--at", "25:00"], 2, '"25:00" is not a time'),
        (["make", "article.txt", "--station", "none.toml"], 3, "there is no such station file"),
        (["make"], 2, "name the articles, or give the station wires"),
        (["say", " "], 2, "there is nothing to say"),
        (["preview", "article.txt", "--format", "pdf"], 2, "pdf"),
    ],
)
def test_each_failure_has_one_line_and_its_exit_code(bulletin, words, code, message):
    done = bulletin(*words, code=code)
    assert message in done.stderr
    assert done.stdout == ""
    if code != 2:
        assert len(done.stderr.splitlines()) == 1
        assert done.stderr.startswith("bulletin: ")


def test_a_typo_in_the_station_file(bulletin):
    (bulletin.home / "station.toml").write_text('name = "234Radio"\n[sound]\nloudnes_lufs = -14.0\n')
    done = bulletin("make", "article.txt", code=3)
    assert (
        done.stderr
        == 'bulletin: station.toml, line 3: unknown key "sound.loudnes_lufs"; did you mean "loudness_lufs"?\n'
    )


def test_a_hostile_station_name_stays_in_its_folder(bulletin):
    (bulletin.home / "station.toml").write_text('name = "../../etc/x\\u0000"\n')
    found = made(bulletin, "article.txt")
    assert Path(found["audio"]).is_relative_to(bulletin.home / "audio_out" / "etc-x")


def test_init_writes_a_file_that_works_and_never_over_another(bulletin):
    assert bulletin("init", "234Radio", "--timezone", "Africa/Lagos").stdout == "station.toml\n"
    assert "234Radio" in bulletin("preview", "article.txt").stdout
    assert "is there already" in bulletin("init", code=2).stderr


def test_previews(bulletin):
    text = bulletin("preview", "article.txt", "--why").stdout
    assert "from " in text
    assert "Source: Lagoon Wire" in text
    page = bulletin("preview", "article.txt", "--format", "html").stdout
    assert page.startswith("<!doctype html>")
    found = json.loads(bulletin("preview", "article.txt", "--format", "json").stdout)
    assert found["stories"][0]["copy"][0]["text"]
    markdown = bulletin("preview", "article.txt", "--format", "markdown", "--why").stdout
    (bulletin.home / "s.md").write_text(markdown)
    assert json.loads(bulletin("make", "s.md", "--voice", "tone", "--json").stdout)["stories"] == found["stories"]


def test_preview_loads_no_audio_and_no_neural_package(bulletin):
    code = """
        import sys
        from bulletin.cli import app
        sys.argv = ["bulletin", "preview", "article.txt"]
        try:
            app()
        except SystemExit:
            pass
        heavy = {"numpy", "scipy", "onnxruntime", "hibari", "pydub", "soundfile", "soxr", "lameenc", "gtts", "piper", "PIL"}
        print(sorted(heavy & set(sys.modules)), file=sys.stderr)
    """
    script = "\n".join(line.strip(" ") if not line.startswith(" " * 12) else line[8:] for line in code.splitlines())
    done = subprocess.run([sys.executable, "-c", script], cwd=bulletin.home, capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_say_voices_and_doctor(bulletin):
    found = json.loads(bulletin("say", "Good evening.", "--voice", "tone", "--json").stdout)
    assert Path(found["audio"]).stat().st_size > 1000
    assert {card["name"] for card in json.loads(bulletin("voices", "--json").stdout)} >= {
        "hibari",
        "gtts",
        "tone",
        "piper",
    }
    checks = {finding["what"]: finding["state"] for finding in json.loads(bulletin("doctor", "--json").stdout)}
    assert (checks["python"], checks["packages"], checks["voice hibari"], checks["sounds"]) == (
        "good",
        "good",
        "good",
        "good",
    )


def test_every_verb_has_examples_in_its_help():
    groups = {name.rpartition(" ")[0] for name, _ in reference.shown()}
    without = [name for name, text in reference.shown() if name not in groups and "Examples:\n" not in text]
    assert without == []


def test_the_reference_page_is_what_the_commands_say():
    path = Path(__file__).parents[2] / "docs" / "commands.md"
    assert path.read_text(encoding="utf-8") == reference.page(), "run `make docs`"
