"""From the text of a station file to a Station: every slip is named with its line and the nearest right spelling."""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from ..errors import StationError
from .checks import CHECKS
from .tables import RunningOrder, Station

ABROAD = "gtts"  # the voice of a station that names none and does not speak English, which is all that ours speaks
TOGETHER = "stations"  # the folder in which an installation of several stations has their files


def load(path: Path | None = None) -> Station:
    """Read a station file; without one, ./station.toml, and without that the demo station.

    Raises StationError: unknown keys and wrong types are named with their line and the nearest right key.
    """
    if path is None:
        path = Path("station.toml")
        if not path.is_file():
            return Station(home=str(Path.cwd()))
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StationError(f"{path}: there is no such station file; `bulletin init` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StationError(f"{path}: cannot be read as text ({error})") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StationError(f"{path}: not valid TOML: {error}") from error
    _refuse_unknown(table, Station, (), path, text)
    try:
        station = msgspec.convert(_over_defaults(table), Station, strict=True)
    except msgspec.ValidationError as error:
        raise StationError(_plain(error, path, text)) from error
    station = replace(station, home=str(_home(path)))
    if "voice" not in table and not station.language.startswith(Station.language):
        station = replace(station, voice=ABROAD)
    for name, check in CHECKS.items():
        try:
            check(getattr(station, name))
        except StationError as error:
            raise StationError(f"{path}, line {_line_of(text, (name,))}: {error}") from None
    return station


def stations_in(folder: Path) -> tuple[Path, ...]:
    """The station files of an installation with several, by name: FOLDER/stations/*.toml."""
    return tuple(sorted(path for path in (folder / TOGETHER).glob("*.toml") if not path.name.startswith(".")))


def _home(path: Path) -> Path:
    """The folder that a station's paths are counted from: that of its file, or the one above stations/."""
    folder = path.absolute().parent
    return folder.parent if folder.name == TOGETHER else folder


def _over_defaults(table: dict[str, Any]) -> dict[str, Any]:
    """What a station says of some categories is laid over what we say of all."""
    given = table.get("running_order")
    if not isinstance(given, dict):
        return table
    usual = msgspec.to_builtins(RunningOrder())
    laid = {key: {**usual[key], **value} if isinstance(value, dict) else value for key, value in given.items()}
    return {**table, "running_order": laid}


def commented(name: str, timezone: str) -> str:
    """A station file with every key, its default and a word of explanation."""
    quote = json.dumps
    text = (Path(__file__).parent / "example.toml").read_text(encoding="utf-8")
    text = text.replace('name = "Demo Radio"', f"name = {quote(name, ensure_ascii=False)}", 1)
    return text.replace('timezone = "local"', f"timezone = {quote(timezone)}", 1)


def keys(kind: type = Station) -> dict[str, Any]:
    """The keys that a table of the station file may have, each with its type."""
    hints = get_type_hints(kind)
    return {place.name: hints[place.name] for place in fields(kind) if not place.metadata.get("derived")}


def _refuse_unknown(table: dict[str, Any], kind: type, above: tuple[str, ...], path: Path, text: str) -> None:
    known = keys(kind)
    for key, value in table.items():
        if key not in known:
            where = f"{path}, line {_line_of(text, (*above, key))}"
            name = ".".join(_unnumbered((*above, key)))
            raise StationError(f'{where}: unknown key "{name}"{_nearest(key, kind, above)}')
        inner = _inner(known[key])
        if isinstance(value, dict) and is_dataclass(known[key]):
            _refuse_unknown(value, known[key], (*above, key), path, text)
        elif inner and isinstance(value, list | dict):
            rows = value.items() if isinstance(value, dict) else enumerate(value)
            for number, row in rows:
                if isinstance(row, dict):
                    _refuse_unknown(row, inner, (*above, key, str(number)), path, text)


def _inner(kind: Any) -> type | None:
    """The table that a list or a dictionary of tables is made of."""
    return next((inner for inner in get_args(kind) if isinstance(inner, type) and is_dataclass(inner)), None)


def _nearest(key: str, kind: type, above: tuple[str, ...]) -> str:
    """The right spelling, in this table or in another."""
    here = list(keys(kind))
    if close := difflib.get_close_matches(key.lower(), here, n=1, cutoff=0.6):
        return f'; did you mean "{close[0]}"?'
    places = [(name, table) for table, known in _tables().items() for name in keys(known)]
    if close := difflib.get_close_matches(key.lower(), [name for name, _ in places], n=1, cutoff=0.6):
        table = next(table for name, table in places if name == close[0])
        return (
            f'; did you mean "{close[0]}" under {table}?'
            if table
            else f'; did you mean "{close[0]}", above all tables?'
        )
    return f"; the keys here are {', '.join(here)}"


def _tables(kind: type = Station, above: str = "") -> dict[str, type]:
    """Every table of the file with what it holds, under its header: "", [sound], [[wires]] ..."""
    found = {f"[{above}]" if above else "": kind}
    for key, inside in keys(kind).items():
        name = f"{above}.{key}" if above else key
        if is_dataclass(inside) and isinstance(inside, type):
            found |= _tables(inside, name)
        elif (row := _inner(inside)) and not above:
            found |= {f"[[{name}]]": row} if get_origin(inside) is tuple else {f"[{name}.NAME]": row}
    return found


def _unnumbered(name: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in name if not part.isdigit())


def _plain(error: msgspec.ValidationError, path: Path, text: str) -> str:
    what, _, where = str(error).partition(" - at ")
    if where.startswith("`key` in "):  # a table's own name
        what, where = "expected a name in small letters", where.removeprefix("`key` in ")
    name = _parts(
        re.sub(r"\[(\d+|\.\.\.)\]", lambda m: "." + m[1].replace("...", "*"), where.strip("`").removeprefix("$")).strip(
            "."
        )
    )
    line = _line_of(text, name)
    kind, key = _kind_of(name)
    if what.startswith("Invalid enum value"):
        what = f"{what.rsplit(maxsplit=1)[-1]} is not one of {', '.join(_choices(keys(kind).get(key)))}"
    if "matching regex" in what:
        like = next((place.default for place in fields(kind) if place.name == key), "")
        what = f'expected something like "{like}"' if isinstance(like, str) and like else "expected another word here"
    what = what.replace("`str`", "text in quotes").replace("`int`", "a whole number").replace("`float`", "a number")
    what = what.replace("`bool`", "true or false").replace("`object`", "a table").replace("`array`", "a list")
    shown = ".".join(part for part in _unnumbered(name) if part != "*")
    return f'{path}, line {line}: "{shown}": {what.replace("Expected", "expected").replace("Object", "a table")}'


def _kind_of(name: tuple[str, ...]) -> tuple[type, str]:
    """The table that holds a key, and the key; of a list of plain values, the list itself."""
    kind: type = Station
    for part in name[:-1]:
        inside = keys(kind).get(part)
        if isinstance(inside, type) and is_dataclass(inside):
            kind = inside
        elif row := _inner(inside):
            kind = row
    last = next((part for part in reversed(name) if part in keys(kind)), name[-1] if name else "")
    return kind, last


def _choices(kind: Any) -> list[str]:
    """The words that a key may be."""
    if get_origin(kind) is Literal:
        return [str(choice) for choice in get_args(kind)]
    return [choice for inner in get_args(kind) for choice in _choices(inner)]


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _line_of(text: str, name: tuple[str, ...]) -> int:
    """The line of the file where a key stands, or the nearest above it that is there (tomllib does not tell)."""
    table: tuple[str, ...] = ()
    found, depth = 1, 0
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        here: tuple[str, ...] = ()
        if row := re.match(r"\s*\[\[\s*([^\[\]]+?)\s*\]\]", line):
            counts[row[1]] = counts.get(row[1], -1) + 1
            here = table = (*_parts(row[1]), str(counts[row[1]]))
        elif header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            here = table = _parts(header[1])
        elif key := re.match(r"\s*([^=#]+?)\s*=", line):
            here = (*table, *_parts(key[1]))
        if here and len(here) > depth and here == name[: len(here)]:
            found, depth = number, len(here)
    return found
