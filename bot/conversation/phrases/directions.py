"""Where to without how much ("later", "shorter"), and how long before the start the panel joins; templates as elsewhere."""

from typing import Final

_IT: Final = r"(?: it| this| that| the (?:start|thing|webinar|session|event|time|meeting))?"
_PANEL: Final = {
    "en": r"(?:the |our |all )*(?:panel(?:l?ists?)?|speakers?|presenters?|co-?hosts?)",
    "de": r"(?:(?:das|die|der|den|dem|alle) )*(?:panel\w*|podium|sprecher\w*|referent\w*|vortragende\w*|co-?hosts?)",
    "fr": r"(?:les? |la |aux? )*(?:intervenant\w*|panelistes?|panel|orateurs?|presentateurs?|co-?hotes?)",
    "es": r"(?:los? |las? |el |al )*(?:panelistas?|ponentes?|panel|oradores?|presentadores?|coanfitrion(?:es)?)",
    "pt": r"(?:os? |as? )*(?:painelistas?|palestrantes?|painel|apresentadores?|coanfitri\w+)",
    "ja": r"(?:パネリスト|登壇者|スピーカー|発表者|共同ホスト)",
}

PANEL_JOINS_EARLY: Final = {
    "en": rf"(?:(?:let|have|get|allow|lets) )?{_PANEL['en']}(?: (?:should|can|could|will|may|must|to|be|able|get|gets|joins?|enters?|comes?|logs?|arrives?|dials?|connects?|starts?|on|in|the|webinar|room|it|backstage|there|for))* {{amount}} (?:early|earlier|before(?:hand)?|ahead|prior|in advance)(?: (?:(?:the|of|to) )*(?:start|it starts|time|webinar|event|session|we start|that))?|{{amount}} (?:early|earlier|before(?:hand)?) (?:access )?for {_PANEL['en']}",
    "de": rf"(?:lass\w* )?{_PANEL['de']}(?: (?:soll\w*|kann|konnen|durfen|darf|schon|bitte|sich|mussen|muss|kommt|kommen|tritt|treten|geht|wird))* {{amount}} (?:fruher|vorher|vor (?:dem )?(?:beginn|start)|eher)(?: (?:rein\w*|beitreten|dazu\w*|herein\w*|kommen|bei|dazu|da sein|dabei|sein|einwahlen|los|zusammen|einlassen))*",
    "fr": rf"(?:laisse\w* |fais )?(?:entrer )?{_PANEL['fr']}(?: (?:peuvent|doivent|devraient|puissent|se|rejoignent|rejoindre|entrent|entrer|arrivent|arriver|(?:s')?connectent|(?:se )?connecter|joignent))* {{amount}} (?:avant|plus tot|en avance|a l'avance)(?: (?:le|du) debut)?",
    "es": rf"(?:deja\w* |que )*(?:entrar a )?{_PANEL['es']}(?: (?:pueden?|puedan|deben?|que|se|unen|unan|unirse|entran|entren|entrar|conectan|conecten|conectarse|lleguen|llegan))* {{amount}} (?:antes|mas temprano)(?: (?:del? )?(?:inicio|empezar|comenzar))?",
    "pt": rf"(?:deixa\w* |deixe |que )*{_PANEL['pt']}(?: (?:podem|possam|devem|que|se|entram|entrem|entrar|conectam|conectem|conectar|chegam|cheguem))* {{amount}} (?:antes|mais cedo)(?: (?:do )?(?:inicio|comeco))?",
    "ja": rf"{_PANEL['ja']}(?:は|が|を|には|も)?(?:開始の?)?{{amount}}(?:前|早く)(?:に|から)?(?:入室|参加|入れる|入って|入る|接続|集合)?(?:する|して|させて|できる|でき)?(?:ように|よう)?(?:設定|して|お願い|ください|下さい|します|にし)*",
}
"""The panel joins so long before the start."""

_SOME: Final = {
    "en": r"(?:(?:just )?(?:a )?(?:bit|little|tad|touch)(?: bit)? |slightly |somewhat |much |even |some )?",
    "de": r"(?:etwas |ein bisschen |ein wenig |bisschen |ein stuck |viel |noch )*",
    "fr": r"(?:un (?:petit )?peu |encore |legerement |bien )*",
    "es": r"(?:un (?:poco|poquito) |algo |bastante |aun )*",
    "pt": r"(?:um (?:pouco|pouquinho) |bem |ainda )*",
    "ja": r"(?:もう)?(?:少し|ちょっと)?(?:だけ)?(?:もっと)?",
}
_DONE: Final = r"(?:に)?(?:して|でき|する|なり)?(?:ください|下さい|もらえ|ますか|ます|る|たい|ほしい|です|お願いします|か)*"

LASTING: Final = {
    "en": r"(?:count on|allow|budget|reckon with) {amount}(?! (?:more|longer|extra|earlier|later|less))",
    "de": r"(?:rechne\w*|kalkulier\w*)(?: bitte)?(?: mit)? {amount}(?! (?:langer|mehr|kurzer|fruher|spater|weniger))",
    "fr": r"(?:compte[rz]?|prevois|prevoyez|prevoir|table[rz]? sur) {amount}(?! (?:de|en|plus|avant|apres))",
    "es": r"(?:que sean|seran|pon(?:le|lo en)?|calcula|cuenta con) {amount}(?! (?:mas|antes|despues|menos|extra|adicional))",
    "pt": r"(?:que sejam|serao|coloca|coloque|bota|poe|calcula|conta) {amount}(?! (?:a|mais|antes|depois|menos|extra))",
    "ja": r"(?:所要|長さ)(?:時間)?(?:は|を)?{amount}|(?P<amount8>[一二三四五六七八\d]時間半)(?!後|遅|早|前|延|長|短|追|ず|繰|伸|だけ|ほど)",
}
"""A length by what leads to it, which without it looks like a time of day: "compte deux heures"."""

PLUS: Final = (
    (
        "longer",
        r"(?<!utc )(?<!gmt )\+(?P<amount8>(?:[5-9]|\d{2,3})(?: ?min\w*)?|\d ?(?:h\w*|std\w*|stunden?))(?! ?[\d-])",
    ),
    ("shorter", r"^-(?P<amount8>\d{1,3} ?min\w*)"),
)
"""Signs for longer and shorter, which every language has: "+15", "-10 min"."""

DIRECTIONS: Final = {
    "en": (
        (
            "longer",
            r"(?P<amount8>(?:\d{1,3}|an?|one|two|three|five|ten|fifteen|twenty|thirty|forty[- ]five) (?:more|extra|additional) (?:minutes?|mins?|hours?|hrs?))|longer by (?P<amount9>\d{1,3})|(?P<amount7>\d{2,3}) (?:longer|more)(?= ?$)",
        ),
        ("shorter", r"shorter by (?P<amount8>\d{1,3})|(?P<amount9>\d{2,3}) (?:shorter|less)(?= ?$)"),
        (
            "some_later",
            rf"{_SOME['en']}later(?! (?:in|this|on|today|that|than|next))|(?:push|move|shift){_IT} (?:back|out)|(?:postpone|delay){_IT}",
        ),
        (
            "some_earlier",
            rf"{_SOME['en']}(?:earlier|sooner)(?! than)|(?:bring|move|pull){_IT} (?:forward|up)",
        ),
        ("some_longer", rf"{_SOME['en']}longer(?! than)|(?:extend|lengthen|prolong){_IT}|more time"),
        ("some_shorter", rf"{_SOME['en']}shorter(?! than)|shorten{_IT}|less time"),
    ),
    "de": (
        ("some_later", rf"{_SOME['de']}(?:spater|nach hinten)"),
        ("some_earlier", rf"{_SOME['de']}(?:fruher|nach vorne?|vorziehen)"),
        ("some_longer", rf"{_SOME['de']}(?:langer|verlanger\w*|mehr zeit)"),
        ("some_shorter", rf"{_SOME['de']}(?:kurzer|verkurz\w*)"),
    ),
    "fr": (
        ("some_later", rf"{_SOME['fr']}plus tard|(?:repousse|recule|retarde)[rz]?(?: |-)?(?:le|la)?"),
        ("some_earlier", rf"{_SOME['fr']}plus tot|avance[rz]?(?: |-)?(?:le|la)?"),
        (
            "some_longer",
            rf"{_SOME['fr']}plus long(?:ue|temps)?|(?:prolonge|allonge|rallonge)[rz]?(?: |-)?(?:le|la)?",
        ),
        ("some_shorter", rf"{_SOME['fr']}(?:plus court\w*|moins longs?)|raccourci[rstz]*(?: |-)?(?:le|la)?"),
    ),
    "es": (
        (
            "some_later",
            rf"{_SOME['es']}(?:mas tarde|mas adelante|despues)|(?:retras|aplaz|atras)(?:a|ar)(?:lo|la)?",
        ),
        ("some_earlier", rf"{_SOME['es']}(?:mas temprano|mas pronto|antes)|adelanta(?:r)?(?:lo|la)?"),
        (
            "some_longer",
            rf"{_SOME['es']}(?:mas larg[oa]|mas tiempo)|(?:alarga|prolonga|extiende)(?:r)?(?:lo|la)?",
        ),
        ("some_shorter", rf"{_SOME['es']}(?:mas cort[oa]|menos tiempo)|acorta(?:r)?(?:lo|la)?"),
    ),
    "pt": (
        (
            "some_later",
            rf"{_SOME['pt']}(?:mais tarde|mais pra frente)|(?:adi|atras)(?:a|ar|e)(?: (?:ele|isso))?",
        ),
        ("some_earlier", rf"{_SOME['pt']}(?:mais cedo|antes)|(?:adianta|antecipa)(?:r)?(?: (?:ele|isso))?"),
        (
            "some_longer",
            rf"{_SOME['pt']}(?:mais (?:long[oa]|tempo|comprid[oa])|maior)|(?:estende|alonga|prolonga)(?:r)?(?: (?:ele|isso))?",
        ),
        (
            "some_shorter",
            rf"{_SOME['pt']}(?:mais curt[oa]|menor|menos tempo)|encurta(?:r)?(?: (?:ele|isso))?",
        ),
    ),
    "ja": (
        ("some_later", rf"{_SOME['ja']}(?:遅く|遅め|後ろ|延期){_DONE}"),
        ("some_earlier", rf"{_SOME['ja']}(?:早く|早め|前倒し){_DONE}"),
        ("some_longer", rf"{_SOME['ja']}(?:長く|長め|延長){_DONE}"),
        ("some_shorter", rf"{_SOME['ja']}(?:短く|短め|短縮){_DONE}"),
    ),
}
"""Later, earlier, longer and shorter, of which nobody said how much."""
