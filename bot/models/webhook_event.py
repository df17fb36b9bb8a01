"""A webhook event: it says that something about a session changed; the API alone tells what."""

from enum import StrEnum

from bot.models.frozen import Frozen


class WebhookTopic(StrEnum):
    """The kinds of things that change."""

    SESSION = "session"
    STATE = "state"
    REGISTRATION = "registration"
    OTHER = "other"


class WebhookEvent(Frozen):
    """One delivery; `session` and `webinar` are RingCentral's ids, as far as the delivery named them."""

    id: str
    about: WebhookTopic
    session: str | None = None
    webinar: str | None = None
