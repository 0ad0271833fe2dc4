"""Words of a station file as what they mean: zones, lengths, names that are safe as files."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..errors import StationError

LINKS = frozenset("a an and as at by for from in is its of on or that the to with".split())  # no slug ends with one


def zone_of(name: str) -> ZoneInfo:
    """The time zone of that IANA name, or this machine's for "local".  Raises StationError."""
    if name == "local":
        from tzlocal import get_localzone

        return get_localzone()
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise StationError(f'there is no time zone "{name}"; use an IANA name such as "Africa/Lagos"') from None


def seconds_of(length: str) -> float:
    """ "3m", "90s", "2m30s", "1:30" or "180" in seconds, between 10 s and an hour.  Raises StationError."""
    match = re.fullmatch(r"(?:(\d+)m)?\s*(?:(\d+(?:\.\d+)?)s?)?", "60m" if length.strip() == "1h" else length.strip())
    clock = re.fullmatch(r"(\d+):([0-5]\d)", length.strip())
    if clock:
        seconds = int(clock[1]) * 60.0 + int(clock[2])
    elif match and (match[1] or match[2]):
        seconds = int(match[1] or 0) * 60 + float(match[2] or 0)
    else:
        raise StationError(f'"{length}" is not a length; write "3m", "90s", "2m30s" or "1:30"')
    if not 10 <= seconds <= 3600:
        raise StationError(f'the length "{length}" is {seconds:g} seconds; a bulletin has 10 seconds to an hour')
    return seconds


def slug_of(words: str, most: int = 40) -> str:
    """Words as a name that is safe in any file system, playlist and address: a-z, 0-9 and hyphens."""
    import unicodedata

    hooked = str.maketrans("ɗƙɓƴłøđ", "dkbylod")  # what has no plain letter in it for Unicode
    plain = unicodedata.normalize("NFKD", words.lower().translate(hooked)).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", plain)).strip("-")
    if len(slug) > most:
        slug = slug[: most + 1].rsplit("-", 1)[0] if "-" in slug[: most + 1] else slug[:most]
        while slug.rpartition("-")[2] in LINKS and "-" in slug:
            slug = slug.rpartition("-")[0]
    return slug.strip("-")


def default_cache() -> Path:
    """The user's cache folder: BULLETIN_CACHE, XDG_CACHE_HOME, or the system's own place."""
    if chosen := os.environ.get("BULLETIN_CACHE"):
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "bulletin"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "bulletin"
