"""Templates, numbers, days and lists in French, Hausa and Swahili."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletin import script, tongues
from bulletin.model import Citation, Line, Story
from bulletin.script.languages import words_of
from bulletin.station import Station

AT = datetime(2026, 9, 11, 13, 0, tzinfo=UTC)
GOLDEN = Path(__file__).parent.parent / "golden"
OURS = ("fr", "ha", "sw")
STORIES = {  # invented, each with a headline and two lines
    "fr": (
        ("Le pont de Kordou rouvre lundi", "Le pont de Kordou rouvre lundi après deux ans de travaux.", "Les camions attendront jusqu'en mars."),
        ("Les pêcheurs de Lomba gardent leur port", "Les pêcheurs de Lomba gardent leur port, a décidé la mairie.", "Le projet d'hôtel est abandonné."),
    ),
    "ha": (
        ("An buɗe gadar kogin Baru", "An buɗe gadar kogin Baru ranar Litinin bayan shekara uku ana aiki.", "Manoma za su fara amfani da ita gobe."),
        ("Kasuwar Talo ta sami sabon rufi", "Kasuwar Talo ta sami sabon rufi kafin damina.", "Aikin ya ɗauki wata huɗu."),
    ),
    "sw": (
        ("Daraja la Mto Kesi lafunguliwa", "Daraja la Mto Kesi limefunguliwa Jumatatu baada ya ujenzi wa miaka mitatu.", "Wakulima wataanza kulitumia kesho."),
        ("Soko la Tumbe lapata paa jipya", "Soko la Tumbe limepata paa jipya kabla ya mvua.", "Kazi hiyo ilichukua miezi minne."),
    ),
}  # fmt: skip
FIGURES = {
    "weather": {"places": [{"name": "Lagos", "high": 31.4, "low": 24}, {"name": "Jos", "high": -1}]},
    "markets": {"markets": [{"name": "naira", "value": 1534.25, "change": -0.4}, {"name": "CFA", "value": 605.3, "change": 0.02}]},
}  # fmt: skip


def stories(language: str) -> list[Story]:
    def line(n: int, text: str) -> Line:
        return Line(text, (Citation(f"article{n}", 0, 0, len(text), text),))

    return [
        Story(f"story-{n}", line(n, headline), tuple(line(n, text) for text in copy), f"article{n}", source)
        for (n, (headline, *copy)), source in zip(enumerate(STORIES[language], 1), ("Radio Lac", "Lake News"), strict=True)
    ]  # fmt: skip


def station(language: str, template: str) -> Station:
    return Station(name="234Radio", timezone="Africa/Lagos", template=template, language=language, voice="gtts")


@pytest.mark.parametrize("language", OURS)
@pytest.mark.parametrize("template", ["hourly", "headlines", "flash", "long", "sport"])
def test_golden(template, language, request):
    """Run pytest with --golden to write these anew, and read the difference."""
    told = stories(language)
    if template == "hourly":  # all that is said of a story that is not as the others
        told = [replace(told[0], breaking=True, also=("Al Jazeera",)), replace(told[1], update=True, also=("A", "B", "C", "D"))]  # fmt: skip
    text = script.to_text(script.write(told, station(language, template), AT, figures=FIGURES))
    file = GOLDEN / f"{template}-{language}.md"
    if request.config.getoption("--golden"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
    assert script.to_text(script.from_text(text)) == text


@pytest.mark.parametrize("language", OURS)
def test_no_light_sound_stands_beside_a_sensitive_story(language):
    told = [replace(story, sensitive=True) for story in stories(language)]
    cues = script.write(told, station(language, "hourly"), AT).cues
    assert "divider" not in {cue.sound for cue in cues}
    assert {cue.bed for cue in cues if cue.kind != "headline"} == {""}


@pytest.mark.parametrize("language", OURS)
def test_each_template_says_first_whether_it_was_reviewed(language):
    files = sorted((Path(script.__file__).parent / "templates" / language).glob("*.j2"))
    assert [file.name.partition(".")[0] for file in files] == [
        "_parts",
        "flash",
        "headlines",
        "hourly",
        "long",
        "sport",
    ]
    said = "French, reviewed" if language == "fr" else f"{'Hausa' if language == 'ha' else 'Swahili'}, experimental"
    assert all(file.read_text(encoding="utf-8").startswith(f"{{# {said}") for file in files)


@pytest.mark.parametrize(
    ("language", "day", "first", "listed", "number"),
    [
        ("en-NG", "Friday 11 September", "Friday 1 May", "A, B and C", "two thousand and twenty-six"),
        ("fr-CI", "vendredi 11 septembre", "vendredi 1er mai", "A, B et C", "deux mille vingt-six"),
        ("ha", "Juma'a 11 ga Satumba", "Juma'a 1 ga Mayu", "A, B da C", "dubu biyu da ashirin da shida"),
        ("sw_KE", "Ijumaa tarehe 11 Septemba", "Ijumaa tarehe mosi Mei", "A, B na C", "elfu mbili na ishirini na sita"),
        ("no-such", "Friday 11 September", "Friday 1 May", "A, B and C", "two thousand and twenty-six"),
    ],
)
def test_days_lists_and_numbers(language, day, first, listed, number):
    words = words_of(language)
    assert words.day(datetime(2026, 9, 11)) == day
    assert words.day(datetime(2026, 5, 1)) == first
    assert words.listed(["A", "B", "C"]) == listed
    assert (words.listed(["A"]), words.listed([])) == ("A", "")
    assert words.number(2026) == number


@pytest.mark.parametrize(
    ("number", "hausa", "swahili"),
    [
        (0, "sifiri", "sifuri"),
        (19, "goma sha tara", "kumi na tisa"),
        (90, "casa'in", "tisini"),
        (115, "ɗari da goma sha biyar", "mia moja na kumi na tano"),
        (1000, "dubu", "elfu moja"),
        (1978, "dubu ɗaya da ɗari tara da saba'in da takwas", "elfu moja mia tisa na sabini na nane"),
        (20_005, "dubu ashirin, da biyar", "elfu ishirini, na tano"),
        (25_000, "dubu ashirin da biyar", "elfu ishirini na tano"),
        (2_500_000, "miliyan biyu da dubu ɗari biyar", "milioni mbili elfu mia tano"),
        (10**9, "biliyan ɗaya", "bilioni moja"),
    ],
)
def test_counting(number, hausa, swahili):
    assert (tongues.hausa(number), tongues.swahili(number)) == (hausa, swahili)


@pytest.mark.parametrize("count", [tongues.hausa, tongues.swahili, tongues.french])
def test_no_two_numbers_are_said_alike(count):
    near = [*range(12_000), *(a * 10**k + b for a in (*range(1, 130), 200, 999) for k in (3, 6, 9, 12) for b in (0, 1, 5, 10, 21, 100, 150, 1000, 2000))]  # fmt: skip
    assert len({count(number) for number in set(near)}) == len(set(near))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from([tongues.hausa, tongues.swahili, tongues.french]), *[st.integers(0, tongues.MOST)] * 2)
def test_so_anywhere(count, one, other):
    assert (count(one) == count(other)) == (one == other)
    assert not any(character.isdigit() for character in count(one))


def test_numbers_agree_with_what_is_counted():
    assert [tongues.swahili(n, "wa") for n in (1, 2, 6, 25, 102)] == [
        *("mmoja", "wawili", "sita", "ishirini na watano", "mia moja na wawili")
    ]
    assert [tongues.french(n, feminine=True) for n in (1, 21, 71, 80, 1000)] == [
        *("une", "vingt et une", "soixante et onze", "quatre-vingts", "mille")
    ]


def test_months_and_days_are_those_of_cldr():
    babel = pytest.importorskip("babel")  # trafilatura brings it
    for language in OURS:
        locale = babel.Locale(language)
        assert tongues.MONTHS[language] == tuple(locale.months["format"]["wide"][n] for n in range(1, 13))
        days = tuple(locale.days["format"]["wide"][n].replace("Jummaʼa", "Juma'a") for n in range(7))
        assert tongues.DAYS[language] == days
    assert words_of("fr").day(date(2026, 8, 31)) == "lundi 31 août"
