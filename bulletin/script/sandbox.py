"""The sandbox that templates run in: what they may read, what they may print, and how their slips are told.

It is the same for our templates, which run here, and for a station's own, which run in a process apart (rendering.py).
Values are plain: text, numbers, lists and dicts; a story's lines are Copy, so that what is printed of them is marked.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from . import text
from .languages import words_of

SUFFIX = ".md.j2"
MOST_CHARACTERS = 1_000_000  # that a template writes; an hour of speech has 60,000
MOST_SOURCE = 200_000  # characters of a template's own text
NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
_FILE = re.compile(rf"{NAME.pattern}\.md\.j2")

# What a template that is wrong can raise while it is read or runs.
FAULTS = (
    *(jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError),
    *(MemoryError, SyntaxError, AssertionError, NotImplementedError, OSError),
)
# Filters that make Markup of any words, which is printed as it stands, or that write HTML, which nobody can say;
# and a function that makes text without bound.
_NO_FILTERS = ("safe", "escape", "e", "forceescape", "urlize", "xmlattr", "tojson", "striptags", "pprint")
_NO_GLOBALS = ("lipsum",)
NO_ROOM = "the template took too much memory"


class Fault(Exception):
    """What is wrong with a template, in one line with its file and line."""


class Overrun(Exception):
    """The template has used up its time."""


class Copy(str):
    """A line as templates see it: words, and the number under which the line that they are is known."""

    __slots__ = ("ref",)
    ref: int

    def __new__(cls, words: str, ref: int) -> Copy:
        """A line's words."""
        copy = super().__new__(cls, words)
        copy.ref = ref
        return copy


class Marks:
    """The lines that a template has printed, in order: the n-th stands under the mark [^n]."""

    def __init__(self) -> None:
        self.refs: list[int] = []

    def print(self, value: object) -> Markup:
        """What `{{ value }}` becomes in the script's text."""
        if isinstance(value, Markup):  # a macro's output: printed once already
            return value
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, with the name
        words = text.escape(" ".join(str(value).split()))
        if isinstance(value, Copy):
            self.refs.append(value.ref)
            return Markup(f"{words} [^{len(self.refs)}]")  # noqa: S704 - our own escape, for our own format
        return Markup(words)  # noqa: S704 - the same


class _Sandbox(ImmutableSandboxedEnvironment):
    """What a dict holds goes before what a dict can do: `story.copy` are its lines."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


class _Loader(jinja2.BaseLoader):
    """Templates by name, from some folders and nowhere else, the first folder first."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = folders

    def get_source(self, environment: jinja2.Environment, template: str) -> tuple[str, str, None]:
        for folder in self.folders if _FILE.fullmatch(template) else ():
            if (file := folder / template).exists() or file.is_symlink():
                return source(file), str(file), None
        raise jinja2.TemplateNotFound(template)


@dataclass(frozen=True)
class Opened:
    """A template that is ready to write, as often as it is asked."""

    template: jinja2.Template
    marks: Marks

    def write(self, values: dict[str, Any]) -> tuple[str, list[int]]:
        """The text that it writes of those values, and the numbers of the lines in it.  Raises Fault."""
        self.marks.refs = []
        file, parts, size = str(self.template.filename), [], 0
        try:
            for part in self.template.generate(values):
                size += len(part)
                if size > MOST_CHARACTERS:
                    raise Fault(f"{file}: the template writes more than {MOST_CHARACTERS:,} characters; does it loop?")
                parts.append(part)
        except (*FAULTS, Overrun) as error:
            raise Fault(_told(error, file)) from error
        return "".join(parts), self.marks.refs


def opened(name: str, folders: Sequence[Path], language: str) -> Opened:
    """The template of that name, from `folders`, the first first.  Raises Fault."""
    marks = Marks()
    env = _Sandbox(
        loader=_Loader(folders),
        undefined=jinja2.StrictUndefined,
        finalize=marks.print,
        autoescape=True,  # so that a macro's output is told from a plain value
        trim_blocks=True,
        lstrip_blocks=True,
    )
    words = words_of(language)
    filters: dict[str, Callable[..., Any]] = {
        "list_words": words.listed,
        "number": lambda number: words.number(round(number)),
        "upfirst": upfirst,
        "rounded": rounded,
    }
    env.filters |= filters
    for unwanted in _NO_FILTERS:
        env.filters.pop(unwanted, None)
    for unwanted in _NO_GLOBALS:
        env.globals.pop(unwanted, None)
    try:
        return Opened(env.get_template(f"{name}{SUFFIX}"), marks)
    except (*FAULTS, Overrun) as error:
        file = f"{name}{SUFFIX}"
        where = next((str(folder / file) for folder in folders if (folder / file).exists()), file)
        raise Fault(_told(error, where)) from error


def source(file: Path) -> str:
    """A template's text.  Raises ValueError where it is no plain file within its folder, or no UTF-8, or too long."""
    try:
        inside = file.resolve().is_relative_to(file.parent.resolve()) and file.is_file()
        if not inside:
            raise ValueError(f"{file} leads out of its folder or is no file; put the template itself there")
        if file.stat().st_size > 4 * MOST_SOURCE:
            raise ValueError(f"{file} has more than {MOST_SOURCE:,} characters: that is no template")
        found = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} is not UTF-8 text") from error
    except (OSError, RuntimeError) as error:  # the second, where links go round
        raise ValueError(f"{file} cannot be read: {getattr(error, 'strerror', '') or error}") from error
    if len(found) > MOST_SOURCE:
        raise ValueError(f"{file} has more than {MOST_SOURCE:,} characters: that is no template")
    return found


def upfirst(words: object) -> str:
    """Words with a capital at their beginning, and the rest as it is: what `capitalize` does not leave."""
    said = str(words)
    return said[:1].upper() + said[1:]


def rounded(number: float) -> float:
    """A figure as one says it: 21.4 and 7.0 with one decimal, 1534 as it is, 204567 to three figures (205000)."""
    size = abs(number)
    if size < 100:
        return round(float(number), 1)
    return float(round(number)) if size < 10_000 else float(f"{number:.3g}")


def _told(error: Exception, name: str) -> str:
    """One line: file, line and what is wrong."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return f"{error.filename or name}, line {error.lineno}: {error.message}"
    if isinstance(error, jinja2.TemplateNotFound):
        what = f'there is no template "{error.name}" that it could include'
    elif isinstance(error, RecursionError):
        what = "the template calls itself without end, or nests too deep"
    elif isinstance(error, MemoryError | Overrun):
        what = str(error) if isinstance(error, Overrun) else NO_ROOM
    else:
        what = " ".join(str(error).split())[:300] or type(error).__name__
    file, line = _place(error) or (name, 0)
    return f"{file}, line {line}: {what}" if line else f"{file}: {what}" if file not in what else what


def _place(error: Exception) -> tuple[str, int] | None:
    """The template and the line that was running (Jinja writes its own lines into the traceback)."""
    frames = traceback.extract_tb(error.__traceback__)
    return next(((f.filename, f.lineno) for f in reversed(frames) if f.filename.endswith(SUFFIX) and f.lineno), None)
