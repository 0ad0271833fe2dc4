"""Names said right: pronunciation lexicons (W3C PLS), put into spoken text the way each engine can take them."""

from .applying import apply
from .names import Lexicon, Name
from .pls import load, merged, ours
from .strangers import unknown

__all__ = ["Lexicon", "Name", "apply", "load", "merged", "ours", "unknown"]
