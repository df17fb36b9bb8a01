"""An outage is told when it begins, once a minute, and when it ends."""

import json
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.logs import set_up
from bot.outage import Outage
from bot.refusals import Refusals
from bot.storage.availability import is_connection_failure
from tests.bot.virtual_time import VirtualTime


def told(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def test_it_is_told_at_its_beginning_each_minute_and_at_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    clock = VirtualTime()
    outage = Outage("database", clock)
    outage.worked()
    for _ in range(150):
        outage.failed("connection refused")
        clock.now += timedelta(seconds=1)
    assert outage.lasts
    outage.worked()
    outage.worked()
    events = told(capsys)
    assert [(each["event"], each.get("seconds")) for each in events] == [
        ("outage_began", None),
        ("outage_lasts", 60),
        ("outage_lasts", 120),
        ("outage_ended", 150),
    ]
    assert {each["what"] for each in events} == {"database"}
    assert not outage.lasts


def test_refusals_are_told_at_once_and_then_counted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    clock = VirtualTime()
    refusals = Refusals("/slack/events", clock)
    for _ in range(1000):
        refusals.count(401)
    refusals.count(413)
    clock.now += timedelta(minutes=1)
    refusals.count(401)
    assert [(each["status"], each["count"]) for each in told(capsys)] == [(401, 1), (413, 1), (401, 1000)]


@pytest.mark.parametrize(
    ("cause", "is_one"),
    [
        (psycopg.OperationalError("connection refused"), True),
        (psycopg.errors.AdminShutdown(), True),
        (psycopg.errors.TooManyConnections(), True),
        (psycopg.errors.DiskFull(), False),
        (psycopg.errors.UniqueViolation(), False),
    ],
)
def test_what_only_says_that_the_database_is_away_is_known(cause: psycopg.Error, *, is_one: bool) -> None:
    group = ExceptionGroup("jobs", [DBAPIError("SELECT 1", {}, cause)])
    assert is_connection_failure(cause) is is_connection_failure(group) is is_one
    assert not is_connection_failure(IntegrityError("INSERT", {}, ValueError()))
