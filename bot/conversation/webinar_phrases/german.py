"""German, as people speak about webinars that exist."""

from typing import Final

from bot.conversation.webinar_phrases.phrases import WebinarPhrases

_NOUN: Final = r"(?:webinare?s?|veranstaltung(?:en)?|sitzung(?:en)?|termine?)"
GERMAN: Final = WebinarPhrases(
    code="de",
    lead=r"(?:(?:hi|hey|hallo|moin|ok|okay|so|und|auch|dann|jetzt|bitte|ach|oh|also|warte|sorry|danke|super|noch was|ubrigens)[ ,.!:]+)*(?:(?:kannst|konntest|wurdest|magst) du(?: bitte| mal| mir| uns| noch| auch)*|(?:konnen|konnten|wollen|sollten) wir(?: bitte| mal| noch| auch)*|ich (?:mochte|will|wurde gern|wurde gerne|muss|hatte gern)|wir (?:mussen|mochten|wollen|sollten)|lass uns)? ?(?:bitte |mal |noch |auch )*",
    actions=(
        ("duplicate", r"(?:kopier\w*|dupliziere?|wiederhol\w*|klone?)\b"),
        (
            "registration",
            r"(?:offne|schlie(?:ss|ß)e?|stoppe?|beende?)(?: die)? (?:anmeldung|registrierung)(?:en)?\b",
        ),
        ("remind", r"(?:erinnere?|schick\w*\b(?=.*\berinnerung)|erinnerung)\b"),
        (
            "rename",
            r"(?:benenne?|nenne?|umbenenn\w*|taufe?)\b|(?:ander\w*|setz\w*)(?: den)? (?:titel|namen)\b",
        ),
        (
            "cancel",
            r"(?:sage?\b(?=.*\bab\b)|storniere?|streiche?|losche?|annulliere?|cancel\w*|entferne?\b(?!.*\ue000)|blase?\b(?=.*\bab\b))",
        ),
        (
            "announce",
            r"(?:kundige?\b(?=.*\ban\b)|ankundig\w*|poste?|teile?|bewirb|bewerbe?|veroffentliche?|announce)\b",
        ),
        (
            "panel",
            r"(?:lade?|nimm|nehme?|setze?|fuge?|hole?|entferne?|streiche?|mache?|tausche?|ersetze?)\b(?=.*(?:\ue000|podium|panel|co-?host|referent))",
        ),
        (
            "change_length",
            r"(?:verlangere?|verkurze?|kurze?)\b|(?:ander\w*|setz\w*)(?: die)? (?:dauer|lange)\b",
        ),
        (
            "move",
            r"(?:verschiebe?|verlege?|schiebe?|leg\w*\b(?=.*\b(?:auf|vor|um)\b)|zieh\w*\b(?=.*\bvor\b)|ziehe?|vertage?|ander\w*(?: das| den| die)? (?:datum|uhrzeit|zeit|termin|tag|beginn|start)(?: von| vom| des| der| fur)?)\b",
        ),
        (
            "edit",
            r"(?:ander\w*|fuge?\b|erganz\w*|bearbeite?|aktualisiere?|passe?\b(?=.*\ban\b)|stelle?|mache?|setze?|schalte?)\b",
        ),
    ),
    closing_actions=(
        ("duplicate", r"(?:kopieren|duplizieren|wiederholen|klonen)"),
        ("registration", r"(?:anmeldung|registrierung)\b.*(?:schlie(?:ss|ß)en|offnen|beenden)"),
        ("remind", r"(?:erinnern|erinnerung schicken)"),
        ("rename", r"(?:umbenennen|nennen|umtaufen)"),
        ("cancel", r"(?:absagen|stornieren|streichen|loschen|canceln|abblasen|annullieren)"),
        ("announce", r"(?:ankundigen|posten|teilen|bewerben|veroffentlichen)"),
        ("panel", r"(?:einladen|aufnehmen|hinzufugen|dazunehmen|ausladen|entfernen|herausnehmen|rausnehmen)"),
        ("change_length", r"(?:verlangern|verkurzen|kurzen)"),
        ("move", r"(?:verschieben|verlegen|vorziehen|schieben|vertagen|legen)"),
        ("move", r"(?<=■).*(?:machen|abhalten|beginnen|starten|anfangen)"),
        ("edit", r"(?:andern|bearbeiten|anpassen|aktualisieren)"),
    ),
    topics=(
        ("host_link", r"(?:host|start|gastgeber|moderator\w*|veranstalter)[- ]?(?:link|url)"),
        ("recording", r"\b(?:aufzeichnung|aufnahme|mitschnitt|video|aufgezeichnet|aufgenommen)\b"),
        (
            "who_registered",
            r"(?:wer|wie ?viele?|hat sich (?:jemand|schon jemand|wer)|haben sich|zeig\w*|liste?|gib|welche leute).*\b(?:angemeldet|registriert|anmeldungen|registrierungen|registriertenliste|teilnehmerliste)\b|\banmeldungen\b.*(?:gibt|haben|■)",
        ),
        (
            "who_comes",
            r"(?:wer|wie ?viele?(?: leute| personen)?)(?: ist| sind| alles| noch| hat| haben| denn)* (?:kommt|kommen|dabei|zugesagt|teil|nimmt|nehmen|eingeladen)\b|\bgasteliste\b",
        ),
        (
            "link",
            r"\b(?:teilnahme|einwahl|anmelde|beitritts|registrierungs)?-?(?:link|url|seite)\b.*(?:■|webinar|dafur|dazu)|(?:schick\w*|gib|sende?|wo ist|zeig\w*|wie lautet|wie ist)(?: mir| uns)?(?: bitte| nochmal| noch mal)*(?: der| den| die)? (?:teilnahme|einwahl|anmelde|beitritts|registrierungs)?-?(?:link|url)\b|wie (?:komme ich|kommen wir|kommt man) (?:in|rein|zu)\b",
        ),
        (
            "list",
            r"(?:welche|was fur)(?: [a-z]+){0,3} (?:webinare|veranstaltungen|termine)\b|(?:zeig\w*|liste?|gib|nenn\w*)(?: mir| uns)?(?: bitte| mal| alle| die| meine| unsere| nachsten| kommenden| geplanten| eine liste| der)* ?(?:webinare|veranstaltungen|termine)\b|^(?:meine |unsere |alle |kommende |nachste |die )*webinare$|was (?:steht|ist|habe ich|haben wir|liegt|gibt es|kommt)(?: [a-z]+){0,3}(?: an| geplant| los| diese woche| nachste woche| heute| morgen)|(?:habe ich|haben wir|gibt es|steht|stehen|sind)(?: [a-z]+){0,4} webinare?\b|wie ?viele webinare\b|^(?:ubersicht|liste)$|was sind (?:meine|unsere)",
        ),
        (
            "status",
            r"\b(?:status|stand)\b(?: (?:von|vom|des|der)\b|.*■)|wie (?:lauft|steht|sieht)\b.*(?:■|webinar)|(?:details|infos?|informationen)(?: zu| zum| zur| uber| von| vom)?\b.*(?:■|webinar)|(?:zeig\w*)(?: mir)?(?: das| die| den)? ■|findet ■ (?:noch )?statt|(?:findet|lauft|ist) (?:das |die |der )?■ (?:noch|schon|statt|abgesagt|voll)",
        ),
        (
            "when",
            r"\bwann\b.*(?:■|webinar|veranstaltung|das |die |der |mein|unser|nachste|es\b)|um wie ?viel uhr\b.*(?:■|webinar|das |die |der |mein)|(?:wann|was|welches) (?:ist|ware) (?:mein|unser|das) nachste\w*|\bmein nachstes (?:webinar|termin)$|an welchem tag\b.*(?:■|webinar|das |die |der )|wie lange (?:dauert|geht)\b.*■",
        ),
    ),
    how=r"(?:(?:hi|hallo|ok|und|aber)[ ,]+)*(?:wie|wo) (?:kann|konnte|muss|soll|andere?|sage?|losche?|verschiebe?|mache?|lege?|benenne?|bearbeite?|storniere?) (?:ich|man|wir)\b",
    determiner=r"(?:das|die|der|den|dem|des|mein|meine|meinen|meinem|unser|unsere|unseren|unserem|dieses|diese|diesen|vom|zum|zur|beim|furs|ins|im)",
    noun=_NOUN,
    pronoun=r"(?:es|das|dieses|den termin|dieses webinar)",
    it="es",
    indefinite=r"ein|eine|einen|einem|einer|noch ein|neues|neuen|weiteres",
    new_name=r"in|auf|zu|als|:",
    close=r"um|bitte|umbenennen|nennen|andern|umtaufen|heissen|danke",
    modal=r"(?:soll|sollte|muss|musste|auf|→|->)",
    shortens=r"kurz|verkurz",
    length_to=r"auf",
    away=r"von|vom",
    next_one=rf"(?:mein|unser|das|meinem|unserem|mein)(?:e|en|es)? (?:nachste[snmr]?|kommende[snmr]?) ?(?:{_NOUN})?",
    to=r"(?:auf|zum|zu|um|nach|in|fur)",
    negation=r"nicht\b(?! mehr)",
    advances=r"\bvor\b|vorzieh|vorverleg|fruher",
    months={"(?:diesen|diesem) monat": 0, "(?:nachsten|nachster|kommenden) monat": 1},
    weeks={
        r"(?:diese|dieser) woche": (0, 6),
        r"(?:nachste|nachster|kommende|kommender) woche": (7, 13),
        r"am wochenende": (5, 6),
    },
    before=r"(?:vorher|davor|zuvor|vor (?:beginn|start|dem (?:start|beginn|webinar)|■))",
    registration_of_mine=r"(?:meine|mein) (?:anmeldung|registrierung|platz|teilnahme)",
)
