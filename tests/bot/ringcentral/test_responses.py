"""Answers of RingCentral are read leniently, since its API is beta; our requests are exact."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from bot.models import Access, RegistrationStatus, Role, WebinarSettings
from bot.ringcentral import responses
from bot.ringcentral.requests import NewInvitee, NewInvitees, NewSession, NewWebinar
from bot.ringcentral.responses import (
    ErrorAnswer,
    InviteeAnswer,
    InviteesAnswer,
    Page,
    RecordingAnswer,
    RefusalAnswer,
    RegistrantAnswer,
    RegistrationAnswer,
    SessionAnswer,
    TokenAnswer,
    WebinarAnswer,
    setting_named,
)
from sandbox.ringcentral import Beta

READ: Final = [
    model
    for model in vars(responses).values()
    if isinstance(model, type)
    and issubclass(model, BaseModel)
    and model.__module__ == responses.__name__
    and model.model_config.get("extra") == "ignore"
    and not model.__name__.startswith("_")
]
SETTINGS: Final = {"recordingEnabled": True, "attendeeAuthentication": "Guest", "password": "open-sesame"}
ANSWERS: Final[dict[type[BaseModel], dict[str, Any]]] = {
    TokenAnswer: {"access_token": "t", "expires_in": 3600, "owner_id": "100"},
    ErrorAnswer: {"errorCode": "CMN-101", "message": "No.", "parameterName": "title"},
    RefusalAnswer: {"errors": [{"errorCode": "CMN-101", "message": "No."}]},
    WebinarAnswer: {
        "id": "1",
        "title": "Q3",
        "creationTime": "2026-03-02T17:00:00.000Z",
        "settings": SETTINGS,
    },
    SessionAnswer: {"id": "2", "webinar": {"id": "1"}, "hostJoinUri": "https://v.example.com/h"},
    InviteeAnswer: {
        "id": "3",
        "email": "ben@example.com",
        "role": "CoHost",
        "joinUri": "https://v.example.com/3",
    },
    InviteesAnswer: {"addedInvitees": [{"id": "3", "role": "Panelist"}, {"id": "4"}]},
    RegistrationAnswer: {"registrationStatus": "Open", "registrantCount": 3},
    Page: {"records": [{"id": "1"}, {"id": "2"}], "paging": {"nextPageToken": "more"}},
}
NAMES: Final = sorted(
    {field.alias or name for model in READ for name, field in model.model_fields.items()}
    | {field.alias or name for name, field in WebinarSettings.model_fields.items()}
)
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(),
    st.sampled_from(["Open", "CoHost", "Guest"]),
)
anything = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner),
    max_leaves=15,
)
objects = anything | st.dictionaries(st.sampled_from(NAMES), anything)


def read(model: type[BaseModel], value: Any) -> BaseModel | None:
    """The answer, or None where it is invalid."""
    with suppress(ValidationError):
        return model.model_validate_json(value) if isinstance(value, bytes) else model.model_validate(value)
    return None


@pytest.mark.parametrize("model", READ)
@given(objects)
def test_any_json_is_an_answer_or_invalid(model: type[BaseModel], value: Any) -> None:
    assert isinstance(read(model, value), model | None)


@pytest.mark.parametrize("model", READ)
@given(st.binary() | objects.map(lambda value: json.dumps(value).encode()))
def test_any_body_is_an_answer_or_invalid(model: type[BaseModel], body: bytes) -> None:
    assert isinstance(read(model, body), model | None)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"[" * 100_000, id="very deep"),
        pytest.param(b"9" * 5000, id="a very long number"),
        pytest.param(b'"\\ud83c"', id="half an emoji"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"<h1>Bad Gateway</h1>", id="a page"),
    ],
)
@pytest.mark.parametrize("model", READ)
def test_a_body_that_is_no_answer_is_invalid(model: type[BaseModel], body: bytes) -> None:
    with pytest.raises(ValidationError):
        model.model_validate_json(body)


@pytest.mark.parametrize(("model", "answer"), ANSWERS.items())
def test_fields_that_nobody_has_seen_change_nothing(model: type[BaseModel], answer: dict[str, Any]) -> None:
    strayed = Beta(noise=True).stray(answer)
    read = model.model_validate(strayed)
    if model is Page:
        assert [record["id"] for record in read.model_dump()["records"]] == ["1", "2"]
    else:
        assert read == model.model_validate(answer)


@pytest.mark.parametrize(
    ("model", "word"),
    [(InviteeAnswer, "role"), (RegistrationAnswer, "registrationStatus")],
)
def test_a_word_that_is_new_counts_as_absent(model: type[BaseModel], word: str) -> None:
    strayed = Beta(words={word: "Moderated"}).stray(ANSWERS[model])
    absent = {name: value for name, value in ANSWERS[model].items() if name != word}
    assert model.model_validate(strayed) == model.model_validate(absent)


def test_a_known_word_is_read() -> None:
    assert InviteeAnswer.model_validate(ANSWERS[InviteeAnswer]).role is Role.CO_HOST
    registration = RegistrationAnswer.model_validate(ANSWERS[RegistrationAnswer])
    assert registration.registration_status is RegistrationStatus.OPEN


@pytest.mark.parametrize("odd", ["Martian", None, 3, ["Guest"], {"is": "new"}])
def test_one_odd_setting_does_not_hide_the_others(odd: Any) -> None:
    answer = {"id": "1", "settings": {**SETTINGS, "attendeeAuthentication": odd, "brandNew": True}}
    read = WebinarAnswer.model_validate(answer)
    assert read.settings == WebinarSettings(recording_enabled=True, password="open-sesame")


@pytest.mark.parametrize("odd", [None, [], "none", 3])
def test_settings_that_are_none_count_as_absent(odd: Any) -> None:
    assert WebinarAnswer.model_validate({"id": "1", "settings": odd}).settings == WebinarSettings()


@pytest.mark.parametrize("model", [WebinarAnswer, SessionAnswer, InviteeAnswer])
@pytest.mark.parametrize("answer", [{}, {"id": None}, {"id": []}, [], None])
def test_without_its_id_an_answer_is_refused(model: type[BaseModel], answer: Any) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(answer)


def test_an_id_that_is_a_number_is_an_id() -> None:
    assert WebinarAnswer.model_validate({"id": 90000000000000000001}).id == "90000000000000000001"


@pytest.mark.parametrize(
    "answer", [{}, {"records": None}, {"records": "none"}, {"records": [{"id": "1"}, None]}]
)
def test_a_list_that_cannot_be_read_is_not_an_empty_list(answer: Any) -> None:
    with pytest.raises(ValidationError):
        Page.model_validate(answer)


def test_one_odd_member_of_the_panel_does_not_hide_the_others() -> None:
    ben = {"id": "3", "email": "ben@example.com", "joinUri": "https://v.example.com/3"}
    read = InviteesAnswer.model_validate({"addedInvitees": [ben, {"email": "no id"}]})
    assert [invitee.email for invitee in read.added_invitees] == ["ben@example.com"]


def test_one_odd_error_does_not_hide_the_others() -> None:
    read = RefusalAnswer.model_validate({"errors": [{"parameterName": "settings.autoRecord"}, "odd"]})
    assert [error.parameter_name for error in read.errors] == ["settings.autoRecord"]


def test_a_webinar_is_sent_with_nothing_but_what_was_asked() -> None:
    settings = WebinarSettings(registration_enabled=False, attendee_authentication=Access.AUTHENTICATED_USER)
    assert NewWebinar(title="Q3", settings=settings).body() == {
        "title": "Q3",
        "settings": {"registrationEnabled": False, "attendeeAuthentication": "AuthenticatedUser"},
    }


def test_a_session_is_sent_with_its_zone_and_whole_seconds() -> None:
    start = datetime(2026, 12, 1, 20, 0, 0, 999_999, tzinfo=UTC)
    session = NewSession(scheduled_start_time=start, scheduled_duration=2700, time_zone="America/New_York")
    assert session.body() == {
        "scheduledStartTime": "2026-12-01T20:00:00+00:00",
        "scheduledDuration": 2700,
        "timeZone": "America/New_York",
    }


def test_the_panel_is_sent_by_contact_and_role() -> None:
    ben = NewInvitee(first_name="Ben", last_name="Baker", email="ben@example.com", role=Role.CO_HOST)
    assert NewInvitees(added_invitees=(ben,)).body() == {
        "addedInvitees": [
            {"firstName": "Ben", "lastName": "Baker", "email": "ben@example.com", "role": "CoHost"}
        ]
    }


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        ("settings.autoRecord", "auto_record"),
        ("autoRecord", "auto_record"),
        ("webinar.settings.postWebinarRedirectUri", "post_webinar_redirect_uri"),
        ("title", None),
        ("settings", None),
        ("settings.auto_record", None),
        ("", None),
    ],
)
def test_a_refusal_names_the_setting_that_it_is_about(parameter: str, name: str | None) -> None:
    assert setting_named(parameter) == name


@pytest.mark.parametrize("name", WebinarSettings.model_fields)
def test_every_setting_is_known_by_its_name_on_the_wire(name: str) -> None:
    alias = WebinarSettings.model_fields[name].alias
    assert setting_named(f"settings.{alias}") == name


LINKS: Final = [
    (SessionAnswer, "hostJoinUri", "host_join_uri"),
    (SessionAnswer, "attendeeJoinUri", "attendee_join_uri"),
    (InviteeAnswer, "joinUri", "join_uri"),
    (RegistrantAnswer, "joinUri", "join_uri"),
    (RegistrationAnswer, "registrationPageUri", "registration_page_uri"),
    (RecordingAnswer, "recordingSharedUri", "recording_shared_uri"),
]


@pytest.mark.parametrize(("model", "name", "field"), LINKS)
@pytest.mark.parametrize(
    "value", ["", " ", "\t", None, "not yet", "javascript:alert(1)", "https://", f"https://v/{'a' * 3000}"]
)
def test_a_link_that_is_none_counts_as_absent(
    model: type[BaseModel], name: str, field: str, value: object
) -> None:
    assert getattr(model.model_validate({"id": "1", name: value}), field) is None


@pytest.mark.parametrize(("model", "name", "field"), LINKS)
def test_a_link_is_read(model: type[BaseModel], name: str, field: str) -> None:
    uri = "https://v.ringcentral.com/w/a/join/x?pw=1"
    assert getattr(model.model_validate({"id": "1", name: uri}), field) == uri


@pytest.mark.parametrize("model", READ)
def test_what_is_empty_counts_as_absent_everywhere(model: type[BaseModel]) -> None:
    """Except a description, which somebody may have emptied."""
    whole = ANSWERS.get(model, {"id": "1"})
    optional = [
        field.alias or name
        for name, field in model.model_fields.items()
        if not field.is_required() and name != "description"
    ]
    without = {name: value for name, value in whole.items() if name not in optional}
    assert model.model_validate({**without, **dict.fromkeys(optional, "")}) == model.model_validate(without)


def test_an_emptied_description_is_told() -> None:
    assert WebinarAnswer.model_validate({"id": "1", "description": ""}).description == ""


def test_an_empty_password_is_none() -> None:
    read = WebinarAnswer.model_validate({"id": "1", "settings": {**SETTINGS, "password": ""}})
    assert read.settings.password is None
    assert read.settings.recording_enabled is True


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_id_is_none(empty: str) -> None:
    with pytest.raises(ValidationError):
        WebinarAnswer.model_validate({"id": empty})
