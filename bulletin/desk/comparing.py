"""What one sentence says that another does not: figures, names, days, quotations, new words, and small words turned round.

The first is what is said, the second what is true.  Words may be left out; none may be new, and what is left must still be so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .abbreviations import unabbreviated, without_honours
from .contractions import uncontracted
from .figures import Figure, figures, unborne
from .findings import DATED, Finding, Rule, tokens
from .measures import money_in_words, shares_in_words, units_in_words
from .patterns import regex
from .turning import doubtless, negated, opposites, tenses, turned_round
from .words import DAYS, NUMBER_WORDS, PRONOUNS, SCALES, STOP, VAGUE, stem


@lru_cache(maxsize=128)  # the guard asks several times for one line and its sentence
def worded(text: str) -> str:
    """The text with what may be written in two ways written in one: short forms, contractions, money, units."""
    return shares_in_words(
        units_in_words(money_in_words(uncontracted(unabbreviated(without_honours(text.replace('"', " "))))))
    )


def compare(text: str, true: str, texts: Sequence[str]) -> list[Finding]:
    """All that `text` says and `true` does not; `texts` are the sentences as they stood, for quotations.

    A phrase moved from the front ("On Monday, ...") to the end is not another order.
    """
    found = _compared(text, true, texts)
    if found and all(finding.why.endswith(_MOVED) for finding in found) and (match := _FRONTED.match(true)):
        front = match["front"] or match["day"]
        other = f"{match['rest']} {front[:1].lower()}{front[1:]}."
        return [] if not _compared(text, other, texts) else found
    return found


_MOVED = "is in another order than in the source"
_FRONTED = regex(
    r'(?:(?P<front>(?:On|In|At|After|During|By|From|For|Since|Before|Last|This|According to) [^,"]{2,80}),'
    rf'|(?P<day>(?:On |Last |This )?(?:{"|".join(day.title() for day in DAYS)}))) (?P<rest>[^"]{{8,}}?)\.?$'
)


def _compared(text: str, true: str, texts: Sequence[str]) -> list[Finding]:
    plain, base = worded(text), worded(true)
    said, have = tokens(plain), tokens(base)
    found = [
        *wrong_figures(figures(plain), figures(base)),
        *_dates(said, have),
        *in_order("name", _names(said, have), _names(have, said)),
        *negated(said, have),
        *doubtless(said, have),
        *tenses(said, have),
        *opposites(said, have),
        *in_order("pronoun", _of(said, PRONOUNS), _of(have, PRONOUNS)),
        *_quotes(text, true, texts),
        *_new(said, have),
    ]
    return found or list(turned_round(said, have))


_HEDGED = {"over": "more than", "under": "almost", "near": "about"}


def wrong_figures(said: Sequence[Figure], true: Sequence[Figure], ordered: bool = True) -> Iterator[Finding]:
    """Figures that are not the source's, nor true round ones."""
    for figure, meant, moved in unborne(said, true, ordered):
        words = f"{figure.words} {figure.counted}".strip()
        source = f"{meant.words} {meant.counted}".strip() if meant else ""
        if moved:
            why = f"{figure.words} {_MOVED}"
        elif meant and figure.hedge and meant.hedge != figure.hedge:
            why = f'{words} is said with "{_HEDGED[figure.hedge]}", and the source has {source}'
        elif meant and meant.hedge and not figure.hedge:
            why = f'the source has "{_HEDGED[meant.hedge]}" before {source}'
        else:
            why = f"the source does not have {words}"
        yield Finding("number", figure.words, why, source)


def in_order(rule: Rule, said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """Each of `said` must come in `true`, and in that order."""
    left = list(true)
    for word in said:
        if word in left:
            del left[: left.index(word) + 1]
            continue
        source = next((other for other in true if other not in said), "")
        if word in true:
            yield Finding(rule, word, f"{word} {_MOVED}")
        else:
            yield Finding(rule, word, f"the source does not have {word}", source)


def _dates(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    for finding in in_order("day", _of(said, DATED), _of(true, DATED)):
        yield Finding("day", finding.words.title(), finding.why, finding.source.title())


def _of(words: Sequence[str], kind: Iterable[str]) -> list[str]:
    return [low for word in words if (low := word.lower().removesuffix("'s")) in kind and word != "US"]


def _names(words: Sequence[str], other: Sequence[str]) -> list[str]:
    """Words with a capital that are so on both sides, or in mid-sentence; without possessives."""
    small = {word for word in other if word[0].islower()}
    found = []
    for place, word in enumerate(words):
        bare = word.removesuffix("'s").removesuffix("'").removesuffix("’s")
        if not bare[:1].isupper() or bare.lower() in STOP:
            continue
        if place == 0 and bare.lower() in small:
            continue
        found.append(bare)
    return found


_SEGMENT = regex(r'"([^"]{1,2000})"')
_SINGLE = regex(r"(?<!\w)'|'(?!\w)")


def _quotes(text: str, true: str, texts: Sequence[str]) -> Iterator[Finding]:
    """What stands in quote marks must stand so in a source."""
    if '"' not in text:
        return
    sources = [true, *texts]
    low = [uncontracted(source.lower().replace('"', "")) for source in sources]
    for quote in _SEGMENT.findall(text):
        core = uncontracted(quote.strip(" .,!?").lower())
        if not any(core in source for source in low):
            yield Finding("quote", quote, "these are not the words of the source")
    marks = max(source.count('"') + len(_SINGLE.findall(source)) for source in sources)
    if not marks:
        yield Finding("quote", text, "the source has no quotation")
    elif text.count('"') > marks:
        yield Finding("quote", text, "the source has fewer quotation marks")


def _new(said: Sequence[str], true: Sequence[str]) -> Iterator[Finding]:
    """A word that carries meaning and is not in the source."""
    have = Counter(stem(word) for word in true)
    if "m" in have:  # "100m"
        have[stem("metres")] += 1
    for place, word in enumerate(said):
        low, same = word.lower(), stem(word)
        if low in STOP or counts(low) or low in DATED or low in _HEDGING:
            continue
        if have[same] > 0:
            have[same] -= 1
        elif same in have:
            yield Finding("new word", word, f'the source has "{word}" less often', _instead(said, place, true))
        else:
            yield Finding("new word", word, f'no source sentence has "{word}"', _instead(said, place, true))


_HEDGING = frozenset("almost nearly roughly approximately around".split())  # judged with their figure


def counts(low: str) -> bool:
    """Whether a word is a figure, and so is judged as one."""
    return (
        low[0].isdigit()
        or low in NUMBER_WORDS
        or low in SCALES
        or low in VAGUE
        or low.partition("-")[0] in NUMBER_WORDS
    )


def _instead(said: Sequence[str], place: int, true: Sequence[str]) -> str:
    """What the source has at that place: the word between the same neighbours."""
    before = said[place - 1] if place else ""
    after = said[place + 1] if place + 1 < len(said) else ""
    for at, word in enumerate(true):
        left = true[at - 1] if at else ""
        right = true[at + 1] if at + 1 < len(true) else ""
        if (left == before and right == after) or (left == before and before and before.lower() not in STOP):
            return word
    return ""
