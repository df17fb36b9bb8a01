"""Forms while they are open, and forms that were sent off."""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, select, update

from bot.models import Webinar
from bot.models.clock import Clock
from bot.models.form import Draft, Form, Options
from bot.models.keys import SubmissionId
from bot.models.report import Outcome
from bot.models.submission import State, Submission
from bot.storage.database import Database
from bot.storage.encryption import Cipher
from bot.storage.schema import drafts, submissions
from bot.storage.upsert import insert_unless_there


class Submissions:
    """Remembers what people typed, sealed."""

    def __init__(self, database: Database, cipher: Cipher, clock: Clock) -> None:
        self._database = database
        self._cipher = cipher
        self._clock = clock

    async def get_draft(self, draft: str) -> Draft:
        """An open form; an empty one when nothing of it was saved."""
        async with self._database.reading() as connection:
            sealed = await connection.scalar(select(drafts.c.sealed).where(drafts.c.id == draft))
        return self._cipher.decrypt(sealed, Draft) if sealed else Draft()

    async def change_draft(self, draft: str, owner: str, **changed: Form | Options | Webinar) -> None:
        """Save a part of an open form, and leave the other as it is, whoever saves that at the same time."""
        here = drafts.c.id == draft
        row = {
            "id": draft,
            "owner": owner,
            "sealed": self._cipher.encrypt(Draft()),
            "changed_at": self._clock(),
        }
        async with self._database.transaction() as connection:
            await insert_unless_there(connection, drafts, row)
            kept = (await connection.scalars(select(drafts.c.sealed).where(here).with_for_update())).one()
            value = self._cipher.decrypt(kept, Draft).model_copy(update=changed)
            values = {"sealed": self._cipher.encrypt(value), "changed_at": self._clock()}
            await connection.execute(update(drafts).where(here).values(values))

    async def add(self, submission: Submission) -> bool:
        """Save a submission; False when this very one is saved already."""
        row = {
            "id": submission.id,
            "draft": submission.webinar_key,
            "attempt": submission.attempt,
            "owner": submission.owner,
            "sealed": self._cipher.encrypt(submission),
            "state": submission.state,
            "created_at": submission.asked_at or self._clock(),
        }
        async with self._database.transaction() as connection:
            return await insert_unless_there(connection, submissions, row)

    async def get(self, submission_id: str) -> Submission | None:
        """A submission in its present state."""
        found = await self._find(submissions.c.id == submission_id)
        return found[0] if found else None

    async def list_by_webinar(self, draft: str) -> list[Submission]:
        """Every try of one form, the first one first."""
        return await self._find(submissions.c.draft == draft)

    async def list_unfinished(self, owner: str | None = None) -> list[Submission]:
        """The submissions whose work has not ended, of everybody or of one person."""
        unfinished = submissions.c.state == State.CREATING
        return await self._find(unfinished if owner is None else unfinished & (submissions.c.owner == owner))

    async def finish(self, submission_id: str, outcome: Outcome) -> None:
        """Note how a submission ended; how it ended first stays."""
        state = State.CREATED if outcome.report else State.FAILED
        values = {"state": state, "sealed_outcome": self._cipher.encrypt(outcome)}
        async with self._database.before_sending() as connection:
            if state is State.CREATED:
                await connection.execute(
                    delete(drafts).where(drafts.c.id == SubmissionId.parse(submission_id).webinar_key)
                )
            await connection.execute(
                update(submissions)
                .where(submissions.c.id == submission_id, submissions.c.state == State.CREATING)
                .values(values)
            )

    async def get_outcome(self, submission_id: str) -> Outcome | None:
        """The outcome of a submission; None while it has not ended."""
        query = select(submissions.c.sealed_outcome).where(submissions.c.id == submission_id)
        async with self._database.reading() as connection:
            sealed = await connection.scalar(query)
        return self._cipher.decrypt(sealed, Outcome) if sealed else None

    async def _find(self, condition: ColumnElement[bool]) -> list[Submission]:
        query = select(submissions.c.sealed, submissions.c.state, submissions.c.created_at).where(condition)
        async with self._database.reading() as connection:
            rows = (
                await connection.execute(query.order_by(submissions.c.attempt, submissions.c.created_at))
            ).all()
        return [self._opened(sealed, State(state), asked_at) for sealed, state, asked_at in rows]

    def _opened(self, sealed: bytes, state: State, asked_at: datetime) -> Submission:
        kept = {"state": state, "asked_at": asked_at}
        return self._cipher.decrypt(sealed, Submission).model_copy(update=kept)
