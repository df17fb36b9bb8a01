"""What goes over the wire between Slack, the bot and RingCentral, and what is left of the rate budget."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sandbox.ringcentral import WebinarAPI
from sandbox.ringcentral import exchange as ringcentral_exchange
from sandbox.slack import Slack
from sandbox.slack.delivery import Sent
from sandbox.slack.world import Exchange, Refusal

_MOST: Final = 40
_TOO_MANY: Final = 429
_OF_BROWSERS: Final = ("/favicon.ico",)  # asked for of their own accord, on RingCentral's pages


@dataclass(frozen=True)
class Line:
    """One exchange: when (epoch seconds), from whom to whom, what was asked, and how that went."""

    at: float
    way: str
    method: str
    path: str
    status: str
    failed: bool


@dataclass(frozen=True)
class Budget:
    """The Heavy calls of the last `window` seconds; `shut` is how many seconds a penalty goes on."""

    used: int
    limit: int
    window: float
    penalties: int
    shut: float

    @classmethod
    def of(cls, ringcentral: WebinarAPI) -> "Budget":
        """The budget as it stands now."""
        limit, now = ringcentral.throttle.limits["Heavy"], ringcentral.clock()
        heavy = [one for one in ringcentral.exchanges if one.group == "Heavy"]
        refused = [one for one in heavy if one.status == _TOO_MANY]
        return cls(
            used=sum(one.status != _TOO_MANY and one.at > now - limit.window for one in heavy),
            limit=limit.limit,
            window=limit.window,
            penalties=ringcentral.penalties,
            shut=max((_penalty_end(one) - now for one in refused[-1:]), default=0.0),
        )


def _penalty_end(refused: ringcentral_exchange.Exchange) -> float:
    return refused.at + float(refused.headers.get("Retry-After", 0))


def traffic(slack: Slack, ringcentral: WebinarAPI) -> list[Line]:
    """The last exchanges, newest first."""
    lines = [*_lines(slack, ringcentral)]
    return sorted(lines, key=lambda line: line.at, reverse=True)[:_MOST]


def _lines(slack: Slack, ringcentral: WebinarAPI) -> Iterator[Line]:
    yield from (_told_bot(sent) for sent in slack.sent[-_MOST:])
    yield from (_asked_slack(exchange) for exchange in slack.exchanges[-_MOST:])
    asked = (exchange for exchange in ringcentral.exchanges[-_MOST:] if exchange.path not in _OF_BROWSERS)
    yield from (_asked_ringcentral(exchange) for exchange in asked)
    yield from (_refused_bot(refusal) for refusal in slack.refusals[-_MOST:])


def _told_bot(sent: Sent) -> Line:
    status = sent.answer.problem or f"{sent.answer.status} in {sent.seconds * 1000:.0f} ms"
    return Line(
        sent.at, "Slack → bot", "POST", f"/slack/events {sent.kind}", status, bool(sent.answer.problem)
    )


def _asked_slack(exchange: Exchange) -> Line:
    fine = bool(exchange.response["ok"])
    status = "ok" if fine else str(exchange.response["error"])
    return Line(exchange.at, "bot → Slack", "POST", f"/api/{exchange.method}", status, not fine)


def _asked_ringcentral(exchange: ringcentral_exchange.Exchange) -> Line:
    failed = exchange.status >= 400
    return Line(
        exchange.at, "bot → RingCentral", exchange.method, exchange.path, str(exchange.status), failed
    )


def _refused_bot(refusal: Refusal) -> Line:
    said = "; ".join(refusal.problems)
    return Line(refusal.at, "Slack refused", "", refusal.what, said, failed=True)
