"""Words in capitals: letters (EFCC is said E-F-C-C), a word (ECOWAS, Ecowas), or a headline that shouts.

Letters are joined with hyphens.  Of five ways to write them, hibari said "N-N-P-C" and "N. N. P. C." best (31 of 32
recognised by Whisper); with spaces (29 of 32) it takes the A of "A U" for the article.
"""

from __future__ import annotations

import re

from .capitals import LETTERS, ORDINARY, SAID, WORDS
from .rule import CAPITALS, STARTERS, Match, Rule, full_stop, word_after

_VOWELS = "AEIOUY"
# What English words begin and end with, when they do so with more than one consonant
_ONSETS = frozenset(
    "BL BR CH CL CR DR DW FL FR GH GL GN GR KN KR KW PH PL PR RH SC SCH SCR SH SHR SK SL SM SN SP SPL SPR SQ ST STR SV SW"
    " TH THR TR TS TW WH WR ZW KH MB ND NG NW GB KP BH DH".split()
)
_CODAS = frozenset(
    "GNS RT PPS BBS CH CK CT FF FT GH GHT GHTS HN LD LDS LK LL LLS LM LP LS LT LTS MP MPS MS NCH ND NDS NG NGS NK NKS NS NT NTS PH PS PT RB RC RCH RD"
    " RDS RF RG RK RKS RL RLD RLS RM RMS RN RNS RP RS RST RT RTS RTH SH SK SM SP SS ST STS TCH TH THS TS TT TTS WN WNS WS CKS CTS DS BS"
    " GS KS ZZ LF LVE LTH NTH NST RSE GN".split()
)
_ONSETS_ODD = frozenset(("MB", "ND", "NG", "GB", "KP", "BH", "DH", "NW", "KN"))  # in names and headlines only
_VOWEL_STARTS = frozenset(("AU", "EU", "EA", "AI", "OU", "OA")) | _ONSETS
_NO_INITIALS = 7  # letters: nobody makes so many into initials (OUAGADOUGOU)
_SHORTEST_WORD = 4  # letters: three unknown capitals are read out


def reads_as_word(capitals: str, *, name: bool = False) -> bool:
    """Whether unknown capitals look like a word: a vowel, and only such clusters as English words have.

    `name` lets in what begins African names too (NDIDI, GBAJABIAMILA).
    """
    if len(capitals) < _SHORTEST_WORD or not capitals.isascii():
        return not capitals.isascii()
    runs = re.findall(rf"[{_VOWELS}]+|[^{_VOWELS}]+", capitals)
    vowels = [run for run in runs if run[0] in _VOWELS]
    if not vowels or any(len(run) > 2 for run in vowels) or re.search(r"Q(?!U)", capitals):
        return False
    if not name and (
        (len(runs[0]) == 2 and runs[0] not in _VOWEL_STARTS) or (len(capitals) == 4 and sum(map(len, vowels)) > 2)
    ):
        return False  # IECC, IGIA
    first, last = runs[0], runs[-1]
    starts = first[0] in _VOWELS or len(first) == 1 or (first in _ONSETS and (name or first not in _ONSETS_ODD))
    ends = last[0] in _VOWELS or len(last) == 1 or last in _CODAS or last[0] == last[-1]
    return starts and ends and (name or all(len(run) <= 3 for run in runs[1:-1]))


def _is_name(capitals: str) -> bool:
    """Capitals that are too many for initials (OUAGADOUGOU), or a name of our lexicon (BIYA)."""
    if len(capitals) < _SHORTEST_WORD:
        return False
    if len(capitals) >= _NO_INITIALS and re.search(r"[AEIOU][A-Z]*[AEIOU]", capitals):
        return True
    from ..lexicon import ours

    return capitals.lower() in ours().words


def _with_names(text: str) -> str:
    """Text with the names of several words in our lexicon written as names: AKUFO-ADDO, WANG YI."""
    from ..lexicon import ours
    from ..lexicon.applying import names_in

    pieces, at = [], 0
    for found in names_in(text, ours()):
        words = text[found.start : found.stem]
        if not words.isalpha():
            pieces += [text[at : found.start], words.title().replace("'S", "'s")]
            at = found.stem
    return "".join((*pieces, text[at:]))


def _name(match: Match) -> str | None:
    return _with_names(match.group())


def letters(capitals: str) -> str:
    """EFCC -> E-F-C-C."""
    return "-".join(capitals)


def _plural(capitals: str, tail: str) -> str:
    return f"{letters(capitals)}{tail}" if tail == "'s" else f"{letters(capitals)}'s"


def _one(match: Match) -> str | None:
    """One word in capitals among ordinary ones."""
    capitals, tail = match["capitals"], (match["tail"] or "").removesuffix("'")
    following = " " if match["hyphen"] else ""
    if capitals in SAID:
        return SAID[capitals] + tail + following
    if capitals in LETTERS:
        return (_plural(capitals, tail) if tail else letters(capitals)) + following
    if capitals in WORDS:
        return capitals.capitalize() + tail + following
    if capitals in ORDINARY:
        return capitals.lower() + tail + match["hyphen"]
    if reads_as_word(capitals) or _is_name(capitals):
        return capitals.capitalize() + tail + match["hyphen"]
    return (_plural(capitals, tail) if tail else letters(capitals)) + following


def _run(match: Match) -> str | None:
    """Three words and more in capitals are a headline: only what is known or unsayable is read out."""
    words = re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", match.group())
    if match.group().count(",") * 2 >= len(words) - 1:
        return None  # a list of bodies, comma after comma
    if sum(len(word) > 3 and word not in LETTERS and word not in WORDS for word in words) * 3 < len(words):
        return None  # a list of bodies: INEC, EFCC and so on
    words_of = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
    return words_of.sub(
        lambda word: _in_run(word.group()) if word.group().isupper() else word.group(), _with_names(match.group())
    )


def _in_run(word: str) -> str:  # noqa: PLR0911 - a table of cases, read top to bottom
    """One word of a headline in capitals."""
    bare, _, rest = word.partition("'")
    tail = f"'{rest.lower()}" if rest else ""
    if len(bare) == 1:
        return bare + tail
    if bare in ORDINARY or bare in ("WHO", "IT", "AM"):  # pronouns and verbs in a headline, bodies elsewhere
        return bare.lower() + tail
    if bare in SAID:
        return SAID[bare] + tail
    if bare in LETTERS:
        return letters(bare) + tail
    if (
        bare in WORDS
        or reads_as_word(bare, name=True)
        or (len(bare) >= _SHORTEST_WORD and set(bare) & set(_VOWELS))
        or _is_name(bare)
    ):
        return bare.capitalize() + tail
    if len(bare) == 3 and re.fullmatch(r"[^AEIOU]?[AEIOUY][^AEIOU]?[AEIOUY]?", bare):
        return bare.capitalize() + tail
    return letters(bare) + tail


def _dotted(match: Match) -> str:
    capitals = match[1].replace(".", "").replace(" ", "").upper()
    stop = full_stop(match)
    if capitals in WORDS and len(capitals) > 3:
        return capitals.capitalize() + (match[2] or "") + stop
    return letters(capitals) + (match[2] or "") + stop


def _glued(match: Match) -> str:
    """GTBank: capitals, and a word that starts with the last of them."""
    return f"{match[1]} {match[2]}"


def _pair(match: Match) -> str:
    """AT&T, R&B, S&P."""
    return f"{letters(match[1])} and {letters(match[2])}"


def _initials(match: Match) -> str | None:
    if match[1].strip() == "A.":
        return None  # "A Musa" would be read as the article
    if word_after(match) in STARTERS:
        return None  # "in the U.K. The ..."
    return "-".join(re.findall(r"[A-Z]", match[1])) + " "


RULES = (
    Rule("initials", re.compile(r"(?<![\w.'-])((?:[A-Z]\. ?){1,4})(?=[A-Z][a-z'][A-Za-z'-])"), _initials, "."),
    Rule("glued capitals", re.compile(r"(?<![\w'-])([A-Z]{2,5})([A-Z][a-z]{3,20})(?!\w)"), _glued, CAPITALS),
    Rule("letters and letters", re.compile(r"(?<![\w&])([A-Z]{1,3})&([A-Z]{1,3})(?![\w&])"), _pair, "&"),
    Rule("dotted letters", re.compile(r"(?<![\w.])((?:[A-Za-z]\.){1,9}[A-Za-z])\b\.?('s)?"), _dotted, "."),
    Rule("headline", re.compile(r"(?<![\w'-])[A-Z]{1,30}(?:['-][A-Z]{1,30}){0,3}(?:[,:;]? [A-Z]{1,30}(?:['-][A-Z]{1,30}){0,3}){2,60}(?![\w'])"), _run, CAPITALS),
    Rule("name", re.compile(r"(?<![\w'-])[A-Z]{1,20}(?:[' -][A-Za-z]{1,20}){0,2}[' -][A-Z]{2,20}(?![\w])"), _name, CAPITALS),
    Rule("capitals", re.compile(r"(?<![^\W_])(?P<capitals>[A-Z]{2,30}?)(?P<tail>'s|s'?(?![\w]))?(?![\w])(?P<hyphen>-?)"), _one, CAPITALS),
)  # fmt: skip
