"""The submission and the webinar that the steps of a creation work on."""

from typing import Final

from cachetools import LRUCache

from bot.errors import NotFound
from bot.models import Audience, Plan, Webinar
from bot.models.rate_limit import Caller, Tell, tell_nobody
from bot.models.submission import Submission
from bot.storage.submissions import Submissions
from bot.storage.webinars import Webinars

_AT_HAND: Final = 256
"""How many submissions are kept at hand while they are carried out: what was sent off never changes."""


class SubmissionLookup:
    """Submissions and their webinars, by the submission's id."""

    def __init__(self, submissions: Submissions, webinars: Webinars) -> None:
        self._submissions = submissions
        self._webinars = webinars
        self._at_hand: LRUCache[str, Submission] = LRUCache(_AT_HAND)

    async def submission(self, submission_id: str) -> Submission:
        """Return the submission; raises NotFound."""
        if (submission := self._at_hand.get(submission_id)) is None:
            submission = await self._submissions.get(submission_id)
        if submission is None:
            raise NotFound("This form is no longer available. Type /webinar to start again.")
        self._at_hand[submission_id] = submission
        return submission

    def take(self, submission: Submission) -> None:
        """Have a submission at hand that was just saved."""
        self._at_hand[submission.id] = submission

    async def webinar(self, submission: Submission) -> Webinar:
        """The webinar with its session, as it is now; raises NotFound."""
        webinar = await self._webinars.get_scheduled(submission.webinar_key)
        if webinar is None:
            raise NotFound("This webinar no longer exists. Type /webinar to start again.")
        return webinar


def caller_of(submission: Submission, tell: Tell = tell_nobody, *, calls: int = 1) -> Caller:
    """Return the caller of a submission: its place in line counts from when it was sent off."""
    if submission.asked_at is None:
        raise NotFound("This form was never sent off. Type /webinar to start again.")
    return Caller(id=submission.id, asked_at=submission.asked_at, calls=calls, tell=tell)


def later_calls(plan: Plan) -> int:
    """The calls that come after the session is there."""
    return bool(plan.invited) + (plan.audience is Audience.REGISTERED)
