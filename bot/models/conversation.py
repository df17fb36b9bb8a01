"""A draft that is talked about in a thread: begun with a sentence, changed by answers, made real by a click alone."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from pydantic import AwareDatetime

from bot.models.form import Draft, Options
from bot.models.frozen import Frozen
from bot.models.sentence import Sentence
from bot.models.understood import Understood
from bot.models.webinar import Role


class Question(StrEnum):
    """The question that the bot asked last."""

    TITLE = "title"
    DATE = "date"
    TIME = "time"
    TIME_ZONE = "time_zone"
    LENGTH = "length"
    HOW_MUCH_LATER = "how_much_later"
    HOW_MUCH_EARLIER = "how_much_earlier"
    HOW_MUCH_LONGER = "how_much_longer"
    HOW_MUCH_SHORTER = "how_much_shorter"


class DraftState(Frozen):
    """A draft as words and the form have made it.

    `said` holds title, start, length, zone, registration and people; `options` what else stands in the form;
    `announce` the channels that were chosen, None as long as nobody chose.
    """

    said: Understood
    options: Options = Options()
    announce: tuple[str, ...] | None = None


_UNDOABLE: Final = 8
"""So many changes can be undone."""


class TalkState(StrEnum):
    """The states of a draft."""

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
    options: Options | None = None
    """What stands behind "More options"; None in rows of before, whose form keeps it."""
    announce: tuple[str, ...] | None = None
    history: tuple[DraftState, ...] = ()
    """What the draft was before its last changes, for undo; the latest stands last."""
    asked: Question | None = None
    """What was asked last, besides what the draft itself still lacks; None once it was answered."""
    others: bool = False
    """Tell whether somebody else has spoken in its thread."""
    language: str | None = None
    """The language in which its owner began it, and in which its card stays; None in rows of before."""

    @property
    def spoken(self) -> str:
        """The language of the draft: the one it was begun in, else that of its owner's Slack."""
        return self.language or self.locale[:2]

    @property
    def draft(self) -> DraftState:
        """The draft as it is now."""
        return DraftState(said=self.said, options=self.options or Options(), announce=self.announce)

    def changed_to(self, draft: DraftState) -> "Talk":
        """The same with another draft, which can be undone."""
        history = (*self.history, self.draft)[-_UNDOABLE:]
        return self._with(draft, history)

    def undone(self) -> "Talk":
        """The same with the draft of before its last change."""
        return self._with(self.history[-1], self.history[:-1]) if self.history else self

    def _with(self, draft: DraftState, history: tuple[DraftState, ...]) -> "Talk":
        changed = {"said": draft.said, "options": draft.options, "announce": draft.announce}
        return self.model_copy(update={**changed, "history": history, "asked": None})

    @property
    def in_channel(self) -> bool:
        """Tell whether others read along, and a card can be posted there."""
        return not self.group and self.conversation.startswith(("C", "G"))


class DraftPart(StrEnum):
    """The parts of a draft as people see them."""

    TITLE = "title"
    START = "start"
    LENGTH = "length"
    AUDIENCE = "audience"
    CHANNELS = "channels"
    PEOPLE = "people"
    SETTINGS = "settings"
    DESCRIPTION = "description"


class Candidate(Frozen):
    """Somebody who may be meant by a plain name, and the role in which they would come."""

    user: str
    name: str
    role: Role | None = None
    drop: bool = False


class Proposal(Frozen):
    """A draft as it is shown: what it would become, what is still asked, and what to know."""

    talk: str
    owner: str
    draft: Draft
    start: AwareDatetime | None
    language: str = "en"
    locale: str = "en-US"
    home: str | None = None
    """The zone in which the owner lives, where nobody else reads it."""
    length: timedelta | None = None
    question: Sentence | None = None
    notes: tuple[Sentence, ...] = ()
