"""Taking a webinar into one's own calendar, for everybody who sees it."""

from blocks.calendar import calendar_view, nothing_to_add
from bot.webinars.icalendar import web_links
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_calendar import CalendarDelivery
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply


async def open_calendar_choices(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Add to calendar: offer two links and a file."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_with_people(press.value)
    if tracked is None or tracked.webinar.is_over:
        view = nothing_to_add(tracked)
    else:
        view = calendar_view(tracked, *web_links(tracked.webinar))
    await reply.open_view(view)


async def send_calendar_file(
    reply: InteractionReply,
    press: ButtonPress,
    webinar_queries: WebinarQueries,
    calendar_delivery: CalendarDelivery,
) -> None:
    """Send me the file: it comes by direct message, and the view says so."""
    await reply.acknowledge()
    view_id, tracked = press.modal["id"], await webinar_queries.get_with_people(press.value)
    if tracked is None or tracked.webinar.is_over:
        await reply.update_view(view_id, nothing_to_add(tracked))
    else:
        await calendar_delivery.send_from_view(tracked.webinar_key, press.user, view_id)
