"""A podcast's feed: RSS 2.0 with the tags of iTunes and of the podcast namespace, as bytes.

Sources: the RSS 2.0 specification; Apple's "A Podcaster's Guide to RSS"; podcastindex.org/namespace/1.0.
"""

from __future__ import annotations

import html
import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any

from .asking import one_line
from .playlists import whole

ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
PODCAST = "https://podcastindex.org/namespace/1.0"
ATOM = "http://www.w3.org/2005/Atom"
FEED = "feed.xml"
_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the namespace of podcast:guid
_TYPES = {".mp3": "audio/mpeg", ".wav": "audio/wav"}


@dataclass(frozen=True)
class Episode:
    """One bulletin in the feed.  The names are those of files beside the feed, "" where there is none."""

    name: str
    guid: str  # for good
    slot: datetime  # UTC
    title: str
    headlines: tuple[str, ...]
    duration_seconds: float
    audio: str
    size: int  # bytes of `audio`
    transcript: str = ""
    chapters: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """All that belongs to it and is there."""
        return tuple(name for name in (self.audio, self.transcript, self.chapters) if name)


@dataclass(frozen=True)
class Channel:
    """What a feed says of itself."""

    base_url: str  # where its folder is seen from outside, without a slash at its end
    title: str
    description: str
    author: str
    language: str
    link: str  # the station's own page
    image: str  # an address, or ""
    email: str
    category: str
    subcategory: str
    explicit: bool
    guid: str  # of the feed; "": made from its address


def feed(channel: Channel, episodes: Sequence[Episode]) -> bytes:
    """The whole feed; `episodes` with the newest first.  The same bytes for the same values."""
    from lxml import etree

    rss = etree.Element("rss", {"version": "2.0"}, nsmap={"itunes": ITUNES, "podcast": PODCAST, "atom": ATOM})
    top = etree.SubElement(rss, "channel")
    _add(top, "title", printable(channel.title))
    _add(top, "link", channel.link)
    _add(top, "description", html.escape(one_line(channel.description, 4000)))
    _add(top, "language", channel.language)
    _add(top, f"{{{ATOM}}}link", href=f"{channel.base_url}/{FEED}", rel="self", type="application/rss+xml")
    if episodes:
        _add(top, "pubDate", format_datetime(episodes[0].slot))
    if channel.image:
        image = _add(top, "image")
        _add(image, "url", channel.image)
        _add(image, "title", printable(channel.title))
        _add(image, "link", channel.link)
        _add(top, f"{{{ITUNES}}}image", href=channel.image)
    _add(top, f"{{{ITUNES}}}author", one_line(channel.author))
    _add(top, f"{{{ITUNES}}}explicit", "true" if channel.explicit else "false")
    _add(top, f"{{{ITUNES}}}type", "episodic")
    category = _add(top, f"{{{ITUNES}}}category", text=channel.category)
    if channel.subcategory:
        _add(category, f"{{{ITUNES}}}category", text=channel.subcategory)
    if channel.email:
        owner = _add(top, f"{{{ITUNES}}}owner")
        _add(owner, f"{{{ITUNES}}}name", one_line(channel.author))
        _add(owner, f"{{{ITUNES}}}email", channel.email)
    _add(top, f"{{{PODCAST}}}guid", channel.guid or guid_of(f"{channel.base_url}/{FEED}"))
    _add(top, f"{{{PODCAST}}}medium", "podcast")
    for episode in episodes:
        _item(top, episode, channel)
    return etree.tostring(rss, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def guid_of(address: str) -> str:
    """A feed's podcast:guid: of its address without the scheme and without slashes at its end."""
    return str(uuid.uuid5(_PODCASTS, re.sub(r"^[a-z]+://", "", address).rstrip("/")))


def printable(title: str) -> str:
    """A title as one line; some readers take titles for HTML, so nothing is left in it that would be."""
    return re.sub(r"&(?=[#\w])", "& ", one_line(title)).replace("<", "‹").replace(">", "›")


def _item(top: Any, episode: Episode, channel: Channel) -> None:
    item = _add(top, "item")
    title = printable(episode.title) or f"{episode.slot:%d %B %Y %H:%M} UTC"
    _add(item, "title", title)
    _add(item, "guid", episode.guid, isPermaLink="false")
    _add(item, "pubDate", format_datetime(episode.slot))
    told = "".join(f"<li>{html.escape(one_line(headline))}</li>" for headline in episode.headlines)
    _add(item, "description", f"<ul>{told}</ul>" if told else html.escape(one_line(episode.title) or title))
    kind = _TYPES["." + episode.audio.rpartition(".")[2]]
    _add(item, "enclosure", url=f"{channel.base_url}/{episode.audio}", length=str(episode.size), type=kind)
    _add(item, f"{{{ITUNES}}}duration", str(whole(episode.duration_seconds)))
    _add(item, f"{{{ITUNES}}}explicit", "true" if channel.explicit else "false")
    _add(item, f"{{{ITUNES}}}episodeType", "full")
    if episode.transcript:
        place = f"{channel.base_url}/{episode.transcript}"
        _add(
            item,
            f"{{{PODCAST}}}transcript",
            url=place,
            type="text/vtt",
            language=channel.language,
            rel="captions",
        )
    if episode.chapters:
        place = f"{channel.base_url}/{episode.chapters}"
        _add(item, f"{{{PODCAST}}}chapters", url=place, type="application/json+chapters")


def _add(parent: Any, tag: str, words: str | None = None, /, **attributes: str) -> Any:
    from lxml import etree

    made = etree.SubElement(parent, tag, attributes)
    made.text = words
    return made
