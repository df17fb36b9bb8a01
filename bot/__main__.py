"""`python -m bot`: run the bot with the settings of the environment or `.env`."""

import asyncio
import contextlib
import gc
import signal
import sys
from collections.abc import Iterator

import structlog
import uvicorn

from bot.app import running
from bot.errors import SlotLost, WebinarsError
from bot.logs import set_up
from bot.models.clock import shifted_clock, system_clock
from bot.settings import Settings

log = structlog.get_logger()


class _Server(uvicorn.Server):
    """Leaves signals to us: uvicorn would raise them again before the drain."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    def leave(self, *_: object) -> None:
        """Stop to serve; what runs may end."""
        self.should_exit = True


async def _serve(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, then let running work end."""
    clock = shifted_clock(settings.time_shift) if settings.time_shift else system_clock
    async with running(settings, clock) as web:
        config = uvicorn.Config(
            web, settings.host, settings.port, log_config=None, access_log=False, timeout_graceful_shutdown=10
        )
        server = _Server(config)
        for asked in (signal.SIGTERM, signal.SIGINT):
            signal.signal(asked, server.leave)
        gc.collect()
        gc.freeze()  # what was imported stays: looking through it again would stop everybody for a tenth of a second
        log.info("listening", host=settings.host, port=settings.port)
        leaving = asyncio.create_task(_leave_when_lost(web.state.lost, server))
        await server.serve()
        leaving.cancel()
        log.info("draining")
        if web.state.lost.is_set():
            raise SlotLost(
                f"Another worker took over the work of {settings.worker_id}. Start this one again."
            )


async def _leave_when_lost(lost: asyncio.Event, server: _Server) -> None:
    """A worker that was taken for gone must not go on: what it does is done by another."""
    await lost.wait()
    server.leave()


def main() -> int:
    """The exit status: 0 after a stop that was asked for, 2 when something has to be put right first."""
    try:
        settings = Settings.read()
        set_up(settings.log_level)
        asyncio.run(_serve(settings))
    except WebinarsError as refused:
        sys.stderr.write(f"{refused}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
