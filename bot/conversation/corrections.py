"""Reads a message as a correction of the open draft: each rule takes its part, what is left over was not understood."""

from bot.conversation.channels_said import ChannelRule
from bot.conversation.correction import Correction, unknown_words
from bot.conversation.free_text import FreeTextRule
from bot.conversation.moves_said import MoveRule
from bot.conversation.options_said import OptionRule
from bot.conversation.people_said import PeopleRule
from bot.conversation.phrase_book import PhraseBook
from bot.conversation.reader import TurnContext
from bot.conversation.times_said import TimeRule
from bot.conversation.utterance import Utterance


def read_correction(turn: TurnContext, text: str, book: PhraseBook) -> Correction:
    """Read what a text changes of the draft that is open."""
    utterance, found = Utterance(text), Correction()
    given = turn, utterance, book, found
    people, times = PeopleRule(*given), TimeRule(*given)
    FreeTextRule(*given, read_correction).apply()
    times.turned_down()
    OptionRule(*given).apply()
    people.apply()
    ChannelRule(*given).apply()
    people.names()
    MoveRule(*given).apply()
    times.apply()
    found.changes = [change for _, change in sorted(found.said, key=lambda one: one[0])]
    found.unknown = unknown_words(utterance, book)
    return found
