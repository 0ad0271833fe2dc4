"""From a source as it was named to the bytes in it: files, folders, standard input, each within bounds."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..model import Rejected
from . import names

FILE_BYTES = 5_000_000  # the largest file that is read: a saved page with its scripts is under 3 MB
FOLDER_FILES = 2000  # the most files from one folder
FOLDER_DEPTH = 6  # folders within folders
SUFFIXES = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"},
)
FEEDS = frozenset({".xml", ".rss", ".rdf", ".atom", ".opml"})  # read too where there is a station to fetch for
ADDRESS = re.compile(r"(?i)[a-z][a-z0-9+.-]{1,20}://")


@dataclass(frozen=True)
class Document:
    """The bytes of one file, with the name that it has for a reader and its suffix ("" for standard input)."""

    origin: str
    suffix: str
    data: bytes


@dataclass(frozen=True)
class Address:
    """A source that is on the web."""

    url: str


def find(
    source: str | Path, stdin: BinaryIO | None = None, *, feeds: bool = False
) -> Iterator[Document | Address | Rejected]:
    """Give what one source holds: one document, or those of a folder in the order of their names.

    With `feeds`, addresses are given as such, and a folder's feeds and lists of feeds are looked for too.
    """
    name = str(source)
    origin = printable(name)
    if not name.strip():
        yield Rejected("(no name)", "the name is empty: give a file, a folder or - for standard input")
    elif name == "-":
        yield _standard_input(stdin)
    elif feeds and names.web_address(name.strip()):
        yield Address(name.strip())
    elif ADDRESS.match(name) and feeds:
        yield Rejected(origin, "no address that can be fetched: it begins with https:// or http:// and has no spaces")
    elif ADDRESS.match(name):
        yield Rejected(origin, "web addresses are not fetched: save the page and give the file")
    else:
        try:
            if Path(name).is_dir():
                yield from _folder(Path(name), SUFFIXES | FEEDS if feeds else SUFFIXES)
            else:
                yield _file(Path(name))
        except (OSError, ValueError) as error:
            yield Rejected(origin, _plainly(error))


def printable(name: str | Path) -> str:
    """A name that is safe to show: control characters and broken bytes become question marks."""
    return "".join(c if c.isprintable() else "?" for c in str(name))


def _standard_input(stdin: BinaryIO | None) -> Document | Rejected:
    try:
        data = (stdin or sys.stdin.buffer).read(FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        return Rejected("-", f"standard input cannot be read ({error}): give a file")
    return _document("-", "", data)


def _file(path: Path) -> Document | Rejected:
    origin = printable(path)
    if reason := _not_readable(path.stat()):
        return Rejected(origin, reason)
    # Opened without waiting and looked at again: what was a file a moment ago may be a pipe by now.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as opened:
        if reason := _not_readable(os.fstat(handle)):
            return Rejected(origin, reason)
        data = opened.read(FILE_BYTES + 1)
    return _document(origin, path.suffix.lower(), data)


def _document(origin: str, suffix: str, data: bytes) -> Document | Rejected:
    if len(data) > FILE_BYTES:
        return Rejected(origin, _too_large(None))
    return Document(origin, suffix, data)


def _not_readable(status: os.stat_result) -> str:
    if not stat.S_ISREG(status.st_mode):
        return "not a file but a device, pipe or socket: give a file of text"
    return _too_large(status.st_size) if status.st_size > FILE_BYTES else ""


def _too_large(size: int | None) -> str:
    has = "more" if size is None else f"{size / 1e6:,.1f} MB"
    return f"too large: it has {has} and {FILE_BYTES / 1e6:g} MB is the most; give the article alone"


def _folder(folder: Path, suffixes: frozenset[str]) -> Iterator[Document | Rejected]:
    count = 0
    root = folder.resolve()
    for path in _walk(folder, FOLDER_DEPTH, suffixes):
        count += 1
        if count > FOLDER_FILES:
            reason = f"it holds more than {FOLDER_FILES} articles: the rest are left unread; give fewer"
            yield Rejected(printable(folder), reason)
            return
        try:
            if path.is_symlink() and not path.resolve().is_relative_to(root):
                yield Rejected(printable(path), "a link that leads out of the folder: give the file itself")
            else:
                yield _file(path)
        except (OSError, RuntimeError) as error:
            yield Rejected(printable(path), _plainly(error))
    if not count:
        wanted = ", ".join(sorted(suffixes))
        yield Rejected(printable(folder), f"no articles in this folder: it looks for files named {wanted}")


def _walk(folder: Path, depth: int, suffixes: frozenset[str]) -> Iterator[Path]:
    """Files of the types that we read, by name; hidden ones are passed over and links to folders not followed."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # a folder inside that cannot be opened is passed over, as a hidden one is
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if depth > 1:
                yield from _walk(folder / entry.name, depth - 1, suffixes)
        elif Path(entry.name).suffix.lower() in suffixes:
            yield folder / entry.name


_REASONS = {
    errno.ENOENT: "no such file or folder: check the name",
    errno.ENOTDIR: "no such file or folder: check the name",
    errno.EACCES: "permission denied: allow this user to read it",
    errno.EPERM: "permission denied: allow this user to read it",
    errno.ELOOP: "a link that leads back to itself: give the file itself",
    errno.ENAMETOOLONG: "the name is too long: check it",
    errno.ENXIO: "not a file but a device, pipe or socket: give a file of text",
}


def _plainly(error: Exception) -> str:
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, f"it cannot be read ({error.strerror or error}): check the file")
    return "the name has a character that no file name can have: check it"
