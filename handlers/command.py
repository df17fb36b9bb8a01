"""A webinar in words: behind the command, or in a message that somebody wrote. The form opens filled in."""

from typing import assert_never

from slack_bolt.context.async_context import AsyncBoltContext

from blocks.subcommands import Subcommand, read_subcommand, usage
from bot.conversation.webinars import WebinarConversation
from bot.forms.request_text import RequestText
from bot.models.clock import Clock
from bot.models.slack_payloads import Message
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from handlers import create, home, status
from handlers.form_opener import FormOpener
from handlers.interactions import MessageShortcut, SlashCommand
from handlers.reply import InteractionReply


async def run_command(  # noqa: PLR0913, PLR0917 - the command is the door to everything
    reply: InteractionReply,
    typed_command: SlashCommand,
    context: AsyncBoltContext,
    form_opener: FormOpener,
    webinar_queries: WebinarQueries,
    webinar_refresh: WebinarRefresh,
    webinar_conversation: WebinarConversation,
    clock: Clock,
) -> None:
    """`/webinar` opens the form: filled in with what is typed behind it, or the usage says what can be.

    `list` and `status` tell of webinars that exist.
    """
    words = RequestText.behind_command(typed_command.text, context.bot_user_id)
    subcommand, rest = (None, "") if words.asked else read_subcommand(words.text)
    match subcommand:
        case Subcommand.LIST:
            await home.list_webinars(reply, typed_command, webinar_queries)
        case Subcommand.STATUS:
            await status.tell_status(reply, typed_command, webinar_queries, webinar_refresh, rest)
        case Subcommand.HELP:
            await reply.acknowledge_with(usage())
        case None if not words.text:
            await create.open_form_by_command(reply, typed_command, form_opener)
        case None:
            answer = None if words.asked else await _answer(typed_command, words, webinar_conversation)
            if answer is None and words.ask_for_webinar(clock()):
                await reply.acknowledge()
                await form_opener.open_filled(reply, typed_command.user, words.prefill)
            else:
                await reply.acknowledge_with(answer or usage(words.text))
        case _:
            assert_never(subcommand)


async def _answer(
    typed_command: SlashCommand, words: RequestText, webinar_conversation: WebinarConversation
) -> Message | None:
    """Return what is said of a webinar that exists, as in a message; None where the words are about none."""
    return await webinar_conversation.behind_command(words.text, typed_command.user, typed_command.channel)


async def open_form_from_message(
    reply: InteractionReply,
    message_shortcut: MessageShortcut,
    context: AsyncBoltContext,
    form_opener: FormOpener,
) -> None:
    """Make this a webinar: open the form with what the message said, when and where its writer said it."""
    await reply.acknowledge()
    user, writer = message_shortcut.user, message_shortcut.writer
    words = RequestText.of_message(
        message_shortcut.text,
        context.bot_user_id,
        form_opener.name_of,
        written_at=message_shortcut.written_at,
        writer=writer if writer != user else None,
    )
    await form_opener.open_filled(reply, user, words.prefill, words.writer)
