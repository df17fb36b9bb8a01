"""The answers of RingCentral's Webinar API, read leniently: unknown and unreadable parts are left out."""

from typing import Annotated, Any, Final, Self, TypeAlias
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    WrapValidator,
    model_validator,
)
from pydantic.alias_generators import to_camel

from bot.models import RegistrationStatus, Role, WebinarSettings

_EMPTY_SAYS_SOMETHING: Final = frozenset({"description"})
"""Fields that somebody may have emptied; everywhere else an empty text says no more than none."""
_URI_MAX: Final = 2_000


def _leave_out(value: object, handler: ModelWrapValidatorHandler[Any]) -> Any:
    """The API is beta: what is empty, and an optional field that we do not understand, counts as absent."""
    value = _without_empty(value)
    try:
        return handler(value)
    except ValidationError as fault:
        if not isinstance(value, dict):
            raise
        odd = {str(error["loc"][0]) for error in fault.errors() if error["loc"]}
        return handler({name: item for name, item in value.items() if name not in odd})


def _without_empty(value: object) -> object:
    if not isinstance(value, dict):
        return value
    return {
        name: item
        for name, item in value.items()
        if not (isinstance(item, str) and not item.strip() and name not in _EMPTY_SAYS_SOMETHING)
    }


def _web_address(uri: str) -> str:
    """An address that a button can have; raises ValueError for anything else."""
    parts = urlsplit(uri.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname or len(uri) > _URI_MAX:
        raise ValueError("is no web address")
    return uri.strip()


Uri: TypeAlias = Annotated[str, AfterValidator(_web_address)]


class _Read(BaseModel):
    """An answer. Unknown fields are ignored, absent and empty ones are None; without its ids it is refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        alias_generator=to_camel,
        populate_by_name=True,
        coerce_numbers_to_str=True,
    )

    @model_validator(mode="wrap")
    @classmethod
    def _lenient(cls, value: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        read: Self = _leave_out(value, handler)
        return read


def _readable(model: type[BaseModel]) -> BeforeValidator:
    """A list without the entries that cannot be read: one odd entry hides no other."""

    def fits(item: object) -> bool:
        try:
            model.model_validate(item)
        except ValidationError:
            return False
        return True

    return BeforeValidator(
        lambda items: [item for item in items if fits(item)] if isinstance(items, list) else items
    )


class TokenAnswer(_Read):
    """A sign-in; `expires_in` in seconds, `owner_id` is the user."""

    model_config = ConfigDict(alias_generator=None)

    access_token: str
    expires_in: int
    owner_id: str | None = None


class ErrorAnswer(_Read):
    """One of the errors of a refusal."""

    error_code: str = ""
    message: str = ""
    parameter_name: str | None = None


class RefusalAnswer(_Read):
    """The body of a refusal."""

    errors: Annotated[tuple[ErrorAnswer, ...], _readable(ErrorAnswer)] = ()


class WebinarAnswer(_Read):
    """A webinar, without its session."""

    id: str
    title: str | None = None
    description: str | None = None
    creation_time: AwareDatetime | None = None
    settings: Annotated[WebinarSettings, WrapValidator(_leave_out)] = WebinarSettings()


class WebinarRef(_Read):
    """The webinar that a listed session belongs to."""

    id: str
    title: str | None = None
    description: str | None = None


class SessionAnswer(_Read):
    """A session; `attendee_join_uri` is there when registration is off and it was not read from a list."""

    id: str
    webinar: WebinarRef | None = None
    host_join_uri: Uri | None = None
    attendee_join_uri: Uri | None = None
    scheduled_start_time: AwareDatetime | None = None
    scheduled_duration: int | None = None
    time_zone: str | None = None
    panel_join_time_offset: int | None = None
    status: str | None = None
    last_modified_time: AwareDatetime | None = None


class RecordingAnswer(_Read):
    """A recording; `recording_shared_uri` is there when it may be shared."""

    id: str
    status: str | None = None
    shared: bool | None = None
    shared_uri_expiration_time: AwareDatetime | None = None
    recording_shared_uri: Uri | None = None


class PastSessionAnswer(_Read):
    """A session as history tells it, from the moment it begins."""

    id: str
    webinar: WebinarRef | None = None
    status: str | None = None
    runtime_status: str | None = None
    end_time: AwareDatetime | None = None
    participant_count: int | None = None
    attendee_count: int | None = None
    unique_attendee_count: int | None = None
    recording: RecordingAnswer | None = None


class ParticipantAnswer(_Read):
    """Somebody who was there."""

    id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    role: str | None = None
    email: str | None = None
    join_time: AwareDatetime | None = None
    leave_time: AwareDatetime | None = None
    registrant_id: str | None = None


class DeliveryAnswer(_Read):
    """The address to which a subscription delivers."""

    address: str | None = None


class DisabledFilterAnswer(_Read):
    """An event that a subscription asks for and does not get."""

    filter: str | None = None


class SubscriptionAnswer(_Read):
    """A subscription to webhooks."""

    id: str
    status: str | None = None
    expiration_time: AwareDatetime | None = None
    event_filters: tuple[str, ...] = ()
    disabled_filters: tuple[DisabledFilterAnswer, ...] = ()
    delivery_mode: DeliveryAnswer | None = None


class SubscriptionsAnswer(_Read):
    """Every subscription of our app."""

    records: Annotated[tuple[SubscriptionAnswer, ...], _readable(SubscriptionAnswer)] = ()


class InviteeAnswer(_Read):
    """A member of the panel, with the personal link."""

    id: str
    email: str | None = None
    role: Role | None = None
    join_uri: Uri | None = None


class InviteesAnswer(_Read):
    """The outcome of a bulk invitation."""

    added_invitees: Annotated[tuple[InviteeAnswer, ...], _readable(InviteeAnswer)] = ()


class RegistrationSettings(_Read):
    """The settings of a registration that we read."""

    auto_close_limit: int | None = None
    suppress_emails: bool | None = None
    prevent_multiple_device_joins: bool | None = None
    work_email_required: bool | None = None


class RegistrationAnswer(_Read):
    """The registration of a session."""

    registration_status: RegistrationStatus | None = None
    registrant_count: int | None = None
    registration_page_uri: Uri | None = None
    settings: RegistrationSettings | None = None


class RegistrantAnswer(_Read):
    """Somebody who registered, with the personal link; `participant_id` is there when they came."""

    id: str
    first_name: str | None = None
    last_name: str | None = None
    email: str | None = None
    join_uri: Uri | None = None
    creation_time: AwareDatetime | None = None
    registration_time: AwareDatetime | None = None
    participant_id: str | None = None
    source: str | None = None


class Paging(_Read):
    """The token of the next page."""

    next_page_token: str | None = None


class Page(_Read):
    """A page of a list; one that cannot be read is not taken for an empty one."""

    records: tuple[dict[str, Any], ...]
    paging: Paging = Paging()


def setting_named(parameter: str) -> str | None:
    """The field of WebinarSettings that a refusal names, as in "settings.autoRecord"."""
    aliases = {to_camel(name): name for name in WebinarSettings.model_fields}
    return aliases.get(parameter.rsplit(".", maxsplit=1)[-1])
