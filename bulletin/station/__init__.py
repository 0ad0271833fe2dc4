"""The station file (station.toml) -> one frozen Station.  The only reader of TOML and of the environment.

Every default of the project stands in tables.py and nowhere else.
"""

from .reading import commented, keys, load, stations_in
from .tables import (
    Aircheck,
    Alerts,
    Approval,
    Clock,
    Desk,
    Fetching,
    Figures,
    Folders,
    Gtts,
    Kokoro,
    OnAir,
    Playlog,
    Quota,
    Rewriting,
    RunningOrder,
    Scheduled,
    Sound,
    Station,
    Target,
    Wire,
)
from .words import default_cache, seconds_of, slug_of, zone_of

__all__ = [
    "Aircheck",
    "Alerts",
    "Approval",
    "Clock",
    "Desk",
    "Fetching",
    "Figures",
    "Folders",
    "Gtts",
    "Kokoro",
    "OnAir",
    "Playlog",
    "Quota",
    "Rewriting",
    "RunningOrder",
    "Scheduled",
    "Sound",
    "Station",
    "Target",
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
