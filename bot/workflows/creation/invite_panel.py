"""The panel: everybody on it is invited in one call, and gets a link of their own."""

from blocks.card import panel_message
from bot.models import Invitation, Person, Role
from bot.models.rate_limit import Errand
from bot.models.submission import Submission
from bot.resources import Ground
from bot.storage.messages import Kind
from bot.workflows.creation.progress import Teller
from bot.workflows.creation.submission import Dossier, attempted, errand_of, problem_of
from bot.workflows.engine import Json, together


class Panel:
    """The steps for co-hosts and panelists."""

    def __init__(self, ground: Ground, dossier: Dossier, teller: Teller) -> None:
        self._dossier = dossier
        self._scheduling = ground.scheduling
        self._people = ground.people
        self._slack = ground.slack
        self._teller = teller
        self._panel = ground.stores.panel

    async def invite(self, submission_id: str) -> list[dict[str, Json]]:
        """Invite all of them; the invitations, in JSON."""
        submission = await self._dossier.submission(submission_id)
        if not submission.plan.invited:
            return []
        async with self._teller.telling(submission) as tell:
            inviting = self._invitations(submission, errand_of(submission, tell))
            invitations, problem = await attempted(submission, inviting)
        if invitations is None:
            invitations = [
                Invitation(user=user, role=role, problem=problem) for user, role in submission.plan.invited
            ]
        await self._panel.keep(submission.draft, [one for one in invitations if one.problem is None])
        return [invitation.model_dump(mode="json") for invitation in invitations]

    async def _invitations(self, submission: Submission, errand: Errand) -> list[Invitation]:
        webinar = await self._dossier.webinar(submission)
        known = await together(*(self._known(submission, user) for user, _ in submission.plan.invited))
        panel = [
            (person, role) for (person, _), (_, role) in zip(known, submission.plan.invited, strict=True)
        ]
        reachable = [(person, role) for person, role in panel if person and person.email]
        links = (
            await self._scheduling.invite(submission.draft, webinar, reachable, errand) if reachable else {}
        )
        return [
            _invitation(user, role, person, problem, links)
            for (person, problem), (user, role) in zip(known, submission.plan.invited, strict=True)
        ]

    async def _known(self, submission: Submission, user: str) -> tuple[Person | None, str | None]:
        return await attempted(submission, self._people.person(user))

    async def send_link(self, submission_id: str, invited: dict[str, Json]) -> dict[str, Json]:
        """Send one of them their link; the invitation again, with what went wrong."""
        submission, invitation = (
            await self._dossier.submission(submission_id),
            Invitation.model_validate(invited),
        )
        if invitation.problem is None:
            key, to = f"{submission.draft}:panel:{invitation.user}", invitation.user
            message = panel_message(await self._dossier.webinar(submission), invitation, submission.draft)
            posting = self._slack.post_once(key, submission.draft, Kind.PANEL, to, message)
            problem = await problem_of(submission, posting)
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
        return Invitation(user=user, role=role, problem="has no e-mail address in Slack, so was not invited")
    return Invitation(user=user, role=role, join_uri=links.get(person.email.casefold()))
