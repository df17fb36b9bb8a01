"""The ids by which Slack tells what was used; nobody else spells them out."""

from enum import StrEnum


class Command(StrEnum):
    """Slash commands."""

    WEBINAR = "/webinar"


class Callback(StrEnum):
    """Shortcuts and the submissions of views."""

    CREATE_SHORTCUT = "create_webinar"
    MESSAGE_SHORTCUT = "make_this_a_webinar"
    FORM = "webinar_form"
    OPTIONS = "webinar_options"
    SETTINGS = "webinar_settings"
    DETAILS = "webinar_details"
    EDIT_FORM = "edit_webinar"
    CANCEL_WEBINAR = "cancel_webinar"
    PANEL = "change_panel"
    ANNOUNCE = "announce_elsewhere"
    ANNOUNCE_PREVIEW = "announce_preview"
    REMINDERS = "change_reminders"
    CALENDAR = "add_to_calendar"
    CONSENT = "consent"
    REGISTRATION = "change_registration"
    HOME = "home"


class Action(StrEnum):
    """Buttons."""

    MORE_OPTIONS = "more_options"
    CHANGE_SETTINGS = "change_settings"
    CREATE_DRAFT = "create_draft"
    EDIT_DRAFT = "edit_draft"
    DISCARD_DRAFT = "discard_draft"
    UNDO_DISCARD = "undo_discard"
    CHOOSE_PERSON = "choose_person"
    RETRY = "retry"
    EDIT = "edit"
    IT_IS_THIS = "it_is_this"
    IT_IS_NONE = "it_is_none"
    JOIN = "join"
    OWN_LINK = "own_link"
    REGISTER = "register"
    REGISTRATION_PAGE = "registration_page"
    UNREGISTER = "unregister"
    CHANGE_REGISTRATION = "change_registration"
    REGISTRANTS = "registrants"
    REGISTRANTS_FILE = "registrants_file"
    WATCH = "watch_recording"
    LINK = "follow_link"
    GOING = "going"
    NOT_GOING = "not_going"
    CALENDAR = "add_to_calendar"
    CALENDAR_FILE = "calendar_file"
    GOOGLE = "google_calendar"
    OUTLOOK = "outlook_calendar"
    DETAILS = "details"
    EDIT_WEBINAR = "edit_webinar"
    CANCEL_WEBINAR = "cancel_webinar"
    CHANGE_PANEL = "change_panel"
    ANNOUNCE = "announce_elsewhere"
    CHANGE_REMINDERS = "change_reminders"
    EARLIER_PAGE = "earlier_page"
    LATER_PAGE = "later_page"
    CREATE_HERE = "create_here"
    CONFIRM_CHANGE = "confirm_change"
    DROP_CHANGE = "drop_change"
    CHOOSE_WEBINAR = "choose_webinar"
