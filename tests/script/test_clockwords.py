"""The time as it is said."""

from datetime import datetime

import pytest

from bulletin.script import clockwords


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("00:00", "midnight"), ("12:00", "midday"), ("14:00", "two o'clock"), ("09:30", "half past nine"),
        ("17:45", "a quarter to six"), ("23:40", "twenty to twelve"), ("12:01", "one minute past twelve"),
        ("06:07", "seven minutes past six"), ("21:36", "twenty-four minutes to ten"), ("23:59", "one minute to twelve"),
    ],
)  # fmt: skip
def test_time_words(clock, words):
    assert clockwords.time_words(datetime.strptime(clock, "%H:%M")) == words  # noqa: DTZ007 - only the clock is told


def test_every_minute_of_the_day_can_be_said():
    said = {clockwords.time_words(datetime(2026, 1, 1, m // 60, m % 60)) for m in range(1440)}
    assert len(said) == 1440 / 2 + 1  # twice twelve hours of words, but midnight is not midday


@pytest.mark.parametrize(("hour", "words"), [(0, "Good morning"), (12, "Good afternoon"), (18, "Good evening")])
def test_greeting(hour, words):
    assert clockwords.greeting(datetime(2026, 1, 1, hour)) == words
