"""A body is unpacked piece by piece and never beyond its limit: a bomb of 1 GB costs what the limit costs."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

from .faults import Unfetched, too_large

ENCODINGS = "gzip, deflate"  # what is asked for: all that the standard library can unpack within a limit
MOST_MEMBERS = 100  # gzip files one after the other in one body: more is an attack on our time
GZIP, ZLIB, RAW = 16 + zlib.MAX_WBITS, zlib.MAX_WBITS, -zlib.MAX_WBITS


def unpacked(pieces: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The body in its `pieces`, unpacked as the Content-Encoding says; `most` bytes, packed and unpacked alike.

    Raises Unfetched for what is larger, damaged, broken off or packed in another way.
    """
    name = encoding.strip().lower().removeprefix("x-")
    if name in ("", "identity"):
        return b"".join(_bounded(pieces, most))
    if name not in ("gzip", "deflate"):
        raise Unfetched(f"is packed in a way that was not asked for ({encoding[:40]}): its server is at fault")
    try:
        return _inflated(_bounded(pieces, most), name, most)
    except zlib.error as error:
        raise Unfetched(f"came damaged: it cannot be unpacked ({error}): try later") from error


def _bounded(pieces: Iterable[bytes], most: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise too_large(most)
        yield piece


def _inflated(pieces: Iterable[bytes], name: str, most: int) -> bytes:
    whole, packed, members = bytearray(), b"", 0
    inflater: zlib._Decompress | None = None
    for piece in pieces:
        packed += piece
        while packed:
            if inflater is None:
                if len(packed) < 2:
                    break  # too little to tell what it is
                if members and packed[:2] != b"\x1f\x8b":
                    return bytes(whole)  # padding after the last member, as other clients allow
                if members == MOST_MEMBERS:
                    raise Unfetched("came damaged: it is packed in too many parts: try later")
                members += 1
                inflater = zlib.decompressobj(GZIP if name == "gzip" else _deflated_as(packed))
            whole += inflater.decompress(packed, most + 1 - len(whole))
            if len(whole) > most:
                raise too_large(most)
            packed = inflater.unused_data
            if inflater.eof:
                inflater = None
                if name == "deflate":
                    return bytes(whole)
    if inflater is not None or (packed and not members):
        raise Unfetched("came damaged: it broke off in the middle: try later")
    return bytes(whole)


def _deflated_as(packed: bytes) -> int:
    """Told by the first two bytes: "deflate" means zlib's format (RFC 9110, 8.4.1.2), and often comes without it."""
    return ZLIB if packed[0] & 15 == 8 and (packed[0] * 256 + packed[1]) % 31 == 0 else RAW
