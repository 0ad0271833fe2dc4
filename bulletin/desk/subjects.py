"""The subject of a sentence as it is said again, and whether a clause stands on its own."""

from __future__ import annotations

from .facts import Facts, subject
from .patterns import regex
from .words import (
    AUXILIARIES,
    CONJUNCTIONS,
    HANGING_PRONOUNS,
    IRREGULAR,
    OPENING,
    PREPOSITIONS,
    SPEECH,
    STOP,
    TITLES,
    WORD,
    finite,
    has_verb,
)


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
    if not words or low[0] in NO_SUBJECT or "and" in low:
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


NO_SUBJECT = HANGING_PRONOUNS | OPENING
_PRONOUN_FIRST = regex(r"(He|She|They|It)(?= )")
_INTRODUCED = regex(
    r"(?P<phrase>(?:[A-Z][a-z]+(?:ing|ed)|In|With|At|On|After|Before|Since|Despite|Amid|During|Following|For|By|From|Under|Last|Earlier)\b [^,\"]{2,80}), (?P<main>(?:[A-Z]|the |an? |he |she |they )[^\"]+)$"
)
_OPENS = SPEECH | frozenset(
    "that if as because before after since until which who whom where when while whether believe believes think thinks thought know knows knew feel"
    " feels felt found find finds fear fears hope hopes show shows showed hear heard see saw means meant decided learnt ensure".split()
)


def complete(head: str) -> bool:
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


def same_subject(head: str, verb: str = "") -> bool:
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
    return verbs == 1 and not reports_on(head)


def reports_on(head: str) -> bool:
    """Whether the first clause is "X said ...": the second may then be a part of what was said."""
    return any(word.lower() in SPEECH for word in WORD.findall(head))


def conditional(head: str) -> bool:
    """Whether what is told is bound to a condition, or to another half."""
    low = head.lower()
    return any(word in low for word in _CONDITIONS) and bool(_CONDITION.search(low))


_CONDITIONS = ("if", "unless", "whether", "between", "both", "either", "neither", "not only")
_CONDITION = regex(rf"\b(?:{'|'.join(_CONDITIONS)})\b")


def own_verb(tail: str) -> bool:
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
