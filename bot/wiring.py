"""The composition root: everything is built here once, and handed on by name.

build_stores ── build_resources ── wire ─┬─ listeners   what listeners ask for, by parameter name
├─ jobs        what runs without anybody asking
└─ take_up     what was begun and has not ended
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, fields
from functools import partial

from bot.conversation.conversation import Drafts
from bot.conversation.rules import RuleReader
from bot.conversation.webinar_requests import WebinarRequestReader
from bot.conversation.webinars import WebinarConversation
from bot.forms.validation import FormValidation
from bot.jobs.notify_registrants import RegistrantNotifications
from bot.jobs.recap import RecapJob
from bot.jobs.registration_counts import RegistrationCountsJob
from bot.jobs.registration_worker import RegistrationWorker
from bot.jobs.runner import Job, JobRunner
from bot.jobs.sync_webinars import SyncWebinarsJob
from bot.jobs.update_messages import MessageUpdates
from bot.models.clock import Clock
from bot.rate_limit.limiter import RateLimiter
from bot.rate_limit.reservation import CallReservation
from bot.registration.registrants import Registrants
from bot.registration.signup import Signup
from bot.resources import Resources
from bot.ringcentral import RingCentral
from bot.slack.client import SlackClient
from bot.slack.directory import SlackDirectory
from bot.slack.outbox import Outbox
from bot.storage import Cipher, Database
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
from bot.storage.stores import Stores
from bot.storage.submissions import Submissions
from bot.storage.talks import Talks
from bot.storage.webhook_events import WebhookEvents
from bot.storage.webinars import Webinars
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.create import WebinarCreation
from bot.webinars.exactly_once import ExactlyOnce
from bot.webinars.orphans import Orphans
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.webinars.sync import WebinarSync
from bot.webinars.update import WebinarUpdate
from bot.workflows.change_webinar import ChangeWorkflow
from bot.workflows.creation.workflow import CreationWorkflow
from bot.workflows.engine import Engine
from bot.workflows.send_calendar import CalendarDelivery
from bot.workflows.send_registrants import RegistrantsDelivery
from bot.workflows.send_reminder import ReminderWorkflow
from handlers.form_opener import FormOpener


@dataclass(frozen=True)
class ListenerResources:
    """The resources of listeners; the fields' names are the listeners' parameter names."""

    clock: Clock
    form_opener: FormOpener
    form_validation: FormValidation
    creation_workflow: CreationWorkflow
    drafts: Drafts
    webinar_conversation: WebinarConversation
    people: SlackDirectory
    webinar_queries: WebinarQueries
    webinar_refresh: WebinarRefresh
    change_workflow: ChangeWorkflow
    calendar_delivery: CalendarDelivery
    call_reservation: CallReservation
    signup: Signup
    registrants_delivery: RegistrantsDelivery
    job_runner: JobRunner
    message_updates: MessageUpdates

    @classmethod
    def names(cls) -> list[str]:
        """The parameters that a listener may ask for."""
        return [field.name for field in fields(cls)]

    def by_name(self) -> Mapping[str, object]:
        """Everything under its parameter name."""
        return {name: getattr(self, name) for name in self.names()}


@dataclass(frozen=True)
class Wiring:
    """The things that the app starts: for `listeners` by name, `every_minute` something to take up, and the jobs."""

    listeners: Mapping[str, object]
    job_runner: JobRunner
    every_minute: tuple[Callable[[], Awaitable[None]], ...]


def build_stores(database: Database, cipher: Cipher, clock: Clock) -> Stores:
    """The stores of one database."""
    return Stores(
        attempts=Attempts(database, clock),
        calendars=Calendars(database, clock),
        changes=Changes(database, cipher, clock),
        consents=RegistrationConsents(database, clock),
        going=Going(database, clock),
        webhook_events=WebhookEvents(database, clock),
        messages=Messages(database, clock),
        panel=PanelStore(database, cipher),
        registrations=Registrations(database, cipher, clock),
        reminders=RemindersStore(database),
        room_alerts=RoomAlerts(database, clock),
        submissions=Submissions(database, cipher, clock),
        talks=Talks(database, cipher, clock),
        webinars=Webinars(database, cipher, clock),
    )


def build_resources(  # noqa: PLR0913 - what was reached, and in whose name
    *,
    clock: Clock,
    database: Database,
    stores: Stores,
    rate_limiter: RateLimiter,
    ringcentral: RingCentral,
    slack: SlackClient,
    bot_name: str,
) -> Resources:
    """The resources of all work, once everything is reached; Slack calls us by `bot_name`."""
    once = ExactlyOnce(ringcentral, stores.attempts, clock)
    orphans = Orphans(stores.attempts, stores.submissions, stores.webinars)
    return Resources(
        clock=clock,
        database=database,
        stores=stores,
        rate_limiter=rate_limiter,
        ringcentral=ringcentral,
        once=once,
        webinar_creation=WebinarCreation(ringcentral, once, stores.webinars, orphans, clock),
        slack=slack,
        outbox=Outbox(slack, stores.messages, clock),
        people=SlackDirectory(slack, clock, bot_name),
    )


def wire(
    engine: Engine, resources: Resources, webhook_subscription: WebhookSubscription, tick: float
) -> Wiring:
    """Build the rest, before the engine starts; `tick` is how often jobs look into the database (seconds)."""
    clock, stores, ringcentral = resources.clock, resources.stores, resources.ringcentral
    people = resources.people
    webinar_queries = WebinarQueries(stores, people)
    webinar_sync = WebinarSync(ringcentral, stores.webinars, clock)
    call_reservation = CallReservation(resources.rate_limiter, stores.registrations, clock)
    webinar_refresh = WebinarRefresh(webinar_sync, resources.webinar_creation, webhook_subscription, clock)
    webinar_update = WebinarUpdate(ringcentral, resources.once, stores.webinars, clock)
    calendar_delivery = CalendarDelivery(engine, resources)
    registrants = Registrants(ringcentral, stores.registrations, clock)
    reminder_workflow = ReminderWorkflow(engine, resources, webinar_queries, webinar_sync)
    message_updates = MessageUpdates(resources, webinar_queries, calendar_delivery, webhook_subscription)
    job_runner = JobRunner(resources.database)
    job_runner.add(
        [
            Job("webhook_subscription", webhook_subscription.look, tick),
            Job(
                "sync_webinars", SyncWebinarsJob(resources, webinar_sync, webhook_subscription).read_due, tick
            ),
            Job(
                "registration_counts",
                RegistrationCountsJob(resources, registrants, webhook_subscription).read_due,
                tick,
            ),
            Job("update_messages", message_updates.draw_stale, tick),
            Job("send_reminders", reminder_workflow.begin_due, tick),
            Job("recap", RecapJob(resources, webinar_queries, registrants).read_due, tick),
            Job(
                "registration_worker",
                RegistrationWorker(resources, registrants).serve_next,
                tick,
                wakes=("notify_registrants",),
            ),
            Job("notify_registrants", RegistrantNotifications(resources, calendar_delivery).tell, tick),
        ]
    )
    signup = Signup(
        people,
        stores.registrations,
        stores.consents,
        resources.rate_limiter,
        clock,
        partial(job_runner.wake, "registration_worker"),
    )
    change_workflow = ChangeWorkflow(
        engine, resources, webinar_update, webinar_queries, webinar_refresh, call_reservation
    )
    creation_workflow = CreationWorkflow(engine, resources, call_reservation)
    form_validation = FormValidation(people, stores.submissions, clock)
    reader = RuleReader((WebinarRequestReader(),))
    webinar_conversation = WebinarConversation(
        resources, webinar_queries, webinar_refresh, form_validation, reader
    )
    drafts = Drafts(resources, call_reservation, reader, webinar_conversation)
    listeners = ListenerResources(
        clock=clock,
        form_opener=FormOpener(people, form_validation, call_reservation, clock),
        form_validation=form_validation,
        creation_workflow=creation_workflow,
        drafts=drafts,
        webinar_conversation=webinar_conversation,
        people=people,
        webinar_queries=webinar_queries,
        webinar_refresh=webinar_refresh,
        change_workflow=change_workflow,
        calendar_delivery=calendar_delivery,
        call_reservation=call_reservation,
        signup=signup,
        registrants_delivery=RegistrantsDelivery(engine, resources, registrants, webinar_queries),
        job_runner=job_runner,
        message_updates=message_updates,
    )
    return Wiring(
        listeners=listeners.by_name(),
        job_runner=job_runner,
        every_minute=(
            creation_workflow.take_up,
            change_workflow.take_up,
            reminder_workflow.take_up,
            drafts.expire,
            drafts.catch_up,
        ),
    )
