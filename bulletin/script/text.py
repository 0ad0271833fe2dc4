"""The text form of a script: Markdown that an editor reads and corrects, and that parses back to the same Script.

    ---
    bulletin: 1
    station: 234Radio
    ...
    ---
    # a title, for the reader's eye

    ## story: bridge-opens {pause=0.9}

    > title: A new bridge opens in Lagos
    > about 9 seconds

    One paragraph is one line: it is read in one breath. [^1]

    [^1]:
        from 0a1b2c3d4e5f 0:0-58 5d0c9a "The sentence that the line was made from."
        edit titles-first "..." -> "..."

A heading is a cue, a paragraph is a line, a line after ">" is a note that nobody reads aloud.  `[^1]` leads
to where the words came from; a line without one was written by hand.
"""

from __future__ import annotations

import hashlib
import json
import re

import yaml

from .. import timing
from ..model import Citation, Cue, Line, Script

FORMAT = 1
DEFAULTS = Cue("story")
NOTES = ("title", "source")


def to_text(script: Script, pace: timing.Pace = timing.USUAL) -> str:
    """The text form.  The pace is for the notes that tell how long each story takes."""
    front = {
        "bulletin": FORMAT,
        "station": script.station,
        "template": script.template,
        "air_time": script.air_time.isoformat(),
        "language": script.language,
        "voice": script.voice,
        "slot_seconds": script.slot_seconds,
    }
    parts = ["---\n" + yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=2**20) + "---\n"]
    parts.append(f"# {_title(script)}\n")
    marked: list[Line] = []
    for cue in script.cues:
        parts.append(heading(cue))
        if notes := _notes(cue, pace):
            parts.append(notes)
        for line in cue.lines:
            mark = ""
            if line.sources or line.edits:
                marked.append(line)
                mark = f" [^{len(marked)}]"
            parts.append(f"{escape(line.text)}{mark}\n")
    parts.extend(footnote(str(number), line) for number, line in enumerate(marked, 1))
    return "\n".join(parts)


def heading(cue: Cue) -> str:
    """A cue's heading, with the settings that differ from the usual ones."""
    settings = [f"{key}={value}" for key in ("voice", "sound", "bed") if (value := getattr(cue, key))]
    settings += [
        f"{key}={value!r}" for key in ("breath", "pause") if (value := getattr(cue, key)) != getattr(DEFAULTS, key)
    ]
    slug = f": {cue.slug}" if cue.slug else ""
    return f"## {cue.kind}{slug}{' {' + ' '.join(settings) + '}' if settings else ''}\n"


def _notes(cue: Cue, pace: timing.Pace) -> str:
    notes = [f"> {name}: {escape(getattr(cue, name))}" for name in NOTES if getattr(cue, name)]
    if cue.kind == "story":
        notes.append(f"> about {timing.cue_seconds(cue, pace):.0f} seconds")
    return "\n".join(notes) + "\n" if notes else ""


def footnote(mark: str, line: Line) -> str:
    """Where a line came from and what was changed on the way."""
    rows = [f"[^{mark}]:"]
    rows += [f"    from {c.article} {c.paragraph}:{c.start}-{c.end} {seal(c)} {_quote(c.text)}" for c in line.sources]
    rows += [f"    edit {e.rule} {_quote(e.before)} -> {_quote(e.after)}" for e in line.edits]
    return "\n".join(rows) + "\n"


def seal(citation: Citation) -> str:
    """Six letters of a hash of a citation, so that a search and replace which reaches the source notes is seen."""
    if citation.changed:
        return "broken"
    text = f"{citation.article} {citation.paragraph}:{citation.start}-{citation.end} {citation.text}"
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def escape(text: str) -> str:
    """Words such that nothing in them is taken for a heading, a note, a mark or an escape."""
    text = text.replace("\\", "\\\\").replace("[^", "\\[^")
    return f"\\{text}" if re.match(r"[#>]|---|<!--", text) else text


def unescape(text: str) -> str:
    """What was escaped, as it was."""
    return re.sub(r"\\([\\\[#>\-<])", r"\1", text)


def _quote(text: str) -> str:
    # str.splitlines breaks at more than \n; JSON leaves those as they are
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029]", lambda m: f"\\u{ord(m[0]):04x}", quoted)


def _title(script: Script) -> str:
    at = script.air_time
    return " ".join(f"{script.station} {script.template}, {at:%A} {at.day} {at:%B %Y}, {at:%H:%M}".split())
