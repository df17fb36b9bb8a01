"""Read RingCentral's history of webinars: one list for all, and one question for each that the list lacks.

History is listed by the time at which sessions end. One that runs has no such time yet, and one that ran at another
time than planned may have ended long before or after it, so the list is a short cut and never the last word.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.errors import AccountDecided, NotFound
from bot.models import Webinar
from bot.ringcentral import RingCentral
from bot.ringcentral.responses import PastSessionAnswer

_AROUND: Final = timedelta(hours=13)
"""A little more than a webinar may last."""


async def past_sessions(
    ringcentral: RingCentral, webinars: Iterable[Webinar], now: datetime
) -> Mapping[str, PastSessionAnswer]:
    """Read the history of webinars that have begun, by the ids of their sessions; raises what the client raises."""
    asked = {one.session_id: one for one in webinars}
    if not asked:
        return {}
    ends = [one.ended_at or one.end for one in asked.values()]
    listed = await ringcentral.list_past_sessions(min(now, *ends) - _AROUND, max(now, *ends) + _AROUND)
    past = {one.id: one for one in listed if one.id in asked}
    for session_id, webinar in asked.items():
        if session_id not in past and (one := await _alone(ringcentral, webinar)) is not None:
            past[session_id] = one
    return past


async def _alone(ringcentral: RingCentral, webinar: Webinar) -> PastSessionAnswer | None:
    try:
        return await ringcentral.get_past_session(webinar.id, webinar.session_id)
    except (NotFound, AccountDecided):
        return None
