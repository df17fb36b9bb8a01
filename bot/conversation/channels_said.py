"""Channels in which a webinar is announced: instead, too, not in, nowhere."""

import re

from bot.conversation.acts import ChannelChange, SetChannels
from bot.conversation.correction import CorrectionRule
from bot.language.cleaned_text import CHANNEL


class ChannelRule(CorrectionRule):
    """Channels that are mentioned, "here" and "nowhere"."""

    def apply(self) -> None:
        if CHANNEL in self.utterance.rest:
            self._named()
        elif found := self.book.cues["nowhere"].search(self.utterance.rest):
            self._take(*found.span(), SetChannels(how=ChannelChange.INSTEAD))
        else:
            for here in self.utterance.matches(self.book.cues["here"]):
                self._take(*here.span(), SetChannels(how=ChannelChange.INSTEAD, here=True))

    def _named(self) -> None:
        """Channels by mention: those that are said to go, and those that come."""
        rest = self.utterance.rest
        start = rest.index(CHANNEL)
        gone = tuple(
            self.utterance.channels_in(found.end() - 1, found.end())[0]
            for found in re.finditer(rf"(?:{self.book.phrases.not_in}) ?{CHANNEL}", rest)
        )
        added = tuple(one for one in self.utterance.channels_in(0, len(rest)) if one not in gone)
        also = gone or self.book.cues["also"].search(rest)
        if gone:
            self._said.append((start, SetChannels(how=ChannelChange.DROP, channels=gone)))
        if added:
            how = ChannelChange.ADD if also else ChannelChange.INSTEAD
            self._said.append((start, SetChannels(how=how, channels=added)))
        self.found.strong = True
        self._use_words(rest)

    def _use_words(self, rest: str) -> None:
        for cue in ("announces", "also", "not_in"):
            for found in self.book.cues[cue].finditer(self.utterance.rest):
                self.utterance.use(*found.span())
        for at, sign in enumerate(rest):
            if sign == CHANNEL:
                self.utterance.use(at, at + 1)
