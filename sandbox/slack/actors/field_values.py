"""From what a person fills in to what the field then holds."""

import datetime as dt
from collections.abc import Sequence

from sandbox.slack.actors import element_actions, menu_options
from sandbox.slack.actors.menu_options import Choice
from sandbox.slack.actors.name_search import only, pick
from sandbox.slack.actors.targets import Place
from sandbox.slack.blockkit import view_state
from sandbox.slack.blockkit.element_search import ElementLocation
from sandbox.slack.state.slack_state import SlackState

_TYPED = ("plain_text_input", "number_input", "email_text_input", "url_text_input")


async def held_for(
    state: SlackState, person: str, place: Place, spot: ElementLocation, value: str | Sequence[str] | None
) -> object:
    """The value of a field for the visible texts chosen in it, or the text typed; None empties it."""
    many = view_state.SHAPES[spot.type].many
    if value is None:
        return [] if many else None
    if isinstance(value, str) and not many:
        if spot.type in _TYPED:
            return value
        if spot.type.endswith("picker"):
            return _picked_time(spot, value)
    wanted = [value] if isinstance(value, str) else list(value)
    picked = [pick(one, await _offered(state, person, place, spot, one)) for one in wanted]
    if not many:
        return only(picked, f"choice for “{spot.label}”", f"Wanted were: {wanted}")
    _refuse_too_many(spot, picked)
    return picked


def _picked_time(spot: ElementLocation, value: str) -> object:
    """Pickers give "2026-12-01", "15:00", or epoch seconds; nothing else can be picked."""
    try:
        match spot.type:
            case "datepicker":
                return dt.date.fromisoformat(value).isoformat()
            case "timepicker":
                return f"{dt.datetime.strptime(value, '%H:%M').replace(tzinfo=dt.UTC):%H:%M}"
            case _:
                return int(value)
    except ValueError:
        raise AssertionError(f"“{value}” cannot be picked in “{spot.label}”, a {spot.type}") from None


async def _offered(
    state: SlackState, person: str, place: Place, spot: ElementLocation, query: str
) -> list[Choice]:
    if "external_select" not in spot.type:
        return menu_options.offered(state.workspace, person, spot)
    options = await element_actions.suggest(state, person, place, spot.key, query)
    return [(option["text"]["text"], option) for option in options]


def _refuse_too_many(spot: ElementLocation, picked: Sequence[object]) -> None:
    """Slack lets nobody pick more than max_selected_items."""
    most = spot.element.get("max_selected_items", len(picked))
    if len(picked) > most:
        raise AssertionError(f"“{spot.label}” takes at most {most}, not {len(picked)}")
