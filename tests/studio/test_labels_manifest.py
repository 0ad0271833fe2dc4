"""The manifest: what a playout system and a web page read of a bulletin."""

import json
from datetime import UTC, datetime
from pathlib import Path

from bulletin import manifest
from bulletin.model import Bulletin, Cue, Line, Rundown, Script, Segment, Span, Take

AT = datetime(2026, 11, 22, 14, 0, tzinfo=UTC)
SCRIPT = Script(
    "Savanna Radio", "hourly", AT, "en", "tone", 180,
    (Cue("opening", lines=(Line("It is 2 pm."),)), Cue("story", slug="rains", title="Rains", lines=(Line("Rain fell."),))),
)  # fmt: skip
PLAN = Rundown(
    length_seconds=9.0004,
    slot_seconds=180,
    segments=(
        Segment("opening", "Opening", "01-opening.mp3", 0, 4.00009),
        Segment("rains", "Rains", "02-rains.mp3", 4, 5),
    ),
    spans=(
        Span("sound", "ident", 0, 1, cue=0),
        Span("voice", "It is 2 pm.", 1, 2.00049, cue=0, line=0, voice="tone"),
        Span("voice", "Rain fell.", 5, 6, cue=1, line=0, voice="tone"),
        Span("bed", "bed", 0, 9),
    ),
    tempo=1.01,
    dropped=("the last line of Rains",),
)
BULLETIN = Bulletin(
    "savanna", "Savanna Radio", AT, "hourly", "tone", 180, "", "bulletin.mp3", 9.0004, -16.04, -1.2, PLAN,
    cue_in_seconds=0.01, cue_out_seconds=8.5, out_cue="Rain fell.", gain_db=-1.96,
)  # fmt: skip
TAKES = ((Take("It is 2 pm.", "It is two p m.", b"", 24_000, "tone", "", "k"),), ())


def test_what_playout_needs_stands_in_plain_fields() -> None:
    found = manifest.of_bulletin(BULLETIN, SCRIPT, "s.md", Path("/air"), {})
    names = ("format", "cue_in_seconds", "cue_out_seconds", "out_cue", "replay_gain_db", "tempo", "dropped")
    assert {name: found[name] for name in names} == {
        "format": "mp3",
        "cue_in_seconds": 0.01,
        "cue_out_seconds": 8.5,
        "out_cue": "Rain fell.",
        "replay_gain_db": -1.96,
        "tempo": 1.01,
        "dropped": ["the last line of Rains"],
    }
    assert (found["audio"], found["transcript"]) == ("/air/bulletin.mp3", "/air/transcript.vtt")
    assert json.loads(json.dumps(found)) == found


def test_each_line_has_its_words_and_times() -> None:
    found = manifest.of_bulletin(BULLETIN, SCRIPT, "s.md", None, {}, TAKES)["rundown"]
    assert found["lines"] == [
        {"cue": 0, "line": 0, "text": "It is 2 pm.", "spoken": "It is two p m.", "voice": "tone"}
        | {"start_seconds": 1, "end_seconds": 2.0},
        {"cue": 1, "line": 0, "text": "Rain fell.", "spoken": "Rain fell.", "voice": "tone"}
        | {"start_seconds": 5, "end_seconds": 6},
    ]
    assert found["sounds"] == [
        {"name": "ident", "kind": "sound", "start_seconds": 0, "end_seconds": 1},
        {"name": "bed", "kind": "bed", "start_seconds": 0, "end_seconds": 9},
    ]


def test_without_a_folder_names_are_bare_and_a_folder_may_be_moved() -> None:
    found = manifest.of_bulletin(BULLETIN, SCRIPT, "s.md", None, {})
    assert {name: found[name] for name in manifest.FILES} == manifest.FILES
    assert [segment["audio"] for segment in found["segments"]] == ["01-opening.mp3", "02-rains.mp3"]
