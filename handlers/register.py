"""Registering for an event from Slack: one press on its card, an answer at once, and the link by direct message."""

from blocks.register import (
    answer_message,
    answer_view,
    consent_view,
    read_consent,
    room_alert_message,
    room_alert_view,
)
from bot.models.registration import RegistrationBarrier, RegistrationStage, SignupAnswer, SignupClick
from bot.models.tracked import TrackedWebinar
from bot.registration.signup import Signup
from bot.webinars.queries import WebinarQueries
from handlers import home
from handlers.interactions import ButtonPress, ViewSubmission
from handlers.reply import InteractionReply


async def register_by_press(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries, signup: Signup
) -> None:
    """Register me: register, or first ask whether name and e-mail address may go to RingCentral."""
    await reply.acknowledge()
    click = _click(press)
    tracked = await webinar_queries.get_without_people(click.webinar_key)
    answer = await signup.answer_if_known(tracked, click.user)
    if answer is None and tracked is not None:
        somebody = await signup.find_person(click.user)
        if somebody is not None and somebody.email is None:
            answer = SignupAnswer(barrier=RegistrationBarrier.NO_EMAIL)
        elif not await signup.has_agreed(click.user):
            await reply.open_view(consent_view(tracked, click, somebody))
            return
        else:
            answer = await signup.register(click)
    await _answer(reply, press, tracked, answer or SignupAnswer(barrier=RegistrationBarrier.GONE))
    await _show_home(reply, press, webinar_queries)


async def submit_consent(
    reply: InteractionReply, sent: ViewSubmission, webinar_queries: WebinarQueries, signup: Signup
) -> None:
    """Remember that name and e-mail address may go to RingCentral, and register."""
    click = read_consent(sent.view).model_copy(update={"user": sent.user})
    await signup.save_consent(click.user)
    tracked = await webinar_queries.get_without_people(click.webinar_key)
    answer = await signup.answer_if_known(tracked, click.user) or await signup.register(click)
    await reply.replace_modal(answer_view(tracked, answer))


async def cancel_registration(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries, signup: Signup
) -> None:
    """Cancel my registration, or leave the line."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_without_people(press.value)
    answer = await signup.leave(press.value, press.user) or SignupAnswer(stage=RegistrationStage.LEFT)
    if answer.stage is RegistrationStage.LEFT and press.is_in_direct_message:
        await reply.replace_message(answer_message(tracked, answer))
    else:
        await _answer(reply, press, tracked, answer)
    await _show_home(reply, press, webinar_queries)


async def ask_for_room_alert(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries
) -> None:
    """Tell me when there is room: remember who wants to hear when registration is open again."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_without_people(press.value)
    registration = tracked.webinar.registration if tracked else None
    if tracked is not None and tracked.is_upcoming and not (registration and registration.is_open):
        await webinar_queries.add_room_alert(tracked.webinar_key, press.user)
    if press.channel is not None:
        await reply.say(room_alert_message(tracked))
    else:
        await reply.open_view(room_alert_view(tracked))


async def _answer(
    reply: InteractionReply, press: ButtonPress, tracked: TrackedWebinar | None, answer: SignupAnswer
) -> None:
    """Say it in the conversation of a press; open a view for a press where there is none."""
    if press.channel is not None:
        await reply.say(answer_message(tracked, answer))
    else:
        await reply.open_view(answer_view(tracked, answer))


async def _show_home(reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries) -> None:
    if press.is_on_home:
        await home.publish(reply, press.user, webinar_queries, 0)


def _click(press: ButtonPress) -> SignupClick:
    """The webinar and the card; a press elsewhere, as in a list that one person sees, has no card."""
    channel, card = press.card or (None, None)
    return SignupClick(webinar_key=press.value, user=press.user, channel=channel, card=card)
