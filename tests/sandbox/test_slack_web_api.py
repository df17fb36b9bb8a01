"""The door of the Web API: token, scope and rate."""

import httpx
import pytest

from sandbox.faults import Faults, StatusAfter
from sandbox.serve import serve
from sandbox.slack import SlackServer
from sandbox.slack.web_api.endpoint import METHODS
from sandbox.slack.web_api.scopes import METHOD_SCOPES
from tests.sandbox.bolt_app import browsing, calling, modal, section

HOME = {"type": "home", "blocks": [section("hi")]}


class RateLimitClock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


async def test_the_bot_learns_who_it_is() -> None:
    async with calling(SlackServer.with_people()) as call:
        answer = await call("auth.test")
    assert (answer["ok"], answer["user_id"], answer["bot_id"]) == (True, "U0BOT", "B0BOT")


@pytest.mark.parametrize(
    ("headers", "error"),
    [({}, "not_authed"), ({"Authorization": "Bearer xoxb-other"}, "invalid_auth")],
)
async def test_strangers_are_turned_away(headers: dict[str, str], error: str) -> None:
    slack = SlackServer()
    async with serve(slack.app) as url, browsing() as http:
        answer = await http.get(f"{url}/api/auth.test", headers=headers)
    assert answer.json() == {"ok": False, "error": error}


async def test_a_token_may_come_as_a_form_field_but_not_in_json_and_is_never_kept() -> None:
    slack = SlackServer.with_people()
    form = {"token": slack.bot_token, "user": "U0ANN"}
    async with serve(slack.app) as url, browsing() as http:
        by_form = await http.post(f"{url}/api/users.info", data=form)
        by_query = await http.get(f"{url}/api/users.info", params=form)
        by_json = await http.post(f"{url}/api/users.info", json=form)
    assert [by_form.json()["ok"], by_query.json()["ok"]] == [True, True]
    assert by_json.json()["error"] == "not_authed"
    assert slack.bot_token not in str(slack.exchanges)


async def test_structures_may_come_as_json_text_in_a_form() -> None:
    slack = SlackServer.with_people()
    form = {"token": slack.bot_token, "channel": "C0GENERAL", "text": "hi", "blocks": '[{"type": "divider"}]'}
    async with serve(slack.app) as url, browsing() as http:
        posted = await http.post(f"{url}/api/chat.postMessage", data=form)
        broken = await http.post(f"{url}/api/chat.postMessage", data=form | {"blocks": "[{"})
    assert posted.json()["message"]["blocks"][0]["type"] == "divider"
    assert broken.json()["error"] == "invalid_blocks_format"


@pytest.mark.parametrize(("body", "error"), [("{", "invalid_json"), ("[]", "json_not_object")])
async def test_a_body_that_is_no_json_object_is_refused(body: str, error: str) -> None:
    slack = SlackServer()
    headers = {"Authorization": f"Bearer {slack.bot_token}", "Content-Type": "application/json"}
    async with serve(slack.app) as url, browsing() as http:
        answer = await http.post(f"{url}/api/chat.postMessage", content=body, headers=headers)
    assert answer.json()["error"] == error


async def test_a_method_that_does_not_exist_is_unknown() -> None:
    async with calling(SlackServer()) as call:
        answer = await call("chat.shout")
    assert answer["error"] == "unknown_method"


def test_every_method_has_its_scopes_on_the_list() -> None:
    assert METHODS.keys() == METHOD_SCOPES.keys()


async def test_a_call_without_its_scope_says_which_is_needed() -> None:
    slack = SlackServer.with_people(scopes=frozenset({"channels:read", "commands"}))
    async with calling(slack) as call:
        posted = await call("chat.postMessage", channel="C0GENERAL", text="hi")
        public = await call("conversations.info", channel="C0GENERAL")
        private = await call("conversations.info", channel="G0LAUNCH")
        opened = await call("conversations.open", users="U0ANN")
        view = await call("views.publish", user_id="U0ANN", view=HOME)
    assert posted == {
        "ok": False,
        "error": "missing_scope",
        "needed": "chat:write",
        "provided": "channels:read,commands",
    }
    assert (public["ok"], view["ok"]) == (True, True)
    assert (private["error"], private["needed"]) == ("missing_scope", "groups:read")
    assert opened["needed"] == "im:write"


async def test_an_e_mail_is_told_only_with_its_scope_and_a_locale_only_when_asked_for() -> None:
    slack = SlackServer.with_people()
    scanty = SlackServer.with_people(scopes=frozenset({"users:read"}))
    async with calling(slack) as call, calling(scanty) as poor_call:
        plainly = await call("users.info", user="U0BEN")
        asked = await call("users.info", user="U0BEN", include_locale=True)
        poorly = await poor_call("users.info", user="U0BEN")
        guest = await call("users.info", user="U0GUS")
        nobody = await call("users.info", user="U0NOBODY")
    assert plainly["user"]["profile"]["email"] == "ben@example.com"
    assert "locale" not in plainly["user"]
    assert (asked["user"]["locale"], asked["user"]["tz"]) == ("de-DE", "Europe/Berlin")
    assert "email" not in poorly["user"]["profile"]
    assert "email" not in guest["user"]["profile"]
    assert guest["user"]["is_restricted"] is True
    assert nobody["error"] == "user_not_found"


async def test_somebody_who_left_has_neither_zone_nor_role() -> None:
    slack = SlackServer()
    slack.add_person("U0OLD", "old", deleted=True)
    slack.add_person("U0FAR", "far", tz=None)
    async with calling(slack) as call:
        gone = await call("users.info", user="U0OLD")
        far = await call("users.info", user="U0FAR")
    assert gone["user"]["deleted"] is True
    assert "tz" not in gone["user"]
    assert "tz" not in far["user"]


async def test_posting_too_fast_in_one_channel_has_to_wait_as_long_as_it_is_told() -> None:
    clock = RateLimitClock()
    slack = SlackServer.with_people(clock=clock)
    async with serve(slack.app) as url, browsing() as http:
        headers = {"Authorization": f"Bearer {slack.bot_token}"}

        async def post(channel: str) -> httpx.Response:
            return await http.post(
                f"{url}/api/chat.postMessage", data={"channel": channel, "text": "hi"}, headers=headers
            )

        for _ in range(20):
            assert (await post("C0GENERAL")).status_code == 200
        refused = await post("C0GENERAL")
        elsewhere = await post("C0ALLHANDS")
        clock.now += int(refused.headers["Retry-After"])
        later = await post("C0GENERAL")
    assert (refused.status_code, refused.json()["error"]) == (429, "ratelimited")
    assert (elsewhere.status_code, later.status_code) == (200, 200)


async def test_limits_can_be_sped_up_and_what_came_too_fast_is_counted() -> None:
    clock = RateLimitClock()
    slack = SlackServer.with_people(clock=clock, rate_speed=60)
    async with calling(slack) as call:
        for _ in range(20):
            await call("chat.postMessage", channel="C0GENERAL", text="hi")
        refused = await call("chat.postMessage", channel="C0GENERAL", text="hi")
        clock.now += 0.2
        later = [await call("chat.postMessage", channel="C0GENERAL", text="hi") for _ in range(6)]
    assert refused["error"] == "ratelimited"
    assert [answer["ok"] for answer in later] == [True] * 6
    assert [one.method for one in slack.rate_limited] == ["chat.postMessage"]


async def test_without_rate_limits_nothing_waits() -> None:
    slack = SlackServer.with_people(clock=RateLimitClock(), rate_limits=False)
    async with calling(slack) as call:
        answers = [await call("chat.postMessage", channel="C0GENERAL", text="hi") for _ in range(25)]
    assert all(answer["ok"] for answer in answers)


async def test_the_wire_to_slack_may_be_faulty() -> None:
    slack = SlackServer.with_people(faults=Faults(StatusAfter(path="chat.postMessage", code=502)))
    async with serve(slack.app) as url, browsing() as http:
        form = {"token": slack.bot_token, "channel": "C0GENERAL", "text": "hi"}
        lost = await http.post(f"{url}/api/chat.postMessage", data=form)
        found = await http.post(f"{url}/api/chat.postMessage", data=form)
    assert (lost.status_code, found.status_code) == (502, 200)
    assert len(slack.person("ann").messages("#general")) == 2


async def test_every_call_is_kept_in_order() -> None:
    clock = RateLimitClock()
    slack = SlackServer.with_people(clock=clock)
    async with calling(slack) as call:
        await call("auth.test")
        await call("chat.postMessage", channel="C0NOWHERE", text="hi")
        await call("views.open", trigger_id="none", view=modal(section("hi")))
    assert [(one.method, one.response.get("error")) for one in slack.exchanges] == [
        ("auth.test", None),
        ("chat.postMessage", "channel_not_found"),
        ("views.open", "invalid_trigger_id"),
    ]
    assert slack.exchanges[1].request == {"channel": "C0NOWHERE", "text": "hi"}
    assert slack.exchanges[1].at == clock.now
