"""Webinars are looked up with who comes and helps, for whoever they concern, and changed by whoever may."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.models import Audience, Invitation, Reminders, Role
from bot.models.registration import RegistrationStage, SignupSource
from bot.models.submission import Made
from bot.models.tracked import ChannelAudience, TrackedWebinar
from bot.models.webinar import WebinarSettings
from bot.storage.messages import Kind
from bot.webinars import queries
from sandbox.faults import Hold, Status
from sandbox.slack.outages import refusal
from tests.blocks.example_webinar import START, webinar
from tests.bot.workplace import PLAN, Workplace

CO_HOST = Invitation(user="U0BEN", role=Role.CO_HOST, join_uri="https://v.example.com/join/ben")
PANELIST = Invitation(user="U0CHIE", role=Role.PANELIST)


async def stored(
    place: Workplace,
    webinar_key: str,
    owner: str = "U0ANN",
    audience: Audience = Audience.ALL_HANDS,
    day: int = 0,
) -> TrackedWebinar:
    """A webinar that we follow, so many days after the first."""
    made = Made(id=webinar_key, plan=PLAN, settings=WebinarSettings())
    await place.stores.webinars.add(webinar_key, owner, made)
    start = START + timedelta(days=day)
    await place.stores.webinars.save(
        webinar(id=webinar_key, session_id=f"s-{webinar_key}", owner=owner, audience=audience, start=start)
    )
    return await place.tracked(webinar_key)


async def card(place: Workplace, webinar_key: str, channel: str, *, posted: bool = True) -> None:
    """A card of a webinar in a channel; not `posted`, it is only about to be."""
    key = f"{webinar_key}:card:{channel}"
    await place.stores.messages.claim(key, webinar_key, Kind.CARD, channel)
    if posted:
        await place.stores.messages.mark_posted(key, channel, "1.1", "digest")


def keys(found: Sequence[TrackedWebinar]) -> list[str]:
    return [one.webinar_key for one in found]


async def test_a_webinar_is_found_with_everybody_who_comes_and_helps(place: Workplace) -> None:
    await stored(place, "d1")
    await place.stores.panel.save("d1", [CO_HOST, PANELIST])
    assert await place.queries.mark_going("d1", "U0EVE")
    assert not await place.queries.mark_going("d1", "U0EVE"), "they had said so"
    await place.queries.mark_going("d1", "U0DEE")
    await place.queries.mark_not_going("d1", "U0DEE")
    found = await place.queries.get_with_people("d1")
    assert found is not None
    assert (found.going, found.panel) == (("U0EVE",), (CO_HOST, PANELIST))
    bare = await place.queries.get_without_people("d1")
    assert bare is not None
    assert (bare.webinar, bare.going, bare.panel) == (found.webinar, (), ())


async def test_a_webinar_that_is_not_there_is_not_found(place: Workplace) -> None:
    assert await place.queries.get_with_people("d1") is None
    assert await place.queries.get_without_people("d1") is None


async def test_an_event_is_found_with_who_registered_and_who_waits(place: Workplace) -> None:
    tracked = await stored(place, "d1", audience=Audience.REGISTERED)
    first = await place.enters("U0BEN", channel="C0GENERAL")
    await place.enters("U0CHIE")
    await place.enters("U0EVE")
    await place.stores.registrations.change(
        first.number, lambda now: now.model_copy(update={"stage": RegistrationStage.REGISTERED})
    )
    found = await place.queries.with_people(tracked)
    assert found.registered == (SignupSource(user="U0BEN", channel="C0GENERAL"),)
    assert found.in_line == 2


async def test_nobody_registers_for_an_all_hands(place: Workplace) -> None:
    tracked = await stored(place, "d1")
    await place.enters("U0BEN")
    assert await place.queries.with_people(tracked) == tracked


@pytest.mark.parametrize(
    ("user", "may"),
    [("U0ANN", True), ("U0BEN", True), ("U0CHIE", False), ("U0DEE", True), ("U0EVE", False)],
    ids=["owner", "co-host", "panelist", "admin", "anybody else"],
)
async def test_owner_co_hosts_and_admins_may_change_a_webinar(place: Workplace, user: str, may: bool) -> None:  # noqa: FBT001
    tracked = (await stored(place, "d1")).model_copy(update={"panel": (CO_HOST, PANELIST)})
    assert await place.queries.may_change(user, tracked) is may
    assert await place.queries.may_change_soon(user, tracked) is may


@pytest.mark.parametrize("code", ["user_not_found", "fatal_error"])
async def test_an_admin_whom_slack_does_not_know_right_now_may_not(place: Workplace, code: str) -> None:
    tracked = await stored(place, "d1")
    place.slack.faults.add(Status(path="users.info", **refusal(code), times=None))
    assert not await place.queries.may_change_soon("U0DEE", tracked)
    assert await place.queries.may_change_soon("U0ANN", tracked), "the owner is known without Slack"


async def test_an_admin_whom_slack_names_too_late_may_not(
    place: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    tracked = await stored(place, "d1")
    monkeypatch.setattr(queries, "_TOLD_WITHIN", 0.01)
    hold = place.slack.faults.add(Hold(path="users.info"))
    assert not await place.queries.may_change_soon("U0DEE", tracked)
    hold.release()


async def test_the_webinars_that_concern_somebody_come_earliest_first(place: Workplace) -> None:
    await stored(place, "own", owner="U0BEN", day=4)
    await stored(place, "helped", day=3)
    await stored(place, "registered", audience=Audience.REGISTERED, day=2)
    await stored(place, "announced", day=1)
    await stored(place, "elsewhere")
    await place.stores.panel.save("helped", [CO_HOST])
    await place.enters("U0BEN", "registered")
    await card(place, "announced", "C0GENERAL")
    await card(place, "elsewhere", "G0LEADS")
    found = await place.queries.list_for("U0BEN")
    assert keys(found) == ["announced", "registered", "helped", "own"]
    assert [one.in_line for one in found] == [0, 1, 0, 0]
    assert [one.panel for one in found] == [(), (), (CO_HOST,), ()]


async def test_whoever_is_in_no_channel_sees_what_is_theirs(place: Workplace) -> None:
    place.slack.add_person("U0NEW", "newcomer")
    await stored(place, "own", owner="U0NEW")
    await stored(place, "announced")
    await card(place, "announced", "C0GENERAL")
    assert keys(await place.queries.list_for("U0NEW")) == ["own"]


async def test_two_webinars_at_the_same_time_keep_their_order(place: Workplace) -> None:
    for webinar_key in ("b", "c", "a"):
        await stored(place, webinar_key)
    assert keys(await place.queries.list_for("U0ANN")) == ["a", "b", "c"]


async def test_a_brief_list_tells_what_somebody_hosts(place: Workplace) -> None:
    await stored(place, "own", owner="U0BEN", day=1)
    await stored(place, "co-hosted", day=2)
    await stored(place, "paneled", day=3)
    await place.stores.panel.save("co-hosted", [CO_HOST])
    await place.stores.panel.save("paneled", [CO_HOST.model_copy(update={"role": Role.PANELIST})])
    brief = await place.queries.list_briefly_for("U0BEN")
    assert [(one.webinar_key, hosts) for one, hosts in brief] == [
        ("own", True),
        ("co-hosted", True),
        ("paneled", False),
    ]
    assert [one.panel for one, _ in brief] == [(), (), ()]


async def test_only_channels_that_have_a_card_are_named(place: Workplace) -> None:
    await stored(place, "d1")
    await card(place, "d1", "C0GENERAL")
    await card(place, "d1", "C0ALLHANDS", posted=False)
    await place.stores.messages.claim("d1:host", "d1", Kind.HOST, "D0ANN")
    await place.stores.messages.mark_posted("d1:host", "D0ANN", "1.2", "digest")
    assert await place.queries.list_channels("d1") == ("C0GENERAL",)


async def test_people_who_would_see_a_card_are_counted(place: Workplace) -> None:
    assert await place.queries.count_audiences(["C0GENERAL", "C0NOWHERE"]) == [
        ChannelAudience(channel="C0GENERAL", members=5),
        ChannelAudience(channel="C0NOWHERE", members=None),
    ]


async def test_reminders_are_changed(place: Workplace) -> None:
    await stored(place, "d1")
    wanted = Reminders(before=(timedelta(hours=1),), in_thread=False)
    await place.queries.change_reminders("d1", wanted)
    assert (await place.tracked()).webinar.reminders == wanted


async def test_whoever_found_no_room_is_remembered(place: Workplace) -> None:
    await place.queries.add_room_alert("d1", "U0BEN")
    assert await place.stores.room_alerts.list_by_webinar("d1") == ["U0BEN"]
