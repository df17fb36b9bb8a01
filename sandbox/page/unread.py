"""The messages that somebody has not had on their page yet."""

from sandbox.slack.state.workspace import Channel


class Unread:
    """Remembers up to which message each person has looked into each conversation."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], str] = {}

    def look(self, person: str, channel: Channel) -> None:
        """The person has the conversation before them, with everything in it."""
        if channel.messages:
            self._seen[person, channel.id] = channel.messages[-1].ts

    def count(self, person: str, channel: Channel) -> int:
        """The number of others' messages that the person has not looked at."""
        seen = self._seen.get((person, channel.id), "")
        return sum(
            message.ts > seen and message.user != person and message.only_for in (None, person)
            for message in channel.messages
        )
