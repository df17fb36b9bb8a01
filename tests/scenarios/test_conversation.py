"""A draft in conversation: undone, brought back, changed in the form and in words, with people called by their names."""

from collections.abc import AsyncIterator

import pytest

from sandbox.slack.state.workspace import WorkspaceMember
from tests.office import Office, open_office
from tests.scenarios.draft_actions import answers, drafted, drafts, now_says


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office with two people called Ben, and the bot in #general."""
    async with open_office(database_url) as office:
        people = office.slack.state.workspace.people
        people["U0BENB"] = WorkspaceMember(
            id="U0BENB", name="benb", real_name="Ben Baker", email="benb@example.com"
        )
        async with office.bot():
            await office.ann.types("/invite @webinars", channel="#general")
            yield office


async def test_the_card_follows_to_the_end_of_its_thread_and_says_what_changed(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "an hour later and 30 minutes longer, please record it", card)
    await ann.sees(lambda: "Changed: Tuesday, March 3, 2026, 11:00 AM" in ann.messages("#general")[-1].plain)
    await ann.sees(lambda: len(drafts(ann)) == 1)
    assert now_says(ann, "1 hour 30 minutes")
    assert now_says(ann, "recording: on")


async def test_changes_are_taken_back_one_after_the_other(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "make it Friday", card)
    await ann.sees(lambda: now_says(ann, "Friday, March 6"))
    await answers(ann, "90 minutes", card)
    await ann.sees(lambda: now_says(ann, "1 hour 30 minutes"))
    await answers(ann, "undo that", card)
    await ann.sees(lambda: "took the last change back" in drafts(ann)[-1].plain)
    assert now_says(ann, "Friday, March 6")
    await answers(ann, "undo", card)
    await ann.sees(lambda: now_says(ann, "Tuesday, March 3"))
    await answers(ann, "undo", card)
    await ann.sees(lambda: "nothing to take back" in ann.messages("#general")[-1].plain)


@pytest.mark.parametrize("by_word", [True, False])
async def test_a_discarded_draft_comes_back(office: Office, by_word: bool) -> None:  # noqa: FBT001
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "never mind, forget it", card)
    await ann.sees(lambda: "I discarded the draft “all-hands”" in ann.messages("#general")[-1].plain)
    assert drafts(ann) == []
    if by_word:
        await answers(ann, "undo", card)
    else:
        await ann.presses("Undo", message=ann.messages("#general")[-1])
    await ann.sees(lambda: drafts(ann) and "Create" in drafts(ann)[-1].buttons)
    assert office.operations == []


async def test_looks_good_brings_the_button_and_creates_nothing(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "looks good, create it", card)
    await ann.sees(lambda: "press Create below" in drafts(ann)[-1].plain.replace("*", ""))
    assert office.operations == []


async def test_one_of_several_of_a_name_is_chosen_by_a_button(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "Ben and Eve will be panelists", card)
    await ann.sees(lambda: now_says(ann, "Panelists: <@U0EVE>"))
    await ann.sees(lambda: any("Ben Baker" in one.buttons for one in ann.messages("#general")))
    asked = next(one for one in ann.messages("#general") if "Ben Baker" in one.buttons)
    await ann.presses("Ben Baker", message=asked)
    await ann.sees(lambda: now_says(ann, "<@U0BENB>"))
    await answers(ann, "add Zoe as co-host", card)
    await ann.sees(lambda: "nobody called “Zoe”" in ann.messages("#general")[-1].plain)


async def test_people_that_the_form_saved_can_be_dropped_in_words(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann, "@webinars all-hands tomorrow at 10am for an hour with @chie")
    await ann.presses("Edit", message=card)
    await ann.sees(lambda: ann.modal)
    await ann.fill("Title", "All-hands in March")
    await ann.presses("More options")
    await ann.sees(lambda: len(ann.modals) == 2)
    await ann.fill("Panelists", ["@chie", "@eve"])
    await ann.fill("Description", "Where we stand")
    await ann.submits()
    await ann.sees(lambda: now_says(ann, "<@U0EVE>"))
    assert now_says(ann, "All-hands in March")
    await ann.closes(everything=True)
    await answers(ann, "without @chie", card)
    await ann.sees(lambda: now_says(ann, "Panelists: <@U0EVE>"))
    assert now_says(ann, "Where we stand")


async def test_later_without_an_amount_is_asked_back_and_the_answer_counts(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "a bit later please", card)
    await ann.sees(lambda: "How much later?" in ann.messages("#general")[-1].plain)
    assert now_says(ann, "10:00 AM")
    await answers(ann, "30 minutes", card)
    await ann.sees(lambda: now_says(ann, "10:30 AM"))
    await answers(ann, "30 minutes", card)
    await ann.sees(lambda: now_says(ann, "Changed: 30 minutes"))
    await answers(ann, "let the panel in 15 minutes early", card)
    await ann.sees(lambda: now_says(ann, "the panel joins 15 minutes early"))
    await answers(ann, "Thursday at 3 and Friday at 4", card)
    await ann.sees(lambda: "two different things" in ann.messages("#general")[-1].plain)
    assert now_says(ann, "10:30 AM")


async def test_what_cannot_be_done_is_said_and_what_can_is_done(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "make it Friday and protect it with a password", card)
    await ann.sees(lambda: now_says(ann, "Friday, March 6"))
    await ann.sees(lambda: "Which password?" in ann.messages("#general")[-1].plain)
    await answers(ann, "repeat it every week", card)
    await ann.sees(lambda: "cannot repeat a webinar" in ann.messages("#general")[-1].plain)
    await answers(ann, "is this going to be recorded?", card)
    await ann.sees(lambda: "RingCentral account defaults" in ann.messages("#general")[-1].plain)
