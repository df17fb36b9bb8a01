"""English, as people speak about webinars that exist."""

from typing import Final

from bot.conversation.webinar_phrases.phrases import WebinarPhrases

_NOUN: Final = r"(?:webinars?|events?|sessions?|webcasts?)"
ENGLISH: Final = WebinarPhrases(
    code="en",
    lead=r"(?:(?:hi|hey|hello|ok|okay|so|and|also|then|now|please|pls|actually|oh|well|wait|sorry|thanks|great|cool|one more thing|btw|by the way|quick one)[ ,.!:]+)*(?:(?:(?:can|could|would|will) (?:you|u)|can (?:i|we)|could (?:i|we)|i(?:'d| would) like(?: you)? to|i (?:want|need|have)(?: you)? to|we (?:need|have|want|would like) to|we'?d like to|let'?s|would you mind|kindly|go ahead and|i think we should|we should)(?: (?:please|kindly|also|just|maybe|quickly))* )?(?:(?:please|pls|also|just) )*",
    actions=(
        (
            "duplicate",
            r"(?:duplicate|copy|clone|repeat|re-?run)\b|(?:do|make|create|run|hold)\b(?=.*(?:\bagain\b|\bcopy of\b))",
        ),
        (
            "registration",
            r"(?:open|close|reopen|re-?open|stop|start|pause)(?: up)?(?: the)? (?:registrations?|sign-?ups?)\b",
        ),
        (
            "remind",
            r"(?:send (?:out )?(?:an?|the|another|out)? ?reminders?|set (?:up )?(?:an?|the)? ?reminders?|remind)\b|(?:change|move|turn off|switch off|stop|no)(?: the)? reminders?\b",
        ),
        (
            "rename",
            r"(?:rename|retitle|rebrand)\b|(?:change|update|edit|set)(?: the)? (?:title|name) (?:of|for|on)\b|call\b(?= (?:the |my |our )?■)",
        ),
        ("cancel", r"(?:cancel|call off|delete|scrap|drop|kill|get rid of|take down|unschedule)\b"),
        ("announce", r"(?:announce|re-?announce|advertise|publici[sz]e|promote|post|publish|share)\b"),
        (
            "panel",
            r"(?:add|invite|put|bring|remove|uninvite|take|drop|replace|swap|make)\b(?=.*(?:\ue000|panel|co-?host|speaker))",
        ),
        (
            "change_length",
            r"(?:extend|shorten|lengthen|prolong|cut)\b|(?:change|update|set)(?: the)? (?:length|duration) (?:of|for)\b",
        ),
        (
            "move",
            r"(?:do|have|hold|run)\b(?= ■)|(?:move|reschedule|push(?: back)?|shift|postpone|delay|put off|bring forward|bring|pull forward|pull|slip)\b|(?:change|update|set)(?: the)? (?:date|time|day|start|start time|date and time|time and date) (?:of|for)\b",
        ),
        (
            "edit",
            r"(?:edit|add|put|include|change|update|modify|adjust|fix|set|make|let|turn|switch|enable|disable|record)\b",
        ),
    ),
    topics=(
        (
            "host_link",
            r"^(?:start|begin|launch|go live with) (?:the )?■|(?:host|start|organi[sz]er)(?:'s)?[- ](?:link|url)|(?:link|url) (?:to|for) (?:host|start)|how (?:do|can) i start (?:it|the webinar|my webinar|■)",
        ),
        (
            "recording",
            r"\brecordings?\b(?: (?:of|for|from|link)\b|.*■|.*(?:available|ready|there|up|yet))|(?:was|is|has) .*\brecorded\b|(?:where|when|is there|do (?:we|you) have|send|share|get|find|watch|can i (?:see|watch)).*\b(?:recording|replay|video)\b",
        ),
        (
            "who_registered",
            r"(?:who|how many|has any(?:one|body)|did any(?:one|body)|any(?:one|body)?|has some(?:one|body)|have (?:people|many)|list|show|number of|give me|are there|which people).*\b(?:regist\w+|signed up|sign-?ups?|sign up|enrolled)\b",
        ),
        (
            "who_comes",
            r"(?:who|how many(?: people)?|is any(?:one|body)|any(?:one|body))(?:'s| is| are| all| else| people| will| be| have)*(?: said)?(?: they(?:'re| are))? (?:coming|going|attending|attend|come|joining|join|accepted|rsvp'?d|invited)\b|\bguest list\b|\battendee list\b|\bwho'?s in\b",
        ),
        (
            "link",
            r"\b(?:join(?:ing)?|registration|sign-?up|attendee|invite|webinar)?[- ]?(?:link|url|page)\b.*(?:■|webinar|it\b|session)|(?:send|give|share|get|find|what'?s|what is|where is|where'?s|resend)(?: me)?(?: us)? (?:the|a|my)? ?(?:join(?:ing)?|registration|sign-?up|attendee)?[- ]?(?:link|url)\b|how (?:do|can) (?:i|we|people|they) (?:join|get in|get into|attend|register for|sign up for)\b.*(?:■|webinar)",
        ),
        (
            "list",
            r"(?:what|which)(?:'s| are| is| do| other| all| of| the| my| our| upcoming| future| webinars?)*\b(?:webinars?|webcasts?)\b.*(?:i|we|coming|planned|scheduled|there|up|next|week|month|today|tomorrow|own|host|list|on\b|have|next)|(?:what|which) (?:are )?(?:my|our|all|the)?(?: next| upcoming)? ?webinars\b|(?:list|show|give|tell|display|see|view|find)(?: me| us)?(?: all| a list| of| the| my| our| upcoming| next| planned| scheduled| list)* ?(?:webinars|events|sessions)\b|^(?:my |our |all |upcoming |the )*webinars(?: please)?$|^(?:show )?(?:me )?upcoming$|which of (?:my|our|the) webinars\b|(?:what|when)(?:\'s| is) (?:the |my )?next (?:thing|event)\b|what(?:'s| is| do (?:i|we) have)(?: on| coming| planned| scheduled| up| happening| next| in| for)+ ?(?:this|next|today|tomorrow|on|for|the|my|up|in|soon|agenda|calendar|schedule|week|month)*\b|do (?:i|we) have (?:any|a|an|some|other|anything)\b.*(?:webinars?|planned|scheduled|coming|on)|(?:are|is) there (?:any|a) (?:other |upcoming )?webinars?\b|\bany (?:other )?webinars?\b|(?:any|anything) (?:webinars? )?(?:on|planned|scheduled|coming up|upcoming)|how many webinars\b|^(?:list|agenda|schedule|overview)$",
        ),
        (
            "status",
            r"\bstatus\b(?: (?:of|for|on)\b)?|how (?:is|are|does|'s)\b.*(?:■|webinar).*(?:going|doing|stand|look|coming along|shaping)?|how'?s ■|(?:details|info|information)(?: (?:of|for|on|about))?\b.*(?:■|webinar)|(?:show|tell)(?: me)?(?: more)?(?: about)? (?:the )?■|(?:open|view|show me) ■|(?:what|how) about (?:the )?■|is ■ (?:still )?(?:on|happening|cancell?ed|live|over|full|open|scheduled|taking place)\b",
        ),
        (
            "when",
            r"\bwhen(?:'s| is| does| do| will| was| did| are|'ll)?\b.*(?:■|webinar|event|session|it\b|that\b|the |my |our |next)|(?:what|which) (?:time|day|date)(?: and time)?(?:'s| is| does| do| will| was)?\b.*(?:■|webinar|session|the |my |our )|(?:what'?s|what is|when'?s|who hosts|show me)(?: my| our| the)? next (?:one|webinar|session|event)|\b(?:my|our|the) next (?:webinar|one|session)$|(?:date|time|start)(?: and time)? of (?:the )?■|how long (?:is|will|does) (?:the )?■|is ■ (?:today|tomorrow|this week|next week|on|at)\b",
        ),
    ),
    how=r"(?:(?:hi|hey|ok|okay|so|and|but|also)[ ,]+)*how (?:do|can|could|would|should|does) (?:i|we|you|one)\b",
    determiner=r"(?:the|my|our|this|that|tomorrow's|today's|next|upcoming)",
    noun=_NOUN,
    pronoun=r"(?:it|this one|that one|this|that|them|this webinar|that webinar)",
    it="it",
    indefinite=r"an?|another|new|some|one|one more",
    new_name=r"to be called|to be|to|into|as|:",
    close=r"please|pls|thanks|thank you|instead|from now on",
    modal=r"(?:should|needs to|need to|must|has to|will|is to|shall|ought to|to|→|->|=>)",
    shortens=r"shorten|cut|reduce|trim",
    length_to=r"to",
    away=r"from",
    next_one=rf"(?:my|our|the)? ?(?:next|upcoming) (?:one|{_NOUN})",
    to=r"(?:to|until|till|onto|for|by)",
    negation=r"(?:don'?t|do not|never)\b",
    advances=r"\b(?:forward|earlier|ahead|bring|pull)\b",
    months={"this month": 0, "next month": 1},
    weeks={
        r"this week": (0, 6),
        r"next week": (7, 13),
        r"(?:this|the) weekend": (5, 6),
        r"the (?:next|coming) (?:two|2) weeks": (0, 13),
    },
    before=r"(?:before|ahead|in advance|prior|earlier|beforehand)",
    registration_of_mine=r"my (?:registration|sign-?up|spot|seat|place|attendance)",
)
