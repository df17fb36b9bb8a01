"""What people do outside of forms: shortcuts, buttons, menus, messages, and answers to them."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import actions, browsing, button, calling, input_block, modal, plain, section
from tests.sandbox.slack_setup import SlackSetup, a_desk, acknowledging

OPTIONS = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("It will be gone."),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}


async def _post(desk: SlackSetup, *blocks: dict[str, Any], channel: str = "C0GENERAL") -> None:
    await desk.calls("chat.postMessage", channel=channel, text="card", blocks=list(blocks))


async def test_a_global_shortcut_opens_from_anywhere() -> None:
    async with a_desk(shortcuts={"Create a webinar": ("create", "global")}) as desk:
        desk.answers(desk.bot.shortcut("create"))
        await desk.ann.uses_shortcut("Create a webinar")
        (body,) = desk.got
        assert (body["type"], body["callback_id"], body["user"]["id"]) == ("shortcut", "create", "U0ANN")
        assert body["trigger_id"]
        assert "channel" not in body
        with pytest.raises(AssertionError, match="no global shortcut “Create”"):
            await desk.ann.uses_shortcut("Create")


async def test_a_message_shortcut_brings_the_message() -> None:
    async with a_desk(shortcuts={"Make it a webinar": ("make", "message")}) as desk:
        desk.answers(desk.bot.shortcut("make"))
        await desk.ann.types("Let us meet", "#general")
        await desk.ann.uses_message_shortcut("Make it a webinar", desk.ann.messages("#general")[0])
        (body,) = desk.got
        assert (body["type"], body["message"]["text"]) == ("message_action", "Let us meet")
        assert body["channel"] == {"id": "C0GENERAL", "name": "general"}
        assert body["response_url"]


async def test_a_shortcut_that_nobody_handles_is_told_to_the_person() -> None:
    async with a_desk(shortcuts={"Create a webinar": ("create", "global")}) as desk:
        await desk.ann.uses_shortcut("Create a webinar")
        assert desk.ann.notices == ["“Create a webinar” did not work."]


async def test_a_manifest_says_what_is_installed(desk: SlackSetup) -> None:
    shortcuts = [
        {"name": "Create a webinar", "type": "global", "callback_id": "create", "description": "…"},
        {"name": "Make it a webinar", "type": "message", "callback_id": "make", "description": "…"},
    ]
    desk.slack.install(
        {"features": {"shortcuts": shortcuts}, "settings": {"interactivity": {"is_enabled": True}}}
    )
    desk.answers(desk.bot.shortcut("create"))
    await desk.ann.uses_shortcut("Create a webinar")
    assert len(desk.got) == 1
    with pytest.raises(AssertionError, match=r"no message shortcut “Create a webinar”; there are \['Make it"):
        desk.slack.world.installation.shortcut("Create a webinar", on_messages=True)


async def test_nobody_of_that_name_works_here(desk: SlackSetup) -> None:
    with pytest.raises(AssertionError, match=r"nobody called Zoe; there are .*Ann Archer"):
        desk.slack.person("Zoe")


async def test_commands_that_are_not_installed_cannot_be_typed(desk: SlackSetup) -> None:
    with pytest.raises(AssertionError, match=r"/meeting is not installed; there are .*/webinar"):
        await desk.ann.types("/meeting", "#general")


async def test_a_command_does_not_work_in_a_thread(desk: SlackSetup) -> None:
    await desk.ann.types("hello", "#general")
    await desk.ann.types("/webinar new", "#general", thread_ts=desk.ann.messages("#general")[0].ts)
    assert desk.ann.notices == ["/webinar is not supported in threads. Sorry!"]


@pytest.mark.parametrize(
    ("name", "channel", "words"),
    [
        ("ann", "#old", "archived"),
        ("ben", "#leads", "not in #leads"),
        ("chie", "#marketing", "not in #marketing"),
        ("ann", "#nowhere", "no channel #nowhere"),
    ],
)
async def test_nobody_can_type_where_they_are_not(
    desk: SlackSetup, name: str, channel: str, words: str
) -> None:
    with pytest.raises(AssertionError, match=words):
        await desk.slack.person(name).types("/webinar", channel)


async def test_people_join_public_channels_and_invite_the_bot_to_private_ones(desk: SlackSetup) -> None:
    desk.answers(desk.bot.event("member_joined_channel"))
    chie = desk.slack.person("chie")
    await chie.joins("#marketing")
    await chie.joins("#marketing")
    await chie.types("hello", "#marketing")
    await desk.ann.types("/invite @webinars", "#leads")
    await desk.ann.types("/invite @webinars", "#leads")
    assert (await desk.calls("conversations.info", channel="G0LEADS"))["ok"] is True
    (body,) = desk.got
    assert (body["event"]["user"], body["event"]["channel"]) == ("U0BOT", "G0LEADS")
    with pytest.raises(AssertionError, match="cannot join #leads"):
        await chie.joins("#leads")


async def test_an_app_may_turn_off_being_written_to(desk: SlackSetup) -> None:
    await desk.ann.types("hello")
    assert desk.ann.dm[0].text == "hello"
    desk.slack.install({"features": {"app_home": {"messages_tab_enabled": True}}})
    with pytest.raises(AssertionError, match="turned off"):
        await desk.ann.types("hello")


async def test_only_some_may_post_in_a_restricted_channel(desk: SlackSetup) -> None:
    desk.slack.add_channel("C0NEWS", "news", ["U0ANN", "U0DEE"], posting_restricted=True)
    await desk.slack.person("dee").types("news!", "#news")
    with pytest.raises(AssertionError, match="may not post"):
        await desk.ann.types("news?", "#news")


async def test_a_button_on_a_message_tells_the_bot_where_it_was_pressed(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("go"))
    await _post(desk, section("Card"), actions(button("go", "Go", value="42", style="primary")))
    (card,) = desk.ann.messages("#general")
    assert await desk.ann.presses("Go", message=card) is None
    (body,) = desk.got
    assert body["container"] == {
        "type": "message",
        "message_ts": card.ts,
        "channel_id": "C0GENERAL",
        "is_ephemeral": False,
    }
    assert (body["message"]["text"], body["state"]) == ("card", {"values": {}})
    (action,) = body["actions"]
    assert (action["action_id"], action["block_id"], action["value"], action["style"]) == (
        "go",
        "acts",
        "42",
        "primary",
    )
    assert body["response_url"].startswith(f"{desk.slack.url}/response/")


async def test_a_button_with_an_address_opens_it_and_still_tells_the_bot(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("join"))
    await _post(desk, actions(button("join", "Join", url="https://example.com/j")))
    url = await desk.ann.presses("Join", message=desk.ann.messages("#general")[0])
    assert (url, len(desk.got)) == ("https://example.com/j", 1)


async def test_of_several_buttons_the_one_near_a_text_is_meant(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("edit"))
    first = section("Q3", accessory=button("edit", "Edit", value="3"))
    second = section("Q4", accessory=button("edit", "Edit", value="4"))
    await _post(desk, first, second)
    (card,) = desk.ann.messages("#general")
    with pytest.raises(AssertionError, match="more than one button “Edit”"):
        await desk.ann.presses("Edit", message=card)
    with pytest.raises(AssertionError, match="Nothing here says “Q5”"):
        await desk.ann.presses("Edit", message=card, near="Q5")
    with pytest.raises(AssertionError, match=r"no button “Delete”\. There are"):
        await desk.ann.presses("Delete", message=card)
    await desk.ann.presses("Edit", message=card, near="Q4")
    assert desk.got[0]["actions"][0]["value"] == "4"


async def test_a_confirm_dialog_must_be_answered(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("cancel"))
    desk.answers(desk.bot.action("keep"))
    await _post(desk, actions(button("cancel", "Cancel", confirm=CONFIRM), button("keep", "Keep")))
    (card,) = desk.ann.messages("#general")
    with pytest.raises(AssertionError, match=r"asks: Sure\? It will be gone\."):
        await desk.ann.presses("Cancel", message=card)
    with pytest.raises(AssertionError, match="asks for no confirmation"):
        await desk.ann.presses("Keep", message=card, confirm=True)
    await desk.ann.presses("Cancel", message=card, confirm=False)
    assert desk.got == []
    await desk.ann.presses("Cancel", message=card, confirm=True)
    assert len(desk.got) == 1


async def test_an_entry_of_a_menu_is_picked_by_its_text(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("menu"))
    await _post(desk, section("Q3", accessory={"type": "overflow", "action_id": "menu", "options": OPTIONS}))
    await desk.ann.presses("Two", message=desk.ann.messages("#general")[0])
    assert desk.got[0]["actions"][0]["selected_option"]["value"] == "2"
    card = desk.slack.world.workspace.channels["C0GENERAL"].messages[0]
    place = ("C0GENERAL", card.ts)
    with pytest.raises(AssertionError, match="no option 3"):
        await desk.slack.press("U0ANN", place, card.blocks[0]["block_id"], "menu", "3")


async def test_choices_on_a_message_are_each_persons_own(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("pick"))
    desk.answers(desk.bot.action("go"))
    await _post(
        desk,
        section(
            "Pick", block_id="p", accessory={"type": "static_select", "action_id": "pick", "options": OPTIONS}
        ),
        actions(button("go", "Go")),
    )
    (card,) = desk.ann.messages("#general")
    await desk.ann.fill("Pick", "Two", message=card)
    await desk.ann.presses("Go", message=card)
    await desk.slack.person("ben").presses("Go", message=card)
    picked, by_ann, by_ben = desk.got
    assert picked["actions"][0]["selected_option"]["value"] == "2"
    assert by_ann["state"]["values"]["p"]["pick"]["selected_option"]["value"] == "2"
    assert by_ben["state"]["values"]["p"]["pick"]["selected_option"] is None
    assert "[Two]" in desk.ann.messages("#general")[0].plain


async def test_a_button_that_nobody_answers_is_told_to_the_person(desk: SlackSetup) -> None:
    await _post(desk, actions(button("lost", "Lost")))
    await desk.ann.presses("Lost", message=desk.ann.messages("#general")[0])
    assert desk.ann.notices == ["We had some trouble connecting. Try again?"]


async def test_without_interactivity_nothing_is_sent(desk: SlackSetup) -> None:
    await _post(desk, actions(button("go", "Go")))
    desk.slack.install({})
    await desk.ann.presses("Go", message=desk.ann.messages("#general")[0])
    assert desk.ann.notices == ["This app is not configured to handle interactive responses."]
    assert desk.slack.sent == []


async def test_a_message_that_is_gone_cannot_be_pressed(desk: SlackSetup) -> None:
    await _post(desk, actions(button("go", "Go")))
    (card,) = desk.ann.messages("#general")
    await desk.calls("chat.delete", channel="C0GENERAL", ts=card.ts)
    with pytest.raises(AssertionError, match="does not see a message"):
        await desk.ann.presses("Go", message=card)


async def test_a_button_in_a_modal_tells_the_bot_what_was_typed_so_far(desk: SlackSetup) -> None:
    async def more(ack: Any, client: Any, body: Any) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=modal(section("More"), title="More"))

    desk.acts(desk.bot.action("more"), more)
    await desk.opens(
        modal(input_block("title", "Title", {"type": "plain_text_input"}), actions(button("more", "More")))
    )
    below = desk.ann.modal.id
    await desk.ann.fill("Title", "Q3")
    await desk.ann.presses("More")
    await desk.ann.sees(lambda: desk.ann.modal.title == "More")
    (body,) = desk.got
    assert body["container"] == {"type": "view", "view_id": below}
    assert body["view"]["state"]["values"]["title"]["title"]["value"] == "Q3"
    assert "response_url" not in body
    with pytest.raises(AssertionError, match="Another modal lies on top"):
        await desk.slack.submit("U0ANN", below)
    with pytest.raises(AssertionError, match="open before U0ANN"):
        await desk.slack.submit("U0BEN", below)
    with pytest.raises(AssertionError, match="not open"):
        await desk.slack.submit("U0ANN", "V0")


async def test_an_input_acts_at_once_only_if_it_asks_to(desk: SlackSetup) -> None:
    desk.answers(desk.bot.action("loud"))
    quiet = input_block("quiet", "Quiet", {"type": "plain_text_input"})
    loud = input_block("loud", "Loud", {"type": "plain_text_input"}, dispatch_action=True)
    await desk.opens(modal(quiet, loud))
    await desk.ann.fill("Quiet", "psst")
    await desk.ann.fill("Loud", "hey")
    (body,) = desk.got
    assert body["actions"][0]["value"] == "hey"
    assert body["view"]["state"]["values"]["quiet"]["quiet"]["value"] == "psst"


async def test_a_home_is_opened_and_acted_on(desk: SlackSetup) -> None:
    async def publish(ack: Any, client: Any, body: Any) -> None:
        await ack()
        view = {"type": "home", "blocks": [section("Your webinars"), actions(button("new", "New"))]}
        await client.views_publish(user_id=body["event"]["user"], view=view)

    desk.acts(desk.bot.event("app_home_opened"), publish)
    desk.answers(desk.bot.action("new"))
    with pytest.raises(AssertionError, match="sees no home"):
        await desk.ann.presses("New", home=True)
    await desk.ann.opens_home()
    await desk.ann.sees(lambda: desk.ann.home)
    await desk.ann.presses("New", home=True)
    assert desk.got[1]["view"]["type"] == "home"
    with pytest.raises(AssertionError, match="no modal"):
        await desk.slack.submit("U0ANN", desk.ann.home.id)
    desk.slack.install({})
    with pytest.raises(AssertionError, match="has no home"):
        await desk.ann.opens_home()


async def test_what_somebody_waits_for_in_vain_is_told_with_what_people_see(desk: SlackSetup) -> None:
    await desk.opens(modal(section("Hello")))
    await _post(desk, section("Card"))
    desk.slack.world.notice("U0ANN", "Something went wrong.")
    with pytest.raises(AssertionError, match=r"stayed false[\s\S]*Hello[\s\S]*Card[\s\S]*went wrong"):
        await desk.ann.sees(lambda: False, timeout=0.01)
    with pytest.raises(AssertionError, match="still raised AttributeError"):
        await desk.slack.wait_until(lambda: desk.slack.person("ben").modal.title, timeout=0.01)


async def test_a_response_url_answers_where_the_bot_is_no_member(desk: SlackSetup) -> None:
    async with browsing() as http:
        url = desk.slack.world.response_urls.give("U0ANN", "G0LEADS")
        await http.post(url, json={"text": "for you"})
        await http.post(url, json={"text": "for all", "response_type": "in_channel"})
        broken = await http.post(url, json={"text": "x", "blocks": [{"type": "?"}]})
        nothing = await http.post(url, json={"replace_original": True, "text": "x"})
        fifth = await http.post(url, json={"text": "for you"})
        sixth = await http.post(url, json={"text": "for you"})
        unknown = await http.post(f"{desk.slack.url}/response/none", json={"text": "x"})
    assert [message.text for message in desk.ann.messages("#leads")] == ["for you", "for all", "for you"]
    assert [message.text for message in desk.slack.person("dee").messages("#leads")] == ["for all"]
    assert (broken.status_code, broken.json()["error"]) == (400, "invalid_blocks")
    assert nothing.json()["error"] == "message_not_found"
    assert (fifth.text, sixth.json()["error"]) == ("ok", "used_url")
    assert (unknown.status_code, unknown.json()["error"]) == (404, "invalid_url")


async def test_a_response_url_changes_and_deletes_the_message_acted_on(desk: SlackSetup) -> None:
    async def replace(ack: Any, client: Any, body: Any) -> None:
        await ack()
        async with browsing() as http:
            value = body["actions"][0]["value"]
            await http.post(body["response_url"], json={value: True, "text": "Cancelled by Ann"})

    desk.acts(desk.bot.action("go"), replace)
    desk.acts(desk.bot.action("drop"), replace)
    buttons = actions(
        button("go", "Go", value="replace_original"), button("drop", "Drop", value="delete_original")
    )
    await desk.calls("chat.postEphemeral", channel="C0GENERAL", user="U0ANN", text="card", blocks=[buttons])
    await _post(desk, buttons)
    ephemeral, card = desk.ann.messages("#general")
    await desk.ann.presses("Go", message=ephemeral)
    await desk.ann.sees(lambda: desk.ann.messages("#general")[0].plain == "Cancelled by Ann")
    await desk.ann.presses("Drop", message=card)
    await desk.ann.sees(lambda: len(desk.ann.messages("#general")) == 1)
    assert desk.got[0]["container"]["is_ephemeral"] is True
    assert "message" not in desk.got[0]


async def test_a_response_url_lives_half_an_hour() -> None:
    now = [1_790_000_000.0]
    slack = SlackServer.with_people(clock=lambda: now[0])
    async with calling(slack), browsing() as http:
        url = slack.world.response_urls.give("U0ANN", "C0GENERAL")
        now[0] += 1801
        answer = await http.post(url, json={"text": "late"})
    assert answer.json()["error"] == "expired_url"


async def test_somebody_elses_message_cannot_be_replaced_by_a_response_url() -> None:
    async with a_desk(shortcuts={"Make": ("make", "message")}) as desk:
        desk.acts(desk.bot.shortcut("make"), acknowledging())
        await desk.ann.types("mine", "#general")
        await desk.ann.uses_message_shortcut("Make", desk.ann.messages("#general")[0])
        async with browsing() as http:
            answer = await http.post(
                desk.got[0]["response_url"], json={"text": "x", "replace_original": True}
            )
    assert answer.json()["error"] == "cant_update_message"
