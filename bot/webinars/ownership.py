"""Tell whether a webinar is ours to read at RingCentral: to another user than its host it looks as if it were gone."""

from typing import Final

from bot.errors import NotAllowed
from bot.models import Webinar
from bot.models.rate_limit import Caller
from bot.ringcentral import RingCentral

_STRANGE: Final = (
    "This webinar belongs to another RingCentral user than the one that I am signed in as, so I can neither see nor "
    "change it. Tell whoever runs this bot: RINGCENTRAL_JWT is that of another user."
)


def is_strange(webinar: Webinar, user: str | None) -> bool:
    """Tell whether a webinar is another user's; not while either of the two is unknown."""
    return user is not None and webinar.host is not None and webinar.host != user


async def must_be_ours(ringcentral: RingCentral, webinar: Webinar, caller: Caller) -> None:
    """Raise NotAllowed when a webinar that is not found is only another user's."""
    if is_strange(webinar, await ringcentral.user(caller)):
        raise NotAllowed(_STRANGE)
