"""Bad input: an error at its own field, all at once, and nothing typed is lost."""

import pytest

from tests.office import Office
from tests.scenarios.form_actions import (
    ALL_HANDS,
    asks_for,
    fills,
    opens_group,
    opens_options,
    opens_the_form,
)


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        ({"Title": "   "}, "Title", "Give the webinar a title"),
        ({"Title": "x" * 513}, "Title", "513 characters are too many"),
        ({"Date": "2026-03-01"}, "Date", "in the past"),
        ({"Date": "2026-03-02", "Start time": "08:59"}, "Start time", "in the past"),
        ({"Date": "2026-03-08", "Start time": "02:30"}, "Start time", "skip this hour"),
        ({"Duration": "29 s"}, "Duration", "30 seconds to 12 hours"),
        ({"Duration": "12 hours 1 minute"}, "Duration", "30 seconds to 12 hours"),
        ({"Duration": "a while"}, "Duration", "such as 45 minutes"),
        ({"Announce in": ["#leads"]}, "Announce in", "/invite @webinars"),
    ],
)
async def test_a_mistake_is_told_at_its_field(
    office: Office, fields: dict[str, str], field: str, told: str
) -> None:
    await asks_for(office.ann, fields)
    assert list(office.ann.modal.errors) == [field]
    assert told in office.ann.modal.errors[field]
    assert office.ann.modal.value("Duration") == fields.get("Duration", "45 minutes")
    assert office.operations == []


async def test_all_mistakes_are_told_at_once(office: Office) -> None:
    await asks_for(office.ann, {"Title": " ", "Duration": "long", "Announce in": ["#leads", "#general"]})
    assert set(office.ann.modal.errors) == {"Title", "Duration", "Announce in"}


async def test_a_mended_form_goes_through(office: Office) -> None:
    await asks_for(office.ann, {"Duration": "long"})
    await office.ann.fill("Duration", "90")
    await office.ann.submits()
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")
    assert office.session.duration == 5400


async def test_a_private_channel_that_invited_the_bot_is_fine(office: Office) -> None:
    await asks_for(office.ann, {"Announce in": ["#launch"]})
    await office.ann.sees(lambda: office.ann.messages("#launch"))


async def test_a_panelist_without_e_mail_is_told_at_the_field(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    await ann.fill("Panelists", ["U0CHIE", "U0GUS"])
    await ann.submits()
    assert "Gus Guest has no e-mail address" in ann.modal.errors["Panelists"]
    assert "Chie" not in ann.modal.errors["Panelists"]
    assert ann.modal.value("Panelists") == "Chie Sato, Gus Guest"


async def test_nobody_is_co_host_and_panelist_at_once(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    await fills(ann, {"Co-hosts": ["U0BEN"], "Panelists": ["U0BEN"]})
    await ann.submits()
    assert "both co-host and panelist" in ann.modal.errors["Panelists"]


async def test_a_redirect_and_a_password_are_checked_where_they_are_typed(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    await opens_group(ann, "*Attendees*")
    await fills(
        ann, {"Password": "p" * 65, "After the webinar, send attendees to": "ftp://example.com/thanks"}
    )
    await ann.submits()
    assert "65 characters are too many" in ann.modal.errors["Password"]
    assert "https://" in ann.modal.errors["After the webinar, send attendees to"]


async def test_an_hour_that_comes_twice_is_taken_the_first_time_and_told(office: Office) -> None:
    await asks_for(office.ann, ALL_HANDS | {"Date": "2026-11-01", "Start time": "01:30"})
    await office.ann.sees(lambda: office.ann.modal.title == "Webinar created")
    assert office.session.start.isoformat() == "2026-11-01T08:30:00+00:00"
    assert "The webinar is in the first one" in office.ann.modal.text
