"""Every answer becomes one of our own errors, by who can act."""

import json
from math import isfinite
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import (
    AlreadyThere,
    NotAllowed,
    NotFound,
    OutcomeUnknown,
    ParameterRefused,
    Unavailable,
    WebinarsError,
)
from bot.ringcentral.errors import PENALTY_UNTOLD, broken, penalty, refused, unreadable
from bot.ringcentral.operations import Operation, Operations

WRITE = Operations.rcwConfigCreateWebinar.value
READ = Operations.rcwConfigListWebinars.value
ENTRY = {"errorCode": "CMN-101", "message": "Parameter is invalid", "parameterName": "settings.autoRecord"}
errors = st.lists(
    st.dictionaries(
        st.sampled_from(["errorCode", "message", "parameterName"]), st.none() | st.text() | st.integers()
    )
)
bodies = st.binary() | st.fixed_dictionaries({"errors": errors}).map(lambda body: json.dumps(body).encode())


def answer(status: int, *entries: Any) -> httpx.Response:
    return httpx.Response(status, json={"errors": list(entries)})


@given(st.integers(400, 599), bodies, st.sampled_from(Operations))
def test_any_refusal_is_one_of_our_errors(status: int, body: bytes, operation: Operations) -> None:
    error = refused(operation.value, httpx.Response(status, content=body))
    assert isinstance(error, WebinarsError)
    assert str(error)


@given(
    st.binary().filter(lambda value: not value.decode("latin-1").isdigit())
    | st.from_regex(rb"[0-9]{1,9}", fullmatch=True)
)
def test_any_penalty_is_a_number_of_seconds(told: bytes) -> None:
    assert penalty(httpx.Response(429, headers=[(b"Retry-After", told)])) >= 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "7"}, 7),
        ({"Retry-After": "0"}, 0),
        ({"Retry-After": "3600"}, 3600),
        ({"Retry-After": "3601"}, 3600),  # more than an hour is not believed
        ({"Retry-After": "86400"}, 3600),
        ({"Retry-After": "soon"}, PENALTY_UNTOLD),
        ({"Retry-After": "-7"}, PENALTY_UNTOLD),
        ({"Retry-After": "Mon, 02 Mar 2026 17:00:00 GMT"}, PENALTY_UNTOLD),
        ({}, PENALTY_UNTOLD),
    ],
)
def test_a_penalty_lasts_as_told_or_half_a_minute(headers: dict[str, str], seconds: float) -> None:
    assert penalty(httpx.Response(429, headers=headers)) == seconds


def test_a_penalty_in_odd_digits_is_no_failure() -> None:
    assert penalty(httpx.Response(429, headers=[(b"Retry-After", "²".encode("latin-1"))])) == PENALTY_UNTOLD


def test_a_penalty_without_end_is_not_believed() -> None:
    assert isfinite(penalty(httpx.Response(429, headers={"Retry-After": "9" * 400})))


@pytest.mark.parametrize("body", [b"[" * 100_000, b"9" * 5000], ids=["very deep", "a very long number"])
def test_a_body_that_no_parser_takes_is_no_failure(body: bytes) -> None:
    assert isinstance(refused(READ, httpx.Response(400, content=body)), NotAllowed)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_a_server_error_on_a_read_may_be_repeated(status: int) -> None:
    assert isinstance(refused(READ, httpx.Response(status)), Unavailable)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_after_a_server_error_on_a_write_nobody_knows(status: int) -> None:
    assert isinstance(refused(WRITE, httpx.Response(status)), OutcomeUnknown)


@pytest.mark.parametrize("status", [400, 403])
def test_a_named_parameter_is_refused(status: int) -> None:
    error = refused(WRITE, answer(status, {"errorCode": "CMN-100"}, ENTRY))
    assert isinstance(error, ParameterRefused)
    assert error.parameter == "settings.autoRecord"
    assert "CMN-101" in str(error)


def test_what_is_there_already_is_there() -> None:
    assert isinstance(refused(WRITE, answer(409, {"errorCode": "CMN-100"}, ENTRY)), AlreadyThere)


def test_what_is_gone_is_not_found() -> None:
    error = refused(READ, answer(404, {"errorCode": "CMN-102", "message": "Resource is not found"}))
    assert isinstance(error, NotFound)


def test_what_is_gone_is_not_found_although_its_parameter_is_named() -> None:
    gone = {"errorCode": "CMN-102", "message": "Not found", "parameterName": "webinarId"}
    assert isinstance(refused(READ, answer(404, gone)), NotFound)


def test_what_is_forbidden_is_told_with_its_code_and_whom_to_ask() -> None:
    error = refused(WRITE, answer(403, {"errorCode": "CMN-408", "message": "No"}))
    assert isinstance(error, NotAllowed)
    assert error.code == "CMN-408"
    assert str(error).startswith("RingCentral does not allow this (CMN-408).")
    assert str(error).endswith("ask your RingCentral administrator.")


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(403),
        httpx.Response(403, content=b"\xff"),
        httpx.Response(403, text="<h1>Forbidden</h1>"),
        httpx.Response(403, json=["no"]),
        answer(403),
        answer(403, "no"),
        answer(403, {"errorCode": None}),
    ],
)
def test_a_refusal_that_says_nothing_is_told_with_its_status(response: httpx.Response) -> None:
    assert "(403)" in str(refused(WRITE, response))


def test_a_parameter_that_is_refused_without_a_code_is_told_without_empty_brackets() -> None:
    assert "()" not in str(refused(WRITE, answer(400, {"parameterName": "title"})))


@pytest.mark.parametrize("status", [400, 405, 409, 415])
def test_a_refusal_that_is_no_question_of_rights_does_not_speak_of_licences(status: int) -> None:
    assert "licence" not in str(refused(WRITE, answer(status, {"errorCode": "CMN-301"})))


def test_what_ringcentral_says_in_words_is_not_repeated() -> None:
    said = "Parameter is invalid"
    for status in (400, 403, 404):
        assert said not in str(refused(WRITE, answer(status, ENTRY)))


@pytest.mark.parametrize(
    "fault", [httpx.ConnectError("refused"), httpx.ConnectTimeout("late"), httpx.PoolTimeout("busy")]
)
@pytest.mark.parametrize("operation", [READ, WRITE])
def test_what_never_left_has_done_nothing(operation: Operation, fault: httpx.HTTPError) -> None:
    assert isinstance(broken(operation, fault), Unavailable)


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ReadTimeout("late"),
        httpx.WriteTimeout("late"),
        httpx.ReadError("cut"),
        httpx.RemoteProtocolError("cut"),
        httpx.DecodingError("odd"),
    ],
)
def test_after_a_write_that_broke_nobody_knows(fault: httpx.HTTPError) -> None:
    assert isinstance(broken(WRITE, fault), OutcomeUnknown)
    assert isinstance(broken(READ, fault), Unavailable)


def test_after_a_write_with_an_unreadable_answer_nobody_knows() -> None:
    assert isinstance(unreadable(WRITE), OutcomeUnknown)
    assert isinstance(unreadable(READ), Unavailable)
