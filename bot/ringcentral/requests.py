"""The bodies that RingCentral's Webinar API takes: only fields that the contract names."""

from datetime import UTC, datetime
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    field_serializer,
)
from pydantic.alias_generators import to_camel

from bot.models import Person, Plan, RegistrationStatus, Role, Webinar, WebinarSettings


class _Written(BaseModel):
    """A request body: only what the contract names."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    def body(self) -> dict[str, Any]:
        """The JSON to send, without what was left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


class NewWebinar(_Written):
    """The body that makes or changes a webinar; only settings that a person changed are sent."""

    title: str
    description: str | None = None
    settings: WebinarSettings


class ChangedWebinar(_Written):
    """The body that changes a webinar: only what is another."""

    title: str | None = None
    description: str | None = None
    settings: WebinarSettings | None = None


class NewSession(_Written):
    """The body that schedules a session; durations in whole seconds."""

    scheduled_start_time: datetime
    scheduled_duration: int
    time_zone: str
    panel_join_time_offset: int | None = None

    @field_serializer("scheduled_start_time")
    def _with_zone(self, start: datetime) -> str:
        return start.isoformat(timespec="seconds")


class NewInvitee(_Written):
    """A person to invite by e-mail."""

    first_name: str
    last_name: str
    email: str
    role: Role


class ChangedInvitee(_Written):
    """A member of the panel in another role."""

    id: str
    role: Role


class GoneInvitee(_Written):
    """Somebody to take off the panel."""

    id: str


class NewInvitees(_Written):
    """The body of a bulk invitation; None leaves a list out."""

    added_invitees: tuple[NewInvitee, ...] | None = None
    updated_invitees: tuple[ChangedInvitee, ...] | None = None
    deleted_invitees: tuple[GoneInvitee, ...] | None = None


class NewRegistrant(_Written):
    """Somebody to register; `source` and `external_id` say where they clicked."""

    first_name: str
    last_name: str
    email: str
    source: str
    external_id: str


class ChangedRegistrationSettings(_Written):
    """Terms of a registration that are another; 0 lets it never close by itself."""

    auto_close_limit: int | None = None
    suppress_emails: bool | None = None
    prevent_multiple_device_joins: bool | None = None
    work_email_required: bool | None = None


class ChangedRegistration(_Written):
    """The body that opens or closes a registration and changes its terms."""

    registration_status: RegistrationStatus
    settings: ChangedRegistrationSettings | None = None


class DeliveryMode(_Written):
    """The address of deliveries; they carry the token."""

    transport_type: str = "WebHook"
    address: str
    verification_token: str


class NewSubscription(_Written):
    """The body that subscribes; `expires_in` in seconds."""

    event_filters: tuple[str, ...]
    expires_in: int
    delivery_mode: DeliveryMode


def new_session(plan: Plan | Webinar) -> NewSession:
    """The session of a plan, or of a webinar that is to be another."""
    early = plan.panel_joins_early
    return NewSession(
        scheduled_start_time=plan.start.astimezone(UTC),
        scheduled_duration=round(plan.duration.total_seconds()),
        time_zone=plan.time_zone,
        panel_join_time_offset=None if early is None else round(early.total_seconds()),
    )


def new_invitee(person: Person, role: Role) -> NewInvitee:
    """Somebody to invite."""
    return NewInvitee(
        first_name=person.first_name, last_name=person.last_name, email=person.email or "", role=role
    )
