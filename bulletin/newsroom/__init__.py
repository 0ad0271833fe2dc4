"""The composition root: one run is six calls, top to bottom.  Nothing else knows all the rooms.

drafting.py is gather, condense, choose and write; making.py is read, produce and publish; choosing.py is the same
beginning from the station's wires, and slots.py a bulletin that is made once, whoever tries.  approving.py is what
a person says to a draft.
"""

from . import approving, by_hand
from .airing import deliver, parcel_of, withdraw
from .anew import make_anew, make_without
from .checking import check, planned
from .claims import dead
from .drafting import draft
from .last_good import make_last_good
from .making import make, say
from .places import is_script, save_script
from .slots import draft_slot, hash_of, make_drafted, make_script, make_slot, previewed
from .switches import switched_off
from .values import Asked, Draft, Found, Made, Progress

__all__ = [
    "Asked",
    "Draft",
    "Found",
    "Made",
    "Progress",
    "approving",
    "by_hand",
    "check",
    "dead",
    "deliver",
    "draft",
    "draft_slot",
    "hash_of",
    "is_script",
    "make",
    "make_anew",
    "make_drafted",
    "make_last_good",
    "make_script",
    "make_slot",
    "make_without",
    "parcel_of",
    "planned",
    "previewed",
    "save_script",
    "say",
    "switched_off",
    "withdraw",
]
