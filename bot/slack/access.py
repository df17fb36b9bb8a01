"""Slack may refuse the app for a while: a revoked token, a scope that is missing.

Everything waits then. One call of each kind asks again, ever more seldom, and the operator is told once.
"""

from datetime import timedelta
from typing import Final

from bot.errors import SlackAppRefused
from bot.models.clock import Clock
from bot.outage import Outage
from bot.slack.retry_pauses import RetryPauses

_ADVICE: Final = "see SLACK_BOT_TOKEN, and the app's scopes at api.slack.com/apps"


class SlackAccess:
    """Keeps calls back whose kind Slack refused the app a moment ago."""

    def __init__(self, first: float, longest: float, clock: Clock) -> None:
        self._pauses = RetryPauses[str](timedelta(seconds=first), timedelta(seconds=longest), clock)
        self._codes: dict[str, str] = {}
        self._outage = Outage("slack", clock)

    def check(self, method: str) -> None:
        """Raise SlackAppRefused while it is too early to ask again."""
        if self._pauses.is_waiting(method):
            raise SlackAppRefused(self._codes[method])

    def refused(self, method: str, refused: SlackAppRefused) -> None:
        """Note that Slack refuses the app this kind of call."""
        self._codes[method] = refused.code
        self._pauses.failed(method)
        self._outage.failed(f"{refused.code}: {_ADVICE}")

    def accepted(self, method: str) -> None:
        """Note that Slack takes this kind of call."""
        if self._codes.pop(method, None) is not None:
            self._pauses.worked(method)
            if self._pauses.is_empty:
                self._outage.worked()
