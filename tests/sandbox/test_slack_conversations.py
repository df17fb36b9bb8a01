"""Looking into channels as far as the bot can see."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import calling


async def test_a_channel_tells_what_it_is() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        public = await call("conversations.info", channel="C0MARKETING", include_num_members=True)
        private = await call("conversations.info", channel="G0LAUNCH")
        archived = await call("conversations.info", channel="C0OLD")
    assert public["channel"]["num_members"] == 3
    assert (public["channel"]["is_member"], public["channel"]["is_private"]) == (False, False)
    assert (private["channel"]["is_member"], private["channel"]["is_private"]) == (True, True)
    assert "num_members" not in private["channel"]
    assert archived["channel"]["is_archived"] is True


@pytest.mark.parametrize("channel", ["G0LEADS", "C0NOWHERE"])
async def test_a_private_channel_without_the_bot_might_as_well_not_exist(channel: str) -> None:
    async with calling(SlackServer.with_people()) as call:
        answers = [
            await call(f"conversations.{method}", channel=channel, ts="1.000001")
            for method in ("info", "history", "replies", "members", "join")
        ]
    assert {answer["error"] for answer in answers} == {"channel_not_found"}


async def test_the_bot_enters_public_channels_only() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        entered = await call("conversations.join", channel="C0GENERAL")
        again = await call("conversations.join", channel="C0GENERAL")
        archived = await call("conversations.join", channel="C0OLD")
        private = await call("conversations.join", channel="G0LAUNCH")
        members = await call("conversations.members", channel="C0GENERAL")
    assert entered["channel"]["is_member"] is True
    assert again["warning"] == "already_in_channel"
    assert archived["error"] == "is_archived"
    assert private["error"] == "method_not_supported_for_channel_type"
    assert members["members"] == ["U0ANN", "U0BEN", "U0CHIE", "U0DEE", "U0EVE", "U0BOT"]


async def test_direct_conversations_are_opened_once() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        opened = await call("conversations.open", users="U0ANN", return_im=True)
        again = await call("conversations.open", users="U0ANN")
        several = await call("conversations.open", users="U0ANN,U0BEN")
        by_id = await call("conversations.open", channel=again["channel"]["id"])
        info = await call("conversations.info", channel=again["channel"]["id"])
    assert opened["channel"]["id"] == again["channel"]["id"] == by_id["channel"]["id"]
    assert several["channel"]["id"] != again["channel"]["id"]
    assert (info["channel"]["is_im"], info["channel"]["user"]) == (True, "U0ANN")


@pytest.mark.parametrize(
    ("users", "error"),
    [("", "users_list_not_supplied"), ("U0NOBODY", "user_not_found"), ("U0BOT", "cannot_dm_bot")],
)
async def test_nobody_to_talk_to(users: str, error: str) -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("conversations.open", users=users)
    assert answer["error"] == error


async def _history_of_five(call: Any) -> list[str]:
    return [(await call("chat.postMessage", channel="G0LAUNCH", text=f"{n}"))["ts"] for n in range(5)]


async def test_history_comes_latest_first_and_page_by_page() -> None:
    async with calling(SlackServer.with_people()) as call:
        await _history_of_five(call)
        first = await call("conversations.history", channel="G0LAUNCH", limit=3)
        cursor = first["response_metadata"]["next_cursor"]
        second = await call("conversations.history", channel="G0LAUNCH", limit=3, cursor=cursor)
    assert [message["text"] for message in first["messages"]] == ["4", "3", "2"]
    assert (first["has_more"], second["has_more"]) == (True, False)
    assert [message["text"] for message in second["messages"]] == ["1", "0"]


async def test_history_between_two_times() -> None:
    async with calling(SlackServer.with_people()) as call:
        stamps = await _history_of_five(call)
        between = {"channel": "G0LAUNCH", "oldest": stamps[1], "latest": stamps[3]}
        inside = await call("conversations.history", **between)
        with_ends = await call("conversations.history", **between, inclusive=True)
    assert [message["text"] for message in inside["messages"]] == ["2"]
    assert [message["text"] for message in with_ends["messages"]] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"limit": 0}, "invalid_limit"),
        ({"limit": 1000}, "invalid_limit"),
        ({"limit": "some"}, "invalid_limit"),
        ({"cursor": "nowhere"}, "invalid_cursor"),
        ({"oldest": "yesterday"}, "invalid_ts_oldest"),
        ({"latest": "today"}, "invalid_ts_latest"),
        ({"channel": ""}, "invalid_arguments"),
    ],
)
async def test_history_refuses_what_it_cannot_follow(arguments: dict[str, Any], error: str) -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("conversations.history", **{"channel": "G0LAUNCH"} | arguments)
    assert answer["error"] == error


async def test_metadata_is_told_only_when_asked_for() -> None:
    metadata = {"event_type": "webinar", "event_payload": {"id": "1"}}
    async with calling(SlackServer.with_people()) as call:
        await call("chat.postMessage", channel="G0LAUNCH", text="Q3", metadata=metadata)
        plainly = await call("conversations.history", channel="G0LAUNCH")
        asked = await call("conversations.history", channel="G0LAUNCH", include_all_metadata=True)
    assert "metadata" not in plainly["messages"][0]
    assert asked["messages"][0]["metadata"] == metadata


async def test_replies_stand_in_their_thread() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        parent = await call("chat.postMessage", channel="G0LAUNCH", text="Q3")
        await call("chat.postMessage", channel="G0LAUNCH", text="soon", thread_ts=parent["ts"])
        history = await call("conversations.history", channel="G0LAUNCH")
        thread = await call("conversations.replies", channel="G0LAUNCH", ts=parent["ts"])
        nothing = await call("conversations.replies", channel="G0LAUNCH", ts="1.000001")
    assert [message["text"] for message in history["messages"]] == ["Q3"]
    assert history["messages"][0]["reply_count"] == 1
    assert [message["text"] for message in thread["messages"]] == ["Q3", "soon"]
    assert thread["messages"][1]["thread_ts"] == parent["ts"]
    assert nothing["error"] == "thread_not_found"
