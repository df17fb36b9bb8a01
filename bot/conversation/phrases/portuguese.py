"""Portuguese, as people speak about a draft."""

from typing import Final

from bot.conversation.phrases.phrases import Phrases

_IT: Final = r"(?:-o|-a| isso| ele| tudo| o (?:inicio|webinar|comeco)| a data)"
PORTUGUESE: Final = Phrases(
    code="pt",
    filler="""
    vdd pfv pff eeh hein ahn sejam
    reduz reduza diminui encurta aumenta estende alonga puxa eita poxa bora pessoal galera
    ou
    muda mude mudar mudamos passa passe passar passamos coloca coloque colocar bota bote poe ponha por o os as a ao aos na no nas nos da do das dos de em melhor nao
    sim obrigado obrigada mais cedo tarde pode podemos poderia poderiamos ser seja sera seria faz faca fazer vamos e ou mas com sem um uma meia meio hora horas h
    minutos minuto min dia dias semana semanas para pra pras pro pros desculpa desculpe perdao opa oh ah eh hm bom entao ok okay ta tudo bem agora e esta
    este isto isso essa esse antes depois ate desde entre mesmo mesma tambem so apenas ainda ja se te me meu minha nosso voce eu quero queria queremos prefiro
    dura duracao durar dure tempo comeca comecar comece inicia iniciar termina terminar termine acaba acabar titulo nome webinar rascunho data fuso horario
    manha noite vem proxima proximo seguinte outra outro vez total longo longa curto curta menos dobro erro engano perfeito claro super otimo verdade talvez fica
    ficar fique deixa deixar espera pera ir vai tem ter precisa precisamos preciso digo dizer quis assim cada todo todos chega basta suficiente adianta atrasa
    horas as marca marcar marque jogar joga joguei la ai aqui que final mudar colocar passar fazemos fazermos
    """,
    fillers=(
        r"na (?:verdade|real)",
        r"ah nao",
        r"nao,? (?:melhor|espera|desculpa)",
        r"por favor|por gentileza",
        r"quero dizer|quis dizer|quer dizer",
        r"(?:voce )?(?:pode|poderia|podia)(?: \w+r)?|podemos|da (?:pra|para)",
        r"tudo bem",
        r"(?:seria|e|fica|ficaria) melhor",
        r"acho que|penso que",
        r"que tal(?: se)?",
        r"me enganei|errei",
        r"em vez disso|no lugar disso",
        r"se (?:for possivel|puder|der)",
        r"pensando (?:bem|melhor)",
        r"deixa eu ver",
    ),
    whole={
        "confirm": (
            r"fechou|fechado|manda (?:ver|bala)|pode mandar|bora|demorou|partiu|ta valendo|mete bronca",
            r"(?:ta|esta|ficou|parece|fica|assim|isso|tudo|esse|este|me parece)(?: tudo| muito| assim| esta| ta| ja| me parece| fica)*(?: otimo| bom| bem| perfeito| certo| legal| ok| excelente| lindo| correto| certinho| joia| assim| show| maravilha| feito)+(?: assim| pra mim| para mim| como esta)*",
            r"(?:pode |ja |agora |entao |e |ok |por favor |quero |voce pode |ja pode )*(?:criar|cria|crie|confirmar|confirma|confirmo|confirmado|enviar|envia|envie|publicar|publica|salvar|salva|agendar|agenda|agende|marcar|fazer|mandar|manda|manda ver|lancar|lanca|aprovado|aprovo|fechado|combinado|pode ir|vai em frente|va em frente|segue|bora|e isso|e isso ai|e so isso|so isso|mais nada|vamos nessa|vamos la|isso mesmo|toca)(?: (?:ja|assim|agora|por favor|o webinar|o rascunho|isso|entao|esse|este|ele|ai|tudo))*",
        ),
        "agree": (
            r"sim|ok(?:ay)?|perfeito|otimo|certo|claro|ta|ta bom|esta bem|tudo bem|beleza|blz|legal|excelente|super|exato|isso|bom|show|joia|maravilha|boa|combinado|massa|bacana",
        ),
        "discard": (
            r"(?:nao |melhor |ah |bom |ja )*(?:deixa|esquece|esqueca|cancela|cancelar|cancele|descarta|descartar|descarte|apaga|apagar|apague|exclui|excluir|exclua|remove|joga fora|para|anula|larga)(?: (?:isso|tudo|pra la|para la|o (?:rascunho|webinar|assunto)|a ideia|ele|por favor|quieto|la|disso))*",
            r"(?:ja )?nao (?:quero|preciso|precisamos|queremos|precisa)(?: mais| disso| dele)*|tanto faz|nao importa|melhor nao|mudei de ideia|desisto|desisti",
        ),
        "undo": (
            r"(?:pode |por favor )*(?:desfaz(?:er)?|desfaca|reverte(?:r)?|volta(?:r)?|volte|restaura(?:r)?|recupera(?:r)?)(?: (?:isso|o ultimo|a ultima (?:mudanca|alteracao)|a ultima coisa|atras|como (?:estava|era)(?: antes)?|ao que era|o rascunho|para como estava|tras|para tras))*|como (?:estava|era)(?: antes)?|um passo atras",
        ),
        "start_over": (
            r"(?:vamos |quero |podemos |melhor |da pra )*(?:comecar|recomecar|comeca|recomeca|comecemos|recomecemos|partir|iniciar)(?: tudo)?(?: de| do| outra| por)*(?: novo| zero| comeco| inicio| vez)+|(?:vamos |quero )?(?:recomecar|recomeca|recomecemos)(?: tudo)?|(?:do|de) (?:zero|comeco|inicio)",
        ),
        "thanks": (
            r"(?:muito |muitissimo |mil )?(?:obrigad[oa]|obrigadao|brigad[oa]|brigadao|valeu|vlw|grat[oa]|agradeco|agradecid[oa])(?: mesmo| por (?:tudo|isso|sua ajuda|ajudar)| pela ajuda| demais| mais uma vez| viu)*|muito gentil|(?:so|e) isso|ate (?:logo|mais|amanha|breve|a proxima|ja)|tchau|bom (?:trabalho|dia|fim de semana)|boa noite|abraco|falou",
        ),
        "greeting": (
            r"(?:oi|ola|opa|e ai|eai|bom dia|boa tarde|boa noite|hey|alo)(?: a todos| pessoal| bot| gente| tudo bem| tudo bom)?|(?:como )(?:vai|voce esta|esta|estao|vao)(?: voce| as coisas)?|tudo (?:bem|bom|joia)(?: com voce)?|beleza",
        ),
        "wait": (
            r"(?:pera(?:i)?|espera(?: ?ai)?|um (?:momento|segundo|minuto|instante)|calma(?: ai)?|so um (?:momento|segundo|minuto|minutinho))(?: (?:um pouco|um (?:momento|segundo)|ai))?|(?:ainda )?nao (?:tenho certeza|sei)(?: ainda)?|vou pensar|vamos ver",
        ),
        "keep": (
            r"(?:nao |espera |melhor )*(?:deixa|mantem|mantenha|deixe) (?:assim|como esta)|nao (?:cancela|cancele|apaga|apague|muda|mude)(?: nada)?",
        ),
        "help": (r"ajuda|me ajuda|ajude-me|socorro",),
    },
    asks=r"(?:(?:e |ou |mas |entao |oi |ola |ok |bom |ai )*,? ?)(?:que|o que|oque|qual|quais|quando|onde|aonde|quem|como|quanto|quantos|quantas|quanta|por que|porque|a que|em que|de que|ate quando|tem|ha|e (?:pra|para|aberto|com)|esta|vai|sera)\b",
    requests=r"(?:(?:e |ou |mas |entao |oi |ola |ok |bom |otimo |perfeito |beleza )*,? ?)(?:(?:voce |vc |a gente |eu )?(?:pode|poderia|podia|podemos|poderiamos|consegue|posso|podem)|da (?:pra|para)|daria (?:pra|para)|e possivel|seria possivel|que tal se|tem como|se importa de)\b",
    states=(
        r"^ontem\b",
        r"\bnao (?:posso|vou|consigo|poderei|estou|estarei|podemos|pude|vai dar|da) (?:ir|na|no|nesta|estar|participar|hoje|amanha|poder|mais|ler|ver)?\b|\beu nao posso\b|\bnao posso\b|\b(?:estou|estarei|estamos) (?:de|em|fora|doente|ocupad\w+|livre|viajando)\b",
        r"\be (?:um )?feriado\b|\bferiado\b|\bfoi (?:movid\w|cancelad\w|adiad\w|remarcad\w)\b|^(?:lembrete|aviso|nota|info) ?[:,-]",
        r"\b(?:vou|tenho que|preciso|deixa eu|devo) (?:perguntar|ver|consultar|falar|checar|verificar|confirmar|pensar)\b|\b(?:a gente se ve|nos vemos|ate la)\b|\b(?:eu )?(?:pergunto|espero|acho que nao|aviso)\b|\b(?:ja )?tenho (?:um|uma|outro|outra|algo|compromisso)\b",
    ),
    moves=(
        (
            "scale 2",
            r"(?:o )?dobro (?:do tempo|da duracao|de tempo)|(?:dobra(?:r)?|duplica(?:r)?) (?:a )?(?:duracao|o tempo)|duas vezes mais long[oa]|o dobro",
        ),
        ("scale 0.5", r"(?:a )?metade (?:do tempo|da duracao)|a metade"),
        (
            "later",
            r"{amount} (?:mais tarde|depois|mais pra frente|mais para frente|de atraso)|(?:adia(?:r)?|adie|atrasa(?:r)?|atrase|empurra(?:r)?|empurre|posterga(?:r)?|move(?:r)?|passa(?:r)?|joga(?:r)?)"
            + _IT
            + r"?(?: em| por)? ?{amount2}(?: mais tarde| pra frente| para frente| depois)?|(?:para|pra) {amount3} depois",
        ),
        (
            "earlier",
            r"{amount} (?:mais cedo|antes)|(?:adianta(?:r)?|adiante|antecipa(?:r)?|antecipe)"
            + _IT
            + r"?(?: em)? ?{amount2}",
        ),
        (
            "longer",
            r"(?:mais )?{amount} (?:a mais|mais(?! tarde| cedo| pra| para)(?: long[oa])?|adicionais|extras?)|(?:adiciona(?:r)?|adicione|acrescenta(?:r)?|acrescente|aumenta(?:r)?|aumente|estende(?:r)?|estenda|prolonga(?:r)?|prolongue|alonga(?:r)?|poe mais|coloca mais|bota mais)(?: em| por)? ?{amount2}(?: a mais| mais)?|mais {amount3}",
        ),
        (
            "shorter",
            r"{amount} (?:a menos|menos|mais curt[oa])|(?:encurta(?:r)?|reduz(?:ir)?|diminui(?:r)?|corta(?:r)?|tira(?:r)?|encurte|reduza|diminua)(?: em)? ?{amount2}",
        ),
        (
            "next_week",
            r"(?:(?:n[oa] )?mesm[oa] (?:horario|hora),? )?(?:para |pra |na |a |da )?(?:semana (?:que vem|seguinte|proxima|q vem)|(?:proxima|seguinte) semana)(?:,? (?:n[oa] )?mesm[oa] (?:horario|hora))?",
        ),
        ("weeks -1", r"(?:na |a )?semana (?:anterior|passada|antes)"),
        ("days 1", r"(?:no |o |para o |pro )?(?:dia (?:seguinte|depois|posterior)|outro dia)"),
        ("days -1", r"(?:no |o |na |para o |pro )?(?:dia (?:anterior|antes)|vespera)"),
        ("weekday_after", r"(?:na |no |a |o )?{weekday}(?:-feira)? (?:seguinte|depois)"),
        ("weekday_before", r"(?:na |no |a |o )?{weekday}(?:-feira)? (?:anterior|antes)"),
        (
            "end",
            r"(?:que |e |vai |deve )*(?:ate|termina(?:r)?|termine|acaba(?:r)?|acabe|encerra(?:r)?|fim|finaliza(?:r)?)(?: la pelas| por volta d[ae]s?)? ?{clock}",
        ),
        (
            "own_zone",
            r"(?:no |em |usa )?(?:meu|nosso) (?:proprio )?(?:fuso(?: horario)?|horario)(?: local)?|horario local",
        ),
        ("zone_word", r"(?:o |no )?fuso(?: horario)?(?: e| seja| de)?"),
    ),
    settings=(
        ("password", None, r"(?:sem|tira a|remove a|retira a) senha"),
        (
            "recording_enabled",
            False,
            r"(?:sem|nao (?:quero|precisa de|tera)) (?:a )?(?:gravacao|gravacoes)|nao (?:e (?:pra|para) )?(?:grav[ae]r?|grava-lo)|gravacao ?:? ?(?:nao|desligada|desativada)|desativa(?:r)? a gravacao|nao gravar",
        ),
        (
            "recording_enabled",
            True,
            r"(?:com |ativa(?:r)? (?:a )?)?gravacao(?: ?:? ?(?:sim|ligada|ativada|por favor))?|(?:pode |e (?:pra|para) )?grav(?:a|e|ar)(?: tudo| isso| o webinar)?",
        ),
        (
            "qna_enabled",
            False,
            r"(?:que )?ninguem (?:faz|faca|pode fazer) perguntas?|ninguem pergunta|(?:sem|nao (?:quero|tera)|desativa(?:r)?) (?:as |o )?(?:perguntas(?: e respostas)?|q ?(?:&|e) ?[ar])|perguntas ?:? ?nao",
        ),
        (
            "qna_enabled",
            True,
            r"(?:com|ativa(?:r)?|permite|habilita(?:r)?) (?:as |o )?(?:perguntas(?: e respostas)?|q ?(?:&|e) ?[ar])",
        ),
        (
            "polls_enabled",
            False,
            r"(?:sem|nao (?:quero|tera)|desativa(?:r)?) (?:as )?(?:enquetes|votacoes|pesquisas)|enquetes ?:? ?nao",
        ),
        (
            "polls_enabled",
            True,
            r"(?:com|ativa(?:r)?|permite|habilita(?:r)?) (?:as )?(?:enquetes|votacoes|pesquisas)",
        ),
        ("panelist_waiting_room", False, r"(?:sem|desativa(?:r)? a) sala de espera"),
        (
            "panelist_waiting_room",
            True,
            r"liga(?:r)? a sala de espera|sala de espera (?:ligada|ativada)|(?:com|ativa(?:r)?(?: a)?|coloca(?: uma)?|adiciona(?: uma)?) (?:a |uma )?sala de espera",
        ),
        (
            "attendee_authentication",
            "AuthenticatedCoworker",
            r"(?:so|somente|apenas) (?:para |pra )?(?:os |nossos )?(?:colegas|funcionarios|colaboradores|internos|pessoal da empresa|empregados)(?: (?:podem|possam) (?:participar|entrar))?|(?:so|somente|apenas) (?:para |pra )?(?:quem (?:e|trabalha|for) [dn]a (?:empresa|firma|casa)|a empresa|nossa empresa|gente da empresa)|so interno",
        ),
        (
            "attendee_authentication",
            "Guest",
            r"aberto (?:a|para|pra) (?:todos|todo mundo|qualquer um)|aberto (?:a|ao|aos|para|pra) (?:convidados|publico|externos|clientes)|(?:deixa|torna|torne) (?:isso |ele )?publico|publico(?= ?$)|qualquer (?:um|pessoa) pode (?:participar|entrar)",
        ),
    ),
    registration=(
        (
            False,
            r"(?:sem|nao (?:precisa|requer|exige|e necessari[ao])(?: de)?|tira (?:a|o)|remove (?:a|o)|retira (?:a|o)) ?(?:a |o )?(?:inscricao|inscricoes|registro|cadastro|se inscrever|se registrar)(?: (?:previa|obrigatoria|necessaria))*|(?:inscricao|registro) ?:? ?nao|ninguem precisa se (?:inscrever|registrar|cadastrar)|(?:como )?all[- ]?hands",
        ),
        (
            True,
            r"(?:que )?(?:as pessoas|todos|o pessoal|os participantes|a galera)? ?se (?:inscrevam?|registrem?|cadastrem?)(?: antes)?|(?:(?:com|adiciona|coloca|ativa|precisa de|exige|pede|vai ser com|vai ter|tera|requer) )?(?:a |o |uma )?(?:inscricao|inscricoes|registro|cadastro)(?: (?:previa|previo|obrigatoria|obrigatorio|necessaria|por favor|sim|aberta))*(?: ?: ?sim)?|(?:as pessoas|todos|todo mundo|os participantes|a galera|elas|eles)?(?: ?(?:precisam|precisa|devem|deve|tem|terao|vao|tem que|devem)(?: que| de)?)? ?(?:se )?(?:inscrever(?:em)?|registrar(?:em)?|cadastrar(?:em)?|inscrevam|registrem)(?:-se)?(?: antes| primeiro| previamente)*|evento com (?:registro|inscricao)|registered event",
        ),
    ),
    labels=(
        (
            "title",
            r"(?:por favor |pode |voce pode |melhor )*(?:(?:chama|chame|chamar|chama-lo|nomeia|nomeie|intitula|renomeia|renomear|renomeie|batiza)(?: (?:de|o webinar|ele|isso|para|pra|esse|o titulo))*|(?:muda|mude|mudar|troca|trocar|troque|altera|alterar|altere|atualiza)(?:-o)? (?:o )?(?:titulo|nome)(?: para| pra| por| de)?|(?:o |com o )?(?:novo )?(?:titulo|nome|tema)(?: (?:e|sera|seja|vai ser|deve ser|fica|seria))*(?: ?:)?|(?:que )?(?:se chama|vai se chamar|deve se chamar|chama-se)(?: agora)?) ?:? ",
        ),
        (
            "description",
            r"(?:por favor )?(?:(?:adiciona|coloca|poe|muda|bota) )?(?:(?:de|como|a|uma|com a) )*(?:descricao|resumo)(?: (?:e|sera|seja|deve ser|para|dizendo))*(?: ?[:=-])? ",
        ),
        (
            "password",
            r"(?:(?:coloca|poe|bota|adiciona|com|usa)(?: a| uma)? |a |de )*senha(?: (?:e|sera|seja|deve ser))*(?: ?[:=])? (?!(?:por|e|para|pra|tambem)\b)",
        ),
        (
            "redirect",
            r"(?:depois |no final )?,? ?(?:envia|redireciona|manda|leva|encaminha)(?:-os)?(?: todos| as pessoas| o pessoal)?(?: depois)?(?: para| pra)? ?(?=https?:)",
        ),
    ),
    ends=r"por favor|obrigad[oa]|melhor|entao|pfv|pf",
    co_host=r"(?:de |como |e |sera |vai ser )?(?:o |a |um |uma )?(?:co-?anfitri\w+|co-?organizador\w*|co-?apresentador\w*|co-?hosts?|moderador\w*)",
    panelist=r"(?:de |como |no |ao |e |sera |vai ser |sao )?(?:o |a |os |um |uma )?(?:palestrantes?|panelistas?|painelistas?|painel|oradora?e?s?|convidad[oa]s?|apresentadora?e?s?)|apresentam?|vai apresentar|vao apresentar|fala|vai falar|da a palestra",
    drop=r"(?:todos|todo mundo) (?:menos|exceto)|exceto|sai(?: fora)?|sem|tira(?:r)?|remove(?:r)?|retira(?:r)?|exclui(?:r)?|nao (?:pode|vem|vai|podera|consegue)(?: vir| poder| participar| mais| ir)*|desconvida|em vez de|no lugar de|menos",
    swap=r"(?:troca|trocar|troque|substitui|substituir|substitua)(?: o| a)? {one} (?:por|pelo|pela|com)(?: o| a)? {two}|(?:em vez d[eoa]|no lugar d[eoa]) {one},? (?:coloca |bota |poe |vai )?(?:o |a )?{two}|(?:sai {one},? (?:e )?entra {two}|{one} sai,? (?:e )?entra {two})",
    swap_back=r"{two} (?:em vez de|no lugar de|em vez do|em vez da|no lugar do|no lugar da|substitui) {one}",
    adds=r"adiciona(?:r)?|coloca(?:r)?|convida(?:r)?|inclui(?:r)?|com|poe|bota|e|tambem|chama|acrescenta",
    also=r"tambem|alem disso|igualmente|adiciona|acrescenta|e no|e em",
    not_in=r"(?:nao|sem|tira|remove|retira)(?: (?:no|na|em|de|do))?",
    nowhere=r"nao (?:anuncia|anuncie|publica|publique|divulga|divulgue)(?: em lugar nenhum| em nenhum canal| nada)?|sem anuncio|nenhum canal",
    here=r"(?:anuncia|publica|divulga) aqui",
    announces=r"anuncia(?:r)?|anuncie|anuncio|publica(?:r)?|publique|divulga(?:r)?|divulgue|compartilha(?:r)?|posta(?:r)?|canal|canais|no|na|em|o|a|melhor|vez|lugar|so|e|so",
    topics=(
        (
            "start_for",
            r"(?:que horas?|quando|qual horario) (?:e|seria|sera|sao|fica|e isso)(?: isso)? (?:para|pra|em|no|na) (?:mim|ele|ela|nos|eles|\ue000|[a-z]+)|que horas (?:sao|seria|da) (?:para|pra|em|no|na)",
        ),
        (
            "time_zone",
            r"(?:que|qual|em que)\w*(?: e)?(?: o)? (?:fuso|horario e esse|hora local)|(?:e|esta n[oa]) (?:horario|hora) (?:de|local)",
        ),
        (
            "repeating",
            r"(?:se repete|repete|recorrente|semanal|toda semana|uma vez so|uma unica vez|serie).{0,15}\?",
        ),
        ("recording", r"(?:vai|sera|esta|tem|fica|e).{0,20}(?:grava\w*|gravad\w*|gravacao)\b.{0,10}\?"),
        ("password", r"(?:tem|ha|qual|que|precisa).{0,25}senha"),
        (
            "joining",
            r"como (?:as pessoas|o pessoal|todos|a gente|os participantes|eles|eu|elas|entra\w*|participa\w*|acessa\w*|e que).{0,30}|(?:qual|onde) (?:e|esta) o link|(?:tem|recebem|vai ter|havera).{0,12}link",
        ),
        (
            "audience",
            r"(?:e|tem|precisa|tem que|requer|com ou).{0,30}(?:inscri\w+|regist\w+|cadastr\w+|aberto|publico)\b.{0,15}\?|com ou sem (?:inscricao|registro)",
        ),
        (
            "channels",
            r"(?:que|qual|quais|onde|em que|em quais?).{0,25}(?:canal|canais|anunci\w*|publica\w*|divulga\w*)",
        ),
        (
            "who_sees",
            r"quem (?:pode|podem|vai|consegue|tem|ve|vera|mais)(?: poder)? ?(?:ver|ler|acesso|editar|mudar|isso|ve)?|(?:todos|outros|todo mundo) (?:podem|pode|consegue\w*|ve\w*)",
        ),
        (
            "people",
            r"quem (?:e|sao|esta|estao|apresenta|fala|modera)(?: no| o| a| os)? ?(?:painel|palestrantes?|panelistas?|anfitri\w+|co-?\w+|apresentador\w*)?(?= ?\?|$)(?<! e)(?<! sao)",
        ),
        (
            "who_comes",
            r"quem (?:mais )?(?:vem|vai|participa|esta|se|foi|vao)(?: vir| participar| inscrit\w*| convidad\w*| inscreveu| registrou)*|quant[oa]s (?:pessoas )?(?:vem|vao|tem|se|participam|estao)|quem voce convidou",
        ),
        (
            "length",
            r"quanto tempo|qual (?:e )?a duracao|(?:que horas|quando) (?:termina|acaba)|ate (?:quando|que horas)|dura quanto",
        ),
        ("title", r"como (?:se chama|chama)|qual (?:e )?o (?:titulo|nome)|que (?:titulo|nome)"),
        (
            "changing_later",
            r"(?:posso|podemos|da pra|da para|pode|ainda|e possivel).{0,30}(?:mud\w*|alter\w*|edit\w*|modific\w*|cancel\w*|mover)\b.{0,20}(?:depois|mais tarde|ainda|\?)",
        ),
        ("which", r"(?:e|esse e) (?:o|a) (?:primeir[oa]|segund[oa]|outr[oa])|qual (?:deles|delas|dos)"),
        (
            "settings",
            r"(?:quais sao (?:as|os)|que) (?:configuracoes|opcoes|ajustes)|(?:tem|ha|vai ter).{0,15}(?:perguntas|enquetes|sala de espera|chat)",
        ),
        (
            "start",
            r"(?:e )?(?:quando|que horas|a que horas|que dia|que data)(?: e| era| comeca| sera| seria| fica)?",
        ),
        (
            "summary",
            r"(?:o )?que (?:voce |vc |a gente |nos |eu )?(?:tem|temos|ha|entendeu|anotou|ja tem|sabe|esta|consta|diz|ficou)(?: ate agora| agora| por enquanto| ate aqui| ate o momento| no rascunho| anotado| ai)*|(?:mostra|mostre|me mostra|me mostre|da|me da|me diz|diz|repete|resume|recapitula|me passa)(?: o| a| um| me| que| tudo| esse)*(?: rascunho| resumo| detalhes| tem| ha| estado)?|resumo|como (?:ficou|esta|ta|fica|vai)(?: o rascunho| tudo| agora)?|onde (?:estamos|paramos)",
        ),
    ),
    helps=(
        (
            "who_are_you",
            r"(?:voce|vc|tu|es|isso)(?: e| es)?(?: um| uma| mesmo| de verdade)*(?: robo| bot| human\w+| pessoa| maquina| ia| real| programa)|quem (?:e|es) (?:voce|vc|tu)|(?:estou falando|falo) com",
        ),
        (
            "capacity",
            r"quant[oa]s (?:pessoas|participantes|gente|vagas|lugares|convidados)(?! vem| vao)|(?:maximo|limite|capacidade|lotacao).{0,40}",
        ),
        (
            "cancelling",
            r"como (?:eu |a gente |posso |faco (?:para|pra) |e que |se )*(?:cancel\w*|exclu\w*|apag\w*|remov\w*)",
        ),
        (
            "changing",
            r"como (?:eu |a gente |posso |faco (?:para|pra) |e que |se )*(?:mud\w*|alter\w*|edit\w*|modific\w*|mover\w*|renome\w*|adicion\w*)",
        ),
        ("cost", r"quanto custa|e (?:gratis|gratuito)|e de graca"),
        (
            "usage",
            r"(?:o )?que (?:voce|vc|tu|mais voce) (?:pode|consegue|sabe|faz)(?: fazer)?|como (?:funciona|voce funciona|(?:eu )?uso|usar|faco|comeco|crio|posso (?:criar|usar|comecar))|para que (?:serve|voce serve)|pra que (?:serve|voce serve)|(?:em que|no que) (?:voce )?pode (?:me )?ajudar|(?:voce )?pode me ajudar|me ajuda|o que (?:devo|tenho que|preciso) (?:dizer|fazer|escrever)",
        ),
    ),
    impossible=(
        (
            "room",
            r"(?:reserva|reservar|reserve|procura|encontra|arruma)(?:-me)?(?: pra mim)? (?:uma?|a|o) (?:sala(?! de espera)|escritorio|mesa|hotel|voo|taxi|restaurante|quarto|passagem)",
        ),
        (
            "poll_content",
            r"enquete.{0,10}(?:sobre|com|para|perguntando)|(?:cria|prepara|adiciona|faz|coloca)(?:r)? uma enquete",
        ),
        (
            "host_transfer",
            r"(?:faz|coloca|poe|torna|nomeia)\b.{0,20}(?:como |de |o )?(?:anfitri(?:ao|a)|organizador\w*)\b|(?:transfere|passa|cede)\b.{0,25}(?:anfitri\w*|organizacao|posse)|(?:seja|sera|vai ser|deve ser) (?:o |a )?(?:anfitri(?:ao|a)|organizador\w*)",
        ),
        (
            "ask_others",
            r"(?:pergunta(?:r)?|pergunte|diz|diga|avisa(?:r)?|avise|escreve|escreva|lembra|lembre|informa|informe)(?: para| pra| ao| aos| a| o| os| pro| pros)* ?(?:meu |minha |meus |nosso )?(?:time|equipe|colegas|outros|pessoal|chefe|todos|grupo|canal|\ue000|participantes|galera)\b",
        ),
        (
            "free_slot",
            r"(?:esta|estao|ta|tem|ha|ainda|todos).{0,40}(?:livres?|disponive(?:l|is)|ocupad[oa]|vago)\b|(?:procura|encontra|sugere)(?:r)? (?:um |outro )?(?:horario|espaco)|(?:serve|da|funciona) (?:para|pra) (?:todos|o time|a equipe)",
        ),
        ("clock_elsewhere", r"que horas sao(?! para| pra)|como esta o tempo|que dia e hoje"),
        (
            "recurrence",
            r"(?:cada|toda|todo|todas as|todos os) (?:duas |2 |dia )?(?:semanas?|mes|meses|dias?|segundas?|tercas?|quartas?|quintas?|sextas?|trimestre)\b.*|(?:faz|deixa|coloca|torna).{0,15}(?:recorrente|semanal|mensal|periodico).*|^(?:semanal|mensal|diario)(?:mente)?$|(?:repete|repita)\b.*",
        ),
    ),
)
