"""The one way in which work in the background speaks to Slack; its failures become our errors."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from http import HTTPStatus
from typing import Any, Final, NamedTuple, TypeAlias

import aiohttp
import structlog
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from bot.attempt import attempt
from bot.errors import OutcomeUnknown, SlackAppRefused, SlackRefused, Unavailable
from bot.models import Frozen
from bot.models.clock import Clock
from bot.models.slack_payloads import Message, View
from bot.slack.access import SlackAccess
from bot.slack.connections import web_client
from bot.slack.errors import checked_answer, value
from bot.slack.retry_after import RateLimitRetry
from bot.slack.throttle import SlackThrottle

EVENT_TYPE: Final = "webinar_message"
Call: TypeAlias = Callable[..., Awaitable[AsyncSlackResponse]]
log = structlog.get_logger()


class SlackTiming(Frozen):
    """The patience of background work with Slack; pauses in seconds, limits so many times Slack's own."""

    tries: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0
    later: float = 60.0
    timeout: float = 10.0
    haste: float = 1.0

    @property
    def longest_rest(self) -> float:
        """The longest pause of work that waits until Slack takes it, in seconds."""
        return 10 * self.later


class MessageLocation(NamedTuple):
    """The place where a message stands."""

    conversation: str
    ts: str


class SlackClient:
    """Posts, edits and looks."""

    def __init__(
        self,
        token: str,
        api_url: str,
        *,
        session: aiohttp.ClientSession,
        clock: Clock,
        timing: SlackTiming,
    ) -> None:
        self.token = token
        self._session = session
        self._access = SlackAccess(timing.pause, timing.later, clock)
        self.timing = timing
        limited = RateLimitRetry(timing.tries, clock)
        repeating = [limited, AsyncServerErrorRetryHandler(), AsyncConnectionErrorRetryHandler()]
        self._posting = web_client(token, api_url, session, [limited])
        self._repeatable = web_client(token, api_url, session, repeating)
        self.throttle = SlackThrottle(timing.haste)

    async def whisper(self, to: "str | MessageLocation", user: str, message: Message) -> None:
        """Say something in a conversation or a thread that one person alone sees, until they look elsewhere.

        Raises SlackRefused.
        """
        thread = to if isinstance(to, MessageLocation) else None
        await self._ask(
            self._posting.chat_postEphemeral,
            channel=to if isinstance(to, str) else to.conversation,
            thread_ts=thread.ts if thread else None,
            user=user,
            text=message.text,
            blocks=list(message.blocks),
        )

    async def send_file(self, user: str, name: str, content: bytes, comment: str) -> None:
        """Send somebody a file with a comment by direct message; raises SlackRefused or TimeWillTell.

        Slack does not tell where the message with a file stands, and takes no key for it, so it is not looked for: what
        may have been sent is sent again. Only send what does no harm twice.
        """
        await self.throttle.before_file()
        await self.tries()(self._upload, user, name, content, comment)

    async def show(self, view_id: str, view: View) -> bool:
        """Put another view in the place of an open one; False when the person has closed it."""
        try:
            await self._ask(self._repeatable.views_update, view_id=view_id, view=view)
        except SlackRefused as refused:
            if refused.code == "not_found":
                return False
            raise
        return True

    async def show_if_possible(self, view_id: str, view: View) -> None:
        """The same where what cannot be shown is no reason to stop; raises SlotLost alone."""
        await attempt(self.tries()(self.show, view_id, view), "view_not_shown")

    async def user(self, user_id: str) -> dict[str, Any]:
        """A person as `users.info` describes them."""
        answer = await self._patiently(self._repeatable.users_info, user=user_id, include_locale=True)
        return dict(value(answer, "user", dict))

    async def users(self, most: int) -> list[dict[str, Any]]:
        """The people of the workspace, as `users.list` describes them; no more than so many."""
        found: list[dict[str, Any]] = []
        cursor: str | None = ""
        while cursor is not None and len(found) < most:
            page = await self._patiently(self._repeatable.users_list, limit=500, cursor=cursor)
            found += value(page, "members", list)
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        return found[:most]

    async def channel(self, channel_id: str) -> dict[str, Any]:
        """A conversation as `conversations.info` describes it."""
        answer = await self._patiently(
            self._repeatable.conversations_info, channel=channel_id, include_num_members=True
        )
        return dict(value(answer, "channel", dict))

    async def channels_of(self, user_id: str) -> list[str]:
        """The channels that somebody is in and that we may know of."""
        channels: list[str] = []
        cursor: str | None = ""
        while cursor is not None:
            page = await self._patiently(
                self._repeatable.users_conversations,
                user=user_id,
                types="public_channel,private_channel",
                exclude_archived=True,
                limit=200,
                cursor=cursor,
            )
            channels += [channel["id"] for channel in value(page, "channels", list)]
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        return channels

    async def identity(self) -> dict[str, Any]:
        """Return our own user and workspace, as `auth.test` tells."""
        answer = await self._ask(self._repeatable.auth_test)
        return dict(answer.data) if isinstance(answer.data, dict) else {}

    async def _patiently(self, call: Call, **given: Any) -> AsyncSlackResponse:
        """Slack's answer to what may be asked again and again."""
        return await self.tries()(self._ask, call, **given)

    async def _ask(self, call: Call, **given: Any) -> AsyncSlackResponse:
        """Slack's answer; raises what `bot.slack.errors` sorts, and SlackAppRefused while Slack refuses the app."""
        method = getattr(call, "__name__", "")
        self._access.check(method)
        try:
            answer = await checked_answer(call(**given))
        except SlackAppRefused as refused:
            self._access.refused(method, refused)
            raise
        self._access.accepted(method)
        return answer

    async def edit(self, place: MessageLocation, message: Message) -> None:
        """Put another text in the place of a message of ours; raises SlackRefused."""
        await self._ask(
            self._repeatable.chat_update,
            channel=place.conversation,
            ts=place.ts,
            text=message.text,
            blocks=list(message.blocks),
        )

    async def post(self, key: str, to: str, thread: str | None, message: Message) -> MessageLocation:
        """Post a message that bears a key; raises SlackRefused, Unavailable or OutcomeUnknown."""
        answer = await self._ask(
            self._posting.chat_postMessage,
            channel=to,
            thread_ts=thread,
            text=message.text,
            blocks=list(message.blocks),
            metadata={"event_type": EVENT_TYPE, "event_payload": {"key": key}},
            unfurl_links=False,
            unfurl_media=False,
        )
        return MessageLocation(value(answer, "channel", str), value(answer, "ts", str))

    async def find(self, key: str, to: str, thread: str | None, since: datetime) -> MessageLocation | None:
        """The message that bears a key, posted since an instant; None when there is none."""
        conversation = await self._readable(to)
        cursor: str | None = ""
        while cursor is not None:
            page = await self._page(conversation, thread, str(since.timestamp()), cursor)
            for message in value(page, "messages", list):
                metadata = message.get("metadata") or {}
                if metadata.get("event_payload", {}).get("key") == key:
                    return MessageLocation(conversation, message["ts"])
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or None
        return None

    async def _upload(self, user: str, name: str, content: bytes, comment: str) -> None:
        """Announce a file, send its bytes where Slack says, and let it be seen; nobody sees it before."""
        conversation = await self._readable(user)
        announced = await self._ask(
            self._repeatable.files_getUploadURLExternal, filename=name, length=len(content)
        )
        try:
            async with self._session.post(value(announced, "upload_url", str), data=content) as answer:
                if answer.status != HTTPStatus.OK:
                    raise Unavailable("Slack did not take the file. Try again in a minute.")
        except (TimeoutError, aiohttp.ClientError):
            raise Unavailable("Slack did not take the file. Try again in a minute.") from None
        await self._ask(
            self._posting.files_completeUploadExternal,
            files=[{"id": value(announced, "file_id", str), "title": name}],
            channel_id=conversation,
            initial_comment=comment,
        )

    async def _page(
        self, conversation: str, thread: str | None, oldest: str, cursor: str
    ) -> AsyncSlackResponse:
        given: dict[str, Any] = {
            "oldest": oldest,
            "cursor": cursor,
            "limit": 200,
            "include_all_metadata": True,
        }
        if thread is not None:
            return await self._ask(
                self._repeatable.conversations_replies, channel=conversation, ts=thread, **given
            )
        return await self._ask(self._repeatable.conversations_history, channel=conversation, **given)

    async def _readable(self, conversation: str) -> str:
        """The conversation, opened or joined so that its history can be read."""
        if conversation.startswith(("U", "W")):
            opened = await self._ask(self._repeatable.conversations_open, users=conversation)
            return str(value(opened, "channel", dict)["id"])
        if conversation.startswith("C") and not (await self.channel(conversation)).get("is_private"):
            await self._ask(self._repeatable.conversations_join, channel=conversation)
        return conversation

    def tries(self) -> AsyncRetrying:
        """Repeats what nothing came of, or nobody knows what, a few times, ever more slowly."""
        pause = wait_exponential(multiplier=self.timing.pause, max=self.timing.longest_pause)
        return AsyncRetrying(
            retry=retry_if_exception_type((OutcomeUnknown, Unavailable)),
            stop=stop_after_attempt(self.timing.tries),
            wait=pause,
            reraise=True,
        )
