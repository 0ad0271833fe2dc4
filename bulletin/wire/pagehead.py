"""What a page says about its article: JSON-LD first, then meta tags, then <time> and the headings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

from . import characters, dates, names

ARTICLE_TYPES = ("article", "report", "posting")  # NewsArticle, ReportageNewsArticle, BlogPosting ...
LD_CHARACTERS = 1_000_000
META = {  # our name -> the meta tags that give it, the best first
    "source": ("og:site_name", "application-name", "publisher", "dc.publisher", "twitter:site"),
    "byline": ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author", "twitter:creator"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "publishdate",
        "pubdate",
        "dc.date.issued",
        "dc.date",
        "date",
    ),
    "section": ("article:section", "parsely-section", "section"),
    "language": ("og:locale", "content-language", "language"),
    "licence": ("dc.rights", "license", "licence"),
    "url": ("og:url",),
    "headline": ("og:title", "twitter:title", "dc.title", "headline"),
}


@dataclass(frozen=True)
class PageHead:
    """The headline, the other fields by name, and the body that JSON-LD gives ("" where it gives none)."""

    headline: str
    fields: dict[str, object]
    body: str


def read(tree: lxml.html.HtmlElement) -> PageHead:
    """What stands in a page about its article."""
    linked = next(_articles(tree), {})
    meta = _meta(tree)
    fields: dict[str, object] = {
        "source": linked.get("publisher") or meta.get("source") or _site_in_title(tree),
        "byline": linked.get("author")
        or meta.get("byline")
        or _first(tree, "//*[@rel='author' or @itemprop='author' or contains(concat(' ', @class, ' '), ' byline ')]"),
        "published": linked.get("datePublished") or meta.get("published") or _time(tree),
        "language": tree.get("lang") or linked.get("inLanguage") or meta.get("language"),
        "section": linked.get("articleSection") or meta.get("section"),
        "licence": linked.get("license") or _link(tree, "license") or meta.get("licence"),
        "url": _link(tree, "canonical") or linked.get("url") or meta.get("url"),
    }
    if not dates.parse(_plain(fields["published"])):
        fields["published"] = meta.get("published") or _time(tree)
    body = linked.get("articleBody")
    return PageHead(_headline(tree, linked, meta, fields), fields, body if isinstance(body, str) else "")


def _headline(
    tree: lxml.html.HtmlElement, linked: dict[str, Any], meta: dict[str, str], fields: dict[str, object]
) -> str:
    from .plain import said

    site = names.spoken(said(fields["source"]))
    headings = [text for heading in tree.xpath("//h1")[:20] if (text := characters.one_line(heading.text_content()))]
    candidates = (linked.get("headline"), meta.get("headline"), *headings[:1], _first(tree, "//title"))
    for candidate in candidates:
        if title := names.without_site(characters.one_line(candidate), site):
            return title
    return ""


def _site_in_title(tree: lxml.html.HtmlElement) -> str:
    """The site's name where the page's title is the heading and that: "Road reopens - Highland Post"."""
    title, heading = (characters.one_line(_first(tree, path)) for path in ("//title", "//h1"))
    rest = title.removeprefix(heading) if heading else ""
    return rest.strip(" |–—·-:") if rest != title and len(rest) <= 60 else ""


def _articles(tree: lxml.html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, wherever in lists and graphs they are."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]")[:20]:
        text = (script.text or "").strip().removesuffix(";")
        if len(text) > LD_CHARACTERS:
            continue
        try:
            loaded = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _in(loaded, 4)


def _in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for inner in value[:200]:
            yield from _in(inner, depth - 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            if isinstance(kind, str) and kind.lower().endswith(ARTICLE_TYPES):
                yield value
                break
        if depth:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _in(value.get(key), depth - 1)


def _meta(tree: lxml.html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]")[:500]:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        found.setdefault(name, tag.get("content"))
    return {ours: value for ours, tags in META.items() if (value := next(filter(None, map(found.get, tags)), ""))}


def _time(tree: lxml.html.HtmlElement) -> str:
    """The <time> of publication: one that says so, else the first inside the article, else the first of all."""
    paths = ("//time[@pubdate or @itemprop='datePublished']", "//article//time", "//time")
    times = [tag for path in paths for tag in tree.xpath(path)[:20]]
    texts = (tag.get("datetime") or tag.get("content") or tag.text_content() for tag in times)
    return next((text for text in texts if dates.parse(text)), "")


def _link(tree: lxml.html.HtmlElement, kind: str) -> str:
    return next(iter(tree.xpath("//link[@rel=$kind]/@href | //a[@rel=$kind]/@href", kind=kind)), "")


def _first(tree: lxml.html.HtmlElement, path: str) -> str:
    return next((text for element in tree.xpath(path)[:5] if (text := element.text_content().strip())), "")


def _plain(value: object) -> object:
    from .plain import said

    return said(value)
