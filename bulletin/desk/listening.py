"""The rules for the ear: what in a line a listener would stumble over, one small function a rule.

The rules are common newsroom practice: one idea a sentence, at most 20 words and never more than 25; nothing that only
an eye can follow; few numbers, rounded; negations said in full; somebody named for each claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from .ear import FOR_THE_EAR
from .editing import note
from .openers import hangs, needs_person
from .words import AUXILIARIES, LONG, MONTHS, SPEECH, TITLES, count

Severity = Literal["error", "warning", "note"]

TOO_LONG = 30
LONG_HEADLINE = 15
SLOW = 8  # words before the subject
MOST_FIGURES = 2  # in one sentence
MOST_QUOTED = 15  # words of a quotation that a reader's voice can carry


@dataclass(frozen=True, slots=True)
class Heard:
    """What a rule has against some words: why, and what would be better, or ""."""

    rule: str
    severity: Severity
    why: str
    suggestion: str = ""


# ---------------------------------------------------------------- any line, the template's too

_NOTE_ROW = re.compile(
    r'\[\^|\^\d{1,4}\]|(?:^|\]: ?)from [0-9a-f]{12} -?\d+:\d+-\d+ "|^edit [^"]{1,60} "[^"]{0,400}" -> "'
)
_MARKUP = re.compile(
    r"\*\*|(?<!\w)__|</?[a-z][^<>]{0,80}>|&(?:amp|nbsp|quot|lt|gt|#\d{2,5});|\]\(http|^#{1,6} |^> |\{\{|\{%"
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]")
_MOJIBAKE = re.compile(r"â€|Ã[\x80-\xbf©¨¡³±]|Â[£ °«»]")
_FOR_THE_EYE = re.compile(
    r"(?i)https?://\S{0,60}|\bwww\.\S{1,60}|(?<![\w@])@\w{2,}|(?<![\w&#])#[a-z]\w+|\bclick (?:here|on|the)\b"
    r"|\((?:see|pictured|photo)\b[^()]{0,40}\)?|\bsee (?:the )?(?:below|picture|photo|video)\b|\bpictured (?:above|below|left|right)\b"
    r"|\bread more\b|\bscroll down\b|\bswipe (?:left|right|up|down)\b"
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")


def stray_mark(text: str) -> Iterator[Heard]:
    """A source note, or half of a mark, that would be read aloud."""
    if found := _NOTE_ROW.search(text):
        why = f"{_short(found[0])} would be read aloud: a mark is [^1], and an empty line stands before its source note"
        yield Heard("stray mark", "error", why)


def markup(text: str) -> Iterator[Heard]:
    """HTML or Markdown in the words."""
    if found := _MARKUP.search(text):
        yield Heard("markup", "warning", f"{_short(found[0])} is for a screen", "take it out")


def garbled(text: str) -> Iterator[Heard]:
    """Characters that nobody can see or say, and the traces of a wrong encoding."""
    if text.isascii() and text.isprintable():
        return
    if found := _UNSEEN.search(text):
        yield Heard(
            "garbled", "warning", f"there is a character that cannot be said, U+{ord(found[0]):04X}", "type it again"
        )
    if found := _MOJIBAKE.search(text):
        yield Heard(
            "garbled",
            "warning",
            f'"{_around(text, found)}" was saved in one encoding and read in another',
            "type it again",
        )


def for_the_eye(text: str) -> Iterator[Heard]:
    """A web address, a handle, a hashtag, "pictured": a listener cannot look."""
    if found := _FOR_THE_EYE.search(text):
        yield Heard(
            "for the eye", "warning", f'a listener cannot look: "{_short(found[0])}"', "say it, or leave it out"
        )


def brackets(text: str) -> Iterator[Heard]:
    """Words in brackets."""
    if found := _BRACKETS.search(text):
        yield Heard("brackets", "note", f'brackets cannot be heard: "{_short(found[0])}"', "commas, or leave it out")


# ---------------------------------------------------------------- copy and headlines

_CUT = re.compile(
    r", (?=(?:and|but|which|who|after|while|where|because|although|though|whereas|adding|[a-z]{3,}ing) )| (?=(?:after|because|although|but) )"
)
_FIGURE = re.compile(r"(?<![\w.,:/-])[$£€₦]?\d+(?:[.,:]\d+)*(?:[-–]\d+)?(?![\w-])")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_DATE = re.compile(r" ?(?:" + "|".join(month.title() for month in MONTHS) + r")\b")
_AGE = re.compile(r"\b([A-Z][\w'-]{1,30}), (?:aged )?([1-9]\d)(?=[,.])(?!, [A-Z0-9])")
_QUOTED = re.compile(r'"([^"]{1,2000})"')
_NOBODY = re.compile(
    r"(?i)\b(?:it (?:is|was|has been) (?:alleged|claimed|believed|understood|rumoured|reported|feared|thought|said) that"
    r"|(?:is|are|was|were) (?:said|rumoured|alleged|reported|understood) to (?:have|be)\b"
    r"|(?:some|many) (?:people |observers |analysts )?(?:say|believe|think|claim|argue)\b"
    r"|(?:critics|observers|experts|sources|insiders) (?:say|said|believe|claim|claimed|argue)\b)"
)
_ACCUSED = re.compile(r"(?i)\b(?:is|are|was|were|been|being|stands?) accused of\b")
_NAMED = re.compile(r"(?i)\baccording to\b|\bby (?:the |a )?\w")


def long_sentence(sentence: str) -> Iterator[Heard]:
    """More words than one hearing holds."""
    words = count(sentence)
    if words > LONG:
        cut = _cut(sentence)
        yield Heard(
            "long sentence", "warning" if words > TOO_LONG else "note", f"{words} words; {LONG} are enough", cut
        )


def long_headline(sentence: str) -> Iterator[Heard]:
    """More than a headline holds."""
    words = count(sentence)
    if words > LONG_HEADLINE:
        yield Heard("long headline", "note", f"{words} words; a headline has at most {LONG_HEADLINE}")


def many_numbers(sentence: str) -> Iterator[Heard]:
    """More numbers than a listener can hold; dates and years do not count."""
    figures = [
        found[0]
        for found in _FIGURE.finditer(sentence)
        if not _YEAR.match(found[0]) and not _DATE.match(sentence, found.end())
    ]
    if len(figures) > MOST_FIGURES:
        why = f"{len(figures)} numbers in one sentence: {_short(', '.join(figures))}"
        yield Heard("many numbers", "note", why, "keep the one that matters")


def plainer(sentence: str) -> Iterator[Heard]:
    """What the desk would put into other words: denials, jargon, short forms, money, units, figures too exact to hear."""
    for name, rule in FOR_THE_EAR:
        said = rule(sentence)
        if said != sentence:
            edit = note(name, sentence, said)
            was, better = (_short(words.rstrip(" .,;:")) for words in (edit.before, edit.after))
            yield Heard(
                name, "note", f'"{was}" is written for the eye', f'say "{better}"' if better else "leave it out"
            )


def age_after_name(sentence: str) -> Iterator[Heard]:
    """ "Ada Obi, 34,": an age stands before the name, or nowhere."""
    if found := _AGE.search(sentence):
        why = f'"{found[0]}" is how newspapers give an age'
        yield Heard("age after name", "note", why, f'"{found[2]}-year-old" before the name, or leave it out')


def quotation(line: str) -> Iterator[Heard]:
    """A quotation that is long, or does not close."""
    if '"' not in line:
        return
    if line.count('"') % 2:
        yield Heard("open quotation", "note", "a quotation mark has no partner", "close it, or report the words")
    for found in _QUOTED.finditer(line):
        if count(found[1]) > MOST_QUOTED:
            why = f"{count(found[1])} words in a voice that is not the speaker's"
            yield Heard("long quotation", "note", why, "report what was said")


def who_says_so(sentence: str) -> Iterator[Heard]:
    """A claim without anybody who makes it."""
    if (found := _NOBODY.search(sentence)) and not re.search(r"(?i)\baccording to\b", sentence):
        yield Heard("unattributed claim", "warning", f'"{found[0]}": a listener asks who says so', "name the source")
    elif found := re.search(r"(?i)\b(?:reportedly|purportedly)\b", sentence):
        yield Heard("unattributed claim", "note", f'"{found[0]}": a listener asks by whom', "name the source")
    elif (found := _ACCUSED.search(sentence)) and not (
        _NAMED.search(sentence) or any(word.lower() in SPEECH - {"accused"} for word in sentence.split())
    ):
        yield Heard("unattributed claim", "note", f'"{found[0]}": by whom?', "name who accuses")


# ---------------------------------------------------------------- the first line of a story

_MARKS = ('"', "“")
_EMPTY = re.compile(r"(?:There (?:is|are|was|were|has been|have been|will be)|It (?:is|was) (?:\w+ )?that)\b")
_SLOW = re.compile(
    r"(?:After|While|Although|Though|When|As|Despite|Following|Because|Since|If|In spite of|Having|Speaking|Reacting|Amid)"
    r" [^,]{24,200}, "
)
_COMPANY = re.compile(
    r" (?:Inc|Ltd|Limited|Plc|Corp|Group|Bank|University|Police|Court|Council|Ministry|Party|United|City)\b"
)
_NUMBER_FIRST = re.compile(r"[$£€₦]?\d")
_NAME_FIRST = re.compile(
    r"(?P<name>(?P<first>[A-Z][a-z'-]+) (?:[A-Z]\. )?[A-Z][a-z'-]+) (?:has |have |had )?(?P<verb>[a-z]+)\b"
)


def opener(line: str) -> Iterator[Heard]:
    """A story that begins with a word that points back, as if something had been said before."""
    if line[:1] in _MARKS or _EMPTY.match(line):
        return  # told by other rules
    if word := hangs(line):
        yield Heard("opener", "warning", f'the story opens on "{word}", and nothing was said before', "say who or what")
    elif needs_person(line):
        yield Heard("pronoun", "warning", "somebody is meant who was not named yet", "name the person")


def quotation_first(line: str) -> Iterator[Heard]:
    """Whose words?  The listener takes them for the newsreader's."""
    if line[:1] in _MARKS:
        why = "the words seem the newsreader's own until the speaker is named"
        yield Heard("quotation first", "warning", why, "begin with who said it")


def question(line: str) -> Iterator[Heard]:
    """A bulletin answers."""
    if line.rstrip("\"'”").endswith("?"):
        yield Heard("question", "warning", "the story opens with a question", "begin with the answer")


def there_is(line: str) -> Iterator[Heard]:
    """An opening that spends its first words on nothing."""
    if (found := _EMPTY.match(line)) and not _NOBODY.match(line):
        yield Heard("there is", "note", f'"{found[0]}" says nothing yet', "begin with who did what")


def slow_start(line: str) -> Iterator[Heard]:
    """A clause that has to be held in mind until the subject comes."""
    if (found := _SLOW.match(line)) and count(found[0]) > SLOW:
        why = f"{count(found[0])} words before it is said who did what"
        yield Heard("slow start", "note", why, "begin with the news, and say this after it")


def number_first(line: str) -> Iterator[Heard]:
    """The first word of a story is often missed."""
    if _NUMBER_FIRST.match(line):
        yield Heard("number first", "note", "the first word is the one that listeners miss", "begin with who or what")


def name_first(line: str) -> Iterator[Heard]:
    """A name says nothing before its role does."""
    found = _NAME_FIRST.match(line)
    if (
        found
        and found["verb"] in SPEECH
        and found["first"].lower() not in TITLES | AUXILIARIES
        and not _COMPANY.search(found[0])
    ):
        why = f'a listener may not know who "{found["name"]}" is'
        yield Heard("name first", "note", why, "say the role, then the name")


# ---------------------------------------------------------------- how they are put together

ANY_LINE: tuple[Callable[[str], Iterator[Heard]], ...] = (stray_mark, markup, garbled, for_the_eye, brackets)
ANY_SENTENCE = (many_numbers, plainer, age_after_name, who_says_so)
FIRST_LINE = (quotation_first, question, there_is, slow_start, number_first, name_first)


def _cut(sentence: str) -> str:
    """Where a long sentence comes apart: the joint that is nearest to its middle."""
    joints = [found.start() for found in _CUT.finditer(sentence)]
    joints = [at for at in joints if min(count(sentence[:at]), count(sentence[at:])) >= 6]
    if not joints:
        return "make it two"
    at = min(joints, key=lambda at: abs(at - len(sentence) // 2))
    return f'a full stop could stand after "{" ".join(sentence[:at].split()[-3:])}"'


def _around(text: str, found: re.Match[str]) -> str:
    low = text.rfind(" ", 0, found.start()) + 1
    return _short(text[low:].split(" ", 1)[0])


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:57] + "..."
