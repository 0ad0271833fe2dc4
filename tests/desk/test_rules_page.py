"""docs/rules.md: every rule is on it, and every example is what the desk says."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin.desk import condense, rules
from bulletin.errors import SourceError
from bulletin.model import Article, Story

PAGE = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|[^|]*\| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def stories(text: str, **options: list[str]) -> list[Story]:
    """The story at every budget from 60 words down."""
    found = []
    for words in range(60, 8, -1):
        try:
            found.append(condense(Article("0" * 12, "", (text,), published=NOW), words, air_time=NOW, **options))
        except SourceError:
            continue
    return found


def applied(story: Story) -> set[str]:
    return {edit.rule for line in story.copy for edit in line.edits}


def test_the_page_has_every_rule() -> None:
    assert sorted(rule for rule, _, _ in ROWS) == sorted(rules())


@pytest.mark.parametrize(("rule", "before", "after"), ROWS, ids=[rule for rule, _, _ in ROWS])
def test_the_example_is_what_the_desk_says(rule: str, before: str, after: str) -> None:
    told = next(story for story in stories(before) if rule in applied(story))
    assert " ".join(line.text for line in told.copy) == after


@pytest.mark.parametrize(("rule", "before"), [row[:2] for row in ROWS], ids=[rule for rule, _, _ in ROWS])
def test_a_rule_that_is_switched_off_is_not_applied(rule: str, before: str) -> None:
    assert [story for story in stories(before, without=[rule]) if rule in applied(story)] == []
