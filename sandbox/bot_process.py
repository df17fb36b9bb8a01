"""The real bot as a process of its own, beside the sandbox that it works in."""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

import httpx

from sandbox.environment import ROOT

_READY_SECONDS: Final = 60.0
_STOP_SECONDS: Final = 10.0
_LOOK_SECONDS: Final = 0.05
_LAST_LINES: Final = 20
_KEPT_AWAY: Final = (
    "SLACK_",
    "RINGCENTRAL_",
    "PUBLIC_URL",
    "DATABASE_URL",
    "ENCRYPTION_KEYS",
    "WORKER_ID",
    "DBOS",
    "TIME_SHIFT",
)
_PROXIES: Final = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")  # all its calls stay on this machine


class BotEnded(Exception):
    """The bot is not at work, though nobody asked it to stop; says why as far as its log tells."""


class SandboxBotProcess:
    """`python -m bot` with its database in `folder`, where its log goes as well unless `verbose`."""

    def __init__(self, folder: Path, slack_url: str, ringcentral_url: str, *, verbose: bool = False) -> None:
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.log = None if verbose else folder / "bot.log"
        self._folder = folder
        self._environment = _inherited(os.environ) | {
            "PYTHONPATH": str(ROOT),
            "SLACK_BOT_TOKEN": "xoxb-sandbox",
            "SLACK_SIGNING_SECRET": "sandbox-signing-secret",
            "SLACK_API_URL": f"{slack_url}/api",
            "RINGCENTRAL_SERVER_URL": ringcentral_url,
            "RINGCENTRAL_CLIENT_ID": "sandbox-client",
            "RINGCENTRAL_CLIENT_SECRET": "sandbox-secret",
            "RINGCENTRAL_JWT": "sandbox-jwt",
            "RINGCENTRAL_WEBHOOK_TOKEN": "sandbox-webhook-token",
            "PUBLIC_URL": self.url,
            "DATABASE_URL": f"sqlite:///{folder / 'webinars.sqlite'}",
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "LOG_LEVEL": "INFO",
        }
        self.works = False
        """True when it is there and ready."""
        self._restarting = asyncio.Lock()
        self._process: asyncio.subprocess.Process

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """The process, alive while the context lasts and gone afterwards."""
        await self._start()
        try:
            yield
        finally:
            await self._stop()

    async def restart(self, *, time_shift: int) -> None:
        """Kill -9, and start anew with a clock that is `time_shift` seconds ahead; returns once it is ready."""
        async with self._restarting:
            await self.kill()
            self._environment["TIME_SHIFT"] = str(time_shift)
            await self._start()
            await self.ready()

    async def kill(self) -> None:
        """Kill -9."""
        self.works = False
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    async def _start(self) -> None:
        with ExitStack() as stack:
            log = stack.enter_context(self.log.open("ab")) if self.log else None
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot"),
                cwd=self._folder,  # where no .env lies
                env=self._environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal is for us, and we stop the bot in good order
            )

    async def ready(self) -> None:
        """Return once the bot can work; raises BotEnded when it does not come to that."""
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as http:
            try:
                async with asyncio.timeout(_READY_SECONDS):
                    while not await _is_ready(http):
                        self._refuse_ended()
                        await asyncio.sleep(_LOOK_SECONDS)
            except TimeoutError:
                raise self._why(f"The bot was not ready after {_READY_SECONDS:.0f} s.") from None
        self.works = True

    async def ended(self) -> None:
        """Wait until the bot ends by itself, and raise BotEnded then; being killed and started again is no end."""
        while True:
            process = self._process
            await process.wait()
            async with self._restarting:
                if process is self._process:
                    self._refuse_ended()

    def _refuse_ended(self) -> None:
        if self._process.returncode is not None:
            raise self._why(f"The bot ended by itself, with status {self._process.returncode}.")

    def _why(self, what: str) -> BotEnded:
        if self.log is None:
            return BotEnded(what)
        lines = self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LAST_LINES:]
        return BotEnded("\n".join([f"{what} The last lines of its log:", *lines]))

    async def _stop(self) -> None:
        """Ask the process to stop, and end it for good when it takes too long."""
        if self._process.returncode is not None:
            return
        self._process.terminate()
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()


def _inherited(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment without what would set up the bot for another place."""
    return {
        name: value
        for name, value in environment.items()
        if not name.upper().startswith(_KEPT_AWAY) and name.upper() not in _PROXIES
    }


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


async def _is_ready(http: httpx.AsyncClient) -> bool:
    try:
        return (await http.get("/readyz")).is_success
    except httpx.TransportError:
        return False
