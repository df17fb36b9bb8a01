"""`python -m tests.load.fast_clock_bot`: the bot in a world whose clock goes twenty times as fast, and its pauses with it."""

import sys
from contextlib import AbstractAsyncContextManager
from typing import Final

from starlette.applications import Starlette

from bot import __main__
from bot.app import Timing, running
from bot.models.clock import Clock
from bot.ringcentral import RingCentralTiming
from bot.settings import Settings
from bot.slack.client import SlackTiming

HASTE: Final = 20.0


def hasty(settings: Settings, clock: Clock) -> AbstractAsyncContextManager[Starlette]:
    """The bot at work in that world."""
    timing = Timing(
        ringcentral=RingCentralTiming(
            timeout=settings.ringcentral_timeout, pause=2 / HASTE, longest_pause=60 / HASTE
        ),
        slack=SlackTiming(timeout=settings.slack_timeout, haste=HASTE),
        drain=2,
    )
    return running(settings, clock, timing)


if __name__ == "__main__":
    vars(__main__)["running"] = hasty
    sys.exit(__main__.main())
