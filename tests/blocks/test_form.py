"""The first view: what is drawn into it is read back, and every fault lands on an input."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blocks.form import FormState, asks_for_zone, draw_form, errors_of, read_form
from blocks.options import draw_options, draw_settings
from blocks.settings import Group
from bot.models import Audience, Zone
from bot.models.form import Field, Form, Options
from bot.models.slack_payloads import View
from sandbox.slack.blockkit.validation import problems_in_view
from tests.blocks import strategies
from tests.blocks.view_input import LOOKED_AT, chosen, inputs, typed_into
from tests.blocks.visible_text import formatted

BERLIN = Zone(name="Europe/Berlin", label="Berlin (UTC+1)")
STATE = FormState(webinar_key="d1", attempt=2)


def first_view(form: Form | None = None, zone: Zone | None = BERLIN, *, zone_asked: bool = True) -> View:
    return draw_form(form or Form(), Options(), STATE, zone, zone_asked=zone_asked)


def open_views() -> dict[str, View]:
    groups = {str(group): draw_settings(group, Options(), STATE) for group in Group}
    return {"first": first_view(), "options": draw_options(Options(), STATE), **groups}


@given(strategies.forms, strategies.zones, strategies.options(), strategies.states)
@example(Form(title=" Q3 \n", duration=" 1 hour "), BERLIN, Options(), STATE)
def test_a_form_that_nobody_touches_is_read_as_it_was_drawn(
    form: Form, zone: Zone, options: Options, state: FormState
) -> None:
    shown = zone.model_copy(update={"name": form.time_zone}) if form.time_zone else None
    assert read_form(typed_into(draw_form(form, options, state, shown))) == form


@given(strategies.states)
def test_a_view_carries_its_form_along(state: FormState) -> None:
    assert FormState.carried_by(draw_form(Form(), Options(), state, BERLIN)) == state


@pytest.mark.parametrize("carried", ["", "{}", "not json", '{"draft": 1}', '{"draft": "d", "more": 1}'])
def test_a_view_that_is_none_of_ours_carries_no_form(carried: str) -> None:
    with pytest.raises(ValueError, match="carries no form"):
        FormState.carried_by({"private_metadata": carried})


def test_an_empty_form_is_an_all_hands_of_one_hour() -> None:
    form = read_form(typed_into(first_view()))
    assert (form.audience, form.duration, form.time_zone) == (Audience.ALL_HANDS, "1 hour", "Europe/Berlin")


def test_who_types_the_command_in_a_channel_announces_there() -> None:
    form = read_form(typed_into(first_view(Form(announce_here=True))))
    assert form.announce_in == (LOOKED_AT,)


def test_who_opens_the_form_elsewhere_announces_nowhere() -> None:
    assert read_form(typed_into(first_view())).announce_in == ()


def test_a_registered_event_can_be_chosen() -> None:
    view = typed_into(first_view(), audience=chosen(Audience.REGISTERED))
    assert read_form(view).audience is Audience.REGISTERED


def test_an_audience_that_nobody_knows_counts_as_an_all_hands() -> None:
    assert read_form(typed_into(first_view(), audience=chosen("everybody"))).audience is Audience.ALL_HANDS


def test_the_start_time_is_asked_in_the_chosen_zone() -> None:
    clocks = [block["element"] for block in first_view()["blocks"] if block.get("block_id") == "start_time"]
    assert [clock["timezone"] for clock in clocks] == ["Europe/Berlin"]


def test_until_the_zone_was_looked_up_a_line_stands_in_its_place() -> None:
    view = first_view(zone=None, zone_asked=False)
    assert "time_zone" not in inputs(view)
    assert "Looking up your time zone…" in formatted(view)
    assert read_form(typed_into(view)).time_zone is None


def test_whether_the_zone_can_be_chosen_is_seen_in_the_view() -> None:
    assert asks_for_zone(first_view())
    assert not asks_for_zone(first_view(zone=None, zone_asked=False))


def test_a_problem_stands_above_the_form() -> None:
    view = draw_form(Form(), Options(), STATE, BERLIN, problem="RingCentral cannot be reached.")
    assert view["blocks"][0]["text"]["text"] == ":warning: RingCentral cannot be reached."


def test_the_form_says_what_was_changed_behind_more_options() -> None:
    options = Options(description="News", co_hosts=("U0BEN",), panelists=("U0CAT", "U0DAN"))
    said = " ".join(formatted(draw_form(Form(), options, STATE, BERLIN)))
    assert "Description added; 1 co-host; 2 panelists" in said


def test_the_form_says_that_nothing_was_changed_behind_more_options() -> None:
    assert "Account default" in " ".join(formatted(first_view()))


@pytest.mark.parametrize("place", open_views())
@given(st.dictionaries(st.sampled_from([*Field, "password", "nobody knows it"]), st.text(min_size=1)))
def test_every_fault_is_told_at_an_input_that_is_there(place: str, faults: dict[str, str]) -> None:
    view = open_views()[place]
    errors = errors_of(view, faults)
    assert errors.keys() <= set(inputs(view))
    told = "\n".join(errors.values())
    assert all(fault in told for fault in faults.values())


@pytest.mark.parametrize("place", open_views())
def test_a_fault_is_told_at_its_own_input(place: str) -> None:
    view = open_views()[place]
    faults = {name: f"Change {name}." for name in inputs(view)}
    assert errors_of(view, faults) == faults


def test_faults_behind_more_options_are_told_at_the_first_input_of_the_form() -> None:
    faults = {"audience": "Choose.", "description": "Too long.", "password": "Too long as well."}
    assert errors_of(first_view(), faults) == {"audience": "Choose. Too long. Too long as well."}


def test_a_view_without_inputs_has_no_place_for_faults() -> None:
    assert errors_of({"blocks": [{"type": "divider"}]}, {"title": "Give it a title."}) == {}


def test_a_problem_that_is_very_long_still_fits_above_the_form() -> None:
    view = draw_form(Form(), Options(), STATE, BERLIN, problem="Too many words. " * 200)
    assert problems_in_view(view) == []
