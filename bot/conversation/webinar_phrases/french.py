"""French, as people speak about webinars that exist."""

from typing import Final

from bot.conversation.webinar_phrases.phrases import WebinarPhrases

_NOUN: Final = r"(?:webinaires?|webinars?|evenements?|sessions?|seances?)"
FRENCH: Final = WebinarPhrases(
    code="fr",
    lead=r"(?:(?:salut|bonjour|coucou|ok|et|aussi|alors|maintenant|s'il te plait|s'il vous plait|stp|svp|ah|oh|attends|desole|merci|parfait|super|au fait|bon)[ ,.!:]+)*(?:(?:tu (?:peux|pourrais|veux)|(?:peux|pourrais)-tu|vous pouvez|pouvez-vous|pourriez-vous|(?:est-ce que )?(?:tu peux|on peut|je peux)|je (?:voudrais|veux|souhaite|dois|aimerais)|on (?:voudrait|veut|doit|devrait)|nous (?:voulons|voudrions|devons)|il faut|il faudrait)(?: s'il te plait| aussi| me| nous)* )?(?:(?:aussi|me|nous) )*",
    actions=(
        ("duplicate", r"(?:dupliquer?|copier?|cloner?|refaire|refais|repeter?|repete)\b"),
        ("registration", r"(?:ouvr\w+|ferm\w+|rouvr\w+|arret\w+|clo\w+)(?: les?| l')? ?inscriptions?\b"),
        ("remind", r"(?:rappel\w*|envo\w+\b(?=.*\brappel)|relanc\w*)\b"),
        (
            "rename",
            r"(?:renomm\w*|rebaptis\w*|intitul\w*)\b|(?:chang\w*|modifi\w*|met\w*)(?: le)? (?:titre|nom)\b|appel\w+\b(?= (?:le |la |l')?■)",
        ),
        ("cancel", r"(?:annul\w*|supprim\w*|efface\w*|abandonn\w*|decommand\w*)\b"),
        ("announce", r"(?:annonc\w*|publi\w*|partag\w*|poste\w*|diffus\w*)\b"),
        (
            "panel",
            r"(?:ajout\w*|invit\w*|met\w*|retir\w*|enlev\w*|remplac\w*|desinvit\w*)\b(?=.*(?:\ue000|intervenant|paneliste|panel|co-?anim|co-?host|co-?organi))",
        ),
        (
            "change_length",
            r"(?:prolong\w*|rallong\w*|raccourci\w*|allong\w*|ecourt\w*)\b|(?:chang\w*|modifi\w*)(?: la)? duree\b",
        ),
        (
            "move",
            r"(?:faire|fais|tenir)\b(?= ■)|(?:deplac\w*|report\w*|decal\w*|repouss\w*|avanc\w*|reprogramm\w*|replanifi\w*|recul\w*)\b|(?:chang\w*|modifi\w*)(?: la| l')? ?(?:date|heure|horaire|jour)\b|met\w*\b(?= (?:le |la |l')?■)",
        ),
        (
            "edit",
            r"(?:modifi\w*|ajout\w*|chang\w*|edit\w*|corrig\w*|ajust\w*|met\w*|activ\w*|desactiv\w*|enregistr\w*)\b",
        ),
    ),
    topics=(
        (
            "host_link",
            r"\b(?:lien|url)(?: d'| de l'| pour l'| de | du )?(?:hote|animateur|animation|organisateur|demarrage|hote)\b|lien pour (?:animer|demarrer|lancer)",
        ),
        (
            "recording",
            r"\b(?:enregistrement|replay|rediffusion|video)\b(?! (?:automatique|desactive))|(?:a|est)(?:-t-il)? ete enregistre|(?:est|sera) enregistre",
        ),
        (
            "who_registered",
            r"(?:qui|combien|est-ce que quelqu'un|quelqu'un|liste|montre\w*|donne\w*|y a-t-il).*\b(?:inscrits?|inscrites?|inscriptions?|enregistrees?)\b|\bles inscrits\b",
        ),
        (
            "who_comes",
            r"(?:qui|combien(?: de (?:personnes|gens|monde))?)(?: est-ce qui| est| sont| vont| va| seront| a| ont)* ?(?:vient|viennent|venir|viendra|viendront|participe\w*|present\w*|assiste\w*|invites?|confirme)\b|liste des (?:participants|invites)",
        ),
        (
            "link",
            r"\b(?:lien|url|page)(?: de (?:connexion|participation)| d'inscription| d'acces| pour (?:rejoindre|participer|s'inscrire))?\b.*(?:■|webinaire|session)|(?:envo\w+|donne\w*|renvo\w+|quel est|ou est|partage\w*)(?:-moi|-nous)?(?: moi)? (?:le|l'|un) ?(?:lien|url)\b|comment (?:on |je |faire pour )?(?:rejoindre|rejoint|participer|participe|s'inscrire|m'inscrire)\b",
        ),
        (
            "list",
            r"(?:quels?|quelles?)(?: [a-z']+){0,4} (?:webinaires|evenements|sessions)\b|(?:liste\w*|montre\w*|donne\w*|affiche\w*)(?:-moi|-nous)?(?: [a-z']+){0,4} (?:webinaires|evenements|sessions)\b|^(?:mes |nos |les |tous |prochains )*webinaires$|qu'est-ce qu(?:e j'ai|'on a|'il y a|i est)(?: [a-z']+){0,4}(?: prevu| programme| cette semaine| la semaine prochaine| demain| aujourd'hui)|(?:est-ce que )?(?:j'ai|on a|nous avons|ai-je|a-t-on|il y a|y a-t-il)(?: [a-z']+){0,3} webinaires?\b|combien de webinaires\b|quoi de prevu",
        ),
        (
            "status",
            r"\b(?:statut|etat)\b(?: (?:de|du|sur)\b|.*■)|comment (?:se passe|se presente|avance|va)\b.*(?:■|webinaire)|(?:details|infos?|informations)(?: sur| de| du| pour)?\b.*(?:■|webinaire)|(?:montre\w*|affiche\w*)(?:-moi)?(?: le| la| l')? ?■|■ (?:a|est)(?:-t-il|-t-elle|-il|-elle)? (?:toujours|encore|bien)?.*(?:lieu|prevu|annule|complet|maintenu)",
        ),
        (
            "when",
            r"\bquand\b.*(?:■|webinaire|session|le |la |l'|mon |ma |notre |prochain)|(?:a )?quelle (?:heure|date)\b.*(?:■|webinaire|session|le |la |mon |ma |prochain)|quel jour\b.*(?:■|webinaire|le |la |mon )|(?:quel|c'est quoi|quand)(?: est| sera)? (?:mon|notre|le|ma|la) prochaine? (?:webinaire|session)|\b(?:mon|notre) prochain webinaire$|combien de temps (?:dure|va durer)\b.*■",
        ),
    ),
    how=r"(?:(?:salut|bonjour|ok|et|mais)[ ,]+)*comment (?:est-ce que )?(?:je|on|faire|puis-je|peut-on|annuler|modifier|changer|deplacer|renommer)\b",
    determiner=r"(?:le|la|les|l'|mon|ma|mes|notre|nos|ce|cette|du|au|de la|a la|de l'|a l')",
    noun=_NOUN,
    pronoun=r"(?:le|la|ca|cela|celui-ci|celui-la|ce webinaire|cette session)",
    it="ça",
    indefinite=r"un|une|d'un|d'une|nouveau|nouvelle|autre",
    new_name=r"en|par|pour|a|:",
    close=r"s'il te plait|s'il vous plait|svp|stp|merci",
    modal=r"(?:doit|devrait|devra|va|→|->)",
    shortens=r"raccourc|ecourt|redui",
    length_to=r"a",
    away=r"du|de|d\'",
    next_one=rf"(?:mon|notre|le|ma|la|du|au) prochaine? {_NOUN}",
    to=r"(?:a|au|aux|pour|vers|jusqu'a|jusqu'au)",
    negation=r"(?:ne |n')",
    advances=r"avanc",
    months={"ce mois(?:-ci)?": 0, "(?:le )?mois prochain": 1},
    weeks={r"cette semaine": (0, 6), r"(?:la )?semaine prochaine": (7, 13), r"(?:ce|le) week-?end": (5, 6)},
    before=r"(?:avant|a l'avance|plus tot)",
    registration_of_mine=r"(?:mon|ma) (?:inscription|place|participation)",
)
