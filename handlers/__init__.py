"""Every way in which Slack can reach us; `register` is the index of the product."""

from slack_bolt.async_app import AsyncApp

from blocks.ids import Action, Callback, Command
from bot.models.form import Field
from bot.models.webinar import DEPENDENT
from handlers import options, retry, schedule, talk, words
from handlers.listening import Listening


def register(app: AsyncApp, listening: Listening) -> None:
    """Tell Bolt who listens to what."""
    to = listening.to
    app.command(Command.WEBINAR)(to(words.typed))
    app.shortcut(Callback.CREATE_SHORTCUT)(to(schedule.asked_by_shortcut))
    app.shortcut(Callback.MESSAGE_SHORTCUT)(to(words.picked))
    app.options(Field.TIME_ZONE)(to(schedule.zones_wanted))
    app.view(Callback.FORM)(to(schedule.sent_off))

    app.action(Action.MORE_OPTIONS)(to(options.opened))
    app.view(Callback.OPTIONS)(to(options.saved))
    app.action(Action.CHANGE_SETTINGS)(to(options.group_opened))
    for setting in DEPENDENT:
        app.action(setting)(to(options.setting_switched))
    app.view(Callback.SETTINGS)(to(options.group_saved))

    app.event("app_mention")(to(talk.mentioned))
    app.event("message")(to(talk.written))
    app.action(Action.CREATE_DRAFT)(to(talk.created))
    app.action(Action.EDIT_DRAFT)(to(talk.edited))
    app.action(Action.DISCARD_DRAFT)(to(talk.discarded))

    app.action(Action.RETRY)(to(retry.tried_again))
    app.action(Action.EDIT)(to(retry.edited))
    app.action(Action.IT_IS_THIS)(to(retry.chosen))
    app.action(Action.IT_IS_NONE)(to(retry.none_chosen))
    app.action(Action.JOIN)(to(schedule.link_followed))
    app.action(Action.REGISTER)(to(schedule.link_followed))
