"""The words with which questions, statements and requests about something else begin in each language, without accents."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class SpeechWords:
    """One language; all patterns but `tells` stand at the beginning of a sentence."""

    asks: str
    """A question, with a question mark behind it or without."""
    question_words: str
    """What makes a question of a sentence with a question mark."""
    states: str
    tells: str
    """What tells that something was or cannot be, anywhere in a sentence."""
    manages: str
    """What is to be done with a webinar that exists."""
    other_things: str
    """Things that are no webinars."""


SPEECH_WORDS: Final[Mapping[str, SpeechWords]] = {
    "en": SpeechWords(
        asks=r"(?:is|isn't|are|was|were|will) (?:the|there|it|this|that|they|we|you|anyone|anybody|everyone|tomorrow|today|my|our|everything)"
        r"|(?:did|does|do|has|have|had) (?:the|anyone|anybody|someone|we|you|they|i|he|she|it|everyone)"
        r"|when(?:'s| is| are| does| do| did| was| will)|what time|what(?:'s| is) (?:the (?:time|link|date|password|status)|on|next|happening|planned)"
        r"|what (?:are|do|did|does|will|should) (?:we|you|they|i)|who(?:'s|'ll| is| are| was| will| has| all)? (?:going|coming|joining|attending|presenting|speaking|registered|signed|in|on|be|the (?:host|speaker))|who(?: has)? (?:registered|signed up|said)"
        r"|who (?:can|could|wants|would)(?!\w)|where(?:'s| is| are| do| can)|how many (?:people|of us|registered|registrants|signed|attendees|are)|can (?:anyone|somebody|someone) (?:tell|say|confirm|check)"
        r"|(?:any idea|do you know|does anyone know|anyone know) (?:if|when|whether|who|where|what)|why (?:is|was|did|does)|can i (?:still|join|attend|get)|which (?:room|day|webinar|one)",
        question_words=r"who|what|when|where|why|how|which|whose|is|isn't|are|aren't|was|were|will|won't|did|didn't|does|doesn't|do|don't|has|have|had|can|can't|could|should|would|any(?:one|body)?|someone|does",
        states=r"(?:the|our|my|your|his|her|their) (?:[\w-]+ ){1,3}?(?:(?:is|are) (?:due|down|at|out|back|late|closed|available|ready)|isn't|was|were|will be|won't|has|had|leaves|arrives|departs|lands|closes|opens|expires|changed|moved|broke|failed|went|takes off)(?!\w)|(?:running|stuck|heading|leaving|working|travell?ing|commuting|dialling|dialing) (?:\d+ ?|a (?:few|bit)|late|in|to|at|from|home|out|remotely|on|through)|(?:will|might|may|gonna|won't|can't|cannot|couldn't|wouldn't) (?:be|join|make|have to|need to|dial|miss|skip)(?!\w)|(?:out|off|away|ooo|oof|wfh|afk|back)(?: (?:on|until|till|from|at|today|tomorrow|sick|this|next|all))|(?:i|we|he|she|they|you)(?:'m|'re|'ve|'ll|'d| am| are| was| were| have| had| will| won't| can't| cannot| can| could| couldn't| might| may| must| should| shouldn't| don't| didn't| do| did| think| thought| guess| hope| forgot| missed| got| saw| heard| just| already| still| never| really| left| lost| love| like| see| know| agree)(?!\w)"
        r"|(?:we|they|he|she|i) (?:\w+ed|met|went|sent|made|took|gave|came|ran|held|won)(?!\w)|let me(?! (?:book|schedule|host|run|create))|let'?s (?:grab|meet|eat|discuss|talk|chat|catch up|go|see|not|wait|get (?:lunch|coffee|dinner|drinks)|have (?:lunch|coffee|dinner|drinks|a (?:beer|coffee|drink)))|(?:ping|call|text|e-?mail|message|tell|let) (?:me|us|him|her|them)(?!\w)|(?:that )?(?:works|fine|ok|good) (?:for|with|by) (?:me|us)|join (?:us|me|the|our|my)(?!\w)|good luck|enjoy(?!\w)|(?:it|that|this|there)(?:'s| is| was| are| were| will| has| had| works| worked| looks| sounds| seems| bot| thing| app)(?!\w)"
        r"|my \w+(?: \w+)? (?:is|isn't|was|lands|leaves|starts|ends|arrives|broke|died|crashed|failed|froze|stopped|went|got|has|can't|will|won't|needs|takes)(?!\w)"
        r"|(?:friendly |quick |gentle |just a )?reminder ?[:,-]|fyi(?!\w)|heads[- ]up(?!\w)|psa ?:|btw(?!\w)|by the way|just so you know|please note|for your information|as discussed|as a reminder"
        r"|see (?:you|ya|u)(?!\w)|talk (?:to you|soon|later)|until (?:then|tomorrow)|bye(?!\w)|(?:many |a lot of )?(?:thanks|thank you|thx|ty|cheers)(?: (?:so|very) much| a lot| a million| again)?[,!. ]*(?:everyone|everybody|all|team|folks|that's|that is|this|it|for|see|to|but|$)"
        r"|(?:great|nice|good|awesome|amazing|perfect|excellent|fantastic|wonderful|congrats|congratulations|well done|good job|sounds good|looks good|no worries|no problem|welcome back|happy (?:birthday|friday|monday))(?: (?:job|work|session|webinar|talk|one|everyone|all|team|to|on))*[,!. ]*(?:$|that|this|i |we |see|thanks)"
        r"|(?:yesterday|last (?:week|month|monday|tuesday|wednesday|thursday|friday|night|year))(?:'s)?(?: \w+){0,3} (?:was|were|went|had|is|got)(?!\w)"
        r"|(?:unfortunately|sadly|apologies|oops|sorry|damn|ugh)[,!. ]+(?:i|we|he|she|they|can't|cannot|my|but|for|about|the)(?!\w)",
        tells=r"(?<!\w)it (?:rains|snows|will rain|will snow)|(?:was|were|has been|have been|is|got|been) (?:great|good|awesome|amazing|boring|useful|useless|helpful|moved|cancell?ed|postponed|rescheduled|delayed|pushed|fun|wonderful|over|recorded)"
        r"|'s (?:off|out|a holiday|a day off|no good|bad|booked)(?: for (?:me|us))?(?!\w)|(?:off|no good|bad|out) for (?:me|us)(?!\w)|so no (?:standup|meeting|call|webinar)|went (?:really |very |so |quite )?(?:well|great|fine|badly)|(?:can't|cannot|can not|won't|couldn't|unable to|not able to) (?:be able to )?(?:make|join|attend|come|be there|do|participate)|running late|(?:doesn't|does not|didn't|isn't|won't|not) work(?:ing)?|is broken|see (?:you|ya) (?:on |at |tomorrow|then|there|soon|all|mon|tue|wed|thu|fri|sat|sun)|happy birthday|(?:might|may|will) be (?:late|out|away|ooo|off)|out of office|on (?:vacation|pto|holiday|sick leave|parental leave)"
        r"|(?:lunch|dinner|party|appointment|flight|train|class|standup|meeting|webinar|call|session|demo|all[- ]hands|sync|review|event|town ?hall|training|deadline) (?:is|was|starts|begins|will be|has been|got|moves|moved|ends) (?:moved|cancell?ed|at|on|tomorrow|today|now|over|in|starting|delayed|postponed|still|next|this)",
        manages=r"(?!invite \ue000|add [\"“])(?:cancel|delete|call off|move|reschedule|postpone|push|shift|rename|remind|list|show|end|stop|close|open|send|update|change|edit|extend|shorten|announce|invite|add|remove|take|drop|replace)(?: back)? (?:the|my|our|all|it|that|this|me|us|him|her|them|everyone|everybody|today's|tomorrow's|yesterday's|next|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day's|registration for|[\"“\ue000])",
        other_things=r"(?:book|reserve|get|find|order|schedule|need)(?: me| us)?(?: a| the| an| some)? (?:(?:meeting|conference|board) ?room|room|table|flight|hotel|taxi|cab|desk|parking (?:spot|space)|train|lunch|pizza|coffee|catering)(?: \w+)? ?(?:for|on|at|to|tomorrow|today|next|$|[?.!])",
    ),
    "de": SpeechWords(
        asks=r"(?:ist|sind|war|waren|wird|gibt es|gibt's|hat|habt|haben|hast|kommt|kommst|kommen|findet|steht|bleibt|passt|geht) (?:der|die|das|es|ihr|wir|jemand|schon|noch|denn|morgen|heute|du|sie|euch)"
        r"|wann|wie viele|wer(?: \w+)? (?:kommt|ist|hat|macht|nimmt|war)|wer kommt|wo|um wie ?viel uhr|wie sp(?:a|ae)t|wei(?:ß|ss) (?:jemand|wer|einer)|kann (?:jemand|mir jemand|einer) (?:sagen|mir)|warum|wieso|welche[rs]?",
        question_words=r"wer|was|wann|wo|wie|warum|wieso|weshalb|welche[rsnm]?|ist|sind|war|hat|habt|haben|gibt|kann|k(?:o|oe)nnt|kommt|findet|wei(?:ß|ss)|geht|steht|passt|wird",
        states=r"(?:gestern|vorgestern|letzte woche) (?:war|waren|hat|hatten|ging|gab|kam|wurde)(?!\w)|(?:der|die|das|mein\w*|unser\w*|sein\w*|euer|eure) (?:[\w-]+ ){1,2}?(?:geht|f(?:a|ae)hrt|fliegt|landet|kommt|ist|sind|war|waren|hat|hatte|wird|muss|schlie(?:ß|ss)t|l(?:a|ae)uft)(?!\w)|(?:ich|wir) hatten?(?!\w)(?!.{0,60}gern)|(?:bin|hab|habe|war|muss|komme|komm|schaff(?:e|s)?|sitze|stehe|fahre|konnte|wollte nur|melde mich|arbeite)(?! ich gerne? )(?!\w)|(?:ich|wir|er|sie|ihr|du|man) (?:bin|sind|war|waren|habe?|haben|hatte|kann|k(?:o|oe)nnen|muss|m(?:u|ue)ssen|werde|werden|bleibe|komme|kommen|schaffe|schaffen|denke|glaube|finde|f(?:a|ae)nd|wei(?:ß|ss)|freue?n?|fahre|vergesse)(?!\w)"
        r"|(?:das|es|dies|dieser bot|der bot) (?:ist|war|wird|hat|geht|passt|klappt|sieht|funktioniert)(?!\w)|mein(?:e|en)? \w+ (?:ist|landet|f(?:a|ae)hrt|kommt|hat)"
        r"|(?:kurze |nur eine |kleine )?erinnerung ?[:,-]|zur erinnerung|zur info|fyi|hinweis ?:|(?:danke|vielen dank|dankesch(?:o|oe)n|besten dank)[,!. ]*(?:bis|dir|euch|das|f(?:u|ue)r|ihr|alle|sehr|$)|bis (?:morgen|dann|sp(?:a|ae)ter|bald|n(?:a|ae)chste|montag|dienstag|mittwoch|donnerstag|freitag)[!., ]*(?:$|dann|zusammen|alle)|tsch(?:u|ue)ss|super[,!. ]*(?:$|danke|das)|(?:leider|sorry|tut mir leid|entschuldigung)[,!. ]"
        r"|(?:das|der|die) (?:webinar|meeting|termin|sitzung|call|veranstaltung|vortrag|schulung)(?: \w+){0,3} (?:war|ist|wurde|f(?:a|ae)llt|findet|beginnt|hat)(?!\w)",
        tells=r"(?:soll|wird|k(?:o|oe)nnte) es (?:\w+ )?(?:regnen|schneien|geben)|es (?:regnet|schneit)|kann (?:ich )?(?:leider )?nicht|(?:bin|ist|sind) (?:ich |wir )?(?:leider )?(?:krank|verhindert|im urlaub|nicht da|abwesend|sp(?:a|ae)t dran)|f(?:a|ae)llt (?:leider )?aus|wurde (?:verschoben|abgesagt|verlegt)|ist (?:abgesagt|verschoben|ausgefallen|vorbei|nutzlos|nicht m(?:o|oe)glich)|schaffe (?:ich )?(?:es )?(?:leider )?nicht|war (?:super|toll|gut|klasse|sehr gut|spannend|interessant)|keine zeit",
        manages=r"(?:sag|sage|verschieb|verschiebe|l(?:o|oe)sche?|storniere?|benenne|k(?:u|ue)ndige|zeig|zeige|liste|schick|schicke|(?:a|ae)ndere?|beende|erinnere?|lade|f(?:u|ue)ge|nimm|verl(?:a|ae)nger[en]?|k(?:u|ue)rze) (?:das|den|die|mir|uns|alle|mein|meine|meinen|unser|unsere|unseren|es|ihn|sie|morgiges?|[\"“„\ue000])",
        other_things=r"(?:buche?|reserviere?|bestell|bestelle)(?: mir| uns)?(?: bitte)?(?: einen| eine| ein| den)? (?:besprechungsraum|meetingraum|konferenzraum|raum|tisch|flug|hotel|taxi|zug)|.{0,40}(?:einen |den )(?:besprechungsraum|meetingraum|konferenzraum|tisch|parkplatz) (?:buchen|reservieren)",
    ),
    "fr": SpeechWords(
        asks=r"(?:est-ce que|est-ce qu')(?! (?:tu|vous) (?:peux|pouvez|pourrais|pourriez))|qu'est-ce|quand|a quelle heure|quelle heure|qui (?:vient|est|sera|a|participe|presente|anime|s'est)|combien|ou est|y a-t-il|c'est (?:quand|a quelle|quoi|qui)|quel (?:jour|est)|pourquoi|quelqu'un (?:sait|peut|a)|le creneau",
        question_words=r"qui|que|quoi|quand|comment|combien|ou|pourquoi|quel(?:le)?s?|est-ce|est-il|y a-t-il|a-t-on|avez-vous|as-tu|on a|c'est|quelqu'un|le|la|il|est|sont",
        states=r"hier(?!\w)|(?:il )?fau(?:drait|t) que (?:je|j'|on)(?!\w)|(?:le |la |les |l'|mon |ma |mes |notre |nos |votre |ton |ta |son |sa )(?:[\w'-]+ ){1,2}?(?:part|arrive|decolle|atterrit|est|sont|etait|etaient|sera|ferme|ouvre|doit|a change|a ete)(?!\w)|(?:suis|serai|peux pas|pourrai pas|dois|arrive|rentre|reste)(?= (?:en|a|au|pas|la|dans|de|vers|absente?|malade|dispo|plus|occupee?|deja|bloquee?|le|demain|jeudi|vendredi|lundi|mardi|mercredi|partir))|(?:je|j'|on|nous|il|elle|ils|elles|tu|vous) ?(?:ne |n')?(?:l'|le |la |les |y |m'|me )?(?:suis|ai|avons|a|est|sera|serai|sommes|etais|etait|etions|etaient|avions|avaient|peux|peut|pourrai|pourra|pouvons|dois|doit|vais|arrive|crois|pense|trouve|confirme|viens|viendrai|serai|avait|avez)(?!\w)"
        r"|(?:c'est|c'etait|ca|cela|ce bot|ce robot)(?: \w+)?(?!\w)|rappel ?[:,-]|pour (?:info|information|rappel)|fyi|(?:merci|merci beaucoup|merci bien)[,!. ]*(?:a|pour|c'est|tout|beaucoup|et|bonne|$)|a (?:demain|bientot|plus|lundi|mardi|mercredi|jeudi|vendredi|tout a l'heure)[!., ]*(?:$|tout|et)|bonne (?:journee|soiree|continuation)|(?:desolee?|malheureusement|helas)[,!. ]|bravo|super[,!. ]*(?:$|merci|c'est)|parfait[,!. ]*(?:$|merci)"
        r"|(?:le|la|notre|l')(?: |)?(?:webinaire|reunion|session|seance|point|presentation|formation)(?: \w+){0,3} (?:etait|est|a ete|sera|commence|s'est)(?!\w)",
        tells=r"il (?:pleut|neige|va pleuvoir|fera|fait (?:beau|froid|chaud))|ne (?:pourrai|pourra|pourrons|peux|peut|pouvons|serai|serons|suis) pas|n'(?:est|etait|ai|a) pas|a ete (?:deplacee?|annulee?|reportee?)|est (?:annulee?|reportee?|deplacee?|inutile|finie?|complet)|etait (?:super|genial|bien|tres bien|interessant)|en (?:vacances|conge|retard|arret)|pas disponible|je serai absente?",
        manages=r"(?:annule[rz]?|deplace[rz]?|reporte[rz]?|decale[rz]?|supprime[rz]?|renomme[rz]?|montre[rz]?|affiche[rz]?|liste[rz]?|envoie|envoye[rz]?|change[rz]?|modifie[rz]?|rappelle|prolonge[rz]?|invite[rz]?|retire[rz]?|enleve[rz]?)(?:-moi|-nous)? (?:le|la|les|l'|mon|ma|mes|notre|nos|tous|toutes|ce|cette|[\"“«\ue000])",
        other_things=r"(?:.{0,30})?(?:reserve[rz]?|commande[rz]?)(?:-moi|-nous| moi| nous)? (?:une|un|la|le) (?:salle|table|vol|hotel|taxi|train|bureau|place de parking)",
    ),
    "es": SpeechWords(
        asks=r"(?:os|te|les|le) (?:va|viene|parece|queda|sirve)(?: bien)?|quedamos|(?:a que hora|cuando|quien(?:es)?|donde|cuant[oa]s?|por que|que (?:hora|dia|webinar|tal)|cual|hay (?:algo|algun)|alguien (?:sabe|puede|ha|tiene)|sigue|esta (?:libre|disponible|ocupad)|se (?:grabo|graba|grabara))(?!\w)",
        question_words=r"quien(?:es)?|que|cuando|donde|como|cual(?:es)?|cuant[oa]s?|por que|a que|hay|alguien|es|esta|estan|fue|sigue|tenemos|tienes|sabes|se|la|el|ya|vas|vais|van",
        states=r"(?:ayer|eramos|habia|teniamos|cambiaron|movieron|cerraron)(?!\w)|(?:el|la|los|las|mi|mis|nuestr\w+|tu|su) (?:[\w-]+ ){1,2}?(?:sale|llega|es|era|esta|son|estan|cierra|abre|vence|despega|aterriza|cambio)(?!\w)|(?:ando|salgo|vengo|vuelvo|trabajo|estuve|ire|llegando|tengo medico|tengo que|tengo otra)(?!\w)|(?:yo |nosotros |el |ella |ellos )?(?:no )?(?:puedo|podre|podremos|podemos ir|llego|llegare|estoy|estare|estamos|voy|vamos tarde|creo|pienso|me (?:parece|gusto|encanto|temo)|nos vemos|tengo(?! (?:una idea|pensad))|estuvo|fue|he|hemos|perdi|llegue)(?!\w)"
        r"|(?:esto|eso|este bot|ese bot|esta app)(?!\w)|(?:recordatorio|aviso|nota|ojo)[ ]?[:,-]|para (?:su|tu) informacion|fyi|(?:muchas )?gracias[,!. ]*(?:a|por|hasta|eso|todo|nos|$)|hasta (?:manana|luego|pronto|el|la)[!., ]*(?:$|y|todos|lunes|martes|miercoles|jueves|viernes)|(?:lo siento|perdon|lamentablemente|por desgracia|desafortunadamente|disculpa[d]?)[,!. ]|genial[,!. ]*(?:$|gracias)|perfecto[,!. ]*(?:$|gracias)|adios|chao"
        r"|(?:el|la|nuestro|nuestra) (?:webinar|webinario|reunion|sesion|charla|llamada|evento|formacion)(?: \w+){0,3} (?:fue|estuvo|es|se ha|se|sera|empieza|ha sido|esta)(?!\w)",
        tells=r"llueve|llovera|nieva|nevara|no (?:puedo|podre|podremos|podemos|llego|llegare|voy|vamos a|estare) ?(?:ir|asistir|estar|llegar|unirme|a|el|la|manana|hoy|,|$)|(?:ha sido|fue|esta|se ha|quedo) (?:aplazad|cancelad|movid|pospuest|genial|muy bien|inutil)|no puedo|de vacaciones|de baja|llegare tarde|estuvo (?:genial|muy bien|bien)",
        manages=r"(?:cancela|anula|mueve|pasa|cambia|aplaza|pospon|borra|elimina|muestra|muestrame|ensena|ensename|lista|envia|enviame|recuerda|renombra|alarga|acorta|invita|quita)(?:r|me|nos|le)? (?:el|la|los|las|mi|mis|nuestro|nuestra|a|todos|todas|ese|este|esa|esta|[\"“«\ue000])",
        other_things=r"(?:.{0,30})?(?:reserva|reservar|reservame|pide|pedir|compra)(?:me|nos|r)? (?:una|un|la|el) (?:sala|mesa|vuelo|hotel|taxi|tren|habitacion)",
    ),
    "pt": SpeechWords(
        asks=r"(?:que horas|a que horas|quando|quem|onde|quant[oa]s|por que|qual|tem (?:algo|alguma|algum|alguem)|alguem (?:sabe|pode|gravou|tem|vai)|esta (?:livre|disponivel)|(?:o|a) (?:horario|slot|sala) (?:das?|de))(?!\w)",
        question_words=r"quem|que|quando|onde|como|qual|quais|quant[oa]s|por que|tem|alguem|e|esta|estao|foi|vai|ja|temos|voce|voces|sabe|o|a|vamos|da(?= tempo)",
        states=r"(?:ontem|tinha|tinhamos|eramos|trocaram|mudaram|fecharam)(?!\w)|(?:o|a) \w+ e (?:pra|para) (?:segunda|terca|quarta|quinta|sexta|sabado|domingo|hoje|amanha)(?!\w)|(?:o|a|os|as|meu|minha|nosso|nossa|seu|sua) (?:[\w-]+ ){1,2}?(?:sai|chega|era|esta|estao|sao|fecha|abre|vence|decola|pousa|mudou)(?!\w)|(?:to|tou|ando|saio|volto|chego|trabalho|estive|irei|tenho medico|tenho que)(?!\w)|(?:eu |nos |ele |ela |eles |a gente |infelizmente,? (?:eu )?)?(?:nao )?(?:consigo|conseguirei|vou (?:chegar|me|faltar|sair|nao|ter)|posso|poderei|podemos ir|estou|estarei|estamos|acho|penso|gostei|adorei|perdi|cheguei|tenho(?! uma ideia)|foi|estava|nos vemos)(?!\w)"
        r"|(?:isso|isto|esse bot|este bot|esse app)(?!\w)|(?:lembrete|aviso|nota)[ ]?[:,-]|so lembrando|para (?:sua )?informacao|fyi|(?:muito )?obrigad[oa][,!. ]*(?:a|por|ate|pel|isso|pessoal|$)|valeu[,!. ]*(?:$|pessoal|ate)|ate (?:amanha|logo|mais|breve|segunda|terca|quarta|quinta|sexta|a)[!., ]*(?:$|pessoal|e)|(?:desculpa|desculpe[m]?|infelizmente|sinto muito|lamento)[,!. ]|otimo[,!. ]*(?:$|obrigad)|perfeito[,!. ]*(?:$|obrigad)|tchau|parabens"
        r"|(?:o|a|nosso|nossa) (?:webinar|webinario|reuniao|sessao|palestra|chamada|evento|treinamento)(?: \w+){0,3} (?:foi|e|esta|sera|comeca|estava|ficou)(?!\w)",
        tells=r"chove|vai chover|da (?:pra|para) (?:voces?|todos|todo mundo)|nao (?:consigo|vou (?:conseguir|poder)|posso|poderei|podemos|vai dar|estarei|irei) ?(?:ir|participar|estar|chegar|comparecer|na|no|a|amanha|hoje|,|$)?|foi (?:adiad|cancelad|movid|remarcad|otim|muito bom|inutil|transferid)|esta (?:cancelad|adiad)|de ferias|de licenca|vou me atrasar",
        manages=r"(?:cancel[ae]|mov[ae]|mud[ae]|adi[ae]|remarqu[ea]|remarca|apag(?:a|ue)|exclu[ai]|mostr[ae]|list[ae]|envi[ae]|lembr[ae]|renomei[ae]|prolongu?[ae]|convid[ae]|tir[ae])(?:r|-me)?(?: me| nos)? (?:o|a|os|as|meu|minha|meus|nosso|nossa|todos|todas|esse|essa|este|[\"“\ue000])",
        other_things=r"(?:.{0,30})?(?:reserv[ae]r?|ped[ei]r?|compr[ae]r?)(?: me| nos)? (?:uma|um|a|o) (?:sala|mesa|voo|hotel|taxi|trem|quarto)",
    ),
    "ja": SpeechWords(
        asks=r"(?!.{0,60}(?:お願い|作成|作って|設定|予約|開催|企画|セット|入れて|組んで).{0,4}(?:でき|もらえ|いただけ|くれ|可能)).{0,60}(?:ですか|ますか|でしょうか|ましたか|かな|だっけ|ないか|いますか|ありますか)[?？。!！ ]*$",
        question_words=r"(?:誰|いつ|何時|どこ|なぜ|どう|何|どれ|どの)",
        states=r"(?:ありがとう|お疲れ|おつかれ|了解|承知|すみません[、。 ]*(?:.{0,40}(?:できません|参加できない|遅れ|行けません))|申し訳|リマインド|ごめん|残念|このボット|また(?:明日|後で|来週))",
        tells=r"までです[。!！ ]*$|に(?:出|着き|閉まり|発車し|出発し|到着し)ます|雨が降|(?:外出|不在|休み|遅刻|離席|出張|在宅|休暇|予定が入って|移動中|会議中|取り込み)(?:で|を|に)?(?:して)?(?:い|お|い)?(?:ます|です|中|ので|ため|予定)|(?:参加|出席)(?:は)?(?:でき(?:ません|ない)|難しい)|行けません|行けない|遅れます|欠席|(?:良かった|よかった|面白かった|楽しかった)(?:です)?|(?:延期|中止|変更|キャンセル)(?:に)?(?:なりました|されました|になった)|でした[。!！ ]*$|ました[。!！ ]*$",
        manages=r".{0,60}(?:を)?(?:キャンセル|中止|延期|削除)(?:して|する|に)|.{0,60}(?:一覧|リスト)(?:を)?(?:見せ|表示|教え)|.{0,60}(?:に|へ)(?:移動|変更)して",
        other_things=r".{0,60}(?:会議室|ホテル|タクシー|飛行機|レストラン)(?:を)?(?:予約|手配|取って)",
    ),
}
