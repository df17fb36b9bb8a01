"""Reading a view gives the typed values, or nothing; it never fails, whatever Slack sends."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blocks.form import FormState, read_form
from blocks.options import draw_settings, read_options, read_settings
from blocks.settings import GROUPS, Group
from blocks.view_state import ViewState
from bot.models.form import Field, Form, Options

Json: TypeAlias = bool | int | float | str | list["Json"] | dict[str, "Json"] | None

FIELDS = [*Field, *(name for names in GROUPS.values() for name in names)]
KEYS = (
    "value",
    "selected_option",
    "selected_users",
    "selected_conversations",
    "selected_date",
    "selected_time",
)
HINTS = ("2026-12-01", "15:00", "all_hands", "on", "off", "Guest", "U0ANN", "9999-99-99", "24:61", "2026-W10")

cut_in_half = st.text(st.characters())
"""JSON can hold half of an emoji."""
leaves = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), cut_in_half, st.sampled_from(HINTS))
anything: st.SearchStrategy[Json] = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(), inner),
    max_leaves=12,
)
elements = anything | st.dictionaries(st.sampled_from(KEYS), anything)
answered = st.lists(st.tuples(st.sampled_from(FIELDS), elements), max_size=6).map(
    lambda answers: {name: {name: element} for name, element in answers}
)
values = anything | answered | st.dictionaries(st.sampled_from(FIELDS), anything, max_size=6)
views = st.fixed_dictionaries({}, optional={"state": anything | st.fixed_dictionaries({"values": values})})


def state(name: str, element: Any) -> dict[str, Any]:
    return {"state": {"values": {name: {name: element}}}}


@given(views)
def test_a_form_is_read_from_anything(view: dict[str, Any]) -> None:
    assert isinstance(read_form(view), Form)


@given(views)
def test_options_are_read_from_anything(view: dict[str, Any]) -> None:
    assert isinstance(read_options(view, Options()), Options)


@pytest.mark.parametrize("group", Group)
@given(views)
def test_settings_are_read_from_anything(group: Group, view: dict[str, Any]) -> None:
    drawn = draw_settings(group, Options(), FormState(webinar_key="d1"))
    assert isinstance(read_settings({**drawn, **view}, Options()), Options)


@given(st.sampled_from(FIELDS), elements)
def test_every_input_is_read_as_its_kind_or_as_nothing(name: str, element: Json) -> None:
    typed = ViewState(state(name, element))
    assert isinstance(typed.text(name), str)
    assert isinstance(typed.choice(name), str | None)
    assert all(isinstance(one, str) for one in typed.many(name))
    assert isinstance(typed.date(name), dt.date | None)
    assert isinstance(typed.time(name), dt.time | None)
    assert isinstance(typed.has(name), bool)


@pytest.mark.parametrize(
    ("read", "element", "value"),
    [
        (ViewState.text, {"value": " as it is\n"}, " as it is\n"),
        (ViewState.text, {"value": None}, ""),
        (ViewState.choice, {"selected_option": {"value": "on"}}, "on"),
        (ViewState.choice, {"selected_option": None}, None),
        (ViewState.many, {"selected_users": ["U0ANN", "U0BEN"]}, ("U0ANN", "U0BEN")),
        (ViewState.many, {"selected_conversations": ["C0GENERAL"]}, ("C0GENERAL",)),
        (ViewState.many, {"selected_users": []}, ()),
        (ViewState.many, {"selected_users": "U0ANN"}, ()),
        (ViewState.date, {"selected_date": "2026-12-01"}, dt.date(2026, 12, 1)),
        (ViewState.date, {"selected_date": "2026-02-30"}, None),
        (ViewState.time, {"selected_time": "15:00"}, dt.time(15)),
        (ViewState.time, {"selected_time": "15:00+01:00"}, dt.time(15)),
        (ViewState.time, {"selected_time": "25:00"}, None),
        (ViewState.has, {"value": None}, True),
        (ViewState.has, {}, False),
    ],
)
def test_what_was_typed_is_read(read: Callable[[ViewState, str], Any], element: Any, value: Any) -> None:
    assert read(ViewState(state("it", element)), "it") == value


def test_an_input_that_was_not_there_counts_as_not_answered() -> None:
    typed = ViewState({})
    assert (typed.text("it"), typed.choice("it"), typed.many("it"), typed.has("it")) == ("", None, (), False)
