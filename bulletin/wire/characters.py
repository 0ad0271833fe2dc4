"""Characters put right: mojibake repaired, invisible ones out, white space plain, accents composed (NFC)."""

from __future__ import annotations

import html
import re
import unicodedata

# Not one of these alone shows mojibake, so that ftfy (0.14 s to load) is only asked about other text.
INNOCENT = dict.fromkeys(map(ord, "“”‘’–—…£€₦•·°½é\u00a0\u2009\u200b\ufeff\u00ad"))
# Zero-width marks, soft hyphens, byte order marks, direction marks and the object replacement mark.
INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF, 0xFFFC, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
BREAKS = {0x2028: "\n", 0x2029: "\n\n", 0x85: "\n", 0x0B: "\n", 0x0C: "\n\n", 0x1C: "\n", 0x1D: "\n", 0x1E: "\n"}
ESCAPES = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")  # terminal colours
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROLS_OR_BREAKS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def repaired(text: str) -> str:
    """Text with plain characters only; lines and their breaks stay as they are."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and not CONTROLS_OR_BREAKS.search(text):
        return text  # most English copy
    if not text.translate(INNOCENT).isascii():
        text = _unmangled(text)
    text = ESCAPES.sub("", text).translate(BREAKS).translate(INVISIBLE)
    return unicodedata.normalize("NFC", CONTROLS.sub("", text))


def one_line(text: object, most: int = 300) -> str:
    """Text for a field: one line, single-spaced, no entities, at most `most` characters; "" for what is no text."""
    if not isinstance(text, str):
        return ""
    return " ".join(unescaped(repaired(text[: 4 * most])).split())[:most]


def unescaped(text: str) -> str:
    """HTML entities as the characters that they stand for."""
    return html.unescape(text) if ENTITY.search(text) else text


def _unmangled(text: str) -> str:
    import ftfy

    settings = ftfy.TextFixerConfig(
        uncurl_quotes=False,  # curly quotes tell an opening from a closing one
        fix_character_width=False,
        unescape_html=False,
        normalization=None,
        explain=False,
    )
    return "\n".join(ftfy.fix_text(line, settings) for line in text.split("\n"))
