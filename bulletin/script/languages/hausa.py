"""Hausa, experimental.

The clock of twelve hours, with ƙarfe, kwata, rabi and saura, after the Hausa course of the Joint Base Language
Training Center, lesson 4 (jblmflc.com): "Ƙarfe huɗu saura kwata", "Karfe biyar saura minti goma".  Which part of the
day an hour belongs to is our choice among the words that the sources have (asuba, safe, rana, yamma, dare).  Dates
with "ga" as in hausa.leadership.ng ("ashirin ga Satumba").
"""

from __future__ import annotations

from datetime import datetime

from ... import tongues
from .words import Words, listing


def greeting(at: datetime) -> str:
    """Barka da safiya, rana, yamma or dare."""
    hour = at.hour
    if 4 <= hour < 12:
        return "Barka da safiya"
    return "Barka da rana" if 12 <= hour < 16 else "Barka da yamma" if 16 <= hour < 19 else "Barka da dare"


def time(at: datetime) -> str:
    """Such as "ƙarfe biyu na rana", "ƙarfe biyu da rabi na rana", "ƙarfe uku saura minti goma na rana"."""
    past = at.minute <= 30
    hour = (at.hour + (not past)) % 24
    minutes = tongues.hausa_minutes(at.minute) if past else _saura(60 - at.minute)
    return " ".join(f"ƙarfe {tongues.hausa(hour % 12 or 12)} {minutes} {_part(hour)}".split())


def _saura(left: int) -> str:
    return "saura kwata" if left == 15 else f"saura minti {tongues.hausa(left)}"


def _part(hour: int) -> str:
    for end, part in ((4, "na dare"), (6, "na asuba"), (12, "na safe"), (16, "na rana"), (19, "na yamma")):
        if hour < end:
            return part
    return "na dare"


def day(at: datetime) -> str:
    """Such as "Juma'a 11 ga Satumba"."""
    return f"{tongues.DAYS['ha'][at.weekday()]} {at.day} ga {tongues.MONTHS['ha'][at.month - 1]}"


WORDS = Words("ha", greeting, time, day, listing("da"), tongues.hausa)
