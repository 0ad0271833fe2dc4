"""The time as it is said, in each language: a table to read, and what holds for every minute of a day."""

from datetime import datetime

import pytest

from bulletin.script.languages import words_of

CLOCK = {
    "en": {
        "00:00": "midnight", "12:00": "midday", "14:00": "two o'clock", "09:30": "half past nine",
        "17:45": "a quarter to six", "23:40": "twenty to twelve", "12:01": "one minute past twelve",
        "06:07": "seven minutes past six", "21:36": "twenty-four minutes to ten", "23:59": "one minute to twelve",
    },
    "fr": {
        "00:00": "minuit", "00:04": "minuit quatre", "01:00": "une heure", "12:00": "midi", "12:30": "midi trente",
        "14:00": "quatorze heures", "14:30": "quatorze heures trente", "21:01": "vingt et une heures une",
        "23:45": "vingt-trois heures quarante-cinq",
    },
    "ha": {
        "00:00": "ƙarfe goma sha biyu na dare", "05:00": "ƙarfe biyar na asuba", "07:15": "ƙarfe bakwai da kwata na safe",
        "14:00": "ƙarfe biyu na rana", "14:30": "ƙarfe biyu da rabi na rana", "16:10": "ƙarfe huɗu da minti goma na yamma",
        "15:45": "ƙarfe huɗu saura kwata na yamma", "19:50": "ƙarfe takwas saura minti goma na dare",
    },
    "sw": {
        "00:00": "saa sita usiku", "04:00": "saa kumi alfajiri", "06:00": "saa kumi na mbili asubuhi", "07:00": "saa moja asubuhi",
        "12:00": "saa sita mchana", "14:00": "saa nane mchana", "14:15": "saa nane na robo mchana", "14:30": "saa nane na nusu mchana",
        "14:45": "saa tisa kasorobo mchana", "18:00": "saa kumi na mbili jioni", "19:00": "saa moja usiku",
        "20:10": "saa mbili na dakika kumi usiku", "20:50": "saa tatu kasoro dakika kumi usiku",
    },
}  # fmt: skip
ROWS = [(language, clock, words) for language, table in CLOCK.items() for clock, words in table.items()]
TWICE = {
    "en": 1440 // 2 + 1,
    "fr": 1440,
    "ha": 1440,
    "sw": 1440,
}  # English has twelve hours, but midnight is not midday


def at(clock: str) -> datetime:
    return datetime.strptime(clock, "%H:%M")  # noqa: DTZ007 - only the clock is told


@pytest.mark.parametrize(("language", "clock", "words"), ROWS)
def test_the_time(language, clock, words):
    assert words_of(language).time(at(clock)) == words


@pytest.mark.parametrize("language", CLOCK)
def test_every_minute_of_the_day_is_said_in_words_of_its_own(language):
    said = [words_of(language).time(datetime(2026, 1, 1, m // 60, m % 60)) for m in range(1440)]
    assert len(set(said)) == TWICE[language]
    assert all(words == " ".join(words.split()) and words for words in said)
    assert not any(character.isdigit() for words in said for character in words)


@pytest.mark.parametrize(
    ("language", "greetings"),
    [
        ("en", {0: "Good morning", 12: "Good afternoon", 18: "Good evening"}),
        ("fr", {0: "Bonsoir", 4: "Bonjour", 12: "Bonjour", 18: "Bonsoir"}),
        ("ha", {2: "Barka da dare", 7: "Barka da safiya", 13: "Barka da rana", 17: "Barka da yamma", 21: "Barka da dare"}),
        ("sw", {2: "Habari za usiku", 5: "Habari za asubuhi", 13: "Habari za mchana", 17: "Habari za jioni", 21: "Habari za usiku"}),
    ],
)  # fmt: skip
def test_greeting(language, greetings):
    assert {hour: words_of(language).greeting(datetime(2026, 1, 1, hour)) for hour in greetings} == greetings
