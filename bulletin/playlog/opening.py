"""A database's address becomes an engine, and a database's errors become lines for people."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, TimeoutError
from sqlalchemy.pool import QueuePool

from ..errors import PlaylogError

FILE = "sqlite:///"
MEMORY = "sqlite://"  # forgotten when it is closed
WAIT_SECONDS = 30  # for another process to finish its write
WRITING = "playlog_writing"  # the execution option of a connection that is going to write

_SQLITE = {  # by the beginning of the error's name
    "SQLITE_FULL": "cannot be written: the disk is full; free some space and run it again",
    "SQLITE_READONLY": "cannot be written: permission denied; change the owner of the file and of its folder",
    "SQLITE_PERM": "cannot be written: permission denied; change the owner of the file and of its folder",
    "SQLITE_CANTOPEN": "cannot be opened: no such folder, or permission denied; name another file in [playlog] url",
    "SQLITE_NOTADB": "is no database; name another file in [playlog] url, or move this one away",
    "SQLITE_CORRUPT": "is damaged; move it away and put its backup there, or save what is left with `sqlite3 FILE .recover`",
    "SQLITE_IOERR": "cannot be read or written: the disk gives an error; see the system's log",
    "SQLITE_BUSY": f"is held by another process for over {WAIT_SECONDS} s; see who has it open (`fuser FILE`)",
    "SQLITE_LOCKED": f"is held by another process for over {WAIT_SECONDS} s; see who has it open (`fuser FILE`)",
}
_POSTGRES = {  # by the beginning of its SQLSTATE
    "53100": "cannot be written: the server's disk is full",
    "53300": "has no connection left for us: raise max_connections there",
    "25006": "cannot be written: the server is read-only; name the one that is written to",
    "42501": "does not let us: permission denied; GRANT it, or name another user",
}


def engine_of(url: str) -> Engine:
    """An engine for sqlite:///FILE, sqlite:// or postgresql://...; nothing is opened yet.  Raises PlaylogError."""
    if url == MEMORY:
        one = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}  # all threads have it, in turn
        return _prepared(create_engine(URL.create("sqlite"), connect_args={"check_same_thread": False}, **one))
    if url.startswith(FILE):
        return _sqlite(url.removeprefix(FILE))
    if re.match(r"postgres(ql)?(\+psycopg)?://", url):
        return _postgres(url)
    scheme = re.match(r"[a-z0-9+.-]+(?=:)", url)
    raise PlaylogError(
        f"the playlog's address begins with sqlite:/// or postgresql://, not with {scheme[0] if scheme else 'that'}"
    )


def _sqlite(name: str) -> Engine:
    if not name or name == ":memory:" or "\0" in name:
        raise PlaylogError("the playlog's address names no file; write sqlite:///FILE")
    path = Path(name).expanduser().absolute()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            raise PlaylogError(f"the playlog {path} is a {'folder' if path.is_dir() else 'device'}; name a file")
    except OSError as error:
        raise PlaylogError(f"the playlog's folder {path.parent} cannot be used: {error.strerror}") from None
    # URL.create, not make_url: a question mark in a path is a question mark
    return _prepared(create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS}))


def _prepared(engine: Engine) -> Engine:
    """With SQLite's settings, and transactions that begin where we say."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None
        for pragma in ("foreign_keys=ON", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # who is going to write says so at once: a reader that turns writer later may be refused
        writing = connection.get_execution_options().get(WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgres(url: str) -> Engine:
    try:
        whole = make_url(url).set(drivername="postgresql+psycopg")
        ours: dict[str, Any] = {
            "connect_timeout": 10,
            "application_name": "bulletin",
            "prepare_threshold": None,  # a plan for any 500 ids is slow for all of them; and poolers know no plans
        }
        # a server that was restarted meanwhile is no error; what the address itself says goes before ours
        return create_engine(whole, pool_pre_ping=True, connect_args={**ours, **_given(whole)})
    except (ArgumentError, ValueError):
        raise PlaylogError(
            "the playlog's address cannot be read; write postgresql://USER:PASSWORD@HOST:PORT/NAME"
        ) from None
    except ImportError:
        raise PlaylogError("a playlog on PostgreSQL needs its driver: pip install 'bulletin-radio[postgres]'") from None


def _given(url: URL) -> dict[str, str]:
    return {name: str(value) for name, value in url.query.items() if name in ("connect_timeout", "application_name")}


def in_memory(engine: Engine) -> bool:
    """Is it nowhere else?"""
    return engine.dialect.name == "sqlite" and not engine.url.database


def place_of(engine: Engine) -> str:
    """The database as a person would name it, without user and password."""
    url = engine.url
    if url.get_backend_name() == "sqlite":
        return str(url.database or "in memory")
    host = url.host or url.query.get("host") or "this machine"
    return f"{host}{f':{url.port}' if url.port else ''}/{url.database or ''}"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the database.  Raises PlaylogError."""
    with plainly(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction: all that is written in it, or nothing, and safe on disk when it ends.  Raises PlaylogError."""
    with plainly(engine), engine.execution_options(**{WRITING: True}).begin() as connection:
        yield connection


@contextmanager
def plainly(engine: Engine) -> Iterator[None]:
    """Turn a database's error into one line that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise PlaylogError(f"the playlog {place_of(engine)} {_advice(error)}") from error
    except TimeoutError as error:
        raise PlaylogError(f"the playlog {place_of(engine)} has no connection left for this process") from error


def _advice(error: DBAPIError | sqlite3.Error) -> str:
    cause: Any = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(cause, "sqlite_errorname", "") or getattr(cause, "sqlstate", "") or ""
    for beginning, advice in (_SQLITE | _POSTGRES).items():
        if name.startswith(beginning):
            return advice
    first = next(iter(str(cause).strip().splitlines()), "no reason given")
    if name:
        return f"refuses: {first}"
    reason = first.rpartition(" failed: ")[2].removeprefix("FATAL:").strip()  # libpq's, without the address again
    return f"cannot be reached: {reason}; see [playlog] url and url_env in the station file"


def write_ahead(engine: Engine) -> None:
    """Put a SQLite file into WAL mode, for good: readers and the writer do not wait for each other.  Raises PlaylogError.

    A file system that cannot (a network's) keeps the old mode, which is as safe.
    """
    if engine.dialect.name != "sqlite" or in_memory(engine):
        return
    deadline = time.monotonic() + WAIT_SECONDS
    with plainly(engine), closing(engine.raw_connection()) as connection:
        while not _switched(connection.driver_connection):
            if time.monotonic() > deadline:
                raise PlaylogError(f"the playlog {place_of(engine)} {_SQLITE['SQLITE_BUSY']}")
            time.sleep(0.02)


def _switched(connection: Any) -> bool:
    """False where somebody else has the file at this moment: SQLite does not wait for this one."""
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return False
        raise
    return True
