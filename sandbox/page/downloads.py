"""Files that people download from messages."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from sandbox.slack import SlackServer
from sandbox.slack.state.file_storage import File


class Downloads:
    """Answers `/files/{person}/{file}`: a file is for whoever sees a message that it is on."""

    def __init__(self, slack: SlackServer) -> None:
        self._slack = slack
        self.routes = [Route("/files/{person}/{file}", self.download)]

    async def download(self, request: Request) -> Response:
        """Give the file, to be saved under its name."""
        try:
            file = self._found(request.path_params["person"], request.path_params["file"])
        except AssertionError as unknown:
            return PlainTextResponse(str(unknown), 404)
        saved = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}"}
        return Response(file.content, media_type=file.mimetype, headers=saved)

    def _found(self, person: str, file_id: str) -> File:
        viewer, workspace = self._slack.person(person), self._slack.state.workspace
        for channel in workspace.channels.values():
            for message in channel.messages if workspace.sees(viewer.id, channel) else ():
                for file in message.files:
                    if file.id == file_id and message.only_for in (None, viewer.id):
                        return file
        raise AssertionError(f"{person} sees no file {file_id}")
