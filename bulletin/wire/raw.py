"""What a reader of one format found, before the cleaning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..model import Removal


@dataclass(frozen=True)
class Raw:
    """An article as it stands in its file.  Unknown strings are empty; `paragraphs` may have furniture in them."""

    paragraphs: tuple[str, ...]
    origin: str
    headline: str = ""
    source: str = ""
    url: str = ""
    byline: str = ""
    published: datetime | None = None
    language: str = ""
    section: str = ""
    licence: str = ""
    embargo: datetime | None = None
    expires: datetime | None = None
    removed: tuple[Removal, ...] = ()
    warnings: tuple[str, ...] = ()
