"""A draft in a thread: everything that was understood, spelled out, with its buttons; and what is said around it."""

from typing import Final

from blocks.elements import actions, button, context, section
from blocks.ids import Action
from blocks.text import channel, city, fitting, listed, paragraphs, person
from blocks.usage import ANSWERS, examples
from bot.models import Audience
from bot.models.slack_payloads import Block, Message
from bot.models.talk import Proposal, TalkState

_TEXT_MAX: Final = 3500
_TITLE_MAX: Final = 600
_ENDED: Final = {
    TalkState.SENT: "This draft was sent off already.",
    TalkState.DISCARDED: "This draft was discarded. Nothing was created.",
    TalkState.EXPIRED: "This draft was left alone for a day, so I put it away. Nothing was created; "
    "say it once more whenever you like.",
}


def draft_card(proposal: Proposal) -> Message:
    """The draft, as it would be created now."""
    title = fitting(proposal.draft.form.title, _TITLE_MAX) or "no title yet"
    lines = [f":memo: *Draft: {title}*", *_lines(proposal)]
    asked = (
        f":speech_balloon: {fitting(proposal.question, 600)} Answer here in the thread."
        if proposal.question
        else ""
    )
    notes = [context(f":point_up: {fitting(note, 900)}") for note in proposal.notes[:8]]
    text = "\n".join([*lines, *([asked] if asked else [])])
    blocks: list[Block] = [section(part) for part in paragraphs(lines)]
    if asked:
        blocks.append(section(asked))
    owner = context(f"Only {person(proposal.owner)} can change it, and only a click creates it.")
    return Message(text=text[:_TEXT_MAX], blocks=(*blocks, *notes, _buttons(proposal), owner))


def ended(state: TalkState) -> Message:
    """What stands in the place of a draft that has ended."""
    return _said(_ENDED.get(state, _ENDED[TalkState.SENT]))


def somebody_elses(owner: str) -> Message:
    """To somebody who would change or use a draft that is not theirs."""
    return _said(
        f"This draft is {person(owner)}’s, and only they can change it. Mention me outside this thread to begin your own."
    )


def not_created(faults: dict[str, str]) -> Message:
    """Why a click on Create created nothing."""
    told = "\n".join(f"• {fitting(fault, 300)}" for fault in faults.values())
    return _said(f"Not created yet:\n{told}\nAnswer in the thread or press *Edit*; everything is kept.")


def not_taken_in() -> Message:
    """To an answer that changed nothing."""
    *some, last = (f"“{answer}”" for answer in ANSWERS)
    return _said(
        f"I understood nothing new in that. You can say {', '.join(some)} or {last}, or press *Edit*."
    )


def hello() -> Message:
    """To somebody who writes to the bot without saying what: examples that work."""
    return _said(
        f"Hi! Tell me about a webinar in one line, and I draft it for you. For example:\n{examples()}\n"
        "I show what I understood; you change it by answering, and only a click on *Create* creates it."
    )


def _lines(proposal: Proposal) -> list[str]:
    form, options = proposal.draft.form, proposal.draft.options
    registered = form.audience is Audience.REGISTERED
    hosts, panel = options.co_hosts[:20], options.panelists[:20]
    return [
        f":calendar: {_when(proposal)}",
        f":stopwatch: {fitting(form.duration, 100)}",
        ":ticket: Registered event: people register and get a link of their own"
        if registered
        else ":busts_in_silhouette: All-hands: no registration, one shared link",
        *(
            [f":mega: Announced in {listed([channel(one) for one in form.announce_in])}"]
            if form.announce_in
            else []
        ),
        *([f":studio_microphone: Co-hosts: {listed([person(one) for one in hosts])}"] if hosts else []),
        *([f":studio_microphone: Panelists: {listed([person(one) for one in panel])}"] if panel else []),
    ]


def _when(proposal: Proposal) -> str:
    form, start = proposal.draft.form, proposal.start
    day = f"{form.date:%A}, {form.date.day} {form.date:%B %Y}" if form.date else "no day yet"
    if start is None or form.time_zone is None:
        return f"{day}, {f'{form.start_time:%H:%M}' if form.start_time else 'no time yet'}"
    day = f"{start:%A}, {start.day} {start:%B %Y}"
    there = f"{day}, {start:%H:%M} in {city(form.time_zone)}"
    return f"{there} · for you: <!date^{int(start.timestamp())}^{{date_long_pretty}} at {{time}}|{there}>"


def _buttons(proposal: Proposal) -> Block:
    ready = proposal.start is not None and proposal.draft.form.title
    create = [button("Create", Action.CREATE_DRAFT, value=proposal.talk, style="primary")] if ready else []
    return actions(
        *create,
        button("Edit", Action.EDIT_DRAFT, value=proposal.talk),
        button("Discard", Action.DISCARD_DRAFT, value=proposal.talk),
    )


def _said(text: str) -> Message:
    return Message(text=text, blocks=(section(text),))
