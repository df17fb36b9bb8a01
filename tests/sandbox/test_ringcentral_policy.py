"""The administrator of the local account has the last word on settings."""

from typing import Any

import pytest

from sandbox.ringcentral import KEPT_BY_ACCOUNT, Policy
from tests.sandbox.api_client import opened


async def settings_of(policy: Policy, **asked: Any) -> dict[str, Any]:
    async with opened(policy=policy) as world:
        made = await world.done("POST", "/webinars", {"title": "All-hands", "settings": asked})
        settings: dict[str, Any] = made["settings"]
        return settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("recordingEnabled", False),
        ("autoRecord", True),
        ("panelistWaitingRoom", True),
        ("attendeeAuthentication", "AuthenticatedCoworker"),
        ("password", "open sesame"),
        ("qnaEnabled", False),
        ("pollsEnabled", False),
        ("pollsAnonymousEnabled", False),
        ("registrationEnabled", True),
        ("postWebinarRedirectUri", "https://example.com/thanks"),
    ],
)
async def test_what_the_guide_names_is_honoured(name: str, value: Any) -> None:
    assert (await settings_of(Policy(), **{name: value}))[name] == value


@pytest.mark.parametrize(
    "name", ["externalLivestreamEnabled", "recordingSharingEnabled", "recordingDownloadEnabled"]
)
async def test_some_settings_stay_the_accounts_without_a_word(name: str) -> None:
    assert (await settings_of(Policy(), **{name: False}))[name] is True


async def test_the_account_has_values_of_its_own() -> None:
    settings = await settings_of(Policy(defaults={"pstnEnabled": True, "qnaEnabled": False}))
    assert (settings["pstnEnabled"], settings["qnaEnabled"], settings["moderatedQnaEnabled"]) == (
        True,
        False,
        False,
    )


async def test_a_refused_setting_is_named_and_nothing_is_made() -> None:
    async with opened(policy=Policy(refused={"autoRecord"}, forbidden={"password"})) as world:
        for status, settings in ((400, {"autoRecord": True}), (403, {"password": "open sesame"})):
            body = {"title": "All-hands", "settings": settings}
            assert await world.refused(status, "POST", "/webinars", body) == [
                f"settings.{next(iter(settings))}"
            ]
        assert not world.api.webinars
        path = await world.webinar(autoRecord=False)
        assert await world.refused(400, "PATCH", path, {"settings": {"autoRecord": True}}) == [
            "settings.autoRecord"
        ]


async def test_an_overridden_setting_answers_the_accounts_value_on_updates_too() -> None:
    policy = Policy(overridden=KEPT_BY_ACCOUNT | {"panelistWaitingRoom", "password"})
    async with opened(policy=policy) as world:
        path = await world.webinar(panelistWaitingRoom=True, password="open sesame")
        changed = await world.done("PATCH", path, {"settings": {"panelistWaitingRoom": True}})
        assert changed["settings"]["panelistWaitingRoom"] is False
        assert "password" not in changed["settings"]


async def test_a_required_password_is_made_up_where_none_is_given() -> None:
    async with opened(policy=Policy(password_required=True)) as world:
        made = await world.done("POST", "/webinars", {"title": "All-hands"})
        assert made["settings"]["password"]
        changed = await world.done("PATCH", f"/webinars/{made['id']}", {"settings": {"password": ""}})
        assert changed["settings"]["password"] not in ("", made["settings"]["password"])


@pytest.mark.parametrize(
    ("switch", "part"),
    [
        ("recordingEnabled", "autoRecord"),
        ("recordingEnabled", "recordingSharingEnabled"),
        ("qnaEnabled", "qnaAnonymousEnabled"),
        ("qnaEnabled", "moderatedQnaEnabled"),
        ("pollsEnabled", "pollsAnonymousEnabled"),
    ],
)
async def test_nothing_hangs_on_a_switch_that_is_off(switch: str, part: str) -> None:
    async with opened() as world:
        body = {"title": "All-hands", "settings": {switch: False, part: True}}
        assert await world.refused(400, "POST", "/webinars", body) == [f"settings.{part}"]
        path = await world.webinar(**{switch: False})
        assert await world.refused(400, "PATCH", path, {"settings": {part: True}}) == [f"settings.{part}"]
        assert (await world.done("GET", path))["settings"][part] is False


async def test_turning_a_switch_off_turns_its_parts_off() -> None:
    async with opened() as world:
        path = await world.webinar(autoRecord=True)
        changed = await world.done("PATCH", path, {"settings": {"recordingEnabled": False}})
        assert changed["settings"]["autoRecord"] is False


async def test_the_policy_may_change_while_the_api_is_served() -> None:
    async with opened() as world:
        path = await world.webinar(autoRecord=True)
        world.api.policy = Policy(refused={"autoRecord"})
        assert (await world.done("PATCH", path, {"title": "Q3"}))["settings"]["autoRecord"] is True
