"""Many creations asked for at once by people who share one RingCentral user."""

import asyncio
import re
from collections.abc import Mapping
from contextlib import AsyncExitStack, suppress
from pathlib import Path
from typing import Any, Final

from sandbox.ringcentral import Limit
from sandbox.slack.constants import BOT_USER
from tests.bot_process import bot_process
from tests.load.rate_queue import QueuedPerson, QueuePlan, QueueResult
from tests.load.scene import LoadScene, open_scene
from tests.scenarios.form_actions import fills, opens_the_form

_TIMEOUT: Final = 5.0
_STATED: Final = re.compile(r"about (\d+) (s|min)\b")
_FORM: Final = {"Date": "2036-03-10", "Start time": "15:00", "Duration": "45 minutes"}


async def run_creations(rush: QueuePlan, database_url: str, folder: Path) -> QueueResult:
    """Let everybody fill the form, then send all forms off, a few milliseconds apart."""
    limits = {"Heavy": Limit(rush.limit, rush.window), "Auth": Limit(60, 1)}
    async with AsyncExitStack() as stack:
        scene = await stack.enter_async_context(open_scene(rush.creates, limits))
        urls = []
        for number in range(1, rush.workers + 1):
            settings = scene.settings(database_url, number, _TIMEOUT)
            (log := folder / settings.worker_id).mkdir()
            bot = await stack.enter_async_context(bot_process(settings, log))
            urls.append(f"{bot.url}/slack/events")
        await _everybody_fills(scene, urls)
        await _everybody_sends_off(rush, scene, urls)
        with suppress(AssertionError):  # whoever was lost is counted
            await scene.slack.wait_until(lambda: len(_done(scene)) == rush.creates, rush.patience)
        return _line(rush, scene)


async def _everybody_fills(scene: LoadScene, urls: list[str]) -> None:
    for number, name in enumerate(scene.people):
        scene.slack.request_url = urls[number % len(urls)]
        person, channel = scene.slack.person(name), scene.channels[number % len(scene.channels)]
        await opens_the_form(person, channel)
        await fills(person, {**_FORM, "Title": f"Create {number + 1}", "Announce in": [channel]})


async def _everybody_sends_off(rush: QueuePlan, scene: LoadScene, urls: list[str]) -> None:
    """Press one button after the other; worker after worker hears of it."""
    pressing = []
    for number, name in enumerate(scene.people):
        scene.slack.request_url = urls[number % len(urls)]
        pressing.append(asyncio.create_task(scene.slack.person(name).submits()))
        await asyncio.sleep(rush.apart)
    await asyncio.gather(*pressing)


def _line(rush: QueuePlan, scene: LoadScene) -> QueueResult:
    asked, done, told = _asked(scene), _done(scene), _told(scene)
    heavy = [each for each in scene.ringcentral.exchanges if each.group == "Heavy"]
    return QueueResult(
        rush=rush,
        people=[QueuedPerson(at, done.get(name), told.get(name)) for name, at in asked.items()],
        calls=[call.at for call in heavy if call.status != 429],
        refused=scene.ringcentral.penalties,
    )


def _asked(scene: LoadScene) -> dict[str, float]:
    """The time at which each person pressed the button, in that order."""
    forms = [sent for sent in scene.slack.sent if sent.kind == "view_submission"]
    return {sent.payload["user"]["id"]: sent.at for sent in sorted(forms, key=lambda sent: sent.at)}


def _done(scene: LoadScene) -> dict[str, float]:
    """The time at which a direct message told each person that the webinar is there."""
    told = {}
    for name in scene.people:
        channel = scene.slack.state.workspace.find_direct([BOT_USER, name])
        for message in channel.messages if channel else []:
            if message.text.startswith("Webinar created: "):
                told[name] = float(message.ts)
    return told


def _told(scene: LoadScene) -> dict[str, tuple[float, float]]:
    """The first wait that "Creating…" stated to each person: its time, and the seconds that it said."""
    owners = {view.id: name for name in scene.people for view in scene.slack.state.surfaces.stack(name)}
    first: dict[str, tuple[float, float]] = {}
    for call in scene.slack.exchanges:
        if call.method == "views.update" and (stated := _stated(call.request)) is not None:
            first.setdefault(owners[call.request["view_id"]], (call.at, stated))
    return first


def _stated(request: Mapping[str, Any]) -> float | None:
    found = _STATED.search(str(request["view"]))
    return int(found[1]) * {"s": 1.0, "min": 60.0}[found[2]] if found else None
