"""For the host of an event: the terms on which people register."""

from typing import Final

from pydantic import ValidationError

from blocks.card import say_registration
from blocks.elements import context, field, modal, option, radio, section, without_empty
from blocks.ids import Callback
from blocks.text import fitting
from blocks.view_state import ViewState
from bot.models.frozen import Stored, WebinarKey
from bot.models.registration import RegistrationTerms, terms_of
from bot.models.slack_payloads import View
from bot.models.tracked import TrackedWebinar

STATUS: Final = "registration"
LIMIT: Final = "limit"
RULES: Final = "rules"
LIMIT_MAX: Final = 10_000
_ASKS: Final = (
    "The registration page asks questions, so people register there. If it no longer asks any, press Save: "
    "they can register with one click again."
)
_TITLE: Final = "Registration"
_STATUSES: Final = {"open": "Open", "closed": "Closed"}
_RULES: Final = {
    "emails": ("RingCentral sends confirmation and reminder e-mails", "To everyone who registers."),
    "one_device": ("One device for each attendee", "Personal links cannot be shared."),
    "work_email": ("Work e-mail addresses only", "No Gmail, Outlook.com and the like."),
}


class _Carried(Stored):
    """The terms as the view showed them: only the differences are wanted."""

    webinar_key: WebinarKey
    shown: RegistrationTerms


def registration_view(tracked: TrackedWebinar) -> View:
    """The terms, to be changed."""
    registration = tracked.webinar.registration
    terms = terms_of(registration)
    statuses = [option(label, value) for value, label in _STATUSES.items()]
    rules = [option(label, name, hint) for name, (label, hint) in _RULES.items()]
    limit = {
        "type": "number_input",
        "is_decimal_allowed": False,
        "min_value": "1",
        "max_value": str(LIMIT_MAX),
    }
    chosen = [one for one in rules if getattr(terms, one["value"])]
    return modal(
        Callback.REGISTRATION,
        _TITLE,
        [
            section(f"*{fitting(tracked.webinar.title, 2000)}*\n{say_registration(registration)}"),
            *([context(_ASKS)] if registration is not None and registration.asks else []),
            field(STATUS, "Registration", radio(statuses, "open" if terms.is_open else "closed")),
            field(
                LIMIT,
                "Registration limit",
                without_empty({**limit, "initial_value": str(terms.limit) if terms.limit else ""}),
                hint="Leave empty for no limit.",
                optional=True,
            ),
            field(
                RULES,
                "Options",
                without_empty({"type": "checkboxes", "options": rules, "initial_options": chosen}),
                optional=True,
            ),
        ],
        submit="Save",
        close="Back",
        metadata=_Carried(webinar_key=tracked.webinar_key, shown=terms).model_dump_json(),
    )


def read_registration(view: View) -> tuple[str, RegistrationTerms, RegistrationTerms]:
    """The webinar, the terms as they shall be, and as they were shown; raises ValueError for a view that is none of
    ours.
    """
    try:
        carried = _Carried.model_validate_json(view.get("private_metadata") or "")
    except ValidationError:
        raise ValueError("this view carries no terms") from None
    typed = ViewState(view)
    limit, rules = typed.text(LIMIT), typed.checked(RULES)
    wanted = RegistrationTerms(
        is_open=typed.choice(STATUS) != "closed",
        limit=int(limit) if limit.isascii() and limit.isdigit() else 0,
        **{name: name in rules for name in _RULES},
    )
    return carried.webinar_key, wanted, carried.shown
