"""Telling subscribers what happened, and what can go wrong with that; nothing is tried twice."""

import asyncio
import uuid
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sandbox.ringcentral.api.responses import Json, written_instant
from sandbox.ringcentral.events.event import SessionEvent
from sandbox.ringcentral.events.filters import Filter
from sandbox.ringcentral.events.subscription import Subscription
from sandbox.ringcentral.events.webhook import WebhookFailed, hand_over, prove
from sandbox.ringcentral.state.changes import ApiChanges
from sandbox.ringcentral.state.store import Store

PATIENCE: Final = 3.0
"""Seconds within which a webhook must answer."""
AT_ONCE: Final = 8
"""Deliveries that are under way at one time."""


@dataclass
class WebhookDelivery:
    """An event on its way to a subscriber; `answers` are the statuses of what came back, 0 for none."""

    subscription_id: str
    address: str
    token: str | None
    envelope: Json
    lost: bool = False
    answers: list[int] = field(default_factory=list)


class WebhookDeliveries:
    """Delivers events, and keeps all deliveries in `log`.

    `patience` is in seconds; after `blacklist_after` failures in a row a subscriber is told nothing any more;
    `stray` is what a beta does to the bodies.
    """

    def __init__(self, store: Store, now: Callable[[], datetime], changes: ApiChanges) -> None:
        self.log: list[WebhookDelivery] = []
        self.patience = PATIENCE
        self.blacklist_after = 10
        self.stray: Callable[[Json], Json] = dict
        self._store = store
        self._now = now
        self._changes = changes
        self._losing = self._doubling = self._delaying = 0
        self._delay = 0.0
        self._held: list[WebhookDelivery] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._doors = asyncio.Semaphore(AT_ONCE)

    def lose(self, times: int = 1) -> None:
        """Let the next deliveries never arrive."""
        self._losing = times

    def double(self, times: int = 1) -> None:
        """Let the next deliveries arrive twice."""
        self._doubling = times

    def delay(self, seconds: float, times: int = 1) -> None:
        """Let the next deliveries start late, so that later ones overtake them."""
        self._delay, self._delaying = seconds, times

    def hold(self) -> None:
        """Keep all deliveries from now on until `release`."""
        self._held = self._held or []

    @property
    def held(self) -> list[WebhookDelivery]:
        """The deliveries that wait for `release`."""
        return list(self._held or ())

    def release(self, *, backwards: bool = False) -> None:
        """Let go what is held one after the other, the last first if `backwards`, and hold nothing more."""
        held, self._held = self.held, None
        self._start(self._in_turn(reversed(held) if backwards else held))

    def blacklist(self, subscription_id: str, reason: str = "Too many failures") -> None:
        """Tell a subscriber nothing any more."""
        subscription = self._store.subscriptions[subscription_id]
        subscription.blacklisted, subscription.reason = self._now(), reason
        self._changes.tell()

    def forget(self, subscription_id: str) -> None:
        """Lose a subscription, as if it had never been made."""
        del self._store.subscriptions[subscription_id]
        self._changes.tell()

    async def prove(self, address: str) -> None:
        """Let an address prove that it wants events; raise a 400 where it does not."""
        await prove(address, self.patience)

    def spread(self, event: SessionEvent) -> None:
        """Start telling everybody who wants to hear of an event and may."""
        for subscription in self._store.subscriptions_at(self._now()):
            owner = self._store.users[subscription.owner_id]
            wanted = next((each for each in subscription.filters if each.matches(event)), None)
            if wanted and not subscription.blacklisted and (owner.admin or owner.id == event.host_id):
                self._send(self._pack(subscription, wanted, event))

    async def settle(self) -> None:
        """Return once nothing is under way; what is held stays held."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Give up what is under way."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _pack(self, subscription: Subscription, wanted: Filter, event: SessionEvent) -> WebhookDelivery:
        envelope = {
            "uuid": str(uuid.uuid4()),
            "event": wanted.text,
            "timestamp": written_instant(self._now()),
            "subscriptionId": subscription.id,
            "ownerId": subscription.owner_id,
            "body": self.stray(event.body),
        }
        return WebhookDelivery(subscription.id, subscription.address, subscription.token, envelope)

    def _send(self, delivery: WebhookDelivery) -> None:
        """Start a delivery, or do to it what a test wants done to the next ones."""
        self.log.append(delivery)
        if self._losing:
            self._losing -= 1
            delivery.lost = True
            return
        copies, seconds = 1, 0.0
        if self._doubling:
            self._doubling -= 1
            copies = 2
        if self._delaying:
            self._delaying -= 1
            seconds = self._delay
        if self._held is not None:
            self._held += [delivery] * copies
            return
        for _ in range(copies):
            self._start(self._after(seconds, delivery))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _in_turn(self, deliveries: Iterable[WebhookDelivery]) -> None:
        for delivery in deliveries:
            await self._carry(delivery)

    async def _after(self, seconds: float, delivery: WebhookDelivery) -> None:
        await asyncio.sleep(seconds)
        async with self._doors:
            await self._carry(delivery)

    async def _carry(self, delivery: WebhookDelivery) -> None:
        """Hand a delivery over, unless its subscriber is gone or blacklisted by now, and draw the consequences."""
        self._store.subscriptions_at(self._now())
        subscription = self._store.subscriptions.get(delivery.subscription_id)
        if subscription is None or subscription.blacklisted:
            delivery.lost = True
            return
        try:
            status = await hand_over(delivery.address, delivery.token, delivery.envelope, self.patience)
            reason = f"Webhook responses with code: [{status}]"
        except WebhookFailed as problem:
            status, reason = 0, str(problem)
        delivery.answers.append(status)
        subscription.failures = 0 if 200 <= status < 300 else subscription.failures + 1
        if subscription.failures == self.blacklist_after:
            subscription.blacklisted, subscription.reason = self._now(), reason
        self._changes.tell()
