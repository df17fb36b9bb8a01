"""The Home tab and the list: the webinars that concern one person."""

from uuid import uuid4

from blocks.form import FormState
from blocks.home import home_view, list_message
from bot.models.form import Form
from bot.models.slack_payloads import Message
from bot.webinars.queries import WebinarQueries
from handlers.form_opener import FormOpener
from handlers.interactions import AppHomeOpened, ButtonPress, SlashCommand
from handlers.reply import InteractionReply


async def show_home(
    reply: InteractionReply, home_opened: AppHomeOpened, webinar_queries: WebinarQueries
) -> None:
    """Show on the Home tab what concerns somebody, as it is now."""
    if home_opened.tab == "home":
        await publish(reply, home_opened.user, webinar_queries, 0)


async def turn_page(reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries) -> None:
    """Show earlier or later webinars, on the Home tab or in the list."""
    await reply.acknowledge()
    page = int(press.value) if press.value.isdigit() else 0
    if press.is_on_home:
        await publish(reply, press.user, webinar_queries, page)
    else:
        await reply.replace_message(await _listed(press.user, webinar_queries, page))


async def open_form_from_home(reply: InteractionReply, press: ButtonPress, form_opener: FormOpener) -> None:
    """Create a webinar: open the empty form."""
    await reply.acknowledge()
    await form_opener.open(reply, press.user, Form(), FormState(webinar_key=uuid4().hex))


async def list_webinars(
    reply: InteractionReply, typed_command: SlashCommand, webinar_queries: WebinarQueries
) -> None:
    """`/webinar list`: list the webinars to come, and those that are over."""
    await reply.acknowledge()
    await reply.say(await _listed(typed_command.user, webinar_queries, 0))


async def _listed(user: str, webinar_queries: WebinarQueries, page: int) -> Message:
    webinars, lacks_channels = await webinar_queries.list_for_screen(user)
    zone = await webinar_queries.zone_of(user)
    return list_message(user, webinars, page, zone, lacks_channels=lacks_channels)


async def publish(reply: InteractionReply, user: str, webinar_queries: WebinarQueries, page: int) -> None:
    """Draw somebody's Home tab as things are now."""
    webinars, lacks_channels = await webinar_queries.list_for_screen(user)
    zone = await webinar_queries.zone_of(user)
    await reply.publish_home(user, home_view(user, webinars, page, zone, lacks_channels=lacks_channels))
