"""What the bot knows: frozen, typed, with aware times and timedelta durations; the same everywhere inside."""

from bot.models.frozen import Frozen
from bot.models.people import Person, Zone
from bot.models.webinar import (
    Access,
    Audience,
    Invitation,
    Plan,
    Registration,
    RegistrationStatus,
    Role,
    Webinar,
    WebinarSettings,
)

__all__ = [
    "Access",
    "Audience",
    "Frozen",
    "Invitation",
    "Person",
    "Plan",
    "Registration",
    "RegistrationStatus",
    "Role",
    "Webinar",
    "WebinarSettings",
    "Zone",
]
