"""Who says it comes first: quotations become reported speech, and a trailing "X said" goes to the front.

A quotation in the first person cannot be reported without guessing who "we" are: it is said as it is when short
(at most LONG words, introduced), else not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .editing import lower_first, tidy
from .facts import Facts
from .patterns import regex
from .words import (
    CONJUNCTIONS,
    LONG,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    WORD,
    count,
    finite,
    has_verb,
)

VERB = (
    "(?:(?:has|have|had) )?(?:"
    + "|".join(sorted((*SAYING, *SAYING.values(), "told", "tells", "tweeted", "wrote"), key=len, reverse=True))
    + ")"
)
REST = r"(?P<rest>(?: today| yesterday| (?:in|on|at|to|during|after|from|by|via) [^\",]{2,70}| [A-Z][^\",]{2,50}| (?:reporters|journalists|the)\b[^\",]{0,50})?)"
_QUOTE_FIRST = regex(
    rf'^"(?P<quote>[^"]{{2,500}}?)[,.!]?"[,.]? ?(?:(?P<verb>{VERB}) (?P<who>[^"]{{2,120}}?)|(?P<who2>[^"]{{2,120}}?),? (?P<verb2>{VERB}){REST})(?:, (?:while )?\w+ing [^"]{{3,200}})?\.?$'
)
_SAID_FIRST = regex(
    rf'^(?P<lead>[^"]{{2,200}}?\b(?:{VERB})(?: [^"]{{2,60}})?)(?:,|:| that|) "(?P<quote>[^"]{{2,600}}?)[,.!]?"?[.]?$'
)
FIRST_PERSON = regex(
    r"(?i)(?<![\w'])(?:i|we|my|our|us|me|you|your|mine|ours|myself|ourselves|let's|i'\w+|we'\w+|you'\w+)(?![\w'])"
)
_FRAGMENT = regex(r'"([^"]{1,400})"')
_SINGLE = regex(r"(?<![\w'])'((?:[^'\"]|(?<=\w)'(?=\w)){1,300}?)'(?![\w'])")
_TITLE = regex(
    r'"((?:[A-Z][\w\'-]*:?|\d+)(?: (?:[A-Z][\w\'-]*:?|\d+|of|the|and|in|a|to|for|on)){0,6}),?"(?=[ ,.]|$)(?! (?:said|says|he|she))'
)
_TOLD = regex(
    rf'^"(?P<quote>[^"]{{2,500}}?)[,.!]?"[,.]? ?(?P<lead>(?P<who>[^"]{{2,200}}?),? (?P<verb>{VERB})\b(?P<rest>[^"]{{0,200}}?))\.?$'
)
_STRAY = regex(r'"[^"]*[ :,]"\w')  # a mark at the start that the next opening one shows to be lost
_WORDS_FIRST = regex(r'^"(?:[^"]*[,.!?]"|[^"]*"?$)')
_WHO_REST = regex(
    r" (?=(?:on|in|at|during|after|from|while|as|when|outside|following|late|yesterday|today|last|adding) )"
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What became of a sentence with a quotation: its new words, and whether a quotation is still in it; or why not."""

    text: str
    direct: bool = False
    reason: str = ""


def reported(text: str, facts: Facts) -> Quoted:  # noqa: PLR0911 - a list of cases, each with its answer
    """A sentence with its quotations as reported speech, or as one short introduced quotation, or a reason why neither."""
    text = _single_to_double(text)
    if '"' not in text or '"' not in (text := _TITLE.sub(r"\1", text)):
        return Quoted(text)
    if _STRAY.match(text):
        text = text[1:]
    if text.count('"') % 2 and not _SAID_FIRST.match(text):
        return Quoted(text, reason="has a quotation that does not close in it")
    if match := _QUOTE_FIRST.match(text):
        who, verb, rest = speaker_of(match)
        if who:
            return _said(who, verb, rest, match["quote"], facts)
    if (lead := _told(text)) and (match := _TOLD.match(text)):
        return _direct(f"{lead}:", match["quote"])
    if (match := _SAID_FIRST.match(text)) and (count(match["quote"]) > 3 or text.count('"') % 2):
        lead = match["lead"].rstrip(" ,:")
        word = lead.rpartition(" ")[2]
        inner = match["quote"]
        if FIRST_PERSON.search(inner):
            return _direct(f"{lead}:", inner)
        link = (
            " "
            if word in SAYING
            or word in SAYING.values()
            or re.search(r'(?:\bthat|\w) "', match[0][len(lead) : len(lead) + 7])
            else " that "
        )
        if re.search(r"[,:] ?\"", match[0]) and _whole(inner):
            link = " " if word in SAYING or word in SAYING.values() else " that "
        elif not _whole(inner):
            link = " "
        return Quoted(tidy(f"{lead}{link}{lower_first(inner, facts.names, facts.common)}"))
    if _WORDS_FIRST.match(text):
        return Quoted(text, reason="opens with a quotation that nobody is named for")
    return _fragments(text)


def _whole(words: str) -> bool:
    """Whether a quotation is a sentence of its own."""
    return words[:1].isupper() and has_verb(words)


def speaker_of(match: re.Match[str]) -> tuple[str, str, str]:
    """Who spoke, the verb, and where or to whom."""
    verb = match["verb"] or match["verb2"]
    who = (match["who"] or match["who2"] or "").strip(" ,.")
    rest = "" if match["who"] else (match["rest"] or "").rstrip(" .,")
    if match["who"] and (cut := _WHO_REST.search(who)):
        if "," in who[: cut.start()]:
            return "", verb, ""
        who, rest = who[: cut.start()], " " + who[cut.end() :]
    return (who if _is_speaker(who) else ""), verb, rest


def _is_speaker(who: str) -> bool:
    words = who.split()
    if not words or len(words) > 14:
        return False
    first = words[0].lower()
    if (first in PRONOUNS or first in {"who", "which"}) and first not in {"his", "her", "its", "their"}:
        return first in {"he", "she", "they", "it"} and len(words) == 1
    if first in PREPOSITIONS or first in CONJUNCTIONS or first.endswith("ing"):
        return False
    return not any(finite(word.strip(","), before) for before, word in zip(("", *words), words, strict=False))


def _said(who: str, verb: str, rest: str, claim: str, facts: Facts) -> Quoted:
    aside = "," if "," in who else ""
    who = who[:1].upper() + who[1:]
    if FIRST_PERSON.search(claim):
        return _direct(f"{who}{aside} {verb}{rest}:", claim)
    link = " that " if rest or verb.rpartition(" ")[2] in {"told", "tells", "wrote", "tweeted"} else " "
    return Quoted(tidy(f"{who}{aside} {verb}{rest}{link}{lower_first(claim, facts.names, facts.common)}"))


def speaker_in(text: str, quoted: bool) -> str:
    """Who says the words in a sentence, with the verb: "Mr Bello told reporters"; "" where it does not tell."""
    text = _single_to_double(text)
    if quoted and text.count('"') == 1:
        text = f'"{text}'
    if match := _QUOTE_FIRST.match(text):
        who, verb, rest = speaker_of(match)
        if who:
            return f"{who[:1].upper()}{who[1:]}{',' if ',' in who else ''} {verb}{rest}"
    if lead := _told(text):
        return lead
    if not quoted and (match := _SAID_FIRST.match(text)):
        lead = match["lead"].rstrip(" ,:").removesuffix(" that")
        short = lead.rpartition(", ")[2]
        # "In an interview on Monday, Mrs Bello said": the second time her name is enough.
        if count(short) < count(lead) and (short[:1].isupper() or short[:4] == "the ") and _said_by(short):
            return short[:1].upper() + short[1:]
        return lead
    return ""


def _told(text: str) -> str:
    """All that follows a quotation as its lead: "Mrs Bello, who runs the port, told reporters in Sokara"; or ""."""
    match = _TOLD.match(text)
    if not match:
        return ""
    name, _, aside = match["who"].partition(", ")
    if not _is_speaker(name) or (aside and aside.split(" ")[0] in CONJUNCTIONS):
        return ""
    rest = WORD.findall(match["rest"])
    if any(finite(word, before) for before, word in zip(("", *rest), rest, strict=False)):
        return ""
    return match["lead"][:1].upper() + match["lead"][1:].rstrip(" ,")


def _said_by(lead: str) -> bool:
    """Whether it is a speaker and a verb and no more."""
    who, _, verb = lead.rpartition(" ")
    return (verb in SAYING or verb in SAYING.values()) and _is_speaker(who)


def introduced(lead: str, inner: str, facts: Facts) -> str:
    """Somebody's words with `lead` in front: as they are where they are in the first person, else reported."""
    if FIRST_PERSON.search(inner):
        return f'{lead}: "{inner}."'
    last = lead.rpartition(" ")[2]
    link = " " if last in SAYING or last in SAYING.values() else " that "
    return tidy(f"{lead}{link}{lower_first(inner, facts.names, facts.common)}")


_BREAK = regex(r", and |; |\. |\.\.\.+ ?| and (?=(?:I|we|they|he|she|it) )")


def short_enough(quote: str, most: int) -> str:
    """A quotation's first words up to a place where its speaker takes breath, where they are `most` at the most; else ""."""
    if count(quote) <= most:
        return quote
    for stop in reversed(list(_BREAK.finditer(quote))):
        first = quote[: stop.start()]
        if 5 <= count(first) <= most and has_verb(first) and first.count("(") == first.count(")"):
            return first
    return ""


def _direct(lead: str, quote: str) -> Quoted:
    quote = short_enough(quote, 24)
    if not quote:
        return Quoted(quote, reason="is a quotation in the first person and too long to be heard")
    quote = quote.strip(" ,.")
    return Quoted(f'{lead} "{quote[:1].upper()}{quote[1:]}."', direct=True)


def _fragments(text: str) -> Quoted:
    """Quote marks go where the sentence names a speaker; elsewhere a short quotation keeps them."""
    spoken = any(
        word.lower() in SAYING or word.lower() in SAYING.values() or word in _SPOKEN for word in WORD.findall(text)
    )
    direct = False
    for match in _FRAGMENT.finditer(text):
        if FIRST_PERSON.search(match[1]):
            if count(match[1]) > LONG or direct:
                return Quoted(text, reason="is a quotation in the first person and too long to be heard")
            direct = True
    if direct or not spoken:
        return Quoted(text, direct=direct or text.startswith('"'))
    return Quoted(tidy(_FRAGMENT.sub(lambda match: match[1].rstrip(",."), text)))


_SPOKEN = frozenset(
    "told called described accused vowed pledged asked denied warning saying calls describing calling".split()
)


def _single_to_double(text: str) -> str:
    """'Targets' in single quote marks as "targets" in double ones; apostrophes stay."""
    if "'" not in text or '"' in text:
        return text
    return _SINGLE.sub(lambda match: f'"{match[1]}"', text)
