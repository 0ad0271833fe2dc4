"""Copy becomes a script: stories are laid into a template's running order, and scripts go to text and back."""

from .text import from_text, is_script, to_text
from .writing import write

__all__ = ["from_text", "is_script", "to_text", "write"]
