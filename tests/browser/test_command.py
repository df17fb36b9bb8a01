"""The command itself before a browser: the bot as a process that is killed, and scenes that follow each other."""

import pytest
from playwright.async_api import Browser, expect

from tests.browser.browser_window import SECONDS, STARTING, open_window
from tests.sandbox.test_start import need_locked_environment, trying

pytestmark = [pytest.mark.asyncio(loop_scope="session"), pytest.mark.xdist_group("browser")]


async def test_the_bot_is_killed_and_all_begins_anew_at_a_click_in_every_window(browser: Browser) -> None:
    need_locked_environment()
    async with trying("--port", "0", "--scene", "tomorrow") as (_process, said):
        url = next(line for line in said if line.startswith("http://"))
        async with open_window(browser, url) as ann, open_window(browser, url, "chie") as chie:
            panel = ann.page.locator("#backstage")
            await chie.sees(chie.message("Q4 All-Hands"))
            await panel.get_by_role("button", name="Kill and restart it").click()
            await ann.sees(panel, "The bot is back.", STARTING)
            await ann.says("/webinar list")
            await ann.sees(ann.message("Only visible to you"), "Q4 All-Hands")
            await panel.get_by_text("Start over").click()
            await panel.get_by_role("button", name="A storm of registrations").click()
            await ann.sees(ann.page.get_by_role("heading", name="#marketing"), seconds=STARTING)
            await ann.sees(ann.message("Product Launch").get_by_role("link", name="Registration page"))
            await expect(panel.locator(".counts")).to_contain_text("registered", timeout=SECONDS * 1000)
            await chie.sees(chie.page.locator("#nothing"), "Make a webinar")
            await ann.page.goto("/ann/nowhere")
            await ann.page.get_by_role("link", name="To the beginning").click()
            await ann.sees(ann.page.get_by_role("heading", name="#marketing"))
