"""What somebody wants changed of a webinar that exists, and what became of it."""

from datetime import datetime
from enum import StrEnum

from bot.models.frozen import Frozen
from bot.models.webinar import Plan, Role


class ChangeKind(StrEnum):
    """What is to be done."""

    EDIT = "edit"
    CANCEL = "cancel"
    PANEL = "panel"
    ANNOUNCE = "announce"


class Change(Frozen):
    """One change of one webinar, asked for by a person at an instant; `view_id` is the view that waits for it.

    An edit has its `plan`, a cancellation perhaps a `reason`, the panel everybody with their role as it shall be,
    an announcement its `channels`.
    """

    id: str
    draft: str
    user: str
    kind: ChangeKind
    view_id: str | None = None
    plan: Plan | None = None
    reason: str = ""
    panel: tuple[tuple[str, Role], ...] = ()
    channels: tuple[str, ...] = ()
    asked_at: datetime | None = None


class ChangeOutcome(Frozen):
    """What became of a change: `done` says what holds now, `problems` what did not work; both in
    Slack's mrkdwn, with whatever others said in it escaped.
    """

    done: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
