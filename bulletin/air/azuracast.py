"""AzuraCast's API, as far as a bulletin needs it: each call, and what its answers are taken for.

Facts from its source (0.23): `playlists` of a file replaces all that it is in, and its custom fields too; `length` is
cut to whole seconds; a failure may come as HTTP 200; a title that is set is written into the file, which changes it.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

import msgspec
from msgspec import Meta

from ..errors import TargetError, TargetUnavailable
from .asking import Answer, Door, ask, form, one_line, reason, told

FORM_MOST = 49_000_000  # bytes: its web server takes 50 MB in one request, as it is delivered
BASE64_MOST = FORM_MOST // 4 * 3
JSON = "application/json"
PATH = r"^[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)+$"  # a folder and a name: it lists no root


@dataclass(frozen=True)
class Settings:
    """What a station file says of its AzuraCast."""

    url: str  # https://HOST, as in the browser
    station: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.-]{1,100}$")]  # its short name, or its number
    key_env: str  # the NAME of the environment variable that has the API key
    playlist: Annotated[str, Meta(min_length=1, max_length=200)] = "News"  # its name, or its number
    path: Annotated[str, Meta(pattern=PATH, max_length=200)] = "bulletins/news.mp3"  # in its library; always the same
    create_playlist: bool = False  # where there is none of that name: once per hour
    minute: Annotated[int, Meta(ge=0, le=59)] = 0  # of the hour, for a playlist that is created
    interrupt: bool = False  # a playlist that is created cuts off the song that plays
    custom_field: Annotated[str, Meta(pattern=r"^[A-Za-z0-9_]{0,100}$")] = ""  # gets the bulletin's name; empty: album
    delete: bool = False  # a withdrawn bulletin is deleted, not only taken out of the playlist
    seconds: Annotated[float, Meta(gt=0, le=3600)] = 300.0  # the most for one delivery


class Playlist(msgspec.Struct):
    """A playlist, or the mention of one."""

    id: int
    name: str = ""
    is_enabled: bool = True


class Media(msgspec.Struct):
    """A file of the library."""

    id: int
    path: str
    playlists: list[Playlist]
    length: float = 0.0  # seconds
    album: str | None = None
    custom_fields: Any = None  # an object; an empty one may come as a list
    extra_metadata: Any = None

    def inside(self, playlist: Playlist) -> bool:
        """Whether that playlist has it."""
        return any(one.id == playlist.id for one in self.playlists)

    def fields(self) -> dict[str, Any]:
        """Its custom fields."""
        return self.custom_fields if isinstance(self.custom_fields, dict) else {}


class _Mention(msgspec.Struct):
    """The number of a file."""

    id: int


class Listed(msgspec.Struct):
    """A line of a folder."""

    path: str = ""
    size: int | None = None
    media: _Mention | None = None


class Quota(msgspec.Struct):
    """The room that there is."""

    is_full: bool = False
    available: str = ""


class _Uploaded(msgspec.Struct):
    id: int = 0  # none: it tells of success only


class _Folder(msgspec.Struct):
    rows: list[Listed]


class _Playlists(msgspec.Struct):
    rows: list[Playlist]


@dataclass(frozen=True)
class Calls:
    """The calls of one delivery, all with one end.  Each raises as `ask`, and TargetError for a failure told as HTTP 200."""

    door: Door
    settings: Settings
    until: float  # time.monotonic
    now: datetime | None = None

    def playlist(self) -> Playlist | None:
        """The playlist that the station file names, if it is there."""
        answer = self._asked("GET", "/playlists")
        pages = answer.body.lstrip()[:1] == b"{"
        found = told(answer, _Playlists, self.door).rows if pages else told(answer, list[Playlist], self.door)
        return self.named(found)

    def named(self, playlists: Sequence[Playlist]) -> Playlist | None:
        """The one of them that the station file names."""
        wanted = self.settings.playlist.casefold()
        return next((one for one in playlists if wanted in (one.name.casefold(), str(one.id))), None)

    def absent(self) -> TargetError:
        """What is said where it is not."""
        return TargetError(
            f'AzuraCast has no playlist "{one_line(self.settings.playlist)}": make it there (Playlists > Add Playlist, '
            "Once per Hour), or write create_playlist = true"
        )

    def created(self) -> Playlist:
        """A playlist that plays its file once per hour.  Raises TargetError where the station file wants none made."""
        if not self.settings.create_playlist:
            raise self.absent()
        wanted = {
            "name": self.settings.playlist,
            "type": "once_per_hour",
            "source": "songs",
            "order": "sequential",
            "play_per_hour_minute": self.settings.minute,
            "backend_options": ["interrupt"] if self.settings.interrupt else [],
            "is_enabled": True,
            "include_in_requests": False,
            "include_in_on_demand": False,
            "avoid_duplicates": False,  # every bulletin has the same artist
        }
        return told(self._asked("POST", "/playlists", wanted), Playlist, self.door)

    def uploaded(self, audio: bytes) -> int:
        """Put the audio at the path; AzuraCast's number for it, the same as before where something was there."""
        path = self.settings.path
        if len(audio) > FORM_MOST:
            raise TargetError(
                f"the bulletin has {len(audio) / 1e6:.0f} MB, and AzuraCast takes {FORM_MOST / 1e6:.0f}: "
                'write [sound] format = "mp3"'
            )
        if len(audio) > BASE64_MOST:
            folder, _, name = path.rpartition("/")
            body, kind = form({"currentDirectory": folder}, "file", (name, audio, "application/octet-stream"))
            self._sent("POST", "/files/upload", body, kind)
        else:
            answer = self._asked("POST", "/files", {"path": path, "file": base64.b64encode(audio).decode()})
            if number := told(answer, _Uploaded, self.door).id:
                return number
        listed = self.listed()
        if listed is None or listed.media is None:
            raise TargetError(f"{self.door.host} took {path} and does not have it: look there for unprocessable files")
        return listed.media.id

    def listed(self) -> Listed | None:
        """What stands at the path, if anything does."""
        path = self.settings.path
        where = {"currentDirectory": path.rpartition("/")[0], "searchPhrase": path, "flushCache": "true"}
        answer = self._asked("GET", f"/files/list?{urlencode(where)}", also=(404,))
        if answer.status == 404:
            return None
        pages = answer.body.lstrip()[:1] == b"{"
        found = told(answer, _Folder, self.door).rows if pages else told(answer, list[Listed], self.door)
        return next((one for one in found if one.path == path), None)

    def media(self, number: int) -> Media | None:
        """All that is said of a file, if it is there."""
        answer = self._asked("GET", f"/file/{number}", also=(404,))
        if answer.status == 404:
            return None
        media = told(answer, Media, self.door)
        if media.id != number:
            raise TargetError(f"{self.door.host} was asked for file {number}, and tells of file {media.id}")
        return media

    def there(self, before: str) -> Media | None:
        """What stands at the path, if anything does: looked for under the number that it had before, else by the path."""
        media = self.media(int(before)) if before.isdecimal() else None
        if media is None or media.path != self.settings.path:
            listed = self.listed()
            media = self.media(listed.media.id) if listed and listed.media else None
            if listed and listed.media and media is None:
                raise TargetUnavailable(f"{self.door.host} lists {self.settings.path}, and has no file of that number")
        return media

    def sound(self, number: int, most: int) -> bytes | None:
        """The file itself; None where this AzuraCast does not give it."""
        path = f"{self._root}/file/{number}/play"
        answer = ask(self.door, "GET", path, until=self.until, now=self.now, also=(403, 404, 405), most=most)
        return answer.body if answer.status == 200 else None

    def change(self, media: Media, playlists: Sequence[int], **more: Any) -> None:
        """Change what is said of a file, and all the playlists that it is in."""
        self._asked("PUT", f"/file/{media.id}", {**more, "playlists": list(playlists)})

    def retire(self, media: Media, playlist: Playlist) -> None:
        """Take a file out of that playlist and of no other."""
        if media.inside(playlist):
            self.change(media, [one.id for one in media.playlists if one.id != playlist.id])

    def deleted(self, media: Media) -> None:
        """Delete a file; its being gone is as good."""
        self._asked("DELETE", f"/file/{media.id}", also=(404,))

    def quota(self) -> Quota:
        """The room that there is, where the key may ask."""
        answer = self._asked("GET", "/quota", also=(403, 404))
        return told(answer, Quota, self.door) if answer.status == 200 else Quota()

    @property
    def _root(self) -> str:
        return f"/api/station/{self.settings.station}"

    def _asked(self, method: str, path: str, content: Any = None, also: Sequence[int] = ()) -> Answer:
        body = msgspec.json.encode(content) if content is not None else b""
        return self._sent(method, path, body, JSON if body else "", also)

    def _sent(self, method: str, path: str, body: bytes, kind: str, also: Sequence[int] = ()) -> Answer:
        answer = ask(
            self.door, method, self._root + path, until=self.until, now=self.now, body=body, kind=kind, also=also
        )
        if answer.status < 300 and re.search(rb'"success"\s*:\s*false', answer.body[:20_000]):
            why = reason(answer, self.door) or "it does not say why"
            raise TargetError(f"{self.door.host} says that it failed: {why}")
        return answer
