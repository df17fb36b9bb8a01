"""Our errors for RingCentral's answers, by who can act; its message text is never relied on."""

import httpx
from pydantic import ValidationError

from bot.errors import (
    AlreadyThere,
    NotAllowed,
    NotFound,
    OutcomeUnknown,
    ParameterRefused,
    Unavailable,
    WebinarsError,
)
from bot.ringcentral.operations import Operation
from bot.ringcentral.responses import ErrorAnswer, RefusalAnswer

PENALTY_UNTOLD = 30.0
"""Seconds to wait after a 429 that does not say how long."""

_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)


PENALTY_MAX = 3600.0
"""The longest penalty that we believe, in seconds."""


def broken(operation: Operation, fault: httpx.HTTPError) -> WebinarsError:
    """The error that a failed exchange is: it never left, or a read may be repeated, or nobody knows."""
    if isinstance(fault, _NEVER_SENT):
        return Unavailable("RingCentral cannot be reached right now. Try again in a minute.")
    return _no_usable_answer(operation)


def refused(operation: Operation, response: httpx.Response) -> WebinarsError:
    """The error that an answer other than 2xx is."""
    if not response.is_client_error:
        return _no_usable_answer(operation)
    error = _first_error(response)
    code = error.error_code or str(response.status_code)
    if response.status_code == httpx.codes.NOT_FOUND:
        return NotFound("RingCentral does not find this webinar any more. It may have been deleted there.")
    if response.status_code == httpx.codes.CONFLICT:
        return AlreadyThere(f"RingCentral has this already ({code}).")
    if error.parameter_name:
        text = f"RingCentral does not accept {error.parameter_name} ({code}). Change it and try again."
        return ParameterRefused(text, error.parameter_name)
    if response.status_code == httpx.codes.FORBIDDEN:
        return NotAllowed(
            f"RingCentral does not allow this ({code}). The host needs an active webinar licence and the right to "
            "create webinars: ask your RingCentral administrator.",
            code,
        )
    return NotAllowed(
        f"RingCentral did not accept this ({code}). Try again; if it stays, tell whoever runs this bot.", code
    )


def penalty(response: httpx.Response) -> float:
    """The number of seconds in which nobody may send, from a 429."""
    told = response.headers.get("Retry-After", "")
    return min(float(told), PENALTY_MAX) if told.isascii() and told.isdigit() else PENALTY_UNTOLD


def _no_usable_answer(operation: Operation) -> WebinarsError:
    if operation.writes:
        return OutcomeUnknown("RingCentral gave no answer, so it is not known whether it was done.")
    return Unavailable("RingCentral does not answer right now. Try again in a minute.")


def unreadable(operation: Operation) -> WebinarsError:
    """A 2xx answer that is not what the contract says: a write was done, a read may be repeated."""
    return _no_usable_answer(operation)


def _first_error(response: httpx.Response) -> ErrorAnswer:
    try:
        errors = RefusalAnswer.model_validate_json(response.content).errors
    except ValidationError:
        return ErrorAnswer()
    named = [error for error in errors if error.parameter_name]
    return (named or list(errors) or [ErrorAnswer()])[0]
