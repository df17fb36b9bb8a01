"""What listeners work with, given to them by parameter name."""

from dataclasses import dataclass
from typing import Self

from bot.conversation.conversation import Drafts
from bot.conversation.rules import RuleReader
from bot.conversation.webinar_requests import WebinarRequestReader
from bot.conversation.webinars import WebinarConversation
from bot.forms.validation import FormValidation
from bot.jobs.runner import JobRunner
from bot.models.clock import Clock
from bot.rate_limit.reservation import CallReservation
from bot.registration.signup import Signup
from bot.resources import Resources
from bot.slack.directory import SlackDirectory
from bot.webinars.queries import WebinarQueries
from bot.webinars.refresh import WebinarRefresh
from bot.wiring import Life
from bot.workflows.change_webinar import ChangeWorkflow
from bot.workflows.creation.workflow import CreationWorkflow
from bot.workflows.engine import Engine
from bot.workflows.send_calendar import CalendarDelivery
from bot.workflows.send_registrants import RegistrantsDelivery
from handlers.form_opener import FormOpener


@dataclass(frozen=True)
class Desk:
    """One of each; the fields' names are the listeners' parameter names."""

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

    @classmethod
    def of(cls, engine: Engine, resources: Resources, life: Life) -> Self:
        """Set it up, before the engine starts."""
        clock, people = resources.clock, resources.people
        form_validation = FormValidation(people, resources.stores.submissions, clock)
        reader = RuleReader((WebinarRequestReader(),))
        webinars = WebinarConversation(
            resources, life.webinar_queries, life.webinar_refresh, form_validation, reader
        )
        return cls(
            clock=clock,
            form_opener=FormOpener(people, form_validation, life.call_reservation, clock),
            form_validation=form_validation,
            creation_workflow=CreationWorkflow(engine, resources, life.call_reservation),
            drafts=Drafts(resources, life.call_reservation, reader, webinars),
            webinar_conversation=webinars,
            people=people,
            webinar_queries=life.webinar_queries,
            webinar_refresh=life.webinar_refresh,
            change_workflow=life.change_workflow,
            calendar_delivery=life.calendar_delivery,
            call_reservation=life.call_reservation,
            signup=life.signup,
            registrants_delivery=life.registrants_delivery,
            job_runner=life.job_runner,
        )
