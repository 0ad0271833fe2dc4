"""What the desk has to say of a draft, each remark in its place."""

from __future__ import annotations

from collections.abc import Sequence

from .. import desk, script, studio, timing
from .. import voice as voices
from ..model import Rundown, Script
from ..station import Station
from .values import Draft, Found


def planned(made_of: Draft, station: Station) -> tuple[Script, Rundown]:
    """A draft laid against the clock: the script as it would be aired, and its rundown.  Loads no audio."""
    lines = [timing.line_seconds(cue, made_of.pace) for cue in made_of.script.cues]
    return studio.planned(made_of.script, lines, made_of.sounds, station)


def check(made_of: Draft, station: Station) -> list[Found]:
    """All that the desk has to say of a draft: what could not be used, and the script read over.

    Loads no audio and no neural package.  Raises StationError: a lexicon file is wrong.
    """
    written = made_of.script
    unused = [Found(r.origin, 0, desk.Remark("not used", "warning", r.reason)) for r in made_of.rejected]
    seconds = planned(made_of, station)[1].length_seconds
    names = made_of.names
    if names is None:
        names = voices.hard_names(said(written), written.voice, written.language, station)
    remarks = desk.inspect(written, made_of.written_for, stories=made_of.stories, seconds=seconds, names=names)
    return [*unused, *placed(remarks, made_of)]


def placed(found: Sequence[desk.Remark], made_of: Draft) -> list[Found]:
    """Remarks with the rows of the script, or the articles, that they are about."""
    if made_of.path:
        rows = script.places(made_of.text)
        return [Found(str(made_of.path), _row_of(remark, rows), remark) for remark in found]
    origins = {article.id: article.origin for article in made_of.articles}
    paths = {story.slug: origins.get(story.article, "") for story in made_of.stories}
    return [Found(paths.get(remark.slug, ""), 0, remark) for remark in found]


def _row_of(remark: desk.Remark, rows: Sequence[script.Place]) -> int:
    if remark.cue < 0:
        return 0
    return rows[remark.cue].lines[remark.line] if remark.line >= 0 else rows[remark.cue].heading


def said(written: Script) -> list[str]:
    """Every line of a script, once."""
    return list(dict.fromkeys(line.text for cue in written.cues for line in cue.lines))
