"""Spanish, as people speak about webinars that exist."""

from typing import Final

from bot.conversation.webinar_phrases.phrases import WebinarPhrases

_NOUN: Final = r"(?:webinars?|webinarios?|eventos?|sesion(?:es)?|seminarios?(?: web)?)"
SPANISH: Final = WebinarPhrases(
    code="es",
    lead=r"(?:(?:hola|buenas|ok|vale|y|tambien|pues|entonces|ahora|por favor|porfa|ah|oh|espera|perdon|gracias|bien|perfecto|oye|por cierto)[ ,.!:]+)*(?:(?:(?:puedes|podrias|podeis|me puedes|me podrias|puede|podria|podemos|podriamos)|(?:quiero|quisiera|queremos|necesito|necesitamos|hay que|tenemos que|tengo que|me gustaria|vamos a|deberiamos)(?: que)?)(?: por favor| tambien)* )?(?:(?:por favor|tambien) )*",
    actions=(
        ("duplicate", r"(?:duplic\w*|copi[ae]\w*|clon\w*|repit\w*|repetir)\b"),
        (
            "registration",
            r"(?:abr\w+|cierr\w+|cerrar|reabr\w+|det[eé]n\w*)(?: las?| el)? (?:inscripcion(?:es)?|registros?)\b",
        ),
        (
            "remind",
            r"(?:recuerd\w*|recordar\w*|avis\w+|(?:mand|envi)\w+\b(?=.*\brecordatorio)|(?:pon|cambia|quita)\w* (?:un |el |los )?recordatorios?)\b",
        ),
        (
            "rename",
            r"(?:renombr\w*|titul\w+)\b|(?:cambi\w*|pon\w*|modific\w*|edit\w*)(?:le)?(?: el)? (?:titulo|nombre)\b|llam\w+\b(?= (?:el |la |a la |al )?■)",
        ),
        ("cancel", r"(?:cancel\w*|anul\w*|suspend\w*|elimin\w*|borr\w*|desconvoc\w*)\b"),
        ("announce", r"(?:anunci\w*|public\w*|compart\w*|difund\w*|postea\w*)\b"),
        (
            "panel",
            r"(?:anad\w*|agreg\w*|invit\w*|pon\w*|quit\w*|sac\w*|sustitu\w*|reemplaz\w*|met\w*|inclu\w*)\b(?=.*(?:\ue000|panel|ponente|co-?anfitri|co-?host))",
        ),
        (
            "change_length",
            r"(?:alarg\w*|acort\w*|extiend\w*|extender|prolong\w*|amplia\w*|reduc\w*)\b|(?:cambi\w*|modific\w*)(?: la)? duracion\b",
        ),
        (
            "move",
            r"(?:hac\w+|haz|ten\w+)\b(?= ■)|(?:muev\w*|mover\w*|mueve\w*|reprogram\w*|pospon\w*|aplaz\w*|adelant\w*|retras\w*|atras\w*|pas[ae]\w*|traslad\w*|corr[ea]\w*)\b|(?:cambi\w*|modific\w*)(?: la| el)? (?:fecha|hora|horario|dia)\b|cambi\w+\b(?= (?:el |la )?■ (?:al?|para)\b)",
        ),
        (
            "edit",
            r"(?:edit\w*|anad\w*|agreg\w*|cambi\w*|modific\w*|actualiz\w*|ajust\w*|corri[gj]\w*|pon\w*|haz\w*|activ\w*|desactiv\w*|grab\w*)\b",
        ),
    ),
    topics=(
        (
            "host_link",
            r"\b(?:enlace|link|url)(?: de| del| para| como)?(?: el| la)? ?(?:anfitrion|host|organizador|inicio|iniciar|moderador)\b",
        ),
        (
            "recording",
            r"\b(?:grabacion|grabaciones|video|repeticion)\b|(?:se grabo|esta grabado|fue grabado|se ha grabado|se graba)\b",
        ),
        (
            "who_registered",
            r"(?:quien(?:es)?|cuant[oa]s?|alguien|lista|muestra\w*|ensena\w*|dame|hay|que personas).*\b(?:inscrit[oa]s?|inscripciones|registrad[oa]s?|registros|apuntad[oa]s?|inscrib\w+|apunt\w+)\b",
        ),
        (
            "who_comes",
            r"(?:quien(?:es)?|cuant[oa]s(?: personas)?)(?: mas| todos| personas| gente)* ?(?:viene|vienen|va|van|vendra\w*|asist\w*|participa\w*|confirm\w*|estan invitad\w*)\b|lista de (?:invitados|asistentes)",
        ),
        (
            "link",
            r"\b(?:enlace|link|url|pagina)(?: de (?:acceso|union|conexion|inscripcion|registro)| para (?:unirse|entrar|inscribirse|asistir))?\b.*(?:■|webinar|webinario|sesion)|(?:manda\w*|envia\w*|dame|pasame|pasa|reenvia\w*|cual es|donde esta|comparte\w*)(?: me)?(?: el| un)? (?:enlace|link|url)\b|como (?:entro|entramos|me uno|se entra|me inscribo|accedo|se unen)\b",
        ),
        (
            "list",
            r"(?:cual(?:es)?|que)(?: [a-z]+){0,3} (?:webinars|webinarios|eventos|sesiones)\b|cuales son (?:mis|nuestros|los)|(?:lista\w*|muestra\w*|ensena\w*|dame|dime|ver|mostrar)(?:me|nos)?(?: [a-z]+){0,4} (?:webinars|webinarios|eventos|sesiones)\b|^(?:mis |nuestros |todos |los |proximos )*(?:webinars|webinarios)$|que (?:hay|tengo|tenemos|viene|toca)(?: [a-z]+){0,4}(?: planeado| programado| agendado| esta semana| la semana que viene| la proxima semana| hoy| manana| semana)|(?:tengo|tenemos|hay)(?: [a-z]+){0,3} (?:webinars?|webinarios?)\b|cuantos (?:webinars|webinarios)\b|\b(?:hay|tengo|tenemos) algo (?:programado|planeado|previsto|agendado)",
        ),
        (
            "status",
            r"\b(?:estado|estatus)\b(?: (?:de|del)\b|.*■)|como (?:va|esta|marcha|anda)\b.*(?:■|webinar)|(?:detalles|informacion|info)(?: sobre| de| del)?\b.*(?:■|webinar)|(?:muestra\w*|ensena\w*)(?:me)?(?: el| la)? ■|■ (?:sigue|esta) (?:en pie|cancelad\w|complet\w|llen\w)|(?:sigue|esta) (?:en pie|cancelad\w|complet\w)? ?(?:el|la) ■",
        ),
        (
            "when",
            r"\bcuando\b.*(?:■|webinar|webinario|evento|sesion|el |la |mi |nuestr|proxim)|(?:a )?que hora\b.*(?:■|webinar|webinario|el |la |mi |proxim)|que dia\b.*(?:■|webinar|webinario|el |la |mi )|(?:cual|cuando) es (?:mi|nuestro|el|la|mi) (?:proxim[oa]|siguiente)|\b(?:mi|nuestro) (?:proximo|siguiente) (?:webinar|webinario)$|cuanto dura\b.*■",
        ),
    ),
    how=r"(?:(?:hola|ok|y|pero)[ ,]+)*como (?:puedo|podemos|se|hago|hacemos|cancelo|cambio|edito|muevo|borro|modifico|anulo|renombro)\b",
    determiner=r"(?:el|la|los|las|mi|mis|nuestro|nuestra|este|esta|ese|esa|del|al|de la|a la)",
    noun=_NOUN,
    pronoun=r"(?:lo|la|eso|este|ese|esto|ese webinar|este webinar)",
    it="lo",
    indefinite=r"un|una|otro|otra|nuevo|nueva",
    new_name=r"a|por|en|como|:",
    close=r"por favor|porfa|gracias",
    modal=r"(?:debe|deberia|tiene que|tendria que|va a|al|para el|→|->)",
    shortens=r"acort|reduc|redu[zj]",
    length_to=r"a",
    away=r"del|de|desde el|desde",
    next_one=rf"(?:mi|nuestro|el|del|al|la|mi) (?:proxim[oa]|siguiente) {_NOUN}",
    to=r"(?:a|al|a la|para|hasta)",
    negation=r"no (?=[a-z])",
    advances=r"adelant",
    months={"este mes": 0, "(?:el )?(?:proximo mes|mes que viene)": 1},
    weeks={
        r"esta semana": (0, 6),
        r"(?:la )?(?:proxima semana|semana que viene|semana proxima|siguiente semana)": (7, 13),
        r"(?:este|el) fin de semana": (5, 6),
    },
    before=r"(?:antes|con antelacion|previo|de antelacion)",
    registration_of_mine=r"mi (?:inscripcion|registro|plaza|lugar|asistencia)",
)
