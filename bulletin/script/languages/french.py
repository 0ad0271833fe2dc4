"""French as on radio: the clock of twenty-four hours, with which "et quart" and "et demie" are not used.

After the Office québécois de la langue française, "Écriture des heures" (vitrinelinguistique.oqlf.gouv.qc.ca/21516:
0 h 04 is "minuit quatre"), and the openings of RFI's "Journal en français facile" ("bonsoir à toutes et à tous").
"""

from __future__ import annotations

from datetime import datetime

from ... import tongues
from .words import Words, listing


def greeting(at: datetime) -> str:
    """Bonjour by day, bonsoir from six in the evening to four in the morning."""
    return "Bonjour" if 4 <= at.hour < 18 else "Bonsoir"


def time(at: datetime) -> str:
    """Such as "quatorze heures", "vingt et une heures cinq", "midi", "minuit trente"."""
    return tongues.french_clock(at.hour, at.minute)


def day(at: datetime) -> str:
    """Such as "vendredi 11 septembre", "mardi 1er mai"; to stand after "le", or alone."""
    number = "1er" if at.day == 1 else str(at.day)
    return f"{tongues.DAYS['fr'][at.weekday()]} {number} {tongues.MONTHS['fr'][at.month - 1]}"


WORDS = Words("fr", greeting, time, day, listing("et"), tongues.french)
