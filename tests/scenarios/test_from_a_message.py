"""Make this a webinar: a message that somebody wrote fills the form."""

from sandbox.slack.person import Person
from tests.office import Office

SHORTCUT = "Make this a webinar"
LONG = (
    "We should show the new roadmap to everybody.\n"
    "How about Thursday at 2pm? @ben can prepare the slides, and there is a list in #marketing "
    "of what people asked: https://example.com/list"
)


async def makes_it_a_webinar(person: Person, text: str, by: Person) -> None:
    """`by` writes it, `person` picks the shortcut, and the form is there."""
    await by.types(text, channel="#all-hands")
    await person.uses_message_shortcut(SHORTCUT, person.messages("#all-hands")[-1])
    await person.sees(lambda: person.modal and "Title" in person.modal.labels)


async def test_a_message_fills_the_form_for_whoever_picks_it(office: Office) -> None:
    ann = office.ann
    await makes_it_a_webinar(ann, "Roadmap review on Thursday at 2pm for 90 minutes", office.ben)
    assert ann.modal.value("Title") == "Roadmap review"
    assert ann.modal.value("Date") == "2026-03-05"
    assert ann.modal.value("Start time") == "14:00"
    assert ann.modal.value("Time zone").startswith("Los Angeles")
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
