"""Creating a webinar: from a saved submission to the cards, whatever dies in between.

    make ── schedule ─┬─ invite ── a link to each of the panel ──┬─ tell the person
                      └─ read the registration ── a card each ───┘

Every line is a step of its own, and may run again after a crash. Its failures are data: problems, in words.
"""

from collections.abc import Awaitable
from typing import Final, TypeVar

import structlog

from blocks.card import Announcement, card, panel_message
from bot.errors import NotFound, WebinarsError
from bot.models import Invitation, Person, Role, Webinar
from bot.models.report import Announced, Outcome, Report
from bot.models.submission import Submission
from bot.models.waiting import Tell
from bot.services.people import People
from bot.services.scheduling import Scheduling
from bot.services.slack import Place, Slack
from bot.storage.messages import Kind, Messages
from bot.storage.submissions import Submissions
from bot.storage.webinars import Webinars
from bot.workflows.engine import Engine, Json, together
from bot.workflows.telling import Teller

NAME: Final = "create_webinar"
_LATER_READS: Final = 30
_KEPT: Final = "what was made already is taken up, and nothing is made twice."
Done = TypeVar("Done")
log = structlog.get_logger()


class Creation:
    """The workflow, and what starts it."""

    def __init__(  # noqa: PLR0913 - the workflow is where everything meets
        self,
        engine: Engine,
        *,
        scheduling: Scheduling,
        people: People,
        slack: Slack,
        teller: Teller,
        submissions: Submissions,
        webinars: Webinars,
        messages: Messages,
    ) -> None:
        self._engine = engine
        self._scheduling = scheduling
        self._people = people
        self._slack = slack
        self._teller = teller
        self._submissions = submissions
        self._webinars = webinars
        self._messages = messages
        engine.add(NAME, self._run)

    async def keep(self, submission: Submission) -> bool:
        """Save a submission: from here on it is not lost. False when this very one was saved before."""
        return await self._submissions.add(submission)

    async def tries(self, draft: str, owner: str) -> list[Submission]:
        """Every try of a form that this person sent, the first one first."""
        return [one for one in await self._submissions.of_draft(draft) if one.owner == owner]

    async def taken_by_another(self, submission: Submission) -> bool:
        """Whether another sending of this form has this try's number already, with another plan."""
        there = await self._submissions.get(submission.id)
        return there is not None and there.plan != submission.plan

    async def begin(self, submission: Submission) -> None:
        """Begin the work of a saved submission, once. What does not begin now is taken up later, so never raises."""
        try:
            await self._engine.start_once(submission.id, NAME, submission.id)
        except Exception:
            log.exception("not begun yet", submission=submission.id)

    async def show_again(self, submission: Submission) -> None:
        """Show the outcome once more, if there is one yet."""
        if (outcome := await self._submissions.outcome(submission.id)) is not None:
            await self._teller.show_outcome(submission, outcome)

    async def take_up(self) -> None:
        """Begin what was saved and never begun."""
        for submission in await self._submissions.unfinished():
            await self.begin(submission)

    async def _run(self, submission_id: str) -> None:
        try:
            await self._work(submission_id)
        except Exception:
            reference = submission_id[:8]
            log.exception("given up", submission=submission_id, reference=reference)
            problem = f"Something went wrong on our side. Try again: {_KEPT} The reference is {reference}."
            await self._engine.step("tell", self._tell_failure, submission_id, problem)

    async def _work(self, submission_id: str) -> None:
        step = self._engine.step
        problem = await step("make", self._make, submission_id)
        problem = problem or await step("schedule", self._schedule, submission_id)
        if problem:
            await step("tell", self._tell_failure, submission_id, problem)
            return
        invited, announced = await self._spread(submission_id)
        await step("tell", self._tell_success, submission_id, invited, announced)
        unread = announced[0] is not None
        for _ in range(_LATER_READS if unread else 0):
            await self._engine.sleep(self._slack.patience.later)
            if not await step("registration", self._read_registration, submission_id):
                await step("mend cards", self._mend_cards, submission_id)
                return

    async def _spread(self, submission_id: str) -> tuple[list[Json], list[Json]]:
        """Panel and channels, side by side; every step has its place before the first one runs."""
        size = await self._engine.step("look", self._size, submission_id)
        invite, registration = self._engine.slot(), self._engine.slot()
        links = [self._engine.slot() for _ in range(size["panel"])]
        cards = [self._engine.slot() for _ in range(size["channels"])]

        async def panel() -> list[Json]:
            invitations = await invite.step("invite", self._invite, submission_id)
            pairs = zip(links, invitations, strict=True)
            return await together(
                *(link.step("send link", self._send_link, submission_id, one) for link, one in pairs)
            )

        async def channels() -> list[Json]:
            problem = await registration.step("registration", self._read_registration, submission_id)
            done = await together(
                *(slot.step("announce", self._announce, submission_id, at) for at, slot in enumerate(cards))
            )
            return [problem, *done]

        invited, announced = await together(panel(), channels())
        return invited, announced

    async def _make(self, submission_id: str) -> str | None:
        submission = await self._submission(submission_id)
        async with self._teller.telling(submission) as tell:
            return await _problem(submission, self._scheduling.make(submission, tell))

    async def _schedule(self, submission_id: str) -> str | None:
        submission = await self._submission(submission_id)
        async with self._teller.telling(submission) as tell:
            return await _problem(submission, self._scheduling.schedule(submission, tell))

    async def _size(self, submission_id: str) -> dict[str, int]:
        plan = (await self._submission(submission_id)).plan
        return {"panel": len(plan.invited), "channels": len(plan.announce_in)}

    async def _invite(self, submission_id: str) -> list[dict[str, Json]]:
        submission = await self._submission(submission_id)
        if not submission.plan.invited:
            return []
        async with self._teller.telling(submission) as tell:
            inviting = self._invitations(submission, tell)
            invitations, problem = await _attempted(submission, inviting)
        if invitations is None:
            invitations = [
                Invitation(user=user, role=role, problem=problem) for user, role in submission.plan.invited
            ]
        return [invitation.model_dump(mode="json") for invitation in invitations]

    async def _invitations(self, submission: Submission, tell: Tell) -> list[Invitation]:
        webinar = await self._webinar(submission)
        known = await together(*(self._known(submission, user) for user, _ in submission.plan.invited))
        panel = [
            (person, role) for (person, _), (_, role) in zip(known, submission.plan.invited, strict=True)
        ]
        reachable = [(person, role) for person, role in panel if person and person.email]
        links = await self._scheduling.invite(submission.draft, webinar, reachable, tell) if reachable else {}
        return [
            _invitation(user, role, person, problem, links)
            for (person, problem), (user, role) in zip(known, submission.plan.invited, strict=True)
        ]

    async def _known(self, submission: Submission, user: str) -> tuple[Person | None, str | None]:
        return await _attempted(submission, self._people.person(user))

    async def _send_link(self, submission_id: str, invited: dict[str, Json]) -> dict[str, Json]:
        submission, invitation = await self._submission(submission_id), Invitation.model_validate(invited)
        if invitation.problem is None:
            key, to = f"{submission.draft}:panel:{invitation.user}", invitation.user
            message = panel_message(await self._webinar(submission), invitation)
            posting = self._slack.post_once(key, submission.draft, Kind.PANEL, to, message)
            problem = await _problem(submission, posting)
            invitation = invitation.model_copy(
                update={"problem": problem and f"not told in Slack: {problem}"}
            )
        return invitation.model_dump(mode="json")

    async def _read_registration(self, submission_id: str) -> str | None:
        submission = await self._submission(submission_id)
        webinar = await self._webinar(submission)
        async with self._teller.telling(submission) as tell:
            return await _problem(submission, self._scheduling.read_registration(webinar, tell))

    async def _announce(self, submission_id: str, at: int) -> dict[str, Json]:
        submission = await self._submission(submission_id)
        channel = submission.plan.announce_in[at]
        message = card(Announcement.of(await self._webinar(submission)))
        key = f"{submission.draft}:card:{channel}"
        posting = self._slack.post_once(key, submission.draft, Kind.CARD, channel, message)
        return Announced(channel=channel, problem=await _problem(submission, posting)).model_dump(mode="json")

    async def _mend_cards(self, submission_id: str) -> None:
        """Put the registration page into the cards, now that it is known."""
        submission = await self._submission(submission_id)
        message = card(Announcement.of(await self._webinar(submission)))
        for posted in await self._messages.of_draft(submission.draft, Kind.CARD):
            if posted.ts is not None:
                await _problem(submission, self._slack.edit(Place(posted.conversation, posted.ts), message))

    async def _tell_success(self, submission_id: str, invited: list[Json], announced: list[Json]) -> None:
        submission = await self._submission(submission_id)
        registration, *cards = announced
        made = await self._webinars.made(submission.draft)
        report = Report(
            webinar=await self._webinar(submission),
            plan=submission.plan,
            refused=made.refused if made else (),
            invitations=tuple(Invitation.model_validate(one) for one in invited),
            announced=tuple(Announced.model_validate(one) for one in cards),
            twice=submission.twice,
            problems=(str(registration),) if registration else (),
        )
        await self._tell(submission, Outcome(report=report))

    async def _tell_failure(self, submission_id: str, problem: str) -> None:
        submission = await self._submission(submission_id)
        await self._tell(submission, Outcome(problem=problem))

    async def _tell(self, submission: Submission, outcome: Outcome) -> None:
        """The outcome is kept before it is shown, so that whoever asks meanwhile sees it as well."""
        await self._submissions.finish(submission.id, outcome)
        log.info("submission ended", submission=submission.id, created=outcome.report is not None)
        await self._teller.tell_outcome(submission, outcome)

    async def _submission(self, submission_id: str) -> Submission:
        submission = await self._submissions.get(submission_id)
        if submission is None:
            raise NotFound("This form is not there any more. Type /webinar to begin anew.")
        return submission

    async def _webinar(self, submission: Submission) -> Webinar:
        webinar = await self._webinars.scheduled(submission.draft)
        if webinar is None:
            raise NotFound("This webinar is not there any more. Type /webinar to begin anew.")
        return webinar


def _invitation(
    user: str, role: Role, person: Person | None, problem: str | None, links: dict[str, str | None]
) -> Invitation:
    if person is None:
        return Invitation(user=user, role=role, problem=f"not invited: {problem}")
    if person.email is None:
        return Invitation(user=user, role=role, problem="has no e-mail address in Slack, so was not invited")
    return Invitation(user=user, role=role, join_uri=links.get(person.email.casefold()))


async def _problem(submission: Submission, work: Awaitable[object]) -> str | None:
    """Do the work; what went wrong, in words, or None."""
    _, problem = await _attempted(submission, work)
    return problem


async def _attempted(submission: Submission, work: Awaitable[Done]) -> tuple[Done | None, str | None]:
    """What the work gave, or what went wrong in words; the unforeseen is raised, and the engine tries again."""
    try:
        return await work, None
    except WebinarsError as error:
        log.warning("step failed", submission=submission.id, error=type(error).__name__)
        return None, str(error)
