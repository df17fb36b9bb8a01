"""Behind "More options": the description and the panel, and every setting in a view for its group."""

from collections.abc import Iterator
from typing import Final

from pydantic import ValidationError

from blocks.elements import (
    button,
    context,
    divider,
    field,
    modal,
    option,
    plain,
    section,
    select,
    without_empty,
)
from blocks.form import FormState
from blocks.ids import Action, Callback
from blocks.settings import (
    ACCOUNT,
    ACCOUNT_SAYS,
    DOORS,
    GROUPS,
    JOINS_EARLY,
    SWITCHED,
    TITLES,
    WORDS,
    Door,
    Group,
    Switch,
    chosen,
    label,
)
from blocks.text import escaped, listed, shortened
from blocks.view_state import ViewState
from bot.models import Access, Frozen, WebinarSettings
from bot.models.form import Field, Options
from bot.models.slack_payloads import Block, View
from bot.models.webinar import DEPENDENT

_REGISTRATION: Final = "Registration depends on your answer to “Who is it for?” in the form."


class GroupState(Frozen):
    """The hidden state of a view of settings."""

    form: FormState
    group: Group


def draw_options(options: Options, state: FormState) -> View:
    """The second view."""
    description = {"type": "plain_text_input", "multiline": True, "initial_value": options.description}
    groups = [_group(group, options) for group in Group]
    return modal(
        Callback.OPTIONS,
        "More options",
        [
            field(Field.DESCRIPTION, "Description", without_empty(description), optional=True),
            *([] if state.edits else _panel(options)),
            divider(),
            *groups,
            *([] if state.edits else [context(_REGISTRATION)]),
        ],
        submit="Save",
        close="Back",
        metadata=state.model_dump_json(),
    )


def _panel(options: Options) -> list[Block]:
    return [
        _people(Field.CO_HOSTS, "Co-hosts", options.co_hosts, "They help run the webinar."),
        _people(
            Field.PANELISTS,
            "Panelists",
            options.panelists,
            "Each gets a personal link by direct message.",
        ),
    ]


def read_options(view: View, saved: Options) -> Options:
    """Read the second view, with the settings that were saved before."""
    typed = ViewState(view)
    return saved.model_copy(
        update={
            "description": typed.text(Field.DESCRIPTION),
            "co_hosts": typed.many(Field.CO_HOSTS),
            "panelists": typed.many(Field.PANELISTS),
        }
    )


def draw_settings(group: Group, options: Options, state: FormState) -> View:
    """The third view: one group of settings; those ruled out by another are told instead of asked."""
    return modal(
        Callback.SETTINGS,
        TITLES[group],
        _inputs(group, options),
        submit="Save",
        close="Back",
        metadata=GroupState(form=state, group=group).model_dump_json(),
    )


def group_of(view: View) -> GroupState:
    """Return the group of settings that the third view shows; raises ValueError for a view that is none of ours."""
    try:
        return GroupState.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no group of settings") from None


def read_settings(view: View, saved: Options) -> Options:
    """Read the third view into the options that were saved before."""
    state, typed = group_of(view), ViewState(view)
    read = {name: _value(name, typed) for name in GROUPS[state.group] if typed.has(name)}
    settings = saved.settings.model_copy(update=read)
    settings = settings.without(settings.ruled_out())
    early = (
        typed.text(Field.PANEL_JOINS_EARLY) if typed.has(Field.PANEL_JOINS_EARLY) else saved.panel_joins_early
    )
    return saved.model_copy(update={"settings": settings, "panel_joins_early": early})


def _people(name: Field, said: str, chosen_people: tuple[str, ...], hint: str) -> Block:
    people = {"type": "multi_users_select", "initial_users": list(chosen_people)}
    return field(name, said, without_empty(people), hint=hint, optional=True)


def _group(group: Group, options: Options) -> Block:
    settings = options.settings
    said = [
        f"{label(name)}: {chosen(name, value)}"
        for name in GROUPS[group]
        if (value := getattr(settings, name)) is not None
    ]
    if group is Group.PANEL and options.panel_joins_early:
        said.append(f"{JOINS_EARLY}: {options.panel_joins_early}")
    told = "; ".join(said) or ACCOUNT_SAYS
    return section(
        f"*{escaped(TITLES[group])}*\n{escaped(shortened(told, 500))}",
        accessory=button("Change", Action.CHANGE_SETTINGS, value=group),
        block_id=f"group_{group}",
    )


def _inputs(group: Group, options: Options) -> list[Block]:
    out = options.settings.ruled_out()
    blocks = [_input(name, options.settings) for name in GROUPS[group] if name not in out]
    if group is Group.PANEL:
        early = {"type": "number_input", "is_decimal_allowed": False, "min_value": "0", "max_value": "720"}
        early["initial_value"] = options.panel_joins_early
        blocks.append(field(Field.PANEL_JOINS_EARLY, JOINS_EARLY, without_empty(early), optional=True))
    return [*blocks, *_unavailable(group, options.settings)]


def _unavailable(group: Group, settings: WebinarSettings) -> Iterator[Block]:
    """One line for each switch that is off: the settings that depend on it are not asked."""
    for switch, names in DEPENDENT.items():
        if switch in GROUPS[group] and getattr(settings, switch) is False:
            labels = listed([f"“{label(name)}”" for name in names])
            is_or_are = "is" if len(names) == 1 else "are"
            said = f"{labels} {is_or_are} not available while {SWITCHED[switch]} off."
            yield context(escaped(said))


def _input(name: str, settings: WebinarSettings) -> Block:
    words, value = WORDS[name], getattr(settings, name)
    if isinstance(words, Switch):
        options = [option(ACCOUNT_SAYS, ACCOUNT), option(words.on, "on"), option(words.off, "off")]
        now = {None: ACCOUNT, True: "on", False: "off"}[value]
        return field(name, words.label, select(options, now), dispatch=name in DEPENDENT)
    if isinstance(words, Door):
        options = [option(ACCOUNT_SAYS, ACCOUNT), *(option(said, door) for door, said in DOORS.items())]
        return field(name, words.label, select(options, value or ACCOUNT))
    kind = "url_text_input" if name == "post_webinar_redirect_uri" else "plain_text_input"
    typing = {"type": kind, "initial_value": value, "placeholder": plain(ACCOUNT_SAYS)}
    return field(name, words.label, without_empty(typing), hint=words.hint, optional=True)


def _value(name: str, typed: ViewState) -> bool | str | None:
    words = WORDS[name]
    if isinstance(words, Switch):
        return {"on": True, "off": False}.get(typed.choice(name) or "")
    if isinstance(words, Door):
        answer = typed.choice(name)
        return Access(answer) if answer in set(Access) else None
    return typed.text(name).strip() or None
