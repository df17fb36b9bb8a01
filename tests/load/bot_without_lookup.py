"""`python -m tests.load.bot_without_lookup`: the bot with the look-up before re-sending taken out, to see that it is missed."""

import sys

from bot import __main__, wiring
from bot.models.rate_limit import Caller
from bot.ringcentral import RingCentral
from bot.storage.attempts import Attempt
from bot.webinars.exactly_once import ExactlyOnce, Look, Outcome, Send


class BotWithoutLookup(ExactlyOnce):
    """Sends a write of which nobody knows what became of it simply once more."""

    async def carry_out(
        self,
        key: str,
        send: Send[Outcome],
        look: Look[Outcome],  # noqa: ARG002 - this is the point
        caller: Caller,
    ) -> Outcome:
        """The same, but it finds nothing because it does not look."""
        return await super().carry_out(key, send, _unseen, caller)


async def _unseen(_: RingCentral, __: Attempt) -> None:
    return None


if __name__ == "__main__":
    vars(wiring)["ExactlyOnce"] = BotWithoutLookup
    sys.exit(__main__.main())
