"""The composition root: one run is six calls, top to bottom.  Nothing else knows all the rooms.

drafting.py is gather, condense, choose and write; making.py is read, produce and publish.
"""

from .checking import check, planned
from .drafting import draft, switched_off
from .making import make, say
from .places import is_script, save_script
from .values import Draft, Found, Made, Progress

__all__ = [
    "Draft",
    "Found",
    "Made",
    "Progress",
    "check",
    "draft",
    "is_script",
    "make",
    "planned",
    "save_script",
    "say",
    "switched_off",
]
