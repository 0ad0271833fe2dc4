"""How a sentence is changed: every change is named, and can be played again from the sentence as it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bulletin.model import Citation, Edit, Line

from .patterns import regex
from .words import ABBREVIATIONS, ARTICLES, PLACES, PREPOSITIONS, STOP, finite

_STRAIGHT = str.maketrans("“”„‘’‚\u00a0", "\"\"\"''' ")
_JUNK = regex(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_EMOJI = regex(r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff\U000e0000-\U000e007f]+")


def plain(text: str) -> str:
    """The words on one line, with straight quote marks and without signs that cannot be seen or said."""
    if not text.isascii():
        text = text.translate(_STRAIGHT)
    if not (text.isascii() and text.isprintable()):
        text = _EMOJI.sub(" ", _JUNK.sub("", text))
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence on its way to being a line: its words, the changes so far (rule, before, after), and where it is from."""

    text: str
    steps: tuple[tuple[str, str, str] | Edit, ...] = ()
    sources: tuple[Citation, ...] = ()
    off: frozenset[str] = frozenset()  # rules that the station does not want

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The changes as they are written down; made when asked for, as most drafts are never said."""
        return tuple(step if isinstance(step, Edit) else note(*step) for step in self.steps)

    @property
    def line(self) -> Line:
        """What is said."""
        return Line(self.text, self.sources, self.edits)

    def changed(self, rule: str, text: str) -> Draft:
        """The draft with new words, and the change written down; the same draft where nothing changed."""
        text = text.strip()
        return (
            self if text == self.text else Draft(text, (*self.steps, (rule, self.text, text)), self.sources, self.off)
        )

    def through(self, rules: Sequence[tuple[str, Callable[[str], str]]]) -> Draft:
        """The draft after some rules, each a name and a function from text to text."""
        draft = self
        for name, rule in rules:
            if name not in self.off and (text := rule(draft.text)) != draft.text:
                draft = draft.changed(name, text)
        return draft


def note(rule: str, before: str, after: str) -> Edit:
    """The change between two texts as whole words, with as many around them as make the place certain."""
    old, new = before.split(), after.split()
    low = 0
    while low < min(len(old), len(new)) and old[low] == new[low]:
        low += 1
    high = 0
    while high < min(len(old), len(new)) - low and old[-1 - high] == new[-1 - high]:
        high += 1
    while True:
        was = " ".join(old[low : len(old) - high])
        if was and f" {before} ".count(f" {was} ") == 1:
            return Edit(rule, was, " ".join(new[low : len(new) - high]))
        if low == 0 and high == 0:
            return Edit(rule, before, after)
        low, high = max(0, low - 1), max(0, high - 1) if low == 0 else high


def replay(text: str, edits: Sequence[Edit]) -> str | None:
    """The text after the edits, or None where an edit does not fit it."""
    for edit in edits:
        padded = f" {text} "
        if not edit.before or padded.count(f" {edit.before} ") != 1:
            return None
        text = " ".join(padded.replace(f" {edit.before} ", f" {edit.after} ", 1).split())
    return text


_SPACE_BEFORE = regex(r" +([,.;:!?)])")
_DOUBLE_COMMA = regex(r",(?: ?,)+")
# The last sign comes first, so that the search jumps from sign to sign: one behind a space, or behind another.
_UNTIDY = regex(r"[,.;:!?)](?:(?<= .)|(?<=,,)|(?<=[,;:–—-][.!?]))")
_STOPPED = regex(r"[.!?…][\"')]*$")
_COMMA_STOP = regex(r" ?[,;:–—-]+ ?([.!?])")


def tidy(text: str) -> str:
    """Commas, spaces and the capital put right after a cut; always with a full stop at the end."""
    if "  " in text or _UNTIDY.search(text):
        text = " ".join(text.split())
        text = _COMMA_STOP.sub(r"\1", _DOUBLE_COMMA.sub(",", _SPACE_BEFORE.sub(r"\1", text)))
    text = text.strip(" ,;:–—")
    text = text[:1].upper() + text[1:] if text[:1].islower() else text
    return text if not text or text[-1] in ".!?…" or _STOPPED.search(text[-4:]) else text + "."


_NEVER_NAMES = frozenset(
    "police nobody everybody everyone somebody anybody anyone people officials residents prices talks".split()
)


def lower_first(text: str, names: frozenset[str], common: frozenset[str]) -> str:
    """The text as it stands in mid-sentence: its first letter small unless the word is a name.

    `names` are words seen with a capital in mid-sentence, `common` words seen without one.
    """
    first, _, rest = text.partition(" ")
    word = first.rstrip(",.;:")
    bare = word.removesuffix("'s")
    if not first[:1].isupper() or (len(word) > 1 and not word[1:].islower() and "'" not in word and "-" not in word):
        return text
    if word.lower() in PREPOSITIONS or word.lower() in ARTICLES:
        return first[:1].lower() + text[1:]
    if word.lower() in _NEVER_NAMES:
        return first[:1].lower() + text[1:]
    if word == "I" or word.startswith("I'") or bare in names or word.lower() in ABBREVIATIONS:
        return text
    following = rest.split(" ", 1)[0]
    if following[:1].isupper():
        likely = word.lower() in STOP
    elif word.lower() in common:
        likely = True
    elif word.endswith(("ian", "ese", "ish", "ean", "can")) or word in PLACES:
        likely = False
    else:  # a name that comes once and first in a sentence is followed by its verb; a noun by more of its phrase
        likely = word.endswith(("s", "ing", "ly", "tion", "ment")) or not finite(following)
    return first[:1].lower() + text[1:] if likely else text
