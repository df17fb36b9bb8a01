"""Not flooding Slack: about a message a second in each conversation, and some fifty edits, and files, a minute in all.

Slack tells its limits in its documentation only, and a 429 after the fact; so we keep below them.
"""

from typing import Final

from aiolimiter import AsyncLimiter
from cachetools import LRUCache

_EDITS: Final = 45
_EDITS_AT_ONCE: Final = 5
_FILES: Final = 40
"""Before a file goes to a person, their conversation is opened: that may be done some fifty times a minute."""
_FILES_AT_ONCE: Final = 5
_POSTS_AT_ONCE: Final = 2
_MINUTE: Final = 60.0
_CONVERSATIONS: Final = 10_000


class SlackThrottle:
    """The pace of one process; `haste` times Slack's own, for a Slack that allows so much more."""

    def __init__(self, haste: float) -> None:
        self._haste = haste
        per_edit = _MINUTE / _EDITS / haste
        self._edits = AsyncLimiter(_EDITS_AT_ONCE, _EDITS_AT_ONCE * per_edit)
        self._files = AsyncLimiter(_FILES_AT_ONCE, _FILES_AT_ONCE * _MINUTE / _FILES / haste)
        self._posts: LRUCache[str, AsyncLimiter] = LRUCache(_CONVERSATIONS)

    async def before_edit(self) -> None:
        """Wait until a message may be edited."""
        await self._edits.acquire()

    async def before_file(self) -> None:
        """Wait until a file may be sent."""
        await self._files.acquire()

    async def before_post(self, conversation: str) -> None:
        """Wait until another message may go to a conversation."""
        if (limiter := self._posts.get(conversation)) is None:
            limiter = AsyncLimiter(_POSTS_AT_ONCE, _POSTS_AT_ONCE * 1.1 / self._haste)
            self._posts[conversation] = limiter
        await limiter.acquire()
