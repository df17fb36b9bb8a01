"""An access token of RingCentral."""

from datetime import datetime

from bot.models.frozen import Frozen


class AccessToken(Frozen):
    """An access token, to be renewed from `renew_at` on, which lies ahead of its end; `owner` is the RingCentral user
    whom it signs in.
    """

    value: str
    renew_at: datetime
    owner: str | None = None
