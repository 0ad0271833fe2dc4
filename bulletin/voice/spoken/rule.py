"""A rule of speech: a name, a pattern, and what is said for a match.  A language is a tuple of them.

No pattern may be slower than linear: repeats are bounded, and what starts with a run of characters looks behind
so that it starts only where the run does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ...model import Edit

Match = re.Match[str]

# After an abbreviation that ends in a full stop, these words in capitals open a new sentence.
STARTERS = frozenset(
    "A About According After All Also Although An And Another As At Because Before But By Critics Despite Each"
    " Earlier Experts For From He Her Here His How However I If In It Its Last Later Many Meanwhile More Most Mr"
    " Mrs Nearly No Not Now Of Officials On Once One Only Other Our Over Police Residents She Since So Some Still"
    " Such That The Their Then There These They This Those Three Though To Two Under Until We What When Where"
    " While Who Why With Witnesses Yet You Your".split()
)
DETERMINERS = frozenset(
    "a an the di de this that his her its their our my your every each last next another one".split()
)
# What may follow an amount without making it an adjective: "a $5 note", but "the $5 in his hand"
FUNCTION_WORDS = frozenset(
    "a about above across after against ago all also although an and are around as at away be because been before"
    " being below between but by can could did do does down due during each ending for from had has have he her"
    " here his how if in into is it its just less like may might more most must near not of off on once only or"
    " other our out over per plus rather she should since so some than that the their them then there these they"
    " this those though through to today together too under until up via was we were what when where which while"
    " who whose will with within without would yesterday yet you".split()
)


DIGITS = "digits"
CAPITALS = "capitals"
_ANY = {DIGITS: re.compile(r"[0-9]"), CAPITALS: re.compile(r"[A-Z]")}


@dataclass(frozen=True)
class Rule:
    """One named change.  `say` gives the words for a match, or None to leave it as it is."""

    name: str
    pattern: re.Pattern[str]
    say: Callable[[Match], str | None]
    needs: str = ""  # only worth looking for in text with this character, or with any DIGITS or CAPITALS

    def __call__(self, text: str, trace: list[Edit] | None = None) -> str:
        """The text with each match said; changes are added to `trace`."""

        def replace(match: Match) -> str:
            before = match.group()
            after = self.say(match)
            if after is None or after == before:
                return before
            if trace is not None:
                trace.append(Edit(self.name, before, after.strip()))
            return after

        return self.pattern.sub(replace, text)


def follow(rules: Iterable[Rule], text: str, trace: list[Edit] | None = None) -> str:
    """The text after all rules, in their order."""
    has: dict[str, bool] = {}
    for rule in rules:
        if rule.needs:
            if rule.needs not in has:
                has[rule.needs] = _has(text, rule.needs)
            if not has[rule.needs]:
                continue
        before = text
        text = rule(text, trace)
        if text != before:
            has = {}
    return text


def _has(text: str, needs: str) -> bool:
    pattern = _ANY.get(needs)
    return needs in text if pattern is None else pattern.search(text) is not None


_WORD_BEFORE = re.compile(r"([\w'.-]{1,40})[ (]*$")
_WORD_AFTER = re.compile(r"[ ]?([A-Za-z][\w'-]{0,40})")


def word_before(match: Match) -> str:
    """The word that stands before the match in the same clause, or nothing."""
    start = match.start()
    found = _WORD_BEFORE.search(match.string[max(0, start - 42) : start])
    return found[1] if found else ""


def word_after(match: Match) -> str:
    """The word that follows the match at once or after one space, or nothing."""
    found = _WORD_AFTER.match(match.string[match.end() : match.end() + 44])
    return found[1] if found else ""


def clause_before(match: Match, size: int = 90) -> str:
    """What was said before the match, back to the sentence's start and no further than `size` characters."""
    before = match.string[max(0, match.start() - size) : match.start()]
    return re.split(r"[.!?] ", before)[-1].lower()


def qualifies(match: Match) -> bool:
    """Whether the amount stands before a noun as its adjective: "a $5 note", "the 10km road"."""
    if word_before(match).lower() not in DETERMINERS:
        return False
    rest = match.string[match.end() : match.end() + 44]
    after = word_after(match)
    return rest.startswith("-") or bool(
        rest.startswith(" ") and after and after[0].islower() and after not in FUNCTION_WORDS
    )


def to(match: Match) -> str:
    """What joins the ends of a range: "between 5-10" has an "and"."""
    return "and" if word_before(match).lower() == "between" else "to"


def full_stop(match: Match) -> str:
    """A full stop, when the abbreviation that was matched is also the end of its sentence."""
    if not match.group().endswith("."):
        return ""
    rest = match.string[match.end() : match.end() + 60].lstrip("\"')]")
    if not rest.strip():
        return "."
    word = re.match(r" +[\"'(]*([A-Z][a-z]*)(?![\w.])", rest)
    return "." if word and word[1] in STARTERS else ""
