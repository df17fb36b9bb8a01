"""People, as Slack describes them, and the zones that they live in."""

from pydantic import Field

from bot.models.frozen import Frozen


class Person(Frozen):
    """A person of the workspace; what Slack does not tell is None."""

    id: str
    name: str
    first_name: str
    last_name: str
    email: str | None = Field(default=None, repr=False)
    time_zone: str | None = None
    locale: str | None = None
    is_bot: bool = False
    is_admin: bool = False
    is_guest: bool = False
    """Slack lets them into single channels only."""
    is_stranger: bool = False
    """They are of another company, met in a channel that both share."""


class Zone(Frozen):
    """A time zone to choose: its IANA name and how people read it, such as "New York (UTC−5 now)"."""

    name: str
    label: str
