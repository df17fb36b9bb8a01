"""Registering from Slack: somebody's place in line, and what became of it."""

from enum import StrEnum

from pydantic import AwareDatetime, Field

from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.keys import MessageKey
from bot.models.webinar import Registration, RegistrationStatus, Webinar


class RegistrationStage(StrEnum):
    """The stages of one person's registration, there and back."""

    WAITING = "waiting"
    REGISTERED = "registered"
    REFUSED = "refused"
    LEAVING = "leaving"
    LEFT = "left"

    @property
    def is_under_way(self) -> bool:
        """Tell whether RingCentral has yet to hear of it."""
        return self in {RegistrationStage.WAITING, RegistrationStage.LEAVING}


class RegistrationBarrier(StrEnum):
    """The reasons why nobody, or this person, can be registered from Slack."""

    OVER = "over"
    CLOSED = "closed"
    FULL = "full"
    QUESTIONS = "questions"
    NO_EMAIL = "no_email"
    WORK_EMAIL = "work_email"
    REFUSED = "refused"
    GONE = "gone"


class SignupClick(Stored):
    """Somebody pressed Register me for a webinar, on a card in a `channel` or, without one, elsewhere."""

    webinar_key: WebinarKey
    user: str
    channel: str | None = None
    card: str | None = None


class RegistrationEntry(Stored):
    """One person's registration for one webinar through Slack.

    `number` is the order of the clicks, `told` the stage that the person knows of; `registrant` and `join_uri` are
    RingCentral's, `sent_at` is when it was asked last; `barrier` says why it was refused.
    """

    number: int
    webinar_key: WebinarKey
    user: str
    stage: RegistrationStage
    asked_at: AwareDatetime
    channel: str | None = None
    card: str | None = None
    registrant: str | None = None
    join_uri: str | None = Field(default=None, repr=False)
    sent_at: AwareDatetime | None = None
    barrier: RegistrationBarrier | None = None
    told: RegistrationStage | None = None

    @property
    def message_key(self) -> MessageKey:
        """The key of the message that tells somebody how it stands with this registration."""
        return MessageKey.registrant(self.webinar_key, self.user, self.number)


class QueuePosition(Frozen):
    """A place in line, counted by those before it: of the same webinar, and of all; the first one has nobody `ahead`."""

    ahead: int
    ahead_of_all: int


class SignupSource(Frozen):
    """Somebody who is registered through Slack, and the channel where they clicked."""

    user: str
    channel: str | None = None


class Registrant(Frozen):
    """A registrant as RingCentral has them; `channel` is where they clicked, `source` what else is told of it."""

    id: str
    first_name: str = ""
    last_name: str = ""
    email: str = Field(default="", repr=False)
    registered_at: AwareDatetime | None = None
    source: str = ""
    channel: str | None = None
    came: bool = False

    @property
    def name(self) -> str:
        """The full name."""
        return f"{self.first_name} {self.last_name}".strip()


class RegistrationTerms(Frozen):
    """On what terms people register; it closes by itself at `limit` registrants, 0 meaning never."""

    is_open: bool
    limit: int = 0
    emails: bool = True
    one_device: bool = False
    work_email: bool = False


class SignupAnswer(Frozen):
    """The answer to somebody who wants to register: how it stands, or what stands in the way.

    Whoever waits is told their `place` and about how many `seconds` it takes.
    """

    stage: RegistrationStage | None = None
    barrier: RegistrationBarrier | None = None
    join_uri: str | None = Field(default=None, repr=False)
    place: QueuePosition | None = None
    seconds: float = 0.0
    pace: float = 0.0


def barrier_of(webinar: Webinar | None) -> RegistrationBarrier | None:
    """The reason why nobody can register for a webinar from Slack, as far as we know; None when they can."""
    if webinar is None:
        return RegistrationBarrier.GONE
    if webinar.is_over:
        return RegistrationBarrier.OVER
    registration = webinar.registration
    if registration is None:
        return None
    if registration.is_full:
        return RegistrationBarrier.FULL
    if not registration.is_open:
        return RegistrationBarrier.CLOSED
    return RegistrationBarrier.QUESTIONS if registration.asks else None


def terms_of(registration: Registration | None) -> RegistrationTerms:
    """The terms of a registration as we know them."""
    if registration is None:
        return RegistrationTerms(is_open=True)
    return RegistrationTerms(
        is_open=registration.status is RegistrationStatus.OPEN,
        limit=registration.limit or 0,
        emails=registration.emails,
        one_device=registration.one_device,
        work_email=registration.work_email,
    )


def with_registration(webinar: Webinar, **changed: object) -> Webinar:
    """The webinar, with something else known of its registration."""
    if webinar.registration is None:
        return webinar
    registration = webinar.registration.model_copy(update=changed)
    return webinar.model_copy(update={"registration": registration})
