"""A delivery is read for what it hints at; whatever else is in it is left alone."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.webhook_event import WebhookEvent, WebhookTopic
from bot.webhooks.parsing import OLD, UnreadableDelivery, parse_delivery

NOW = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
SESSIONS = "/webinar/configuration/v1/company/sessions"
STATE = "/webinar/runtime/v1/company/sessions/state"
REGISTRATION = "/webinar/registration/v1/company/sessions/state"
REGISTRANTS = "/webinar/registration/v1/company/sessions/registrants"
words = st.sampled_from(["id", "session", "sessionId", "webinar", "webinarId", "sessions", "x"])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just("7"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words | st.text(), inner, max_size=4),
    max_leaves=20,
)


def webhook_event(body: Any, event: Any = SESSIONS, **envelope: Any) -> WebhookEvent:
    """The event that a delivery carries."""
    told = {"uuid": "u-1", "event": event, "timestamp": NOW.isoformat(), "body": body, **envelope}
    found = parse_delivery(json.dumps(told).encode(), NOW)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("event", "about"),
    [
        (SESSIONS, WebhookTopic.SESSION),
        (f"{SESSIONS}?webinarId=7", WebhookTopic.SESSION),
        (f"/restapi{SESSIONS}/", WebhookTopic.SESSION),
        (STATE, WebhookTopic.STATE),
        (f"{STATE}?hostUserId=9", WebhookTopic.STATE),
        (REGISTRATION, WebhookTopic.REGISTRATION),
        (REGISTRANTS, WebhookTopic.REGISTRATION),
        ("/something/new", WebhookTopic.OTHER),
        ("", WebhookTopic.OTHER),
        (None, WebhookTopic.OTHER),
        ({"name": SESSIONS}, WebhookTopic.OTHER),
        ("http://[", WebhookTopic.OTHER),
    ],
)
def test_the_event_says_what_it_is_about(event: Any, about: WebhookTopic) -> None:
    assert webhook_event({}, event).about is about


@pytest.mark.parametrize(
    ("body", "session", "webinar"),
    [
        ({"id": "5"}, "5", None),
        ({"id": 5}, "5", None),
        ({"sessionId": "5", "webinarId": "7"}, "5", "7"),
        ({"session_id": 5, "webinar_id": 7}, "5", "7"),
        ({"session": {"id": "5", "webinar": {"id": "7"}}}, "5", "7"),
        ({"id": "5", "webinar": {"id": "7", "title": "Q3"}}, "5", "7"),
        ({"id": "1", "sessionId": "5"}, "5", None),
        ([{"sessionId": "5"}], "5", None),
        ({"data": {"changes": [{"session": {"id": "5"}}]}}, "5", None),
        ({"sessionId": "5", "previous": {"sessionId": "5"}}, "5", None),
        ({"sessions": [{"sessionId": "5"}, {"sessionId": "6"}], "webinarId": "7"}, None, "7"),
        ({"session": "5", "webinar": None}, None, None),
        ({"sessionId": True, "webinarId": ["7"]}, None, None),
        ({"sessionId": "x" * 33, "webinarId": "7; drop"}, None, None),
        ({"sessionId": "", "webinarId": "\ud83c"}, None, None),
        ("5", None, None),
        (None, None, None),
    ],
)
def test_ids_are_found_wherever_they_are(body: Any, session: str | None, webinar: str | None) -> None:
    found = webhook_event(body)
    assert (found.session, found.webinar) == (session, webinar)


def test_a_registrants_own_id_is_not_taken_for_a_session() -> None:
    assert webhook_event({"id": "900"}, REGISTRANTS).session is None
    assert webhook_event({"id": "900", "sessionId": "5"}, REGISTRANTS).session == "5"


def test_a_filter_that_names_a_webinar_tells_which_one_it_is() -> None:
    assert webhook_event({}, f"{SESSIONS}?webinarId=7").webinar == "7"


def test_what_has_no_name_is_known_by_what_it_says() -> None:
    first, again, other = (webhook_event({"sessionId": id_}, uuid=None) for id_ in ("5", "5", "6"))
    assert first.id == again.id != other.id
    assert webhook_event({}, uuid="x" * 61).id != "x" * 61


@pytest.mark.parametrize("sent", [NOW - OLD - timedelta(seconds=1), NOW - timedelta(days=30)])
def test_what_is_old_tells_nothing(sent: datetime) -> None:
    for timestamp in (sent.isoformat(), sent.replace(tzinfo=None).isoformat(), sent.timestamp()):
        assert parse_delivery(json.dumps({"timestamp": timestamp, "event": SESSIONS}).encode(), NOW) is None


@pytest.mark.parametrize("timestamp", [None, "", "soon", [], {}, 1e300, NOW.isoformat()])
def test_a_timestamp_that_nobody_can_read_counts_as_now(timestamp: Any) -> None:
    assert webhook_event({"sessionId": "5"}, timestamp=timestamp).session == "5"


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'"text"', b"null", b"\xff\xfe", b"[" * 60_000, b'{"uuid": ' + b"9" * 5000]
)
def test_what_is_no_delivery_is_refused(raw: bytes) -> None:
    with pytest.raises(UnreadableDelivery):
        parse_delivery(raw, NOW)


@given(st.dictionaries(st.sampled_from(["uuid", "event", "body", "timestamp"]) | words, anything))
def test_any_envelope_hints_at_something_that_can_be_kept_or_at_nothing(envelope: dict[str, Any]) -> None:
    found = parse_delivery(json.dumps(envelope).encode(), NOW)
    for text, most in [(found.id, 60), (found.session or "", 32), (found.webinar or "", 32)] if found else []:
        assert len(text) <= most
        assert text.isascii()
        assert text.isprintable()
