"""The views.* methods by themselves: triggers, stacks, hashes and homes."""

from typing import Any

import pytest

from sandbox.slack import SlackServer
from tests.sandbox.bolt_app import calling, input_block, modal, section

VIEW = modal(section("hi"))
HOME = {"type": "home", "blocks": [section("Your webinars")]}


class ViewClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


def _trigger(slack: SlackServer) -> str:
    return slack.state.triggers.give("U0ANN", "C0GENERAL")


async def test_a_trigger_works_once_and_for_three_seconds() -> None:
    clock = ViewClock()
    slack = SlackServer.with_people(clock=clock)
    async with calling(slack) as call:
        trigger_id = _trigger(slack)
        first = await call("views.open", trigger_id=trigger_id, view=VIEW)
        second = await call("views.open", trigger_id=trigger_id, view=VIEW)
        late = _trigger(slack)
        clock.now += 3.1
        third = await call("views.open", trigger_id=late, view=VIEW)
        made_up = await call("views.open", trigger_id="1.2.3", view=VIEW)
        missing = await call("views.open", view=VIEW)
    assert first["ok"] is True
    assert second["error"] == "exchanged_trigger_id"
    assert third["error"] == "expired_trigger_id"
    assert made_up["error"] == "invalid_trigger_id"
    assert missing["error"] == "invalid_arguments"


async def test_a_refused_view_does_not_spend_the_trigger() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        trigger_id = _trigger(slack)
        refused = await call("views.open", trigger_id=trigger_id, view=VIEW | {"title": None})
        opened = await call("views.open", trigger_id=trigger_id, view=VIEW)
    assert refused["error"] == "invalid_arguments"
    assert "/view/title" in refused["response_metadata"]["messages"][0]
    assert opened["ok"] is True


@pytest.mark.parametrize(
    ("view", "error"),
    [
        (None, "invalid_arguments"),
        ("{", "invalid_arguments"),
        (HOME, "invalid_arguments"),
        (
            modal(section("x" * 2900), private_metadata="x") | {"blocks": [section("x" * 2900)] * 90},
            "view_too_large",
        ),
    ],
)
async def test_what_is_no_modal_cannot_be_opened(view: Any, error: str) -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        answer = await call("views.open", trigger_id=_trigger(slack), view=view)
    assert answer["error"] == error


async def test_an_opened_view_comes_back_complete() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        answer = await call("views.open", trigger_id=_trigger(slack), view=VIEW)
    view = answer["view"]
    assert view["root_view_id"] == view["id"]
    assert view["blocks"][0]["block_id"]
    assert view["blocks"][0]["text"] == {"type": "mrkdwn", "text": "hi", "verbatim": False}
    assert (view["previous_view_id"], view["state"], view["private_metadata"]) == (None, {"values": {}}, "")


async def test_modals_stack_three_deep() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        nothing_below = await call("views.push", trigger_id=_trigger(slack), view=VIEW)
        opened = await call("views.open", trigger_id=_trigger(slack), view=VIEW)
        pushed = await call("views.push", trigger_id=_trigger(slack), view=VIEW)
        third = await call("views.push", trigger_id=_trigger(slack), view=VIEW)
        fourth = await call("views.push", trigger_id=_trigger(slack), view=VIEW)
    assert nothing_below["error"] == "invalid_trigger_id"
    assert pushed["view"]["previous_view_id"] == opened["view"]["id"]
    assert third["view"]["root_view_id"] == opened["view"]["id"]
    assert fourth["error"] == "push_limit_reached"


async def test_an_update_needs_an_open_view_and_a_fresh_hash() -> None:
    slack = SlackServer.with_people()
    ann = slack.person("ann")
    async with calling(slack) as call:
        opened = (await call("views.open", trigger_id=_trigger(slack), view=VIEW | {"external_id": "form"}))[
            "view"
        ]
        updated = await call(
            "views.update", view_id=opened["id"], hash=opened["hash"], view=VIEW | {"external_id": "form"}
        )
        stale = await call("views.update", view_id=opened["id"], hash=opened["hash"], view=VIEW)
        by_name = await call("views.update", external_id="form", view=VIEW)
        other_type = await call("views.update", view_id=opened["id"], view=HOME)
        unnamed = await call("views.update", view=VIEW)
        await ann.closes()
        closed = await call("views.update", view_id=opened["id"], view=VIEW)
    assert updated["view"]["hash"] != opened["hash"]
    assert stale["error"] == "hash_conflict"
    assert by_name["ok"] is True
    assert other_type["error"] == "invalid_arguments"
    assert unnamed["error"] == "invalid_arguments"
    assert closed["error"] == "not_found"


async def test_an_external_id_belongs_to_one_view() -> None:
    slack = SlackServer.with_people()
    named = VIEW | {"external_id": "form"}
    async with calling(slack) as call:
        await call("views.open", trigger_id=_trigger(slack), view=named)
        pushed = await call("views.push", trigger_id=_trigger(slack), view=named)
    assert pushed["error"] == "duplicate_external_id"


async def test_a_home_is_published_and_published_again() -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        first = await call("views.publish", user_id="U0ANN", view=HOME)
        second = await call("views.publish", user_id="U0ANN", view=HOME, hash=first["view"]["hash"])
        stale = await call("views.publish", user_id="U0ANN", view=HOME, hash=first["view"]["hash"])
        nobody = await call("views.publish", user_id="U0NOBODY", view=HOME)
        no_home = await call("views.publish", user_id="U0ANN", view=VIEW)
    assert slack.person("ann").home.text == "Your webinars"
    assert slack.person("ben").home is None
    assert first["view"]["id"] == second["view"]["id"]
    assert stale["error"] == "hash_conflict"
    assert (nobody["error"], no_home["error"]) == ("invalid_arguments", "invalid_arguments")


async def test_an_app_without_a_home_cannot_publish_one() -> None:
    slack = SlackServer.with_people()
    slack.install({})
    async with calling(slack) as call:
        answer = await call("views.publish", user_id="U0ANN", view=HOME)
    assert answer["error"] == "not_enabled"


def _menu(**more: Any) -> dict[str, Any]:
    return input_block(
        "where", "Where", {"type": "conversations_select", "default_to_current_conversation": True, **more}
    )


@pytest.mark.parametrize(
    ("menu", "value"),
    [
        (_menu(), "#general"),
        (_menu(filter={"include": ["private"]}), ""),
        (_menu(initial_conversation="C0MARKETING"), "#marketing"),
    ],
)
async def test_a_menu_starts_with_the_conversation_in_the_background_if_it_offers_it(
    menu: dict[str, Any], value: str
) -> None:
    slack = SlackServer.with_people()
    async with calling(slack) as call:
        await call("views.open", trigger_id=_trigger(slack), view=modal(menu))
    assert slack.person("ann").modal.value("Where") == value
