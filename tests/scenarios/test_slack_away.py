"""Slack is silent, refuses the app, or refuses a place for a while: nothing is lost, doubled, or said too late."""

from datetime import timedelta

import pytest

from sandbox.clock import MovableClock
from sandbox.faults import Fault, Status, StatusAfter
from sandbox.slack import SlackUser
from sandbox.slack.constants import BOT_USER
from sandbox.slack.outages import NOTHING_USABLE, refusal
from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, creates, fills, opens_the_form
from tests.scenarios.webinar_actions import card, has, opens_details, sees_in_thread, sees_on_card, thread

BACKGROUND = "(chat.postMessage|chat.update|views.update|conversations|users.info|files)"
LONG = timedelta(minutes=2)
VERY_LONG = timedelta(hours=2)


async def is_about_to_move(office: Office, start: str) -> None:
    """Ann types another time; she has only to save it."""
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Edit or reschedule")
    await ann.sees(lambda: ann.modal.title == "Edit webinar")
    await fills(ann, {"Start time": start})


async def meets(office: Office, fault: Fault) -> None:
    """Let the bot work until it has met a fault twice."""
    for _ in range(30):
        if office.slack.faults.hits(fault) > 1:
            return
        await office.looks_around()
    raise AssertionError("the bot never met it")


def news(person: SlackUser, text: str) -> list[str]:
    """The direct messages that say something."""
    return [one.plain for one in person.dm if text in one.plain]


@pytest.mark.parametrize("name", ["a page", "half an answer"])
async def test_silence_right_after_the_form_loses_and_doubles_nothing(
    in_time: tuple[Office, MovableClock], name: str
) -> None:
    office, clock = in_time
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    silent = {**NOTHING_USABLE[name], "times": None}
    silence = office.slack.faults.add(Status(path=BACKGROUND, **silent))
    await ann.submits()
    await office.ringcentral.wait_until(lambda: bool(office.ringcentral.sessions), 30)
    await meets(office, silence)
    office.slack.faults.clear()
    await ann.sees(lambda: ann.modal.title == "Webinar created", 30)
    await office.looks_around()
    clock.add(LONG)
    await ann.sees(lambda: ann.messages("#general") and ann.dm, 30)
    await ann.sees(lambda: "I keep trying" not in ann.dm[0].plain, 30)
    assert len(office.ringcentral.webinars) == len(ann.messages("#general")) == len(ann.dm) == 1


async def test_a_card_that_was_posted_with_half_an_answer_is_found_at_once(office: Office) -> None:
    half = NOTHING_USABLE["half an answer"]
    office.slack.faults.add(StatusAfter(path="chat.postMessage", **half, times=2))
    await creates(office.ann, within=20)
    await office.ann.sees(lambda: office.ann.dm, 20)
    assert len(office.ann.messages("#general")) == len(office.ann.dm) == 1


async def test_a_move_while_slack_refuses_the_app_is_told_once_it_does_not(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    await is_about_to_move(office, "09:30")
    revoked = {**refusal("token_revoked"), "times": None}
    lost = office.slack.faults.add(Status(path="(chat.|views.update)", **revoked))
    await office.ann.submits()
    await meets(office, lost)
    await office.looks_around()
    assert "3:00 PM in Los Angeles" in card(office.ben).plain
    office.slack.faults.clear()
    clock.add(LONG)
    await sees_on_card(office.ben, "9:30 AM in Los Angeles")
    assert "3:00 PM in Los Angeles" in (await sees_in_thread(office.ben)).plain
    await office.ann.sees(lambda: office.ann.modal.title == "Done", 20)


async def test_one_bad_answer_leaves_no_card_behind(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    office.slack.faults.add(Status(path="chat.update", **NOTHING_USABLE["null"], times=8))
    await is_about_to_move(office, "09:30")
    await office.ann.submits()
    await office.looks_around()
    clock.add(LONG)
    await sees_on_card(office.ben, "9:30 AM in Los Angeles")


async def test_a_channel_that_takes_nothing_is_told_to_the_host_and_caught_up_when_it_is_back(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, _ = in_time
    ann, general = office.ann, office.slack.state.workspace.find_channel("general")
    await has(office)
    general.members.append(BOT_USER)
    general.archived = True
    await is_about_to_move(office, "09:30")
    await ann.submits()
    await ann.sees(lambda: news(ann, "I cannot reach"), 20)
    await office.looks_around()
    edits = [call for call in office.slack.exchanges if call.method == "chat.update"]
    assert sum(call.request["channel"] == general.id for call in edits) == 1, "it is left alone for a while"
    assert len(news(ann, "I cannot reach")) == 1
    assert "That channel is archived." in news(ann, "I cannot reach")[0]
    assert thread(office.ben) == []
    general.archived = False
    await office.ben.types("Back again", channel="#general")
    await office.ben.sees(lambda: "9:30 AM in Los Angeles" in office.ben.messages("#general")[0].plain, 20)
    await office.ben.sees(lambda: office.ben.replies(office.ben.messages("#general")[0]), 20)


async def test_a_channel_that_is_archived_when_the_card_comes_gets_it_later(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    ann = office.ann
    refused = office.slack.faults.add(Status(path="chat.postMessage", **refusal("is_archived")))
    await creates(ann, within=20)
    assert office.slack.faults.hits(refused) == 1
    assert "That channel is archived. I keep trying." in ann.modal.text
    clock.add(VERY_LONG)
    await ann.sees(lambda: ann.messages("#general"), 20)
    await ann.sees(lambda: "I keep trying" not in ann.dm[0].plain, 20)
    assert len(ann.messages("#general")) == 1


async def test_a_reminder_that_slack_did_not_take_comes_when_it_does(
    in_time: tuple[Office, MovableClock],
) -> None:
    office, clock = in_time
    await has(office)
    silent = {**NOTHING_USABLE["a proxy's refusal"], "times": None}
    lost = office.slack.faults.add(Status(path="chat.postMessage", **silent))
    clock.set(office.session.start - timedelta(hours=24))
    await meets(office, lost)
    office.slack.faults.clear()
    await office.ben.sees(lambda: thread(office.ben), 30)
    assert "starts" in thread(office.ben)[0].plain
    assert len(thread(office.ben)) == 1


async def test_nobody_is_reminded_of_what_has_begun(in_time: tuple[Office, MovableClock]) -> None:
    office, clock = in_time
    await has(office)
    silent = {**NOTHING_USABLE["an empty body"], "times": None}
    lost = office.slack.faults.add(Status(path="chat.postMessage", **silent))
    clock.set(office.session.start - timedelta(minutes=9))
    await meets(office, lost)
    clock.set(office.session.start + timedelta(minutes=1))
    office.slack.faults.clear()
    await office.looks_around()
    assert [one for one in thread(office.ben) if "starts" in one.plain] == []
