"""One line for each exchange between Slack and the bot: who did what, in which words."""

import re
from typing import Any, Final

from sandbox.slack.constants import Json
from sandbox.slack.delivery.app_requests import SentRequest
from sandbox.slack.state.slack_state import SlackExchange
from sandbox.slack.state.workspace import Workspace

_LONGEST: Final = 70
_MARK: Final = re.compile(r"<[^|<>]*\|([^<>]*)>")


def summarise(workspace: Workspace, sent: SentRequest) -> str:
    """One line for a request of Slack to the bot."""
    payload = sent.payload
    match sent.kind:
        case "command":
            said = f"{payload['command']} {payload['text']}"
            return f"{_person(workspace, payload['user_id'])} typed {_short(said)}"
        case "event":
            return _event(workspace, payload["event"])
        case "block_actions":
            (action,) = payload["actions"]
            return f"{_person(workspace, payload['user']['id'])} used {action['action_id']}"
        case "view_submission" | "view_closed":
            title = payload["view"]["title"]["text"]
            did = "submitted" if sent.kind == "view_submission" else "closed"
            return f"{_person(workspace, payload['user']['id'])} {did} “{title}”"
        case "block_suggestion":
            return f"{_person(workspace, payload['user']['id'])} looks for “{_short(payload['value'])}”"
        case _:
            return f"{_person(workspace, payload['user']['id'])} used {payload.get('callback_id', sent.kind)}"


def asked(workspace: Workspace, exchange: SlackExchange) -> str:
    """One line for a call of the bot to Slack."""
    request = exchange.request
    where = _channel(workspace, str(request.get("channel", "")))
    about = [where, _person(workspace, str(request.get("user") or request.get("user_id") or ""))]
    if "view" in request and isinstance(view := request["view"], dict):
        about.append(str((view.get("title") or {"text": "Home"})["text"]))
    about.append(_short(str(request.get("text", ""))))
    return " · ".join(filter(None, about))


def _event(workspace: Workspace, event: Json) -> str:
    who = _person(workspace, str(event.get("user", "")))
    where = _channel(workspace, str(event.get("channel", "")))
    said = _short(str(event.get("text") or event.get("tab") or ""))
    return " · ".join(filter(None, [str(event["type"]), who, where, said]))


def _person(workspace: Workspace, user: str) -> str:
    member = workspace.people.get(user)
    return f"@{member.name}" if member else user


def _channel(workspace: Workspace, name: str) -> str:
    channel: Any = workspace.channels.get(name)
    if channel is None:
        return _person(workspace, name)
    return f"#{channel.name}" if channel.name else "direct messages"


def _short(text: str) -> str:
    line = " ".join(_MARK.sub(r"\1", text).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
