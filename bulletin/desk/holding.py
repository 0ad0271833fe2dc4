"""A language model's copy, held against the lines that it was offered: whatever it says, only what holds is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Annotated

import msgspec
from msgspec import Meta

from bulletin.model import Line

from .cuts import miscut
from .editing import note, plain
from .guard import check
from .offered import Offer, Offered
from .openers import hangs, needs_person
from .sensitive import delicate
from .usable import unusable
from .words import LONG, count

RULE = "language model"  # the name of its edits
LEAST_SHARE = 0.6  # of the words that the desk's copy has: less is no copy for the slot
_FENCE = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)


class _Said(msgspec.Struct, forbid_unknown_fields=True):
    text: Annotated[str, Meta(min_length=1, max_length=600)]
    sources: Annotated[list[Annotated[int, Meta(ge=1, le=1000)]], Meta(min_length=1, max_length=2)]


class _Copy(msgspec.Struct, forbid_unknown_fields=True):
    lines: Annotated[list[_Said], Meta(min_length=1, max_length=20)]


def held(content: str, offer: Offer, words: int, own_words: int) -> tuple[tuple[Line, ...], list[str]]:
    """The model's lines, and what is wrong with them: they may be said only where nothing is.

    `words` is the budget, `own_words` how many the desk's own copy has.
    """
    try:
        told = msgspec.json.decode(_bare(content), type=_Copy).lines
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return (), ["its answer is not the JSON that was asked for"]
    lines: list[Line] = []
    wrong: list[str] = []
    used: list[int] = []
    for number, said in enumerate(told, 1):
        place, line, why = _borne_out(said, offer)
        if line is None:
            wrong.append(f"line {number}: {why}")
            continue
        why = _unfit(line, offer.lines[place], offer, number == 1) or _out_of_place(place, used, offer)
        wrong += [f"line {number}: {why}"] if why else []
        lines.append(line)
        used.append(place)
    return tuple(lines), wrong + _whole(lines, words, own_words)


def _bare(content: str) -> str:
    """The answer without the thoughts before it and the fence around it, which many models cannot leave out."""
    answer = content.rpartition("</think>")[2]
    match = _FENCE.fullmatch(answer) if answer.lstrip().startswith("```") else None
    return match[1] if match else answer


def _borne_out(said: _Said, offer: Offer) -> tuple[int, Line | None, str]:
    """The line with the one offered line that bears it out alone, by its place; or None and the reason.

    One alone: what is held against two sentences at once may take the name from one and the number from the other.
    """
    text = said.text
    if not text.isprintable() or text != " ".join(text.split()):
        return -1, None, "it has control characters, line breaks or double spaces"
    text = plain(text)
    why = ""
    for number in dict.fromkeys(said.sources):
        if number > len(offer.lines):
            return -1, None, f"it cites sentence {number}, and there are {len(offer.lines)}"
        source = offer.lines[number - 1].line
        if text == source.text:
            return number - 1, source, ""
        findings = check(Line(text), [source.text]) if text else []
        if findings:
            why = why or f"{findings[0].rule}: {findings[0].why}"
        elif bad := miscut(text, plain(source.text)):
            why = why or f'at "{bad}": it is not sentence {number} with whole phrases left out'
        else:
            return number - 1, Line(text, source.sources, (*source.edits, note(RULE, source.text, text))), ""
    return -1, None, why or "it is empty"


def _unfit(line: Line, source: Offered, offer: Offer, first: bool) -> str:
    """Why the desk itself would not say this line, or ""."""
    text = line.text
    if why := unusable(text) or delicate(text, offer.minors):
        return f"it {why}"
    if count(text) > LONG and not source.own:
        return f"it has {count(text)} words; a listener can hold {LONG}"
    if opener := hangs(text):
        return f'it opens with "{opener}", which needs a sentence before it'
    if line != source.line and needs_person(text):
        return "it has a pronoun before anybody is named"
    return "it opens the story with a quotation" if first and text.startswith('"') else ""


def _out_of_place(place: int, used: Sequence[int], offer: Offer) -> str:
    """Each sentence once and in the article's order: another order tells another story."""
    after = offer.lines[place].after
    if place in used:
        return "its sentence was said already"
    if used and place < max(used):
        return "it is not in the article's order"
    if after is not None and after not in used:
        return f"it can only be said after sentence {after + 1}"
    return ""


def _whole(lines: Sequence[Line], words: int, own_words: int) -> list[str]:
    total = sum(count(line.text) for line in lines)
    if total > words:
        return [f"it has {total} words, and the budget is {words}"]
    if total < LEAST_SHARE * min(words, own_words):
        return [f"it has {total} words where the desk's own copy has {own_words}"]
    if sum('"' in line.text for line in lines) > 1 + words // 30:
        return ["it has too many quotations"]
    return []
