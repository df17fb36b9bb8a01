"""A form sent off, and what became of it."""

from datetime import datetime
from enum import StrEnum

from pydantic import Field

from bot.models.form import Form, Options
from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.keys import SubmissionId
from bot.models.webinar import Plan, WebinarSettings


class State(StrEnum):
    """The states of a submission."""

    CREATING = "creating"
    CREATED = "created"
    FAILED = "failed"


class Submission(Stored):
    """One try at one webinar, asked for at an instant: what was typed, the plan it makes, and where to show how it goes.

    `draft` names the form that was opened; the tries of one form count up from 0. `view_id` is an open view,
    `notice` the conversation and ts of a message. The person said that the webinar `takes` is the one that this form
    made before, or that those which it `passes_over` are not.
    """

    webinar_key: WebinarKey
    attempt: int = Field(ge=0)
    owner: str
    view_id: str | None = None
    notice: tuple[str, str] | None = None
    form: Form
    options: Options
    plan: Plan
    twice: bool = False
    takes: str | None = None
    passes_over: tuple[str, ...] = ()
    state: State = State.CREATING
    asked_at: datetime | None = None

    def again(self, notice: tuple[str, str]) -> "Submission":
        """The next try of the same form, to be shown in a message."""
        changed = {"attempt": self.attempt + 1, "notice": notice, "view_id": None, "state": State.CREATING}
        return self.model_copy(update={**changed, "takes": None, "asked_at": None})

    @property
    def id(self) -> str:
        return str(SubmissionId(self.webinar_key, self.attempt))


class Made(Frozen):
    """A webinar that RingCentral made and that has no session yet; `refused` settings were left out."""

    id: str
    plan: Plan
    settings: WebinarSettings
    refused: tuple[str, ...] = ()
