"""Sources of every kind, good and bad, through the front door."""

import io
import json
import os
from pathlib import Path

import pytest

from bulletin.wire import Gathered, gather
from bulletin.wire.files import FILE_BYTES

STORY = """Ferry service begins

The new ferry left Ikorodu at six on Monday with 120 people and a brass band on board.

It will cross the lagoon every hour, and the fare stays as it was until the end of next year.
"""


def from_stdin(data: str | bytes) -> Gathered:
    return gather(["-"], stdin=io.BytesIO(data.encode() if isinstance(data, str) else data))


def test_nine_good_sources_and_a_bad_one(tmp_path: Path) -> None:
    good = [tmp_path / f"{number}.txt" for number in range(9)]
    for number, path in enumerate(good):
        path.write_text(STORY.replace("120", str(120 + number)))
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))

    gathered = gather([*good[:4], bad, *good[4:]])

    assert [article.origin for article in gathered.articles] == [str(path) for path in good]
    assert [(rejected.origin, rejected.reason) for rejected in gathered.rejected] == [
        (str(bad), "a PNG picture, not text: save the article as text or HTML")
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"ID3\x03" + bytes(50), "an MP3 sound"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"PK\x03\x04" + bytes(50), "a zip archive"),
        (bytes(range(256)) * 20, "binary data"),
        (b"Home\n\nNews\n\nContact us\n\nSubscribe now\n", "no article in it"),
        (b"It rained.", "no article in it, only 0 words of prose"),
        (b'{"headline": "No text"}', "no text in it"),
        (b'[{"text": "a"},\n {"text" "b"}]', "not valid JSON at line 2, column 10"),
        (b"[" * 100_000, "its JSON is nested too deeply"),
        (b"[]", "its list of articles is empty"),
        (b"<rss><channel></channel></rss>", "a feed or site map"),
        (b"<html><body></body></html>", "no article in the page"),
        (b"<!doctype html><p>" + b"<b>" * 30_000, "more than 20,000 elements"),
    ],
)
def test_what_is_no_article_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "story.txt"
    path.write_bytes(content)

    gathered = gather([path])

    assert gathered.articles == ()
    assert [rejected.origin for rejected in gathered.rejected] == [str(path)]
    assert gathered.rejected[0].reason.startswith(reason)
    assert "\n" not in gathered.rejected[0].reason


def test_names_that_lead_to_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    names = ["https://example.org/story", "", str(tmp_path / "none.txt"), str(tmp_path / "pipe.txt")]

    reasons = [rejected.reason for rejected in gather([*names, tmp_path / "loop.txt", "a\0b", "x" * 5000]).rejected]

    assert [reason.partition(":")[0] for reason in reasons] == [
        "web addresses are not fetched",
        "the name is empty",
        "no such file or folder",
        "not a file but a device, pipe or socket",
        "a link that leads back to itself",
        "the name has a character that no file name can have",
        "the name is too long",
    ]


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as huge:
        huge.truncate(50_000_000)  # on disk it has no blocks at all

    assert gather([path]).rejected[0].reason.startswith("too large: it has 50.0 MB and 5 MB is the most")
    assert from_stdin(b"a" * (FILE_BYTES + 1)).rejected[0].reason.startswith("too large")


def test_a_folder_gives_its_articles_by_name(tmp_path: Path) -> None:
    inner = tmp_path / "b"
    inner.mkdir()
    for number, path in enumerate(
        [tmp_path / "c.txt", tmp_path / "a.md", inner / "x.txt", tmp_path / ".hidden.txt", tmp_path / "sound.mp3"]
    ):
        path.write_text(STORY.replace("120", str(200 + number)))
    (inner / "up").symlink_to(tmp_path)

    assert [article.origin for article in gather([tmp_path]).articles] == [
        str(path) for path in (tmp_path / "a.md", inner / "x.txt", tmp_path / "c.txt")
    ]


def test_a_link_out_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(STORY)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")

    gathered = gather([tmp_path / "in"])

    assert gathered.articles == ()
    assert gathered.rejected[0].reason.startswith("a link that leads out of the folder")


def test_an_empty_folder_says_what_it_looks_for(tmp_path: Path) -> None:
    assert ".json, .jsonl" in gather([tmp_path]).rejected[0].reason


def test_the_same_copy_is_one_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.json").write_text(json.dumps({"text": STORY}))

    gathered = gather([tmp_path])

    assert [article.origin for article in gathered.articles] == [str(tmp_path / "a.txt")]
    assert [rejected.reason for rejected in gathered.rejected] == [
        f"the same article as {tmp_path / 'a.txt'}: it is used once"
    ]


def test_names_are_safe_to_show(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\nb.txt"
    path.write_text(STORY)

    assert gather([path]).articles[0].origin == str(tmp_path / "a?[31m?b.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    text = "Café opens again\n\n“We are glad,” the mayor of Saint-Félix said on Monday, after two years without a café in the town – or any tea.\n"

    assert from_stdin(text.encode(encoding)).articles == from_stdin(text).articles
    assert from_stdin(text).articles[0].headline == "Café opens again"


def test_a_page_in_the_encoding_that_it_names() -> None:
    text = "Президент открыл новый мост через реку в понедельник утром после двух лет работы. " * 4
    page = f'<html><head><meta charset="windows-1251"></head><body><h1>Мост</h1><p>{text}</p></body></html>'

    assert from_stdin(page.encode("cp1251")).articles[0].headline == "Мост"


def test_json_in_its_shapes() -> None:
    story = {
        "title": "Ferry begins",
        "body": STORY.partition("\n\n")[2],
        "author": [{"name": "Ada Obi"}],
        "datePublished": 1_763_856_000,
    }
    listed = from_stdin(json.dumps([story, {"title": "No text"}, "x"]))
    lines = from_stdin(json.dumps(story) + '\n{"broken\n' + json.dumps({**story, "title": "Other"}))
    wrapped = from_stdin(json.dumps({"status": "ok", "articles": [story]}))
    rendered = from_stdin(
        json.dumps({"title": {"rendered": "Ferry begins"}, "content": {"rendered": "<p>" + story["body"] + "</p>"}})
    )

    assert [article.headline for article in listed.articles] == ["Ferry begins"]
    assert [rejected.origin for rejected in listed.rejected] == ["-, article 2", "-, article 3"]
    assert [article.origin for article in lines.articles] == ["-, line 1", "-, line 3"]
    assert [rejected.origin for rejected in lines.rejected] == ["-, line 2"]
    assert wrapped.articles[0].byline == "Ada Obi"
    assert rendered.articles[0].paragraphs == wrapped.articles[0].paragraphs == listed.articles[0].paragraphs


def test_an_identity_is_of_the_copy_alone() -> None:
    plain, sourced = from_stdin(STORY).articles[0], from_stdin(STORY + "\nSource: Aljazeera\n").articles[0]

    assert plain.id == sourced.id
    assert len(plain.id) == 12
    assert sourced.source == "Al Jazeera"
    assert from_stdin(STORY.replace("120", "121")).articles[0].id != plain.id
