"""Dates, times, lengths, lists and cities in the order and the words of each language."""

from datetime import date, time, timedelta

import pytest

from bot.translation import translation_for

FRIDAY = date(2027, 3, 5)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en-US", "Friday, March 5, 2027 3:00 PM"),
        ("en-GB", "Friday, 5 March 2027 15:00"),
        ("de-DE", "Freitag, 5. März 2027 15:00"),
        ("fr-FR", "vendredi 5 mars 2027 15:00"),
        ("es-ES", "viernes, 5 de marzo de 2027 15:00"),
        ("es-LA", "viernes, 5 de marzo de 2027 3:00 p.m."),
        ("pt-BR", "sexta-feira, 5 de março de 2027 15:00"),
        ("ja-JP", "2027年3月5日金曜日 15:00"),
    ],
)
def test_a_day_and_a_time_follow_the_locale(locale: str, said: str) -> None:
    say = translation_for(locale[:2], locale)
    assert f"{say.date(FRIDAY)} {say.time(time(15))}" == said


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en", "Friday, March 5"),
        ("de", "Freitag, 5. März"),
        ("fr", "vendredi 5 mars"),
        ("es", "viernes, 5 de marzo"),
        ("pt", "sexta-feira, 5 de março"),
        ("ja", "3月5日金曜日"),
    ],
)
def test_a_day_without_its_year_has_its_whole_weekday(language: str, day: str) -> None:
    assert translation_for(language)("{day:day}", day=FRIDAY) == day


@pytest.mark.parametrize(
    ("language", "minutes", "said"),
    [
        ("en", 90, "1 hour 30 minutes"),
        ("en", 45, "45 minutes"),
        ("de", 60, "1 Stunde"),
        ("fr", 150, "2 heures 30 minutes"),
        ("es", 90, "1 hora 30 minutos"),
        ("pt", 1, "1 minuto"),
        ("ja", 90, "1時間30分"),
        ("en", 0, ""),
    ],
)
def test_a_length_is_said_in_its_units(language: str, minutes: int, said: str) -> None:
    assert translation_for(language).length(timedelta(minutes=minutes)) == said


def test_a_list_is_joined_as_the_language_joins() -> None:
    assert translation_for("en", "en-US").listed(["a", "b"]) == "a and b"
    assert translation_for("de").listed(["a", "b", "c"]) == "a, b und c"
    assert translation_for("ja").listed(["a", "b"]) == "a、b"
    assert translation_for("fr").listed([]) == ""


@pytest.mark.parametrize(
    ("language", "zone", "city"),
    [
        ("en", "America/Los_Angeles", "Los Angeles"),
        ("de", "Asia/Tokyo", "Tokio"),
        ("ja", "Asia/Tokyo", "東京"),
        ("pt", "America/New_York", "Nova York"),
        ("fr", "UTC", "UTC"),
        ("es", "Etc/GMT-2", "GMT-2"),
        ("en", "Nowhere/Lost_City", "Lost City"),
    ],
)
def test_a_zone_is_called_by_its_city(language: str, zone: str, city: str) -> None:
    assert translation_for(language).city(zone) == city
