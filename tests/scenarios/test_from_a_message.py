"""Make this a webinar: a message that somebody wrote fills the form."""

from datetime import timedelta

import pytest

from sandbox.faults import Status
from sandbox.slack.actors.slack_user import SlackUser
from tests.office import MONDAY, Office

SHORTCUT = "Make this a webinar"
LONG = (
    "We should show the new roadmap to everybody.\n"
    "How about Thursday at 2pm? @ben can prepare the slides, and there is a list in #marketing "
    "of what people asked: https://example.com/list"
)


async def makes_it_a_webinar(person: SlackUser, text: str, by: SlackUser) -> None:
    """`by` writes it, `person` picks the shortcut, and the form is there."""
    await by.types(text, channel="#all-hands")
    await picks(person)


async def picks(person: SlackUser) -> None:
    """Pick the shortcut on the last message."""
    await person.uses_message_shortcut(SHORTCUT, person.messages("#all-hands")[-1])
    await person.sees(lambda: person.modal and "Title" in person.modal.labels)


async def made_of_an_old_one(office: Office, text: str, days: int) -> None:
    """Ben wrote it days ago, and Ann picks it now."""
    await office.ben.types(text, channel="#all-hands")
    (said,) = office.slack.state.workspace.find_channel("#all-hands").messages
    said.ts = f"{(MONDAY - timedelta(days=days)).timestamp():.6f}"
    await picks(office.ann)


async def test_a_message_fills_the_form_for_whoever_picks_it(office: Office) -> None:
    ann = office.ann
    await makes_it_a_webinar(ann, "Roadmap review on Thursday at 2pm for 90 minutes", office.ben)
    assert ann.modal.value("Title") == "Roadmap review"
    assert ann.modal.value("Date") == "2026-03-05"
    assert ann.modal.value("Start time") == "14:00"
    assert ann.modal.value("Time zone").startswith("Berlin")
    assert "The time is by the clock of Ben Bauer, who wrote it." in ann.modal.text
    assert ann.modal.value("Announce in") == "#all-hands"
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert office.webinar.title == "Roadmap review"


async def test_a_long_message_becomes_the_description_and_its_first_sentence_the_title(
    office: Office,
) -> None:
    ann = office.ann
    await makes_it_a_webinar(ann, LONG, office.ben)
    assert "new roadmap" in ann.modal.value("Title")
    assert "slides" not in ann.modal.value("Title")
    assert (ann.modal.value("Date"), ann.modal.value("Start time")) == ("2026-03-05", "14:00")
    await ann.presses("More options")
    await ann.sees(lambda: ann.modal.title == "More options")
    kept = ann.modal.value("Description")
    assert kept.startswith("We should show the new roadmap to everybody.\nHow about Thursday at 2pm?")
    assert "#marketing" in kept
    assert "https://example.com/list" in kept
    assert "<" not in kept


async def test_a_message_without_a_time_asks_for_one(office: Office) -> None:
    await makes_it_a_webinar(office.ann, "Brown bag about databases", office.ben)
    assert office.ann.modal.value("Title") == "Brown bag about databases"
    assert "When should it start?" in office.ann.modal.text


@pytest.mark.parametrize(("days", "day"), [(0, "2026-03-03"), (1, "2026-03-02"), (3, "2026-02-28")])
async def test_tomorrow_is_the_day_after_it_was_written(office: Office, days: int, day: str) -> None:
    ann = office.ann
    await made_of_an_old_one(office, "Demo tomorrow at 3pm", days)
    assert (ann.modal.value("Date"), ann.modal.value("Start time")) == (day, "15:00")
    assert ("at 3:00 PM has passed" in ann.modal.text) is (days > 0)


async def test_ones_own_message_is_read_by_ones_own_clock(office: Office) -> None:
    await makes_it_a_webinar(office.ann, "Demo tomorrow at 3pm", office.ann)
    assert office.ann.modal.value("Time zone").startswith("Los Angeles")
    assert "by the clock of" not in office.ann.modal.text


async def test_where_slack_tells_nothing_of_the_writer_the_clock_is_that_of_whoever_asks(
    office: Office,
) -> None:
    body = {"ok": False, "error": "user_not_visible"}
    office.slack.faults.add(Status(path="users.info", code=200, body=body))
    await makes_it_a_webinar(office.ann, "Demo tomorrow at 3pm", office.ben)
    assert office.ann.modal.value("Time zone").startswith("Los Angeles")
    assert "by the clock of" not in office.ann.modal.text


async def test_a_day_alone_that_has_passed_is_told(office: Office) -> None:
    await made_of_an_old_one(office, "Brown bag tomorrow", 5)
    assert "February 26, 2026 has passed" in office.ann.modal.text


async def test_words_that_stand_in_blocks_alone_fill_the_form(office: Office) -> None:
    await office.ben.types("?", channel="#all-hands")
    (said,) = office.slack.state.workspace.find_channel("#all-hands").messages
    words = {"type": "text", "text": "Roadmap review on Thursday at 2pm"}
    said.text = ""
    section = {"type": "rich_text_section", "elements": [words]}
    said.blocks = [{"type": "rich_text", "block_id": "words", "elements": [section]}]
    await picks(office.ann)
    assert office.ann.modal.value("Title") == "Roadmap review"
    assert office.ann.modal.value("Start time") == "14:00"
