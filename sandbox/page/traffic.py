"""The traffic between Slack, the bot and RingCentral, as lines that can be unfolded."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sandbox.page import summaries
from sandbox.ringcentral import ApiExchange, WebinarAPI
from sandbox.ringcentral.events.deliveries import WebhookDelivery
from sandbox.slack import SlackServer
from sandbox.slack.delivery.app_requests import SentRequest
from sandbox.slack.state.slack_state import RefusedResponse, SlackExchange

_MOST: Final = 40
_MOST_CHARACTERS: Final = 20_000
_OF_BROWSERS: Final = ("/favicon.ico",)  # asked for of their own accord, on RingCentral's pages


@dataclass(frozen=True)
class TrafficLine:
    """One exchange: when (epoch seconds), from whom to whom, what was asked, and how that went; `key` unfolds it."""

    key: str
    at: float
    way: str
    what: str
    summary: str
    status: str
    failed: bool


@dataclass(frozen=True)
class TrafficDetails:
    """The request and the response, as JSON to be read."""

    asked: str
    answered: str


def traffic_lines(slack: SlackServer, ringcentral: WebinarAPI) -> list[TrafficLine]:
    """The last exchanges, newest first."""
    found = [*_lines(slack, ringcentral)]
    return sorted(found, key=lambda line: line.at, reverse=True)[:_MOST]


def unfolded(slack: SlackServer, ringcentral: WebinarAPI, key: str) -> TrafficDetails:
    """Both sides of the exchange with this key; LookupError or ValueError if there is none."""
    side, _, number = key.partition("-")
    match side:
        case "told":
            sent = slack.sent[int(number)]
            return TrafficDetails(_read(sent.payload), _answered(sent))
        case "slack":
            exchange = slack.exchanges[int(number)]
            return TrafficDetails(_read(exchange.request), _read(exchange.response))
        case "ringcentral":
            asked = ringcentral.exchanges[int(number)]
            return TrafficDetails(_read({"query": asked.query, "body": asked.request}), _with_headers(asked))
        case "event":
            delivery = ringcentral.deliveries.log[int(number)]
            return TrafficDetails(_read(delivery.envelope), _read({"statuses": delivery.answers}))
        case "refused":
            return TrafficDetails("", _read(slack.refusals[int(number)].problems))
        case _:
            raise LookupError(key)


def _lines(slack: SlackServer, ringcentral: WebinarAPI) -> Iterator[TrafficLine]:
    people = slack.state.workspace
    for key, sent in _last(slack.sent, "told"):
        yield _told_bot(key, sent, summaries.summarise(people, sent))
    for key, exchange in _last(slack.exchanges, "slack"):
        yield _asked_slack(key, exchange, summaries.asked(people, exchange))
    for key, asked in _last(ringcentral.exchanges, "ringcentral"):
        if asked.path not in _OF_BROWSERS:
            yield _asked_ringcentral(key, asked)
    for key, delivery in _last(ringcentral.deliveries.log, "event"):
        yield _delivered(key, delivery)
    for key, refusal in _last(slack.refusals, "refused"):
        yield _refused_bot(key, refusal)


def _last(everything: list[Any], side: str) -> list[tuple[str, Any]]:
    first = max(0, len(everything) - _MOST)
    return [(f"{side}-{first + number}", one) for number, one in enumerate(everything[first:])]


def _told_bot(key: str, sent: SentRequest, summary: str) -> TrafficLine:
    status = sent.answer.problem or f"{sent.answer.status} in {sent.seconds * 1000:.0f} ms"
    return TrafficLine(key, sent.at, "Slack → bot", sent.kind, summary, status, bool(sent.answer.problem))


def _asked_slack(key: str, exchange: SlackExchange, summary: str) -> TrafficLine:
    fine = bool(exchange.response["ok"])
    status = "ok" if fine else str(exchange.response["error"])
    return TrafficLine(key, exchange.at, "bot → Slack", exchange.method, summary, status, not fine)


def _asked_ringcentral(key: str, asked: ApiExchange) -> TrafficLine:
    what = asked.operation_id or "unknown"
    summary = f"{asked.method} {asked.path}{f' · {asked.group}' if asked.group else ''}"
    return TrafficLine(
        key, asked.at, "bot → RingCentral", what, summary, str(asked.status), asked.status >= 400
    )


def _delivered(key: str, delivery: WebhookDelivery) -> TrafficLine:
    at = datetime.fromisoformat(delivery.envelope["timestamp"]).timestamp()
    what, body = delivery.envelope["event"].rpartition("/")[2], delivery.envelope["body"]
    told = [str(value) for name, value in body.items() if name not in ("sessionId", "webinarId")]
    status = "lost" if delivery.lost else ", ".join(map(str, delivery.answers)) or "under way"
    failed = delivery.lost or any(not 200 <= answer < 300 for answer in delivery.answers)
    return TrafficLine(key, at, "RingCentral → bot", what, " · ".join(told), status, failed)


def _refused_bot(key: str, refusal: RefusedResponse) -> TrafficLine:
    said = "; ".join(refusal.problems)
    return TrafficLine(key, refusal.at, "Slack refused", refusal.what, said, "refused", failed=True)


def _answered(sent: SentRequest) -> str:
    try:
        return _read(sent.answer.json()) if sent.answer.text else "(nothing)"
    except ValueError:
        return sent.answer.text[:_MOST_CHARACTERS]


def _with_headers(asked: ApiExchange) -> str:
    return _read({"status": asked.status, "headers": asked.headers, "body": asked.response})


def _read(value: object) -> str:
    text = json.dumps(value, indent=2, ensure_ascii=False, default=str)
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}\n… and more"
