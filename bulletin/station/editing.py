"""Wires put into a station file and taken out of it; everything else in it stays as it was written.

What is written is read back before it takes the old file's place: a file that would not load is never left behind.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from .. import publish
from ..errors import PublishError, StationError
from .reading import load
from .tables import Station, Wire


def add_wires(path: Path, wires: Sequence[Wire]) -> Station:
    """Write wires after those that a station file has; returns the station as it is then.

    Raises StationError for wires that cannot be or that are there already, PublishError.
    """
    return _edited(path, lambda text: _with(text, wires), lambda old: (*old, *wires))


def remove_wires(path: Path, urls: Sequence[str]) -> Station:
    """Take the wires with these addresses out of a station file; returns the station as it is then.

    Comments stay.  Raises StationError, PublishError.
    """
    return _edited(path, lambda text: _without(text, urls), lambda old: tuple(w for w in old if w.url not in urls))


def _with(text: str, wires: Sequence[Wire]) -> str:
    import tomlkit
    from tomlkit import items

    document = tomlkit.parse(text)
    listed = document.get("wires")
    if isinstance(listed, items.Array):
        listed.extend(_table(wire, tomlkit.inline_table()) for wire in wires)
    elif listed is None:  # at the end of a file there is always room for tables
        tables = [_table(wire, tomlkit.table()).as_string() for wire in wires]
        gap = "\n" if text and not text.endswith("\n") else ""
        space = "\n" if text.strip() and not text.endswith("\n\n") else ""
        return f"{text}{gap}{space}" + "\n".join(f"[[wires]]\n{table}" for table in tables)
    else:
        for wire in wires:
            table = _table(wire, tomlkit.table())
            table.value.body.extend(_tail(listed[-1]))  # what follows the last wire follows the new one
            listed[-1].value.body.append((None, items.Whitespace("\n")))
            listed.append(table)
    return tomlkit.dumps(document)


def _without(text: str, urls: Sequence[str]) -> str:
    import tomlkit
    from tomlkit import items

    document = tomlkit.parse(text)
    listed: Any = document.get("wires", [])
    place = next((place for place, (key, _) in enumerate(document.body) if key and key.key == "wires"), 0)
    for number in range(len(listed) - 1, -1, -1):
        if listed[number].get("url") not in urls:
            continue
        if isinstance(listed, items.AoT):
            tail = _tail(listed[number])
            last = number == len(listed) - 1
            if number:
                before = _tail(listed[number - 1])
                kept = [*(before if _says(before) or not last else []), *(tail if _says(tail) or last else [])]
                listed[number - 1].value.body.extend(kept)
            else:
                document.body[place:place] = tail if _says(tail) or last else []
                place += len(tail) if _says(tail) or last else 0
        if len(listed) == 1 and isinstance(listed, items.AoT):
            del document.body[place]
            break
        del listed[number]
    return tomlkit.dumps(document)


def _tail(table: Any) -> list[Any]:
    """Take the space and the comments after a table's last key out of it."""
    body = table.value.body
    last = max((place for place, (key, _) in enumerate(body) if key is not None), default=-1)
    tail = list(body[last + 1 :])
    del body[last + 1 :]
    return tail


def _says(tail: Sequence[Any]) -> bool:
    """True where there is a comment in it."""
    return any(item.as_string().strip() for _, item in tail)


def _table(wire: Wire, table: Any) -> Any:
    """A wire's keys, those that are not as they would be anyway."""
    for place in fields(Wire):
        value = getattr(wire, place.name)
        if value != place.default:
            table[place.name] = value
    return table


def _edited(
    path: Path, edit: Callable[[str], str], expected: Callable[[tuple[Wire, ...]], tuple[Wire, ...]]
) -> Station:
    before = load(path)
    original = path.read_bytes()
    lines = original.decode()
    windows = "\r\n" in lines and lines.count("\r\n") == lines.count("\n")
    text = edit(lines.replace("\r\n", "\n"))
    text = text.replace("\n", "\r\n") if windows else text
    trial = path.with_name(f"{publish.PART}{uuid.uuid4().hex[:8]}-{path.name}")
    try:
        publish.file(trial, text)
        found = load(trial)
    except (StationError, PublishError) as error:
        raise type(error)(str(error).replace(str(trial), str(path))) from None
    finally:
        with suppress(OSError):  # on a disk that is read-only it was never there
            trial.unlink(missing_ok=True)
    if found != replace(before, wires=expected(before.wires)):
        raise StationError(f"{path}: its wires are written in a way that only a person can edit: do it by hand")
    real = path.resolve()
    mode = real.stat().st_mode
    if real.read_bytes() != original:
        raise StationError(f"{path}: somebody else is writing it: try it again")
    publish.file(real, text)
    real.chmod(mode & 0o777)
    return found
