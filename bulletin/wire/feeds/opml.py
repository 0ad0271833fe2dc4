"""Lists of feeds (OPML), as feed readers give and take them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from ...errors import SourceError
from ...station import Wire
from .. import characters, decode, names

OPML = re.compile(r"(?is)\s{0,99}(?:<[?!].{0,500}?>\s{0,99}){0,9}<opml\b")
MOST = 1000  # feeds of one list
DEPTH = 50  # folders within folders
CATEGORIES = {  # what folders are called -> a category of the running order
    **dict.fromkeys(("sports", "football", "soccer", "michezo", "wasanni", "sport"), "sport"),
    **dict.fromkeys(("business", "economy", "economie", "finance", "markets", "money"), "business"),
    **dict.fromkeys(("africa", "afrique", "afrika", "african"), "africa"),
    **dict.fromkeys(("local", "home", "nigeria", "national", "locale"), "local"),
    **dict.fromkeys(("world", "international", "monde", "global", "duniya", "dunia"), "world"),
    **dict.fromkeys(("light", "entertainment", "culture", "lifestyle", "showbiz", "oddities"), "light"),
}


@dataclass(frozen=True)
class Outline:
    """One feed of a list; `category` is "" where the list does not say."""

    url: str
    name: str = ""
    category: str = ""


def is_opml(text: str) -> bool:
    """True for a list of feeds, told by its beginning."""
    return bool(OPML.match(text))


def read(data: bytes) -> tuple[Outline, ...]:
    """The feeds of a list, each once.  Raises SourceError for what is none."""
    import defusedxml.ElementTree
    from defusedxml import DefusedXmlException

    text, _ = decode.text_of(data)
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", characters.CONTROLS.sub("", text.lstrip("\ufeff")))
    if text.count("<") > 100 * MOST:
        raise SourceError("a list of feeds with too much in it: give a shorter one")
    try:
        root = defusedxml.ElementTree.fromstring(text.encode(), forbid_dtd=False, forbid_entities=True)
    except DefusedXmlException:
        raise SourceError("a list of feeds with entities of its own, which are not read: export it anew") from None
    except (defusedxml.ElementTree.ParseError, ValueError) as error:
        raise SourceError(f"a list of feeds that is not well-formed ({error}): export it anew") from None
    found: dict[str, Outline] = {}
    for outline in _outlines(root):
        found.setdefault(outline.url, outline)
    if not found:
        raise SourceError("a list without feeds: its outlines need an xmlUrl")
    return tuple(found.values())[:MOST]


def _outlines(root: object) -> Iterator[Outline]:
    waiting: list[tuple[object, str, int]] = [(root, "", 0)]
    while waiting:
        element, folder, depth = waiting.pop()
        given = {name.lower(): value for name, value in element.attrib.items()}  # type: ignore[attr-defined]
        title = characters.one_line(given.get("title") or given.get("text") or "", 100)
        if url := names.web_address(given.get("xmlurl", "")):
            yield Outline(url, _printable(title), category_of(given.get("category", "")) or category_of(folder))
        elif depth < DEPTH:
            below = title if element.tag == "outline" and title else folder  # type: ignore[attr-defined]
            waiting += [(child, below, depth + 1) for child in reversed(list(element))]  # type: ignore[call-overload]


def category_of(words: str) -> str:
    """A folder's name, or OPML's "/News/Africa", as a category; "" for what can be none."""
    last = re.split(r"[/,]", words.strip(" /,"))[-1].strip().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", last).strip("-")
    known = next((CATEGORIES[word] for word in (slug, *slug.split("-")) if word in CATEGORIES), "")
    return known or (slug if re.fullmatch(r"[a-z][a-z0-9-]{0,30}", slug) else "")


def write(wires: Sequence[Wire], title: str) -> str:
    """The wires as a list of feeds, in folders by category."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">']
    lines += [f"  <head><title>{escape(title)}</title></head>", "  <body>"]
    for category in dict.fromkeys(wire.category for wire in wires):
        lines.append(f'    <outline text="{escape(category)}">')
        for wire in (wire for wire in wires if wire.category == category):
            name = escape(wire.name or wire.url)
            lines.append(f'      <outline type="rss" text="{name}" title="{name}" xmlUrl="{escape(wire.url)}"/>')
        lines.append("    </outline>")
    return "\n".join([*lines, "  </body>", "</opml>", ""])


def _printable(text: str) -> str:
    return "".join(c for c in text if c.isprintable())
