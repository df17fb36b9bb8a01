"""In a direct conversation an answer needs no thread, and begins nothing of its own."""

import pytest

from blocks.subcommands import EXAMPLES
from tests.office import Office
from tests.scenarios.draft_actions import drafted, drafts, now_says

ANSWERS = {
    "call it Product news": "Draft: Product news",
    "make it Thursday": "Thursday, March 5, 2026, 10:00 AM in Los Angeles",
    "90 minutes": "1 hour 30 minutes",
    "make it 90 minutes": "1 hour 30 minutes",
    "an hour later": "Tuesday, March 3, 2026, 11:00 AM in Los Angeles",
    "move it to Friday at 2pm": "Friday, March 6, 2026, 2:00 PM in Los Angeles",
    "Thursday at 3 works better": "Thursday, March 5, 2026, 3:00 PM in Los Angeles",
}


@pytest.mark.parametrize(("words", "shown"), ANSWERS.items(), ids=ANSWERS)
async def test_an_answer_changes_the_open_draft(office: Office, words: str, shown: str) -> None:
    ann = office.ann
    await drafted(ann, "schedule an all-hands tomorrow at 10am for an hour", channel=None)
    await ann.types(words)
    await ann.sees(lambda: shown in "".join(message.plain for message in drafts(ann, None)))
    await ann.sees(lambda: len(drafts(ann, None)) == 1)
    assert now_says(ann, shown, None)


@pytest.mark.parametrize("words", ["schedule a roadmap review", "another webinar: Demo on Friday at 10am"])
async def test_a_request_begins_another_draft(office: Office, words: str) -> None:
    ann = office.ann
    await drafted(ann, "all-hands tomorrow at 10am for an hour", channel=None)
    await ann.types(words)
    await ann.sees(lambda: len(drafts(ann, None)) == 2)
    assert "all-hands" in drafts(ann, None)[0].plain


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("good morning", EXAMPLES[0]),
        ("thanks a lot!", "You are welcome"),
        ("stop", "no draft here"),
        ("sorry, I can't make it on Friday at 3pm", "When you want a webinar"),
        ("is tomorrow at 2 still free?", "calendar"),
    ],
)
async def test_what_asks_for_nothing_begins_nothing(office: Office, words: str, answer: str) -> None:
    ann = office.ann
    await ann.types(words)
    await ann.sees(lambda: len(ann.dm) == 2)
    assert answer in ann.dm[1].plain
    assert drafts(ann, None) == []


async def test_help_helps_while_a_draft_is_open(office: Office) -> None:
    ann = office.ann
    await drafted(ann, "all-hands tomorrow at 10am for an hour", channel=None)
    await ann.types("help")
    await ann.sees(lambda: EXAMPLES[0] in ann.dm[-1].plain)


async def test_in_a_direct_conversation_of_several_a_mention_begins_one_draft(office: Office) -> None:
    ann, group = office.ann, office.slack.state.workspace.direct(["U0ANN", "U0BEN", "U0BOT"]).id
    await ann.types("good morning everybody, lunch at noon?", channel=group)
    card = await drafted(ann, "@webinars all-hands tomorrow at 10am", channel=group)
    assert "Draft: all-hands" in card.plain
    await ann.sees(lambda: not now_says(ann, "announced in", group))
    await ann.types("make it Thursday", channel=group, thread_ts=card.thread_ts)
    await ann.sees(lambda: now_says(ann, "Thursday, March 5", group))
    await ann.types("@webinars for 20 minutes", channel=group, thread_ts=card.thread_ts)
    await ann.sees(lambda: now_says(ann, "20 minutes", group))
    await ann.sees(lambda: len(drafts(ann, group)) == 1)
    assert "nothing new" not in "".join(one.plain for one in ann.messages(group))
    await ann.presses("Create", message=drafts(ann, group)[-1])
    await ann.sees(lambda: office.ringcentral.sessions and ann.dm)
    assert office.webinar.title == "all-hands"
