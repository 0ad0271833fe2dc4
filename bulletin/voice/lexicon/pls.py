"""Reads pronunciation lexicons: W3C PLS 1.0, https://www.w3.org/TR/pronunciation-lexicon/.

The file may come from anybody.  A document type, and with it every entity, is refused by the first event that
would begin one; depth, size and lengths are bounded; what reaches an engine is letters and known phonemes only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from ...errors import StationError
from .ipa import strange_sign
from .names import APOSTROPHES, JOINTS, WORD, Lexicon, Name, lexicon

OURS = Path(__file__).with_name("names.pls")
LARGEST = 5_000_000  # bytes: a hundred thousand names
DEEPEST = 8  # PLS itself has three levels, and metadata a few
LONGEST = 120  # characters in a name or in its pronunciation
MOST_WORDS = 8  # in one name: so that looking for names takes time in proportion to the text
_JOINT = "[" + re.escape("".join(sorted(JOINTS))) + "]"
_WORD = WORD.pattern + "+"  # possessive: a word is never given back in part
WORDS = re.compile(rf"{_WORD}(?:{_JOINT}{_WORD}){{0,{MOST_WORDS - 1}}}[{''.join(sorted(APOSTROPHES))}]?")


def load(path: Path) -> Lexicon:
    """Read one PLS file; kept until the file changes.  Raises StationError that names the file and the line."""
    return lexicon(_names(path))


def ours() -> Lexicon:
    """The names that come with the project."""
    return merged()


def merged(*files: Path) -> Lexicon:
    """Our names under those of the station's own files; a later file wins.  Raises StationError."""
    return _merged(tuple((path, *_state(path)) for path in (OURS, *files)))


@lru_cache(maxsize=8)
def _merged(files: tuple[tuple[Path, int, int], ...]) -> Lexicon:
    return lexicon(name for path, _, _ in files for name in _names(path))


def _names(path: Path) -> tuple[Name, ...]:
    return _read(path, *_state(path))


def _state(path: Path) -> tuple[int, int]:
    """What changes when the file does: nanoseconds and bytes."""
    try:
        stat = path.stat()
    except (OSError, ValueError) as error:
        raise StationError(f"{path}: there is no such lexicon; correct its name in the station file") from error
    if not path.is_file():
        raise StationError(f"{path}: is no file; a lexicon is a PLS file")
    if stat.st_size > LARGEST:
        raise StationError(f"{path}: is larger than {LARGEST // 1_000_000} MB; split the lexicon or shorten it")
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=16)
def _read(path: Path, _changed: int, _size: int) -> tuple[Name, ...]:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise StationError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    if len(content) > LARGEST:
        raise StationError(f"{path}: is larger than {LARGEST // 1_000_000} MB; split the lexicon or shorten it")
    return tuple(_Parser(path).parse(content))


@dataclass
class _Lexeme:
    line: int
    graphemes: list[str] = field(default_factory=list)
    phonemes: list[tuple[str, bool]] = field(default_factory=list)  # IPA, preferred
    aliases: list[tuple[str, bool]] = field(default_factory=list)


class _Parser:
    """One pass over one file with expat, which knows its line and does not recurse."""

    def __init__(self, path: Path) -> None:
        self.path, self.names = path, list[Name]()
        self.open: list[str] = []
        self.text: list[str] = []
        self.lexeme: _Lexeme | None = None
        self.alphabet = "ipa"  # the lexicon's, for phonemes that do not name their own
        self.phoneme_alphabet, self.preferred = "ipa", False
        self.expat = expat.ParserCreate(namespace_separator=" ")
        self.expat.buffer_text = True
        self.expat.StartDoctypeDeclHandler = self._doctype
        self.expat.StartElementHandler = self._start
        self.expat.EndElementHandler = self._end
        self.expat.CharacterDataHandler = self._characters

    def parse(self, content: bytes) -> list[Name]:
        try:
            self.expat.Parse(content, True)
        except expat.ExpatError as error:
            self._fail(f"is no well-formed XML: {expat.ErrorString(error.code)}", error.lineno)
        except (ValueError, LookupError) as error:  # an encoding that is not one
            self._fail(f"cannot be read ({error}); save it as UTF-8", 1)
        return self.names

    def _fail(self, what: str, line: int = 0) -> NoReturn:
        where = line or self.expat.CurrentLineNumber
        raise StationError(f"{self.path}, line {where}: {what}") from None

    def _doctype(self, *_: object) -> None:
        self._fail("has a DOCTYPE, which is refused because entities can do harm; take it out")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if not self.open and tag != "lexicon":
            self._fail(f"begins with <{tag[:40]}>; a PLS lexicon begins with <lexicon>")
        if len(self.open) >= DEEPEST:
            self._fail("elements stand inside one another too deeply for a lexicon")
        self.open.append(tag)
        self.text = []
        if tag == "lexicon":
            self.alphabet = attributes.get("alphabet", "ipa")
        elif tag == "lexeme":
            self.lexeme = _Lexeme(self.expat.CurrentLineNumber)
        elif tag in ("phoneme", "alias"):
            self.phoneme_alphabet = attributes.get("alphabet", self.alphabet)
            self.preferred = attributes.get("prefer") == "true"

    def _characters(self, text: str) -> None:
        if self.open and self.open[-1] in ("grapheme", "phoneme", "alias"):
            self.text.append(text)

    def _end(self, name: str) -> None:
        tag = self.open.pop()
        if tag == "lexeme" and self.lexeme:
            self.names.append(self._name(self.lexeme))
            self.lexeme = None
        if self.lexeme is None or tag not in ("grapheme", "phoneme", "alias"):
            return
        text = unicodedata.normalize("NFC", " ".join("".join(self.text).split()))
        self.text = []
        if len(text) > LONGEST:
            self._fail(f"a {tag} of {len(text)} characters is too long; the most is {LONGEST}")
        if tag == "phoneme":
            if self.phoneme_alphabet.lower() != "ipa":
                self._fail(f'phonemes in "{self.phoneme_alphabet[:40]}" are not read; write them with alphabet="ipa"')
            self.lexeme.phonemes.append((text, self.preferred))
            return
        if not WORDS.fullmatch(text):
            self._fail(f'the {tag} "{text}" is not words of letters with a space, hyphen or apostrophe between')
        if tag == "grapheme":
            self.lexeme.graphemes.append(text)
        else:
            self.lexeme.aliases.append((text, self.preferred))

    def _name(self, lexeme: _Lexeme) -> Name:
        ipa, alias = _best(lexeme.phonemes), _best(lexeme.aliases)
        if not lexeme.graphemes:
            self._fail("a lexeme has no grapheme: write the name in <grapheme>", lexeme.line)
        if not ipa and not alias:
            self._fail(f'"{lexeme.graphemes[0]}" has neither a phoneme nor an alias', lexeme.line)
        if strange := strange_sign(ipa):
            self._fail(f'the phoneme "{ipa}" has "{strange}" in it, which is no sign of the IPA here', lexeme.line)
        return Name(tuple(lexeme.graphemes), ipa, alias, f"{self.path.name}, line {lexeme.line}")


def _best(choices: list[tuple[str, bool]]) -> str:
    """The preferred one, else the first."""
    return max(choices, key=lambda choice: choice[1])[0] if choices else ""
