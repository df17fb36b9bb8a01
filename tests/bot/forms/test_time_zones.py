"""A time zone is found by whatever people call it."""

from datetime import UTC, datetime

import pytest

from bot.forms import time_zones
from bot.forms.time_zones import MOST, describe_zone, search_zones

WINTER = datetime(2026, 12, 1, 12, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module", autouse=True)
def names_read_anew() -> None:
    """What an earlier test read is forgotten: the names are read as the code reads them now."""
    for remembered in (time_zones._lasting_names, time_zones._named, time_zones._abbreviations):  # noqa: SLF001
        remembered.cache_clear()


def found(query: str, at: datetime = WINTER) -> list[str]:
    return [zone.name for zone in search_zones(query, at)]


@pytest.mark.parametrize(
    ("query", "zone"),
    [
        ("berlin", "Europe/Berlin"),
        ("Berl", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("new_york", "America/New_York"),
        ("york new", "America/New_York"),
        ("kolkata", "Asia/Kolkata"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("America/Los_Angeles", "America/Los_Angeles"),
        ("europe", "Europe/Berlin"),
        ("utc", "UTC"),
        ("PST", "America/Los_Angeles"),
        ("CET", "Europe/Berlin"),
        ("JST", "Asia/Tokyo"),
        ("UTC+9", "Asia/Tokyo"),
        ("utc-5", "America/New_York"),
        ("UTC−5", "America/New_York"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("UTC-3:30", "America/St_Johns"),
        ("st johns", "America/St_Johns"),
    ],
)
def test_a_zone_is_found_by_city_area_abbreviation_or_distance(query: str, zone: str) -> None:
    assert zone in found(query)


@pytest.mark.parametrize(
    ("query", "first"),
    [("berlin", "Europe/Berlin"), ("utc", "UTC"), ("tok", "Asia/Tokyo"), ("paris", "Europe/Paris")],
)
def test_a_zone_whose_name_begins_so_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize("query", ["PST", "PDT", "pt", "pacific"])
def test_an_abbreviation_counts_all_year_round(query: str) -> None:
    assert "America/Los_Angeles" in found(query, WINTER)
    assert "America/Los_Angeles" in found(query, SUMMER)


def test_the_distance_counts_on_that_day() -> None:
    assert "Europe/Berlin" in found("UTC+1", WINTER)
    assert "Europe/Berlin" in found("UTC+2", SUMMER)


@pytest.mark.parametrize("query", ["", "a", "utc", "+"])
def test_slack_never_gets_more_choices_than_it_takes(query: str) -> None:
    assert 0 < len(found(query)) <= MOST == 100


@pytest.mark.parametrize("query", ["EST", "edt", "Eastern Time", "eastern", "Eastern Standard Time"])
def test_a_name_that_dozens_of_zones_share_finds_the_main_ones(query: str) -> None:
    assert found(query) == ["America/New_York", "America/Toronto", "America/Detroit"]


@pytest.mark.parametrize("query", ["narnia", "UTC+99", "🎉", "berlin paris"])
def test_what_nobody_lives_in_is_not_found(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("America/New_York", "New York (UTC−5"),
        ("Asia/Kolkata", "Kolkata (UTC+5:30"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires, Argentina (UTC−3"),
        ("Africa/Abidjan", "Abidjan (UTC"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_reads_as_people_call_it(name: str, beginning: str) -> None:
    zone = describe_zone(name, WINTER)
    assert zone.name == name
    assert zone.label.startswith(beginning)


@pytest.mark.parametrize("query", ["St. John's", "UTC+0", "eastern", "BST"])
def test_other_names_that_people_use_are_found(query: str) -> None:
    assert found(query) != []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Zürich", "Europe/Zurich"),
        ("zurich", "Europe/Zurich"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao", "America/Sao_Paulo"),
        ("Munich", "Europe/Berlin"),
        ("München", "Europe/Berlin"),
        ("San Francisco", "America/Los_Angeles"),
        ("Seattle", "America/Los_Angeles"),
        ("Eastern Time", "America/New_York"),
        ("Central European Time", "Europe/Berlin"),
        ("Mountain Time", "America/Denver"),
        ("Germany", "Europe/Berlin"),
        ("Deutschland", "Europe/Berlin"),
        ("Allemagne", "Europe/Berlin"),
        ("Brazil", "America/Sao_Paulo"),
        ("USA", "America/New_York"),
        ("United States", "America/New_York"),
        ("東京", "Asia/Tokyo"),
        ("India", "Asia/Kolkata"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("utc-5", "America/New_York"),
        ("EST", "America/New_York"),
        ("PST", "America/Los_Angeles"),
        ("CET", "Europe/Berlin"),
        ("IST", "Asia/Kolkata"),
        ("BST", "Europe/London"),
        ("Kiev", "Europe/Kyiv"),
        ("Peking", "Asia/Shanghai"),
        ("Genève", "Europe/Zurich"),
        ("Genf", "Europe/Zurich"),
        ("Texas", "America/Chicago"),
        ("Silicon Valley", "America/Los_Angeles"),
    ],
)
def test_the_zone_that_most_people_mean_comes_first(query: str, first: str) -> None:
    assert found(query)[0] == first


@pytest.mark.parametrize(
    ("query", "zone"),
    [
        ("Vereinigte Staaten", "America/New_York"),
        ("Estados Unidos", "America/Chicago"),
        ("アメリカ合衆国", "America/Los_Angeles"),
        ("Moskau", "Europe/Moscow"),
        ("Moscou", "Europe/Moscow"),
        ("Chine", "Asia/Shanghai"),
        ("Hora de Europa central", "Europe/Berlin"),
        ("Mitteleuropäische Zeit", "Europe/Berlin"),
        ("日本時間", "Asia/Tokyo"),
        ("Japan Standard", "Asia/Tokyo"),
        ("ニューヨーク", "America/New_York"),
    ],
)
def test_a_zone_is_found_in_each_of_our_languages(query: str, zone: str) -> None:
    assert zone in found(query)


def test_what_begins_with_the_words_comes_before_what_has_them_inside() -> None:
    zones = found("york")
    assert zones.index("America/New_York") == 0
    ranked = found("san")
    assert ranked.index("America/Argentina/San_Juan") > ranked.index("America/Santiago")


def test_an_abbreviation_lists_only_the_zones_that_have_it() -> None:
    zones = found("CET")
    assert {"Europe/Berlin", "Europe/Paris", "Europe/Madrid"} <= set(zones)
    assert "America/Rio_Branco" not in zones


def test_every_zone_is_found_by_its_own_label() -> None:
    for name in ("Europe/Zurich", "America/Argentina/Buenos_Aires", "Pacific/Chatham", "Asia/Kolkata"):
        assert name in found(describe_zone(name, WINTER).label.partition(" (")[0])


def test_one_zone_under_two_names_is_offered_once() -> None:
    assert len({"Asia/Kolkata", "Asia/Calcutta"} & set(found("UTC+5:30"))) == 1
