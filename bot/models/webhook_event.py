"""What a webhook hints at: that something about a session changed; the API alone tells what."""

from enum import StrEnum

from bot.models.frozen import Frozen


class About(StrEnum):
    """What kind of thing changed."""

    SESSION = "session"
    STATE = "state"
    REGISTRATION = "registration"
    OTHER = "other"


class Hint(Frozen):
    """One delivery; `session` and `webinar` are RingCentral's ids, as far as the delivery named them."""

    id: str
    about: About
    session: str | None = None
    webinar: str | None = None
