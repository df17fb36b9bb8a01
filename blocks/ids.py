"""The ids by which Slack tells what was used; nobody else spells them out."""

from enum import StrEnum


class Command(StrEnum):
    """Slash commands."""

    WEBINAR = "/webinar"


class Callback(StrEnum):
    """Shortcuts and the submissions of views."""

    CREATE_SHORTCUT = "create_webinar"
    FORM = "webinar_form"
    OPTIONS = "webinar_options"
    SETTINGS = "webinar_settings"


class Action(StrEnum):
    """Buttons."""

    MORE_OPTIONS = "more_options"
    CHANGE_SETTINGS = "change_settings"
    RETRY = "retry"
    EDIT = "edit"
    JOIN = "join"
    REGISTER = "register"
