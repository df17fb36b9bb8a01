"""Tell whether words ask for a webinar of its own, or only answer: "schedule a demo", as against "make it Thursday"."""

import re
from functools import cache
from typing import Final

from bot.conversation.phrases.edges import ANOTHER
from bot.language.cleaned_text import clean
from bot.language.grammar import Grammar
from bot.language.languages import grammar_of, languages_for
from bot.models.understood import Understood

_WORD: Final = re.compile(r"[^\W_]+")
_SMALL_NUMBER: Final = re.compile(r"\d{1,3}[a-z]{0,3}")
_TELLS: Final = re.compile(
    r" ?(?:is|was|are|were|has|had|looks?|looked|works?|worked|did|does|fail(?:s|ed)?)(?!\w)"
)
"""What makes a command the subject of a sentence: "schedule looks good"."""
_EVERYDAY: Final = re.compile(r"(?:have|get|give|do|put|want|need)(?!\w)")
"""Verbs that ask for a webinar only where the word itself follows: "have a nice day" does not."""
_OF_ANSWERS: Final = frozenset(
    """
    make move push shift change set put reschedule postpone delay do have start starts begin begins end ends finish let
    lets s it its this that the a an to for at on by from of in into until till back up down forward ahead and or but
    with instead rather better actually then now no not yes yeah yep ok okay sure sorry please thanks thank you lot hmm hm
    oh well wait just maybe could can we i d ll m would should how about what works work worked fine good great me us same
    time day days date hour hours hr hrs minute minutes min mins half quarter week weeks month later earlier sooner longer
    shorter more less only if possible webinar draft one meant mean is be want need prefer too also use try take switch go
    update will long am pm my our his her invite uninvite add remove drop call name rename title see talk hello hi hey
    cool nice perfect stop cancel morning evening afternoon
    mach mache machen es das den die der doch lieber besser bitte nein ja nicht statt stattdessen verschieb verschiebe
    verschieben wir auf um im zu zum andere andern leg lege verlege verlegen setz setze nimm dann eher fur uhr stunde
    stunden minuten tag tage woche wochen spater fruher und oder danke gut passt uns mir
    mets mettez mettre deplace deplacez decale decalez repousse avance changez le la les l au aux de du pour plutot non oui
    merci svp heure heures jour jours semaine plus tard tot on peut faire fais c est
    ponlo pon mejor cambia cambialo muevelo mueve pasalo pasa el los las al para si gracias hora horas minutos dia dias
    semana mas tarde temprano que sea por favor hazlo
    muda mude passa passe coloca coloque o os as ao melhor nao sim obrigado obrigada mais cedo pode ser seja faz faca
    """.split()  # noqa: SIM905
)
"""Words of which answers are made, without accents; what consists of them alone is no name."""


def asks_anew(text: str, said: Understood, locale: str) -> bool:
    """Tell whether a text asks for a webinar of its own: with a command or "webinar about", or by a name and a time."""
    named = bool(said.title) and is_name(said.title or "")
    framed = asks_for_new(text, said, locale)
    if framed or not named:
        return framed
    renames = any(
        grammar_of(code).titles.intro.match(clean(text).shadow().lstrip()) for code in languages_for(locale)
    )
    return not renames and (said.date is not None or said.clock is not None)


def asks_for_new(text: str, said: Understood, locale: str) -> bool:
    """Tell whether a text asks for a webinar beside another one: with a command, or with "webinar about"."""
    named = bool(said.title) and is_name(said.title or "")
    return any(_asked(text, grammar_of(code), named=named) for code in languages_for(locale))


def asks_for_another(text: str, locale: str) -> bool:
    """Tell whether a text begins with "another webinar"."""
    shadow = clean(text.strip()).shadow()
    return any(_another(code).match(shadow) for code in languages_for(locale))


@cache
def _another(code: str) -> re.Pattern[str]:
    words = grammar_of(code).words
    if not words.spaced:
        return re.compile(f"{ANOTHER[code]}(?:{words.nouns})")
    polite = f"(?:(?:{words.polite})(?!\\w)[ ,!.]*){{0,3}}"
    return re.compile(f"{polite}{ANOTHER[code]} (?:{words.nouns})(?!\\w)")


def asks_for_webinar(text: str, said: Understood, locale: str) -> bool:
    """Tell whether somebody who turns to us asks for a webinar, rather than how to, or thanks us."""
    timed = said.date is not None or said.clock is not None
    if not timed and not said.title and text.rstrip().endswith("?"):
        return False
    return asks_anew(text, said, locale) or (timed and not said.title)


def is_name(words: str) -> bool:
    """Tell whether somebody may mean these words as a title: "make it" and "90 minutes" are none."""
    found = _WORD.findall(clean(words).shadow())
    return not found or not all(_of_answers(word) for word in found)


def only_answers(words: str) -> bool:
    """Tell whether nothing is said but what answers are made of."""
    return all(_of_answers(word) for word in _WORD.findall(clean(words).shadow()))


def _of_answers(word: str) -> bool:
    return word in _OF_ANSWERS or bool(_SMALL_NUMBER.fullmatch(word))


def _asked(text: str, grammar: Grammar, *, named: bool) -> bool:
    """Tell whether a text begins with a command and says what is wanted, or with "a webinar about"."""
    cleaned = clean(text.strip())
    shadow, titles = cleaned.shadow(), grammar.titles
    lead = titles.lead.match(shadow)
    if lead is None:
        return False
    if not grammar.words.spaced:
        verb = re.search(f"{grammar.words.commands}|作成|予約|設定|登録|企画|開催", shadow)
        return verb is not None and named
    behind, noun = lead.end(), lead["noun"]
    command = lead.span("command") if lead["command"] else (0, 0)
    if not lead["command"] and (weak := titles.weak.match(shadow, behind)):
        capital = (
            cleaned.seen[weak.end() : weak.end() + 1].isupper() and shadow[behind] == cleaned.seen[behind]
        )
        command = weak.span() if lead["polite"] or capital else command
    if command != (0, 0) and not _TELLS.match(shadow, command[1]):
        return bool(noun) or (named and not _EVERYDAY.match(shadow, command[0]))
    about = titles.about.match(shadow, behind) or titles.intro.match(shadow, behind)
    colon = shadow[:behind].rstrip().endswith(":")
    return bool(noun and named and (about or colon))
