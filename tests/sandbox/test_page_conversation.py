"""Home tab, threads, files and rich text, as the page draws them."""

from typing import Any

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import actions, button, calling_on, section, staged
from tests.sandbox.page_browser import acts, browsing

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"
RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "<b>", "style": {"bold": True, "code": True}},
                {"type": "link", "url": "https://example.com", "text": "there"},
                {"type": "link", "url": "javascript:alert(1)", "text": "not there"},
                {"type": "user", "user_id": "U0ANN"},
                {"type": "emoji", "name": "calendar"},
                {"type": "color", "value": "#ff0000"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]},
            ],
        },
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "said"}]},
    ],
}


async def test_the_home_tab_is_opened_drawn_and_pressed() -> None:
    slack = SlackServer.with_people()
    heard: list[Any] = []
    async with staged(slack) as bot, browsing(slack) as browser:

        async def publish(client: Any, event: Any) -> None:
            view = {"type": "home", "blocks": [section("*Yours*"), actions(button("new", "New"))]}
            await client.views_publish(user_id=event["user"], view=view)

        async def hears(ack: Any, body: Any) -> None:
            heard.append(body)
            await ack()

        bot.event("app_home_opened")(publish)
        bot.action("new")(hears)
        assert "has not shown anything here yet" in (await browser.get("/ben/@webinars?tab=home")).text
        await slack.wait_until(lambda: slack.person("ben").home)
        refreshed = await browser.get("/ben/@webinars?tab=home", headers={"X-Refresh": "1"})
        assert "<strong>Yours</strong>" in refreshed.text
        form = {"place": slack.person("ben").home.id, "press": "acts/new"}
        await acts(browser, "/ben/@webinars/press", form)
    assert (heard[0]["user"]["id"], heard[0]["view"]["type"]) == ("U0BEN", "home")
    assert [sent.payload["event"]["tab"] for sent in slack.sent if sent.kind == "event"].count("home") == 1


async def test_a_thread_lies_beside_the_channel_and_can_be_answered() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        await acts(browser, "/ann/general/say", {"text": "Lunch?"})
        html = (await browser.get("/ann/general")).text
        ts = html.partition('<li id="m')[2].partition('"')[0]
        await acts(browser, "/ben/general/say", {"text": "Yes", "thread": ts})
        await acts(browser, "/ben/general/say", {"text": "Now", "thread": ts, "broadcast": "1"})
        html = (await browser.get("/ann/general")).text
        assert "<b>2 replies</b>" in html
        assert "replied to <a" in html
        assert ">Yes<" not in html
        html = (await browser.get(f"/ann/general?thread={ts}")).text
    thread = html.partition('<aside class="thread"')[2].partition("</aside>")[0]
    for said in ("Lunch?", "Yes", "Now", "Also send to #general", f'name="thread" value="{ts}"'):
        assert said in thread


async def test_a_command_in_a_thread_is_refused_as_slack_does() -> None:
    async with browsing(SlackServer.with_people(commands=["/webinar"])) as browser:
        await acts(browser, "/ann/general/say", {"text": "Lunch?"})
        html = (await browser.get("/ann/general")).text
        ts = html.partition('<li id="m')[2].partition('"')[0]
        html = await acts(browser, "/ann/general/say", {"text": "/webinar help", "thread": ts})
    assert "/webinar is not supported in threads" in html


async def test_a_file_is_downloaded_by_whoever_sees_its_message() -> None:
    slack = SlackServer.with_people()
    async with staged(slack) as bot, browsing(slack) as browser:
        await bot.client.conversations_join(channel="C0GENERAL")
        await bot.client.files_upload_v2(
            content=ICS.decode(), filename="q3 “x”.ics", title="Q3", channel="C0GENERAL"
        )
        assert "q3 “x”.ics, 32 Bytes" in (await browser.get("/ann/general")).text
        answer = await browser.get("/files/ann/F0FILE0001")
        assert (answer.content, answer.headers["content-type"]) == (ICS, "text/calendar; charset=utf-8")
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''q3%20")
        assert (await browser.get("/files/gus/F0FILE0001")).status_code == 404


async def test_rich_text_is_drawn_and_what_is_unknown_in_it_is_told() -> None:
    slack = SlackServer.with_people()
    async with staged(slack) as bot, browsing(slack) as browser:
        await bot.client.chat_postMessage(channel="C0GENERAL", text="rich", blocks=[RICH])
        html = (await browser.get("/ann/general")).text
    for drawn in (
        "<code><strong>&lt;b&gt;</strong></code>",
        '<a href="https://example.com" target="_blank" rel="noopener">there</a>not there',
        "@Ann Archer",
        "📆",
        "[cannot draw: color]",
        "<ol><li>",
        "@here",
        "<blockquote>said</blockquote>",
    ):
        assert drawn in html
    assert "javascript:" not in html


async def test_a_link_to_a_message_of_this_workspace_leads_to_it() -> None:
    slack = SlackServer.with_people()
    async with staged(slack) as bot, browsing(slack) as browser, calling_on(slack) as call:
        posted = await bot.client.chat_postMessage(channel="C0GENERAL", text="card")
        link = (await call("chat.getPermalink", channel="C0GENERAL", message_ts=posted["ts"]))["permalink"]
        await bot.client.chat_postMessage(channel="C0GENERAL", text=f"see <{link}|the card>")
        html = (await browser.get("/ann/general")).text
    assert f'<a href="/ann/C0GENERAL#m{posted["ts"]}">the card</a>' in html


async def test_a_bot_that_is_mentioned_where_it_is_not_is_told_of() -> None:
    async with browsing(SlackServer.with_people()) as browser:
        html = await acts(browser, "/ann/general/say", {"text": "@webinars hello"})
        assert "Type: /invite @webinars" in html
        await acts(browser, "/ann/general/say", {"text": "/invite @webinars"})
        assert "6 members" in (await browser.get("/ann/general")).text
