"""The composition root: one run is six calls, top to bottom.  Nothing else knows all the rooms.

drafting.py is gather, condense, choose and write; making.py is read, produce and publish; choosing.py is the same
beginning from the station's wires, and slots.py a bulletin that is made once, whoever tries.
"""

from .checking import check, planned
from .drafting import draft
from .making import make, say
from .places import is_script, save_script
from .slots import make_script, make_slot, previewed
from .switches import switched_off
from .values import Asked, Draft, Found, Made, Progress

__all__ = [
    "Asked",
    "Draft",
    "Found",
    "Made",
    "Progress",
    "check",
    "draft",
    "is_script",
    "make",
    "make_script",
    "make_slot",
    "planned",
    "previewed",
    "save_script",
    "say",
    "switched_off",
]
