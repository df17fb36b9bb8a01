"""What people have to be told of a webinar, in new messages: an edit of an earlier one notifies nobody.

Each piece of news has a key of its own, under which it is posted once, whatever dies in between.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final, TypeAlias

from blocks.notifications import cancelled, has_room, moved, recording_ready, registration_open_again
from bot.models import Phase, Webinar
from bot.models.keys import MessageKey
from bot.models.slack_payloads import Message
from bot.models.tracked import TrackedWebinar
from bot.models.webinar import RegistrationNews
from bot.resources import Resources
from bot.slack.client import MessageLocation
from bot.storage.messages import Kind, Posted

_RECORDING_AWAITED: Final = timedelta(days=8)
"""A recording that comes later after the end than this is shown, and nobody is told."""
_Naming: TypeAlias = Callable[[str], MessageKey]
"""The key of a piece of news for a place."""


@dataclass(frozen=True)
class News:
    """Something to tell once under its key, in a thread or by direct message; afterwards a `card` counts as read."""

    key: MessageKey
    to: str | MessageLocation
    message: Message
    card: Posted | None = None

    @property
    def place(self) -> str:
        """The channel or person that is told."""
        return self.to.conversation if isinstance(self.to, MessageLocation) else self.to


class WebinarNews:
    """Knows what is to be told, and notes what was."""

    def __init__(self, resources: Resources) -> None:
        self._messages = resources.stores.messages
        self._webinars = resources.stores.webinars
        self._room_alerts = resources.stores.room_alerts
        self._clock = resources.clock

    async def list_untold(self, tracked: TrackedWebinar) -> list[News]:
        """Everything that is to be told of a webinar now, and was not."""
        cards = [
            one
            for one in await self._messages.list_by_webinar(tracked.webinar_key, Kind.CARD)
            if one.ts is not None
        ]
        for card in cards:
            if card.told is None:  # an earlier version posted it, and noted nothing
                await self.note_start(tracked, card)
        posted = await self._messages.list_by_webinar(tracked.webinar_key, Kind.NEWS)
        told = {one.key for one in posted if one.ts is not None}
        due = [
            *_of_phase(tracked, cards),
            *await self._of_registration(tracked, cards),
            *self._of_recording(tracked, cards),
        ]
        for one in due:
            if one.key in told and one.card is not None:  # posted, and the process died before it noted that
                await self.note_start(tracked, one.card)
        return [one for one in due if one.key not in told]

    async def note_start(self, tracked: TrackedWebinar, card: Posted) -> None:
        """Note that whoever reads a card knows when its webinar starts."""
        if tracked.webinar.phase is Phase.SCHEDULED:
            await self._messages.mark_start_told(card.key, tracked.webinar.start)

    async def note_all(self, tracked: TrackedWebinar) -> None:
        """Note that everybody was told everything."""
        webinar = tracked.webinar
        if webinar.moved_from is None and webinar.registration_news is None:
            return
        if webinar.registration_news is RegistrationNews.OPEN_AGAIN:
            for user in await self._room_alerts.list_by_webinar(tracked.webinar_key):
                await self._room_alerts.delete(tracked.webinar_key, user)

        def noted(now: Webinar) -> Webinar:
            done: dict[str, object] = {}
            if now.moves == webinar.moves:
                done |= {"moved_from": None, "moved_by": None}
            if now.turns == webinar.turns:
                done |= {"registration_news": None}
            return now.model_copy(update=done)

        await self._webinars.change(tracked.webinar_key, noted, shown=False)

    async def _of_registration(self, tracked: TrackedWebinar, cards: Iterable[Posted]) -> list[News]:
        """Registration is open again, or could be; whoever wished to hear of it is told as well."""
        webinar, webinar_key = tracked.webinar, tracked.webinar_key
        registration, news = webinar.registration, webinar.registration_news
        if news is None or registration is None or not tracked.is_upcoming:
            return []
        key = partial(MessageKey.registration_turn, webinar_key, news, webinar.turns)
        if news is RegistrationNews.HAS_ROOM:
            if registration.is_open or registration.is_full:
                return []
            return [News(key(webinar.owner), webinar.owner, has_room(webinar, webinar_key))]
        if not registration.is_open:
            return []
        message = registration_open_again(webinar, webinar_key)
        there = {one.user for one in tracked.registered}
        wishing = [one for one in await self._room_alerts.list_by_webinar(webinar_key) if one not in there]
        return [*_in_threads(key, cards, message), *_to_people(key, wishing, message)]

    def _of_recording(self, tracked: TrackedWebinar, cards: Iterable[Posted]) -> Iterator[News]:
        """The recording is ready: told where reminders of this webinar are told."""
        webinar, recording = tracked.webinar, tracked.webinar.recording
        if webinar.phase is not Phase.ENDED or recording is None or not recording.uri:
            return
        if self._clock() - (webinar.ended_at or webinar.end) > _RECORDING_AWAITED:
            return
        key = partial(MessageKey.recording, tracked.webinar_key)
        message = recording_ready(webinar, recording.uri)
        if webinar.reminders.in_thread:
            yield from _in_threads(key, cards, message)
        if webinar.reminders.by_dm:
            yield from _to_people(key, _concerned(tracked), message)


def _of_phase(tracked: TrackedWebinar, cards: Iterable[Posted]) -> Iterator[News]:
    """The webinar was cancelled or moved: who did it knows, and everybody else hears of it."""
    webinar, webinar_key = tracked.webinar, tracked.webinar_key
    if webinar.phase is Phase.CANCELLED:
        key, by = partial(MessageKey.cancelled, webinar_key), webinar.cancellation and webinar.cancellation.by
        yield from _in_threads(key, cards, cancelled(webinar))
        yield from _to_people(key, _concerned(tracked) - {by}, cancelled(webinar))
    if webinar.phase is not Phase.SCHEDULED:
        return
    for card in cards:
        if card.told is not None and card.told != webinar.start:
            yield News(
                MessageKey.moved(webinar_key, card.conversation, webinar.sequence),
                _thread(card),
                moved(webinar, card.told),
                card,
            )
    if webinar.moved_from is not None:
        key = partial(MessageKey.moved, webinar_key, sequence=webinar.moves)
        yield from _to_people(
            key, _concerned(tracked) - {webinar.moved_by}, moved(webinar, webinar.moved_from)
        )


def _concerned(tracked: TrackedWebinar) -> set[str]:
    """The host, the panel, and everybody who said that they come or registered through Slack."""
    return {
        tracked.webinar.owner,
        *tracked.going,
        *(one.user for one in tracked.panel),
        *(one.user for one in tracked.registered),
    }


def _in_threads(key: _Naming, cards: Iterable[Posted], message: Message) -> Iterator[News]:
    return (News(key(one.conversation), _thread(one), message) for one in cards)


def _to_people(key: _Naming, people: Iterable[str], message: Message) -> Iterator[News]:
    return (News(key(one), one, message) for one in sorted(people))


def _thread(card: Posted) -> MessageLocation:
    return MessageLocation(card.conversation, card.ts or "")
