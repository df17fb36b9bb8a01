"""An all-hands: from the form to the card with the shared join link."""

from tests.office import Office
from tests.scenarios.form_actions import creates


async def test_a_team_lead_creates_and_announces_an_all_hands(office: Office) -> None:
    ann = office.ann
    await creates(ann)
    assert office.operations == ["rcwConfigCreateWebinar", "rcwConfigCreateSession"]
    assert "Q3 All-Hands" in ann.modal.text
    assert "3:00 PM in Los Angeles" in ann.modal.text
    assert "3:45 PM" in ann.modal.text
    assert "Host: <@U0ANN>" in ann.modal.text
    assert "in <#C0GENERAL>" in ann.modal.text
    (card,) = ann.messages("#general")
    assert card.buttons["Join"] == office.attendee_link
    assert list(card.buttons) == ["Join", "I’m going", "Add to calendar", "Details"]
    assert office.attendee_link in ann.modal.text


async def test_the_webinar_is_what_was_asked(office: Office) -> None:
    await creates(office.ann)
    webinar, session = office.webinar, office.session
    assert webinar.title == "Q3 All-Hands"
    assert webinar.settings["registrationEnabled"] is False
    assert session.start.isoformat() == "2026-03-10T22:00:00+00:00"
    assert (session.duration, session.time_zone) == (2700, "America/Los_Angeles")


async def test_only_what_the_person_changed_is_sent(office: Office) -> None:
    await creates(office.ann)
    made = office.ringcentral.exchanges[1]
    assert made.request == {"title": "Q3 All-Hands", "settings": {"registrationEnabled": False}}


async def test_the_text_of_the_card_alone_tells_everything(office: Office) -> None:
    await creates(office.ann)
    (card,) = office.ann.messages("#general")
    for told in ("Q3 All-Hands", "3:00 PM in Los Angeles", "3:45 PM", "<@U0ANN>", office.attendee_link):
        assert told in card.text


async def test_the_hosts_own_link_goes_to_the_host_alone(office: Office) -> None:
    await creates(office.ann)
    await office.ann.sees(lambda: office.ann.dm)
    assert office.ann.dm[0].buttons["Start as host"] == office.host_link
    assert "Q3 All-Hands" in office.ann.dm[0].text
    assert office.host_link not in [office.ann.modal.text, *office.ann.modal.buttons.values()]
    assert all(office.host_link not in message.plain for message in office.ben.messages("#general"))


async def test_several_channels_get_a_card_each(office: Office) -> None:
    ann = office.ann
    await creates(ann, {"Announce in": ["#general", "#marketing", "#launch"]})
    for channel in ("#general", "#marketing", "#launch"):
        assert len(ann.messages(channel)) == 1, channel


async def test_a_title_that_would_ping_everybody_stays_text(office: Office) -> None:
    title = "<!channel> & <b>"
    await creates(office.ann, {"Title": title})
    (card,) = office.ann.messages("#general")
    await office.ann.sees(lambda: office.ann.dm)
    assert office.webinar.title == title
    for seen in (card.text, card.plain, office.ann.modal.text, office.ann.dm[0].text, office.ann.dm[0].plain):
        assert "&lt;!channel&gt; &amp; &lt;b&gt;" in seen
        assert "<!channel>" not in seen


async def test_nobody_is_told_anything_when_no_channel_is_chosen(office: Office) -> None:
    await creates(office.ann, {"Announce in": None})
    assert office.ann.messages("#general") == []
    await office.ann.sees(lambda: office.ann.dm)
