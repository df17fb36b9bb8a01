"""A webinar with everything that we know of it, whoever asks."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from bot.errors import SlackRefused, TimeWillTell
from bot.models import Audience, Reminders, Role
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.slack.directory import SlackDirectory
from bot.storage.messages import Kind
from bot.storage.stores import Stores

_TOLD_WITHIN: Final = 1.0
"""Seconds; a view has to open within three."""
_CHANNELS_WITHIN: Final = 5.0
"""Seconds; the list comes without what is announced in channels then, and says so."""


class WebinarsFound(NamedTuple):
    """The webinars that concern somebody; some may be missing where Slack tells of no channels."""

    webinars: list[TrackedWebinar]
    lacks_channels: bool


class WebinarQueries:
    """Looks webinars up, for one person or for a drawing."""

    def __init__(self, stores: Stores, people: SlackDirectory) -> None:
        self._webinars = stores.webinars
        self._going = stores.going
        self._panel = stores.panel
        self._messages = stores.messages
        self._registrations = stores.registrations
        self._room_alerts = stores.room_alerts
        self._people = people

    async def get_with_people(self, webinar_key: str) -> TrackedWebinar | None:
        """One webinar with who comes and who is on its panel."""
        tracked = await self._webinars.get_tracked(webinar_key)
        return await self.with_people(tracked) if tracked else None

    async def get_without_people(self, webinar_key: str) -> TrackedWebinar | None:
        """One webinar, without those who come and help."""
        return await self._webinars.get_tracked(webinar_key)

    async def with_people(self, tracked: TrackedWebinar) -> TrackedWebinar:
        """The same with who comes and who is on its panel."""
        (whole,) = await self._all_completed([tracked])
        return whole

    async def _all_completed(self, webinars: Sequence[TrackedWebinar]) -> list[TrackedWebinar]:
        """The same for many webinars, in four queries however many they are."""
        keys = [one.webinar_key for one in webinars]
        events = [one.webinar_key for one in webinars if one.webinar.audience is Audience.REGISTERED]
        going = await self._going.list_by_webinars(keys)
        panels = await self._panel.list_by_webinars(keys)
        registered = await self._registrations.list_sources_by_webinars(events) if events else {}
        waiting = await self._registrations.count_waiting_by_webinars(events) if events else {}
        return [
            one.model_copy(
                update={
                    "going": going.get(one.webinar_key, ()),
                    "panel": panels.get(one.webinar_key, ()),
                    "registered": registered.get(one.webinar_key, ()),
                    "in_line": waiting.get(one.webinar_key, 0),
                }
            )
            for one in webinars
        ]

    async def may_change(self, user: str, tracked: TrackedWebinar) -> bool:
        """Tell whether somebody may change a webinar: its owner, its co-hosts from Slack, and workspace admins."""
        if user in {tracked.webinar.owner, *tracked.co_hosts}:
            return True
        return (await self._people.person(user)).is_admin

    async def may_change_soon(self, user: str, tracked: TrackedWebinar) -> bool:
        """The same while somebody waits for a view; when Slack does not tell in time, it is not shown to them."""
        try:
            async with asyncio.timeout(_TOLD_WITHIN):
                return await self.may_change(user, tracked)
        except (TimeoutError, TimeWillTell, SlackRefused):
            return False

    async def zone_of(self, user: str) -> str | None:
        """Return the zone of whoever looks, when Slack tells it in time."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_TOLD_WITHIN):
                return await self._people.zone_of(user)
        return None

    async def list_for(self, user: str) -> list[TrackedWebinar]:
        """The webinars that concern somebody, the earliest first: their own, those they help with, and those that are
        announced where they are.
        """
        return await self._all_completed(await self._found(user, await self._channels_seen(user) or ()))

    async def list_for_screen(self, user: str) -> WebinarsFound:
        """The same, with whether Slack told of the channels in which more may be announced."""
        channels = await self._channels_seen(user)
        found = await self._all_completed(await self._found(user, channels or ()))
        return WebinarsFound(found, lacks_channels=channels is None)

    async def list_briefly_for(self, user: str) -> list[tuple[TrackedWebinar, bool]]:
        """The same without who comes and helps, each with whether somebody hosts or co-hosts it."""
        helped = set(await self._panel.list_webinars_of(user, Role.CO_HOST))
        found = await self._found(user, await self._channels_seen(user) or ())
        return [(one, one.webinar.owner == user or one.webinar_key in helped) for one in found]

    async def _channels_seen(self, user: str) -> tuple[str, ...] | None:
        """The channels that somebody is in; None when Slack does not tell, or not in time."""
        with suppress(TimeoutError, TimeWillTell, SlackRefused):
            async with asyncio.timeout(_CHANNELS_WITHIN):
                return await self._people.channels_of(user)
        return None

    async def _found(self, user: str, channels: Sequence[str]) -> list[TrackedWebinar]:
        keys = {*await self._panel.list_webinars_of(user), *await self._registrations.list_webinars_of(user)}
        if channels:
            keys |= await self._messages.list_webinars_in(channels)
        found = {one.webinar_key: one for one in await self._webinars.list_by_keys(keys)}
        found |= {one.webinar_key: one for one in await self._webinars.list_by_owner(user)}
        return sorted(found.values(), key=lambda one: (one.webinar.start, one.webinar_key))

    async def list_channels(self, webinar_key: str) -> tuple[str, ...]:
        """The channels that have a card of a webinar."""
        cards = await self._messages.list_by_webinar(webinar_key, Kind.CARD)
        return tuple(card.conversation for card in cards if card.ts is not None)

    async def count_audiences(self, channels: Iterable[str]) -> list[ChannelAudience]:
        """Count the people who would see a card in each channel."""
        return [ChannelAudience(channel=one, members=await self._people.members_of(one)) for one in channels]

    async def mark_going(self, webinar_key: str, user: str) -> bool:
        """Record that somebody comes; False when they had said so."""
        return await self._going.add(webinar_key, user)

    async def mark_not_going(self, webinar_key: str, user: str) -> None:
        """Record that somebody does not come."""
        await self._going.remove(webinar_key, user)

    async def add_room_alert(self, webinar_key: str, user: str) -> None:
        """Somebody wants to hear when registration is open again."""
        await self._room_alerts.add(webinar_key, user)

    async def change_reminders(self, webinar_key: str, reminders: Reminders) -> None:
        """Change when and where people are reminded."""
        await self._webinars.change(webinar_key, lambda now: now.model_copy(update={"reminders": reminders}))
