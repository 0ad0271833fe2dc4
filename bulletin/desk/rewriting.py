"""One sentence on its way to the air: the rules in the order in which they are applied."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bulletin.model import Citation

from .attribution import attribution_first, says_now
from .days import UNCERTAIN, days_true
from .ear import FOR_THE_EAR, WORDING
from .editing import Draft, tidy
from .facts import Facts
from .openers import carries, hangs, needs_person, with_noun, without_connective
from .quotes import reported
from .roles import role_first
from .sensitive import without_method
from .sentences import Sentence
from .shortening import ALWAYS, WHEN_LONG, without_parentheses
from .speech import Speech, spoken_by
from .splitting import parts_of
from .tightening import STILL_LONG, without_act_of_saying
from .usable import CLOSES
from .words import LONG, count, has_verb

Drafts = tuple[Draft, ...]
COPY_RULES = (*ALWAYS, *FOR_THE_EAR)
_SHORTENING: tuple[tuple[str, Callable[[str], str]], ...] = (*WHEN_LONG, *STILL_LONG)
SHORTEST = 9  # words that are left of a sentence,
LEFT = 0.5  # and the share of its words: with more gone it is hardly worth its breath,
ENOUGH = 18  # unless it still has so many


class Versions:
    """What a sentence may be said as, from the fullest to the shortest; made when asked for, as most are never needed."""

    __slots__ = ("_coming", "_made")

    def __init__(self, made: Iterable[Drafts] = (), coming: Iterable[Drafts] = ()) -> None:
        self._made = list(made)
        self._coming = iter(coming)

    def __iter__(self) -> Iterator[Drafts]:
        for place in itertools.count():
            if place == len(self._made):
                new = next(self._coming, None)
                if new is None:
                    return
                self._made.append(new)
            yield self._made[place]

    def __bool__(self) -> bool:
        return next(iter(self), None) is not None

    def refuse(self, lines: Drafts) -> None:
        """Takes out a version that may not be said."""
        self._made.remove(lines)


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of a sentence: its versions, or the reason why it has none."""

    versions: Versions = field(default_factory=Versions)
    after: tuple[int, ...] = ()  # it may only be said after one of the sentences at these places
    direct: bool = False  # there is a quotation in it
    reason: str = ""
    stood: Drafts = ()  # the sentence as it stood, for when every version is refused; () where that cannot be said


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the rules see it: its sentences, their plain words, who says them, and what is known of its words."""

    sentences: Sequence[Sentence]
    texts: Sequence[str]
    speeches: Mapping[int, Speech]
    facts: Facts
    off: frozenset[str] = frozenset()  # rules that the station does not want


def rewritten(place: int, page: Page, lead: bool = False) -> Copy:
    """The sentence at `place` made for the ear; the `lead` of an article is said as it stands where no rule fits it."""
    source, text, facts = page.sentences[place].source, page.texts[place], page.facts
    if not facts.english:
        draft = Draft(text, (), (source,)).through((("parentheses", without_parentheses), ("full stop", tidy)))
        return Copy(Versions([(draft,)]), after=(place - 1,) if hangs(draft.text) else ())
    if (speech := page.speeches.get(place)) and speech.place != place:
        return _speech(place, page, speech)
    copy = _sentence(place, page)
    if lead and not copy.versions and '"' not in text[:1] and not hangs(text):
        return Copy(Versions([(Draft(text, (), (source,)).changed("full stop", tidy(text)),)]), direct='"' in text)
    return copy


def _speech(place: int, page: Page, speech: Speech) -> Copy:
    """Somebody's words, in a sentence that does not name him, with the speaker in front."""
    text = spoken_by(speech, page.texts[place], page.facts)
    if text is None:
        return Copy(reason="is a part of a quotation that cannot be heard alone")
    draft = Draft(page.texts[place], off=page.off).changed("speaker in front", text).through(COPY_RULES)
    return _in_place(place, page, draft, '"' in text)


def _sentence(place: int, page: Page) -> Copy:
    text, facts = page.texts[place], page.facts
    draft = Draft(text, off=page.off)
    if draft.text.count('"') == 1 and (page.sentences[place].quoted or CLOSES.search(draft.text)):
        draft = draft.changed("open quotation", f'"{draft.text}')
    quoted = reported(draft.text, facts)
    if quoted.reason:
        return Copy(reason=quoted.reason)
    draft = draft.changed("reported speech", quoted.text).through(COPY_RULES)
    draft = draft.through((("connective", without_connective),))
    draft = draft.changed("method", without_method(draft.text))
    draft = draft.changed("day", days_true(draft.text, facts))
    if UNCERTAIN in draft.text:
        return Copy(reason="has a day that is not certain at air time")
    draft = _last_rules(draft, facts)
    if not has_verb(draft.text) and draft.edits:
        draft = Draft(text, off=page.off)
    if draft.text.count('"') % 2 or (has_verb(text) and not has_verb(draft.text)):
        return Copy(reason="could not be made a whole sentence")
    return _in_place(place, page, draft, quoted.direct)


def _last_rules(draft: Draft, facts: Facts) -> Draft:
    return draft.through(
        (
            ("act of saying", without_act_of_saying),
            ("attribution first", lambda text: attribution_first(text, facts)),
            ("role first", role_first),
            ("says", lambda text: says_now(text, facts)),
            ("full stop", tidy),
        )
    )


def _in_place(place: int, page: Page, draft: Draft, direct: bool) -> Copy:
    """The draft as lines, alone where it can stand alone, else bound to the sentence before."""
    facts, texts = page.facts, page.texts
    sources: tuple[Citation, ...] = (page.sentences[place].source,)
    speech = page.speeches.get(place)
    if speech and speech.place != place:
        sources = (*sources, page.sentences[speech.place].source)
    first = speech.start if speech else place
    opener = hangs(draft.text)
    if opener.lower() in {"i", "we", "my", "our", "you", "your", "me", "us"} or (
        "'" in opener and opener[0].lower() in "iwy"
    ):
        return Copy(reason=f'opens with "{opener}", which nobody is named for')
    after: tuple[int, ...] = ()
    if opener and (found := _antecedent(first, draft.text, texts, facts)):
        text, back = found
        draft = draft.changed("noun for pronoun", text).through(WORDING)
        sources = (*sources, page.sentences[back].source)
    elif opener or needs_person(draft.text):
        if not (first and carries(texts[first - 1], draft.text)):
            return Copy(
                reason=f'opens with "{opener}", and it is not certain who that is'
                if opener
                else "has a pronoun with no noun before it"
            )
        after = tuple(range(first - 1, place))
    draft = replace(draft, sources=sources)
    return Copy(Versions(coming=_versions(draft, facts)), after, direct, stood=_as_it_stood(texts[place], sources))


def _as_it_stood(text: str, sources: tuple[Citation, ...]) -> Drafts:
    whole = Draft(text, (), sources).changed("full stop", tidy(text))
    return () if '"' in whole.text or hangs(whole.text) or count(whole.text) > LONG + 10 else (whole,)


def _antecedent(place: int, text: str, texts: Sequence[str], facts: Facts) -> tuple[str, int] | None:
    """The sentence with a noun for its pronoun and the place of that noun, looked for in at most three sentences before it."""
    for back in range(place - 1, max(-1, place - 4), -1):
        if found := with_noun(text, texts[back], facts):
            return found, back
        if not hangs(texts[back]) or hangs(texts[back]).lower() != hangs(text).lower():
            return None
    return None


def _versions(draft: Draft, facts: Facts) -> Iterator[Drafts]:
    """The draft whole, then without what a listener can do without, then its first half; the fullest first.

    Those with a line that is too long to be heard only come where there are no others.
    """
    unheard: list[Drafts] = []
    halves: list[Drafts] = []
    heard = False
    for stage in _shorter_and_shorter(draft):
        parts = _split(stage, facts)
        if len(parts) > 1:
            halves.append(parts[:1])
        if _longest(parts) <= LONG:
            heard = True
            yield parts
        else:
            unheard.append(parts)
    for parts in halves:
        if _longest(parts) <= LONG:
            heard = True
            yield parts
    if not heard:
        yield from unheard


def _longest(parts: Drafts) -> int:
    return max(count(part.text) for part in parts)


def _shorter_and_shorter(draft: Draft) -> Iterator[Draft]:
    yield draft
    least = max(SHORTEST, min(ENOUGH, LEFT * count(draft.text)))
    spent: tuple[object, str] | None = None  # a rule that comes several times, and the words that it left as they are
    for place, (name, rule) in enumerate(_SHORTENING):
        if name in draft.off or spent == (rule, draft.text):
            continue
        spent = rule, draft.text
        if (new := rule(draft.text)) == draft.text:
            continue
        shorter = draft.changed(name, new).changed("full stop", tidy(new))
        left = SHORTEST if place < len(WHEN_LONG) else least
        if count(new) >= left and has_verb(shorter.text) and shorter.text.count('"') % 2 == 0:
            draft = shorter
            yield draft


def _split(draft: Draft, facts: Facts) -> Drafts:
    """The draft in two or three where it is too long, and what is still too long cut to what must be said."""
    parts = (draft.text,) if "split" in draft.off else parts_of(draft.text, facts)
    drafts = [draft.changed("split", part) for part in parts]
    if len(drafts) == 1:
        return (draft,)  # its shorter versions come in their turn
    for place, part in enumerate(drafts):
        for name, rule in STILL_LONG:
            if count(part.text) > LONG and name not in part.off:
                part = part.changed(name, rule(part.text))  # noqa: PLW2901 - one draft on its way
        drafts[place] = part
    return tuple(drafts)


RULES = tuple(
    dict.fromkeys(
        (
            *(name for name, _ in (*COPY_RULES, *WHEN_LONG, *STILL_LONG)),
            "act of saying",
            "attribution first",
            "connective",
            "role first",
            "says",
            "split",
        )
    )
)  # those that a station may do without; the others keep a sentence whole, true or fit to be heard
