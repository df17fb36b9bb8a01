"""Cancelling: asked first, told everywhere, and nothing left that does nothing."""

from tests.office import Office
from tests.scenarios.webinar_actions import card, has, opens_details, sees_in_thread, sees_on_card, thread


async def cancels(office: Office, reason: str | None = None) -> None:
    """Ann cancels her webinar."""
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Cancel webinar")
    await ann.sees(lambda: ann.modal.title == "Cancel this webinar?")
    await ann.fill("Reason", reason)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Done", 10)


async def test_every_card_says_so_with_the_reason_and_has_no_dead_button(office: Office) -> None:
    await has(office, {"Announce in": ["#general", "#marketing"]})
    await office.ben.presses("I’m going", message=card(office.ben))
    await cancels(office, "Ann is ill <!here>")
    for channel in ("#general", "#marketing"):
        await sees_on_card(office.ben, "Cancelled", channel)
        shown = card(office.ben, channel)
        assert shown.buttons == {}
        assert "Cancelled by <@U0ANN>. Reason: Ann is ill &lt;!here&gt;" in shown.plain
        await sees_in_thread(office.ben, channel)
        assert len(thread(office.ben, channel)) == 1
        assert "@here" not in thread(office.ben, channel)[0].pings
    await office.ben.sees(lambda: office.ben.dm)
    assert "was cancelled by <@U0ANN>" in office.ben.dm[0].plain
    assert office.ringcentral.webinars == {}
    await office.ann.sees(lambda: "Cancelled" in office.ann.dm[0].plain)
    assert "/join/" not in office.ann.dm[0].plain


async def test_keeping_it_changes_nothing(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Cancel webinar")
    await ann.sees(lambda: ann.modal.title == "Cancel this webinar?")
    await ann.closes()
    assert len(office.ringcentral.webinars) == 1


async def test_a_double_click_cancels_once(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Cancel webinar")
    await ann.sees(lambda: ann.modal.title == "Cancel this webinar?")
    await ann.submits(times=2)
    await ann.sees(lambda: "Cancelled" in card(ann).plain, 10)
    await ann.sees(lambda: thread(ann))
    assert len(thread(ann)) == 1
    assert office.operations.count("rcwConfigDeleteWebinar") == 1


async def test_what_has_begun_cannot_be_cancelled_and_says_why(office: Office) -> None:
    await has(office)
    ann = office.ann
    await opens_details(ann)
    await ann.presses("Cancel webinar")
    await ann.sees(lambda: ann.modal.title == "Cancel this webinar?")
    office.ringcentral.go_live(office.session.id)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Not everything worked", 10)
    assert len(office.ringcentral.webinars) == 1
