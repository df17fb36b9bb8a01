"""The state of a view: its initial values, the values that survive an update, and its form for the app."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sandbox.slack.blockkit.element_search import ElementLocation, spots
from sandbox.slack.constants import Json

State = dict[tuple[str, str], Json]
"""By (block_id, action_id), what each element holds."""

Current = Callable[[ElementLocation], str | None]
"""The conversation in the background, for a menu that starts with it; None where the menu does not offer it."""


@dataclass(frozen=True)
class StateFormat:
    """The format of one element type's state: the key of its value, and the property it starts from."""

    key: str
    initial: str
    many: bool = False


SHAPES: Mapping[str, StateFormat] = {
    "plain_text_input": StateFormat("value", "initial_value"),
    "number_input": StateFormat("value", "initial_value"),
    "email_text_input": StateFormat("value", "initial_value"),
    "url_text_input": StateFormat("value", "initial_value"),
    "rich_text_input": StateFormat("rich_text_value", "initial_value"),
    "file_input": StateFormat("files", "initial_files", many=True),
    "datepicker": StateFormat("selected_date", "initial_date"),
    "timepicker": StateFormat("selected_time", "initial_time"),
    "datetimepicker": StateFormat("selected_date_time", "initial_date_time"),
    "static_select": StateFormat("selected_option", "initial_option"),
    "external_select": StateFormat("selected_option", "initial_option"),
    "radio_buttons": StateFormat("selected_option", "initial_option"),
    "users_select": StateFormat("selected_user", "initial_user"),
    "conversations_select": StateFormat("selected_conversation", "initial_conversation"),
    "channels_select": StateFormat("selected_channel", "initial_channel"),
    "checkboxes": StateFormat("selected_options", "initial_options", many=True),
    "multi_static_select": StateFormat("selected_options", "initial_options", many=True),
    "multi_external_select": StateFormat("selected_options", "initial_options", many=True),
    "multi_users_select": StateFormat("selected_users", "initial_users", many=True),
    "multi_conversations_select": StateFormat("selected_conversations", "initial_conversations", many=True),
    "multi_channels_select": StateFormat("selected_channels", "initial_channels", many=True),
}


def stateful(blocks: Iterable[Json]) -> list[ElementLocation]:
    """The elements that hold a value: not buttons, not overflow menus."""
    return [spot for spot in spots(blocks) if spot.type in SHAPES]


def with_value(spot: ElementLocation, value: Any) -> Json:
    """The state of an element that holds `value`; a time picker also tells its zone."""
    zone = {"timezone": spot.element["timezone"]} if "timezone" in spot.element else {}
    return {"type": spot.type, SHAPES[spot.type].key: value, **zone}


def value_in(state: Mapping[str, Any]) -> Any:
    """The value that a state holds; None or [] when empty."""
    return state[SHAPES[state["type"]].key]


def fresh(blocks: Iterable[Json], current: Current | None = None) -> State:
    """The state of blocks nobody touched."""
    return {spot.key: with_value(spot, _start(spot, current)) for spot in stateful(blocks)}


def _start(spot: ElementLocation, current: Current | None) -> Any:
    shape = SHAPES[spot.type]
    given = spot.element.get(shape.initial)
    if given is not None:
        return given
    conversation = current(spot) if current and spot.element.get("default_to_current_conversation") else None
    if shape.many:
        return [conversation] if conversation else []
    return conversation


def carried(before: State, blocks: Iterable[Json], current: Current | None = None) -> State:
    """The state after an update: what has the same ids and type keeps its value, and its new initial is ignored."""
    after = fresh(blocks, current)
    kept = {key: before[key] for key in after if key in before and before[key]["type"] == after[key]["type"]}
    return after | kept


def state_values(state: State) -> Json:
    """The state as payloads carry it: `{"values": {block_id: {action_id: …}}}`."""
    values: dict[str, Json] = {}
    for (block_id, action_id), held in state.items():
        values.setdefault(block_id, {})[action_id] = held
    return {"values": values}
