"""The cards: one in each channel, with how registration stands."""

from blocks.card import Announcement, card
from bot.attempt import attempt, attempt_to_post
from bot.models.keys import MessageKey
from bot.models.rate_limit import Caller, Priority
from bot.models.report import Announced
from bot.models.submission import Submission
from bot.resources import Resources
from bot.storage.messages import Kind
from bot.workflows.creation.progress import CreationProgress
from bot.workflows.creation.submission import SubmissionLookup, caller_of
from bot.workflows.engine import Json


class ChannelAnnouncements:
    """The steps for what channels see."""

    def __init__(
        self, resources: Resources, submission_lookup: SubmissionLookup, progress: CreationProgress
    ) -> None:
        self._submission_lookup = submission_lookup
        self._webinar_creation = resources.webinar_creation
        self._outbox = resources.outbox
        self._progress = progress
        self._messages = resources.stores.messages
        self._clock = resources.clock

    async def read_registration(self, submission_id: str) -> str | None:
        """Read how registration stands; what went wrong, in words."""
        submission = await self._submission_lookup.submission(submission_id)
        async with self._progress.telling(submission) as tell:
            return await self._read(submission, caller_of(submission, tell))

    async def read_later(self, submission_id: str) -> str | None:
        """The same once more, when nobody waits for it."""
        submission = await self._submission_lookup.submission(submission_id)
        caller = Caller(id=f"{submission_id}:later", asked_at=self._clock(), priority=Priority.BACKGROUND)
        return await self._read(submission, caller)

    async def _read(self, submission: Submission, caller: Caller) -> str | None:
        reading = self._webinar_creation.read_registration(submission.webinar_key, caller)
        _, problem = await attempt(reading, "registration_not_read", submission=submission.id)
        return problem

    async def announce(self, submission_id: str, at: int) -> dict[str, Json]:
        """Post the card in one of the channels; the channel with what went wrong, in JSON."""
        submission = await self._submission_lookup.submission(submission_id)
        channel = submission.plan.announce_in[at]
        webinar = await self._submission_lookup.webinar(submission)
        message = card(Announcement.of(webinar, submission.webinar_key))
        key = MessageKey.card(submission.webinar_key, channel)
        posting = self._outbox.post_once(
            key, submission.webinar_key, Kind.CARD, channel, message, tells=webinar.start
        )
        problem = await attempt_to_post(posting, "card_not_posted", submission=submission_id)
        return Announced(channel=channel, problem=problem).model_dump(mode="json")

    async def mend(self, submission_id: str) -> None:
        """Put the registration page into the cards, now that it is known."""
        submission = await self._submission_lookup.submission(submission_id)
        message = card(
            Announcement.of(await self._submission_lookup.webinar(submission), submission.webinar_key)
        )
        for posted in await self._messages.list_by_webinar(submission.webinar_key, Kind.CARD):
            await attempt(
                self._outbox.keep_true(posted, message), "card_not_updated", submission=submission_id
            )
