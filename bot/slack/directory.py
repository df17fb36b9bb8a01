"""Reads people and channels from Slack; profiles are kept for a few minutes."""

import asyncio
import unicodedata
from collections.abc import Iterable
from typing import Any, Final

from cachetools import TTLCache

from bot.errors import SlackRefused, TimeWillTell
from bot.language import is_zone
from bot.models import Person
from bot.models.clock import Clock
from bot.models.names import fitting_signs, visible_name
from bot.models.shortcodes import with_emoji
from bot.slack.client import SlackClient

_KEPT: Final = 600
_CHANNELS_KEPT: Final = 60
_MOST: Final = 10_000
_ALL: Final = "everybody"
_NAME_MAX: Final = 64
"""Characters that RingCentral takes, counted as it may count them: in UTF-16 units."""
NO_LAST_NAME: Final = "-"
"""RingCentral wants one of everybody."""


class SlackDirectory:
    """Looks people and channels up."""

    def __init__(self, slack: SlackClient, clock: Clock, bot_name: str) -> None:
        self._slack = slack
        self._bot_name = bot_name
        self._known: TTLCache[str, Person] = TTLCache(_MOST, _KEPT, timer=lambda: clock().timestamp())
        self._everybody: TTLCache[str, tuple[Person, ...]] = TTLCache(
            1, _KEPT, timer=lambda: clock().timestamp()
        )
        self._channels: TTLCache[str, tuple[str, ...]] = TTLCache(
            _MOST, _CHANNELS_KEPT, timer=lambda: clock().timestamp()
        )

    def known(self, user_id: str) -> Person | None:
        """The person, when we need not ask for them."""
        return self._known.get(user_id)

    async def person(self, user_id: str) -> Person:
        """The person; raises SlackRefused or OutcomeUnknown."""
        if (known := self._known.get(user_id)) is not None:
            return known
        person = read_person(await self._slack.user(user_id))
        self._known[user_id] = person
        return person

    async def called(self, name: str) -> tuple[Person, ...]:
        """The people of the workspace who are called so: by their whole name, or by a part of it."""
        if (people := self._everybody.get(_ALL)) is None:
            listed = await self._slack.users(_MOST)
            people = tuple(
                read_person(user) for user in listed if not user.get("deleted") and not user.get("is_bot")
            )
            self._everybody[_ALL] = people
        return _called(name, people)

    async def zone_of(self, user_id: str) -> str | None:
        """The person's own time zone, when Slack tells it."""
        try:
            return (await self.person(user_id)).time_zone
        except (SlackRefused, TimeWillTell):
            return None

    async def channels_of(self, user_id: str) -> tuple[str, ...]:
        """The channels that somebody is in, as far as we may know; remembered for a minute."""
        if (known := self._channels.get(user_id)) is None:
            self._channels[user_id] = known = tuple(await self._slack.channels_of(user_id))
        return known

    async def members_of(self, channel_id: str) -> int | None:
        """Count the people in a channel; None when Slack does not say."""
        try:
            count = (await self._slack.channel(channel_id)).get("num_members")
        except (SlackRefused, TimeWillTell):
            return None
        return count if isinstance(count, int) else None

    async def cannot_be_invited(self, user_ids: Iterable[str]) -> str | None:
        """The reason why somebody of these cannot be on a panel, in words for a form; None when all can."""
        faults = []
        for person in await asyncio.gather(*map(self.person, user_ids)):
            if person.is_bot:
                faults.append(f"{person.name} is an app.")
            elif person.email is None:
                faults.append(
                    f"{person.name} has no e-mail address in Slack, and RingCentral invites by e-mail."
                )
        return " ".join([*faults, "Take them out, or invite them in RingCentral."]) if faults else None

    async def cannot_be_announced_in(self, channel_ids: Iterable[str]) -> str | None:
        """The reason why a card cannot go to one of these channels, and what to do; None when it can go to all."""
        faults = await asyncio.gather(*map(self._channel_fault, channel_ids))
        return " ".join(filter(None, faults)) or None

    async def _channel_fault(self, channel_id: str) -> str | None:
        try:
            channel = await self._slack.channel(channel_id)
        except SlackRefused as refused:
            if refused.code not in {"channel_not_found", "not_in_channel"}:
                raise
            return self._invite_me("One of these channels is private and I am not in it.")
        if channel.get("is_ext_shared") or channel.get("is_pending_ext_shared"):
            return f"#{channel.get('name')} is shared with another company. Choose another channel."
        if channel.get("is_archived"):
            return f"#{channel.get('name')} is archived. Choose another channel."
        if channel.get("is_private") and not channel.get("is_member"):
            return self._invite_me(f"I am not in #{channel.get('name')}.")
        return None

    def _invite_me(self, why: str) -> str:
        return f"{why} Type /invite @{self._bot_name} there, then submit again."


def read_person(user: dict[str, Any]) -> Person:
    """A person as `users.info` describes them; a name of blanks counts as none."""
    profile = user.get("profile") or {}
    called = (profile.get("real_name"), profile.get("display_name"), user.get("name"), "somebody")
    name = next(seen for each in called if (seen := _name(each)))
    first, _, last = name.partition(" ")
    zone = user.get("tz")
    return Person(
        id=user["id"],
        name=name,
        first_name=fitting_signs(_name(profile.get("first_name")) or first, _NAME_MAX),
        last_name=fitting_signs(_name(profile.get("last_name")) or last, _NAME_MAX) or NO_LAST_NAME,
        email=(profile.get("email") or "").strip() or None,
        time_zone=zone if zone and is_zone(zone) else None,
        locale=user.get("locale"),
        is_bot=bool(user.get("is_bot")),
        is_admin=bool(user.get("is_admin") or user.get("is_owner")),
        is_guest=bool(user.get("is_restricted") or user.get("is_ultra_restricted")),
        is_stranger=bool(user.get("is_stranger")),
    )


def _name(told: str | None) -> str:
    """A name as it can be read outside Slack."""
    return visible_name(with_emoji(told or ""))


def _called(name: str, people: Iterable[Person]) -> tuple[Person, ...]:
    """Everybody whom a name fits best: the whole name before a first or last name, that before its beginning."""
    wanted = _folded(name)
    each = [(person, _folded(person.name)) for person in people]
    whole = [person for person, called in each if called == wanted]
    parts = [person for person, called in each if wanted in called.split()]
    begun = [person for person, called in each if any(word.startswith(wanted) for word in called.split())]
    return tuple(whole or parts or (begun if len(wanted) > 2 else ()))


def _folded(name: str) -> str:
    """A name without accents, in small letters."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
