"""Subscribing to events: an address proves itself once, and is told until the time is up or it keeps failing."""

import math
from datetime import timedelta
from typing import Final

from sandbox.ringcentral.api.call import ApiCall
from sandbox.ringcentral.api.errors import forbidden, invalid
from sandbox.ringcentral.api.responses import Json, written_instant
from sandbox.ringcentral.events.filters import Filter
from sandbox.ringcentral.events.subscription import Subscription

LIFETIME: Final = 604_800
"""Seconds that a subscription lives where none are named: seven days."""
LONGEST: Final = 315_360_000
"""Seconds that a subscription may live: ten years."""
MOST: Final = 30
"""Subscriptions of one user through one client."""


async def create_subscription(call: ApiCall) -> Json:
    """Subscribe an address, once it has proved that it wants to be told."""
    filters, lifetime = _filters(call.body), _lifetime(call.body)
    if len(_mine(call)) >= MOST:
        raise forbidden("There are too many subscriptions")
    mode = call.body["deliveryMode"]
    await call.prove(mode["address"])
    subscription = Subscription(
        id=call.store.new_id(),
        created=call.now,
        modified=call.now,
        owner_id=call.user.id,
        client=call.client,
        filters=filters,
        address=mode["address"],
        token=mode.get("verificationToken"),
        lifetime=lifetime,
        expires=call.now + lifetime,
    )
    call.store.subscriptions[subscription.id] = subscription
    return _shown(call, subscription)


def list_subscriptions(call: ApiCall) -> Json:
    """List the caller's subscriptions through this client."""
    return {"uri": _uri(call), "records": [_shown(call, each) for each in _mine(call)]}


def get_subscription(call: ApiCall) -> Json:
    """Show one subscription."""
    return _shown(call, call.subscription())


def update_subscription(call: ApiCall) -> Json:
    """Change the filters, if any are named, and let the time begin anew."""
    subscription = _healthy(call)
    filters = _filters(call.body) if "eventFilters" in call.body else subscription.filters
    subscription.lifetime = _lifetime(call.body)
    subscription.filters = filters
    return renew(call)


def renew(call: ApiCall) -> Json:
    """Let the time begin anew."""
    subscription = _healthy(call)
    subscription.expires = call.now + subscription.lifetime
    subscription.modified = call.now
    return _shown(call, subscription)


def delete_subscription(call: ApiCall) -> None:
    """End a subscription."""
    del call.store.subscriptions[call.subscription().id]


def _filters(body: Json) -> list[Filter]:
    filters = []
    for at, text in enumerate(body["eventFilters"]):
        try:
            filters.append(Filter.read(text))
        except ValueError as problem:
            raise invalid(f"eventFilters[{at}]", "There is no such event filter") from problem
    return filters


def _lifetime(body: Json) -> timedelta:
    seconds = body.get("expiresIn", LIFETIME)
    if seconds > LONGEST:
        raise invalid("expiresIn", f"A subscription lives {LONGEST} seconds at most")
    return timedelta(seconds=seconds)


def _mine(call: ApiCall) -> list[Subscription]:
    return [
        each
        for each in call.store.subscriptions_at(call.now)
        if (each.owner_id, each.client) == (call.user.id, call.client)
    ]


def _healthy(call: ApiCall) -> Subscription:
    subscription = call.subscription()
    if subscription.blacklisted:
        raise forbidden("The subscription is blacklisted")
    return subscription


def _uri(call: ApiCall, *steps: str) -> str:
    return "/".join((call.links.url, "webinar/notifications/v1/subscriptions", *steps))


def _shown(call: ApiCall, subscription: Subscription) -> Json:
    shown: Json = {
        "uri": _uri(call, subscription.id),
        "id": subscription.id,
        "eventFilters": [each.text for each in subscription.filters],
        "creationTime": written_instant(subscription.created),
        "expirationTime": written_instant(subscription.expires),
        "expiresIn": math.ceil((subscription.expires - call.now).total_seconds()),
        "status": "Blacklisted" if subscription.blacklisted else "Active",
        "deliveryMode": {
            "transportType": "WebHook",
            "address": subscription.address,
            "encryption": False,
        },
    }
    if subscription.blacklisted:
        shown["blacklistedData"] = {
            "blacklistedAt": written_instant(subscription.blacklisted),
            "reason": subscription.reason,
        }
    return shown
