"""The subcommands of `/webinar` and the usage text; every line and every example here works as it stands."""

from enum import StrEnum
from typing import Final

from blocks.elements import section
from blocks.ids import Command
from blocks.text import escaped, listed, shortened
from bot.models.slack_payloads import Message


class Subcommand(StrEnum):
    """A word behind `/webinar` that does something else than to open the form."""

    LIST = "list"
    STATUS = "status"
    HELP = "help"


SUBCOMMANDS: Final = {
    Subcommand.LIST: ("list", "your upcoming webinars and those in your channels"),
    Subcommand.STATUS: ("status Q3 All-Hands", "a webinar’s status; without a title, the next one’s"),
    Subcommand.HELP: ("help", "this text"),
}
"""Each word as it is typed, and its answer. The help and the manifest's hint follow from this list, and each has its branch in `handlers.command`."""
EXAMPLES: Final = (
    "Q3 All-Hands next Tuesday at 3pm PT for 45 minutes",
    "“Roadmap review” tomorrow from 10 to 11:30am",
    "Product launch Friday 2pm, 90 minutes, with registration",
)
"""Lines that can stand behind the command; a test holds that each is understood, the whole of it."""
MENTIONS: Final = ("with @ann as panelist", "co-host @ben", "in #all-hands")
"""Mentions that can stand in such a line to take people and channels along; tests hold each."""
ANSWERS: Final = ("at 3pm", "make it Thursday", "90 minutes", "call it Roadmap review", "with registration")
"""Answers that change a draft; a test holds the effect of each."""
LANGUAGES_SPOKEN: Final = ("English", "German", "French", "Spanish", "Portuguese", "Japanese")
"""The languages of the conversation, as help names them; a test holds them to the catalogs."""
_OPENING: Final = f"`{Command.WEBINAR}` — open the form: create a webinar and announce it\n"
_USAGE: Final = (
    _OPENING
    + "".join(f"`{Command.WEBINAR} create {example}`\n" for example in EXAMPLES)
    + f"— open it filled in. Mention people and channels too: {', '.join(f'`{said}`' for said in MENTIONS)}\n"
    + "".join(f"`{Command.WEBINAR} {typed}` — {told}\n" for typed, told in SUBCOMMANDS.values())
    + "Anywhere in Slack: the shortcut *Create a webinar*. On a message: *Make this a webinar*\n"
    "Or mention me in a channel, or write to me: I answer with a draft that you can change by answering\n"
    f"I understand {listed(LANGUAGES_SPOKEN)}"
)


def usage_hint() -> str:
    """The hint that Slack shows while the command is typed; the manifest has it."""
    return f"[create {EXAMPLES[0]} | {' | '.join(Subcommand)}]"


def read_subcommand(text: str) -> tuple[Subcommand | None, str]:
    """Return the subcommand with which a text begins, if any, and the rest."""
    first, _, rest = text.strip(" ?!.").partition(" ")
    word = next((word for word in Subcommand if word == first.casefold()), None)
    is_alone = word is Subcommand.STATUS or not rest.strip()
    return (word, rest.strip()) if word and is_alone else (None, text)


def examples() -> str:
    """The examples, one a line."""
    return "\n".join(f"• {example}" for example in EXAMPLES)


def usage(not_understood: str = "") -> Message:
    """The usage, after what was not understood."""
    opening = f"I do not know “{escaped(shortened(not_understood, 100))}”. " if not_understood else ""
    text = f"{opening}This is what I can do:\n{_USAGE}"
    return Message(text=text, blocks=(section(text),))
