"""Every way in which Slack reaches us; `register_listeners` is the index of the product."""

import re

from slack_bolt.async_app import AsyncApp

from blocks.ids import Action, Callback, Command
from bot.models.form import Field
from bot.models.webinar import DEPENDENT
from handlers import (
    announce,
    calendar,
    cancel,
    command,
    conversation,
    create,
    details,
    edit,
    going,
    home,
    options,
    panel,
    register,
    registrants,
    registration_settings,
    reminders,
    retry,
    webinar_change,
)
from handlers.dispatch import Dispatcher

_LINKS = (
    Action.JOIN,
    Action.OWN_LINK,
    Action.REGISTRATION_PAGE,
    Action.WATCH,
    Action.LINK,
    Action.GOOGLE,
    Action.OUTLOOK,
)


def register_listeners(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """Tell Bolt who listens to what."""
    to = dispatcher.to
    app.command(Command.WEBINAR)(to(command.run_command))
    app.shortcut(Callback.CREATE_SHORTCUT)(to(create.open_form_by_shortcut))
    app.shortcut(Callback.MESSAGE_SHORTCUT)(to(command.open_form_from_message))
    app.options(Field.TIME_ZONE)(to(create.search_time_zones))
    app.view(Callback.FORM)(to(create.submit_form))

    app.action(Action.MORE_OPTIONS)(to(options.open_options))
    app.view(Callback.OPTIONS)(to(options.submit_options))
    app.action(Action.CHANGE_SETTINGS)(to(options.open_settings))
    for setting in DEPENDENT:
        app.action(setting)(to(options.switch_setting))
    app.view(Callback.SETTINGS)(to(options.submit_settings))

    _register_conversation(app, dispatcher)

    app.action(Action.RETRY)(to(retry.retry_creation))
    app.action(Action.EDIT)(to(retry.reopen_failed_form))
    app.action(Action.IT_IS_THIS)(to(retry.take_found_webinar))
    app.action(Action.IT_IS_NONE)(to(retry.pass_over_found_webinars))

    app.event("app_home_opened")(to(home.show_home))
    app.action(Action.CREATE_HERE)(to(home.open_form_from_home))
    app.action(Action.EARLIER_PAGE)(to(home.turn_page))
    app.action(Action.LATER_PAGE)(to(home.turn_page))

    app.action(Action.DETAILS)(to(details.open_details))
    app.action(Action.EDIT_WEBINAR)(to(edit.open_edit_form))
    app.view(Callback.EDIT_FORM)(to(edit.submit_edit))
    app.action(Action.CANCEL_WEBINAR)(to(cancel.open_cancel_form))
    app.view(Callback.CANCEL_WEBINAR)(to(cancel.submit_cancel))
    app.action(Action.CHANGE_PANEL)(to(panel.open_panel_form))
    app.view(Callback.PANEL)(to(panel.submit_panel))
    app.action(Action.ANNOUNCE)(to(announce.open_announce_form))
    app.view(Callback.ANNOUNCE)(to(announce.preview_announcement))
    app.view(Callback.ANNOUNCE_PREVIEW)(to(announce.submit_announcement))
    app.action(Action.CHANGE_REMINDERS)(to(reminders.open_reminders_form))
    app.view(Callback.REMINDERS)(to(reminders.submit_reminders))
    app.action(Action.GOING)(to(going.mark_going))
    app.action(Action.NOT_GOING)(to(going.mark_not_going))

    _register_registration(app, dispatcher)
    _register_changes_in_words(app, dispatcher)

    app.action(Action.CALENDAR)(to(calendar.open_calendar_choices))
    app.action(Action.CALENDAR_FILE)(to(calendar.send_calendar_file))

    for link in _LINKS:
        app.action(link)(to(create.acknowledge_link))


def _register_registration(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """Registering, and what hosts see of it."""
    to = dispatcher.to
    app.action(Action.CHANGE_REGISTRATION)(to(registration_settings.open_registration_settings))
    app.view(Callback.REGISTRATION)(to(registration_settings.submit_registration_settings))
    app.action(Action.REGISTRANTS)(to(registrants.show_registrants))
    app.action(Action.REGISTRANTS_FILE)(to(registrants.send_registrants_file))

    app.action(Action.REGISTER)(to(register.register_by_press))
    app.view(Callback.CONSENT)(to(register.submit_consent))
    app.action(Action.UNREGISTER)(to(register.cancel_registration))
    app.action(Action.ROOM_ALERT)(to(register.ask_for_room_alert))


def _register_conversation(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """Register what people say to us, and the buttons of drafts."""
    to = dispatcher.to
    app.event("app_mention")(to(conversation.mentioned))
    app.event("message")(to(conversation.written))
    app.action(Action.CREATE_DRAFT)(to(conversation.created))
    app.action(Action.EDIT_DRAFT)(to(conversation.edited))
    app.action(Action.DISCARD_DRAFT)(to(conversation.discarded))
    app.action(Action.UNDO_DISCARD)(to(conversation.discard_undone))
    app.action(re.compile(rf"{Action.CHOOSE_PERSON}_\d"))(to(conversation.person_chosen))


def _register_changes_in_words(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """The buttons of changes that were asked for in words."""
    to = dispatcher.to
    app.action(Action.CONFIRM_CHANGE)(to(webinar_change.confirm_change))
    app.action(Action.DROP_CHANGE)(to(webinar_change.drop_change))
    app.action(Action.CHOOSE_WEBINAR)(to(webinar_change.choose_webinar))
