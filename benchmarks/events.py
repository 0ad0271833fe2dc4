"""How well reports of one event are told from reports of others: pairwise precision, recall and F1, and the time it takes.

    python benchmarks/events.py [FOLDER] [--speed]

benchmarks/events.jsonl has one telling a line: {"set", "family", "story", "language", "source", "headline", "lead"}.  Two
of a story are the same event; two stories of a family are as near to each other as we could make them: the same kind of
event elsewhere or on another day, the same person or office doing something else.  All people and papers are invented.
The set "near misses" is halved; "first", "second", "third" and "fourth" were written later, each before its scores were
seen, and the first three were then tuned on: docs/events.md says when.
Each pair is decided alone, by two articles given to `events`; "together" is the whole half given at once.

FOLDER may hold dev-briefs.jsonl and dev-african.jsonl: {"id", "title", "text", "summary"} a line.  There a text's first
words and its brief (or its headline) are a pair, and so are they with the six texts that are most like them.

The weights in bulletin/desk/event/likeness.py were fitted on the halves called "tuning" and the first three sets.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import invented

from bulletin import desk
from bulletin.desk.event.likeness import features, likeness
from bulletin.desk.event.telling import telling
from bulletin.model import Article

NOW = datetime(2026, 1, 15, 12, tzinfo=UTC)
HALVES = ("tuning", "held out")
LEAD = 60  # words
HARDEST = 6  # others that a text is paired with
Pair = tuple[Article, Article, bool]


def half(name: str) -> int:
    """0 for tuning, 1 for held out: a hash decides, so that it stays so."""
    return int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2


def family_half(name: str) -> int:
    """The same for the families of events.jsonl, of which a third are held out."""
    number = int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16)
    return int(bool(number % 2 and (number // 2) % 3))


def article(name: str, headline: str, lead: str, **more: str) -> Article:
    """An article with the words that are compared, and no more."""
    words = " ".join(lead.split()[:LEAD])
    number = hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:12]
    return replace(Article(number, headline, (words,) if words else ()), **more)  # type: ignore[arg-type]


def rows(path: Path) -> list[dict[str, str]]:
    """JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def same(one: Article, other: Article) -> bool:
    """What `events` says of two articles alone."""
    return len(desk.events((one, other), now=NOW)) == 1


def told(name: str, pairs: Iterable[Pair], decide: Callable[[Article, Article], bool] = same) -> None:
    """Prints a line of figures."""
    count = Counter((truth, decide(one, other)) for one, other, truth in pairs)
    right, missed, wrong = count[True, True], count[True, False], count[False, True]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    f1 = 2 * right / max(1, 2 * right + missed + wrong)
    print(
        f"{name:34} {right + missed:5} same {count[False, False] + wrong:7} other"
        f"   precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
    )


def together(articles: Sequence[Article]) -> Callable[[Article, Article], bool]:
    """Whether two of these stand in one event when all are given at once."""
    place = {a.id: number for number, event in enumerate(desk.events(articles, now=NOW)) for a in event.articles}
    return lambda one, other: place[one.id] == place[other.id]


def ours(path: Path) -> None:
    """Our own labelled tellings."""
    tellings = [
        (row, article(str(number), row["headline"], row["lead"], source=row["source"], language=row["language"]))
        for number, row in enumerate(rows(path))
    ]
    for name in dict.fromkeys(map(_part, (row for row, _ in tellings))):
        mine = [(row, one) for row, one in tellings if _part(row) == name]
        pairs = [
            (one, other, first["story"] == second["story"], first["family"] == second["family"])
            for (first, one), (second, other) in itertools.combinations(mine, 2)
        ]
        near = [(one, other, truth) for one, other, truth, family in pairs if family]
        told(name, near)
        told(f"{name}, together", [pair[:3] for pair in pairs], together([one for _, one in mine]))


def _part(row: dict[str, str]) -> str:
    """The set of a telling, and its half where there are two."""
    return f"near misses, {HALVES[family_half(row['family'])]}" if row["set"] == "near misses" else f"{row['set']} set"


def theirs(path: Path, brief: Callable[[dict[str, str]], tuple[str, str]]) -> None:
    """Texts and their briefs, with the hardest others by our own score."""
    for number, name in enumerate(HALVES):
        mine = [row for row in rows(path) if half(row["id"]) == number]
        texts = [article(row["id"] + "text", "", row["text"]) for row in mine]
        briefs = [article(row["id"] + "brief", *brief(row)) for row in mine]
        read = [telling(one) for one in texts]
        pairs = []
        for place, short in enumerate(briefs):
            mark = telling(short)
            scored = sorted(
                (
                    (likeness(mark, one), sum(features(mark, one)), other)
                    for other, one in enumerate(read)
                    if other != place
                ),
                reverse=True,
            )
            pairs.append((texts[place], short, True))
            pairs += [(texts[other], short, False) for _, _, other in scored[:HARDEST]]
        told(f"{path.stem}, {name}", pairs)
        everything = [(a, b, i == j) for i, a in enumerate(texts) for j, b in enumerate(briefs)]
        told(f"{path.stem}, {name}, together", everything, together([*texts, *briefs]))


def speed() -> None:
    """How long 1,000 and 10,000 articles take, and hostile ones."""

    def world(count: int) -> list[Article]:
        return [
            replace(article(str(place), one.headline, one.text), published=one.published)
            for place, one in enumerate(invented.events(count, now=NOW))
        ]

    worlds = {
        "invented events": world,
        "one title": lambda count: [article(str(place), "News in brief", "") for place in range(count)],
        "one title, other copy": lambda count: [replace(one, headline="News in brief") for one in world(count)],
        "one common word": lambda count: [article(str(place), f"police {place}", "") for place in range(count)],
    }
    desk.events(world(10), now=NOW)
    for name, make in worlds.items():
        seconds = []
        for count in (1_000, 10_000):
            articles = make(count)
            started = time.process_time()
            desk.events(articles, now=NOW)
            seconds.append(time.process_time() - started)
        print(
            f"{name:34} 1,000 in {seconds[0]:.2f} s   10,000 in {seconds[1]:.2f} s   {seconds[1] / seconds[0]:.1f} times"
        )


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--speed", action="store_true")
    options = parser.parse_args()
    ours(Path(__file__).with_name("events.jsonl"))
    if options.folder:
        for name, brief in (
            ("dev-briefs.jsonl", lambda row: (row["title"], row["summary"])),
            ("dev-african.jsonl", lambda row: (row["title"], "")),
        ):
            if (options.folder / name).exists():
                theirs(options.folder / name, brief)
    if options.speed:
        speed()


if __name__ == "__main__":
    main()
