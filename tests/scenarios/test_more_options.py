"""Behind "More options": every setting, in plain words."""

from tests.office import Office
from tests.scenarios.form_actions import ALL_HANDS, fills, opens_group, opens_options, opens_the_form, sets

EVERYTHING = {
    "*Recording and stream*": {
        "Record the webinar": "Record",
        "Start recording": "Automatically, when it goes live",
        "Who may see the recording": "Signed-in co-workers only",
        "Livestream to other platforms": "Allowed",
    },
    "*Attendees*": {
        "Who may attend": "Anyone signed in to RingCentral",
        "Password": "s3same",
        "Dial-in by phone": "Offered",
        "After the webinar, send attendees to": "https://example.com/thanks",
    },
    "*Panel*": {
        "Waiting room for panelists": "Panelists wait to be let in",
        "Panelists' video": "Off when they join",
        "Panelists' screen sharing": "Off when they join",
        "Panelists mute themselves": "Not allowed",
        "Who may join as a panelist": "Anyone with the link",
        "Panelists can join early (minutes)": "15",
    },
    "*Q&amp;A and polls*": {
        "Q&A": "On",
        "Anonymous questions": "Not allowed",
        "Moderated Q&A": "Questions are approved first",
        "Polls": "On",
        "Anonymous poll answers": "Not allowed",
    },
}
SENT = {
    "recordingEnabled": True,
    "autoRecord": True,
    "artifactsAccessAuthentication": "AuthenticatedCoworker",
    "externalLivestreamEnabled": True,
    "attendeeAuthentication": "AuthenticatedUser",
    "password": "s3same",
    "pstnEnabled": True,
    "postWebinarRedirectUri": "https://example.com/thanks",
    "panelistWaitingRoom": True,
    "panelistVideoEnabled": False,
    "panelistScreenSharingEnabled": False,
    "panelistMuteControlEnabled": False,
    "panelistAuthentication": "Guest",
    "qnaEnabled": True,
    "qnaAnonymousEnabled": False,
    "moderatedQnaEnabled": True,
    "pollsEnabled": True,
    "pollsAnonymousEnabled": False,
    "registrationEnabled": False,
}


async def test_every_setting_can_be_set_and_is_sent(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await opens_options(ann)
    for group, fields in EVERYTHING.items():
        await sets(ann, group, fields)
    await ann.submits()
    await ann.sees(lambda: "Record the webinar: Record" in ann.modal.text)
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    assert office.ringcentral.exchanges[1].request["settings"] == SENT
    assert office.ringcentral.exchanges[2].request["panelJoinTimeOffset"] == 900
    assert "Panelists' video: Off when they join" in ann.modal.text


async def test_nothing_is_asked_that_the_account_decides(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    for group, fields in EVERYTHING.items():
        await opens_group(ann, group)
        for label in fields:
            if ann.modal.options(label):
                assert ann.modal.value(label) == "Account default"
        await ann.closes()


async def test_with_recording_off_no_other_recording_setting_can_be_on(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, ALL_HANDS)
    await opens_options(ann)
    await sets(ann, "*Recording and stream*", {"Start recording": "Automatically, when it goes live"})
    await opens_group(ann, "*Recording and stream*")
    await ann.fill("Record the webinar", "Do not record")
    await ann.sees(lambda: "Start recording" not in ann.modal.labels)
    assert "not available while" in ann.modal.text
    await ann.submits()
    await ann.sees(lambda: "Do not record" in ann.modal.text)
    await ann.submits()
    await ann.submits()
    await ann.sees(lambda: ann.modal.title == "Webinar created")
    sent = office.ringcentral.exchanges[1].request["settings"]
    assert sent == {"recordingEnabled": False, "registrationEnabled": False}


async def test_questions_and_polls_rule_what_hangs_on_them(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    await opens_group(ann, "*Q&amp;A and polls*")
    await ann.fill("Polls", "Off")
    await ann.sees(lambda: "Anonymous poll answers" not in ann.modal.labels)
    await ann.fill("Q&A", "Off")
    await ann.sees(lambda: ann.modal.labels == ["Q&A", "Polls"])
    await ann.fill("Q&A", "On")
    await ann.sees(lambda: "Moderated Q&A" in ann.modal.labels)


async def test_what_was_typed_stays_while_options_are_looked_at(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await fills(ann, {**ALL_HANDS, "Announce in": ["#marketing"]})
    await opens_options(ann)
    await ann.fill("Description", "Numbers and plans")
    await sets(ann, "*Attendees*", {"Who may attend": "Signed-in co-workers only"})
    assert ann.modal.value("Description") == "Numbers and plans"
    await ann.submits()
    await ann.sees(lambda: "Description added" in ann.modal.text)
    assert ann.modal.value("Title") == "Q3 All-Hands"
    assert ann.modal.value("Start time") == "15:00"
    assert ann.modal.value("Announce in") == "#marketing"
    assert ann.modal.value("Time zone").startswith("Los Angeles")


async def test_options_are_there_again_when_opened_again(office: Office) -> None:
    ann = office.ann
    await opens_the_form(ann)
    await opens_options(ann)
    await fills(ann, {"Description": "Kept", "Co-hosts": ["U0BEN"]})
    await ann.submits()
    await ann.sees(lambda: "1 co-host" in ann.modal.text)
    await opens_options(ann)
    assert ann.modal.value("Description") == "Kept"
    assert ann.modal.value("Co-hosts") == "Ben Bauer"
