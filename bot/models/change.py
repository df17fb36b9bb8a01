"""A change that somebody wants of a webinar that exists, and its outcome."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.registration import RegistrationTerms
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


class Change(Stored):
    """One change of one webinar, asked for by a person at an instant; `view_id` is the view that waits for it.

    An edit has its `plan` and the webinar as its form showed it, its `base`; a cancellation perhaps a `reason`, the
    panel everybody with their role as it shall be and as it was shown, an announcement its `channels`, a registration
    its `terms` and those that were shown before.
    """

    id: str
    webinar_key: WebinarKey
    user: str
    kind: ChangeKind
    view_id: str | None = None
    plan: Plan | None = None
    base: Webinar | None = None
    reason: str = ""
    panel: tuple[tuple[str, Role], ...] = ()
    panel_shown: tuple[tuple[str, Role], ...] | None = None
    channels: tuple[str, ...] = ()
    terms: RegistrationTerms | None = None
    shown_terms: RegistrationTerms | None = None
    asked_at: datetime | None = None


class ChangeOutcome(Frozen):
    """The outcome of a change: `done` says what holds now, `problems` what did not work; both in
    Slack's mrkdwn, with whatever others said in it escaped.
    """

    done: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


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
        """Whose place was changed here and by somebody else meanwhile, to something else."""
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
