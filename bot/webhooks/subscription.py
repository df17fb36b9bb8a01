"""Keeping one webhook subscription alive: RingCentral is asked what is there, and what does not fit is made anew.

    listed at our address ─┬─ fits ── less than half of its life is left ── renewed
                           └─ blacklisted, expired, made with another token, lacking events ── deleted
    none that fits ── subscribed; RingCentral asks our address meanwhile, so it fails until that can be reached
    listed at the address that we had before ── deleted

What we are about to make is written down first, so that it is known again after a crash. Another bot's are left alone.
"""

import hashlib
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

import structlog

from bot.errors import AccountDecided, NotFound, WebinarsError
from bot.models.clock import Clock
from bot.models.frozen import Frozen
from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.ringcentral import RingCentral
from bot.ringcentral.requests import DeliveryMode, NewSubscription
from bot.ringcentral.responses import SubscriptionAnswer
from bot.storage.subscriptions import Subscribed, Subscriptions
from bot.storage.webhook_events import WebhookEvents

FILTERS: Final = (
    "/webinar/configuration/v1/company/sessions",
    "/webinar/runtime/v1/company/sessions/state",
    "/webinar/registration/v1/company/sessions/state",
    "/webinar/registration/v1/company/sessions/registrants",
)
_LIFE: Final = timedelta(days=7)
_LOOKS: Final = timedelta(minutes=3)
_BELIEVED: Final = timedelta(minutes=10)
"""How long a subscription that was seen alive is trusted."""
_SERVED: Final = timedelta(seconds=1)
"""After this our own web server listens."""
_FIRST_PAUSE: Final = timedelta(seconds=2)
_LONGEST_PAUSE: Final = timedelta(minutes=5)
_PATIENCE: Final = timedelta(hours=1)
"""How long a new subscription that lacks events is left as it is: making it again would not help."""
log = structlog.get_logger()


class WebhookAddress(Frozen):
    """The place where RingCentral reaches us, and the token that it shows there."""

    address: str
    token: str

    @property
    def name(self) -> str:
        """Under which name it is remembered: the address with a mark of the token."""
        return f"{self.address}#{hashlib.sha256(self.token.encode()).hexdigest()[:8]}"


class WebhookSubscription:
    """Keeps the subscription of an account; without `ears` there shall be none."""

    def __init__(
        self,
        ringcentral: RingCentral,
        subscriptions: Subscriptions,
        webhook_events: WebhookEvents,
        clock: Clock,
        webhook_address: WebhookAddress | None,
    ) -> None:
        self._ringcentral = ringcentral
        self._subscriptions = subscriptions
        self._webhook_events = webhook_events
        self._clock = clock
        self._webhook_address = webhook_address
        self._next = clock() + _SERVED
        self._pause = _FIRST_PAUSE
        self._made_at: datetime | None = None
        self._seen_at: datetime | None = None

    @property
    def trusted(self) -> bool:
        """Tell whether RingCentral tells us of every change right now, as far as we know."""
        return self._seen_at is not None and self._clock() - self._seen_at < _BELIEVED

    async def look(self) -> None:
        """See to the subscription when it is time to; what cannot be done now is tried again, ever more seldom."""
        if self._clock() < self._next:
            return
        try:
            alive = await self._see_to_it()
        except AccountDecided as refused:
            self._seen_at = None
            self._later(refused)
        except WebinarsError as error:
            self._later(error)
        else:
            self._next, self._pause = self._clock() + _LOOKS, _FIRST_PAUSE
            await self._believe(alive=alive)

    def _later(self, error: WebinarsError) -> None:
        address = self._webhook_address.address if self._webhook_address else None
        again_in = self._pause.total_seconds()
        code = getattr(error, "code", "")
        log.warning(
            "webhook_subscription_not_renewed",
            error=type(error).__name__,
            code=code,
            address=address,
            again_in=again_in,
        )
        self._next = self._clock() + self._pause
        self._pause = min(self._pause * 2, _LONGEST_PAUSE)

    async def _believe(self, *, alive: bool) -> None:
        """Trust it from now on; whatever happened while we did not may have been missed."""
        news = alive and not self.trusted
        self._seen_at = self._clock() if alive else None
        if news:
            await self._webhook_events.save(WebhookEvent(id=uuid4().hex, about=WebhookTopic.OTHER))
            log.info("webhooks_changed", state="trusted")

    async def _see_to_it(self) -> bool:
        """One round; whether there is a subscription that tells everything."""
        known = await self._subscriptions.get()
        if self._webhook_address is None and known is None:
            return False
        there = [one for one in await self._ringcentral.list_subscriptions() if self._is_ours(one, known)]
        fitting = [one for one in there if self._fits(one, known)]
        best = max(fitting, key=self._expiry, default=None)
        for one in there:
            if one is not best:
                await self._delete(one)
        if self._webhook_address is None:
            await self._subscriptions.delete()
            return False
        alive = (
            await self._subscribe(self._webhook_address)
            if best is None
            else await self._renew(best, self._webhook_address)
        )
        await self._keep(self._webhook_address, alive)
        return _tells_everything(alive)

    def _is_ours(self, one: SubscriptionAnswer, known: Subscribed | None) -> bool:
        """Tell whether it leads here, or to where we were before."""
        address = one.delivery_mode.address if one.delivery_mode else None
        before = known.address.partition("#")[0] if known else None
        return address is not None and address in {
            before,
            self._webhook_address.address if self._webhook_address else None,
        }

    def _fits(self, one: SubscriptionAnswer, known: Subscribed | None) -> bool:
        """Tell whether it may stay."""
        if self._webhook_address is None or known is None or known.address != self._webhook_address.name:
            return False
        is_new = self._made_at is not None and self._clock() - self._made_at < _PATIENCE
        lives = one.status == "Active" and self._expiry(one) > self._clock()
        return lives and (is_new or _tells_everything(one))

    async def _subscribe(self, webhook_address: WebhookAddress) -> SubscriptionAnswer:
        """Subscribe, and write down before that we are about to."""
        self._seen_at = None
        await self._keep(webhook_address, None)
        mode = DeliveryMode(address=webhook_address.address, verification_token=webhook_address.token)
        made = await self._ringcentral.subscribe(
            NewSubscription(
                event_filters=FILTERS, expires_in=round(_LIFE.total_seconds()), delivery_mode=mode
            )
        )
        self._made_at = self._clock()
        if not _tells_everything(made):
            log.warning("webhooks_changed", state="incomplete", lacking=_lacking(made))
        return made

    async def _renew(self, one: SubscriptionAnswer, webhook_address: WebhookAddress) -> SubscriptionAnswer:
        """Give it another life when half of it is over; when that is refused, make it anew."""
        if self._expiry(one) - self._clock() > _LIFE / 2:
            return one
        try:
            return await self._ringcentral.renew_subscription(one.id)
        except AccountDecided:
            await self._delete(one)
            return await self._subscribe(webhook_address)

    async def _delete(self, one: SubscriptionAnswer) -> None:
        log.warning("webhook_subscription_deleted", status=one.status)
        with suppress(NotFound):
            await self._ringcentral.unsubscribe(one.id)

    async def _keep(self, webhook_address: WebhookAddress, one: SubscriptionAnswer | None) -> None:
        now = self._clock()
        expires_at = self._expiry(one) if one else now
        subscribed = Subscribed(
            id=one.id if one else "", address=webhook_address.name, expires_at=expires_at, checked_at=now
        )
        await self._subscriptions.save(subscribed)

    def _expiry(self, one: SubscriptionAnswer) -> datetime:
        """When it ends; one that does not say so is renewed each time."""
        return one.expiration_time or self._clock() + timedelta(seconds=1)


def _tells_everything(one: SubscriptionAnswer) -> bool:
    return one.status == "Active" and not _lacking(one)


def _lacking(one: SubscriptionAnswer) -> list[str]:
    """The events that it does not bring."""
    disabled = {each.filter for each in one.disabled_filters}
    return [each for each in FILTERS if each not in one.event_filters or each in disabled]
