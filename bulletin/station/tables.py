"""The tables of a station file, each key with its type, its bounds and its default: the one place where they stand."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from msgspec import Meta

from ..errors import StationError
from .words import default_cache, seconds_of, slug_of, zone_of

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


Category = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9-]{0,30}$")]  # of news: local, africa, world, business, sport ...
DAYS: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = (
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
)


@dataclass(frozen=True)
class Wire:
    """One feed or page that copy arrives on."""

    url: Annotated[str, Meta(min_length=8, max_length=2000)]
    name: Annotated[str, Meta(max_length=200)] = ""  # as it is credited on air; empty: what the feed calls itself
    category: Category = "world"  # of its copy, where the copy's own section or words do not tell
    weight: Annotated[float, Meta(ge=0, le=10)] = 1.0  # how much its copy counts beside that of the others
    full_text: bool = True  # the page is read where the feed has only a summary
    breaking: bool = True  # it is believed when it calls something breaking
    undated: Literal["never", "seen"] = "never"  # copy without a date: not aired, or as old as our first sight of it
    language: Annotated[str, Meta(pattern=r"^([a-z]{2,3}(-[A-Za-z0-9]+)*)?$")] = ""  # empty: what it says itself


@dataclass(frozen=True)
class Fetching:
    """How wires and pages are fetched (docs/fetching.md)."""

    seconds: Annotated[float, Meta(gt=0, le=300)] = 10.0  # for one address, from its name to its last byte
    megabytes: Annotated[float, Meta(gt=0, le=100)] = 3.0  # the most that one address may hold, unpacked
    items: Annotated[int, Meta(ge=1, le=2000)] = 200  # the most that is read of one feed
    at_once: Annotated[int, Meta(ge=1, le=64)] = 16  # addresses
    at_once_per_host: Annotated[int, Meta(ge=1, le=16)] = 2
    refresh_minutes: Annotated[float, Meta(ge=0, le=1440)] = 4.0  # what was fetched so lately is not asked for again
    contact: Annotated[str, Meta(max_length=200)] = ""  # an address or mail for those whose servers are asked
    private_hosts: tuple[str, ...] = ()  # names, as wires write them, that may lead into this machine or its network


@dataclass(frozen=True)
class Playlog:
    """Where it is written down what was seen, chosen and aired (docs/playlog.md)."""

    url: str = ""  # empty: playlog.sqlite beside the station file; or sqlite:///FILE, postgresql://HOST/NAME
    url_env: str = ""  # the NAME of the environment variable that has the address, where it holds a password
    keep_days: Annotated[int, Meta(ge=2, le=36500)] = 400

    @property
    def address(self) -> str:
        """The database's address, "" for the default; no dataclass field, so that it is never shown with the others.

        Raises StationError where `url_env` is not set: a playlog of one's own would make bulletins twice.
        """
        if not self.url_env:
            return self.url
        if found := os.environ.get(self.url_env, "").strip():
            return found
        raise StationError(f"[playlog] url_env: the environment has no {self.url_env}; put the playlog's address there")


@dataclass(frozen=True)
class Quota:
    """How many stories of a category a bulletin has, where there are so many."""

    least: Annotated[int, Meta(ge=0, le=60)] = 0
    most: Annotated[int, Meta(ge=0, le=60)] = 60


@dataclass(frozen=True)
class RunningOrder:
    """How it is decided what is news (docs/running-order.md).  A category that a table does not name has its "other"."""

    half_life_hours: dict[str, Annotated[float, Meta(gt=0, le=1000)]] = field(
        default_factory=lambda: {"other": 6.0, "breaking": 2.0, "sport": 4.0, "business": 5.0, "light": 18.0}
    )  # after so long a story weighs half
    latest_hours: dict[str, Annotated[float, Meta(gt=0, le=1000)]] = field(
        default_factory=lambda: {"other": 24.0, "breaking": 6.0, "sport": 14.0, "light": 72.0}
    )  # after so long a story is never aired
    weights: dict[str, Annotated[float, Meta(ge=0, le=100)]] = field(
        default_factory=lambda: {"other": 1.0, "local": 1.6, "africa": 1.3}
    )
    quotas: dict[str, Quota] = field(
        default_factory=lambda: {"local": Quota(1, 4), "africa": Quota(1, 4), "world": Quota(0, 3),
                                 "business": Quota(0, 2), "sport": Quota(0, 2), "light": Quota(0, 1)}
    )  # fmt: skip
    lead: tuple[Category, ...] = ("local", "africa")  # a bulletin begins with one of these, where there is one
    last: Category = "light"  # the kicker: at the end or nowhere
    places: dict[str, tuple[str, ...]] = field(default_factory=dict)  # names that make a story this category's
    most_airings: Annotated[int, Meta(ge=1, le=100)] = 4  # of one story, or of one event, in 24 hours
    rest_minutes: Annotated[float, Meta(ge=0, le=1440)] = 50.0  # between two airings of a story that has no news in it
    breaking_minutes: Annotated[float, Meta(ge=0, le=1440)] = 60.0  # something is breaking for no longer
    breaking_sources: Annotated[int, Meta(ge=2, le=100)] = 4  # so many that tell it so soon make it breaking


@dataclass(frozen=True)
class Scheduled:
    """A bulletin that is not as the others: at which hours, in which form."""

    template: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]+$")]
    length: str = ""  # empty: the template's usual one
    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...] = DAYS
    hours: tuple[Annotated[int, Meta(ge=0, le=23)], ...] = ()  # by the station's clock; empty: every hour
    minute: Annotated[int, Meta(ge=0, le=59)] = (
        0  # of those hours; one that is not on the clock makes a slot of its own
    )
    voice: str = ""  # empty: the station's


@dataclass(frozen=True)
class Figures:
    """Weather, markets: a JSON file that templates may speak of (docs/templates.md)."""

    file: str = ""  # counted from the station file; or
    url: str = ""
    stale_minutes: Annotated[float, Meta(gt=0, le=100000)] = 180.0  # older than this it is not spoken of


@dataclass(frozen=True)
class Target:
    """One place that finished bulletins are delivered to (docs/targets.md)."""

    kind: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,40}$")]  # folder, liquidsoap, azuracast ...
    name: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_-]{0,60}$")] = ""  # empty: its kind; two of one kind need names
    settings: dict[str, str | int | float | bool] = field(default_factory=dict)  # what they are says the kind


@dataclass(frozen=True)
class OnAir:
    """The hourly loop (docs/onair.md)."""

    make_minutes: Annotated[float, Meta(ge=0.5, le=120)] = 5.0  # before its slot a bulletin is made: stories are frozen
    fresh_minutes: Annotated[float, Meta(ge=1, le=1440)] = 65.0  # after its slot a bulletin is stale and withdrawn
    late_minutes: Annotated[float, Meta(ge=0, le=120)] = 10.0  # after its slot a bulletin is still worth making
    last_good: bool = True  # when none can be made the last one is greeted anew and aired, while it is fresh
    last_good_minutes: Annotated[float, Meta(ge=1, le=1440)] = 130.0  # after its own slot
    flash: bool = False  # what is breaking is aired between the hours
    flash_minutes: Annotated[float, Meta(ge=0.2, le=60)] = 2.0  # so often the wires are asked for it
    metrics_port: Annotated[int, Meta(ge=0, le=65535)] = 0  # Prometheus, on this machine only; 0: none
    heartbeat: str = ""  # a file that is touched at every step; empty: STATION.alive beside the station file


@dataclass(frozen=True)
class Approval:
    """A person reads a bulletin before it is aired (docs/approval.md)."""

    needed: bool = False
    draft_minutes: Annotated[float, Meta(ge=2, le=240)] = 20.0  # before its slot the script is there to be read
    without: Literal["air", "last good", "none"] = "none"  # what happens a minute before the slot when nobody said yes


@dataclass(frozen=True)
class Alerts:
    """Who is told when a bulletin fails, and when all is well again (docs/onair.md)."""

    webhook_env: str = ""  # the NAME of the environment variable that has an address for a POST of JSON
    mail_to: tuple[str, ...] = ()
    mail_from: str = ""
    smtp: str = ""  # HOST or HOST:PORT
    smtp_user: str = ""
    smtp_password_env: str = ""  # the NAME of the environment variable that has the password


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
    fetching: Fetching = field(default_factory=Fetching)
    playlog: Playlog = field(default_factory=Playlog)
    running_order: RunningOrder = field(default_factory=RunningOrder)
    figures: dict[Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,30}$")], Figures] = field(default_factory=dict)
    schedule: tuple[Scheduled, ...] = ()  # the first row that matches an air time gives the bulletin its form
    wires: tuple[Wire, ...] = ()
    onair: OnAir = field(default_factory=OnAir)
    approval: Approval = field(default_factory=Approval)
    alerts: Alerts = field(default_factory=Alerts)
    targets: tuple[Target, ...] = ()
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
    def playlog_url(self) -> str:
        """Where the playlog is: a database's address as SQLAlchemy writes it."""
        address = self.playlog.address or "sqlite:///playlog.sqlite"
        file = address.removeprefix("sqlite:///")
        return address if file == address else f"sqlite:///{self.path(file)}"

    def secret(self, env: str) -> str:
        """What an environment variable has that the station file names for a secret; "" where it names none."""
        return os.environ.get(env, "").strip() if env else ""

    @property
    def cache(self) -> Path:
        """Where takes are kept between runs."""
        return self.path(self.folders.cache) if self.folders.cache else default_cache()
