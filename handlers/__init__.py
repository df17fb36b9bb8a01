"""Every way in which Slack can reach us; `register_listeners` is the index of the product."""

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
)
from handlers.dispatch import Dispatcher

_LINKS = (
    Action.JOIN,
    Action.REGISTRATION_PAGE,
    Action.WATCH,
    Action.LINK,
    Action.GOOGLE,
    Action.OUTLOOK,
)


def register_listeners(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """Tell Bolt who listens to what."""
    to = dispatcher.to
    app.command(Command.WEBINAR)(to(command.typed))
    app.shortcut(Callback.CREATE_SHORTCUT)(to(create.asked_by_shortcut))
    app.shortcut(Callback.MESSAGE_SHORTCUT)(to(command.picked))
    app.options(Field.TIME_ZONE)(to(create.zones_wanted))
    app.view(Callback.FORM)(to(create.sent_off))

    app.action(Action.MORE_OPTIONS)(to(options.opened))
    app.view(Callback.OPTIONS)(to(options.saved))
    app.action(Action.CHANGE_SETTINGS)(to(options.group_opened))
    for setting in DEPENDENT:
        app.action(setting)(to(options.setting_switched))
    app.view(Callback.SETTINGS)(to(options.group_saved))

    _register_conversation(app, dispatcher)

    app.action(Action.RETRY)(to(retry.tried_again))
    app.action(Action.EDIT)(to(retry.edited))
    app.action(Action.IT_IS_THIS)(to(retry.chosen))
    app.action(Action.IT_IS_NONE)(to(retry.none_chosen))

    app.event("app_home_opened")(to(home.home_opened))
    app.action(Action.CREATE_HERE)(to(home.create_here))
    app.action(Action.EARLIER_PAGE)(to(home.page_turned))
    app.action(Action.LATER_PAGE)(to(home.page_turned))

    app.action(Action.DETAILS)(to(details.details_wanted))
    app.action(Action.EDIT_WEBINAR)(to(edit.wanted))
    app.view(Callback.EDIT_FORM)(to(edit.edited))
    app.action(Action.CANCEL_WEBINAR)(to(cancel.cancel_wanted))
    app.view(Callback.CANCEL_WEBINAR)(to(cancel.cancelled))
    app.action(Action.CHANGE_PANEL)(to(panel.panel_wanted))
    app.view(Callback.PANEL)(to(panel.panel_changed))
    app.action(Action.ANNOUNCE)(to(announce.announce_wanted))
    app.view(Callback.ANNOUNCE)(to(announce.announce_previewed))
    app.view(Callback.ANNOUNCE_PREVIEW)(to(announce.announced))
    app.action(Action.CHANGE_REMINDERS)(to(reminders.reminders_wanted))
    app.view(Callback.REMINDERS)(to(reminders.reminders_changed))
    app.action(Action.GOING)(to(going.comes))
    app.action(Action.NOT_GOING)(to(going.stays_away))

    app.action(Action.CHANGE_REGISTRATION)(to(registration_settings.terms_wanted))
    app.view(Callback.REGISTRATION)(to(registration_settings.terms_changed))
    app.action(Action.REGISTRANTS)(to(registrants.wanted))
    app.action(Action.REGISTRANTS_FILE)(to(registrants.table_wanted))

    app.action(Action.REGISTER)(to(register.wanted))
    app.view(Callback.CONSENT)(to(register.agreed))
    app.action(Action.UNREGISTER)(to(register.unwanted))

    app.action(Action.CALENDAR)(to(calendar.wanted))
    app.action(Action.CALENDAR_FILE)(to(calendar.file_asked_for))

    for link in _LINKS:
        app.action(link)(to(create.link_followed))


def _register_conversation(app: AsyncApp, dispatcher: Dispatcher) -> None:
    """What is said to us, and the buttons of drafts."""
    to = dispatcher.to
    app.event("app_mention")(to(conversation.mentioned))
    app.event("message")(to(conversation.written))
    app.action(Action.CREATE_DRAFT)(to(conversation.created))
    app.action(Action.EDIT_DRAFT)(to(conversation.edited))
    app.action(Action.DISCARD_DRAFT)(to(conversation.discarded))
    app.action(Action.UNDO_DISCARD)(to(conversation.discard_undone))
    app.action(re.compile(rf"{Action.CHOOSE_PERSON}_\d"))(to(conversation.person_chosen))
