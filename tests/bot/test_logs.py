"""Logs are JSON, one line an event, and tell no secret and no address."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
import structlog

from bot.logs import set_up, without_secrets

SECRETS = [
    "xoxb-123-abc",
    "xoxp-123-abc",
    "xapp-1-A0-b",
    "Bearer eyJhbGciOi",
    "Basic c2FuZGJveA==",
    "https://v.example.com/join/secret",
    "ann@example.com",
]


@pytest.fixture(autouse=True)
def own_logging() -> Iterator[None]:
    """Puts everybody's logging back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def logged(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_covered(secret: str) -> None:
    said = without_secrets(None, "info", {"event": f"sent {secret} to them", "said": secret})
    assert said == {"event": "sent [covered] to them", "said": "[covered]"}


@pytest.mark.parametrize(
    "said", ['{"password": "hunter2"}', "password=hunter2", "password: hunter2", "Password hunter2"]
)
def test_a_password_is_covered(said: str) -> None:
    assert "hunter2" not in str(without_secrets(None, "info", {"event": said}))


@pytest.mark.parametrize("said", ["submission ended", "C0GENERAL", "12:00", "a@b", "http"])
def test_what_is_no_secret_stays(said: str) -> None:
    assert without_secrets(None, "info", {"event": said, "count": 3}) == {"event": said, "count": 3}


def test_our_own_events_are_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    structlog.get_logger("test").info(
        "submission ended", submission="d1:0", link="https://v.example.com/join/1"
    )
    (event,) = logged(capsys)
    assert event.pop("timestamp")
    assert event == {"event": "submission ended", "submission": "d1:0", "link": "[covered]", "level": "info"}


def test_the_events_of_libraries_are_lines_of_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    logging.getLogger("some.library").warning("no answer from %s", "https://v.example.com/join/1")
    (event,) = logged(capsys)
    assert (event["event"], event["level"]) == ("no answer from [covered]", "warning")


def test_the_secrets_in_a_traceback_are_covered(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    try:
        float("xoxb-123-abc")
    except ValueError:
        structlog.get_logger("test").exception("unforeseen")
        logging.getLogger("some.library").exception("unforeseen")
    events = logged(capsys)
    said = "ValueError: could not convert string to float: '[covered]'"
    assert [said in event["exception"] for event in events] == [True, True]


def test_every_event_bears_the_reference_that_the_person_sees(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    with structlog.contextvars.bound_contextvars(reference="abc12345"):
        structlog.get_logger("test").info("one")
        logging.getLogger("some.library").warning("two")
    assert [event["reference"] for event in logged(capsys)] == ["abc12345", "abc12345"]


def test_events_below_the_level_are_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("WARNING")
    structlog.get_logger("test").info("quiet")
    logging.getLogger("some.library").info("quiet")
    assert logged(capsys) == []


@pytest.mark.parametrize("chatty", ["httpx", "slack_sdk", "alembic"])
def test_libraries_that_log_every_request_are_heard_from_warnings_on(
    capsys: pytest.CaptureFixture[str], chatty: str
) -> None:
    set_up("DEBUG")
    logging.getLogger(chatty).info("HTTP Request: GET /")
    logging.getLogger(chatty).warning("it failed")
    assert [event["event"] for event in logged(capsys)] == ["it failed"]


@pytest.mark.parametrize("value", [["xoxb-123-abc"], {"token": "xoxb-123-abc"}])
def test_a_secret_inside_something_is_covered(value: object) -> None:
    assert "xoxb" not in str(without_secrets(None, "info", {"event": "sent", "body": value}))


def test_the_secrets_in_an_object_are_covered(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    structlog.get_logger("test").info("failed", error=ValueError("xoxb-123-abc is no token"))
    assert "xoxb" not in str(logged(capsys))


def test_a_jwt_is_covered() -> None:
    assert "eyJ" not in str(without_secrets(None, "info", {"event": "assertion=eyJhbGciOi.eyJzdWIi.c2ln"}))


@pytest.mark.parametrize(
    "address", ["postgresql://bot:hunter2@db/webinars", "wss://wss.slack.com/?ticket=hunter2"]
)
def test_addresses_of_other_kinds_are_covered(address: str) -> None:
    assert "hunter2" not in str(without_secrets(None, "info", {"event": f"no answer from {address}"}))
