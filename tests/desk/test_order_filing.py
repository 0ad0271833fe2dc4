"""What an article is filed under."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin.desk import category_of
from bulletin.model import Article
from bulletin.station.tables import Quota, RunningOrder

ORDER = RunningOrder(places={"local": ("Nigeria", "Nigerian", "Lagos", "federal capital territory")})


def filed(headline: str = "", lead: str = "", section: str = "", wire: str = "world", url: str = "") -> str:
    return category_of(Article("0" * 12, headline, (lead,), section=section, category=wire, url=url), ORDER)


@pytest.mark.parametrize(
    ("section", "category"),
    [
        ("Sport", "sport"), ("News / Football", "sport"), ("Michezo", "sport"), ("Business", "business"),
        ("ECONOMY", "business"), ("Markets & Stocks", "business"), ("Économie", "business"), ("Entertainment", "light"),
        ("Arts and Culture", "light"), ("Politics", "world"), ("Agriculture", "world"), ("", "world"),
    ],
)  # fmt: skip
def test_a_section_says_the_subject(section: str, category: str) -> None:
    assert filed("A day of speeches", section=section) == category


@pytest.mark.parametrize(
    ("headline", "category"),
    [
        ("Lagos opens a bridge", "local"), ("LAGOS OPENS A BRIDGE", "local"), ("Lagos’s new bridge", "local"),
        ("A bridge for the Federal Capital Territory", "local"), ("Ghana and Nigeria sign", "local"),
        ("Lagosians meet", "world"), ("Ghana opens a bridge", "africa"), ("KENYA VOTES", "africa"),
        ("Ivorian farmers meet", "africa"), ("Fog over Addis Ababa", "africa"), ("AU sends observers", "africa"),
        ("Bill of AU$5m for a bridge", "world"), ("Talks at ECOWAS end", "africa"), ("Côte d’Ivoire votes", "africa"),
        ("Cote d'Ivoire votes", "africa"), ("Guinea-Bissau votes", "africa"), ("Papua New Guinea votes", "world"),
        ("An African American poet", "world"), ("An African American poet in Ghana", "africa"), ("France votes", "world"),
        ("Man keeps a guinea pig", "world"), ("South Sudan talks", "africa"), ("Equatorial Guinea talks", "africa"),
    ],
)  # fmt: skip
def test_names_say_the_place(headline: str, category: str) -> None:
    assert filed(headline) == category
    assert filed("A day of speeches", lead=f"On a fine day: {headline}.") == category


def test_only_headline_and_lead_are_looked_at() -> None:
    article = Article("0" * 12, "A bridge opens", ("It is long.", "It was paid for by Ghana."), category="world")
    assert category_of(article, ORDER) == "world"


@pytest.mark.parametrize(
    ("section", "wire", "headline", "category"),
    [
        ("Sport", "local", "Lagos wins the cup", "sport"),  # sport stays sport
        ("", "sport", "Lagos wins the cup", "sport"),
        ("", "business", "Lagos port grows", "business"),  # a wire about one subject
        ("", "local", "Bread gets dearer", "local"),
        ("", "local", "Kenya votes", "africa"),
        ("World", "local", "France votes", "world"),
        ("World", "local", "Talks in Lagos", "local"),
        ("", "africa", "Talks in Lagos", "local"),
        ("", "", "France votes", "world"),
    ],
)
def test_section_then_subject_of_the_wire_then_place_then_wire(
    section: str, wire: str, headline: str, category: str
) -> None:
    assert filed(headline, section=section, wire=wire) == category


def test_without_names_of_its_own_a_local_wire_stays_local() -> None:
    article = Article("0" * 12, "Kenya votes", ("Kenya voted.",), category="local")
    assert category_of(article, RunningOrder()) == "local"


def test_the_folders_of_its_address_stand_in_for_a_section() -> None:
    assert filed("Cup final today", url="https://a.example/sport/football/cup-final-business") == "sport"
    assert filed("Cup final today", url="https://a.example/news/sport") == "world"
    assert filed("Cup final today", section="Politics", url="https://a.example/sport/cup") == "world"


def test_a_category_of_the_stations_own_is_known_by_its_name() -> None:
    order = replace(ORDER, quotas={"health": Quota(1, 2)})
    assert category_of(Article("0" * 12, "A clinic opens", section="Health", paragraphs=()), order) == "health"


def test_a_sensitive_story_is_never_the_kickers() -> None:
    assert filed("A star sings", section="Entertainment") == "light"
    assert filed("A star has died", section="Entertainment") == "world"
    assert filed("A star has died in Accra", section="Entertainment", wire="light") == "africa"


def test_light_copy_is_the_kickers_whatever_the_station_calls_it() -> None:
    order = replace(ORDER, last="finally")
    assert category_of(Article("0" * 12, "A star sings", (), section="Showbiz"), order) == "finally"
