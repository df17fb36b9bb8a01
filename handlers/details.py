"""Everything about one webinar, with the actions that this person may take."""

from blocks.details import details_view
from blocks.outcome import outcome_view
from bot.webinars.queries import WebinarQueries
from handlers.authorization import GONE
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply


async def open_details(reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries) -> None:
    """Details: show everything about a webinar."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_with_people(press.value)
    if tracked is None:
        await reply.open_view(outcome_view("Webinar", GONE))
        return
    may = await webinar_queries.may_change_soon(press.user, tracked)
    channels = await webinar_queries.list_channels(tracked.webinar_key)
    zone = await webinar_queries.zone_of(press.user)
    view = details_view(tracked, channels, press.user, may_change=may, reader_zone=zone)
    await reply.open_view(view)
