"""Invented articles and events for the tests of the running order."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from bulletin.model import Airing, Article, Event

AT = datetime(2026, 10, 28, 13, 0, tzinfo=UTC)  # a Wednesday


def ago(minutes: float) -> datetime:
    """So long before AT; what is negative lies ahead."""
    return AT - timedelta(minutes=minutes)


def article(name: str, minutes: float | None = 60, category: str = "world", **more: object) -> Article:
    """An everyday article, told so many minutes before AT by a source of its own."""
    values: dict[str, object] = {
        "headline": f"{name} opens a bridge",
        "paragraphs": (f"The council of {name} opened the {name}bridge over the {name}water on a fine {name}day.",),
        "source": f"The {name} Post",
        "published": None if minutes is None else ago(minutes),
        "category": category,
        "wire": f"https://{name.lower()}.example/feed",
    }
    return Article(id=digest(name), **(values | more))  # type: ignore[arg-type] # a builder of test values


def event(name: str, minutes: float | None = 60, category: str = "world", **more: object) -> Event:
    """An event that one article tells."""
    return of(article(name, minutes, category, **more))


def of(*articles: Article, aired: tuple[Airing, ...] = (), update: bool = False) -> Event:
    """An event that these articles tell, named for the first."""
    return Event(articles[0].id, articles, aired, update)


def aired(name: str, *minutes: float, copy: str = "") -> tuple[Airing, ...]:
    """Airings of that event so many minutes before AT, the earliest first."""
    return tuple(
        Airing("test-fm", ago(before), digest(name), digest(name), name, name, copy or f"The {name}bridge is open.")
        for before in minutes
    )


def digest(name: str) -> str:
    """An article's id."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]
