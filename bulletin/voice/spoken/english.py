"""How English is made speakable, top to bottom: each line is a step, and its file has the rules and their data."""

from __future__ import annotations

from . import (
    abbreviations,
    addresses,
    calendar_days,
    clock_times,
    figures,
    initialisms,
    measures,
    models,
    money,
    periods,
    regnal,
    sport,
    symbols,
    verses,
)
from .rule import Rule

RULES: tuple[Rule, ...] = (
    figures.LONG,  # so that all that follows meets numbers of a bounded length
    figures.LOOSE_THOUSANDS,
    figures.DECIMAL_COMMA,
    figures.HUNDREDS,
    *addresses.RULES,  # while dots and slashes still mean an address
    *abbreviations.RULES,  # "No. 42", "Gov." before any full stop counts as one
    *verses.RULES,
    *sport.RULES,
    *clock_times.RULES,  # 9.30pm is no decimal
    *calendar_days.RULES,
    *periods.RULES,
    *symbols.EARLY,
    *money.RULES,  # N90m is naira, not metres
    figures.MULTIPLIED,
    figures.BY,
    *measures.RULES,
    symbols.POWER,
    money.LONE,
    figures.VERSION,
    figures.CLASSES,
    figures.ORDINALS,
    figures.ORDINAL,
    *models.RULES,
    *calendar_days.YEARS,  # what money and units have left may be a year
    *figures.RULES,
    *regnal.RULES,
    *initialisms.RULES,
    figures.NUMBERS,  # every digit that is left
    *symbols.RULES,
)
