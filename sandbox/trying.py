"""Everything that a newcomer needs, started and stopped: a Slack, a RingCentral, the page, and the real bot."""

import asyncio
import signal
import tempfile
import time
import webbrowser
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import yaml
from starlette.types import ASGIApp

from sandbox.bot_process import BotEnded, BotProcess
from sandbox.environment import ROOT
from sandbox.options import Options
from sandbox.page import Page
from sandbox.ringcentral import WebinarAPI
from sandbox.serve import serve
from sandbox.slack import Slack


def try_it(arguments: Sequence[str], *, began: float) -> int:
    """Run until somebody stops it; `began` (epoch seconds) is when the command was given."""
    return asyncio.run(_until_stopped(Options.read(arguments), began))


async def _until_stopped(options: Options, began: float) -> int:
    _stop_at_signals()
    try:
        await _run(options, began)
    except asyncio.CancelledError:
        _say("Stopped.")
        return 0
    except BotEnded as ended:
        _say(str(ended))
    return 1


def _stop_at_signals() -> None:
    """Let a signal cancel the running task, so that all that was started is stopped on the way out."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def stop() -> None:
        _say("Stopping …")
        if task is not None:
            task.cancel()

    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))


async def _run(options: Options, began: float) -> None:
    """Start everything and wait; the bot starts last and stops first."""
    _say("Starting a Slack workspace and a RingCentral account on this machine …")
    slack = Slack.with_people()
    slack.install(_manifest())
    ringcentral = WebinarAPI(limits={"Heavy": options.limit} if options.limit else None)
    with tempfile.TemporaryDirectory(prefix="webinars-") as folder:
        async with (
            serve(slack.app) as slack.url,
            serve(ringcentral.app) as ringcentral.url,
            at_port(Page(slack, ringcentral).app, options.host, options.port) as page_url,
        ):
            _say("Starting the bot …")
            bot = BotProcess(Path(folder), slack.url, ringcentral.url, verbose=options.verbose)
            async with bot.running():
                await bot.ready()
                slack.request_url = f"{bot.url}/slack/events"
                _welcome(page_url, bot.log, time.time() - began)
                if options.open_browser:
                    webbrowser.open(page_url)
                await bot.ended()


@asynccontextmanager
async def at_port(app: ASGIApp, host: str, port: int) -> AsyncIterator[str]:
    """Serve `app` at this port, or where that cannot be had at any free one, and yield its base URL."""
    async with AsyncExitStack() as stack:
        try:
            url = await stack.enter_async_context(serve(app, host=host, port=port))
        except OSError as problem:
            _say(f"Port {port} cannot be had ({problem.strerror}); the page takes a free one.")
            url = await stack.enter_async_context(serve(app, host=host))
        yield url


def _manifest() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yml").read_text(encoding="utf-8"))
    return read


def _welcome(page_url: str, log: Path | None, seconds: float) -> None:
    _say(f"Ready, {seconds:.1f} s after the command. Open this page:\n\n    {page_url}\n")
    _say("There you are Ann, in #general: type /webinar and press Enter. The other people are on the left.")
    if log is not None:
        _say(f"The bot's log, as long as it runs: {log}")
    _say("Ctrl-C stops everything.")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - to the person who waits
