"""A playlog is made once, brought up to date once, and what cannot be opened is said in one line."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from copy_in import HOUR, NOON, make

from bulletin import playlog
from bulletin.errors import PlaylogError

HERE = Path(__file__).parent
TABLES = ("airings", "bulletins", "choices", "happenings", "marks", "seen", "tellings")
FIRST_RELEASE = (2, 4, 3, 16, 2, 5, 4)  # rows in each
OPEN = "import sys; from bulletin import playlog; sys.stdin.readline(); playlog.opened(sys.argv[1]).close()"
SHOW = """
import sys
from bulletin import errors, playlog
from copy_in import NOON, make
try:
    with playlog.opened(sys.argv[1]) as log:
        make(log, NOON, *("Bridge opens " + 60 * str(n) for n in range(200)))
except errors.PlaylogError as error:
    sys.exit(str(error))
"""


@pytest.fixture
def first_release(url, request) -> str:
    """A database as the first release left it, with rows in it."""
    if url.startswith("sqlite"):
        with sqlite3.connect(url.removeprefix("sqlite:///")) as file:
            file.executescript((HERE / "first-release.sqlite.sql").read_text())
    else:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute((HERE / "first-release.postgres.sql").read_text().encode())
    return url


def test_a_database_of_the_first_release_is_brought_up_to_date_and_keeps_every_row(first_release, rows):
    def all_of(table: str) -> list[tuple[object, ...]]:
        return sorted(rows(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 -- a name of ours

    before = {table: all_of(table) for table in TABLES}
    assert tuple(len(before[table]) for table in TABLES) == FIRST_RELEASE
    with playlog.opened(first_release) as log:
        after = {table: [row[: len(before[table][0])] for row in all_of(table)] for table in TABLES}
        assert after == before
        assert [(entry.station, entry.status) for entry in log.history()] == [
            ("demo", "failed"), ("kano", "scripted"), ("demo", "none"), ("demo", "aired"),
        ]  # fmt: skip
        # what the first release only had as happenings
        assert [(one.target, one.state, one.tries) for one in log.deliveries("demo", NOON)] == [
            ("folder", "delivered", 2), ("liquidsoap", "delivered", 1),
        ]  # fmt: skip
        assert log.bulletin("demo", NOON).approved_hash == "5c" * 32
        assert log.bulletin("kano", NOON + 2 * HOUR).approved_hash == ""  # written anew since
        [told] = log.told("demo", "rains")
        assert [one.headline for one in told.seen] == [
            "Rains reach Kano", "Rains reach Kano, roads are cut", "Kano roads under water",
        ]  # fmt: skip
        make(log, NOON + 24 * HOUR, "Ìbàdàn market closes")
        assert [happening.what for happening in log.happenings("demo", NOON + 24 * HOUR)] == [
            "claimed",
            "scripted",
            "made",
        ]


def test_the_migrations_make_the_tables_as_they_are_written_down(log, url):
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from bulletin.playlog import migrating
    from bulletin.playlog.opening import engine_of
    from bulletin.playlog.tables import tables

    engine = engine_of(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": migrating.VERSION, "compare_type": True}
        )
        assert compare_metadata(context, tables) == []
    engine.dispose()
    config = Config()
    config.set_main_option("script_location", str(Path(migrating.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == migrating.NEWEST


@pytest.mark.parametrize("state", ["empty", "first release"])
def test_of_many_that_open_it_at_once_one_makes_it(request, url, rows, state):
    if state == "first release":
        request.getfixturevalue("first_release")
    processes = [
        subprocess.Popen([sys.executable, "-c", OPEN, url], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(5)
    ]
    assert [process.communicate("go\n")[1] for process in processes] == [""] * 5
    assert rows("SELECT version_num FROM playlog_version") == [("0002",)]


def test_opening_one_that_is_up_to_date_reads_in_no_migrations(log, url):
    asked = "import sys; from bulletin import playlog; a = 'sqlalchemy' in sys.modules; playlog.opened(sys.argv[1]); print(a, 'alembic' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", asked, url], text=True) == "False False\n"


def test_a_path_is_taken_as_it_is_written(tmp_path):
    odd = tmp_path / "a new folder" / "50% of it?really#1.sqlite"
    with playlog.opened(f"sqlite:///{odd}") as log:
        make(log, NOON, "Bridge opens")
    with playlog.opened(f"sqlite:///{odd}") as log:
        assert log.bulletin("demo", NOON).headlines == ("Bridge opens",)
    assert sqlite3.connect(odd).execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with playlog.opened(f"sqlite:///{odd}") as log:  # noqa: SIM117 -- one beside the other
        with playlog.opened(f"sqlite:///{odd}") as beside:
            assert log.history() == beside.history()


def test_one_in_memory_is_empty_and_forgotten():
    for _ in range(2):
        with playlog.opened("sqlite://") as log:
            assert log.history() == ()
            make(log, NOON, "Bridge opens")
            with ThreadPoolExecutor() as threads:
                assert threads.submit(log.bulletin, "demo", NOON).result().headlines == ("Bridge opens",)


def test_a_newer_one_and_one_of_another_program_are_left_alone(url, rows):
    rows("CREATE TABLE invoices (id INTEGER)")
    with pytest.raises(PlaylogError, match=r"another program's database \(its tables: invoices\)"):
        playlog.opened(url)
    rows("DROP TABLE invoices")
    playlog.opened(url).close()
    rows("UPDATE playlog_version SET version_num = '0007'")
    with pytest.raises(
        PlaylogError, match=r"newer bulletin \(version 0007, this one knows 0002\): pip install --upgrade"
    ):
        playlog.opened(url)
    assert rows("SELECT version_num FROM playlog_version") == [("0007",)]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////", "is a folder; name a file"),
        ("sqlite:////proc/no/such/playlog.sqlite", "folder /proc/no/such cannot be used"),
        ("sqlite:////dev/null", "is a device; name a file"),
        ("mysql://host/name", "begins with sqlite:/// or postgresql://, not with mysql"),
        ("playlog.sqlite", "begins with sqlite:/// or postgresql://"),
        ("postgresql://ada:secret@host:port/name", "cannot be read; write postgresql://USER:PASSWORD@HOST:PORT/NAME"),
        ("postgresql://ada:secret@127.0.0.1:9/name", "127.0.0.1:9/name cannot be reached: Connection refused; see"),
    ],
)
def test_an_address_that_is_none_is_named_without_its_password(address, reason):
    with pytest.raises(PlaylogError, match=reason) as told:
        playlog.opened(address)
    assert "secret" not in str(told.value)
    assert "\n" not in str(told.value)


def test_without_the_driver_it_is_named():
    without = (
        "import sys; sys.modules['psycopg'] = None; from bulletin import playlog; playlog.opened('postgresql://host/x')"
    )
    done = subprocess.run([sys.executable, "-c", without], capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == (
        "bulletin.errors.PlaylogError: a playlog on PostgreSQL needs its driver: pip install 'bulletin-radio[postgres]'"
    )


def test_a_database_that_the_server_has_not(server):
    with pytest.raises(PlaylogError, match='/nowhere cannot be reached: database "nowhere" does not exist; see'):
        playlog.opened(server.url("nowhere"))


def test_a_database_without_all_letters_is_refused(server):
    server.ask("CREATE DATABASE old_letters ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(PlaylogError, match="old_letters is in LATIN1, which has not all letters: createdb"):
        playlog.opened(server.url("old_letters"))


def test_a_file_that_is_no_database_and_one_that_is_damaged(tmp_path):
    path = tmp_path / "playlog.sqlite"
    path.write_bytes(b"These are the minutes of the meeting.\n" * 100)
    with pytest.raises(PlaylogError, match="is no database; name another file"):
        playlog.opened(f"sqlite:///{path}")
    path.unlink()
    with playlog.opened(f"sqlite:///{path}") as log:
        make(log, NOON, *(f"Bridge {number} opens" for number in range(200)))
    whole = bytearray(path.read_bytes())
    whole[4096:] = b"\xff" * (len(whole) - 4096)
    path.write_bytes(whole)
    with pytest.raises(PlaylogError, match="is damaged; move it away and put its backup there"):  # noqa: SIM117
        with playlog.opened(f"sqlite:///{path}") as log:
            log.history()


def show(url: str, *before: str) -> str:
    """What a process of its own says of the playlog at `url`."""
    done = subprocess.run(
        [*before, sys.executable, "-c", SHOW, url],
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env=os.environ | {"PYTHONPATH": f"{HERE}:{HERE.parent.parent}"},
    )
    return done.stderr


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="takes root on Linux")
def test_a_file_of_somebody_else(tmp_path_factory):
    folder = tmp_path_factory.mktemp("theirs")
    for parent in (folder, *folder.parents[:3]):
        parent.chmod(0o755)
    path = folder / "playlog.sqlite"
    playlog.opened(f"sqlite:///{path}").close()
    nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    told = show(f"sqlite:///{path}", *nobody)
    assert told == (
        f"the playlog {path} cannot be written: permission denied; change the owner of the file and of its folder\n"
    )
    path.chmod(0o600)
    told = show(f"sqlite:///{path}", *nobody)
    assert told.startswith(f"the playlog {path} cannot be opened: no such folder, or permission denied")


@pytest.mark.skipif(os.geteuid() != 0 or sys.platform != "linux", reason="mounting a small disk takes root on Linux")
@pytest.mark.parametrize("kilobytes", [16, 160])
def test_a_full_disk(tmp_path, kilobytes):
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", tmp_path], check=False).returncode:
        pytest.skip("this machine does not let a test mount a small disk")
    try:
        told = show(f"sqlite:///{tmp_path}/playlog.sqlite")
        assert told.endswith("cannot be written: the disk is full; free some space and run it again\n")
        assert len(told.splitlines()) == 1
        if kilobytes > 100:  # all of the bulletin, or nothing
            with playlog.opened(f"sqlite:///{tmp_path}/playlog.sqlite") as log:
                assert log.airings("demo", NOON) == ()
    finally:
        subprocess.run(["umount", tmp_path], check=True)
