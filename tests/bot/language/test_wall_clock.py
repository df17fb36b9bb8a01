"""From what a clock on the wall says to an instant, also where clocks jump."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import is_zone, known_zones, localize

ZONES = ("America/Los_Angeles", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns")
ONE = timedelta(minutes=1)


def at(day: str, clock: str, zone: str) -> tuple[datetime, bool, bool]:
    """The instant in UTC, and whether clocks skip it or show it twice."""
    found = localize(date.fromisoformat(day), time.fromisoformat(clock), ZoneInfo(zone))
    return found.start.astimezone(UTC), found.skipped, found.twice


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "instant"),
    [
        ("America/Los_Angeles", "2026-03-10", "15:00", "2026-03-10T22:00"),
        ("America/Los_Angeles", "2026-12-01", "15:00", "2026-12-01T23:00"),
        ("Europe/Berlin", "2026-07-01", "09:30", "2026-07-01T07:30"),
        ("Australia/Lord_Howe", "2026-07-01", "09:00", "2026-06-30T22:30"),
        ("Australia/Lord_Howe", "2026-12-01", "09:00", "2026-11-30T22:00"),
        ("America/St_Johns", "2026-12-01", "12:00", "2026-12-01T15:30"),
        ("UTC", "2026-12-01", "12:00", "2026-12-01T12:00"),
    ],
)
def test_a_time_on_the_wall_is_one_instant(zone: str, day: str, clock: str, instant: str) -> None:
    assert at(day, clock, zone) == (utc(instant), False, False)


@pytest.mark.parametrize(
    ("zone", "day", "before", "gap", "after"),
    [
        ("America/Los_Angeles", "2026-03-08", "01:59", ("02:00", "02:59"), "03:00"),
        ("Europe/Berlin", "2026-03-29", "01:59", ("02:00", "02:59"), "03:00"),
        ("Australia/Lord_Howe", "2026-10-04", "01:59", ("02:00", "02:29"), "02:30"),
        ("America/St_Johns", "2026-03-08", "01:59", ("02:00", "02:59"), "03:00"),
    ],
)
def test_clocks_skip_a_gap_from_its_first_minute_to_its_last(
    zone: str, day: str, before: str, gap: tuple[str, str], after: str
) -> None:
    assert [at(day, clock, zone)[1] for clock in (before, *gap, after)] == [False, True, True, False]
    assert at(day, after, zone)[0] - at(day, before, zone)[0] == ONE


@pytest.mark.parametrize(
    ("zone", "day", "before", "overlap", "after", "length"),
    [
        ("America/Los_Angeles", "2026-11-01", "00:59", ("01:00", "01:59"), "02:00", 60),
        ("Europe/Berlin", "2026-10-25", "01:59", ("02:00", "02:59"), "03:00", 60),
        ("Australia/Lord_Howe", "2026-04-05", "01:29", ("01:30", "01:59"), "02:00", 30),
        ("America/St_Johns", "2026-11-01", "00:59", ("01:00", "01:59"), "02:00", 60),
    ],
)
def test_an_hour_that_comes_twice_means_the_first_time(
    zone: str, day: str, before: str, overlap: tuple[str, str], after: str, length: int
) -> None:
    assert [at(day, clock, zone)[2] for clock in (before, *overlap, after)] == [False, True, True, False]
    assert at(day, overlap[0], zone)[0] - at(day, before, zone)[0] == ONE
    assert at(day, after, zone)[0] - at(day, overlap[1], zone)[0] == ONE + timedelta(minutes=length)


@pytest.mark.parametrize("zone", ZONES)
@given(st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001 - what a wall shows
def test_clocks_show_what_was_asked_unless_they_skip_it(zone: str, wall: datetime) -> None:
    found = localize(wall.date(), wall.time(), ZoneInfo(zone))
    shown = found.start.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert (shown != wall) == found.skipped
    assert shown >= wall
    assert not (found.skipped and found.twice)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "jump"),
    [
        ("America/Los_Angeles", "2026-03-08", "02:30", "2026-03-08T10:00"),
        ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:30"),
    ],
)
def test_a_skipped_time_gives_the_time_right_after_the_jump(
    zone: str, day: str, clock: str, jump: str
) -> None:
    assert at(day, clock, zone)[0] == utc(jump)


@pytest.mark.parametrize("zone", [*ZONES, "UTC", "Asia/Kolkata", "Asia/Calcutta"])
def test_zones_that_people_live_in_are_known(zone: str) -> None:
    assert zone in known_zones()
    assert is_zone(zone)


@pytest.mark.parametrize("zone", ["US/Pacific", "Etc/GMT+5", "EST", "Factory"])
def test_zones_that_nobody_calls_so_are_not_offered(zone: str) -> None:
    assert zone not in known_zones()


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "Europe", "../etc/passwd", "/UTC", "utc+1"])
def test_what_is_no_zone_is_none(name: str) -> None:
    assert not is_zone(name)
