"""In which conversations somebody is, as far as the bot may know."""

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import calling

EVERY_TYPE = "public_channel,private_channel,mpim,im"


async def test_the_bot_lists_its_own_conversations_by_type() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("conversations.join", channel="C0GENERAL")
        direct = await call("conversations.open", users="U0ANN")
        public = await call("users.conversations")
        everything = await call("users.conversations", types=EVERY_TYPE)
    assert [one["id"] for one in public["channels"]] == ["C0GENERAL"]
    assert "is_member" not in public["channels"][0]
    assert [one["id"] for one in everything["channels"]] == [
        "C0GENERAL",
        "G0LAUNCH",
        direct["channel"]["id"],
    ]


async def test_of_a_persons_private_conversations_only_shared_ones_are_told() -> None:
    async with calling(SlackServer.with_people()) as call:
        told = await call("users.conversations", user="U0ANN", types="public_channel,private_channel")
        living = await call("users.conversations", user="U0ANN", exclude_archived=True)
        guest = await call("users.conversations", user="U0GUS")
    assert [one["name"] for one in told["channels"]] == ["general", "all-hands", "marketing", "launch", "old"]
    assert [one["name"] for one in living["channels"]] == ["general", "all-hands", "marketing"]
    assert [one["name"] for one in guest["channels"]] == ["marketing"]


async def test_conversations_come_page_by_page() -> None:
    async with calling(SlackServer.with_people()) as call:
        first = await call("users.conversations", user="U0ANN", limit=3)
        cursor = first["response_metadata"]["next_cursor"]
        second = await call("users.conversations", user="U0ANN", limit=3, cursor=cursor)
        astray = await call("users.conversations", user="U0ANN", cursor="nowhere")
    assert [len(one["channels"]) for one in (first, second)] == [3, 1]
    assert second["response_metadata"]["next_cursor"] == ""
    assert astray["error"] == "invalid_cursor"


async def test_each_type_needs_its_scope() -> None:
    slack = SlackServer.with_people(scopes=frozenset({"channels:read"}))
    async with calling(slack) as call:
        assert (await call("users.conversations"))["ok"]
        refused = await call("users.conversations", types=EVERY_TYPE)
        unknown = await call("users.conversations", types="club")
        nobody = await call("users.conversations", user="U0NOBODY")
    assert (refused["error"], refused["needed"]) == ("missing_scope", "groups:read,im:read,mpim:read")
    assert (unknown["error"], nobody["error"]) == ("invalid_types", "user_not_found")
