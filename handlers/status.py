"""The status of one webinar, behind `/webinar status`."""

from typing import Any, Final

from slack_bolt.async_app import AsyncAck, AsyncRespond

from blocks.details import details_message
from blocks.home import choice_of
from blocks.status import nothing_fits, wait_message
from bot.models.rate_limit import Wait
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from handlers.home import answer

_TOLD_FROM: Final = 3.0
"""Seconds: shorter waits need not be told."""


async def status_asked(
    ack: AsyncAck,
    command: dict[str, Any],
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
    webinar_refresh: WebinarRefresh,
    words: str,
) -> None:
    """`/webinar status`: how the one that fits the words stands, or the next one; it costs one call at most."""
    await ack()
    user = command["user_id"]
    found = _fitting(await webinar_queries.concerning(user), words)
    if len(found) != 1:
        await answer(respond, choice_of(user, found) if found else nothing_fits(words))
        return
    tracked, channels = found[0], await webinar_queries.channels_of(found[0].webinar_key)

    async def tell(wait: Wait) -> None:
        if wait.seconds >= _TOLD_FROM:
            await answer(respond, wait_message(wait))

    problem = await webinar_refresh.renew(tracked, tell)
    now = await webinar_queries.of(tracked.webinar_key) or tracked
    may = await webinar_queries.may_change_soon(user, now)
    await answer(
        respond,
        details_message(now, channels, may_change=may, problem=problem, hosts=user == now.webinar.owner),
    )


def _fitting(concerning: list[TrackedWebinar], words: str) -> list[TrackedWebinar]:
    """The webinars whose title has all the words, those to come before those that are over; without words the next."""
    wanted = words.casefold().split()
    upcoming = [one for one in concerning if one.is_upcoming]
    if not wanted:
        return upcoming[:1]
    for among in (upcoming, [one for one in reversed(concerning) if not one.is_upcoming]):
        if found := [one for one in among if all(word in one.webinar.title.casefold() for word in wanted)]:
            exact = [one for one in found if one.webinar.title.casefold().split() == wanted]
            return exact if len(exact) == 1 else found
    return []
