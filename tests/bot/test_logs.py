"""Logs are JSON, one line an event, and tell no secret and no address."""

import errno
import json
import logging
import time
from collections.abc import Iterator
from pathlib import Path
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

HOSTILE = [
    "a",
    " ",
    "@",
    "a.",
    "eyJ",
    "xox",
    "a://",
    "'",
    "password",
    "password=",
    "Bearer ",
    "Bearer",
    "token:",
    "a@",
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


@pytest.mark.parametrize("said", ["submission_ended", "C0GENERAL", "12:00", "a@b", "http"])
def test_what_is_no_secret_stays(said: str) -> None:
    assert without_secrets(None, "info", {"event": said, "count": 3}) == {"event": said, "count": 3}


def test_our_own_events_are_lines_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    structlog.get_logger("test").info(
        "submission_ended", submission="d1:0", link="https://v.example.com/join/1"
    )
    (event,) = logged(capsys)
    assert event.pop("timestamp")
    assert event == {"event": "submission_ended", "submission": "d1:0", "link": "[covered]", "level": "info"}


def test_the_events_of_libraries_are_lines_of_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    logging.getLogger("some.library").warning("no answer from %s", "https://v.example.com/join/1")
    (event,) = logged(capsys)
    assert (event["event"], event["level"]) == ("no answer from [covered]", "warning")


def test_the_text_of_an_exception_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    try:
        float("xoxb-123-abc")
    except ValueError:
        structlog.get_logger("test").exception("unforeseen")
        logging.getLogger("some.library").exception("unforeseen")
    events = logged(capsys)
    for event in events:
        assert event["exception"].startswith("ValueError\n")
        assert "test_logs.py" in event["exception"]
        assert "could not convert" not in event["exception"]


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


@pytest.mark.parametrize("chatty", ["httpx", "alembic"])
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


def test_what_a_library_formats_itself_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    typed = "what somebody typed"
    logging.getLogger("slack_bolt.AsyncApp").warning(f"Unhandled request ({typed})")  # noqa: G004
    logging.getLogger("some.library").warning("step %s took %d tries", typed, 3)
    logging.getLogger("asyncio").error(f"Task exception was never retrieved\nfuture: {typed}")  # noqa: G004
    events = logged(capsys)
    assert [event["event"] for event in events] == [
        "library_event",
        "step [covered] took 3 tries",
        "Task exception was never retrieved",
    ]
    assert events[0]["source"].startswith("slack_bolt.AsyncApp test_logs:")
    assert typed not in str(events)


def test_the_causes_of_an_exception_are_told_with_their_places(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    try:
        fails_for_a_reason("typed by somebody")
    except RuntimeError:
        structlog.get_logger("test").exception("unforeseen")
    (event,) = logged(capsys)
    first, second = event["exception"].split("\ncaused by ")
    assert first.startswith("RuntimeError\n")
    assert second.startswith(f"FileNotFoundError {errno.ENOENT}\n")
    assert "in fails_for_a_reason" in first
    assert "typed by somebody" not in event["exception"].replace('fails_for_a_reason("typed', "")


def test_every_exception_of_a_group_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO")
    group = ExceptionGroup("two", [ValueError("a"), KeyError("b")])
    structlog.get_logger("test").error("unforeseen", exc_info=group)
    (event,) = logged(capsys)
    assert event["exception"].split() == ["ExceptionGroup", "ValueError", "KeyError"]


def test_an_event_that_is_told_in_another_way_is_hidden(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", lambda name, error: isinstance(error, OSError) or name == "noisy")
    structlog.get_logger("test").error("one", exc_info=OSError())
    structlog.get_logger("test").error("two", exc_info=ValueError())
    logging.getLogger("some.library").error("three", exc_info=OSError())
    logging.getLogger("noisy").error("four")
    structlog.get_logger("test").error("five")
    assert [event["event"] for event in logged(capsys)] == ["two", "five"]


@pytest.mark.parametrize("unit", HOSTILE)
def test_scrubbing_takes_time_in_proportion_to_the_length(unit: str) -> None:
    """Ten times the text, ten times the time; the old scrubber took a hundred times as long."""
    short, long = (seconds_for(unit * (length // len(unit))) for length in (20_000, 200_000))
    assert long < 40 * max(short, 0.0005)


def seconds_for(text: str) -> float:
    """The shortest of three tries."""

    def once() -> float:
        began = time.thread_time()
        without_secrets(None, "info", {"event": text})
        return time.thread_time() - began

    return min(once() for _ in range(3))


def fails_for_a_reason(typed: str) -> None:
    try:
        Path(f"/{typed}").read_text()
    except FileNotFoundError as cause:
        raise RuntimeError(typed) from cause
