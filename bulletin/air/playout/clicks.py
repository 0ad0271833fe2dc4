"""What to click in AzuraCast and in LibreTime, as a page of Markdown with the station's own names in it."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from importlib.resources import files

from ... import __version__
from ...station import Station
from ..asking import one_line
from ..azuracast import Settings as AzuraCast
from ..targets.libretime import Settings as LibreTime


def azuracast(settings: AzuraCast, station: Station) -> str:
    """The page for AzuraCast."""
    return page("azuracast.md.j2", asdict(settings) | {"code": settings.station}, station)


def libretime(settings: LibreTime, station: Station) -> str:
    """The page for LibreTime."""
    return page("libretime.md.j2", asdict(settings), station)


def page(name: str, values: dict[str, object], station: Station) -> str:
    """The template with the values, each of them one line that Markdown does not read anything into."""
    import jinja2

    house = jinja2.Environment(  # noqa: S701  # a page of Markdown for the station's own people
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        finalize=lambda value: _plain(value) if isinstance(value, str) and not isinstance(value, _Toml) else value,
    )
    house.filters["toml"] = lambda value: _Toml(json.dumps(one_line(str(value), 300), ensure_ascii=False))
    template = files(__package__).joinpath(name).read_text("utf-8")
    return house.from_string(template).render({**values, "station": station.name, "version": __version__})


class _Toml(str):
    """A string as TOML writes it."""

    __slots__ = ()


def _plain(text: str) -> str:
    return re.sub(r"[`|<>\[\]*]", " ", one_line(text, 300))
