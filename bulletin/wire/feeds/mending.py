"""From a feed's text to well-formed XML that is small enough: broken marks mended, its newest items, nothing else.

libxml2 reads what is broken as far as it can be read, and knows neither entities of the feed's own nor DTDs here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape as escaped
from html.entities import html5

from lxml import etree

from ...errors import SourceError
from .. import characters, dates
from .entry import items as counted

ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:rss|feed|RDF|rdf|channel)(?=[\s>/])")
OTHER = re.compile(r"(?i)<(?:html|body|urlset|sitemapindex|opml)\b")
ROOT_WITHIN = 50_000  # characters: after more, it is something else that quotes a feed
ITEMS = ("item", "entry")
LOOKED_AT = 5000  # items whose dates are compared, where there are too many
ELEMENTS = 40_000  # of all items together: an honest feed has a tenth
HEAD_ELEMENTS = 200  # before and between the items
TEXT = 100_000  # characters of one element
ATTRIBUTES = 40  # of one element: feedparser's time grows with the square of their number
PREFIXES = 40
AMPERSAND = re.compile(
    r"&(?:#(?P<number>\d{1,7}|[xX][0-9A-Fa-f]{1,6});|(?!(?:amp|lt|gt|quot|apos);)(?P<name>[A-Za-z][A-Za-z0-9]{1,30};)?)"
)
BAD = re.compile("[\ufffe\uffff]")
PREFIX = re.compile(r"(?:</?|\s)([A-Za-z_][\w.-]{0,30}):[A-Za-z_][\w.-]{0,60}(?=[\s=>/])")
OWN_ENTITY = re.compile(r"(?i)<!ENTITY\s+[^%\s]")  # a "%" is how very old feeds bring in the letters of HTML
NAMESPACE = re.compile(r"\sxmlns(?::[\w.-]{1,30})?\s{0,3}=\s{0,3}(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}')")
DECLARED = re.compile(r"\sxmlns:([A-Za-z_][\w.-]{0,30})\s{0,3}=")
KNOWN = {  # where they are used without being declared
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
}
WHEN = ("published", "pubDate", "issued", "date", "updated", "modified", "lastBuildDate")


def is_feed(text: str) -> bool:
    """True for RSS, RDF and Atom."""
    match = ROOT.search(text, 0, ROOT_WITHIN)
    return match is not None and not OTHER.search(text, 0, match.start())


def mended(text: str, most: int, now: datetime) -> tuple[bytes, tuple[str, ...]]:
    """The newest `most` items as well-formed XML, and what was left out of it.  Raises SourceError."""
    root, told = _tree(_well_marked(text))
    left_out = [told] if told else []
    left_out.extend(_only_newest(root, most, now))
    left_out.extend(_only_so_much(root))
    for element in _parents(root):
        if len(element.attrib) > ATTRIBUTES:
            element.attrib.clear()
    for item in items_of(root):
        for element in item.iter():
            _short_and_plain(element)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True), tuple(left_out)


def items_of(root: etree._Element) -> list[etree._Element]:
    """The items, wherever the dialect has them: in the channel or beside it."""
    return [child for parent in _parents(root) for child in parent if _name(child) in ITEMS]


def _parents(root: etree._Element) -> list[etree._Element]:
    return [root, *(child for child in root if _name(child) == "channel")]


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _well_marked(text: str) -> bytes:
    """From the root on: no DTD, no entity but XML's own, no ampersand that is none, every prefix declared."""
    match = ROOT.search(text)
    if not match:
        raise SourceError("no feed in it: check the address")
    if OWN_ENTITY.search(text, 0, match.start()):
        raise SourceError("it declares entities of its own, as an attack does: tell its publisher")
    text = BAD.sub("", characters.CONTROLS.sub("", text[match.start() :]))
    outside, *sections = text.split("<![CDATA[")
    pieces = [AMPERSAND.sub(_character, outside)]
    for section in sections:
        inside, _, outside = section.partition("]]>")  # one that never ends goes on into the next
        pieces += (escaped(inside, quote=False), AMPERSAND.sub(_character, outside))
    whole = NAMESPACE.sub(lambda match: re.sub(r"\s(?!xmlns)", "", match[0]), "".join(pieces))
    start = match.end() - match.start()
    return f"{whole[:start]}{_declarations(whole)}{whole[start:]}".encode("utf-8", errors="ignore")


def _character(match: re.Match[str]) -> str:
    """An entity of HTML as its character, any other as it is written; no number of what is no character."""
    if number := match["number"]:
        point = int(number[1:], 16) if number[0] in "xX" else int(number)
        good = point in (9, 10, 13) or 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE or 0x10000 <= point < 0x110000
        return match[0] if good else ""
    name = match["name"] or ""
    return escaped(html5[name], quote=False) if name in html5 else f"&amp;{name}"


def _declarations(text: str) -> str:
    declared = {"xml", "xmlns", *DECLARED.findall(text)}
    used = dict.fromkeys(match[1] for match in PREFIX.finditer(text))
    missing = [name for name in used if name not in declared and not name.lower().startswith("xml")]
    return "".join(f' xmlns:{name}="{KNOWN.get(name, f"urn:undeclared:{name}")}"' for name in missing[:PREFIXES])


def _tree(data: bytes) -> tuple[etree._Element, str]:
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    deep = any("depth" in entry.message for entry in parser.error_log)
    told = "it is nested too deeply: what stands after that was not read" if deep else ""
    if root is None:
        raise SourceError(f"a feed that cannot be read: {_first_error(parser)}; tell its publisher")
    if deep and not items_of(root):
        raise SourceError("a feed that is nested too deeply to be read: tell its publisher")
    return root, told


def _first_error(parser: etree.XMLParser) -> str:
    error = next(iter(parser.error_log), None)
    return f"{characters.one_line(error.message, 100)}, line {error.line}" if error else "it is empty"


def _only_newest(root: etree._Element, most: int, now: datetime) -> Iterator[str]:
    items = items_of(root)
    if len(items) <= most:
        return
    when = {item: _when(item, now) for item in items[:LOOKED_AT]}
    newest = set(sorted(when, key=lambda item: when[item], reverse=True)[:most])
    for item in items:
        if item not in newest and (parent := item.getparent()) is not None:
            parent.remove(item)
    yield f"{len(items) - most:,} older items: the newest {most} of {len(items):,} were read"


def _when(item: etree._Element, now: datetime) -> float:
    """When an item is from, in seconds since 1970; one that says it is of the future is of now."""
    texts = {_name(child): child.text or "" for child in item}
    moment = next((found for name in WHEN if (found := dates.believed(dates.parse(texts.get(name, ""))))), None)
    return min(moment or datetime.fromtimestamp(0, UTC), now).timestamp()


def _only_so_much(root: etree._Element) -> Iterator[str]:
    """Items until there are too many elements in them; of what stands around them, what is small."""
    budget, gone = ELEMENTS, 0
    for item in items_of(root):
        for inner in [inner for inner in item.iter() if inner is not item and _name(inner) in ITEMS]:
            _remove(inner)  # an item within an item is none
        size = _size(item, budget)
        if size >= budget:
            gone += 1
            _remove(item)
        else:
            budget -= size
    budget = HEAD_ELEMENTS
    for parent in _parents(root):
        for child in [child for child in parent if _name(child) not in (*ITEMS, "channel")]:
            size = _size(child, budget) if budget else HEAD_ELEMENTS
            if size >= budget:
                _remove(child)
            else:
                budget -= size
    if gone:
        yield f"{counted(gone)}: there are more than {ELEMENTS:,} elements in the feed"


def _short_and_plain(element: etree._Element) -> None:
    """Text to its bounds, and as CDATA: feedparser is called for every character that is escaped."""
    text = element.text or ""
    if len(text) > TEXT:
        text = element.text = text[:TEXT]
    if ("<" in text or "&" in text) and not len(element):
        element.text = etree.CDATA(text)
    if element.tail and len(element.tail) > TEXT:
        element.tail = element.tail[:TEXT]


def _remove(element: etree._Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _size(element: etree._Element, most: int) -> int:
    """How many elements an element has, counted up to `most`; one with a host of attributes loses them."""
    count = 0
    for inner in element.iter():
        if len(inner.attrib) > ATTRIBUTES:
            inner.attrib.clear()
        count += 1
        if count >= most:
            break
    return count
