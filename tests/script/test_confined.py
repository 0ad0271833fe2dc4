"""A station's own template runs in a process apart: it may loop, grow or lie, and the newsroom goes on."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from bulletin import script
from bulletin.errors import TemplateError
from bulletin.model import Citation, Line, Story
from bulletin.script import templates, told
from bulletin.script.confined import Bounds
from bulletin.station import Station

AT = datetime(2026, 9, 11, 13, 0, tzinfo=UTC)
STORY = Story(
    "s", Line("It rains"), (Line("It rains a lot.", (Citation("a", 0, 0, 9, "It rains."),)),), "a", "The Wire"
)
BOUNDS = Bounds(1, 256, 20)
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}"
ENDS = "{% endfor %}{% endfor %}"


@pytest.fixture
def station(tmp_path):
    (tmp_path / "templates").mkdir()
    return Station(timezone="UTC", template="mine", home=str(tmp_path))


def file_of(station) -> Path:
    return Path(station.home) / "templates" / "mine.md.j2"


def fault(station, text, bounds=BOUNDS):
    """What is said of a template: without its path."""
    file_of(station).write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught, templates.opened(station, bounds) as opened:
        opened.write(*told.values([STORY], station, AT, {}))
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith(str(file_of(station)))
    return message.removeprefix(str(file_of(station)))


MEMORY = "the template took more than 256 MB"
TIME = "the template ran for more than 1 s: does it loop?"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n{{ '%2000000000d' % 1 }}", f", line 2: {MEMORY}"),
        ("\n{{ 'x' * 10**9 }}", f", line 2: {MEMORY}"),
        ("\n{{ 'x' | center(2000000000) }}", f", line 2: {MEMORY}"),
        ("\n{{ 'x\nx' | indent(1000000000) }}", f", line 3: {MEMORY}"),
        ("\n{{ '{:>2000000000}'.format(1) }}", f", line 2: {MEMORY}"),
        ("{% set n = namespace(l=[1]) %}\n{% for a in range(99) %}\n{% set n.l = n.l + n.l %}\n{% endfor %}", f", line 3: {MEMORY}"),
        (f"\n{LOOP}{ENDS}", f", line 2: {TIME}"),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}", ", line 1: the template calls itself without end, or nests too deep"),
        ("{% include 'mine.md.j2' %}", ", line 1: the template calls itself without end, or nests too deep"),
        ("{{ " + "(" * 50_000, ": the template calls itself without end, or nests too deep"),
        (f"{LOOP}{{{{ 'words and words' }}}}{ENDS}", ": the template writes more than 1,000,000 characters; does it loop?"),
        ("{{ 10 ** (10 ** 8) > 1 }}", ": the template ran for more than 1 s (does it loop?), or took more than 256 MB"),
        ("{{ lipsum(n=99999999) }}", ", line 1: 'lipsum' is undefined"),
        ("{{ stories[0].title | safe }}", ", line 1: No filter named 'safe'."),
        ("{{ cycler.__init__.__globals__ }}", ", line 1: access to attribute '__init__' of 'type' object is unsafe."),
        ("{% include '/etc/passwd' %}", ', line 1: there is no template "/etc/passwd" that it could include'),
        ("{% include '../station.md.j2' %}", ', line 1: there is no template "../station.md.j2" that it could include'),
        ("\n{% include 'part.md.j2' %}", ', line 2: there is no template "part.md.j2" that it could include'),
    ],
)  # fmt: skip
def test_what_loops_or_grows_is_stopped_and_named(station, text, message):
    assert fault(station, text) == message


def test_our_own_bounds_hold_in_a_whole_bulletin(station):
    file_of(station).write_text(f"## opening\n\nHello.\n\n{LOOP}{ENDS}", encoding="utf-8")
    with pytest.raises(TemplateError, match=r"line 5: the template ran for more than 5 s: does it loop\?"):
        script.write([STORY], station, AT)


def test_lines_come_back_with_their_sources_and_parts_are_found_in_both_folders(station):
    (file_of(station).parent / "part.md.j2").write_text("{{ stories[0].copy[0] }}\n", encoding="utf-8")
    file_of(station).write_text(
        "{% from '_parts.md.j2' import back %}\n## opening\n\n{{ air_time.hour }} {{ stories[0].headline }}\n\n"
        "{% include 'part.md.j2' %}\n\n{{ back(sources, false) }}",
        encoding="utf-8",
    )
    cues = script.write([STORY], station, AT).cues
    assert [line.text for cue in cues for line in cue.lines] == [
        "13 It rains.", "It rains a lot.", "That report came from The Wire."
    ]  # fmt: skip
    assert cues[0].lines[1].sources == STORY.copy[0].sources


def test_a_slip_in_a_part_is_named_with_the_parts_file(station):
    part = file_of(station).parent / "part.md.j2"
    part.write_text("\n\n{{ statoin }}", encoding="utf-8")
    file_of(station).write_text("## opening\n\n{% include 'part.md.j2' %}", encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        script.write([STORY], station, AT)
    assert str(caught.value) == f"{part}, line 3: 'statoin' is undefined"


def test_a_stations_own_part_is_never_run_by_a_template_of_ours(station):
    (file_of(station).parent / "_parts.md.j2").write_text("{{ nothing.good }}", encoding="utf-8")
    assert script.write([STORY], Station(timezone="UTC", home=station.home), AT).cues


@pytest.mark.parametrize("made", ["link", "fifo", "folder", "loop"])
def test_what_is_no_plain_file_in_the_folder_is_refused(station, made, tmp_path):
    file = file_of(station)
    match made:
        case "link":
            (tmp_path / "secret").write_text("{{ 1 }}", encoding="utf-8")
            file.symlink_to(tmp_path / "secret")
        case "fifo":
            os.mkfifo(file)
        case "folder":
            file.mkdir()
        case "loop":
            file.symlink_to(file)
    with pytest.raises(TemplateError, match=r"leads out of its folder or is no file|cannot be read"):
        script.write([STORY], station, AT)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("print('nonsense')", "its process answered nonsense, and was stopped"),
        ("print('[1]')", "its process answered nonsense, and was stopped"),
        ("print('[' * 100000)", "its process answered nonsense, and was stopped"),
        ("print('{}'); input(); print('{\"text\": 5, \"refs\": []}')", "its process answered nonsense, and was stopped"),
        ("print('{}'); input(); print('{\"text\": \"a\", \"refs\": [7]}')", "its process answered nonsense, and was stopped"),
        ("print('{}'); input(); print('{\"text\": \"a\", \"refs\": [-1]}')", "its process answered nonsense, and was stopped"),
        ("raise SystemExit('bye')", "the template's process stopped: bye"),
        ("import os; os._exit(3)", "the template's process stopped: exit status 3"),
        ("import time; time.sleep(60)", "the template gave no answer for 1 s, and was stopped: does it loop?"),
        ("import sys; sys.stdout.write('x' * 13000000)", "the template answered without end, and was stopped: does it loop?"),
    ],
)  # fmt: skip
def test_a_process_that_dies_hangs_or_lies_is_a_template_error(station, monkeypatch, tmp_path, program, message):
    """The child is broken for real: another program answers in its place."""
    (tmp_path / "python").write_text(
        f"#!{sys.executable} -u\nimport sys\nprint = __import__('functools').partial(print, flush=True)\ninput()\n{program}\n",
        encoding="utf-8",
    )
    (tmp_path / "python").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert fault(station, "## opening\n\nHello.\n", Bounds(1, 256, 1)) == f": {message}"


def test_no_process_is_left_behind(station):
    fault(station, f"{LOOP}{ENDS}")
    file_of(station).write_text("## opening\n\nHello.\n", encoding="utf-8")
    script.write([STORY], station, AT)
    assert [child for child in psutil.Process().children() if "rendering" in " ".join(child.cmdline())] == []


def test_where_no_limit_of_memory_can_be_set_it_is_watched():
    program = (
        "from threading import Thread\nfrom bulletin.script import rendering\n"
        "Thread(target=rendering._watch, args=(50,), daemon=True).start()\nheld = []\n"
        "while len(held) < 2000: held.append(bytearray(b'x' * 2**20))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "the template took more than 50 MB\n")
