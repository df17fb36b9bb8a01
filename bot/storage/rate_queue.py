"""The line for one rate group: each call has a place, those that wait and those that their callers need next."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple, Self
from uuid import uuid4

from bot.models import Frozen
from bot.models.frozen import CallerId, Stored

ALIVE: Final = 10.0
"""Seconds that a place is kept for a worker that is not heard of."""
_REFRESHED: Final = 3.0
_HELD: Final = 5.0
"""Seconds that a caller's next places are kept while one of its calls is under way."""


class QueueEntry(Frozen):
    """A call that wants its turn; `calls` are what its errand needs from here on, this one included."""

    id: str
    caller: str
    rank: float
    calls: int = 1


class QueuedCall(Stored):
    """A place in line: a call `waiting` there, or the caller's next one; `worker` is the process that asked."""

    id: str
    caller: CallerId
    rank: float
    waiting: bool
    worker: str
    alive_until: float

    @classmethod
    def planned(cls, ask: QueueEntry, worker: str, now: float, kept: float = ALIVE) -> Self:
        """A place for one of a caller's next calls, for so many seconds."""
        alive_until = now + kept
        return cls(
            id=uuid4().hex,
            caller=ask.caller,
            rank=ask.rank,
            waiting=False,
            worker=worker,
            alive_until=alive_until,
        )

    @property
    def order(self) -> tuple[float, str, bool]:
        """The lower goes first: by rank, and a caller's calls together."""
        return self.rank, self.caller, not self.waiting


class CallsAhead(NamedTuple):
    """The calls that go first: before this one, before its caller's last one, and the number of callers."""

    calls: int
    calls_to_end: int
    callers: int


class RateQueue:
    """The line as one worker sees it; `changed` and `gone` tell what has to be written down."""

    def __init__(self, places: Iterable[QueuedCall], worker: str, now: float) -> None:
        self._stored = {place.id: place for place in places}
        self._places = {name: place for name, place in self._stored.items() if place.alive_until >= now}
        self._worker = worker

    def join(self, asks: Sequence[QueueEntry], now: float) -> None:
        """Let all calls that wait here have their places, and keep those of their callers for them."""
        for ask in asks:
            if ask.id not in self._places:
                self._enter(ask, now)
        waiting = {ask.caller for ask in asks}
        for place in list(self._places.values()):
            if place.caller in waiting and place.alive_until < now + ALIVE - _REFRESHED:
                self._put(place, alive_until=now + ALIVE)

    def grant(self, room: int, now: float) -> list[QueuedCall]:
        """Take out the calls of this worker whose turn it is when so many may leave."""
        first = self._in_order()[:room]
        granted = [place for place in first if place.waiting and place.worker == self._worker]
        for place in granted:
            del self._places[place.id]
        under_way = {place.caller for place in granted}
        for place in list(self._places.values()):
            if place.caller in under_way and not place.waiting:
                self._put(place, alive_until=now + _HELD)
        return granted

    def ahead(self) -> dict[str, CallsAhead]:
        """The calls before each call that waits."""
        order = self._in_order()
        last = {place.caller: at for at, place in enumerate(order)}
        callers = {caller: place for place, caller in enumerate(last)}
        return {
            place.id: CallsAhead(at, last[place.caller], callers[place.caller])
            for at, place in enumerate(order)
            if place.waiting
        }

    @property
    def changed(self) -> list[QueuedCall]:
        """The places that are new or not as they are stored."""
        return [place for place in self._places.values() if self._stored.get(place.id) != place]

    @property
    def gone(self) -> list[str]:
        """The stored places that are not in the line any more."""
        return [place for place in self._stored if place not in self._places]

    def _enter(self, ask: QueueEntry, now: float) -> None:
        """Give a call the place that its errand planned, or one of its own, and plan what the caller needs next."""
        own = [place for place in self._places.values() if place.caller == ask.caller]
        free = [place for place in own if not place.waiting or place.worker != self._worker]
        for place in free[:1]:
            del self._places[place.id]
        for place in free[1:]:
            self._put(place, waiting=False, worker=self._worker)
        for _ in range(ask.calls - max(1, len(own))):
            self._add(QueuedCall.planned(ask, self._worker, now))
        self._add(
            QueuedCall.planned(ask, self._worker, now).model_copy(update={"id": ask.id, "waiting": True})
        )

    def _add(self, place: QueuedCall) -> None:
        self._places[place.id] = place

    def _put(self, place: QueuedCall, **values: float | bool | str) -> None:
        self._places[place.id] = place.model_copy(update=values)

    def _in_order(self) -> list[QueuedCall]:
        return sorted(self._places.values(), key=lambda place: place.order)
