"""English, as people speak about a draft."""

from typing import Final

from bot.conversation.phrases.phrases import Phrases

_IT: Final = r"(?: it| this| that| them| everything| the (?:start|thing|webinar|session|event|time|date|meeting|whole thing))"
_SET: Final = r"(?:turn|switch|set|put|keep|leave)"
ENGLISH: Final = Phrases(
    code="en",
    filler="""
    safer easier nicer
    erm err uhm umm uhh looks look sounds sound suit
    w gonna lemme ya yall guess reckon u ur
    make move push shift change set put reschedule postpone delay do have start starts starting begin begins end ends finish let
    lets s it its this that the a an to for at on by from of in into until till back up down forward ahead and or but so
    with instead rather better actually then now no not yes yeah yep ok okay sure sorry sry please pls plz thanks thank you lot
    hmm hm uh um oh ah aw ay eh well wait just maybe perhaps could can we i d ll m ve re would should how about what works work
    fine good great me us same time day days date hour hours hr hrs minute minutes min mins half quarter week weeks later
    earlier sooner longer shorter more less only if possible webinar draft one meant mean is be want wanted need needs prefer
    too also use try take switch go update will long am pm my our hi hey hello cool nice perfect alright right nah nope lol
    oops whoops my bad scratch correction instead bit little sharp oclock clock keep going think guess they them he she there as well though after all
    else maybe even still yet each all total plenty enough will ll did does was were wont dont edit edited field fields option
    options runs run last lasts lasting takes take took needs plan planned session event meeting call slot again really
    gonna wanna gotta ideally preferably definitely probably new different other another both everyone everybody people
    attendees team thing fits suits than starting kick off begins length duration title name titled named called afternoon
    morning evening noon tonight when where shall lets us cut bring protect protected forward down use keep open hers him her them his put remains than fewer do doing done say says said saying got get either or
    """,
    fillers=(
        r"i (?:meant?|think|guess|believe)",
        r"let'?s (?:say|do|make it|go with|go for|keep)",
        r"how about",
        r"what about",
        r"never ?mind(?: that)?",
        r"nvm",
        r"scratch that",
        r"my (?:mistake|bad)",
        r"on second thou?ghts?",
        r"come to think of it",
        r"if (?:that'?s )?possible",
        r"if you can",
        r"would be (?:better|great|nice|good)",
        r"works? (?:better|best|for (?:me|us|everyone))",
        r"that'?s (?:better|wrong|not right)",
        r"(?:can|could|would|will) (?:you|we|i)",
        r"i(?:'d| would) (?:like|rather|prefer)(?: to)?",
        r"as (?:well|a)",
        r"this time",
        r"at the (?:end|start|beginning)",
        r"of course",
        r"in fact",
        r"oh (?:wait|no)",
        r"(?:hold|hang) on",
        r"no,? wait",
        r"ah,? no",
        r"and then",
        r"for (?:this|it|that|all)",
        r"by the way",
        r"btw",
        r"tbh",
        r"fyi",
        r"kind of",
        r"a bit",
        r"if you don'?t mind",
        r"we'?ll need",
        r"will do",
        r"is (?:plenty|enough|fine|ok|okay)",
    ),
    whole={
        "confirm": (
            r"(?:ship|send) it|go go go|hit it|let'?s roll|bring it on|full speed ahead|make it so",
            r"(?:it |this |that |everything |all )?(?:looks|look|sounds|is|seems|it'?s|that'?s) (?:really |very |pretty |all |so )?(?:good|great|fine|perfect|right|correct|ok|okay|awesome|excellent|lovely|amazing)(?: (?:to me|like that|as (?:it )?is|now|this way))?",
            r"(?:you can |please |let'?s |i'?d like to |go ahead(?: and)? |now |just |and |pls )*(?:create|make|book|schedule|set up|submit|publish|send|finali[sz]e|confirm|ship|save|launch|post)(?: this one| that one| the (?:first|second|last) one| the (?:draft|webinar|event|thing)| it| this| that| them)?(?: out| up| off| now| for me| like that| like this| as is| then)*",
            r"go (?:for it|ahead)(?: with (?:it|this|that|the (?:first|second) one))?|go ahead|(?:let'?s )?do (?:it|this|that)|let'?s go(?: ahead)?(?: with (?:it|this|that|the (?:first|second|last) one|this one))?|all set|good to go|we(?:'re| are) (?:good|all set|done)|i'?m happy(?: with (?:it|this|that))?|happy with (?:it|this|that)",
            r"lgtm|approved?|confirmed|that'?s (?:it|all|everything|right|correct|the one)|that is (?:it|all|everything)|(?:that |this )?(?:will|'ll) do(?: it| nicely)?|works for me|all good|ready|done|nailed it|spot on|exactly|go",
            r"(?:this|that) (?:works|is (?:it|what i (?:want|wanted|need)))|no (?:more |further |other )?changes(?: needed)?|nothing (?:else|more)|keep it (?:like|as) (?:this|that|it is|is)|make it (?:real|so|happen)|(?:pull|press) the trigger",
        ),
        "agree": (
            r"yes|yep|yeah|yup|sure|ok(?:ay)?|k|perfect|great|super|awesome|excellent|cool|nice|fantastic|wonderful|lovely|brilliant|amazing|fine|good|right|correct|alright",
        ),
        "discard": (
            r"(?:i'?d |i would )?rather not|(?:never ?mind|nvm|forget|scrap|drop|discard|delete|cancel|bin|kill|trash|ditch|abandon|throw away|remove|get rid of|dump|stop|abort)(?: about)?(?: it| this| that| them| the (?:whole |entire )?(?:thing|draft|webinar|idea|event)| this draft| all of (?:it|this))?(?: all)?(?: away| then| please| again| altogether| entirely| completely)*",
            r"never ?mind(?: (?:it|this|that|about it|then|after all))?|scratch (?:that|the|this) (?:idea|draft|webinar|whole thing|plan)|pull the plug|(?:i |we )?(?:don'?t|do not) (?:need|want) (?:it|this|that|one|a webinar)(?: any ?more| after all| anymore)*|no need(?: any ?more)?|(?:i(?:'ve| have)? |we(?:'ve| have)? )?changed (?:my|our) minds?|let'?s not(?: do (?:it|this|that))?(?: after all)?|call it off|forget (?:it|about it|that)|throw it away",
        ),
        "undo": (
            r"(?:can you |could you |please |pls )*(?:undo|revert|roll back|take back|reverse)(?: it| that| this| the (?:last|previous) (?:change|one|edit|thing|step)| my last change| what i just (?:said|did)| the last thing i said)?(?: again)?",
            r"(?:please )?(?:change|put|set|take) (?:it|that) back(?: (?:to (?:how|what|the way) it was|as it was|again))?|go back(?: one step| to (?:how|what) it was(?: before)?)?|back to (?:how|what) it was(?: before)?|(?:bring|get) (?:it|that|the draft) back|restore (?:it|that|the draft)",
        ),
        "start_over": (
            r"(?:let'?s |can we |i want to |please )*(?:start|begin)(?: all)? (?:over|again|anew|afresh|fresh|from (?:scratch|the (?:beginning|start|top)))(?: again)?|(?:from scratch|reset|clean slate|start a new one|back to square one)",
        ),
        "thanks": (
            r"(?:many |thanks|thank you|thank u|thx|ty|tysm|cheers|ta|much appreciated|appreciate it|appreciated|you'?re the best|you rock|great job|good job|well done|good bot|nice work|lifesaver)(?: (?:a lot|so much|very much|a bunch|a ton|again|everyone|all|bot|man|mate|for (?:that|this|your help|the help|everything|now)|you|thanks))*",
            r"(?:that'?s|this is) (?:very |really |so )?(?:helpful|kind|kind of you|great help)|see you(?: (?:tomorrow|later|soon|then|there|around))?|bye(?: bye)?|goodbye|have a (?:good|great|nice) (?:day|one|weekend|evening)|good ?night|ttyl",
        ),
        "greeting": (
            r"(?:hi|hello|hey|hiya|howdy|yo|morning|good (?:morning|afternoon|evening|day)|greetings)(?: (?:there|bot|webinars|all|everyone|again|team))?|how(?:'s| is) it going|how are (?:you|things)(?: (?:today|doing))?|how do you do|what'?s up|sup|you there|are you there|long time no see|happy (?:monday|friday)|nice to meet you",
        ),
        "wait": (
            r"(?:wait|hang on|hold on|hold up|one sec(?:ond)?|just a (?:sec(?:ond)?|moment|minute)|give me a (?:sec(?:ond)?|moment|minute))(?: a (?:sec(?:ond)?|moment|minute|bit))?|(?:i'?m )?not (?:so )?sure(?: yet)?|idk|dunno|(?:i )?don'?t know(?: yet)?|let me (?:think|see)(?: about it)?|i'?ll (?:think about it|let you know)",
        ),
        "keep": (
            r"(?:no|wait|hold on|stop|actually)?(?:,? )?(?:keep|leave) (?:it|this|that)(?: (?:as (?:it )?is|on|there|alone))?|(?:don'?t|do not) (?:cancel|delete|move|change|do|touch)(?: it| that| anything)?|not now|no,? wait",
        ),
        "help": (r"help(?: me)?(?: please)?|usage|commands|instructions",),
    },
    asks=r"(?:(?:and |so |but |or |hey |hi |ok |okay |hmm |sorry |wait |oh )*,? ?)(?:what|what's|whats|when|when's|where|where's|who|who's|whom|whose|which|why|how|is|are|am (?=i\b)|was|were|will|does|do(?! not\b)|did|has|have|had|can|could|should|would|may|isn't|aren't|won't|doesn't|don't|any|anyone|anybody)\b",
    requests=r"(?:(?:and |so |but |or |hey |hi |ok |okay |hmm |sorry |wait |oh |great |perfect |nice |actually |maybe |alright |lol |cool |well |please |then )*,? ?)(?:(?:can|could|would|will|should|shall|may|might) (?:you|we|i|u|it|this|that|they)(?: please| maybe| also| just| possibly)?|do you mind|is it possible to|would it be possible to|how about|what about|what if we|would you mind|wanna|want to|do we want)\b",
    states=(
        r"^yesterday\b",
        r"\b(?:i|we|they|he|she)(?:'m| am|'re| are|'s| is)? (?:can'?t|cannot|can not|won'?t|couldn'?t|will not) (?:make|be|come|attend|join|do|read|see|hear|believe)\b",
        r"\b(?:i'?m|i am|we'?re|we are|he'?s|she'?s|they'?re) (?:out|off|away|on (?:holiday|vacation|leave|pto)|sick|busy|late|in a meeting|travell?ing|booked|running late|not available|unavailable|here|back|at|free)\b",
        r"\b(?:was|were|got|has been|have been) (?:moved|cancell?ed|rescheduled|postponed|great|good|fun|created|done|booked)\b",
        r"^(?:reminder|fyi|note|btw|heads[- ]up|psa|update|announcement)\b ?[:,-]",
        r"\b(?:is|are|was) (?:a |an |the )?(?:public |bank |national )?(?:holiday|busy|closed|day off|off|free|full|booked|taken)\b",
        r"\b(?:will|'ll|let me|gonna|going to|i'll|need to|have to|should) (?:check|ask|see|think|talk|discuss|get back|confirm|let you know|sync|ping|clarify|follow up)\b",
        r"\bsee you\b|\blooking forward\b|\bon it\b|\bgood luck\b|\bhave (?:a )?(?:nice|good|great|fun)\b|\bi (?:hope|wonder|love|like|hate|know|heard|saw|wish|remember|forgot|doubt)\b",
        r"\bi(?:'ve| have) (?:a|an|another|got|to|already)\b|\bi (?:already )?have (?:a|an|another|something|plans)\b|\bdo(?:es)?n'?t (?:work|suit|fit) (?:for )?(?:me|us)\b",
    ),
    moves=(
        (
            "length_context",
            r"{amount} (?:is|was|would be|seems|sounds) (?:way |a bit |much )?too (?:long|short|much|little)",
        ),
        (
            "scale 2",
            r"double(?: the| its)?(?: length| duration| time)?|(?:make it )?twice (?:as|the) (?:long|length)(?: as (?:that|now|planned|before))?|twice as much time",
        ),
        (
            "scale 3",
            r"triple(?: the| its)?(?: length| duration| time)?|three times (?:as|the) (?:long|length)",
        ),
        (
            "scale 0.5",
            r"(?:cut (?:it|that) in half|halve(?: the| it)?(?: length| duration| time)?|half (?:as|the) (?:long|length|duration|time)|half the time)",
        ),
        ("longer", r"(?:an? |another |additional |extra )?{amount} (?:longer|more|extra|on top)(?: please)?"),
        (
            "longer",
            r"(?:add|tack on|extend"
            + _IT
            + r"?(?: by| for)?|give"
            + _IT
            + r"? |give us|prolong"
            + _IT
            + r"?(?: by)?|lengthen"
            + _IT
            + r"?(?: by)?|append|make"
            + _IT
            + r"? longer by|it needs|needs|plus) ?(?:another|an extra|an additional|extra)? ?{amount}(?: more| longer| extra| to (?:it|that|the (?:end|length|duration)))?(?<=more|nger|xtra)",
        ),
        (
            "longer",
            r"(?:add|tack on|extend"
            + _IT
            + r"?(?: by| for)?|prolong"
            + _IT
            + r"?(?: by)?|lengthen"
            + _IT
            + r"?(?: by)?|append|make"
            + _IT
            + r"? longer by|longer by) (?:another |an extra |an additional |extra )?{amount}(?: more| to (?:it|that|the (?:end|length|duration)))?",
        ),
        ("longer", r"(?:another|an extra|an additional) {amount}"),
        ("shorter", r"{amount} (?:shorter|less|fewer)"),
        (
            "shorter",
            r"(?:shorten|cut|trim|reduce|shave|shorter|take|knock)"
            + _IT
            + r"?(?: down| off)? (?:by )?{amount}(?: off| shorter)?(?: (?:the|it|that)(?: end| length| duration)?)?(?! (?:to|long))",
        ),
        (
            "earlier",
            r"(?:start"
            + _IT
            + r"? )?(?:about )?{amount} (?:earlier|sooner|before(?: that)?|ahead)|(?:bring|move|pull|push|shift)"
            + _IT
            + r"?(?: forward| up| ahead)(?: by)? {amount2}|(?:earlier|sooner) by {amount3}|(?:bring|move|pull)"
            + _IT
            + r"? {amount4} (?:forward|up|ahead)",
        ),
        (
            "later",
            r"(?:start"
            + _IT
            + r"? )?(?:about )?{amount} (?:later|afterwards?|after(?: that)?|back|out|on|further(?: out)?)(?! (?:the|hour|noon|lunch))|(?:push|move|shift|delay|postpone|put|slip|bump|defer|kick)"
            + _IT
            + r"?(?: back| out| off| forward in time| down)?(?: by)? {amount2}(?: back| out| later| down)?|later by {amount3}|(?:delay|postpone|push|move|shift|defer) (?:it |this |that |everything )?(?:for|by) {amount4}",
        ),
        (
            "next_week",
            r"(?:(?:at )?(?:the )?same (?:time|day|slot|weekday|thing)(?:,? (?:and|same) (?:time|day))?,? )?(?:but )?(?:in |on |to |for )?(?:the )?(?:next week|following week|week after(?!(?: the)? next)(?: that| this)?|week later)(?! (?:mon|tue|wed|thu|fri|sat|sun))(?:,? (?:same|at the same) (?:time|day)(?: and (?:time|day))?)?",
        ),
        ("weeks 2", r"(?:in |to )?(?:the )?week after next(?: week)?(?! (?:mon|tue|wed|thu|fri|sat|sun))"),
        ("weeks -1", r"(?:in |to )?(?:the )?(?:week before(?: that)?|previous week|preceding week)"),
        ("days 1", r"(?:on |to )?(?:the )?(?:day after(?! tomorrow)(?: that)?|next day|following day)"),
        (
            "days -1",
            r"(?:on |to )?(?:the )?(?:day before(?! yesterday)(?: that)?|previous day|preceding day)",
        ),
        (
            "weekday_after",
            r"(?:on |to )?(?:the )?(?:following {weekday}|{weekday2} (?:after(?: that| it)?|following)(?! next| tomorrow))",
        ),
        ("weekday_before", r"(?:on |to )?(?:the )?(?:{weekday} before(?: that)?|previous {weekday2})"),
        (
            "not_this",
            r"not (?:this |the |on |next |at )*{weekday}(?:,| but)",
        ),
        (
            "end",
            r"(?:make it |it |to |so )?(?:until|till|til|'til|up to|(?:it )?(?:should |will |must |has to |'ll )?(?:runs?|ends?|ending|finish(?:es|ing)?|stops?|wraps? up|over|close[sd]?|goes|last)(?: until| till| at| by| on| til)?|end time(?: is| of|:)?)(?: (?:at|about|around))? {clock}",
        ),
        (
            "own_zone",
            r"(?:use |in |switch to |to |back to )?(?:my|our|local)(?: own| local)? (?:time ?zone|time|tz)",
        ),
        ("zone_word", r"(?:(?:the )?time ?zone|tz)(?: should be| should go| must be| is| to)?"),
    ),
    settings=(
        ("password", None, r"(?:no|without(?: an?)?|remove the|drop the|skip the) (?:password|passcode)"),
        (
            "auto_record",
            True,
            r"(?:start )?record(?:ing)?(?: it)? automatically|auto(?:matic(?:ally)?)?[- ]?record(?:ing)?",
        ),
        (
            "recording_enabled",
            False,
            r"(?:no|without(?: any| a)?|don'?t|do not|not|never|never ?mind|nvm|forget|disable|"
            + _SET
            + r" off(?: the)?|skip(?: the)?|isn'?t|won'?t be|shouldn'?t be|should not be|not to be|no need to|(?:drop|lose|ditch|remove|kill|cut)) ?(?:the )?(?:record(?:ing|ings|ed)?|be recorded)(?: it| this| that)?|record(?:ing)?(?: should be| is|:| to be)? ?(?:off|no|disabled|not (?:needed|allowed|necessary))|"
            + _SET
            + r" (?:the )?recording off|unrecorded",
        ),
        (
            "recording_enabled",
            True,
            r""
            + _SET
            + r" (?:the )?recording on|(?:please |with(?: a)? |enable |"
            + _SET
            + r" on (?:the )?|and |add |activate |let'?s |we(?:'ll| will) |should be |must be |will be |to be |be |want(?: it)? |can you |could you |needs? )?(?:the )?record(?:ing|ed)?(?: it| this| that| the (?:webinar|session|whole thing))?(?: (?:should be |is |: ?)?(?:on|yes|enabled|please))?",
        ),
        ("qna_anonymous_enabled", True, r"anonymous (?:q ?(?:&|and|n) ?a|questions)"),
        (
            "qna_enabled",
            False,
            r"(?:don'?t let|nobody|no one) (?:anyone |anybody |people )?(?:should |may |can |gets to )?ask(?:s)? (?:any )?questions|(?:no|without(?: any)?|(?:drop|skip|lose|ditch|remove|kill|cut)(?: the)?|disable|"
            + _SET
            + r" off(?: the)?|skip(?: the)?|don'?t (?:want|need|allow)) (?:any )?(?:q ?(?:&|and|n|-) ?a|questions(?: and answers)?)(?: section| part)?|(?:q ?(?:&|and|n|-) ?a|questions)(?: should be| is|:)? ?(?:off|no|disabled)|"
            + _SET
            + r" (?:the )?q ?(?:&|and|n) ?a off",
        ),
        (
            "qna_enabled",
            True,
            r"(?:with|enable|"
            + _SET
            + r" on|allow|add|activate|there (?:should|will) be)(?: a| the)? (?:q ?(?:&|and|n|-) ?a|questions(?: and answers)?)(?: section| part)?|(?:q ?(?:&|and|n|-) ?a|questions)(?: should be| is|:)? ?(?:on|yes|enabled|allowed)|"
            + _SET
            + r" (?:the )?q ?(?:&|and|n) ?a on",
        ),
        (
            "polls_enabled",
            False,
            r"(?:no|without(?: any)?|(?:drop|skip|lose|ditch|remove|kill|cut)(?: the)?|disable|"
            + _SET
            + r" off(?: the)?|skip(?: the)?|don'?t (?:want|need|allow)) (?:the |any )?polls?|polls?(?: should be| are|:)? ?(?:off|no|disabled)|"
            + _SET
            + r" (?:the )?polls off",
        ),
        (
            "polls_enabled",
            True,
            r"(?:with|enable|"
            + _SET
            + r" on|allow|add|activate)(?: the)? polls|polls?(?: should be| are|:)? ?(?:on|yes|enabled|allowed)|"
            + _SET
            + r" (?:the )?polls on",
        ),
        (
            "panelist_waiting_room",
            False,
            r"(?:no|without(?: an?)?|disable(?: the)?|"
            + _SET
            + r" off(?: the)?|skip(?: the)?) waiting room|waiting room(?: should be| is|:)? ?(?:off|no|disabled)|"
            + _SET
            + r" (?:the )?waiting room off",
        ),
        (
            "panelist_waiting_room",
            True,
            r"put (?:a|the) waiting room in|i(?:'d| would) like a waiting room|(?:with|enable|"
            + _SET
            + r" on|use|add|activate|i want|we need)(?: an?| the)? waiting room(?: for (?:the )?panelists)?|waiting room(?: should be| is|:)? ?(?:on|yes|enabled)|"
            + _SET
            + r" (?:the )?waiting room on",
        ),
        (
            "attendee_authentication",
            "AuthenticatedCoworker",
            r"(?:only|just) (?:for )?(?:co-?workers|colleagues|employees|internal people|people from (?:our|the) company|our people|staff|company members|our employees)(?: (?:may|can|should|should be able to|are allowed to|be able to)? ?(?:attend|join|come|see it|get in|watch))?|internal(?: people)? only|(?:co-?workers|colleagues|employees|staff) only|restrict(?: it)? to (?:co-?workers|colleagues|employees|staff|the company)|make (?:it|this) (?:private|internal)|(?:company|internal)[- ]only|(?:only|just) for (?:us|our company)",
        ),
        (
            "attendee_authentication",
            "AuthenticatedUser",
            r"(?:only|just) (?:signed[- ]in|logged[- ]in|authenticated) (?:users|people)(?: (?:may|can|should) (?:attend|join))?|(?:people|attendees|everybody) (?:must|should|have to|need to) (?:sign in|log in)",
        ),
        (
            "attendee_authentication",
            "Guest",
            r"(?:open to|anyone|anybody|everyone|everybody|guests)(?: (?:may|can|should be able to|guests|the public|anyone|everybody|everyone))* ?(?:attend|join|come|get in|are welcome|public)|open (?:it )?(?:up )?to (?:the public|anyone|everyone|everybody|guests|externals)|(?:make (?:it|this) )?public(?: event| webinar)?(?=[ ]?(?:$|,|please|and\b|\x1f))|anyone with the link|guests?(?: are)? welcome|external(?:s| people| guests)? (?:may|can|should be able to|are allowed to) (?:join|attend|come)|open (?:it |this )?(?:up )?to (?:customers|clients|partners)",
        ),
        ("pstn_enabled", False, r"(?:no|without) (?:dial-?in|phone)"),
        ("pstn_enabled", True, r"(?:with|allow|enable|add) (?:dial-?in|phone (?:dial-?in|access))"),
    ),
    registration=(
        (
            False,
            r"(?:no|without(?: any)?|drop|remove|skip|turn off|disable|cancel|don'?t (?:want|need|require)|doesn'?t (?:need|require)|not? requir(?:e|ing))(?: the| any)? ?(?:registrations?|sign[- ]?ups?|rsvps?|registering)(?: (?:required|needed|necessary|again|requirement))*|registration(?: is|:| should be)? ?(?:off|no|not (?:needed|required|necessary))|(?:make it |an? )?all[- ]?hands(?: event)?(?: instead)?|(?:nobody|no one) (?:needs|has) to (?:register|sign up)|open to (?:all|everyone|everybody)|without (?:people )?having to (?:register|sign up)",
        ),
        (
            True,
            r"(?:(?:make it|this (?:should|must) be|should be|it'?s|as|with|into|to be|be|is) )?(?:an? )?(?:registered|registration(?:-only)?) (?:event|webinar|session)|(?:let|have|make|get) (?:people|ppl|them|everyone|everybody|attendees|folks|guests) (?:sign[- ]?up|register|rsvp)|(?:people|ppl|peeps|they|everyone|everybody|attendees|participants|guests|folks|all) (?:should|must|have to|need to|gotta|has to|needs to|can|will|will have to|ought to|are to)(?: first)? (?:sign[- ]?up|register|rsvp|enrol+)(?: first| for it| beforehand| in advance)*|(?:(?:make it |and )?(?:with|add|require[sd]?|requiring|needs?|enable|turn on|we need|i want|want|have|ask for|use|include|open) )(?:a |the |mandatory |required )?(?:registrations?|sign[- ]?ups?|rsvps?|registering)(?: (?:required|enabled|first|please|form|page))*|registration(?: is|:| should be| must be)? ?(?:yes|on|required|needed|open|mandatory|please|enabled|necessary)|sign[- ]?ups? (?:required|please|needed|on)|(?:make|have) (?:people|them|everyone) (?:sign up|register)|registration",
        ),
    ),
    labels=(
        (
            "title",
            r"(?:please |let'?s |can (?:you|we) |could (?:you|we) )*(?:(?:call|retitle|rename|(?:name|title)(?= (?:it|this|that|the \w+)))(?: it| this| that| the (?:webinar|event|session|thing|draft))?(?: one)?(?: to| as| into)?|(?:change|set|update|switch|edit|make) (?:the |its )?(?:title|name|subject|topic)(?: of (?:it|this|the \w+))?(?: to| into| be)?|(?:(?:the|its|new) )?(?:new )?(?:title|name|subject|topic)(?: should (?:just |really |simply )?be| is| would be| will be| must be| to be|:| =| as)|(?:it|this) (?:should|shall|will|is to|must) be (?:called|named|titled)|it'?s called|the (?:thing|webinar|event|session) is called|entitled) ?:? ",
        ),
        (
            "description",
            r"(?:please )?(?:(?:(?:add|set|change|use|put|make)(?: in)?(?: a| the| this| as)*|the|as|with(?: the| a)?) )?(?:description|abstract|summary|blurb)(?: (?:should (?:be|say|read)|is|to|of|reads|text|that says|saying))*(?: ?[:=-])? ",
        ),
        (
            "password",
            r"(?:please )?(?:(?:set|use|make|add|change|with|and|put)(?: a| the)* )?(?:password|passcode|pw)(?: (?:should be|(?:is )?going to be|will be|must be|is|to|of|as|shall be|protected with))?(?: please(?= ?[:=]))?(?: ?[:=]|,(?= (?!(?:please|pls|thanks|too|also|ok|instead|now|yes|no)\b)\S+ ?$))? (?!(?:please|protect|protected|too|as well|off|on|and|for|required|needed)\b)",
        ),
        (
            "redirect",
            r"(?:after(?:wards|ward)?|when it'?s over|at the end)?,? ?(?:then )?(?:please )?(?:send|redirect|forward|take)(?: them| people| attendees| everyone| everybody)?(?: afterwards)?(?: to)? ?(?=https?:)",
        ),
    ),
    ends=r"please|pls|thanks|thank you|thx|instead|then|for now|if possible|ok\??|now|cheers",
    co_host=r"(?:as )?(?:an? |the |our )?(?:co-?hosts?|co-?hosting|co-?hosted by|host(?:ing)? with (?:me|us)|co-?moderators?|moderat(?:or|ors|ing|es))",
    panelist=r"(?:as |on |to |onto )?(?:an? |the |our )?(?:panel+ists?|panel|speakers?|presenters?|guests?|speaking|presenting|presents?|speaks?)",
    drop=r"(?:everyone|everybody|all) (?:but|except(?: for)?|besides)|except(?: for)?|(?:take|remove|drop|uninvite|disinvite|kick|delete|cross|strike)(?= )|without|minus|not|no longer|(?:can'?t|cannot|won'?t|will not|can not|isn'?t|is not|is no longer|unable to|no longer) (?:make it|be there|come|coming|join(?:ing)?|available|attend|speak|present|part)|is out|drops? out|dropped out|off(?: again)?(?= ?$)|has to cancel|had to cancel|instead of",
    swap=r"(?:swap|replace|exchange|switch|change)(?: out)? {one} (?:for|with|by|to) {two}|{one} can'?t[^.]*?,? (?:so )?{two} instead|instead of {one},? (?:let'?s have |have |take |use |put |add |it'?s )?{two}(?: speaks?| presents?)?|{one} (?:is )?out,? (?:and )?{two} (?:is )?in",
    swap_back=r"{two} (?:instead of|rather than|in place of|replaces|for) {one}",
    adds=r"add|invite|include|put|bring in|bring|with|have|make|get|also|plus|and",
    also=r"also|too|as well|additionally|plus|besides|in addition|add",
    not_in=r"(?:not|don'?t (?:post|announce|share)(?: it)?|no longer|remove|drop|without|except|take it out of)(?: it)?(?: (?:in|to|on|from|out of))?",
    nowhere=r"(?:don'?t|do not|no need to) (?:announce|post|share|publish)(?: it| this| that)?(?: (?:anywhere|at all|in any channel|yet|in (?:the|this) channel|here))*|no (?:announcements?|channels?)(?: please| at all)?|without (?:an )?announcement|(?:announce|post) it nowhere|keep it (?:quiet|secret)",
    here=r"(?:announce|post|share|publish)(?: it| this)? (?:in )?(?:here|this channel)(?: instead)?",
    announces=r"announce[ds]?|announcement|announcing|post(?:ed)?|share[ds]?|publish(?:ed)?|tell|goes|go|send|channels?|in|to|on|into|rather|than|here|instead|the|only|of|at|it",
    topics=(
        (
            "start_for",
            r"(?:when|what time|which time|how late) (?:is|would|will|does|'s) (?:that|it|this)(?: be| start| begin)? (?:for|in|at) (?:me|him|her|them|us|my|our|\ue000|[a-z]+)|(?:what|which) time is (?:that|it|this) (?:for|in)|when'?s (?:that|it|this) (?:for|in)|(?:what|how)(?:'s| is) that in (?:my|our) time|what time is that",
        ),
        (
            "time_zone",
            r"(?:what|which|whose|in (?:what|which)) (?:time ?zone|zone|tz)|(?:is|are) (?:that|it|this|you|those|the times?)(?: using| in)? (?:my|our|local|utc|pacific|eastern|your|[a-z]+) time\b|(?:time ?zone|tz) (?:is|are) (?:that|it|this)|what time ?zone|what(?:'s| is) the (?:time ?zone|tz)",
        ),
        (
            "repeating",
            r"(?:does|will|is|so|would)(?: (?:it|this|that|they))?.{0,20}\b(?:repeats?|recur|recurring|repeating|every (?:week|month|day)|a series|weekly|monthly|one-?off|just once|only once)",
        ),
        (
            "recording",
            r"(?:is|are|will|does|do|be|was|would)\b.{0,30}\b(?:record(?:ed|ing)?|recordings?)|(?:where|when|how).{0,25}recording",
        ),
        ("password", r"(?:is there|does|do|what|which|have|has|need|needs).{0,25}\b(?:password|passcode)"),
        (
            "joining",
            r"how (?:will|do|does|can|would|are|should) (?:people|they|everyone|everybody|attendees|we|i|guests|others|participants|folks|anyone).{0,20}(?:get in|join|attend|come in|enter|access|watch|connect|participate|log in|find it)|(?:where|what)(?:'s| is| are) the (?:join )?links?|(?:will|do|does|is) (?:they|people|there|everyone).{0,12}(?:get|be|need)? ?(?:a |the )?link|how (?:does|do) (?:one|joining) (?:join|work)",
        ),
        (
            "audience",
            r"who (?:can|may|could|is able to|is allowed to) (?:join|attend|come|participate|register|sign up|take part)|(?:is|will|does|do|are|can).{0,30}\b(?:open to|registration|register|sign[- ]?ups?|rsvp|all[- ]?hands|registered|public)",
        ),
        (
            "channels",
            r"(?:which|what|where).{0,25}\b(?:channels?|announce[d]?|post(?:ed)?|go(?:ing)? to|publish(?:ed)?|shared?)|(?:is|will|does).{0,15}\b(?:announced?|posted)\b",
        ),
        (
            "who_sees",
            r"who(?:'s| is| can| gets| will| all| else| could| may)?(?: able| going)?(?: to| be able to)? (?:sees?|read|reads|view|looks?|change|edit)\b|who has access|is (?:this|it|that) (?:private|visible|public)|(?:can|do|will) (?:others|everyone|everybody|people|anyone|my boss|they) (?:see|read)",
        ),
        (
            "people",
            r"who(?:'s| is| are| will be)?(?: all)? ?(?:on|in) (?:the )?(?:panel|it)|who(?:'s| is| are| will be)? ?(?:all )?(?:the |our )?(?:panel+ists?|speak(?:ing|ers?)|present(?:ing|ers?)|co-?hosts?|co-?hosting|hosting|host|hosts|moderat\w+)",
        ),
        (
            "who_comes",
            r"who(?:'s| is| else is| else| all is| all| will be| will)? ?(?:else )?(?:be )?(?:coming|comes|come|attending|attends|invited|going|joining|there|signed up|registered)|how many (?:people )?(?:are|will|have|come|registered|signed|people)|(?:has|have|did) (?:anyone|anybody|someone|people|somebody) (?:registered|signed|join)|who (?:did you|have you|is) invite",
        ),
        (
            "length",
            r"how long|what(?:'s| is) the (?:length|duration)|when (?:does|will) (?:it|this|that) (?:end|finish)|until when",
        ),
        (
            "title",
            r"what(?:'s| is)? (?:it|this|that|the) (?:called|titled|named|title|name)|what(?:'s| is) the (?:title|name|topic)",
        ),
        (
            "changing_later",
            r"(?:can|could|may|will|am) (?:i|we|one|it|this|that)(?: be| able to)?(?: still)?(?: be able to)? (?:be )?(?:changed?|edit(?:ed)?|adjust(?:ed)?|modif(?:y|ied)|move[d]?|update[d]?|fix|cancel(?:l?ed)?)\b.{0,25}(?:later|after|afterwards|once|then|any ?time|still)|(?:can|could|may) (?:i|we|it|this) still (?:be )?(?:change|edit|adjust|modify|move)|(?:is it|is this|is that) final|can (?:it|this|that) be changed",
        ),
        (
            "which",
            r"is (?:this|that|it) (?:the )?(?:first|second|other|last|right)(?: one)?|which (?:one|draft|webinar) (?:is|are|do|does)|(?:which|what) one",
        ),
        (
            "settings",
            r"(?:what|which) (?:are the )?(?:settings|options)|(?:is|are|will) (?:there|the)?.{0,12}(?:q ?(?:&|and) ?a|polls?|waiting room|chat)\b",
        ),
        (
            "start",
            r"(?:when|what time|what day|which day|what date)(?: exactly)?(?: (?:is|does|will|are|'s))? ?(?:it|this|that|the (?:webinar|session|event|thing))|when'?s (?:it|that|this)|(?:is|are) (?:it|that|this) (?:still )?(?:on|at) (?:mon|tue|wed|thu|fri|sat|sun|\d)",
        ),
        (
            "summary",
            r"what(?:'s| is| do| did| have| does| are)?(?: you| we| i)?(?: the)? ?(?:have|got|know|understood|draft|current state|state|status|summary|details?|look like|see)?(?: we| you| i)?(?: got)?(?: so far| now| (?:it|this) look like| at the moment| right now| currently| (?:the )?draft)|(?:show|give|send|tell|read|repeat|recap|summari[sz]e)(?: me| us)?(?: (?:it|that|this|the|a|what|you|we|have|everything|current|whole))*(?: (?:draft|summary|details|state|recap|so far|again|back|you have|we have|i said))*$|(?:recap|summary|summari[sz]e)|where (?:are|were) we|what(?:'s| is| does) (?:it|this|the draft|that) (?:look like|say)(?: now| so far| at the moment| currently)?|what (?:have|did) (?:you|we) (?:got|get|understood|noted?)|what do(?:es)? (?:you|we|it|the draft) (?:have|say|look)",
        ),
    ),
    helps=(
        (
            "who_are_you",
            r"are you (?:a |an |really |some )*(?:bot|robot|human|person|real|ai|machine|app)|(?:who|what) are you|who (?:made|built|runs) you|is (?:this|there) (?:a )?(?:bot|human|person)|am i talking to",
        ),
        (
            "capacity",
            r"(?:max(?:imum)?|most|limit|how many|capacity).{0,40}(?:people|attendees|participants|persons|users|seats|join|attend|fit|guests|viewers)|(?:people|attendees|participants) .{0,20}(?:max|limit|at most)",
        ),
        (
            "cancelling",
            r"how (?:do|can|would|could|should) (?:i|we|one|you).{0,20}(?:cancel|delete|remove|call off|get rid)",
        ),
        (
            "changing",
            r"how (?:do|can|would|could|should) (?:i|we|one|you).{0,20}(?:change|edit|move|reschedule|rename|update|modify|postpone|add|invite)",
        ),
        ("cost", r"(?:how much|what) (?:does|do|is|will).{0,20}(?:cost|price)|is (?:it|this) free\b"),
        (
            "usage",
            r"what (?:can|do|are|could|else can|all can) you (?:do|able|offer|help|able to do|for me|here for)|how (?:do(?:es)?|can|should) (?:you|i|this|it|we).{0,15}(?:work|use|start|begin|create|make|schedule|set up|talk)|can you (?:help|create webinars|make webinars|do webinars)|what (?:is|are) (?:this|webinars|you for)|what should i (?:say|do|type)|(?:how|what) do i (?:do|say)|help me\b|what are you able",
        ),
    ),
    impossible=(
        (
            "room",
            r"(?:book|reserve|find|get|need|arrange)(?: me| us)?(?: an?| the)? (?:meeting |conference |big |small )?(?:room|desk|table|flight|hotel|taxi|car|lunch|pizza|ticket|restaurant)s?\b",
        ),
        (
            "poll_content",
            r"(?:add|create|make|write|prepare|set up|put)(?: in)?(?: an?| the| some)? polls?.{0,6}(?:about|on|with|asking|question|that|whether|:|which|if)|polls? (?:questions?|with the (?:question|options))|(?:poll|ask) (?:them|people|attendees) (?:about|whether|which|what)",
        ),
        (
            "host_transfer",
            r"(?:make|set|let)(?: ?\ue000| [a-z]+)? ?(?:be )?(?:the )?host(?! link)(?:ing)?\b(?! with)|(?:transfer|hand over|give|change|pass)(?: the| it)? ?(?:host(?:ing)?|ownership|owner)\b|(?:transfer|hand|hand over|pass|give)\b.{1,50}\b(?:over )?to ?\ue000|(?:\ue000|[a-z]+) (?:should|will|shall|must) (?:be (?:the )?host|host it|own it)\b",
        ),
        (
            "ask_others",
            r"(?:ask|tell|ping|message|remind|check with|poll|notify|inform|e-?mail|write|dm|call)(?: to)? (?:the |my |our |all |everyone in )?(?:team|people|colleagues|others|everyone|everybody|them|boss|manager|group|channel|\ue000|attendees|him|her|guys)\b",
        ),
        (
            "free_slot",
            r"(?:is|are|was)(?: (?:the|my|our|tomorrow|it|that|there|anyone|everyone|everybody|[a-z]+day))*\b.{0,40}\b(?:still )?(?:free|available|open|taken|busy|booked)(?: then| at)?\b|(?:find|suggest|propose|look for|check)(?: me| us)?(?: an?| the| my)? (?:free |good |common |other |better )?(?:slot|time|calendar|availability)|(?:who|when) (?:is|are|everyone|everybody|we all|we)(?: is)? (?:free|available)|does .{0,30}(?:work|suit|fit) (?:for )?(?:everyone|everybody|them|the team)",
        ),
        (
            "clock_elsewhere",
            r"what(?:'s| is)? (?:the )?(?:time|date|day|weather)(?: is it| it is)?(?: like)?(?: (?:in|now|today|right|at|here)\b.*)?$|what time is it\b|what day is (?:it|today)",
        ),
        (
            "recurrence",
            r"(?:do|make|have|repeat|can we|could we|hold|run|schedule|set|turn)\b.{0,30}\b(?:every|each) (?:\w+ )?(?:day|week|month|year|quarter|other|monday|tuesday|wednesday|thursday|friday)\b.*|(?:make|do|run|hold) (?:it|this|that)(?: a)? (?:bi-?weekly|weekly|monthly|daily|quarterly|yearly)\b.*|(?:make it |set it )?(?:recurring|repeating|repeat (?:it|this|that)|a series|recurrent)\b.*|(?:repeat|recur)s?(?: it| this| that)? (?:weekly|monthly|daily|every).*|^(?:and |also )?(?:weekly|monthly|daily|every (?:week|month|day|other week))(?: please)?$",
        ),
    ),
)
