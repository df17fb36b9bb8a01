"""The acts that a turn of a conversation is read into; nothing else is acted on."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from bot.models.conversation import Question
from bot.models.frozen import Frozen
from bot.models.understood import Doubt, Flag, Understood
from bot.models.webinar import Role

# --- changes to one field of a draft, absolute or relative to what stands there


class SetTitle(Frozen):
    """A new title: "call it Roadmap review"."""

    kind: Literal["set_title"] = "set_title"
    title: str


class SetStart(Frozen):
    """A new day, a new time or both, each None where it was not said; `doubts` are still to be settled."""

    kind: Literal["set_start"] = "set_start"
    date: dt.date | None = None
    clock: dt.time | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def is_contradictory(self) -> bool:
        """Tell whether two days or two times were said."""
        return any(doubt.flag is Flag.TWO_TIMES for doubt in self.doubts)


class MoveStart(Frozen):
    """A start that moves: by days, which keep the time on the clock, or by a time that passes."""

    kind: Literal["move_start"] = "move_start"
    days: int = 0
    by: dt.timedelta = dt.timedelta()


class SetTimeZone(Frozen):
    """Another time zone; None is the person's own."""

    kind: Literal["set_time_zone"] = "set_time_zone"
    zone: str | None


class SetLength(Frozen):
    """A new length: "90 minutes"."""

    kind: Literal["set_length"] = "set_length"
    length: dt.timedelta


class ChangeLength(Frozen):
    """A length that grows or shrinks: "30 minutes longer", "double the length"."""

    kind: Literal["change_length"] = "change_length"
    by: dt.timedelta = dt.timedelta()
    factor: float = 1.0


class SetEnd(Frozen):
    """The time at which it is over: "until 16:00"."""

    kind: Literal["set_end"] = "set_end"
    clock: dt.time


class SetRegistration(Frozen):
    """Tell whether people register."""

    kind: Literal["set_registration"] = "set_registration"
    wanted: bool


class AddPeople(Frozen):
    """People who come onto the panel: mentioned, or named and then looked up."""

    kind: Literal["add_people"] = "add_people"
    users: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    role: Role | None = None


class DropPeople(Frozen):
    """People who come off the panel; `everybody` in a role, or in any."""

    kind: Literal["drop_people"] = "drop_people"
    users: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    everybody: bool = False
    role: Role | None = None


class ChannelChange(StrEnum):
    """Named channels may come instead of the ones that stand there, beside them, or out of them."""

    INSTEAD = "instead"
    ADD = "add"
    DROP = "drop"


class SetChannels(Frozen):
    """Channels in which the webinar is announced; `here` is the one that is spoken in, INSTEAD of nothing is none."""

    kind: Literal["set_channels"] = "set_channels"
    how: ChannelChange
    channels: tuple[str, ...] = ()
    here: bool = False


class SetSetting(Frozen):
    """One setting of `WebinarSettings` by its name; None leaves it to the account."""

    kind: Literal["set_setting"] = "set_setting"
    name: str
    value: bool | str | None


class SetDescription(Frozen):
    """A new description; an empty one takes it away."""

    kind: Literal["set_description"] = "set_description"
    text: str


class SetPanelJoinsEarly(Frozen):
    """The panel joins so many minutes before the start."""

    kind: Literal["set_panel_joins_early"] = "set_panel_joins_early"
    minutes: int


FieldChange: TypeAlias = Annotated[
    SetTitle
    | SetStart
    | MoveStart
    | SetTimeZone
    | SetLength
    | ChangeLength
    | SetEnd
    | SetRegistration
    | AddPeople
    | DropPeople
    | SetChannels
    | SetSetting
    | SetDescription
    | SetPanelJoinsEarly,
    Field(discriminator="kind"),
]


# --- webinars that exist


class WebinarReference(Frozen):
    """The webinar that is meant: by words of its title, by its day, as the next one, or the one that was spoken of last."""

    words: str = ""
    day: dt.date | None = None
    next: bool = False
    last_spoken_of: bool = False


class WebinarTopic(StrEnum):
    """The questions about webinars that exist."""

    LIST = "list"
    WHEN = "when"
    WHO_COMES = "who_comes"
    WHO_REGISTERED = "who_registered"
    RECORDING = "recording"
    LINK = "link"
    HOST_LINK = "host_link"
    STATUS = "status"


class WebinarAction(StrEnum):
    """The actions that somebody can ask for on a webinar that exists."""

    MOVE = "move"
    CHANGE_LENGTH = "change_length"
    RENAME = "rename"
    CANCEL = "cancel"
    PANEL = "panel"
    ANNOUNCE = "announce"
    REMIND = "remind"
    EDIT = "edit"
    REGISTRATION = "registration"
    DUPLICATE = "duplicate"
    KEEP = "keep"


# --- acts


class Begin(Frozen):
    """A webinar is asked for: a draft begins with everything that was said; `second` is what else was asked for."""

    kind: Literal["begin"] = "begin"
    said: Understood
    changes: tuple[FieldChange, ...] = ()
    second: str = ""


class ChangeDraft(Frozen):
    """Fields of the open draft change, in the order in which they were said."""

    kind: Literal["change_draft"] = "change_draft"
    changes: tuple[FieldChange, ...]


class Confirm(Frozen):
    """The draft is good as it is: only the click is missing."""

    kind: Literal["confirm"] = "confirm"


class AskAmount(Frozen):
    """A change of which nobody said how much: "later" is asked back, and the next turn may answer."""

    kind: Literal["ask_amount"] = "ask_amount"
    question: Question


class Discard(Frozen):
    """The draft is not wanted any more."""

    kind: Literal["discard"] = "discard"


class StartOver(Frozen):
    """The draft is put away, and another begins."""

    kind: Literal["start_over"] = "start_over"


class Undo(Frozen):
    """The last change is taken back, or the discarded draft is brought back."""

    kind: Literal["undo"] = "undo"


class DraftTopic(StrEnum):
    """The questions about the draft that is open."""

    SUMMARY = "summary"
    TIME_ZONE = "time_zone"
    START = "start"
    START_FOR = "start_for"
    LENGTH = "length"
    TITLE = "title"
    AUDIENCE = "audience"
    PEOPLE = "people"
    CHANNELS = "channels"
    WHO_SEES = "who_sees"
    WHO_COMES = "who_comes"
    SETTINGS = "settings"
    RECORDING = "recording"
    JOINING = "joining"
    REPEATING = "repeating"
    CHANGING_LATER = "changing_later"
    PASSWORD = "password"  # noqa: S105 - the topic
    WHICH = "which"


class AskDraft(Frozen):
    """A question about the draft; `users` are the people for whom it is asked."""

    kind: Literal["ask_draft"] = "ask_draft"
    topic: DraftTopic
    users: tuple[str, ...] = ()


class AskWebinars(Frozen):
    """A question about webinars that exist; `first` and `last` are the days that were named."""

    kind: Literal["ask_webinars"] = "ask_webinars"
    topic: WebinarTopic
    about: WebinarReference | None = None
    first: dt.date | None = None
    last: dt.date | None = None


class ManageWebinar(Frozen):
    """A webinar that exists shall change: nothing happens before it is confirmed.

    `remind_before` is how long before the start people shall be reminded.
    """

    kind: Literal["manage_webinar"] = "manage_webinar"
    action: WebinarAction
    about: WebinarReference
    changes: tuple[FieldChange, ...] = ()
    remind_before: tuple[dt.timedelta, ...] = ()


class HelpTopic(StrEnum):
    """The questions about the bot itself."""

    USAGE = "usage"
    CAPACITY = "capacity"
    WHO_ARE_YOU = "who_are_you"
    CHANGING = "changing"
    CANCELLING = "cancelling"
    COST = "cost"


class AskHelp(Frozen):
    """A question about what the bot does and how."""

    kind: Literal["ask_help"] = "ask_help"
    topic: HelpTopic = HelpTopic.USAGE


class Thanks(Frozen):
    """Thanks, and nothing else."""

    kind: Literal["thanks"] = "thanks"


class SmallTalk(Frozen):
    """A greeting, a remark: nothing is asked for."""

    kind: Literal["small_talk"] = "small_talk"
    greeting: bool = False


class Impossible(StrEnum):
    """The wishes that cannot be met in words, or at all."""

    RECURRENCE = "recurrence"
    POLL_CONTENT = "poll_content"
    HOST_TRANSFER = "host_transfer"
    ROOM = "room"
    ASK_OTHERS = "ask_others"
    FREE_SLOT = "free_slot"
    CLOCK_ELSEWHERE = "clock_elsewhere"
    TWO_AT_ONCE = "two_at_once"
    CAPACITY = "capacity"
    CONTRADICTION = "contradiction"
    PASSWORD_UNSAID = "password_unsaid"  # noqa: S105 - the name of a problem
    OTHER = "other"


class CannotBeDone(Frozen):
    """Something that cannot be done; `words` are the ones that ask for it."""

    kind: Literal["cannot_be_done"] = "cannot_be_done"
    what: Impossible
    words: str = ""


class NotUnderstood(Frozen):
    """Words that were not understood."""

    kind: Literal["not_understood"] = "not_understood"
    words: str


Act: TypeAlias = Annotated[
    Begin
    | ChangeDraft
    | AskAmount
    | Confirm
    | Discard
    | StartOver
    | Undo
    | AskDraft
    | AskWebinars
    | ManageWebinar
    | AskHelp
    | Thanks
    | SmallTalk
    | CannotBeDone
    | NotUnderstood,
    Field(discriminator="kind"),
]


def act_name(act: Act) -> str:
    """The kind of an act with what it is about, and nothing of what was typed: "change_draft(set_start)"."""
    about: list[str] = []
    match act:
        case Begin() | ChangeDraft():
            about = [change.kind for change in act.changes]
        case ManageWebinar():
            about = [act.action, *(change.kind for change in act.changes)]
        case AskDraft() | AskWebinars() | AskHelp():
            about = [act.topic]
        case AskAmount():
            about = [act.question]
        case CannotBeDone():
            about = [act.what]
    return f"{act.kind}({', '.join(about)})" if about else act.kind
