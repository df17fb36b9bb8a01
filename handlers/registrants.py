"""The people who registered for an event: for its host alone, whoever else may change it."""

from blocks.outcome import HOST_ONLY, outcome_view
from blocks.registrants import reading_registrants
from bot.models.change import ChangeOutcome
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_registrants import RegistrantsDelivery
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply

_HOST_ONLY = ChangeOutcome(problems=(HOST_ONLY,))


async def show_registrants(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    registrants_delivery: RegistrantsDelivery,
) -> None:
    """Registrants: ask RingCentral, and show the newest."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_with_people(press.value)
    if tracked is None or tracked.webinar.owner != press.user:
        title = tracked.webinar.title if tracked else "Webinar"
        await reply.open_view(outcome_view(title, _HOST_ONLY))
        return
    opened = await reply.open_view(reading_registrants())
    await registrants_delivery.show(tracked.webinar_key, opened.id)


async def send_registrants_file(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    registrants_delivery: RegistrantsDelivery,
) -> None:
    """Send me the list: it comes by direct message."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_with_people(press.value)
    if tracked is not None and tracked.webinar.owner == press.user:
        await registrants_delivery.send(tracked.webinar_key, press.user, press.modal["id"])
