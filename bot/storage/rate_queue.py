"""The line for one rate group: each call has a place, those that wait and those that their errands need next."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self
from uuid import uuid4

from bot.models import Frozen

ALIVE: Final = 10.0
"""Seconds that a place is kept for a worker that is not heard of."""
_REFRESHED: Final = 3.0
_HELD: Final = 5.0
"""Seconds that an errand's next places are kept while one of its calls is under way."""


class Ask(Frozen):
    """A call that wants its turn; `calls` are what its errand needs from here on, this one included."""

    id: str
    errand: str
    rank: float
    calls: int = 1


class Place(Frozen):
    """A place in line: a call `waiting` there, or the errand's next one; `worker` is the process that asked."""

    id: str
    errand: str
    rank: float
    waiting: bool
    worker: str
    alive_until: float

    @classmethod
    def planned(cls, ask: Ask, worker: str, now: float, kept: float = ALIVE) -> Self:
        """A place for one of an errand's next calls, for so many seconds."""
        alive_until = now + kept
        return cls(
            id=uuid4().hex,
            errand=ask.errand,
            rank=ask.rank,
            waiting=False,
            worker=worker,
            alive_until=alive_until,
        )

    @property
    def order(self) -> tuple[float, str, bool]:
        """The lower goes first: by rank, and an errand's calls together."""
        return self.rank, self.errand, not self.waiting


class Ahead(NamedTuple):
    """What goes first: calls before this one, calls before its errand's last one, and errands."""

    calls: int
    calls_to_end: int
    errands: int


class Line:
    """The line as one worker sees it; `changed` and `gone` tell what has to be written down."""

    def __init__(self, places: Iterable[Place], worker: str, now: float) -> None:
        self._stored = {place.id: place for place in places}
        self._places = {name: place for name, place in self._stored.items() if place.alive_until >= now}
        self._worker = worker

    def join(self, asks: Sequence[Ask], now: float) -> None:
        """Let all calls that wait here have their places, and keep those of their errands for them."""
        for ask in asks:
            if ask.id not in self._places:
                self._enter(ask, now)
        waiting = {ask.errand for ask in asks}
        for place in list(self._places.values()):
            if place.errand in waiting and place.alive_until < now + ALIVE - _REFRESHED:
                self._put(place, alive_until=now + ALIVE)

    def grant(self, room: int, now: float) -> list[Place]:
        """Take out the calls of this worker whose turn it is when so many may leave."""
        first = self._in_order()[:room]
        granted = [place for place in first if place.waiting and place.worker == self._worker]
        for place in granted:
            del self._places[place.id]
        under_way = {place.errand for place in granted}
        for place in list(self._places.values()):
            if place.errand in under_way and not place.waiting:
                self._put(place, alive_until=now + _HELD)
        return granted

    def ahead(self) -> dict[str, Ahead]:
        """What goes before each call that waits."""
        order = self._in_order()
        last = {place.errand: at for at, place in enumerate(order)}
        errands = {errand: place for place, errand in enumerate(last)}
        return {
            place.id: Ahead(at, last[place.errand], errands[place.errand])
            for at, place in enumerate(order)
            if place.waiting
        }

    @property
    def changed(self) -> list[Place]:
        """The places that are new or not as they are stored."""
        return [place for place in self._places.values() if self._stored.get(place.id) != place]

    @property
    def gone(self) -> list[str]:
        """The stored places that are not in the line any more."""
        return [place for place in self._stored if place not in self._places]

    def _enter(self, ask: Ask, now: float) -> None:
        """Give a call the place that its errand planned, or one of its own, and plan what the errand needs next."""
        own = [place for place in self._places.values() if place.errand == ask.errand]
        free = [place for place in own if not place.waiting or place.worker != self._worker]
        for place in free[:1]:
            del self._places[place.id]
        for place in free[1:]:
            self._put(place, waiting=False, worker=self._worker)
        for _ in range(ask.calls - max(1, len(own))):
            self._add(Place.planned(ask, self._worker, now))
        self._add(Place.planned(ask, self._worker, now).model_copy(update={"id": ask.id, "waiting": True}))

    def _add(self, place: Place) -> None:
        self._places[place.id] = place

    def _put(self, place: Place, **values: float | bool | str) -> None:
        self._places[place.id] = place.model_copy(update=values)

    def _in_order(self) -> list[Place]:
        return sorted(self._places.values(), key=lambda place: place.order)
