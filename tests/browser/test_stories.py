"""People use the page in a real browser, with the real bot behind it."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.browser_window import SECONDS, BrowserWindow, BrowserWindows

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("browser")]


async def creates(
    window: BrowserWindow, line: str = "Q3 All-Hands next Tuesday at 3pm for 45 minutes"
) -> None:
    """Create a webinar in one line, until its card is there."""
    await window.says(f"/webinar create {line}")
    form = window.modal("Create a webinar")
    await window.sees(form, "Time zone")
    await form.get_by_role("button", name="Create webinar").click()
    await window.sees(window.modal("Webinar created"))
    await window.page.keyboard.press("Escape")
    await window.sees_no(window.page.locator(".modal"))


async def test_a_newcomer_makes_a_webinar_with_no_other_instruction_than_the_pages(
    windows: BrowserWindows,
) -> None:
    async with windows.window() as ann:
        await ann.page.goto("/")
        await ann.sees(ann.page.locator("#nothing"), "Type /webinar below and press Enter.")
        await ann.says("/webinar")
        form = ann.modal("Create a webinar")
        await ann.sees(form, "Time zone")
        await form.get_by_label("Title").fill("Q3 All-Hands")
        await form.get_by_label("Date").fill("2026-03-10")
        await form.get_by_label("Start time").fill("15:00")
        await form.get_by_role("button", name="Create webinar").click()
        done = ann.modal("Webinar created")
        await ann.sees(done, "Tuesday, March 10th, 2026, 3:00 PM–4:00 PM")
        await done.get_by_role("button", name="Done").click()
        await ann.sees(ann.message("Q3 All-Hands").get_by_role("link", name="Join"))


async def test_a_webinar_is_lived_through_from_its_announcement_to_its_recap(windows: BrowserWindows) -> None:
    async with windows.window() as ann, windows.window("chie") as chie:
        await creates(ann, "Q3 All-Hands tomorrow at 3pm for 45 minutes")
        card = chie.message("Q3 All-Hands").first
        await card.get_by_role("button", name="I’m going").click()
        await ann.sees(ann.message("Q3 All-Hands").first, "1 is going")
        await ann.page.get_by_role("button", name="to just before the next webinar").click()
        await ann.goes("@webinars")
        room = await follows(ann, "Start as host")
        await room.get_by_role("button", name="Go live").click()
        await room.get_by_text("Live now").wait_for()
        await chie.sees(card, "Live now")
        door = await follows(chie, "Join now")
        for label, value in (("First name", "Chie"), ("Last name", "Sato"), ("E-mail", "chie@example.com")):
            await door.get_by_label(label).fill(value)
        await door.get_by_role("button", name="Join").click()
        await door.get_by_text("Chie Sato, you are in.").wait_for()
        await room.reload()
        await room.get_by_role("button", name="End for all").click()
        await ann.page.bring_to_front()  # a page behind another one is drawn once a second
        panel = ann.page.locator("#backstage")
        await panel.get_by_role("button", name="Recording is ready").click()
        await panel.get_by_role("button", name="+1 h").click()
        await chie.sees(card, "Ended")
        await chie.sees(card, "attended")
        await chie.sees(card.get_by_role("link", name="Watch the recording"))


async def follows(window: BrowserWindow, link: str) -> Page:
    """The page that a link opens beside this one."""
    async with window.page.context.expect_page() as opened:
        await window.page.get_by_role("link", name=link).click()
    return await opened.value


async def test_a_wrong_field_says_so_takes_the_focus_and_is_mended(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        await ann.says("/webinar create Q3 All-Hands next Tuesday at 3pm")
        form = ann.modal("Create a webinar")
        await ann.sees(form, "Time zone")
        duration = form.get_by_label("Duration")
        await duration.fill("a while")
        await form.get_by_role("button", name="Create webinar").click()
        await ann.sees(form.locator(".field.wrong .error"))
        assert await duration.get_attribute("aria-invalid") == "true"
        await expect(duration).to_be_focused(timeout=SECONDS * 1000)
        assert await duration.input_value() == "a while"
        await duration.fill("45 minutes")
        await duration.press("Enter")
        await ann.sees(ann.modal("Webinar created"))


async def test_a_message_becomes_a_webinar_by_its_menu_and_a_form_over_another_leads_back(
    windows: BrowserWindows,
) -> None:
    async with windows.window("ben") as ben:
        await ben.says("Roadmap review tomorrow at 10 for an hour")
        said = ben.message("Roadmap review")
        await said.hover()
        await said.get_by_role("button", name="Message actions").click()
        await said.get_by_role("button", name="Make this a webinar").click()
        form = ben.modal("Create a webinar")
        await expect(form.get_by_label("Title")).to_have_value("Roadmap review", timeout=SECONDS * 1000)
        await form.get_by_role("button", name="Create webinar").click()
        await ben.modal("Webinar created").get_by_role("button", name="Done").click()
        await ben.message("Hosted by").get_by_role("button", name="Details").click()
        await ben.modal("Webinar").get_by_role("button", name="Cancel webinar").click()
        question = ben.modal("Cancel this webinar?")
        await ben.sees(question, "will be deleted")
        await question.get_by_role("button", name="Back").click()
        await ben.sees(ben.page.locator(".modal"), "Hosted by")


async def test_a_draft_is_talked_over_in_a_thread(windows: BrowserWindows) -> None:
    async with windows.window("ben") as ben:
        await ben.says("@webinars hello")
        await ben.sees(ben.page.locator("#notice"), "/invite @webinars")
        await ben.says("/invite @webinars")
        await ben.sees(ben.page.locator("main header"), "6 members")
        await ben.says("@webinars product launch on friday at 2pm for an hour")
        await ben.message("product launch").get_by_role("link", name="1 reply").click()
        thread = ben.page.get_by_role("complementary", name="Thread")
        await ben.sees(thread.get_by_text("Draft: product launch"))
        await ben.replies("90 minutes")
        await ben.sees(thread, "90 minutes")
        await ben.sees(thread.get_by_text("(edited)").first)
        await thread.get_by_role("button", name="Create", exact=True).click()
        await ben.sees(ben.message("Hosted by").get_by_role("link", name="Join"))


async def test_somebody_registers_on_the_page_and_comes(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        await creates(ann, "Product launch next Friday at 2pm for 90 minutes, with registration")
        page = await follows(ann, "Registration page")
        for label, value in (("First name", "Robin"), ("Last name", "Roe"), ("E-mail", "robin@example.net")):
            await page.get_by_label(label).fill(value)
        await page.get_by_role("button", name="Register").click()
        await page.get_by_text("Robin, you are registered.").wait_for()
        windows.office.ringcentral.go_live(windows.office.session.id)
        await page.get_by_role("link", name="/join/").click()
        await page.get_by_role("button", name="Join").click()
        await page.get_by_text("Robin Roe, you are in.").wait_for()
    (participant,) = windows.office.ringcentral.participants.values()
    assert participant.email == "robin@example.net"


async def test_somebody_registers_on_the_card_and_comes_by_their_own_link(windows: BrowserWindows) -> None:
    async with windows.window() as ann, windows.window("chie") as chie:
        await creates(ann, "Product launch next Friday at 2pm for 90 minutes, with registration")
        await chie.message("Product launch").get_by_role("button", name="Register me").click()
        asked = chie.modal("Register")
        await chie.sees(asked, "chie@example.com")
        await asked.get_by_role("button", name="Register me").click()
        await chie.sees(chie.modal("Register"), "You’re")
        await chie.page.keyboard.press("Escape")
        await chie.goes("@webinars")
        told = chie.message("You’re registered for")
        await chie.sees(told, "Your personal link (only visible to you)")
        await ann.sees(ann.message("Product launch").first, "1 registered")
        windows.office.ringcentral.go_live(windows.office.session.id)
        async with chie.page.context.expect_page() as opened:
            await told.get_by_role("link", name="Join").last.click()
        door = await opened.value
        await door.get_by_role("button", name="Join").click()
        await door.get_by_text("you are in.").wait_for()
    (participant,) = windows.office.ringcentral.participants.values()
    assert participant.email == "chie@example.com"


async def test_two_people_at_once_see_what_the_other_does(windows: BrowserWindows) -> None:
    async with windows.window("ann") as ann, windows.window("chie") as chie:
        await creates(ann)
        card = chie.message("Q3 All-Hands")
        await chie.sees(card, "in Los Angeles")
        await card.get_by_role("button", name="I’m going").click()
        await ann.sees(ann.message("Q3 All-Hands"), "Chie")
        await ann.page.locator("#say").fill("half a sen")
        await chie.says("Hello @ann")
        await ann.sees(ann.message("Hello"), "@Ann Archer")
        assert await ann.page.locator("#say").input_value() == "half a sen"
        await expect(ann.page.locator("#say")).to_be_focused(timeout=SECONDS * 1000)


async def test_the_home_tab_shows_what_concerns_whoever_looks(windows: BrowserWindows) -> None:
    async with windows.window() as ann:
        await creates(ann)
        await ann.goes("@webinars?tab=home")
        home = ann.page.locator("#home")
        await ann.sees(home, "Q3 All-Hands")
        await home.get_by_role("button", name="Details").click()
        await ann.sees(ann.page.locator(".modal"), "Q3 All-Hands")
