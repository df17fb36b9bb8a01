"""One way to do something that may fail and to go on: the failure becomes words for a person, and a line in the log."""

from collections.abc import Awaitable
from typing import TypeVar

import structlog

from bot.errors import SlackPlaceRefused, TimeWillTell, WebinarsError

Result = TypeVar("Result")
log = structlog.get_logger()


async def attempt(work: Awaitable[Result], event: str, **fields: object) -> tuple[Result | None, str | None]:
    """Do the work, and return its result and no problem, or no result and the problem in words.

    A failure is logged as `event` with these fields. Errors that nobody foresaw, and SlotLost, are raised.
    """
    try:
        return await work, None
    except WebinarsError as error:
        log.warning(event, error=type(error).__name__, **fields)
        return None, str(error)


async def attempt_to_post(posting: Awaitable[object], event: str, **fields: object) -> str | None:
    """Post something that is posted later when Slack does not take it now; the problem in words, or None."""
    try:
        await posting
    except WebinarsError as error:
        log.warning(event, error=type(error).__name__, **fields)
        if isinstance(error, TimeWillTell):
            return "Slack isn’t accepting it right now. I keep trying."
        return f"{error} I keep trying." if isinstance(error, SlackPlaceRefused) else str(error)
    return None
