"""Saying on the card of an all-hands that one is going, or is not."""

from blocks.going import going_now, no_more, not_going_now
from bot.jobs.runner import JobRunner
from bot.models.slack_payloads import Message
from bot.webinars.queries import WebinarQueries
from handlers import home
from handlers.interactions import ButtonPress
from handlers.reply import InteractionReply


async def mark_going(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries, job_runner: JobRunner
) -> None:
    """I'm going: the card counts it soon, and this person alone hears how to take it back."""
    await reply.acknowledge()
    tracked = await webinar_queries.get_with_people(press.value)
    if tracked is None or tracked.webinar.is_over:
        message = no_more()
    else:
        new = await webinar_queries.mark_going(tracked.webinar_key, press.user)
        message = going_now(tracked, new=new)
    job_runner.wake()
    await _answer(reply, press, message, webinar_queries)


async def mark_not_going(
    reply: InteractionReply, press: ButtonPress, webinar_queries: WebinarQueries, job_runner: JobRunner
) -> None:
    """I can't come after all: the card counts it soon."""
    await reply.acknowledge()
    await webinar_queries.mark_not_going(press.value, press.user)
    job_runner.wake()
    tracked = await webinar_queries.get_with_people(press.value)
    message = no_more() if tracked is None or tracked.webinar.is_over else not_going_now(tracked)
    if press.is_ephemeral:  # it is the message that they are going, which would go on promising a reminder
        await reply.replace_message(message)
    else:
        await _answer(reply, press, message, webinar_queries)


async def _answer(
    reply: InteractionReply, press: ButtonPress, message: Message, webinar_queries: WebinarQueries
) -> None:
    """Draw the Home tab anew for a press there; say it for a press elsewhere."""
    if press.is_on_home:
        await home.publish(reply, press.user, webinar_queries, 0)
    else:
        await reply.say(message)
