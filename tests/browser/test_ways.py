"""Ways to use the page: keys alone, on a phone, beside somebody else's doings; and what axe-core says of it."""

import pytest
from playwright.async_api import Route, expect

from sandbox.faults import Hold
from tests.browser.browser_window import PHONE, BrowserWindows
from tests.browser.test_stories import creates
from tests.sandbox.bolt_app import calling_on

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("browser")]

CONFIRM = {
    "title": {"type": "plain_text", "text": "Cancel it?"},
    "text": {"type": "plain_text", "text": "Everybody is told."},
    "confirm": {"type": "plain_text", "text": "Cancel the webinar"},
    "deny": {"type": "plain_text", "text": "Keep it"},
    "style": "danger",
}


async def posts_a_card(windows: BrowserWindows) -> None:
    """A card with a menu whose choices ask first; nobody listens to it."""
    options = [{"text": {"type": "plain_text", "text": text}, "value": text} for text in ("Cancel", "Move")]
    menu = {"type": "overflow", "action_id": "menu", "options": options, "confirm": CONFIRM}
    text = {"type": "mrkdwn", "text": "A card"}
    block = {"type": "section", "block_id": "card", "text": text, "accessory": menu}
    async with calling_on(windows.office.slack) as call:
        assert (await call("chat.postMessage", channel="C0GENERAL", text="A card", blocks=[block]))["ok"]


async def test_everything_is_done_with_keys_alone(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        keys = ann.page.keyboard
        await keys.type("/web")
        await ann.sees(ann.page.get_by_role("option", name="/webinar"))
        await keys.press("Enter")
        looking_up = windows.office.slack.faults.add(Hold(path="users.info"))
        await keys.type("create Q3 All-Hands next Tuesday at 3pm for 45 minutes")
        await keys.press("Enter")
        await ann.sees(ann.modal("Create a webinar"), "Reading your message…")
        looking_up.release()
        await ann.sees(ann.modal("Create a webinar"), "Time zone")
        await expect(ann.modal("Create a webinar").get_by_label("Title")).to_be_focused()
        await keys.press("Enter")
        await ann.sees(ann.modal("Webinar created"))
        await keys.press("Escape")
        await ann.sees_no(ann.page.locator(".modal"))
        await expect(ann.page.locator("#say")).to_be_focused()
        await keys.type("Ask @be")
        await ann.sees(ann.page.get_by_role("option", name="@ben"))
        await keys.press("Tab")
        await keys.press("Enter")
        await ann.sees(ann.message("Ask @Ben Bauer"))


async def test_a_question_is_asked_before_a_menus_choice_counts(windows: BrowserWindows) -> None:
    async with windows.window("ben") as ben:
        await posts_a_card(windows)
        card = ben.message("A card")
        for answer in ("Keep it", "Cancel the webinar"):
            assert not [one for one in windows.office.slack.sent if one.kind == "block_actions"]
            await card.get_by_role("button", name="More actions").click()
            await card.get_by_role("button", name="Cancel", exact=True).click()
            question = ben.page.get_by_role("dialog", name="Cancel it?")
            await ben.sees(question, "Everybody is told.")
            await question.get_by_role("button", name=answer).click()
            await ben.sees_no(ben.page.locator("dialog[open]"))
        sent = windows.office.slack.sent
        await windows.office.slack.wait_until(lambda: [one for one in sent if one.kind == "block_actions"])


async def test_what_cannot_be_drawn_is_said_loudly(windows: BrowserWindows) -> None:
    async with windows.window() as ann, calling_on(windows.office.slack) as call:
        picture = {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "A chart"}
        assert (await call("chat.postMessage", channel="C0GENERAL", text="A chart", blocks=[picture]))["ok"]
        await ann.sees(ann.message("A chart").get_by_role("alert"), "[cannot draw: image] A chart")


async def test_troubles_that_are_on_are_told_while_they_are_folded_away(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        troubles = ann.page.locator("#troubles")
        await troubles.locator("summary").click()
        await troubles.get_by_role("button", name="RingCentral is slow (2 s)").click()
        await troubles.locator("summary").click()
        await ann.sees(troubles.locator("summary"), "1 on")


async def test_the_focus_stays_on_a_button_while_others_talk(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        await creates(ann)
        details = ann.message("Q3 All-Hands").get_by_role("button", name="Details")
        await details.focus()
        await windows.office.ben.types("Hello", "#general")
        await ann.sees(ann.message("Hello"))
        await expect(details).to_be_focused()


async def test_the_wire_is_read_while_a_form_lies_open(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        await ann.says("/webinar")
        await ann.sees(ann.modal("Create a webinar"), "Time zone")
        line = ann.page.locator(".wire li").filter(has_text="@ann typed /webinar").first
        await line.locator("summary").click()
        await ann.sees(line.locator("pre").first, '"command": "/webinar"')
        await windows.office.ben.types("Hello", "#general")
        await ann.sees(ann.page.locator("#messages"), "Hello")
        await ann.sees(line.locator("pre").first)


async def test_axe_finds_nothing_serious_on_a_desktop(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        assert await ann.violations() == []
        await ann.says("/webinar create Q3 All-Hands next Tuesday at 3pm for ages")
        await ann.sees(ann.modal("Create a webinar"), "Time zone")
        await ann.modal("Create a webinar").get_by_label("Duration").fill("x")
        await ann.page.get_by_role("button", name="Create webinar").click()
        await ann.sees(ann.page.locator(".wrong .error"))
        assert await ann.violations() == []
        await ann.page.keyboard.press("Escape")
        await ann.sees_no(ann.page.locator(".modal"))
        await creates(ann)
        await windows.office.ben.types(
            "Nice", "#general", thread_ts=windows.office.ann.messages("#general")[0].ts
        )
        await ann.message("Q3 All-Hands").get_by_role("link", name="1 reply").click()
        await ann.sees(ann.page.locator("#thread"), "Nice")
        assert await ann.violations() == []
        await ann.goes("@webinars?tab=home")
        await ann.sees(ann.page.locator("#home"), "Q3 All-Hands")
        await ann.page.locator("#troubles summary").click()
        await ann.page.locator(".wire summary").first.click()
        assert await ann.violations() == []
        await ann.page.goto(windows.office.attendee_link)
        assert await ann.violations() == []


async def test_axe_finds_nothing_serious_on_a_phone_and_all_can_be_reached_there(
    windows: BrowserWindows,
) -> None:
    async with windows.window(viewport=PHONE, has_touch=True, is_mobile=True) as ann:
        assert await ann.violations() == []
        assert await ann.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        await ann.page.get_by_role("button", name="Behind the scenes").tap()
        await ann.sees(ann.page.get_by_role("heading", name="API calls"))
        assert await ann.violations() == []
        await ann.page.locator("#backstage").get_by_role("button", name="Close").tap()
        await ann.page.get_by_role("button", name="People and conversations").tap()
        await ann.sees(ann.page.locator("#places"), "#all-hands")
        assert await ann.violations() == []
        await ann.page.get_by_role("link", name="#all-hands").tap()
        await ann.says("/webinar")
        await ann.sees(ann.modal("Create a webinar"), "Time zone")
        assert await ann.violations() == []


async def test_a_page_says_when_the_sandbox_is_gone_or_sets_up_the_next_scene(
    windows: BrowserWindows,
) -> None:
    async with windows.window() as ann:
        for answer, said in ((None, "does not answer"), (503, "the next scene is being set up")):

            async def hears_nothing(route: Route, *, status: int | None = answer) -> None:
                await (route.abort() if status is None else route.fulfill(status=status))

            await ann.page.route("**/ann/general", hears_nothing)
            await windows.office.ben.types("Hello", "#general")
            await ann.sees(ann.page.get_by_text(said))
            await ann.page.unroute("**/ann/general")
        await windows.office.ben.types("Hello again", "#general")
        await ann.sees(ann.message("Hello again"))
        await expect(ann.page.get_by_text("the next scene")).not_to_be_visible()
