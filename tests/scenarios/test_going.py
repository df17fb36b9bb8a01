"""People say on the card that they come."""

from tests.office import Office
from tests.scenarios.webinar_actions import card, has, opens_details, sees_on_card


async def test_the_card_counts_and_names_who_comes(office: Office) -> None:
    await has(office)
    for count, name in enumerate(("U0BEN", "U0CHIE", "U0DEE", "U0ANN"), start=1):
        await office.person(name).presses("I’m going", message=card(office.ben))
        await sees_on_card(office.ben, f"{count} {'is' if count == 1 else 'are'} going")
    assert "<@U0BEN>, <@U0CHIE>, <@U0DEE> and 1 more" in card(office.ben).plain
    assert card(office.ben).edited, "an edit pings nobody"


async def test_who_clicks_is_told_and_can_take_it_back(office: Office) -> None:
    await has(office)
    ben = office.ben
    await ben.presses("I’m going", message=card(ben))
    await ben.presses("I’m going", message=card(ben))
    await ben.sees(lambda: sum(one.ephemeral for one in ben.messages("#general")) == 2)
    told = [one for one in ben.messages("#general") if one.ephemeral]
    assert "You’re going to" in told[0].plain
    assert "already" in told[1].plain
    await ben.sees(lambda: "1 is going" in card(ben).plain)
    await ben.presses("I can’t come after all", message=told[0])
    await ben.sees(lambda: "going" not in card(ben).plain.replace("I’m going", ""))
    await ben.sees(lambda: sum("I’ll remind you" in one.plain for one in ben.messages("#general")) == 1)
    assert any("no longer going to *Q3 All-Hands*" in one.plain for one in ben.messages("#general"))
    assert all(not one.ephemeral for one in office.ann.messages("#general")), "nobody else was told"


async def test_the_host_alone_sees_the_whole_list(office: Office) -> None:
    await has(office)
    people = ["U0BEN", "U0CHIE", "U0DEE", "U0ANN"]
    for name in people:
        await office.person(name).presses("I’m going", message=card(office.ben))
    await office.ben.sees(lambda: "4 are going" in card(office.ben).plain)
    await opens_details(office.ann)
    assert all(f"<@{name}>" in office.ann.modal.text for name in people)
    await opens_details(office.person("U0EVE"))
    assert "1 more" in office.person("U0EVE").modal.text
