"""AzuraCast: the bulletin is a file of its library, at the same path every time, in a playlist of the station.

Uploading to the same path keeps AzuraCast's number for the file, and with it the playlists.  The file is read back
before its title is set, because AzuraCast writes the title into it; and it is put into the playlist after that.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from time import monotonic

from ...errors import TargetError
from ...station import Station
from ..asking import door, key_of, one_line
from ..azuracast import Calls, Media, Playlist, Settings
from ..parcels import audio_of, later, slot_of
from ..target import Card, Parcel, Receipt


class AzuraCast:
    """The plug-in."""

    card = Card(
        name="azuracast",
        summary="AzuraCast's library and a playlist of it, over its API",
        settings=Settings,
        needs_network=True,
    )

    def open(self, settings: Settings, station: Station) -> _Opened:
        """Ready it.  Raises TargetError for an address or a key that is none."""
        return _Opened(settings, station)


class _Opened:
    def __init__(self, settings: Settings, station: Station) -> None:
        key = key_of(settings.key_env, station)
        url = settings.url.rstrip("/").removesuffix("/api")
        self.settings = settings
        self.door = door(url, station, {"X-API-Key": key, "Accept": "application/json"}, [key])

    def deliver(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Upload, read back, put into the playlist, ask again."""
        audio, calls = audio_of(parcel), self._calls(seconds, now)
        path, suffix = self.settings.path, parcel.audio.suffix.lower()
        if not path.lower().endswith(suffix):
            raise TargetError(f'the setting path = "{path}" has to end with {suffix}, as the bulletins do')
        playlist = calls.playlist() or calls.created()
        before = calls.there(parcel.identity)
        if before and before.inside(playlist) and later(slot_of(self._mark(before)), parcel, now):
            return Receipt(str(before.id), f"{self._mark(before)} is later and stays")
        number = calls.uploaded(audio)
        try:
            compared = _same(calls, number, audio)
            self._described(calls, _whole(calls, number, path, parcel), parcel, playlist)
            self._asked_again(calls, number, parcel, playlist)
        except TargetError:
            with contextlib.suppress(TargetError):  # what may be broken does not stay where it would be heard
                if media := calls.media(number):
                    calls.retire(media, playlist)
            raise
        self._moved(calls, parcel.identity, number, playlist)
        off = "" if playlist.is_enabled else ", which is switched off in AzuraCast"
        return Receipt(str(number), f"{len(audio):,} bytes, {compared}; in the playlist {_called(playlist)}{off}")

    def withdraw(self, parcel: Parcel, *, now: datetime, seconds: float) -> Receipt:
        """Take it out of the playlist, or delete it, unless a later one has its place."""
        calls = self._calls(seconds, now)
        media = calls.there(parcel.identity)
        if media is None:
            return Receipt("", "it is not there")
        if media.path != self.settings.path:
            raise TargetError(f"{self.door.host} tells of {one_line(media.path)} where {self.settings.path} was listed")
        if later(slot_of(self._mark(media)), parcel, now):
            return Receipt(str(media.id), f"a later one has its place: {self._mark(media)}")
        if self.settings.delete:
            calls.deleted(media)
            if calls.media(media.id):
                raise TargetError(f"{self.door.host} was asked to delete {self.settings.path}, and still has it")
            return Receipt("", "it is deleted")
        playlist = calls.playlist() or calls.named(media.playlists)
        if playlist is None or not media.inside(playlist):
            return Receipt(str(media.id), "it is not in the playlist")
        calls.retire(media, playlist)
        after = calls.media(media.id)
        if after and after.inside(playlist):
            raise TargetError(f"{self.door.host} keeps {self.settings.path} in the playlist {_called(playlist)}")
        return Receipt(str(media.id), f"it is out of the playlist {_called(playlist)}")

    def check(self, *, seconds: float) -> str:
        """Whether the key is taken, the playlist is there, and there is room."""
        calls = self._calls(seconds)
        playlist = calls.playlist()
        if playlist is None and not self.settings.create_playlist:
            raise calls.absent()
        if playlist is not None and not playlist.is_enabled:
            raise TargetError(f"the playlist {_called(playlist)} is switched off: enable it in AzuraCast")
        quota = calls.quota()
        if quota.is_full:
            raise TargetError(
                f"{self.door.host} has no room left for the station: delete media there, or raise its quota"
            )
        what = f"has the playlist {_called(playlist)}" if playlist else "will get its playlist with the first bulletin"
        return f"{self.door.host} takes the key and {what}" + (
            f"; {one_line(quota.available, 20)} free" * bool(quota.available)
        )

    def _calls(self, seconds: float, now: datetime | None = None) -> Calls:
        return Calls(self.door, self.settings, monotonic() + min(seconds, self.settings.seconds), now)

    def _described(self, calls: Calls, media: Media, parcel: Parcel, playlist: Playlist) -> None:
        """Title, artist, cue points and our mark; the playlists that it is in, and ours."""
        said: dict[str, object] = {
            "title": one_line(parcel.title, 200) or "News",
            "artist": one_line(parcel.artist, 200),
            "extra_metadata": {"cue_in": round(parcel.cue_in_seconds, 3), "cue_out": round(parcel.cue_out_seconds, 3)},
        }
        if self.settings.custom_field:
            said["custom_fields"] = {**media.fields(), self.settings.custom_field: parcel.name}
        else:
            said["album"] = parcel.name
        calls.change(media, list(dict.fromkeys([*(one.id for one in media.playlists), playlist.id])), **said)

    def _asked_again(self, calls: Calls, number: int, parcel: Parcel, playlist: Playlist) -> None:
        """Whether all of that is there now.  Raises TargetError."""
        media = _whole(calls, number, self.settings.path, parcel)
        if not media.inside(playlist):
            raise TargetError(f"{self.door.host} did not put {media.path} into the playlist {_called(playlist)}")
        if self._mark(media) != parcel.name:
            raise TargetError(
                f'{self.door.host} has no custom field "{self.settings.custom_field}": add it there (Custom Fields)'
                if self.settings.custom_field
                else f"{self.door.host} did not keep the title and the album of {media.path}"
            )

    def _moved(self, calls: Calls, before: str, number: int, playlist: Playlist) -> None:
        """A file that had the bulletin before this one, at another path, is taken out of the playlist."""
        if before.isdecimal() and int(before) != number and (media := calls.media(int(before))):
            calls.retire(media, playlist)

    def _mark(self, media: Media) -> str:
        """The name of the bulletin that the file holds, as far as AzuraCast knows."""
        field = self.settings.custom_field
        return str(media.fields().get(field, "") if field else media.album or "")


def _whole(calls: Calls, number: int, path: str, parcel: Parcel) -> Media:
    """What AzuraCast says of the file, if that is what was sent.  Raises TargetError."""
    media = calls.media(number)
    if media is None or media.path != path:
        raise TargetError(f"{calls.door.host} took {path} and does not have it")
    short = parcel.duration_seconds - media.length
    if not -0.5 <= short < 1.05:  # it cuts lengths to whole seconds
        raise TargetError(
            f"{calls.door.host} has {media.length:.1f} s of {path}, and {parcel.duration_seconds:.1f} s were sent"
        )
    return media


def _same(calls: Calls, number: int, audio: bytes) -> str:
    """Hold the file against what was sent; tells what was compared.  Raises TargetError where it is another."""
    back = calls.sound(number, len(audio) + 1_000_000)
    if back is not None:
        if back != audio:
            raise TargetError(
                f"{calls.door.host} has another file than was sent: {len(back):,} bytes, and {len(audio):,} were sent"
            )
        return "read back byte for byte"
    listed = calls.listed()  # older ones do not give the file itself
    if listed is None or listed.size is None:
        return "its length compared"
    if listed.size != len(audio):
        raise TargetError(f"{calls.door.host} has {listed.size:,} bytes, and {len(audio):,} were sent")
    return "its size compared"


def _called(playlist: Playlist) -> str:
    return one_line(playlist.name, 60) or str(playlist.id)


target = AzuraCast()
