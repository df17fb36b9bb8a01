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


class Action(StrEnum):
    """Buttons."""

    MORE_OPTIONS = "more_options"
    CHANGE_SETTINGS = "change_settings"
    CREATE_DRAFT = "create_draft"
    EDIT_DRAFT = "edit_draft"
    DISCARD_DRAFT = "discard_draft"
    RETRY = "retry"
    EDIT = "edit"
    IT_IS_THIS = "it_is_this"
    IT_IS_NONE = "it_is_none"
    JOIN = "join"
    REGISTER = "register"
