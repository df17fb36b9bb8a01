"""Creating a webinar: from a saved submission to the cards, whatever dies in between.

    make ── schedule ─┬─ invite ── a link to each of the panel ──┬─ tell the person
                      └─ read the registration ── a card each ───┘

Every line is a step of its own, and may run again after a crash. Its failures are data: problems, in words.
"""

from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Final, TypeAlias

import structlog

from bot.attempt import attempt
from bot.errors import Undecided
from bot.models import Audience, Invitation, Phase, Plan, Webinar
from bot.models.rate_limit import Caller
from bot.models.report import Announced, Found, Outcome, Report
from bot.models.submission import Submission
from bot.rate_limit.reservation import CallReservation
from bot.resources import Resources
from bot.workflows.creation.announce import ChannelAnnouncements
from bot.workflows.creation.invite_panel import PanelInvitations
from bot.workflows.creation.progress import CreationProgress
from bot.workflows.creation.submission import SubmissionLookup, caller_of, later_calls
from bot.workflows.engine import Engine, Json, together
from bot.workflows.pauses import growing_pauses

NAME: Final = "create_webinar"
_LATER_READS: Final = 30
_TOLD_WITHIN: Final = 7 * 24 * 3600.0
_KEPT: Final = "what was made already is taken up, and nothing is made twice."
Failure: TypeAlias = str | dict[str, Any]
"""What went wrong, in words or as an Outcome in JSON."""
log = structlog.get_logger()


class CreationWorkflow:
    """The workflow, and what starts it."""

    def __init__(self, engine: Engine, resources: Resources, call_reservation: CallReservation) -> None:
        progress = CreationProgress(resources.slack, resources.outbox, resources.clock)
        self._engine = engine
        self._webinar_creation = resources.webinar_creation
        self._call_reservation = call_reservation
        self._timing = resources.slack.timing
        self._progress = progress
        self._submissions = resources.stores.submissions
        self._webinars = resources.stores.webinars
        self._submission_lookup = SubmissionLookup(self._submissions, self._webinars)
        self._panel = PanelInvitations(resources, self._submission_lookup, progress)
        self._cards = ChannelAnnouncements(resources, self._submission_lookup, progress)
        engine.add(NAME, self._run)

    async def save(self, submission: Submission) -> bool:
        """Save a submission: from here on it is not lost, and has its place in line.

        False when this very one was saved before.
        """
        new = await self._submissions.add(submission)
        if new and submission.asked_at is not None:
            self._submission_lookup.take(submission)
            try:
                await self._webinar_creation.keep_places(
                    caller_of(submission, calls=2 + later_calls(submission.plan))
                )
                await self._call_reservation.release(submission.webinar_key)
            except Exception:
                log.exception("places_not_kept", submission=submission.id)
        return new

    async def list_tries(self, webinar_key: str, owner: str) -> list[Submission]:
        """Every try of a form that this person sent, the first one first."""
        return [one for one in await self._submissions.list_by_webinar(webinar_key) if one.owner == owner]

    async def has_twin(self, submission: Submission) -> bool:
        """Tell whether this person has another webinar with this title at this time, or is creating one."""
        asked, key = _identity(submission.plan), submission.webinar_key
        for tracked in await self._webinars.list_by_owner(submission.owner):
            there = tracked.webinar.phase is Phase.SCHEDULED and tracked.webinar_key != key
            if there and _identity(tracked.webinar) == asked:
                return True
        return any(
            one.webinar_key != key and _identity(one.plan) == asked
            for one in await self._submissions.list_unfinished(submission.owner)
        )

    async def taken_by_another(self, submission: Submission) -> bool:
        """Tell whether another sending of this form has this try's number already, with another plan."""
        there = await self._submissions.get(submission.id)
        return there is not None and there.plan != submission.plan

    async def begin(self, submission: Submission) -> None:
        """Begin the work of a saved submission, once. What does not begin now is taken up later, so never raises."""
        try:
            await self._engine.start_once(submission.id, NAME, submission.id)
        except Exception:
            log.exception("work_not_begun", submission=submission.id)

    async def list_found(self, submission: Submission) -> list[str]:
        """The webinars among which the person was asked to choose."""
        outcome = await self._submissions.get_outcome(submission.id)
        return [one.id for one in outcome.found] if outcome else []

    async def show_again(self, submission: Submission) -> None:
        """Show the outcome once more, if there is one yet."""
        if (outcome := await self._submissions.get_outcome(submission.id)) is not None:
            await self._progress.show_outcome(submission, outcome)

    async def take_up(self) -> None:
        """Begin what was saved and never begun, and begin anew what broke off: every step knows what was done."""
        for submission in await self._submissions.list_unfinished():
            await self._engine.ensure(submission.id, NAME, submission.id)

    async def _run(self, submission_id: str) -> None:
        try:
            await self._work(submission_id)
        except Exception:
            reference = submission_id[:8]
            log.exception("submission_given_up", submission=submission_id, reference=reference)
            problem = f"Something went wrong on our side. Try again: {_KEPT} The reference is {reference}."
            await self._told(submission_id, self._tell_failure, problem)

    async def _told(
        self, submission_id: str, tell: Callable[..., Coroutine[Any, Any, bool]], *of: Json
    ) -> None:
        """Tell the person how it ended; while Slack takes nothing, again after growing pauses, for a week."""
        told = await self._engine.step("tell", tell, submission_id, *of)
        for pause in growing_pauses(self._timing.pause, self._timing.longest_rest, _TOLD_WITHIN):
            if told is not False:  # work of an earlier version says nothing, and has told
                return
            await self._engine.sleep(pause)
            told = await self._engine.step("tell again", self._tell_again, submission_id)

    async def _work(self, submission_id: str) -> None:
        step = self._engine.step
        if failure := await step("make", self._make, submission_id):
            await self._told(submission_id, self._tell_failure, failure)
            return
        scheduled = await step("schedule", self._schedule, submission_id)
        if isinstance(scheduled, str):
            await self._told(submission_id, self._tell_failure, scheduled)
            return
        invited, announced = await self._spread(submission_id, scheduled)
        await self._told(submission_id, self._tell_success, invited, announced)
        unread = announced[0] is not None
        for _ in range(_LATER_READS if unread else 0):
            await self._engine.sleep(self._timing.later)
            if not await step("registration", self._cards.read_later, submission_id):
                await step("mend cards", self._cards.mend, submission_id)
                return

    async def _spread(self, submission_id: str, size: dict[str, int] | None) -> tuple[list[Json], list[Json]]:
        """Panel and channels, side by side; every step has its place before the first one runs.

        Work that an earlier version began has not told its size.
        """
        look = self._engine.slot()
        sizes = await look.step("look", self._size, submission_id) if size is None else size
        invite, registration = self._engine.slot(), self._engine.slot()
        links = [self._engine.slot() for _ in range(sizes["panel"])]
        cards = [self._engine.slot() for _ in range(sizes["channels"])]

        async def panel() -> list[Json]:
            invitations = await invite.step("invite", self._panel.invite, submission_id) if links else []
            pairs = zip(links, invitations, strict=True)
            return await together(
                *(link.step("send link", self._panel.send_link, submission_id, one) for link, one in pairs)
            )

        async def channels() -> list[Json]:
            problem = None
            if sizes.get("registers", True):
                problem = await registration.step(
                    "registration", self._cards.read_registration, submission_id
                )
            done = await together(
                *(
                    slot.step("announce", self._cards.announce, submission_id, at)
                    for at, slot in enumerate(cards)
                )
            )
            return [problem, *done]

        invited, announced = await together(panel(), channels())
        return invited, announced

    async def _make(self, submission_id: str) -> Failure | None:
        submission = await self._submission_lookup.submission(submission_id)
        async with self._progress.telling(submission) as tell:
            caller = caller_of(submission, tell, calls=2 + later_calls(submission.plan))
            undecided, problem = await attempt(
                self._made(submission, caller), "webinar_not_created", submission=submission.id
            )
            return problem or undecided

    async def _made(self, submission: Submission, caller: Caller) -> Failure | None:
        """Make it; where looking cannot tell whether it was made before, what was found is the failure."""
        try:
            await self._webinar_creation.make(submission, caller)
        except Undecided as undecided:
            found = tuple(Found(id=one, made_at=made_at) for one, made_at in undecided.found.items())
            return Outcome(problem=str(undecided), found=found).model_dump(mode="json")
        return None

    async def _schedule(self, submission_id: str) -> str | dict[str, int]:
        submission = await self._submission_lookup.submission(submission_id)
        async with self._progress.telling(submission) as tell:
            caller = caller_of(submission, tell, calls=1 + later_calls(submission.plan))
            webinar_creation = self._webinar_creation.schedule(submission, caller)
            webinar, problem = await attempt(
                webinar_creation, "session_not_scheduled", submission=submission.id
            )
        return problem or _size(submission.plan, webinar)

    async def _size(self, submission_id: str) -> dict[str, int]:
        submission = await self._submission_lookup.submission(submission_id)
        return _size(submission.plan, await self._submission_lookup.webinar(submission))

    async def _tell_success(self, submission_id: str, invited: list[Json], announced: list[Json]) -> bool:
        submission = await self._submission_lookup.submission(submission_id)
        registration, *cards = announced
        made = await self._webinars.get_made(submission.webinar_key)
        report = Report(
            webinar=await self._submission_lookup.webinar(submission),
            plan=submission.plan,
            refused=made.refused if made else (),
            invitations=tuple(Invitation.model_validate(one) for one in invited),
            announced=tuple(Announced.model_validate(one) for one in cards),
            twice=submission.twice,
            problems=(str(registration),) if registration else (),
            webinar_key=submission.webinar_key,
        )
        return await self._tell(submission, Outcome(report=report))

    async def _tell_failure(self, submission_id: str, failure: Failure) -> bool:
        submission = await self._submission_lookup.submission(submission_id)
        outcome = Outcome.model_validate({"problem": failure} if isinstance(failure, str) else failure)
        exists = await self._webinars.get_scheduled(submission.webinar_key) is not None
        return await self._tell(submission, outcome.model_copy(update={"exists": exists}))

    async def _tell(self, submission: Submission, outcome: Outcome) -> bool:
        """The outcome is kept before it is shown, so that whoever asks meanwhile sees it as well.

        False while Slack cannot be reached.
        """
        await self._submissions.finish(submission.id, outcome)
        log.info("submission_ended", submission=submission.id, created=outcome.report is not None)
        await self._webinar_creation.free_places(caller_of(submission))
        return await self._tell_again(submission.id)

    async def _tell_again(self, submission_id: str) -> bool:
        """Tell the outcome that is kept: the first one, whatever failed after it."""
        submission = await self._submission_lookup.submission(submission_id)
        outcome = await self._submissions.get_outcome(submission_id)
        if outcome is None:
            return True
        told = await self._progress.tell_outcome(submission, outcome)
        if outcome.report is not None and outcome.report.is_incomplete:
            # What was made up for before the host was told is said as well.
            await self._webinars.mark_stale(submission.webinar_key)
        return told


def _identity(planned: Plan | Webinar) -> tuple[str, datetime]:
    """What a person tells webinars apart by."""
    return planned.title.strip().casefold(), planned.start


def _size(plan: Plan, webinar: Webinar | None) -> dict[str, int]:
    """Count what is left to do once the webinar is scheduled."""
    return {
        "panel": len(plan.invited),
        "channels": len(plan.announce_in),
        "registers": webinar is not None and webinar.audience is Audience.REGISTERED,
    }
