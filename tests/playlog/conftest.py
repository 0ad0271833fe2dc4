"""A playlog on each database: SQLite, and a PostgreSQL of our own on a Unix socket."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from bulletin import playlog
from bulletin.playlog import Playlog

sys.path.append(str(Path(__file__).parent))  # copy_in: articles, choices and bulletins of our making

DATABASES = ["sqlite", "postgres"]


@dataclass(frozen=True)
class Server:
    """A PostgreSQL that runs while the tests do."""

    folder: Path  # with its socket

    def url(self, database: str) -> str:
        return f"postgresql://playlog@/{database}?host={self.folder}"

    def ask(self, words: str, database: str = "postgres") -> list[tuple[object, ...]]:
        import psycopg

        with psycopg.connect(f"host={self.folder} user=playlog dbname={database}", autocommit=True) as connection:
            cursor = connection.execute(words.encode())
            return cursor.fetchall() if cursor.description else []


def programs() -> Path | None:
    """The folder with initdb and postgres: Debian keeps them off the PATH, by version."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    on_path = shutil.which("initdb")
    return max(found, key=lambda path: int(path.parent.name)) if found else Path(on_path).parent if on_path else None


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    where = programs()
    if where is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    other: list[str] = []
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: a socket's path has at most 107 letters
    if os.geteuid() == 0:  # PostgreSQL refuses to be run by root
        name = next((n for n in ("postgres", "nobody") if n in {entry.pw_name for entry in pwd.getpwall()}), "nobody")
        other = ["setpriv", f"--reuid={name}", f"--regid={pwd.getpwnam(name).pw_gid}", "--clear-groups"]
        shutil.chown(folder, name)
    folder.chmod(0o755)
    data = folder / "data"
    subprocess.run(
        [*other, where / "initdb", "-D", data, "-U", "playlog", "--auth=trust", "--encoding=UTF8", "--locale=C"],
        check=True,
        cwd="/",
        stdout=subprocess.DEVNULL,
    )
    settings = ["listen_addresses=", f"unix_socket_directories={folder}", "fsync=off", "max_connections=60"]
    options = [word for setting in settings for word in ("-c", setting)]
    with (folder / "log").open("w") as log:
        running = subprocess.Popen([*other, where / "postgres", "-D", data, *options], cwd="/", stderr=log, stdout=log)
    try:
        made = Server(folder)
        for _ in range(300):
            if (folder / ".s.PGSQL.5432").exists() and _answers(made):
                break
            assert running.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield made
    finally:
        running.send_signal(signal.SIGINT)  # its fast way down
        running.wait(30)
        shutil.rmtree(folder, ignore_errors=True)


def _answers(server: Server) -> bool:
    import psycopg

    try:
        return server.ask("SELECT 1") == [(1,)]
    except psycopg.OperationalError:
        return False


_numbers = count()


@pytest.fixture
def empty_postgres(server: Server) -> Iterator[str]:
    name = f"playlog_{next(_numbers)}"
    server.ask(f"CREATE DATABASE {name}")
    yield server.url(name)
    server.ask(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database that is not there yet, or is empty."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/playlog.sqlite"
    return str(request.getfixturevalue("empty_postgres"))


@pytest.fixture
def log(url: str) -> Iterator[Playlog]:
    with playlog.opened(url) as opened:
        yield opened


@pytest.fixture
def rows(url: str) -> Callable[[str], list[tuple[object, ...]]]:
    """What a database answers: `rows("SELECT ...")`."""
    import sqlalchemy

    from bulletin.playlog.opening import engine_of

    def asked(words: str) -> list[tuple[object, ...]]:
        engine = engine_of(url)
        try:
            with engine.begin() as connection:
                found = connection.execute(sqlalchemy.text(words))
                return [tuple(row) for row in found] if found.returns_rows else []
        finally:
            engine.dispose()

    return asked
