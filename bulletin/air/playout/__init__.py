"""What is to be set up on the station's side, for each playout system: `bulletin init --playout KIND` writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from ...errors import TargetError
from ...station import Station, Target
from ..finding import settings_of, target

KINDS = ("liquidsoap", "azuracast", "libretime", "rivendell")
SOCKET = "liquidsoap.sock"
LONGEST_SOCKET = 100  # bytes: the system takes a path of 107
SAFE = "safe.ogg"  # what is heard when there is no music
SECRETS = ("icecast.xml", "playout.env")
ICECASTS = ("/usr/share/icecast2", "/usr/share/icecast", "/opt/homebrew/share/icecast", "/usr/local/share/icecast")


def row(kind: str, station: Station, under: str = "") -> Target:
    """The [[targets]] row to begin with; `under` comes before its own paths, which count from the station file.

    A secret is the name of an environment variable.  Raises TargetError.
    """
    rows: Mapping[str, dict[str, str | int | float | bool]] = {
        "liquidsoap": {"folder": f"{under}news", "socket": f"{under}{SOCKET}", "queue": "news"},
        "azuracast": {
            "url": "https://azuracast.example.org",
            "station": station.slug,
            "key_env": "AZURACAST_KEY",
            "playlist": "News",
            "create_playlist": True,
        },
        "libretime": {"url": "https://libretime.example.org", "key_env": "LIBRETIME_KEY", "library": "NEWS"},
        "rivendell": {"by": "dropbox", "folder": "/srv/rivendell/news"},
    }
    if kind not in rows:
        raise TargetError(f'nothing is written for the playout "{kind}"; there are {", ".join(KINDS)}')
    return Target(kind, settings=rows[kind])


def rendered(kind: str, station: Station, folder: Path) -> dict[str, str]:
    """The texts for the player's side by the names of their files, for one with all its own in `folder` (absolute).

    Whatever the station is called, it is only a name in them.  Raises TargetError where a text cannot be made.
    """
    settings = settings_of(row(kind, station), target(kind).card)
    if kind == "liquidsoap":
        return {"station.liq": _liquidsoap(station, folder)}
    from . import clicks, rivendell

    pages: Mapping[str, Callable[[Any, Station], str]] = {
        "azuracast": clicks.azuracast,
        "libretime": clicks.libretime,
        "rivendell": rivendell.rivendell,
    }
    return {f"{kind}.md": pages[kind](settings, station)}


def secrets(folder: Path, password: str) -> dict[str, str]:
    """An Icecast for Liquidsoap's stream, and Liquidsoap's environment, by the names of their files.

    They have the password: they are for one user's eyes, and written once.
    """
    import jinja2

    text = files(__package__).joinpath("icecast.xml.j2").read_text("utf-8")
    share = next((share for share in ICECASTS if Path(share).is_dir()), ICECASTS[0])
    page = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    told = page.from_string(text).render(password=password, share=share, folder=str(folder))
    return dict(zip(SECRETS, (told, f"ICECAST_PASSWORD={password}\n"), strict=True))


def _liquidsoap(station: Station, folder: Path) -> str:
    from .liquidsoap import Script, script

    if len(str(folder / SOCKET).encode()) > LONGEST_SOCKET:
        raise TargetError(f"{folder}: its path is too long for a socket in it; choose a folder nearer to the root")
    return script(
        Script(
            station=station.name,
            socket=str(folder / SOCKET),
            folder=str(folder / "news"),
            music=str(folder / "music"),
            safe=str(folder / SAFE),
            mount="/live.mp3" if folder == Path(station.home) else f"/{station.slug}.mp3",  # where there are several
            fresh_minutes=max(1, round(station.onair.fresh_minutes)),
        )
    )
