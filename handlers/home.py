"""The Home tab, the list and the status: the webinars that concern one person."""

from typing import Any, Final
from uuid import uuid4

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from blocks.details import details_message
from blocks.form import FormState
from blocks.home import choice_of, home_view, list_message
from blocks.status import nothing_fits, wait_message
from bot.models.form import Form
from bot.models.rate_limit import Wait
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from handlers.form_opener import FormOpener

_TOLD_FROM: Final = 3.0
"""Seconds: shorter waits need not be told."""


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
    await _answer(respond, list_message(user, await webinar_queries.concerning(user)))


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
        await _answer(respond, choice_of(user, found) if found else nothing_fits(words))
        return
    tracked, channels = found[0], await webinar_queries.channels_of(found[0].webinar_key)

    async def tell(wait: Wait) -> None:
        if wait.seconds >= _TOLD_FROM:
            await _answer(respond, wait_message(wait))

    problem = await webinar_refresh.renew(tracked, tell)
    now = await webinar_queries.of(tracked.webinar_key) or tracked
    may = await webinar_queries.may_change_soon(user, now)
    await _answer(
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


async def publish(client: AsyncWebClient, user: str, webinar_queries: WebinarQueries, page: int) -> None:
    """Let somebody's Home tab show what holds now."""
    view = home_view(user, await webinar_queries.concerning(user), page)
    await client.views_publish(user_id=user, view=view)


async def _answer(respond: AsyncRespond, message: Message) -> None:
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )
