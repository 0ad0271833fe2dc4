"""What the tags of a finished file say."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .opened import chunks_of
from .values import Finding, Wanted

CHAPTER_WITHIN = 0.05  # seconds


@dataclass(frozen=True)
class Label:
    """Title, artist, what is said (the lyrics), and chapters by title and start in seconds."""

    title: str = ""
    artist: str = ""
    words: str = ""
    chapters: tuple[tuple[str, float], ...] = ()


def label(content: bytes, form: Literal["mp3", "wav"]) -> Label:
    """Read the tags of an MP3, or the cart chunk (AES46) or INFO list of a WAV; what cannot be read is empty."""
    import av

    cart = _cart(content) if form == "wav" else Label()
    try:
        with av.open(io.BytesIO(content), format=form, metadata_errors="replace") as file:
            tags = {name.lower(): value for name, value in file.metadata.items()}
            marks = [
                (m["metadata"].get("title", ""), float(m["start"] * (m["time_base"] or 0))) for m in file.chapters()
            ]
    except (av.error.FFmpegError, ValueError, LookupError):
        return cart
    words = next((value for name, value in tags.items() if name.partition("-")[0] == "lyrics"), "")
    return Label(
        tags.get("title", "") or cart.title,
        tags.get("artist", "") or cart.artist,
        words,
        tuple(sorted(marks, key=lambda mark: mark[1])),
    )


def labelled(found: Label, wanted: Wanted) -> Iterator[Finding]:
    """What the label should say and does not."""
    for name, says, should in (("title", found.title, wanted.title), ("artist", found.artist, wanted.artist)):
        if should is not None and (says != should if should else not says):
            why = f'the {name} is "{says}"' if says else f"there is no {name}"
            yield Finding("tags", "error", f'{why}, and should be "{should}"' if should else why)
    if wanted.chapters is None:
        return
    if len(found.chapters) != len(wanted.chapters):
        yield Finding("tags", "error", f"it has {len(found.chapters)} chapters of {len(wanted.chapters)}")
        return
    for (title, start), (should, begins) in zip(found.chapters, wanted.chapters, strict=True):
        if title != should or abs(start - begins) > CHAPTER_WITHIN:
            why = f'the chapter "{title}" begins at {start:.2f} s, and should be "{should}" at {begins:.2f} s'
            yield Finding("tags", "error", why, begins, begins)


def _cart(content: bytes) -> Label:
    """AES46-2002: the title has 64 bytes after a version of 4, and the artist the next 64."""
    for name, at, size in chunks_of(content):
        if name == b"cart" and size >= 132:
            words = [content[at + first : at + first + 64].split(b"\0")[0] for first in (4, 68)]
            title, artist = (word.decode("utf-8", "replace").strip() for word in words)
            return Label(title, artist)
    return Label()
