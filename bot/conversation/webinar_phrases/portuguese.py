"""Portuguese, as people speak about webinars that exist."""

from typing import Final

from bot.conversation.webinar_phrases.phrases import WebinarPhrases

_NOUN: Final = r"(?:webinars?|webinarios?|eventos?|sess(?:ao|oes)|seminarios?)"
PORTUGUESE: Final = WebinarPhrases(
    code="pt",
    lead=r"(?:(?:oi|ola|bom dia|boa tarde|ok|e|tambem|entao|agora|por favor|ah|oh|espera|desculpa|obrigad[oa]|certo|perfeito|beleza|alias)[ ,.!:]+)*(?:(?:(?:voce )?(?:pode|poderia|consegue)|(?:voce )?podes|podemos|da pra|da para|(?:quero|queria|queremos|preciso|precisamos|gostaria|gostariamos|temos que|tenho que|tenho de)(?: de| que)?|vamos)(?: por favor| tambem)* )?(?:(?:por favor|tambem) )*",
    actions=(
        ("duplicate", r"(?:duplic\w*|copi[ae]\w*|clon\w*|repet\w*|repit\w*)\b"),
        (
            "registration",
            r"(?:abr\w+|fech\w+|reabr\w+|encerr\w+)(?: as?| o)? (?:inscric(?:ao|oes)|registros?)\b",
        ),
        (
            "remind",
            r"(?:(?:me |nos )?lembr\w*|avis\w+|(?:mand|envi)\w+\b(?=.*\blembrete)|(?:coloca|muda|tira)\w* (?:um |o |os )?lembretes?)\b",
        ),
        (
            "rename",
            r"(?:renomei\w*|renome\w*|intitul\w*)\b|(?:mud\w*|troc\w*|alter\w*|coloc\w*|edit\w*)(?: o)? (?:titulo|nome)\b|cham\w+\b(?= (?:o |a )?■)",
        ),
        ("cancel", r"(?:cancel\w*|desmar[cq]\w*|suspend\w*|exclu\w*|apag\w*|delet\w*|anul\w*)\b"),
        ("announce", r"(?:anunci\w*|divul[gq]\w*|publi[cq]\w*|compartilh\w*|post\w*)\b"),
        (
            "panel",
            r"(?:adicion\w*|acrescent\w*|convid\w*|coloc\w*|tir\w*|remov\w*|substitu\w*|inclu\w*|bot[ae]\w*|poe)\b(?=.*(?:\ue000|painel|palestrante|panelista|co-?anfitri|co-?host))",
        ),
        (
            "change_length",
            r"(?:along\w*|encurt\w*|estend\w*|prolong\w*|aument\w*|reduz\w*|diminu\w*)\b|(?:mud\w*|alter\w*)(?: a)? duracao\b",
        ),
        (
            "move",
            r"(?:faz\w*)\b(?= ■)|(?:mov[ae]\w*|mud[ae]\w*|remar[cq]\w*|reagend\w*|adi[ae]\w*|antecip\w*|atras\w*|pass[ae]\w*|transf\w*|posterg\w*|empurr\w*|jog[ae]\w*)\b|(?:troc\w*|alter\w*)(?: a| o)? (?:data|hora|horario|dia)\b",
        ),
        (
            "edit",
            r"(?:edit\w*|adicion\w*|acrescent\w*|alter\w*|modific\w*|atualiz\w*|ajust\w*|corri[gj]\w*|troc\w*|coloc\w*|deix\w*|faz\w*|faca|ativ\w*|desativ\w*|grav\w*)\b",
        ),
    ),
    topics=(
        (
            "host_link",
            r"\b(?:link|url)(?: de| do| da| para| como)?(?: o| a)? ?(?:anfitriao|anfitria|host|organizador\w*|inicio|iniciar|apresentador)\b",
        ),
        ("recording", r"\b(?:gravacao|gravacoes|video|replay)\b|(?:foi|esta|sera|vai ser) gravad[oa]\b"),
        (
            "who_registered",
            r"(?:quem|quant[oa]s|alguem|lista|mostr\w*|tem|ha|que pessoas).*\b(?:inscrit[oa]s?|inscric(?:ao|oes)|inscrev\w+|registrad[oa]s?|cadastrad[oa]s?|registr\w+)\b",
        ),
        (
            "who_comes",
            r"(?:quem|quant[oa]s(?: pessoas)?)(?: mais| todos| pessoas| e que)* ?(?:vem|vai|vao|vira|virao|particip\w*|confirm\w*|comparec\w*|foi convidad\w*)\b|lista de (?:convidados|participantes)",
        ),
        (
            "link",
            r"\b(?:link|url|pagina)(?: de (?:acesso|entrada|inscricao|registro|participacao)| para (?:entrar|participar|se inscrever))?\b.*(?:■|webinar|sessao)|(?:mand\w*|envi\w*|me passa|passa|reenvi\w*|qual e|cade|onde esta|compartilh\w*)(?: me| pra mim)?(?: o| um)? (?:link|url)\b|como (?:entro|entramos|se entra|me inscrevo|faco para entrar|acesso|participo)\b",
        ),
        (
            "list",
            r"(?:qua(?:l|is)|que)(?: [a-z]+){0,3} (?:webinars|webinarios|eventos|sessoes)\b|quais sao (?:os )?(?:meus|nossos|os)|(?:lista\w*|mostr\w*|me da|diz|ver|exib\w*)(?: me| pra mim)?(?: [a-z]+){0,4} (?:webinars|webinarios|eventos|sessoes)\b|^(?:meus |nossos |todos |os |proximos )*(?:webinars|webinarios)$|o que (?:tem|tenho|temos|vem|ha|esta)(?: [a-z]+){0,4}(?: planejado| agendado| marcado| programado| essa semana| esta semana| semana que vem| hoje| amanha| semana)|(?:tenho|temos|tem|ha)(?: [a-z]+){0,3} (?:webinars?|webinarios?)\b|quantos (?:webinars|webinarios)\b",
        ),
        (
            "status",
            r"\b(?:status|situacao|estado)\b(?: (?:de|do|da)\b|.*■)|como (?:esta|vai|anda|ficou)\b.*(?:■|webinar)|(?:detalhes|informac(?:ao|oes)|infos?)(?: sobre| de| do| da)?\b.*(?:■|webinar)|(?:mostr\w*)(?: me)?(?: o| a)? ■|■ (?:ainda|esta|foi) .*(?:de pe|cancelad\w|lotad\w|confirmad\w)",
        ),
        (
            "when",
            r"\bquando\b.*(?:■|webinar|webinario|evento|sessao|o |a |meu |minha |nosso|proxim)|(?:a )?que horas?\b.*(?:■|webinar|webinario|o |a |meu |proxim)|que dia\b.*(?:■|webinar|o |a |meu )|(?:qual|quando) e (?:o |a )?(?:meu|nosso|minha) (?:proxim[oa])|\b(?:meu|nosso) proximo (?:webinar|webinario)$|quanto tempo (?:dura|vai durar)\b.*■",
        ),
    ),
    how=r"(?:(?:oi|ola|ok|e|mas)[ ,]+)*como (?:eu |a gente |que )?(?:posso|podemos|se|faco|fazemos|cancelo|mudo|edito|movo|apago|altero|renomeio|faz)\b",
    determiner=r"(?:o|a|os|as|meu|minha|meus|nosso|nossa|este|esta|esse|essa|do|da|ao|no|na|pro|pra)",
    noun=_NOUN,
    pronoun=r"(?:ele|ela|isso|esse|este|o|a|esse webinar|este webinar)",
    it="isso",
    indefinite=r"um|uma|outro|outra|novo|nova",
    new_name=r"para|pra|por|como|a|:",
    close=r"por favor|pf|obrigado|obrigada",
    modal=r"(?:deve|deveria|tem que|precisa|vai|para|pra|→|->)",
    shortens=r"encurt|reduz|diminu",
    length_to=r"para|pra",
    away=r"de|da|do|desde",
    next_one=rf"(?:meu|nosso|o|do|ao|minha) (?:proxim[oa]) {_NOUN}",
    to=r"(?:para|pra|pras|pro|pros|ate)",
    negation=r"nao (?=[a-z])",
    advances=r"adiant|antecip",
    months={"(?:este|esse|neste) mes": 0, "(?:o |no )?(?:proximo mes|mes que vem)": 1},
    weeks={
        r"(?:esta|essa|nesta|nessa) semana": (0, 6),
        r"(?:na |a )?(?:semana que vem|proxima semana|semana seguinte)": (7, 13),
        r"(?:este|esse|no|neste) (?:fim|final) de semana": (5, 6),
    },
    before=r"(?:antes|de antecedencia)",
    registration_of_mine=r"(?:minha|meu) (?:inscricao|registro|vaga|presenca)",
)
