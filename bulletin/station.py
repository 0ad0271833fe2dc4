"""The station file (station.toml) -> one frozen Station.  The only reader of TOML and of the environment.

Every default of the project stands here and nowhere else.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta

from .errors import StationError

LINKS = frozenset("a an and as at by for from in is its of on or that the to with".split())  # no slug ends with one

Word = Annotated[str, Meta(min_length=1, max_length=200)]


@dataclass(frozen=True)
class Desk:
    """How stories are written."""

    words: Annotated[int, Meta(ge=15, le=400)] = 60  # the most words that a story gets
    stories: Annotated[int, Meta(ge=1, le=60)] = 8  # the most stories in a bulletin
    without: tuple[str, ...] = ()  # names of the desk's rules that are not applied


@dataclass(frozen=True)
class Gtts:
    """Google's voice over the network."""

    tld: Annotated[str, Meta(pattern=r"^[a-z]{2,3}(\.[a-z]{2})?$")] = "com.ng"  # the accent: com.ng is Nigerian English
    url: str = ""  # another server that speaks the protocol (a proxy, or a test), http://HOST:PORT
    timeout_seconds: Annotated[float, Meta(gt=0, le=120)] = 10.0  # for one request, start to end
    deadline_seconds: Annotated[float, Meta(gt=0, le=3600)] = 90.0  # for one line with all its retries
    retries: Annotated[int, Meta(ge=0, le=20)] = 4
    at_once: Annotated[int, Meta(ge=1, le=4)] = 2  # requests under way at the same time


@dataclass(frozen=True)
class Kokoro:
    """The larger offline voice (docs/voices.md)."""

    folder: str = ""  # where its model and voices are; empty: "kokoro" in the cache


@dataclass(frozen=True)
class Rewriting:
    """A language model that chooses and cuts the copy, behind the fact guard (docs/rewriting.md).  Off without `endpoint`."""

    endpoint: str = ""  # what comes before /chat/completions
    model: Annotated[str, Meta(max_length=200)] = ""
    key_env: str = ""  # the name of the environment variable that has the key
    seconds: Annotated[float, Meta(gt=0, le=300)] = 20.0  # for all stories of a run together

    @property
    def key(self) -> str:
        """The key itself, "" where there is none; no dataclass field, so that it is never shown with the others."""
        return os.environ.get(self.key_env, "").strip() if self.key_env else ""


@dataclass(frozen=True)
class Clock:
    """How a bulletin is brought to the length of its slot (docs/clock.md)."""

    fit: Literal["exactly", "at most"] = "exactly"
    too_little: Literal["bed", "short"] = "bed"  # news: the bed plays the slot out, or the bulletin is shorter
    most_tempo: Annotated[float, Meta(ge=0, le=0.03)] = 0.03  # share by which lines may be read faster or slower


@dataclass(frozen=True)
class Aircheck:
    """What is listened to before a bulletin is aired (docs/aircheck.md)."""

    recognise: bool = False  # the words too, with the extra [aircheck]
    model: str = ""  # a folder with a Whisper model for faster-whisper; empty: one that a package brings
    most_word_errors: Annotated[float, Meta(ge=0, le=1)] = 0.15  # share of the words, names apart
    re_readings: Annotated[int, Meta(ge=0, le=5)] = 1  # of a line that came out wrong, by each voice


@dataclass(frozen=True)
class Sound:
    """What a bulletin sounds like.  A sound is a file, or empty for the one that comes with the project."""

    loudness_lufs: Annotated[float, Meta(ge=-31, le=-9)] = -16.0  # integrated, EBU R128
    true_peak_dbtp: Annotated[float, Meta(ge=-9, le=0)] = -1.0
    format: Literal["mp3", "wav"] = "mp3"
    channels: Literal["stereo", "mono"] = "stereo"
    bitrate_kbps: Literal[64, 80, 96, 112, 128, 160, 192, 224, 256, 320] = 128  # of MP3, constant
    cover: str = ""  # a picture for the tags, JPEG or PNG; empty: one is made for the station
    ident: str = ""  # the opening sting
    bed: str = ""  # music under the headlines
    divider: str = ""  # a short sting between stories
    flash: str = ""  # a short, urgent sting before a news flash
    pips: str = ""  # time signal
    closing: str = ""
    bed_under_speech_db: Annotated[float, Meta(ge=-60, le=0)] = -18.0  # how far the bed goes down under a voice


@dataclass(frozen=True)
class Folders:
    """Where files are kept.  A path that is not absolute is counted from the station file."""

    scripts: str = "scripts"
    audio: str = "audio_out"
    templates: str = "templates"
    cache: str = ""  # empty: the user's cache folder
    cache_megabytes: Annotated[int, Meta(ge=10, le=1_000_000)] = 1000  # what was used longest ago goes first


@dataclass(frozen=True)
class Station:
    """One station.  `slot_seconds` is the time that the clock gives to a bulletin."""

    name: Word = "Demo Radio"
    tagline: str = ""
    timezone: Word = "local"  # an IANA name, or "local" for this machine's
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    voice: Word = "hibari"  # "engine" or "engine:voice"
    second_voice: str = ""  # a second reader, who takes every other headline and story
    stand_ins: tuple[str, ...] = ()  # voices that read when one of those cannot, in this order
    template: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$")] = "hourly"
    length: str = "3m"
    every_minutes: Annotated[int, Meta(ge=1, le=1440)] = 60  # a bulletin every so many minutes of the day
    lexicon: tuple[str, ...] = ()  # pronunciation files (W3C PLS) that go before ours
    words: dict[str, str] = field(default_factory=dict)  # how a word is said, as ordinary words
    desk: Desk = field(default_factory=Desk)
    rewriting: Rewriting = field(default_factory=Rewriting)
    gtts: Gtts = field(default_factory=Gtts)
    kokoro: Kokoro = field(default_factory=Kokoro)
    clock: Clock = field(default_factory=Clock)
    sound: Sound = field(default_factory=Sound)
    aircheck: Aircheck = field(default_factory=Aircheck)
    folders: Folders = field(default_factory=Folders)
    home: str = field(default="", metadata={"derived": True})  # the folder of the station file

    @property
    def slot_seconds(self) -> float:
        """The length in seconds."""
        return seconds_of(self.length)

    @property
    def zone(self) -> ZoneInfo:
        """The station's own time zone."""
        return zone_of(self.timezone)

    @property
    def slug(self) -> str:
        """The station's name as a folder: lower-case letters, digits and hyphens."""
        return slug_of(self.name) or "station"

    def path(self, name: str) -> Path:
        """A path from the station file as a real one."""
        return Path(self.home or ".").absolute() / Path(name).expanduser()

    @property
    def cache(self) -> Path:
        """Where takes are kept between runs."""
        return self.path(self.folders.cache) if self.folders.cache else default_cache()


def load(path: Path | None = None) -> Station:
    """Read a station file; without one, ./station.toml, and without that the demo station.

    Raises StationError: unknown keys and wrong types are named with their line and the nearest right key.
    """
    if path is None:
        path = Path("station.toml")
        if not path.is_file():
            return Station(home=str(Path.cwd()))
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise StationError(f"{path}: there is no such station file; `bulletin init` writes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise StationError(f"{path}: cannot be read as text ({error})") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StationError(f"{path}: not valid TOML: {error}") from error
    _refuse_unknown(table, Station, (), path, text)
    try:
        station = msgspec.convert(table, Station, strict=True)
    except msgspec.ValidationError as error:
        raise StationError(_plain(error, path, text)) from error
    station = replace(station, home=str(path.absolute().parent))
    for name, check in _CHECKS.items():
        try:
            check(getattr(station, name))
        except StationError as error:
            raise StationError(f"{path}, line {_line_of(text, (name,))}: {error}") from None
    return station


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


def check_rewriting(asked: Rewriting) -> None:
    """Raises StationError where the language model cannot be asked as the station file says."""
    if asked.key_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", asked.key_env):
        raise StationError('key_env is the name of an environment variable, such as "MODEL_KEY", never the key itself')
    if not asked.endpoint:
        return
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(asked.endpoint)
        host, user, _ = parts.hostname, parts.username, parts.port
    except ValueError:
        raise StationError("the endpoint is no address; write https://HOST/v1") from None
    if user or parts.query or parts.fragment or not re.fullmatch(r"[!-~]+", asked.endpoint):
        raise StationError(
            "the endpoint is an address without name, password, question mark or spaces: https://HOST/v1"
        )
    if parts.scheme not in ("http", "https") or not host:
        raise StationError(f'the endpoint "{asked.endpoint}" is no address; write https://HOST/v1')
    if parts.scheme == "http" and not _near(host):
        raise StationError(f'the endpoint "{asked.endpoint}" would send the key in the open: write https://')
    if not asked.model.strip():
        raise StationError("the endpoint needs a model: give its name as the server knows it")


def _near(host: str) -> bool:
    """This machine, or one in the same house."""
    from ipaddress import ip_address

    try:
        return ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith((".local", ".lan", ".internal", ".localhost"))


_CHECKS: dict[str, Callable[[Any], object]] = {
    "timezone": zone_of,
    "length": seconds_of,
    "rewriting": check_rewriting,
}


def slug_of(words: str, most: int = 40) -> str:
    """Words as a name that is safe in any file system, playlist and address: a-z, 0-9 and hyphens."""
    import unicodedata

    plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
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


def commented(name: str, timezone: str) -> str:
    """A station file with every key, its default and a word of explanation."""
    quote = json.dumps
    text = (Path(__file__).parent / "station.example.toml").read_text(encoding="utf-8")
    text = text.replace('name = "Demo Radio"', f"name = {quote(name, ensure_ascii=False)}", 1)
    return text.replace('timezone = "local"', f"timezone = {quote(timezone)}", 1)


def keys(kind: type = Station) -> dict[str, Any]:
    """The keys that a table of the station file may have, each with its type."""
    hints = get_type_hints(kind)
    return {place.name: hints[place.name] for place in fields(kind) if not place.metadata.get("derived")}


def _refuse_unknown(table: dict[str, Any], kind: type, above: tuple[str, ...], path: Path, text: str) -> None:
    known = keys(kind)
    for key, value in table.items():
        if key not in known:
            where = f"{path}, line {_line_of(text, (*above, key))}"
            name = ".".join((*above, key))
            raise StationError(f'{where}: unknown key "{name}"{_nearest(key, above)}')
        if isinstance(value, dict) and is_dataclass(known[key]):
            _refuse_unknown(value, known[key], (*above, key), path, text)


def _nearest(key: str, above: tuple[str, ...]) -> str:
    """The right spelling, in this table or in another."""
    full = [".".join((*prefix, name)) for prefix, kind in _tables() for name in keys(kind)]
    here = [name for name in full if name.rpartition(".")[0] == ".".join(above)]
    for names in (here, full):
        last = [name.rpartition(".")[2] for name in names]
        if close := difflib.get_close_matches(key.lower(), last, n=1, cutoff=0.6):
            name = names[last.index(close[0])]
            table, _, word = name.rpartition(".")
            return f'; did you mean "{word}"?' if names is here else f'; did you mean "{word}" under [{table}]?'
    return f"; the keys here are {', '.join(name.rpartition('.')[2] for name in here)}"


def _tables() -> list[tuple[tuple[str, ...], type]]:
    return [((), Station)] + [
        ((key,), kind) for key, kind in keys().items() if isinstance(kind, type) and is_dataclass(kind)
    ]


def _plain(error: msgspec.ValidationError, path: Path, text: str) -> str:
    what, _, where = str(error).partition(" - at ")
    name = where.strip("`").removeprefix("$").strip(".")
    line = _line_of(text, tuple(name.split(".")))
    table, _, key = name.rpartition(".")
    kind = {".".join(names): kind for names, kind in _tables()}.get(table, Station)
    if what.startswith("Invalid enum value"):
        what = f"{what.rsplit(maxsplit=1)[-1]} is not one of {', '.join(str(c) for c in get_args(keys(kind)[key]))}"
    if "matching regex" in what:
        what = f'expected something like "{getattr(kind(), key)}"'
    what = what.replace("`str`", "text in quotes").replace("`int`", "a whole number").replace("`float`", "a number")
    what = what.replace("`bool`", "true or false").replace("`object`", "a table").replace("Expected", "expected")
    return f'{path}, line {line}: "{name}": {what}'


def _parts(name: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in name.split("."))


def _line_of(text: str, name: tuple[str, ...]) -> int:
    """The line of the file where a key stands (tomllib does not tell)."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[\s*([^\[\]]+?)\s*\]", line):
            table = _parts(header[1])
            if table == name:
                return number
        elif (key := re.match(r"\s*([^=#]+?)\s*=", line)) and (*table, *_parts(key[1])) == name:
            return number
    return 1
