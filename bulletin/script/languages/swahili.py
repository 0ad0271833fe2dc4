"""Swahili, experimental.

Hours are counted from six: saa moja asubuhi is seven in the morning.  After "Swahili Made Easy", lesson 27
(muse.jhu.edu), Baylor's "Elementary Swahili" (kamili, robo, nusu, kasorobo) and makalima.online.fr/E_Chap23.htm
("Sasa ni saa saba kamili").  The parts of the day are CLDR's day periods for Swahili, but six in the morning is
asubuhi, as in "Swahili Made Easy".  Dates with tarehe, and mosi for the first: kamusi.org/content/dates.
"""

from __future__ import annotations

from datetime import datetime

from ... import tongues
from .words import Words, listing


def greeting(at: datetime) -> str:
    """Habari za asubuhi, mchana, jioni or usiku."""
    part = tongues.swahili_part(at.hour)
    return f"Habari za {'asubuhi' if part == 'alfajiri' else part}"


def time(at: datetime) -> str:
    """Such as "saa nane mchana" (14:00), "saa nane na nusu mchana", "saa tisa kasoro dakika kumi mchana"."""
    return tongues.swahili_clock(at.hour, at.minute)


def day(at: datetime) -> str:
    """Such as "Ijumaa tarehe 11 Septemba", "Jumanne tarehe mosi Mei"."""
    number = "mosi" if at.day == 1 else str(at.day)
    return f"{tongues.DAYS['sw'][at.weekday()]} tarehe {number} {tongues.MONTHS['sw'][at.month - 1]}"


WORDS = Words("sw", greeting, time, day, listing("na"), tongues.swahili)
