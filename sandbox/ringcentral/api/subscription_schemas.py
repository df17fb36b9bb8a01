"""JSON Schemas of requests about subscriptions; see `schemas`."""

from collections.abc import Mapping
from typing import Final

from sandbox.ringcentral.api.schemas import Schema, many, one_of, record, text, whole

_SUBSCRIPTION: Final[Mapping[str, Schema]] = {
    "eventFilters": many(text(shortest=1), minItems=1),
    "expiresIn": whole(1),
}
_SESSIONS: Final = "/webinar/configuration/v1/company/sessions"
_WEBHOOK: Final = {"transportType": "WebHook", "address": "https://example.com/webhook"}
NEW_SUBSCRIPTION: Final = record(
    {
        **_SUBSCRIPTION,
        "deliveryMode": record(
            {
                "transportType": one_of("WebHook"),
                "address": text(form="uri"),
                "verificationToken": text(),
            },
            "transportType",
            "address",
        ),
    },
    "eventFilters",
    "deliveryMode",
    examples=(
        {"eventFilters": [_SESSIONS], "deliveryMode": _WEBHOOK},
        {
            "eventFilters": [f"{_SESSIONS}?webinarId=7", "/webinar/runtime/v1/company/sessions/state"],
            "deliveryMode": {**_WEBHOOK, "verificationToken": "sesame"},
            "expiresIn": 86_400,
        },
    ),
)
SUBSCRIPTION_CHANGES: Final[Schema] = {
    **record(_SUBSCRIPTION, "eventFilters", examples=({"eventFilters": [_SESSIONS], "expiresIn": 3600},)),
    "additionalProperties": True,
}
"""Everything else that is sent along is ignored."""
