"""The Home tab and the list: the webinars that concern one person."""

from typing import Any
from uuid import uuid4

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from blocks.form import FormState
from blocks.home import home_view, list_message
from bot.models.form import Form
from bot.models.slack_payloads import Message
from bot.webinars.queries import WebinarQueries
from handlers.form_opener import FormOpener


async def home_opened(event: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries) -> None:
    """Somebody looks at the Home tab: it shows what concerns them, as it is now."""
    if event.get("tab") == "home":
        await publish(client, event["user"], webinar_queries, 0)


async def page_turned(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
) -> None:
    """Earlier or later webinars, on the Home tab or in the list."""
    await ack()
    user, value = body["user"]["id"], body["actions"][0]["value"]
    page = int(value) if value.isdigit() else 0
    if body.get("view", {}).get("type") == "home":
        await publish(client, user, webinar_queries, page)
    else:
        message = list_message(user, await webinar_queries.concerning(user), page)
        await respond(text=message.text, blocks=list(message.blocks), replace_original=True)


async def create_here(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, form_opener: FormOpener
) -> None:
    """Create a webinar, from the Home tab."""
    await ack()
    state = FormState(webinar_key=uuid4().hex)
    await form_opener.open(client, body["trigger_id"], body["user"]["id"], Form(), state)


async def listed(
    ack: AsyncAck, command: dict[str, Any], respond: AsyncRespond, webinar_queries: WebinarQueries
) -> None:
    """`/webinar list`: what is to come, and what was."""
    await ack()
    user = command["user_id"]
    await answer(respond, list_message(user, await webinar_queries.concerning(user)))


async def publish(client: AsyncWebClient, user: str, webinar_queries: WebinarQueries, page: int) -> None:
    """Let somebody's Home tab show what holds now."""
    view = home_view(user, await webinar_queries.concerning(user), page)
    await client.views_publish(user_id=user, view=view)


async def answer(respond: AsyncRespond, message: Message) -> None:
    """Answer for this person's eyes alone."""
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )
