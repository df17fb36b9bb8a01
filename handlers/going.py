"""On the card of an all-hands people say that they come."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from blocks.going import going_now, no_more, not_going_now
from bot.jobs.runner import JobRunner
from bot.webinars.queries import WebinarQueries
from handlers import home


async def comes(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
    job_runner: JobRunner,
) -> None:
    """I'm going: the card counts it soon, and this person alone hears how to take it back."""
    await ack()
    tracked = await webinar_queries.of(body["actions"][0]["value"])
    if tracked is None or tracked.webinar.is_over:
        message = no_more()
    else:
        new = await webinar_queries.comes(tracked.webinar_key, body["user"]["id"])
        message = going_now(tracked, new=new)
    job_runner.wake()
    if _on_home(body):
        await home.publish(client, body["user"]["id"], webinar_queries, 0)
        return
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )


async def stays_away(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
    job_runner: JobRunner,
) -> None:
    """I can't come after all."""
    await ack()
    await webinar_queries.stays_away(body["actions"][0]["value"], body["user"]["id"])
    job_runner.wake()
    if _on_home(body):
        await home.publish(client, body["user"]["id"], webinar_queries, 0)
        return
    message = not_going_now()
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )


def _on_home(body: dict[str, Any]) -> bool:
    return bool(body.get("view", {}).get("type") == "home")
