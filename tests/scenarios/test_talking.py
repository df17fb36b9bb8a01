"""A webinar by talking: mention the bot or write to it, answer in the thread, and click Create."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from blocks.subcommands import EXAMPLES
from sandbox.faults import Status
from tests.office import MONDAY, Office, open_office, ticking_from
from tests.scenarios.draft_actions import ASKS, answers, drafted, drafts, now_says


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office in which the bot was invited to #general."""
    async with open_office(database_url) as office, office.bot():
        await office.ann.types("/invite @webinars", channel="#general")
        yield office


async def test_a_mention_becomes_a_draft_in_its_thread(office: Office) -> None:
    card = await drafted(office.ann)
    assert card.thread_ts == office.ann.messages("#general")[0].ts
    assert "Draft: all-hands" in card.plain
    assert "Tuesday, March 3, 2026, 10:00 AM in Los Angeles" in card.plain
    assert "1 hour" in card.plain
    assert "Will be announced in <#C0GENERAL>" in card.plain
    assert list(card.buttons) == ["Create", "Edit", "Discard"]
    assert office.operations == []


async def test_others_read_the_time_by_their_own_clock(office: Office) -> None:
    await drafted(office.ann)
    assert "for you: Tuesday, March 3rd, 2026 at 19:00" in office.ben.reads(drafts(office.ben)[-1].plain)


async def test_one_click_creates_it(office: Office) -> None:
    ann = office.ann
    await ann.presses("Create", message=await drafted(ann))
    await ann.sees(lambda: ann.dm and "Created: all-hands" in ann.messages("#general")[1].plain)
    assert office.webinar.title == "all-hands"
    assert office.session.time_zone == "America/Los_Angeles"
    assert office.host_link not in "".join(message.plain for message in ann.messages("#general"))


async def test_a_double_click_creates_one(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await asyncio.gather(ann.presses("Create", message=card), ann.presses("Create", message=card))
    await ann.sees(lambda: ann.dm)
    assert len(office.ringcentral.webinars) == 1


async def test_a_whole_conversation_over_a_restart(database_url: str) -> None:
    async with open_office(database_url) as office:
        ann = office.ann
        async with office.bot():
            await ann.types("/invite @webinars", channel="#general")
            card = await drafted(ann, "@webinars plan a roadmap session")
            assert "When should it start?" in card.plain
            assert "Create" not in card.buttons
            await answers(ann, "on Thursday", card)
            await ann.sees(lambda: now_says(ann, "At what time?"))
        async with office.bot():
            await answers(ann, "3", card)
            await ann.sees(lambda: now_says(ann, "Thursday, March 5, 2026, 3:00 PM in Los Angeles"))
            await answers(ann, "make it Friday", card)
            await ann.sees(lambda: now_says(ann, "Friday, March 6, 2026, 3:00 PM"))
            await answers(ann, "90 minutes", card)
            await ann.sees(lambda: now_says(ann, "1 hour 30 minutes"))
            await answers(ann, "call it Roadmap review", card)
            await ann.sees(lambda: now_says(ann, "Draft: Roadmap review"))
            await answers(ann, "invite @ben", card)
            await ann.sees(lambda: now_says(ann, "Panelists: <@U0BEN>"))
            await answers(ann, "with registration", card)
            await ann.sees(lambda: now_says(ann, "Registered event"))
            await ann.sees(lambda: len(drafts(ann)) == 1)
            await ann.presses("Create", message=drafts(ann)[-1])
            await ann.sees(lambda: ann.dm)
        assert office.webinar.title == "Roadmap review"
        assert office.session.duration == 90 * 60


async def test_nobody_elses_words_change_it(office: Office) -> None:
    card = await drafted(office.ann)
    await answers(office.ben, "make it Friday", card)
    await office.ben.sees(lambda: "only they can change it" in office.ben.messages("#general")[-1].plain)
    assert "only they can" not in office.ann.messages("#general")[-1].plain
    assert now_says(office.ann, "Tuesday, March 3")


async def test_what_others_talk_about_in_the_thread_is_theirs(office: Office) -> None:
    card = await drafted(office.ann)
    await answers(office.ben, "sounds good, thanks!", card)
    await answers(office.ann, "I hope so", card)
    await answers(office.ann, "make it Friday", card)
    await office.ann.sees(lambda: "Changed: Friday" in drafts(office.ann)[-1].plain)
    await office.ann.sees(lambda: len(drafts(office.ann)) == 1)
    assert len(office.ann.messages("#general")) == 6


@pytest.mark.parametrize("button", ["Create", "Edit", "Discard"])
async def test_nobody_elses_clicks_use_it(office: Office, button: str) -> None:
    card = await drafted(office.ann)
    await office.ben.presses(button, message=card)
    await office.ben.sees(lambda: "only they can change it" in office.ben.messages("#general")[-1].plain)
    assert office.ben.modal is None
    assert office.operations == []
    assert "Create" in drafts(office.ann)[-1].buttons


async def test_edit_opens_the_form_filled_in_and_the_card_then_rests(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await ann.presses("Edit", message=card)
    await ann.sees(lambda: ann.modal)
    assert (ann.modal.value("Title"), ann.modal.value("Date")) == ("all-hands", "2026-03-03")
    await ann.fill("Title", "All-hands in March")
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    await ann.sees(lambda: "Created: All-hands in March" in ann.messages("#general")[1].plain)
    assert office.webinar.title == "All-hands in March"


async def test_a_second_webinar_of_the_same_title_and_time_is_asked_about(office: Office) -> None:
    ann = office.ann
    await ann.presses("Create", message=await drafted(ann))
    await ann.sees(lambda: len(ann.dm) == 1 and drafts(ann) == [])
    card = await drafted(ann)
    await ann.presses("Create", message=card)
    await ann.sees(lambda: "Create it all the same" in ann.messages("#general")[-1].buttons)
    asked = ann.messages("#general")[-1]
    assert "There is already *all-hands* at that time" in asked.plain
    assert asked.thread_ts == card.thread_ts, "where the button is"
    await ann.presses("Create it all the same", message=asked)
    await ann.sees(lambda: len(ann.dm) == 2)
    assert len(office.ringcentral.webinars) == 2


async def test_discard_creates_nothing(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await ann.presses("Discard", message=card)
    await ann.sees(lambda: "discarded" in ann.messages("#general")[1].plain)
    await answers(ann, "make it Friday", card)
    assert office.operations == []


async def test_a_draft_in_the_past_says_what_to_do_and_stays(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann, "@webinars Demo yesterday at 3pm for an hour")
    await ann.presses("Create", message=card)
    await ann.sees(lambda: "Not created yet" in ann.messages("#general")[-1].plain)
    assert "Choose a later start" in ann.messages("#general")[-1].plain
    await answers(ann, "tomorrow", card)
    await ann.sees(lambda: now_says(ann, "Tuesday, March 3, 2026, 3:00 PM"))


async def test_by_direct_message_the_first_word_is_answered_with_examples_that_work(office: Office) -> None:
    ann = office.ann
    await ann.types("hello")
    await ann.sees(lambda: len(ann.dm) == 2)
    assert all(example in ann.dm[1].plain for example in EXAMPLES)
    card = await drafted(ann, EXAMPLES[0], channel=None)
    assert "Draft: Q3 All-Hands" in card.plain
    assert "Tuesday, March 10, 2026, 3:00 PM in Los Angeles" in card.plain
    assert "March 3 or March 10" in card.plain
    await ann.presses("Create", message=card)
    await ann.sees(lambda: "Created: Q3 All-Hands" in ann.dm[3].plain)
    assert office.webinar.title == "Q3 All-Hands"


async def test_an_event_that_slack_tells_twice_begins_one_draft(office: Office) -> None:
    ann = office.ann
    await ann.types("Demo on Friday at 3pm", channel="#general")
    (said,) = ann.messages("#general")
    told = {"type": "app_mention", "channel": said.channel, "user": ann.id, "ts": said.ts}
    event = told | {"text": "<@U0BOT> Demo on Friday at 3pm", "event_ts": said.ts}
    envelope = {"type": "event_callback", "event_id": "Ev1", "team_id": "T0SANDBOX", "event": event}
    for _ in range(3):
        await office.slack.state.delivery.event(envelope)
    await ann.sees(lambda: drafts(ann))
    await office.ben.types("@webinars Another one on Friday at 3pm", channel="#general")
    await ann.sees(lambda: "Another one" in drafts(ann)[-1].plain)
    assert len(drafts(ann)) == 2


async def test_in_a_direct_conversation_an_answer_needs_no_thread(office: Office) -> None:
    ann = office.ann
    await drafted(ann, "Roadmap review on Thursday", channel=None)
    await ann.types("at 3pm")
    await ann.sees(lambda: now_says(ann, "Thursday, March 5, 2026, 3:00 PM in Los Angeles", None))
    await ann.types("Demo on Friday at 10am")
    await ann.sees(lambda: len(drafts(ann, None)) == 2)


async def test_the_bots_and_edited_messages_are_nobodys_answers(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    said = {
        "type": "message",
        "channel": card.channel,
        "channel_type": "channel",
        "thread_ts": card.thread_ts,
    }
    for one in (
        {"user": "U0ANN", "bot_id": "B0OTHER"},
        {"user": "U0ANN", "subtype": "message_changed"},
        {"subtype": "channel_topic"},
    ):
        await office.slack.event(said | {"text": "make it Friday", "ts": "9.9", "event_ts": "9.9"} | one)
    await answers(ann, "for 20 minutes", card)
    await ann.sees(lambda: now_says(ann, "20 minutes"))
    assert now_says(ann, "Tuesday, March 3")


async def test_a_draft_of_somebody_whose_zone_is_not_told_asks_for_it(office: Office) -> None:
    body = {"ok": False, "error": "user_not_visible"}
    office.slack.faults.add(Status(path="users.info", code=200, body=body))
    card = await drafted(office.ann, "@webinars Demo on Friday at 3pm")
    assert "In which time zone?" in card.plain
    assert "Create" not in card.buttons
    await answers(office.ann, "Berlin time", card)
    await office.ann.sees(lambda: now_says(office.ann, "3:00 PM in Berlin"))


async def test_a_draft_left_alone_for_a_day_is_put_away_politely(database_url: str) -> None:
    async with open_office(database_url) as office:
        ann = office.ann
        async with office.bot():
            await ann.types("/invite @webinars", channel="#general")
            card = await drafted(ann)
        office.clock = ticking_from(MONDAY + timedelta(days=1, hours=1))
        async with office.bot():
            await ann.sees(lambda: "left alone for a day" in ann.messages("#general")[1].plain)
            assert not ann.messages("#general")[1].buttons
            assert card.buttons, "there had been some"
        assert office.operations == []


ODDITIES = {
    "pings": "<!channel> <!here> @everyone tomorrow at 3pm",
    "control characters": "De\x00mo\x1b[31m tomorrow\x07 at 3pm",
    "right to left": "\u202eomeD\u202c עברית tomorrow at 3pm",
    "ten thousand digits": "1" * 10_000 + " tomorrow at 3pm",
    "marks": "*_~`>&<&amp; \U0001f389 tomorrow at 3pm",
}


@pytest.mark.parametrize("words", ODDITIES.values(), ids=ODDITIES.keys())
async def test_whatever_is_said_is_answered_and_pings_nobody(office: Office, words: str) -> None:
    card = await drafted(office.ann, f"@webinars {words}")
    assert card.pings == ["@U0ANN"], "nobody but the person whose draft it is"


async def test_small_talk_of_the_owner_changes_nothing_unless_it_is_meant_for_us(office: Office) -> None:
    card = await drafted(office.ann)
    await answers(office.ann, "hmm, I have lunch with 3 people at noon, will check", card)
    await answers(office.ann, "for 20 minutes", card)
    await office.ann.sees(lambda: now_says(office.ann, "20 minutes"))
    assert now_says(office.ann, "Tuesday, March 3, 2026, 10:00 AM in Los Angeles")
    await answers(office.ann, "sorry, could we please move it to Thursday at 3pm instead", card)
    await office.ann.sees(lambda: now_says(office.ann, "Thursday, March 5, 2026, 3:00 PM in Los Angeles"))


async def test_somebody_else_is_told_once_that_it_is_not_theirs_and_again_when_they_ask(
    office: Office,
) -> None:
    ann, ben = office.ann, office.ben

    def told() -> int:
        return sum("only they can change it. Mention" in one.plain for one in ben.messages("#general"))

    card = await drafted(ann)
    await answers(ben, "make it Friday", card)
    await ben.sees(lambda: told() == 1)
    await answers(ben, "make it Thursday", card)
    await answers(ann, "for 20 minutes", card)
    await ann.sees(lambda: now_says(ann, "20 minutes"))
    assert told() == 1
    await answers(ben, "@webinars make it Wednesday", card)
    await ben.sees(lambda: told() == 2)


async def test_an_answer_that_slack_tells_again_is_not_taken_for_another(office: Office) -> None:
    ann = office.ann
    card = await drafted(ann)
    await answers(ann, "@webinars make it Friday", card)
    await ann.sees(lambda: now_says(ann, "Friday, March 6"))
    said = ann.messages("#general")[-1]
    told = {
        "type": "app_mention",
        "channel": said.channel,
        "user": ann.id,
        "ts": said.ts,
        "event_ts": said.ts,
    }
    await office.slack.event(told | {"thread_ts": card.thread_ts, "text": "<@U0BOT> make it Friday"})
    await answers(ann, "@webinars for 20 minutes", card)
    await ann.sees(lambda: now_says(ann, "20 minutes"))
    assert "nothing new" not in "".join(one.plain for one in ann.messages("#general"))


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("thanks, it worked", "You are welcome"),
        ("good morning", EXAMPLES[0]),
        ("stop", "no draft here"),
        ("what can you do?", EXAMPLES[0]),
        ("are you a bot?", "I am a bot"),
        ("how many people can join?", "licence"),
        ("book me a meeting room for Friday", "cannot book rooms"),
    ],
)
async def test_what_asks_for_nothing_begins_nothing(office: Office, words: str, answer: str) -> None:
    ann = office.ann
    await ann.types(f"@webinars {words}", channel="#general")
    await ann.sees(lambda: len(ann.messages("#general")) == 2)
    assert answer in ann.messages("#general")[1].plain


async def test_what_is_missing_is_asked_for_even_where_a_day_is_impossible(office: Office) -> None:
    card = await drafted(office.ann, "@webinars Demo on Feb 30 at 3pm")
    assert "no day yet" in card.plain
    assert "Which day?" in card.plain
    await answers(office.ann, "Thursday", card)
    await office.ann.sees(lambda: now_says(office.ann, "Thursday, March 5, 2026, 3:00 PM"))


async def test_a_draft_whose_card_could_not_be_posted_gets_it_later(database_url: str) -> None:
    async with open_office(database_url) as office:
        ann = office.ann
        async with office.bot():
            await ann.types("/invite @webinars", channel="#general")
            body = {"ok": False, "error": "restricted_action"}
            office.slack.faults.add(Status(path="chat.postMessage", code=200, body=body))
            await ann.types(ASKS, channel="#general")
            await ann.sees(lambda: "Only some people may post" in ann.dm[0].plain)
        assert drafts(ann) == []
        office.clock = ticking_from(MONDAY + timedelta(minutes=5))
        async with office.bot():
            await ann.sees(lambda: drafts(ann))
            assert now_says(ann, "Draft: all-hands")


async def test_a_card_that_could_not_be_edited_is_edited_later(database_url: str) -> None:
    async with open_office(database_url) as office:
        ann = office.ann
        async with office.bot():
            await ann.types("/invite @webinars", channel="#general")
            card = await drafted(ann)
            office.slack.faults.add(Status(path="chat.update", code=500, times=None))
            await answers(ann, "make it Friday", card)
            await ann.sees(lambda: now_says(ann, "Friday, March 6"))
        assert len(drafts(ann)) == 2
        office.slack.faults.clear()
        office.clock = ticking_from(MONDAY + timedelta(minutes=5))
        async with office.bot():
            await ann.sees(lambda: len(drafts(ann)) == 1)
        assert now_says(ann, "Friday, March 6")
