"""The words for a webinar's options in each language, without accents.

`{n}` in a frame stands for the name of an option: "no {n}" with "recording" turns recording off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class OptionWords:
    """One language: names of options, frames that turn them on or off, and phrases that say more."""

    names: Mapping[str, str]
    """Patterns for options by the setting's name."""
    off: tuple[str, ...]
    on: tuple[str, ...]
    phrases: tuple[tuple[str, bool | str, str], ...]
    """Whole phrases with the setting and its value."""
    protected_by: str
    description: str
    redirect: str
    with_: str
    """What stands before an option that is wanted; questions in a title say it as well, so they need more."""


_COWORKERS: Final = "AuthenticatedCoworker"
_USERS: Final = "AuthenticatedUser"
_GUESTS: Final = "Guest"
_ATTENDEES: Final = "attendee_authentication"

OPTION_WORDS: Final[Mapping[str, OptionWords]] = {
    "en": OptionWords(
        names={
            "recording_enabled": r"recordings?",
            "qna_anonymous_enabled": r"anonymous (?:q ?(?:&|and|n) ?a|questions)",
            "moderated_qna_enabled": r"moderated (?:q ?(?:&|and|n) ?a|questions)",
            "qna_enabled": r"q ?(?:&|and|n) ?a|questions and answers|questions",
            "polls_enabled": r"poll(?:s|ing)?",
            "panelist_waiting_room": r"waiting rooms?(?: for (?:the )?(?:panel(?:ists?)?|speakers))?",
            "pstn_enabled": r"(?:phone )?dial-?ins?|dialing in|phone access",
        },
        off=(
            r"(?:with(?:out| no)|w/o|and no|but no|no)(?: any| the| a)? (?:{n})",
            r"(?:turn|switch) (?:off (?:the )?(?:{n})|(?:the )?(?:{n}) off)",
            r"disable (?:the )?(?:{n})",
            r"(?:{n})(?: is| should be| are|:)? (?:off|disabled|not allowed|not needed)",
            r"(?:{n}): ?(?:no|none)",
            r"(?:don't|do not|doesn't|does not) (?:need|want|allow|enable|have)(?: any| the| a)? (?:{n})",
        ),
        on=(
            r"(?:turn|switch) (?:on (?:the )?(?:{n})|(?:the )?(?:{n}) on)",
            r"(?:enable|allow) (?:the |a )?(?:{n})",
            r"(?:{n})(?: is| should be| are|:)? (?:on|enabled|allowed|welcome)(?![\w-])",
            r"(?:{n}): ?(?:yes|on)",
        ),
        phrases=(
            ("recording_enabled", False, r"(?:(?:please )?(?:don't|do not|never) record(?: (?:it|this|the (?:session|webinar|event|call)))?|(?:should |must |will )?not (?:be |to be )?recorded|not recording it|unrecorded)"),
            ("recording_enabled", True, r"(?:and |please |we |i |to |also ){0,4}record (?:it|this|this one|that|the (?:session|webinar|event|call|whole thing))(?: please)?|(?:please |and )+record(?=$|[,.;!])|record(?:ed)? please|(?<=[,;] )(?:record(?:ed)?|recording)(?=$|[,.;!])|(?:it |this |to |should |must |will |needs? to |has to |gets? |and |please ){0,4}be recorded|(?:it )?gets recorded"),
            (_ATTENDEES, _COWORKERS, r"(?:for |only for )?(?:co-?workers|employees|colleagues|staff|company|internal|our people)(?: staff)? only|only (?:for )?(?:our )?(?:co-?workers|employees|colleagues|staff|internal people)(?: (?:may|can|should) (?:join|attend))?"),
            (_ATTENDEES, _USERS, r"(?:only )?signed-?in users(?: only)?|(?:attendees (?:must|have to|need to) )(?:sign|log) in"),
            (_ATTENDEES, _GUESTS, r"(?:open|public) (?:to|for) (?:everyone|everybody|anyone|the public|all|guests)|(?:anyone|everyone|guests) (?:can|may) (?:join|attend)|guests (?:are )?(?:welcome|allowed)"),
        ),
        protected_by=r"(?:(?:with|and|use|set) )?(?:(?:the|a|its) )?(?:password|passcode|pass code|pwd?)(?: (?:is|should be|will be|to|of))?",
        description=r"(?:with (?:the )?)?(?:description|abstract|summary)(?: is)?",
        redirect=r"(?:redirect|send)(?: (?:them|people|everyone|attendees|participants))?(?: afterwards| after(?:wards)?(?: the (?:webinar|event))?)? ?(?:to)?",
        with_=r"(?:with|and)(?: a| the)?",
    ),
    "de": OptionWords(
        names={
            "recording_enabled": r"aufzeichnung(?:en)?|aufnahmen?|mitschnitt",
            "qna_anonymous_enabled": r"anonymen? fragen",
            "qna_enabled": r"q ?(?:&|and|und) ?a|fragerunde|fragen(?: und antworten)?|fragen",
            "polls_enabled": r"umfragen?|abstimmung(?:en)?",
            "panelist_waiting_room": r"warte(?:raum|zimmer)",
            "pstn_enabled": r"telefoneinwahl|einwahl per telefon",
        },
        off=(r"(?:ohne|und ohne|kein|keine|keinen)(?: die| eine)? (?:{n})", r"(?:{n}):? (?:aus|nein|nicht (?:notig|noetig|erlaubt))", r"(?:{n}) (?:ausschalten|abschalten|deaktivieren)"),
        on=(r"(?:{n}):? (?:an|ein|ja|erlaubt)(?!\w)", r"(?:{n}) (?:einschalten|aktivieren|erlauben)"),
        phrases=(
            ("recording_enabled", False, r"ohne (?:auf(?:zu)?zeichn\w+|aufzunehmen|mitzuschneiden)|(?:bitte )?(?:(?:es|das) )?nicht (?:aufzeichnen|aufnehmen|mitschneiden)|(?:wird )?nicht aufgezeichnet"),
            ("recording_enabled", True, r"(?:und |bitte |es |das |soll ){0,4}(?:aufzeichnen|aufnehmen|mitschneiden)|zeichne? (?:es|das|ihn) (?:bitte )?auf|nimm (?:es|das) (?:bitte )?auf|(?:soll |es |und |wird ){0,4}aufgezeichnet(?: werden)?"),
            (_ATTENDEES, _COWORKERS, r"nur (?:fur |fuer )?(?:die )?(?:unsere )?(?:mitarbeiter(?:innen|\*innen|:innen)?|mitarbeitende|kolleg(?:en|innen)|belegschaft|interne)|nur intern"),
            (_ATTENDEES, _USERS, r"nur (?:fur |fuer )?angemeldete (?:benutzer|nutzer)"),
            (_ATTENDEES, _GUESTS, r"offen fur alle|offen fuer alle|auch (?:fur |fuer )?gaste"),
        ),
        protected_by=r"(?:(?:mit|und) )?(?:(?:dem|das) )?(?:passwort|kennwort)(?: (?:ist|lautet|soll))?",
        description=r"(?:mit (?:der )?)?beschreibung(?: ist)?",
        redirect=r"(?:danach |anschließend )?(?:weiterleiten|weiterleitung|leite)(?: (?:sie|alle|teilnehmer))?(?: danach)? ?(?:auf|nach|zu|an)?",
        with_=r"mit(?: einer| einem| der)?",
    ),
    "fr": OptionWords(
        names={
            "recording_enabled": r"(?:l'|d')?enregistrement",
            "qna_anonymous_enabled": r"questions anonymes",
            "qna_enabled": r"questions?(?:[- /]reponses?)?|q ?& ?[ar]",
            "polls_enabled": r"sondages?",
            "panelist_waiting_room": r"salle d'attente",
            "pstn_enabled": r"acces telephonique",
        },
        off=(r"(?:sans|et sans|pas de|pas d'|aucune?|ni)(?: les?| la)? ?(?:{n})", r"(?:{n}) ?:? ?(?:non|desactive(?:e|es)?|off)", r"desactive[rz]? (?:les? |la )?(?:{n})"),
        on=(r"(?:{n}) ?:? ?(?:oui|active(?:e|es)?|on)(?!\w)", r"active[rz]? (?:les? |la )?(?:{n})"),
        phrases=(
            ("recording_enabled", False, r"sans (?:l')?enregistrer|(?:ne (?:l')?(?:pas )?enregistre[rz]?(?: pas)?|ne pas (?:l')?enregistrer|(?:ce n'est )?pas enregistre|non enregistre)"),
            ("recording_enabled", True, r"(?:a|et|on|merci d'|il faut|merci de|s'il vous plait|veuillez|pensez a) ?l?'?enregistrer(?: (?:la session|le webinaire|le tout))?|enregistre[rz]?[- ](?:le|la|tout)(?!\w)|(?:sera|soit|et) enregistree?|avec enregistrement|(?<=, )enregistree?"),
            (_ATTENDEES, _COWORKERS, r"(?:reserve[es]? (?:a nos|aux)|(?:pour|seulement pour) (?:les|nos)) (?:collaborateurs|employes|salaries|collegues)(?: (?:uniquement|seulement))?|interne uniquement|en interne uniquement"),
            (_ATTENDEES, _GUESTS, r"ouvert[es]? a tous"),
        ),
        protected_by=r"(?:(?:avec|et) )?(?:(?:le|un) )?(?:mot de passe|mdp)(?: (?:est|sera))?",
        description=r"(?:avec (?:la )?)?(?:description|resume)",
        redirect=r"(?:redirige[rz]?|redirection|renvoye[rz]?)(?: (?:les participants|tout le monde|les))?(?: ensuite| apres)? ?(?:vers|sur|a)?",
        with_=r"avec(?: une?| l[ae])?",
    ),
    "es": OptionWords(
        names={
            "recording_enabled": r"grabacion(?:es)?|grabar(?:lo|la)?",
            "qna_anonymous_enabled": r"preguntas anonimas",
            "qna_enabled": r"(?:turno de |ronda de |sesion de )?preguntas(?: y respuestas)?|q ?& ?a",
            "polls_enabled": r"encuestas?|votaciones",
            "panelist_waiting_room": r"sala de espera",
            "pstn_enabled": r"acceso telefonico",
        },
        off=(r"(?:sin|y sin|no|ni|nada de)(?: la| las| el)? (?:{n})", r"(?:{n}) ?:? ?(?:no|desactivad[oa]s?)(?!\w)", r"desactiva[r]? (?:la |las |el )?(?:{n})"),
        on=(r"(?:{n}) ?:? ?(?:si|activad[oa]s?)(?!\w)", r"activa[r]? (?:la |las |el )?(?:{n})"),
        phrases=(
            ("recording_enabled", False, r"(?:que )?no (?:se )?(?:lo |la )?(?:grab(?:es?|a|ar|en)|grabe(?:is|n)?)|no hace falta grabar(?:lo|la)?"),
            ("recording_enabled", True, r"(?:y |por favor |hay que |quiero |que se |se |a ){0,4}(?:graba(?:d|r)?l[oa]|grabar(?:lo|la)?|grabad[oa])(?= |$|[,.;!])|(?:que )?se (?:grabe|grabara|va a grabar)|graba (?:la sesion|el webinar|todo)"),
            (_ATTENDEES, _COWORKERS, r"(?:solo|solamente|unicamente) (?:para )?(?:los |nuestros )?(?:empleados|companeros|colaboradores|personal interno|internos)|solo interno"),
            (_ATTENDEES, _GUESTS, r"abierto a (?:todos|todo el mundo|cualquiera)"),
        ),
        protected_by=r"(?:(?:acceso )?(?:con|y) )?(?:(?:la|una) )?(?:contrasena|clave)(?: (?:es|sera))?",
        description=r"(?:con (?:la )?)?(?:descripcion|resumen)",
        redirect=r"(?:redirig(?:e|ir)|redireccion(?:a|ar)|enviar?)(?: a (?:los asistentes|todos))?(?: despues)? ?(?:a|hacia)?",
        with_=r"con(?: una?| la)?",
    ),
    "pt": OptionWords(
        names={
            "recording_enabled": r"gravac(?:ao|oes)|gravar|gravando",
            "qna_anonymous_enabled": r"perguntas anonimas",
            "qna_enabled": r"(?:sessao de )?perguntas(?: e respostas)?|q ?& ?a",
            "polls_enabled": r"enquetes?|votac(?:ao|oes)",
            "panelist_waiting_room": r"sala de espera",
            "pstn_enabled": r"acesso por telefone",
        },
        off=(r"(?:sem|e sem|nao|nem|nada de)(?: a| as)? (?:{n})", r"(?:{n}) ?:? ?(?:nao|desativad[oa]s?|desligad[oa]s?)(?!\w)", r"desativ(?:e|ar) (?:a |as )?(?:{n})"),
        on=(r"(?:{n}) ?:? ?(?:sim|ativad[oa]s?|ligad[oa]s?)(?!\w)", r"ativ(?:e|ar) (?:a |as )?(?:{n})"),
        phrases=(
            ("recording_enabled", False, r"sem gravar|nao (?:precisa )?(?:grav(?:e|ar|a|em))|nao (?:sera |ser )?gravad[oa]"),
            ("recording_enabled", True, r"(?:e |por favor |favor |pode |e para |para |deve ser |sera ){0,4}(?:grave|gravar|gravad[oa])(?: (?:a sessao|o webinar|tudo|isso))?(?= por|$|[,.;!])"),
            (_ATTENDEES, _COWORKERS, r"(?:so|somente|apenas) (?:para )?(?:os |nossos )?(?:funcionarios|colaboradores|colegas|internos)|(?:so|somente|apenas) interno"),
            (_ATTENDEES, _GUESTS, r"aberto (?:a|para) (?:todos|qualquer pessoa)"),
        ),
        protected_by=r"(?:(?:com|e) )?(?:(?:a|uma) )?(?:senha|palavra-passe)(?: (?:e|sera))?",
        description=r"(?:com (?:a )?)?(?:descricao|resumo)",
        redirect=r"(?:redirecion(?:e|ar)|envi(?:e|ar))(?: (?:os participantes|todos))?(?: depois)? ?(?:para|a)?",
        with_=r"com(?: uma?| a)?",
    ),
    "ja": OptionWords(
        names={
            "recording_enabled": r"録画|レコーディング",
            "qna_enabled": r"質疑応答|q ?& ?a|質問",
            "polls_enabled": r"アンケート|投票",
            "panelist_waiting_room": r"待機室|待合室",
        },
        off=(r"(?:{n})(?:は|を|の)?(?:なし|無し|不要|オフ|off|しない(?:で(?:ください)?)?)(?:で)?",),
        on=(r"(?:{n})(?:は|を|の)?(?:あり|有り|オン|on|する|して(?:ください)?|お願いします)(?:で)?",),
        phrases=(
            (_ATTENDEES, _COWORKERS, r"社員(?:のみ|限定)|社内限定|社内のみ"),
            (_ATTENDEES, _GUESTS, r"誰でも参加(?:可|できる|可能)"),
        ),
        protected_by=r"パスワード(?:は|が|を)?",
        description=r"(?:説明文?|概要)(?=[:：は])",
        redirect=r"(?!)",
        with_=r"(?!)",
    ),
}  # fmt: skip
