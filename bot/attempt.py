"""One way to do something that may fail and to go on: the failure becomes words for a person, and a line in the log."""

from collections.abc import Awaitable
from typing import TypeVar

import structlog

from bot.errors import WebinarsError

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
