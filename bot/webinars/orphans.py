"""Finding the webinar that a lost answer left at RingCentral: by looking, and where that does not tell, by asking."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple

from bot.errors import Undecided
from bot.models import Plan
from bot.models.keys import WriteKey
from bot.models.submission import Submission
from bot.ringcentral import RingCentral
from bot.ringcentral.responses import WebinarAnswer
from bot.storage.attempts import Attempt, Attempts
from bot.storage.submissions import Submissions
from bot.storage.webinars import Webinars

_SKEW: Final = timedelta(seconds=30)
"""How far RingCentral's clock may be from ours."""


class Orphan(NamedTuple):
    """A webinar without a session, and the plan that made it."""

    webinar: WebinarAnswer
    plan: Plan


class Orphans:
    """Looks for webinars whose creation was sent and never answered."""

    def __init__(self, attempts: Attempts, submissions: Submissions, webinars: Webinars) -> None:
        self._attempts = attempts
        self._submissions = submissions
        self._webinars = webinars

    async def find(self, ringcentral: RingCentral, submission: Submission, attempt: Attempt) -> Orphan | None:
        """The webinar that this form made; None when it made none. Raises Undecided where looking cannot tell."""
        plans = await self.list_plans(submission.webinar_key)
        since = attempt.first_at - 2 * timedelta(seconds=ringcentral.pace.timeout) - _SKEW
        rivals = await self._rivals(submission.webinar_key, plans, since)
        made = await ringcentral.list_webinars((attempt.first_at - _SKEW).astimezone(UTC))
        latest = attempt.last_at + 2 * timedelta(seconds=ringcentral.pace.timeout) + _SKEW
        rivals |= await self._rivals(submission.webinar_key, plans, since)  # whoever began while we looked
        claimed = await self._webinars.list_claimed([webinar.id for webinar in made])
        alike = [
            Orphan(webinar, plan)
            for webinar in made
            for plan in plans
            if webinar.id not in claimed | set(submission.passes_over) and _says(webinar, plan)
            if webinar.creation_time is None or webinar.creation_time <= latest
        ]
        if alike:
            scheduled = await _with_session(ringcentral, attempt)
            alike = [orphan for orphan in alike if orphan.webinar.id not in scheduled]
        return decide(alike, len(rivals)) if alike else None

    async def list_plans(self, webinar_key: str) -> list[Plan]:
        """The plans of every try of a form."""
        return [one.plan for one in await self._submissions.list_by_webinar(webinar_key)]

    async def _rivals(self, webinar_key: str, plans: Collection[Plan], since: datetime) -> set[str]:
        """The other forms that may have made a webinar just like ours since then, without an answer so far."""
        rivals = set()
        unsettled = set(await self._attempts.list_unsettled(WriteKey.WEBINAR, since))
        for other in unsettled - {WriteKey.webinar(webinar_key)}:
            theirs = await self.list_plans(WriteKey(other).webinar_key)
            if any(_alike(one, plan) for one in theirs for plan in plans):
                rivals.add(other)
        return rivals


def decide(alike: Sequence[Orphan], rivals: int) -> Orphan:
    """One of those that are exactly as planned, when each must be ours or a rival's: these are interchangeable."""
    exact = {orphan.webinar.id: orphan for orphan in alike if is_as_planned(*orphan)}
    if 0 < len(exact) <= 1 + rivals:
        return next(iter(exact.values()))
    found = {orphan.webinar.id: orphan.webinar.creation_time for orphan in alike}
    raise Undecided(
        "RingCentral did not answer, so I looked whether the webinar was made all the same, and found what may be it "
        "or someone else’s. Say which in my direct message to you.",
        found,
    )


async def _with_session(ringcentral: RingCentral, attempt: Attempt) -> set[str]:
    """The webinars that have a session: ours cannot have one before we know it."""
    sessions = await ringcentral.list_sessions((attempt.first_at - _SKEW).astimezone(UTC))
    return {session.webinar.id for session in sessions if session.webinar is not None}


def _says(webinar: WebinarAnswer, plan: Plan) -> bool:
    return (webinar.title, webinar.description or "") == (plan.title, plan.description)


def is_as_planned(webinar: WebinarAnswer, plan: Plan) -> bool:
    """Tell whether nothing that the answer tells differs from what was asked."""
    got = webinar.settings.chosen()
    return all(got.get(name, value) == value for name, value in plan.asked.chosen().items())


def _alike(one: Plan, other: Plan) -> bool:
    return (one.title, one.description) == (other.title, other.description)
