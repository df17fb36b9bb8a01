"""The settings in plain words: what each is called, what its choices are, and how they go together."""

from enum import StrEnum
from typing import Final, NamedTuple

from bot.models import Access, WebinarSettings
from bot.models.form import Options

ACCOUNT: Final = "account"
ACCOUNT_SAYS: Final = "Account default"
JOINS_EARLY: Final = "Panelists can join early (minutes)"


class Group(StrEnum):
    """The settings that stand in one view."""

    RECORDING = "recording"
    ATTENDEES = "attendees"
    PANEL = "panel"
    QUESTIONS = "questions"


TITLES: Final = {
    Group.RECORDING: "Recording and stream",
    Group.ATTENDEES: "Attendees",
    Group.PANEL: "Panel",
    Group.QUESTIONS: "Q&A and polls",
}


class Switch(NamedTuple):
    """A setting that is on or off; in a sentence it reads "label: on"."""

    label: str
    on: str
    off: str


class Door(NamedTuple):
    """A setting that says who is let in."""

    label: str


class Entry(NamedTuple):
    """A setting that is typed."""

    label: str
    hint: str


WORDS: Final[dict[str, Switch | Door | Entry]] = {
    "recording_enabled": Switch("Record the webinar", "Record", "Do not record"),
    "auto_record": Switch("Start recording", "Automatically, when it goes live", "When the host starts it"),
    "artifacts_access_authentication": Door("Who may see the recording"),
    "external_livestream_enabled": Switch("Livestream to other platforms", "Allowed", "Not allowed"),
    "attendee_authentication": Door("Who may attend"),
    "password": Entry(
        "Password", "At most 64 characters. Only you can see it; it is never posted in a channel."
    ),
    "pstn_enabled": Switch("Dial-in by phone", "Offered", "Not offered"),
    "post_webinar_redirect_uri": Entry("After the webinar, send attendees to", "A web address, https://…"),
    "panelist_waiting_room": Switch(
        "Waiting room for panelists", "Panelists wait to be let in", "Panelists join directly"
    ),
    "panelist_video_enabled": Switch("Panelists' video", "On when they join", "Off when they join"),
    "panelist_screen_sharing_enabled": Switch(
        "Panelists' screen sharing", "On when they join", "Off when they join"
    ),
    "panelist_mute_control_enabled": Switch("Panelists mute themselves", "Allowed", "Not allowed"),
    "panelist_authentication": Door("Who may join as a panelist"),
    "qna_enabled": Switch("Q&A", "On", "Off"),
    "qna_anonymous_enabled": Switch("Anonymous questions", "Allowed", "Not allowed"),
    "moderated_qna_enabled": Switch(
        "Moderated Q&A", "Questions are approved first", "Everyone sees every question"
    ),
    "polls_enabled": Switch("Polls", "On", "Off"),
    "polls_anonymous_enabled": Switch("Anonymous poll answers", "Allowed", "Not allowed"),
    "registration_enabled": Switch("Registration", "On", "Off"),
}

SWITCHED: Final = {"recording_enabled": "recording is", "qna_enabled": "Q&A is", "polls_enabled": "polls are"}
"""The names of the switches on which other settings depend, each with its verb."""
GROUPS: Final[dict[Group, tuple[str, ...]]] = {
    Group.RECORDING: (
        "recording_enabled",
        "auto_record",
        "artifacts_access_authentication",
        "external_livestream_enabled",
    ),
    Group.ATTENDEES: ("attendee_authentication", "password", "pstn_enabled", "post_webinar_redirect_uri"),
    Group.PANEL: (
        "panelist_waiting_room",
        "panelist_video_enabled",
        "panelist_screen_sharing_enabled",
        "panelist_mute_control_enabled",
        "panelist_authentication",
    ),
    Group.QUESTIONS: (
        "qna_enabled",
        "qna_anonymous_enabled",
        "moderated_qna_enabled",
        "polls_enabled",
        "polls_anonymous_enabled",
    ),
}

DOORS: Final = {
    Access.GUEST: "Anyone with the link",
    Access.AUTHENTICATED_USER: "Anyone signed in to RingCentral",
    Access.AUTHENTICATED_COWORKER: "Signed-in co-workers only",
}


def label(name: str) -> str:
    """The label of a setting."""
    return WORDS[name].label


def chosen(name: str, value: bool | str | None) -> str:  # noqa: FBT001 - a value, not a switch
    """The label of a setting's value; a password is never spelled out."""
    words = WORDS[name]
    if value is None:
        return ACCOUNT_SAYS
    if isinstance(words, Switch):
        return words.on if value else words.off
    if isinstance(words, Door):
        return DOORS[Access(str(value))]
    return str(value) if name != "password" else "set" if value else "none"


def say_settings(settings: WebinarSettings) -> list[str]:
    """Every setting that is not left to the account: "Record the webinar: Do not record"."""
    return [f"{label(name)}: {chosen(name, value)}" for name, value in settings.chosen().items()]


def summary(options: Options) -> list[str]:
    """The changes behind "More options", in few words."""
    said = ["Description added"] if options.description.strip() else []
    for people, one, many in (
        (options.co_hosts, "co-host", "co-hosts"),
        (options.panelists, "panelist", "panelists"),
    ):
        if people:
            said.append(f"{len(people)} {one if len(people) == 1 else many}")
    if options.panel_joins_early.strip():
        said.append(f"{JOINS_EARLY}: {options.panel_joins_early.strip()}")
    return said + say_settings(options.settings.without(options.settings.ruled_out()))
