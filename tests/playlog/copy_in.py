"""Articles, choices and bulletins of our own making."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Any

from bulletin.model import Airing, Article, Bulletin, Choice, Event, Rundown

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def article(headline: str = "Bridge opens in Lokoja", **more: Any) -> Article:
    made = hashlib.sha256(repr((headline, more.get("paragraphs"))).encode()).hexdigest()[:12]
    named = {"id": made, "paragraphs": ("The bridge is open.",), "wire": "https://wire.example/feed", "guid": headline}
    return Article(headline=headline, **(named | more))


def choice(headline: str, place: int | None = 1, reason: str = "leads", **more: Any) -> Choice:
    told = article(headline, **more)
    return Choice(Event(told.id, (told,)), place, reason, score=1.0)


def airing(headline: str, slot: datetime = NOON, station: str = "demo") -> Airing:
    told = article(headline)
    slug = "-".join(headline.lower().split())
    return Airing(station, slot, told.id, told.id, slug, headline, f"{headline}, they say.", "local")


def bulletin(name: str = "demo-20260309T1200-hourly", **more: Any) -> Bulletin:
    made = {
        "id": name, "station": "Demo Radio", "air_time": NOON, "template": "hourly", "voice": "tone",
        "slot_seconds": 180.0, "folder": "audio_out/demo/2026-03-09/1200-hourly", "audio": "bulletin.mp3",
        "duration_seconds": 179.5, "loudness_lufs": -16.0, "true_peak_dbtp": -1.2, "rundown": Rundown(179.5, 180.0),
    }  # fmt: skip
    return Bulletin(**(made | more))


def make(log: Any, slot: datetime, *headlines: str, now: datetime | None = None, station: str = "demo") -> None:
    """A whole bulletin, as the newsroom writes it down."""
    now = now or slot - timedelta(minutes=5)
    claim = log.claim(station, slot, by="here:1", now=now)
    decided = [choice(headline, place, f"number {place}") for place, headline in enumerate(headlines, 1)]
    log.scripted(claim, path="scripts/x.md", script_hash="ab" * 32, template="hourly", choices=decided, now=now)
    log.finished(claim, bulletin(), [airing(headline, slot, station) for headline in headlines], now)
