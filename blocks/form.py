"""The form, first view: who it is for, what, when, and where it is announced. Drawn here, read back here."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pydantic import ValidationError

from blocks.elements import (
    SECTION_MAX,
    button,
    context,
    field,
    modal,
    option,
    plain,
    radio,
    section,
    without_empty,
)
from blocks.ids import Action, Callback
from blocks.settings import summary
from blocks.text import escaped, fitting, shortened
from blocks.view_state import ViewState
from blocks.zones import zone_option
from bot.models import Audience, Zone
from bot.models.form import Field, Form, Options
from bot.models.frozen import Stored, WebinarKey
from bot.models.slack_payloads import Block, View
from bot.models.webinar import CHANNELS_MAX

_AUDIENCES = (
    option("All-hands", Audience.ALL_HANDS, "No registration. Everyone joins with one shared link."),
    option("Registered event", Audience.REGISTERED, "People register and get a personal link."),
)


_NOTE_MAX: Final = 200
"""Characters; all notes together have to be carried along."""


ZONE_MISSING: Final = "I couldn’t find your time zone in Slack. Choose it below and submit the form again."


class FormState(Stored):
    """The hidden state of a form: its draft, the number of the try, and the notes beside its fields.

    A form that `edits` a webinar names the form that it came from. With `asked_about_twin` the person was told that
    there is such a webinar already.
    """

    webinar_key: WebinarKey
    attempt: int = 0
    notes: Mapping[Field, str] = {}
    talked_about: bool = False
    edits: str | None = None
    asked_about_twin: bool = False

    @classmethod
    def with_notes(
        cls, webinar_key: str, notes: Mapping[Field, str], *, talked_about: bool = False
    ) -> "FormState":
        """The state of a form that was filled in from words; each note short enough to be carried."""
        return cls(
            webinar_key=webinar_key,
            talked_about=talked_about,
            notes={name: shortened(note, _NOTE_MAX) for name, note in notes.items()},
        )

    @classmethod
    def carried_by(cls, view: View) -> "FormState":
        """The state of an open view; raises ValueError for a view that is none of ours."""
        try:
            return cls.model_validate_json(view.get("private_metadata") or "")
        except ValidationError:
            raise ValueError("this view carries no form") from None


def draw_form(
    form: Form,
    options: Options,
    state: FormState,
    zone: Zone | None,
    *,
    zone_asked: bool = True,
    problem: str | None = None,
) -> View:
    """The first view. Until the person's zone was asked for, a line stands where its select will be."""
    told = [section(f":warning: {fitting(problem, SECTION_MAX - 20)}")] if problem else []
    settled = {Field.AUDIENCE, Field.ANNOUNCE_IN} if state.edits else set[str]()
    drawn = [*_what(form), *_when(form, zone, zone_asked=zone_asked), *_where(form)]
    fields = [block for block in drawn if block["block_id"] not in settled]
    return modal(
        Callback.EDIT_FORM if state.edits else Callback.FORM,
        "Edit webinar" if state.edits else "Create a webinar",
        [*told, *_noted(fields, state.notes), _more(options)],
        submit="Save changes" if state.edits else "Create webinar",
        close="Cancel",
        metadata=state.model_dump_json(),
    )


def being_created(title: str) -> str:
    """The answer to a form whose webinar another try creates at this moment; plain text."""
    return f"{title} is being created already, by “Try again”. Wait for its result, or close this form."


def has_twin(title: str) -> str:
    """The question before a second webinar with the same title at the same time; plain text."""
    return (
        f"There is already “{title}” at that time. Create it all the same? Then press Create webinar once more, or "
        "change the title or the time."
    )


def reading_view() -> View:
    """The view while the person's zone is looked up, without which "tomorrow" means nothing."""
    return modal(
        Callback.FORM,
        "Create a webinar",
        [section(":hourglass_flowing_sand: Reading your message…")],
    )


def refused_view(reason: str) -> View:
    """The view for somebody who may not create webinars."""
    return modal(Callback.FORM, "Create a webinar", [section(f":no_entry_sign: {reason}")])


def asks_for_zone(view: View) -> bool:
    """Tell whether the view has the select for the zone already."""
    return any(
        block.get("type") == "input" and block.get("block_id") == Field.TIME_ZONE for block in view["blocks"]
    )


def errors_of(view: View, faults: Mapping[str, str]) -> dict[str, str]:
    """The faults at their inputs; those whose input is not in this view are told at its first one."""
    inputs = [block["block_id"] for block in view.get("blocks", ()) if block.get("type") == "input"]
    errors = {name: fault for name, fault in faults.items() if name in inputs}
    elsewhere = [fault for name, fault in faults.items() if name not in inputs]
    if elsewhere and inputs:
        first = inputs[0]
        errors[first] = " ".join([*filter(None, [errors.get(first)]), *elsewhere])
    return errors


def read_form(view: View) -> Form:
    """Read the first view; anything unreadable counts as not answered."""
    typed = ViewState(view)
    chosen = typed.choice(Field.AUDIENCE)
    return Form(
        audience=Audience(chosen) if chosen in set(Audience) else Audience.ALL_HANDS,
        title=typed.text(Field.TITLE),
        date=typed.date(Field.DATE),
        start_time=typed.time(Field.START_TIME),
        time_zone=typed.choice(Field.TIME_ZONE),
        duration=typed.text(Field.DURATION),
        announce_in=typed.many(Field.ANNOUNCE_IN),
    )


def _noted(fields: Sequence[Block], notes: Mapping[Field, str]) -> Iterator[Block]:
    """The fields, each followed by what is to be said about it."""
    said = {str(name): note for name, note in notes.items()}
    for block in fields:
        yield block
        if note := said.get(block["block_id"]):
            yield context(f":point_up: {fitting(note, _NOTE_MAX * 5)}")


def _what(form: Form) -> list[Block]:
    title = {"type": "plain_text_input", "initial_value": form.title, "focus_on_load": True}
    title["placeholder"] = plain("Q3 All-Hands")
    return [
        field(Field.AUDIENCE, "Who is it for?", radio(_AUDIENCES, form.audience)),
        field(Field.TITLE, "Title", without_empty(title)),
    ]


def _when(form: Form, zone: Zone | None, *, zone_asked: bool) -> list[Block]:
    day = {"type": "datepicker", "initial_date": form.date.isoformat() if form.date else None}
    clock = {
        "type": "timepicker",
        "initial_time": f"{form.start_time:%H:%M}" if form.start_time else None,
        "timezone": zone.name if zone else None,
    }
    duration = {
        "type": "plain_text_input",
        "initial_value": form.duration,
        "placeholder": plain("45 minutes"),
    }
    return [
        field(Field.DATE, "Date", without_empty(day)),
        field(Field.START_TIME, "Start time", without_empty(clock)),
        _zone_select(zone) if zone_asked else context("Looking up your time zone…", block_id=Field.TIME_ZONE),
        field(
            Field.DURATION,
            "Duration",
            without_empty(duration),
            hint="For example 45 minutes, 1:30 or 2 hours. Between 30 seconds and 12 hours.",
        ),
    ]


def _zone_select(zone: Zone | None) -> Block:
    select = {
        "type": "external_select",
        "min_query_length": 2,
        "placeholder": plain("Type a city, such as Berlin"),
        "initial_option": zone_option(zone) if zone else None,
    }
    return field(Field.TIME_ZONE, "Time zone", without_empty(select))


def _where(form: Form) -> list[Block]:
    channels = {
        "type": "multi_conversations_select",
        "initial_conversations": list(form.announce_in),
        "default_to_current_conversation": form.announce_here or None,
        "filter": {"include": ["public", "private"], "exclude_external_shared_channels": True},
        "placeholder": plain("No announcement"),
        "max_selected_items": CHANNELS_MAX,
    }
    return [
        field(
            Field.ANNOUNCE_IN,
            "Announce in",
            without_empty(channels),
            hint="Each channel gets one card with a Join or Register button.",
            optional=True,
        )
    ]


def _more(options: Options) -> Block:
    changed = "; ".join(summary(options)) or "Account defaults"
    return section(
        f"*Description, panel, recording, Q&amp;A and more*\n{escaped(shortened(changed, 500))}",
        accessory=button("More options", Action.MORE_OPTIONS),
        block_id="more",
    )
