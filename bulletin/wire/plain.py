"""Plain text and Markdown: front matter, then paragraphs.  Wrapped lines are joined, paragraph lines are not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from ..errors import SourceError
from ..model import Removal
from . import characters, dates, names
from .raw import Raw

FRONT_MATTER_CHARACTERS = 20_000
MOST_LINES = 20_000
MAIL_WIDTH = 132  # characters: no one wraps text wider than this
RAGGED = 12  # characters that a wrapped line may be short of the width, beyond the word that did not fit

FIELDS = {  # the key in front matter or JSON -> our name for it
    **dict.fromkeys(("headline", "title", "name"), "headline"),
    **dict.fromkeys(("source", "publisher", "site", "site_name", "sitename", "outlet", "provider"), "source"),
    **dict.fromkeys(("byline", "author", "authors", "by", "creator", "reporter"), "byline"),
    **dict.fromkeys(
        ("date", "published", "published_at", "publishedat", "datepublished", "date_published"), "published"
    ),
    **dict.fromkeys(("pubdate", "publish_date", "publishdate", "pub_date", "created_at", "timestamp"), "published"),
    **dict.fromkeys(("language", "lang", "inlanguage", "locale"), "language"),
    **dict.fromkeys(("section", "category", "categories", "articlesection", "desk"), "section"),
    **dict.fromkeys(("licence", "license", "rights"), "licence"),
    **dict.fromkeys(("embargo", "embargo_until", "embargoed_until", "not_before"), "embargo"),
    **dict.fromkeys(("expires", "expiry", "expires_at", "kill", "not_after"), "expires"),
    **dict.fromkeys(("url", "link", "canonical", "canonical_url", "permalink"), "url"),
}
HEADER = re.compile(r"([A-Za-z][A-Za-z_ -]{1,30}):[ \t]*(.{0,500})")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def has_front_matter(text: str) -> bool:
    """True for a text that begins with YAML between two lines of three hyphens, with a key that we know."""
    if not (block := _front_block(text)):
        return False
    return any(match[1].lower() in FIELDS for line in block.splitlines() if (match := HEADER.match(line)))


def read(text: str, origin: str, *, markdown: bool = False) -> Raw:
    """The article in a text.  Raises SourceError for one of too many lines."""
    if text.count("\n") > MOST_LINES:
        raise SourceError(f"more than {MOST_LINES:,} lines, too many for an article: give the story alone")
    fields: Mapping[str, object] = {}
    warnings: tuple[str, ...] = ()
    body = text.lstrip()
    if has_front_matter(body):
        block = _front_block(body)
        fields, warnings = _yaml(block)
        body = body[body.index(block) + len(block) :].lstrip().partition("\n")[2]
    else:
        fields, body = _headers(body)
    headline, parts = "", _blocks(body)
    headings: tuple[str, ...] = ()
    if markdown:
        from .markdown import blocks

        marked = blocks(body)
        headline, headings, parts = marked.headline, marked.headings, marked.blocks
    found = described(fields, origin)
    return replace(
        found,
        headline=found.headline or headline,
        paragraphs=tuple(paragraphs(parts)),
        removed=tuple(Removal(heading, "sub heading") for heading in headings if heading.strip()),
        warnings=(*warnings, *found.warnings),
    )


def described(fields: Mapping[str, object], origin: str) -> Raw:
    """A Raw with the fields that a mapping gives under any of their names, and no paragraphs yet.

    Raises SourceError for an embargo or an expiry that is no date: what may not be aired now is not guessed.
    """
    given: dict[str, object] = {}
    for key, value in fields.items():
        name = FIELDS.get(str(key).lower().replace("-", "_").replace(" ", "_"))
        if name and value and name not in given:
            given[name] = value
    texts = {name: characters.one_line(said(value)) for name, value in given.items()}
    moment = given.get("published")
    published = dates.parse(moment if isinstance(moment, int | float) else said(moment))
    warnings = (
        (f"its date is not understood: {texts['published']!r}",) if texts.get("published") and not published else ()
    )
    url = names.web_address(texts.get("url", ""))
    return Raw(
        paragraphs=(),
        origin=origin,
        headline=texts.get("headline", ""),
        source=names.spoken(texts.get("source", "")) or names.of_address(url),
        url=url,
        byline=without_by(texts.get("byline", "")),
        published=published,
        language=language(texts.get("language", "")),
        section=texts.get("section", ""),
        licence=texts.get("licence", ""),
        embargo=_must("embargo", given),
        expires=_must("expires", given),
        warnings=warnings,
    )


def _must(name: str, given: Mapping[str, object]) -> datetime | None:
    value = given.get(name)
    moment = dates.parse(value if isinstance(value, int | float) else said(value))
    if value and not moment:
        shown = characters.one_line(said(value))[:60]
        raise SourceError(f"its {name} is not understood: {shown!r}; write 2026-11-23T14:00:00+01:00")
    return moment


def said(value: object) -> str:
    """A value of a field as text: a list is joined, an object gives its name, a number its digits."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        inner = next((value[key] for key in ("name", "rendered", "@value", "url", "@id") if value.get(key)), "")
        return inner if isinstance(inner, str) else ""
    if isinstance(value, Sequence):
        return ", ".join(text for part in value[:10] if not isinstance(part, list) and (text := said(part)))
    return ""


def without_by(byline: str) -> str:
    """A byline without its "By"; an address is no byline."""
    byline = re.sub(r"(?i)^by[:\s]\s*", "", byline).strip(" ,|")
    return "" if names.web_address(byline) else byline


def language(code: str) -> str:
    """A language code in its usual form ("en_GB" -> "en-GB"), or "" for what is none."""
    if not LANGUAGE.fullmatch(code):
        return ""
    first, *rest = code.replace("_", "-").split("-")
    return "-".join((first.lower(), *rest))


def paragraphs(blocks: Sequence[Sequence[str]]) -> list[str]:
    """Paragraphs from blocks of lines: the lines of hard-wrapped text are joined, others stand for themselves."""
    width = _wrap_width(blocks)
    return [" ".join(text.split()) for block in blocks for text in _joined(block, width) if text.strip()]


def _joined(lines: Sequence[str], width: int) -> list[str]:
    joined: list[str] = []
    last = ""
    for line in lines:
        bare = line.strip()
        if joined and width and not _indented(line) and _wraps(last, bare, width):
            gap = "" if re.search(r"\w-$", joined[-1]) else " "
            joined[-1] = f"{joined[-1]}{gap}{bare}"
        elif bare:
            joined.append(bare)
        last = bare
    return joined


def _blocks(text: str) -> tuple[list[str], ...]:
    return tuple(block.split("\n") for block in re.split(r"\n[ \t\xa0]*\n", text) if block.strip())


def _wrap_width(blocks: Sequence[Sequence[str]]) -> int:
    """The width that the lines were wrapped at, or 0 for text whose lines are paragraphs."""
    lines = [line.rstrip() for block in blocks for line in block]
    width = max(map(len, lines), default=0)
    if not 40 <= width <= MAIL_WIDTH:
        return 0
    breaks = [(one.strip(), two.strip()) for block in blocks for one, two in pairwise(block)]
    wrapped = sum(_wraps(one, two, width) for one, two in breaks)
    # A wrapped text also breaks off sentences; one whose lines all end in full stops is a list of paragraphs.
    open_ends = sum(not re.search(r"[.!?…][\"”’')]?$", one) for one, _ in breaks)
    return width if breaks and wrapped * 10 >= len(breaks) * 6 and open_ends * 2 > len(breaks) else 0


def _wraps(line: str, following: str, width: int) -> bool:
    """True where the next line's first word would not have fitted on this line (about)."""
    word = following.split(" ", 1)[0]
    return len(line) + 1 + len(word) + RAGGED > width


def _indented(line: str) -> bool:
    return line.startswith(("  ", "\t", "- ", "* ", "• "))


def _front_block(text: str) -> str:
    """What stands between the two lines of hyphens, or ""."""
    if not text.startswith("---\n"):
        return ""
    end = re.compile(r"\n(?:---|\.\.\.)[ \t]*(?:\n|$)").search(text, 3, FRONT_MATTER_CHARACTERS)
    return text[4 : end.start()] if end else ""


def _yaml(block: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    """The fields of front matter.  Where it is not quite YAML (a colon in a title), its lines are read as written."""
    import yaml

    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but text, lists, tables
    except (yaml.YAMLError, RecursionError, ValueError):
        loaded = None
    if isinstance(loaded, dict):
        return loaded, ()
    lines = (HEADER.fullmatch(line.strip()) for line in block.splitlines())
    plain_fields = {match[1]: match[2].strip().strip("\"'") for match in lines if match}
    return plain_fields, ("its front matter is not YAML: it was read line by line",)


def _headers(text: str) -> tuple[Mapping[str, object], str]:
    """Mail-style lines at the top ("Title: ...", "Date: ..."), at least two, each with a key that we know."""
    fields: dict[str, object] = {}
    rest = text
    while len(fields) < 12:
        line, _, after = rest.partition("\n")
        if not (match := HEADER.fullmatch(line.strip())) or match[1].lower().replace(" ", "_") not in FIELDS:
            break
        fields[match[1]] = match[2].strip()
        rest = after
    return (fields, rest) if len(fields) >= 2 else ({}, text)
