"""The messages that must be there once, and must go on saying what is true.

A message is recorded before it leaves. One that may have been posted is looked for, by the key in its
metadata, once it must have landed, and only then posted again.
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot.errors import (
    OutcomeUnknown,
    SlackAppRefused,
    SlackPlaceRefused,
    SlackRefused,
    TimeWillTell,
    TooLate,
    Unavailable,
    Undecided,
)
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

    @property
    def landed_within(self) -> timedelta:
        """Return how long after it was sent a message may still appear: twice the time that any answer is given."""
        return timedelta(seconds=2 * self._slack.timing.timeout)

    async def post_once(  # noqa: PLR0913 - what to post, where, of which webinar, and until when
        self,
        key: str,
        webinar_key: str,
        kind: Kind,
        to: str | MessageLocation,
        message: Message,
        *,
        tells: datetime | None = None,
        until: datetime | None = None,
    ) -> MessageLocation:
        """Post to a channel, a person or a thread, once for each key; a card `tells` the start of its webinar.

        Raises TooLate when nothing was posted `until` then, and SlackRefused when Slack said its last word. After TimeWillTell and SlackPlaceRefused the message
        is still owed: the same call posts it later.
        """
        try:
            return await self._slack.tries()(
                self._placed, _Post(key, webinar_key, kind, to, message, tells, until)
            )
        except (TimeWillTell, SlackPlaceRefused):
            await self._messages.mark_owed(key)
            raise

    async def keep_true(self, posted: Posted, message: Message) -> None:
        """Let a message of ours show what is true now, at the pace that Slack asks for; raises what Slack's failures
        are, and then it counts as not shown.

        One that somebody deleted is forgotten: nobody misses it.
        """
        if posted.ts is None or posted.shown == message.digest:
            return
        await self._slack.throttle.before_edit()
        await self._messages.mark_editing(posted.key)
        try:
            place = MessageLocation(posted.conversation, posted.ts)
            await self._slack.tries()(self._slack.edit, place, message)
        except SlackRefused as refused:
            if refused.code != _DELETED:
                raise
            await self._messages.delete(posted.key, posted.ts)
            return
        await self._messages.mark_shown(posted.key, message.digest)

    async def _placed(self, post: "_Post") -> MessageLocation:
        """The place where the message stands, by an earlier attempt or by this one."""
        conversation, thread = post.to if isinstance(post.to, MessageLocation) else (post.to, None)
        await self._slack.throttle.before_post(conversation)
        earlier = await self._messages.claim(post.key, post.webinar_key, post.kind, conversation, post.tells)
        place = await self._earlier_place(earlier, thread) if earlier else None
        if place is None:
            if post.until is not None and self._clock() >= post.until:
                raise TooLate("There was no time left to post this.")
            if earlier is not None and not await self._messages.mark_sending(earlier):
                raise OutcomeUnknown("This message is being posted by another worker. Try again in a minute.")
            place = await self._post(post.key, conversation, thread, post.message)
        await self._messages.mark_posted(post.key, *place, post.message.digest)
        return place

    async def _post(self, key: str, to: str, thread: str | None, message: Message) -> MessageLocation:
        try:
            return await self._slack.post(key, to, thread, message)
        except (Unavailable, SlackAppRefused, SlackPlaceRefused):
            await self._messages.mark_refused(key)
            raise
        except SlackRefused:
            await self._messages.delete_unposted(key)
            raise

    async def _earlier_place(self, earlier: Posted, thread: str | None) -> MessageLocation | None:
        """The place where an earlier attempt left the message; None when it left none. Raises Undecided when Slack lets nobody
        look.
        """
        if earlier.ts is not None:
            return MessageLocation(earlier.conversation, earlier.ts)
        try:
            return await self._find(earlier, thread)
        except SlackPlaceRefused:
            raise
        except SlackRefused as refused:
            raise Undecided(
                "Slack gave no answer when I posted, and does not let me look whether it is there. Look yourself before "
                f"you post it again. {refused}"
            ) from None

    async def _find(self, earlier: Posted, thread: str | None) -> MessageLocation | None:
        """Look at once, and when it is not there, once more when it cannot land any later."""
        since = earlier.attempted_at - _LOOK_BACK
        seconds = (earlier.attempted_at + self.landed_within - self._clock()).total_seconds()
        if seconds > 0:
            if (
                place := await self._slack.find(earlier.key, earlier.conversation, thread, since)
            ) is not None:
                return place
            await asyncio.sleep(seconds)
        return await self._slack.find(earlier.key, earlier.conversation, thread, since)


class _Post(NamedTuple):
    """A message to be posted once."""

    key: str
    webinar_key: str
    kind: Kind
    to: str | MessageLocation
    message: Message
    tells: datetime | None
    until: datetime | None
