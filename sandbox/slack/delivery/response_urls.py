"""Response URLs: a way to answer an interaction for half an hour, without being in the channel."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.slack.constants import SlackRefusal

USES = 5
SECONDS = 30 * 60


@dataclass
class ResponseUrl:
    """The target of a response URL: the person who acted, the channel, and the message they acted on, if any."""

    person: str
    channel: str
    message_ts: str | None
    at: float
    uses: int = 0


class ResponseUrls:
    """Every response URL given out; `base` is the address of the workspace."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.base = ""
        self._clock = clock
        self._openings: dict[str, ResponseUrl] = {}
        self._numbers = itertools.count(1)

    def give(self, person: str, channel: str, message_ts: str | None = None) -> str:
        """A new URL for an act of `person` in `channel`."""
        key = f"r{next(self._numbers):012d}"
        self._openings[key] = ResponseUrl(person, channel, message_ts, self._clock())
        return f"{self.base}/response/{key}"

    def use(self, key: str) -> ResponseUrl:
        """The target of the URL, one use less; refused when its time or its uses are over."""
        opening = self._openings.get(key)
        if opening is None:
            raise SlackRefusal("invalid_url")
        if self._clock() - opening.at > SECONDS:
            raise SlackRefusal("expired_url")
        if opening.uses >= USES:
            raise SlackRefusal("used_url")
        opening.uses += 1
        return opening
