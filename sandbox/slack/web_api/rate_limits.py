"""The rate limit of each method: a bucket of calls that refills with time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

PER_MINUTE: Mapping[str, int] = {
    "conversations.history": 50,
    "conversations.info": 50,
    "conversations.join": 50,
    "conversations.open": 50,
    "conversations.replies": 50,
    "chat.update": 50,
    "chat.delete": 50,
    "files.delete": 50,
    "users.conversations": 50,
    "auth.test": 600,
    "chat.getPermalink": 600,
}
_TIER_4 = 100
_POSTS_PER_MINUTE = 60
_POSTS_AT_ONCE = 20


@dataclass
class _MethodBucket:
    left: float
    at: float


class MethodRateLimits:
    """The buckets of one workspace; posting has one for each channel, every other method one of its own.

    A `speed` of 60 lets in a second what Slack lets in a minute; no wait is ever told shorter than a second.
    """

    def __init__(self, clock: Callable[[], float], speed: float = 1.0) -> None:
        self._clock = clock
        self._speed = speed
        self._buckets: dict[tuple[str, str], _MethodBucket] = {}

    def wait(self, method: str, channel: str) -> float:
        """Take one call; 0.0 if it may pass, else the seconds until it would."""
        posting = method == "chat.postMessage"
        per_minute = _POSTS_PER_MINUTE if posting else PER_MINUTE.get(method, _TIER_4)
        size = _POSTS_AT_ONCE if posting else per_minute
        per_second = per_minute * self._speed / 60
        now = self._clock()
        bucket = self._buckets.setdefault((method, channel if posting else ""), _MethodBucket(size, now))
        bucket.left = min(size, bucket.left + (now - bucket.at) * per_second)
        bucket.at = now
        if bucket.left < 1:
            return (1 - bucket.left) / per_second
        bucket.left -= 1
        return 0.0
