"""One sentence on its way to the air: the rules in the order in which they are applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletin.model import Citation, Line

from .days import UNCERTAIN, days_true
from .editing import Draft, tidy
from .facts import Facts
from .guard import check
from .openers import carries, hangs, needs_person, with_noun, without_connective
from .quotes import attribution_first, reported, says_now
from .roles import role_first
from .sensitive import without_method
from .sentences import Sentence
from .shortening import ALWAYS, WHEN_LONG, without_parentheses
from .speech import Speech, spoken_by
from .splitting import LONG, TARGET, parts_of
from .tightening import STILL_LONG
from .words import count, has_verb


@dataclass(frozen=True, slots=True)
class Copy:
    """What became of a sentence: its lines, or the reason why it has none."""

    lines: tuple[Line, ...] = ()
    fuller: tuple[Line, ...] = ()  # the same before asides and tails went, where that is no longer than LONG
    after: tuple[int, ...] = ()  # it may only be said after one of the sentences at these places
    direct: bool = False  # there is a quotation in it
    reason: str = ""
    warning: str = ""

    @property
    def words(self) -> int:
        """How many words are said."""
        return sum(count(line.text) for line in self.lines)

    @property
    def longest(self) -> int:
        """The words of its longest line."""
        return max((count(line.text) for line in self.lines), default=0)


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the rules see it: its sentences, their plain words, who says them, and what is known of its words."""

    sentences: Sequence[Sentence]
    texts: Sequence[str]
    speeches: Mapping[int, Speech]
    facts: Facts


def rewritten(place: int, page: Page, lead: bool = False) -> Copy:
    """The sentence at `place` made for the ear; the `lead` of an article is said as it stands where no rule fits it."""
    source, text, facts = page.sentences[place].source, page.texts[place], page.facts
    if not facts.english:
        draft = Draft(text).through((("parentheses", without_parentheses), ("full stop", tidy)))
        return Copy((Line(draft.text, (source,), draft.edits),), after=(place - 1,) if hangs(draft.text) else ())
    if (speech := page.speeches.get(place)) and speech.place != place:
        return _speech(place, page, speech)
    copy = _sentence(place, page)
    if lead and not copy.lines and '"' not in text[:1] and not hangs(text):
        whole = Draft(text).changed("full stop", tidy(text))
        if not check(line := Line(whole.text, (source,), whole.edits)):
            return Copy((line,), direct='"' in text)
    return copy


def _speech(place: int, page: Page, speech: Speech) -> Copy:
    """Somebody's words, in a sentence that does not name him, with the speaker in front."""
    text = spoken_by(speech, page.texts[place], page.facts)
    if text is None:
        return Copy(reason="is a part of a quotation that cannot be heard alone")
    draft = Draft(page.texts[place]).changed("speaker in front", text).through(ALWAYS)
    return _in_place(place, page, draft, draft, '"' in text)


def _sentence(place: int, page: Page) -> Copy:
    text, facts = page.texts[place], page.facts
    draft = Draft(text)
    if page.sentences[place].quoted and draft.text.count('"') == 1:
        draft = draft.changed("open quotation", f'"{draft.text}')
    quoted = reported(draft.text, facts)
    if quoted.reason:
        return Copy(reason=quoted.reason)
    draft = draft.changed("reported speech", quoted.text).through(ALWAYS)
    draft = draft.changed("connective", without_connective(draft.text))
    draft = draft.changed("method", without_method(draft.text))
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
        draft = fuller = Draft(text)
    if draft.text.count('"') % 2 or (has_verb(text) and not has_verb(draft.text)):
        return Copy(reason="could not be made a whole sentence")
    return _in_place(place, page, draft, fuller, quoted.direct)


def _last_rules(draft: Draft, facts: Facts) -> Draft:
    return draft.through(
        (
            ("attribution first", lambda text: attribution_first(text, facts)),
            ("role first", role_first),
            ("says", lambda text: says_now(text, facts)),
            ("full stop", tidy),
        )
    )


def _in_place(place: int, page: Page, draft: Draft, fuller: Draft, direct: bool) -> Copy:
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
        draft = fuller = draft.changed("noun for pronoun", text)
        sources = (*sources, page.sentences[back].source)
    elif opener or needs_person(draft.text):
        if not (first and carries(texts[first - 1], draft.text)):
            return Copy(
                reason=f'opens with "{opener}", and it is not certain who that is'
                if opener
                else "has a pronoun with no noun before it"
            )
        after = tuple(range(first - 1, place))
    lines, warning = _guarded(_split(draft, facts), sources, texts[place])
    if not lines:
        return Copy(reason="failed the fact guard", warning=warning)
    longer = (Line(fuller.text, sources, fuller.edits),) if count(draft.text) < count(fuller.text) <= LONG else ()
    if longer and check(longer[0]):
        longer = ()
    return Copy(lines, longer, after, direct, warning=warning)


def _antecedent(place: int, text: str, texts: Sequence[str], facts: Facts) -> tuple[str, int] | None:
    """The sentence with a noun for its pronoun and the place of that noun, looked for in at most three sentences before it."""
    for back in range(place - 1, max(-1, place - 4), -1):
        if found := with_noun(text, texts[back], facts):
            return found, back
        if not hangs(texts[back]) or hangs(texts[back]).lower() != hangs(text).lower():
            return None
    return None


def _split(draft: Draft, facts: Facts) -> tuple[Draft, ...]:
    """The draft in two or three where it is too long, and what is still too long cut to what must be said."""
    drafts = [draft.changed("split", part) for part in parts_of(draft.text, facts)]
    for place, part in enumerate(drafts):
        for name, rule in STILL_LONG:
            if count(part.text) > LONG:
                part = part.changed(name, rule(part.text))  # noqa: PLW2901 - one draft on its way
        drafts[place] = part
    return tuple(drafts)


def _guarded(drafts: Sequence[Draft], sources: tuple[Citation, ...], stood: str) -> tuple[tuple[Line, ...], str]:
    """The lines where the fact guard has nothing against them; else the sentence as it stood, or nothing, and a warning."""
    lines = tuple(Line(draft.text, sources, draft.edits) for draft in drafts)
    findings = [finding for line in lines for finding in check(line)]
    if not findings:
        return lines, ""
    why = f'{findings[0].why}: "{lines[0].text}"'
    whole = Draft(stood).changed("full stop", tidy(stood))
    if '"' in whole.text or hangs(whole.text) or count(whole.text) > LONG + 10:
        return (), f"a sentence was left out, as {why}"
    return (Line(whole.text, sources, whole.edits),), f"a sentence is said as it stood, as {why}"
