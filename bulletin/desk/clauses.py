"""Clauses that become sentences of their own, with their noun said again and hardly a word lost.

"Mr Ade, who ran the port, resigned" is "Mr Ade resigned. Mr Ade ran the port."  Each rule gives the two sentences or
None where it is not certain whose clause it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from .editing import tidy
from .facts import Facts
from .findings import DATED
from .indefinite import CONDITION, at_some, at_subject, at_subject_done
from .patterns import regex
from .words import (
    CONJUNCTIONS,
    DETERMINERS,
    FINITE,
    HANGING_PRONOUNS,
    OPENING,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
    WORD,
    finite,
    has_verb,
)

Pair = tuple[str, str]
Noun = Callable[[str, Facts], str | None]  # the subject of a sentence as it is said the second time

_MODAL = regex(r"(?i)\b(?:will|would|shall|should|could|can|may|might|must|if|unless|whether)\b")
_PAST = regex(
    r"\b(?:was|were|had|did|has|have|died|came|won|lost|fell|fled|left|took|went|got|met|said|told|held|shot|hit|struck|began|broke"
    r"|gave|made|set|put|ran|led|saw|rose|sent|sold|[a-z]{3,}ed)\b"
)


def at_clauses(text: str, facts: Facts, named_again: Noun) -> Iterator[Pair]:
    """All pairs that a sentence can be cut into at a clause that hangs on a noun or on the whole of it."""
    for pair in (
        *(_at_relatives(text, facts, named_again) if " who " in text or " which " in text else ()),
        _at_opening(text, facts, named_again),
        *_at_participles(text, facts, named_again),
        *(_at_as(text) if " as " in text else ()),
        _at_dash(text),
        at_subject(text),
        at_subject_done(text),
        at_some(text),
        _at_announced(text),
    ):
        if pair:
            yield pair


_RELATIVE = regex(r"(?:, | )(?P<which>who|which) (?=(?P<verb>[a-z']+) )")
_BEFORE_WHO = regex(
    r"(?:^|[ (])(?P<noun>(?:[A-Z][\w'’.-]+ ){0,3}[A-Z][\w'’-]+|(?:the|a|an|his|her|its|their|The|An?) (?:[\w'’-]+ ){0,2}?[a-z][\w-]+)$"
)


def _at_relatives(text: str, facts: Facts, named_again: Noun) -> Iterator[Pair | None]:
    for match in _RELATIVE.finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        comma = match[0][0] == ","
        if not finite(match["verb"]) or head.count('"') % 2 or CONDITION.search(head):
            continue
        if comma and not has_verb(head):
            yield _after_subject(text, head, tail, facts, named_again)
        elif comma and has_verb(head) and match["verb"] not in SPEECH:
            yield _at_the_end(head, tail, match["which"])


def _after_subject(text: str, head: str, tail: str, facts: Facts, named_again: Noun) -> Pair | None:
    """ "The bishop, who took office in May, resigned ...": the main verb comes behind the second comma."""
    noun = named_again(f"{head} was", facts)
    words = head.split()
    if noun is None or any(one.lower() in PREPOSITIONS and other.islower() for one, other in pairwise(words)):
        return None  # "The widow of a pilot, who died in a crash, ...": it was not she
    for comma in re.finditer(r", (?=(?:also |later |then |now |[a-z]+ly )?(?P<verb>[a-z']+) )", tail):
        if comma["verb"] in {"and", "but", "or", "who", "which"}:
            continue
        if finite(comma["verb"]) and tail[: comma.start()].count('"') % 2 == 0:
            clause, rest = tail[: comma.start()], tail[comma.end() :]
            if "," in head:
                return None  # "The singer, best known for a song, which was banned": whose clause is it?
            if len(clause.split()) < 3:
                return None
            return tidy(f"{head} {rest}"), tidy(f"{noun} {clause}")
    return None


def _at_the_end(head: str, tail: str, which: str) -> Pair | None:  # noqa: PLR0911, PLR0912 - a list of cases, each with its answer
    """ "... the Kuro Dam, which supplies Sokara.": "The Kuro Dam supplies Sokara."."""
    if re.search(r", (?:and |but )?(?:[a-z]+ly )?(?:said|says|added|told)\b", tail) or tail.count('"') % 2:
        return None
    match = _BEFORE_WHO.search(head)
    if not match:
        return None
    if any(finite(comma["next"]) for comma in _NEXT.finditer(tail)) or not _ended(head):
        return None  # the main verb is still to come
    words = match["noun"].split()
    low = words[0].lower()
    last = words[-1]
    if _LATER_PART.search(tail) or last.lower() in DATED or _NO_LONGER.search(match["noun"]):
        return None
    if which == "who" and head[: match.start("noun")].rstrip().endswith(" of"):
        return None  # "the vice-president of Sudan, who ...", "the son of the envoy, who ..."
    if low in {"his", "her", "its", "their"}:
        return None
    if words[0][0].isupper() and (low not in DETERMINERS or last[0].isupper()):
        name = " ".join(words)
        if low in OPENING or low in HANGING_PRONOUNS:
            return None
        before = head[: match.start("noun")].rstrip().rpartition(" ")[2].lower()
        if before in {"and", "or"} or tail.partition(" ")[0] in {"are", "were", "have"}:
            return None
        return tidy(head), tidy(f"{'The ' if before == 'the' else ''}{name} {tail}")
    verb = tail.partition(" ")[0]
    plural = last.endswith("s") and not last.endswith("ss")
    if finite(last) or last.endswith("ing") or (which == "who" and verb in {"is", "was", "has"} and plural):
        return None
    if (which == "which" and verb in {"is", "was", "has", "does"}) or (verb.endswith("s") and which == "which"):
        return tidy(head), tidy(f"That {tail}")  # of the noun or of all that was said: it is true of either
    if verb in {"is", "was", "has", "does"} and plural:
        return None
    if verb in {"are", "were", "have"} and not plural:
        return None
    return tidy(head), tidy(f"The {last} {tail}")


# What follows the clause may belong to the main verb: "..., for four years after she tested positive".
_LATER_PART = regex(r", (?:for|to|by|from|in|on|at|with|and|but|together|despite|an?|as|after|before|over|during)\b")
_NO_LONGER = regex(r"(?i)\b(?:former|last|late|acting|deputy|vice|ex|outgoing|interim|next|then)\b")
_NEXT = regex(r", (?P<next>[a-z']+)")


def _ended(head: str) -> bool:
    """Whether there is a verb behind the last word that opens a clause."""
    return has_verb(re.split(r"\b(?:that|who|which|as|when|where|while|because|if)\b", head)[-1])


_OPENING = regex(
    r"^(?P<doing>Speaking|Addressing|Talking|Replying|Responding|Reacting|Commenting|Releasing|Launching|Hitting|Slamming"
    r"|Criticising|Criticizing|Referring|Citing|Announcing|Explaining|Sharing|Writing|Inaugurating|Presiding|Briefing"
    r"|Answering|Delivering|Interacting|Visiting|Attending|Raising|Opening|Expressing|Urging|Welcoming|Praising|Accusing"
    r"|Attacking|Defending|Chairing|Posting|Paying|Quoting|Participating|Declaring|Dismissing|Rejecting|Hailing|Condemning|Asserting|Lauding)"
    r" (?P<rest>[^\"]{6,170}?), (?=(?P<main>(?:the |an? |[A-Z])[^\"]+$))"
)


def _at_opening(text: str, facts: Facts, named_again: Noun) -> Pair | None:
    """ "Speaking in Sokara, Mrs Bello said ...": "Mrs Bello said ... Mrs Bello was speaking in Sokara."."""
    match = _OPENING.match(text)
    if match is None:
        return None
    main = match["main"][:1].upper() + match["main"][1:]
    noun = named_again(main, facts)
    if noun is None or not _PAST.search(main) or has_verb(match["rest"]):
        return None
    return tidy(main), tidy(f"{noun} was {match['doing'].lower()} {match['rest']}")


_DOING = regex(
    r"(?:, (?:thereby |thus |also )?| (?=(?:asking|urging|demanding|requesting|seeking) ))(?P<doing>[a-z]+ing) (?=[\w'£$€₦])"
)


def _at_participles(text: str, facts: Facts, named_again: Noun) -> Iterator[Pair | None]:
    """ "..., killing twelve people.": "That killed twelve people." and "..., urging calm": "The governor urged calm."."""
    for match in _DOING.finditer(text):
        done = PARTICIPLES.get(match["doing"])
        head, tail = text[: match.start()], text[match.end() :]
        if done is None or not has_verb(head) or head.count('"') % 2 or _MODAL.search(head) or not _PAST.search(head):
            continue
        if re.search(r", (?:said|says|according)\b|, [^,]{2,60} (?:said|says)\.", tail) or _SAID_BEFORE.search(head):
            continue
        if match["doing"] in _EVENTS:
            if not any(word.lower() in SPEECH for word in WORD.findall(head)):
                yield tidy(head), tidy(f"That {done} {tail}")
            continue
        noun = named_again(text, facts)
        if noun and _one_clause(head) and not any(word.lower() in SPEECH for word in WORD.findall(head)):
            yield tidy(head), tidy(f"{noun} {done} {tail}")


_SAID_BEFORE = regex(r", [^,]{2,60} (?:said|says|told|added)\b")
_EVENTS = frozenset(
    "leaving killing injuring wounding forcing prompting causing bringing raising sparking triggering destroying damaging"
    " ending making disrupting affecting threatening".split()
)


def _one_clause(head: str) -> bool:
    """Whether nothing but its subject can be who does what follows."""
    return not any(word.lower() in {"that", "who", "which", "where", "when", "because"} for word in WORD.findall(head))


_AS = regex(r"(?:, | )as (?=(?P<first>[\w'’-]+) )")


def _at_as(text: str) -> Iterator[Pair | None]:
    """ "... as the rains begin": "The rains begin."; "as" only tells that both are so at one time."""
    for match in _AS.finditer(text):
        head, tail = text[: match.start()], text[match.end() :]
        first = match["first"]
        if not (first in DETERMINERS | {"he", "she", "they"} or first[:1].isupper()) or head.count('"') % 2:
            continue
        if any(word.lower() in SPEECH for word in WORD.findall(head)) or CONDITION.search(head) or _MODAL.search(head):
            continue
        last = head.rpartition(" ")[2].lower()
        if last in {"such", "well", "far", "long", "soon", "much", "many", "same", "known", "so", "just", "even", "as"}:
            continue
        if not has_verb(head) or not _clause(tail) or last in _AS_WHAT or last in FINITE or last == "came":
            continue
        yield tidy(head), tidy(tail)


_AS_WHAT = frozenset(
    "described seen known regarded named appointed serving served treated acted acting used dubbed hailed portrayed identified"
    " considered viewed listed cast recognised recognized elected billed touted work working worked".split()
)


def _clause(tail: str) -> bool:
    """Whether it has its verb within seven words with no comma before it."""
    before = ""
    for place, word in enumerate(tail.split()[:7]):
        bare = word.strip(",;:\"'")
        if place and finite(bare, before):
            return True
        if word.endswith((",", ";", ":")) or (place and bare.lower() in _GOES_ON):
            return False
        before = bare
    return False


_GOES_ON = CONJUNCTIONS | {"who", "which", "to"}
_TOLD_LAST = regex(
    r"^(?P<claim>[^\"]{30,400}), it (?P<was>(?:was|has been) (?:announced|reported|revealed|confirmed|disclosed|learnt)[^\",]{0,60})\.$"
)


def _at_announced(text: str) -> Pair | None:
    """ "..., it was announced on Friday": "That was announced on Friday"."""
    match = _TOLD_LAST.match(text) if ", it " in text else None
    return (tidy(match["claim"]), tidy(f"That {match['was']}")) if match else None


_DASH = regex(r" [-–—] |: (?=[A-Z])")


def _at_dash(text: str) -> Pair | None:
    """ "A is so - B is so": two sentences."""
    if (
        '"' in text
        or not any(dash in text for dash in (" - ", " – ", " — ", ": "))
        or len(places := list(_DASH.finditer(text))) != 1
    ):
        return None
    head, tail = text[: places[0].start()], text[places[0].end() :]
    first = tail.partition(" ")[0].lower()
    if not has_verb(head) or not _clause(tail) or first in OPENING or first in {"who", "which"}:
        return None
    if first in PRONOUNS and first not in {"he", "she", "they", "it"}:
        return None
    return tidy(head), tidy(tail)
