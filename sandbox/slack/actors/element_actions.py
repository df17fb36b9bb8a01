"""Pressing, choosing and typing: what becomes state, and what the bot is told of at once."""

from typing import Any

from sandbox.slack.actors.targets import Ground, Place, ground
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import ElementLocation, find_element, options_of
from sandbox.slack.blockkit.validation import problems_in_message
from sandbox.slack.constants import Json, SlackRefusal
from sandbox.slack.delivery import payloads
from sandbox.slack.delivery.app_requests import AppResponse
from sandbox.slack.delivery.interactions import TROUBLE, interact
from sandbox.slack.state.slack_state import SlackState

_MIN_QUERY = 3


async def press(
    state: SlackState, person: str, place: Place, key: tuple[str, str], option: str | None = None
) -> str | None:
    """Press a button, or pick the `option` with this value from an overflow menu; return the URL it opens."""
    here = ground(state, person, place)
    spot = find_element(here.blocks, *key)
    chosen = _overflow_option(spot, option) if spot.type == "overflow" else spot.element
    action: Json = {
        "action_id": key[1],
        "block_id": key[0],
        "type": spot.type,
        "action_ts": state.workspace.stamp(),
    }
    if spot.type == "overflow":
        action["selected_option"] = chosen
    else:
        action |= {name: spot.element[name] for name in ("text", "value", "style") if name in spot.element}
    await _act(state, person, here, action)
    return chosen.get("url")


def _overflow_option(spot: ElementLocation, value: str | None) -> Json:
    for option in spot.element["options"]:
        if option.get("value") == value:
            return dict(option)
    raise AssertionError(f"The menu has no option {value}")


async def type_into(state: SlackState, person: str, place: Place, key: tuple[str, str], value: Any) -> None:
    """Give an element a value, as the state has it (None empties it); the bot hears of it where it asked to."""
    here = ground(state, person, place)
    spot = find_element(here.blocks, *key)
    held = view_state.with_value(spot, value)
    here.field_state[key] = held
    here.touched(key[0])
    state.changes.tell()
    if not spot.is_input or spot.block.get("dispatch_action"):
        stamp = state.workspace.stamp()
        await _act(state, person, here, held | {"action_id": key[1], "block_id": key[0], "action_ts": stamp})


async def _act(state: SlackState, person: str, here: Ground, action: Json) -> None:
    payload: Json = {
        "type": "block_actions",
        **payloads.by(state, person),
        "trigger_id": state.triggers.give(person, here.conversation),
        **here.payload(state, person),
        "actions": [action],
    }
    await interact(state, person, payload)


async def suggest(
    state: SlackState, person: str, place: Place, key: tuple[str, str], query: str
) -> list[Json]:
    """The options that the bot offers for what was typed into an external select."""
    here = ground(state, person, place)
    least = find_element(here.blocks, *key).element.get("min_query_length", _MIN_QUERY)
    if len(query) < least:
        raise AssertionError(f"Slack asks for options only after {least} characters; typed were “{query}”")
    if not state.installation.loads_options:
        raise AssertionError("The manifest gives no message_menu_options_url, so external selects stay empty")
    payload: Json = {
        "type": "block_suggestion",
        **payloads.by(state, person),
        **here.payload(state, person),
        "block_id": key[0],
        "action_id": key[1],
        "value": query,
    }
    return _options(state, person, await interact(state, person, payload))


def _options(state: SlackState, person: str, answer: AppResponse) -> list[Json]:
    if answer.problem:
        return []
    try:
        offered = _well_formed(answer.json())
    except (ValueError, SlackRefusal) as wrong:
        state.refuse("the options for an external select", _problems(wrong))
        state.notice(person, TROUBLE)
        return []
    return options_of(offered)


def _problems(wrong: Exception) -> list[str]:
    messages: list[str] = (
        wrong.details["response_metadata"]["messages"] if isinstance(wrong, SlackRefusal) else [str(wrong)]
    )
    return messages


def _well_formed(offered: Json) -> Json:
    """Options are held to the same rules as those of a static select; there may be none."""
    if offered in ({"options": []}, {"option_groups": []}):
        return offered
    select = {"type": "static_select", "action_id": "offered", **offered}
    problems = problems_in_message({"text": "options", "blocks": [{"type": "actions", "elements": [select]}]})
    if problems:
        raise SlackRefusal.with_messages("invalid_options", problems)
    return offered
