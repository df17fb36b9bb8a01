"""A change that somebody wants of a webinar that exists, and its outcome."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias, TypedDict

from pydantic import Field

from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.registration import RegistrationTerms
from bot.models.sentence import Sentence
from bot.models.webinar import Plan, Role, Webinar

Panel: TypeAlias = Sequence[tuple[str, Role]]
"""People with their roles."""


class ChangeKind(StrEnum):
    """The kinds of changes."""

    EDIT = "edit"
    CANCEL = "cancel"
    PANEL = "panel"
    ANNOUNCE = "announce"
    REGISTRATION = "registration"


class RequestedChange(Stored):
    """One change of one webinar, asked for by a person at an instant; `view_id` is the view that waits for it."""

    id: str
    webinar_key: WebinarKey
    user: str
    view_id: str | None = None
    asked_at: datetime | None = None
    language: str = "en"
    locale: str = "en-US"
    """The language in which it was asked for, and is told how it went."""


class EditChange(RequestedChange):
    """An edit: the `plan`, and the webinar as its form showed it, its `base`."""

    kind: Literal[ChangeKind.EDIT] = ChangeKind.EDIT
    plan: Plan
    base: Webinar | None = None


class CancelChange(RequestedChange):
    """A cancellation, perhaps with a reason."""

    kind: Literal[ChangeKind.CANCEL] = ChangeKind.CANCEL
    reason: str = ""


class PanelChange(RequestedChange):
    """Another panel: everybody with their role as it shall be, and as it was shown."""

    kind: Literal[ChangeKind.PANEL] = ChangeKind.PANEL
    panel: tuple[tuple[str, Role], ...] = ()
    panel_shown: tuple[tuple[str, Role], ...] | None = None


class AnnounceChange(RequestedChange):
    """An announcement in further channels."""

    kind: Literal[ChangeKind.ANNOUNCE] = ChangeKind.ANNOUNCE
    channels: tuple[str, ...] = ()


class RegistrationChange(RequestedChange):
    """Other terms of a registration, and the terms that were shown before."""

    kind: Literal[ChangeKind.REGISTRATION] = ChangeKind.REGISTRATION
    terms: RegistrationTerms
    shown_terms: RegistrationTerms


Change: TypeAlias = Annotated[
    EditChange | CancelChange | PanelChange | AnnounceChange | RegistrationChange,
    Field(discriminator="kind"),
]
"""One of the five, told apart by its kind. An earlier version stored the fields of all five with each."""


class ChangeOrigin(TypedDict):
    """The fields that say which change it is, and who wants it."""

    id: str
    webinar_key: str
    user: str


def change_origin(place: str, kind: ChangeKind, webinar_key: str, user: str) -> ChangeOrigin:
    """Name a change by the view or the press where it was asked for: asked for twice there, it is one."""
    return ChangeOrigin(id=f"{place}:{kind}", webinar_key=webinar_key, user=user)


class ChangeOutcome(Frozen):
    """The outcome of a change: `done` says what holds now, `problems` what did not work; both in
    Slack's mrkdwn, with whatever others said in it escaped.
    """

    done: tuple[Sentence, ...] = ()
    problems: tuple[Sentence, ...] = ()


class PanelEdit(Frozen):
    """An edit of a panel as it was shown: the people who come or get another role, and those who leave."""

    wanted: tuple[tuple[str, Role], ...]
    shown: tuple[tuple[str, Role], ...]

    @property
    def given(self) -> dict[str, Role]:
        """The people who are new, or in another role."""
        before = dict(self.shown)
        return {user: role for user, role in self.wanted if before.get(user) is not role}

    @property
    def leaving(self) -> frozenset[str]:
        """The people who are taken off."""
        return frozenset(dict(self.shown).keys() - dict(self.wanted).keys())

    def conflicts(self, now: Panel) -> tuple[str, ...]:
        """Return the people whose place was changed here and, to something else, by somebody else meanwhile."""
        before, there = dict(self.shown), dict(now)
        mine = self.given | dict.fromkeys(self.leaving)
        return tuple(user for user, role in mine.items() if there.get(user) not in {before.get(user), role})

    def knowing(self, now: Panel, users: Sequence[str]) -> "PanelEdit":
        """The same, once the person was told where these are now."""
        before, there = dict(self.shown), dict(now)
        told = {user: there.get(user) for user in users}
        known = {user: role for user, role in (before | told).items() if role is not None}
        return self.model_copy(update={"shown": tuple(known.items())})

    def merged(self, now: Panel) -> dict[str, Role]:
        """The panel as it is now, with what was changed here."""
        return {user: role for user, role in now if user not in self.leaving} | self.given
