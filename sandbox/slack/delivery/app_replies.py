"""Answers that become messages: what an ack of a command says, and what is posted to a response URL."""

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from sandbox.slack.constants import BOT_USER, SlackRefusal
from sandbox.slack.delivery.channel_messages import say, stored
from sandbox.slack.delivery.response_urls import ResponseUrl
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import StoredMessage
from sandbox.slack.web_api import arguments as wire_arguments
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.chat import refuse_malformed


def post(state: SlackState, person: str, channel_id: str, arguments: Arguments) -> None:
    """Show an answer: to the person who acted, or to the channel if its response_type says so."""
    given = refuse_malformed(arguments)
    public = arguments.text("response_type") == "in_channel"
    message = StoredMessage(
        channel=channel_id,
        ts=state.workspace.stamp(),
        user=BOT_USER,
        text=stored(given["text"]),
        blocks=state.completion.of(given.get("blocks", ())),
        thread_ts=arguments.text("thread_ts") or None,
        only_for=None if public else person,
    )
    say(state, state.workspace.channels[channel_id], message)


class ResponseUrlEndpoint:
    """Answers `/response/{key}`, the addresses in payloads' response_url."""

    def __init__(self, state: SlackState) -> None:
        self._state = state

    async def answer(self, request: Request) -> Response:
        """Do what a post to a response URL asks: say something, or change or delete the message acted on."""
        try:
            arguments, _token = await wire_arguments.read_arguments(request)
            opening = self._state.response_urls.use(request.path_params["key"])
            self._act(opening, arguments)
        except SlackRefusal as refused:
            return JSONResponse(refused.body(), 404 if refused.code.endswith("_url") else 400)
        finally:
            self._state.changes.tell()
        return PlainTextResponse("ok")

    def _act(self, opening: ResponseUrl, arguments: Arguments) -> None:
        if arguments.flag("delete_original"):
            original = self._original(opening)
            self._state.workspace.channels[opening.channel].messages.remove(original)
        elif arguments.flag("replace_original"):
            self._replace(self._original(opening), arguments)
        else:
            post(self._state, opening.person, opening.channel, arguments)

    def _original(self, opening: ResponseUrl) -> StoredMessage:
        message = self._state.workspace.channels[opening.channel].message(opening.message_ts or "")
        if message is None:
            raise SlackRefusal("message_not_found")
        if message.user != BOT_USER:
            raise SlackRefusal("cant_update_message")
        return message

    def _replace(self, message: StoredMessage, arguments: Arguments) -> None:
        given = refuse_malformed(arguments)
        message.text = stored(given["text"])
        message.blocks = self._state.completion.of(given.get("blocks", ()))
        message.edited_ts = self._state.workspace.stamp()
