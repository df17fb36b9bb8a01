"""Keeping Slack true: every card and personal message of a webinar shows what holds now, soon after it changed.

What each message shows is remembered, so only what differs is edited; many changes meanwhile are one edit.
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Final

import structlog

from blocks.card import Announcement, card
from blocks.notifications import cancelled, moved
from blocks.panel import off_panel_message, panel_message
from blocks.register import registrant_message
from blocks.result import host_message
from bot.errors import SlackRefused, TimeWillTell, WebinarsError
from bot.models import Phase
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind, Posted
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_calendar import CalendarDelivery

_REST: Final = timedelta(seconds=20)
"""How long a webinar is left alone after Slack could not be reached."""
log = structlog.get_logger()


class MessageUpdates:
    """Edits what is stale and tells what has to be told once."""

    def __init__(
        self,
        resources: Resources,
        webinar_queries: WebinarQueries,
        files: CalendarDelivery,
        webhook_subscription: WebhookSubscription,
    ) -> None:
        self._webinar_queries = webinar_queries
        self._outbox = resources.outbox
        self._files = files
        self._webhook_subscription = webhook_subscription
        self._webinars = resources.stores.webinars
        self._messages = resources.stores.messages
        self._submissions = resources.stores.submissions
        self._registrations = resources.stores.registrations
        self._clock = resources.clock
        self._resting: dict[str, datetime] = {}

    async def draw_stale(self) -> None:
        """Draw every webinar that changed since it was drawn, each once."""
        now = self._clock()
        self._resting = {webinar_key: until for webinar_key, until in self._resting.items() if until > now}
        for stale in await self._webinars.list_stale():
            if stale.webinar_key not in self._resting:
                await self.draw(stale.webinar_key)

    async def draw(self, webinar_key: str) -> None:
        """Let everything that was posted of a webinar show what holds now; what cannot be shown is tried later."""
        if (tracked := await self._webinar_queries.of(webinar_key)) is None:
            return
        try:
            async for posted, message in self._cards(tracked):
                await self._show(posted, message)
            await self._tell(tracked)
            async for posted, message in self._personal(tracked):
                await self._show(posted, message)
            await self._files.renew(tracked)
        except TimeWillTell as error:
            log.warning("not drawn yet", webinar_key=webinar_key, error=type(error).__name__)
            self._resting[webinar_key] = self._clock() + _REST
            return
        await self._webinars.mark_drawn(webinar_key, tracked.revision)

    async def _cards(self, tracked: TrackedWebinar) -> AsyncIterator[tuple[Posted, Message]]:
        """Every card, with what it shows now."""
        aged = {"aged": not self._webhook_subscription.trusted}
        announced = card(Announcement.of_tracked(tracked).model_copy(update=aged))
        for posted in await self._messages.list_by_webinar(tracked.webinar_key, Kind.CARD):
            yield posted, announced

    async def _personal(self, tracked: TrackedWebinar) -> AsyncIterator[tuple[Posted, Message]]:
        """Every message to one person that is to stay true, with what it shows now."""
        webinar = tracked.webinar
        invited = {one.user: one for one in tracked.panel}
        for posted in await self._messages.list_by_webinar(tracked.webinar_key, Kind.PANEL):
            user = posted.key.rpartition(":")[2]
            if user in invited:
                yield posted, panel_message(webinar, invited[user], tracked.webinar_key)
            else:
                yield posted, off_panel_message(webinar)
        for posted in await self._messages.list_by_webinar(tracked.webinar_key, Kind.HOST):
            if (message := await self._to_host(tracked)) is not None:
                yield posted, message
        async for posted, message in self._to_registrants(tracked):
            yield posted, message

    async def _to_registrants(self, tracked: TrackedWebinar) -> AsyncIterator[tuple[Posted, Message]]:
        """Those that show something else, each looked at once more: with many of them it takes long until its turn."""
        known = {one.message_key: one for one in await self._registrations.list_told(tracked.webinar_key)}
        for posted in await self._messages.list_by_webinar(tracked.webinar_key, Kind.REGISTRANT):
            one = known.get(posted.key)
            if one is None or posted.shown == registrant_message(tracked.webinar, one).digest:
                continue
            now, there = await self._registrations.get(one.number), await self._messages.get(posted.key)
            if now is not None and there is not None and now.told is now.stage:
                yield there, registrant_message(tracked.webinar, now)

    async def _to_host(self, tracked: TrackedWebinar) -> Message | None:
        """The host's own message, which reports how the webinar was created, with the webinar as it is now."""
        for submission in reversed(await self._submissions.list_by_webinar(tracked.webinar_key)):
            outcome = await self._submissions.get_outcome(submission.id)
            if outcome is not None and outcome.report is not None:
                report = outcome.report.model_copy(
                    update={"webinar": tracked.webinar, "webinar_key": tracked.webinar_key}
                )
                return host_message(report)
        return None

    async def _show(self, posted: Posted, message: Message) -> None:
        try:
            await self._outbox.keep_true(posted, message)
        except SlackRefused as refused:
            log.warning("cannot be shown", kind=posted.kind, code=refused.code)

    async def _tell(self, tracked: TrackedWebinar) -> None:
        """Tell once, in each card's thread, that a webinar was moved or cancelled; a panel is told of the end as well."""
        webinar, webinar_key = tracked.webinar, tracked.webinar_key
        for posted in await self._messages.list_by_webinar(webinar_key, Kind.CARD):
            if posted.ts is None:
                continue
            thread = MessageLocation(posted.conversation, posted.ts)
            if webinar.phase is Phase.CANCELLED:
                await self._say(
                    f"{webinar_key}:cancelled:{posted.conversation}", webinar_key, thread, cancelled(webinar)
                )
            elif webinar.phase is Phase.SCHEDULED and posted.told != webinar.start:
                if posted.told is not None:  # else an earlier version posted it, and noted nothing
                    key = f"{webinar_key}:moved:{posted.conversation}:{webinar.sequence}"
                    await self._say(key, webinar_key, thread, moved(webinar, posted.told))
                await self._messages.mark_start_told(posted.key, webinar.start)
        if webinar.phase is Phase.CANCELLED:
            people = {
                *tracked.going,
                *(one.user for one in tracked.registered),
                *(one.user for one in tracked.panel),
                webinar.owner,
            }
            for user in sorted(people - {webinar.cancellation and webinar.cancellation.by}):
                await self._say(f"{webinar_key}:cancelled:{user}", webinar_key, user, cancelled(webinar))

    async def _say(self, key: str, webinar_key: str, to: str | MessageLocation, message: Message) -> None:
        try:
            await self._outbox.post_once(key, webinar_key, Kind.NEWS, to, message)
        except TimeWillTell:
            raise
        except WebinarsError as error:
            log.warning("not told", webinar_key=webinar_key, error=type(error).__name__)
