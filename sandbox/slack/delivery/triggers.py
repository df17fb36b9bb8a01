"""Trigger ids: the short leave that a person's act gives the app to open a modal."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.slack.constants import SlackRefusal


@dataclass
class Trigger:
    """The person who acted, their open conversation, and the time (epoch seconds)."""

    person: str
    conversation: str | None
    at: float
    used: bool = False


class Triggers:
    """Every trigger id given out; each lives `seconds` and works once."""

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._given: dict[str, Trigger] = {}
        self._numbers = itertools.count(1)

    def give(self, person: str, conversation: str | None) -> str:
        """A new id for an act of `person`, who is looking at `conversation`."""
        trigger_id = f"1000.2000.{next(self._numbers):032x}"
        self._given[trigger_id] = Trigger(person, conversation, self._clock())
        return trigger_id

    def look(self, trigger_id: str) -> Trigger:
        """The act behind an id that is still good; the id is not spent by looking."""
        trigger = self._given.get(trigger_id)
        if trigger is None:
            raise SlackRefusal("invalid_trigger_id")
        if trigger.used:
            raise SlackRefusal("exchanged_trigger_id")
        if self._clock() - trigger.at > self._seconds:
            raise SlackRefusal("expired_trigger_id")
        return trigger
