"""A press on the page reaches the bot, and the page tells of a bad answer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import button, plain, staged
from tests.sandbox.page_browser import acts, browsing, message_in

MENU = {
    "type": "overflow",
    "action_id": "menu",
    "options": [{"text": plain("Move"), "value": "move"}, {"text": plain("Cancel"), "value": "cancel"}],
}
SURE = {
    "title": plain("Sure?"),
    "text": plain("It is gone then."),
    "confirm": plain("Yes"),
    "deny": plain("No"),
}
CARD = {"type": "actions", "block_id": "card", "elements": [button("drop", "Drop", confirm=SURE), MENU]}
SEVERAL = [{"text": plain(size), "value": size} for size in ("small", "large")]
PICK = {
    "type": "section",
    "block_id": "pick",
    "text": {"type": "mrkdwn", "text": "Size"},
    "accessory": {"type": "static_select", "action_id": "size", "options": SEVERAL},
}


@asynccontextmanager
async def a_card() -> AsyncIterator[tuple[httpx.AsyncClient, list[dict[str, Any]]]]:
    """A browser, after the bot posted a card in #general; and what the bot hears of it."""
    slack = SlackServer.with_people(shortcuts={"Remind me": ("remind", "message")}, commands=["/webinar"])
    heard: list[dict[str, Any]] = []

    async def hears(ack: Any, body: Any) -> None:
        heard.append(body)
        await ack()

    async def answers_badly(ack: Any) -> None:
        await ack(text="", blocks=[{"type": "headline"}])

    async with staged(slack) as bot, browsing(slack) as browser:
        for action in ("drop", "menu", "size"):
            bot.action(action)(hears)
        bot.shortcut("remind")(hears)
        bot.command("/webinar")(answers_badly)
        await bot.client.chat_postMessage(channel="C0GENERAL", text="A card", blocks=[CARD, PICK])
        yield browser, heard


async def test_a_button_in_a_message_asks_first_and_reaches_the_bot() -> None:
    async with a_card() as (browser, heard):
        html = (await browser.get("/ben/general")).text
        asked = html.partition('<dialog class="sure"')[2].partition("</dialog>")[0]
        for said in ("Sure?", "It is gone then.", ">No</button>", 'name="press" value="card/drop"'):
            assert said in asked
        assert html.count('value="card/drop"') == 1
        await acts(browser, "/ben/general/press", message_in(html) | {"press": "card/drop"})
        assert (heard[0]["user"]["id"], heard[0]["actions"][0]["action_id"]) == ("U0BEN", "drop")


async def test_a_menu_and_a_select_in_a_message_tell_the_bot_what_was_picked() -> None:
    async with a_card() as (browser, heard):
        form = message_in((await browser.get("/ben/general")).text)
        await acts(browser, "/ben/general/press", form | {"press": "card/menu/cancel"})
        await acts(browser, "/ben/general/type", form | {"in:pick/size": "large"})
        picked = [body["actions"][0]["selected_option"]["value"] for body in heard]
        assert picked == ["cancel", "large"]


async def test_a_shortcut_of_a_message_stands_at_each_message() -> None:
    async with a_card() as (browser, heard):
        html = (await browser.get("/ann/general")).text
        assert ">Remind me</button>" in html
        await acts(browser, "/ann/general/message-shortcut", message_in(html) | {"name": "Remind me"})
        assert heard[0]["message"]["text"] == "A card"


async def test_an_answer_that_slack_cannot_take_is_told_to_the_person_and_on_the_wire() -> None:
    async with a_card() as (browser, _heard):
        html = await acts(browser, "/ann/general/say", {"text": "/webinar"})
        assert "/webinar failed with the error" in html
        assert "Slack refused" in html
        assert "unsupported type: headline" in html


async def test_too_little_typed_is_not_looked_up() -> None:
    async with a_card() as (browser, _heard):
        place = message_in((await browser.get("/ann/general")).text)["place"][0]
        asked = {"place": place, "field": "pick/size", "query": "l"}
        answer = await browser.get("/ann/general/suggest", params=asked)
        assert answer.status_code == 400
        assert "after 3 characters" in answer.text
