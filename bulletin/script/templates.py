"""Jinja2 templates: a station's own folder first, then ours.  Sandboxed and strict.

A template writes the text form of a script (see text.py).  What it is given are plain values; whatever it
prints of them is escaped, so that no article can write a cue of its own.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ..errors import TemplateError
from ..model import Line
from . import text

OURS = Path(__file__).parent / "templates"
SUFFIX = ".md.j2"
MOST_CHARACTERS = 1_000_000  # an hour of speech has 60,000

# What a template that is wrong can raise while it runs.
FAULTS = (jinja2.TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError)


class Copy(str):
    """A line as templates see it: words that remember where they came from."""

    line: Line

    def __new__(cls, line: Line) -> Copy:
        """A line's words."""
        copy = super().__new__(cls, line.text)
        copy.line = line
        return copy


class Marks:
    """The lines that a template has printed, each under its mark."""

    def __init__(self) -> None:
        self.lines: dict[str, Line] = {}

    def print(self, value: object) -> Markup:
        """What `{{ value }}` becomes in the script's text."""
        if isinstance(value, Markup):  # a macro's output: printed once already
            return value
        if isinstance(value, jinja2.Undefined):
            str(value)  # raises, with the name
        words = text.escape(" ".join(str(value).split()))
        if isinstance(value, Copy):
            mark = str(len(self.lines) + 1)
            self.lines[mark] = value.line
            return Markup(f"{words} [^{mark}]")  # noqa: S704 - our own escape, for our own format
        return Markup(words)  # noqa: S704 - the same


def names(folder: Path) -> tuple[str, ...]:
    """The templates that there are: the station's and ours."""
    found = [path.name.removesuffix(SUFFIX) for place in (folder, OURS) for path in place.glob(f"*{SUFFIX}")]
    return tuple(sorted(set(found)))


@dataclass(frozen=True)
class Opened:
    """A template that is ready to write, as often as it is asked."""

    template: jinja2.Template
    marks: Marks
    folder: Path

    @property
    def file(self) -> str:
        """Its file."""
        return str(self.template.filename)

    def write(self, values: dict[str, Any]) -> tuple[str, dict[str, Line]]:
        """The text that it writes of those values, and its lines by mark.

        Raises TemplateError, which names the file and the line.
        """
        self.marks.lines = {}
        parts, size = [], 0
        try:
            for part in self.template.generate(values):
                size += len(part)
                if size > MOST_CHARACTERS:
                    raise TemplateError(
                        f"{self.file}: the template writes more than {MOST_CHARACTERS:,} characters; does it loop?"
                    )
                parts.append(part)
        except FAULTS as error:
            line = _line_of(error, self.file, self.folder)
            raise TemplateError(f"{self.file}, line {line}: {_plain(error)}") from error
        return "".join(parts), self.marks.lines


def opened(name: str, folder: Path) -> Opened:
    """The template of that name, from `folder` or ours.  Raises TemplateError, which names the file and the line."""
    marks = Marks()
    env = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader([folder, OURS]),
        undefined=jinja2.StrictUndefined,
        finalize=marks.print,
        autoescape=True,  # so that a macro's output is told from a plain value
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["list_words"] = list_words
    del env.globals["lipsum"]  # makes text without bound
    try:
        return Opened(env.get_template(f"{name}{SUFFIX}"), marks, folder)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(f"{error.filename or name}, line {error.lineno}: {error.message}") from error
    except jinja2.TemplateNotFound as error:
        known = ", ".join(names(folder))
        raise TemplateError(f'there is no template "{error.name}" in {folder}; there are {known}') from error
    except UnicodeDecodeError as error:
        raise TemplateError(f"the template {name} in {folder} is not UTF-8 text") from error


def full_stop(line: Line) -> Line:
    """The line with a full stop, where it ends without one: a voice falls at its end."""
    return line if line.text[-1] in ".!?…" or line.text[-2:-1] in ".!?" else replace(line, text=f"{line.text}.")


def list_words(words: Sequence[str]) -> str:
    """Names in a row, as one says them: "Al Jazeera, the BBC and Reuters"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _line_of(error: Exception, file: str, folder: Path) -> int:
    """The template's line that was running (Jinja writes its own lines into the traceback)."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f.lineno for f in frames if f.filename == file or Path(f.filename).parent in (folder, OURS)]
    return next((line for line in reversed(lines) if line), 1)


def _plain(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
