"""Files: announced, sent, completed, shown, downloaded and taken back."""

from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import Call, browsing, calling
from tests.sandbox.slack_setup import SlackSetup

ICS = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"


async def uploaded(call: Call, content: bytes = ICS, name: str = "q3.ics") -> str:
    """Announce a file and send its bytes; gives its id."""
    announced = await call("files.getUploadURLExternal", filename=name, length=len(content))
    async with browsing() as http:
        assert (await http.post(announced["upload_url"], content=content)).text == f"OK - {len(content)}"
    return str(announced["file_id"])


async def in_general(slack: SlackServer, call: Call, **more: Any) -> dict[str, Any]:
    """Complete an upload in #general, where the bot has gone."""
    await call("conversations.join", channel="C0GENERAL")
    files = [{"id": await uploaded(call), "title": "Calendar"}]
    return await call("files.completeUploadExternal", files=files, channel_id="C0GENERAL", **more)


async def test_slacks_own_client_uploads_a_file_that_everybody_sees(setup: SlackSetup) -> None:
    await setup.calls("conversations.join", channel="C0GENERAL")
    await setup.bot.client.files_upload_v2(
        content=ICS.decode(), filename="q3.ics", title="Q3", channel="C0GENERAL", initial_comment="*Here*"
    )
    (message,) = setup.slack.person("ben").messages("#general")
    (file,) = message.files
    assert (message.text, file.name, file.title) == ("*Here*", "q3.ics", "Q3")
    assert (file.mimetype, file.content) == ("text/calendar", ICS)
    assert setup.slack.person("gus").files("#general") == []


async def test_a_file_goes_into_a_thread_and_into_a_direct_conversation() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("conversations.join", channel="C0GENERAL")
        card = await call("chat.postMessage", channel="C0GENERAL", text="card")
        await in_general(slack, call, thread_ts=card["ts"])
        direct = await call("conversations.open", users="U0ANN")
        files = [{"id": await uploaded(call)}]
        await call("files.completeUploadExternal", files=files, channel_id=direct["channel"]["id"])
        history = await call("conversations.history", channel="C0GENERAL")
        thread = await call("conversations.replies", channel="C0GENERAL", ts=card["ts"])
    ann = slack.person("ann")
    (message, reply) = ann.messages("#general")
    assert ann.replies(message) == [reply]
    assert ([file.title for file in reply.files], [file.title for file in ann.files()]) == (
        ["Calendar"],
        ["q3.ics"],
    )
    assert [one["text"] for one in history["messages"]] == ["card"]
    (_, told) = thread["messages"]
    assert (told["subtype"], told["files"][0]["name"]) == ("file_share", "q3.ics")


async def test_the_bytes_are_for_whoever_may_read_files() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call, browsing() as http:
        answer = await in_general(slack, call)
        address = answer["files"][0]["url_private_download"]
        token = {"Authorization": f"Bearer {slack.bot_token}"}
        assert (await http.get(address, headers=token)).content == ICS
        assert (await http.get(address)).status_code == 403
        assert (await http.get(address.replace("F0FILE", "F0NONE"), headers=token)).status_code == 404
        slack.install({"oauth_config": {"scopes": {"bot": ["files:write"]}}})
        assert (await http.get(address, headers=token)).status_code == 403
        assert (await call("files.info", file="F0FILE0001"))["needed"] == "files:read"


async def test_a_form_with_a_file_is_taken_as_well() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call, browsing() as http:
        announced = await call("files.getUploadURLExternal", filename="q3.ics", length=len(ICS))
        url = announced["upload_url"]
        assert (await http.post(url, files={"nothing": (None, "here")})).status_code == 400
        assert (await http.post(url, files={"file": ("q3.ics", ICS)})).is_success
        assert (await http.post(url, content=ICS)).status_code == 404
        assert (await call("files.info", file=announced["file_id"]))["error"] == "file_not_found"
        await call("files.completeUploadExternal", files=[{"id": announced["file_id"]}])
        assert (await call("files.info", file=announced["file_id"]))["file"]["size"] == len(ICS)


async def test_a_file_that_is_taken_back_is_gone_from_every_message() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        answer = await in_general(slack, call)
        assert (await call("files.delete", file=answer["files"][0]["id"]))["ok"]
        assert slack.person("ann").messages("#general") == []
        await in_general(slack, call, initial_comment="Here")
        await call("files.delete", file="F0FILE0002")
    (message,) = slack.person("ann").messages("#general")
    assert (message.text, message.files) == ("Here", [])


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"files": [{"id": "F0NONE"}]}, "file_not_found"),
        ({"files": []}, "invalid_arguments"),
        ({"files": [{"title": "x"}]}, "invalid_arguments"),
        ({"channel_id": "C0MARKETING"}, "not_in_channel"),
        ({"channel_id": "G0LEADS"}, "channel_not_found"),
        ({"channel_id": "C0GENERAL", "thread_ts": "1.000001"}, "thread_not_found"),
        ({"channels": "C0GENERAL,G0LAUNCH", "thread_ts": "1.000001"}, "invalid_arguments"),
        ({"channel_id": "C0OLD"}, "is_archived"),
        ({"channel_id": "C0GENERAL", "blocks": [{"type": "?"}]}, "invalid_blocks"),
    ],
)
async def test_what_cannot_be_completed_is_refused_and_shows_nothing(
    arguments: dict[str, Any], error: str
) -> None:
    slack = SlackServer.with_people()
    slack.state.workspace.channels["C0OLD"].members.append("U0BOT")
    async with calling(slack) as call:
        await call("conversations.join", channel="C0GENERAL")
        files = [{"id": await uploaded(call)}]
        answer = await call("files.completeUploadExternal", **{"files": files} | arguments)
    assert answer["error"] == error
    assert slack.person("ann").messages("#general") == []


async def test_an_upload_is_announced_with_its_length_and_completed_once() -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("files.getUploadURLExternal", filename="x", length=0)
        assert answer["error"] == "invalid_arguments"
        files = [{"id": await uploaded(call)}]
        assert (await call("files.completeUploadExternal", files=files))["ok"]
        assert (await call("files.completeUploadExternal", files=files))["error"] == "file_already_completed"


async def test_without_its_scope_nothing_is_uploaded(setup: SlackSetup) -> None:
    setup.slack.install({"oauth_config": {"scopes": {"bot": ["chat:write"]}}})
    with pytest.raises(SlackApiError, match="files:write"):
        await setup.bot.client.files_upload_v2(content="x", filename="x.ics")
