"""Whose words they are, where a quotation runs over several sentences and only one of them names the speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .facts import Facts
from .quotes import FIRST_PERSON, introduced, speaker_in
from .words import LONG, count, has_verb

LONGEST_RUN = 8  # sentences of one quotation; after that a listener, and we, have lost the speaker


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says a sentence that does not name its speaker, the place of the sentence that does, and where he begins."""

    lead: str  # "Mr Bello told reporters"
    place: int
    start: int


def speeches_in(texts: Sequence[str], quoted: Sequence[bool]) -> dict[int, Speech]:
    """For each sentence of a quotation, by its place, who says it; one that names its speaker has its own place.

    `quoted` tells which sentences lie in a quotation that began before them.  A quotation that follows one at once
    and names nobody has the same speaker: news writing names a new one.
    """
    found: dict[int, Speech] = {}
    last: Speech | None = None
    place = 0
    while place < len(texts):
        end = place + 1
        if not quoted[place] and '"' not in texts[place]:
            last, place = None, end
            continue
        while (
            end < len(texts) and (quoted[end] or _opens_again(texts[end - 1], texts[end])) and end - place < LONGEST_RUN
        ):
            end += 1
        start = last.start if last else place
        speech = next(
            (Speech(lead, at, place) for at in range(place, end) if (lead := speaker_in(texts[at], quoted[at]))),
            last and Speech(last.lead, last.place, start),
        )
        for at in range(place, end):
            if speech and (at == speech.place or _only_words(texts[at], quoted[at])):
                found[at] = speech
        last, place = speech, end
    return found


def _opens_again(before: str, text: str) -> bool:
    """A quotation of several paragraphs: each opens with a mark, and only the last one closes."""
    return before[:1] == '"' == text[:1] and before.count('"') == 1


def _only_words(text: str, quoted: bool) -> bool:
    """Whether nothing but the speaker's words is in a sentence."""
    if not quoted and text[:1] != '"':
        return False
    inner = text[1:] if text[:1] == '"' else text
    return '"' not in inner.rstrip(".,!").removesuffix('"')


def spoken_by(speech: Speech, text: str, facts: Facts) -> str | None:
    """The sentence with its speaker in front: reported, or as a quotation where it is in the first person and short."""
    inner = text.strip('" ').rstrip(",.!")
    if not has_verb(inner) or count(inner) < 4 or inner.endswith("?") or inner[:1].islower():
        return None
    if FIRST_PERSON.search(inner) and count(inner) > LONG:
        return None
    return introduced(speech.lead, inner, facts)
