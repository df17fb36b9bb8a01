"""The views.* methods: opening, stacking, updating and publishing views."""

import json
from collections.abc import Callable, Mapping

from sandbox.slack.blockkit.validation import problems_in_view
from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.surfaces import View
from sandbox.slack.web_api.arguments import Arguments

MOST_BYTES = 250_000


def open_view(state: SlackState, arguments: Arguments) -> Json:
    """views.open: a modal for whoever just acted."""
    content = _content(arguments, "modal")
    trigger = state.triggers.look(arguments.required("trigger_id"))
    view = state.surfaces.open(trigger.person, content, trigger.conversation)
    trigger.used = True
    return _answer(view)


def push(state: SlackState, arguments: Arguments) -> Json:
    """views.push: a modal on top of the one that was acted in."""
    content = _content(arguments, "modal")
    trigger = state.triggers.look(arguments.required("trigger_id"))
    view = state.surfaces.push(trigger.person, content)
    trigger.used = True
    return _answer(view)


def update_view(state: SlackState, arguments: Arguments) -> Json:
    """views.update: new content for an open view, named by its id or the app's own."""
    if "view_id" not in arguments and "external_id" not in arguments:
        raise SlackRefusal.with_messages(
            "invalid_arguments", ["[ERROR] missing required field: view_id or external_id"]
        )
    content = _content(arguments)
    view = state.surfaces.find(view_id=arguments.text("view_id"), external_id=arguments.text("external_id"))
    _refuse_stale(view, arguments)
    state.surfaces.change(view, content)
    view.updates += 1
    return _answer(view)


def publish_home(state: SlackState, arguments: Arguments) -> Json:
    """views.publish: somebody's App Home."""
    if not state.installation.home_tab:
        raise SlackRefusal("not_enabled")
    content = _content(arguments, "home")
    owner = arguments.required("user_id")
    if owner not in state.workspace.people:
        raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] invalid user_id"])
    if owner in state.surfaces.homes:
        _refuse_stale(state.surfaces.homes[owner], arguments)
    return _answer(state.surfaces.publish(owner, content))


def refuse_malformed_view(content: object) -> Json:
    """Return `content` if it is a view that Slack takes; else refuse it, with everything that is wrong."""
    if not isinstance(content, dict):
        raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] missing required field: view"])
    if len(json.dumps(content).encode()) > MOST_BYTES:
        raise SlackRefusal("view_too_large")
    problems = problems_in_view(content)
    if problems:
        raise SlackRefusal.with_messages("invalid_arguments", problems)
    return content


def _content(arguments: Arguments, kind: str | None = None) -> Json:
    content = refuse_malformed_view(arguments.structure("view", "invalid_arguments"))
    if kind not in (None, content["type"]):
        raise SlackRefusal.with_messages(
            "invalid_arguments", [f"[ERROR] must be of type {kind} [json-pointer:/view/type]"]
        )
    return content


def _refuse_stale(view: View, arguments: Arguments) -> None:
    if arguments.text("hash") not in ("", view.hash):
        raise SlackRefusal("hash_conflict")


def _answer(view: View) -> Json:
    return {"view": view.told(with_state=False)}


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    "views.open": open_view,
    "views.publish": publish_home,
    "views.push": push,
    "views.update": update_view,
}
