"""What a webinar is called: quotes win, otherwise what is left when commands and used parts are taken away."""

import re
from collections.abc import Iterable
from typing import Final

from bot.language.cleaned_text import SIGNS
from bot.language.mended_text import MendedText, Span
from bot.language.title_grammar import CUT, TitleGrammar

_EMOJI: Final = re.compile(r":[a-z0-9_+-]+:\s*")
QUOTED: Final = re.compile(
    r"“([^“”]{1,512})”|„([^„“”]{1,512})[“”]|«\s?([^«»]{1,512}?)\s?»|「([^「」]{1,512})」|『([^『』]{1,512})』|\"([^\"]{1,512})\"|”([^“”]{1,512})”"
    r"|(?<![\w'’])'([^']{2,512})'(?![\w'])|(?<![\w'’])‘([^‘’]{2,512})’(?!\w)"
)
_QUESTION: Final = re.compile(
    r"(?:how|what|why|who|when|where|which|is|are|do|does|can|should)\b", re.IGNORECASE
)
_CAN_YOU: Final = re.compile(
    r"(?:can|could|would|will) (?:you|we|u|i)|kannst|konn|pouvez|peux|pourr|puede|podria|pode"
)
_ONE: Final = re.compile(r"(?:une?|eine?n?|una|uma?) (?=[^ ])")
_NO_SIGNS: Final = dict.fromkeys(map(ord, SIGNS))


def quoted(seen: str, taken: Iterable[Span] = ()) -> re.Match[str] | None:
    """The first words in quotation marks that are not the value of something else."""
    free = (
        found
        for found in QUOTED.finditer(seen)
        if not any(start < found.end() and found.start() < end for _, start, end in taken)
    )
    return next(free, None)


def title_of(text: MendedText, spans: list[tuple[int, int]], titles: TitleGrammar) -> str | None:
    """The title in what is left outside of the used spans."""
    seen = text.seen
    marks = list(text.shadow)
    for start, end in spans:
        marks[start:end] = CUT * (end - start)
    plain = "".join(marks)
    position, asked = _after_command(seen, plain, titles)
    position = _after_article(seen, position, asked=asked)
    pieces = _pieces(plain, position)
    named = next(
        (
            (at, found)
            for at, (start, end) in enumerate(pieces)
            if (found := titles.intro.search(plain, start, end))
        ),
        None,
    )
    if named:
        at, found = named
        start, end = found.end(), pieces[at][1]
        if not plain[start:end].strip(" :,-") and at + 1 < len(pieces):
            start, end = pieces[at + 1]
        return _trimmed(seen, plain, start, end, titles, first=False)
    return _joined(seen, plain, pieces, titles, asked=asked)


def _after_command(seen: str, plain: str, titles: TitleGrammar) -> tuple[int, bool]:
    """Where the title may begin, and whether "a webinar" was asked for before it."""
    blank = len(plain) - len(plain.lstrip(f" ,-/{CUT}"))
    begin = blank - 1 if plain[blank - 1 : blank] == "/" else blank
    asks = begin + (plain[begin : begin + 1] in {"¿", "¡"})
    lead = titles.lead.match(plain, asks)
    if lead and lead.end() == asks:
        lead = titles.lead.match(plain, begin)
    if lead is None or not titles.words.spaced:
        return (lead.end() if lead else begin), False
    if lead["noun"] and _names(seen, plain, lead, titles):
        return lead.start("noun"), bool(lead["polite"] or lead["command"])
    position = lead.end()
    if lead["polite"] and not lead["command"] and (weak := titles.weak.match(plain, position)):
        position = weak.end()
        if article := titles.article.match(plain, position):
            position = article.end()
    if not lead["command"] and (weak := titles.weak.match(plain, position)) and _is_command(seen, weak):
        return weak.end(), False
    asked = bool(lead["noun"]) and bool(
        lead["command"] or lead["polite"] or lead["noun"].split()[0] != lead["noun"]
    )
    if lead["noun"] and not lead["command"] and not lead["polite"] and not asked:
        follows = plain[lead.end("noun") :]
        if not titles.noun.search(lead["noun"]) or (follows.strip() and follows[:1] not in " :-\x1f"):
            return begin, False
    return position, asked or bool(lead["noun"])


def _names(seen: str, plain: str, lead: re.Match[str], titles: TitleGrammar) -> bool:
    """Whether "session" or "webinar" is the first word of the title: "create Session planning"."""
    start, end = lead.span("noun")
    behind = plain[end:]
    if titles.words.code == "de" or titles.article.match(lead["noun"]) or not re.match(r" \w", behind):
        return False
    if not titles.noun.search(lead["noun"]) and titles.of_noun.match(behind):
        return True
    if titles.about.match(behind, 1) or titles.intro.match(behind, 1):
        return False
    big, small = seen[start].isupper(), seen[end + 1].islower()
    return big and small if titles.noun.search(lead["noun"]) else big or small


def _is_command(seen: str, weak: re.Match[str]) -> bool:
    """Whether a small verb stands before a word in capitals: "book Town Hall"."""
    return seen[weak.start()].islower() and seen[weak.end() : weak.end() + 1].isupper()


def _after_article(seen: str, position: int, *, asked: bool) -> int:
    """Past "an" in "schedule an all-hands"; what is created keeps the article it is given."""
    before = seen[:position].casefold()
    article = re.compile("(?:an?|the) (?=[^ ])").match(seen, position)
    if article and before.strip() and not asked and not before.rstrip().endswith("create"):
        return article.end()
    if before.strip() and not asked and (one := _ONE.match(seen, position)):
        return one.end()
    return position


def _pieces(plain: str, position: int) -> list[tuple[int, int]]:
    """What stands between the used spans."""
    return [found.span() for found in re.compile(f"[^{CUT}]+").finditer(plain, position)]


def _joined(
    seen: str, plain: str, pieces: list[tuple[int, int]], titles: TitleGrammar, *, asked: bool
) -> str | None:
    fragments: list[str] = []
    for start, end in pieces:
        if (
            asked
            and not fragments
            and (about := titles.about.match(plain, start + (plain[start : start + 1] == " ")))
        ):
            start = about.end()  # noqa: PLW2901
        elif not asked and not fragments and (framed := titles.framed.match(plain, start)):
            start = framed.end()  # noqa: PLW2901
        if fragment := _trimmed(seen, plain, start, end, titles, first=CUT not in plain[:start]):
            fragments.append(fragment)
    title = " ".join(fragments).strip()
    if titles.words.spaced and title.endswith("?") and not _QUESTION.match(title) and _begs(plain, titles):
        title = title.rstrip("? ")
    if titles.noun.search(title.casefold()):
        title = title[: titles.noun.search(title.casefold()).start()].strip(" -:,")  # type: ignore[union-attr]
    return title or None


def _begs(plain: str, titles: TitleGrammar) -> bool:
    """Whether the question mark belongs to a request: "could you book …?"."""
    lead = titles.lead.match(plain)
    return bool(lead and _CAN_YOU.search(lead["polite"]))


def _trimmed(seen: str, plain: str, start: int, end: int, titles: TitleGrammar, *, first: bool) -> str | None:
    if not first and (head := titles.head.match(plain, start, end)):
        start = head.end()
    cut = (titles.tail if end < len(plain) else titles.close).search(plain, start, end)
    end = cut.start() if cut and cut.end() == end else end
    text = seen[start:end].translate(_NO_SIGNS)
    text = " ".join(text.split()).strip(" ,;|-–—").rstrip(" :" if not _EMOJI.search(text) else " ")
    text = text if _EMOJI.match(text) else text.lstrip(" :")
    return text if any(sign.isalnum() or ord(sign) > 0x2000 for sign in text) else None
