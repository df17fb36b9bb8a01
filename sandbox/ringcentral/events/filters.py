"""Event filters: what a subscriber wants to hear of."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from sandbox.ringcentral.events.event import SessionEvent, Topic

_ABOUT: Final = ("webinarId", "hostUserId")


@dataclass(frozen=True)
class Filter:
    """A topic, or its events about one webinar or one host only; `text` is how the client wrote it."""

    text: str
    topic: Topic
    webinar_id: str | None = None
    host_id: str | None = None

    @classmethod
    def read(cls, text: str) -> "Filter":
        """Read what a client wrote; raise ValueError where it names no event."""
        path, asked, query = text.partition("?")
        topic = Topic(path)
        if not asked:
            return cls(text, topic)
        ((name, value),) = parse_qsl(query, strict_parsing=True)
        if name not in _ABOUT:
            raise ValueError(f"{name} is not what events are about")
        return cls(text, topic, **{"webinar_id" if name == "webinarId" else "host_id": value})

    def matches(self, event: SessionEvent) -> bool:
        """Tell whether an event is one of those."""
        return (
            self.topic is event.topic
            and self.webinar_id in (None, event.webinar_id)
            and self.host_id in (None, event.host_id)
        )
