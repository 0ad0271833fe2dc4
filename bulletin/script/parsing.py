"""Reading a script's text form back: every slip is named with its line (text.py says what the form is)."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, cast, get_args

import yaml

from ..errors import ScriptError
from ..model import Citation, Cue, CueKind, Edit, Line, Script
from .text import seal, unescape

KINDS = get_args(CueKind)

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"##[ \t]+([^:{]+?)[ \t]*(?::[ \t]*([^{]*?))?[ \t]*(?:\{(.*)\})?[ \t]*$")
_MARK = re.compile(r"(?<!\\)\[\^([A-Za-z0-9]+)\]")
_NOTE_HEAD = re.compile(r"\[\^([A-Za-z0-9]+)\]:[ \t]*$")
_TEXT = r'"(?:[^"\\]|\\.)*"'
_FROM = re.compile(rf"from (\S*) (-?\d+):(\d+)-(\d+)(?: ([0-9a-f]{{6}}|broken))? ({_TEXT})$")
_EDIT = re.compile(rf"edit ([^\"]*?) ({_TEXT}) -> ({_TEXT})$")


def is_script(text: str) -> bool:
    """Whether a text is a script of ours, by its front matter."""
    front = _FRONT.match(text)
    return bool(front and re.search(r"^bulletin:", front[1], re.MULTILINE) and "\nair_time:" in f"\n{front[1]}")


def from_text(text: str, name: str = "script") -> Script:
    """Read a script's text form.  Raises ScriptError, which names `name` and the line that is wrong."""
    front = _FRONT.match(text)
    if not front:
        raise ScriptError(f"{name}, line 1: a script begins with its settings between two lines of ---")
    script = _settings(front[1], name)
    first = text[: front.end()].count("\n") + 1
    paragraphs = list(_paragraphs(text[front.end() :], first))
    footnotes = dict(_footnotes(paragraphs, name))
    return replace(script, cues=tuple(_cues(paragraphs, footnotes, name)))


def cues_from(text: str, lines: Mapping[str, Line], name: str) -> tuple[Cue, ...]:
    """Read what a template wrote: cues whose marks lead to `lines`.  Raises ScriptError."""
    return tuple(_cues(list(_paragraphs(text, 1)), dict(lines), name))


def _settings(front: str, name: str) -> Script:
    try:
        table: Any = yaml.safe_load(front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        raise ScriptError(f"{name}, line {line}: the settings are not valid YAML") from error
    if not isinstance(table, dict):
        raise ScriptError(f"{name}, line 2: the settings are lines of `name: value`")
    for key in ("station", "template", "air_time", "language", "voice", "slot_seconds"):
        if key not in table:
            raise ScriptError(f"{name}, line 1: the settings have no {key}")
    at = table["air_time"]
    try:
        at = at if isinstance(at, datetime) else datetime.fromisoformat(str(at))
        if at.tzinfo is None:
            raise ValueError(at)
        return Script(
            *(str(table["station"]), str(table["template"]), at, str(table["language"]), str(table["voice"])),
            float(table["slot_seconds"]),
        )
    except (TypeError, ValueError):
        line = next((n for n, row in enumerate(front.splitlines(), 2) if row.startswith("air_time")), 1)
        what = f'air_time "{table["air_time"]}" and slot_seconds "{table["slot_seconds"]}"'
        raise ScriptError(f"{name}, line {line}: {what}: a time with its zone and a number are wanted") from None


def _paragraphs(text: str, first: int) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines that stand together, with the number of the first; a heading always stands alone."""
    block: list[str] = []
    start = first
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n"), first):
        if block and (not row.strip() or row.startswith("## ")):
            yield start, block
            block = []
        if row.startswith("## "):
            yield number, [row]
        elif row.strip():
            if not block:
                start = number
            block.append(row)
    if block:
        yield start, block


def _footnotes(paragraphs: list[tuple[int, list[str]]], name: str) -> Iterator[tuple[str, Line]]:
    """The footnotes, each as a Line whose text stands for nothing."""
    for number, rows in paragraphs:
        mark, line = "", Line("-")
        for offset, row in enumerate(rows):
            where = f"{name}, line {number + offset}"
            if head := _NOTE_HEAD.match(row):
                if mark:
                    yield mark, line
                mark, line = head[1], Line("-")
            elif mark and row.startswith("    "):
                line = _entry(line, row.strip(), where)
            elif mark:
                raise ScriptError(f"{where}: the source notes end here, but no empty line follows them")
        if mark:
            yield mark, line


def _entry(line: Line, row: str, where: str) -> Line:
    try:
        if found := _FROM.match(row):
            citation = Citation(
                found[1], int(found[2]), int(found[3]), int(found[4]), json.loads(found[6], strict=False)
            )
            changed = found[5] is not None and found[5] != seal(citation)
            return replace(line, sources=(*line.sources, replace(citation, changed=changed)))
        if found := _EDIT.match(row):
            edit = Edit(found[1], json.loads(found[2], strict=False), json.loads(found[3], strict=False))
            return replace(line, edits=(*line.edits, edit))
    except ValueError:
        pass
    raise ScriptError(
        f'{where}: a source note reads `from ARTICLE PARAGRAPH:START-END SEAL "words"` or `edit RULE "before" -> "after"`'
    )


def _cues(paragraphs: list[tuple[int, list[str]]], footnotes: dict[str, Line], name: str) -> Iterator[Cue]:
    cue: Cue | None = None
    for number, rows in paragraphs:
        where = f"{name}, line {number}"
        if rows[0].startswith("## "):
            if cue:
                yield cue
            cue = _heading(rows[0], where)
        elif _is_silent(rows):
            continue
        elif cue is None:
            raise ScriptError(f"{where}: words before the first cue; begin a cue with a line such as `## opening`")
        else:
            for note in (row[1:].strip() for row in rows if row.startswith(">")):
                cue = _noted(cue, note)
            if said := " ".join(row.strip() for row in rows if not row.startswith(">")):
                cue = replace(cue, lines=(*cue.lines, _line(said, footnotes, where)))
    if cue:
        yield cue


def _is_silent(rows: list[str]) -> bool:
    """A title, a comment or a block of source notes: nobody reads it."""
    comment = rows[0].startswith("<!--") and rows[-1].rstrip().endswith("-->")
    return comment or bool(_NOTE_HEAD.match(rows[0])) or (len(rows) == 1 and bool(re.match(r"# ", rows[0])))


def _heading(row: str, where: str) -> Cue:
    found = _HEADING.match(row)
    kind = found[1].strip().lower() if found else row[2:].strip()
    if not found or kind not in KINDS:
        near = difflib.get_close_matches(kind, KINDS, n=1)
        hint = f'did you mean "## {near[0]}"?' if near else f"the cues are {', '.join(KINDS)}"
        raise ScriptError(f'{where}: there is no cue "{kind}"; {hint}')
    settings: dict[str, Any] = {}
    for word in (found[3] or "").replace(",", " ").split():
        key, equals, value = word.partition("=")
        if not equals or key not in ("voice", "sound", "bed", "breath", "pause"):
            raise ScriptError(f'{where}: "{word}" is no setting; use voice=, sound=, bed=, breath= or pause=')
        settings[key] = _silence(value, key, where) if key in ("breath", "pause") else value
    return Cue(cast(CueKind, kind), slug=(found[2] or "").strip(), **settings)


def _silence(value: str, key: str, where: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 10:
        raise ScriptError(f"{where}: {key}={value}: a {key} is 0 to 10 seconds")
    return seconds


def _noted(cue: Cue, note: str) -> Cue:
    key, colon, value = note.partition(":")
    words = unescape(" ".join(value.split()))
    if key == "title" and colon:
        return replace(cue, title=words)
    return replace(cue, source=words) if key == "source" and colon else cue


def _line(said: str, footnotes: dict[str, Line], where: str) -> Line:
    marks = dict.fromkeys(_MARK.findall(said))
    for mark in marks:
        if mark not in footnotes:
            raise ScriptError(f"{where}: [^{mark}] leads to no source note; take the mark out, or add the note")
    sources = tuple(source for mark in marks for source in footnotes[mark].sources)
    edits = tuple(edit for mark in marks for edit in footnotes[mark].edits)
    words = unescape(_MARK.sub("", said))
    if not words.split():
        raise ScriptError(f"{where}: a mark without words")
    return Line(" ".join(words.split()), sources, edits)
