"""A long sentence as two, cut at a clause, with the noun said again in the second."""

from __future__ import annotations

import re

from .clauses import at_clauses
from .editing import lower_first, tidy
from .facts import Facts, subject
from .links import at_links
from .openers import hangs, with_noun
from .patterns import regex
from .subjects import NO_SUBJECT, complete, conditional, named_again, own_verb, reports_on, same_subject
from .words import (
    CONJUNCTIONS,
    DETERMINERS,
    HANGING_PRONOUNS,
    LONG,
    NUMBER_WORDS,
    PREPOSITIONS,
    TARGET,
    WORD,
    count,
    finite,
    has_verb,
)

_CLAUSE = regex(r"; |, (?:and|but|while) | (?:and|but) ")


def parts_of(text: str, facts: Facts) -> tuple[str, ...]:
    """The sentence as two or three where it is over LONG words and a place to cut it is certain, else alone."""
    if count(text) <= SPLIT_FROM or (pair := two_of(text, facts, count(text) > LONG)) is None:
        return (text,)
    first, second = pair
    again = two_of(second, facts) if count(second) > LONG else None
    if again:
        return (first, *again)
    again = two_of(first, facts) if count(first) > LONG else None
    return (*again, second) if again and not second.startswith("That was") else pair


_SAID_LAST = regex(r", (?:[^,]{2,60} (?:said|says|added|told [^,]{2,40})|(?:said|says) [^,]{2,60})\.$")
_PHRASE_FIRST = regex(
    r"(?:Having|Being|[A-Z][a-z]{2,}ing|In|With|As|While|Although|Though|After|Before|When|If|Since|Because|Unless|Despite|Amid|Due|Even|For|By|To) (?![^,]{0,160}, )"
)


SPLIT_FROM = TARGET


def two_of(text: str, facts: Facts, anyhow: bool = True) -> tuple[str, str] | None:
    """Two sentences for one, each with a verb and a subject of its own; None where no place is certain."""
    if (
        "according to" in text
        or _SAID_LAST.search(text)
        or (_PHRASE_FIRST.match(text) and not _WHILE_FIRST.match(text))
    ):
        return None
    pairs = [_at_clause(text, match, facts) for match in _CLAUSE.finditer(text)]
    pairs += [_at_saying(text, facts), _at_opening(text, facts), _at_where(text), _at_time(text)]
    pairs += at_clauses(text, facts, named_again)
    if good := [pair for pair in pairs if pair and _parts(pair, text)]:
        return min(good, key=_longer)
    if not anyhow:
        return None
    if report := _reported_inside(text, facts):
        return report
    return min((pair for pair in at_links(text) if _parts(pair, text)), key=_longer, default=None)


def _parts(pair: tuple[str, str], text: str) -> bool:
    """Whether both are long enough to tell something, short enough to be worth it, and no quotation is cut."""
    return (
        min(map(count, pair)) >= 5
        and _longer(pair) <= count(text) - 4
        and all(part.count('"') % 2 == 0 and has_verb(part) for part in pair)
    )


def _longer(pair: tuple[str, str]) -> int:
    return max(map(count, pair))


def _reported_inside(text: str, facts: Facts) -> tuple[str, str] | None:
    """ "X said" and a sentence that can be cut: "X said A. X said B"."""
    report = _REPORT.match(text)
    if not report or '"' in text or conditional(text) or has_verb(text[: report.start("verb")]):
        return None
    who = named_again(text, facts)
    if not who:
        return None
    inner = text[report.end() :]
    lead = text[: report.end()]
    pair = two_of(inner[:1].upper() + inner[1:], facts)
    if pair is None or (hangs(pair[1]) and not pair[1].startswith("That ")):
        return None
    first, second = pair
    return f"{lead}{inner[:1]}{first[1:]}", tidy(
        f"{who} {report['verb']} {lower_first(second, facts.names, facts.common)}"
    )


def _at_clause(text: str, match: re.Match[str], facts: Facts) -> tuple[str, str] | None:  # noqa: PLR0911, PLR0912 - a list of cases, each with its answer
    head, tail = text[: match.start()], text[match.end() :]
    link = match[0].strip(" ,")
    if " - " in text or "–" in text or "—" in text or not has_verb(head) or conditional(head):
        return None
    words = WORD.findall(tail)
    if len(words) < 5:
        return None
    first = words[0].lower()
    verb = words[1] if first in _LATER else words[0]
    if first == "that" and link in {"and", "but"}:
        return _said_too(text, head, tail[5:], facts)
    if verb.endswith("ed") and words[1 + (verb != words[0])].lower() == "by":
        return None  # "and certified by ...": a participle
    if finite(verb) and verb.lower() not in {"said", "says"}:
        # "X did this and did that": the noun is said again.
        if link == "while":
            return None
        noun = named_again(text, facts)
        if noun and same_subject(head, verb.lower()):
            return tidy(head), tidy(f"{noun} {tail}")
        report = _REPORT.match(head)
        inner = report and head[report.end() :]
        if not inner or not same_subject(inner) or not (noun := named_again(inner, facts)):
            return None
        return _said_too(
            text, head, f"{lower_first(noun, facts.names, facts.common | frozenset(NUMBER_WORDS))} {tail}", facts
        )
    if first in {"he", "she", "they", "it"} and not reports_on(head) and own_verb(tail):
        again = with_noun(tail[:1].upper() + tail[1:], tidy(head), facts)
        return (tidy(head), tidy(again)) if again else None
    if first in _NO_CLAUSE or first.endswith("ing"):
        return None
    own = subject(tail[:1].upper() + tail[1:], facts) if words[0][0].islower() else subject(tail, facts)
    if own is None or not own_verb(tail):
        return None
    if match[0][0] == " " and not (complete(head) and (words[0][0].isupper() or first in DETERMINERS)):
        return None  # without a comma it may join two nouns
    if reports_on(head):
        return _said_too(text, head, tail, facts) if link in {"and", "but"} else None
    return tidy(head), tidy(tail)


def _said_too(text: str, head: str, tail: str, facts: Facts) -> tuple[str, str] | None:
    """ "X said A and B": "X said A." and "X said B"."""
    report = _REPORT.match(head)
    if report and reports_on(head[: report.start("verb")]):
        return None  # "reports of a coup": the noun is no verb
    if report and re.match(r"(?:[\w'-]+ ){1,4}(?:said|says|denied|claimed)\b", tail):
        return tidy(head), tidy(tail)  # they say it themselves
    if not report or not complete(head) or not own_verb(tail) or not (who := named_again(text, facts)):
        return None
    return tidy(head), tidy(f"{who} {report['verb']} {tail}")


_NO_CLAUSE = HANGING_PRONOUNS | CONJUNCTIONS | PREPOSITIONS | {"to", "not", "then", "also"}
_LATER = frozenset("then later also even now already".split())
_REPORT = regex(
    r"^[^,\"]{2,80}? (?P<verb>(?:has |have |had |also )?(?:said|says|say|claimed|claims|warned|warns|alleged|alleges|added|adds|announced|reported|reports))\b(?: that)? (?!to |on |by )"
)
_SAYING_THAT = regex(
    r"(?:, | (?=saying |adding ))(?:saying|adding|claiming|alleging|stating|noting)(?: that)? (?=(?:\w|'))"
)
_SAID_FOR = {
    "saying": "said",
    "adding": "added",
    "claiming": "claimed",
    "alleging": "alleged",
    "stating": "stated",
    "noting": "noted",
}


def _at_saying(text: str, facts: Facts) -> tuple[str, str] | None:
    """ "X did this, saying ...": X is named again with "said"."""
    match = _SAYING_THAT.search(text)
    if match is None:
        return None
    head, tail = text[: match.start()], text[match.end() :]
    noun = named_again(text, facts)
    if noun is None or not has_verb(head) or not own_verb(f"x {tail}") or reports_on(head):
        return None
    if conditional(head) or head.rpartition(" ")[2].lower() in {
        "as",
        "by",
        "for",
        "of",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
    }:
        return None
    said = _SAID_FOR[match[0].strip(" ,").partition(" ")[0]]
    return tidy(head), tidy(f"{noun} {said} {tail}")


_WHILE_FIRST = regex(
    r"^(?:While|Even as|Even though|Although|Though|As) (?P<first>[^,\"]{15,200}), (?P<second>[^\"]{15,300})$"
)


def _at_opening(text: str, facts: Facts) -> tuple[str, str] | None:
    """ "While X is so, Y is so": two sentences; a contrast keeps its "but"."""
    match = _WHILE_FIRST.match(text)
    if match is None:
        return None
    first, second = match["first"], match["second"]
    if first.partition(" ")[0].lower() in HANGING_PRONOUNS or not own_verb(first) or not own_verb(f"x {second}"):
        return None
    contrast = not text.startswith("As ")
    return tidy(first), tidy(f"But {lower_first(second, facts.names, facts.common)}" if contrast else second)


_TIME_FIRST = regex(
    r"^(?P<link>(?:(?:Just )?(?:[Aa]|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|\\d+) (?:day|week|month|year|hour|days|weeks|months|years|hours)"
    r" |Hours |Days |Weeks |Months |Minutes |Shortly |Soon )?[Aa]fter) (?P<first>[^,\"]{15,200}), (?P<second>[^\"]{15,300})$"
)


def _at_time(text: str) -> tuple[str, str] | None:
    """ "A day after X did this, Y did that": "Y did that. That was a day after X did this"."""
    match = _TIME_FIRST.match(text)
    if match is None:
        return None
    first, second = match["first"], match["second"]
    opening = second.partition(" ")[0].lower()
    if opening in NO_SUBJECT or opening.endswith("ing") or not own_verb(second):
        return None
    if first.partition(" ")[0].lower() in HANGING_PRONOUNS or not own_verb(first) or " said " in second:
        return None
    return tidy(second), tidy(f"That was {match['link'][:1].lower()}{match['link'][1:]} {first}")


_WHERE = regex(r",? where (?=(?:he|she|they|it|the|a|an|\d+|[A-Z]\w+) )")


def _at_where(text: str) -> tuple[str, str] | None:
    """ "... at the hall, where he urged ...": "There he urged ..."."""
    match = _WHERE.search(text) if " where " in text else None
    if match is None:
        return None
    head, tail = text[: match.start()], text[match.end() :]
    if " which " in head or " who " in head or head.rpartition(" ")[2].lower() in PREPOSITIONS:
        return None  # their verb may still be to come; "the place from where"
    if not complete(head) or not own_verb(tail) or conditional(head) or reports_on(head) or "," in tail[:40]:
        return None
    if head.rpartition(" ")[2].lower() in {
        "situation",
        "case",
        "cases",
        "point",
        "scene",
        "stage",
        "moment",
        "know",
        "is",
        "was",
        "and",
    }:
        return None
    return tidy(head), tidy(f"There {tail}")
