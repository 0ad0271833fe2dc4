"""The station file (station.toml) -> one frozen Station.  The only reader of TOML and of the environment.

Every default of the project stands in tables.py and nowhere else.
"""

from .reading import commented, keys, load, stations_in
from .tables import (
    Aircheck,
    Clock,
    Desk,
    Fetching,
    Figures,
    Folders,
    Gtts,
    Kokoro,
    Playlog,
    Quota,
    Rewriting,
    RunningOrder,
    Scheduled,
    Sound,
    Station,
    Wire,
)
from .words import default_cache, seconds_of, slug_of, zone_of

__all__ = [
    "Aircheck",
    "Clock",
    "Desk",
    "Fetching",
    "Figures",
    "Folders",
    "Gtts",
    "Kokoro",
    "Playlog",
    "Quota",
    "Rewriting",
    "RunningOrder",
    "Scheduled",
    "Sound",
    "Station",
    "Wire",
    "commented",
    "default_cache",
    "keys",
    "load",
    "seconds_of",
    "slug_of",
    "stations_in",
    "zone_of",
]
