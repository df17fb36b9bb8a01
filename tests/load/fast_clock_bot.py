"""`python -m tests.load.fast_clock_bot`: the bot in a world whose clock goes twenty times as fast, and its pauses with it."""

import sys
from contextlib import AbstractAsyncContextManager
from typing import Any, Final

from starlette.applications import Starlette

from bot import __main__
from bot.app import BotTiming, running
from bot.models.clock import Clock
from bot.ringcentral import RingCentralTiming
from bot.settings import Settings
from bot.slack.client import SlackTiming

CLOCK_SPEED: Final = 20.0


def fast_timing(settings: Settings, clock: Clock, **known: Any) -> AbstractAsyncContextManager[Starlette]:
    """The bot at work in that world."""
    timing = BotTiming(
        ringcentral=RingCentralTiming(
            timeout=settings.ringcentral_timeout, pause=2 / CLOCK_SPEED, longest_pause=60 / CLOCK_SPEED
        ),
        slack=SlackTiming(timeout=settings.slack_timeout, haste=CLOCK_SPEED),
        drain=2,
    )
    return running(settings, clock, timing, **known)


if __name__ == "__main__":
    vars(__main__)["running"] = fast_timing
    sys.exit(__main__.main())
