"""The values of the bot: frozen, typed, with aware times and timedelta durations; the same everywhere inside."""

from bot.models.frozen import Frozen
from bot.models.people import Person, Zone
from bot.models.webinar import (
    Access,
    Attendance,
    Audience,
    Cancellation,
    Invitation,
    Phase,
    Plan,
    Recording,
    Registration,
    RegistrationStatus,
    Reminders,
    Role,
    Webinar,
    WebinarSettings,
)

__all__ = [
    "Access",
    "Attendance",
    "Audience",
    "Cancellation",
    "Frozen",
    "Invitation",
    "Person",
    "Phase",
    "Plan",
    "Recording",
    "Registration",
    "RegistrationStatus",
    "Reminders",
    "Role",
    "Webinar",
    "WebinarSettings",
    "Zone",
]
