"""The title of a webinar: quotes win, otherwise what is left when commands and used parts are taken away."""

import re
from collections.abc import Iterable
from typing import Final

from bot.language.cleaned_text import SIGNS
from bot.language.mended_text import MendedText, Span
from bot.language.title_grammar import CUT, TitleGrammar

_EMOJI: Final = re.compile(r":(?:[a-z][a-z0-9_+'-]{0,60}|[+-]1|100)(?:::[a-z0-9-]{1,20})?:", re.IGNORECASE)
_EMOJI_SIGN: Final = "\ue003"
"""Stands for every character of an emoji's name, so that none of them is taken for punctuation."""
QUOTED: Final = re.compile(
    r"“([^“”]{1,512})”|„([^„“”]{1,512})[“”]|«\s?([^«»]{1,512}?)\s?»|「([^「」]{1,512})」|『([^『』]{1,512})』|\"([^\"]{1,512})\"|”([^“”]{1,512})”"
    r"|(?<![\w'’])'([^']{2,512})'(?![\w'])|(?<![\w'’])‘([^‘’]{2,512})’(?!\w)"
)
_QUESTION: Final = re.compile(
    r"(?:how|what|why|who|when|where|which|is|are|do|does|can|should)\b", re.IGNORECASE
)
_CAN_YOU: Final = re.compile(
    r"(?:can|could|would|will|may|shall) (?:you|we|u|i)|possible|any chance|wondering|mind|kannst|konn|ka?nn|wurdest|magst|pouvez|peux|pourr|on peut|peut-on"
    r"|pued|podr|pode|posible|possivel|consegue|tem como|da p(?:ra|ara)"
)
_ARTICLE: Final = re.compile(r"(?:an?|the) (?=[^ ])")
_ONE: Final = re.compile(r" ?(?:une?|eine?n?|nen|una|uma?) (?=[^ ])")
_SHORT_ONE: Final = re.compile(r"'?(?:ne|nen|n) (?=[^ ])")
"""A German article as it is spoken, which no title begins with: "ne Schulung zu Excel"."""
_SENTENCE: Final = re.compile(r"(?:(?<=\w{4})|(?<=[\d)]))[.!?](?= |$)")
_FOR: Final = re.compile(r"(?:for|fur|fuer|pour|para|pra) ")
_TOPIC: Final = re.compile(r"[^,;:\x1f]{2,40}? (?:about|covering|zum thema|uber|ueber|sobre|sur) ")
"""For whom a webinar is, before it is said about what: "for managers about feedback"."""
_ALONE: Final = re.compile(r"(?:an?|the|eine?n?|une?|una?|uma?|me|us)", re.IGNORECASE)
"""An article from which a length was taken away: "a two hour briefing"."""
_NO_SIGNS: Final = dict.fromkeys(map(ord, SIGNS))
_AROUND: Final = " ,;|-–—:"
_OPEN: Final = "([{（「"
_CLOSED: Final = ")]}）」"
_REPLY: Final = re.compile(r"(?:re|fwd?|aw|wg) ?: ?", re.IGNORECASE)


def quoted(seen: str, taken: Iterable[Span] = ()) -> re.Match[str] | None:
    """The first words in quotation marks that are not the value of something else."""
    free = (
        found
        for found in QUOTED.finditer(seen)
        if not any(start < found.end() and found.start() < end for _, start, end in taken)
        and any(sign.isalnum() or ord(sign) > _SYMBOLS for sign in found[0])
    )
    return next(free, None)


_SYMBOLS: Final = 0x2050
"""Characters behind that may be a title alone: emoji and the letters of other scripts."""


def title_of(text: MendedText, spans: list[tuple[int, int]], titles: TitleGrammar) -> str | None:
    """The title in what is left outside of the used spans."""
    return _TitleReader(text, spans, titles).read()


class _TitleReader:
    """Reads the title of one text; `plain` is its shadow with used places and emoji marked."""

    def __init__(self, text: MendedText, spans: list[tuple[int, int]], titles: TitleGrammar) -> None:
        self.text = text
        self.seen = text.seen
        self.framed = False
        self.titles = titles
        marks = list(text.shadow)
        for emoji in _EMOJI.finditer(text.shadow):
            marks[slice(*emoji.span())] = _EMOJI_SIGN * len(emoji[0])
        for start, end in spans:
            marks[start:end] = CUT * (end - start)
        self.plain = "".join(marks)

    def read(self) -> str | None:
        """The title, or None where nothing is left."""
        position, asked = self._after_frame()
        position = self._after_article(position, asked=asked)
        pieces = [found.span() for found in re.compile(f"[^{CUT}]+").finditer(self.plain, position)]
        named = self._introduced(pieces)
        title = self._trimmed(*named, first=False) if named else self._joined(pieces, asked=asked)
        return title or self._lone_verb()

    def _lone_verb(self) -> str | None:
        """The verb that is itself the title: "Launch next Tuesday at 9am"."""
        lead = self.titles.lead.match(self.plain, self._begin())
        if lead is None or not self.titles.words.spaced or lead["noun"] or not lead["weak"]:
            return None
        if not re.fullmatch(self.titles.words.lone_titles, lead["weak"]):
            return None
        return self.seen[slice(*lead.span("weak"))]

    # --- what stands before the title

    def _after_frame(self) -> tuple[int, bool]:
        """Find where the title may begin, and whether "a webinar" was asked for before it."""
        plain, titles = self.plain, self.titles
        begin = self._begin()
        lead = titles.lead.match(plain, begin)
        if lead is None or not titles.words.spaced:
            return (lead.end() if lead else begin), False
        if lead["noun"] and self._noun_is_title(lead):
            article = titles.article.match(lead["noun"])
            return lead.start("noun") + (article.end() if article else 0), bool(
                lead["polite"] or lead["command"]
            )
        position = self._after_weak_verb(lead)
        weak = None if lead["command"] else titles.weak.match(plain, position)
        if weak and self._is_command(weak):
            return weak.end(), False
        self.framed = bool(lead["polite"] or lead["command"])
        if self._keeps_noun(lead):
            return begin, False
        waits = self.framed and CUT in plain[lead.end("polite") : position + 1]
        return position, bool(lead["noun"]) or waits

    def _keeps_noun(self, lead: re.Match[str]) -> bool:
        """Tell whether "session" at the beginning is asked for by nothing and belongs to the title."""
        return bool(lead["noun"]) and not self.framed and not _has_article(lead) and self._noun_stays(lead)

    def _begin(self) -> int:
        """Past blanks and used places, but before a slash."""
        blank = len(self.plain) - len(self.plain.lstrip(f" ,-/¿¡{CUT}"))
        return blank - 1 if self.plain[blank - 1 : blank] == "/" else blank

    def _after_weak_verb(self, lead: re.Match[str]) -> int:
        """Past a verb that only asks behind something polite: "could you *book an* offsite"."""
        position = lead.end()
        if not lead["polite"] or lead["command"]:
            return position
        weak = self.titles.weak.match(self.plain, position)
        if weak is None:
            return position
        article = self.titles.article.match(self.plain, weak.end())
        return article.end() if article else weak.end()

    def _noun_is_title(self, lead: re.Match[str]) -> bool:
        """Tell whether "session" or "webinar" is the first word of the title: "create Session planning"."""
        titles, (start, end) = self.titles, lead.span("noun")
        behind = self.plain[end:]
        webinar = titles.noun.search(lead["noun"])
        if not webinar and (titles.of_noun.match(behind) or self._goes_on(behind)):
            return True  # "une session de questions", "una sesión informativa"
        if titles.words.code == "de" or titles.article.match(lead["noun"]) or not re.match(r" \w", behind):
            return False
        if titles.about.match(behind, 1) or titles.intro.match(behind, 1):
            return False
        big, small = self.seen[start].isupper(), self.seen[end + 1].islower()
        return big and small if webinar else big or small

    def _goes_on(self, behind: str) -> bool:
        """Tell whether a small word goes on behind a noun that says neither "about" nor "called"."""
        at = len(self.plain) - len(behind) + 1
        if self.titles.words.code in {"de", "en"} or not self.seen[at : at + 1].islower():
            return False
        return not (self.titles.about.match(behind, 1) or self.titles.intro.match(behind, 1))

    def _noun_stays(self, lead: re.Match[str]) -> bool:
        """Tell whether a noun that nothing asks for belongs to the title: "Session planning tomorrow"."""
        follows = self.plain[lead.end("noun") :]
        if not self.titles.noun.search(lead["noun"]):
            return not follows.startswith(":")  # "Event: Pension basics"
        return bool(follows.strip()) and follows[:1] not in f" :-{CUT}"

    def _is_command(self, weak: re.Match[str]) -> bool:
        """Tell whether a small verb stands before a word in capitals: "book Town Hall"."""
        return self.seen[weak.start()].islower() and self.seen[weak.end() : weak.end() + 1].isupper()

    def _after_article(self, position: int, *, asked: bool) -> int:
        """Past "an" in "schedule an all-hands"; what is created keeps the article it is given."""
        before = self.seen[:position].casefold().strip(_AROUND)
        if (
            not before
            and self.titles.words.code == "de"
            and (short := _SHORT_ONE.match(self.plain, position))
        ):
            return short.end()
        if not before or asked:
            return position
        article = _ARTICLE.match(self.seen, position)
        if article and not before.endswith("create"):
            return article.end()
        shadow = self.text.shadow
        one = _ONE.match(shadow, position)
        if one is None and not before.endswith("create"):
            one = self.titles.definite.match(self.seen, position)
        return one.end() if one else position

    # --- the title itself

    def _introduced(self, pieces: list[tuple[int, int]]) -> tuple[int, int] | None:
        """Find what follows "called" or "the title is", up to the end of its sentence."""
        for piece, following in zip(pieces, [*pieces[1:], None], strict=False):
            if found := self.titles.intro.search(self.plain, *piece):
                begin, end = found.end(), piece[1]
                if following and not self.plain[begin:end].strip(" :,-"):
                    begin, end = following
                sentence = _SENTENCE.search(self.plain, begin, end)
                return begin, sentence.start() if sentence else end
        return None

    def _joined(self, pieces: list[tuple[int, int]], *, asked: bool) -> str | None:
        """Find what stands between the used places, one after the other."""
        fragments: list[str] = []
        for start, end in pieces:
            waits = self.framed and start > pieces[0][0]
            begin = start if fragments else self._after_about(start, asked=asked or waits)
            fragment = self._trimmed(begin, end, first=CUT not in self.plain[:begin])
            if fragment and not (_ALONE.fullmatch(fragment) and not fragments and end < len(self.plain)):
                fragments.append(fragment)
        return self._without_noun(self._without_question_mark(" ".join(fragments).strip())) or None

    def _after_about(self, start: int, *, asked: bool) -> int:
        """Past "about" behind a webinar that was asked for, and past the article of what was."""
        if not asked:
            framed = self.titles.framed.match(self.plain, start)
            return framed.end() if framed else start
        about = self.titles.about.match(self.plain, start + (self.plain[start : start + 1] == " "))
        if about and (framed := self.titles.framed.match(self.plain, about.end())):
            return framed.end()  # "30 minutes for a webinar on benefits"
        if about:
            topic = _TOPIC.match(self.plain, about.end()) if _FOR.match(about[0]) else None
            return topic.end() if topic else about.end()
        one = _ONE.match(self.plain, start) if CUT in self.plain[max(0, start - 2) : start] else None
        return one.end() if one else start

    def _without_question_mark(self, title: str) -> str:
        """The title without the question mark of a request: "could you book …?"."""
        lead = self.titles.lead.match(self.plain, self._begin())
        begs = lead is not None and self.titles.words.spaced and _CAN_YOU.search(lead["polite"])
        return title.rstrip("? ") if begs and not _QUESTION.match(title) else title

    def _without_noun(self, title: str) -> str:
        """The title without "webinar" at its end."""
        noun = self.titles.noun.search(title.casefold())
        return title[: noun.start()].strip(" -:,") if noun else title

    def _trimmed(self, start: int, end: int, *, first: bool) -> str | None:
        """A fragment without what hangs on it: "at", "please", commas, an end of a sentence."""
        if not first and (head := self.titles.head.match(self.plain, start, end)):
            start = head.end()
        tail = self.titles.tail if end < len(self.plain) else self.titles.close
        cut = tail.search(self.plain, start, end)
        if cut and cut.end() == end:
            end = cut.start()
        start, end = self._inside(start, end)
        words = " ".join(self.text.typed(start, end).translate(_NO_SIGNS).split())
        return words if any(sign.isalnum() or ord(sign) > _SYMBOLS for sign in words) else None

    def _inside(self, start: int, end: int) -> tuple[int, int]:
        """The same without punctuation around it; a mail's "Re:" is none of the title's."""
        piece = self.plain[start:end]
        start += len(piece) - len(piece.lstrip(_AROUND))
        end -= len(piece) - len(piece.rstrip(_AROUND + _OPEN))
        if reply := _REPLY.match(self.plain, start, end):
            start = reply.end()
        sentence = self.plain[max(start, end - 5) : end]
        ends = re.fullmatch(r"\w{4}\.", sentence) and not self.plain[start : end - 1].count(".")
        return start, end - bool(ends)


def _has_article(lead: re.Match[str]) -> bool:
    """Tell whether "a webinar" and not only "webinar" was said."""
    return lead["noun"].split()[0] != lead["noun"]
