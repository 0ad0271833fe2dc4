"""The templates that there are: a station's own folder first, then ours; and what each says of itself.

A template writes the text form of a script (see text.py).  What it is given are plain values; whatever it prints of
them is escaped, so that no article can write a cue of its own.  Ours are rendered here, in a sandbox; a station's own
in the same sandbox, in a process that is stopped when it takes too long or too much.

For a language there are looked through, in this order: the station's folder for it, the station's folder, ours for it;
and for English ours at the top.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import StationError, TemplateError
from ..model import Line
from ..station import Station, seconds_of
from . import sandbox
from .sandbox import NAME, SUFFIX

if TYPE_CHECKING:
    from .confined import Bounds

OURS = Path(__file__).parent / "templates"
_COMMENTS = re.compile(r"\ufeff?(?:\s*\{#-?(?:(?!#\}).)*#\})+", re.DOTALL)
_SAYS = re.compile(r"(length|categories): *([^;]*);? *")


@dataclass(frozen=True)
class About:
    """A template, and what its first comments say of it: `{# length: 3m; categories: sport #}`."""

    name: str
    file: Path
    ours: bool
    length: str = ""  # the slot that it is written for: "3m"; empty where it does not say
    categories: tuple[str, ...] = ()  # the stories that it tells; empty: all
    summary: str = ""  # the first comment that is one


def about(name: str, station: Station, *, own: bool = True) -> About:
    """The station's template of that name; ours, where it is not to be its `own`.

    Raises TemplateError, which says what there is.
    """
    folder = station.path(station.folders.templates)
    for place in places(folder, station.language) if NAME.fullmatch(name) else ():
        if not own and not place.is_relative_to(OURS):
            continue
        if (file := place / f"{name}{SUFFIX}").exists() or file.is_symlink():
            return _about(name, file)
    there = names(folder, station.language)
    near = difflib.get_close_matches(name, there, n=1)
    hint = f'did you mean "{near[0]}"?' if near else f"there are {', '.join(there) or 'none'}"
    if not english(station.language) and (OURS / f"{name}{SUFFIX}").is_file():
        to = folder / station.language / f"{name}{SUFFIX}"
        hint = f"English is not put in the place of {station.language}: write {to}; {hint}"
    raise TemplateError(f'there is no template "{name}" in {folder if own else OURS}; {hint}')


def _about(name: str, file: Path) -> About:
    try:
        text = sandbox.source(file)
    except ValueError as error:
        raise TemplateError(str(error)) from error
    comments = re.findall(r"\{#-?(.*?)-?#\}", found[0], re.DOTALL) if (found := _COMMENTS.match(text[:4000])) else []
    told = [" ".join(comment.split()) for comment in comments]
    said = next((dict(_SAYS.findall(one)) for one in told if _SAYS.match(one)), {})
    ours = file.is_relative_to(OURS)
    if ours and not said and file.parent != OURS and (english := OURS / file.name).is_file():
        usual = _about(name, english)  # in another language it is as long
        said = {"length": usual.length, "categories": ", ".join(usual.categories)}
    length = said.get("length", "").strip()
    try:
        if length:
            seconds_of(length)
    except StationError as error:
        raise TemplateError(f"{file}, line 1: {error}") from error
    categories = tuple(re.findall(r"[a-z][a-z0-9-]*", said.get("categories", "")))
    return About(name, file, ours, length, categories, next((one for one in told if not _SAYS.match(one)), ""))


def own_file(name: str, station: Station) -> Path:
    """Where a station's own template of that name stands.  Raises TemplateError for what is no name."""
    if not NAME.fullmatch(name):
        raise TemplateError(f'"{name}" is no name for a template; use letters, digits, - and _')
    return station.path(station.folders.templates) / f"{name}{SUFFIX}"


def names(folder: Path, language: str = "en") -> tuple[str, ...]:
    """The templates that there are for a language: those of a station's `folder`, and ours."""
    found = {path.name.removesuffix(SUFFIX) for place in places(folder, language) for path in place.glob(f"*{SUFFIX}")}
    return tuple(sorted(name for name in found if not name.startswith("_")))  # _NAME is a part of others


def languages(name: str, station: Station) -> tuple[str, ...]:
    """The languages that a template is there for, ours and the station's."""
    own = station.path(station.folders.templates)
    found = {"en"} if (OURS / f"{name}{SUFFIX}").is_file() else set()
    if (own / f"{name}{SUFFIX}").is_file():
        found.add(station.language)
    found |= {file.parent.name for top in (OURS, own) for file in top.glob(f"*/{name}{SUFFIX}")}
    return tuple(sorted(found))


def english(language: str) -> bool:
    """Whether a language is English, of whichever country."""
    return language.partition("-")[0].lower() == "en"


def places(folder: Path, language: str) -> tuple[Path, ...]:
    """Where templates are looked for, the first first."""
    tongues = list(dict.fromkeys([language, language.partition("-")[0]]))
    own = [*(folder / tongue for tongue in tongues), folder]
    ours = [*(OURS / tongue for tongue in tongues), *([OURS] if english(language) else [])]
    return (*own, *ours)


@dataclass(frozen=True)
class Opened:
    """A template that is ready to write, as often as it is asked."""

    file: str
    _write: Callable[[dict[str, Any]], tuple[str, Sequence[int]]]

    def write(self, values: dict[str, Any], lines: Sequence[Line]) -> tuple[str, dict[str, Line]]:
        """The text that it writes of those values, and the lines in it by their marks.

        A Copy in `values` has the place of its line in `lines`.  Raises TemplateError with the file and the line.
        """
        try:
            text, refs = self._write(values)
            return text, {str(mark): lines[ref] for mark, ref in enumerate(refs, 1)}
        except sandbox.Fault as fault:
            raise TemplateError(str(fault)) from fault
        except IndexError:
            raise TemplateError(f"{self.file}: its process answered nonsense, and was stopped") from None


@contextmanager
def opened(station: Station, bounds: Bounds | None = None) -> Iterator[Opened]:
    """The station's template.  Raises TemplateError, which names the file and the line.

    `bounds` are what a station's own may take.
    """
    found = about(station.template, station)
    folders = places(station.path(station.folders.templates), station.language)
    if found.ours:  # nothing of a station's own is run here, not even where it has the name of a part of ours
        try:
            ours = [folder for folder in folders if folder.is_relative_to(OURS)]
            template = sandbox.opened(found.name, ours, station.language)
        except sandbox.Fault as fault:
            raise TemplateError(str(fault)) from fault
        yield Opened(str(found.file), template.write)
        return
    from .confined import Bounds, Confined

    with closing(Confined(found, folders, station.language, bounds or Bounds())) as confined:
        yield Opened(str(found.file), confined.write)


def full_stop(line: Line) -> Line:
    """The line with a full stop, where it ends without one: a voice falls at its end."""
    return line if line.text[-1] in ".!?…" or line.text[-2:-1] in ".!?" else replace(line, text=f"{line.text}.")
