"""The messages that must be there once, and must go on saying what is true.

A message is recorded before it leaves. One that may have been posted is looked for, by the key in its
metadata, once it must have landed, and only then posted again.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final

from bot.errors import SlackRefused, Unavailable, Undecided
from bot.models.clock import Clock
from bot.models.slack_payloads import Message
from bot.slack.client import MessageLocation, SlackClient
from bot.storage.messages import Kind, Messages, Posted

_LOOK_BACK: Final = timedelta(minutes=2)
_DELETED: Final = "message_not_found"


class Outbox:
    """Posts each message once, and edits it when something else is true."""

    def __init__(self, slack: SlackClient, messages: Messages, clock: Clock) -> None:
        self._slack = slack
        self._messages = messages
        self._clock = clock

    async def post_once(
        self,
        key: str,
        webinar_key: str,
        kind: Kind,
        to: "str | MessageLocation",
        message: Message,
        *,
        tells: datetime | None = None,
    ) -> MessageLocation:
        """Post to a channel, a person or a thread, once for each key; raises SlackRefused or OutcomeUnknown.

        A card `tells` the start of its webinar.
        """
        return await self._slack.tries()(self._placed, key, webinar_key, kind, to, message, tells)

    async def keep_true(self, posted: Posted, message: Message) -> None:
        """Let a message of ours show what is true now, at the pace that Slack asks for; raises SlackRefused.

        One that somebody deleted is forgotten: nobody misses it.
        """
        if posted.ts is None or posted.shown == message.digest:
            return
        await self._slack.throttle.before_edit()
        await self._messages.mark_editing(posted.key)
        try:
            await self._slack.edit(MessageLocation(posted.conversation, posted.ts), message)
        except SlackRefused as refused:
            if refused.code != _DELETED:
                raise
            await self._messages.delete(posted.key, posted.ts)
            return
        await self._messages.mark_shown(posted.key, message.digest)

    async def _placed(
        self,
        key: str,
        webinar_key: str,
        kind: Kind,
        to: "str | MessageLocation",
        message: Message,
        tells: datetime | None,
    ) -> MessageLocation:
        conversation, thread = to if isinstance(to, MessageLocation) else (to, None)
        await self._slack.throttle.before_post(conversation)
        earlier = await self._messages.claim(key, webinar_key, kind, conversation, tells)
        try:
            place = await self._place(earlier, thread) if earlier else None
        except SlackRefused as refused:
            raise Undecided(
                "Slack gave no answer when I posted, and does not let me look whether it is there. Look yourself before "
                f"you post it again. {refused}"
            ) from None
        if place is None:
            if earlier is not None:
                await self._messages.mark_sending(key)
            place = await self._post(key, conversation, thread, message)
        await self._messages.mark_posted(key, *place, message.digest)
        return place

    async def _post(self, key: str, to: str, thread: str | None, message: Message) -> MessageLocation:
        try:
            return await self._slack.post(key, to, thread, message)
        except (SlackRefused, Unavailable):
            await self._messages.delete_unposted(key)
            raise

    async def _place(self, earlier: Posted, thread: str | None) -> MessageLocation | None:
        """Where an earlier attempt left the message; None when it left none."""
        if earlier.ts is not None:
            return MessageLocation(earlier.conversation, earlier.ts)
        landed = earlier.attempted_at + timedelta(seconds=2 * self._slack.timing.timeout)
        await asyncio.sleep(max(0.0, (landed - self._clock()).total_seconds()))
        since = earlier.attempted_at - _LOOK_BACK
        return await self._slack.find(earlier.key, earlier.conversation, thread, since)
