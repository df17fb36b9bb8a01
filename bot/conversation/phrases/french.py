"""French, as people speak about a draft."""

from typing import Final

from bot.conversation.phrases.phrases import Phrases

_IT: Final = r"(?:-?le|-?la| ca| cela| tout| le (?:debut|webinaire|rendez-vous|tout))"
FRENCH: Final = Phrases(
    code="fr",
    filler="""
    nan meuh beh compte comptez prevois prevoyez fini finie
    stp svp stplz
    reduis reduire raccourcis raccourcir rallonge rallonger prolonge allonge zut mince oula bah hop
    ou soit
    mets met mettez mettre mettons deplace deplacez deplacer decale decalez decaler repousse repousser avance avancer changez change changer le la
    les l au aux de du des d pour plutot non oui merci svp heure heures jour jours semaine semaines plus tard tot on peut peux pouvez pourrais pourrait faire
    fais faites c est et ou mais en un une a la y il elle ca cela ce cet cette ces lui tu vous nous je j moi me te se si oh ah euh hm hmm ben bah bon bien
    alors donc finalement mieux mieux serait sera seront doit devrait doivent faut fait dure durera durer duree minute minutes min h avec sans
    sur dans par jusqu jusque vers environ meme encore aussi ok okay voila desole desolee pardon attends attendez enfin plait s il vous te
    debut debute commence commencer commencera fin finit finir terminer termine titre nom webinaire brouillon date horaire fuseau passe passer
    matin soir midi apres avant prochaine prochain suivante suivant erreur reste rester garde garder tout total long longue longtemps court courte
    trop moins deux fois que qu voudrais veux aimerais prefere prefererais possible parfait super d accord vraiment peut-etre etre sois soit juste
    seulement oups mince zut pas ne n mettre-le mets-le fais-le change-le decale-le suffit suffira suffiront ira irait convient va partir
    """,
    fillers=(
        r"en fait",
        r"(?:a la )?meme heure",
        r"ah non",
        r"non,? (?:plutot|finalement)",
        r"s'il (?:te|vous) plait",
        r"je (?:veux dire|pense|crois|voulais dire|prefere)",
        r"tu peux|peux-tu|pourrais-tu|on peut|pouvez-vous|tu pourrais",
        r"d'accord",
        r"ca (?:serait|sera) mieux",
        r"laisse tomber(?= ?,)",
        r"c'est (?:mieux|pas bon)",
        r"au fait",
        r"il (?:faut|faudrait|nous faut)",
        r"disons",
        r"si possible",
        r"ce serait (?:mieux|bien)",
        r"au lieu de ca",
        r"a la place",
        r"mon erreur",
    ),
    whole={
        "confirm": (
            r"impec(?:cable)?|nickel|top|roule|on fonce|envoie|balance|parfait comme ca|c'est top",
            r"(?:c'est|ca (?:me |nous )?(?:parait|semble|va|convient|marche|roule|ira)|tout (?:est|va)|ca a l'air|tout a l'air|ca)(?: tres| vraiment| tout| deja)*(?: bon| parfait| bien| super| nickel| impeccable| ok| correct| en ordre| juste| genial)*(?: comme ca| pour moi| pour nous| ainsi| comme cela)*",
            r"(?:tu peux |vous pouvez |on peut |maintenant |alors |et |donc |bon )*(?:cree|creer|creez|valide|valider|validez|envoie|envoyer|planifie|planifier|programme|programmer|lance|lancer|publie|publier|confirme|confirmer|reserve)(?:-?le|-?la| ca| le| la| cela| le (?:webinaire|brouillon)| maintenant| comme ca| tout| alors| s'il te plait)*",
            r"(?:tu peux |vous pouvez |on peut )(?:le |la )(?:creer|valider|envoyer|planifier|programmer|lancer|publier|faire|confirmer)(?: maintenant| comme ca)*",
            r"(?:vas-y|allez-y|allons-y|on y va|c'est parti|go|feu vert|j'approuve|approuve|valide|c'est (?:tout|ok|note|valide|bon)|ce sera tout|rien d'autre|on (?:garde|fait|part sur) (?:ca|comme ca)|fais(?:-le|ons| comme ca)|ca (?:me |nous )?va|ca marche|ca roule|ca ira|banco)",
        ),
        "agree": (
            r"oui|ouais|ok(?:ay)?|d'accord|parfait|super|genial|top|nickel|impeccable|excellent|tres bien|bien|cool|entendu|exact|exactement|voila|bon|c'est bon|super idee|formidable",
        ),
        "discard": (
            r"(?:non |bon |finalement )*(?:annule|annuler|annulez|oublie|oublier|oubliez|laisse|laissez|supprime|supprimer|jette|jeter|abandonne|abandonner|efface|stop|arrete)(?:-?le|-?la| ca| cela| tout| le| la| tomber| le (?:brouillon|webinaire|tout|projet)| l'idee| toute l'histoire| tout ca| s'il te plait)*",
            r"(?:je |on )?(?:n'en |ne |n')?(?:veux|veut|ai|a|avons) (?:plus|pas) (?:besoin|de webinaire|ca)(?: finalement)?|plus besoin|pas la peine|tant pis|peu importe|non merci|j'ai change d'avis|finalement non",
        ),
        "undo": (
            r"(?:annule|annuler|defais|defaire|retire|enleve)(?: la| ma| cette)? (?:derniere )?(?:modification|changement|modif|chose)(?: que j'ai (?:dite?|faite?))?|(?:reviens|revenir|retour|revenons|remets|on revient)(?:-le| ca| tout)?(?: en| a)?(?: arriere| comme (?:avant|c'etait)| l'etat (?:precedent|d'avant)| avant)+|defais(?: ca|-le)?|retablis(?:-le| ca)?|comme avant|(?:reviens|revenons|retourne) a la version (?:d'avant|precedente)|annule ca, c'est une erreur",
        ),
        "start_over": (
            r"(?:on |je |allez |peux-tu |tu peux )*(?:recommence|recommencer|recommencons|repartons|repars|repart|reprends|reprenons|reprendre|repartir)(?: tout)?(?: a| de| depuis| du)?(?: zero| le debut| debut| neuf)*|(?:a zero|depuis le debut|du debut|de zero)",
        ),
        "thanks": (
            r"(?:merci|mille mercis|grand merci|thanks|thx|mci)(?: beaucoup| bien| a toi| a vous| infiniment| pour (?:tout|ton aide|votre aide|ca)| d'avance| encore| mille fois)*|(?:c'est )?(?:tres )?gentil|bien joue|bravo|a (?:bientot|demain|plus|plus tard|tout a l'heure|la prochaine)|au revoir|bonne (?:journee|soiree|nuit)|bon (?:week-?end|apres-midi)|salut|je te remercie|je vous remercie",
        ),
        "greeting": (
            r"(?:salut|bonjour|bonsoir|coucou|hello|hey|re)(?: a tous| tout le monde| toi| le bot| l'equipe)?|(?:comment )?(?:ca va|vas-tu|allez-vous|tu vas bien)(?: bien)?|quoi de neuf|tu es la",
        ),
        "wait": (
            r"(?:attends?|attendez|minute|un instant|une (?:seconde|minute)|un moment|deux (?:secondes|minutes))(?: (?:un peu|un instant|une (?:seconde|minute)|voir))?|(?:je (?:ne )?(?:suis|sais) )?pas (?:encore |trop )?(?:sur|sure|certain|certaine|decidee?)(?: encore)?|je (?:ne )?sais pas encore|on verra",
        ),
        "keep": (
            r"(?:non |attends |finalement )*(?:garde|gardons|laisse|laissons)(?:-?le| ca| le| comme ca)*|(?:ne )?(?:l'annule|annule|supprime|change) pas(?: ca| rien)?",
        ),
        "help": (r"aide(?:-moi)?|au secours|aidez-moi",),
    },
    asks=r"(?:(?:et |alors |donc |mais |ou |ok |euh |dis |bonjour |salut )*,? ?)(?:qu'est|qu'as|quoi|quand|ou (?:est|sont|sera|va|vont|peut|se)|qui|quel|quelle|quels|quelles|a quelle|dans quel|combien|comment|pourquoi|est-ce|c'est (?:quel|quand|quoi|ou|pour qui|qui|combien)|y a-t-il|il y a|as-tu|a-t-on|peut-on|puis-je|jusqu'a quand|tu as quoi|t'as quoi|on en est)\b",
    requests=r"(?:(?:et |alors |donc |mais |ok |euh |salut |bonjour |dis |super |parfait |bon )*,? ?)(?:(?:tu |vous |on |je )?(?:peux|peut|pourrais|pourrait|pouvez|pourriez|pourrions|pouvons|voudrais)(?:-tu|-vous|-on|-je| tu| vous| on)?|est-ce (?:que|qu')(?: tu| on| vous|on)? ?(?:peux|peut|pourrait|pouvez|pourrais)?|et si on|ca (?:te|vous) derange|possible de|c'est possible (?:de|d'))\b",
    states=(
        r"^(?:avant-)?hier\b",
        r"\bje (?:ne )?(?:suis|serai|peux|pourrai) (?:pas|en|malade|absent\w*|deja|pris\w*|occupe\w*|libre)\b|\bj'ai (?:deja|un|une|rendez)\b|\b(?:nous|on) (?:ne )?(?:sommes|est|peut|pouvons) (?:pas|en|absents?|deja)\b",
        r"\b(?:est|c'est|sera) (?:un )?(?:jour )?(?:ferie|ferme|complet|pris|occupe)\b|\ba ete (?:deplace|annule|reporte)\w*\b|^(?:rappel|info|note|pour info|fyi) ?[:,-]",
        r"\bje (?:vais|dois|vois|demande|verifie|crois que|pense que|sais|espere) (?:demander|voir|verifier|en parler|reflechir|avec)\b|\bon se voit\b|\bhate (?:d'y|de)\b|\bje (?:vais voir|demande|verifie|confirme plus tard)\b|\bne pourrai pas\b|\bpas libre\b|\bpas disponible\b",
    ),
    moves=(
        (
            "scale 2",
            r"(?:deux|2) fois plus (?:long(?:ue|temps)?|de temps)|double(?:r|z)? (?:la )?(?:duree|longueur|le temps)|le double(?: de temps| de la duree)?",
        ),
        (
            "scale 0.5",
            r"(?:deux|2) fois (?:moins long(?:ue|temps)?|plus court\w*)|la moitie(?: du temps| de la duree)?",
        ),
        (
            "longer",
            r"(?:ajoute[rz]?|rajoute[rz]?|prolonge[rz]?|allonge[rz]?)"
            + _IT
            + r"?(?: encore)?(?: de| d')? ?{amount}(?: de plus)?|{amount2} (?:de plus(?! tard| tot)|en plus|supplementaires?|plus long(?:ue|temps)?)|encore {amount3}",
        ),
        (
            "shorter",
            r"{amount} (?:de moins|en moins|plus court\w*)|(?:raccourci[rstz]*|enleve[rz]?|reduis|reduire|retire[rz]?)"
            + _IT
            + r"?(?: de| d')? ?{amount2}",
        ),
        (
            "earlier",
            r"{amount} (?:plus tot|avant|auparavant|d'avance)|avance[rz]?"
            + _IT
            + r"?(?: de| d')? ?{amount2}",
        ),
        (
            "later",
            r"{amount} (?:plus tard|apres|de retard|plus loin)|(?:decale[rz]?|repousse[rz]?|recule[rz]?|reporte[rz]?|retarde[rz]?|deplace[rz]?)"
            + _IT
            + r"?(?: de| d')? ?{amount2}(?: plus tard)?",
        ),
        (
            "next_week",
            r"(?:(?:a la |la )?meme heure,? )?(?:a |dans )?(?:la )?semaine (?:prochaine|suivante|d'apres)(?:,? (?:a la |la )?meme heure)?",
        ),
        ("weeks -1", r"(?:la )?semaine (?:precedente|d'avant)"),
        ("days 1", r"(?:le |au )?(?:lendemain|jour (?:suivant|d'apres))"),
        ("days -1", r"(?:la |le |a la |au )?(?:veille|jour (?:precedent|d'avant))"),
        ("weekday_after", r"(?:le |au )?{weekday} (?:suivant|d'apres|qui suit)"),
        ("weekday_before", r"(?:le |au )?{weekday} (?:precedent|d'avant)"),
        (
            "end",
            r"(?:ca |il |que ca |et |elle )*(?:jusqu'(?:a|au)?|jusque|(?:se |doit |va )*(?:termine[rz]?|finit|finir|finisse|finira|terminera|acheve\w*|finie?)(?: a| vers| pour)?|fin(?: a| :|:| vers)?)(?: vers)? ?{clock}",
        ),
        (
            "own_zone",
            r"(?:dans |a |en |sur )?(?:mon|notre) (?:propre )?(?:fuseau(?: horaire)?|heure)(?: locale?)?|heure locale",
        ),
        (
            "zone_word",
            r"(?:le |dans le )?fuseau(?: horaire)?(?: est| de)?|(?:a |en )?(?:l')?heure (?:de|d')(?= ?[^\W\d]{4})(?! ?(?:debut|fin\b|depart|demarrage|plus|moins))",
        ),
    ),
    settings=(
        ("password", None, r"(?:sans|pas de|enleve le|supprime le|retire le) mot de passe"),
        (
            "recording_enabled",
            False,
            r"(?:sans|pas de|aucun) (?:replay|rediffusion)|(?:sans |pas d'|pas de |aucun )(?:l')?(?:enregistrement|enregistrer)|(?:ne )?(?:l'|le |la )?enregistre(?:r|z)?(?:-le)? pas|ne pas (?:l'|le )?enregistrer|enregistrement ?:? ?(?:non|desactive|coupe|off)|desactive[rz]? l'enregistrement",
        ),
        (
            "recording_enabled",
            True,
            r"(?:avec |active[rz]? )?(?:l'|un |d')?enregistrement(?: ?:? ?(?:oui|active|s'il te plait|on))?|(?:a )?enregistre(?:r|z)?(?:-?le|-?la| ca| tout| la session)?|(?:il |ca |elle )?(?:doit|faut|sera) (?:l'|le |etre )?enregistre[re]?",
        ),
        (
            "qna_enabled",
            False,
            r"(?:que )?personne (?:ne )?(?:pose|posera|peut poser|doit poser) (?:de|des) questions?|(?:sans|pas de|desactive[rz]? les|aucune?) (?:questions?(?:[- ](?:et[- ])?reponses?)?|q ?(?:&|et) ?[ar]|seance de questions|faq)|questions?(?:-reponses?)? ?:? ?(?:non|off|desactive\w*)",
        ),
        (
            "qna_enabled",
            True,
            r"(?:avec|active[rz]? les|autorise[rz]? les) (?:des |les |une )?(?:questions?(?:[- ](?:et[- ])?reponses?)?|q ?(?:&|et) ?[ar]|seance de questions)",
        ),
        (
            "polls_enabled",
            False,
            r"(?:sans|pas de|desactive[rz]? les) sondages?|sondages? ?:? ?(?:non|off|desactives?)",
        ),
        ("polls_enabled", True, r"(?:avec|active[rz]? les|autorise[rz]? les) (?:des |les )?sondages?"),
        ("panelist_waiting_room", False, r"(?:sans|pas de|desactive[rz]? la) salle d'attente"),
        (
            "panelist_waiting_room",
            True,
            r"salle d'attente (?:activee|oui|on)|salle d'attente(?= ?$)|(?:avec|active[rz]? la|ajoute[rz]?) (?:une |la )?salle d'attente|salle d'attente ?:? ?(?:oui|active)",
        ),
        (
            "attendee_authentication",
            "AuthenticatedCoworker",
            r"(?:seulement|uniquement|reserve aux?|que) (?:pour )?(?:les |nos |aux )?(?:collegues|salaries|employes|collaborateurs|internes|personnel)|en interne (?:seulement|uniquement)|(?:reserve|limite)(?:-le)? aux (?:collegues|salaries|employes|collaborateurs)|(?:reserve|limite)\w* (?:a|en|aux) ?(?:l')?internes?|(?:reserve|limite)\w* aux (?:gens|personnes) de (?:la|notre) (?:boite|maison|societe)|pour (?:les |nos )?(?:collegues|salaries|employes|collaborateurs) (?:seulement|uniquement)|(?:uniquement|seulement|reserve a) (?:pour )?(?:notre|la|l')? ?(?:entreprise|societe|boite|interne)|interne (?:seulement|uniquement)",
        ),
        (
            "attendee_authentication",
            "AuthenticatedUser",
            r"(?:seulement|uniquement) (?:les )?(?:personnes|utilisateurs) connecte[er]?s",
        ),
        (
            "attendee_authentication",
            "Guest",
            r"ouvert a tou(?:s|t le monde)|ouvert\w* (?:aux? (?:invites|externes|clients|partenaires|public)|a l'exterieur)|(?:rends|mets|passe)-(?:le|la) (?:en )?public|les externes peuvent (?:participer|venir|assister)|tout le monde peut (?:participer|venir|assister)",
        ),
    ),
    registration=(
        (
            False,
            r"(?:sans|pas d'|pas besoin d'|aucune|enleve l'|retire l'|supprime l')(?: ?inscriptions?| ?s'inscrire| ?enregistrement prealable)(?: (?:obligatoire|necessaire|prealable))*|inscription ?:? ?(?:non|pas (?:necessaire|obligatoire)|off)|personne (?:ne doit|n'a besoin de) s'inscrire|(?:en )?all[- ]?hands",
        ),
        (
            True,
            r"(?:(?:avec|ajoute[rz]?|active[rz]?|sur|met[sz]?) )?(?:une |l'|les |des )?inscriptions?(?: (?:obligatoires?|requises?|necessaires?|prealables?|ouvertes?|s'il te plait|oui))*(?: ?: ?oui)?|(?:il faut (?:que )?|on doit )?(?:les gens|tout le monde|les participants|ils|chacun|tous)?(?: ?(?:doivent|doit|devront|devra|puissent|faut))?(?: tous| d'abord)? ?(?:s'|s )inscri(?:re|ve|vent|t|vez)(?: d'abord| avant| a l'avance)*|evenement avec inscription|registered event",
        ),
    ),
    labels=(
        (
            "title",
            r"(?:s'il te plait |tu peux |peux-tu |pourrais-tu |on peut )*(?:(?:appelle|appelons|appelez|nomme|nommons|nommez|intitule|renomme|renommez|renommer|appeler|rebaptise|baptise)(?:-?le|-?la|-?les| ca| le webinaire| la session)*(?: en| plutot| simplement)?|(?:change[rz]?|mets|modifie[rz]?|remplace[rz]?) (?:le |son )(?:titre|nom)(?: en| par| pour| a| :)?|(?:le |avec le |comme )?(?:nouveau )?(?:titre|nom|sujet)(?: (?:sera|est|devrait etre|doit etre|serait|devient|c'est))*(?: ?:)?|(?:ca |il |elle |le webinaire )?(?:s'appelle(?:ra)?|s'intitule(?:ra)?|doit s'appeler|devrait s'appeler)) ?:? ",
        ),
        (
            "description",
            r"(?:s'il te plait )?(?:(?:ajoute[rz]?|mets|met|change[rz]?) )?(?:(?:comme|la|avec la|une|en|pour) )*(?:description|descriptif|resume)(?: (?:est|sera|c'est|en|devrait etre|:))*(?: ?[:=-])? ",
        ),
        (
            "password",
            r"(?:(?:mets|ajoute|avec|met)(?: le| un)? |le |comme )*mot de passe(?: (?:est|sera|c'est|doit etre))*(?: ?[:=])? (?!(?:s'il|svp|et|pour|aussi|obligatoire)\b)",
        ),
        (
            "redirect",
            r"(?:apres |ensuite |a la fin )?,? ?(?:envoie|redirige|renvoie|renvoyer|rediriger)(?:-les| les gens| tout le monde| les participants)?(?: ensuite)?(?: vers| sur| a)? ?(?=https?:)",
        ),
    ),
    ends=r"s'il te plait|s'il vous plait|svp|merci|plutot|a la place|stp",
    co_host=r"(?:comme |en |en tant que )?(?:la |le |un |une )?(?:co-?(?:animateur|animatrice|hote|organisateur|organisatrice|presentateur|host)s?|co-?anime[rnt]*|moderateur|moderatrice)",
    panelist=r"(?:comme |en |en tant qu(?:e |'))?(?:la |le |un |une |l'|au |dans le )?(?:intervenant[es]*|panelistes?|orateurs?|oratrices?|conferenciers?|conferencieres?|panel|presentateurs?|invites?|presente[rnt]*)",
    drop=r"(?:tout le monde |tous )?sauf|sans|enleve[rz]?|retire[rz]?|supprime[rz]?|desinvite[rz]?|(?:ne )?(?:peut|vient|sera|pourra) (?:pas|plus)(?: venir| etre la| la| participer)?|(?:n'est|est) (?:plus|pas) (?:dispo\w*|la|libre)|pas(?= \ue000)|n'y sera pas|au lieu de|a la place de",
    swap=r"(?:remplace[rz]?|echange[rz]?|change[rz]?) {one} (?:par|avec|pour|contre) {two}|(?:au lieu de|a la place de) {one},? (?:mets |mettez |c'est |prends )?{two}|{one} sort,? (?:et )?{two} entre",
    swap_back=r"{two} (?:au lieu de|a la place de|plutot que|remplace) {one}",
    adds=r"ajoute[rz]?|invite[rz]?|avec|mets|mettez|inclus|et|aussi|plus",
    also=r"aussi|egalement|en plus|ajoute[rz]?|ainsi que|et aussi",
    not_in=r"(?:pas|plus|sans|retire[rz]?|enleve[rz]?|supprime[rz]?)(?: (?:dans|sur|de|en))?",
    nowhere=r"(?:ne )?(?:l'|le )?(?:annonce|publie|poste)[rz]?(?:-le)? (?:pas|nulle part)(?: du tout)?|ne (?:l'annonce|le publie|le poste) (?:pas|nulle part)|(?:sans|pas d')annonce",
    here=r"(?:annonce|publie|poste)[rz]?(?:-le)? ici",
    announces=r"annonce[rzes]*|annonce-le|publie[rze]*|publie-le|poste[rz]?|poste-le|partage[rz]?|canal|canaux|dans|sur|en|le|la|l|plutot|au lieu|ici|et|seulement|uniquement",
    topics=(
        (
            "start_for",
            r"(?:c'est |ca fait |ce sera |il est )?(?:(?:a )?quelle heure|quand)(?: est-ce| c'est| ca fait| ca donne| ce sera)?(?: que c'est)? (?:pour|chez|a|en|au) (?:moi|lui|elle|nous|eux|\ue000|[a-z]+)|(?:ca|c'est|ce sera) (?:fait |donne )?quelle heure (?:pour|chez|a|en|au)",
        ),
        (
            "time_zone",
            r"(?:quel|quelle|dans quel|c'est quel|sur quel)\w* (?:est le |le )?(?:fuseau|heure locale|zone)|(?:c'est )?(?:l'|en )?heure (?:de|d')\w+ \?|c'est (?:a )?(?:l')?heure (?:de )?(?:paris|locale|francaise)",
        ),
        (
            "repeating",
            r"(?:se repete|repete|revient|chaque semaine|recurrent\w*|hebdomadaire|tous les|une seule fois|serie|regulier)\b.{0,20}\?",
        ),
        (
            "recording",
            r"(?:est-ce que|c'est|ce sera|sera|ca sera|va|y a|on|est).{0,25}(?:enregistre[re]?|enregistrement)\b.{0,10}\?",
        ),
        ("password", r"(?:y a-t-il|est-ce|quel|il y a|faut).{0,25}mot de passe"),
        (
            "joining",
            r"comment (?:les gens|on|ils|tout le monde|les participants|je|nous|les invites|ca)?.{0,25}(?:rejoi\w+|particip\w+|entr\w+|acced\w+|connect\w+|assist\w+|vient|viennent)|(?:ou|quel) est le lien|(?:recoivent|auront|aura|y a).{0,12}lien",
        ),
        (
            "audience",
            r"(?:est-ce|faut|c'est|doit|doivent|y a|avec ou|ouvert).{0,30}(?:inscri\w+|ouvert|public|tout le monde)\b.{0,15}\?|avec ou sans inscription",
        ),
        (
            "channels",
            r"(?:quel|quels|dans quel|dans quels|ou).{0,25}(?:canal|canaux|chaine|annonce\w*|publie\w*|poste\w*)",
        ),
        (
            "who_sees",
            r"qui (?:peut|va|pourra|voit|verra|a acces)(?: le| la| ca| cela)? ?(?:voir|lire|verra|consulter|modifier|ca|cela)?|(?:tout le monde|les autres|on|ils) (?:peut|peuvent|voit|voient)(?: le| ca)? ?(?:voir|lire)?.{0,10}\?",
        ),
        (
            "people",
            r"qui (?:est|sont|fait partie|anime|presente|intervient|parle|co-?anime)(?: dans| du| le| la| les| l')* ?(?:panel|intervenants?|panelistes?|co-?\w+|hote|animateurs?)?(?= ?\?|$)(?<! est)(?<! sont)",
        ),
        (
            "who_comes",
            r"qui (?:d'autre )?(?:vient|viendra|participe|sera|est|assiste|s'est|va venir|a ete)(?: la| present| inscrit| invite| d'autre)*|combien (?:de (?:personnes|gens|participants) )?(?:viennent|sont|participent|ont|se sont|d'inscrits)|qui as-tu invite",
        ),
        (
            "length",
            r"combien de temps|quelle (?:est la )?duree|(?:ca|il) dure combien|ca dure|(?:a quelle heure|quand)(?: est-ce que)? (?:ca|il)? ?(?:finit|termine|se termine)|jusqu'a quand",
        ),
        (
            "title",
            r"comment (?:ca|il|elle|est-ce que ca)? ?s'appelle|quel est le (?:titre|nom)|c'est quoi le (?:titre|nom)",
        ),
        (
            "changing_later",
            r"(?:peut|peux|pourra|pourrai|puis|possible|est-ce qu).{0,30}(?:modifi\w*|chang\w*|edit\w*|deplac\w*|annul\w*)\b.{0,20}(?:apres|plus tard|ensuite|encore|\?)|encore (?:le )?(?:modifier|changer)",
        ),
        (
            "which",
            r"(?:c'est|est-ce) (?:le |la )?(?:premier|premiere|deuxieme|second|seconde|autre|bon)|lequel|laquelle",
        ),
        (
            "settings",
            r"(?:quels|quelles|c'est quoi) (?:sont )?(?:les )?(?:parametres|reglages|options)|(?:y a|est-ce).{0,15}(?:questions|sondages|salle d'attente|chat)",
        ),
        (
            "start",
            r"(?:c'est |est-ce |ce sera )?(?:quand|a quelle heure|quel jour|quelle date)(?: est-ce| c'est| commence| ca| debute| a lieu)*",
        ),
        (
            "summary",
            r"(?:qu'est-ce que|qu'as|tu as|t'as|quoi|que|qu'avons|ou|on en est|c'est quoi).{0,20}(?:as-tu|tu as|on a|avons-nous|en est-on|en est|pour l'instant|jusqu'ici|maintenant|compris|note|deja|quoi|le brouillon|le resume|ou)(?: note| compris| jusqu'ici| pour l'instant| maintenant)*|(?:montre|montre-moi|affiche|rappelle|rappelle-moi|redis|resume|recapitule|donne|donne-moi)(?:-moi)?(?: le| la| ce| tout| un| ca| que| qu')*(?: brouillon| resume| recapitulatif| recap| details| tu as| on a| point)?|recap\w*|resume|fais le point",
        ),
    ),
    helps=(
        (
            "who_are_you",
            r"(?:tu es|es-tu|vous etes|etes-vous|t'es)(?: un| une| vraiment)*(?: robot| bot| humain\w*| personne| machine| ia| vrai\w*| programme)|qui (?:es-tu|etes-vous|tu es)|(?:je parle|c'est) (?:a )?(?:un|une) (?:robot|bot|humain|personne|machine)",
        ),
        (
            "capacity",
            r"combien de (?:personnes|participants|gens|monde|places|spectateurs)|(?:nombre )?max(?:imum|imal)?.{0,30}(?:personnes|participants|gens|places)|(?:limite|capacite)\b.{0,30}",
        ),
        (
            "cancelling",
            r"comment (?:puis-je |je peux |on peut |faire pour |peut-on |je |on )?(?:l'|le )?(?:annul\w*|supprim\w*)",
        ),
        (
            "changing",
            r"comment (?:puis-je |je peux |on peut |faire pour |peut-on |je |on )?(?:l'|le )?(?:modifi\w*|chang\w*|deplac\w*|renomm\w*|ajout\w*|edit\w*)",
        ),
        ("cost", r"(?:combien|ca|c'est).{0,10}(?:coute|gratuit|payant)"),
        (
            "usage",
            r"(?:que|qu'est-ce que) (?:peux-tu|tu peux|sais-tu|tu sais|vous pouvez|pouvez-vous)(?: faire)?|comment (?:ca marche|ca fonctionne|t'utiliser|faire|on fait|je fais|creer|tu marches)|(?:a quoi|en quoi) (?:tu |peux-tu |sers-tu|vous )|tu (?:peux faire quoi|sais faire quoi|sers a quoi|fais quoi)|(?:peux-tu|tu peux) m'aider|aide-moi",
        ),
    ),
    impossible=(
        (
            "room",
            r"(?:reserve[rz]?|trouve[rz]?|cherche[rz]?)(?:-moi|-nous)? (?:une? |la |le )?(?:petite |grande )?(?:salle(?! d'attente)|bureau|table|hotel|vol|taxi|restaurant|chambre|train|billet)",
        ),
        (
            "poll_content",
            r"sondage.{0,10}(?:sur|avec|pour|qui|demandant)|(?:cree[rz]?|ajoute[rz]?|prepare[rz]?) (?:un )?sondage",
        ),
        (
            "host_transfer",
            r"(?:mets|nomme|fais de|designe)\b.{0,20}(?:comme |l')?(?:hote|organisateur|organisatrice)\b|(?:transfere|donne|cede|passe)\b.{0,20}(?:l'organisation|la main|hote|propriete)|(?:doit|sera|devient) (?:l')?(?:hote|organisateur|organisatrice)\b",
        ),
        (
            "ask_others",
            r"(?:demande[rz]?|dis|dire|previens|prevenir|ecris|ecrire|rappelle[rz]?|informe[rz]?)(?: a| au| aux| a la| l'| les| le| mon| mes| notre| la| tous)* ?(?:equipe|collegues|autres|gens|chef|tout le monde|groupe|canal|\ue000|participants|eux)\b",
        ),
        (
            "free_slot",
            r"(?:est-ce que|est|sont|es-tu|y a|tout le monde).{0,40}(?:libres?|dispo\w*|occupe\w*|pris)\b.{0,10}\?|(?:trouve|cherche|propose)[rz]?(?:-moi|-nous)? (?:un )?(?:creneau|horaire)|ca (?:convient|va) (?:a tout le monde|a l'equipe)",
        ),
        (
            "clock_elsewhere",
            r"quelle heure est-il|il est quelle heure(?! pour)|quel temps fait|quel jour (?:sommes|on est|est-on)",
        ),
        (
            "recurrence",
            r"(?:tous les|toutes les|chaque|une fois par) (?:deux |2 |autre )?(?:semaines?|mois|jours?|lundis?|mardis?|mercredis?|jeudis?|vendredis?|trimestres?|ans?)\b.*|(?:rends|fais|mets).{0,15}(?:recurrent|hebdomadaire|mensuel|regulier).*|^(?:hebdomadaire|mensuel|quotidien)(?:lement)?$|repete[rz]?(?:-le| ca)? .*",
        ),
    ),
)
