"""Behind "More options": what is drawn is read back, and what hangs on a setting that is off goes with it."""

import pytest
from hypothesis import example, given

from blocks.form import FormState
from blocks.options import draw_options, draw_settings, group_of, read_options, read_settings
from blocks.settings import GROUPS, Group, label
from bot.models import Access, WebinarSettings
from bot.models.form import Field, Options
from bot.models.slack_payloads import View
from bot.models.webinar import DEPENDENT
from tests.blocks import strategies
from tests.blocks.view_input import chosen, inputs, typed_into
from tests.blocks.visible_text import formatted

STATE = FormState(webinar_key="d1")
RECORDED = WebinarSettings(
    recording_enabled=True,
    auto_record=True,
    artifacts_access_authentication=Access.AUTHENTICATED_COWORKER,
    external_livestream_enabled=False,
)


def group_with(name: str) -> Group:
    return next(group for group, names in GROUPS.items() if name in names)


def all_on() -> Options:
    switches = {name: True for names in DEPENDENT.values() for name in names if "authentication" not in name}
    return Options(settings=RECORDED.model_copy(update=dict.fromkeys(DEPENDENT, True) | switches))


def settings_view(group: Group, settings: WebinarSettings | None = None) -> View:
    return draw_settings(group, Options(settings=settings or WebinarSettings()), STATE)


@given(strategies.options(), strategies.states)
@example(Options(description=" News \n"), STATE)
def test_options_that_nobody_touches_are_read_as_they_were_drawn(options: Options, state: FormState) -> None:
    saved = Options(settings=options.settings, panel_joins_early=options.panel_joins_early)
    assert read_options(typed_into(draw_options(options, state)), saved) == options


@pytest.mark.parametrize("group", Group)
@given(strategies.options(), strategies.states)
def test_settings_that_nobody_touches_are_read_as_they_were_drawn(
    group: Group, options: Options, state: FormState
) -> None:
    early = "" if group is Group.PANEL else options.panel_joins_early
    elsewhere = options.settings.without(frozenset(GROUPS[group]))
    saved = options.model_copy(update={"settings": elsewhere, "panel_joins_early": early})
    assert read_settings(typed_into(draw_settings(group, options, state)), saved) == options


@pytest.mark.parametrize("group", Group)
@given(strategies.states)
def test_a_view_of_settings_knows_its_form_and_its_group(group: Group, state: FormState) -> None:
    shown = group_of(draw_settings(group, Options(), state))
    assert (shown.form, shown.group) == (state, group)


@pytest.mark.parametrize("carried", ["", "null", '{"form": {"draft": "d1"}, "group": "cheese"}'])
def test_a_view_that_is_none_of_ours_has_no_group(carried: str) -> None:
    with pytest.raises(ValueError, match="carries no group"):
        group_of({"private_metadata": carried})


@pytest.mark.parametrize(("parent", "children"), DEPENDENT.items())
def test_what_hangs_on_a_setting_that_is_off_is_told_instead_of_asked(
    parent: str, children: tuple[str, ...]
) -> None:
    group = group_with(parent)
    shown = settings_view(group, all_on().settings)
    hidden = settings_view(group, all_on().settings.model_copy(update={parent: False}))
    assert set(inputs(shown)) - set(inputs(hidden)) == set(children)
    told = " ".join(formatted(hidden)).replace("&amp;", "&")
    assert all(label(child) in told for child in children)


@pytest.mark.parametrize(("parent", "children"), DEPENDENT.items())
def test_switching_a_setting_off_clears_what_hangs_on_it(parent: str, children: tuple[str, ...]) -> None:
    view = typed_into(draw_settings(group_with(parent), all_on(), STATE), **{parent: chosen("off")})
    now = read_settings(view, all_on()).settings
    assert getattr(now, parent) is False
    assert [getattr(now, child) for child in children] == [None] * len(children)


@pytest.mark.parametrize(("parent", "children"), DEPENDENT.items())
@pytest.mark.parametrize("answer", ["on", "account"])
def test_leaving_a_setting_on_keeps_what_hangs_on_it(
    parent: str, children: tuple[str, ...], answer: str
) -> None:
    view = typed_into(draw_settings(group_with(parent), all_on(), STATE), **{parent: chosen(answer)})
    now = read_settings(view, all_on()).settings
    assert None not in [getattr(now, child) for child in children]


@pytest.mark.parametrize("parent", DEPENDENT)
def test_switching_such_a_setting_tells_the_bot_at_once(parent: str) -> None:
    blocks = settings_view(group_with(parent))["blocks"]
    told = {block["block_id"] for block in blocks if block.get("dispatch_action")}
    assert parent in told
    assert told <= DEPENDENT.keys()


def test_one_group_leaves_the_settings_of_the_others_alone() -> None:
    saved = Options(description="News", settings=RECORDED)
    view = typed_into(draw_settings(Group.ATTENDEES, saved, STATE), pstn_enabled=chosen("off"))
    now = read_settings(view, saved)
    assert now == saved.model_copy(update={"settings": RECORDED.model_copy(update={"pstn_enabled": False})})


def test_an_emptied_password_is_left_to_the_account() -> None:
    saved = Options(settings=WebinarSettings(password="open-sesame"))
    view = typed_into(draw_settings(Group.ATTENDEES, saved, STATE), password={"value": None})
    assert read_settings(view, saved).settings.password is None


def test_an_access_that_nobody_knows_is_left_to_the_account() -> None:
    view = typed_into(settings_view(Group.ATTENDEES), attendee_authentication=chosen("Martian"))
    assert read_settings(view, Options()).settings.attendee_authentication is None


def test_the_panel_may_join_early() -> None:
    view = typed_into(settings_view(Group.PANEL), panel_joins_early={"value": "15"})
    assert read_settings(view, Options()).panel_joins_early == "15"


def test_each_group_says_what_was_changed_in_it() -> None:
    options = Options(panel_joins_early="10", settings=RECORDED)
    said = "\n".join(formatted(draw_options(options, STATE)))
    assert "Record the webinar: Record; Start recording: Automatically, when it goes live" in said
    assert "Panelists can join early (minutes): 10" in said
    assert said.count("Account default") == 2


def test_a_password_is_not_spelled_out_where_it_is_summed_up() -> None:
    options = Options(settings=WebinarSettings(password="open-sesame"))
    assert "Password: set" in str(draw_options(options, STATE))
    assert "open-sesame" not in str(draw_options(options, STATE))


def test_description_and_panel_are_asked_before_the_settings() -> None:
    assert inputs(draw_options(Options(), STATE)) == [Field.DESCRIPTION, Field.CO_HOSTS, Field.PANELISTS]
