"""Everything that happens to a webinar after it was made, put together."""

from dataclasses import dataclass
from typing import Self

from bot.jobs.notify_registrants import RegistrantNotifications
from bot.jobs.recap import RecapJob
from bot.jobs.register_queue import RegistrationQueue
from bot.jobs.runner import JobRunner
from bot.jobs.update_messages import MessageUpdates
from bot.rate_limit.reservation import CallReservation
from bot.registration.registrants import Registrants
from bot.registration.signup import Signup
from bot.resources import Resources
from bot.webhooks.subscription import WebhookSubscription
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.webinars.sync import WebinarSync
from bot.webinars.update import WebinarUpdate
from bot.workflows.change_webinar import ChangeWorkflow
from bot.workflows.engine import Engine
from bot.workflows.send_calendar import CalendarDelivery
from bot.workflows.send_registrants import RegistrantsDelivery
from bot.workflows.send_reminder import ReminderWorkflow


@dataclass(frozen=True)
class Life:
    """One of each."""

    webinar_queries: WebinarQueries
    webinar_refresh: WebinarRefresh
    change_workflow: ChangeWorkflow
    calendar_delivery: CalendarDelivery
    call_reservation: CallReservation
    signup: Signup
    reminder_workflow: ReminderWorkflow
    registrants_delivery: RegistrantsDelivery
    job_runner: JobRunner

    @classmethod
    def of(
        cls, engine: Engine, resources: Resources, webhook_subscription: WebhookSubscription, tick: float
    ) -> Self:
        """Wire it, before the engine starts; `tick` is how often it looks for webinars that changed (seconds)."""
        clock, stores, ringcentral = resources.clock, resources.stores, resources.ringcentral
        webinar_queries = WebinarQueries(stores, resources.people)
        webinar_sync = WebinarSync(ringcentral, stores.webinars, clock)
        call_reservation = CallReservation(resources.rate_limiter, stores.registrations, clock)
        webinar_refresh = WebinarRefresh(
            webinar_sync, resources.webinar_creation, webhook_subscription, clock
        )
        webinar_update = WebinarUpdate(ringcentral, resources.once, stores.webinars, clock)
        calendar_delivery = CalendarDelivery(engine, resources)
        registrants = Registrants(ringcentral, stores.registrations, clock)
        reminder_workflow = ReminderWorkflow(engine, resources, webinar_queries, webinar_sync)
        job_runner = JobRunner(
            webinar_sync,
            MessageUpdates(resources, webinar_queries, calendar_delivery, webhook_subscription),
            reminder_workflow,
            RecapJob(resources, webinar_queries, registrants),
            RegistrationQueue(resources, registrants),
            RegistrantNotifications(resources, calendar_delivery),
            registrants,
            webhook_subscription,
            resources,
            tick,
        )
        return cls(
            webinar_queries=webinar_queries,
            webinar_refresh=webinar_refresh,
            change_workflow=ChangeWorkflow(
                engine, resources, webinar_update, webinar_queries, webinar_refresh, call_reservation
            ),
            calendar_delivery=calendar_delivery,
            call_reservation=call_reservation,
            signup=Signup(
                resources.people,
                stores.registrations,
                stores.consents,
                resources.rate_limiter,
                clock,
                job_runner.wake_registration_queue,
            ),
            reminder_workflow=reminder_workflow,
            registrants_delivery=RegistrantsDelivery(engine, resources, registrants, webinar_queries),
            job_runner=job_runner,
        )
