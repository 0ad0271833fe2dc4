"""Copy becomes a script: stories are laid into a template's running order, and scripts go to text and back."""

from __future__ import annotations

from pathlib import Path

from .parsing import from_text, is_script
from .places import Place, places
from .text import to_text
from .writing import words_for, write

__all__ = ["Place", "from_text", "is_script", "places", "template_names", "to_text", "words_for", "write"]


def template_names(folder: Path) -> tuple[str, ...]:
    """The templates that there are: those in `folder` (a station's own) and ours."""
    from .templates import names

    return names(folder)
