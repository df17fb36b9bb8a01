"""How the bot is used, in few words; every line and every example here works as it stands."""

from typing import Final

from blocks.elements import section
from blocks.ids import Command
from blocks.text import escaped, shortened
from bot.models.slack_payloads import Message

EXAMPLES: Final = (
    "Q3 All-Hands next Tuesday at 3pm PT for 45 minutes",
    "“Roadmap review” tomorrow from 10 to 11:30am",
    "Product launch Friday 2pm, 90 minutes, with registration",
)
"""What can stand behind the command; a test holds that each is understood, the whole of it."""
MENTIONS: Final = ("with @ann as panelist", "co-host @ben", "in #all-hands")
"""What can stand in such a line to take people and channels along; tests hold each."""
ANSWERS: Final = ("at 3pm", "make it Thursday", "90 minutes", "call it Roadmap review", "with registration")
"""What changes a draft; a test holds what each does."""
_OPENING: Final = f"`{Command.WEBINAR}` — open the form: create a webinar and announce it\n"
_USAGE: Final = (
    _OPENING
    + "".join(f"`{Command.WEBINAR} create {example}`\n" for example in EXAMPLES)
    + f"— open it filled in. Mention people and channels too: {', '.join(f'`{said}`' for said in MENTIONS)}\n"
    f"`{Command.WEBINAR} help` — this text\n"
    "Anywhere in Slack: the shortcut *Create a webinar*. On a message: *Make this a webinar*\n"
    "Or mention me in a channel, or write to me: I answer with a draft that you can change by answering"
)


def examples() -> str:
    """The examples, one a line."""
    return "\n".join(f"• {example}" for example in EXAMPLES)


def usage(not_understood: str = "") -> Message:
    """The usage, after what was not understood."""
    opening = f"I do not know “{escaped(shortened(not_understood, 100))}”. " if not_understood else ""
    text = f"{opening}This is what I can do:\n{_USAGE}"
    return Message(text=text, blocks=(section(text),))
