"""A draft that is talked about in a thread: begun with a sentence, changed by answers, made real by a click alone."""

from datetime import timedelta
from enum import StrEnum

from pydantic import AwareDatetime

from bot.models.form import Draft
from bot.models.frozen import Frozen
from bot.models.sentence import Sentence
from bot.models.understood import Understood


class TalkState(StrEnum):
    """Where a draft stands."""

    OPEN = "open"
    SENT = "sent"
    DISCARDED = "discarded"
    EXPIRED = "expired"


class Talk(Frozen):
    """One draft of one person; `home` is the zone they live in, None where Slack does not tell.

    `group` says that it is talked about in a direct conversation of several, and `changed_at` which version this is.
    """

    id: str
    owner: str
    conversation: str
    thread: str
    home: str | None
    locale: str
    said: Understood
    state: TalkState = TalkState.OPEN
    group: bool = False
    changed_at: AwareDatetime | None = None
    language: str | None = None
    """The language in which its owner began it, and in which its card stays; None in rows of before."""

    @property
    def spoken(self) -> str:
        """The language of the draft: the one it was begun in, else that of its owner's Slack."""
        return self.language or self.locale[:2]

    @property
    def in_channel(self) -> bool:
        """Whether others read along, and a card can be posted there."""
        return not self.group and self.conversation.startswith(("C", "G"))


class Proposal(Frozen):
    """A draft as it is shown: what it would become, what is still asked, and what to know."""

    talk: str
    owner: str
    draft: Draft
    start: AwareDatetime | None
    language: str = "en"
    locale: str = "en-US"
    length: timedelta | None = None
    question: Sentence | None = None
    notes: tuple[Sentence, ...] = ()
