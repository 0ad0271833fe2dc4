"""What a script says in words of its own, in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Words:
    """How one language says what every bulletin says.  `at` is a time by the station's own clock."""

    language: str  # its code without a region
    greeting: Callable[[datetime], str]  # by the hour: "Good morning"
    time: Callable[[datetime], str]  # to stand after "it is" and after "at": "two o'clock"; no digits
    day: Callable[[datetime], str]  # "Friday 11 September"; the voice says the figure
    listed: Callable[[Sequence[str]], str]  # names in a row: "Al Jazeera, the BBC and Reuters"
    number: Callable[[int], str]  # 0 to 999,999,999,999,999 in words


def listing(last: str) -> Callable[[Sequence[str]], str]:
    """Names in a row, with that word before the last: commas between the others; "" for none."""

    def listed(names: Sequence[str]) -> str:
        return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)

    return listed
