"""Plain text, Markdown and pages: what is found where it stands."""

import io
from datetime import UTC, datetime, timedelta, timezone

import pytest

from bulletin.model import Article
from bulletin.wire import dates, gather, names

ONE = "The new ferry left Ikorodu at six on Monday with 120 people and a brass band on board."
TWO = "It will cross the lagoon every hour, and the fare stays as it was until next year."


def article(text: str) -> Article:
    gathered = gather(["-"], stdin=io.BytesIO(text.encode()))
    assert gathered.rejected == ()
    return gathered.articles[0]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Ferry begins\n\n{ONE}\n\n{TWO}", "Ferry begins"),
        (f"Ferry begins\n\nFerry begins\n\n{ONE}\n\n{TWO}", "Ferry begins"),
        (f"Ferry begins\n{ONE}\n{TWO}", "Ferry begins"),
        (f"Will the ferry begin?\n\n{ONE}\n\n{TWO}", "Will the ferry begin?"),
        (f"{ONE}\n\n{TWO}", ""),
        (f"By Ada Obi\n\nFerry begins\n\n{ONE}\n\n{TWO}", "Ferry begins"),
        (f"---\ntitle: Ferry begins\n---\n{ONE}\n\n{TWO}", "Ferry begins"),
        (f"---\ntitle: Ferry: it begins\n---\n{ONE}\n\n{TWO}", "Ferry: it begins"),
        (f"Title: Ferry begins\nDate: 2026-11-20\n\n{ONE}\n\n{TWO}", "Ferry begins"),
        (f"# Ferry begins\n\n{ONE}\n\n## What next\n\n{TWO}", "Ferry begins"),
    ],
)
def test_the_headline(text: str, headline: str) -> None:
    assert (article(text).headline, article(text).paragraphs) == (headline, (ONE, TWO))


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "The new ferry left Ikorodu at six on Monday with 120 people and a\n"
        "brass band on board.\n\n"
        "It will cross the lagoon every hour, and the fare stays as it was\nuntil next year.\n"
    )

    assert article(wrapped).paragraphs == (ONE, TWO)


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert article(f"{ONE}\n{TWO}\nHe said so.\nNobody was surprised at all by it.").paragraphs[:2] == (ONE, TWO)


def test_front_matter_fills_the_fields() -> None:
    found = article(
        "---\nheadline: Ferry begins\nsource: punchng\nauthor: By Ada Obi\ndate: 2026-11-20 09:30\nlang: en_NG\n"
        f"category: transport\nlicense: CC0\nurl: https://example.org/ferry\n---\n\n{ONE}\n\n{TWO}\n"
    )

    assert found.source == "Punch"
    assert found.byline == "Ada Obi"
    assert found.published == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    assert (found.language, found.section, found.licence) == ("en-NG", "transport", "CC0")
    assert found.url == "https://example.org/ferry"
    assert found.warnings == ()


def test_hostile_front_matter_is_only_text() -> None:
    found = article(
        f"---\ntitle: !!python/object/apply:os.system [id]\nurl: javascript:alert(1)\ndate: soon\n---\n{ONE}\n\n{TWO}"
    )

    assert found.url == ""
    assert found.published is None
    assert "'soon'" in found.warnings[0]


def test_undated_stays_undated() -> None:
    assert article(f"{ONE}\n\n{TWO}").published is None


MARKDOWN = """# Ferry begins

The new ferry left Ikorodu at six on
Monday with 120 people and a brass band on board.

![A ferry](ferry.jpg)

* [It will cross](https://example.org) the lagoon **every hour**, and the fare stays as it was until next year.

```
print("code")
```
"""


def test_markdown_is_read_as_prose() -> None:
    assert article(MARKDOWN).paragraphs[:2] == (ONE, TWO)


PAGE = f"""<!doctype html><html lang="fr-NG"><head><title>Ferry begins - Lagoon Courier</title>
<script type="application/ld+json">[{{"@graph": [{{"@type": ["NewsArticle"], "headline": "Ferry begins",
"author": {{"name": "Ada Obi"}}, "datePublished": "2026-11-20T09:30:00+01:00"}}]}}]</script>
<script type="application/ld+json">{{broken</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry begins</h1><time>20 November 2026</time>
<p>The new ferry left <a href="/i">Ikorodu <b>at six</b> on</a> Monday with 120 people and a brass band on board.</p>
<figure><img src="f.jpg"><figcaption>A ferry on the lagoon at dawn.</figcaption></figure>
<h2>What next</h2><p>{TWO}</p><blockquote class="twitter-tweet"><p>Nice boat</p></blockquote></article>
<footer>Copyright 2026 Lagoon Courier</footer></body></html>"""


def test_a_page_gives_its_story_and_its_details() -> None:
    found = article(PAGE)

    assert (found.headline, found.paragraphs) == ("Ferry begins", (ONE, TWO))
    assert (found.source, found.byline, found.language) == ("Lagoon Courier", "Ada Obi", "fr-NG")
    assert found.published == datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert {removal.reason for removal in found.removed} >= {"caption", "menu", "embedded post"}


def test_a_page_without_json_ld_is_read_by_its_meta_tags() -> None:
    meta = (
        '<meta property="article:published_time" content="2026-11-20T08:00:00Z"><meta name="author" content="Ada Obi">'
    )
    found = article(f"<html><head>{meta}</head><body><h1>Ferry begins</h1><p>{ONE}</p><p>{TWO}</p></body></html>")

    assert (found.headline, found.byline, found.published) == (
        "Ferry begins",
        "Ada Obi",
        datetime(2026, 11, 20, 8, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-11-20", datetime(2026, 11, 20, tzinfo=UTC)),
        ("2026-11-20T09:30:00Z", datetime(2026, 11, 20, 9, 30, tzinfo=UTC)),
        ("Fri, 20 Nov 2026 09:30:00 +0100", datetime(2026, 11, 20, 8, 30, tzinfo=UTC)),
        ("24 Jul 2017,Monday", datetime(2017, 7, 24, tzinfo=UTC)),
        ("November 20th, 2026 2:15 pm", datetime(2026, 11, 20, 14, 15, tzinfo=UTC)),
        ("14:11 EST, 25 October 2013", datetime(2013, 10, 25, 19, 11, tzinfo=UTC)),
        ("1/10/1960", datetime(1960, 10, 1, tzinfo=UTC)),
        (1_795_219_200, datetime(2026, 11, 21, tzinfo=UTC)),
        (1_795_219_200_000, datetime(2026, 11, 21, tzinfo=UTC)),
        ("31 February 2026", None),
        ("2026-13-45", None),
        ("yesterday", None),
        (True, None),
        (float("nan"), None),
    ],
)
def test_dates(written: object, moment: datetime | None) -> None:
    assert dates.parse(written) == moment


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Aljazeera", "Al Jazeera"),
        ("www.aljazeera.com", "Al Jazeera"),
        ("https://punchng.com/story", "Punch"),
        ("BBC News", "BBC News"),
        ("Lagoon Courier", "Lagoon Courier"),
        ("lagoon.example", "lagoon.example"),
    ],
)
def test_names_are_said_as_a_person_says_them(name: str, said: str) -> None:
    assert names.spoken(name) == said
