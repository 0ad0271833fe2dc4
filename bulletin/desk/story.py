"""An article becomes a story: split, choose, shorten, check.  The whole desk, told top to bottom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bulletin.errors import NoNews, SourceError
from bulletin.model import Article, Line, Omission, Story
from bulletin.station import slug_of

from .conflicts import Conflict, conflicts_in
from .editing import note, plain
from .facts import facts_of
from .guard import check
from .headline import headline_of
from .openers import speaker_again, surnames_after
from .ranking import repeats, weights
from .rewriting import Copy, Page, rewritten
from .sensitive import delicate, minors_in, sensitive
from .sentences import Sentence, sentences_of
from .speech import Speech, speeches_in
from .usable import unusable
from .words import content, count

PLACED = 10  # sentences after the lead in which its place is looked for
ALIKE = 3  # words of the lead that a sentence must share to be telling it again
LEAST = 5  # words of a sentence that is worth a breath
TRIED = 16  # sentences that are rewritten at the most for each 60 words
SHRINK = 1.8  # no rule makes a sentence shorter than by this factor, so that a much longer one need not be tried
UNHEARD = 45  # words of a sentence that is only said where shorter ones do not fill the story
NO_ROOM = "there was no room for it"


def condense(article: Article, words: int = 60, *, air_time: datetime | None = None) -> Story:
    """An article as copy for the ear, at most `words` words, every line with its source and its edits.

    `air_time` (aware) decides how days are said; without it they stay as the article has them.
    Raises NoNews where nothing in the article can be said, SourceError where `words` is too few for any news.
    """
    if words < 5:
        raise SourceError(f"a story of {words} words cannot be told; give it at least 15")
    desk = _Desk.of(article, air_time)
    chosen, said = _filled(desk, words)
    if not chosen:
        name = plain(article.headline)[:80] or article.origin or article.id
        if not all(desk.reasons) and (not said or any(copy.lines for copy in said.values())):
            raise NoNews(f'"{name}": no sentence fits in {words} words; give it more')
        raise NoNews(f'"{name}": there is no sentence in it that can be said; look at the article itself')
    lines = speaker_again(surnames_after([line for place in sorted(chosen) for line in chosen[place]]))
    headline = headline_of(article, lines[0], desk.page.facts)
    return Story(
        slug=slug_of(headline.text) or slug_of(article.id) or "story",
        headline=headline,
        copy=lines,
        article=article.id,
        source=article.source,
        url=article.url,
        published=article.published,
        left_out=_left_out(desk, chosen, said),
        warnings=(*article.warnings, *_warnings(desk, chosen, said), *sensitive(lines, desk.texts)),
    )


@dataclass(frozen=True, slots=True)
class _Desk:
    """An article laid out: its sentences, what cannot be said, and what is known of its words."""

    page: Page
    terms: list[list[str]]
    reasons: list[str]
    weights: list[float]
    conflicts: list[Conflict]

    @property
    def texts(self) -> Sequence[str]:
        """The sentences' plain words."""
        return self.page.texts

    @property
    def lead(self) -> int:
        """The place of the first sentence that may be said."""
        return next((place for place, reason in enumerate(self.reasons) if not reason), -1)

    def rewritten(self, place: int) -> Copy:
        """The sentence at `place` made for the ear."""
        return rewritten(place, self.page, place == self.lead)

    @classmethod
    def of(cls, article: Article, air_time: datetime | None) -> _Desk:
        sentences = sentences_of(article)
        texts = [plain(sentence.text) for sentence in sentences]
        facts = facts_of(texts, article.language, article.published, air_time)
        terms = [content(text) for text in texts]
        speeches = speeches_in(texts, [sentence.quoted for sentence in sentences]) if facts.english else {}
        minors = minors_in(texts[:40])
        reasons = [
            reason or (delicate(text, minors) if facts.english else "")
            for reason, text in zip(_reasons(article, sentences, texts, speeches, facts.english), texts, strict=True)
        ]
        scores = weights(_orders(reasons), texts, terms, article.headline)
        conflicts = conflicts_in(texts)
        top = max([score for score, reason in zip(scores, reasons, strict=True) if not reason][1:], default=0.0)
        for conflict in conflicts:  # what an article tells twice is its news; and it is told where it is told best
            better = conflict.second if conflict.worse == conflict.first else conflict.first
            scores[better] = max(scores[better], 0.999 * scores[conflict.worse], 1.001 * top)
        return cls(Page(sentences, texts, speeches, facts), terms, reasons, scores, conflicts)


_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")


def _reasons(
    article: Article, sentences: list[Sentence], texts: list[str], speeches: Mapping[int, Speech], english: bool
) -> list[str]:
    """Why each sentence may not be said, or ""."""
    stops = sum(bool(_STOP.search(text)) for text in texts)
    title = plain(article.headline).strip(" .").lower()
    seen: set[str] = set()
    reasons = []
    for place, (sentence, text) in enumerate(zip(sentences, texts, strict=True)):
        low = text.strip(" .").lower()
        alone = sentence.source.start == 0 and sentence.source.end >= len(
            article.paragraphs[sentence.source.paragraph].rstrip()
        )
        if low in seen:
            reason = "was said already"
        elif low == title:
            reason = "repeats the headline"
        elif alone and not _STOP.search(text) and count(text) <= 20 and stops > 1:
            reason = "is a heading, not a sentence"
        elif place in speeches and speeches[place].place != place:
            reason = unusable(f'"{text.strip(chr(34))}"', False, english)
        else:
            reason = unusable(text, sentence.quoted, english)
        seen.add(low)
        reasons.append(reason)
    return reasons


def _orders(reasons: list[str]) -> list[int]:
    """Sentences numbered without the headings and furniture, so that the first piece of news is the first."""
    orders, order = [], 0
    for reason in reasons:
        orders.append(order)
        order += not reason
    return orders


def _filled(desk: _Desk, words: int) -> tuple[dict[int, tuple[Line, ...]], dict[int, Copy]]:
    """The lines chosen for the budget by the sentence's place, and all that was rewritten on the way."""
    ranked = sorted((p for p, reason in enumerate(desk.reasons) if not reason), key=lambda p: -desk.weights[p])
    worse = {conflict.worse for conflict in desk.conflicts}
    ranked = [place for place in ranked if place not in worse] + [place for place in ranked if place in worse]
    said: dict[int, Copy] = {}
    chosen: dict[int, tuple[Line, ...]] = {}
    tried = ranked[: max(TRIED, TRIED * words // 60)]
    spoken: set[str] = set()
    room, grown, strict, quotes = words, True, True, 0
    while (grown or strict) and room >= 4:
        strict, grown = strict and grown, False
        for place in tried:
            if place in chosen or _barred(place, chosen, desk):
                continue
            if place not in said and count(desk.texts[place]) > SHRINK * room:
                continue
            copy = said.get(place) or said.setdefault(place, desk.rewritten(place))
            if not copy.lines or copy.words > room or (copy.after and not any(at in chosen for at in copy.after)):
                continue
            if strict and chosen and copy.longest > UNHEARD:
                continue
            if (
                (copy.direct and quotes >= 1 + words // 30)
                or (not chosen and copy.lines[0].text.startswith('"'))
                or repeats(desk.terms[place], spoken)
            ):
                continue
            if chosen and place < min(chosen) and (copy.after or copy.lines[0].text.startswith('"')):
                continue
            chosen[place] = copy.lines
            if len(chosen) == 1 and (where := _where(place, desk)) and count(where.text) <= (room - copy.words) // 3:
                chosen[place] = (*copy.lines, where)
                room -= count(where.text)
            quotes += copy.direct
            spoken.update(desk.terms[place])
            room -= copy.words
            grown = True
            break
    room = _topped_up(desk, chosen, said, tried, room)
    _loosened(chosen, said, room)
    return chosen, said


_PLACE = re.compile(
    r"^(?P<at>(?:At|In) (?:the |an? )?[A-Z][^,\"]{3,60}), (?P<who>[A-Z][^,\"]{1,40}?) (?:said|stated|warned|told|announced|added) "
)


def _where(lead: int, desk: _Desk) -> Line | None:
    """ "That was at the forum in Sokara.": where the lead was said, from a later sentence that tells it again."""
    for place in range(lead + 1, min(lead + PLACED, len(desk.texts))):
        match = _PLACE.match(desk.texts[place])
        if not match or desk.reasons[place] or not desk.page.facts.english:
            continue
        who = match["who"].rpartition(" ")[2]
        again = set(desk.terms[place]) & set(desk.terms[lead])
        if (
            who in desk.texts[lead].split(" said")[0]
            and len(again) >= ALIKE
            and match["at"][3:] not in desk.texts[lead]
        ):
            text = f"That was {match['at'][:1].lower()}{match['at'][1:]}."
            line = Line(
                text, (desk.page.sentences[place].source,), (note("place of the lead", desk.texts[place], text),)
            )
            return None if check(line) else line
    return None


def _topped_up(
    desk: _Desk, chosen: dict[int, tuple[Line, ...]], said: dict[int, Copy], tried: list[int], room: int
) -> int:
    """Fills what room is left with the first half of a sentence that was split."""
    spoken = {term for place in chosen for term in desk.terms[place]}
    for place in tried:
        if room < LEAST:
            break
        copy = said.get(place)
        if copy is None or place in chosen or len(copy.lines) < 2 or _barred(place, chosen, desk):
            continue
        half, free = copy.lines[:1], not copy.after or any(at in chosen for at in copy.after)
        if (
            free
            and chosen
            and place > min(chosen)
            and count(half[0].text) <= room
            and not repeats(desk.terms[place], spoken)
        ):
            chosen[place] = half
            room -= count(half[0].text)
    return room


def _barred(place: int, chosen: dict[int, tuple[Line, ...]], desk: _Desk) -> bool:
    """Whether something that it contradicts is said."""
    return any(
        (conflict.first == place and conflict.second in chosen)
        or (conflict.second == place and conflict.first in chosen)
        for conflict in desk.conflicts
    )


def _loosened(chosen: dict[int, tuple[Line, ...]], said: dict[int, Copy], room: int) -> int:
    """Puts back asides where there is room left."""
    for place in sorted(chosen):
        fuller = said[place].fuller
        if fuller and (cost := count(fuller[0].text) - said[place].words) <= room and cost > 0:
            chosen[place] = fuller
            room -= cost
    return room


def _left_out(desk: _Desk, chosen: dict[int, tuple[Line, ...]], said: dict[int, Copy]) -> tuple[Omission, ...]:
    contradicted = {place for place in range(len(desk.texts)) if _barred(place, chosen, desk)}
    left = []
    for place, text in enumerate(desk.texts):
        if place in chosen or not text:
            continue
        reason = desk.reasons[place] or (said[place].reason if place in said else "")
        if place in contradicted and not reason:
            reason = "contradicts what is said"
        left.append(Omission(text, reason or NO_ROOM))
    return tuple(left)


def _warnings(desk: _Desk, chosen: dict[int, tuple[Line, ...]], said: dict[int, Copy]) -> list[str]:
    warnings = [
        copy.warning for place, copy in sorted(said.items()) if copy.warning and (place in chosen or not copy.lines)
    ]
    for conflict in desk.conflicts:
        if conflict.first in chosen or conflict.second in chosen:
            kept, other = (
                (conflict.first, conflict.second) if conflict.first in chosen else (conflict.second, conflict.first)
            )
            warnings.append(
                f'the article has {conflict.what}: said is "{desk.texts[kept]}", not "{desk.texts[other]}"; find out which is right'
            )
    return warnings
