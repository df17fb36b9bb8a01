"""The queue of people who share one RingCentral user: its figures, and their definitions."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

AT_ONCE: Final = 0.3
"""Seconds: two busy workers, each with forms to judge, cannot tell who of two people pressed first within these."""


@dataclass(frozen=True, kw_only=True)
class QueuePlan:
    """So many creations, asked for `apart` seconds after each other, at `limit` calls in any `window` seconds."""

    creates: int = 60
    limit: int = 10
    window: float = 6.0
    workers: int = 1
    apart: float = 0.02
    patience: float = 300.0


@dataclass(frozen=True)
class QueuedPerson:
    """The course of one person's request, in epoch seconds; `told` is the first stated wait, with its time.

    Whoever asked after `placed`, when the place in line was known, came later; who is in doubt is not counted.
    """

    asked: float
    done: float | None
    told: tuple[float, float] | None
    placed: float | None = None

    @property
    def certain(self) -> float:
        """From when on whoever asks clearly comes later."""
        return self.asked + AT_ONCE if self.placed is None else self.placed

    @property
    def error(self) -> float | None:
        """By how much what was said first was off, as a share of the true wait."""
        if self.told is None or self.done is None:
            return None
        at, stated = self.told
        return (stated - (self.done - at)) / (self.done - at)


@dataclass(frozen=True)
class QueueResult:
    """The people in the order in which they asked, when each Heavy call arrived, and how many were refused."""

    rush: QueuePlan
    people: Sequence[QueuedPerson]
    calls: Sequence[float]
    refused: int

    @property
    def lost(self) -> int:
        """The number of people who never heard of an end."""
        return self.rush.creates - sum(person.done is not None for person in self.people)

    @property
    def seconds(self) -> float:
        """From the first question to the last end."""
        done = [person.done for person in self.people if person.done is not None]
        return max(done, default=self.people[0].asked) - self.people[0].asked

    @property
    def ramp(self) -> float:
        """Seconds from the first question until the allowance was first spent, which is when a line begins."""
        return sorted(self.calls)[: self.rush.limit][-1] - self.people[0].asked

    @property
    def use(self) -> float:
        """The share of the allowance that was used while there was a line.

        A call that has left frees its place one window later. Of the time between two uses of a place, that
        window is what the limit asks for; the rest was not used.
        """
        limit, calls = self.rush.limit, sorted(self.calls)
        taken = [again - before for before, again in zip(calls, calls[limit:], strict=False)]
        return len(taken) * self.rush.window / sum(taken) if taken else 1.0

    @property
    def inversions(self) -> int:
        """Pairs of whom the later one was done first, by whatever time."""
        return self._pairs(sooner_by=0, sure=False)

    @property
    def out_of_order(self) -> int:
        """Pairs of whom the one who clearly came later was done first, by whatever time."""
        return self._pairs(sooner_by=0)

    @property
    def overtakings(self) -> int:
        """Pairs of whom the one who clearly came later was done first, and by another turn of the limit."""
        return self._pairs(sooner_by=self.rush.window / 2)

    @property
    def errors(self) -> list[float]:
        """By how much each stated wait was off, smallest first, whatever its sign."""
        return sorted(abs(person.error) for person in self.people if person.error is not None)

    def error_at(self, percent: int) -> float:
        """The error that so many percent of the stated waits do not exceed."""
        errors = self.errors
        return quantiles(errors, n=100, method="inclusive")[percent - 1] if len(errors) > 1 else sum(errors)

    def _pairs(self, *, sooner_by: float, sure: bool = True) -> int:
        done = [(person, person.done) for person in self.people if person.done is not None]
        return sum(
            later.asked > (before.certain if sure else before.asked) and end + sooner_by < earlier
            for place, (before, earlier) in enumerate(done)
            for later, end in done[place + 1 :]
        )
