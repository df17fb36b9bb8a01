"""The files.* methods, and the addresses that bytes are sent to and fetched from."""

from collections.abc import Callable, Mapping
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sandbox.slack.constants import BOT_USER, TEAM_ID, Json, SlackRefusal
from sandbox.slack.delivery.channel_messages import say, stored
from sandbox.slack.state.slack_state import SlackState
from sandbox.slack.state.workspace import StoredMessage
from sandbox.slack.web_api.arguments import Arguments
from sandbox.slack.web_api.chat import refuse_malformed
from sandbox.slack.web_api.conversations import direct_with, joined

MOST_BYTES = 1_000_000_000


def get_upload_url(state: SlackState, arguments: Arguments) -> Json:
    """files.getUploadURLExternal: where to send a file of this name and length."""
    name, length = arguments.required("filename"), arguments.required("length")
    if not length.isdecimal() or not 0 < int(length) <= MOST_BYTES:
        raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] must be a positive integer: length"])
    key, file = state.shelf.announce(name, int(length))
    return {"upload_url": f"{state.shelf.base}/upload/v1/{key}", "file_id": file.id}


def complete_upload(state: SlackState, arguments: Arguments) -> Json:
    """files.completeUploadExternal: make files out of uploads, and show them in a channel or a thread if asked."""
    wanted = _wanted(arguments)
    channels = [*filter(None, (arguments.text("channel_id") or arguments.text("channels")).split(","))]
    if arguments.text("thread_ts") and len(channels) > 1:
        raise SlackRefusal.with_messages(
            "invalid_arguments", ["[ERROR] thread_ts goes with one channel only"]
        )
    messages = [_share(state, channel, arguments) for channel in channels]
    files = [state.shelf.finish(one["id"], str(one.get("title") or "")) for one in wanted]
    for message in messages:
        message.files = list(files)
        say(state, state.workspace.channels[message.channel], message)
    state.changes.tell()
    return {"files": [file.told() for file in files]}


def _wanted(arguments: Arguments) -> list[Json]:
    wanted: Any = arguments.structure("files", "invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] missing required field: files"])
    if not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in wanted):
        raise SlackRefusal.with_messages("invalid_arguments", ["[ERROR] missing required field: id"])
    return wanted


def _share(state: SlackState, channel_id: str, arguments: Arguments) -> StoredMessage:
    """The message that is to show the files; unlike other messages it needs the bot to be in the channel."""
    known = channel_id in state.workspace.people and "channels" in arguments
    channel = direct_with(state, [channel_id]) if known else joined(state, channel_id)
    if channel.archived:
        raise SlackRefusal("is_archived")
    thread_ts = arguments.text("thread_ts") or None
    if thread_ts is not None and channel.message(thread_ts) is None:
        raise SlackRefusal("thread_not_found")
    comment = arguments.text("initial_comment")
    given = refuse_malformed(arguments) if "blocks" in arguments and not comment else {}
    return StoredMessage(
        channel=channel.id,
        ts=state.workspace.stamp(),
        user=BOT_USER,
        text=stored(comment),
        blocks=state.completion.of(given.get("blocks", ())),
        thread_ts=thread_ts,
    )


def file_info(state: SlackState, arguments: Arguments) -> Json:
    """files.info: what a file is, and where its bytes are."""
    return {"file": state.shelf.find(arguments.required("file")).told()}


def delete_file(state: SlackState, arguments: Arguments) -> Json:
    """files.delete: take a file back, wherever it is shown; a message that was nothing else goes with it."""
    file = state.shelf.find(arguments.required("file"))
    del state.shelf.files[file.id]
    for channel in state.workspace.channels.values():
        for message in [one for one in channel.messages if file in one.files]:
            message.files.remove(file)
            if not (message.files or message.text or message.blocks):
                channel.messages.remove(message)
    return {}


class Uploads:
    """Answers `/upload/v1/{key}` and `/files-pri/{place}/…`, as files.slack.com does."""

    def __init__(self, state: SlackState, token: str) -> None:
        self._state = state
        self._token = token

    async def receive(self, request: Request) -> Response:
        """Take bytes in, as the body or as a file in a form."""
        try:
            file = self._state.shelf.receive(request.path_params["key"], await _bytes(request))
        except SlackRefusal as refused:
            return PlainTextResponse(refused.code, 404 if refused.code == "upload_not_found" else 400)
        return PlainTextResponse(f"OK - {file.length}")

    async def give(self, request: Request) -> Response:
        """Give a file's bytes to an app that may read files."""
        authorized = request.headers.get("authorization") == f"Bearer {self._token}"
        if not authorized or not self._state.installation.grants("files:read"):
            return PlainTextResponse("login required", 403)
        try:
            file = self._state.shelf.find(request.path_params["place"].removeprefix(f"{TEAM_ID}-"))
        except SlackRefusal as refused:
            return PlainTextResponse(refused.code, 404)
        return Response(file.content, media_type=file.mimetype)


async def _bytes(request: Request) -> bytes:
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        return await request.body()
    async with request.form() as form:
        for value in form.values():
            if isinstance(value, UploadFile):
                return await value.read()
    return b""


METHODS: Mapping[str, Callable[[SlackState, Arguments], Json]] = {
    "files.completeUploadExternal": complete_upload,
    "files.delete": delete_file,
    "files.getUploadURLExternal": get_upload_url,
    "files.info": file_info,
}
