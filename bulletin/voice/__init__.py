"""The script is read aloud: lines -> takes.  Importing this loads no audio and no neural package."""

from .casting import cards, missing, pace
from .engine import Card
from .reading import Takes, read, say
from .spoken import changes, spoken

__all__ = ["Card", "Takes", "cards", "changes", "missing", "pace", "read", "say", "spoken"]
