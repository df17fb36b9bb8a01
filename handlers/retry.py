"""After a failure: once more with one click, or the form again with everything that was typed."""

from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from blocks.form import FormState, draw_form
from blocks.progress import creating_message
from blocks.result import settled_message
from bot.models.clock import Clock
from bot.models.drawn import Message
from bot.models.submission import State, Submission
from bot.services.zones import describe_zone
from bot.storage.submissions import Submissions
from bot.workflows.create import Creation


async def tried_again(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, submissions: Submissions, creation: Creation
) -> None:
    """Try again: the same form is sent off once more; this message tells how it goes."""
    await ack()
    tries = await _own_tries(body, submissions)
    place = (body["channel"]["id"], body["message"]["ts"])
    if tries and tries[-1].state is State.FAILED:
        again = tries[-1].again(place)
        await _replace(client, place, creating_message(again.plan))
        await creation.keep(again)
        await creation.begin(again)
    else:
        await _replace(client, place, settled_message(_why_not(tries)))


async def edited(
    ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient, submissions: Submissions, clock: Clock
) -> None:
    """Edit: the form opens with everything that was typed."""
    await ack()
    tries = await _own_tries(body, submissions)
    if tries and tries[-1].state is State.FAILED:
        last = tries[-1]
        state = FormState(draft=last.draft, attempt=last.attempt + 1)
        zone = describe_zone(last.plan.time_zone, clock())
        view = draw_form(last.form, last.options, state, zone)
        await client.views_open(trigger_id=body["trigger_id"], view=view)
    else:
        place = (body["channel"]["id"], body["message"]["ts"])
        await _replace(client, place, settled_message(_why_not(tries)))


async def _own_tries(body: dict[str, Any], submissions: Submissions) -> list[Submission]:
    """Every try of the form that a button belongs to, if it is this person's."""
    draft = body["actions"][0]["value"].partition(":")[0]
    tries = await submissions.of_draft(draft)
    return [one for one in tries if one.owner == body["user"]["id"]]


def _why_not(tries: list[Submission]) -> str:
    if not tries:
        return "This form is not there any more. Type /webinar to begin anew."
    if tries[-1].state is State.CREATED:
        return f"{tries[-1].plan.title} was created already."
    return f"{tries[-1].plan.title} is being created already."


async def _replace(client: AsyncWebClient, place: tuple[str, str], message: Message) -> None:
    channel, ts = place
    await client.chat_update(channel=channel, ts=ts, text=message.text, blocks=list(message.blocks))
