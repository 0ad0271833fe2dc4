"""The script is read aloud: lines -> takes.  Importing this loads no audio and no neural package."""

from .casting import cards, missing, pace
from .engine import Card
from .reading import Takes, read, say

try:
    from .spoken import spoken
except ImportError:
    from ._standin import spoken

__all__ = ["Card", "Takes", "cards", "missing", "pace", "read", "say", "spoken"]
