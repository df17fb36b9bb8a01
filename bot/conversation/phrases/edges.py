"""Words at the edges of what people say: before a correction, around a wish, between two things, beside all of it."""

import re
from typing import Final

LEADS_IN: Final = {
    "en": re.compile(
        r"(?:sorry|sry|nvm|never ?mind|actually|no\b|nope|nah|oops|oh\b|wait|hmm|i mean|rather|instead|better|scratch)"
    ),
    "de": re.compile(
        r"(?:ach|nein|ne\b|nee|doch|sorry|lieber|besser|eigentlich|moment|warte|ich meine|ups|entschuldig)"
    ),
    "fr": re.compile(
        r"(?:en fait|ah non|non\b|plutot|pardon|desole|finalement|attends|je veux dire|oups|mieux)"
    ),
    "es": re.compile(
        r"(?:en realidad|no\b|mejor|perdon|ay\b|espera|quiero decir|digo|al final|disculpa|ups)"
    ),
    "pt": re.compile(r"(?:na verdade|nao\b|melhor|desculpa|ah\b|espera|quero dizer|digo|pera|ops|opa)"),
    "ja": re.compile(r"(?:やっぱり|やはり|すみません|いや|いえ|ごめん|間違|訂正|あ、|じゃなくて)"),
}
"""What leads into a correction, so that no other draft begins: "sorry", "en fait", "ach nein"."""

_OFTEN: Final = r"(?:[,;.!… ]|\s[-–—])+"
TAKES_BACK: Final = {
    code: re.compile(rf"{_OFTEN}(?:(?:{words})(?!\w)[,;:.!… ]*)+", re.IGNORECASE)
    for code, words in {
        "en": r"no|nope|wait|hold on|sorry|sry|oops|i mean|i meant|make (?:it|that)|actually|or rather|rather|scratch that|correction|let'?s say",
        "de": r"nein|ne|nee|ach|doch|sorry|moment|warte|ich mein(?:te|e)?|besser|lieber|quatsch|vielmehr|beziehungsweise|korrektur|sagen wir",
        "fr": r"non|ah|pardon|désolée?|plutôt|en fait|je veux dire|attends|enfin|mieux|disons",
        "es": r"no|ay|perdón|perdon|mejor|digo|quiero decir|espera|mejor dicho|en realidad|digamos",
        "pt": r"não|nao|ah|ops|opa|desculpa|desculpe|melhor|digo|quero dizer|espera|pera|na verdade|aliás|alias|digamos",
    }.items()
} | {
    "ja": re.compile(
        r"[、。 ]*(?:いや|いえ|あ、|やっぱり|やはり|じゃなくて|ではなく(?:て)?|すみません|間違えました)[、。 ]*"
    )
}
"""What takes back the words before it: "at 3pm, no, 4pm"."""

WANTS: Final = {
    "en": re.compile(
        r"(?:(?:hi|hey|hello|ok|so|please|now),? )*(?:(?:i|we)(?:'d| would)? (?:like|want|need)(?: to)?|(?:can|could) (?:i|we|you)|let'?s|please|help me)?(?: (?:create|have|make|schedule|set up|plan|do|book|get|start))? ?(?:create |schedule |make |plan |new )?(?:an?|another|one|the next)? ?(?:new )?(?:webinar|event|session)(?: please)?"
    ),
    "de": re.compile(
        r"(?:(?:hi|hey|hallo|ok|bitte),? )*(?:(?:ich|wir) (?:will|mochte|wollen|mochten|brauche|brauchen|hatte gern|hatten gern)|(?:kannst|konntest) du(?: bitte)?|(?:leg|mach|plane?|erstelle?))? ?(?:mir |uns |bitte )*(?:ein|noch ein|das nachste)? ?(?:neues )?(?:webinar)(?: (?:anlegen|erstellen|planen|machen|haben|bitte|an))*"
    ),
    "fr": re.compile(
        r"(?:(?:salut|bonjour|ok),? )*(?:(?:je|on|nous) (?:veux|voudrais|veut|voudrait|voulons|voudrions|souhaite|aimerais|ai besoin)(?: d')?|(?:tu peux|peux-tu|pouvez-vous))? ?(?:creer|planifier|programmer|faire|organiser|cree|planifie|programme)? ?(?:un|d'un)? ?(?:nouveau )?webinaire(?: s'il te plait)?"
    ),
    "es": re.compile(
        r"(?:(?:hola|ok|buenas),? )*(?:(?:quiero|quisiera|queremos|necesito|necesitamos|me gustaria)|(?:puedes|podrias))? ?(?:crear|hacer|planear|programar|organizar|crea|programa)? ?(?:un|otro)? ?(?:nuevo )?(?:webinar|webinario|seminario web)(?: por favor)?"
    ),
    "pt": re.compile(
        r"(?:(?:oi|ola|ok),? )*(?:(?:quero|queria|queremos|preciso(?: de)?|precisamos(?: de)?|gostaria(?: de)?)|(?:voce )?(?:pode|poderia)|da pra)? ?(?:criar|fazer|planejar|marcar|organizar|agendar|cria|marca|agenda)? ?(?:um|outro)? ?(?:novo )?webinar(?: por favor)?"
    ),
    "ja": re.compile(
        r"(?:新しい|新規の?)?ウェビナーを?(?:作(?:って|りたい|成)|したい|開きたい|企画したい|設定して|予約して|お願い|開催したい)(?:です|ください|下さい|します|して(?:ください)?)*"
    ),
}
"""A webinar that is asked for, of which nothing else is said: "I want a webinar"."""

WISHES: Final = re.compile(
    r"(?:i|we)(?:'d| would) (?:like|love)|(?:ich|wir) hatten? (?=.{0,60}gern)|(?:ich|wir) (?:mochte|mochten|wurde|wurden|brauche|brauchen) |j'aimerais|je voudrais|on voudrait|il me faut|necesito|necesitamos|quisiera|me gustaria|gostaria|preciso de|precisamos|queria|したい|お願い"
)
"""Words of a wish, which is no mere statement."""

JOINTS: Final = {
    "en": r",? and (?:also )?|[,;.] ",
    "de": r",? und (?:auch )?|[,;.] ",
    "fr": r",? et (?:aussi )?|[,;.] ",
    "es": r",? y (?:tambien )?|[,;.] ",
    "pt": r",? e (?:tambem )?|[,;.] ",
    "ja": r"[、。]",
}
"""What stands between two things that are asked for."""

MORE_PEOPLE: Final = {
    "en": r" (?:and|but|then) (?=(?:take|remove|drop|uninvite|add|invite|put|make|without|not)\b)|\bas (?:an? |the )?(?:co-?hosts?|panelists?|speakers?)(?= and)",
    "de": r" (?:und|aber) (?=(?:ohne|entfern|streich|lad|nimm|fug|setz|als)\w*)|\bals (?:co-?hosts?|panelist\w*|sprecher\w*|referent\w*|moderator\w*)(?= und)",
    "fr": r" (?:et|mais) (?=(?:sans|retire|enleve|ajoute|invite|mets)\w*)|\bcomme (?:co-?\w+|paneliste\w*|intervenant\w*)(?= et)",
    "es": r" (?:y|pero) (?=(?:sin|quita|saca|anade|agrega|invita|pon)\w*)|\bcomo (?:co-?\w+|panelista\w*|ponente\w*)(?= y)",
    "pt": r" (?:e|mas) (?=(?:sem|tira|remove|adiciona|convida|coloca)\w*)|\bcomo (?:co-?\w+|pa(?:i)?nelista\w*|palestrante\w*)(?= e)",
    "ja": r"(?:して|て)、?",
}
"""What begins another request about people."""

ONLY: Final = {
    "en": re.compile(r"(?<!\w)(?:only|just) (?=\ue000)"),
    "de": re.compile(r"(?<!\w)(?:nur|bloss|ausschliesslich) (?:noch )?(?=\ue000)"),
    "fr": re.compile(r"(?<!\w)(?:seulement|uniquement|juste) (?=\ue000)"),
    "es": re.compile(r"(?<!\w)(?:solo|solamente|unicamente) (?:a )?(?=\ue000)"),
    "pt": re.compile(r"(?<!\w)(?:so|somente|apenas) (?:o |a )?(?=\ue000)"),
    "ja": re.compile(r"(?<=\ue000)(?:さん)?(?:だけ|のみ)"),
}
"""Nobody but who is named: "only @dee"."""

IDLE: Final = {
    "en": r"please|pls|plz|well|hang on|hold on|nah|yup|oh|ah|um|uh|hmm?|so|then|now|and|but|hey|hi|bot|lol|haha|just|actually|really|very|much|all|no|wait|guys|everyone|today|team|there|man|mate|great|alright|right|ok|okay|maybe|i think|i guess|for now|sorry|sry|a lot|indeed|again|with that|from (?:me|my side)|then please|btw|yet|too|either|it|still|ah no|on second thoughts?|webinars?|the webinar|i'?m|we'?re|that|this|thing|whole|is|just do",
    "de": r"bitte|(?:ich )?habe? mich (?:vertan|verschrieben|geirrt)|also|na|ach|oh|ah|hm+|ja|nein|ne|doch|dann|jetzt|nun|und|aber|so|mal|schon|einfach|super|gut|okay|ok|hey|hallo|das|es|alles|sehr|ganz|lieber|erst|noch|vielleicht|sorry|allen|wieder|auch|gerne?|eigentlich|genau|heute|halt|schonmal|prima",
    "fr": r"s'il (?:te|vous) plait|svp|stp|alors|donc|oui|non|bon|ben|bah|ah|oh|euh|hm+|et|mais|maintenant|tout|tres|vraiment|finalement|d'accord|ok|okay|super|parfait|en fait|voila|plutot|ca|aussi|encore|a tous|tu peux|vous pouvez|on peut|la|le|je|bien|pour moi|pour l'instant|allez",
    "es": r"por favor|porfa|pues|entonces|si|no|ay|ah|oh|eh|hm+|y|pero|ahora|ya|todo|muy|mucho|bueno|bien|vale|ok|okay|mejor|asi|tambien|a todos|hola|oye|claro|perfecto|genial|eso|lo|la|al final|por ahora|de momento|entonces|puedes|podeis",
    "pt": r"por favor|pf|entao|sim|nao|ah|oh|eh|hm+|e|mas|agora|ja|tudo|muito|bom|bem|ok|okay|melhor|assim|tambem|a todos|oi|ola|claro|perfeito|otimo|isso|ai|pra mim|por enquanto|legal|ta|ne|viu|gente|pessoal|voce|pode|beleza",
    "ja": r"はい|ええ|うん|では|じゃあ|それでは|すみません|ok|オーケー|よ|ね|です|ます|どうも|お願いします|ください|わかりました|了解(?:です)?|いいですね|完璧です|ありがとう(?:ございます)?|やっぱり|やはり|いや|いえ|もう",
}
"""What stands beside a whole turn: "please", "well"."""

LOCALES: Final = {"en": "en-US", "de": "de-DE", "fr": "fr-FR", "es": "es-ES", "pt": "pt-BR", "ja": "ja-JP"}
"""How days and times are read in a language that is not the one of the person's Slack."""

ANOTHER: Final = {
    "en": r"(?:and |also |then )*(?:another|one more|a (?:new|second|further))(?: \w+)?",
    "de": r"(?:und |auch |dann )*(?:noch ein(?:e|en)?|(?:ein(?:e|en)? )?(?:neue[ns]?|weitere[ns]?|zweite[ns]?))",
    "fr": r"(?:et |aussi )*(?:encore une?|une? (?:autre|nouveau|nouvelle|deuxieme|second))",
    "es": r"(?:y |tambien )*(?:otr[oa]|un[oa]? (?:nuev[oa]|segund[oa])|un[oa]? mas de)",
    "pt": r"(?:e |tambem )*(?:outr[oa]|mais uma?|uma? (?:nov[oa]|segund[oa]))",
    "ja": r"(?:もう(?:一つ|ひとつ|1つ)(?:の)?|別の|新しい|新規の?)",
}
"""What says that a webinar is one beside those that there are; "webinar" follows."""

ARTICLE: Final = re.compile(r"^(?:an?|ein|eine|einen|une?|una|uma?) (?=[^ ])", re.IGNORECASE)
"""What stands before the title of a wish: "I would like a customer forum"."""

TURNED_DOWN: Final = {
    "en": re.compile(
        r"(?<!\w)not (?P<what>(?:[\w:.]+ ){0,3}?[\w:.]+?)(?P<then>,? but |, ?(?:but )?|; | - |$)"
    ),
    "de": re.compile(
        r"(?<!\w)nicht (?P<what>(?:[\w:.]+ ){0,3}?[\w:.]+?)(?P<then>,? sondern |, ?(?:sondern )?|; | - |$)"
    ),
    "fr": re.compile(
        r"(?<!\w)pas (?P<what>(?:[\w:.]+ ){0,3}?[\w:.]+?)(?P<then>,? mais |, ?(?:mais )?|; | - |$)"
    ),
    "es": re.compile(
        r"(?<!\w)no (?P<what>(?:[\w:.]+ ){0,3}?[\w:.]+?)(?P<then>,? sino |, ?(?:sino )?|; | - |$)"
    ),
    "pt": re.compile(
        r"(?<!\w)nao (?P<what>(?:[\w:.]+ ){0,3}?[\w:.]+?)(?P<then>,? mas |, ?(?:mas )?|; | - |$)"
    ),
    "ja": re.compile(r"(?P<what>[^、。]{1,12}?)(?:ではなく(?:て)?|じゃなくて|じゃなく)(?P<then>、?)"),
}
"""A time that is turned down: "not tomorrow, Friday"."""

MOVED_FROM: Final = {
    "en": re.compile(r"(?<!\w)from (?P<what>(?:[\w:.]+ ){0,2}?[\w:.]+) (?=to )"),
    "de": re.compile(r"(?<!\w)v(?:on|om) (?P<what>(?:[\w:.]+ ){0,2}?[\w:.]+) (?=auf |zu |nach )"),
    "fr": re.compile(r"(?<!\w)d[eu] (?P<what>(?:[\w:.]+ ){0,2}?[\w:.]+) (?=a |au )"),
    "es": re.compile(r"(?<!\w)del? (?P<what>(?:[\w:.]+ ){0,2}?[\w:.]+) (?=a |al )"),
    "pt": re.compile(r"(?<!\w)d[aeo]s? (?P<what>(?:[\w:.]+ ){0,2}?[\w:.]+) (?=para |pra |as )"),
    "ja": re.compile(r"(?P<what>[^、。]{1,8}?)から(?=.{1,10}(?:に|へ))"),
}
"""What a draft leaves when it moves: "from Thursday to Friday"."""

MOVES: Final = re.compile(
    r"(?<!\w)(?:move|push|shift|change|bump|bring|postpone|delay|reschedule|verschieb|verleg|schieb|zieh|andere|deplace|decale|passe|"
    r"repousse|avance|reporte|recule|mueve|mover|cambia|pasa|retrasa|aplaza|pospon|atrasa|adelanta|muda|mude|move|empurra|adia|adianta|defer)\w*|変更|ずらし|移動"
)
"""What says that something stands elsewhere afterwards, so that "from three to four" is no range."""

LATER_ON: Final = re.compile(
    r"(?<!\w)(?:push|bump|postpone|delay|defer|put (?:it |this )?(?:off|back)|move (?:it |this )?back|aufschieb|nach hinten|repousse|reporte|recule|"
    r"retrasa|aplaza|pospon|atrasa|empurra|adia(?!nta))\w*|延期|後ろ"
)
"""What moves a draft away: "push it to Thursday" means the Thursday after its day."""

PREFERS: Final = {
    "en": re.compile(
        r"(?<!\w)(?:make it|better|rather|instead|prefer|let'?s (?:do|say|make)|how about|what about|works|suits?|change|actually)(?!\w)"
    ),
    "de": re.compile(
        r"(?<!\w)(?:lieber|besser|doch|passt|statt|stattdessen|sondern|gleiche uhrzeit|mach\w*|wie ware)(?!\w)"
    ),
    "fr": re.compile(r"(?<!\w)(?:plutot|mieux|meme heure|prefere|en fait|mets|disons|finalement)(?!\w)"),
    "es": re.compile(r"(?<!\w)(?:mejor|prefiero|misma hora|que sea|pon|ponlo|en vez|digamos)(?!\w)"),
    "pt": re.compile(
        r"(?<!\w)(?:melhor|prefiro|mesmo horario|mesma hora|que seja|coloca|em vez|na verdade)(?!\w)"
    ),
    "ja": re.compile(r"(?:ほう|方)が(?:都合が)?(?:いい|良い)|やはり|やっぱり|にして|でお願い|に変更"),
}
"""What tells that a day or a time is wished, though another word beside it is not understood: "nan, plutôt vendredi"."""

NO_DESCRIPTION: Final = {
    "en": r"(?:no|without(?: an?| the)?|(?:delete|remove|drop|clear|erase|lose|ditch|skip)(?: the| its)?) (?:description|abstract|summary|blurb)",
    "de": r"(?:ohne|keine) (?:beschreibung|untertitel)|(?:die )?(?:beschreibung|untertitel) (?:bitte )?(?:loschen|entfernen|raus|weg|rausnehmen|streichen)|(?:losch|losche|entfern|entferne|streich|streiche) (?:bitte )?(?:die |den )?(?:beschreibung|untertitel)",
    "fr": r"(?:sans|pas de|(?:supprime|enleve|retire|efface)[rz]? (?:la|le)) (?:description|descriptif|resume)",
    "es": r"(?:sin|(?:borra|quita|elimina)(?:r|le)? (?:la|el)) (?:descripcion|resumen)",
    "pt": r"(?:sem|(?:apaga|tira|remove|exclui)(?:r)? (?:a|o)) (?:descricao|resumo)",
    "ja": r"(?:説明文?|概要)(?:を|は)?(?:消して|消す|削除(?:して)?|外して|なし(?:で|に)?|不要)(?:ください|下さい|お願いします|して)*",
}
"""A description that is taken away."""

INTERJECTION: Final = re.compile(
    r"\W*(?:[^\W\d_]{1,3}|gosh|dang|crap|darn|damn|argh|shoot|oopsie|herrje|mist|aie|caramba|ostras|anda|caray|nossa|putz|droga)[,!…]+(?=\s|\w)"
)
"""A sigh at the beginning, which says nothing: "uf,", "argh!"."""
