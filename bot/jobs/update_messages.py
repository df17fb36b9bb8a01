"""Keeping Slack true: every card and personal message of a webinar shows what holds now, soon after it changed.

What each message shows is remembered, so only what differs is edited; many changes meanwhile are one edit.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

import structlog

from blocks.card import Announcement, card
from blocks.panel import off_panel_message, panel_message
from blocks.register import registrant_message
from blocks.result import host_message
from bot.errors import PersonCanFix, SlackPlaceRefused, SlackRefused, TimeWillTell
from bot.jobs.webinar_news import WebinarNews
from bot.models.keys import MessageKey
from bot.models.report import Report
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.resources import Resources
from bot.slack.retry_pauses import RetryPauses
from bot.storage.messages import Kind, Posted
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.queries import WebinarQueries
from bot.workflows.send_calendar import CalendarDelivery
from bot.workflows.unreachable import UnreachablePlaces

_FIRST_PAUSE: Final = timedelta(seconds=5)
_LONGEST_PAUSE: Final = timedelta(minutes=1)
"""How long a webinar is left alone of which something could not be shown."""
_FIRST_PAUSE_OF_A_PLACE: Final = timedelta(minutes=1)
_LONGEST_PAUSE_OF_A_PLACE: Final = timedelta(hours=1)
"""How long a channel or person is left alone that takes no messages."""
_FOR_WHAT_COMES: Final = frozenset({Kind.CARD, Kind.PANEL})
"""Messages that nobody needs any more once the webinar is over."""
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
        self._news = WebinarNews(resources)
        self._unreachable = UnreachablePlaces(resources.outbox)
        self._webinar_pauses = RetryPauses[str](_FIRST_PAUSE, _LONGEST_PAUSE, resources.clock)
        self._place_pauses = RetryPauses[str](
            _FIRST_PAUSE_OF_A_PLACE, _LONGEST_PAUSE_OF_A_PLACE, resources.clock
        )

    def place_speaks(self, place: str) -> bool:
        """A channel lets us hear it; whether it had refused us, so that there is something to make up for."""
        if not self._place_pauses.worked(place):
            return False
        for webinar_key in self._webinar_pauses.waiting():
            self._webinar_pauses.worked(webinar_key)
        return True

    async def draw_stale(self) -> None:
        """Draw every webinar that changed since it was drawn, each once."""
        for stale in await self._webinars.list_stale():
            if not self._webinar_pauses.is_waiting(stale.webinar_key):
                await self.draw(stale.webinar_key)

    async def draw(self, webinar_key: str) -> None:
        """Let everything that was posted of a webinar show what holds now; what cannot be shown is tried later."""
        if (tracked := await self._webinar_queries.get_with_people(webinar_key)) is None:
            return
        try:
            left = await self._drawn(tracked)
        except TimeWillTell as error:
            log.warning("messages_not_updated", webinar_key=webinar_key, error=type(error).__name__)
            self._webinar_pauses.failed(webinar_key)
            return
        if left.refused:
            self._webinar_pauses.failed(webinar_key)
        else:
            self._webinar_pauses.worked(webinar_key)
        if not (left.refused or left.leaving):
            await self._webinars.mark_drawn(webinar_key, tracked.revision)

    async def _drawn(self, tracked: TrackedWebinar) -> "_Left":
        """Draw it; what is left to do. Raises TimeWillTell when Slack as a whole is away."""
        left = _Left()
        async for posted, message in self._cards(tracked):
            await self._show(tracked, posted, message, left)
        await self._tell(tracked, left)
        async for posted, message in self._personal(tracked):
            await self._show(tracked, posted, message, left)
        await self._files.send_newer(tracked)
        return left

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
            user = posted.recipient
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
            one = known.get(MessageKey(posted.key))
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
                known = {"webinar": tracked.webinar, "webinar_key": tracked.webinar_key}
                report = outcome.report.model_copy(
                    update={**known, **await self._made_up_for(outcome.report)}
                )
                return host_message(report)
        return None

    async def _made_up_for(self, report: Report) -> dict[str, object]:
        """Return the report without what could not be told then and was told since."""
        there = [
            one
            for one in await self._messages.list_by_webinar(report.webinar_key, Kind.CARD, Kind.PANEL)
            if one.ts is not None
        ]
        channels = {one.recipient for one in there if one.kind is Kind.CARD}
        people = {one.recipient for one in there if one.kind is Kind.PANEL}
        return {
            "announced": tuple(
                one.model_copy(update={"problem": None}) if one.channel in channels else one
                for one in report.announced
            ),
            "invitations": tuple(
                one.model_copy(update={"problem": None}) if one.user in people else one
                for one in report.invitations
            ),
        }

    async def _show(self, tracked: TrackedWebinar, posted: Posted, message: Message, left: "_Left") -> None:
        """Let one message show what holds now; one that is still owed is posted, if anybody still needs it."""
        if posted.ts is not None:
            if posted.shown != message.digest:
                showing = partial(self._outbox.keep_true, posted, message)
                await self._reach(tracked, posted.conversation, showing, left)
        elif not posted.is_owed(self._outbox.landed_within, self._clock()):
            left.leaving = True
        elif tracked.webinar.is_over and posted.kind in _FOR_WHAT_COMES:
            await self._messages.delete_unposted(posted.key)
        else:
            tells = tracked.webinar.start if posted.kind is Kind.CARD else None
            key, kind, to = posted.key, posted.kind, posted.conversation
            posting = partial(
                self._outbox.post_once, key, tracked.webinar_key, kind, to, message, tells=tells
            )
            await self._reach(tracked, to, posting, left)

    async def _reach(
        self,
        tracked: TrackedWebinar,
        place: str,
        work: Callable[[], Awaitable[object]],
        left: "_Left",
    ) -> bool:
        """Do something in a channel or for a person; False when it is to be tried again, since they take nothing now."""
        if self._place_pauses.is_waiting(place):
            left.refused = True
            return False
        try:
            await work()
        except SlackPlaceRefused as refused:
            log.warning("place_refused", webinar_key=tracked.webinar_key, place=place, code=refused.code)
            self._place_pauses.failed(place)
            left.refused = True
            await self._unreachable.tell(tracked, place, refused)
            return False
        except (SlackRefused, PersonCanFix) as error:  # the last word: trying again would not help
            log.warning("message_refused", webinar_key=tracked.webinar_key, error=type(error).__name__)
        self._place_pauses.worked(place)
        return True

    async def _tell(self, tracked: TrackedWebinar, left: "_Left") -> None:
        """Tell each piece of news once; what a place does not take now is told later."""
        untold = False
        for news in await self._news.list_untold(tracked):
            posting = partial(
                self._outbox.post_once, news.key, tracked.webinar_key, Kind.NEWS, news.to, news.message
            )
            if not await self._reach(tracked, news.place, posting, left):
                untold = True
            elif news.card is not None:
                await self._news.note_start(tracked, news.card)
        if not untold:
            await self._news.note_all(tracked)


@dataclass
class _Left:
    """The rest that a drawing left to do: a place `refused` to be told, or a message is `leaving` by other hands."""

    refused: bool = False
    leaving: bool = False
