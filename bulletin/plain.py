"""Words from outside made fit for tags, captions, pictures and carts."""

from __future__ import annotations

import unicodedata

_UNFIT = {"Cc", "Cs", "Cn", "Zl", "Zp"}  # controls, lone surrogates, unassigned, line and paragraph breaks
_TURNS = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")  # they turn a reader's text around
_PLAINER = str.maketrans(  # what Unicode does not take apart
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "ɓ": "b", "Ɓ": "B", "ɗ": "d",
        "Ɗ": "D", "ƙ": "k", "Ƙ": "K", "ƴ": "y", "Ƴ": "Y", "ŋ": "ng", "Ŋ": "Ng", "ɛ": "e", "Ɛ": "E", "ɔ": "o",
        "Ɔ": "O", "ø": "o", "Ø": "O", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ı": "i", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "₦": "N", "€": "EUR ", "£": "GBP ",
        "·": "-",
    }
)  # fmt: skip


def plain(text: str, most: int = 300) -> str:
    """`text` as one line without control characters, of at most `most` characters."""
    kept = "".join(" " if c in "\n\r\t\v\f\u2028\u2029" else c for c in text[: 4 * most])
    kept = "".join(c for c in kept if c not in _TURNS and unicodedata.category(c) not in _UNFIT)
    kept = " ".join(kept.split())
    return kept if len(kept) <= most else f"{kept[: most - 1].rstrip()}…"


def ascii_of(text: str, most: int = 300) -> str:
    """`text` as one line of ASCII: accents dropped, letters without a plainer form left out."""
    bare = unicodedata.normalize("NFKD", plain(text, most).translate(_PLAINER))
    return " ".join("".join(c for c in bare if c.isascii()).split())
