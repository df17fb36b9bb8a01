"""Spanish, as people speak about a draft."""

from typing import Final

from bot.conversation.phrases.phrases import Phrases

_IT: Final = r"(?:lo|la| lo| la| todo| eso| esto| el (?:inicio|webinar|comienzo))"
SPANISH: Final = Phrases(
    code="es",
    filler="""
    sean eeh ehm mmm emm
    reduce redúcelo reducelo acorta acortalo amplia ampliala alarga alargalo uf uy vaya oye hala venga
    o u
    ponlo pon ponle poner pongamos mejor cambia cambialo cambiala cambiar cambiamos muevelo muevela mueve mover pasalo pasala pasa pasar pasemos el los las la
    lo al del de para por si no gracias hora horas h minutos minuto min dia dias semana semanas mas tarde temprano que sea por favor hazlo hazla haz hacer
    hagamos y o pero en a con sin un una uno media medio cuarto perdon disculpa disculpe ay oh ah eh mm hm bueno pues entonces vale ok okay bien ahora
    sera seria seran es esta este esto eso ese esa estos antes despues luego hasta desde entre sobre mismo misma igual tambien solo solamente aun todavia
    ya se le les te tu me mi nos nuestro usted yo quiero quisiera queremos prefiero podemos puedes podria podrias podriamos puede dura durara duracion dure
    durar tiempo empieza empezar empiece comienza comenzar comience termina terminar termine acaba acabar titulo nombre webinar borrador fecha zona horaria
    manana tarde noche mediodia viene proxima proximo siguiente otra otro vez total largo larga corto corta menos doble error equivocacion perfecto claro
    super genial de acuerdo realmente quizas tal queda quede quedar dejar deja dejalo espera espere va vamos ir hay tiene tener necesita necesitamos necesito
    digo digamos decir quise asi cada todo todos alcanza basta bastan suficiente sobran punto alli aqui ahi adelanta retrasa hacemos hacerlo hicieramos final cambiarlo ponerlo moverlo
    """,
    fillers=(
        r"en realidad",
        r"ah no",
        r"no,? (?:mejor|espera|perdon)",
        r"por favor",
        r"quiero decir|quise decir|me refiero a",
        r"(?:puedes|podrias|podemos|podriamos|puede)(?: \w+r(?:lo|la)?)?",
        r"de acuerdo",
        r"(?:seria|es|estaria) mejor",
        r"creo que|pienso que",
        r"a ver",
        r"que tal(?: si)?",
        r"me equivoque",
        r"en vez de eso|en lugar de eso",
        r"si (?:es posible|puedes|se puede)",
        r"al final",
        r"mejor (?:dicho|aun)",
        r"pensandolo bien",
    ),
    whole={
        "confirm": (
            r"(?:venga|hala|ea|pues),? (?:crealo|hazlo|dale|adelante)|dale caña|tira millas|trato hecho",
            r"(?:asi |eso |todo |esto |se ve |esta |queda |me parece |suena |va |luce |me gusta )+(?:esta |muy |todo |asi |como |ya )*(?:perfecto|bien|genial|listo|correcto|excelente|estupendo|ok|bueno|asi|estupendamente|fenomenal|fantastico)?(?: asi| como esta| para mi)*",
            r"(?:puedes |ya |ahora |pues |y |vale |por favor |quiero |lo puedes )*(?:crealo|creala|crear(?:lo|la)?|crea|confirma(?:lo|r|do)?|envialo|enviar(?:lo)?|publicalo|guardalo|programalo|agendalo|hazlo|lanzalo|mandalo|reservalo|aprobado|apruebo|adelante|dale|vamos|listo|eso es todo|nada mas|es todo|conforme|procede|sigue adelante)(?: ya| asi| ahora| por favor| con (?:eso|esto|ello)| el webinar| el borrador| entonces| tal cual)*",
        ),
        "agree": (
            r"si|vale|ok(?:ay)?|perfecto|genial|de acuerdo|claro|bien|muy bien|excelente|estupendo|super|exacto|correcto|listo|bueno|fenomenal|buenisimo|guay|que bien",
        ),
        "discard": (
            r"(?:no |mejor |ya |bueno |ay )*(?:dejalo|dejala|deja|olvidalo|olvidala|olvida|cancela(?:lo|la|r)?|descarta(?:lo|la|r)?|borra(?:lo|la|r)?|elimina(?:lo|la|r)?|anula(?:lo|la|r)?|tira(?:lo|la)?|quita(?:lo|la)|para|desecha(?:lo|la)?)(?: eso| esto| todo| el (?:borrador|webinar|tema|asunto)| la idea| del tema| ya| por favor| mejor| estar)*",
            r"(?:ya )?no (?:lo |la |me )?(?:quiero|necesito|necesitamos|hace falta|queremos|interesa)(?: ya| mas| nada)*|da igual|no importa|mejor no|nada,? (?:olvidalo|dejalo)|he cambiado de (?:idea|opinion)|cambie de (?:idea|opinion)",
        ),
        "undo": (
            r"(?:puedes |por favor )*(?:deshaz(?:lo)?|deshacer(?:lo)?|revierte(?:lo)?|revertir(?:lo)?|vuelve|regresa(?:lo)?|restaura(?:lo)?|recupera(?:lo)?)(?: eso| esto| lo ultimo| el ultimo cambio| la ultima modificacion| atras| como estaba(?: antes)?| a como estaba(?: antes)?| el borrador| lo anterior)*|como estaba(?: antes)?|(?:da |un )?paso atras|quita lo ultimo",
        ),
        "start_over": (
            r"(?:vamos a |quiero |podemos |mejor |vuelve a )*(?:empecemos|empezar|empieza|empiezo|comencemos|comenzar|comienza|partamos|partir|arrancamos)(?: todo)?(?: de| desde| otra| por)*(?: nuevo| cero| vez| el principio| el comienzo)+|(?:desde|de) (?:cero|el principio)|borron y cuenta nueva",
        ),
        "thanks": (
            r"(?:muchas |mil |muchisimas )*gracias(?: por (?:todo|tu ayuda|la ayuda|eso)| de nuevo| a ti| igualmente)*|(?:te )?(?:lo )?agradezco(?: mucho)?|muy amable|(?:que|muy) (?:util|amable)|eso es todo|hasta (?:luego|manana|pronto|la vista)|nos vemos(?: manana| luego| pronto)?|adios|chao|chau|buen (?:dia|trabajo|fin de semana)|buenas noches",
        ),
        "greeting": (
            r"(?:hola|buenas|buenos dias|buenas tardes|buen dia|ey|hey|saludos)(?: a todos| equipo| bot| que tal)?|(?:como )(?:estas|esta|estan|va(?: todo)?|te va)|que (?:tal|hay|onda|pasa)|todo bien",
        ),
        "wait": (
            r"(?:espera(?:te)?|un (?:momento|segundo|momentito|minuto)|momento|dame un (?:momento|segundo|minuto))(?: (?:un (?:momento|segundo|poco)|tantito))?|(?:aun |todavia )?no (?:estoy (?:segur[oa]|convencid[oa])|(?:lo )?se)(?: (?:aun|todavia))?|ya vere(?:mos)?",
        ),
        "keep": (
            r"(?:no |espera |mejor )*(?:dejalo|mantenlo|conservalo) (?:asi|como esta)|no (?:lo |la )?(?:canceles|borres|muevas|cambies)(?: nada)?",
        ),
        "help": (r"ayuda(?:me)?|socorro",),
    },
    asks=r"(?:(?:y |o |pero |entonces |oye |hola |ok |a ver |bueno )*,? ?)[¿]? ?(?:(?:y |o |pero |entonces )?)(?:que (?!(?:sea|dure|empiece|comience|termine|acabe|se|la|lo|el|los|las|no|este|vaya|quede|tal si|tenga)\b)|cual|cuales|cuando|donde|adonde|quien|quienes|como|cuanto|cuantos|cuantas|cuanta|por que|a que|en que|de que|hasta cuando|hay|es|esta|estan|tengo|tienes|tiene|se)\b",
    requests=r"(?:(?:y |o |pero |entonces |oye |hola |ok |bueno |vale |perfecto |genial )*,? ?)[¿]? ?(?:(?:me |lo |la |nos )?(?:puedes|podrias|podemos|podriamos|puede|podria|pueden|podes)|te importa|es posible|seria posible|que tal si|y si|se puede|se podria)\b",
    states=(
        r"^ayer\b",
        r"\bno (?:puedo|podre|podemos|estoy|estare|estamos|voy|llego|pude|podra|puede) (?:ir|el|la|este|esta|en|a|hoy|manana|asistir|estar|venir)?\b|\bno estoy\b|\b(?:estoy|estare|estamos) (?:de|en|fuera|enferm\w+|ocupad\w+|libre|malo|mala)\b|\bno (?:puedo|podre)\b",
        r"\b(?:es|sera|esta) (?:dia )?(?:festivo|feriado|ocupado|cerrado|lleno|reservado)\b|\bse (?:movio|cancelo|aplazo|paso|cambio)\b|^(?:recordatorio|aviso|nota|info) ?[:,-]",
        r"\b(?:voy a|tengo que|debo|dejame) (?:preguntar|ver|consultar|hablar|revisar|pensar|confirmar)\b|\bnos vemos\b|\b(?:le )?(?:pregunto|consulto|aviso|espero|creo que no)\b|\btengo (?:un|una|otra|otro|algo|ya)\b|\bya tengo\b",
    ),
    moves=(
        (
            "scale 2",
            r"(?:el )?doble (?:de )?(?:largo|larga|tiempo|duracion|la duracion)|duplica(?:r)? (?:la )?(?:duracion|el tiempo)|dos veces mas larg[oa]|el doble",
        ),
        ("scale 0.5", r"(?:la )?mitad (?:de )?(?:largo|tiempo|la duracion|del tiempo)|la mitad"),
        (
            "later",
            r"{amount} (?:mas tarde|despues|mas adelante|luego|de retraso)|(?:retrasa(?:r)?|aplaza(?:r)?|pospon(?:er|lo|la)?|atrasa(?:r)?|corre(?:r)?|mueve|mover|desplaza(?:r)?|pasa(?:r)?)"
            + _IT
            + r"?(?: en| por| de)? ?{amount2}(?: mas tarde| despues)?|(?:para|a) {amount3} despues",
        ),
        (
            "earlier",
            r"{amount} (?:antes|mas temprano|mas pronto)|adelanta(?:r)?" + _IT + r"?(?: en| por)? ?{amount2}",
        ),
        (
            "longer",
            r"{amount} (?:mas(?! tarde| temprano| pronto| adelante)(?: larg[oa])?|adicionales?|extra)|(?:anade|agrega|suma|amplia|alarga|extiende|prolonga|dale)(?:r|le|lo|la)*(?: en| por| otros?| otras?)? ?{amount2}(?: mas)?|otros {amount3}|otras {amount4}",
        ),
        (
            "shorter",
            r"{amount} (?:menos|mas cort[oa])|(?:acorta|reduce|quita|recorta)(?:r|le|lo|la)*(?: en)? ?{amount2}",
        ),
        (
            "next_week",
            r"(?:(?:a la )?misma hora,? )?(?:para |a |en |de )?(?:la )?(?:semana (?:que viene|siguiente|proxima|q viene)|(?:proxima|siguiente) semana)(?:,? (?:a la )?misma hora)?",
        ),
        ("weeks -1", r"(?:la )?(?:semana (?:anterior|previa|de antes))"),
        ("days 1", r"(?:al |el |para el )?(?:dia (?:siguiente|despues|posterior)|siguiente dia)"),
        ("days -1", r"(?:al |el |para el )?(?:dia (?:anterior|antes|previo)|la vispera)"),
        ("weekday_after", r"(?:el |al )?(?:{weekday} (?:siguiente|despues|posterior)|siguiente {weekday2})"),
        ("weekday_before", r"(?:el |al )?{weekday} (?:anterior|antes|previo)"),
        (
            "end",
            r"(?:que |y |lo )*(?:hasta|termina|termine|terminar|acaba|acabe|acabar|finaliza|finalice|fin)(?: a| sobre)?(?: las?)? ?{clock}",
        ),
        (
            "own_zone",
            r"(?:en |a |usa )?(?:mi|nuestra) (?:propia )?(?:zona horaria|hora|hora local)|hora local",
        ),
        ("zone_word", r"(?:la |en )?zona horaria(?: es| sea| de)?"),
    ),
    settings=(
        ("password", None, r"(?:sin|quita la|elimina la|quitale la) (?:contrasena|clave)"),
        (
            "recording_enabled",
            False,
            r"(?:sin|no (?:quiero|hace falta|habra|hagas?)) (?:la )?grabacion(?:es)?|no (?:lo |la |se )?(?:grabes?|grabar|graba|graben)(?:lo)?|que no se grabe|grabacion ?:? ?(?:no|desactivada|off)|desactiva la grabacion|no grabar(?:lo)?",
        ),
        (
            "recording_enabled",
            True,
            r"(?:con |activa (?:la )?)?grabacion(?: ?:? ?(?:si|activada|por favor|on))?|graba(?:lo|la|r|rlo)?(?: todo| por favor)?|que se grabe",
        ),
        (
            "qna_enabled",
            False,
            r"que nadie (?:pregunte|haga preguntas)|nadie (?:puede|debe) preguntar|(?:sin|no (?:quiero|habra)|desactiva) (?:las |los |el )?(?:preguntas(?: y respuestas)?|q ?(?:&|y) ?[ar]|ronda de preguntas|turno de preguntas)|preguntas ?:? ?(?:no|off)",
        ),
        (
            "qna_enabled",
            True,
            r"(?:con|activa|permite|habilita) (?:las |los |el |una )?(?:preguntas(?: y respuestas)?|q ?(?:&|y) ?[ar]|ronda de preguntas|turno de preguntas)",
        ),
        (
            "polls_enabled",
            False,
            r"(?:sin|no (?:quiero|habra)|desactiva) (?:las )?(?:encuestas|votaciones)|encuestas ?:? ?(?:no|off)",
        ),
        ("polls_enabled", True, r"(?:con|activa|permite|habilita) (?:las )?(?:encuestas|votaciones)"),
        ("panelist_waiting_room", False, r"(?:sin|desactiva la) sala de espera"),
        (
            "panelist_waiting_room",
            True,
            r"(?:con|activa(?: la)?|pon(?: una)?|anade(?: una)?) (?:la |una )?sala de espera",
        ),
        (
            "attendee_authentication",
            "AuthenticatedCoworker",
            r"(?:solo|solamente|unicamente) (?:para )?(?:los |las )?(?:companer[oa]s|empleados|colegas|internos|gente de la empresa|personal|trabajadores)(?: (?:pueden|puedan) (?:asistir|entrar|participar))?|(?:solo|solamente|unicamente) (?:para )?(?:nuestra empresa|la empresa|gente de nuestra empresa|quien(?:es)? (?:trabaj\w+|son|es|sea) (?:en|de) la empresa)|solo interno",
        ),
        (
            "attendee_authentication",
            "Guest",
            r"abierto a (?:todos|todo el mundo|cualquiera)|abierto a(?:l publico| invitados| externos| clientes| gente de fuera)|abre(?:lo|la) a (?:todos|todo el mundo|cualquiera)|(?:hazlo|que sea) publico|cualquiera puede (?:asistir|entrar|participar)",
        ),
    ),
    registration=(
        (
            False,
            r"(?:sin|no (?:hace falta|es necesaria?|requiere|necesita)|quita (?:la|el)|elimina (?:la|el)) ?(?:la |el )?(?:inscripcion|registro|registrarse|inscribirse)(?: (?:previa|obligatoria))*|(?:inscripcion|registro) ?:? ?(?:no|off)|nadie (?:tiene que|debe) (?:registrarse|inscribirse)|(?:como )?all[- ]?hands",
        ),
        (
            True,
            r"(?:que )?(?:la gente|todos|los asistentes|los participantes)? ?se (?:apunten?|inscriban?|registren?)(?: antes)?|(?:(?:con|anade|agrega|activa|pon|requiere|pide|necesita) )?(?:la |el |un )?(?:inscripcion|registro)(?: (?:previa|previo|obligatoria|obligatorio|requerida|necesaria|por favor|si|abierta))*(?: ?: ?si)?|(?:hay que|que)?(?: ?(?:la gente|todos|los asistentes|los participantes|ellos|se))*(?: ?(?:tiene|tienen|debe|deben|deberia|deberian|necesita|necesitan)(?: que)?)? ?(?:inscribirse|registrarse|se inscriba|se inscriban|se registre|se registren|apuntarse|inscriban|registren)(?: antes| primero| previamente)*|evento (?:con registro|registrado)|registered event",
        ),
    ),
    labels=(
        (
            "title",
            r"(?:por favor |puedes |podrias |mejor )*(?:(?:llamalo|llamala|llamemoslo|llamarlo|nombralo|titulalo|renombralo|renombrarlo|renombra|ponle|pon(?:le)? (?:de |como )?(?:el )?(?:titulo|nombre)|llamale)(?: como| a| el webinar| mejor| de (?:titulo|nombre))*|(?:cambia|cambiar|cambiale|actualiza|modifica)(?:le)? (?:el )?(?:titulo|nombre)(?: a| por| al| en)?|(?:el |con el |de )?(?:nuevo )?(?:titulo|nombre|tema)(?: (?:es|sera|sea|seria|debe ser|deberia ser|que sea))*(?: ?:)?|(?:que )?(?:se llama|se llame|se llamara|se titula|debe llamarse|deberia llamarse)) ?:? (?!(?:contrasena|grabacion|inscripcion|registro|una?|otr[oa]s?|\d|mas|menos|el \w+es$|a las)\b)",
        ),
        (
            "description",
            r"(?:por favor )?(?:(?:anade|agrega|pon|cambia)(?:le)? )?(?:(?:de|como|la|una|con la) )*(?:descripcion|resumen)(?: (?:es|sera|sea|que diga|debe ser|a))*(?: ?[:=-])? ",
        ),
        (
            "password",
            r"(?:(?:pon|ponle|anade|agrega|con|usa)(?: la| una| de)? |la |de )*(?:contrasena|clave)(?: (?:es|sera|sea|debe ser))*(?: ?[:=])? (?!(?:por|y|para|tambien)\b)",
        ),
        (
            "redirect",
            r"(?:despues |luego |al final )?,? ?(?:envia|redirige|manda|lleva)(?:los|las)?(?: a (?:todos|la gente|los asistentes))?(?: despues| luego)?(?: a| hacia)? ?(?=https?:)",
        ),
    ),
    ends=r"por favor|gracias|mejor|entonces|porfa|porfavor",
    co_host=r"(?:de |como |es |sera )?(?:el |la |un |una )?(?:co-?anfitri\w+|co-?organizador\w*|co-?presentador\w*|co-?hosts?|moderador\w*)",
    panelist=r"(?:de |como |en |al |a |es |sera |sean? )?(?:el |la |los |un |una )?(?:panelistas?|ponentes?|panel|oradora?e?s?|invitad[oa]s?|conferenciantes?|presentadora?e?s?|expositora?e?s?)|presentan?|presentaran?|habla|hablara|da la charla|dara la charla",
    drop=r"todos (?:menos|salvo|excepto)|excepto|salvo|ya no (?:viene|vendra|va|puede|participa)(?: venir| asistir)?|sin|quita(?:r)?|saca(?:r)?|elimina(?:r)?|borra|retira(?:r)?|no (?:puede|podra|viene|va a|vendra|podran)(?: venir| asistir| estar| poder)*|ya no (?:viene|va|puede|participa)|desinvita|en vez de|en lugar de|menos",
    swap=r"(?:cambia|sustituye|reemplaza|intercambia)(?: a)? {one} (?:por|con)(?: a)? {two}|(?:en vez de|en lugar de)(?: a)? {one},? (?:pon |que venga |mejor )?(?:a )?{two}|(?:sale {one},? (?:y )?entra {two}|{one} sale,? (?:y )?entra {two})",
    swap_back=r"{two} (?:en vez de|en lugar de|por|sustituye a|reemplaza a)(?: a)? {one}",
    adds=r"anade(?: a)?|agrega(?: a)?|invita(?: a)?|incluye(?: a)?|con|pon(?: a)?|suma(?: a)?|y|tambien|mete(?: a)?",
    also=r"tambien|ademas|igualmente|anade|agrega|y en",
    not_in=r"(?:no|sin|quita(?:lo)?|elimina(?:lo)?|saca(?:lo)?)(?: (?:en|de|del))?",
    nowhere=r"no (?:lo |la )?(?:anuncies?|publiques?)(?: en ning(?:un)? \w+| en ninguna parte)?|sin anuncio|ningun canal",
    here=r"anuncialo aqui|publicalo aqui|aqui",
    announces=r"anuncia(?:lo|r|rlo|do)?|anuncio|publica(?:lo|r|rlo)?|comparte(?:lo)?|canal|canales|en|el|la|a|mejor|vez|lugar|de|solo|y|lo",
    topics=(
        (
            "start_for",
            r"(?:a )?(?:que hora|cuando) (?:es|seria|sera|son|es eso)(?: eso| esto)?(?: para| en| alli)? (?:mi|el|ella|nosotros|ellos|\ue000|[a-z]+)|que hora (?:es|seria) (?:para|en)",
        ),
        (
            "time_zone",
            r"(?:que|cual|en que|de que)\w*(?: es la| es el)? (?:zona|huso|hora local)|(?:es|esta en) (?:la )?hora (?:de|local|espanola|peninsular)|^\W*(?:y )?(?:en|a) hora (?:de|del) [^?]{3,30}\?",
        ),
        (
            "repeating",
            r"(?:se repite|repetira|recurrente|semanal|cada semana|una sola vez|serie|todas las semanas).{0,15}\?",
        ),
        (
            "recording",
            r"(?:se|va a|esta|sera|hay|habra|queda).{0,20}(?:graba\w*|grabacion)\b.{0,10}\?|(?:se graba|va a grabarse|se va a grabar)",
        ),
        ("password", r"(?:hay|tiene|cual|que|necesita).{0,25}(?:contrasena|clave)"),
        (
            "joining",
            r"como (?:se |van a |pueden |puede |entra\w* |accede\w* )?(?:la gente|los demas|todos|los asistentes|uno|ellos|yo|entran|entrar|acceden|conectan|unen|participan|asisten).{0,25}|(?:cual|donde) es(?:ta)? el (?:enlace|link)|(?:hay|reciben|habra).{0,12}(?:enlace|link)",
        ),
        (
            "audience",
            r"(?:es|hay|hace|tienen|se|requiere|necesita|con o).{0,30}(?:inscri\w+|regist\w+|abierto|publico)\b.{0,15}\?|con o sin (?:inscripcion|registro)",
        ),
        ("channels", r"(?:que|cuales?|donde|en que|a que).{0,25}(?:canal|canales|anuncia\w*|publica\w*)"),
        (
            "who_sees",
            r"quien(?:es)? (?:puede|pueden|va|van|lo|la|ve|ven|vera|veran|tiene|tienen)(?: a)?(?: lo| la)? ?(?:ver|ve|verlo|leer|leerlo|acceso|veran|cambiarlo|editarlo|esto|eso)?|(?:todos|otros|los demas) (?:pueden|lo) ve(?:r|n)",
        ),
        (
            "people",
            r"quien(?:es)? (?:es|son|esta|estan|presenta|presentan|habla|hablan|modera|moderan|participa)(?: en)?(?: el| la| los)? ?(?:panel|ponentes?|panelistas?|anfitri\w+|co-?\w+|orador\w*)?(?= ?\?|$)(?<!es)(?<!son)",
        ),
        (
            "who_comes",
            r"quien(?:es)? (?:mas )?(?:viene|vienen|va|van|asiste|asisten|asistira|asistiran|esta|estan|se)(?: a)? ?(?:venir|invitad\w*|inscrit\w*|registrad\w*|apuntad\w*|ha inscrito|han inscrito)?|cuant[oa]s (?:personas )?(?:vienen|van|hay|se|asisten|estan)|a quien (?:has|hemos) invitado",
        ),
        (
            "length",
            r"cuanto (?:dura|tiempo|durara)|que duracion|cual es la duracion|(?:a que hora|cuando) (?:termina|acaba)|hasta (?:cuando|que hora)",
        ),
        ("title", r"como se (?:llama|titula)|cual es el (?:titulo|nombre)|que (?:titulo|nombre)"),
        (
            "changing_later",
            r"(?:puedo|podemos|se puede|podre|se podra|es posible|aun).{0,30}(?:cambi\w*|modific\w*|edit\w*|mover\w*|cancel\w*)\b.{0,20}(?:despues|luego|mas tarde|todavia|\?)",
        ),
        ("which", r"(?:es|este es) (?:el|la) (?:primer[oa]|segund[oa]|otr[oa])|cual (?:de|es)"),
        (
            "settings",
            r"(?:que|cuales son (?:los|las)) (?:ajustes|opciones|configuracion)|(?:hay|tiene|habra).{0,15}(?:preguntas|encuestas|sala de espera|chat)",
        ),
        (
            "start",
            r"(?:y )?(?:cuando|a que hora|que dia|que fecha)(?: es| era| empieza| comienza| sera| seria)?",
        ),
        (
            "summary",
            r"que (?:tienes|tenemos|hay|llevas|llevamos|has (?:entendido|anotado|apuntado)|sabes|entendiste|anotaste|pone|dice)(?: hasta ahora| ahora| de momento| por ahora| ya| hasta el momento| en el borrador| entendido)*|(?:muestra|muestrame|ensena|ensename|dame|dime|repite|repiteme|resume|recuerdame|pasame)(?: el| la| un| lo| que| todo| me)*(?: borrador| resumen| detalles| tienes| hay| llevas| estado)?|resumen|como (?:va|esta|queda|quedo|va quedando|quedaria|esta quedando)(?: el borrador| todo| ahora)?|donde (?:estamos|quedamos)|(?:cual es el )estado",
        ),
    ),
    helps=(
        (
            "who_are_you",
            r"(?:eres|es|sos)(?: tu)?(?: un| una| de verdad| realmente)*(?: robot| bot| human\w+| persona| maquina| ia| real| programa)|quien (?:eres|es usted|sos)|(?:hablo|estoy hablando) con",
        ),
        (
            "capacity",
            r"cuant[oa]s? (?:personas|gente|asistentes|participantes|plazas|invitados)(?! vienen| van)|(?:maximo|limite|capacidad|aforo).{0,40}",
        ),
        (
            "cancelling",
            r"como (?:puedo |podemos |se puede |lo |la |se )*(?:cancel\w*|elimin\w*|borr\w*|anul\w*)",
        ),
        (
            "changing",
            r"como (?:puedo |podemos |se puede |lo |la |se )*(?:cambi\w*|modific\w*|edit\w*|muev\w*|mover\w*|renombr\w*|anad\w*|agreg\w*)",
        ),
        ("cost", r"cuanto cuesta|es gratis|tiene costo"),
        (
            "usage",
            r"que (?:puedes|sabes|podes|puede|mas puedes)(?: tu)?(?: hacer)?|como (?:funciona|funcionas|te uso|se usa|se hace|empiezo|creo|puedo (?:crear|usar|empezar)|trabajas)|para que (?:sirves|eres)|en que (?:puedes|me puedes) ayudar|(?:puedes|me puedes) ayudar(?:me)?|ayudame|que (?:debo|tengo que) (?:decir|hacer|escribir)",
        ),
    ),
    impossible=(
        (
            "room",
            r"(?:reserva|reservar|reservame|busca|encuentra|consigue)(?:me|nos|r)? (?:una?|la|el) (?:sala(?! de espera)|oficina|mesa|hotel|vuelo|taxi|restaurante|habitacion|billete)",
        ),
        (
            "poll_content",
            r"encuesta.{0,10}(?:sobre|con|para|que pregunte)|(?:crea|prepara|anade|agrega|haz)(?:r)? una encuesta",
        ),
        (
            "host_transfer",
            r"(?:haz|pon|nombra)\b.{0,20}(?:de |como |el )?(?:anfitrion\w*|organizador\w*)\b(?<!coanfitrion)|(?:transfiere|pasa|cede)\b.{0,25}(?:anfitrion\w*|organizacion|propiedad)|(?:sea|sera|debe ser) (?:el |la )?(?:anfitrion\w*|organizador\w*)",
        ),
        (
            "ask_others",
            r"(?:pregunta(?:r|le|les)?|dile|diles|avisa(?:r|le|les)?|escribe(?:le|les)?|recuerda(?:le|les)?|informa)(?: a| al| a los| a mi| a mis| a todo)* ?(?:el |la |los |mi )?(?:equipo|companer\w+|demas|gente|jefe|jefa|todos|grupo|canal|\ue000|asistentes)\b",
        ),
        (
            "free_slot",
            r"(?:esta|estan|estas|hay|sigue|siguen|esta todo).{0,40}(?:libre|libres|disponible|disponibles|ocupado|hueco)\b|(?:busca|encuentra|propon)(?:me|nos)? (?:un |otro )?(?:hueco|horario|momento)|(?:les|os|le) (?:viene|va) bien a (?:todos|el equipo)",
        ),
        ("clock_elsewhere", r"que hora es(?! para)|que tiempo hace|que dia es hoy"),
        (
            "recurrence",
            r"(?:cada|todos los|todas las) (?:dos |2 )?(?:semanas?|mes|meses|dias?|lunes|martes|miercoles|jueves|viernes|trimestre)\b.*|(?:haz|ponlo|que sea|hazlo).{0,15}(?:recurrente|semanal|mensual|periodico).*|^(?:semanal|mensual|diario)(?:mente)?$|repite(?:lo|la)? .*|que se repita.*",
        ),
    ),
)
