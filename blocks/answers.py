"""Draw the answers of a conversation, besides the card of the draft; each is a function from what is to be said."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from blocks.conversation import said_settings, summary_of
from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.subcommands import examples
from blocks.text import channel, fitting, paragraphs, person, whole_lines
from bot.conversation.acts import DraftTopic, HelpTopic, Impossible
from bot.models import Audience
from bot.models.conversation import Candidate, Proposal, Question
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Message
from bot.translation import Translation

_WORDS_MAX: Final = 200
_QUESTION_MAX: Final = 600


def said(text: str, *notes: str) -> Message:
    """A text, with lines in small print below it."""
    sections = map(section, paragraphs(text.split("\n")))
    return Message(text=whole_lines(text), blocks=(*sections, *(context(note) for note in notes)))


# --- about the draft


def about_draft(
    proposal: Proposal, topic: DraftTopic, zones: Sequence[tuple[str, str]], say: Translation
) -> Message:
    """The answer to a question about the draft; `zones` are the people for whom it is asked, and where they live."""
    if topic is DraftTopic.START_FOR:
        return said(_start_for(proposal, zones, say) or _ANSWERS[DraftTopic.START](proposal, say))
    return said(_ANSWERS[topic](proposal, say))


def _start_for(proposal: Proposal, zones: Sequence[tuple[str, str]], say: Translation) -> str:
    start = proposal.start
    if start is None:
        return ""
    told = []
    for user, zone in zones:
        there = start.astimezone(ZoneInfo(zone))
        told.append(
            say(
                "For {person} that is {date:date}, {time:time} in {city:city}.",
                person=person(user),
                date=there.date(),
                time=there.time(),
                city=zone,
            )
        )
    return "\n".join(told)


def _summary(proposal: Proposal, say: Translation) -> str:
    opening = say("This is what I have so far:")
    lines = "\n".join(f"• {line}" for line in summary_of(proposal, say))
    return f"{opening}\n{lines}\n{_next(proposal, say)}"


def _next(proposal: Proposal, say: Translation) -> str:
    if proposal.question:
        return fitting(say(proposal.question), _QUESTION_MAX)
    return say("Nothing is created before you press *Create* on the draft.")


def _start(proposal: Proposal, say: Translation) -> str:
    if proposal.start is None:
        return say("It has no start yet. {question}", question=_next(proposal, say))
    return say("It starts on {when}.", when=summary_of(proposal, say)[1])


def _zone(proposal: Proposal, say: Translation) -> str:
    zone = proposal.draft.form.time_zone
    if zone is None:
        return say("It has no time zone yet. Say one, for example “Berlin time”.")
    return say(
        "The time is by the clock of {city:city} ({zone}). Everyone reads it by their own clock as well.",
        city=zone,
        zone=zone,
    )


def _length(proposal: Proposal, say: Translation) -> str:
    length = say.length(proposal.length) if proposal.length else fitting(proposal.draft.form.duration, 100)
    if proposal.start is None or proposal.length is None:
        return say("It takes {length}.", length=length)
    end = (proposal.start.astimezone(dt.UTC) + proposal.length).astimezone(proposal.start.tzinfo)
    return say("It takes {length}, until {end:time}.", length=length, end=end.time())


def _title(proposal: Proposal, say: Translation) -> str:
    title = proposal.draft.form.title
    return say("It is called “{title}”.", title=fitting(title, 600)) if title else say("What is it called?")


def _audience(proposal: Proposal, say: Translation) -> str:
    if proposal.draft.form.audience is Audience.REGISTERED:
        return say(
            "It is a registered event: people register first, and each gets a personal link. "
            "Say “no registration” for an all-hands."
        )
    return say(
        "It is an all-hands: no registration, everyone joins with one shared link. "
        "Say “with registration” if people should sign up."
    )


def _people(proposal: Proposal, say: Translation) -> str:
    options = proposal.draft.options
    if not options.co_hosts and not options.panelists:
        return say(
            "Nobody is on the panel yet: you are the host. Mention people to add them, as panelists or as co-hosts."
        )
    told = [say("The host is {person}.", person=person(proposal.owner))]
    if options.co_hosts:
        told.append(say("Co-hosts: {people}", people=say.listed([person(one) for one in options.co_hosts])))
    if options.panelists:
        told.append(say("Panelists: {people}", people=say.listed([person(one) for one in options.panelists])))
    return "\n".join(told)


def _channels(proposal: Proposal, say: Translation) -> str:
    channels = [channel(one) for one in proposal.draft.form.announce_in]
    if not channels:
        return say("It is announced in no channel yet. Say, for example, “announce it in #general”.")
    return say("Once it is created, it is announced in {channels}.", channels=say.listed(channels))


def _who_sees(proposal: Proposal, say: Translation) -> str:
    channels = [channel(one) for one in proposal.draft.form.announce_in]
    only = say("Everyone in this conversation can read the draft, but only you can change it.")
    if not channels:
        return f"{only} {say('Nobody sees the webinar before it is created; then whoever has its link can join.')}"
    later = say("Once it is created, everyone in {channels} sees its card.", channels=say.listed(channels))
    return f"{only} {later}"


def _who_comes(proposal: Proposal, say: Translation) -> str:
    return say(
        "Nobody yet: it is only a draft, and not created. Once it is, its card shows who is coming. {panel}",
        panel=_people(proposal, say),
    )


def _settings(proposal: Proposal, say: Translation) -> str:
    chosen = said_settings(proposal.draft.options.settings, say)
    if not chosen:
        return say(
            "Recording, Q&amp;A, polls and the other settings follow your RingCentral account defaults. "
            "Say, for example, “record it” or “no Q&amp;A”, or press *Edit* and *More options*."
        )
    return say("Settings: {settings}. All others follow your account defaults.", settings=", ".join(chosen))


def _recording(proposal: Proposal, say: Translation) -> str:
    wanted = proposal.draft.options.settings.recording_enabled
    if wanted is None:
        return say(
            "Whether it is recorded follows your RingCentral account defaults. Say “record it” or “do not record it”."
        )
    return say("Yes, it will be recorded.") if wanted else say("No, it will not be recorded.")


def _password(proposal: Proposal, say: Translation) -> str:
    if proposal.draft.options.settings.password:
        return say("Yes, it has a password. I never show it in a channel.")
    return say("No, it has no password. Say “password: …” to set one, or press *Edit* and *More options*.")


def _joining(proposal: Proposal, say: Translation) -> str:
    if proposal.draft.form.audience is Audience.REGISTERED:
        return say(
            "Its card has a *Register* button: whoever registers gets a personal join link. "
            "Panelists get theirs by direct message."
        )
    return say(
        "Its card has a *Join* button with one link for everyone. Panelists get a personal link by direct message."
    )


def _repeating(_: Proposal, say: Translation) -> str:
    return say(
        "No, a webinar takes place once: one webinar has one session. For a series, tell me about the next date "
        "once this one is created."
    )


def _changing_later(_: Proposal, say: Translation) -> str:
    return say(
        "Yes, you can change it at any time before it starts: answer here while it is a draft; once it is created, "
        "press *Edit* on its card or in the list of your webinars, or just tell me."
    )


def _which(proposal: Proposal, say: Translation) -> str:
    title = fitting(proposal.draft.form.title, 600) or say("no title yet")
    return say("This draft is “{title}”: {when}.", title=title, when=summary_of(proposal, say)[1])


_ANSWERS: Final[Mapping[DraftTopic, Callable[[Proposal, Translation], str]]] = {
    DraftTopic.SUMMARY: _summary,
    DraftTopic.TIME_ZONE: _zone,
    DraftTopic.START: _start,
    DraftTopic.LENGTH: _length,
    DraftTopic.TITLE: _title,
    DraftTopic.AUDIENCE: _audience,
    DraftTopic.PEOPLE: _people,
    DraftTopic.CHANNELS: _channels,
    DraftTopic.WHO_SEES: _who_sees,
    DraftTopic.WHO_COMES: _who_comes,
    DraftTopic.SETTINGS: _settings,
    DraftTopic.RECORDING: _recording,
    DraftTopic.JOINING: _joining,
    DraftTopic.REPEATING: _repeating,
    DraftTopic.CHANGING_LATER: _changing_later,
    DraftTopic.PASSWORD: _password,
    DraftTopic.WHICH: _which,
}


# --- about the bot


def helped(topic: HelpTopic, say: Translation) -> Message:
    """Draw what the bot does, and how."""
    if topic is HelpTopic.USAGE:
        return usage_in_words(say)
    return said(say(_HELP[topic]))


_HELP: Final = {
    HelpTopic.CAPACITY: sentence(
        "How many people can join depends on your RingCentral licence, from 500 to 10,000. I cannot see which one you have; "
        "your RingCentral administrator can."
    ),
    HelpTopic.WHO_ARE_YOU: sentence(
        "I am a bot, not a person: a program that creates RingCentral webinars from what you write, and looks after them."
    ),
    HelpTopic.CHANGING: sentence(
        "Tell me what to change, for example “move the all-hands to Friday 3pm”, or press *Edit* on its card. "
        "All your webinars are on my Home tab, and `/webinar list` shows them."
    ),
    HelpTopic.CANCELLING: sentence(
        "Say “cancel” with its name, for example “cancel the all-hands”, and I ask once more before I do it. Or press *Details* "
        "and *Cancel webinar* on its card; `/webinar list` shows all of yours."
    ),
    HelpTopic.COST: sentence(
        "I cost nothing myself: the webinars take place with your company’s RingCentral licences."
    ),
}


def usage_in_words(say: Translation) -> Message:
    """Draw what can be said, with examples that work."""
    opening = say(
        "I create RingCentral webinars and look after them. Tell me in one line what it is and when, and I’ll draft it:"
    )
    middle = say(
        "Then change it by answering: “half an hour later”, “with registration”, “add @ann as panelist”, “no recording”. "
        "Only a click on *Create* creates it."
    )
    ending = say(
        "Ask me for your webinars, when one is or who registered, and tell me to move, rename, announce or cancel one."
    )
    return said(f"{opening}\n{examples()}\n{middle}\n{ending}")


def welcome(say: Translation) -> Message:
    """To thanks."""
    return said(say("You are welcome!"))


def greeting(say: Translation) -> Message:
    """To a greeting: examples that work."""
    opening = say("Hi! Tell me in one line which webinar you want and when, and I’ll draft it. For example:")
    return said(f"{opening}\n{examples()}")


def nothing_asked(say: Translation) -> Message:
    """To a statement that asks for nothing."""
    return said(say("All right. When you want a webinar, tell me what it is and when."))


# --- what was not done


def impossible(what: Impossible, say: Translation) -> Message:
    """Say what cannot be done, and what can be done instead."""
    return said(say(_IMPOSSIBLE[what]))


_IMPOSSIBLE: Final[Mapping[Impossible, Sentence]] = {
    Impossible.RECURRENCE: sentence(
        "I cannot repeat a webinar: RingCentral has one session for each webinar, so this is only the first one. "
        "For a series, tell me about the next date once this one is created."
    ),
    Impossible.POLL_CONTENT: sentence(
        "I can switch polls on or off, but not write them. Write their questions in RingCentral, once the webinar is created."
    ),
    Impossible.HOST_TRANSFER: sentence(
        "I cannot make someone else the host: the host is whoever creates the webinar. A co-host can run it in your "
        "place: say “add @name as a co-host”. Or let them create it themselves."
    ),
    Impossible.ROOM: sentence(
        "I cannot book rooms or travel: I only look after webinars. Shall I draft one?"
    ),
    Impossible.ASK_OTHERS: sentence(
        "I cannot ask or tell others for you before there is a webinar. Ask them here in the thread, "
        "or create it: then I announce it in your channels and remind people."
    ),
    Impossible.FREE_SLOT: sentence(
        "I cannot see anyone’s calendar, so I do not know who is free. I can draft a webinar for that time; "
        "you can still move it."
    ),
    Impossible.CLOCK_ELSEWHERE: sentence(
        "I only look after webinars. Tell me when one starts, with the time zone, and everyone reads it by their own clock."
    ),
    Impossible.TWO_AT_ONCE: sentence(
        "I draft one webinar at a time. Tell me about the second one when this one is done."
    ),
    Impossible.CAPACITY: _HELP[HelpTopic.CAPACITY],
    Impossible.CONTRADICTION: sentence("That says two different things. Which one do you mean?"),
    Impossible.PASSWORD_UNSAID: sentence(
        "Which password? Say “password: …” in a direct message to me, or press *Edit* and then *More options*."
    ),
    Impossible.OTHER: sentence("I cannot do that. I create webinars, change them and announce them."),
}


def how_much(question: Question, say: Translation) -> Message:
    """To somebody who said in which direction and not by how much."""
    return said(say(_HOW_MUCH[question]))


_HOW_MUCH: Final[Mapping[Question, Sentence]] = {
    Question.HOW_MUCH_LATER: sentence("How much later? For example “30 minutes”."),
    Question.HOW_MUCH_EARLIER: sentence("How much earlier? For example “30 minutes”."),
    Question.HOW_MUCH_LONGER: sentence("How much longer? For example “30 minutes”."),
    Question.HOW_MUCH_SHORTER: sentence("How much shorter? For example “15 minutes”."),
}


def second_left_out(second: str, say: Translation) -> Message:
    """To somebody who asked for two webinars in one line."""
    return said(
        say(
            "One at a time: this is the first of the two. Tell me about “{second}” in a message of its own.",
            second=fitting(second, _WORDS_MAX),
        )
    )


def no_answer(proposal: Proposal | None, say: Translation) -> Message:
    """To a question that the bot has no answer to."""
    if proposal is None:
        return said(
            say(
                "I have no answer to that: I only look after webinars. I can draft, create and announce one, list yours, "
                "and tell who registered."
            )
        )
    opening = say("I have no answer to that. This is what I have so far:")
    lines = "\n".join(f"• {line}" for line in summary_of(proposal, say))
    return said(f"{opening}\n{lines}")


def words_left(words: str, say: Translation) -> Message:
    """To words that nothing was made of."""
    return said(
        say("I did not understand “{words}”, so I changed nothing for it.", words=fitting(words, _WORDS_MAX)),
        say(
            "You can say “at 3pm”, “make it Thursday”, “90 minutes”, “call it Roadmap review” or “with registration”, "
            "or press *Edit*."
        ),
    )


def no_draft(say: Translation) -> Message:
    """To somebody who speaks about a draft where there is none."""
    return said(
        say("There is no draft here at the moment. Tell me what the webinar is and when, and I draft it.")
    )


def nothing_to_undo(say: Translation) -> Message:
    """To "undo" where nothing has changed."""
    return said(
        say(
            "There is nothing to take back: nothing has changed since the draft began. Press *Edit* to change it."
        )
    )


def discarded_reply(title: str, talk: str, say: Translation) -> Message:
    """A draft was put away in words; one click brings it back."""
    name = fitting(title, 300) or say("no title yet")
    text = say("I discarded the draft “{title}”. Nothing was created.", title=name)
    undo = actions(button(say("Undo"), Action.UNDO_DISCARD, value=talk))
    return Message(text=text, blocks=(section(text), undo))


def not_complete(proposal: Proposal, say: Translation) -> Message:
    """To somebody who wants a draft created that is not complete."""
    question = (
        fitting(say(proposal.question), _QUESTION_MAX) if proposal.question else say("What is it called?")
    )
    return said(
        say("Almost: something is missing before you can press *Create*. {question}", question=question)
    )


# --- people by their names


def nobody_called(name: str, say: Translation) -> Message:
    """To a name that nobody in the workspace has."""
    return said(
        say(
            "I found nobody called “{name}” here. @-mention them, so that I know whom you mean.",
            name=fitting(name, 100),
        )
    )


def which_person(name: str, each: Sequence[tuple[Candidate, str]], say: Translation) -> Message:
    """Several people have a name: a button for each, with what it carries along."""
    text = say("Several people are called “{name}”. Which one do you mean?", name=fitting(name, 100))
    buttons = [
        button(one.name[:70], f"{Action.CHOOSE_PERSON}_{at}", value=value)
        for at, (one, value) in enumerate(each)
    ]
    return Message(text=text, blocks=(section(text), actions(*buttons)))
