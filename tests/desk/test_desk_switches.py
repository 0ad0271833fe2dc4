"""Rules that a station does without: each has a name, is really off, and a wrong name is one clear line."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bulletin.desk import condense, rules
from bulletin.errors import NoNews
from bulletin.model import Article

COMMAND = Path(sys.executable).parent / "bulletin"
MONDAY = datetime(2025, 9, 1, 12, tzinfo=UTC)

COPY = (
    "SOKARA (Reuters) - The old bridge over the River Amodu (built in 1974) was closed on Monday, the roads agency said.",
    "BRIDGE CLOSED The council of Sokara has also shut the road to Ikot in order to repair it.",
    "The mayor, Ada B. Obi, 54, said that Kano Mills Ltd. would pay $2m for the bridge.",
    "However, the ferry carries 40 lorries at 20km/h and cost N2.5bn, 15% more than planned, pictured above.",
    "Musa Bello, head of the drivers' union, said the council hadn't asked Bello & Sons about the ferry.",
    "The council counted 12,345 lorries on the bridge in May, leaving the road in ruins.",
    "The engineers of the roads agency found nine cracks in the pillars and the council will shut the road to the port.",
    "In a step towards peace, the drivers of Sokara have met the council three times in the town hall since the storm.",
    "The pilot, a father of three from a village in the hills, landed the aircraft on a road with its wheels on fire.",
    "The analyst Tunde Ade, in a series of letters to the bank, said the loan for the great bridge would never be repaid.",
    "Mrs Bello appearing for the drivers of Amodu told the court that nobody had been paid since January of this year.",
    "The minister said while opening a new hall in Amodu that the road to the port of Sokara would be ready in May.",
    "The judge in Sokara fined the port of Ikot and its masters nine million naira while hearing a petition of the town.",
    "The women of Amodu won the cup of the lake in Sokara on Saturday - a first title for the town in eleven years.",
    "The port of Sokara will stay shut to lorries and ferries until the storm has gone, its master Obi Eze said on"
    " Tuesday, warning the drivers of the whole province to keep away.",
    'Ada Obi said: "We cannot pay for this bridge alone, and the men who say that it is safe have not looked at it."',
    "The army sent 300 men over the hills to the village of Kuro on Friday night to build a new and larger camp beside"
    " the river to deter the rebels.",
    "The ferry - bought by the council of Sokara in June - carries forty lorries an hour to the great market at Ikot.",
    "The firm will close its works at Amodu and move to a new site after 33 years in the north of the state.",
    "The roads agency closed the bridge to all lorries, which had broken two of its pillars since the storm.",
    "Ada Obi, MP, told reporters here in Sokara that the suspects were apprehended and will be prosecuted in due course.",
)


def made(without: tuple[str, ...] = ()) -> set[str]:
    """The names of all edits in stories of each of the sentences, said short and said long."""
    names: set[str] = set()
    for text in COPY:
        for words in (12, 16, 20, 60):
            article = Article("0" * 12, "", (text,), published=MONDAY)
            try:
                story = condense(article, words, air_time=MONDAY, without=without)
            except NoNews:
                continue  # without the rule it cannot be said so short
            names.update(edit.rule for line in story.copy for edit in line.edits)
    return names


def test_most_rules_are_at_work_in_the_copy() -> None:
    assert len(made() & set(rules())) >= 30, sorted(set(rules()) - made())


@pytest.mark.parametrize("rule", rules())
def test_a_rule_that_is_off_leaves_no_edit(rule: str) -> None:
    assert rule not in made(without=(rule,))


def test_with_all_rules_off_the_sentence_is_whole_and_said_as_it_stands() -> None:
    text = "The road to Ikot is shut, the council said, and 12,345 lorries (a record) wait there, which is bad."
    story = condense(Article("0" * 12, "", (text,)), without=rules())
    assert [line.text for line in story.copy] == [text]


def test_names_are_unique_and_fit_to_be_written_in_a_station_file() -> None:
    assert len(set(rules())) == len(rules())
    assert all(name == " ".join(name.lower().split()) and name.replace(" ", "").isalpha() for name in rules())


def preview(home: Path, station: str) -> subprocess.CompletedProcess[str]:
    (home / "station.toml").write_text(station, encoding="utf-8")
    (home / "article.txt").write_text(
        "Bridge at Amodu closed\n\nThe bridge at Amodu was closed on Monday by order of the mayor, as engineers had found"
        " cracks in it.\n\nThe ferry at Ikot will carry all lorries until the end of May, the roads agency said.\n",
        encoding="utf-8",
    )
    return subprocess.run(
        [COMMAND, "preview", "article.txt", "--voice", "tone"], cwd=home, capture_output=True, text=True, check=False,
        timeout=60, env=os.environ | {"BULLETIN_CACHE": str(home / "cache"), "COLUMNS": "200"},
    )  # fmt: skip


def test_a_station_does_without_a_rule(tmp_path: Path) -> None:
    assert "The roads agency said the ferry at Ikot" in preview(tmp_path, "").stdout
    done = preview(tmp_path, '[desk]\nwithout = ["attribution first"]\n')
    assert done.returncode == 0
    assert "until the end of May, the roads agency said." in done.stdout


@pytest.mark.parametrize("name", ["no such", "Split", "", "\\u001b[31mred\\u0007"])
def test_a_rule_that_there_is_not_is_one_clear_line(tmp_path: Path, name: str) -> None:
    done = preview(tmp_path, f'[desk]\nwithout = ["split", "{name}"]\n')
    assert (done.returncode, done.stdout) == (3, "")
    told = done.stderr.rstrip("\n")
    assert told.startswith("bulletin: [desk] without: there is no rule ")
    assert told.isprintable()
    assert all(rule in told for rule in rules())
