"""Requests reach the bot signed and on time, and events come again when they failed."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.serve import serve
from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import calling_on


@dataclass
class RecordingBot:
    """A bot that keeps requests as they came and answers them one after another (then always 200)."""

    answers: list[Response] = field(default_factory=list)
    heard: list[tuple[dict[str, str], str]] = field(default_factory=list)

    async def hear(self, request: Request) -> Response:
        self.heard.append((dict(request.headers), (await request.body()).decode()))
        return self.answers.pop(0) if self.answers else PlainTextResponse("")


@asynccontextmanager
async def listening(*answers: Response, **knobs: object) -> AsyncIterator[tuple[SlackServer, RecordingBot]]:
    """A workspace whose bot is a Listener."""
    listener = RecordingBot(list(answers))
    slack = SlackServer.with_people(**{"commands": ["/webinar"], "retry_delays": (0, 0, 0)} | knobs)
    bot = Starlette(routes=[Route("/slack/events", listener.hear, methods=["POST"])])
    async with serve(slack.app) as slack.url, serve(bot) as url:
        slack.request_url = f"{url}/slack/events"
        yield slack, listener


async def test_every_request_is_signed() -> None:
    async with listening() as (slack, listener):
        await slack.person("ann").types("/webinar new", "#general")
    headers, body = listener.heard[0]
    verifier = SignatureVerifier(slack.signing_secret)
    assert verifier.is_valid_request(body, headers)
    assert not verifier.is_valid_request(f"{body}x", headers)
    assert headers["user-agent"].startswith("Slackbot")


async def test_a_command_travels_as_form_fields() -> None:
    async with listening() as (slack, listener):
        await slack.person("ann").types("/webinar Q&A <b> with @ben in #marketing not @nobody", "#launch")
    headers, body = listener.heard[0]
    fields = {name: values[0] for name, values in parse_qs(body).items()}
    assert headers["content-type"] == "application/x-www-form-urlencoded"
    assert fields["command"] == "/webinar"
    assert fields["text"] == ("Q&amp;A &lt;b&gt; with <@U0BEN|ben> in <#C0MARKETING|marketing> not @nobody")
    assert (fields["user_id"], fields["user_name"]) == ("U0ANN", "ann")
    assert (fields["channel_id"], fields["channel_name"]) == ("G0LAUNCH", "privategroup")
    assert fields["response_url"].startswith(f"{slack.url}/response/")
    assert fields["trigger_id"]


async def test_names_stay_as_typed_where_the_command_does_not_want_ids() -> None:
    async with listening() as (slack, listener):
        slack.install({"features": {"slash_commands": [{"command": "/webinar"}]}})
        await slack.person("ann").types("/webinar with @ben & co", "#general")
    assert parse_qs(listener.heard[0][1])["text"] == ["with @ben &amp; co"]


@pytest.mark.parametrize(
    ("status", "words"),
    [(500, "http_service_error"), (404, "http_client_error"), (302, "http_client_error")],
)
async def test_a_command_that_fails_is_told_to_the_person(status: int, words: str) -> None:
    async with listening(Response(status_code=status)) as (slack, _listener):
        ann = slack.person("ann")
        await ann.types("/webinar", "#general")
    assert ann.notices == [f'/webinar failed with the error "{words}"']


async def test_a_command_that_nobody_takes_is_told_to_the_person() -> None:
    slack = SlackServer.with_people(commands=["/webinar"])
    async with serve(slack.app) as slack.url, serve(Starlette()) as gone:
        slack.request_url = gone
    ann = slack.person("ann")
    await ann.types("/webinar", "#general")
    await slack.state.close()
    assert ann.notices == ['/webinar failed with the error "dispatch_failed"']


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (PlainTextResponse("Hello *there*"), ["Hello *there*"]),
        (PlainTextResponse('{"text": "Hello"}'), ["Hello"]),
        (PlainTextResponse("{}"), []),
        (PlainTextResponse(""), []),
    ],
)
async def test_what_the_answer_to_a_command_says_is_shown_to_the_person_alone(
    answer: Response, seen: list[str]
) -> None:
    async with listening(answer) as (slack, _listener):
        await slack.person("ann").types("/webinar", "#general")
    messages = slack.person("ann").messages("#general")
    assert [message.text for message in messages] == seen
    assert all(message.ephemeral for message in messages)
    assert slack.person("ben").messages("#general") == []


async def test_an_answer_in_channel_is_shown_to_all() -> None:
    answer = PlainTextResponse('{"text": "Hello", "response_type": "in_channel"}')
    async with listening(answer) as (slack, _listener):
        await slack.person("ann").types("/webinar", "#general")
    assert [message.text for message in slack.person("ben").messages("#general")] == ["Hello"]


async def test_an_answer_with_broken_blocks_is_told_to_the_person() -> None:
    answer = PlainTextResponse('{"text": "Hello", "blocks": [{"type": "nothing"}]}')
    async with listening(answer) as (slack, _listener):
        ann = slack.person("ann")
        await ann.types("/webinar", "#general")
    assert ann.notices == ['/webinar failed with the error "invalid_blocks"']
    assert slack.refusals[0].what == "the answer to a command"


async def test_an_event_travels_as_json_with_an_id_of_its_own() -> None:
    async with listening() as (slack, listener):
        await slack.person("ann").types("hello @webinars", "#launch")
    message, mention = (json.loads(body) for _headers, body in listener.heard)
    assert message["type"] == "event_callback"
    assert message["event"] | {"ts": "", "event_ts": ""} == {
        "type": "message",
        "user": "U0ANN",
        "text": "hello <@U0BOT>",
        "team": "T0SANDBOX",
        "ts": "",
        "event_ts": "",
        "channel": "G0LAUNCH",
        "channel_type": "group",
    }
    assert mention["event"]["type"] == "app_mention"
    assert message["event_id"] != mention["event_id"]


@pytest.mark.parametrize(
    ("events", "kinds"),
    [
        (frozenset({"app_mention"}), ["app_mention"]),
        (frozenset({"message.channels"}), []),
        (frozenset({"message.groups"}), ["message"]),
    ],
)
async def test_only_subscribed_events_are_sent(events: frozenset[str], kinds: list[str]) -> None:
    async with listening(events=events) as (slack, listener):
        await slack.person("ann").types("hello @webinars", "#launch")
        await slack.person("ann").types("hello @webinars", "#general")
    assert [json.loads(body)["event"]["type"] for _headers, body in listener.heard] == kinds


async def test_a_failed_event_comes_again_with_the_same_id_three_times_at_most() -> None:
    async with listening(*(Response(status_code=500) for _ in range(9))) as (slack, listener):
        await slack.event({"type": "app_uninstalled"})
        await slack.wait_until(lambda: len(slack.sent) == 4)
    assert len({json.loads(body)["event_id"] for _headers, body in listener.heard}) == 1
    assert [headers.get("x-slack-retry-num") for headers, _body in listener.heard] == [None, "1", "2", "3"]
    assert listener.heard[1][0]["x-slack-retry-reason"] == "http_error"


async def test_an_event_that_was_taken_at_last_does_not_come_again() -> None:
    async with listening(Response(status_code=500)) as (slack, listener):
        await slack.event({"type": "tokens_revoked"})
        await slack.wait_until(lambda: len(slack.sent) == 2)
    assert [sent.answer.status for sent in slack.sent] == [500, 200]
    assert len(listener.heard) == 2


async def test_the_bot_can_ask_not_to_be_sent_an_event_again() -> None:
    refusal = Response(status_code=500, headers={"X-Slack-No-Retry": "1"})
    async with listening(refusal) as (slack, listener):
        await slack.event({"type": "app_uninstalled"})
    assert len(listener.heard) == 1


async def test_looking_at_the_home_is_an_event() -> None:
    async with listening() as (slack, listener):
        await slack.open_home("U0ANN")
    event = json.loads(listener.heard[0][1])["event"]
    assert (event["type"], event["user"], event["tab"]) == ("app_home_opened", "U0ANN", "home")
    assert "view" not in event


async def test_the_bot_hears_of_its_own_messages_where_it_is_a_member() -> None:
    async with listening() as (slack, listener), calling_on(slack) as call:
        await call("chat.postMessage", channel="C0GENERAL", text="unheard")
        await call("chat.postMessage", channel="G0LAUNCH", text="heard")
        await slack.wait_until(lambda: slack.sent)
    (event,) = (json.loads(body)["event"] for _headers, body in listener.heard)
    assert (event["text"], event["bot_id"]) == ("heard", "B0BOT")


async def test_nobody_can_be_reached_at_no_address() -> None:
    slack = SlackServer.with_people(commands=["/webinar"])
    with pytest.raises(AssertionError, match=r"set slack\.request_url"):
        await slack.person("ann").types("/webinar", "#general")
