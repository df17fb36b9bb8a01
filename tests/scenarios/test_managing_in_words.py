"""Webinars that exist, in words: asked about at once, and changed only after old and new were shown."""

from collections.abc import AsyncIterator

import pytest

from sandbox.slack.actors.screen_content import ScreenMessage
from sandbox.slack.actors.slack_user import SlackUser
from sandbox.slack.constants import BOT_USER
from tests.office import Office, open_office
from tests.scenarios.draft_actions import answers, drafted, drafts
from tests.scenarios.webinar_actions import card, has, sees_on_card

REGISTERED = {"Who is it for?": "Registered event"}
MOVED = "move the all-hands to Thursday 9:30am"


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[Office]:
    """An office in which the bot was invited to #general."""
    async with open_office(database_url) as office, office.bot():
        await office.ann.types("/invite @webinars", channel="#general")
        yield office


async def says(person: SlackUser, text: str, channel: str | None = None) -> ScreenMessage:
    """Say something, and wait for the answer; without a channel in the direct conversation."""
    before = {one.ts for one in _answers(person, channel)}
    await person.types(text, channel=channel)
    await person.sees(lambda: {one.ts for one in _answers(person, channel)} - before, 10)
    return next(one for one in _answers(person, channel) if one.ts not in before)


def _answers(person: SlackUser, channel: str | None) -> list[ScreenMessage]:
    """The messages of the bot to somebody, besides those about the progress of a change."""
    seen = person.messages(channel) if channel else person.dm
    return [one for one in seen if one.user == BOT_USER and "white_check_mark" not in one.plain]


async def test_a_move_is_shown_old_and_new_and_happens_once_confirmed(office: Office) -> None:
    await has(office)
    ann, asked = office.ann, len(office.operations)
    answer = await says(ann, MOVED)
    assert "3:00 PM in Los Angeles~ → *Thursday, March 12, 2026, 9:30 AM in Los Angeles*" in answer.plain
    assert "Nothing has changed yet." in answer.plain
    assert office.operations[asked:] == []
    await ann.presses("Yes, move it", message=answer)
    await sees_on_card(office.ben, "9:30 AM in Los Angeles")
    await ann.sees(lambda: "Saved" in ann.dm[-1].plain)
    assert office.operations.count("rcwConfigUpdateSession") == 1
    assert drafts(ann, None) == []


async def test_not_now_changes_nothing(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, MOVED)
    await ann.presses("Not now", message=answer)
    await ann.sees(lambda: "Nothing was changed." in ann.dm[-1].plain)
    assert "3:00 PM in Los Angeles" in card(ann).plain
    assert ann.dm[-1].buttons == {}


async def test_it_is_cancelled_only_after_a_yes(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, "cancel the all-hands")
    assert len(office.ringcentral.webinars) == 1
    await ann.presses("Yes, cancel the webinar", message=answer)
    await sees_on_card(ann, "Cancelled")
    assert office.ringcentral.webinars == {}


async def test_a_new_name_people_and_channels_are_changed_the_same_way(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, "rename the all-hands to Town hall")
    await ann.presses("Yes, rename it", message=answer)
    await sees_on_card(ann, "Town hall")
    answer = await says(ann, "add @ben as a panelist to the town hall")
    assert "New as panelists: <@U0BEN>" in answer.plain
    await ann.presses("Yes, change the panel", message=answer)
    await office.ben.sees(lambda: any("a panelist" in one.plain for one in office.ben.dm), 10)
    answer = await says(ann, "add eve as a co-host to the town hall")
    assert "New as co-hosts: <@U0EVE>" in answer.plain
    await ann.presses("Not now", message=answer)
    answer = await says(ann, "add Zoe as a co-host to the town hall")
    assert "I cannot tell who “Zoe” is" in answer.plain
    answer = await says(ann, "announce it in #marketing too")
    assert answer.buttons, answer.plain
    await ann.presses("Yes, announce it", message=answer)
    await sees_on_card(ann, "Town hall", "#marketing")


async def test_reminders_are_saved_at_once(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, "remind people an hour before")
    assert "~1 day and 10 minutes~ → *1 hour*" in answer.plain
    await ann.presses("Yes, save it", message=answer)
    await ann.sees(lambda: "1 hour before it starts" in ann.dm[-1].plain)


async def test_several_of_a_name_are_offered_and_the_request_goes_on(office: Office) -> None:
    await has(office, {"Title": "Vendor training east"})
    await has(office, {"Title": "Vendor training west"})
    ann = office.ann
    answer = await says(ann, "cancel the vendor training")
    assert "Which webinar do you mean?" in answer.plain
    await ann.presses("This one", message=answer, near="Vendor training west")
    await ann.sees(lambda: "Cancel *" in ann.dm[-1].plain)
    assert "Vendor training west" in ann.dm[-1].plain
    assert len(office.ringcentral.webinars) == 2


async def test_somebody_without_permission_hears_who_may(office: Office) -> None:
    await has(office)
    answer = await says(office.ben, "@webinars cancel the all-hands", "#general")
    assert answer.ephemeral
    assert "Only <@U0ANN> and workspace admins can change" in answer.plain
    assert answer.buttons == {}


async def test_what_ringcentral_refuses_after_the_yes_is_told(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, MOVED)
    office.ringcentral.go_live(office.session.id)
    await ann.presses("Yes, move it", message=answer)
    await ann.sees(lambda: any("RingCentral does not allow this" in one.plain for one in ann.dm), 10)
    assert "3:00 PM in Los Angeles" in card(ann).plain


async def test_in_the_thread_of_its_card_it_needs_no_name_and_only_the_asker_sees_it(office: Office) -> None:
    await has(office)
    ann = office.ann
    before = len(ann.messages("#general"))
    text = "@webinars move it to Thursday 9:30am"
    await ann.types(text, channel="#general", thread_ts=card(ann).ts)
    await ann.sees(lambda: len(ann.messages("#general")) > before + 1)
    shown = ann.messages("#general")[-1]
    assert shown.ephemeral
    assert "9:30 AM in Los Angeles" in shown.plain
    assert all("Change *" not in one.plain for one in office.ben.messages("#general"))
    await ann.presses("Yes, move it", message=shown)
    await sees_on_card(office.ben, "9:30 AM in Los Angeles")


async def test_behind_the_command_the_same_words_do_the_same(office: Office) -> None:
    await has(office)
    ann = office.ann
    answer = await says(ann, f"/webinar {MOVED}", "#general")
    assert answer.ephemeral
    await ann.presses("Yes, move it", message=answer)
    await sees_on_card(office.ben, "9:30 AM in Los Angeles")


@pytest.mark.parametrize("where", [None, "#general"])
async def test_questions_are_answered_at_once(office: Office, where: str | None) -> None:
    await has(office)
    ann, to_us = office.ann, "@webinars " if where else ""
    listed = await says(ann, f"{to_us}what webinars do I have coming up?", where)
    assert "Q3 All-Hands" in listed.plain
    assert listed.ephemeral is bool(where)
    told = await says(ann, f"{to_us}when is the all-hands?", where)
    assert "3:00 PM in Los Angeles" in told.plain
    assert (
        "Nobody has said they’re going"
        in (await says(ann, f"{to_us}who is coming to the all-hands?", where)).plain
    )
    assert "/join/" not in told.plain
    assert drafts(ann, where) == []


async def test_who_registered_and_the_host_link_are_told_to_the_host_alone(office: Office) -> None:
    await has(office, REGISTERED)
    office.ringcentral.register(office.session.id, "Eve", "No", "eve@example.com")
    told = await says(office.ann, "who registered for the all-hands?")
    assert "registered for *Q3 All-Hands*" in told.plain
    assert "Registrants" in told.buttons
    others = await says(office.ben, "@webinars who registered for the all-hands?", "#general")
    assert "Only the host, <@U0ANN>, sees who registered." in others.plain
    assert "Registrants" not in others.buttons
    link = await says(office.ann, "send me my host link")
    assert office.host_link in link.plain
    refused = await says(office.ben, "@webinars send me the host link of the all-hands", "#general")
    assert office.host_link not in refused.plain
    assert "Only the host" in refused.plain


async def test_what_nothing_fits_is_said_with_what_there_is(office: Office) -> None:
    await has(office)
    answer = await says(office.ann, "move the town hall meeting to Friday 3pm")
    assert "I found no webinar called “town hall meeting”" in answer.plain
    assert "Q3 All-Hands" in answer.plain
    assert drafts(office.ann, None) == []


async def test_a_copy_is_answered_honestly(office: Office) -> None:
    await has(office)
    answer = await says(office.ann, "duplicate the all-hands")
    assert "I cannot copy *Q3 All-Hands*" in answer.plain


async def test_a_draft_that_is_open_stays_what_it_is(office: Office) -> None:
    await has(office)
    ann = office.ann
    draft = await drafted(ann, "Demo tomorrow at 10am", channel=None)
    await answers(ann, "move the all-hands to Thursday 9:30am", draft, channel=None)
    await ann.sees(lambda: any("Change *" in one.plain for one in ann.dm))
    assert len(drafts(ann, None)) == 1
    assert "10:00 AM" in drafts(ann, None)[-1].plain


async def test_the_language_of_the_words_is_the_one_of_the_answer(office: Office) -> None:
    await has(office)
    answer = await says(office.ann, "verschieb das All-Hands auf Donnerstag um 9:30 Uhr")
    assert "Donnerstag, 12. März 2026, 09:30 Uhr in Los Angeles" in answer.plain
    await office.ann.presses("Jetzt nicht", message=answer)
    await office.ann.sees(lambda: "Es wurde nichts geändert." in office.ann.dm[-1].plain)
    answer = await says(office.ann, "verschieb das All-Hands auf Donnerstag um 9:30 Uhr")
    await office.ann.presses(next(iter(answer.buttons)), message=answer)
    await office.ann.sees(lambda: any("Gespeichert." in one.plain for one in office.ann.dm), 10)
