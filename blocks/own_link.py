"""The button behind which somebody's own link is, the host's or that of one of the panel; it is for their eyes alone."""

from typing import Final

from blocks.elements import button
from blocks.ids import Action
from bot.models import Invitation, Role, Webinar
from bot.models.slack_payloads import Block
from bot.models.tracked import TrackedWebinar

PANEL_LABELS: Final = {Role.CO_HOST: "Join as co-host", Role.PANELIST: "Join as panelist"}


def host_button(webinar: Webinar) -> list[Block]:
    """Start as host; empty while RingCentral has not given the link, and once the webinar is over."""
    return _own_link("Start as host", None if webinar.is_over else webinar.host_uri)


def panel_button(webinar: Webinar, invitation: Invitation) -> list[Block]:
    """Join as co-host or panelist; empty without a link of their own, and once the webinar is over."""
    return _own_link(PANEL_LABELS[invitation.role], None if webinar.is_over else invitation.join_uri)


def own_button(tracked: TrackedWebinar, viewer: str) -> list[Block]:
    """The button of whoever looks at a webinar; empty for somebody who neither hosts it nor is on its panel."""
    if viewer == tracked.webinar.owner:
        return host_button(tracked.webinar)
    invited = [one for one in tracked.panel if one.user == viewer]
    return panel_button(tracked.webinar, invited[0]) if invited else []


def _own_link(label: str, uri: str | None) -> list[Block]:
    return [button(label, Action.OWN_LINK, url=uri, style="primary")] if uri else []
