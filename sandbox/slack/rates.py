"""How often each method may be called: a bucket of calls that refills with time."""

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
    "auth.test": 600,
    "chat.getPermalink": 600,
}
_TIER_4 = 100
_POSTS_PER_MINUTE = 60
_POSTS_AT_ONCE = 20


@dataclass
class _Bucket:
    left: float
    at: float


class Rates:
    """The buckets of one workspace; posting has one for each channel, every other method one of its own."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._buckets: dict[tuple[str, str], _Bucket] = {}

    def wait(self, method: str, channel: str) -> float:
        """Take one call; 0.0 if it may pass, else the seconds until it would."""
        posting = method == "chat.postMessage"
        per_minute = _POSTS_PER_MINUTE if posting else PER_MINUTE.get(method, _TIER_4)
        size = _POSTS_AT_ONCE if posting else per_minute
        now = self._clock()
        bucket = self._buckets.setdefault((method, channel if posting else ""), _Bucket(size, now))
        bucket.left = min(size, bucket.left + (now - bucket.at) * per_minute / 60)
        bucket.at = now
        if bucket.left < 1:
            return (1 - bucket.left) * 60 / per_minute
        bucket.left -= 1
        return 0.0
