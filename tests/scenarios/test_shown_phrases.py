"""Every phrase that the bot shows as an example works as it stands."""

from collections.abc import AsyncIterator

import pytest

from blocks.subcommands import ANSWERS, EXAMPLES, MENTIONS
from tests.office import Office, open_office
from tests.scenarios.draft_actions import answers, drafted, drafts, now_says

DRAFTED = {
    EXAMPLES[0]: ("Q3 All-Hands", "Tuesday, March 10, 2026, 3:00 PM in Los Angeles", "45 minutes"),
    EXAMPLES[1]: ("Roadmap review", "Tuesday, March 3, 2026, 10:00 AM in Los Angeles", "1 hour 30 minutes"),
    EXAMPLES[2]: ("Product launch", "Friday, March 6, 2026, 2:00 PM in Los Angeles", "Registered event"),
}
DONE = {
    ANSWERS[0]: "Tuesday, March 3, 2026, 3:00 PM in Los Angeles",
    ANSWERS[1]: "Thursday, March 5, 2026, 10:00 AM in Los Angeles",
    ANSWERS[2]: "1 hour 30 minutes",
    ANSWERS[3]: "Draft: Roadmap review",
    ANSWERS[4]: "Registered event",
}
TAKEN_ALONG = {
    MENTIONS[0]: "Panelists: <@U0ANN>",
    MENTIONS[1]: "Co-hosts: <@U0BEN>",
    MENTIONS[2]: "Will be announced in <#C0ALLHANDS>",
}


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office in which the bot was invited to #general."""
    async with open_office(database_url) as office, office.bot():
        await office.ann.types("/invite @webinars", channel="#general")
        yield office


@pytest.mark.parametrize("example", EXAMPLES)
async def test_every_example_of_the_greeting_becomes_the_draft_that_it_says(
    office: Office, example: str
) -> None:
    await office.ann.types("hello")
    await office.ann.sees(lambda: f"• {example}" in office.ann.dm[-1].plain)
    for text, channel in ((example, None), (f"@webinars {example}", "#general")):
        card = await drafted(office.ann, text, channel)
        assert all(said in card.plain for said in DRAFTED[example])
        assert "Create" in card.buttons


@pytest.mark.parametrize("answer", ANSWERS)
async def test_every_answer_that_is_proposed_changes_the_draft(office: Office, answer: str) -> None:
    ann = office.ann
    card = await drafted(ann, "@webinars Demo tomorrow at 10am")
    await answers(ann, "@webinars what a wonderful idea", card)
    await ann.sees(lambda: f"“{answer}”" in ann.messages("#general")[-1].plain)
    await answers(ann, answer, card)
    await ann.sees(lambda: now_says(ann, DONE[answer]))


@pytest.mark.parametrize("answer", ANSWERS)
async def test_every_answer_needs_no_thread_in_a_direct_conversation(office: Office, answer: str) -> None:
    ann = office.ann
    await drafted(ann, "Demo tomorrow at 10am", None)
    await ann.types(answer)
    await ann.sees(lambda: now_says(ann, DONE[answer], None))
    await ann.sees(lambda: len(drafts(ann, None)) == 1)


@pytest.mark.parametrize("mention", MENTIONS)
@pytest.mark.parametrize("line", ["Demo {} on Friday at 2pm", "Demo on Friday at 2pm {}"])
async def test_every_mention_of_the_help_is_taken_along(office: Office, line: str, mention: str) -> None:
    ann = office.ann
    await ann.types("/webinar help", channel="#general")
    assert f"`{mention}`" in ann.messages("#general")[-1].plain
    card = await drafted(ann, f"@webinars {line.format(mention)}")
    assert "Draft: Demo*" in card.plain
    assert TAKEN_ALONG[mention] in card.plain
