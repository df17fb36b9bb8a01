"""Register me: one click on the card of an event, an answer at once, the own link by direct message."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from blocks.registration import answer_message, answer_view, consent_view, read_consent
from bot.models.registration import Answer, Barrier, Click, Stage
from bot.models.slack_payloads import Message, View
from bot.models.tracked import Following
from bot.registration.signup import Reception
from bot.webinars.queries import Knowledge
from handlers import home
from handlers.authorization import open_view


async def wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    knowledge: Knowledge,
    reception: Reception,
) -> None:
    """Register me: in line at once, or first the question whether name and e-mail address may go to RingCentral."""
    await ack()
    click = _click(body)
    following = await knowledge.alone(click.draft)
    answer = await reception.known(following, click.user)
    if answer is None and following is not None:
        somebody = await reception.who(click.user)
        if somebody is not None and somebody.email is None:
            answer = Answer(barrier=Barrier.NO_EMAIL)
        elif not await reception.agreed(click.user):
            await open_view(client, body, consent_view(following, click, somebody))
            return
        else:
            answer = await reception.register(click)
    await _answer(body, client, respond, following, answer or Answer(barrier=Barrier.GONE))
    await _show_home(body, client, knowledge)


async def agreed(
    ack: AsyncAck, body: dict[str, Any], view: View, knowledge: Knowledge, reception: Reception
) -> None:
    """They may: it is remembered, and this person stands in line."""
    click = read_consent(view).model_copy(update={"user": body["user"]["id"]})
    await reception.agree(click.user)
    following = await knowledge.alone(click.draft)
    answer = await reception.known(following, click.user) or await reception.register(click)
    await ack(response_action="update", view=answer_view(following, answer))


async def unwanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    knowledge: Knowledge,
    reception: Reception,
) -> None:
    """Cancel my registration, or leave the line."""
    await ack()
    draft, user = body["actions"][0]["value"], body["user"]["id"]
    following, answer = await knowledge.alone(draft), await reception.leave(draft, user)
    await _answer(body, client, respond, following, answer or Answer(stage=Stage.LEFT))
    await _show_home(body, client, knowledge)


async def _answer(
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    following: Following | None,
    answer: Answer,
) -> None:
    """Where they clicked: in the conversation for their eyes alone, or in a view, where there is no conversation."""
    if "channel" in body:
        await _say(respond, answer_message(following, answer))
        return
    await open_view(client, body, answer_view(following, answer))


async def _show_home(body: dict[str, Any], client: AsyncWebClient, knowledge: Knowledge) -> None:
    """Where they clicked on the Home tab, it says at once how it stands."""
    if body.get("view", {}).get("type") == "home":
        await home.publish(client, body["user"]["id"], knowledge, 0)


async def _say(respond: AsyncRespond, message: Message) -> None:
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )


def _click(body: dict[str, Any]) -> Click:
    """The webinar and the card; a click elsewhere than on a card, as in a list, has no card."""
    place = body.get("container", {})
    on_card = place.get("type") == "message" and not place.get("is_ephemeral")
    channel = body.get("channel", {}).get("id") if on_card else None
    return Click(
        draft=body["actions"][0]["value"],
        user=body["user"]["id"],
        channel=channel,
        card=place.get("message_ts") if channel else None,
    )
