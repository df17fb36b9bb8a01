"""German, as people speak about a draft."""

from typing import Final

from bot.conversation.phrases.phrases import Phrases

_IT: Final = r"(?: es| das| den (?:termin|beginn|start)| alles| ihn| die (?:sitzung|veranstaltung)| das (?:webinar|ganze))"
GERMAN: Final = Phrases(
    code="de",
    filler="""
    ohm ahm ehm uhrzeit vormittag blod doof ungunstig schlecht
    kurz kurze kurzen verkurz verkurze verkurzen verlanger verlangere verlangern nee joa tja huch mensch uff oje ne nen
    oder entweder
    mach mache machen macht machs es das dass den dem der die des doch lieber besser bitte nein ne nee ja jo nicht statt stattdessen
    verschieb verschiebe verschieben verschiebs wir ich du auf um im zu zum zur an am in andere andern leg lege verlege verlegen setz
    setze nimm dann eher fur uhr stunde stunden std minuten minute min tag tage tagen woche wochen spater fruher und oder aber danke gut
    passt uns mir ach oh ah hm hmm ups sorry entschuldigung entschuldige halt eigentlich also ok okay super schon noch mal nochmal
    draus daraus mit von bis ab ist sind war soll sollte sollen sollten wird werden kann konnen konntest konnte kannst konnten wurde
    wurden muss mussen ein eine einen einem einer eines sein ihn ihm sie so nur auch erst gleich bitteschon jetzt da hier dort webinar
    termin entwurf titel namen name dauer lange lang langer kurzer mehr weniger start starten startet beginn beginnen beginnt fang fangen fangt
    anfangen los geht gehts ging endet ende enden dauert dauern insgesamt ungefahr etwa circa ca genau wenn moglich ginge kriegen
    bekommen hat haben hatte hatten gern gerne will mochte mochten wollen brauchen brauche braucht alle alles doppelt halb gesamt machbar
    morgens vormittags nachmittags abends mittags zeit zeitzone tauschen andern aendern andere nehmen wie ware ware wars war's vielleicht
    lass lassen uns noch einmal drauf dazu extra leider falsch quatsch korrektur naja na tja dieselbe gleiche selbe rum herum bleiben bleibt
    bleib klingt sieht hinzu ganz stell stelle umstellen wechsel wechsle per via samt geh gehen verlangern kurzen weiter hinten vorn halte
    """,
    fillers=(
        r"ach (?:nein|ne|so)",
        r"so(?= (?:gegen|um|etwa|ca|circa|ungefahr|rund)\b)",
        r"(?:nein|ne|nee),? (?:doch|lieber|besser)",
        r"ich (?:meine|meinte|glaube|denke|finde)",
        r"wie (?:war|ware|waere)(?:'s| es)?(?: mit)?",
        r"wenn (?:es |das )?(?:moglich ist|geht|moglich)",
        r"moment(?: mal)?",
        r"warte(?: mal)?",
        r"vergiss (?:das|es)(?= ?[,.])",
        r"mein fehler",
        r"kannst du|konntest du|konnen wir|konnten wir|wurdest du",
        r"sagen wir",
        r"lass uns",
        r"ach warte",
        r"das (?:war|ware|waere) (?:besser|gut|schon)",
        r"sollte(?:n)? (?:reichen|genugen)",
        r"reicht(?: auch| vollig)?",
        r"fur (?:alle|uns|das|den|mich)",
    ),
    whole={
        "confirm": (
            r"(?:das |es |alles |so )?(?:sieht|klingt|ist|passt|stimmt|wirkt) (?:so |alles |schon |sehr |ja |doch |wirklich |echt )*(?:gut|super|prima|perfekt|richtig|toll|klasse|bestens|top|okay|ok|in ordnung|fein|spitze)(?: aus| so| fur mich| fur uns)*",
            r"(?:das |es |so |alles )?(?:passt|stimmt|reicht|genugt)(?: alles| schon| so| fur mich| fur uns| jetzt| perfekt| wunderbar)*|(?:bitte |dann |jetzt |und |kannst du |du kannst |konntest du )*(?:so |das |es |ihn |den (?:termin|entwurf) |das webinar )*(?:jetzt |bitte |so |gerne? |ruhig |mal |dann )*(?:leg|lege|anlegen|erstell|erstelle|erstellen|mach|mache|machen|buch|buche|buchen|speicher\w*|schick|schicke|abschicken|veroffentlich\w*|eintragen|trag|einstellen|plan|planen|erzeug\w*|freigeben)(?: es| das| ihn| so| bitte| den (?:termin|entwurf)| das webinar| jetzt| dann| mal| ein| an| los| raus| ab| fertig)*",
            r"(?:wir machen das|machen wir|mach(?:en)? (?:das|es|wir das)|los(?: geht'?s)?|auf geht'?s|und los|fertig|genau so|so (?:ist es|machen wir'?s|nehmen wir das|lassen|bleibt es)|das war'?s(?: dann)?|das ist (?:alles|es)|einverstanden|abgemacht|freigegeben|kann (?:so )?(?:raus|los|weg)|nehmen wir(?: so)?|lass uns das (?:so )?machen|so (?:kann|soll) (?:es|das) bleiben)",
        ),
        "agree": (
            r"ja|jo|jep|jawohl|genau|gut|super|prima|perfekt|toll|klasse|ok(?:ay)?|top|wunderbar|spitze|bestens|in ordnung|geht klar|alles klar|cool|stimmt|richtig|sehr gut|passt",
        ),
        "discard": (
            r"(?:hau|schmeiss|wirf|pack)(?: (?:es|das|den entwurf))? weg|kannst (?:du )?(?:weg|knicken|loschen|verwerfen|vergessen)|(?:in die )?tonne",
            r"(?:ach |nein |doch )*(?:vergiss|vergessen|verwirf|verwerf\w*|losch\w*|streich\w*|storniere?n?|wegwerfen|weg|abbrechen|abbruch|brich|cancel\w*|stopp?|lass|entfern\w*)(?: es| das| ihn| den (?:ganzen )?(?:entwurf|termin|kram)| die (?:ganze )?(?:sache|idee)| das (?:ganze|webinar)| alles| wir| ab| sein| gut| bleiben| wieder| bitte| doch| lieber| mal| alles| damit| weg)*",
            r"(?:brauch(?:e|en)?|will|mochte|wollen) (?:ich |wir )?(?:das |es |ihn )?(?:doch )?(?:nicht|keins|kein webinar)(?: mehr)?|(?:doch )?nicht mehr notig|hat sich erledigt|schon gut|egal|lass (?:es|mal|stecken|(?:es )?(?:lieber )?gut sein)(?: bitte)?|doch nicht|lieber doch nicht|weg damit|schmeiss (?:es|das) weg",
        ),
        "undo": (
            r"(?:bitte |kannst du |mach |das |die letzte anderung |letzte anderung |es |nimm |nehm )*(?:ruckgangig|zuruck ?nehmen|zurucksetzen|zuruck|wieder ?herstellen|undo)(?: machen| bitte| nehmen| das| die letzte anderung)*",
            r"mach (?:das|es) (?:bitte )?(?:wieder )?ruckgangig|(?:nimm|nehm) das (?:bitte )?(?:wieder )?zuruck|(?:stell|hol)(?:e)? (?:es|das|ihn|den entwurf)(?: bitte)? wieder (?:her|zuruck)|wie (?:es )?vorher(?: war)?|wieder wie vorher|einen schritt zuruck",
        ),
        "start_over": (
            r"(?:fang|fangen wir|beginn|beginne) (?:bitte )?(?:noch ?mal )?(?:ganz )?neu an|(?:lass uns |bitte |wir |fang |fangen wir |beginn\w* |noch ?mal |noch einmal |ganz |das ganze |alles )*(?:von (?:ganz )?(?:vorne?|neuem|anfang an)|neu (?:anfangen|starten|beginnen)|neustart|bei null|von null)(?: an| anfangen| beginnen| bitte| starten)*",
        ),
        "thanks": (
            r"(?:vielen |herzlichen |tausend |besten |lieben |schonen )*(?:dank|danke|danke ?schon|merci|dankesehr|thx|thanks)(?: dir| euch| ihnen| schon| sehr| vielmals| dafur| fur (?:die|deine) hilfe| im voraus)*",
            r"(?:das (?:war|ist) )?(?:sehr |echt )?(?:hilfreich|nett|lieb)(?: von dir)?|gut gemacht|tschuss|tschau|ciao|bis (?:bald|dann|morgen|spater|nachher)|schonen (?:tag|abend|feierabend)(?: noch)?|schones wochenende|mach'?s gut",
        ),
        "greeting": (
            r"(?:hallo|hi|hey|moin(?: moin)?|servus|gruss? gott|gruezi|guten (?:morgen|tag|abend)|morgen|tag|na)(?: zusammen| allerseits| bot| team)?|wie geht'?s?(?: dir| es dir| euch)?|alles (?:klar|gut)(?: bei dir)?",
        ),
        "wait": (
            r"(?:warte|wart|moment|halt|sekunde|augenblick)(?: (?:mal|kurz|noch|bitte|einen moment|eben))*|(?:einen|kleinen) (?:moment|augenblick)|(?:bin |ich bin )?(?:mir )?(?:noch )?(?:nicht (?:ganz )?sicher|unsicher)|weiss (?:ich )?noch nicht|mal sehen|muss ich (?:erst |noch )*(?:abklaren|klaren|fragen|schauen|uberlegen)|(?:ich )?(?:uberleg(?:e|s)? (?:mir )?(?:das |es )?noch(?: mal)?|muss (?:noch )?(?:mal )?(?:uberlegen|nachdenken))",
        ),
        "keep": (
            r"(?:nein |halt |warte |doch )*(?:behalt\w*|lass|lassen)(?: wir)? (?:es|das|ihn)(?: so| bitte| wie es ist| stehen)*|(?:doch |bitte )*nicht (?:absagen|loschen|verschieben)",
        ),
        "help": (r"hilfe|hilf mir(?: bitte)?",),
    },
    asks=r"(?:(?:und |also |aber |oder |hey |hallo |ok |hm |sorry |ach )*,? ?)(?:was|wann|wo|wer|wen|wem|wessen|welche[rsnm]?|in welche[rm]|an welchem|um wie ?viel|wie|warum|wieso|weshalb|ist|sind|war|wird|werden|hat|haben|kann|kannst|konnen|konnte|muss|mussen|soll|darf|gibt|gehen|geht|kommt|kommen|sieht|sehen|bis wann|ab wann)\b",
    requests=r"(?:(?:und |also |aber |oder |hey |hallo |hi |ok |hm |sorry |ach |super |gut )*,? ?)(?:(?:kannst|konntest|konnten|konnen|wurdest|wurden|magst|mochtest|darf|durfen|durfte|sollen|sollten|wollen) (?:du|wir|ihr|sie|ich)(?: bitte| mal| das| es)*|wie war(?:e)?(?:'s| es)?(?: mit)?|lieber|geht(?: es)?(?: auch)?|ginge|passt(?: auch)?)\b",
    states=(
        r"^(?:vor)?gestern\b",
        r"\b(?:ich|wir|er|sie) (?:kann|konnen|bin|sind|ist|war|habe|haben|hab|hat)\b.{0,40}\b(?:nicht|leider|urlaub|krank|weg|unterwegs|frei|beschaftigt|termin|schon was|da|nicht da|verhindert|raus)\b",
        r"\b(?:bin|sind) (?:ich|wir)\b|\b(?:hab|habe|haben|kann|konnen) (?:ich|wir)\b.{0,30}\b(?:nicht|schon|leider|was|termin|keine zeit)\b",
        r"\b(?:ist|war|sind) (?:ein |der |hier |bei uns )*(?:feiertag|frei|urlaub|zu|geschlossen|voll|belegt|besetzt)\b",
        r"\bwurde\b.{0,20}\b(?:verschoben|abgesagt|verlegt)\b|^(?:erinnerung|info|hinweis|zur info|fyi|achtung) ?[:,-]",
        r"\bich (?:frag|frage|schau|schaue|klare|prufe|melde|kummere|hoffe|glaube|weiss|sag|sage|bespreche)\b|\bmuss (?:ich )?(?:noch |erst )?(?:fragen|klaren|schauen|prufen|besprechen)\b|\b(?:bis|sehen uns) (?:morgen|dann|spater|bald)\b|\bfreu\w* (?:mich|uns)\b",
    ),
    moves=(
        (
            "scale 2",
            r"doppelt so lang\w*|verdopp(?:el|le|eln)(?: die)?(?: dauer| lange| zeit)?(?: bitte)?|(?:die )?doppelte (?:dauer|lange|zeit)",
        ),
        (
            "scale 0.5",
            r"halb so lang\w*|halbier\w*(?: die)?(?: dauer| lange| zeit)?|(?:die )?halbe (?:dauer|lange|zeit)",
        ),
        (
            "longer",
            r"(?:um |noch )?{amount} (?:langer|mehr|zusatzlich|extra|drauf|dazu|obendrauf)|(?:verlanger\w*|langer)"
            + _IT
            + r"?(?: um)? {amount2}|noch (?:mal )?{amount3}(?: drauf| dazu| dranhangen)?|{amount4} (?:dranhangen|anhangen|dran)",
        ),
        (
            "shorter",
            r"(?:um )?{amount} (?:kurzer|weniger|kurzen)|(?:kurz\w*|verkurz\w*|kurzer)"
            + _IT
            + r"?(?: um) {amount2}",
        ),
        (
            "earlier",
            r"(?:um )?{amount} (?:fruher|vorher|davor|zuvor|vorziehen|nach vorne?|eher)|(?:zieh|ziehe|ziehen wir|verleg\w*|verschieb\w*)"
            + _IT
            + r"?(?: bitte)?(?: um)? {amount2} (?:vor|nach vorne?)|(?:fruher|eher) um {amount3}",
        ),
        (
            "later",
            r"(?:um )?{amount} (?:spater|danach|nach hinten|weiter|darauf)|(?:verschieb\w*|schieb\w*|verleg\w*|verzoger\w*)"
            + _IT
            + r"?(?: bitte)?(?: um)? {amount2}(?: nach hinten| spater)?|spater um {amount3}",
        ),
        ("weeks 2", r"(?:in der |die |auf die )?uber ?nachste[rn]? woche"),
        (
            "next_week",
            r"(?:(?:zur )?(?:selben?|gleichen?) (?:zeit|uhrzeit),? )?(?:in der |die |auf die |der )?(?:nachste[rn]?|folgende[rn]?|kommende[rn]?|darauf ?folgende[rn]?) woche(?:,? (?:zur )?(?:selben?|gleichen?) (?:zeit|uhrzeit))?|(?:die )?woche (?:drauf|darauf|danach|spater)(?! um)",
        ),
        ("weeks -1", r"(?:in der |die )?(?:vorige|vorherige|woche davor|vorwoche)"),
        (
            "days 1",
            r"(?:am |auf den |den )?(?:tag (?:danach|drauf|darauf|spater)|nachsten tag|folgetag|folgenden tag|tags drauf)",
        ),
        ("days -1", r"(?:am |auf den |den )?(?:tag (?:davor|zuvor|vorher)|vortag|tags zuvor|vorherigen tag)"),
        (
            "weekday_after",
            r"(?:am |den |auf )?(?:(?:darauf ?folgenden|folgenden|den folgenden|anschliessenden) {weekday}|{weekday2} (?:danach|drauf|darauf|darauf folgend))",
        ),
        ("weekday_before", r"(?:am |den )?{weekday} (?:davor|zuvor|vorher)"),
        (
            "end",
            r"(?:es |das |soll |und )*(?:geht |gehen |laufen |lauft )?(?:bis|endet|ende|enden|zu ende|schluss|fertig|ende ist)(?: (?:um|gegen|ist|erst))* {clock}|(?:um |gegen )?{clock2} (?:ende|schluss|fertig|vorbei)",
        ),
        (
            "own_zone",
            r"(?:in |nimm )?(?:meine[rn]?|unsere[rn]?|eigene[rn]?) (?:eigenen )?(?:zeitzone|zeit|ortszeit)",
        ),
        ("zone_word", r"(?:die |als )?zeitzone(?: ist| soll| auf)?|zeit (?:von|in)(?= [^\W\d]{4})"),
    ),
    settings=(
        (
            "password",
            None,
            r"(?:ohne|kein) (?:passwort|kennwort)|(?:passwort|kennwort) (?:weg|entfernen|raus)",
        ),
        (
            "recording_enabled",
            False,
            r"(?:bitte )?nicht (?:aufzeichnen|aufnehmen|mitschneiden)|(?:ohne|keine) (?:aufzeichnung|aufnahme|mitschnitt)|(?:aufzeichnung|aufnahme)(?: bitte)? (?:aus|nein|weg|abschalten|ausschalten)|(?:aufzeichnung|aufnahme): ?(?:aus|nein)|soll nicht (?:aufgezeichnet|aufgenommen) werden|zeichne? (?:es|das) nicht auf|nimm (?:es|das) nicht auf",
        ),
        (
            "recording_enabled",
            True,
            r"(?:bitte )?(?:mit )?(?:aufzeichnung|aufnahme|mitschnitt)(?: bitte)?(?: an| ja|: ?ja|: ?an| einschalten| anschalten| aktivieren)?|(?:zeichne?|nimm) (?:es|das|alles)(?: bitte)? auf|(?:bitte )?(?:aufzeichnen|aufnehmen|mitschneiden)|(?:wird|soll|muss)(?: auch)? (?:aufgezeichnet|aufgenommen)(?: werden)?",
        ),
        (
            "qna_enabled",
            False,
            r"(?:niemand|keiner) (?:soll|darf|kann) (?:eine )?fragen?(?: stellen)?|keine fragen zulassen|(?:ohne|keine?) (?:q ?(?:&|und|and) ?a|fragerunde|fragen(?: und antworten)?|f ?& ?a)|(?:q ?(?:&|und) ?a|fragerunde|fragen)(?::)? (?:aus|nein|weg|abschalten)",
        ),
        (
            "qna_enabled",
            True,
            r"mit (?:q ?(?:&|und|and) ?a|fragerunde|fragen(?: und antworten)?)|(?:q ?(?:&|und) ?a|fragerunde|fragen)(?::)? (?:an|ja|einschalten|zulassen|erlauben)",
        ),
        (
            "polls_enabled",
            False,
            r"(?:ohne|keine) (?:umfragen?|abstimmung(?:en)?)|(?:umfragen|abstimmungen)(?::)? (?:aus|nein|weg|abschalten)",
        ),
        (
            "polls_enabled",
            True,
            r"mit (?:umfragen?|abstimmung(?:en)?)|(?:umfragen|abstimmungen)(?::)? (?:an|ja|einschalten|zulassen|erlauben)",
        ),
        (
            "panelist_waiting_room",
            False,
            r"(?:ohne|kein(?:en)?) (?:warteraum|wartezimmer|wartebereich)|(?:warteraum|wartebereich) (?:aus|weg|abschalten)",
        ),
        (
            "panelist_waiting_room",
            True,
            r"mit (?:einem )?(?:warteraum|wartezimmer|wartebereich)|(?:warteraum|wartebereich)(?: bitte)? (?:an|ein|einschalten|aktivieren)",
        ),
        (
            "attendee_authentication",
            "AuthenticatedCoworker",
            r"nur (?:fur )?(?:kolleg(?:en|innen|innen und kollegen)|mitarbeiter(?:innen|nde)?|mitarbeitende|interne|intern|angestellte|leute aus der firma)(?: (?:durfen|konnen|sollen) (?:teilnehmen|rein|dabei sein|mitmachen|zuschauen))?|nur fur (?:unsere?|die|meine) (?:firma|unternehmen|leute|belegschaft)|(?:nur|rein|ausschliesslich) (?:firmen)?intern",
        ),
        (
            "attendee_authentication",
            "AuthenticatedUser",
            r"nur (?:fur )?angemeldete(?: (?:nutzer|benutzer|personen))?",
        ),
        (
            "attendee_authentication",
            "Guest",
            r"(?:offen fur (?:alle|gaste|externe|jeden|kunden)|mach\w* (?:es|das|ihn) (?:bitte )?offentlich|offentlich(?: zuganglich)?(?= ?(?:$|bitte))|fur (?:alle|jeden|gaste|externe) (?:offen|zuganglich)|(?:externe|gaste) (?:durfen|konnen|sollen)(?: auch)? (?:teilnehmen|rein|dabei sein|mitmachen)|jeder (?:darf|kann) (?:teilnehmen|rein|mitmachen)|alle durfen (?:teilnehmen|rein)|fur gaste offen)",
        ),
    ),
    registration=(
        (
            False,
            r"(?:anmelden|registrieren) muss sich (?:keiner|niemand)|(?:doch )?(?:ohne|keine)(?: die)? (?:anmeldung|registrierung|voranmeldung|anmeldepflicht)(?: (?:notig|erforderlich|mehr))?|(?:anmeldung|registrierung)(?: ist|:)? (?:nicht (?:notig|erforderlich)|nein|aus|weg)|niemand muss sich (?:anmelden|registrieren)|offen fur alle|(?:als )?all[- ]?hands",
        ),
        (
            True,
            r"(?:(?:bitte |doch |nur |und )*mit |als )?(?:verpflichtender |vorheriger )?(?:anmeldung|registrierung|voranmeldung|anmeldepflicht|anmeldepflichtig)(?: (?:erforderlich|notig|pflicht|bitte|ja|ein|verpflichtend|an|aktivieren))*(?:: ?ja)?|(?:die )?(?:leute|teilnehmer(?:innen|nde)?|teilnehmenden|alle|sie|man|gaste|interessierte)?(?: ?(?:sollen|mussen|soll|muss|sollten|mussten))?(?: (?:sich|alle|vorher|erst|zuerst|vorab))* (?:anmelden|registrieren|einschreiben)(?: (?:mussen|sollen|konnen))?|(?:anmelde|registrierungs)event|registrierte veranstaltung|registered event",
        ),
    ),
    labels=(
        (
            "title",
            r"(?:bitte |kannst du |konntest du )*(?:(?:nenn|nenne|nennen wir|taufe?)(?: wir)? (?:es|das|ihn|den termin|das webinar|das ganze)(?: doch| lieber| bitte| einfach| mal)*|(?:benenn|benenne)(?: es| das| den termin)?(?: bitte)?(?: um)?(?: in| zu)?|umbenennen in|(?:der |den |als )?(?:neue[rn]? )?(?:titel|name|namen|thema)(?: soll(?:te)?(?: lauten| heissen| sein)?| ist| lautet| wird| ware|:| =| auf| in| zu| andern in| andern auf)+|(?:ander|andere|setz|setze) (?:den |bitte den )?(?:titel|namen)(?: bitte)?(?: auf| in| zu)|(?:den )?(?:titel|namen) (?:bitte |mal )*(?:andern|umbenennen)(?: bitte)? (?:in|zu|auf)|(?:es |das |das webinar )?(?:heisst(?: jetzt| nun| ab jetzt| kunftig| lieber| besser)?|(?:soll|sollte)(?: jetzt| nun| lieber| besser)? (?:heissen|lauten)|(?:soll|sollte)(?= .+ (?:heissen|lauten)(?!\w)))) ?:? ",
        ),
        (
            "description",
            r"(?:bitte )?(?:(?:als|die|neue|mit|mit der) )?(?:beschreibung|beschreibungstext|untertitel)(?: (?:ist|lautet|soll sein|soll lauten|auf|dazu))*(?: ?[:=-])? ",
        ),
        (
            "password",
            r"(?:bitte )?(?:(?:hang|hange|pack|mach|ein|das|als|mit|mit dem|neues|setz|setze) )*(?:passwort|kennwort)(?: (?:ist|lautet|wird|soll sein|auf|soll)| (?:dran|dazu|an|rein|bitte|setzen|vergeben)(?= ?:))*(?: ?[:=])? (?!(?:bitte|schutz|an|geschutzt|und|fur|dazu|soll|setzen)\b)",
        ),
        (
            "redirect",
            r"(?:danach |anschliessend |hinterher )?(?:bitte )?(?:schick|leite|weiterleiten|leiten)(?: sie| die (?:leute|teilnehmer)| alle)?(?: danach| anschliessend| dann| weiter)?(?: auf| zu| an)? ?(?=https?:)",
        ),
    ),
    ends=r"bitte|danke|lieber|stattdessen|dann|jetzt|haben|heissen|sein|lauten|werden|nennen|um|andern|umbenennen",
    co_host=r"(?:als )?(?:einen? |zum |zur |die |der )?(?:co-?hosts?|co-?host\w*|mit ?veranstalter(?:in)?(?:nen)?|co-?moderator(?:in|en)?|ko-?moderator(?:in)?|moderiert(?: mit)?|moderieren(?: mit)?|co-?gastgeber(?:in)?|mitgastgeber(?:in)?|mit-?host)",
    panelist=r"(?:als |aufs |auf das |auf dem |ins |im )?(?:einen? |zum |zur |die |der )?(?:panelist(?:in|en|innen)?|podium|panel|sprecher(?:in|innen)?|referent(?:in|en|innen)?|redner(?:in|innen)?|vortragende[rn]?|gast|gaste|spricht|sprechen|prasentier(?:t|en))|halt(?:en)? (?:den|einen|die) (?:vortrag|prasentation|impuls)|tragt vor",
    drop=r"alle (?:ausser|bis auf)|ausser|bis auf|ohne|entfern\w*|streich\w*|losch\w*|lad \w+ aus|nicht mehr|(?:ist )?(?:doch )?nicht (?:dabei|kommen)|kann (?:doch )?nicht(?: kommen| teilnehmen)?|fallt aus|ist raus|raus|weg|nimm(?= )|herunter|runter|wieder raus|aber nicht|doch nicht|statt|absag\w*|sagt ab",
    swap=r"(?:tausch\w*|ersetz\w*|wechsel\w*) {one} (?:gegen|durch|mit) {two}(?: aus)?|(?:statt|anstelle von|anstatt) {one},? (?:(?:soll|kommt|spricht|bitte|nehmen wir|nimm|ist|macht|lieber|jetzt) )*{two}(?: (?:sprechen|kommen|ubernehmen|machen|prasentieren|dazu|rein))?|{one} (?:ist |geht )?raus,? (?:und )?(?:dafur )?{two} (?:ist |kommt )?rein",
    swap_back=r"{two} (?:statt|anstelle von|anstatt|fur) {one}",
    adds=r"mit|fug\w*|lad|lade|einladen|nimm|nehmen wir|setz|setze|pack|und|auch|dazu|plus|hol|noch",
    also=r"auch|zusatzlich|ausserdem|dazu|noch|ebenfalls|sowie|plus",
    not_in=r"(?:nicht(?: mehr)?|ohne|entfern\w*|streich\w*|raus aus)(?: (?:in|im|auf))?",
    nowhere=r"(?:nicht|nirgends|nirgendwo|gar nicht) (?:ankundigen|posten|teilen|veroffentlichen|bekannt ?geben)|(?:keine|ohne) ankundigung",
    here=r"hier (?:ankundigen|posten|teilen|bekannt ?geben)|(?:kundige?|poste?) (?:es|das) hier(?: an)?",
    announces=r"ankundigen|angekundigt|kundige?|ankundigung|poste?|posten|gepostet|teilen?|veroffentlich\w*|bekannt ?geben|kanal|kanale|kanalen|in|im|an|auf|lieber|statt|stattdessen|nur|dort|hier|es|das|soll|werden|wird",
    topics=(
        (
            "start_for",
            r"(?:wann|wie spat|um wie ?viel uhr|welche (?:uhr)?zeit) (?:ist|ware|wird|beginnt)? ?(?:das|es)? ?(?:dann )?(?:bei|fur|in|nach|zu) (?:mir|mich|ihn|sie|ihm|ihr|uns|meiner|\ue000|[a-z]+)|wie spat ist (?:das|es) (?:bei|in|fur)",
        ),
        (
            "time_zone",
            r"(?:welche|in welcher|nach welcher|was fur eine)\w* (?:zeitzone|zone|ortszeit|zeit ist das)|ist das (?:deutsche|unsere|meine|lokale|[a-z]+er) zeit|zeitzone\?",
        ),
        (
            "repeating",
            r"(?:wiederholt|wiederholen|wiederkehrend|wochentlich|jede woche|regelmassig|serie|einmalig|nur einmal|ofter)\b.*\?|(?:wiederholt|findet|ist|wird|geht).{0,20}(?:wiederh\w*|jede woche|wochentlich|einmalig|serie|regelmassig)",
        ),
        (
            "recording",
            r"(?:wird|ist|werden|wurde|gibt|wo|zeichne\w*|nimm\w*|nehmt)\b.{0,30}(?:aufgezeichnet|aufgenommen|aufzeichnung|aufnahme|mitschnitt|mitgeschnitten)|(?:wird|ist).{0,20}(?:auf|mit)ge",
        ),
        ("password", r"(?:gibt|hat|ist|braucht|welches|wie).{0,20}(?:passwort|kennwort)"),
        (
            "joining",
            r"(?:wie|wo) (?:kommt|kommen|kann|konnen|nimmt|nehmen|treten|tritt|gehen|wahl\w*) (?:man|die|wir|leute|alle|ich|jemand|gaste|teilnehmer)|(?:wo|wie) (?:ist|lautet|gibt es|bekomm\w*).{0,15}link|(?:gibt es|bekommen|kriegen).{0,15}link",
        ),
        (
            "audience",
            r"(?:ist|muss|mussen|braucht|brauchen|kann|gibt|mit).{0,30}(?:anmeldung|anmelden|registrier\w*|offen fur|offentlich|all[- ]?hands)|mit oder ohne anmeldung",
        ),
        (
            "channels",
            r"(?:welche[rnm]?|wo|in welche[nm]?|wohin).{0,25}(?:kanal\w*|channel\w*|angekundigt|gepostet|ankundig\w*|veroffentlicht|bekannt)",
        ),
        (
            "who_sees",
            r"wer (?:kann|darf|sieht|wird|alles|hat)(?: das| es| den| diesen)?(?: alles| hier)? ?(?:sehen|sieht|lesen|zugriff|das|es|andern|bearbeiten)?|(?:sieht|sehen|konnen) (?:das|es|andere|alle)|ist das (?:privat|offentlich|fur alle sichtbar)",
        ),
        (
            "people",
            r"wer (?:ist|sind|sitzt)? ?(?:alles )?(?:auf dem |im |die |der |das )?(?:panel|podium|panelist\w*|referent\w*|sprecher\w*|redner\w*|co-?host\w*|moderat\w*|gastgeber\w*|host\w*)|wer (?:spricht|moderiert|halt|prasentiert|leitet)",
        ),
        (
            "who_comes",
            r"wer (?:kommt|ist|hat|nimmt|macht|geht|ist sonst|kommt sonst|kommt noch|ist eingeladen)(?: denn| alles| noch| sonst| sich| schon)* ?(?:dabei|eingeladen|angemeldet|zugesagt|teil|mit|hin)?|wie ?viele (?:kommen|haben|sind|nehmen|leute)|hat sich schon jemand|wen (?:hast du|haben wir) eingeladen",
        ),
        (
            "length",
            r"wie ?lange?|welche dauer|wann (?:ist|endet|hort)(?: es| das)?(?: zu ende| auf| schluss| vorbei)|bis wann",
        ),
        (
            "title",
            r"wie (?:heisst|lautet|ist der (?:titel|name))|welche[rn] (?:titel|namen?)|was ist der (?:titel|name)",
        ),
        (
            "changing_later",
            r"(?:kann|konnen|darf|lasst|ist)(?: ich| wir| man| sich| das| es| der| noch| spater| nachher| hinterher| danach)*(?: \w+)? ?(?:spater|nachher|hinterher|danach|noch|jederzeit|im nachhinein).{0,20}(?:ander\w*|bearbeit\w*|verschieb\w*|anpass\w*|absag\w*)|(?:ander\w*|bearbeit\w*)(?: .{0,15})? (?:spater|nachher|noch)",
        ),
        ("which", r"(?:ist das|welche[rs]?) (?:der |das )?(?:erste|zweite|andere|richtige|entwurf|webinar)"),
        (
            "settings",
            r"(?:welche|wie sind|was sind) (?:die )?einstellungen|(?:gibt es|ist|sind).{0,15}(?:q ?& ?a|fragerunde|umfragen|warteraum|chat)",
        ),
        (
            "start",
            r"wann (?:ist|geht|beginnt|startet|findet|war|ware|fangt)(?: es| das| der| die)?|um wie ?viel uhr|(?:an )?welche[mnr] (?:tag|datum|uhrzeit)",
        ),
        (
            "summary",
            r"was (?:hast|haben|weisst|steht|ist|hattest|habt)(?: du| wir| ihr| da| jetzt| bisher| denn| bis jetzt| schon| alles| aktuell| notiert| drin| verstanden| der stand| bislang| im entwurf)*\??$|(?:zeig|zeige|zeigen|gib|sag|wiederhol\w*|fass|nenn)(?: mir| uns)?(?: bitte| mal| den| das| die| alles| noch| noch ?mal)*(?: entwurf| stand| zusammen\w*| zwischenstand| bisher\w*| was du hast| details| ubersicht)?$|(?:wie ist der|zwischen|aktueller |wie sieht (?:es|das|der entwurf) )(?:stand|aus|jetzt aus)|zusammenfassung|wo stehen wir",
        ),
    ),
    helps=(
        (
            "who_are_you",
            r"bist du (?:ein |eine |wirklich |echt )*(?:bot|roboter|mensch|mensch\w*|person|maschine|ki|programm|echt)|wer (?:bist|seid) (?:du|ihr)|was bist du|ist (?:das|da) (?:ein )?(?:bot|mensch|jemand)|spreche ich mit",
        ),
        (
            "capacity",
            r"wie ?viele? (?:leute|personen|teilnehmer\w*|menschen|platze|gaste|zuschauer).{0,50}|(?:maximal\w*|hochstens|obergrenze|maximum|limit).{0,30}(?:leute|personen|teilnehmer\w*|platze)|(?:maximale )?teilnehmerzahl",
        ),
        (
            "cancelling",
            r"wie (?:kann|sage|losche|storniere|kann ich|sag).{0,30}(?:absag\w*|losch\w*|stornier\w*| ab\b)",
        ),
        (
            "changing",
            r"wie (?:kann|andere|verschiebe|bearbeite|mache|bekomme|fuge).{0,40}(?:ander\w*|verschieb\w*|bearbeit\w*|umbenenn\w*|hinzu)?",
        ),
        ("cost", r"was kostet|wie ?viel kostet|ist (?:das|es) kostenlos"),
        (
            "usage",
            r"was (?:kannst|konnt|kann)(?: du| ihr| man)?(?: denn| alles| so| hier| noch| fur mich| tun| machen)*|wie (?:funktioniert|geht|gehst|benutz\w*|bedien\w*|fang\w*|leg\w*|erstell\w*)(?: das| es| man| du| ich| hier)*|wobei kannst du|womit kannst du|wofur bist du|kannst du (?:mir )?(?:helfen|webinare)|hilf mir|was (?:soll|muss) ich (?:sagen|tun|schreiben)",
        ),
    ),
    impossible=(
        (
            "room",
            r"(?:buch\w*|reservier\w*|besorg\w*|such\w*|find\w*)(?: .{0,25})?(?:raum|besprechungsraum|meetingraum|konferenzraum|tisch|hotel|flug|taxi|zimmer|restaurant|essen)\b(?: .{0,20}(?:buchen|reservieren))?|(?:raum|besprechungsraum|tisch|hotel|flug|zimmer)\b.{0,30}(?:buchen|reservieren|besorgen)",
        ),
        (
            "poll_content",
            r"umfrage.{0,10}(?:uber|zu|mit|zum|ob|anlegen|erstellen|vorbereiten)|(?:erstell\w*|mach\w*|leg\w*|bereit\w*) (?:eine )?umfrage",
        ),
        (
            "host_transfer",
            r"(?:mach\w*|setz\w*).{0,20}(?:zum|zur|als) (?:host|gastgeber(?:in)?|veranstalter(?:in)?|organisator(?:in)?)|(?:ubergib|ubertrag\w*|gib).{0,25}(?:host|gastgeber\w*|leitung|organisation)|(?:soll|wird) (?:der |die )?(?:host|gastgeber(?:in)?)",
        ),
        (
            "ask_others",
            r"(?:frag|frage|fragen|sag|sage|schreib|schreibe|erinner\w*|informier\w*|benachrichtig\w*|gib)(?: bitte| mal| doch)*(?: das| den| die| dem| allen| alle| meinen?| unser\w*)? ?(?:team|kolleg\w*|anderen|leuten?|chef(?:in)?|gruppe|kanal|\ue000|alle|allen|bescheid|nach)\b",
        ),
        (
            "free_slot",
            r"(?:ist|sind|habt|hat|haben).{0,40}(?:noch |alle |schon )*(?:frei|verfugbar|belegt|zeit)\b|(?:such|find|schlag)\w*.{0,25}(?:termin|zeit|slot)(?: vor)?\b|passt (?:das|es) (?:allen|euch|dem team)",
        ),
        (
            "clock_elsewhere",
            r"wie (?:spat|viel uhr) ist es\b|wie ist das wetter|welche[rn] tag ist heute|wie ?viel uhr",
        ),
        (
            "recurrence",
            r"(?:jede[nrs]?|alle (?:zwei|2|vier|4)) (?:woche|monat|tag|wochen|monate|montag|dienstag|mittwoch|donnerstag|freitag|quartal).*|(?:mach\w*|wiederhol\w*|als|setz\w*).{0,20}(?:wochentlich|monatlich|taglich|serie|serientermin|regelmassig|wiederkehrend).*|^(?:wochentlich|monatlich|taglich)(?: bitte)?$|wiederhol\w* (?:das|es|den termin).*",
        ),
    ),
)
