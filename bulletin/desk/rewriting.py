"""One sentence on its way to the air: the rules in the order in which they are applied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bulletin.model import Citation, Line

from .days import UNCERTAIN, days_true
from .editing import Draft, tidy
from .facts import Facts
from .guard import check
from .openers import carries, hangs, needs_person, with_noun, without_connective
from .quotes import attribution_first, reported, says_now
from .sentences import Sentence
from .shortening import ALWAYS, WHEN_LONG, without_parentheses
from .splitting import LONG, TARGET, role_first, two_of
from .words import count, has_verb


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of a sentence: its lines, or the reason why it has none."""

    lines: tuple[Line, ...] = ()
    fuller: tuple[Line, ...] = ()  # the same before asides and tails went, where that is no longer than LONG
    bound: bool = False  # it may only follow the sentence before it
    direct: bool = False  # there is a quotation in it
    reason: str = ""
    warning: str = ""

    @property
    def words(self) -> int:
        """How many words are said."""
        return sum(count(line.text) for line in self.lines)


def rewritten(place: int, sentences: Sequence[Sentence], texts: Sequence[str], facts: Facts) -> Copy:
    """The sentence at `place` made for the ear."""
    source = sentences[place].source
    if not facts.english:
        draft = Draft(texts[place]).through((("parentheses", without_parentheses), ("full stop", tidy)))
        return Copy((Line(draft.text, (source,), draft.edits),), bound=bool(hangs(draft.text)))
    draft = Draft(texts[place])
    if sentences[place].quoted and draft.text.count('"') == 1:
        draft = draft.changed("open quotation", f'"{draft.text}')
    quoted = reported(draft.text, facts)
    if quoted.reason:
        return Copy(reason=quoted.reason)
    draft = draft.changed("reported speech", quoted.text).through(ALWAYS)
    draft = draft.changed("connective", without_connective(draft.text))
    draft = draft.changed("day", days_true(draft.text, facts))
    if UNCERTAIN in draft.text:
        return Copy(reason="has a day that is not certain at air time")
    draft = fuller = _last_rules(draft, facts)
    for name, rule in WHEN_LONG:
        if count(draft.text) <= TARGET:
            break
        draft = draft.changed(name, rule(draft.text))
    draft = draft.changed("full stop", tidy(draft.text))
    if not has_verb(draft.text) and draft.edits:
        draft = fuller = Draft(texts[place])
    if draft.text.count('"') % 2 or (has_verb(texts[place]) and not has_verb(draft.text)):
        return Copy(reason="could not be made a whole sentence")
    return _in_place(place, sentences, draft, fuller, texts, facts, quoted.direct)


def _last_rules(draft: Draft, facts: Facts) -> Draft:
    return draft.through(
        (
            ("attribution first", lambda text: attribution_first(text, facts)),
            ("role first", role_first),
            ("says", lambda text: says_now(text, facts)),
            ("full stop", tidy),
        )
    )


def _in_place(
    place: int,
    sentences: Sequence[Sentence],
    draft: Draft,
    fuller: Draft,
    texts: Sequence[str],
    facts: Facts,
    direct: bool,
) -> Copy:
    """The draft as lines, alone where it can stand alone, else bound to the sentence before."""
    source = sentences[place].source
    opener = hangs(draft.text)
    bound = bool(opener) or needs_person(draft.text)
    if opener.lower() in {"i", "we", "my", "our", "you", "your", "me", "us"} or (
        "'" in opener and opener[0].lower() in "iwy"
    ):
        return Copy(reason=f'opens with "{opener}", which nobody is named for')
    sources: tuple[Citation, ...] = (source,)
    if opener and (found := _antecedent(place, draft.text, texts, facts)):
        text, back = found
        draft = draft.changed("noun for pronoun", text)
        fuller = draft
        sources = (source, sentences[back].source)
        bound = False
    elif bound and not (place and carries(texts[place - 1], draft.text, facts)):
        return Copy(
            reason=f'opens with "{opener}", and it is not certain who that is'
            if opener
            else "has a pronoun with no noun before it"
        )
    lines, warning = _guarded(_split(draft, facts), sources, texts[place])
    if not lines:
        return Copy(reason="failed the fact guard", warning=warning)
    longer = (Line(fuller.text, sources, fuller.edits),) if count(draft.text) < count(fuller.text) <= LONG else ()
    if longer and check(longer[0]):
        longer = ()
    return Copy(lines, longer, bound, direct, warning=warning)


def _antecedent(place: int, text: str, texts: Sequence[str], facts: Facts) -> tuple[str, int] | None:
    """The sentence with a noun for its pronoun and the place of that noun, looked for in at most three sentences before it."""
    for back in range(place - 1, max(-1, place - 4), -1):
        if found := with_noun(text, texts[back], facts):
            return found, back
        if not hangs(texts[back]) or hangs(texts[back]).lower() != hangs(text).lower():
            return None
    return None


def _split(draft: Draft, facts: Facts) -> tuple[Draft, ...]:
    if count(draft.text) <= LONG or (pair := two_of(draft.text, facts)) is None:
        return (draft,)
    return tuple(draft.changed("split", half) for half in pair)


def _guarded(drafts: Sequence[Draft], sources: tuple[Citation, ...], stood: str) -> tuple[tuple[Line, ...], str]:
    """The lines where the fact guard has nothing against them; else the sentence as it stood, or nothing, and a warning."""
    lines = tuple(Line(draft.text, sources, draft.edits) for draft in drafts)
    findings = [finding for line in lines for finding in check(line)]
    if not findings:
        return lines, ""
    why = f'{findings[0].why}: "{lines[0].text}"'
    whole = Draft(stood).changed("full stop", tidy(stood))
    if '"' in whole.text or hangs(whole.text) or count(whole.text) > LONG + 5:
        return (), f"a sentence was left out, as {why}"
    return (Line(whole.text, sources, whole.edits),), f"a sentence is said as it stood, as {why}"
