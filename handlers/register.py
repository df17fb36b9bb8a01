"""Register me: one click on the card of an event, an answer at once, the own link by direct message."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from blocks.register import answer_message, answer_view, consent_view, read_consent
from bot.models.registration import RegistrationBarrier, RegistrationStage, SignupAnswer, SignupClick
from bot.models.slack_payloads import Message, View
from bot.models.tracked import TrackedWebinar
from bot.registration.signup import Signup
from bot.webinars.queries import WebinarQueries
from handlers import home
from handlers.authorization import open_view


async def wanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
    signup: Signup,
) -> None:
    """Register me: in line at once, or first the question whether name and e-mail address may go to RingCentral."""
    await ack()
    click = _click(body)
    tracked = await webinar_queries.alone(click.webinar_key)
    answer = await signup.known(tracked, click.user)
    if answer is None and tracked is not None:
        somebody = await signup.who(click.user)
        if somebody is not None and somebody.email is None:
            answer = SignupAnswer(barrier=RegistrationBarrier.NO_EMAIL)
        elif not await signup.agreed(click.user):
            await open_view(client, body, consent_view(tracked, click, somebody))
            return
        else:
            answer = await signup.register(click)
    await _answer(body, client, respond, tracked, answer or SignupAnswer(barrier=RegistrationBarrier.GONE))
    await _show_home(body, client, webinar_queries)


async def agreed(
    ack: AsyncAck, body: dict[str, Any], view: View, webinar_queries: WebinarQueries, signup: Signup
) -> None:
    """They may: it is remembered, and this person stands in line."""
    click = read_consent(view).model_copy(update={"user": body["user"]["id"]})
    await signup.agree(click.user)
    tracked = await webinar_queries.alone(click.webinar_key)
    answer = await signup.known(tracked, click.user) or await signup.register(click)
    await ack(response_action="update", view=answer_view(tracked, answer))


async def unwanted(
    ack: AsyncAck,
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    webinar_queries: WebinarQueries,
    signup: Signup,
) -> None:
    """Cancel my registration, or leave the line."""
    await ack()
    webinar_key, user = body["actions"][0]["value"], body["user"]["id"]
    tracked, answer = await webinar_queries.alone(webinar_key), await signup.leave(webinar_key, user)
    await _answer(body, client, respond, tracked, answer or SignupAnswer(stage=RegistrationStage.LEFT))
    await _show_home(body, client, webinar_queries)


async def _answer(
    body: dict[str, Any],
    client: AsyncWebClient,
    respond: AsyncRespond,
    tracked: TrackedWebinar | None,
    answer: SignupAnswer,
) -> None:
    """Where they clicked: in the conversation for their eyes alone, or in a view, where there is no conversation."""
    if "channel" in body:
        await _say(respond, answer_message(tracked, answer))
        return
    await open_view(client, body, answer_view(tracked, answer))


async def _show_home(body: dict[str, Any], client: AsyncWebClient, webinar_queries: WebinarQueries) -> None:
    """Where they clicked on the Home tab, it says at once how it stands."""
    if body.get("view", {}).get("type") == "home":
        await home.publish(client, body["user"]["id"], webinar_queries, 0)


async def _say(respond: AsyncRespond, message: Message) -> None:
    await respond(
        text=message.text, blocks=list(message.blocks), response_type="ephemeral", replace_original=False
    )


def _click(body: dict[str, Any]) -> SignupClick:
    """The webinar and the card; a click elsewhere than on a card, as in a list, has no card."""
    place = body.get("container", {})
    on_card = place.get("type") == "message" and not place.get("is_ephemeral")
    channel = body.get("channel", {}).get("id") if on_card else None
    return SignupClick(
        webinar_key=body["actions"][0]["value"],
        user=body["user"]["id"],
        channel=channel,
        card=place.get("message_ts") if channel else None,
    )
