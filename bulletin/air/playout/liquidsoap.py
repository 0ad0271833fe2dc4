"""The station's side of the liquidsoap target: a script that plays music and, while it is fresh, the news.

One text for Liquidsoap 2.1 to 2.4: what differs stands between `%ifversion` and `%endif`, which 2.1.3 knows already.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Annotated

from msgspec import Meta, ValidationError, convert

from ... import __version__
from ...errors import TargetError
from ..asking import one_line

Name = Annotated[str, Meta(pattern=r"^([A-Za-z][A-Za-z0-9_]{0,59})?$")]
Path = Annotated[
    str, Meta(pattern=r"^/[^\x00-\x1f\x7f<>]*$", max_length=300)
]  # Liquidsoap replaces <pid> in a socket's


@dataclass(frozen=True)
class Script:
    """What the script is made from.  It has a queue or a playlist, not both."""

    station: str
    socket: Path  # of the command server
    folder: Path  # where bulletin puts the audio
    music: Path  # a folder
    safe: Annotated[str, Meta(pattern=r"^(/[^\x00-\x1f\x7f]*)?$", max_length=300)] = (
        ""  # a file; empty: silence instead
    )
    queue: Name = "news"
    playlist: Name = ""
    m3u: str = ""  # that the playlist reads; empty: FOLDER/PLAYLIST.m3u, which the target writes
    interrupt: bool = True
    window: Annotated[str, Meta(pattern=r"^(\d+[hms](\d+[ms])*-\d+[hms](\d+[ms])*( or )?)*$", max_length=200)] = ""
    look_seconds: Annotated[int, Meta(ge=1, le=60)] = 5  # so often the playlist is read again
    fresh_minutes: Annotated[int, Meta(ge=1, le=1440)] = 65  # of a file in the playlist
    silent_seconds: Annotated[float, Meta(ge=1, le=60)] = 5.0
    replaygain: bool = False  # news and music are brought to -18 LUFS by their tags
    icecast_host: Annotated[str, Meta(pattern=r"^[A-Za-z0-9.:-]{1,253}$")] = "127.0.0.1"
    icecast_port: Annotated[int, Meta(ge=1, le=65535)] = 8000
    mount: Annotated[str, Meta(pattern=r"^/[A-Za-z0-9._-]{1,60}$")] = "/live.mp3"
    bitrate: Annotated[int, Meta(ge=32, le=320)] = 128


def script(wanted: Script) -> str:
    """The script's text.  Raises TargetError for a value that cannot stand in it."""
    import jinja2

    try:
        values = asdict(convert(asdict(wanted), Script, strict=True))
    except ValidationError as error:
        what = one_line(str(error))
        raise TargetError(f"no Liquidsoap script can be made: {what[:1].lower()}{what[1:]}") from None
    if bool(wanted.queue) == bool(wanted.playlist):
        raise TargetError("a Liquidsoap script has a queue or a playlist: name one of them")
    if wanted.window.endswith("or "):
        raise TargetError(f'the minutes "{wanted.window}" end in the middle: write 0m-10m, or 0m-5m or 30m-35m')
    values["m3u"] = wanted.m3u or f"{wanted.folder.rstrip('/')}/{wanted.playlist}.m3u"
    house = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)  # noqa: S701  # no page
    house.filters |= {"text": text, "remark": one_line, "seconds": lambda seconds: f"{seconds:.1f}"}
    template = files(__package__).joinpath("liquidsoap.liq").read_text("utf-8")
    return house.from_string(template).render(values, version=__version__)


def text(words: str) -> str:
    r"""A string of Liquidsoap's.  In one `#{` begins a program, and no way to escape it is the same in all versions."""
    quoted = one_line(words, 500).replace("\\", "\\\\").replace('"', '\\"')
    return " ^ ".join(f'"{part}"' for part in quoted.replace("#{", "#\0{").split("\0"))
