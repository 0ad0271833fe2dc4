"""The values that travel from room to room: Article, Story, Line, Script, Take, Bulletin.

All are frozen and plain.  Times are aware datetimes, lengths are seconds, levels are LUFS or dBTP.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

# ---------------------------------------------------------------- wire


@dataclass(frozen=True)
class Removal:
    """Words that the wire took out of an article, and why (`reason` names the rule)."""

    text: str
    reason: str


@dataclass(frozen=True)
class Article:
    """What came in.  `paragraphs` are clean prose; `removed` is what was not.  Unknown strings are empty."""

    id: str  # 12 hex digits: a hash of headline and paragraphs as they came in, so the same copy is the same article
    headline: str
    paragraphs: tuple[str, ...]
    source: str = ""  # who published it, as a person would say it: "Al Jazeera"
    url: str = ""
    byline: str = ""
    published: datetime | None = None
    language: str = "en"
    section: str = ""
    licence: str = ""
    origin: str = ""  # where it was read: a path, "-" or an address
    wire: str = ""  # the address of the wire that it came in on; empty for a file
    guid: str = ""  # what its feed calls it: the same where the item is written anew
    category: str = ""  # of the running order: local, africa, world, business, sport, light ...
    weight: float = 1.0  # of its wire
    updated: datetime | None = None
    embargo: datetime | None = None  # not before
    expires: datetime | None = None  # not after
    breaking: bool = False  # its wire calls it so, and is believed
    partial: bool = False  # a summary or a lead: `wire.complete` makes it whole
    removed: tuple[Removal, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rejected:
    """A source that gave no article: which one, and the one-line reason."""

    origin: str
    reason: str


# ---------------------------------------------------------------- the playlog


@dataclass(frozen=True)
class Airing:
    """One story in one bulletin: what was said, and when."""

    station: str  # its slug
    slot: datetime  # the bulletin's air time, UTC
    event: str  # the id of the event that it told
    article: str  # the id of the article that it was made from
    slug: str
    headline: str
    copy: str  # the words that were said
    category: str = ""
    items: tuple[tuple[str, str], ...] = ()  # wire and guid of all that is known to have told the event


@dataclass(frozen=True)
class Mark:
    """What an editor wants of an event: a pin puts it into every bulletin, a kill keeps it out."""

    event: str  # its id
    kind: Literal["pin", "kill"]
    until: datetime | None = None  # None: for good
    note: str = ""


# ---------------------------------------------------------------- desk


@dataclass(frozen=True)
class Event:
    """One thing that happened, as one or more articles tell it."""

    id: str  # 12 hex digits: the id of the first article that told it
    articles: tuple[Article, ...]  # the one to read first, then the others, the best first
    aired: tuple[Airing, ...] = ()  # by this station, the latest last
    update: bool = False  # it was aired, and the first article has news since


@dataclass(frozen=True)
class Choice:
    """What was decided of an event for one bulletin, and why, in one line."""

    event: Event
    place: int | None  # in the running order, from 1; None: it is not in it
    reason: str  # "leads: breaking", "number 3: local, 2 h old, from 3 sources", "stale: 25 h old, 24 h is the most"
    score: float = 0.0
    breaking: bool = False


@dataclass(frozen=True)
class Citation:
    """The sentence that a line was made from: characters start..end of `article`'s paragraph `paragraph` (from 0)."""

    article: str
    paragraph: int
    start: int
    end: int
    text: str
    changed: bool = (
        False  # True where a script's note has other words than were written down, so that nothing is proven
    )


@dataclass(frozen=True)
class Edit:
    """One named change that the desk made on the way from source sentence to line."""

    rule: str  # its name, in words without quotes
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One thing said: a single line of text, the sentences it came from and the edits made.

    Raises ValueError where the text is empty, or has line breaks or runs of spaces in it.
    """

    text: str
    sources: tuple[Citation, ...] = ()
    edits: tuple[Edit, ...] = ()

    def __post_init__(self) -> None:
        if not self.text or self.text != " ".join(self.text.split()):
            raise ValueError(f"a line is one line of words, single-spaced: {self.text!r}")


@dataclass(frozen=True)
class Omission:
    """A sentence of the article that is not said, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Story:
    """What will be said of one article."""

    slug: str  # its short newsroom name: lower-case letters, digits and hyphens
    headline: Line  # the headline for the ear, a whole sentence or a title without its full stop
    copy: tuple[Line, ...]
    article: str = ""  # the article's id
    source: str = ""
    url: str = ""
    published: datetime | None = None
    priority: int = 0
    embargo: datetime | None = None  # not before
    expires: datetime | None = None  # not after
    left_out: tuple[Omission, ...] = ()
    warnings: tuple[str, ...] = ()
    sensitive: bool = False  # a death, a child, an accusation ...: no light sound stands beside it
    also: tuple[str, ...] = ()  # others who report the same event
    event: str = ""  # the event's id
    category: str = ""
    update: bool = False  # it was aired before, and this is what is new
    breaking: bool = False


# ---------------------------------------------------------------- script

CueKind = Literal["opening", "headline", "story", "sting", "back", "closing"]


@dataclass(frozen=True)
class Cue:
    """One step of the running order.

    `sound` is played before the lines; `bed` under them; `breath` is the silence between two lines and
    `pause` the silence after the last, both in seconds.  `voice` is empty for the script's own voice.
    `sound` and `bed` are names from the station's sound set, or empty.
    """

    kind: CueKind
    slug: str = ""
    title: str = ""
    source: str = ""
    lines: tuple[Line, ...] = ()
    voice: str = ""
    sound: str = ""
    bed: str = ""
    breath: float = 0.35
    pause: float = 0.6


@dataclass(frozen=True)
class Script:
    """The running order of one bulletin.  It has a text form that parses back to an equal Script."""

    station: str
    template: str
    air_time: datetime
    language: str
    voice: str  # "engine" or "engine:voice"
    slot_seconds: float
    cues: tuple[Cue, ...] = ()


# ---------------------------------------------------------------- voice


@dataclass(frozen=True)
class Take:
    """One line read aloud: mono 16-bit little-endian samples with the padding trimmed."""

    text: str  # the line as the script shows it
    spoken: str  # the words that the engine was given
    pcm: bytes
    sample_rate: int  # hertz
    engine: str
    voice: str
    key: str  # the cache key: a hash of all that made it
    cached: bool = False  # True when it was read from the cache, not synthesised now

    @property
    def seconds(self) -> float:
        """How long the take lasts."""
        return len(self.pcm) / 2 / self.sample_rate


# ---------------------------------------------------------------- studio

Status = Literal["draft", "approved", "on air", "expired", "failed"]


@dataclass(frozen=True)
class Segment:
    """One part of the finished bulletin that can be aired on its own: opening, a story, closing."""

    slug: str
    title: str
    audio: str  # path of its audio; empty in a plan
    start_seconds: float  # within the whole bulletin
    duration_seconds: float


SpanKind = Literal["voice", "sound", "bed"]


@dataclass(frozen=True)
class Span:
    """One thing that is heard, in its place.  `words` are a line's text, or the name of a sound or bed."""

    kind: SpanKind
    words: str
    start_seconds: float
    end_seconds: float
    cue: int = -1  # of the script that is aired, counted from 0; -1 for a bed, which lies under several
    line: int = -1  # of that cue; -1 for a sound or bed
    voice: str = ""  # of a line: "engine:voice"


@dataclass(frozen=True)
class Rundown:
    """A bulletin laid against the clock: as it is planned, or as it was made."""

    length_seconds: float
    slot_seconds: float
    segments: tuple[Segment, ...] = ()
    spans: tuple[Span, ...] = ()
    tempo: float = 1.0  # how much faster than they were read the lines are
    dropped: tuple[str, ...] = ()  # lines and stories left out for time, as a person would name them
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bulletin:
    """The finished thing, on disk and whole."""

    id: str
    station: str
    air_time: datetime
    template: str
    voice: str
    slot_seconds: float
    folder: str  # where its files are
    audio: str  # path of the whole bulletin's MP3
    duration_seconds: float
    loudness_lufs: float
    true_peak_dbtp: float
    rundown: Rundown
    cue_in_seconds: float = 0.0  # where the first sound begins, for playout
    cue_out_seconds: float = 0.0  # where the last one has died away
    out_cue: str = ""  # the last words that are said
    title: str = ""  # as it stands on the label
    gain_db: float = 0.0  # ReplayGain: what brings it to -18 LUFS
    checks: tuple[str, ...] = ()  # the checks that it passed
    warnings: tuple[str, ...] = ()
    status: Status = "draft"

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Its parts, in order."""
        return self.rundown.segments
