"""A failed listener: the person hears of it, wherever they are, and keeps what they typed."""

from typing import Any, Final

import structlog
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError

from blocks.failure import TOO_SLOW, unforeseen
from blocks.form import errors_of
from bot.errors import SlackPlaceRefused, SlotLost, TimeWillTell, WebinarsError
from bot.slack.errors import meaning_of
from handlers.reply import thread_of

_TOO_LATE: Final = {"expired_trigger_id", "trigger_expired", "exchanged_trigger_id", "trigger_exchanged"}
log = structlog.get_logger()


async def tell_failure(args: AsyncArgs, error: Exception, reference: str) -> None:
    """Answer Slack if that has not been done yet, and tell the person; never raises."""
    error = _sorted(error)
    text = _words(error, reference)
    if isinstance(error, WebinarsError | SlotLost):
        log.warning("listener_failed", error=type(error).__name__)
    else:
        log.error("error_raised", exc_info=error)
        if _overheard(args.body):
            return
    try:
        await _tell(args, text)
    except Exception:
        log.exception("error_not_told")


def _sorted(error: Exception) -> Exception:
    """The error of ours that an answer of Slack is; a mistake of our own in a call stays what it is."""
    if not isinstance(error, SlackApiError) or error.response.get("error") in _TOO_LATE:
        return error
    meant = meaning_of(error.response)
    return meant if isinstance(meant, TimeWillTell | SlackPlaceRefused) else error


def _overheard(body: dict[str, Any]) -> bool:
    """Tell whether it was said among people in a channel, of whom most never spoke to us."""
    event = body.get("event") or {}
    return event.get("type") == "message" and event.get("channel_type") != "im"


def _words(error: Exception, reference: str) -> str:
    if isinstance(error, WebinarsError | SlotLost):
        return str(error)
    if isinstance(error, SlackApiError) and error.response.get("error") in _TOO_LATE:
        return TOO_SLOW
    return unforeseen(reference)


async def _tell(args: AsyncArgs, text: str) -> None:
    body, waiting = args.body, args.ack.response is None
    if waiting and body.get("type") == "view_submission":
        await args.ack(response_action="errors", errors=errors_of(body["view"], {"": text}))
    elif waiting and body.get("type") == "block_suggestion":
        await args.ack(options=[])
    elif waiting and "command" in body:
        await args.ack(text=text, response_type="ephemeral")
    else:
        if waiting:
            await args.ack()
        await _say(args, body, text)


async def _say(args: AsyncArgs, body: dict[str, Any], text: str) -> None:
    if body.get("response_url"):
        await args.respond(
            text=text, response_type="ephemeral", replace_original=False, thread_ts=thread_of(body)
        )
    elif user := args.context.user_id:
        await args.client.chat_postMessage(channel=user, text=text)
