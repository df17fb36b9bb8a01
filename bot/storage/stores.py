"""Everything that is remembered, in one hand."""

from dataclasses import dataclass

from bot.storage.attempts import Attempts
from bot.storage.calendars import Calendars
from bot.storage.changes import Changes
from bot.storage.going import Going
from bot.storage.messages import Messages
from bot.storage.panel import PanelStore
from bot.storage.registration_consents import RegistrationConsents
from bot.storage.registrations import Registrations
from bot.storage.reminders import RemindersStore
from bot.storage.room_alerts import RoomAlerts
from bot.storage.submissions import Submissions
from bot.storage.talks import Talks
from bot.storage.webhook_events import WebhookEvents
from bot.storage.webinars import Webinars


@dataclass(frozen=True)
class Stores:
    """One of each."""

    attempts: Attempts
    calendars: Calendars
    changes: Changes
    consents: RegistrationConsents
    going: Going
    webhook_events: WebhookEvents
    messages: Messages
    panel: PanelStore
    registrations: Registrations
    reminders: RemindersStore
    room_alerts: RoomAlerts
    submissions: Submissions
    talks: Talks
    webinars: Webinars
