"""Telling the bot of an act, and the person if that did not work."""

from sandbox.slack.constants import Json
from sandbox.slack.delivery.app_requests import AppResponse
from sandbox.slack.state.slack_state import SlackState

TROUBLE = "We had some trouble connecting. Try again?"
NOT_INTERACTIVE = "This app is not configured to handle interactive responses."


async def interact(state: SlackState, person: str, payload: Json, trouble: str = TROUBLE) -> AppResponse:
    """Send what `person` did to the bot; if it does not answer as it should, she sees `trouble`."""
    if not state.installation.interactive:
        state.notice(person, NOT_INTERACTIVE)
        return AppResponse(problem="not_interactive")
    answer = await state.delivery.interaction(payload)
    if answer.problem:
        state.notice(person, trouble)
    return answer
