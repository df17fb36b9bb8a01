"""Keeping Slack true: every card and personal message of a webinar shows what holds now, soon after it changed.

What each message shows is remembered, so only what differs is edited; many changes meanwhile are one edit.
"""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from typing import Final

import structlog

from blocks.card import Announcement, card, off_panel_message, panel_message
from blocks.notifications import cancelled, moved
from blocks.registration import registrant_message
from blocks.result import host_message
from bot.errors import SlackRefused, SlotLost, TimeWillTell, WebinarsError
from bot.models import Phase
from bot.models.slack_payloads import Message
from bot.models.tracked import Following
from bot.resources import Ground
from bot.slack.client import Place
from bot.storage.messages import Kind, Posted
from bot.webhooks.subscription import Subscribing
from bot.webinars.queries import Knowledge
from bot.workflows.send_calendar import CalendarFiles

_REST: Final = timedelta(seconds=20)
"""How long a webinar is left alone after Slack could not be reached."""
log = structlog.get_logger()


class Keeper:
    """Edits what is stale and tells what has to be told once."""

    def __init__(
        self, ground: Ground, knowledge: Knowledge, files: CalendarFiles, subscribing: Subscribing
    ) -> None:
        self._knowledge = knowledge
        self._slack = ground.slack
        self._files = files
        self._subscribing = subscribing
        self._webinars = ground.stores.webinars
        self._messages = ground.stores.messages
        self._submissions = ground.stores.submissions
        self._registrations = ground.stores.registrations
        self._clock = ground.clock
        self._resting: dict[str, datetime] = {}

    async def draw_stale(self) -> None:
        """Draw every webinar that changed since it was drawn, each once."""
        now = self._clock()
        self._resting = {draft: until for draft, until in self._resting.items() if until > now}
        for stale in await self._webinars.stale():
            if stale.draft not in self._resting:
                await self.draw(stale.draft)

    async def draw(self, draft: str) -> None:
        """Let everything that was posted of a webinar show what holds now; what cannot be shown is tried later."""
        if (following := await self._knowledge.of(draft)) is None:
            return
        try:
            async for posted, message in self._cards(following):
                await self._show(posted, message)
            await self._tell(following)
            async for posted, message in self._personal(following):
                await self._show(posted, message)
            await self._files.renew(following)
        except TimeWillTell as error:
            log.warning("not drawn yet", draft=draft, error=type(error).__name__)
            self._resting[draft] = self._clock() + _REST
            return
        await self._webinars.drawn(draft, following.revision)

    async def _cards(self, following: Following) -> AsyncIterator[tuple[Posted, Message]]:
        """Every card, with what it shows now."""
        aged = {"aged": not self._subscribing.trusted}
        announced = card(Announcement.of_following(following).model_copy(update=aged))
        for posted in await self._messages.of_draft(following.draft, Kind.CARD):
            yield posted, announced

    async def _personal(self, following: Following) -> AsyncIterator[tuple[Posted, Message]]:
        """Every message to one person that is to stay true, with what it shows now."""
        webinar = following.webinar
        invited = {one.user: one for one in following.panel}
        for posted in await self._messages.of_draft(following.draft, Kind.PANEL):
            user = posted.key.rpartition(":")[2]
            if user in invited:
                yield posted, panel_message(webinar, invited[user], following.draft)
            else:
                yield posted, off_panel_message(webinar)
        for posted in await self._messages.of_draft(following.draft, Kind.HOST):
            if (message := await self._to_host(following)) is not None:
                yield posted, message
        async for posted, message in self._to_registrants(following):
            yield posted, message

    async def _to_registrants(self, following: Following) -> AsyncIterator[tuple[Posted, Message]]:
        """Those that show something else, each looked at once more: with many of them it takes long until its turn."""
        known = {one.message_key: one for one in await self._registrations.told(following.draft)}
        for posted in await self._messages.of_draft(following.draft, Kind.REGISTRANT):
            one = known.get(posted.key)
            if one is None or posted.shown == registrant_message(following.webinar, one).digest:
                continue
            now, there = await self._registrations.numbered(one.number), await self._messages.one(posted.key)
            if now is not None and there is not None and now.told is now.stage:
                yield there, registrant_message(following.webinar, now)

    async def _to_host(self, following: Following) -> Message | None:
        """The host's own message, which reports how the webinar was created, with the webinar as it is now."""
        for submission in reversed(await self._submissions.of_draft(following.draft)):
            outcome = await self._submissions.outcome(submission.id)
            if outcome is not None and outcome.report is not None:
                report = outcome.report.model_copy(
                    update={"webinar": following.webinar, "draft": following.draft}
                )
                return host_message(report)
        return None

    async def _show(self, posted: Posted, message: Message) -> None:
        try:
            await self._slack.keep_true(posted, message)
        except SlackRefused as refused:
            log.warning("cannot be shown", kind=posted.kind, code=refused.code)

    async def _tell(self, following: Following) -> None:
        """Tell once, in each card's thread, that a webinar was moved or cancelled; a panel is told of the end as well."""
        webinar, draft = following.webinar, following.draft
        for posted in await self._messages.of_draft(draft, Kind.CARD):
            if posted.ts is None:
                continue
            thread = Place(posted.conversation, posted.ts)
            if webinar.phase is Phase.CANCELLED:
                await self._say(f"{draft}:cancelled:{posted.conversation}", draft, thread, cancelled(webinar))
            elif webinar.phase is Phase.SCHEDULED and posted.told != webinar.start:
                if posted.told is not None:  # else an earlier version posted it, and noted nothing
                    key = f"{draft}:moved:{posted.conversation}:{webinar.sequence}"
                    await self._say(key, draft, thread, moved(webinar, posted.told))
                await self._messages.tells(posted.key, webinar.start)
        if webinar.phase is Phase.CANCELLED:
            people = {
                *following.going,
                *(one.user for one in following.registered),
                *(one.user for one in following.panel),
                webinar.owner,
            }
            for user in sorted(people - {webinar.cancellation and webinar.cancellation.by}):
                await self._say(f"{draft}:cancelled:{user}", draft, user, cancelled(webinar))

    async def _say(self, key: str, draft: str, to: str | Place, message: Message) -> None:
        try:
            await self._slack.post_once(key, draft, Kind.NEWS, to, message)
        except (TimeWillTell, SlotLost):
            raise
        except WebinarsError as error:
            log.warning("not told", draft=draft, error=type(error).__name__)
