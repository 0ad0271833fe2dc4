"""What to set up in Rivendell, as a page of Markdown with the station's own names in it."""

from __future__ import annotations

import shlex
from dataclasses import asdict

from ...station import Station
from ..targets.rivendell import Settings
from .clicks import page


def rivendell(settings: Settings, station: Station) -> str:
    """The page; what the settings do not say has a name to begin with."""
    values = asdict(settings) | {
        "number": settings.cart or 10_001,
        "group": settings.group or "NEWS",
        "folder": settings.folder or "/srv/rivendell/news",
        "zone": settings.timezone or station.timezone,
    }
    values |= {f"shell_{name}": shlex.quote(str(values[name])) for name in ("folder", "command")}
    return page("rivendell.md.j2", values, station)
