"""The outcome of a submission, to be told to the person who sent it."""

from datetime import datetime

from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.webinar import Invitation, Plan, Webinar, WebinarSettings


class Announced(Frozen):
    """One channel, and why there is no card in it, if there is none."""

    channel: str
    problem: str | None = None


class Overruled(Frozen):
    """A setting that the account decided otherwise; `got` is None when RingCentral refused to hear of it."""

    name: str
    asked: bool | str
    got: bool | str | None


class Report(Stored):
    """A webinar that exists now, with everything that a person would want to know of it; `draft` names its form."""

    webinar: Webinar
    plan: Plan
    refused: tuple[str, ...] = ()
    invitations: tuple[Invitation, ...] = ()
    announced: tuple[Announced, ...] = ()
    twice: bool = False
    problems: tuple[str, ...] = ()
    webinar_key: WebinarKey = ""

    @property
    def is_incomplete(self) -> bool:
        """Tell whether some channel or person was not reached."""
        problems = [*(one.problem for one in self.announced), *(one.problem for one in self.invitations)]
        return any(problem is not None for problem in problems)

    @property
    def overruled(self) -> tuple[Overruled, ...]:
        """The settings that came out otherwise than asked."""
        asked, got = self.plan.asked.chosen(), self.webinar.settings.chosen()
        return tuple(
            Overruled(name=name, asked=value, got=None if name in self.refused else got.get(name))
            for name, value in asked.items()
            if name in self.refused or (name in got and got[name] != value)
        )

    @property
    def applied(self) -> WebinarSettings:
        """The settings that differ from the account's since the person asked for it."""
        overruled = frozenset(one.name for one in self.overruled)
        return self.plan.settings.without(overruled)

    @property
    def password(self) -> str | None:
        """The password that attendees need; the account may have made one up."""
        return self.webinar.settings.password or None


class Found(Frozen):
    """A webinar at RingCentral that may be the one whose answer was lost."""

    id: str
    made_at: datetime | None = None


class Outcome(Frozen):
    """The end of a submission: a report, or a problem in words that say what to do next.

    `found` are the webinars among which the person has to choose before it can go on; the webinar may exist all the
    same, and what came after it failed.
    """

    report: Report | None = None
    problem: str = ""
    found: tuple[Found, ...] = ()
    exists: bool = False
