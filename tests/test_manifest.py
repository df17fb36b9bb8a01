"""The manifest asks of Slack exactly what the code uses."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult

from blocks.ids import Callback, Command
from blocks.subcommands import usage_hint
from bot.wiring import ListenerResources
from handlers import register_listeners
from handlers.dispatch import Dispatcher
from sandbox.slack.manifest.validation import problems_in_manifest
from tests.office import ROOT, manifest

SCHEMA = ROOT / "tests/contract/slack-manifest.schema.2.0.0.json"
NOT_BY_METHOD = {
    "app_mentions:read": "hearing that the bot is mentioned",
    "commands": "the slash command and the shortcut",
    "chat:write.public": "posting where the bot was not invited",
    "users:read.email": "the e-mail address in users.info",
}


def test_slack_takes_the_manifest() -> None:
    assert problems_in_manifest(manifest()) == []


def test_the_manifest_fits_slacks_schema() -> None:
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text())).validate(manifest())


def test_it_names_the_commands_and_shortcuts_that_the_code_answers() -> None:
    features = manifest()["features"]
    assert [command["command"] for command in features["slash_commands"]] == [*Command]
    shortcuts = [shortcut["callback_id"] for shortcut in features["shortcuts"]]
    assert shortcuts == [callback for callback in Callback if callback.name.endswith("SHORTCUT")]


def test_the_hint_names_what_the_command_knows() -> None:
    (command,) = manifest()["features"]["slash_commands"]
    assert command["usage_hint"] == usage_hint()


def test_it_subscribes_to_what_the_code_hears() -> None:
    subscribed = manifest()["settings"]["event_subscriptions"]["bot_events"]
    heard = re.findall(r"app\.event\(\"(\w+)\"\)", (ROOT / "handlers/__init__.py").read_text())
    assert {event.partition(".")[0] for event in subscribed} == set(heard)


def test_every_listener_can_be_given_what_it_asks_for() -> None:
    async def nobody() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=None)

    app = AsyncApp(signing_secret="x", authorize=nobody)
    register_listeners(app, Dispatcher(dict.fromkeys(ListenerResources.names())))


def test_a_listener_that_asks_for_what_is_not_there_is_refused_at_the_start() -> None:
    async def misspelt(ack: object, intaek: object) -> None: ...

    with pytest.raises(TypeError, match="intaek"):
        Dispatcher(dict.fromkeys(ListenerResources.names())).to(misspelt)


def test_every_scope_is_explained_and_used() -> None:
    lines = (ROOT / "manifest.yml").read_text().splitlines()
    scopes = manifest()["oauth_config"]["scopes"]["bot"]
    explained = [match[1] for line in lines if (match := re.match(r"\s+- ([a-z:._]+) # \S+", line))]
    events = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert explained == [*scopes, *events]
    assert scopes == sorted(scopes)
    assert _scopes_of_the_code() | NOT_BY_METHOD.keys() == set(scopes)


def _scopes_of_the_code() -> set[str]:
    """The scopes of every Web API method that appears in the code, for the kinds of conversation that we use."""
    source = "".join(
        path.read_text() for room in ("bot", "handlers") for path in Path(ROOT / room).rglob("*.py")
    )
    of_method = {
        "chat_postMessage": {"chat:write"},
        "chat_update": {"chat:write"},
        "conversations_history": {"channels:history", "groups:history", "im:history", "mpim:history"},
        "chat_postEphemeral": {"chat:write"},
        "conversations_replies": {"channels:history", "groups:history", "im:history", "mpim:history"},
        "conversations_info": {"channels:read", "groups:read"},
        "conversations_join": {"channels:join"},
        "conversations_open": {"im:write"},
        "files_getUploadURLExternal": {"files:write"},
        "files_completeUploadExternal": {"files:write"},
        "users_info": {"users:read"},
        "users_list": {"users:read"},
        "users_conversations": {"channels:read", "groups:read"},
        "views_publish": set(),
        "views_open": set(),
        "views_push": set(),
        "views_update": set(),
        "auth_test": set(),
    }
    called = set(re.findall(r"\b((?:chat|conversations|files|users|views)_[a-zA-Z]+|auth_test)[(,]", source))
    assert called <= of_method.keys(), f"which scopes does this need: {called - of_method.keys()}?"
    return set().union(*(of_method[method] for method in called))
