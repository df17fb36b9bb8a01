"""The panel: everybody on it is invited in one call, and gets a link of their own."""

from blocks.panel import panel_message
from bot.attempt import attempt, attempt_to_post
from bot.models import Invitation, Person, Role
from bot.models.keys import MessageKey
from bot.models.rate_limit import Caller
from bot.models.submission import Submission
from bot.resources import Resources
from bot.storage.messages import Kind
from bot.workflows.creation.progress import CreationProgress
from bot.workflows.creation.submission import SubmissionLookup, caller_of
from bot.workflows.engine import Json, together


class PanelInvitations:
    """The steps for co-hosts and panelists."""

    def __init__(
        self, resources: Resources, submission_lookup: SubmissionLookup, progress: CreationProgress
    ) -> None:
        self._submission_lookup = submission_lookup
        self._webinar_creation = resources.webinar_creation
        self._people = resources.people
        self._outbox = resources.outbox
        self._progress = progress
        self._panel = resources.stores.panel

    async def invite(self, submission_id: str) -> list[dict[str, Json]]:
        """Invite all of them; the invitations, in JSON."""
        submission = await self._submission_lookup.submission(submission_id)
        if not submission.plan.invited:
            return []
        async with self._progress.telling(submission) as tell:
            inviting = self._invitations(submission, caller_of(submission, tell))
            invitations, problem = await attempt(inviting, "panel_not_invited", submission=submission.id)
        if invitations is None:
            invitations = [
                Invitation(user=user, role=role, problem=problem) for user, role in submission.plan.invited
            ]
        await self._panel.save(submission.webinar_key, [one for one in invitations if one.problem is None])
        return [invitation.model_dump(mode="json") for invitation in invitations]

    async def _invitations(self, submission: Submission, caller: Caller) -> list[Invitation]:
        webinar = await self._submission_lookup.webinar(submission)
        known = await together(*(self._known(submission, user) for user, _ in submission.plan.invited))
        panel = [
            (person, role) for (person, _), (_, role) in zip(known, submission.plan.invited, strict=True)
        ]
        reachable = [(person, role) for person, role in panel if person and person.email]
        links = (
            await self._webinar_creation.invite(submission.webinar_key, webinar, reachable, caller)
            if reachable
            else {}
        )
        return [
            _invitation(user, role, person, problem, links)
            for (person, problem), (user, role) in zip(known, submission.plan.invited, strict=True)
        ]

    async def _known(self, submission: Submission, user: str) -> tuple[Person | None, str | None]:
        return await attempt(self._people.person(user), "person_not_read", submission=submission.id)

    async def send_link(self, submission_id: str, invited: dict[str, Json]) -> dict[str, Json]:
        """Send one of them their link; the invitation again, with what went wrong."""
        submission, invitation = (
            await self._submission_lookup.submission(submission_id),
            Invitation.model_validate(invited),
        )
        if invitation.problem is None:
            key, to = MessageKey.panel(submission.webinar_key, invitation.user), invitation.user
            message = panel_message(
                await self._submission_lookup.webinar(submission), invitation, submission.webinar_key
            )
            posting = self._outbox.post_once(key, submission.webinar_key, Kind.PANEL, to, message)
            problem = await attempt_to_post(posting, "link_not_sent", submission=submission.id)
            invitation = invitation.model_copy(
                update={"problem": problem and f"not told in Slack: {problem}"}
            )
        return invitation.model_dump(mode="json")


def _invitation(
    user: str, role: Role, person: Person | None, problem: str | None, links: dict[str, str | None]
) -> Invitation:
    if person is None:
        return Invitation(user=user, role=role, problem=f"not invited: {problem}")
    if person.email is None:
        return Invitation(user=user, role=role, problem="has no e-mail address in Slack and was not invited")
    return Invitation(user=user, role=role, join_uri=links.get(person.email.casefold()))
