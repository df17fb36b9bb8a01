"""The ways to answer one interaction, privately: for the eyes of the person who acted, where they acted."""

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

import aiohttp
from slack_bolt.kwargs_injection.async_args import AsyncArgs
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from blocks.form import errors_of
from bot.errors import OutcomeUnknown
from bot.models.frozen import Frozen
from bot.models.slack_payloads import Message, View

_NO_ANSWER: Final = (aiohttp.ClientError, TimeoutError, json.JSONDecodeError)
"""Whoever sees one of these does not know whether Slack did what it was asked."""
_SENT_BEFORE: Final = {"exchanged_trigger_id", "trigger_exchanged", "duplicate_external_id"}
"""The answers to a request that is sent once more, since the first answer was lost."""
_CLOSED_OR_NEWER: Final = {"hash_conflict", "not_found"}


class ShownView(Frozen):
    """A view that stands open; its `hash` tells one drawing of it from a newer one."""

    id: str
    hash: str | None = None


class InteractionReply:
    """Answers one interaction."""

    def __init__(self, args: AsyncArgs) -> None:
        self._ack, self._respond, self._client, self._body = args.ack, args.respond, args.client, args.body

    async def acknowledge(self) -> None:
        """Tell Slack that we heard, within its three seconds."""
        await self._ack()

    async def acknowledge_with(self, message: Message) -> None:
        """Answer a command at once, for this person's eyes."""
        await self._ack(text=message.text, blocks=list(message.blocks), response_type="ephemeral")

    async def offer(self, options: list[dict[str, Any]]) -> None:
        """Answer a search with the options that fit."""
        await self._ack(options=options)

    async def refuse_fields(self, faults: Mapping[str, str]) -> None:
        """Leave the modal open, with each fault at its field."""
        await self._ack(response_action="errors", errors=errors_of(self._body["view"], faults))

    async def replace_modal(self, view: View) -> None:
        """Put another view in the place of the modal that was sent off."""
        await self._ack(response_action="update", view=view)

    async def say(self, message: Message) -> None:
        """Say something to this person, in the thread if they acted in one."""
        await self._respond(
            text=message.text,
            blocks=list(message.blocks),
            response_type="ephemeral",
            replace_original=False,
            thread_ts=thread_of(self._body),
        )

    async def replace_message(self, message: Message) -> None:
        """Put another message in the place of the private one with the button."""
        await self._respond(text=message.text, blocks=list(message.blocks), replace_original=True)

    async def delete_message(self) -> None:
        """Take the message with the button away."""
        await self._respond(delete_original=True)

    async def update_message(self, place: tuple[str, str], message: Message) -> None:
        """Change one of our messages, for everybody who sees it."""
        channel, ts = place
        await self._client.chat_update(channel=channel, ts=ts, text=message.text, blocks=list(message.blocks))

    async def open_view(self, view: View) -> ShownView:
        """Open a view, on top of the modal in which the person acted if there is one."""
        is_pushed = (self._body.get("view") or {}).get("type") == "modal"
        send = self._client.views_push if is_pushed else self._client.views_open
        named = {**view, "external_id": uuid4().hex}
        try:
            opened = await send(trigger_id=self._body["trigger_id"], view=named)
        except _NO_ANSWER:
            opened = await self._found(named)
        except SlackApiError as error:
            code = error.response.get("error")  # what a gateway answers has none
            if code is not None and code not in _SENT_BEFORE:
                raise
            opened = await self._found(named)
        return ShownView(id=opened["view"]["id"], hash=opened["view"].get("hash"))

    async def _found(self, view: View) -> AsyncSlackResponse:
        """The view that was opened and whose answer was lost; raises OutcomeUnknown when it is not there."""
        try:
            return await self._client.views_update(external_id=view["external_id"], view=view)
        except (SlackApiError, *_NO_ANSWER) as error:
            raise OutcomeUnknown("Slack did not answer. If nothing opened, please try again.") from error

    async def update_view(self, view_id: str, view: View) -> None:
        """Draw an open view anew."""
        await self._client.views_update(view_id=view_id, view=view)

    async def redraw_view(self, shown: ShownView, view: View) -> None:
        """Draw an open view anew, unless it was closed or there is a newer drawing of it."""
        given: dict[str, Any] = {"hash": shown.hash} if shown.hash else {}
        try:
            await self._client.views_update(view_id=shown.id, view=view, **given)
        except SlackApiError as error:
            if error.response.get("error") not in _CLOSED_OR_NEWER:
                raise

    async def publish_home(self, user: str, view: View) -> None:
        """Draw somebody's Home tab anew."""
        await self._client.views_publish(user_id=user, view=view)


def thread_of(body: Mapping[str, Any]) -> str | None:
    """The thread in which a button was pressed; None on the message that begins it."""
    container = body.get("container") or {}
    thread = container.get("thread_ts")
    return str(thread) if thread and thread != container.get("message_ts") else None
