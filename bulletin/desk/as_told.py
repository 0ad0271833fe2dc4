"""Copy that is not English is said as it was told: whole sentences in their order, and nothing rewritten.

None of the rules for the ear is for another language than English, so what is left is what needs no grammar: furniture
and broken sentences are left out, a quotation is said whole or not at all, what comes first is said first, and the
story is as long as it may be.  Every line is its source sentence, and the fact guard holds it to that.
"""

from __future__ import annotations

from collections.abc import Sequence

from bulletin.errors import NoNews
from bulletin.model import Article, Citation, Line, Omission, Story
from bulletin.station import slug_of

from .editing import Draft, plain, tidy
from .facts import facts_of
from .guard import check
from .headline import without_capitals, without_label, without_marks, without_site
from .patterns import regex
from .sensitive_words import sensitive_in
from .sentences import Sentence, sentences_of
from .usable import unusable
from .words import count

HALF = 0.5  # of the budget: a story that has so much stops at the first sentence that does not fit
SAME = 0.8  # of its longer words that a sentence shares with one that is said when it says it again
NO_ROOM = "there was no room for it"

_STOP = regex(r"[.!?…][\"'”’»)\]]*$")
_END = regex(r"[\s.;:,|–—-]+$")
_GUILLEMETS = regex(r"«\s?|\s?»")
_LONGER = regex(r"[^\W\d_]{4,}|\d+")
_LABEL = regex(
    r"(?i)^\s*\[?(?:vidéos?|en images|en direct|direct|urgent|alerte info|exclusif|bidiyo|hotuna|kai[- ]tsaye|video|picha|mubashara)\]?\s*(?:[:|]| [-–—])\s*"
)
_FURNITURE = regex(
    r"""(?xi)^[\s"'«(>*-]* (?:
        (?:à|a)\ lire\ aussi | lire\ (?:aussi|également|plus) | lisez\ aussi | (?:à|a)\ (?:regarder|écouter|voir)\b | voir\ aussi
        | (?:à|a)\ ne\ pas\ manquer | plus\ d['’]articles | abonnez-vous | suivez-nous | inscrivez-vous | cliquez\ ici
        | partager\ (?:cet|sur) | publié\ le\b | mis\ à\ jour | crédit\ photo | photo\ : | source\ : | tous\ droits\ réservés
        | asalin\ hoton | karanta\ (?:kuma|wannan) | ku\ karanta | ƙarin\ labarai | karin\ labarai | danna\ nan | latsa\b
        | ku\ biyo\ mu | bayanan\ hoto | ku\ kalli | haƙƙin\ mallakar
        | soma\ (?:pia|zaidi) | unaweza\ pia\ kusoma | chanzo\ cha\ picha | maelezo\ ya\ picha | bofya\ hapa | jiunge\ na
        | tufuatilie | angalia\ (?:video|picha) | tazama\ (?:video|pia) | sikiliza\ pia | habari\ zaidi\ :
    )"""
)


def as_told(article: Article, words: int, language: str) -> Story:
    """The article as a story of at most `words` words, each line a sentence as it stands.  Raises NoNews for none."""
    sentences = sentences_of(article)
    texts = [plain(sentence.text) for sentence in sentences]
    reasons = _reasons(article, sentences, texts)
    lines: list[Line] = []
    left: list[Omission] = []
    warnings: list[str] = []
    said: list[set[str]] = []
    room, full = words, False
    for sentence, text, known in zip(sentences, texts, reasons, strict=True):
        line = _line(sentence, text)
        size = count(line.text)
        reason = known or _refused(line, said)
        if not reason and (full or size > room):
            reason = NO_ROOM
            full = full or words - room >= HALF * words
            if not lines and not warnings:
                warnings.append(f"the first sentence has {size} words, more than the story may have: another is first")
        if reason:
            left.append(Omission(text, reason))
            continue
        lines.append(line)
        said.append(_terms(line.text))
        room -= size
    if not lines:
        raise _nothing(article, words, left)
    headline = _headline(article, lines[0], texts)
    flags = sensitive_in((headline.text, *(line.text for line in lines), *texts[:6]), language)
    return Story(
        slug=slug_of(headline.text) or slug_of(article.id) or "story",
        headline=headline,
        copy=tuple(lines),
        article=article.id,
        source=article.source,
        url=article.url,
        published=article.published,
        left_out=tuple(left),
        warnings=(*article.warnings, *warnings, *flags),
        sensitive=bool(flags),
    )


def _line(sentence: Sentence, text: str) -> Line:
    whole = tidy(text)  # nothing is left of a comma by itself
    return Draft(text, (), (sentence.source,)).changed("full stop", whole).line if whole else Line("-")


def _refused(line: Line, said: Sequence[set[str]]) -> str:
    """Why a line is not said beside those whose longer words are `said`, or ""."""
    terms = _terms(line.text)
    if len(terms) > 2 and any(len(terms & other) >= SAME * len(terms) for other in said):
        return "was said already"
    found = check(line)
    return f"failed the fact guard: {found[0].why}" if found else ""


def _terms(text: str) -> set[str]:
    return set(_LONGER.findall(text.lower()))


def _reasons(article: Article, sentences: Sequence[Sentence], texts: Sequence[str]) -> list[str]:
    """Why each sentence may not be said, or ""."""
    stops = sum(bool(_STOP.search(text[-4:])) for text in texts)
    title = _bare(plain(article.headline))
    told: set[str] = set()
    reasons: list[str] = []
    inside = False  # a quotation between « and » that a sentence before has opened
    paragraph = -1
    for sentence, text in zip(sentences, texts, strict=True):
        if sentence.source.paragraph != paragraph:
            paragraph, inside = sentence.source.paragraph, False
        whole = article.paragraphs[paragraph]
        alone = sentence.source.start == 0 and sentence.source.end >= len(whole.rstrip())
        open_now = inside
        inside = text.rfind("«") > text.rfind("»") or (inside and "»" not in text)
        bare = _bare(text)
        if bare in told:
            reason = "was said already"
        elif bare == title:
            reason = "repeats the headline"
        elif _FURNITURE.match(text):
            reason = "is not news but furniture"
        elif alone and not _STOP.search(text[-4:]) and count(text) <= 20 and stops > 1:
            reason = "is a heading, not a sentence"
        elif open_now or inside or text.count("«") != text.count("»") or text.count('"') % 2:
            reason = "is a part of a quotation"
        else:
            reason = unusable(_GUILLEMETS.sub('"', text), sentence.quoted, english=False)
        told.add(bare)
        reasons.append(reason)
    return reasons


def _bare(text: str) -> str:
    return text.strip(" .").lower()


def _headline(article: Article, lead: Line, texts: Sequence[str]) -> Line:
    """The article's headline as it stands, without labels, site names and quote marks; the first line where there is none."""
    raw = article.headline[:400]
    title = plain(raw)
    if sum(character.isalpha() for character in title) < 4 or count(title) < 2:
        return lead
    facts = facts_of(texts, "und", None, None)
    draft = Draft(title).through(
        (
            ("label", lambda text: without_label(_unlabelled(text))),
            ("site name", without_site),
            ("capitals", lambda text: without_capitals(text, facts)),
            ("quote marks", lambda text: without_marks(_GUILLEMETS.sub("", text))),
            ("headline end", lambda text: _END.sub("", text)),
        )
    )
    return Line(draft.text, (Citation(article.id, -1, 0, len(raw), raw),), draft.edits) if draft.text else lead


def _unlabelled(text: str) -> str:
    new = _LABEL.sub("", text, count=1)
    return new[:1].upper() + new[1:] if new != text and len(new) > 8 else text


def _nothing(article: Article, words: int, left: Sequence[Omission]) -> NoNews:
    name = plain(article.headline)[:80] or article.origin or article.id
    if any(omission.reason == NO_ROOM for omission in left):
        return NoNews(f'"{name}": no sentence fits in {words} words; give it more')
    return NoNews(f'"{name}": there is no sentence in it that can be said; look at the article itself')
