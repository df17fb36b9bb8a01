"""Something that a person said where the bot could hear it."""

import hashlib

from bot.models.frozen import Frozen


class Heard(Frozen):
    """One message; `thread` is the one it stands in or would begin, `to_us` says that it mentions or is sent to us.

    `event` is the message's own place: Slack may tell of one message twice, and by two kinds of events.
    """

    event: str
    user: str
    conversation: str
    thread: str
    text: str
    to_us: bool
    direct: bool = False
    """Said in a direct conversation outside of any thread, where an answer needs none."""
    group: bool = False
    """Said in a direct conversation of several, where no card is announced."""

    @property
    def begins_thread(self) -> bool:
        """Tell whether it stands in no thread yet."""
        return self.event.endswith(f":{self.thread}")

    @property
    def draft(self) -> str:
        """The id of a draft that this begins: the same however often Slack tells it."""
        return hashlib.sha256(self.event.encode()).hexdigest()[:32]
