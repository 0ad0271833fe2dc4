"""Which category of the running order an article is filed under."""

from __future__ import annotations

import re
from collections.abc import Callable

from bulletin.model import Article
from bulletin.station.tables import RunningOrder

from ..sensitive import sensitive
from .names import africa, named_in, phrases, words_in

LEAD = 600  # characters of the first paragraph that are its lead, whatever a feed calls a paragraph
GENERAL = frozenset({"", "local", "africa", "world", "other", "news", "general"})  # categories that name no subject

# What sections are called, in the languages of our templates; written for this project by hand.
SPORT = frozenset(
    "sport sports sporting football soccer cricket rugby tennis athletics basketball boxing golf olympics afcon wasanni michezo"
    " f1 netball volleyball".split()
)
BUSINESS = frozenset(
    "business economy economic economics economie économie market markets finance finances financial companies banking stocks money"
    " biashara uchumi kasuwanci bourse entreprises".split()
)
LIGHT = frozenset(
    "entertainment showbiz celebrity celebrities lifestyle culture arts music film films movies fashion offbeat oddities quirky"
    " weird odd nollywood burudani nishadi divertissement".split()
)
WORLD = frozenset("world international foreign monde duniya dunia".split())
_WORD = re.compile(r"[^\W_]+")


def category_of(article: Article, order: RunningOrder) -> str:
    """The category of the running order that an article belongs to: "local", "africa", "sport" ...

    Its own section goes first, then a wire that is about one subject, then the names in headline and lead, then its
    wire's category.  A sensitive story is never the kicker's.
    """
    return filing(order)(article)


def filing(order: RunningOrder) -> Callable[[Article], str]:
    """`category_of` for many articles: what the station says is made ready once."""
    places = tuple((category, phrases(names)) for category, names in order.places.items())
    tables = (order.half_life_hours, order.latest_hours, order.weights, order.quotas, order.places)
    known = {name for table in tables for name in table} | {*order.lead, order.last}
    known -= {"other", "breaking", *GENERAL}

    def subject(text: str) -> str:
        """The subject that a section's name, or the folders of an address, tell of."""
        if not text:
            return ""
        words = _WORD.findall(text.lower())
        if named := next((word for word in words if word in known), ""):
            return named
        for category, names in (("sport", SPORT), ("business", BUSINESS), (order.last, LIGHT)):
            if not names.isdisjoint(words):
                return category
        return ""

    def filed(article: Article) -> str:
        if found := subject(article.section) or subject(_folders(article)):
            return found
        if article.category not in GENERAL and article.category not in order.places:
            return article.category
        words = words_in(f"{article.headline} | {article.section} | {lead_of(article)}")
        for category, names in places:
            if named_in(words, names):
                return category
        if named_in(words, africa()):
            return "local" if article.category == "local" and not order.places.get("local") else "africa"
        if not WORLD.isdisjoint(_WORD.findall(article.section.lower())):
            return "world"
        return article.category or "world"

    def unless_sensitive(article: Article) -> str:
        found = filed(article)
        if found == order.last and found != "sport" and is_sensitive(article):
            general = article.category if article.category in GENERAL else ""
            return filed(Article(article.id, article.headline, article.paragraphs[:1], category=general))
        return found

    return unless_sensitive


def is_sensitive(article: Article) -> bool:
    """Whether headline or lead tell of a death, a child, violence or an accusation."""
    return bool(sensitive((), (article.headline, lead_of(article))))


def lead_of(article: Article) -> str:
    """What the article begins with."""
    return article.paragraphs[0][:LEAD] if article.paragraphs else ""


def _folders(article: Article) -> str:
    """The folders of its address, without the page's own name; only where it has no section of its own."""
    if article.section:
        return ""
    return " ".join(article.url.split("?", 1)[0].split("/")[3:-1])[:200]
