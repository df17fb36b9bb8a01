"""A webinar in words: behind the command, or in a message that somebody wrote. The form opens filled in."""

from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.web.async_client import AsyncWebClient

from blocks.usage import Word, usage, word_of
from bot.forms.request_text import RequestText
from bot.models.clock import Clock
from bot.models.slack_payloads import Message
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from handlers import create, home, status
from handlers.form_opener import FormOpener


async def typed(  # noqa: PLR0913, PLR0917 - the command is the door to everything
    ack: AsyncAck,
    command: dict[str, Any],
    client: AsyncWebClient,
    context: AsyncBoltContext,
    respond: AsyncRespond,
    form_opener: FormOpener,
    webinar_queries: WebinarQueries,
    webinar_refresh: WebinarRefresh,
    clock: Clock,
) -> None:
    """`/webinar` opens the form: filled in with what is typed behind it, or the usage says what can be.

    `list` and `status` tell of webinars that exist.
    """
    words = RequestText.behind_command(command.get("text", ""), context.bot_user_id)
    word, rest = (None, "") if words.asked else word_of(words.text)
    if word is Word.LIST:
        await home.listed(ack, command, respond, webinar_queries)
    elif word is Word.STATUS:
        await status.status_asked(ack, command, respond, webinar_queries, webinar_refresh, rest)
    elif not words.text:
        await create.asked_by_command(ack, command, client, form_opener)
    elif word is Word.HELP or not words.ask_for_webinar(clock()):
        await _answer(ack, usage("" if word is Word.HELP else words.text))
    else:
        await ack()
        await form_opener.open_filled(client, command["trigger_id"], command["user_id"], words.prefill)


async def picked(
    ack: AsyncAck,
    shortcut: dict[str, Any],
    client: AsyncWebClient,
    context: AsyncBoltContext,
    form_opener: FormOpener,
) -> None:
    """Make this a webinar: the form opens with what the message said, when and where its writer said it."""
    await ack()
    user, trigger, message = shortcut["user"]["id"], shortcut["trigger_id"], shortcut["message"]
    by_person = None if message.get("bot_id") else message.get("user")
    words = RequestText.of_message(
        message.get("text") or "",
        context.bot_user_id,
        form_opener.name_of,
        written_at=datetime.fromtimestamp(float(message["ts"]), UTC),
        writer=by_person if by_person != user else None,
    )
    await form_opener.open_filled(client, trigger, user, words.prefill, words.writer)


async def _answer(ack: AsyncAck, message: Message) -> None:
    await ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")
