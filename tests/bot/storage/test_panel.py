"""Who is on the panel of a webinar, with their own links."""

from bot.models import Invitation, Role
from bot.storage.stores import Stores

BEN = Invitation(user="U0BEN", role=Role.CO_HOST, join_uri="https://v.example.com/join/ben")
CHIE = Invitation(user="U0CHIE", role=Role.PANELIST, problem="No e-mail address.")


async def test_everybody_is_found_with_their_own_link(stores: Stores) -> None:
    await stores.panel.save("d1", [CHIE, BEN])
    assert await stores.panel.list_members("d1") == (BEN, CHIE)
    assert await stores.panel.list_members("d2") == ()


async def test_another_role_takes_the_place_of_the_one_before(stores: Stores) -> None:
    await stores.panel.save("d1", [BEN])
    other = BEN.model_copy(update={"role": Role.PANELIST, "join_uri": None})
    await stores.panel.save("d1", [other])
    assert await stores.panel.list_members("d1") == (other,)
    assert await stores.panel.list_webinars_of("U0BEN", Role.CO_HOST) == []


async def test_whoever_is_taken_off_is_off_that_panel_alone(stores: Stores) -> None:
    for webinar_key in ("d1", "d2"):
        await stores.panel.save(webinar_key, [BEN, CHIE])
    await stores.panel.remove("d1", ["U0BEN", "U0EVE"])
    assert await stores.panel.list_by_webinars(["d1", "d2", "d3"]) == {"d1": (CHIE,), "d2": (BEN, CHIE)}


async def test_the_webinars_of_somebody_are_found_by_role_or_all(stores: Stores) -> None:
    await stores.panel.save("d1", [BEN])
    await stores.panel.save("d2", [BEN.model_copy(update={"role": Role.PANELIST}), CHIE])
    assert sorted(await stores.panel.list_webinars_of("U0BEN")) == ["d1", "d2"]
    assert await stores.panel.list_webinars_of("U0BEN", Role.CO_HOST) == ["d1"]
    assert await stores.panel.list_webinars_of("U0EVE") == []
