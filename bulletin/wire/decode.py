"""From bytes to text: what is no text is told apart by its first bytes, then the encoding is found."""

from __future__ import annotations

import codecs
import re

from ..errors import SourceError

MAGIC = (  # the first bytes of files that people rename by mistake
    (b"ID3", "an MP3 sound"),
    (b"\xff\xfb", "an MP3 sound"),
    (b"\xff\xf3", "an MP3 sound"),
    (b"\xff\xf2", "an MP3 sound"),
    (b"RIFF", "a WAV sound or a WebP picture"),
    (b"OggS", "an Ogg sound"),
    (b"fLaC", "a FLAC sound"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
MARKS = (  # byte order marks, the longest first: UTF-16's is the start of UTF-32's
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([a-z0-9_-]{2,30})""")
XML_ENCODING = re.compile(rb"""^\s{0,20}<\?xml[^>]{0,100}encoding=["']([A-Za-z0-9_-]{2,30})["']""")
ADVICE = "save the article as text or HTML"


def text_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text in some bytes, and warnings.  Raises SourceError for what is empty or is no text."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xfe\xff"):
        raise SourceError("the file is empty: give an article")
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _known(data, encoding)
    for magic, what in MAGIC:
        if data.startswith(magic):
            raise SourceError(f"{what}, not text: {ADVICE}")
    if encoding := _unmarked_utf16(data):
        return _known(data, encoding)
    if _looks_binary(data):
        raise SourceError(f"binary data, not text: {ADVICE}")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _known(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    if bad * 10 > len(text):
        raise SourceError(f"binary data, not text: {ADVICE}")
    return text, _bad(bad, encoding)


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without its mark: Latin letters leave every second byte zero."""
    head = data[:2000]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    most = 0.6 * len(head) / 2
    if odd > most and even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd * 20 < even else ""


def _looks_binary(data: bytes) -> bool:
    head = data[:65536]
    if b"\x00" in head:
        return True
    controls = len(head) - len(head.translate(None, bytes(set(range(32)) - {9, 10, 12, 13, 27})))
    return controls * 50 > len(head)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, tuple[str, ...]]:
    if encoding := _declared(data):
        return _known(data, encoding)
    kept = data.decode("utf-8", errors="ignore")
    letters = len(kept) - len(kept.encode("ascii", errors="ignore"))
    broken = len(data) - len(kept.encode())
    if letters > broken:  # UTF-8 with a few bytes lost
        return _known(data, "utf-8")
    if encoding := _western(data):
        return data.decode(encoding), ()
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise SourceError(f"its encoding cannot be told (byte {error.start}): save it as UTF-8")
    return _known(data, best.encoding)


def _declared(data: bytes) -> str:
    """The encoding that a page gives for itself, if Python knows it."""
    head = data[:4096]
    if not (match := META_CHARSET.search(head) or XML_ENCODING.search(head)):
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return ""
    # Pages that say Latin-1 mean Windows-1252 (WHATWG Encoding Standard, section 4.2).
    return {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-8": ""}.get(name, name)


def _western(data: bytes) -> str:
    """Windows-1252, when nearly all is ASCII: detectors guess badly from a few curly quotes and accents."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if high * 10 > len(data):
        return ""
    return "cp1252" if not re.search(rb"[\x81\x8d\x8f\x90\x9d]", data) else ""


def _bad(count: int, encoding: str) -> tuple[str, ...]:
    return (
        (f"{count} broken characters in the file (read as {encoding}): check the words around them",) if count else ()
    )
