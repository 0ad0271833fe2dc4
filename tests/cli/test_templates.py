"""`bulletin templates`, as a user meets it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).parent / "bulletin"
STATION = """timezone = "Africa/Lagos"

[[schedule]]
template = "long"
hours = [7, 13]
days = ["mon", "tue", "wed", "thu", "fri"]

[[schedule]]
template = "headlines"
minute = 30
"""


@pytest.fixture
def bulletin(tmp_path):
    """Run the command in a folder with a station."""
    (tmp_path / "station.toml").write_text(STATION, encoding="utf-8")

    def run(*words, code=0):
        done = subprocess.run(
            [COMMAND, *map(str, words)], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=120,
            env=os.environ | {"BULLETIN_CACHE": str(tmp_path / "cache"), "COLUMNS": "100"},
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return done

    run.home = tmp_path
    return run


def test_list(bulletin):
    rows = bulletin("templates", "list").stdout.splitlines()
    assert rows[:2] == [
        "flash      ours; 30s; " + rows[0].rpartition("; ")[2],
        "           One story that cannot wait for the hour.",
    ]
    found = {one["name"]: one for one in json.loads(bulletin("templates", "list", "--json").stdout)}
    assert {name: one["length"] for name, one in found.items()} == {
        "flash": "30s", "headlines": "60s", "hourly": "3m", "long": "5m", "sport": "2m"
    }  # fmt: skip
    assert {name: one["used"] for name, one in found.items() if one["used"]} == {
        "headlines": ["every hour at :30"],
        "hourly": ["the station's own form"],
        "long": ["mon-fri at 07:00, 13:00"],
    }
    assert found["sport"]["categories"] == ["sport"]
    assert "en" in found["hourly"]["languages"]


def test_copy_is_whole_and_never_overwrites_what_is_there(bulletin):
    shown = bulletin("templates", "show", "hourly").stdout
    copy = Path(bulletin("templates", "copy", "hourly").stdout.strip())
    assert copy == bulletin.home / "templates" / "hourly.md.j2"
    assert copy.read_text(encoding="utf-8") == shown
    copy.write_text("mine", encoding="utf-8")
    refused = bulletin("templates", "copy", "hourly", code=2)
    assert "is there already; use --force to replace it" in refused.stderr
    assert bulletin("templates", "show", "hourly").stdout == copy.read_text(encoding="utf-8") == "mine"
    second = Path(bulletin("templates", "copy", "hourly", "breakfast").stdout.strip())
    assert second.read_text(encoding="utf-8") == "mine"  # one's own, where there is one
    bulletin("templates", "copy", "hourly", "--force")
    assert copy.read_text(encoding="utf-8") == shown
    assert "is no name for a template" in bulletin("templates", "copy", "hourly", "../x", code=5).stderr
    assert "did you mean" in bulletin("templates", "copy", "hourli", code=5).stderr


def test_check(bulletin):
    done = bulletin("templates", "check")
    assert (done.stdout, done.stderr) == ("", "5 templates: nothing is wrong\n")
    bulletin("templates", "copy", "long")
    assert bulletin("templates", "check", "long").stderr == "1 template: nothing is wrong\n"
    mine = bulletin.home / "templates" / "mine.md.j2"
    mine.write_text(
        "{# length: 10s #}\n## opening {sound=gong}\n\nGood day.\n\n{% for story in stories %}\n"
        "## story: {{ story.slug }} {bed=bed}\n\n{{ story.copy[0] | upper }}\n\n{% endfor %}\n",
        encoding="utf-8",
    )
    rows = bulletin("templates", "check", "mine", code=5).stdout.splitlines()
    told = [row.removeprefix(f"{mine}:") for row in rows]
    assert [row.partition(" (with ")[0] for row in told] == [
        "9: no story is told with the note of where it came from; print a line as it is: {{ line }}",
        "7: a story without its title, which tags and chapters need: `> title: {{ story.title }}`",
        '2: there is no sound "gong"; there are bed, closing, divider, flash, ident, pips',
        "7: music with a sensitive story: leave it out where story.sensitive",
    ]
    assert rows[-1].endswith("(with one sensitive story)")
    mine.write_text("## opening\n\nHi.\n\n{{ stories[3].title }}\n", encoding="utf-8")
    [fault] = json.loads(bulletin("templates", "check", "mine", "--json", code=5).stdout)
    assert fault == {
        "template": "mine", "file": str(mine), "line": 5, "why": "list object has no element 3", "sample": "one story"
    }  # fmt: skip


def test_check_finds_what_is_too_long_and_what_lets_articles_write_cues(bulletin):
    (bulletin.home / "templates").mkdir()
    mine = bulletin.home / "templates" / "mine.md.j2"
    words = "This is the news, and a long sentence that nobody wants to hear before it. " * 3
    mine.write_text(
        f"{{# length: 10s #}}\n## opening\n\n{words}\n\n## story: {{{{ stories[0].title }}}}\n\n> title: t\n\n"
        "{{ stories[0].copy[0] }}\n",
        encoding="utf-8",
    )
    rows = bulletin("templates", "check", "mine", code=5).stdout.splitlines()
    assert rows[0] == f"{mine}:6: a story cue without its slug: write `## story: {{{{ story.slug }}}}` (with one story)"
    assert rows[1].startswith(f"{mine}:1: 0:")
    assert rows[1].endswith("is the least that it takes with 1 story, and its slot is 0:10 (with one story)")
    assert "an article's words have become a cue" in rows[2]


def test_check_names_a_row_of_the_schedule_whose_template_is_not_there(bulletin):
    with (bulletin.home / "station.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[schedule]]\ntemplate = "nightly"\nhours = [23]\n')
    done = bulletin("templates", "check", code=5)
    assert done.stdout.startswith(
        'station.toml: [[schedule]] row 3 (nightly, at 23:00): there is no template "nightly" in '
    )
