"""What Slack's answers mean: its refusals in words that say what to do, and its silences."""

from collections.abc import Awaitable
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import OutcomeUnknown, SlackRefused, Unavailable

_MEANINGS: Final = {
    "not_in_channel": "I am not in that channel: type /invite there to add me.",
    "channel_not_found": "I cannot see that channel: type /invite there to add me.",
    "is_archived": "That channel is archived.",
    "restricted_action": "Only some people may post in that channel, and I am not one of them.",
    "cannot_dm_bot": "Bots cannot be written to.",
    "user_not_found": "Slack does not know this person.",
    "user_disabled": "This person's Slack account is deactivated.",
}
_UNKNOWN: Final = {
    "fatal_error",
    "internal_error",
    "service_unavailable",
    "request_timeout",
    "team_added_to_org",
}
_SERVER_FAULT: Final = 500


async def asked(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """Slack's answer; raises SlackRefused when it said no, OutcomeUnknown when it said nothing usable."""
    try:
        return await call
    except SlackApiError as error:
        if error.response.status_code >= _SERVER_FAULT:
            raise OutcomeUnknown("Slack gave no usable answer. Try again in a minute.") from None
        code = str(error.response.get("error", "unknown"))
        if code in _UNKNOWN:
            raise OutcomeUnknown(f"Slack had a fault of its own ({code}). Try again in a minute.") from None
        if code == "ratelimited":
            raise Unavailable(
                "Slack asks us to pause for too many messages. Try again in a few minutes."
            ) from None
        raise SlackRefused(
            _MEANINGS.get(code, f"Slack refused it ({code}). If it stays, tell whoever runs this bot."), code
        ) from None
    except (TimeoutError, aiohttp.ClientError):
        raise OutcomeUnknown("Slack gave no answer. Try again in a minute.") from None
