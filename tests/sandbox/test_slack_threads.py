"""Threads: replies, those that show in the channel as well, and where each of them is found."""

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import actions, button, calling, section
from tests.sandbox.slack_setup import SlackSetup


async def test_a_reply_stays_in_its_thread_unless_it_is_broadcast() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("conversations.join", channel="C0GENERAL")
        card = await call("chat.postMessage", channel="C0GENERAL", text="card")
        reply = {"channel": "C0GENERAL", "thread_ts": card["ts"]}
        quiet = await call("chat.postMessage", text="quiet", **reply)
        loud = await call("chat.postMessage", text="loud", reply_broadcast=True, **reply)
        history = await call("conversations.history", channel="C0GENERAL")
        assert [one["text"] for one in history["messages"]] == ["loud", "card"]
        assert loud["message"]["subtype"] == "thread_broadcast"
        update = {"channel": "C0GENERAL", "text": "loud too", "reply_broadcast": True}
        assert (await call("chat.update", ts=quiet["ts"], **update))["ok"]
        thread = await call("conversations.replies", channel="C0GENERAL", ts=card["ts"])
        link = await call("chat.getPermalink", channel="C0GENERAL", message_ts=quiet["ts"])
    assert [one["text"] for one in thread["messages"]] == ["card", "loud too", "loud"]
    assert thread["messages"][0]["reply_count"] == 2
    assert link["permalink"].endswith(f"?thread_ts={card['ts']}&cid=C0GENERAL")
    ann = slack.person("ann")
    (message, *_) = ann.messages("#general")
    assert [one.broadcast for one in ann.replies(message)] == [True, True]


async def test_what_is_said_for_one_alone_in_a_thread_is_no_reply_to_others(setup: SlackSetup) -> None:
    await setup.ann.types("Lunch?", "#general")
    (message,) = setup.ann.messages("#general")
    said = {"channel": "C0GENERAL", "text": "psst", "thread_ts": message.ts, "user": "U0ANN"}
    await setup.calls("chat.postEphemeral", **said)
    assert [one.ephemeral for one in setup.ann.replies(message)] == [True]
    assert setup.slack.person("ben").replies(message) == []


async def test_a_reply_of_the_bot_changes_in_place_and_can_be_pressed(setup: SlackSetup) -> None:
    setup.answers(setup.bot.action("go"))
    card = await setup.calls("chat.postMessage", channel="C0GENERAL", text="card")
    blocks = [section("Draft"), actions(button("go", "Go"))]
    reply = {"channel": "C0GENERAL", "thread_ts": card["ts"], "text": "draft", "blocks": blocks}
    posted = await setup.calls("chat.postMessage", **reply)
    (message, _) = setup.ann.messages("#general")
    await setup.ann.presses("Go", message=setup.ann.replies(message)[0])
    assert setup.got[0]["container"]["thread_ts"] == card["ts"]
    await setup.calls("chat.update", channel="C0GENERAL", ts=posted["ts"], text="done", blocks=[])
    (changed,) = setup.ann.replies(message)
    assert (changed.plain, changed.edited, changed.thread_ts) == ("done", True, card["ts"])
