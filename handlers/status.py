"""The status of one webinar, behind `/webinar status`."""

from typing import Final

from blocks.details import details_message
from blocks.home import choice_of
from blocks.status import nothing_fits, wait_message
from bot.models.rate_limit import Wait
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from handlers.interactions import SlashCommand
from handlers.reply import InteractionReply

_TOLD_FROM: Final = 3.0
"""Seconds: shorter waits need not be told."""


async def tell_status(
    reply: InteractionReply,
    typed_command: SlashCommand,
    webinar_queries: WebinarQueries,
    webinar_refresh: WebinarRefresh,
    words: str,
) -> None:
    """`/webinar status`: tell how the webinar that fits the words stands, or the next one; it costs one call at most."""
    await reply.acknowledge()
    user = typed_command.user
    found = find_by_words(await webinar_queries.list_for(user), words)
    zone = await webinar_queries.zone_of(user)
    if len(found) != 1:
        await reply.say(choice_of(user, found, zone) if found else nothing_fits(words))
        return
    tracked, channels = found[0], await webinar_queries.list_channels(found[0].webinar_key)

    async def tell(wait: Wait) -> None:
        if wait.seconds >= _TOLD_FROM:
            await reply.say(wait_message(wait))

    problem = await webinar_refresh.refresh(tracked, tell)
    now = await webinar_queries.get_with_people(tracked.webinar_key) or tracked
    may = await webinar_queries.may_change_soon(user, now)
    await reply.say(details_message(now, channels, user, may_change=may, problem=problem, reader_zone=zone))


def find_by_words(concerning: list[TrackedWebinar], words: str) -> list[TrackedWebinar]:
    """Find the webinars whose title has all the words, those to come before those that are over.

    Without words it is the next one; a title that is exactly the words wins alone.
    """
    wanted = words.casefold().split()
    upcoming = [one for one in concerning if one.is_upcoming]
    if not wanted:
        return upcoming[:1]
    past = [one for one in reversed(concerning) if not one.is_upcoming]
    for among in (upcoming, past):
        found = [one for one in among if _has_all(one, wanted)]
        if found:
            exact = [one for one in found if one.webinar.title.casefold().split() == wanted]
            return exact if len(exact) == 1 else found
    return []


def _has_all(tracked: TrackedWebinar, words: list[str]) -> bool:
    title = tracked.webinar.title.casefold()
    return all(word in title for word in words)
