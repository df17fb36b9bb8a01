"""A change is one of five; what an earlier version stored is read as the one it was."""

import pytest
from pydantic import TypeAdapter

from bot.models.change import (
    AnnounceChange,
    CancelChange,
    Change,
    EditChange,
    PanelChange,
    RegistrationChange,
    change_origin,
)
from bot.models.change import ChangeKind as Kind
from bot.models.registration import RegistrationTerms
from bot.models.webinar import Role
from bot.storage.encryption import Cipher
from tests.blocks.example_webinar import plan_of, webinar

CHANGES: TypeAdapter[Change] = TypeAdapter(Change)
OPEN, CLOSED = RegistrationTerms(is_open=True), RegistrationTerms(is_open=False)
EMPTY = (
    '"view_id":"V1","plan":null,"base":null,"reason":"","panel":[],"panel_shown":null,"channels":[],'
    '"terms":null,"shown_terms":null,"asked_at":null'
)
ALL_KINDS = [
    EditChange(id="V1:edit", webinar_key="d1", user="U1", plan=plan_of(webinar()), base=webinar()),
    CancelChange(id="V1:cancel", webinar_key="d1", user="U1", reason="Ann is ill."),
    PanelChange(id="V1:panel", webinar_key="d1", user="U1", panel=(("U2", Role.PANELIST),)),
    AnnounceChange(id="V1:announce", webinar_key="d1", user="U1", channels=("C1",)),
    RegistrationChange(id="V1:registration", webinar_key="d1", user="U1", terms=OPEN, shown_terms=CLOSED),
]


def stored(kind: str, **fields: str) -> str:
    """A change as the version before the five stored it: with the fields of all of them."""
    text = f'{{"id":"V1:{kind}","draft":"d1","user":"U1","kind":"{kind}",{EMPTY}}}'
    for name, value in fields.items():
        for empty in ("null", '""', "[]"):
            text = text.replace(f'"{name}":{empty}', f'"{name}":{value}')
    return text


@pytest.mark.parametrize("change", ALL_KINDS, ids=lambda change: str(change.kind))
def test_each_kind_is_stored_and_read_back(change: Change) -> None:
    cipher = Cipher("secret")
    assert cipher.decrypt_union(cipher.encrypt(change), CHANGES) == change


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (stored("cancel", reason='"Ann is ill."'), ALL_KINDS[1]),
        (stored("panel", panel='[["U2","Panelist"]]'), ALL_KINDS[2]),
        (stored("announce", channels='["C1"]'), ALL_KINDS[3]),
        (
            stored("registration", terms=OPEN.model_dump_json(), shown_terms=CLOSED.model_dump_json()),
            ALL_KINDS[4],
        ),
        (
            stored("edit", plan=plan_of(webinar()).model_dump_json(), base=webinar().model_dump_json()),
            ALL_KINDS[0],
        ),
    ],
    ids=["cancel", "panel", "announce", "registration", "edit"],
)
def test_what_an_earlier_version_stored_is_read_as_the_kind_it_was(text: str, change: Change) -> None:
    read = CHANGES.validate_json(text, extra="ignore")
    assert type(read) is type(change)
    assert read == change.model_copy(update={"view_id": "V1"})


def test_a_change_asked_for_twice_at_one_place_has_one_id() -> None:
    origin = change_origin("V1", Kind.CANCEL, "d1", "U1")
    assert (origin["id"], origin["webinar_key"], origin["user"]) == ("V1:cancel", "d1", "U1")
