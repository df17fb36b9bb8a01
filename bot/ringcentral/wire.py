"""What RingCentral's Webinar API sends and takes: lenient in what we read, exact in what we write."""

from datetime import datetime
from typing import Annotated, Any, Self

from pydantic import (
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    WrapValidator,
    field_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel

from bot.models import RegistrationStatus, Role, WebinarSettings


def _leave_out(value: object, handler: ModelWrapValidatorHandler[Any]) -> Any:
    """The API is beta: an optional field with a value that we do not understand counts as absent."""
    try:
        return handler(value)
    except ValidationError as fault:
        if not isinstance(value, dict):
            raise
        odd = {str(error["loc"][0]) for error in fault.errors() if error["loc"]}
        return handler({name: item for name, item in value.items() if name not in odd})


class _Read(BaseModel):
    """An answer. Unknown fields are ignored and absent ones are None; without its ids it is refused."""

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


class _Written(BaseModel):
    """A request body: only what the contract names."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)

    def body(self) -> dict[str, Any]:
        """The JSON to send, without what was left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


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
    """A sign-in; `expires_in` in seconds."""

    model_config = ConfigDict(alias_generator=None)

    access_token: str
    expires_in: int


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


class SessionAnswer(_Read):
    """A session; `attendee_join_uri` is there when registration is off."""

    id: str
    webinar: WebinarRef | None = None
    host_join_uri: str | None = None
    attendee_join_uri: str | None = None


class InviteeAnswer(_Read):
    """A member of the panel, with the personal link."""

    id: str
    email: str | None = None
    role: Role | None = None
    join_uri: str | None = None


class InviteesAnswer(_Read):
    """The outcome of a bulk invitation."""

    added_invitees: Annotated[tuple[InviteeAnswer, ...], _readable(InviteeAnswer)] = ()


class RegistrationAnswer(_Read):
    """How registration stands."""

    registration_status: RegistrationStatus | None = None
    registrant_count: int | None = None
    registration_page_uri: str | None = None


class Paging(_Read):
    """Where the next page is."""

    next_page_token: str | None = None


class Page(_Read):
    """A page of a list; one that cannot be read is not taken for an empty one."""

    records: tuple[dict[str, Any], ...]
    paging: Paging = Paging()


class NewWebinar(_Written):
    """The body that makes or changes a webinar; only settings that a person changed are sent."""

    title: str
    description: str | None = None
    settings: WebinarSettings


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


class NewInvitees(_Written):
    """The body of a bulk invitation."""

    added_invitees: tuple[NewInvitee, ...]


def setting_named(parameter: str) -> str | None:
    """The field of WebinarSettings that a refusal names, as in "settings.autoRecord"."""
    aliases = {to_camel(name): name for name in WebinarSettings.model_fields}
    return aliases.get(parameter.rsplit(".", maxsplit=1)[-1])
