"""The command by which a newcomer tries everything."""

import asyncio
import hashlib
import json
import os
import re
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx
import pytest

from sandbox.bot_process import BotEnded, SandboxBotProcess
from sandbox.environment import HOME, LOCK, ROOT
from sandbox.options import CommandOptions
from sandbox.ringcentral import Limit
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.start import at_port
from sandbox.timeouts import extended

MISLEADING = {
    "SLACK_APP_TOKEN": "of another app",
    "RINGCENTRAL_TIMEOUT": "long",
    "HTTP_PROXY": "http://127.0.0.1:9",
}


def need_locked_environment() -> None:
    """Skip where the command would make its environment anew first; under CI that is a failure."""
    mark = HOME / "locked"
    locked = mark.exists() and mark.read_text() == hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if Path(sys.prefix) == HOME and (locked or not mark.exists()):
        return
    if os.environ.get("CI"):
        pytest.fail("this is not the locked environment")
    pytest.skip("this is not the locked environment: run python3 -m tests")


@asynccontextmanager
async def trying(*options: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, list[str]]]:
    """The command at work, and what it said until it was ready."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "sandbox", *options),
        cwd=ROOT,
        env={**os.environ, **MISLEADING},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        yield process, await said_until_ready(process)
    finally:
        await stopped(process)


async def stopped(process: asyncio.subprocess.Process) -> None:
    """Stop the command as Ctrl-C does, so that no bot of it stays behind; kill it when it does not end."""
    if process.returncode is None:
        process.send_signal(signal.SIGINT)
        with suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), extended(15))
    if process.returncode is None:
        process.kill()
        await process.wait()


async def said_until_ready(process: asyncio.subprocess.Process) -> list[str]:
    assert process.stdout is not None
    said: list[str] = []
    async with asyncio.timeout(extended(30)):
        while not said or "Ctrl-C" not in said[-1]:
            line = await process.stdout.readline()
            assert line, f"it ended before it was ready: {said}"
            said.append(line.decode().strip())
    return said


def bot_port(log: Path) -> int:
    """The port at which the bot listens, as its log says."""
    lines = map(json.loads, log.read_text().splitlines())
    return next(int(line["port"]) for line in lines if line["event"] == "server_started")


async def test_one_command_starts_everything_and_one_signal_stops_it() -> None:
    need_locked_environment()
    async with trying("--port", "0", "--limits", "3/20") as (process, said):
        assert re.search(r"Ready, \d+\.\d s after the command", "\n".join(said))
        url = next(line for line in said if line.startswith("http://127.0.0.1:"))
        async with httpx.AsyncClient(base_url=url, trust_env=False, follow_redirects=True) as browser:
            assert "of 3 Heavy calls in the last 20 s" in (await browser.get("/")).text
            html = (await browser.post("/ann/general/say", data={"text": "/webinar help"})).text
            assert "open the form" in html
        log = Path(next(line for line in said if "log" in line).partition(": ")[2])
        listening = bot_port(log)
        for number in (signal.SIGINT, signal.SIGINT, signal.SIGTERM):  # impatience changes nothing
            process.send_signal(number)
        assert process.stdout is not None
        async with asyncio.timeout(15):
            assert (await process.stdout.read()).decode().split("\n") == ["Stopping …", "Stopped.", ""]
            assert await process.wait() == 0
        assert not log.parent.exists()
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", listening))


async def test_a_taken_port_is_told_and_another_one_found(capsys: pytest.CaptureFixture[str]) -> None:
    app = SlackServer().app
    async with serve(app) as taken, at_port(app, "127.0.0.1", int(taken.rpartition(":")[2])) as url:
        assert url != taken
        async with httpx.AsyncClient(trust_env=False) as http:
            assert (await http.post(f"{url}/api/auth.test")).is_success
    assert "cannot be had" in capsys.readouterr().out


async def test_a_bot_that_ends_by_itself_says_why(tmp_path: Path) -> None:
    bot = SandboxBotProcess(tmp_path, "http://slack.example", "http://127.0.0.1:9")
    async with bot.running():
        with pytest.raises(BotEnded, match=r"status 2(.|\n)*SLACK_API_URL is malformed"):
            await bot.ready()


def test_the_options_are_read() -> None:
    options = CommandOptions.read(["--limits", "3/20", "--open"])
    assert (options.host, options.port, options.limit) == ("127.0.0.1", 8080, Limit(3, 20))
    assert options.open_browser
    assert CommandOptions.read([]).limit is None


@pytest.mark.parametrize("limits", ["3", "0/20", "3/0", "three/20"])
def test_limits_that_mean_nothing_are_refused(limits: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        CommandOptions.read(["--limits", limits])
    assert "such as 3/20" in capsys.readouterr().err
