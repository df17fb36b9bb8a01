"""How the bot is used, in few words; every line here works as it stands."""

from blocks.elements import section
from blocks.ids import Command
from blocks.text import escaped, shortened
from bot.models.drawn import Message

_USAGE = (
    f"`{Command.WEBINAR}` — open the form: create a webinar and announce it\n"
    f"`{Command.WEBINAR} help` — this text\n"
    "Anywhere in Slack: the shortcut *Create a webinar*"
)


def usage(not_understood: str = "") -> Message:
    """The usage, after what was not understood."""
    opening = f"I do not know “{escaped(shortened(not_understood, 100))}”. " if not_understood else ""
    text = f"{opening}This is what I can do:\n{_USAGE}"
    return Message(text=text, blocks=(section(text),))
