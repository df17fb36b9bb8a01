"""Questions about webinars that exist, and requests to change them, are understood in six languages.

`webinar_requests.jsonl` holds the lines: what is said, and the act in few words; `null` for what is neither.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.acts import AskWebinars, ChangeDraft, ManageWebinar, SetTitle
from bot.conversation.rules import RuleReader
from bot.conversation.webinar_requests import WebinarRequestReader
from bot.models.conversation import DraftState
from bot.models.understood import Understood
from tests.bot.conversation.webinars_known import NOW, spelled, turn, webinars

FILES = (
    Path(__file__).with_name("webinar_requests.jsonl"),
    Path(__file__).parents[2] / "language/our_requests_2.jsonl",
)
LINES = [json.loads(line) for file in FILES for line in file.read_text(encoding="utf-8").splitlines()]
READER = RuleReader((WebinarRequestReader(),))


def read(language: str, text: str, **more: Any) -> str | None:
    acts = READER.read(turn(language, text, **more))
    first = acts[0] if acts else None
    return spelled(first) if isinstance(first, AskWebinars | ManageWebinar) else None


@pytest.mark.parametrize("line", LINES, ids=[line["say"] for line in LINES])
def test_each_line_is_the_act_that_it_says(line: dict[str, Any]) -> None:
    last = webinars(line["language"])[0].key if line.get("after_first") else None
    assert read(line["language"], line["say"], spoken_of_last=last) == line["act"]


@pytest.mark.parametrize(
    "text", ["move it to friday", "make it longer", "cancel it", "who is coming?", "call it Demo"]
)
def test_with_a_draft_open_it_is_the_draft_that_is_meant(text: str) -> None:
    draft = DraftState(said=Understood(title="Product demo"))
    assert read("en", text, draft=draft, owner="U0ANN", spoken_of_last="Vendor training") is None


def test_with_a_draft_open_a_webinar_is_meant_by_its_title() -> None:
    draft = DraftState(said=Understood(title="Product demo"))
    said = read("en", "cancel the vendor training", draft=draft, owner="U0ANN")
    assert said == "cancel(vendor training)"


def test_a_title_that_the_draft_has_as_well_means_the_draft() -> None:
    draft = DraftState(said=Understood(title="Vendor training"))
    assert read("en", "move the vendor training to friday", draft=draft, owner="U0ANN") is None


def test_in_its_thread_a_webinar_needs_no_title() -> None:
    said = read("en", "@webinars move it to friday at 9am", thread_webinar="Vendor training")
    assert said == "move(last) 2027-03-05 09:00:00" or said is None
    assert read("en", "move it to friday at 9am", thread_webinar="Vendor training")


def test_what_was_not_said_to_us_is_nothing() -> None:
    assert read("en", "cancel the vendor training", to_us=False) is None


def test_a_long_text_is_no_request() -> None:
    assert read("en", "cancel the vendor training " + "because " * 60) is None


@pytest.mark.parametrize(
    ("language", "title", "text", "kind"),
    [
        ("en", "Product demo", "move the product demo to friday", "change_draft"),
        ("en", "Product demo", "cancel the product demo", "discard"),
        ("en", "Product demo", "when is the product demo?", "ask_draft"),
        ("de", "Kundenschulung", "verschieb die Kundenschulung auf Freitag", "change_draft"),
    ],
)
def test_a_request_may_name_the_open_draft_by_its_title(
    language: str, title: str, text: str, kind: str
) -> None:
    draft = DraftState(said=Understood(title=title, date=NOW.date(), clock=dt.time(14)))
    (act,) = READER.read(turn(language, text, draft=draft, owner="U0ANN"))
    assert act.kind == kind


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("rename the payroll update to Payroll news", "Payroll news"),
        ("call it Payroll update: April changes", "Payroll update: April changes"),
        ("change the title to Payroll update 2", "Payroll update 2"),
        ("call this “Payroll update 2027”", "Payroll update 2027"),
    ],
)
def test_a_new_title_may_hold_the_old_one(text: str, title: str) -> None:
    draft = DraftState(said=Understood(title="Payroll update", date=NOW.date(), clock=dt.time(14)))
    (act,) = READER.read(turn("en", text, draft=draft, owner="U0ANN"))
    assert act == ChangeDraft(changes=(SetTitle(title=title),))
