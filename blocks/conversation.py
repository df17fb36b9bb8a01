"""A draft in a thread: everything that was understood, spelled out, with its buttons; and what is said around it."""

from collections.abc import Iterator
from typing import Any, Final

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import channel, fitting, paragraphs, person
from blocks.usage import examples
from bot.models import Audience
from bot.models.sentence import Sentence, sentence
from bot.models.slack_payloads import Block, Message
from bot.models.talk import Proposal, TalkState
from bot.translation import Translation, translation_for

_TEXT_MAX: Final = 3500
_TITLE_MAX: Final = 600
_PEOPLE_MAX: Final = 20
_ENDED: Final = {
    TalkState.SENT: sentence("This draft was sent off already."),
    TalkState.DISCARDED: sentence("This draft was discarded. Nothing was created."),
    TalkState.EXPIRED: sentence(
        "This draft was left alone for a day, so I put it away. Nothing was created; say it once more whenever you like."
    ),
}


def draft_card(proposal: Proposal) -> Message:
    """The draft, as it would be created now, in the language in which it was begun."""
    say = translation_for(proposal.language, proposal.locale)
    title = fitting(proposal.draft.form.title, _TITLE_MAX) or say("no title yet")
    heading = say("Draft: {title}", title=title)
    lines = [f":memo: *{heading}*", *_lines(proposal, say)]
    asked = _asked(proposal.question, say) if proposal.question else ""
    notes = [context(f":point_up: {fitting(say(note), 900)}") for note in proposal.notes[:8]]
    text = "\n".join([*lines, *([asked] if asked else [])])
    blocks: list[Block] = [section(part) for part in paragraphs(lines)]
    if asked:
        blocks.append(section(asked))
    owner = context(
        say("Only {person} can change it, and only a click creates it.", person=person(proposal.owner))
    )
    return Message(text=text[:_TEXT_MAX], blocks=(*blocks, *notes, _buttons(proposal, say), owner))


def ended(state: TalkState, say: Translation) -> Message:
    """What stands in the place of a draft that has ended."""
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
    """Why a click on Create created nothing."""
    told = "\n".join(f"• {fitting(fault, 300)}" for fault in faults.values())
    opening = say("Not created yet:")
    return _said(f"{opening}\n{told}\n{say('Answer in the thread or press *Edit*; everything is kept.')}")


def not_taken_in(say: Translation) -> Message:
    """To an answer that changed nothing."""
    return _said(
        say(
            "I understood nothing new in that. You can say “at 3pm”, “make it Thursday”, “90 minutes”, "
            "“call it Roadmap review” or “with registration”, or press *Edit*."
        )
    )


def hello(say: Translation) -> Message:
    """To somebody who writes to the bot without saying what: examples that work."""
    opening = say("Hi! Tell me about a webinar in one line, and I draft it for you. For example:")
    ending = say(
        "I show what I understood; you change it by answering, and only a click on *Create* creates it."
    )
    return _said(f"{opening}\n{examples()}\n{ending}")


def _asked(question: Sentence, say: Translation) -> str:
    return f":speech_balloon: {fitting(say(question), 600)} {say('Answer here in the thread.')}"


def _lines(proposal: Proposal, say: Translation) -> Iterator[str]:
    form, options = proposal.draft.form, proposal.draft.options
    length = say.length(proposal.length) if proposal.length else fitting(form.duration, 100)
    yield f":calendar: {_when(proposal, say)}"
    yield f":stopwatch: {length}"
    if form.audience is Audience.REGISTERED:
        yield f":ticket: {say('Registered event: people register and get a link of their own')}"
    else:
        yield f":busts_in_silhouette: {say('All-hands: no registration, one shared link')}"
    if form.announce_in:
        channels = say.listed([channel(one) for one in form.announce_in])
        yield f":mega: {say('Announced in {channels}', channels=channels)}"
    if options.co_hosts:
        hosts = say.listed([person(one) for one in options.co_hosts[:_PEOPLE_MAX]])
        yield f":studio_microphone: {say('Co-hosts: {people}', people=hosts)}"
    if options.panelists:
        panel = say.listed([person(one) for one in options.panelists[:_PEOPLE_MAX]])
        yield f":studio_microphone: {say('Panelists: {people}', people=panel)}"


def _when(proposal: Proposal, say: Translation) -> str:
    form, start = proposal.draft.form, proposal.start
    if start is None or form.time_zone is None:
        day = say.date(form.date) if form.date else say("no day yet")
        clock = say.time(form.start_time) if form.start_time else say("no time yet")
        return f"{day}, {clock}"
    there = say(
        "{date:date}, {time:time} in {city:city}", date=start.date(), time=start.time(), city=form.time_zone
    )
    pretty = say("{date} at {time}", date="{date_long_pretty}", time="{time}")
    here = f"<!date^{int(start.timestamp())}^{pretty}|{there}>"
    return f"{there} · {say('for you: {when}', when=here)}"


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
