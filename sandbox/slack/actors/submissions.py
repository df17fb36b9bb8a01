"""Submitting and closing modals, and what the bot's answer makes of the stack."""

from collections.abc import Iterator

from sandbox.slack.actors import modal_checks
from sandbox.slack.blockkit.element_search import spots
from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.delivery import payloads
from sandbox.slack.delivery.app_requests import AppResponse
from sandbox.slack.delivery.interactions import TROUBLE, interact
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.surfaces import View
from sandbox.slack.web_api.views import refuse_malformed_view


async def submit(state: SlackState, person: str, view: View) -> None:
    """Press the modal's submit button: Slack checks, the bot answers, and the stack becomes what it says."""
    view.errors = modal_checks.complaints(view)
    if view.errors:
        state.changes.tell()
        return
    payload: Json = {
        "type": "view_submission",
        **payloads.by(state, person),
        "trigger_id": state.triggers.give(person, view.conversation),
        "view": view.told(with_state=True),
        "response_urls": list(_response_urls(state, person, view)),
    }
    updates = view.updates
    answer = await interact(state, person, payload)
    if not answer.problem and view in state.surfaces.stack(person):
        _apply(state, view, answer, meanwhile=view.updates - updates)
    state.changes.tell()


def _apply(state: SlackState, view: View, answer: AppResponse, *, meanwhile: int) -> None:
    """Do what the answer says; `meanwhile` counts the calls of views.update that came before it."""
    try:
        body = _body(answer)
        _follow(state, view, body)
        if meanwhile and body.get("response_action") == "update":
            state.refuse(_answer_to(view), ["it came after a views.update, and undid it"])
    except SlackRefusal as refused:
        messages = refused.details.get("response_metadata", {}).get("messages", [refused.code])
        state.refuse(_answer_to(view), messages)
        state.notice(view.owner, TROUBLE)


def _answer_to(view: View) -> str:
    return f"the answer to the submission of “{view.content.get('callback_id', view.id)}”"


def _body(answer: AppResponse) -> Json:
    try:
        return answer.json()
    except ValueError:
        raise SlackRefusal("the answer is neither empty nor a JSON object") from None


def _follow(state: SlackState, view: View, body: Json) -> None:
    match body.get("response_action"):
        case None if not body:
            state.surfaces.close(view)
        case "errors":
            view.errors = _errors(view, body.get("errors"))
        case "update":
            state.surfaces.change(view, refuse_malformed_view(body.get("view")))
        case "push":
            state.surfaces.push(view.owner, refuse_malformed_view(body.get("view")))
        case "clear":
            state.surfaces.clear(view.owner)
        case other:
            raise SlackRefusal(f"unknown response_action {other}")


def _errors(view: View, errors: object) -> dict[str, str]:
    """The words for each field; Slack shows none unless each belongs to an input of this view."""
    if not isinstance(errors, dict) or not errors:
        raise SlackRefusal("errors is no object with a text for at least one block_id")
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    strangers = sorted(set(errors) - inputs)
    if strangers:
        raise SlackRefusal(f"errors for what is no input block of this view: {', '.join(strangers)}")
    return {str(block_id): str(text) for block_id, text in errors.items()}


def _response_urls(state: SlackState, person: str, view: View) -> Iterator[Json]:
    for spot in spots(view.blocks):
        held = view.state.get(spot.key, {})
        channel = held.get("selected_conversation") or held.get("selected_channel")
        if channel and spot.element.get("response_url_enabled"):
            yield {
                "block_id": spot.key[0],
                "action_id": spot.key[1],
                "channel_id": channel,
                "response_url": state.response_urls.give(person, channel),
            }


async def close(state: SlackState, person: str, view: View, *, everything: bool) -> None:
    """Cancel the top modal, or close the whole stack; the bot hears of those that asked to be told."""
    cleared = everything or view.content.get("clear_on_close", False)
    gone = state.surfaces.clear(person) if cleared else [view]
    state.surfaces.close(view)
    state.changes.tell()
    for closed in gone:
        if closed.content.get("notify_on_close"):
            payload: Json = {
                "type": "view_closed",
                **payloads.by(state, person),
                "view": closed.told(with_state=True),
                "is_cleared": cleared,
            }
            await state.delivery.interaction(payload)
