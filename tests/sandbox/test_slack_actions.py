"""People act outside of forms: shortcuts, buttons, menus, messages, and answers to them."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import actions, browsing, button, calling, input_block, modal, plain, section
from tests.sandbox.slack_setup import SlackSetup, acknowledging, open_setup

OPTIONS = [{"text": plain("One"), "value": "1"}, {"text": plain("Two"), "value": "2"}]
CONFIRM = {
    "title": plain("Sure?"),
    "text": plain("It will be gone."),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}


async def _post(setup: SlackSetup, *blocks: dict[str, Any], channel: str = "C0GENERAL") -> None:
    await setup.calls("chat.postMessage", channel=channel, text="card", blocks=list(blocks))


async def test_a_global_shortcut_opens_from_anywhere() -> None:
    async with open_setup(shortcuts={"Create a webinar": ("create", "global")}) as setup:
        setup.answers(setup.bot.shortcut("create"))
        await setup.ann.uses_shortcut("Create a webinar")
        (body,) = setup.got
        assert (body["type"], body["callback_id"], body["user"]["id"]) == ("shortcut", "create", "U0ANN")
        assert body["trigger_id"]
        assert "channel" not in body
        with pytest.raises(AssertionError, match="no global shortcut “Create”"):
            await setup.ann.uses_shortcut("Create")


async def test_a_message_shortcut_brings_the_message() -> None:
    async with open_setup(shortcuts={"Make it a webinar": ("make", "message")}) as setup:
        setup.answers(setup.bot.shortcut("make"))
        await setup.ann.types("Let us meet", "#general")
        await setup.ann.uses_message_shortcut("Make it a webinar", setup.ann.messages("#general")[0])
        (body,) = setup.got
        assert (body["type"], body["message"]["text"]) == ("message_action", "Let us meet")
        assert body["channel"] == {"id": "C0GENERAL", "name": "general"}
        assert body["response_url"]


async def test_a_shortcut_that_nobody_handles_is_told_to_the_person() -> None:
    async with open_setup(shortcuts={"Create a webinar": ("create", "global")}) as setup:
        await setup.ann.uses_shortcut("Create a webinar")
        assert setup.ann.notices == ["“Create a webinar” did not work."]


async def test_a_manifest_says_what_is_installed(setup: SlackSetup) -> None:
    shortcuts = [
        {"name": "Create a webinar", "type": "global", "callback_id": "create", "description": "…"},
        {"name": "Make it a webinar", "type": "message", "callback_id": "make", "description": "…"},
    ]
    setup.slack.install(
        {"features": {"shortcuts": shortcuts}, "settings": {"interactivity": {"is_enabled": True}}}
    )
    setup.answers(setup.bot.shortcut("create"))
    await setup.ann.uses_shortcut("Create a webinar")
    assert len(setup.got) == 1
    with pytest.raises(AssertionError, match=r"no message shortcut “Create a webinar”; there are \['Make it"):
        setup.slack.state.installation.shortcut("Create a webinar", on_messages=True)


async def test_nobody_of_that_name_works_here(setup: SlackSetup) -> None:
    with pytest.raises(AssertionError, match=r"nobody called Zoe; there are .*Ann Archer"):
        setup.slack.person("Zoe")


async def test_commands_that_are_not_installed_cannot_be_typed(setup: SlackSetup) -> None:
    with pytest.raises(AssertionError, match=r"/meeting is not installed; there are .*/webinar"):
        await setup.ann.types("/meeting", "#general")


async def test_a_command_does_not_work_in_a_thread(setup: SlackSetup) -> None:
    await setup.ann.types("hello", "#general")
    await setup.ann.types("/webinar new", "#general", thread_ts=setup.ann.messages("#general")[0].ts)
    assert setup.ann.notices == ["/webinar is not supported in threads. Sorry!"]


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
    setup: SlackSetup, name: str, channel: str, words: str
) -> None:
    with pytest.raises(AssertionError, match=words):
        await setup.slack.person(name).types("/webinar", channel)


async def test_people_join_public_channels_and_invite_the_bot_to_private_ones(setup: SlackSetup) -> None:
    setup.answers(setup.bot.event("member_joined_channel"))
    chie = setup.slack.person("chie")
    await chie.joins("#marketing")
    await chie.joins("#marketing")
    await chie.types("hello", "#marketing")
    await setup.ann.types("/invite @webinars", "#leads")
    await setup.ann.types("/invite @webinars", "#leads")
    assert (await setup.calls("conversations.info", channel="G0LEADS"))["ok"] is True
    (body,) = setup.got
    assert (body["event"]["user"], body["event"]["channel"]) == ("U0BOT", "G0LEADS")
    with pytest.raises(AssertionError, match="cannot join #leads"):
        await chie.joins("#leads")


async def test_an_app_may_turn_off_being_written_to(setup: SlackSetup) -> None:
    await setup.ann.types("hello")
    assert setup.ann.dm[0].text == "hello"
    setup.slack.install({"features": {"app_home": {"messages_tab_enabled": True}}})
    with pytest.raises(AssertionError, match="turned off"):
        await setup.ann.types("hello")


async def test_only_some_may_post_in_a_restricted_channel(setup: SlackSetup) -> None:
    setup.slack.add_channel("C0NEWS", "news", ["U0ANN", "U0DEE"], posting_restricted=True)
    await setup.slack.person("dee").types("news!", "#news")
    with pytest.raises(AssertionError, match="may not post"):
        await setup.ann.types("news?", "#news")


async def test_a_button_on_a_message_tells_the_bot_where_it_was_pressed(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("go"))
    await _post(setup, section("Card"), actions(button("go", "Go", value="42", style="primary")))
    (card,) = setup.ann.messages("#general")
    assert await setup.ann.presses("Go", message=card) is None
    (body,) = setup.got
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
    assert body["response_url"].startswith(f"{setup.slack.url}/response/")


async def test_a_button_with_an_address_opens_it_and_still_tells_the_bot(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("join"))
    await _post(setup, actions(button("join", "Join", url="https://example.com/j")))
    url = await setup.ann.presses("Join", message=setup.ann.messages("#general")[0])
    assert (url, len(setup.got)) == ("https://example.com/j", 1)


async def test_of_several_buttons_the_one_near_a_text_is_meant(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("edit"))
    first = section("Q3", accessory=button("edit", "Edit", value="3"))
    second = section("Q4", accessory=button("edit", "Edit", value="4"))
    await _post(setup, first, second)
    (card,) = setup.ann.messages("#general")
    with pytest.raises(AssertionError, match="more than one button “Edit”"):
        await setup.ann.presses("Edit", message=card)
    with pytest.raises(AssertionError, match="Nothing here says “Q5”"):
        await setup.ann.presses("Edit", message=card, near="Q5")
    with pytest.raises(AssertionError, match=r"no button “Delete”\. There are"):
        await setup.ann.presses("Delete", message=card)
    await setup.ann.presses("Edit", message=card, near="Q4")
    assert setup.got[0]["actions"][0]["value"] == "4"


async def test_a_confirm_dialog_must_be_answered(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("cancel"))
    setup.answers(setup.bot.action("keep"))
    await _post(setup, actions(button("cancel", "Cancel", confirm=CONFIRM), button("keep", "Keep")))
    (card,) = setup.ann.messages("#general")
    with pytest.raises(AssertionError, match=r"asks: Sure\? It will be gone\."):
        await setup.ann.presses("Cancel", message=card)
    with pytest.raises(AssertionError, match="asks for no confirmation"):
        await setup.ann.presses("Keep", message=card, confirm=True)
    await setup.ann.presses("Cancel", message=card, confirm=False)
    assert setup.got == []
    await setup.ann.presses("Cancel", message=card, confirm=True)
    assert len(setup.got) == 1


async def test_an_entry_of_a_menu_is_picked_by_its_text(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("menu"))
    await _post(setup, section("Q3", accessory={"type": "overflow", "action_id": "menu", "options": OPTIONS}))
    await setup.ann.presses("Two", message=setup.ann.messages("#general")[0])
    assert setup.got[0]["actions"][0]["selected_option"]["value"] == "2"
    card = setup.slack.state.workspace.channels["C0GENERAL"].messages[0]
    place = ("C0GENERAL", card.ts)
    with pytest.raises(AssertionError, match="no option 3"):
        await setup.slack.press("U0ANN", place, card.blocks[0]["block_id"], "menu", "3")


async def test_choices_on_a_message_are_each_persons_own(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("pick"))
    setup.answers(setup.bot.action("go"))
    await _post(
        setup,
        section(
            "Pick", block_id="p", accessory={"type": "static_select", "action_id": "pick", "options": OPTIONS}
        ),
        actions(button("go", "Go")),
    )
    (card,) = setup.ann.messages("#general")
    await setup.ann.fill("Pick", "Two", message=card)
    await setup.ann.presses("Go", message=card)
    await setup.slack.person("ben").presses("Go", message=card)
    picked, by_ann, by_ben = setup.got
    assert picked["actions"][0]["selected_option"]["value"] == "2"
    assert by_ann["state"]["values"]["p"]["pick"]["selected_option"]["value"] == "2"
    assert by_ben["state"]["values"]["p"]["pick"]["selected_option"] is None
    assert "[Two]" in setup.ann.messages("#general")[0].plain


async def test_a_button_that_nobody_answers_is_told_to_the_person(setup: SlackSetup) -> None:
    await _post(setup, actions(button("lost", "Lost")))
    await setup.ann.presses("Lost", message=setup.ann.messages("#general")[0])
    assert setup.ann.notices == ["We had some trouble connecting. Try again?"]


async def test_without_interactivity_nothing_is_sent(setup: SlackSetup) -> None:
    await _post(setup, actions(button("go", "Go")))
    setup.slack.install({})
    await setup.ann.presses("Go", message=setup.ann.messages("#general")[0])
    assert setup.ann.notices == ["This app is not configured to handle interactive responses."]
    assert setup.slack.sent == []


async def test_a_message_that_is_gone_cannot_be_pressed(setup: SlackSetup) -> None:
    await _post(setup, actions(button("go", "Go")))
    (card,) = setup.ann.messages("#general")
    await setup.calls("chat.delete", channel="C0GENERAL", ts=card.ts)
    with pytest.raises(AssertionError, match="does not see a message"):
        await setup.ann.presses("Go", message=card)


async def test_a_button_in_a_modal_tells_the_bot_what_was_typed_so_far(setup: SlackSetup) -> None:
    async def more(ack: Any, client: Any, body: Any) -> None:
        await ack()
        await client.views_push(trigger_id=body["trigger_id"], view=modal(section("More"), title="More"))

    setup.acts(setup.bot.action("more"), more)
    await setup.opens(
        modal(input_block("title", "Title", {"type": "plain_text_input"}), actions(button("more", "More")))
    )
    below = setup.ann.modal.id
    await setup.ann.fill("Title", "Q3")
    await setup.ann.presses("More")
    await setup.ann.sees(lambda: setup.ann.modal.title == "More")
    (body,) = setup.got
    assert body["container"] == {"type": "view", "view_id": below}
    assert body["view"]["state"]["values"]["title"]["title"]["value"] == "Q3"
    assert "response_url" not in body
    with pytest.raises(AssertionError, match="Another modal lies on top"):
        await setup.slack.submit("U0ANN", below)
    with pytest.raises(AssertionError, match="open before U0ANN"):
        await setup.slack.submit("U0BEN", below)
    with pytest.raises(AssertionError, match="not open"):
        await setup.slack.submit("U0ANN", "V0")


async def test_an_input_acts_at_once_only_if_it_asks_to(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("loud"))
    quiet = input_block("quiet", "Quiet", {"type": "plain_text_input"})
    loud = input_block("loud", "Loud", {"type": "plain_text_input"}, dispatch_action=True)
    await setup.opens(modal(quiet, loud))
    await setup.ann.fill("Quiet", "psst")
    await setup.ann.fill("Loud", "hey")
    (body,) = setup.got
    assert body["actions"][0]["value"] == "hey"
    assert body["view"]["state"]["values"]["quiet"]["quiet"]["value"] == "psst"


async def test_a_home_is_opened_and_acted_on(setup: SlackSetup) -> None:
    async def publish(ack: Any, client: Any, body: Any) -> None:
        await ack()
        view = {"type": "home", "blocks": [section("Your webinars"), actions(button("new", "New"))]}
        await client.views_publish(user_id=body["event"]["user"], view=view)

    setup.acts(setup.bot.event("app_home_opened"), publish)
    setup.answers(setup.bot.action("new"))
    with pytest.raises(AssertionError, match="sees no home"):
        await setup.ann.presses("New", home=True)
    await setup.ann.opens_home()
    await setup.ann.sees(lambda: setup.ann.home)
    await setup.ann.presses("New", home=True)
    assert setup.got[1]["view"]["type"] == "home"
    with pytest.raises(AssertionError, match="no modal"):
        await setup.slack.submit("U0ANN", setup.ann.home.id)
    setup.slack.install({})
    with pytest.raises(AssertionError, match="has no home"):
        await setup.ann.opens_home()


async def test_what_somebody_waits_for_in_vain_is_told_with_what_people_see(setup: SlackSetup) -> None:
    await setup.opens(modal(section("Hello")))
    await _post(setup, section("Card"))
    setup.slack.state.notice("U0ANN", "Something went wrong.")
    with pytest.raises(AssertionError, match=r"stayed false[\s\S]*Hello[\s\S]*Card[\s\S]*went wrong"):
        await setup.ann.sees(lambda: False, timeout=0.01)
    with pytest.raises(AssertionError, match="still raised AttributeError"):
        await setup.slack.wait_until(lambda: setup.slack.person("ben").modal.title, timeout=0.01)


async def test_a_response_url_answers_where_the_bot_is_no_member(setup: SlackSetup) -> None:
    async with browsing() as http:
        url = setup.slack.state.response_urls.give("U0ANN", "G0LEADS")
        await http.post(url, json={"text": "for you"})
        await http.post(url, json={"text": "for all", "response_type": "in_channel"})
        broken = await http.post(url, json={"text": "x", "blocks": [{"type": "?"}]})
        nothing = await http.post(url, json={"replace_original": True, "text": "x"})
        fifth = await http.post(url, json={"text": "for you"})
        sixth = await http.post(url, json={"text": "for you"})
        unknown = await http.post(f"{setup.slack.url}/response/none", json={"text": "x"})
    assert [message.text for message in setup.ann.messages("#leads")] == ["for you", "for all", "for you"]
    assert [message.text for message in setup.slack.person("dee").messages("#leads")] == ["for all"]
    assert (broken.status_code, broken.json()["error"]) == (400, "invalid_blocks")
    assert nothing.json()["error"] == "message_not_found"
    assert (fifth.text, sixth.json()["error"]) == ("ok", "used_url")
    assert (unknown.status_code, unknown.json()["error"]) == (404, "invalid_url")


async def test_a_response_url_changes_and_deletes_the_message_acted_on(setup: SlackSetup) -> None:
    async def replace(ack: Any, client: Any, body: Any) -> None:
        await ack()
        async with browsing() as http:
            value = body["actions"][0]["value"]
            await http.post(body["response_url"], json={value: True, "text": "Cancelled by Ann"})

    setup.acts(setup.bot.action("go"), replace)
    setup.acts(setup.bot.action("drop"), replace)
    buttons = actions(
        button("go", "Go", value="replace_original"), button("drop", "Drop", value="delete_original")
    )
    await setup.calls("chat.postEphemeral", channel="C0GENERAL", user="U0ANN", text="card", blocks=[buttons])
    await _post(setup, buttons)
    ephemeral, card = setup.ann.messages("#general")
    await setup.ann.presses("Go", message=ephemeral)
    await setup.ann.sees(lambda: setup.ann.messages("#general")[0].plain == "Cancelled by Ann")
    await setup.ann.presses("Drop", message=card)
    await setup.ann.sees(lambda: len(setup.ann.messages("#general")) == 1)
    assert setup.got[0]["container"]["is_ephemeral"] is True
    assert "message" not in setup.got[0]


async def test_a_response_url_lives_half_an_hour() -> None:
    now = [1_790_000_000.0]
    slack = SlackServer.with_people(clock=lambda: now[0])
    async with calling(slack), browsing() as http:
        url = slack.state.response_urls.give("U0ANN", "C0GENERAL")
        now[0] += 1801
        answer = await http.post(url, json={"text": "late"})
    assert answer.json()["error"] == "expired_url"


async def test_somebody_elses_message_cannot_be_replaced_by_a_response_url() -> None:
    async with open_setup(shortcuts={"Make": ("make", "message")}) as setup:
        setup.acts(setup.bot.shortcut("make"), acknowledging())
        await setup.ann.types("mine", "#general")
        await setup.ann.uses_message_shortcut("Make", setup.ann.messages("#general")[0])
        async with browsing() as http:
            answer = await http.post(
                setup.got[0]["response_url"], json={"text": "x", "replace_original": True}
            )
    assert answer.json()["error"] == "cant_update_message"
