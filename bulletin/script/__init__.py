"""Copy becomes a script: stories are laid into a template's running order, and scripts go to text and back."""

from __future__ import annotations

from pathlib import Path

from .figures import figures_from
from .parsing import from_text, is_script
from .places import Place, places
from .schedule import check_schedule, next_slot, rows_of, station_at
from .templates import About, about, own_file
from .templates import languages as languages_of
from .text import to_text
from .trial import Flaw, tried
from .writing import words_for, write

__all__ = [
    "About",
    "Flaw",
    "Place",
    "about",
    "check_schedule",
    "figures_from",
    "from_text",
    "is_script",
    "languages_of",
    "next_slot",
    "own_file",
    "places",
    "rows_of",
    "station_at",
    "template_names",
    "template_text",
    "to_text",
    "tried",
    "words_for",
    "write",
]


def template_names(folder: Path, language: str = "en") -> tuple[str, ...]:
    """The templates that there are for a language: those in `folder` (a station's own) and ours."""
    from .templates import names

    return names(folder, language)


def template_text(file: Path) -> str:
    """A template's own text, as `about` has its file.  Raises TemplateError."""
    from ..errors import TemplateError
    from .sandbox import source

    try:
        return source(file)
    except ValueError as error:
        raise TemplateError(str(error)) from error
