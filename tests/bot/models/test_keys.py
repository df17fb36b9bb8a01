"""A key is stored, so its text stays as it is, and what is read of it is what was written."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.models.keys import MessageKey, ReminderKey, SubmissionId, WorkflowId, WriteKey

START = datetime(2026, 12, 1, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (MessageKey.card("w", "C1"), "w:card:C1"),
        (MessageKey.host("w"), "w:host"),
        (MessageKey.panel("w", "U1"), "w:panel:U1"),
        (MessageKey.joined_panel("V1:panel", "U1"), "V1:panel:panel:U1"),
        (MessageKey.registrant("w", "U1", 7), "w:registrant:U1:7"),
        (MessageKey.calendar("w", "U1"), "w:calendar:U1"),
        (MessageKey.cancelled("w", "C1"), "w:cancelled:C1"),
        (MessageKey.moved("w", "C1", 2), "w:moved:C1:2"),
        (MessageKey.registration_turn("w", "has_room", 1, "U1"), "w:has_room:1:U1"),
        (MessageKey.recording("w", "C1"), "w:recording:C1"),
        (MessageKey.off_panel("V1:panel", "U1"), "V1:panel:off_panel:U1"),
        (MessageKey.reminder("remind:w:600:1", "U1"), "remind:w:600:1:U1"),
        (MessageKey.unreachable("w", "C1"), "w:unreachable:C1"),
        (MessageKey.missed("w"), "w:missed"),
        (MessageKey.failure("w:0"), "w:0:failure"),
        (MessageKey.change_told("V1:edit"), "V1:edit:told"),
        (WorkflowId.calendar_file("V1"), "V1:calendar"),
        (WorkflowId.newer_calendar_files("w", 3), "w:calendars:3"),
        (WorkflowId.registrants_shown("V1"), "V1:registrants"),
        (WorkflowId.registrants_sent("V1"), "V1:table"),
        (WriteKey.webinar("w"), "w:webinar"),
        (WriteKey.session("w"), "w:session"),
        (WriteKey.invitees("w"), "w:invitees"),
        (WriteKey.panel("V1:panel"), "V1:panel:panel"),
    ],
)
def test_the_text_of_a_key_is_what_earlier_versions_stored(key: str, text: str) -> None:
    assert str(key) == text


def test_the_place_of_a_message_is_read_from_its_key() -> None:
    assert MessageKey.card("w", "C1").place == "C1"


def test_the_webinar_of_a_write_is_read_from_its_key() -> None:
    assert WriteKey.webinar("w").webinar_key == "w"


def test_a_reminder_is_read_back() -> None:
    reminder = ReminderKey("w", timedelta(minutes=10), START)
    assert str(reminder) == "remind:w:600:1796155200"
    assert ReminderKey.parse(str(reminder)) == reminder


def test_a_submission_is_read_back() -> None:
    assert str(SubmissionId("w", 2)) == "w:2"
    assert SubmissionId.parse("w:2") == SubmissionId("w", 2)
