"""How good and how fast the desk is, beside first sentences, TextRank and LexRank.

    python benchmarks/desk.py articles.jsonl [--rows 200]

`articles.jsonl` has one {"id", "title", "text", "summary"} a line.  Needs the `bench` extra (rouge-score, sumy).  The
headline is never used for the copy.  "first" are whole sentences in order until the next does not fit, "first fit" all
that still fit, "first cut" is filled to the last word.  The desk gets the text as it would from a file: through the
wire.  "full" is the share of stories within 8% of the budget where the article has half as many words again.  Facts are checked by the desk's own guard, planted errors are made in the desk's own lines.
"""

from __future__ import annotations

import argparse
import functools
import itertools
import json
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bulletin.desk import check, condense
from bulletin.desk.openers import hangs
from bulletin.desk.running import paragraphs_of
from bulletin.desk.sentences import spans
from bulletin.errors import SourceError
from bulletin.model import Article, Line
from bulletin.wire.cleaning import clean
from bulletin.wire.raw import Raw

BUDGETS = (60, 100)
LONG = 25  # words
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SCALES = {"million": "billion", "billion": "million", "thousand": "million", "crore": "lakh", "lakh": "crore"}
Row = dict[str, str]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each on one line."""
    return [" ".join(p[a:b].split()) for p in paragraphs_of(text) for a, b in spans(p)]


def first(text: str, words: int) -> list[str]:
    """Whole sentences from the top until the next does not fit; the first one cut where it alone is too long."""
    said: list[str] = []
    for sentence in sentences(text):
        if sum(len(line.split()) for line in (*said, sentence)) > words:
            break
        said.append(sentence)
    return said or [" ".join(text.split()[:words])]


def first_fit(text: str, words: int) -> list[str]:
    """Whole sentences from the top, each that still fits."""
    said: list[str] = []
    for sentence in sentences(text):
        if sum(len(line.split()) for line in (*said, sentence)) <= words:
            said.append(sentence)
    return said


def first_cut(text: str, words: int) -> list[str]:
    """The first words, cut where the budget ends."""
    return [" ".join(text.split()[:words])]


@functools.cache
def article(text: str) -> Article:
    """The text as the wire gives it to the desk, without its headline."""
    return replace(clean(Raw(paragraphs_of(text), "")), id="0" * 12, headline="")


def desk(text: str, words: int) -> list[str]:
    """The desk's lines."""
    try:
        story = condense(article(text), words)
    except SourceError:
        return []
    return [line.text for line in story.copy]


def ranker(name: str) -> Callable[[str, int], list[str]]:
    """sumy's TextRank or LexRank over the same sentences: the best ones that fit, in the order of the article."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
    from sumy.summarizers.lex_rank import LexRankSummarizer
    from sumy.summarizers.text_rank import TextRankSummarizer

    class Words:
        def to_words(self, text: str) -> list[str]:
            return re.findall(r"[\w'-]+", text.lower())

    summarizer = {"textrank": TextRankSummarizer, "lexrank": LexRankSummarizer}[name]()

    def rank(text: str, words: int) -> list[str]:
        document = ObjectDocumentModel([Paragraph([Sentence(s, Words()) for s in sentences(text)])])

        def that_fit(ranked: Sequence[Any]) -> list[Any]:
            room, chosen = words, []
            for info in ranked:
                if (size := len(str(info.sentence).split())) <= room:
                    chosen.append(info)
                    room -= size
            return chosen

        return [str(sentence) for sentence in summarizer(document, that_fit)]

    return rank


def measured(name: str, rows: Sequence[Row], words: int, method: Callable[[str, int], list[str]]) -> float:
    """Prints one line of the table; gives articles a second of processor time."""
    from rouge_score.rouge_scorer import RougeScorer

    scorer = RougeScorer(["rouge1", "rouge2", "rougeL"], use_stemmer=True)
    for row in rows:
        article(row["text"])  # the wire's time is not the desk's
    method(rows[0]["text"], words)  # what is loaded late is loaded now
    began = time.process_time()
    copies = [method(row["text"], words) for row in rows]
    speed = len(rows) / max(1e-9, time.process_time() - began)
    scores = [scorer.score(row["summary"], " ".join(copy)) for row, copy in zip(rows, copies, strict=True)]
    rouge = "  ".join(
        f"{100 * sum(score[kind].fmeasure for score in scores) / len(rows):5.2f}"
        for kind in ("rouge1", "rouge2", "rougeL")
    )
    lines = [line for copy in copies for line in copy]
    long = 100 * sum(len(line.split()) > LONG for line in lines) / max(1, len(lines))
    dangling = sum(bool(copy and hangs(copy[0])) for copy in copies)
    size = sum(len(line.split()) for line in lines) / len(rows)
    empty = sum(not copy for copy in copies)
    room = [
        sum(map(len, map(str.split, copy)))
        for row, copy in zip(rows, copies, strict=True)
        if len(row["text"].split()) >= 1.5 * words
    ]
    full = 100 * sum(0.92 * words <= said <= words for said in room) / max(1, len(room))
    print(
        f"{words:4}  {name:10} {rouge}  {long:6.1f}%  {dangling:6}  {size:6.1f}  {full:4.0f}%  {empty:5}  {speed:8.0f}"
    )
    return speed


# ---------------------------------------------------------------- planted errors


def wrong_number(text: str) -> str:
    """One number is another."""
    return re.sub(r"(?<![\w.,])(\d+)(?![\w.,]*\d)", lambda m: str(int(m[1]) + 3), text, count=1)


def wrong_scale(text: str) -> str:
    """Millions are billions."""
    return re.sub(rf"\b({'|'.join(SCALES)})\b", lambda m: SCALES[m[1]], text, count=1)


def wrong_name(text: str) -> str:
    """A name that the source does not have."""
    return re.sub(r"(?<=[a-z,] )[A-Z][a-z]{3,}", "Morrison", text, count=1)


def exchanged_names(text: str) -> str:
    """Two names have changed places."""
    found = list(re.finditer(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z]|[,.])", text))
    for one, two in itertools.pairwise(found):
        if one[0] != two[0]:
            return text[: one.start()] + two[0] + text[one.end() : two.start()] + one[0] + text[two.end() :]
    return text


def wrong_day(text: str) -> str:
    """Another day of the week."""
    return re.sub(rf"\b({'|'.join(DAYS)})\b", lambda m: DAYS[(DAYS.index(m[1]) + 2) % 7], text, count=1)


def negated(text: str) -> str:
    """What is, is not."""
    return re.sub(r"\b(is|was|were|are|has|have|will|would|can|could)\b(?! not)", r"\1 not", text, count=1)


def made_up_quote(text: str) -> str:
    """Quotation marks around words that nobody said so."""
    words = text.rstrip(".").split()
    return f'{" ".join(words[:4])} "{" ".join(words[5:8])} now" {" ".join(words[8:])}.' if len(words) > 8 else text


PLANTED = (wrong_number, wrong_scale, wrong_name, exchanged_names, wrong_day, negated, made_up_quote)


def lines_of(rows: Sequence[Row]) -> list[Line]:
    """What the desk says of all articles at 100 words."""
    lines: list[Line] = []
    for row in rows:
        try:
            lines += condense(article(row["text"]), 100).copy
        except SourceError:
            continue
    return lines


def guard(rows: Sequence[Row]) -> None:
    """Prints how many planted errors the guard catches, and how often it cries wolf."""
    lines = lines_of(rows)
    alarms = sum(bool(check(line)) for line in lines)
    print(f"\n{len(lines)} lines of the desk; unsupported facts (false alarms): {alarms}")
    for plant in PLANTED:
        changed = [
            replace(line, text=new) for line in lines if (new := " ".join(plant(line.text).split())) != line.text
        ]
        caught = sum(bool(check(line)) for line in changed)
        print(f"  {plant.__name__:16} {caught:5} of {len(changed):5}  {100 * caught / max(1, len(changed)):6.1f}%")


def main() -> None:
    """Reads the file and prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--rows", type=int, default=0, help="a sample of so many articles (seed 7); 0 is all")
    options = parser.parse_args()
    with options.articles.open(encoding="utf-8") as file:
        rows = [row for row in map(json.loads, file) if row.get("summary")]
    if options.rows:
        rows = random.Random(7).sample(rows, min(options.rows, len(rows)))  # noqa: S311 - a sample, not a secret
    print(f"{len(rows)} articles; ROUGE F1 x 100; articles a second of processor time, sentences found included")
    print("words  method       R-1    R-2    R-L   over 25  dangling  words   full  empty  articles/s")
    for words in BUDGETS:
        speeds = {
            name: measured(name, rows, words, method)
            for name, method in (
                ("first", first),
                ("first fit", first_fit),
                ("first cut", first_cut),
                ("textrank", ranker("textrank")),
                ("lexrank", ranker("lexrank")),
                ("desk", desk),
            )
        }
        print(f"      the desk is {speeds['desk'] / speeds['textrank']:.1f} times as fast as TextRank")
    guard(rows)


if __name__ == "__main__":
    main()
