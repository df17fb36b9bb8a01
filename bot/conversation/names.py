"""People who are named without a mention, looked up among the people of the workspace."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

import structlog

from bot.conversation.acts import AddPeople, DropPeople, FieldChange
from bot.errors import WebinarsError
from bot.models import Person
from bot.models.conversation import Candidate
from bot.slack.directory import SlackDirectory

_MOST: Final = 5
"""Buttons in a row."""
log = structlog.get_logger()


@dataclass
class Resolved:
    """Changes in which everybody is known; names that nobody has, and those that several have."""

    changes: tuple[FieldChange, ...] = ()
    unknown: list[str] = field(default_factory=list)
    several: list[tuple[str, tuple[Candidate, ...]]] = field(default_factory=list)


class Names:
    """Looks up who is meant."""

    def __init__(self, people: SlackDirectory) -> None:
        self._people = people

    async def prepare(self) -> None:
        """Ask for the people of the workspace before somebody is named, so that the answer comes at once."""
        await self._called("")

    async def resolve(self, changes: Sequence[FieldChange], on_panel: Collection[str]) -> Resolved:
        """The changes with the people that their names mean, one match for each name."""
        found = Resolved()
        made: list[FieldChange] = []
        for change in changes:
            if not isinstance(change, AddPeople | DropPeople) or not change.names:
                made.append(change)
                continue
            users = await self._users(change, on_panel, found)
            if users or change.users:
                made.append(change.model_copy(update={"users": (*change.users, *users), "names": ()}))
        found.changes = tuple(made)
        return found

    async def _users(
        self, change: AddPeople | DropPeople, on_panel: Collection[str], found: Resolved
    ) -> list[str]:
        users = []
        drop = isinstance(change, DropPeople)
        for name in change.names:
            called = await self._called(name)
            if drop:
                called = tuple(person for person in called if person.id in on_panel)
            if len(called) == 1:
                users.append(called[0].id)
            elif called:
                each = (
                    Candidate(user=one.id, name=one.name, role=change.role, drop=drop)
                    for one in called[:_MOST]
                )
                found.several.append((name, tuple(each)))
            else:
                found.unknown.append(name)
        return users

    async def _called(self, name: str) -> tuple[Person, ...]:
        try:
            return await self._people.called(name)
        except WebinarsError as error:
            log.warning("people_not_listed", error=type(error).__name__)
            return ()
