"""The headline for the ear: one line of at most 15 words that a person can say."""

from __future__ import annotations

import re

from bulletin.model import Article, Citation, Line

from .ear import FOR_THE_EAR
from .editing import Draft, lower_first, plain
from .facts import Facts
from .findings import tokens
from .openers import hangs
from .patterns import regex
from .sensitive import delicate, minors_in, of_suicide, stated_as_fact
from .turning import doubtless, lost_negations
from .words import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS, WORD, count, finite, has_verb

MOST_WORDS = 15

_LABEL = regex(
    r"(?i)^\s*\[?(?:watch|listen|video|videos|photos?|pictures|in pictures|exclusive|breaking(?: news)?|just in|live(?: updates)?|updated?|"
    r"opinion|analysis|explainer|explained|fact[ -]check|read|must read|podcast|gallery|alert|urgent|developing)\]?\s*(?:[:|]| [-–—])\s*"
)
_SITE = regex(r"\s+(?:\||–|—|-|::|»)\s+(?P<site>[^|–—»]{2,45})$")
_SITE_WORD = regex(
    r"(?i)\b(?:news|times|post|guardian|bbc|cnn|reuters|jazeera|punch|vanguard|radio|tv|daily|online|herald|tribune|nation|mail|express|\w+\.(?:com|ng|co|org|net)\S*|africa|fm|magazine|gazette|telegraph|standard|mirror|sun|today)\b"
)
_SPEAKER_LAST = regex(
    r"^(?P<claim>.{12,}?)\s?(?::|\s[-–—]|,)\s(?P<who>(?:[A-Z][\w'.-]*|of|the|and|&|[a-z]{3,12})(?: (?:[A-Z][\w'.-]*|of|the|and|&|[a-z]{3,12})){0,4})$"
)
_SAYS_LAST = regex(
    r"^(?P<claim>.{12,}), (?P<who>[A-Za-z][\w'. -]{1,40}) (?P<verb>says?|said|warns?|claims?|tells? court|finds|shows|suggests)$"
)
_SPEAKER_FIRST = regex(r"^(?P<who>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,3}): (?P<claim>.+)$")
_FIRST_PERSON = regex(r"\b(?:I(?![-.])|I'm|I've|my|our)\b")
_END = regex(r"[\s.;:,!|–—-]+$")
_NO_SUBJECT = frozenset("considered not never why how what can't won't don't let ready no".split())


def headline_of(article: Article, lead: Line, facts: Facts) -> Line:
    """The article's headline made sayable, or one made from the first line of the copy.

    The latter where there is none, where it names a minor or tells the method of a suicide, and where it tells as a
    fact what the article tells as an accusation.
    """
    raw = article.headline[:400]
    title = plain(raw)
    if sum(character.isalpha() for character in title) < 4 or count(title) < 2:
        return _from_lead(lead)
    draft = Draft(title).through(
        (
            ("label", without_label),
            ("site name", without_site),
            ("capitals", lambda text: without_capitals(text, facts)),
            ("speaker first", lambda text: speaker_first(text, facts) if facts.english else text),
            ("quote marks", without_marks),
            *(FOR_THE_EAR if facts.english else ()),
            ("headline end", lambda text: _END.sub("", text)),
            ("headline length", short_enough),
        )
    )
    if facts.english and draft.text and _unfit(draft.text, article, lead):
        return _from_lead(lead)
    if (
        not draft.text
        or count(draft.text) > MOST_WORDS + 3
        or raw.rstrip().endswith("?")
        or _FIRST_PERSON.search(draft.text)
    ):
        made = _from_lead(lead)
        if count(made.text) <= MOST_WORDS + 3 or not draft.text or count(draft.text) > count(made.text):
            return made
    return Line(draft.text, (Citation(article.id, -1, 0, len(raw), raw),), draft.edits)


def _unfit(text: str, article: Article, lead: Line) -> bool:
    """Whether a headline may not be said: for a minor's or a dead man's sake, or as nothing is proven."""
    texts = [plain(paragraph) for paragraph in article.paragraphs[:40]]
    if delicate(text, minors_in(texts), of_suicide(texts)):
        return True
    return stated_as_fact(text, texts) and not stated_as_fact(lead.text, texts)


def without_label(text: str) -> str:
    """WATCH:, EXCLUSIVE:, BREAKING: and the like."""
    new = text
    while (shorter := _LABEL.sub("", new, count=1)) != new:
        new = shorter
    return new[:1].upper() + new[1:] if new != text and len(new) > 8 else text


def without_site(text: str) -> str:
    """The name of the site behind a bar or a dash."""
    while match := _SITE.search(text):
        bar = any(sign in match[0] for sign in ("|", "»", "::"))
        if match.start() < 12 or not (bar or _SITE_WORD.search(match["site"])) or (not bar and has_verb(match["site"])):
            break
        text = text[: match.start()]
    return text


def without_capitals(text: str, facts: Facts) -> str:
    """A headline in capitals, as a sentence: words keep the form that the article has for them."""
    words = WORD.findall(text)
    shouting = [word for word in words if len(word) > 3 and word.isupper()]
    if len(shouting) * 2 < len([word for word in words if len(word) > 3]) or len(shouting) < 2:
        return text
    known = {name.lower(): name for name in facts.names}
    lowered = WORD.sub(lambda match: _as_written(match[0], known, facts), text)
    return lowered[:1].upper() + lowered[1:]


def _as_written(word: str, known: dict[str, str], facts: Facts) -> str:
    low = word.lower()
    if low in facts.common:
        return low
    return known.get(low, word if len(word) <= 4 and low not in PREPOSITIONS else low)


def speaker_first(text: str, facts: Facts) -> str:
    """ "... : Putin" and "..., Putin says" as "Putin says ..."."""
    if match := _SAYS_LAST.match(text):
        if not has_verb(match["who"]):
            return f"{_upper(match['who'])} {match['verb']} {_soft(match['claim'], facts)}"
        return text
    if match := _SPEAKER_LAST.match(text):
        who = match["who"]
        claim = match["claim"]
        mark = match[0][len(claim) : len(match[0]) - len(who)].strip()
        _, colon, rest = claim.partition(": ")
        if colon and mark != ":" and has_verb(rest):
            claim = rest
        first = claim.partition(" ")[0]
        whole = (
            has_verb(claim)
            and not finite(first)
            and not re.search(r"\b(?:I|I'm|I've|my|we|our)\b", claim)
            and first.lower() not in _NO_SUBJECT
        )
        if mark != "," and whole and not has_verb(who) and (who[0].isupper() or count(who) <= 2):
            return f"{_upper(who)} {'say' if _many(who) else 'says'} {_soft(claim, facts)}"
    return text


def _many(who: str) -> bool:
    return who.rpartition(" ")[2].lower() in {
        "officials",
        "police",
        "reports",
        "experts",
        "sources",
        "scientists",
        "witnesses",
    }


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _soft(claim: str, facts: Facts) -> str:
    """A claim in mid-sentence: its first word loses its capital unless it is a name, or all words have one."""
    capitals = sum(word[0].isupper() for word in WORD.findall(claim))
    if capitals * 2 < count(claim) + 1:
        return lower_first(claim, facts.names, facts.common)
    first, _, rest = claim.partition(" ")
    closed = first.lower() in PREPOSITIONS | AUXILIARIES | {
        "the",
        "a",
        "an",
        "no",
        "not",
        "more",
        "most",
        "all",
        "there",
        "how",
        "why",
    }
    return f"{first.lower()} {rest}" if closed and not first.isupper() else claim


def without_marks(text: str) -> str:
    """Quote marks that nobody hears; apostrophes stay."""
    return " ".join(re.sub(r"(?<!\w)'((?:[^']|(?<=\w)'(?=\w)){1,200}?)'(?!\w)", r"\1", text.replace('"', "")).split())


def short_enough(text: str) -> str:
    """At most MOST_WORDS words: what follows a dash, a semicolon or a last comma goes."""
    for mark in (r" [-–—] ", r"; ", r" as ", r", "):
        if count(text) <= MOST_WORDS:
            break
        parts = re.split(mark, text)
        while len(parts) > 1 and count(text) > MOST_WORDS:
            parts.pop()
            shorter = re.sub(mark, " ", text) if not parts else text[: text.rfind(parts[-1]) + len(parts[-1])]
            if count(shorter) < 5:
                break
            text = shorter
    return text


def _from_lead(lead: Line) -> Line:
    """The first line of the copy without its full stop, cut at a clause where that takes no denial and no doubt away."""
    cut = _cut(lead)
    said, true = tokens(cut.text), tokens(lead.text)
    if next(lost_negations(said, true), None) or next(doubtless(said, true), None):
        draft = _whole(lead)
        return Line(draft.text, lead.sources, draft.edits)
    return cut


def _whole(lead: Line) -> Draft:
    return Draft(lead.text, lead.edits).changed("headline end", re.sub(r"[.!]+$", "", lead.text))


def _cut(lead: Line) -> Line:
    draft = _whole(lead)
    opening, comma, rest = draft.text.partition(", ")
    if (
        count(draft.text) > MOST_WORDS
        and comma
        and opening.split()[0].lower() in PREPOSITIONS | CONJUNCTIONS | {"even"}
    ):
        main = rest[:1].upper() + rest[1:]
        if has_verb(main) and not hangs(main) and count(main) >= 6:
            draft = draft.changed("headline opening", main)
    if count(draft.text) > MOST_WORDS:
        for mark in (
            ", ",
            " after ",
            " as ",
            " when ",
            " while ",
            " because ",
            " following ",
            " amid ",
            " and ",
            " in ",
            " on ",
            " for ",
            " to ",
        ):
            head = draft.text
            while count(head) > MOST_WORDS and mark in head:
                head = head.rpartition(mark)[0]
            if 5 <= count(head) <= MOST_WORDS and has_verb(head):
                draft = draft.changed("headline length", head)
                break
    if count(draft.text) > MOST_WORDS:
        draft = draft.changed("headline length", _first_words(draft.text))
    return Line(draft.text, lead.sources, draft.edits)


def _first_words(text: str) -> str:
    """The first words, up to where a phrase begins; a title need not be a whole sentence."""
    words = text.split()[:MOST_WORDS]
    for place in range(len(words) - 1, 5, -1):
        if words[place].lower() in PREPOSITIONS | CONJUNCTIONS | {"who", "which"} or words[place - 1].endswith(","):
            return " ".join(words[:place]).rstrip(",;:")
    return " ".join(words)
