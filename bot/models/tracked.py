"""A webinar that we follow, with what only we know of it."""

from datetime import datetime

from bot.models.frozen import Frozen, Stored, WebinarKey
from bot.models.registration import SignupSource
from bot.models.webinar import Invitation, Phase, Role, Webinar


class TrackedWebinar(Stored):
    """A webinar under the form that it came from; `going` people said that they come, the earliest first.

    `registered` people did so through Slack, `in_line` more are about to. `revision` counts the changes that people
    can see.
    """

    webinar_key: WebinarKey
    webinar: Webinar
    made_at: datetime
    revision: int = 0
    going: tuple[str, ...] = ()
    panel: tuple[Invitation, ...] = ()
    registered: tuple[SignupSource, ...] = ()
    in_line: int = 0

    @property
    def co_hosts(self) -> tuple[str, ...]:
        """The co-hosts from Slack, who may do what the owner may."""
        return tuple(one.user for one in self.panel if one.role is Role.CO_HOST)

    @property
    def is_upcoming(self) -> bool:
        return self.webinar.phase in {Phase.SCHEDULED, Phase.LIVE}


class ChannelAudience(Frozen):
    """A channel that is about to be told, and how many people that is; None when Slack does not say."""

    channel: str
    members: int | None = None
