"""A draft in a thread: everything that was understood, spelled out, with its buttons; and what is said around it."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any, Final

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.subcommands import examples
from blocks.text import channel, fitting, paragraphs, person, whole_lines
from bot.models import Access, Audience, WebinarSettings
from bot.models.conversation import DraftPart, Proposal, TalkState
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Block, Message
from bot.translation import Spoken, Translation, translation_for

_TITLE_MAX: Final = 600
_PEOPLE_MAX: Final = 20
_ENDED: Final = {
    TalkState.SENT: sentence("This draft was sent off already."),
    TalkState.DISCARDED: sentence("This draft was discarded. Nothing was created."),
    TalkState.EXPIRED: sentence(
        "This draft was left alone for a day, so I put it away. Nothing was created; say it once more whenever you like."
    ),
}


def draft_card(
    proposal: Proposal, parts: tuple[DraftPart, ...] = (), lead: Sentence | None = None
) -> Message:
    """The draft, as it would be created now, in the language in which it was begun; first of all what has changed."""
    say = translation_for(proposal.language, proposal.locale).in_zone(proposal.home)
    title = fitting(proposal.draft.form.title, _TITLE_MAX) or say("no title yet")
    heading = say("Draft: {title}", title=title)
    lines = [f":memo: *{heading}*", *_lines(proposal, say)]
    asked = _asked(proposal.question, say) if proposal.question else ""
    notes = [context(f":point_up: {fitting(say(note), 900)}") for note in proposal.notes[:8]]
    news = [*([say(lead)] if lead else []), *_changed(proposal, parts, say)]
    text = "\n".join([*news, *lines, *([asked] if asked else [])])
    blocks: list[Block] = [section(part) for part in paragraphs([*news, *lines])]
    if asked:
        blocks.append(section(asked))
    owner = context(
        say(
            "Only {person} can change this draft. Nothing is created until you press *Create*.",
            person=person(proposal.owner),
        )
    )
    return Message(text=whole_lines(text), blocks=(*blocks, *notes, _buttons(proposal, say), owner))


def moved_down(say: Translation) -> Message:
    """Draw the line in the place of a card that was shown anew further down."""
    text = say("The draft stands below, with what was said since.")
    return Message(text=text, blocks=(context(text),))


def _changed(proposal: Proposal, parts: tuple[DraftPart, ...], say: Translation) -> Iterator[str]:
    """One line that says what has changed."""
    told = [_TOLD[part](proposal, say) for part in parts]
    if told:
        yield f":white_check_mark: {say('Changed: {what}.', what=say.listed(told))}"


def _told_people(proposal: Proposal, say: Translation) -> str:
    panel = (*proposal.draft.options.co_hosts, *proposal.draft.options.panelists)
    return say.listed([person(one) for one in panel[:_PEOPLE_MAX]]) if panel else say("nobody on the panel")


def _told_channels(proposal: Proposal, say: Translation) -> str:
    channels = proposal.draft.form.announce_in
    return say.listed([channel(one) for one in channels]) if channels else say("no announcement")


def _told_audience(proposal: Proposal, say: Translation) -> str:
    registered = proposal.draft.form.audience is Audience.REGISTERED
    return say("with registration") if registered else say("no registration")


def _told_length(proposal: Proposal, say: Translation) -> str:
    return say.length(proposal.length) if proposal.length else proposal.draft.form.duration


def _told_title(proposal: Proposal, _: Translation) -> str:
    return f"“{fitting(proposal.draft.form.title, _TITLE_MAX)}”"


def _told_start(proposal: Proposal, say: Translation) -> str:
    return _there(proposal, say)


def _told_settings(proposal: Proposal, say: Translation) -> str:
    chosen = _said_options(proposal, say)
    return ", ".join(chosen) or say("settings follow your account defaults")


def _told_description(_: Proposal, say: Translation) -> str:
    return say("the description")


_TOLD: Final[Mapping[DraftPart, Callable[[Proposal, Translation], str]]] = {
    DraftPart.TITLE: _told_title,
    DraftPart.START: _told_start,
    DraftPart.LENGTH: _told_length,
    DraftPart.AUDIENCE: _told_audience,
    DraftPart.CHANNELS: _told_channels,
    DraftPart.PEOPLE: _told_people,
    DraftPart.SETTINGS: _told_settings,
    DraftPart.DESCRIPTION: _told_description,
}


def said_settings(settings: WebinarSettings, say: Translation) -> list[str]:
    """The settings that were chosen, in few words; a password is never spelled out."""
    chosen = settings.chosen()
    told = [
        (say("{what}: on", what=say(name)) if chosen[field] else say("{what}: off", what=say(name)))
        for field, name in _SWITCHES.items()
        if field in chosen
    ]
    if settings.attendee_authentication:
        told.append(say(_DOORS[settings.attendee_authentication]))
    if settings.password:
        told.append(say("password: set"))
    if settings.post_webinar_redirect_uri:
        address = fitting(settings.post_webinar_redirect_uri, 200)
        told.append(say("afterwards to {address}", address=address))
    return told


def _said_options(proposal: Proposal, say: Translation) -> list[str]:
    """The settings that were chosen, and how early the panel joins."""
    options = proposal.draft.options
    told = said_settings(options.settings, say)
    if options.panel_joins_early.strip().isdigit():
        early = timedelta(minutes=int(options.panel_joins_early))
        told.append(say("the panel joins {time} early", time=say.length(early)))
    return told


_SWITCHES: Final = {
    "recording_enabled": sentence("recording"),
    "auto_record": sentence("automatic recording"),
    "qna_enabled": sentence("Q&amp;A"),
    "qna_anonymous_enabled": sentence("anonymous questions"),
    "polls_enabled": sentence("polls"),
    "panelist_waiting_room": sentence("waiting room"),
    "pstn_enabled": sentence("dial-in by phone"),
}
_DOORS: Final = {
    Access.GUEST: sentence("open to anyone with the link"),
    Access.AUTHENTICATED_USER: sentence("only for people who are signed in"),
    Access.AUTHENTICATED_COWORKER: sentence("only for co-workers"),
}


def ended(state: TalkState, say: Translation) -> Message:
    """Draw the line in the place of a draft that has ended."""
    return _said(say(_ENDED.get(state, _ENDED[TalkState.SENT])))


def somebody_elses(owner: str, say: Translation) -> Message:
    """To somebody who would change or use a draft that is not theirs."""
    return _said(
        say(
            "This draft is {person}’s, and only they can change it. Mention me outside this thread to begin your own.",
            person=person(owner),
        )
    )


def not_created(faults: dict[str, str], say: Translation) -> Message:
    """The reason why a click on Create created nothing."""
    each = (say(fault.sentence) if isinstance(fault, Spoken) else fault for fault in faults.values())
    told = "\n".join(f"• {fitting(fault, 300)}" for fault in each)
    opening = say("Not created yet:")
    return _said(f"{opening}\n{told}\n{say('Answer in the thread or press *Edit*; everything is kept.')}")


def twin_asked(title: str, talk: str, say: Translation) -> Message:
    """The question before a second webinar with the same title at the same time."""
    text = say(
        "There is already *{title}* at that time. Create it all the same?", title=fitting(title, _TITLE_MAX)
    )
    create = button(
        say("Create it all the same"), Action.CREATE_DRAFT, value=f"{talk}{TWIN_MEANT}", style="primary"
    )
    return Message(text=text, blocks=(section(text), actions(create)))


def hello(say: Translation) -> Message:
    """To somebody who writes to the bot without saying what: examples that work."""
    opening = say("Hi! Tell me about a webinar in one line, and I draft it for you. For example:")
    ending = say(
        "I show what I understood; you change it by answering, and only a click on *Create* creates it."
    )
    return _said(f"{opening}\n{examples()}\n{ending}")


def summary_of(proposal: Proposal, say: Translation) -> list[str]:
    """The draft line by line: its title, when it is, and everything else."""
    title = fitting(proposal.draft.form.title, _TITLE_MAX) or say("no title yet")
    length = say.length(proposal.length) if proposal.length else fitting(proposal.draft.form.duration, 100)
    lines = [title, _there(proposal, say), length, *list(_lines(proposal, say))[2:]]
    return [_EMOJI.sub("", line) for line in lines]


TWIN_MEANT: Final = "|twin"
"""Behind the draft in the value of the button that creates a second webinar of the same title and time."""
_EMOJI: Final = re.compile(r"^:[a-z_]+: ")


def _asked(question: Sentence, say: Translation) -> str:
    return f":speech_balloon: {fitting(say(question), 600)} {say('Answer here in the thread.')}"


def _lines(proposal: Proposal, say: Translation) -> Iterator[str]:
    form, options = proposal.draft.form, proposal.draft.options
    length = say.length(proposal.length) if proposal.length else fitting(form.duration, 100)
    yield f":calendar: {_when(proposal, say)}"
    yield f":stopwatch: {length}"
    if form.audience is Audience.REGISTERED:
        yield f":ticket: {say('Registered event: people register and get a personal link')}"
    else:
        yield f":busts_in_silhouette: {say('All-hands: no registration, one shared link')}"
    if form.announce_in:
        channels = say.listed([channel(one) for one in form.announce_in])
        yield f":mega: {say('Will be announced in {channels}', channels=channels)}"
    if options.co_hosts:
        hosts = say.listed([person(one) for one in options.co_hosts[:_PEOPLE_MAX]])
        yield f":studio_microphone: {say('Co-hosts: {people}', people=hosts)}"
    if options.panelists:
        panel = say.listed([person(one) for one in options.panelists[:_PEOPLE_MAX]])
        yield f":studio_microphone: {say('Panelists: {people}', people=panel)}"
    if chosen := _said_options(proposal, say):
        yield f":gear: {', '.join(chosen)}"
    if options.description.strip():
        yield f":page_facing_up: {fitting(options.description, 300)}"


def _when(proposal: Proposal, say: Translation) -> str:
    start = proposal.start
    there = _there(proposal, say)
    zone = proposal.draft.form.time_zone
    if start is None or (zone is not None and say.shows(start, zone)):
        return there
    pretty = say("{date} at {time}", date="{date_long_pretty}", time="{time}")
    here = f"<!date^{int(start.timestamp())}^{pretty}|{there}>"
    return f"{there} · {say('for you: {when}', when=here)}"


def _there(proposal: Proposal, say: Translation) -> str:
    """When it starts, by the clock of the draft."""
    form, start = proposal.draft.form, proposal.start
    if start is None or form.time_zone is None:
        day = say.date(form.date) if form.date else say("no day yet")
        clock = say.time(form.start_time) if form.start_time else say("no time yet")
        return f"{day}, {clock}"
    return say(
        "{date:date}, {time:time} in {city:city}", date=start.date(), time=start.time(), city=form.time_zone
    )


def _buttons(proposal: Proposal, say: Translation) -> Block:
    ready = proposal.start is not None and proposal.draft.form.title
    talk = proposal.talk
    create: list[dict[str, Any]] = []
    if ready:
        create = [button(say("Create"), Action.CREATE_DRAFT, value=talk, style="primary")]
    return actions(
        *create,
        button(say("Edit"), Action.EDIT_DRAFT, value=talk),
        button(say("Discard"), Action.DISCARD_DRAFT, value=talk),
    )


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
