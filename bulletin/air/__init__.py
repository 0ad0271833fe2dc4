"""Bulletins go on air: a finished one is brought to every target of its station, and asked for there."""

from __future__ import annotations

from .finding import cards, opened, settings_of, target
from .target import Card, Opened, Parcel, Receipt, Target

__all__ = ["Card", "Opened", "Parcel", "Receipt", "Target", "cards", "opened", "settings_of", "target"]
