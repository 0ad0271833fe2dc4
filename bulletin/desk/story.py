"""An article becomes a story: split, choose, shorten, check.  The whole desk, told top to bottom."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bulletin.errors import NoNews, SourceError
from bulletin.model import Article, Line, Omission, Story
from bulletin.station import slug_of

from .as_told import as_told
from .conflicts import Conflict, conflicts_in
from .editing import Draft, plain
from .facts import facts_of
from .filling import Choice, filled
from .first_mention import named_in_full
from .guard import check
from .headline import headline_of
from .language import told_in
from .openers import speaker_again, surnames_after
from .patterns import regex
from .rewriting import Copy, Page, Versions, rewritten
from .sensitive import delicate, minors_in, of_suicide, sensitive
from .sentences import sentences_of
from .speech import speeches_in
from .usable import unusable
from .words import content, count

PLACED = 10  # sentences after the lead in which its place is looked for
ALIKE = 3  # words of the lead that a sentence must share to be telling it again
TRIED = 5  # times the budget, in words of the article: what is rewritten and tried
OVERLAP = 0.6  # a sentence that has more than this share of its words said already is a repeat
NO_ROOM = "there was no room for it"
OURS = ("en", "pcm")  # languages that the rules are for; Pidgin is left as it was written


def condense(
    article: Article, words: int = 60, *, air_time: datetime | None = None, without: Iterable[str] = ()
) -> Story:
    """An article as copy for the ear, at most `words` words, every line with its source and its edits.

    `air_time` (aware) decides how days are said; without it they stay as the article has them.  `without` are names
    of RULES that are not applied.  Raises NoNews where nothing in the article can be said, SourceError where `words` is too few for any news.
    """
    if words < 5:
        raise SourceError(f"a story of {words} words cannot be told; give it at least 15")
    if (language := told_in(article)) not in OURS:
        return as_told(article, words, language)
    desk = laid_out(article, air_time, frozenset(without))
    chosen, said, warnings = _filled(desk, words)
    if not chosen:
        name = plain(article.headline)[:80] or article.origin or article.id
        if not all(desk.reasons) and (not said or any(copy.versions for copy in said.values())):
            raise NoNews(f'"{name}": no sentence fits in {words} words; give it more')
        raise NoNews(f'"{name}": there is no sentence in it that can be said; look at the article itself')
    lines = speaker_again(surnames_after([line for place in sorted(chosen) for line in chosen[place]]))
    lines = named_in_full(lines, desk.texts, desk.page.sentences, desk.minors)
    headline = headline_of(article, lines[0], desk.page.facts)
    flags = sensitive(lines, desk.texts)
    return Story(
        slug=slug_of(headline.text) or slug_of(article.id) or "story",
        headline=headline,
        copy=lines,
        article=article.id,
        source=article.source,
        url=article.url,
        published=article.published,
        left_out=_left_out(desk, chosen, said),
        warnings=(*article.warnings, *warnings, *_warnings(desk, chosen), *flags),
        sensitive=bool(flags),
    )


@dataclass(slots=True)
class Laid:
    """An article laid out: its sentences and what is known of them; what a sentence may not be said for is found on demand."""

    article: Article
    page: Page
    conflicts: list[Conflict]
    minors: frozenset[str]
    suicide: bool
    stops: int  # sentences that end in a full stop
    first_told: dict[str, int]  # each sentence's bare words, and the place where they come first
    title: str  # the headline's bare words
    known: list[str]  # the reasons found so far, by place

    @property
    def texts(self) -> Sequence[str]:
        """The sentences' plain words."""
        return self.page.texts

    @property
    def reasons(self) -> list[str]:
        """Why each sentence may not be said, or ""."""
        for place in range(len(self.texts)):
            self.reason(place)
        return self.known

    def reason(self, place: int) -> str:
        """Why the sentence at `place` may not be said, or ""."""
        while len(self.known) <= place:
            self.known.append(self._reason(len(self.known)))
        return self.known[place]

    def _reason(self, place: int) -> str:
        sentence, text, english = self.page.sentences[place], self.texts[place], self.page.facts.english
        low = _bare(text)
        paragraph = self.article.paragraphs[sentence.source.paragraph]
        alone = sentence.source.start == 0 and sentence.source.end >= len(paragraph.rstrip())
        speech = self.page.speeches.get(place)
        if self.first_told[low] < place:
            return "was said already"
        if low == self.title:
            return "repeats the headline"
        if alone and not _STOP.search(text) and count(text) <= 20 and self.stops > 1:
            return "is a heading, not a sentence"
        if speech and speech.place != place:
            reason = unusable(f'"{text.strip(chr(34))}"', False, english)
        else:
            reason = unusable(text, sentence.quoted, english)
        return reason or (delicate(text, self.minors, self.suicide) if english else "")

    @property
    def lead(self) -> int:
        """The place of the first sentence that may be said, or -1."""
        return next((place for place in range(len(self.texts)) if not self.reason(place)), -1)

    def rewritten(self, place: int) -> Copy:
        """The sentence at `place` made for the ear; the lead first with its place, where a later sentence tells it."""
        if place != self.lead:
            return rewritten(place, self.page)
        copy = rewritten(place, self.page, lead=True)
        if (where := _where(place, self)) is None:
            return copy
        both = itertools.chain(((*lines, where) for lines in copy.versions), copy.versions)
        return replace(copy, versions=Versions(coming=both))


def laid_out(article: Article, air_time: datetime | None, without: frozenset[str] = frozenset()) -> Laid:
    """The article as the desk works on it."""
    sentences = sentences_of(article)
    texts = [plain(sentence.text) for sentence in sentences]
    facts = facts_of(texts, told_in(article), article.published, air_time)
    speeches = speeches_in(texts, [sentence.quoted for sentence in sentences]) if facts.english else {}
    stops = sum(bool(_STOP.search(text[-4:])) for text in texts)
    page = Page(sentences, texts, speeches, facts, without)
    told = {_bare(text): place for place, text in reversed(list(enumerate(texts)))}
    title = _bare(plain(article.headline))
    return Laid(article, page, conflicts_in(texts), minors_in(texts[:40]), of_suicide(texts), stops, told, title, [])


_STOP = regex(r"[.!?…][\"'”’)\]]*$")


def _bare(text: str) -> str:
    return text.strip(" .").lower()


def _filled(desk: Laid, words: int) -> tuple[dict[int, tuple[Line, ...]], dict[int, Copy], list[str]]:
    """The lines chosen for the budget by the sentence's place, all that was rewritten on the way, and what was refused.

    The fact guard reads the lines that were chosen; where it refuses one, the next version of the sentence takes its
    place, at last the sentence as it stood, or another.
    """
    said: dict[int, Copy] = {}
    warnings: list[str] = []
    while True:
        drafts = filled(_choices(desk, words, said), words)
        chosen = {place: tuple(draft.line for draft in parts) for place, parts in drafts.items()}
        refused = {
            place: found[0].why
            for place, lines in chosen.items()
            if (found := [f for line in lines for f in check(line)])
        }
        if not refused:
            return chosen, said, warnings
        for place, why in refused.items():
            copy, line = said[place], chosen[place][0].text
            copy.versions.refuse(drafts[place])
            if not copy.versions and copy.stood and copy.stood != drafts[place]:
                said[place] = replace(copy, versions=Versions([copy.stood]), stood=())
                warnings.append(f'a sentence is said as it stood, as {why}: "{line}"')
            elif not copy.versions:
                warnings.append(f'a sentence was left out, as {why}: "{line}"')
                said[place] = replace(copy, reason="failed the fact guard")


def _choices(desk: Laid, words: int, said: dict[int, Copy]) -> Iterator[Choice]:
    """The sentences that may be said in the order in which they are considered; what is rewritten is put into `said`."""
    room = TRIED * words
    told: dict[int, set[str]] = {}
    news = {conflict.better for conflict in desk.conflicts}
    for turn, place in enumerate(_in_order(desk)):
        if room <= 0:
            return
        if desk.reason(place):
            continue
        copy = said[place] = said.get(place) or desk.rewritten(place)
        if not copy.versions:
            continue
        terms = set(content(desk.texts[place]))
        never = frozenset(
            other
            for other, others in told.items()
            if repeats(terms, others) or any({one.first, one.second} == {place, other} for one in desk.conflicts)
        )
        told[place] = terms
        room -= count(desk.texts[place])
        yield Choice(place, float(turn), copy.versions, copy.after, never, copy.direct, place in news)


def _in_order(desk: Laid) -> list[int]:
    """The places as they stand, but what an article tells twice and differently is its news: it is told where it is told best."""
    order = {place: float(place) for place in range(len(desk.texts))}
    for conflict in desk.conflicts:
        if conflict.worse < len(desk.texts):
            order[conflict.better] = min(order[conflict.better], order[conflict.worse])
            order[conflict.worse] += len(desk.texts)
    return sorted(order, key=order.__getitem__)


def repeats(own: set[str], said: set[str]) -> bool:
    """Whether a sentence says hardly anything that was not said; both are stems of words that carry meaning."""
    return len(own) > 2 and len(own & said) / len(own) > OVERLAP


_PLACE = regex(
    r"^(?P<at>(?:At|In) (?:the |an? )?[A-Z][^,\"]{3,60}), (?P<who>[A-Z][^,\"]{1,40}?) (?:said|stated|warned|told|announced|added) "
)


def _where(lead: int, desk: Laid) -> Draft | None:
    """ "That was at the forum in Sokara.": where the lead was said, from a later sentence that tells it again."""
    for place in range(lead + 1, min(lead + PLACED, len(desk.texts))):
        match = _PLACE.match(desk.texts[place])
        if not match or desk.reason(place) or not desk.page.facts.english:
            continue
        who = match["who"].rpartition(" ")[2]
        again = set(content(desk.texts[place])) & set(content(desk.texts[lead]))
        if (
            who in desk.texts[lead].split(" said")[0]
            and len(again) >= ALIKE
            and match["at"][3:] not in desk.texts[lead]
        ):
            text = f"That was {match['at'][:1].lower()}{match['at'][1:]}."
            draft = Draft(desk.texts[place], (), (desk.page.sentences[place].source,)).changed(
                "place of the lead", text
            )
            return None if check(draft.line) else draft
    return None


def _left_out(desk: Laid, chosen: dict[int, tuple[Line, ...]], said: dict[int, Copy]) -> tuple[Omission, ...]:
    contradicted = {
        place
        for conflict in desk.conflicts
        for place in (conflict.first, conflict.second)
        if {conflict.first, conflict.second} & chosen.keys()
    }
    left = []
    for place, text in enumerate(desk.texts):
        if place in chosen or not text:
            continue
        reason = desk.known[place] if place < len(desk.known) else ""
        reason = reason or (said[place].reason if place in said else "")
        if place in contradicted and not reason:
            reason = "contradicts what is said"
        left.append(Omission(text, reason or NO_ROOM))
    return tuple(left)


def _warnings(desk: Laid, chosen: Container[int]) -> list[str]:
    warnings = []
    for conflict in desk.conflicts:
        if conflict.first in chosen or conflict.second in chosen:
            kept, other = (
                (conflict.first, conflict.second) if conflict.first in chosen else (conflict.second, conflict.first)
            )
            warnings.append(
                f'the article has {conflict.what}: said is "{desk.texts[kept]}", not "{desk.texts[other]}"; find out which is right'
            )
    return warnings
