"""One webinar that the tests tell stories about."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.models import Audience, Plan, Registration, RegistrationStatus, Webinar
from bot.models.report import Report

START: Final = datetime(2026, 12, 1, 20, 0, tzinfo=UTC)
JOIN: Final = "https://v.example.com/join/shared"
HOST: Final = "https://v.example.com/join/hostonly"
PAGE: Final = "https://v.example.com/register/1"
OPEN: Final = Registration(status=RegistrationStatus.OPEN, count=12, page_uri=PAGE)
CLOSED: Final = Registration(status=RegistrationStatus.CLOSED, count=200, page_uri=PAGE)


def webinar(**changes: Any) -> Webinar:
    """An all-hands of Ann's, at three in the afternoon in New York."""
    facts: dict[str, Any] = {
        "id": "1",
        "session_id": "2",
        "owner": "U0ANN",
        "audience": Audience.ALL_HANDS,
        "title": "Q3 All-Hands",
        "description": "What we did, and what comes next.",
        "start": START,
        "time_zone": "America/New_York",
        "duration": timedelta(minutes=90),
        "join_uri": JOIN,
        "host_uri": HOST,
    }
    return Webinar(**{**facts, **changes})


def event(**changes: Any) -> Webinar:
    """The same as an event that people register for."""
    return webinar(**{"audience": Audience.REGISTERED, "join_uri": None, "registration": OPEN, **changes})


def plan_of(made: Webinar, **changes: Any) -> Plan:
    """The plan that a webinar was made from."""
    facts: dict[str, Any] = {
        "audience": made.audience,
        "title": made.title,
        "description": made.description,
        "start": made.start,
        "time_zone": made.time_zone,
        "duration": made.duration,
    }
    return Plan(**{**facts, **changes})


def report_of(made: Webinar, **facts: Any) -> Report:
    """The report of a webinar, everything as it was asked."""
    return Report(**{"webinar": made, "plan": plan_of(made), **facts})
