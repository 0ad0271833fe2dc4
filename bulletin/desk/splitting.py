"""A long sentence as two, cut at a clause, with the noun said again in the second."""

from __future__ import annotations

import re

from .clauses import at_clauses
from .editing import lower_first, tidy
from .facts import Facts, subject
from .links import at_links
from .openers import hangs, with_noun
from .patterns import regex
from .words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    HANGING_PRONOUNS,
    IRREGULAR,
    LONG,
    NUMBER_WORDS,
    OPENING,
    PREPOSITIONS,
    SPEECH,
    STOP,
    TARGET,
    TITLES,
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
    if not report or '"' in text or _conditional(text) or has_verb(text[: report.start("verb")]):
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
    if " - " in text or "–" in text or "—" in text or not has_verb(head) or _conditional(head):
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
        if noun and _same_subject(head, verb.lower()):
            return tidy(head), tidy(f"{noun} {tail}")
        report = _REPORT.match(head)
        inner = report and head[report.end() :]
        if not inner or not _same_subject(inner) or not (noun := named_again(inner, facts)):
            return None
        return _said_too(
            text, head, f"{lower_first(noun, facts.names, facts.common | frozenset(NUMBER_WORDS))} {tail}", facts
        )
    if first in {"he", "she", "they", "it"} and not _reports_on(head) and _own_verb(tail):
        again = with_noun(tail[:1].upper() + tail[1:], tidy(head), facts)
        return (tidy(head), tidy(again)) if again else None
    if first in _NO_CLAUSE or first.endswith("ing"):
        return None
    own = subject(tail[:1].upper() + tail[1:], facts) if words[0][0].islower() else subject(tail, facts)
    if own is None or not _own_verb(tail):
        return None
    if match[0][0] == " " and not (_complete(head) and (words[0][0].isupper() or first in DETERMINERS)):
        return None  # without a comma it may join two nouns
    if _reports_on(head):
        return _said_too(text, head, tail, facts) if link in {"and", "but"} else None
    return tidy(head), tidy(tail)


def _said_too(text: str, head: str, tail: str, facts: Facts) -> tuple[str, str] | None:
    """ "X said A and B": "X said A." and "X said B"."""
    report = _REPORT.match(head)
    if report and _reports_on(head[: report.start("verb")]):
        return None  # "reports of a coup": the noun is no verb
    if report and re.match(r"(?:[\w'-]+ ){1,4}(?:said|says|denied|claimed)\b", tail):
        return tidy(head), tidy(tail)  # they say it themselves
    if not report or not _complete(head) or not _own_verb(tail) or not (who := named_again(text, facts)):
        return None
    return tidy(head), tidy(f"{who} {report['verb']} {tail}")


def named_again(text: str, facts: Facts) -> str | None:  # noqa: PLR0911 - a list of cases, each with its answer
    """The subject of a sentence as it is said the second time: "the firm", "Kapil Mishra"; None where that is not certain."""
    if match := _PRONOUN_FIRST.match(text):
        return match[1]
    if (match := _INTRODUCED.match(text)) and not has_verb(match["phrase"].partition(" ")[2]):
        return named_again(match["main"][:1].upper() + match["main"][1:], facts)
    noun = subject(text, facts)
    if noun is not None:
        return None if noun.words.lower() in STOP else noun.words[:1].upper() + noun.words[1:]
    words: list[str] = []
    for word in text.split()[:16]:
        if words and (finite(word.strip(",;:"), words[-1]) or word.lower() in PREPOSITIONS):
            break
        words.append(word)
        if word.endswith((",", ";", ":")):
            break
    else:
        return None
    words = [word.strip(',;:"') for word in words]
    low = [word.lower() for word in words]
    if not words or low[0] in _NO_SUBJECT or "and" in low:
        return None
    start = len(words)
    while (
        start
        and words[start - 1][:1].isupper()
        and low[start - 1] not in TITLES
        and not words[start - 1].endswith("'s")
    ):
        start -= 1
    name = words[start:]
    if name and start > 0 and len(name) <= 3 and (low[start - 1] in TITLES or words[start - 1][:1].islower()):
        return " ".join(name)
    if low[0] in {"a", "an", "the"} and len(words) > 1 and low[-1].isalpha() and low[-1] == words[-1]:
        return f"The {words[-1]}"
    return None


_NO_SUBJECT = HANGING_PRONOUNS | OPENING
_PRONOUN_FIRST = regex(r"(He|She|They|It)(?= )")
_INTRODUCED = regex(
    r"(?P<phrase>(?:[A-Z][a-z]+(?:ing|ed)|In|With|At|On|After|Before|Since|Despite|Amid|During|Following|For|By|From|Under|Last|Earlier)\b [^,\"]{2,80}), (?P<main>(?:[A-Z]|the |an? |he |she |they )[^\"]+)$"
)
_NO_CLAUSE = HANGING_PRONOUNS | CONJUNCTIONS | PREPOSITIONS | {"to", "not", "then", "also"}
_LATER = frozenset("then later also even now already".split())
_REPORT = regex(
    r"^[^,\"]{2,80}? (?P<verb>(?:has |have |had |also )?(?:said|says|say|claimed|claims|warned|warns|alleged|alleges|added|adds|announced|reported|reports))\b(?: that)? (?!to |on |by )"
)
_OPENS = SPEECH | frozenset(
    "that if as because before after since until which who whom where when while whether believe believes think thinks thought know knows knew feel"
    " feels felt found find finds fear fears hope hopes show shows showed hear heard see saw means meant decided learnt ensure".split()
)


def _complete(head: str) -> bool:
    """Whether the clause before the link has its own verb behind the last word that opens a clause."""
    words = WORD.findall(head)
    opened = max((place for place, word in enumerate(words) if word.lower() in _OPENS), default=-1)
    before = words[opened] if opened >= 0 else ""
    for place in range(opened + 1, len(words)):
        word, after = words[place], words[place + 1 : place + 2]
        if finite(word, before):
            # "A man arrested by the police ..." may have its verb still to come.
            participle = word.endswith("ed") and before.lower() not in AUXILIARIES
            if not (participle and after and after[0].lower() in PREPOSITIONS):
                return True
        before = word
    return False


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
    if noun is None or not has_verb(head) or not _own_verb(f"x {tail}") or _reports_on(head):
        return None
    if _conditional(head) or head.rpartition(" ")[2].lower() in {
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
    if first.partition(" ")[0].lower() in HANGING_PRONOUNS or not _own_verb(first) or not _own_verb(f"x {second}"):
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
    if opening in _NO_SUBJECT or opening.endswith("ing") or not _own_verb(second):
        return None
    if first.partition(" ")[0].lower() in HANGING_PRONOUNS or not _own_verb(first) or " said " in second:
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
    if not _complete(head) or not _own_verb(tail) or _conditional(head) or _reports_on(head) or "," in tail[:40]:
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


def _same_subject(head: str, verb: str = "") -> bool:
    """Only one clause stands before the link, so that its subject is the one meant.

    A participle behind the verb ("a man convicted of theft") opens no clause.  "To" does, but what it opens cannot be
    joined by the past form `verb`.
    """
    opens = {"that", "who", "which", "if", "because", "when", "where", "while", "as", "before", "after"}
    if not (verb.endswith("ed") or verb in IRREGULAR or verb in {"has", "have", "was", "were", "is", "are", "had"}):
        opens.add("to")
    verbs = 0
    before = ""
    for word in WORD.findall(head):
        if finite(word, before) and before.lower() not in AUXILIARIES and before.lower() not in {"not", "also"}:
            verbs += not (verbs and word.endswith("ed"))
        if word.lower() in opens and (verbs or word.lower() in {"who", "which"}):
            return False
        before = word
    return verbs == 1 and not _reports_on(head)


def _reports_on(head: str) -> bool:
    """Whether the first clause is "X said ...": the second may then be a part of what was said."""
    return any(word.lower() in SPEECH for word in WORD.findall(head))


def _conditional(head: str) -> bool:
    low = head.lower()
    return any(word in low for word in _CONDITIONS) and bool(_CONDITION.search(low))


_CONDITIONS = ("if", "unless", "whether", "between", "both", "either", "neither", "not only")
_CONDITION = regex(rf"\b(?:{'|'.join(_CONDITIONS)})\b")


def _own_verb(tail: str) -> bool:
    """Whether a clause has its verb within nine words, with no comma and no other clause before it."""
    before = ""
    for place, word in enumerate(tail.split()[:9]):
        bare = word.strip(",;:\"'")
        if place and finite(bare, before):
            return True
        if word.endswith((",", ";", ":")) or bare.lower() in _OPENS_CLAUSE:
            return False
        before = bare
    return False


_OPENS_CLAUSE = (CONJUNCTIONS - {"and", "or"}) | frozenset("who which to what how why after before for".split())
