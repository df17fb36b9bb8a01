"""The language in which somebody writes, told by its small words; many messages are too short to tell."""

import re
from functools import cache
from typing import Final

from babel import Locale

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_MARKED: Final = re.compile(r"<[^>]*>|https?://\S+|[“„«»”\"][^“”„«»\"]*[“”„«»\"]")
"""Mentions, links and quoted titles are in nobody's language."""

_SMALL_WORDS: Final = {
    "en": """the is are was be been it its it's that's i'm i'll let's this that these what what's which when who who's how why
        and of with please my our your me us you we they he she not no yes don't can't won't can could should would will shall
        do does did have has had at on in for from to until till about into by make move set put need want like get give take
        add create schedule plan book cancel rename remind resend show tell call keep drop change start ends end begin
        a an one another any every some all both
        next last week weeks month day days hour hours minute today tomorrow tonight morning afternoon evening noon
        later earlier longer shorter more less also too instead again already still here there now then just only
        thanks thank hi hello hey good great fine sorry nevermind never mind""",
    "de": """der die das den dem des ein eine einen einem einer ist sind war wird werden wurde bin bist hat habe haben hatte
        ich du er sie es wir ihr mir mich dir dich uns euch mein meine dein deine unser unsere und oder aber nicht kein keine
        wie was wer wann wo welche welcher welches warum mit ohne für zu zum zur von vom bei am im auf an aus nach bis um ab
        bitte mal doch noch schon auch nur dann jetzt hier da so sehr besser lieber statt stattdessen wieder
        kannst kann könntest könnte soll sollen möchte will würde hätte gern gerne mach mache leg lege nenn verschieb verschiebe
        sag sage zeig zeige lösch lösche erinnere anlegen verschieben absagen
        heute morgen übermorgen uhr stunde stunden minuten woche wochen tag tage monat nächste nächsten nächster kommenden
        später früher länger kürzer vormittag nachmittag abend mittag halb viertel ja nein danke vielen dank hallo guten super
        passt gut abbrechen vergiss egal webinare""",
    "fr": """le la les un une des du de d'un d'une l'heure au aux à et ou où mais ne pas n'est c'est est sont était sera serait
        je j'ai j'aimerais tu il elle on nous vous ils ce cet cette ça qui que quoi quel quelle quels quelles quand comment
        pourquoi combien qu'est avec sans pour par dans sur sous chez entre jusqu'à mon ma mes ton ta tes notre nos votre vos
        peux peut pouvez pourrais pourriez veux voudrais faut faire fais mets mettez crée créer planifie prévois déplace
        décale annule supprime renomme rappelle ajoute montre
        plutôt aussi encore déjà même plus moins bien très tard tôt s'il plaît te merci bonjour salut oui non
        demain aujourd'hui après-demain après avant heure heures jour jours semaine mois prochain prochaine midi soir matin
        laisse tomber parfait""",
    "es": """el la los las un una unos unas del al de y o pero no ni es son está están era será fue hay
        yo tú él ella nosotros ustedes usted me te se le lo nos mi mis tu tus su sus nuestro nuestra este esta esto ese esa eso
        que qué quién quiénes cuál cuáles cuándo cómo dónde cuánto cuánta cuántos por para con sin en entre desde hasta sobre
        puedes puede podrías podría quiero quisiera necesito haz hacer pon crea crear programa agenda mueve cambia cancela
        borra renombra recuerda añade muéstrame
        mejor también ya todavía más menos muy así aquí ahora después antes tarde temprano media
        hoy mañana pasado ayer hora horas minutos día días semana semanas mes próximo próxima lunes mediodía
        gracias hola sí perdón favor buenos buenas déjalo olvídalo perfecto llama""",
    "pt": """o a os as um uma uns umas do da dos das no na nos nas ao à aos às de e ou mas não nem é são está estão era será foi
        eu você vocês ele ela nós me te se lhe meu minha meus minhas seu sua nosso nossa este esta isto esse essa isso
        que quem qual quais quando como onde quanto quanta quantos por pra pras pro pros para com sem em entre desde até sobre
        pode podes poderia quero queria preciso faz fazer põe coloca cria criar marca marcar agenda muda move cancela
        apaga renomeia lembra adiciona mostra
        melhor também já ainda mais menos muito assim aqui agora depois antes tarde cedo meia vai ser dá tá
        hoje amanhã ontem hora horas minutos dia dias semana semanas mês próximo próxima segunda terça quarta quinta sexta
        obrigado obrigada oi olá sim desculpa favor bom boa deixa lá verdade duração ótimo chama""",
}
"""Words that people of a language use all the time; one of several languages counts for each of them."""


def written_language(text: str, otherwise: str) -> str:
    """The code of the language in which a text is written; `otherwise` where its words do not tell."""
    bare = _MARKED.sub(" ", text)
    letters = len(_LETTER.findall(bare))
    japanese = len(_JAPANESE.findall(bare))
    if japanese * 2 > letters:
        return "ja"
    words = [word.replace("’", "'") for word in _WORD.findall(bare.casefold())]
    counts = {code: sum(word in known for word in words) for code, known in _known().items()}
    most = max(counts.values())
    if counts.get(otherwise, 0) == most:
        return otherwise
    best = [code for code, count in counts.items() if count == most]
    return best[0] if len(best) == 1 else otherwise


@cache
def _known() -> dict[str, frozenset[str]]:
    """The words of each language: the small ones, and the names of weekdays and months."""
    return {code: frozenset(words.split()) | _names(code) for code, words in _SMALL_WORDS.items()}


def _names(code: str) -> frozenset[str]:
    locale = Locale(code)
    days, months = locale.days["format"]["wide"], locale.months["format"]["wide"]
    names = {str(name).casefold() for name in (*days.values(), *months.values())}
    return frozenset(part for name in names for part in (name, name.split("-")[0]))
