"""The host hears, once, of each channel and person that takes no messages about their webinar."""

from typing import Final

from blocks.notifications import unreachable
from blocks.text import channel, person
from bot.attempt import attempt
from bot.errors import SlackPlaceRefused
from bot.models.keys import MessageKey
from bot.models.tracked import TrackedWebinar
from bot.slack.outbox import Outbox
from bot.storage.messages import Kind

_PEOPLE: Final = ("U", "W")


class UnreachablePlaces:
    """Tells hosts of places that refuse."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    async def tell(self, tracked: TrackedWebinar, place: str, refused: SlackPlaceRefused) -> None:
        """Tell the host that a channel or person is out of reach; the host's own silence is nobody else's matter."""
        owner, key = tracked.webinar.owner, MessageKey.unreachable(tracked.webinar_key, place)
        if place == owner:
            return
        named = person(place) if place.startswith(_PEOPLE) else channel(place)
        message = unreachable(tracked.webinar, named, str(refused))
        posting = self._outbox.post_once(key, tracked.webinar_key, Kind.NEWS, owner, message)
        await attempt(posting, "host_not_told", webinar_key=tracked.webinar_key)
