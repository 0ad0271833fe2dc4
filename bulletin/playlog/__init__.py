"""What was seen, chosen, scripted, approved, made and aired, and when: the station's memory, a real database.

opened(url)    the playlog at sqlite:///FILE or postgresql://HOST/NAME, made or brought up to date

Importing this reads in no database code; `opened` does.  docs/playlog.md says what each table and status means.
"""

from __future__ import annotations

from .book import Playlog, opened
from .values import Chosen, Claim, Delivery, Entry, Happening, Seen, Status, Taken, Told

__all__ = [
    "Chosen",
    "Claim",
    "Delivery",
    "Entry",
    "Happening",
    "Playlog",
    "Seen",
    "Status",
    "Taken",
    "Told",
    "opened",
]
