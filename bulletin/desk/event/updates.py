"""What is new in an article beside what was aired of its event, and the article with that in front."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bulletin.model import Airing, Article

from ..openers import hangs, needs_person
from ..sentences import Sentence, sentences_of
from ..usable import unusable
from .best import told_at
from .outcomes import new_outcome, outcomes_of
from .telling import Telling, told

NEW_SHARE = 0.5  # of what a sentence tells: from so much on it is new
NEW_FIGURE_SHARE = 0.3  # or from so much on, where it has a figure that was not said
ANOTHER_STORY = 0.6  # from so much on it is new whoever tells it: more than other words for the same
LATELY = timedelta(hours=1)  # before an airing: what was published then may not have been known yet
LOOKED_AT = 24  # sentences
LEAD = 6  # sentences that say whether there is news in an article
STRETCH = 480  # letters: a telling reads so much at once


@dataclass(frozen=True, slots=True)
class Known:
    """The terms and figures of what was said, and what it said that the event came to."""

    terms: frozenset[str]
    outcomes: Mapping[str, int]

    def new_share(self, telling: Telling) -> float:
        """How much of what is told, in bits, was not said."""
        new = sum([bits for name, bits in telling.gist.items() if name not in self.terms])
        return new / telling.gist_bits if telling.gist_bits else 0.0

    def new_figures(self, telling: Telling) -> int:
        """How many of its figures were not said."""
        return len(telling.figures - self.terms)

    def new_names(self, telling: Telling) -> int:
        """How many of its names were not said, surnames and places, not first names."""
        return len([name for name in telling.names - self.terms if telling.gist.get(name, 0.0) > 3.0])

    def new_outcome(self, text: str, *, headline: bool = False) -> bool:
        """Whether a text tells of dead, wounded, arrested that were not told, or were denied."""
        return new_outcome(outcomes_of((text,)), self.outcomes, self.terms, headline=headline)

    def is_new(self, telling: Telling) -> bool:
        """Whether a sentence says more than was said."""
        share = self.new_share(telling)
        return share >= NEW_SHARE or (share >= NEW_FIGURE_SHARE and self.new_figures(telling) > 0)


def known(texts: Iterable[str]) -> Known:
    """What was said in these texts."""
    terms: set[str] = set()
    texts = list(texts)
    for text in texts:
        words = " ".join(text[:12_000].split())
        for start in range(0, len(words), STRETCH):
            at = words.rfind(" ", 0, start) + 1 if start else 0
            terms.update(told("-", words[at : start + STRETCH]).gist)
    return Known(frozenset(terms), outcomes_of(texts))


def is_update(article: Article, airings: Sequence[Airing], aired: Sequence[Article]) -> bool:
    """Whether an article holds news beside what was aired of its event; `aired` are those articles that we still have.

    News are figures or names that were not said, dead or arrested where there were none or fewer (outcomes.py), or
    several sentences that were not; another paper's words for the same are none.  What was written before that which was aired is not new.
    """
    if not airings or any(airing.article == article.id for airing in airings):
        return False
    if any(article.paragraphs == before.paragraphs and article.headline == before.headline for before in aired):
        return False
    when, before = told_at(article), [then for one in aired if (then := told_at(one))]
    if when and when <= (max(before) if before else max(airing.slot for airing in airings) - LATELY):
        return False
    texts = [f"{airing.headline}. {airing.copy}" for airing in airings]
    texts += ["\n".join((one.headline, *one.paragraphs)) for one in aired]
    said = known(texts)
    first = [sentence.text for sentence in sentences_of(_beginning(article))[:LEAD]]
    if said.new_outcome(article.headline, headline=True) or any(map(said.new_outcome, first)):
        return True
    head, sentences = told(article.headline, ""), [told(text, "") for text in first]
    if not sentences:
        return said.is_new(head) and (said.new_figures(head) > 0 or said.new_names(head) > 0)
    new = [sentence for sentence in sentences if said.is_new(sentence)]
    figures = max(map(said.new_figures, new), default=0) + (said.is_new(head) and said.new_figures(head) > 0)
    names = sum(map(said.new_names, new))
    others = [sentence for sentence in new if said.new_share(sentence) >= ANOTHER_STORY]
    return bool(new) and (figures > 0 or names >= 2 or (len(others) >= 3 and 2 * len(others) >= len(sentences)))


def news_first(article: Article, said: str) -> Article:
    """The article with its first new paragraph in front, where its own beginning only repeats what was `said` on air.

    What is moved can stand alone: it opens with no pronoun, no connective and no half of a quotation, and takes the
    rest of its paragraph with it.  The article is unchanged where it begins with news, or where nothing new can stand
    alone.  Its id stays: it is the same copy.
    """
    sentences = sentences_of(_beginning(article))[:LOOKED_AT]
    if len(sentences) < 2 or not said.strip():
        return article
    heard = known((said,))
    if heard.is_new(told(sentences[0].text, "")) or heard.new_outcome(sentences[0].text):
        return article
    english = article.language.partition("-")[0].lower() in {"", "en"}
    for sentence in sentences[1:]:
        new = heard.new_outcome(sentence.text) or heard.is_new(told(sentence.text, ""))
        if new and _stands_alone(sentence, english):
            return _moved(article, sentence)
    return article


def _stands_alone(sentence: Sentence, english: bool) -> bool:
    text = sentence.text
    if text.count('"') % 2 or text[:1] in "\"“'‘":
        return False
    if unusable(text, sentence.quoted, english):
        return False
    return not (english and (hangs(text) or needs_person(text)))


def _moved(article: Article, sentence: Sentence) -> Article:
    number, start = sentence.source.paragraph, sentence.source.start
    paragraph = article.paragraphs[number]
    left = paragraph[:start].rstrip()
    rest = (*article.paragraphs[:number], *((left,) if left else ()), *article.paragraphs[number + 1 :])
    return replace(article, paragraphs=(paragraph[start:], *rest))


def _beginning(article: Article) -> Article:
    """The article with as many paragraphs as are looked at, for long ones are slow to cut into sentences."""
    return replace(article, paragraphs=tuple(paragraph[:3_000] for paragraph in article.paragraphs[:LOOKED_AT]))
