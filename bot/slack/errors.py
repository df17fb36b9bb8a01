"""Slack's answers sorted by what can be done about them.

no usable answer     OutcomeUnknown     an empty body, HTML, null, half an answer, silence, a fault of Slack's own
nothing was done     Unavailable        too many calls, or Slack was never reached
the app is refused   SlackAppRefused    until somebody mends the token or the scopes
a place is refused   SlackPlaceRefused  an archived channel, one that we are not in, a person who left
anything else        SlackRefused       Slack's last word
"""

from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any, Final, TypeVar

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.errors import (
    OutcomeUnknown,
    SlackAppRefused,
    SlackPlaceRefused,
    SlackRefused,
    Unavailable,
    WebinarsError,
)

_MEANINGS: Final = {
    "not_in_channel": "I am not in that channel: type /invite there to add me.",
    "channel_not_found": "I cannot see that channel: type /invite there to add me.",
    "is_archived": "That channel is archived.",
    "restricted_action": "Only some people may post in that channel, and I am not one of them.",
    "cannot_dm_bot": "Bots cannot be written to.",
    "user_not_found": "Slack does not know this person.",
    "user_disabled": "This person’s Slack account is deactivated.",
}
_UNKNOWN: Final = frozenset(
    {
        "fatal_error",
        "internal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
    }
)
_OF_THE_APP: Final = frozenset(
    {
        "access_denied",
        "account_inactive",
        "app_missing_action_url",
        "ekm_access_denied",
        "enterprise_is_restricted",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
        "two_factor_setup_required",
    }
)
_OF_A_PLACE: Final = frozenset(
    {
        "channel_is_limited_access",
        "channel_not_found",
        "is_archived",
        "is_inactive",
        "not_in_channel",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "user_disabled",
        "user_not_found",
    }
)
_SILENT: Final = "Slack gave no usable answer. Try again in a minute."
_BUSY: Final = "Slack asks us to pause for too many messages. Try again in a few minutes."
_UNREACHED: Final = "Slack cannot be reached right now. Try again in a minute."
Value = TypeVar("Value")


async def checked_answer(call: Awaitable[AsyncSlackResponse]) -> AsyncSlackResponse:
    """Slack's answer; raises what the table above says, and nothing else."""
    try:
        return await call
    except SlackApiError as error:
        raise meaning_of(error.response) from None
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
        raise Unavailable(_UNREACHED) from None
    except (TimeoutError, aiohttp.ClientError):
        raise OutcomeUnknown("Slack gave no answer. Try again in a minute.") from None
    except (AttributeError, TypeError, ValueError):
        # Slack's own client stumbles over a body that is text, a list, or no UTF-8.
        raise OutcomeUnknown(_SILENT) from None


def value(answer: AsyncSlackResponse, field: str, kind: type[Value]) -> Value:
    """A field of an answer; raises OutcomeUnknown when half of the answer is missing."""
    found = answer.get(field)
    if not isinstance(found, kind):
        raise OutcomeUnknown(_SILENT)
    return found


def meaning_of(response: Any) -> WebinarsError:
    """The error of ours that an answer of Slack is, by the table above."""
    status, code = _status(response), _code(response)
    if status == HTTPStatus.TOO_MANY_REQUESTS or code == "ratelimited":
        return Unavailable(_BUSY)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or code is None:
        return OutcomeUnknown(_SILENT)
    if code in _UNKNOWN:
        return OutcomeUnknown(f"Slack had a fault of its own ({code}). Try again in a minute.")
    if code in _OF_THE_APP:
        return SlackAppRefused(code)
    text = _MEANINGS.get(code, f"Slack refused it ({code}). If it stays, tell whoever runs this bot.")
    return SlackPlaceRefused(text, code) if code in _OF_A_PLACE else SlackRefused(text, code)


def _status(response: Any) -> int:
    """The HTTP status; Slack's client hands its own answer over, or aiohttp's where it could not read the body."""
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return status if isinstance(status, int) else HTTPStatus.OK


def _code(response: Any) -> str | None:
    """Slack's word for a refusal; None where the answer is not one of Slack's."""
    data = getattr(response, "data", None)
    code = data.get("error") if isinstance(data, dict) else None
    return code if isinstance(code, str) and code else None
