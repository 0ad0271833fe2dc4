"""The script is read aloud: lines -> takes.  Importing this loads no audio and no neural package."""

from .casting import cards, missing, rest
from .engine import Card
from .naming import hard_names, said
from .pacing import pace
from .performing import lacking
from .reading import Takes, read, say
from .spoken import spoken

__all__ = [
    "Card",
    "Takes",
    "cards",
    "hard_names",
    "lacking",
    "missing",
    "pace",
    "read",
    "rest",
    "said",
    "say",
    "spoken",
]
